"""What came first: "before", "after" and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from summarizer.checks.alignment import aligned
from summarizer.checks.predicates import Reading, read

_ORDER = re.compile(
    r"\b(?:(?P<after>after|following|in the wake of)|(?P<before>before|ahead of|"
    r"prior to))\b(?! (?:all|that|the fact)\b)",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:later|afterwards|then|subsequently)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.;:!?](?:\s|$)|,\s|\bbut\b|\bwhile\b")
_WIDE = 60
_MOST = 12  # words of order that are compared

Halves = tuple[frozenset[int], frozenset[int], str]


@lru_cache(maxsize=4_000)
def orders(text: str) -> tuple[Halves, ...]:
    """For each word of order: the tokens of what came first, those of what came last, the words."""
    return tuple(islice(_orders(read(text)), _MOST))


def _orders(reading: Reading) -> Iterator[Halves]:
    text = reading.text
    for match in _ORDER.finditer(text):
        end = _ENDS.search(text, match.end())
        stop = end.start() if end else len(text)
        following = _inside(reading, match.end(), stop)
        starts = [m.end() for m in re.finditer(r"[.;:!?]\s", text[: match.start()])]
        begin = starts[-1] if starts else 0
        if match.start() - begin <= 1 and end and text[end.start()] == ",":
            # "After the vote, he left": the other half stands behind the comma.
            more = re.compile(r"[.;:!?](?:\s|$)").search(text, stop + 1)
            other = _inside(reading, stop, more.start() if more else len(text))
        else:
            other = _inside(reading, begin, match.start())
        if not following or not other:
            continue
        early, late = (following, other) if match["after"] else (other, following)
        yield early, late, match.group()
    for match in _LATER.finditer(text):
        starts = [m.start() for m in re.finditer(r"[.;:!?]\s", text[: match.start()])]
        if starts and match.start() - starts[-1] <= _WIDE // 2:
            previous = [m.end() for m in re.finditer(r"[.;:!?]\s", text[: starts[-1]])]
            early = _inside(reading, previous[-1] if previous else 0, starts[-1])
            close = _ENDS.search(text, match.end())
            late = _inside(reading, match.end(), close.start() if close else len(text))
            if early and late:
                yield early, late, match.group()


def _inside(reading: Reading, start: int, end: int) -> frozenset[int]:
    return frozenset(i for i in reading.content if start <= reading.tokens[i].start < end)


@lru_cache(maxsize=512)
def reversed_order(text: str, evidence: str) -> tuple[str, str] | None:
    """The words of order of source and claim, where the claim turns the source's order round."""
    here = orders(text)
    if not here:
        return None
    pairs = aligned(text, evidence)
    for early, late, said in here:
        for first, second, there in orders(evidence):
            straight = _met(early, first, pairs) + _met(late, second, pairs)
            crossed = [_met(early, second, pairs), _met(late, first, pairs)]
            if sum(crossed) > straight and (min(crossed) or straight == 0) and sum(crossed) > 1:
                return there, said
    return None


def _met(own: frozenset[int], there: frozenset[int], pairs: dict[int, tuple[int, ...]]) -> int:
    return sum(any(j in there for j in pairs.get(i, ())) for i in own)
