"""Reads a model's reply text, and what can still be used of a cut or partly wrong one.

Nothing is ever completed or guessed: an item of the result is an item of the reply, whole.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json, to_json

from summarizer.llm.model import S

# A reply may talk around its answer; past this many brace pairs it is no answer.
_MAX_CANDIDATES = 32

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?P<closed>"?)|[\[\]{}]|[^\s,:"\[\]{}]+', re.DOTALL)


def salvage(schema: type[S], text: str) -> S | None:
    """The complete items of a reply that may be cut, fenced, or partly wrong.

    List items that are cut or do not validate are left out, as a whole; list fields that are
    missing become empty.

    Returns:
        None when something other than a list is missing, or when nothing is left.
    """
    found = read_reply(schema, text)
    return found[0] if found else None


def read_reply(schema: type[S], text: str) -> tuple[S, bool] | None:
    """The value of the last object in ``text`` that fits, and whether it is complete.

    Markdown fences, prose and a ``<think>`` block around the object are passed over.

    Returns:
        The value, and False if anything had to be left out; None as in :func:`salvage`.
    """
    text = _answer(text)
    found: tuple[S, bool] | None = None
    start = text.find("{")
    for _ in range(_MAX_CANDIDATES):
        if start < 0:
            break
        end, closed = _extent(text, start)
        try:
            data = from_json(text[start:end], allow_partial=True)
        except ValueError:
            start = text.find("{", start + 1)
            continue
        found = _fit(schema, data, closed=closed) or found
        start = text.find("{", end) if closed else -1
    return found


def misfit(schema: type[S], text: str) -> str:
    """Why ``text`` is not a value of ``schema``, in a few words and without quoting it."""
    text = _answer(text)
    start = max(text.find("{"), 0)
    end, closed = _extent(text, start)
    if not closed:
        return "it holds no whole JSON object"
    try:
        schema.model_validate_json(text[start:end])
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(map(str, fault['loc'])) or 'reply'}: {fault['msg']}"
    return "it fits only in part"


def _answer(text: str) -> str:
    """``text`` without the reasoning before it; empty when it breaks off while reasoning."""
    text = text.strip()
    if text.startswith(("{", "```")):
        return text
    reasoning, end_tag, rest = text.partition("</think>")
    if end_tag:
        return rest
    return "" if reasoning.startswith("<think>") else text


def _extent(text: str, start: int) -> tuple[int, bool]:
    """Where to stop reading the object at ``start``, and whether it closes there.

    An object that does not close ends before the item of its outermost list that is cut.
    """
    opened: list[tuple[str, int]] = []
    scalar: int | None = None
    for token in _TOKEN.finditer(text, start):
        if token[0] in "[{":
            opened.append((token[0], token.start()))
        elif token[0] in "]}":
            del opened[-1:]
            if not opened:
                return token.end(), True
        elif token.end() == len(text) and not token["closed"]:
            scalar = token.start()
    inside = next((n for n, (bracket, _) in enumerate(opened) if bracket == "["), None)
    if inside is not None and inside + 1 < len(opened):
        return opened[inside + 1][1], False
    return (len(text) if scalar is None else scalar), False


def _fit(schema: type[S], data: dict[str, Any], *, closed: bool) -> tuple[S, bool] | None:
    """Validate ``data``, leaving out what is at fault until the rest fits."""
    whole = closed
    while True:
        try:
            value = schema.model_validate_json(to_json(data))
        except ValidationError as error:
            whole = False
            if not _leave_out(data, error.errors(include_url=False, include_input=False)):
                return None
        else:
            return (value, whole) if whole or any(data.values()) else None


def _leave_out(data: dict[str, Any], faults: list[ErrorDetails]) -> bool:
    """Take the faults out of ``data``; False when one is not in a list."""
    items: dict[int, tuple[list[Any], set[int]]] = {}
    for fault in faults:
        parent, key = _outermost(data, fault["loc"])
        if isinstance(parent, list) and isinstance(key, int):
            items.setdefault(id(parent), (parent, set()))[1].add(key)
        elif not isinstance(parent, dict):
            return False
        elif fault["type"] == "missing":
            parent[key] = []
        elif fault["type"] == "extra_forbidden":
            del parent[key]
        elif fault["type"] == "too_long" and isinstance(parent[key], list):
            del parent[key][fault["ctx"]["max_length"] :]
        else:
            return False
    for parent, indexes in items.values():
        parent[:] = [item for n, item in enumerate(parent) if n not in indexes]
    return True


def _outermost(data: Any, path: tuple[int | str, ...]) -> tuple[Any, int | str]:
    """The container and key that ``path`` leads to, no deeper than the first list's item."""
    parent: Any = None
    key: int | str = ""
    for step in path:
        parent, key = data, step
        if isinstance(data, list):
            break
        data = data.get(step) if isinstance(data, dict) else None
    return parent, key
