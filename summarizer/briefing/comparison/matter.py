"""Which claims of several sources are of the same matter, and how likely two say the same.

Candidates come from an index of the claims' words, each with its other forms and synonyms and
weighed by how rare it is among all claims of the note (the inverse document frequency of Spärck
Jones 1972). A candidate pair is then compared, and its features are weighed by a logistic score
whose weights ``benchmarks/fit_matter.py`` fits on labelled stories.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.briefing.comparison.vocabulary import TALLIES, matters
from summarizer.briefing.comparison.weights import SAME, likelihood
from summarizer.briefing.told import Told
from summarizer.matching.reading import concept, weight
from summarizer.matching.relation import Comparison, Difference, compare
from summarizer.text.terms import Term, alternatives, keys, terms
from summarizer.text.words import STOP_WORDS, stem, words

DIFFERENCES: tuple[Difference, ...] = (
    "number",
    "date",
    "polarity",
    "source",
    "subject",
    "strength",
    "scope",
    "cause",
)
_CANDIDATES = 8  # compared for each claim and each other source: the most promising ones
_WORTH_COMPARING = 0.1  # mean of the shares: below it no two are one, or contradict
_IN_ALL = 16  # and for each claim at most
_SYNONYM = 0.8  # what another form or a synonym counts for, of what the word itself does
_NAME = 1.5
_WORTH_A_LOOK = 0.12  # share of the shorter claim's weight that both have to hold
# They turn a statement round, place it in time or measure it, and are compared as that.
_NO_CONTENT = frozenset(
    stem(word)
    for word in """not never no none nobody nothing neither cannot nowhere monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august
    september october november december percent per cent million billion trillion thousand
    hundred dozen hour night morning evening noon afternoon midnight between ever""".split()
)
_TOPIC = 0.6  # a word in more than this share of the sources is what they are about:
_UNSAID = 0.4  # claims leave it out, and it counts less
_COMMON = 0.2  # a word of more than this share of the claims finds no candidates, in a large note
_LARGE = 300  # claims


@dataclass(frozen=True)
class Pair:
    """Two claims of one note, by their index.

    Attributes:
        shares: weighted share of the first that the second says, and the reverse, 0 to 1.
        mutual: whether each is the nearest to the other among the claims of its source.
        same: 0 to 1, how likely both say the same.
    """

    first: int
    second: int
    shares: tuple[float, float]
    mutual: bool
    comparison: Comparison
    same: float


@dataclass(frozen=True)
class Words:
    """The terms of one claim by their keys, with their weights and other forms.

    Attributes:
        matters: for each word those that it speaks of.
        topic: keys that most sources have: what the story is about, which claims leave out.
    """

    terms: Mapping[str, Term]
    weights: Mapping[str, float]
    matters: Mapping[str, frozenset[str]]
    topic: frozenset[str] = frozenset()

    @cached_property
    def total(self) -> float:
        """Of all weights."""
        return sum(self.weights.values())

    @cached_property
    def reach(self) -> Mapping[str, frozenset[str]]:
        """For each word the keys that may stand for it in another claim."""
        return {
            key: frozenset()
            if term.number or term.name
            else alternatives(term.word) | self.matters.get(key, frozenset())
            for key, term in self.terms.items()
        }

    @cached_property
    def keys(self) -> frozenset[str]:
        """What another claim's words may be found by: the keys of its terms, and its matters."""
        return frozenset(self.terms).union(*self.matters.values())

    @cached_property
    def tallied(self) -> frozenset[str]:
        """The groups of people that a claim with a number may count."""
        return self.spoken_of & TALLIES if self.numbers else frozenset()

    def share(self, other: Words) -> float:
        """Weighted share of these words that the other claim has, 0 to 1."""
        have = lack = 0.0
        reach, terms, known = self.reach, other.terms, other.keys
        for key, worth in self.weights.items():
            if key in terms:
                have += worth
            elif not reach[key].isdisjoint(known):
                have += _SYNONYM * worth
                lack += (1 - _SYNONYM) * worth
            else:
                lack += worth * (_UNSAID if key in self.topic else 1.0)
        return have / (have + lack) if have else 0.0

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The matters that they speak of."""
        return frozenset().union(*self.matters.values())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Keys of its numbers."""
        return frozenset(key for key, term in self.terms.items() if term.number)

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of its names."""
        return frozenset(key for key, term in self.terms.items() if term.name)

    @cached_property
    def without_names(self) -> Words:
        """These words without names."""
        return self.only({key for key, term in self.terms.items() if not term.name})

    def met(self, other: Words) -> int:
        """How many of these words the other claim has."""
        return sum(
            key in other.terms or not self.reach[key].isdisjoint(other.keys) for key in self.terms
        )

    def only(self, wanted: Collection[str]) -> Words:
        """These words without any whose key is not ``wanted``."""
        return Words(
            {k: t for k, t in self.terms.items() if k in wanted},
            {k: w for k, w in self.weights.items() if k in wanted},
            {k: m for k, m in self.matters.items() if k in wanted or k not in self.terms},
            self.topic,
        )

    def part(self, text: str) -> Words:
        """The words of a stretch of the claim."""
        own = self.only(keys(text))
        return Words(own.terms, own.weights, matters(text), self.topic)


def read_words(told: Sequence[Told], *, whole: bool = False) -> list[Words]:
    """The terms of each claim, weighed by how rare they are among all.

    Args:
        whole: with the words that name its speaker, and not of its content alone.
    """
    texts = [" ".join(one.claim.text.split()) if whole else one.content for one in told]
    found = [
        {
            term.key: term
            for term in terms(text)
            if term.key not in _NO_CONTENT and term.key not in dated_words(one)
        }
        for one, text in zip(told, texts, strict=True)
    ]
    known = Counter(key for each in found for key in each)
    telling = defaultdict(set)
    for one, each in zip(told, found, strict=True):
        for key in each:
            telling[key].add(one.source)
    most = max(1, _TOPIC * len({one.source for one in told}))
    topic = frozenset(key for key, sources in telling.items() if len(sources) > most)
    return [
        Words(
            each,
            {
                key: math.log(1 + len(told) / known[key])
                * (_NAME if term.name else weight(concept(term.word)))
                for key, term in each.items()
            },
            matters(text),
            topic,
        )
        for text, each in zip(texts, found, strict=True)
    ]


def dated_words(one: Told) -> frozenset[str]:
    """Keys of the words of a claim's dates."""
    return frozenset(
        stem(w.lower)
        for date in one.claim.dates
        for w in words(date.text)
        if w.lower not in STOP_WORDS
    )


