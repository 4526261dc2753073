"""The gate for CI: a run against a blessed baseline."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from summarizer.errors import GoldError
from summarizer.evaluation.estimate import METRICS, compare_runs, critical_traps
from summarizer.evaluation.gold import read_file
from summarizer.evaluation.results import (
    ArticleResult,
    GateResult,
    MetricVerdict,
    RunResult,
    TrapGate,
    Verdict,
)
from summarizer.evaluation.statistics import rate_upper_bound
from summarizer.schema import Value


class Threshold(Value):
    """What a metric may fall by before it is called a regression."""

    margin: float = Field(gt=0, lt=1)


class Thresholds(Value):
    """``evals/thresholds.toml``.

    Attributes:
        baseline: path of the blessed run, relative to the file.
        metrics: the gated metrics.
        stories: what :mod:`summarizer.evaluation.stories.gate` reads.
    """

    baseline: str
    metrics: dict[str, Threshold] = Field(min_length=1)
    stories: dict[str, Any] = Field(default_factory=dict)


class Baseline(Value):
    """A blessed run.

    Attributes:
        critical_trap_hits: as ``article:trap``, in the open: what is known and not yet mended.
    """

    critical_trap_hits: tuple[str, ...]
    run: RunResult


def load_thresholds(path: Path) -> Thresholds:
    """Read the thresholds.

    Raises:
        GoldError: the file cannot be read, is malformed, or gates a metric that does not exist.
    """
    try:
        found = Thresholds.model_validate(tomllib.loads(read_file(path)))
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{path}: {error}") from None
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in fault["loc"])
        raise GoldError(f"{path}: {field}: {fault['msg']}") from None
    unknown = sorted(set(found.metrics) - set(METRICS))
    if unknown:
        raise GoldError(
            f"{path}: there is no metric {unknown[0]!r}", hint=f"there are {', '.join(METRICS)}"
        )
    return found


def load_baseline(path: Path) -> Baseline:
    """Read a blessed run.

    Raises:
        GoldError: it cannot be read, or is none.
    """
    try:
        return Baseline.model_validate_json(read_file(path))
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in fault["loc"]) or "the file"
        raise GoldError(
            f"{path} is no baseline: {field}: {fault['msg']}", hint="bless a run with --bless"
        ) from None


def load_run(path: Path) -> RunResult:
    """Read the results of a run, or the run of a baseline.

    Raises:
        GoldError: it cannot be read, or is neither.
    """
    text = read_file(path)
    try:
        return RunResult.model_validate_json(text)
    except ValidationError as error:
        try:
            return Baseline.model_validate_json(text).run
        except ValidationError:
            fault = error.errors(include_url=False)[0]
            field = ".".join(str(step) for step in fault["loc"]) or "the file"
            raise GoldError(
                f"{path} holds no results: {field}: {fault['msg']}",
                hint="write them with eval run --report NAME.json",
            ) from None


def bless(run: RunResult) -> Baseline:
    """A run as a baseline: its last stage without the pairs, and its critical hits in the open."""
    return Baseline(
        critical_trap_hits=tuple(critical_traps(run)[0]),
        run=run.model_copy(update={"articles": tuple(_slim(a) for a in run.articles)}),
    )


def _slim(article: ArticleResult) -> ArticleResult:
    final = article.final
    stages = {"compose": final.model_copy(update={"pairs": ()})} if final else {}
    return article.model_copy(update={"stages": stages})


def gate(run: RunResult, baseline: Baseline, thresholds: Thresholds) -> GateResult:
    """Judge a run; failed and stale articles make it a REGRESSION whatever the scores."""
    margins = {metric: t.margin for metric, t in thresholds.metrics.items()}
    metrics = compare_runs(baseline.run, run, margins)
    traps = _trap_gate(run, baseline)
    stale = tuple(sorted({a.id for a in run.articles if a.state == "stale"}))
    failed = tuple(sorted({a.id for a in run.articles if a.state == "failed"}))
    return GateResult(
        baseline=baseline.run.name,
        name=run.name,
        metrics=tuple(metrics),
        traps=traps,
        stale=stale,
        failed=failed,
        verdict="REGRESSION" if stale or failed else _worst(metrics, traps),
    )


def _trap_gate(run: RunResult, baseline: Baseline) -> TrapGate:
    hits, trials = critical_traps(run)
    known = set(baseline.critical_trap_hits)
    new = tuple(hit for hit in hits if hit not in known)
    ran = {article.id for article in run.articles if article.final}
    gone = sorted(k for k in known - set(hits) if k.split(":")[0] in ran)
    return TrapGate(
        hits=len(hits),
        trials=trials,
        upper=rate_upper_bound(len(hits), trials) if trials else None,
        known=tuple(hit for hit in hits if hit in known),
        new=new,
        gone=tuple(gone),
        verdict="REGRESSION" if new else "PASS",
    )


def _worst(metrics: list[MetricVerdict], traps: TrapGate) -> Verdict:
    verdicts = [traps.verdict, *(m.verdict for m in metrics)]
    order: tuple[Verdict, ...] = ("REGRESSION", "INCONCLUSIVE")
    return next((v for v in order if v in verdicts), "PASS")
