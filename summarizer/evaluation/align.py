"""Which predicted claims answer which gold claims.

Candidates come from shared evidence and shared words; the matcher judges each; then the best
one-to-one assignment is taken, and what is left is looked at in groups: several predicted claims
that together make up a gold one, or one that holds several.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from summarizer.evaluation.results import Pair
from summarizer.matching.reading import parts, read, weight
from summarizer.matching.relation import (
    Comparison,
    Kind,
    Relation,
    Statement,
    compare,
    decide,
)

SAME_PLACE = 0.5  # share of evidence from which two claims rest on the same place
_CANDIDATES = 16  # judged for each predicted claim: the most promising ones
_GROUP = 4  # most claims that may stand together for one
_ASSIGNABLE: dict[Kind, float] = {"equivalent": 2.0, "entails": 1.0, "entailed_by": 1.0}
_TOGETHER = 0.75  # share of a claim that a group has to say to stand for it


@dataclass(frozen=True)
class Alignment:
    """The outcome, by index into gold and predicted.

    Attributes:
        pairs: all pairs that mean something, best first for each predicted claim.
        found: gold index to the predicted indices that state it.
        right: predicted index to the gold indices that it rests on.
        duplicates: predicted indices that say again what another one says.
        one_to_one: gold index to predicted index, on which attributes are compared.
        same: predicted indices that are equivalent to what they are assigned to.
    """

    pairs: tuple[Pair, ...]
    found: dict[int, tuple[int, ...]]
    right: dict[int, tuple[int, ...]]
    duplicates: frozenset[int]
    one_to_one: dict[int, int]
    same: frozenset[int]


def align(gold: Sequence[Statement], predicted: Sequence[Statement]) -> Alignment:
    """Align two lists of statements; their order and their ids do not matter."""
    again = repeated(predicted)
    judged = judge(gold, predicted)
    kept = {at: found for at, found in judged.relations.items() if at[1] not in again}
    assigned = _assigned(kept, len(gold), len(predicted))
    aligned = _Groups(gold, predicted, replace(judged, relations=kept), assigned).alignment()
    return replace(aligned, duplicates=aligned.duplicates | again)


@dataclass(frozen=True)
class Judged:
    """What the matcher says of the candidate pairs.

    Attributes:
        relations: by (gold, prediction).
        clauses: the same for each clause of a prediction that has several, by (gold, (prediction,
            clause)).
    """

    relations: dict[tuple[int, int], Relation]
    clauses: dict[tuple[int, tuple[int, int]], Relation]


def judge(gold: Sequence[Statement], predicted: Sequence[Statement]) -> Judged:
    """The relation of each candidate pair, every gold claim a rival of the others.

    A prediction of several clauses entails what one of its clauses says.
    """
    pairs = candidates(gold, predicted)
    relations = _decided({(g, p): compare(gold[g], predicted[p]) for g, p in pairs})
    clauses = _decided(
        {
            (g, (p, k)): compare(gold[g], _clause(predicted[p], part))
            for g, p in pairs
            for k, part in enumerate(parts(predicted[p].text))
        }
    )
    for (g, (p, _)), found in clauses.items():
        says = found.kind in ("equivalent", "entails")
        if says and relations[g, p].kind not in ("equivalent", "entails"):
            relations[g, p] = replace(found, kind="entails")
    return Judged(relations, clauses)


def clause_links(
    gold: Sequence[Statement], predicted: Sequence[Statement], judged: Judged
) -> tuple[dict[int, list[set[int]]], set[tuple[int, int]]]:
    """How predictions of several clauses stand to the gold.

    Returns:
        For each prediction the gold claims that each of its clauses rests on, and the pairs (gold,
        prediction) where one of its clauses says the gold claim.
    """
    says: set[tuple[int, int]] = set()
    near: dict[tuple[int, int], list[int]] = defaultdict(list)
    rests: dict[int, list[set[int]]] = {
        p: [set() for _ in parts(predicted[p].text)] for _, (p, _) in judged.clauses
    }
    for (g, (p, k)), found in judged.clauses.items():
        if found.kind in ("equivalent", "entails"):
            says.add((g, p))
        if found.kind in ("equivalent", "entailed_by"):
            rests[p][k].add(g)
        elif found.kind in ("entails", "overlaps"):
            near[p, k].append(g)
    for (p, k), others in near.items():
        clause = _clause(predicted[p], parts(predicted[p].text)[k])
        if not rests[p][k] and len(others) > 1:
            together = together_say(clause, [gold[g] for g in others[:_GROUP]], forward=False)
            rests[p][k] |= set(others[:_GROUP]) if together else set()
    return rests, says


def _clause(whole: Statement, text: str) -> Statement:
    return replace(whole, text=text, whole=whole.text)


_P = TypeVar("_P", bound=Hashable)


def _decided(compared: dict[tuple[int, _P], Comparison]) -> dict[tuple[int, _P], Relation]:
    rivals: dict[_P, list[tuple[float, float, int]]] = defaultdict(list)
    for (g, p), found in compared.items():
        near = found.place is not None and found.place >= SAME_PLACE
        rivals[p].append((found.alike, found.alike if near else 0.0, g))
    judged = {}
    for (g, p), found in compared.items():
        others = [(alike, near) for alike, near, other in rivals[p] if other != g]
        judged[g, p] = decide(
            found,
            rival=max((alike for alike, _ in others), default=0.0),
            near_rival=max((near for _, near in others), default=0.0),
        )
    return judged


def candidates(gold: Sequence[Statement], predicted: Sequence[Statement]) -> list[tuple[int, int]]:
    """Pairs worth judging: for each predicted claim those that share evidence or rare words."""
    having: dict[str, list[int]] = defaultdict(list)
    for index, statement in enumerate(gold):
        for key in _keys(statement):
            having[key].append(index)
    places = _Places(gold)
    pairs: list[tuple[int, int]] = []
    for index, statement in enumerate(predicted):
        votes: defaultdict[int, float] = defaultdict(float)
        for key in _keys(statement):
            found = having.get(key, ())
            for other in found:
                votes[other] += weight(key) * math.log1p(len(gold) / len(found))
        for other in places.touching(statement):
            votes[other] += 1 + votes[other]
        ranked = sorted(votes, key=lambda g: (-votes[g], gold[g].text))
        pairs += [(g, index) for g in ranked[:_CANDIDATES]]
    return pairs


def _keys(statement: Statement) -> set[str]:
    reading = read(statement.text, statement.published)
    return {*reading.tokens, *reading.names, *(f"#{value:g}" for value, _ in reading.numbers)}


class _Places:
    """Which statements rest on a place of the article."""

    _CELL = 200  # code points

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._cells: dict[int, set[int]] = defaultdict(set)
        for index, statement in enumerate(statements):
            for cell in self._of(statement):
                self._cells[cell].add(index)

    def touching(self, statement: Statement) -> set[int]:
        """Indices of the statements with evidence in the same neighbourhood."""
        return {i for cell in self._of(statement) for i in self._cells.get(cell, ())}

    def _of(self, statement: Statement) -> Iterable[int]:
        for ranges in statement.evidence:
            for start, end in ranges:
                yield from range(start // self._CELL, (end - 1) // self._CELL + 1)


def _assigned(
    judged: dict[tuple[int, int], Relation], golds: int, predictions: int
) -> dict[int, int]:
    """Gold index to predicted index: the assignment of the highest total score."""
    good = {
        at: _ASSIGNABLE[found.kind] + found.score
        for at, found in judged.items()
        if found.kind in _ASSIGNABLE
    }
    if not good:
        return {}
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    value = np.zeros((golds, predictions))
    for (g, p), worth in good.items():
        value[g, p] = worth
    rows, columns = linear_sum_assignment(value, maximize=True)
    return {int(g): int(p) for g, p in zip(rows, columns, strict=True) if (int(g), int(p)) in good}


class _Groups:
    """From judged pairs to what was found and what is right."""

    def __init__(
        self,
        gold: Sequence[Statement],
        predicted: Sequence[Statement],
        judged: Judged,
        assigned: dict[int, int],
    ) -> None:
        self._gold = gold
        self._predicted = predicted
        self._judged = judged.relations
        self._assigned = assigned
        self._clauses, self._says_in_a_clause = clause_links(gold, predicted, judged)
        self._same = frozenset(
            p for g, p in assigned.items() if self._judged[g, p].kind == "equivalent"
        )
        self._of_gold: dict[int, list[int]] = defaultdict(list)
        self._of_predicted: dict[int, list[int]] = defaultdict(list)
        for g, p in self._judged:
            self._of_gold[g].append(p)
            self._of_predicted[p].append(g)

    def alignment(self) -> Alignment:
        found, split = self._found()
        duplicates = self._duplicates()
        right, merged = self._right()
        pairs = [
            Pair(
                gold=self._gold[g].id,
                predicted=self._predicted[p].id,
                relation=relation.kind,
                score=round(relation.score, 3),
                group="split" if (g, p) in split else "merge" if (g, p) in merged else "one",
                differences=relation.differences,
            )
            for (g, p), relation in self._judged.items()
            if relation.kind in _ASSIGNABLE
            or (g, p) in split
            or (g, p) in merged
            or (relation.kind == "contradicts" and not right.get(p) and g not in found)
        ]
        pairs.sort(key=lambda pair: (pair.gold, -pair.score, pair.predicted))
        return Alignment(tuple(pairs), found, right, duplicates, self._assigned, self._same)

    def _with(self, of: dict[int, list[int]], index: int, kinds: set[Kind]) -> list[int]:
        """What stands to ``index`` in one of these relations, most alike first."""
        gold_side = of is self._of_gold

        def judged(other: int) -> Relation:
            return self._judged[(index, other) if gold_side else (other, index)]

        fitting = [other for other in of[index] if judged(other).kind in kinds]
        return sorted(fitting, key=lambda o: -judged(o).score)

    def _found(self) -> tuple[dict[int, tuple[int, ...]], set[tuple[int, int]]]:
        found: dict[int, tuple[int, ...]] = {}
        split: set[tuple[int, int]] = set()
        for g in range(len(self._gold)):
            whole = [
                p
                for p in self._with(self._of_gold, g, {"equivalent", "entails"})
                if self._says(p, g)
            ]
            if whole:
                found[g] = tuple(whole)
                continue
            near = self._with(self._of_gold, g, {"entailed_by", "overlaps"})[:_GROUP]
            if len(near) > 1 and together_say(
                self._gold[g], [self._predicted[p] for p in near], forward=True
            ):
                found[g] = tuple(near)
                split |= {(g, p) for p in near}
        return found, split

    def _says(self, p: int, g: int) -> bool:
        """Not where the prediction is the equivalent of another gold claim, unless it says more."""
        return (
            self._judged[g, p].kind == "entails"
            or self._assigned.get(g) == p
            or (g, p) in self._says_in_a_clause
            or p not in self._same
        )

    def _right(self) -> tuple[dict[int, tuple[int, ...]], set[tuple[int, int]]]:
        right: dict[int, tuple[int, ...]] = {}
        merged: set[tuple[int, int]] = set()
        for p in range(len(self._predicted)):
            whole = self._with(self._of_predicted, p, {"equivalent", "entailed_by"})
            if whole:
                right[p] = tuple(whole)
                continue
            clauses = self._clauses.get(p, [])
            rests = sorted(set().union(*clauses)) if all(clauses) else []
            near = self._with(self._of_predicted, p, {"entails", "overlaps"})[:_GROUP]
            if (
                not rests
                and len(near) > 1
                and together_say(self._predicted[p], [self._gold[g] for g in near], forward=False)
            ):
                rests = near
            if rests:
                right[p] = tuple(rests)
                merged |= {(g, p) for g in rests}
        return right, merged

    def _duplicates(self) -> frozenset[int]:
        """Predicted claims that say what another one says that was assigned to the same gold."""
        taken = set(self._assigned.values())
        return frozenset(
            other
            for g, p in self._assigned.items()
            if self._judged[g, p].kind == "equivalent"
            for other in self._with(self._of_gold, g, {"equivalent"})
            if other not in taken
        )


def together_say(one: Statement, group: Sequence[Statement], *, forward: bool) -> bool:
    """Whether a group, read as one statement, says all that ``one`` says.

    Args:
        forward: ``one`` is gold and the group predicted; else the reverse.
    """
    union = Statement(
        id="",
        text="; ".join(part.text.rstrip(".") for part in group) + ".",
        evidence=(tuple(r for part in group for r in part.evidence[0]),)
        if all(part.evidence for part in group)
        else (),
        sources=tuple(dict.fromkeys(s for part in group for s in part.sources)),
        published=one.published,
    )
    first, second = (one, union) if forward else (union, one)
    found = compare(first, replace(second, commitment=None))
    said = found.forward if forward else found.backward
    true = found.firmer >= 0 if forward else found.firmer <= 0
    return true and not set(found.differences) - {"scope", "strength"} and said >= _TOGETHER


def repeated(statements: Sequence[Statement]) -> frozenset[int]:
    """Indices of the statements that repeat an earlier one word for word, on the same word."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    again: set[int] = set()
    for index, statement in enumerate(statements):
        key = " ".join(statement.text.casefold().split()), statement.sources
        if key in seen:
            again.add(index)
        seen.add(key)
    return frozenset(again)