def pairs_of(told: Sequence[Told], words_of: Sequence[Words]) -> list[Pair]:
    """The pairs of claims that may be of the same matter, in the order of the claims.

    Claims of one source are paired as well: a source may let two sides speak.
    """
    shares = {
        (i, j): (words_of[i].share(words_of[j]), words_of[j].share(words_of[i]))
        for i, j in _candidates(told, words_of)
    }
    nearest: dict[tuple[int, str], float] = defaultdict(float)
    for (i, j), (forth, back) in shares.items():
        for one, source in ((i, told[j].source), (j, told[i].source)):
            nearest[one, source] = max(nearest[one, source], mean(forth, back))
    found = []
    for (i, j), shared in sorted(shares.items()):
        near = mean(*shared)
        if near < _WORTH_COMPARING and not words_of[i].tallied & words_of[j].tallied:
            continue
        mutual = near >= max(nearest[i, told[j].source], nearest[j, told[i].source])
        comparison = compare(told[i].statement, told[j].statement)
        signs = features(comparison, shared, mutual=mutual, both=(words_of[i], words_of[j]))
        found.append(Pair(i, j, shared, mutual, comparison, likelihood(SAME, signs)))
    return found


def features(
    comparison: Comparison,
    shares: tuple[float, float],
    *,
    mutual: bool,
    both: tuple[Words, Words],
) -> dict[str, float]:
    """What the score is made of, by the names of ``SAME``."""
    one, other = both
    shared = mean(*shares)
    return {
        "bias": 1.0,
        "alike": comparison.alike,
        "shared": shared,
        "most": max(shares),
        "least": min(shares),
        "order": comparison.order,
        "mutual": float(mutual),
        "both": shared * comparison.alike,
        "same number": float(bool(one.numbers & other.numbers)),
        "other number": float(_apart(one.numbers, other.numbers)),
        "same name": float(len(one.names & other.names)),
        "other name": float(_apart(one.names, other.names)),
        **{name: float(name in comparison.differences) for name in DIFFERENCES},
    }


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def mean(forth: float, back: float) -> float:
    """Harmonic mean."""
    return 2 * forth * back / (forth + back) if forth + back else 0.0


def _candidates(told: Sequence[Told], words_of: Sequence[Words]) -> set[tuple[int, int]]:
    """The pairs worth comparing, the lower index first."""
    having: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(words_of):
        for key in each.keys:
            having[key].append(index)
    most = len(told) * _COMMON if len(told) > _LARGE else len(told)
    found: set[tuple[int, int]] = set()
    for index, each in enumerate(words_of):
        near: dict[int, float] = defaultdict(float)
        for key, worth in each.weights.items():
            met: dict[int, float] = {}
            for form, factor in ((key, 1.0), *((a, _SYNONYM) for a in each.reach[key])):
                holders = having.get(form, ())
                if len(holders) <= most:
                    for other in holders:
                        met[other] = max(met.get(other, 0.0), factor * worth)
            for other, most_worth in met.items():
                near[other] += most_worth
        found.update(_best(index, near, told, words_of))
    return found


def _best(
    index: int, near: Mapping[int, float], told: Sequence[Told], words_of: Sequence[Words]
) -> list[tuple[int, int]]:
    taken: Counter[str] = Counter()
    chosen: list[tuple[int, int]] = []
    for other in sorted(near, key=lambda o: (-near[o], o)):
        shorter = min(words_of[index].total, words_of[other].total)
        little = near[other] < _WORTH_A_LOOK * shorter
        if other == index or (little and not words_of[index].tallied & words_of[other].tallied):
            continue
        if taken[told[other].source] < _CANDIDATES:
            taken[told[other].source] += 1
            chosen.append((min(index, other), max(index, other)))
        if len(chosen) == _IN_ALL:
            break
    return chosen
