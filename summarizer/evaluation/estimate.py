"""From the results of articles to figures of a run, with their uncertainty.

The article is the unit: a score of a run is the mean of its articles' scores, repeats of an article
averaged first, and intervals come from drawing articles anew. An article that failed counts with
the worst value of each score; one that was not run does not count. A stale one whose calls are all
answered keeps its scores, and the gate refuses it all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.evaluation.results import (
    LOWER_IS_BETTER,
    NEUTRAL,
    ArticleResult,
    Estimate,
    MetricVerdict,
    RunResult,
    Verdict,
)
from summarizer.evaluation.statistics import (
    Ratio,
    bootstrap_interval,
    holm,
    paired_difference,
    paired_interval,
    permutation_p,
    pooled,
    smallest_difference,
)

SEED = 20_261_124
METRICS = (
    "recall",
    "precision",
    "f1",
    "attribution",
    "commitment",
    "quantities",
    "dates",
    "negation",
    "grounding",
    "traps",
    "coverage",
    "open_questions",
    "unsupported",
    "duplicates",
    "atomicity",
    "boilerplate",
    "verbatim",
    "length",
)
"""The scores of the table, in its order."""


def values(run: RunResult, metric: str) -> dict[str, float]:
    """The metric of each article that it was measured on, by article id."""
    found: dict[str, list[float]] = {}
    for article in run.articles:
        value = value_of(article, metric)
        if value is not None:
            found.setdefault(article.id, []).append(value)
    return {article: sum(v) / len(v) for article, v in found.items()}


def value_of(article: ArticleResult, metric: str) -> float | None:
    """One article's value; the worst one where it failed, None where there is nothing to count."""
    if article.state == "not_run":
        return None
    if article.final is None:
        return None if metric in NEUTRAL else float(metric in LOWER_IS_BETTER)
    score = article.final.scores.get(metric)
    return score.value if score is not None else None


def estimates(run: RunResult) -> list[Estimate]:
    """Each score of a run with its interval."""
    failed = len({a.id for a in run.articles if a.state != "not_run" and a.final is None})
    return [_estimate(metric, values(run, metric), failed) for metric in METRICS]


def _estimate(metric: str, found: Mapping[str, float], failed: int) -> Estimate:
    ratios = [Ratio(found[article], 1.0) for article in sorted(found)]
    interval = bootstrap_interval(ratios, seed=SEED) if ratios else None
    return Estimate(
        metric=metric,
        value=pooled(ratios),
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        articles=len(ratios),
        failed=failed,
    )


def compare_runs(
    before: RunResult, after: RunResult, margins: Mapping[str, float]
) -> list[MetricVerdict]:
    """Each metric of two runs on the articles that both measured, with the gate's verdict.

    PASS when the interval of the paired difference lies above minus the margin; REGRESSION when it
    lies below zero or the difference itself is below minus twice the margin; else INCONCLUSIVE.
    """
    compared = [_compared(before, after, metric, margin) for metric, margin in margins.items()]
    adjusted = holm({c.metric: c.p for c in compared if c.p is not None})
    return [c.model_copy(update={"p_adjusted": adjusted.get(c.metric)}) for c in compared]


def _compared(before: RunResult, after: RunResult, metric: str, margin: float) -> MetricVerdict:
    first, second = values(before, metric), values(after, metric)
    shared = sorted(set(first) & set(second))
    turn = -1.0 if metric in LOWER_IS_BETTER else 1.0
    old = [Ratio(_upward(first[a], turn), 1.0) for a in shared]
    new = [Ratio(_upward(second[a], turn), 1.0) for a in shared]
    difference = paired_difference(old, new) if shared else None
    interval = paired_interval(old, new, seed=SEED) if shared else None
    low, high = (interval.low, interval.high) if interval else (None, None)
    return MetricVerdict(
        metric=metric,
        verdict="PASS" if old and old == new else _verdict(difference, low, high, margin),
        before=_mean([first[a] for a in shared]),
        after=_mean([second[a] for a in shared]),
        difference=difference,
        low=low,
        high=high,
        p=permutation_p(old, new, seed=SEED) if shared else None,
        p_adjusted=None,
        margin=margin,
        detectable=smallest_difference(old, new) if shared else None,
        articles=len(shared),
    )


def _upward(value: float, turn: float) -> float:
    """The value as a share of which more is better."""
    return value if turn > 0 else 1.0 - value


def _mean(found: Sequence[float]) -> float | None:
    return sum(found) / len(found) if found else None


def _verdict(
    difference: float | None, low: float | None, high: float | None, margin: float
) -> Verdict:
    if difference is None:
        return "INCONCLUSIVE"
    if (high is not None and high < 0) or difference < -2 * margin:
        return "REGRESSION"
    if low is not None and low > -margin:
        return "PASS"
    return "INCONCLUSIVE"


def critical_traps(run: RunResult) -> tuple[list[str], int]:
    """The critical traps that were hit, as ``article:trap``, and how many could have been.

    A trap that any repeat walks into counts as hit.
    """
    hit: set[str] = set()
    tried: set[str] = set()
    for article in run.articles:
        for trap in article.final.traps if article.final else ():
            if trap.severity == "critical":
                tried.add(f"{article.id}:{trap.id}")
                if trap.hit_by:
                    hit.add(f"{article.id}:{trap.id}")
    return sorted(hit), len(tried)


def trap_hits(run: RunResult) -> dict[str, tuple[int, int]]:
    """For each kind of trap, how many were hit and how many there were."""
    found: dict[str, tuple[int, int]] = {}
    for trap in (trap for a in run.articles if a.final for trap in a.final.traps):
        hits, total = found.get(trap.kind, (0, 0))
        found[trap.kind] = (hits + bool(trap.hit_by), total + 1)
    return dict(sorted(found.items()))
