"""How two aligned claims compare: who says so, how firmly, with which figures, from which place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

from summarizer.evaluation.results import Score, ratio
from summarizer.evaluation.sides import SideClaim
from summarizer.matching.relation import same_source

_T = TypeVar("_T", bound=Hashable)
# How firm each commitment is, for the direction of a shift; the others cannot be ordered.
_FIRMNESS = {"factual": 3, "reported": 2, "intended": 2, "forecast": 2, "possible": 1}


def links(gold: SideClaim, predicted: SideClaim) -> tuple[float, float]:
    """Links of the chain that agree; nobody's word is a chain of one link, "nobody"."""
    left, right = gold.chain or (("", ""),), predicted.chain or (("", ""),)
    rest = list(right)
    agreed = 0
    for source, _ in left:
        match = next((link for link in rest if same_source(source, link[0])), None)
        if match is not None:
            rest.remove(match)
            agreed += 1
    return agreed, max(len(left), len(right))


def macro_f1(pairs: Sequence[tuple[str, str]]) -> Score:
    """Mean over the levels that occur on either side of their F1."""
    levels = {level for pair in pairs for level in pair}
    total = 0.0
    for level in levels:
        agreed = sum(g == p == level for g, p in pairs)
        total += 2 * agreed / sum((g == level) + (p == level) for g, p in pairs)
    return ratio(total, len(levels))


def amounts(claim: SideClaim) -> Counter[tuple[float, float | None, str | None, str]]:
    """The numbers of a claim, as they are compared."""
    # Whether "km" is a unit or what is counted is a matter of taste; per cent and money are not.
    units = ("percent", "percentage points")
    return Counter(
        (
            round(q.value, 6),
            q.high,
            q.unit if q.unit in units or (q.unit or "").isupper() else None,
            q.modifier,
        )
        for q in claim.quantities
    )


def moments(claim: SideClaim) -> Counter[tuple[str | None, str | None, str]]:
    """The dates of a claim: where they lie, or their words where that is not known."""
    return Counter((d.start, d.end, "" if d.start else d.text.lower()) for d in claim.dates)


def shared(gold: Counter[_T], predicted: Counter[_T]) -> tuple[float, float]:
    """Twice what both have, and what each has: the fraction of an F1."""
    return 2 * (gold & predicted).total(), gold.total() + predicted.total()


def shift(gold: str, predicted: str) -> str:
    """Which way the commitment of a claim has moved."""
    if gold == predicted:
        return "same"
    if gold in _FIRMNESS and predicted in _FIRMNESS:
        change = _FIRMNESS[predicted] - _FIRMNESS[gold]
        return "strengthened" if change > 0 else "weakened" if change < 0 else "other"
    return "other"


def iou(gold: SideClaim, predicted: SideClaim) -> float:
    """Shared characters of evidence over all of either, best over the gold's alternatives."""
    best = 0.0
    for one in gold.evidence:
        for other in predicted.evidence:
            left = {at for start, end in one for at in range(start, end)}
            right = {at for start, end in other for at in range(start, end)}
            best = max(best, len(left & right) / len(left | right))
    return best


def touches(claim: SideClaim, gold: SideClaim) -> bool:
    """Whether both rest on a common place."""
    return any(
        start < end_gold and start_gold < end
        for spans in claim.evidence
        for start, end in spans
        for spans_gold in gold.evidence
        for start_gold, end_gold in spans_gold
    )
