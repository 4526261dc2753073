"""What all reports share: which result counts, the order of metrics, how figures are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from summarizer.evaluation.estimate import METRICS, trap_hits
from summarizer.evaluation.gold import TrapKind
from summarizer.evaluation.results import (
    LOWER_IS_BETTER,
    ArticleResult,
    Estimate,
    GateResult,
    MetricVerdict,
    RunResult,
    Scored,
    TrapGate,
    TrapOutcome,
)
from summarizer.evaluation.statistics import rate_interval
from summarizer.schema import Stage, StageUsage

Runs = Sequence[tuple[RunResult, Sequence[Estimate]]]
NOTHING = "—"
LEGEND = (
    "n: articles; [low, high]: 95 % interval over articles; ↓: less is better;"
    " a failed article counts as zero."
)
GATE_HEAD = (
    "verdict",
    "metric",
    "before",
    "after",
    "difference (+ is better)",
    "p (Holm)",
    "margin",
    "detectable",
    "n",
)


def gate_row(m: MetricVerdict) -> list[str]:
    """One gated metric, in the columns of ``GATE_HEAD``."""
    return [
        m.verdict,
        metric_name(m.metric),
        three(m.before),
        three(m.after),
        change_text(m),
        p_value(m.p_adjusted),
        three(m.margin),
        three(m.detectable),
        f"{m.articles}",
    ]


def in_order(metrics: Iterable[str]) -> list[str]:
    """Each metric once: those of the table first, then the others as they come."""
    given = dict.fromkeys(metrics)
    return [*(m for m in METRICS if m in given), *(m for m in given if m not in METRICS)]


def metrics_of(runs: Runs) -> list[str]:
    """The metrics that any of the runs has an estimate of."""
    return in_order(e.metric for _, estimates in runs for e in estimates)


def estimate_of(estimates: Sequence[Estimate], metric: str) -> Estimate | None:
    """The estimate of one metric, or None where the run has none."""
    return next((e for e in estimates if e.metric == metric), None)


def shown_result(article: ArticleResult) -> tuple[Stage, Scored] | None:
    """The result of ``compose``, or of the last stage that there is one of."""
    stages: list[Stage] = ["compose", *reversed(get_args(Stage))]
    return next(((s, article.stages[s]) for s in stages if s in article.stages), None)


def counted_result(article: ArticleResult) -> Scored | None:
    """The result that counts; None for an article that failed or was not run."""
    found = shown_result(article)
    return found[1] if found and article.state in ("scored", "stale") else None


def label(article: ArticleResult) -> str:
    """The article's id, with the number of the sample where it is not the first."""
    return f"{article.id}#{article.repeat}" if article.repeat else article.id


def metric_name(metric: str) -> str:
    """The metric, with an arrow where less of it is better."""
    return f"{metric} ↓" if metric in LOWER_IS_BETTER else metric


def three(value: float | None) -> str:
    """To three decimals."""
    return NOTHING if value is None else f"{_zero(value):.3f}"


def signed(value: float | None) -> str:
    """A difference, to three decimals."""
    return NOTHING if value is None else f"{_zero(value):+.3f}"


def _zero(value: float) -> float:
    return round(value, 3) + 0.0  # no minus before a zero


def change_text(verdict: MetricVerdict) -> str:
    """The difference with its interval."""
    if verdict.difference is None:
        return f"{NOTHING} not measured"
    low, high = verdict.low, verdict.high
    between = "no interval" if None in (low, high) else f"[{signed(low)}, {signed(high)}]"
    return f"{signed(verdict.difference)} {between}"


def p_value(p: float | None) -> str:
    """To three decimals, never a plain zero."""
    return "<0.001" if p is not None and p < 0.001 else three(p)  # noqa: PLR2004


def estimate_text(estimate: Estimate | None) -> str:
    """The value with its interval and number of articles, or why there is none."""
    if estimate is None:
        return f"{NOTHING} not scored"
    e = estimate
    if e.value is None:
        return f"{NOTHING} {'failed' if e.articles and e.failed >= e.articles else 'not measured'}"
    between = (
        "no interval" if e.low is None or e.high is None else f"[{three(e.low)}, {three(e.high)}]"
    )
    failed = f" ({e.failed} failed)" if e.failed else ""
    return f"{three(e.value)} {between} n={e.articles}{failed}"


def critical_text(traps: TrapGate) -> str:
    """How many critical traps were hit, and how high the rate may be."""
    upper = "no upper bound" if traps.upper is None else f"upper bound {three(traps.upper)}"
    return f"{traps.hits}/{traps.trials} hit, {upper} (95 %, one-sided)"


