"""How far two labels of the same article agree.

Two labels by one labeller show self-consistency: an upper bound on what scores against either can
resolve, and no agreement between people.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from summarizer.errors import GoldError
from summarizer.evaluation.align import align
from summarizer.evaluation.gold import Gold
from summarizer.evaluation.score import score
from summarizer.evaluation.sides import SideClaim, side_of_gold
from summarizer.evaluation.statistics import krippendorff_alpha

LAYERS: dict[str, Callable[[SideClaim], Hashable]] = {
    "weight": lambda c: c.weight,
    "required": lambda c: c.required,
    "attribution": lambda c: tuple(kind for _, kind in c.chain),
    "commitment": lambda c: c.commitment,
    "negation": lambda c: c.negated,
    "quantities": lambda c: tuple(sorted(q.value for q in c.quantities)),
    "dates": lambda c: tuple(sorted((d.start or "", d.end or "") for d in c.dates)),
}
"""What is compared of aligned claims. Values are nominal, but the weight: 1 to 3 at distances."""


@dataclass(frozen=True)
class Agreement:
    """Two labels of some articles.

    Attributes:
        alpha: Krippendorff's alpha of each layer over the aligned claims; None where it is not
            defined.
        f1: of the alignment, the mean over articles.
        claims: first and second label's count.
        aligned: pairs that the layers are compared on.
    """

    articles: int
    claims: tuple[int, int]
    aligned: int
    f1: float
    alpha: dict[str, float | None]


def agreement(labels: Sequence[tuple[Gold, Gold]]) -> Agreement:
    """Compare first and second labels.

    Raises:
        GoldError: the two labels of an article are about different texts.
    """
    pairs: list[tuple[SideClaim, SideClaim]] = []
    f1: list[float] = []
    for first, second in labels:
        if first.article.sha256 != second.article.sha256:
            raise GoldError(f"the labels of {first.article.id} are about different texts")
        f1.append(score(first, side_of_gold(second)).scores["f1"].value or 0.0)
        one, other = side_of_gold(first).claims, side_of_gold(second).claims
        published = first.article.published
        found = align(
            [c.statement(published) for c in one], [c.statement(published) for c in other]
        )
        pairs += [(one[g], other[p]) for g, p in found.one_to_one.items()]
    return Agreement(
        articles=len(labels),
        claims=(
            sum(len(first.claims) for first, _ in labels),
            sum(len(second.claims) for _, second in labels),
        ),
        aligned=len(pairs),
        f1=sum(f1) / len(f1) if f1 else 0.0,
        alpha={
            layer: krippendorff_alpha(
                [(value(a), value(b)) for a, b in pairs],
                (lambda a, b: ((a - b) / 2) ** 2) if layer == "weight" else None,
            )
            for layer, value in LAYERS.items()
        },
    )
