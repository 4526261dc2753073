"""Words and phrases by which news prose speaks of one matter: the lines of ``matters.txt``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from summarizer.text.lexicon import lemmas
from summarizer.text.words import stem, words

_GAP = 3  # words that an ellipsis may stand for


def of_matters(named: str) -> frozenset[str]:
    """The matters with these names."""
    return frozenset(f"@{matter}" for matter in named.split())


# Counts of people that only grow: a later one takes the place of an earlier one.
TALLIES = of_matters("kill injure missing evacuate rescue homeless arrest")


@dataclass(frozen=True)
class Entry:
    """A word or phrase by its lemmas; ``gaps`` says before which of them others may stand."""

    lemmas: tuple[str, ...]
    gaps: tuple[bool, ...]
    matter: str


@dataclass(frozen=True)
class Mention:
    """A word that speaks of a matter: its place among the words of the text, and its stem."""

    place: int
    stem: str
    matters: frozenset[str]


@lru_cache(maxsize=20_000)
def mentions(text: str) -> tuple[Mention, ...]:
    """The words of a text that speak of a matter, in order.

    A word of a phrase speaks of the phrase's matter alone.
    """
    read = words(text)
    lower = [word.lower for word in read]
    # A name speaks of nothing: the Lower Valley is not lower.
    forms = [
        frozenset[str]() if place and word.text[0].isupper() else _forms(word.lower)
        for place, word in enumerate(read)
    ]
    met: dict[int, set[tuple[bool, str]]] = defaultdict(set)
    for at, first in enumerate(forms):
        for lemma in first:
            for entry in _entries().get(lemma, ()):
                for place in _places(forms, at, entry):
                    met[place].add((len(entry.lemmas) > 1, entry.matter))
    found = []
    for place, those in sorted(met.items()):
        longest = max(phrase for phrase, _ in those)
        of = frozenset(matter for phrase, matter in those if phrase == longest)
        found.append(Mention(place, stem(lower[place]), of))
    return tuple(found)


def matters(text: str) -> Mapping[str, frozenset[str]]:
    """The matters that each word of a text speaks of, by its stem; a matter begins with ``@``."""
    found: dict[str, frozenset[str]] = {}
    for mention in mentions(text):
        found[mention.stem] = found.get(mention.stem, frozenset()) | mention.matters
    return found


@lru_cache(maxsize=20_000)
def _forms(word: str) -> frozenset[str]:
    return lemmas(word) | {word}


def _places(forms: list[frozenset[str]], at: int, entry: Entry) -> Iterator[int]:
    """Where the words of an entry stand that begins at ``at``; nothing if they do not."""
    places = [at]
    for wanted, gap in zip(entry.lemmas[1:], entry.gaps[1:], strict=True):
        begin = places[-1] + 1
        end = begin + 1 + (_GAP if gap else 0)
        place = next((p for p in range(begin, min(end, len(forms))) if wanted in forms[p]), None)
        if place is None:
            return
        places.append(place)
    yield from places


@cache
def _entries() -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    lines = files(__package__).joinpath("matters.txt").read_text("utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        phrases = line.split()
        for phrase in phrases:
            entry = _entry(phrase, f"@{phrases[0]}")
            found[entry.lemmas[0]].append(entry)
    return {first: tuple(entries) for first, entries in found.items()}


def _entry(phrase: str, matter: str) -> Entry:
    pieces = [piece.split("_") for piece in phrase.split("…")]
    return Entry(
        tuple(word for piece in pieces for word in piece),
        tuple(
            n > 0 and place == 0 for n, piece in enumerate(pieces) for place in range(len(piece))
        ),
        matter,
    )
