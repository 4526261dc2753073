"""The lexicon as it is looked up: the file derived from WordNet, and the supplement of the news."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypedDict, cast

from summarizer.text.lexicon import news

# A word as one part of speech: "n", "v", "a" (adjective), "r" (adverb), or "*" for whichever.
Reading = tuple[str, str]
Partners = Mapping[str, str]  # words in one string, separated by commas

CLASSES = ("n", "v", "a", "r", "*")
_SECTIONS = {"verb": "v", "noun": "n", "quality": "ar", "any": "*"}


class _Stored(TypedDict):
    forms: dict[str, dict[str, str]]
    lemmas: dict[str, str]
    synonyms: dict[str, dict[str, str]]
    derived: dict[str, str]
    acts: dict[str, str]
    opposites: dict[str, dict[str, str]]
    weaker: dict[str, str]


@dataclass(frozen=True)
class Supplement:
    """Concepts and axes of the news: where a reading stands."""

    concepts: Mapping[Reading, frozenset[int]]
    axes: Mapping[Reading, frozenset[int]]  # an axis is +n on its one side and -n on the other
    members: Mapping[int, tuple[str, ...]]
    sides: Mapping[int, tuple[str, ...]]
    acts: Mapping[str, tuple[str, ...]]
    distinct: frozenset[tuple[str, str]]
    words: frozenset[str]  # of all concepts and axes


@dataclass(frozen=True)
class Lexicon:
    """Everything that is looked up."""

    forms: Mapping[str, Partners]
    lemmas: Mapping[str, frozenset[str]]
    synonyms: Mapping[str, Partners]
    derived: Partners
    acts: Partners
    opposites: Mapping[str, Partners]
    weaker: Partners
    news: Supplement
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]  # by their first word, longest first


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, read at the first call."""
    packed = Path(__file__).with_name("english.json.gz").read_bytes()
    stored = cast(_Stored, json.loads(gzip.decompress(packed)))
    known: dict[str, list[str]] = {pos: [] for pos in "nvar"}
    for classes, words in stored["lemmas"].items():
        for pos in classes:
            known[pos] += words.split(" ")
    supplement = _supplement()
    phrases = {w for w in (*supplement.words, *stored["synonyms"]["v"]) if " " in w}
    return Lexicon(
        forms=stored["forms"],
        lemmas={pos: frozenset(words) for pos, words in known.items()},
        synonyms=stored["synonyms"],
        derived=stored["derived"],
        acts=stored["acts"],
        opposites=stored["opposites"],
        weaker=stored["weaker"],
        news=supplement,
        phrases=_by_first_word(phrases),
    )


def _supplement() -> Supplement:
    concepts: dict[Reading, set[int]] = defaultdict(set)
    members: dict[int, tuple[str, ...]] = {}
    for number, (classes, line) in enumerate(_lines(news.SYNONYMS)):
        members[number] = _words(line)
        for reading in _readings(classes, members[number]):
            concepts[reading].add(number)
    axes: dict[Reading, set[int]] = defaultdict(set)
    sides: dict[int, tuple[str, ...]] = {}
    for number, (classes, line) in enumerate(_lines(news.OPPOSITES), start=1):
        one, _, other = line.partition("|")
        for side, words in ((number, _words(one)), (-number, _words(other))):
            sides[side] = words
            for reading in _readings(classes, words):
                axes[reading].add(side)
    acts: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for noun, verb in map(_words, news.ACTS.strip().splitlines()):
        acts[noun] += (verb,)
    pairs = map(_words, news.DISTINCT.strip().splitlines())
    return Supplement(
        concepts={reading: frozenset(numbers) for reading, numbers in concepts.items()},
        axes={reading: frozenset(numbers) for reading, numbers in axes.items()},
        members=members,
        sides=sides,
        acts=dict(acts),
        distinct=frozenset((min(a, b), max(a, b)) for a, b in pairs),
        words=frozenset(word for _, word in (*concepts, *axes)),
    )


def _lines(sections: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for name, lines in sections.items():
        for line in lines:
            yield _SECTIONS[name], line


def _words(line: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in line.split())


def _readings(classes: str, words: Iterable[str]) -> Iterator[Reading]:
    for word in words:
        for pos in classes:
            yield pos, word


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        words = tuple(phrase.split(" "))
        found[words[0]].append(words)
    return {first: tuple(sorted(all_, key=lambda w: (-len(w), w))) for first, all_ in found.items()}
