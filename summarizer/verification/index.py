"""Finding the sentences of a document that a claim may rest on."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.schema import Document
from summarizer.text.clauses import clauses
from summarizer.text.terms import Term, alternatives, keys, terms

_SHORTLIST = 12
_MOST_SENTENCES = 3
# A further sentence is worth showing when it holds this share of what the statement says.
_GAIN = 0.08
_CLAUSE_GAIN = 0.12
# What a synonym in place of a word counts.
LOOSE = 0.6


@dataclass(frozen=True)
class Passage:
    """Sentences that together may carry a statement.

    Attributes:
        main: number of the sentence that carries most of it.
        sentences: numbers of all, ascending, ``main`` included.
        coverage: share of the statement's terms that they hold, weighted by rarity, a synonym
            counting ``LOOSE``; 0 to 1.
        missing: the terms for which they hold neither the word nor a synonym.
    """

    main: int
    sentences: tuple[int, ...]
    coverage: float
    missing: tuple[Term, ...]


class SentenceIndex:
    """An inverted index over the sentences of one document.

    Memory and time to build are linear in the document; a look-up costs the length of the lists of
    its terms. The page around the article and instructions to software are never found.

    Args:
        document: what is searched.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbers = [s.id for s in document.article]
        self._place = {number: place for place, number in enumerate(self.numbers)}
        self._postings: dict[str, list[int]] = {}
        self._keys: dict[int, frozenset[str]] = {}
        for number in self.numbers:
            held = keys(document.words_of(number))
            self._keys[number] = held
            for key in held:
                self._postings.setdefault(key, []).append(number)

    def has(self, key: str) -> bool:
        """Whether any sentence holds the key."""
        return key in self._postings

    def mentions(self, term: Term) -> bool:
        """Whether any sentence holds the term or a synonym."""
        return term.key in self._postings or any(map(self.has, alternatives(term.word)))

    def weight(self, key: str) -> float:
        """Inverse document frequency over sentences, smoothed; above 0.

        Robertson and Sparck Jones's weight with 1 added inside the logarithm, as in BM25.
        """
        having = len(self._postings.get(key, ()))
        return math.log(1 + (len(self.numbers) - having + 0.5) / (having + 0.5))

    def coverage(self, wanted: Iterable[Term], number: int) -> float:
        """Share of the terms that a sentence holds, weighted by rarity, a synonym counting
        ``LOOSE``; 0 to 1, and 1 where there are none."""
        weights = {term: self.weight(term.key) for term in wanted}
        total = sum(weights.values())
        held = sum(self._holds(number, term) * weight for term, weight in weights.items())
        return held / total if total else 1.0

    @cached_property
    def words(self) -> int:
        """How many words the sentences have together."""
        return sum(len(self.document.words_of(n).split()) for n in self.numbers)

    def before(self, number: int, count: int) -> tuple[str, ...]:
        """The words of up to ``count`` sentences just before a sentence, nearest last."""
        place = self._place[number]
        return tuple(self.document.words_of(n) for n in self.numbers[max(0, place - count) : place])

    def find(self, text: str, *, candidates: int) -> list[Passage]:
        """The passages that may carry ``text``, the best first; empty when no term is found.

        Args:
            candidates: at most this many, each with another main sentence.
        """
        weights = {term: self.weight(term.key) for term in terms(text)}
        scores: dict[int, float] = {}
        held = {term: self._shares(term) for term in weights}
        for term, shares in held.items():
            weight = weights[term]
            for number, share in shares.items():
                scores[number] = scores.get(number, 0.0) + share * weight
        ranked = heapq.nsmallest(_SHORTLIST, scores, key=lambda n: (-scores[n], n))
        known = {n: {t: shares[n] for t, shares in held.items() if n in shares} for n in ranked}
        return [_passage(number, known, weights) for number in ranked[:candidates]]

    def _shares(self, term: Term) -> dict[int, float]:
        """How much of a term each sentence holds that holds any of it."""
        shares = {
            number: LOOSE
            for key in alternatives(term.word)
            for number in self._postings.get(key, ())
        }
        shares.update(dict.fromkeys(self._postings.get(term.key, ()), 1.0))
        return shares

    def _holds(self, number: int, term: Term) -> float:
        held = self._keys[number]
        if term.key in held:
            return 1.0
        return 0.0 if held.isdisjoint(alternatives(term.word)) else LOOSE


def _passage(
    main: int, known: Mapping[int, Mapping[Term, float]], weights: Mapping[Term, float]
) -> Passage:
    """The main sentence with the few others that hold what it lacks.

    Args:
        known: how much of each term every sentence that is thought of holds.
    """
    total = sum(weights.values())
    chosen = [main]
    held = dict(known[main])
    pool = [n for n in known if n != main]
    while pool and len(chosen) < _MOST_SENTENCES:
        gains = {
            n: sum(
                weights[t] * (share - held.get(t, 0.0))
                for t, share in known[n].items()
                if share > held.get(t, 0.0)
            )
            for n in pool
        }
        best = max(gains, key=lambda n: (gains[n], -abs(n - main)))
        if gains[best] < _GAIN * total:
            break
        chosen.append(best)
        pool.remove(best)
        held |= {t: max(share, held.get(t, 0.0)) for t, share in known[best].items()}
    return Passage(
        main=main,
        sentences=tuple(sorted(chosen)),
        coverage=sum(share * weights[t] for t, share in held.items()) / total,
        missing=tuple(t for t in weights if t not in held),
    )


@lru_cache(maxsize=20_000)
def _clauses(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(clauses(sentence))


def closest_clauses(sentence: str, text: str) -> tuple[int, int]:
    """Offsets of the run of clauses of a sentence that carries what it has of ``text``."""
    spans = _clauses(sentence)
    if len(spans) == 1:
        return spans[0]
    wanted = {key for term in terms(text) for key in (term.key, *alternatives(term.word))}
    held = [wanted & keys(sentence[a:b]) for a, b in spans]
    first = last = max(range(len(spans)), key=lambda i: (len(held[i]), -i))
    covered = set(held[first])
    needed = max(1.0, _CLAUSE_GAIN * len(terms(text)))
    for step, stop in ((-1, -1), (1, len(spans))):
        reach = first if step < 0 else last
        new: set[str] = set()
        for i in range(reach + step, stop, step):
            new |= held[i] - covered
            if len(new) > needed:
                covered |= new
                new = set()
                first, last = min(first, i), max(last, i)
    return spans[first][0], spans[last][1]
