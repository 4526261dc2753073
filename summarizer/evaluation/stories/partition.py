"""How well clusters of a note agree with those of the labels.

B-cubed (Bagga and Baldwin, 1998): precision and recall are taken for each claim and averaged over
claims, a claim counting as its own companion. As in its extension to overlapping classes (Amigó et
al., 2009) a claim that holds several facts has several classes; two claims belong together when
they share one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from summarizer.evaluation.results import Score, ratio

_K = TypeVar("_K", bound=Hashable)


@dataclass(frozen=True)
class Companions(Generic[_K]):
    """For each item the items that are with it, itself not among them.

    Attributes:
        predicted, gold: the two partitions; of every item, in both.
    """

    predicted: Mapping[_K, frozenset[_K]]
    gold: Mapping[_K, frozenset[_K]]

    def bcubed(self, *, joined: bool = False) -> tuple[Score, Score, Score]:
        """Precision, recall and F1.

        Args:
            joined: count only items that have a companion on either side. Items that are rightly
                alone count as perfect otherwise, and where most are they flatter.
        """
        items = [i for i in self.gold if not joined or self.predicted[i] or self.gold[i]]
        both = {i: 1 + len(self.predicted[i] & self.gold[i]) for i in items}
        precision = ratio(sum(both[i] / (1 + len(self.predicted[i])) for i in items), len(items))
        recall = ratio(sum(both[i] / (1 + len(self.gold[i])) for i in items), len(items))
        return precision, recall, f1(precision, recall)

    def pairs(self) -> tuple[Score, Score]:
        """Precision and recall over the pairs of items that are together."""
        predicted, gold = _pairs(self.predicted), _pairs(self.gold)
        both = len(predicted & gold)
        return ratio(both, len(predicted)), ratio(both, len(gold))


def sharing(classes: Mapping[_K, Collection[Hashable]]) -> dict[_K, frozenset[_K]]:
    """For each item the others that share a class with it."""
    members: dict[Hashable, set[_K]] = defaultdict(set)
    for item, named in classes.items():
        for name in named:
            members[name].add(item)
    return {
        item: frozenset[_K]().union(*(members[name] for name in named)) - {item}
        for item, named in classes.items()
    }


def f1(precision: Score, recall: Score) -> Score:
    """The harmonic mean; not measured where neither is, and 0 where one of them is 0."""
    if precision.value is None or recall.value is None:
        return ratio(0, 0)
    both = precision.value + recall.value
    return ratio(2 * precision.value * recall.value, both) if both else ratio(0, 1)


def _pairs(companions: Mapping[_K, frozenset[_K]]) -> set[frozenset[_K]]:
    return {frozenset((item, other)) for item, others in companions.items() for other in others}