def matcher_text(runs: Iterable[RunResult]) -> str:
    """How often the matcher that all scores rest on is right; empty if it was not measured."""
    found = next((run.matcher for run in runs if run.matcher), None)
    if found is None:
        return ""
    return (
        f"matcher on {found.pairs} labelled pairs: balanced accuracy {three(found.accuracy)}"
        f" ({three(found.hard_accuracy)} on the hard ones), AUC {three(found.auc)};"
        f" word overlap {three(found.words_accuracy)}, AUC {three(found.words_auc)}."
    )


def how_run(run: RunResult) -> str:
    """Which system it is and whether it was replayed."""
    return f"{run.system}, {'recorded' if run.recorded else 'live'}"


def trap_kinds(runs: Iterable[RunResult]) -> list[TrapKind]:
    """The kinds of trap that occur."""
    found = {kind for run in runs for kind in trap_hits(run)}
    return [kind for kind in get_args(TrapKind) if kind in found]


def trap_text(run: RunResult, kind: TrapKind | None = None) -> str:
    """``hits/total`` of the traps of one kind, or of all."""
    return "{}/{}".format(*_trap_counts(run, kind))


def trap_rate(run: RunResult) -> str:
    """The exact 95 % interval of the rate of hits; empty without traps."""
    hits, total = _trap_counts(run, None)
    if not total:
        return ""
    found = rate_interval(hits, total)
    return f"[{three(found.low)}, {three(found.high)}]"


def _trap_counts(run: RunResult, kind: TrapKind | None) -> tuple[int, int]:
    counts = [n for name, n in trap_hits(run).items() if kind in (None, name)]
    return sum(hits for hits, _ in counts), sum(total for _, total in counts)


def stage_scores(run: RunResult) -> dict[Stage, tuple[dict[str, float], int]]:
    """For each stage the mean of each score over the articles that got so far, and their number."""
    found: dict[Stage, list[Scored]] = {}
    for article in run.articles:
        for stage, result in article.stages.items():
            found.setdefault(stage, []).append(result)
    return {stage: (_means(results), len(results)) for stage, results in found.items()}


def _means(results: Sequence[Scored]) -> dict[str, float]:
    values: dict[str, list[float]] = {}
    for result in results:
        for metric, score in result.scores.items():
            if score.value is not None:
                values.setdefault(metric, []).append(score.value)
    return {metric: sum(each) / len(each) for metric, each in values.items()}


def new_traps(gate: GateResult, runs: Iterable[RunResult]) -> list[tuple[str, TrapOutcome | None]]:
    """Each newly hit critical trap, with its outcome where the gate's run is among ``runs``."""
    known: dict[str, TrapOutcome] = {}
    for run in runs:
        for article in run.articles if run.name == gate.name else ():
            result = counted_result(article)
            for trap in result.traps if result else ():
                name = f"{article.id}:{trap.id}"
                if trap.hit_by or name not in known:
                    known[name] = trap
    return [(name, known.get(name)) for name in gate.traps.new]


def not_scored(run: RunResult) -> list[tuple[str, list[ArticleResult]]]:
    """The articles that failed, are stale or were not run; kinds without any are left out."""
    states = {"failed": "failed", "stale": "stale", "not_run": "not run"}
    found = [(w, [a for a in run.articles if a.state == state]) for state, w in states.items()]
    return [(words, articles) for words, articles in found if articles]


def named(article: ArticleResult) -> str:
    """The article, and what went wrong with it where that is known."""
    return f"{label(article)}: {article.error}" if article.error else label(article)


def cost(run: RunResult) -> dict[str, str]:
    """Seconds and tokens of all articles that tell theirs."""
    usages = [article.usage for article in run.articles if article.usage]
    if not usages:
        return dict.fromkeys(("seconds", "tokens in", "tokens out"), f"{NOTHING} unknown")
    whole = sum(usages, StageUsage())
    return {
        "seconds": f"{whole.seconds:.1f}",
        "tokens in": _tokens([u.input_tokens for u in usages]),
        "tokens out": _tokens([u.output_tokens for u in usages]),
    }


def _tokens(counts: Sequence[int | None]) -> str:
    known = [count for count in counts if count is not None]
    if not known:
        return f"{NOTHING} unknown"
    return f"{'' if len(known) == len(counts) else 'at least '}{sum(known):,}"
