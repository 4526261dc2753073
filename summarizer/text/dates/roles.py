"""What the words before a date make of it: a point in time, or the bound of a stretch."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from summarizer.text.dates.written import Expression, Role


def paired(text: str, found: list[Expression]) -> list[Expression]:
    """ "Between 3 and 19 September" has two ends."""
    for i, (first, second) in enumerate(pairwise(found)):
        if first.start == second.start and _BETWEEN.search(text[: first.start]):
            found[i : i + 2] = replace(first, role="from"), replace(second, role="to")
    return found


_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (
        re.compile(
            rf"\b(?:{words})\s+(?:(?:on|in|at|the|around|about|about\s+the)\s+)*$", re.IGNORECASE
        ),
        role,
    )
    for words, role in (
        (r"only\s+(?:from|after|since)", "from"),
        (
            r"since|from|starting(?:\s+from)?|beginning|as\s+of|effective|as\s+from|with\s+effect\s+from|onwards?\s+from",
            "from",
        ),
        (r"until|till|up\s+to|up\s+until|through|ending|to", "to"),
        (r"by|no\s+later\s+than|not\s+later\s+than|at\s+the\s+latest", "by"),
        (r"before|prior\s+to|ahead\s+of|earlier\s+than", "before"),
        (r"after|following|later\s+than|past", "after"),
    )
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN_AND = re.compile(r"\bbetween\b.{1,40}\band\s+(?:the\s+|on\s+)?$", re.IGNORECASE)
_TO = re.compile(
    r"(?:\bfrom\b.{1,60}|\d\s?|[a-z]\s?)(?:\bto\s+(?:the\s+)?|[–-]\s?)$", re.IGNORECASE
)
_NOT_UNTIL = re.compile(
    r"(?:\bnot|n[’']t|\bno|\bnever|\bnobody|\bnone)\b(?:(?![.;,]).){0,40}\b(?:until|till|before)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"(?:\bnot|n[’']t|\bno|\bnever|\bnobody|\bnone)\b(?!\s+(?:later|more|fewer|less|longer)\b)(?:(?![.;,]).){0,40}"
    r"\b(?:after|from|as\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OPENING = 14
_LEADING = re.compile(r"(?:until|till|before|after|from|as\s+of)\s+(?:the\s+)?$", re.IGNORECASE)
_NEGATED = re.compile(r"[^.;]{0,50}?(?:\bnot|n[’']t|\bno|\bnever|\bnobody|\bnone)\b", re.IGNORECASE)
_SHORTLY = re.compile(r"\b(?:shortly|just|soon)\s+(?:after|before|past)\s+$", re.IGNORECASE)


def role_of(text: str, expression: Expression) -> Role:
    """The role of an expression that stands in ``text``."""
    before = text[max(0, expression.start - 64) : expression.start]
    if expression.role != "at":
        return expression.role
    if _BETWEEN.search(before):
        return "from"
    if _NOT_UNTIL.search(before):
        return "from"
    if _NOT_AFTER.search(before):
        return "to"
    if expression.start <= _OPENING and (opening := _LEADING.match(before)):
        # "Until noon, nobody may leave" is "not until noon", and "after noon, nobody" "until noon".
        until = opening.group().lower().startswith(("until", "till", "before"))
        if _NEGATED.match(text, expression.end):
            return "from" if until else "to"
    if _SHORTLY.search(before) and expression.clock:
        return "at"
    for pattern, role in _ROLES:
        if pattern.search(before[-40:]):
            return (
                role if role != "to" or not before.endswith("to ") or _TO.search(before) else "at"
            )
    return "to" if _BETWEEN_AND.search(before) else "at"
