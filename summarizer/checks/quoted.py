"""Where the source has the words of a quotation, or others in their place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.attributes.ledger import Ledger
from summarizer.text.quotations import Quotation, quotations
from summarizer.text.words import STOP_WORDS, Word, stem, words

_SHORT = 3
_CHANGED = 0.6
# Longer quotations are not compared word by word: the work would grow with the square.
_LONGEST = 80


@dataclass(frozen=True)
class Place:
    """A place of the source that has the words of a quotation.

    Attributes:
        start, end: offsets into the source.
        marked: the quotation of the source around it, or None.
    """

    start: int
    end: int
    marked: tuple[int, int] | None


def places_of(known: Ledger, run: tuple[str, ...]) -> list[Place]:
    """Where the source has the words in a row, or on both sides of "…," she said, "…"."""
    marks = [(q.start, q.end) for q in _marks(known.text)]
    spans = known.running.find(run)
    if not spans and len(run) > 1:
        spans = _interrupted(known, run)
    return [Place(a, b, _around(marks, a, b)) for a, b in spans]


@lru_cache(maxsize=8)
def _marks(text: str) -> tuple[Quotation, ...]:
    return quotations(text)


@lru_cache(maxsize=8)
def _starts(text: str) -> tuple[int, ...]:
    return tuple(q.start for q in _marks(text))


def _around(marks: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    at = bisect_right(marks, (start, len(marks) and marks[-1][1])) - 1
    if at >= 0 and marks[at][0] <= start < marks[at][1]:
        return marks[at]
    return None


def _interrupted(known: Ledger, run: tuple[str, ...]) -> list[tuple[int, int]]:
    """The words over the several quotations of one report, which its cue interrupts."""
    return next(([s.content[0]] for s, said in known.several if said.find(run, 1)), [])


def joined(known: Ledger, run: tuple[str, ...]) -> str:
    """The second part of a quotation that is put together from two places, or ""."""
    text = known.running
    for cut in range(_SHORT, len(run) - 1):
        if not text.find(run[:cut], 1):
            break
        if text.find(run[cut:], 1):
            return " ".join(run[cut:])
    return ""


def closest(known: Ledger, numbers: Sequence[int], run: tuple[str, ...]) -> tuple[str, str] | None:
    """The words of a sentence that a changed quotation stands for, and its own words at fault.

    None where no sentence has about the same words in the same order.
    """
    if len(run) > _LONGEST:
        return None
    best: tuple[int, str, str] | None = None
    for number in numbers:
        line = known.line(number)
        if line is None:
            continue
        sentence = known.text[line.start : line.end]
        found = _alike(sentence, tuple(words(sentence)[: 4 * _LONGEST]), run)
        if found and (best is None or found[0] > best[0]):
            best = found
    return (best[1], best[2]) if best else None


def _alike(
    sentence: str, said: tuple[Word, ...], run: tuple[str, ...]
) -> tuple[int, str, str] | None:
    """How many words are shared in order, those of the sentence, and those that differ."""
    from difflib import SequenceMatcher

    if len(set(run) & {w.lower for w in said}) < _CHANGED * (len(set(run)) - 1):
        return None
    matcher = SequenceMatcher(None, [w.lower for w in said], list(run), autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    shared = {k for b in blocks for k in range(b.b, b.b + b.size)}
    least = max(_CHANGED * (len(run) - 1), len(run) - 2 - len(run) // 4)
    if len(shared) < least or all(run[k] in STOP_WORDS for k in shared):
        return None
    last = blocks[-1]
    first = max(0, blocks[0].a - blocks[0].b)
    end = min(len(said), last.a + len(run) - last.b)
    if not first < end <= first + len(run) + _SHORT:
        return None
    differing = " ".join(run[k] for k in range(len(run)) if k not in shared)
    return len(shared), sentence[said[first].start : said[end - 1].end], differing


THINGS = frozenset(["it", "this", "that", "them"])
"""What stands for a thing that was named before."""


_STOP = re.compile(r"[.!?;]\s|,?\s+(?:and|while|but)\s")
_SAID_NEXT = re.compile(r"\s(?:said|says|added|adds|wrote|writes|noted|told|reported)\b")


@dataclass(frozen=True)
class Stretches:
    """Stems of the words around a quotation and around those beside it.

    Attributes:
        own: of the stretch that introduces it, its own words included.
        before, after: of the stretches of the quotations before and behind, with those.
        intro: those of ``own`` that stand in no quotation.
        framing: those of ``before`` and ``after`` that stand in none.
    """

    own: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    intro: frozenset[str]
    framing: frozenset[str]

    @property
    def others(self) -> frozenset[str]:
        """Of all stretches but its own."""
        return self.before | self.after


def stretches(known: Ledger, place: Place) -> Stretches:
    """The stretches of the quotation at ``place`` and of its neighbours, a sentence either way."""
    lines = [known.line(n) for n in known.around(known.number_at(place.start), 1)]
    there = [x for x in lines if x is not None]
    low, high = (there[0].start, there[-1].end) if there else (0, 0)
    every, starts = _marks(known.text), _starts(known.text)
    marks = every[bisect_left(starts, low) : bisect_left(starts, high)]
    if not marks:
        return Stretches(*(frozenset[str]() for _ in range(5)))
    parts: list[set[str]] = [set() for _ in range(5)]
    begin = low
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        # What follows a quotation up to the end of its sentence, or the next one, belongs to it.
        limit = following.start if following else high
        stop = _STOP.search(known.text, mark.end, limit)
        end = stop.start() if stop else limit
        side = 1 if mark.end <= place.start else 0 if mark.start <= place.start else 2
        for word, quoted in _stems(known.text, begin, end, mark):
            parts[side].add(word)
            if not quoted:
                parts[4 if side else 3].add(word)
        begin = stop.start() if stop else mark.end
    return Stretches(*(frozenset(part) for part in parts))


def _stems(text: str, begin: int, end: int, mark: Quotation) -> Iterator[tuple[str, bool]]:
    """The stems of a stretch, and whether each stands in its quotation."""
    for word in words(text[begin:end]):
        quoted = mark.start <= begin + word.start < mark.end
        if word.lower not in STOP_WORDS:
            yield stem(word.lower), quoted
        elif word.lower in THINGS and not quoted and not _SAID_NEXT.match(text, begin + word.end):
            yield word.lower, quoted  # "it said" is no thing that is spoken of
