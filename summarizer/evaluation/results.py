"""What scoring gives: values with their denominators, and which claim did what."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from summarizer.evaluation.gold import TrapKind, TrapSeverity
from summarizer.matching.relation import Kind
from summarizer.schema import Stage, Usage, Value

State = Literal["scored", "failed", "not_measured"]
ArticleState = Literal["scored", "failed", "stale", "not_run"]
System = Literal["pipeline", "lead", "naive"]
LOWER_IS_BETTER = frozenset({"unsupported", "duplicates", "boilerplate"})
"""Scores of which 0 is the best; of all others but ``NEUTRAL`` it is 1."""
NEUTRAL = frozenset({"verbatim", "length"})
"""Descriptions, neither good nor bad."""


class Score(Value):
    """One score, never a silent NaN.

    Attributes:
        value: None unless ``scored``; for a failed article the gate counts it as zero.
        state: ``not_measured`` where there is nothing to measure (a denominator of 0).
    """

    value: float | None
    state: State
    numerator: float
    denominator: float


def ratio(numerator: float, denominator: float) -> Score:
    """A score from its fraction; nothing to measure when the denominator is 0."""
    if not denominator:
        return Score(value=None, state="not_measured", numerator=numerator, denominator=0)
    return Score(
        value=numerator / denominator,
        state="scored",
        numerator=numerator,
        denominator=denominator,
    )


FAILED = Score(value=None, state="failed", numerator=0, denominator=0)
NOT_MEASURED = Score(value=None, state="not_measured", numerator=0, denominator=0)


class Pair(Value):
    """How one predicted claim stands to one gold claim.

    Attributes:
        group: ``one`` to one; ``split``: several predicted claims make up the gold one; ``merge``:
            the predicted claim holds several gold ones.
    """

    gold: str
    predicted: str
    relation: Kind
    score: float
    group: Literal["one", "split", "merge"]
    differences: tuple[str, ...] = ()


class GoldOutcome(Value):
    """Whether a gold claim was found, and by which predicted claims."""

    id: str
    text: str
    weight: int
    required: bool
    found: bool
    by: tuple[str, ...]


class PredictedOutcome(Value):
    """Whether a predicted claim is right: it says no more than gold claims do.

    Attributes:
        duplicate: it says again what an earlier one says, and counts for nothing.
        unsupported: the checks find it false or find no evidence; None if not checked.
    """

    id: str
    text: str
    right: bool
    duplicate: bool
    unsupported: bool | None
    matches: tuple[str, ...]
    evidence: tuple[tuple[int, int], ...]


class TrapOutcome(Value):
    """Whether a trap was walked into, and by which predicted claims or sentences."""

    id: str
    kind: TrapKind
    severity: TrapSeverity
    text: str
    hit_by: tuple[str, ...]


class Scored(Value):
    """One prediction against the gold of one article.

    Attributes:
        shifts: aligned claims whose commitment is ``same``, ``strengthened``, ``weakened`` or
            ``other`` (as denied for unknown).
    """

    scores: dict[str, Score]
    pairs: tuple[Pair, ...]
    gold: tuple[GoldOutcome, ...]
    predicted: tuple[PredictedOutcome, ...]
    traps: tuple[TrapOutcome, ...]
    shifts: dict[str, int]


class ArticleResult(Value):
    """One article of a run.

    Attributes:
        repeat: number of the independent sample, from 0.
        stages: the result after each stage that could be scored.
    """

    id: str
    sha256: str
    genre: str
    split: Literal["dev", "test"]
    repeat: int
    state: ArticleState
    error: str | None = None
    stages: dict[Stage, Scored] = Field(default_factory=dict)
    usage: Usage | None = None

    @property
    def final(self) -> Scored | None:
        """The result of the whole, or None where it did not get so far."""
        return self.stages.get("compose") if self.state in ("scored", "stale") else None


class MatcherQuality(Value):
    """How often the matcher is right on pairs labelled by hand; see ``eval calibrate``.

    Attributes:
        accuracy, hard_accuracy: balanced accuracy on all pairs and on the hard ones, 0 to 1.
        auc: area under the ROC curve; ``words_auc`` that of plain word overlap.
        words_accuracy: of word overlap at its best cut.
    """

    pairs: int
    accuracy: float
    hard_accuracy: float
    auc: float
    words_accuracy: float
    words_auc: float


class RunResult(Value):
    """One system over all articles.

    Attributes:
        name: of the system: its model, and prompts where they are not the usual ones.
        recorded: whether it was replayed from recordings.
        prompts: id to SHA-256.
        matcher: how far the scores can be trusted, where there are labelled pairs.
    """

    name: str
    system: System
    model: str
    recorded: bool
    prompts: dict[str, str]
    package_version: str
    articles: tuple[ArticleResult, ...]
    matcher: MatcherQuality | None = None


class Estimate(Value):
    """One score over the articles of a run: the mean of the articles' values.

    Attributes:
        low, high: 95 % cluster bootstrap interval, None with fewer than two articles.
        articles: how many it was measured on; ``failed`` of them count with the worst value.
    """

    metric: str
    value: float | None
    low: float | None
    high: float | None
    articles: int
    failed: int


Verdict = Literal["PASS", "REGRESSION", "INCONCLUSIVE"]


class MetricVerdict(Value):
    """One gated metric, against the baseline, on the articles that both have.

    Attributes:
        difference: after minus before, turned round where lower is better, so that more is better.
        low, high: 95 % interval of the paired difference.
        p: of the paired sign-flip permutation test; ``p_adjusted`` by Holm over the gated metrics.
        margin: what the metric may fall by.
        detectable: the smallest difference that this many articles can show with power 0.8.
    """

    metric: str
    verdict: Verdict
    before: float | None
    after: float | None
    difference: float | None
    low: float | None
    high: float | None
    p: float | None
    p_adjusted: float | None
    margin: float
    detectable: float | None
    articles: int


class TrapGate(Value):
    """Critical traps: any hit that the baseline does not list is a regression.

    Attributes:
        known, new, gone: as ``article:trap``.
        upper: exact one-sided 95 % upper bound of the rate of critical hits.
    """

    hits: int
    trials: int
    upper: float | None
    known: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    verdict: Verdict


class GateResult(Value):
    """What the gate says of a run.

    Attributes:
        stale: articles whose recordings are of another prompt; failed: those that failed. Both
            make the verdict a REGRESSION whatever the scores.
    """

    baseline: str
    name: str
    metrics: tuple[MetricVerdict, ...]
    traps: TrapGate
    stale: tuple[str, ...]
    failed: tuple[str, ...]
    verdict: Verdict
