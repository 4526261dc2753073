"""The numbers of a claim as quantities."""

from __future__ import annotations

import re

from summarizer.attributes.dates import date_spans
from summarizer.schema import Quantity
from summarizer.text.numbers import Number, numbers
from summarizer.text.words import STOP_WORDS

_COUNTED = re.compile(r"^\s+((?:[a-z][\w-]*\s+){0,2}?[a-z][\w-]*s)\b")
_RANGE = re.compile(r"^\s*(?:-|–|—|to|and)\s*$")
_RANGE_OPENING = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_COMPARISON = re.compile(
    r"\b(?:compared (?:to|with)|up from|down from|from|against|versus|more than|less than)\b", re.I
)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Counts, amounts and shares of a claim in order; dates and ordinals are not among them."""
    dated = date_spans(text)
    found = [
        n
        for n in numbers(text)
        if not n.ordinal and not any(a < n.end and n.start < b for a, b in dated)
    ]
    merged = _ranges(text, found)
    return tuple(
        Quantity(
            text=text[first.start : last.end],
            value=first.value,
            high=last.value if last is not first else None,
            unit=last.unit or first.unit,
            modifier="range" if last is not first else first.modifier,
            of=_counted(text, last),
            compared_with=_compared(text, merged, index),
        )
        for index, (first, last) in enumerate(merged)
    )


def _ranges(text: str, found: list[Number]) -> list[tuple[Number, Number]]:
    merged: list[tuple[Number, Number]] = []
    for number in found:
        if merged and merged[-1][0] is merged[-1][1]:
            low = merged[-1][1]
            between = text[low.end : number.start]
            opened = _RANGE_OPENING.search(text[: low.start])
            joined = _RANGE.match(between) and (opened or between.strip() in {"-", "–", "to"})
            if joined and low.value < number.value and low.unit in (None, number.unit):
                merged[-1] = (low, number)
                continue
        merged.append((number, number))
    return merged


def _counted(text: str, number: Number) -> str | None:
    match = _COUNTED.match(text[number.end :])
    if not match or number.unit is not None or match[1].split()[0] in STOP_WORDS:
        return None
    return match[1]


def _compared(text: str, merged: list[tuple[Number, Number]], index: int) -> int | None:
    """A quantity before a "compared with" is set against the next one after it."""
    if index + 1 >= len(merged):
        return None
    this, following = merged[index][1], merged[index + 1][0]
    same = this.unit == following.unit
    return index + 1 if same and _COMPARISON.search(text[this.end : following.start]) else None
