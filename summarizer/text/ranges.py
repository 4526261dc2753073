"""Ranges ("40 to 60"), scores ("2-1") and votes ("9 votes to 4"), put together from two numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.text.numeral import Numeral

_TO = re.compile(r"\s*(?:-|–|—|to|until)\s*(?:[$€£¥])?$|\s+or\s+$")
_AND = re.compile(r"\s+and\s+[$€£¥]?$")
_BETWEEN = re.compile(
    r"\b(?:between|ranging\s+from|range\s+from|ranges\s+from|ranged\s+from|anywhere\s+from|"
    r"anything\s+from|aged\s+from|vary\s+from|varied\s+from)\s+[$€£¥]?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+[$€£¥]?$", re.IGNORECASE)
_BY = re.compile(
    r"\bby\s+(?:(?:about|some|around|roughly|almost|nearly|over)\s+)?[$€£¥]?$", re.IGNORECASE
)
_CONTEST = re.compile(
    r"\b(?:w[io]n|wins|beat|beats|beaten|beating|los[et]s?|losing|dr[ae]w|victory|defeat(?:ed)?|lead|led|"
    r"scored?|voted?|votes|carried|passed|rejected|approved|tied?|goal|goals|sets?|match|half-time|"
    r"ahead|aggregate|decision|penalties|trail(?:ed|ing)?|up|down|edged|thrash(?:ed)?)\b",
    re.IGNORECASE,
)
_HIGHEST_SCORE = 1000


def joined(text: str, found: list[Numeral]) -> list[Numeral]:
    """Ranges and scores put together from their two numbers."""
    joined: list[Numeral] = []
    for numeral in found:
        pair = _pair(text, joined[-1], numeral) if joined else None
        if pair is None:
            joined.append(numeral)
        else:
            joined[-1] = pair
    return joined


_RANGED = ("count", "share", "points", "money", "measure", "age")


def _pair(text: str, low: Numeral, top: Numeral) -> Numeral | None:
    if not all(n.kind in _RANGED and not (n.parts or n.high or n.weak) for n in (low, top)):
        return None
    between, before = text[low.end : top.start], text[max(0, low.start - 24) : low.start]
    same = low.kind in (top.kind, "count")
    alike = (same and low.unit in (top.unit, None)) or (low.kind, top.kind) == ("age", "count")
    opened = _BETWEEN.search(before)
    if not alike or not (_TO.fullmatch(between) or (opened and _AND.fullmatch(between))):
        return _votes(low, top, between)
    dash = not between.strip().isalpha()
    if low.value < top.value and _BY.search(before) and not _CONTEST.search(text):
        return None  # "It rose by 230 to 1,480."
    moved = bool(_FROM.search(before))
    may_score = (dash or low.value > top.value) and between.strip() != "or" and not moved
    if may_score and _could_score(low, top) and _CONTEST.search(text):
        return _score(low, top)
    if low.value < top.value and (opened or dash or not moved):
        return _range(text, low, top)
    return None


def _could_score(*sides: Numeral) -> bool:
    return all(
        n.kind == "count" and n.value < _HIGHEST_SCORE and n.value == int(n.value) for n in sides
    )


def _score(low: Numeral, top: Numeral) -> Numeral:
    return Numeral(low.start, top.end, "score", low.value, parts=(low.value, top.value))


def _range(text: str, low: Numeral, top: Numeral) -> Numeral:
    """One range; "3 to 4 million" is of millions on both sides."""
    value = low.value
    kind = "age" if low.kind == "age" else top.kind
    unit = low.unit if kind == "age" else top.unit
    scale = _scale_of(top.value)
    if _SCALED.search(text[top.start : top.end]) and value * scale < top.value:
        value *= scale
    return replace(low, end=top.end, kind=kind, value=value, high=top.value, unit=unit)


_SCALED = re.compile(r"(?:thousand|[mbtr]+illion|\d\s?(?:bn|mn|m|k))\b", re.IGNORECASE)


def _scale_of(value: float) -> float:
    return next((s for s in (1e12, 1e9, 1e6, 1e3) if value >= s), 1.0)


_VOTES = re.compile(r"\s+(?:votes?|goals?|points?|seats?)\s+to\s+$")


def _votes(low: Numeral, top: Numeral, between: str) -> Numeral | None:
    """ "By 9 votes to 4"."""
    if _VOTES.fullmatch(between) and low.kind == top.kind == "count":
        return _score(low, top)
    return None
