"""English words as news prose uses them: their lemmas, synonyms and opposites.

Derived from WordNet 3.0 (Princeton University; its notice is in WORDNET.txt) by
``benchmarks/build_lexicon.py``, which keeps a pair of words where both are likely meant in the
senses that join them, and supplemented by hand (``news.py`` and its lists), which WordNet never
overrules. All words are taken in lower case; a form stands for every lemma that it may be ("left":
leave, left). Phrases are looked up with spaces between their words: "turned down". The derived data
is read at the first call.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.text.lexicon.data import Lexicon, Partners, Reading, lexicon
from summarizer.text.lexicon.forms import readings

__all__ = [
    "Opposition",
    "Phrase",
    "antonyms",
    "find_phrases",
    "join_phrases",
    "lemmas",
    "opposed",
    "related",
    "synonyms",
]

Opposition = Literal["direct", "indirect"]

_PRONOUNS = frozenset("it them him her us me you".split())  # may part a phrasal verb


@dataclass(frozen=True)
class Phrase:
    """A phrase of the lexicon, and which of the words read it spans (``end`` is past the last)."""

    start: int
    end: int
    lemma: str


def lemmas(word: str) -> frozenset[str]:
    """The lemmas that a lower-case word form or phrase may be a form of."""
    return frozenset(lemma for _, lemma in _readings(word))


def related(a: str, b: str) -> bool:
    """Whether two forms may be of the same word, of synonyms, or of words derived one from another.

    Never where they are :func:`opposed`.
    """
    return _relation(min(a, b), max(a, b)) == "same"


def opposed(a: str, b: str) -> Opposition | None:
    """Whether two forms may be of opposites, and how surely.

    "direct" are opposites themselves (legal, illegal); "indirect" are adjectives of which one is
    like the opposite of the other (awkward, convenient).
    """
    found = _relation(min(a, b), max(a, b))
    return None if found == "same" else found


def synonyms(word: str) -> frozenset[str]:
    """Lemmas :func:`related` to the word, other than its own."""
    known = lexicon()
    own = _reach(word)
    found = {w for reading in own for w in _same(reading, known)} - lemmas(word)
    return frozenset(w for w in found if related(word, w))


def antonyms(word: str) -> frozenset[str]:
    """Lemmas directly :func:`opposed` to the word."""
    known = lexicon()
    found = {w for reading in _reach(word) for w in _opposite(reading, known)}
    return frozenset(w for w in found if opposed(word, w) == "direct")


def find_phrases(words: Sequence[str]) -> list[Phrase]:
    """The phrases among lower-case words, from the left, the longest at each place.

    A pronoun may stand within a phrase of two words: "turned it down".
    """
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        phrase = _phrase_at(words, at)
        if phrase is not None:
            found.append(phrase)
        at = phrase.end if phrase is not None else at + 1
    return found


def join_phrases(words: Sequence[str]) -> list[str]:
    """The words, with each phrase as one token, its lemma; a pronoun within it is put after it."""
    joined: list[str] = []
    at = 0
    for phrase in find_phrases(words):
        joined += [*words[at : phrase.start], phrase.lemma]
        parts = phrase.lemma.count(" ") + 1
        if phrase.end - phrase.start > parts:
            joined.append(words[phrase.start + 1])
        at = phrase.end
    return joined + list(words[at:])


def _phrase_at(words: Sequence[str], at: int) -> Phrase | None:
    phrases = lexicon().phrases
    rest = tuple(words[at + 1 : at + 8])
    parted = rest[1:] if rest and rest[0] in _PRONOUNS else None
    best: Phrase | None = None
    for lemma in sorted(lemmas(words[at]) | {words[at]}):
        for phrase in phrases.get(lemma, ()):
            size = len(phrase)
            if rest[: size - 1] == phrase[1:]:
                end = at + size
            elif parted is not None and size == len("VP") and parted[:1] == phrase[1:]:
                end = at + size + 1
            else:
                continue
            if best is None or end > best.end:
                best = Phrase(at, end, " ".join(phrase))
    return best


@lru_cache(maxsize=50_000)
def _readings(word: str) -> frozenset[Reading]:
    return readings(word, lexicon())


@lru_cache(maxsize=50_000)
def _reach(word: str) -> frozenset[Reading]:
    """The readings of a word and, for a noun of what a verb does, the verb's."""
    known = lexicon()
    own = _readings(word)
    verbs = {
        verb
        for pos, lemma in own
        if pos == "n"
        for verb in (*_split(known.acts.get(lemma)), *known.news.acts.get(lemma, ()))
    }
    return own | {(pos, verb) for verb in verbs for pos in "v*"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is known of a word, so that two are compared by a few set operations.

    Attributes:
        lemmas: its own.
        reach: its readings.
        concepts, sides, facing: where the supplement lists it, and which sides oppose those.
        opposites, same, weaker: the readings that WordNet joins to its own.
    """

    lemmas: frozenset[str]
    reach: frozenset[Reading]
    concepts: frozenset[int]
    sides: frozenset[int]
    facing: frozenset[int]
    opposites: frozenset[Reading]
    same: frozenset[Reading]
    weaker: frozenset[Reading]


@lru_cache(maxsize=20_000)
def _entry(word: str) -> _Entry:
    known = lexicon()
    reach = _reach(word)
    sides = _numbers(reach, known.news.axes)
    return _Entry(
        lemmas=lemmas(word),
        reach=reach,
        concepts=_numbers(reach, known.news.concepts),
        sides=sides,
        facing=frozenset(-side for side in sides),
        opposites=_joined(reach, known, known.opposites),
        same=_joined(reach, known, known.synonyms) | _joined(reach, known, {"*": known.derived}),
        weaker=_joined(reach, known, {"a": known.weaker}),
    )


def _joined(
    reach: frozenset[Reading], known: Lexicon, partners: Mapping[str, Partners]
) -> frozenset[Reading]:
    """The readings joined to those of a word, each of the same part of speech."""
    return frozenset(
        (pos, other)
        for pos, lemma in reach
        for other in _split(partners.get(pos, {}).get(lemma))
        if (min(lemma, other), max(lemma, other)) not in known.news.distinct
    )


@lru_cache(maxsize=200_000)
def _relation(a: str, b: str) -> Literal["same", "direct", "indirect"] | None:
    one, other = _entry(a), _entry(b)
    if a == b or not one.lemmas.isdisjoint(other.lemmas):
        return "same"
    if not one.facing.isdisjoint(other.sides):
        return "direct"
    if not one.concepts.isdisjoint(other.concepts):
        return "same"
    if not one.opposites.isdisjoint(other.reach):
        return "direct"
    if not one.same.isdisjoint(other.reach):
        return "same"
    return None if one.weaker.isdisjoint(other.reach) else "indirect"


def _same(reading: Reading, known: Lexicon) -> Iterator[str]:
    pos, lemma = reading
    for number in known.news.concepts.get(reading, ()):
        yield from known.news.members[number]
    yield from _split(known.synonyms.get(pos, {}).get(lemma))
    yield from _split(known.derived.get(lemma))


def _opposite(reading: Reading, known: Lexicon) -> Iterator[str]:
    pos, lemma = reading
    for side in known.news.axes.get(reading, ()):
        yield from known.news.sides[-side]
    yield from _split(known.opposites.get(pos, {}).get(lemma))


def _numbers(
    readings_: frozenset[Reading], where: Mapping[Reading, frozenset[int]]
) -> frozenset[int]:
    return frozenset(number for reading in readings_ for number in where.get(reading, ()))


def _split(words: str | None) -> list[str]:
    return words.split(",") if words else []
