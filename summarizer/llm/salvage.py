"""Reading what is whole in a reply that was cut off or is partly wrong."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

S = TypeVar("S", bound=BaseModel)

_THINKING = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)


def salvage(schema: type[S], text: str) -> S | None:
    """The complete items of a reply.

    A string that was cut off is dropped, list items that do not fit are dropped, a list that never
    came is empty and a string that never came is ``""``. What stands before and after the JSON
    (a code fence, reasoning, prose) is passed over.

    Returns:
        None when there is no JSON object, or something other than lists and strings is missing.
    """
    text = _THINKING.sub("", text)
    begin = text.find("{")
    if begin < 0:
        return None
    body = text[begin : text.rfind("}") + 1] or text[begin:]
    for candidate in (body, text[begin:]):
        try:
            value = from_json(candidate, allow_partial=True)
        except ValueError:
            continue
        if isinstance(value, dict):
            return _fit(schema, value)
    return None


def _fit(schema: type[S], value: dict[str, Any]) -> S | None:
    """Validate, taking away or filling in what the errors point at, until it fits or cannot."""
    for _ in range(_size(value) + len(schema.model_fields) + 1):
        try:
            return schema.model_validate(value)
        except ValidationError as error:
            if not any([_mend(schema, value, e["loc"], e["type"]) for e in _last_first(error)]):
                return None
    return None


def _last_first(error: ValidationError) -> list[Any]:
    return sorted(error.errors(), key=lambda e: str(e["loc"]), reverse=True)


def _mend(schema: type[BaseModel], value: Any, where: tuple[int | str, ...], kind: str) -> bool:
    """Drop the list item that holds the fault, or fill in a field of the root; True if it could."""
    parent, at = value, -1
    holder: Any = None
    for step in where:
        if isinstance(parent, list) and isinstance(step, int) and step < len(parent):
            holder, at = parent, step
        try:
            parent = parent[step]
        except (KeyError, IndexError, TypeError):
            break
    if holder is not None:
        del holder[at]
        return True
    if kind == "too_long" and isinstance(parent, list):
        parent.pop()
        return True
    if len(where) != 1 or not isinstance(where[0], str):
        return False
    if kind == "extra_forbidden":
        value.pop(where[0], None)
        return True
    for name, field in schema.model_fields.items():
        if where[0] in (field.alias, name):
            empty: Any = [] if "list" in str(field.annotation) else ""
            if value.get(where[0]) == empty or (
                field.annotation not in (str, None) and empty == ""
            ):
                return False
            value[where[0]] = empty
            return True
    return False


def _size(value: Any) -> int:
    """How many items all lists of a value hold."""
    if isinstance(value, list):
        return len(value) + sum(map(_size, value))
    if isinstance(value, dict):
        return 1 + sum(map(_size, value.values()))
    return 0
