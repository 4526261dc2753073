"""Finding the sentences of a document that a claim may rest on."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from summarizer.schema import Document
from summarizer.text.clauses import clauses
from summarizer.text.numbers import numbers
from summarizer.text.words import content_stems

_SHORTLIST = 12
_GAIN = 0.08
_CLAUSE_GAIN = 0.12


@lru_cache(maxsize=50_000)
def terms(text: str) -> tuple[str, ...]:
    """What a text is looked up by: stems of its content words, and values of its numbers."""
    values = (f"#{n.value:g}" for n in numbers(text))
    return tuple(dict.fromkeys((*content_stems(text), *values)))


@dataclass(frozen=True)
class Passage:
    """Sentences that together may carry a statement.

    Attributes:
        main: number of the sentence that carries most of it.
        sentences: numbers of all, ascending, ``main`` included.
        coverage: share of the statement's terms that they hold, weighted by rarity, 0 to 1.
        alone: the same for ``main`` alone.
        missing: the statement's terms that none of them holds.
    """

    main: int
    sentences: tuple[int, ...]
    coverage: float
    alone: float
    missing: tuple[str, ...]


class SentenceIndex:
    """An inverted index over the sentences of one document.

    Memory and time to build are linear in the document; a look-up costs the length of the lists of
    its terms. The page around the article and instructions to software are never found.

    Args:
        document: what is searched.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbers = [s.id for s in document.sentences if s.kind in ("body", "headline")]
        self._place = {number: place for place, number in enumerate(self.numbers)}
        self._postings: dict[str, list[int]] = {}
        self._terms: dict[int, frozenset[str]] = {}
        for number in self.numbers:
            held = frozenset(terms(document.words_of(number)))
            self._terms[number] = held
            for term in held:
                self._postings.setdefault(term, []).append(number)

    def has(self, term: str) -> bool:
        """Whether any sentence holds the term."""
        return term in self._postings

    def weight(self, term: str) -> float:
        """Inverse document frequency over sentences, smoothed; above 0.

        Robertson and Sparck Jones's weight with 1 added inside the logarithm, as in BM25.
        """
        having = len(self._postings.get(term, ()))
        return math.log(1 + (len(self.numbers) - having + 0.5) / (having + 0.5))

    def before(self, number: int, count: int) -> tuple[str, ...]:
        """The words of up to ``count`` sentences just before a sentence, nearest last."""
        place = self._place[number]
        return tuple(self.document.words_of(n) for n in self.numbers[max(0, place - count) : place])

    def find(self, text: str, *, candidates: int) -> list[Passage]:
        """The passages that may carry ``text``, the best first; empty when no term is found.

        Args:
            candidates: at most this many, each with another main sentence.
        """
        weights = {term: self.weight(term) for term in terms(text)}
        total = sum(weights.values())
        scores: dict[int, float] = {}
        for term, weight in weights.items():
            for number in self._postings.get(term, ()):
                scores[number] = scores.get(number, 0.0) + weight
        ranked = sorted(scores, key=lambda n: (-scores[n], n))[:_SHORTLIST]
        return [self._passage(number, ranked, weights, total) for number in ranked[:candidates]]

    def _passage(
        self, main: int, ranked: Iterable[int], weights: dict[str, float], total: float
    ) -> Passage:
        """The main sentence with the few others that hold what it lacks."""
        chosen = [main]
        missing = [t for t in weights if t not in self._terms[main]]
        alone = 1 - sum(weights[t] for t in missing) / total
        pool = [n for n in ranked if n != main]
        while missing and pool and len(chosen) <= 2:  # noqa: PLR2004
            best = max(pool, key=lambda n: (self._gain(n, missing, weights), -abs(n - main)))
            if self._gain(best, missing, weights) < _GAIN * total:
                break
            chosen.append(best)
            pool.remove(best)
            missing = [t for t in missing if t not in self._terms[best]]
        coverage = 1 - sum(weights[t] for t in missing) / total
        return Passage(main, tuple(sorted(chosen)), coverage, alone, tuple(missing))

    def _gain(self, number: int, missing: Iterable[str], weights: dict[str, float]) -> float:
        return sum(weights[t] for t in missing if t in self._terms[number])


@lru_cache(maxsize=20_000)
def _clauses(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(clauses(sentence))


def closest_clauses(sentence: str, text: str) -> tuple[int, int]:
    """Offsets of the run of clauses of a sentence that carries what it has of ``text``."""
    spans = _clauses(sentence)
    if len(spans) == 1:
        return spans[0]
    wanted = set(terms(text))
    held = [wanted & set(terms(sentence[a:b])) for a, b in spans]
    first = last = max(range(len(spans)), key=lambda i: (len(held[i]), -i))
    covered = set(held[first])
    needed = max(1.0, _CLAUSE_GAIN * len(wanted))
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
