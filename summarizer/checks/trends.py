"""Which way figures went that a text sets side by side ("48, against 31", "0.3 % after 0.8 %")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.axes import Pole
from summarizer.checks.predicates import Reading, read
from summarizer.checks.sides import SIDES
from summarizer.text.numbers import Number, numbers

_YEARS = range(1800, 2101)
_WIDE = 100  # characters before a figure that are looked at
_CHANGE = 0  # the axis of what rises and falls
_PACE = next(axis for axis, line in enumerate(SIDES) if line.startswith("accelerate"))
_SET = r"[^.;]{0,60}?\b(?:compared (?:with|to)|against|versus|up from|down from|from%s)\s+"
_SOME = r"(?:(?:a|the|only|just|some|about|around|one of|as much as)\s+){0,2}[^\w\s]?"
_AGAINST = re.compile(_SET % "" + _SOME, re.IGNORECASE)
_AFTER = re.compile(
    _SET % "|after|following" + r"(?:(?:a|the|an?|growing|expanding|rising|growth|rise|of|by|"
    r"falling|shrinking|contracting|increase|fall|decline)\s+){0,4}",
    re.IGNORECASE,
)
_THEN = re.compile(r"[^.;\d]{0,40}(?:\d{4})?[^.;\d]{0,25}")
_GROWTH = re.compile(
    r"\b(?:gr[eo]w\w*|expand\w*|rose|ris(?:e|es|en|ing)|increas\w+|climb\w*|f[ae]ll\w*|shr[aiu]nk\w*|"
    r"contract\w*|declin\w+|lost|retreat\w*|drop\w*)\b[^.;\d]{0,25}$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\s+(?:\w+\s+)?to\s+(?:\w+\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+)?$", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:rang\w+|between|could|expect\w*)\b(?:[^.;]|\.\d){0,80}$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)\b|\b(?:last|the previous) "
    r"(?:year|month|week|time)\b|\bpreviously\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_000)
def trends(text: str) -> tuple[Pole, ...]:
    """The sides that the figures of a text take: of more and less, and of faster and slower."""
    reading = read(text)
    found = [n for n in numbers(reading.text) if n.value not in _YEARS]
    return (*_changes(reading, found), *_pace(reading, found))


def _pole(reading: Reading, axis: int, side: int, start: int, end: int) -> Iterator[Pole]:
    at = next((i for i, t in enumerate(reading.tokens) if t.end > start), None)
    if at is not None:
        yield Pole(axis, side, side, at, at, reading.text[start:end])


def _changes(reading: Reading, found: list[Number]) -> Iterator[Pole]:
    """Whether a figure is more or less than the one that it is set against."""
    text = reading.text
    for one, other in pairwise(found):
        gap = text[one.end : other.start]
        if ";" in gap or _RANGE.search(text, max(0, one.start - _WIDE), one.start):
            continue
        if one.unit != other.unit and other.unit is not None:
            continue
        if _UP_TO.fullmatch(gap) and _FROM.search(text, 0, one.start):
            change = other.value - one.value
        elif _AGAINST.fullmatch(gap) or (len(found) == len("ab") and _EARLIER.search(gap)):
            change = one.value - other.value
        else:
            continue
        if change:
            yield from _pole(reading, _CHANGE, 1 if change > 0 else -1, one.start, other.end)


def _pace(reading: Reading, found: list[Number]) -> Iterator[Pole]:
    """Whether growth, or a fall, has become faster: by two rates, or by three of a row."""
    text = reading.text
    for place, (one, other) in enumerate(pairwise(found)):
        if not _GROWTH.search(text, max(0, one.start - _WIDE), one.start):
            continue
        gap = text[one.end : other.start]
        row = found[place : place + 3]
        listed = len(row) == len("abc") and all(
            _THEN.fullmatch(text, a.end, b.start) for a, b in pairwise(row)
        )
        if _AFTER.fullmatch(gap):
            change = one.value - other.value
            last = other
        elif listed and (row[0].value - row[1].value) * (row[1].value - row[2].value) > 0:
            change, last = row[1].value - row[0].value, row[2]
        else:
            continue
        if change:
            yield from _pole(reading, _PACE, 1 if change > 0 else -1, one.start, last.end)
