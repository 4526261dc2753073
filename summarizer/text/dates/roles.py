"""What the words before a date make of it: a point in time, or the bound of a stretch."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from summarizer.text.dates.words import MONTH, WEEKDAY
from summarizer.text.dates.written import Expression, Role

_REACH = 64
_WORDS = 40


def paired(text: str, found: list[Expression]) -> list[Expression]:
    """ "Between 3 and 19 September" has two ends."""
    for i, (first, second) in enumerate(pairwise(found)):
        if first.start == second.start and _BETWEEN.search(
            text[max(0, first.start - _REACH) : first.start]
        ):
            found[i : i + 2] = replace(first, role="from"), replace(second, role="to")
    return found


_WORDING: tuple[tuple[str, Role], ...] = (
    (r"only\s+(?:from|after|since)", "from"),
    (
        r"since|from|starting(?:\s+from)?|beginning|as\s+of|effective|as\s+from|"
        r"with\s+effect\s+from|onwards?\s+from",
        "from",
    ),
    (r"until|till|up\s+to|up\s+until|through|ending", "to"),
    (r"by|no\s+later\s+than|not\s+later\s+than|at\s+the\s+latest", "by"),
    (r"before|prior\s+to|ahead\s+of|earlier\s+than", "before"),
    (r"after|following|later\s+than|past", "after"),
)
_ROLES = tuple(
    (
        re.compile(
            rf"\b(?:{words})\s+(?:(?:on|in|at|the|around|about|about\s+the)\s+)*$", re.IGNORECASE
        ),
        role,
    )
    for words, role in _WORDING
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN_AND = re.compile(r"\bbetween\b.{1,40}\band\s+(?:the\s+|on\s+)?$", re.IGNORECASE)
_TO = re.compile(
    rf"(?:\bfrom\b.{{1,60}}|\d(?:st|nd|rd|th)?\s?|\b(?:{MONTH}|{WEEKDAY}|noon|midnight|[ap]\.?m\.?)\s)"
    r"(?:\bto\s+(?:the\s+)?|[–-]\s?)$",
    re.IGNORECASE,
)
_NOT = r"(?:\bnot|n[’']t|\bno|\bnever|\bnobody|\bnone)\b"
_NOT_UNTIL = re.compile(
    rf"{_NOT}[^.;,]{{0,40}}\b(?:until|till|before)\s+(?:the\s+)?$", re.IGNORECASE
)
_NOT_AFTER = re.compile(
    rf"{_NOT}(?!\s+(?:later|more|fewer|less|longer)\b)[^.;,]{{0,40}}"
    r"\b(?:after|from|as\s+of|since)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OPENING = 14
_LEADING = re.compile(
    r"(?:until|till|before|after|from|as\s+of|since)\s+(?:the\s+)?$", re.IGNORECASE
)
_NEGATED = re.compile(rf"[^.;]{{0,50}}?{_NOT}", re.IGNORECASE)
_SHORTLY = re.compile(r"\b(?:shortly|just|soon)\s+(?:after|before|past)\s+$", re.IGNORECASE)


def with_role(text: str, expression: Expression) -> Expression:
    """An expression of ``text`` with its role there."""
    before = text[max(0, expression.start - _REACH) : expression.start]
    role = _role(expression, before)
    negated = _negated(text, expression, before) if expression.role == "at" else None
    return replace(expression, role=negated or role, preposition=role)


def _role(expression: Expression, before: str) -> Role:
    if expression.role != "at":
        return expression.role
    if _BETWEEN.search(before):
        return "from"
    if _SHORTLY.search(before) and expression.clock:
        return "at"
    for pattern, role in _ROLES:
        if pattern.search(before[-_WORDS:]):
            return role
    return "to" if _TO.search(before) or _BETWEEN_AND.search(before) else "at"


def _negated(text: str, expression: Expression, before: str) -> Role | None:
    """ "Not until noon" is from noon on, and "not after noon" until noon."""
    if _NOT_UNTIL.search(before):
        return "from"
    if _NOT_AFTER.search(before):
        return "to"
    opening = _LEADING.match(before) if expression.start <= _OPENING else None
    if opening is None or not _NEGATED.match(text, expression.end):
        return None
    until = opening.group().lower().startswith(("until", "till", "before"))
    return "from" if until else "to"
