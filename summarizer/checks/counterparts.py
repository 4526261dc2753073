"""What in a source each word of a claim stands for.

A word of the claim may have several counterparts in the source: the same word, one of its meaning
or of its side of an axis, an opposite. The one counts to which most of the claim's other words
belong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.checks.alignment import MOST, aligned, alike, exact, relation
from summarizer.checks.axes import Pole, poles
from summarizer.checks.belonging import Belonging, clauses
from summarizer.checks.exceptions import excepted
from summarizer.checks.idling import idle
from summarizer.checks.predicates import read
from summarizer.checks.tokens import AUXILIARY, verb_like
from summarizer.checks.trends import trends

_SAME_WORD, _SYNONYM, _IN_PART = 0.35, 0.2, 0.15
_UNSURE = -0.8  # in a condition, or in what a negation may reach
_WORD_BEFORE, _WORD_AFTER = 0.25, 0.75
_SHARP, _LOOSE = 2.0, 0.4  # a name or a figure says which of two events is meant
_ELSEWHERE = 0.5  # what stands in another clause of the claim
_MOST_WORDS = 40  # words of the claim that are judged
_AROUND = 24  # words of the claim that are looked at around each
_SAME_SENTENCE = 0.7  # what stands in another clause of the same sentence of the source
_PAIRED = 2  # tokens between two opposites that are named together
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last".split()
)
_COMMON = frozenset("last next year month week day time people percent said new first".split())


@dataclass(frozen=True)
class Pair:
    """A word or phrase of the claim and one of the source, by the tokens at their ends.

    ``relation`` is 1 for the same or like words, -1 for opposites; ``agrees`` is 1 where both texts
    say the same with them, -1 where not, 0 where that is not sure.
    """

    claim: tuple[int, int]
    source: tuple[int, int]
    relation: int
    agrees: int
    bonus: float
    sure: bool = True


class Compared:
    """A claim and its source, side by side.

    Args:
        part: offsets of the stretch of the source that is closest to the claim.
    """

    def __init__(self, text: str, evidence: str, part: tuple[int, int]) -> None:
        self.text, self.evidence, self.part = text, evidence, part
        self.claim, self.source = read(text), read(evidence)
        self.exact = exact(text, evidence)
        self.aligned = aligned(text, evidence)
        self.rivals: dict[int, dict[int, int]] = {}
        self.excepted = excepted(evidence)
        self.weights = {
            k: self._weight(k) for k, places in [*self.aligned.items()][:_AROUND] if places
        }

    def _weight(self, k: int) -> float:
        token = self.claim.tokens[k]
        named = token.name or any(self.source.tokens[j].name for j in self.aligned[k])
        return _SHARP if named or token.number else _LOOSE if token.lower in _COMMON else 1.0

    def groups(self) -> dict[int, list[Pair]]:
        """For each word of the claim what it may stand for in the source, under its token."""
        here, there = poles(self.text), (*poles(self.evidence), *trends(self.evidence))
        inner = {k for p in here if p.last > p.first for k in range(p.first, p.last + 1)}
        taken = {k for p in there if p.last > p.first for k in range(p.first, p.last + 1)}
        found: dict[int, dict[tuple[int, int], Pair]] = {}
        for i in [*self.exact][:_MOST_WORDS]:
            if i not in inner:
                for pair in self._by_word(i, taken):
                    found.setdefault(i, {}).setdefault(pair.source, pair)
        sides: dict[int, list[Pole]] = {}
        for pole in there:
            sides.setdefault(pole.axis, []).append(pole)
        for said in here[:_MOST_WORDS]:
            if self._mixed(said, here):
                continue
            known = found.setdefault(said.first, {})
            for told in sides.get(said.axis, [])[:MOST]:
                if _both(told, sides[said.axis]):
                    continue
                span = (told.first, told.last)
                how = said.raw * told.raw
                pair = Pair(
                    (said.first, said.last), span, how, said.side * told.side, 0.0, sure=False
                )
                known.setdefault(span, pair)
        return {i: [*pairs.values()][:MOST] for i, pairs in found.items() if pairs}

    def _by_word(self, i: int, taken: set[int]) -> Iterator[Pair]:
        claim, source = self.claim, self.source
        if claim.tokens[i].number or claim.tokens[i].name or idle(claim, i):
            return
        own = self.exact[i]
        if any(source.tokens[j].name for j in own):
            return
        if any(abs(k - i) <= _PAIRED for k in opposites(self.text).get(i, ())):
            return  # "rich and poor"
        others = [(j, r, _SYNONYM if r > 0 else 0.0) for j, r in alike(self.text, self.evidence)[i]]
        found = [(j, 1, _SAME_WORD) for j in own if j not in taken or len(own) == 1]
        found += [p for p in others if not source.tokens[p[0]].name and p[0] not in taken]
        # "Rose in May and fell in June": each may stand in the place of the other.
        turned = 0.0 if own else _UNSURE
        found += [
            (j, -1, turned)
            for k in opposites(self.text).get(i, ())
            for j in self.exact[k]
            if own or claim.tokens[k].clause != claim.tokens[i].clause
        ]
        for j, how, bonus in found:
            if not idle(source, j):
                agrees = claim.signs[i] * source.signs[j] * how
                yield Pair((i, i), (j, j), how, agrees, bonus)

    def _mixed(self, said: Pole, here: tuple[Pole, ...]) -> bool:
        """Whether one clause of the claim takes both sides."""
        clause = self.claim.tokens[said.first].clause
        return any(
            p.axis == said.axis
            and p.side != said.side
            and self.claim.tokens[p.first].clause == clause
            for p in here
        )

    def best(self, pairs: list[Pair]) -> Pair:
        """The pair to which most of the claim belongs; of equals the one that agrees."""
        tokens = self.source.tokens
        rivals = self.rivals[pairs[0].claim[0]] = {
            tokens[at].clause: at for at in sorted((p.source[0] for p in pairs), reverse=True)
        }
        if len(pairs) == 1:
            return pairs[0]

        def rank(pair: Pair) -> tuple[float, int]:
            low, high = self.part
            inside = _IN_PART * (low <= tokens[pair.source[0]].start < high)
            share = self.share(pair, rivals) + self._beside(pair) - self._contrast(pair)
            unsure = 0.0 if pair.agrees else _UNSURE
            return round(share + pair.bonus + inside + unsure, 2), pair.agrees

        return max(pairs, key=rank)

    def settled(self, best: list[Pair]) -> list[Pair]:
        """The best pairs, less those where one word stands for its opposite and that for itself."""
        kept = {
            p.source: self.share(p, self.rivals[p.claim[0]])
            for p in best
            if p.agrees > 0 and p.relation > 0
        }
        return [
            self.but(p)
            for p in best
            if p.relation > 0
            or p.source not in kept
            or kept[p.source] < self.share(p, self.rivals[p.claim[0]])
        ]

    def but(self, pair: Pair) -> Pair:
        """The pair with its sign turned where the claim is about what the source excepts."""
        out = self.excepted
        sign = self.source.signs[pair.source[0]]
        if not out or pair.source[0] in out or not (self._acts(pair) or sign < 0):
            return pair
        sentence = self.source.tokens[pair.source[0]].sentence
        for k in self.weights:
            places = self.aligned[k]
            here = {self.source.tokens[j].sentence for j in places if j in out}
            about = k < pair.claim[0] and sentence in here and places[0] in out
            if about and not (out[places[0]] and sign > 0):
                return replace(pair, agrees=-pair.agrees)
        return pair

    def _acts(self, pair: Pair) -> bool:
        """Whether the source's word of a pair says what is done, or how it is."""
        j = pair.source[0]
        token = self.source.tokens[j]
        helped = j > 0 and self.source.tokens[j - 1].lower in AUXILIARY
        return verb_like(token) or " " in token.lower or helped or not pair.sure

    def _beside(self, pair: Pair) -> float:
        """What it counts that the words just before and after are the same."""
        here, there = self.claim.tokens, self.source.tokens
        before, after = (pair.claim[0], pair.source[0]), (pair.claim[1], pair.source[1])
        total = 0.0
        if min(before) and here[before[0] - 1].content:
            total += _WORD_BEFORE * (here[before[0] - 1].lower == there[before[1] - 1].lower)
        if after[0] + 1 < len(here) and after[1] + 1 < len(there) and here[after[0] + 1].content:
            total += _WORD_AFTER * (here[after[0] + 1].lower == there[after[1] + 1].lower)
        return total

    def _contrast(self, pair: Pair) -> float:
        """How many of the claim's other words have an opposite, and no match, in the clause.

        "The newer mill" is not what a clause about "the older" speaks of.
        """
        tokens = self.source.tokens
        clause = tokens[pair.source[0]].clause
        others = alike(self.text, self.evidence)
        total = 0.0
        for k in self.weights:
            if pair.claim[0] <= k <= pair.claim[1] or not self.exact[k]:
                continue
            if any(tokens[j].clause == clause for j in self.exact[k]):
                continue
            lower = self.claim.tokens[k].lower
            against = [j for j, how in others.get(k, ()) if how < 0]
            if lower in _ORDINALS:
                against += [j for j in self.source.content if tokens[j].lower in _ORDINALS]
            total += any(tokens[j].clause == clause for j in against)
        return total

    def share(self, pair: Pair, rivals: Mapping[int, int]) -> float:
        """How much of the claim belongs to the source's word of a pair."""
        at = Belonging(self.source, pair.source[0], rivals)
        clause = self.claim.tokens[pair.claim[0]].clause
        total = 0.0
        for k, weight in self.weights.items():
            if pair.claim[0] <= k <= pair.claim[1]:
                continue
            near = 1.0 if self.claim.tokens[k].clause == clause else _ELSEWHERE
            places = [j for j in self.aligned[k] if not pair.source[0] <= j <= pair.source[1]]
            total += near * weight * max((at.weight(j) for j in places), default=0.0)
        return total

    def located(self, pair: Pair) -> float:
        """How much of the claim's clause the source has at all."""
        clause = self.claim.tokens[pair.claim[0]].clause
        low, high = pair.claim
        return sum(
            weight
            for k, weight in self.weights.items()
            if self.claim.tokens[k].clause == clause and not low <= k <= high
        )

    def elsewhere(self, pair: Pair) -> float:
        """The most of the claim's clause that stands in one other clause of the source."""
        own = self.source.tokens[pair.source[0]].clause
        clause = self.claim.tokens[pair.claim[0]].clause
        told = clauses(self.evidence)
        totals: dict[int, float] = {}
        for k, weight in self.weights.items():
            if pair.claim[0] <= k <= pair.claim[1] or self.claim.tokens[k].clause != clause:
                continue
            for there in {self.source.tokens[j].clause for j in self.aligned[k]}:
                near = told[there].sentence == told[own].sentence
                totals[there] = totals.get(there, 0.0) + weight * (_SAME_SENTENCE if near else 1.0)
        return max((v for c, v in totals.items() if c != own and told[c].acts), default=0.0)


def _both(best: Pole, told: list[Pole]) -> bool:
    """Whether the source takes both sides at one place ("no less", "more or less")."""
    return any(p.side != best.side and abs(p.first - best.first) <= _PAIRED for p in told)


@lru_cache(maxsize=4_000)
def opposites(text: str) -> dict[int, tuple[int, ...]]:
    """For each word of a text its opposites in the same text ("rose in May and fell in June")."""
    claim = read(text)
    own = [i for i in claim.content if not claim.tokens[i].number]
    found: dict[int, list[int]] = {}
    for place, i in enumerate(own):
        for k in own[place + 1 :]:
            if relation(claim.tokens[i].lower, claim.tokens[k].lower) < 0:
                found.setdefault(i, []).append(k)
                found.setdefault(k, []).append(i)
    return {i: tuple(others[:MOST]) for i, others in found.items()}
