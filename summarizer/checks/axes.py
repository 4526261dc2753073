"""Axes along which news says that something went one way or the other.

The lexicon knows opposites word by word. Here are whole sides of an axis, with the turns of phrase
that stand for them, so that "was sent down a division" is known to be the contrary of "promoted".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from summarizer.checks.idling import bound, idle
from summarizer.checks.predicates import Reading, read
from summarizer.checks.sides import SIDES
from summarizer.text.lexicon import lemmas

# Axes whose small words are meant in place: "below the bridge".
_PLACED = frozenset(axis for axis, line in enumerate(SIDES) if line.startswith("upstream"))
_NEAR = 12
_MOST = 64  # sides that one text is taken to take


@dataclass(frozen=True)
class Pole:
    """A place where a text takes a side of an axis.

    Attributes:
        axis: number of the axis.
        raw: 1 or -1.
        side: the same, turned round where the text denies it.
        first, last: numbers of the tokens.
        text: the words.
    """

    axis: int
    raw: int
    side: int
    first: int
    last: int
    text: str


_Entry = tuple[tuple[str, ...], int, int]


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Each phrase under the keys of its first word."""
    found: dict[str, list[_Entry]] = {}
    for axis, line in enumerate(SIDES):
        for side, words in zip((1, -1), line.split("|"), strict=True):
            for phrase in words.split():
                parts = tuple(phrase.split("_"))
                found.setdefault(parts[0], []).append((parts, axis, side))
    return {key: tuple(entries) for key, entries in found.items()}


@lru_cache(maxsize=4_000)
def poles(text: str) -> tuple[Pole, ...]:
    """The sides that a text takes, of each axis the longest phrase at each place."""
    reading = read(text)
    found: list[Pole] = []
    for pole in islice(_poles(reading), _MOST):
        # "More falls": the first one says which way.
        if not any(p.axis == pole.axis and p.last == pole.first - 1 for p in found[-_NEAR:]):
            found.append(pole)
    return tuple(found)


def _poles(reading: Reading) -> Iterator[Pole]:
    entries = _entries()
    for i, token in enumerate(reading.tokens):
        best: dict[int, tuple[int, int]] = {}
        for key in _forms(token.lower):
            for words, axis, side in entries.get(key, ()):
                size = _matches(reading, i, words)
                if size > best.get(axis, (0, 0))[0]:
                    best[axis] = (size, side)
        for axis, (size, side) in best.items():
            sign = reading.signs[i]
            still = (size == 1 and idle(reading, i)) or bound(reading, i, size)
            if sign and not (still and axis not in _PLACED):
                last = min(i + size, len(reading.tokens)) - 1
                words_ = reading.text[token.start : reading.tokens[last].end]
                parted = size > 1 and reading.tokens[last].lower in _PARTICLES
                yield Pole(axis, side, side * sign, i, i if parted else last, words_)


@lru_cache(maxsize=20_000)
def _forms(lower: str) -> frozenset[str]:
    """What a word or phrase may be listed under; its stem is not enough ("department")."""
    bare = lower.removeprefix("be ")
    return frozenset((lower, bare, bare.split(" ")[0], *lemmas(lower)))


_FIGURE = re.compile(r"\d[\d.,]*\s?(?:%|per\s?cent|percent|points|cents)")
_SCORE = re.compile(r"\d+[-–]\d+\b")


def _matches(reading: Reading, i: int, words: tuple[str, ...]) -> int:
    """How many tokens a phrase takes at a place, 0 when it does not stand there."""
    if reading.tokens[i].lower == " ".join(words):
        return 1
    if len(words) == 1 and words[0] in _forms(reading.tokens[i].lower):
        return 1
    if (
        len(words) == len(_PARTED)
        and words[1] in _PARTICLES
        and words[0] in _forms(reading.tokens[i].lower)
    ):
        return _parted(reading, i, words[1])
    said: list[frozenset[str]] = []
    size = 0
    for token in reading.tokens[i : i + len(words)]:
        pieces = token.lower.removeprefix("be ").split(" ")
        figure = ("#",) if _FIGURE.match(reading.text, token.start) else ()
        figure = ("##",) if _SCORE.match(reading.text, token.start) else figure
        said += [frozenset((p, *figure, *(token.keys if len(pieces) == 1 else ()))) for p in pieces]
        size += 1
        if len(said) >= len(words):
            break
    if len(said) < len(words):
        return 0
    fits = all(w in s for w, s in zip(words, said, strict=False))
    return size if fits else 0


_PARTED = ("verb", "particle")
_PARTICLES = frozenset("up down out off over back in away aside".split())
_GAP = 4


def _parted(reading: Reading, i: int, particle: str) -> int:
    """How many tokens "sent the club down" takes: verb and particle may be parted."""
    for size, token in enumerate(reading.tokens[i + 1 : i + 2 + _GAP], 2):
        if token.segment != reading.tokens[i].segment:
            return 0
        if token.lower == particle:
            return size
    return 0
