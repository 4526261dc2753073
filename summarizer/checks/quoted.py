"""Where the source has the words of a quotation, or others in their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
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


def stretches(known: Ledger, place: Place) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the stretch that introduces the quotation, and of those of the quotations beside."""
    assert place.marked is not None
    line = known.line(known.number_at(place.start))
    around = known.around(known.number_at(place.start), 1)
    lines = [x for n in around for x in [known.line(n)] if x is not None]
    if not lines or line is None:
        return frozenset(), frozenset()
    low, high = lines[0].start, lines[-1].end
    cuts = [low]
    marks = [q for q in _marks(known.text) if low <= q.start < high]
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        # What follows a quotation up to the end of its sentence still belongs to it.
        end = mark.end
        limit = following.start if following else high
        stop = re.compile(r"[.!?;]\s|,?\s+(?:and|while|but)\s").search(known.text, end, limit)
        cuts.append(stop.start() if stop else limit if following is None else end)
    pieces_ = [(a, b) for a, b in zip(cuts, [*cuts[1:], high], strict=True)]
    own: set[str] = set()
    others: set[str] = set()
    for a, b in pieces_:
        begin, end = place.marked
        said = [(w.lower, a + w.start) for w in words(known.text[a:b])]
        stems = {
            stem(w)
            for w, at in said
            if w not in STOP_WORDS or (w in THINGS and not begin <= at < end)
        }
        if a <= place.start < b:
            own |= stems
        else:
            others |= stems
    return frozenset(own), frozenset(others)
