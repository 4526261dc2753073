"""``summarizer eval run`` and ``record``."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.evals_systems import EVALS, Asked, SystemName, load_golds, run_all
from summarizer.cli.output import complain, emit, write_whole
from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.evaluation.gold import Gold
    from summarizer.evaluation.results import GateResult, RunResult
    from summarizer.evaluation.runner import Outcome
    from summarizer.schema import Summary

_REPORTS = {".json", ".xml", ".md", ".html", ".txt"}

ModelOption = Annotated[
    list[str],
    typer.Option(
        metavar="MODEL", help="As for summarize; may be given several times. [default: local]"
    ),
]
BaseUrlOption = Annotated[
    str | None,
    typer.Option(metavar="URL", help="OpenAI-compatible endpoint, such as http://host/v1."),
]
SystemOption = Annotated[
    list[SystemName],
    typer.Option(
        "--system",
        help="pipeline, or a baseline: lead (the first sentences), naive (one call with the whole"
        " page). May be given several times. [default: pipeline]",
    ),
]
PromptsOption = Annotated[
    list[Path],
    typer.Option(
        metavar="DIR",
        help="Folder of prompts instead of the usual ones; may be given several times.",
    ),
]
GoldOption = Annotated[Path, typer.Option(metavar="DIR", help="Folder of gold files.")]
ArticlesOption = Annotated[
    list[Path],
    typer.Option(
        metavar="DIR", help="Further folder of articles; those beside the gold folder are known."
    ),
]
OnlyOption = Annotated[
    list[str], typer.Option(metavar="ID", help="Only this article; may be given several times.")
]
RepeatsOption = Annotated[
    int, typer.Option(min=1, metavar="N", help="Independent samples of each article.")
]
TemperatureOption = Annotated[
    float, typer.Option(min=0, max=2, help="Of sampling; with repeats, 0 gives much the same.")
]


def run_command(
    *,
    model: ModelOption = [],  # noqa: B006 (typer reads it, nothing writes to it)
    base_url: BaseUrlOption = None,
    system: SystemOption = [],  # noqa: B006
    prompts: PromptsOption = [],  # noqa: B006
    gold: GoldOption = EVALS / "gold",
    articles: ArticlesOption = [],  # noqa: B006
    only: OnlyOption = [],  # noqa: B006
    split: Annotated[
        Literal["dev", "test"] | None,
        typer.Option(
            help="Only the articles that the program was tuned on, or only those it was not."
        ),
    ] = None,
    repeats: RepeatsOption = 1,
    temperature: TemperatureOption = 0.0,
    replay: Annotated[
        bool, typer.Option("--replay", help="Answer from the recordings: no network, no key.")
    ] = False,
    recordings: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Where calls are recorded. [default: evals/runs, with --replay evals/recordings]",
        ),
    ] = None,
    report: Annotated[
        list[Path],
        typer.Option(
            metavar="PATH",
            help="Also write .json (the results), .xml (JUnit), .md (CI summary), .html (one page)"
            " or .txt; may be given several times.",
        ),
    ] = [],  # noqa: B006
    gate: Annotated[
        bool, typer.Option("--gate", help="Judge against the baseline; exit code 1 on REGRESSION.")
    ] = False,
    thresholds: Annotated[
        Path, typer.Option(metavar="FILE", help="Margins and the baseline's name.")
    ] = EVALS / "thresholds.toml",
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit code 1 on INCONCLUSIVE too.")
    ] = False,
    bless: Annotated[
        bool, typer.Option("--bless", help="Make this run the baseline of the thresholds.")
    ] = False,
) -> int:
    """Run a system over all articles and score it against the gold data.

    \b
    Examples:
      summarizer eval run                                   the embedded model, live
      summarizer eval run --replay --gate --report out.html from the recordings, as in CI
      summarizer eval run --system lead --system naive --system pipeline
      summarizer eval run --model openai:gpt-5-mini --repeats 3 --temperature 0.7

    Every call is recorded as it is made, so that a run that was broken off goes on where it
    stopped when the same command is given again. Articles that are not here are named and not
    counted. Exit code 1: the gate found a regression, or a replay missed a recording.
    """
    from summarizer.evaluation.gate import load_thresholds

    wanted = load_thresholds(thresholds) if gate or bless else None
    _check_reports(report)
    asked = Asked(model, base_url, system, prompts, repeats, temperature)
    folder = recordings or EVALS / ("recordings" if replay else "runs")
    golds, folders = load_golds(gold, articles, only)
    golds = [g for g in golds if split in (None, g.article.split)]
    if not golds:
        raise InputError(f"no article of {str(gold)!r} is of the split {split!r}")
    outcomes = asyncio.run(
        run_all(asked, golds, folders, (gold, folder), live=not replay, tidy=not replay)
    )
    _measure_matcher(outcomes, gold, articles)
    return _finish(outcomes, golds, report, (gate, bless, strict), (thresholds, wanted))


def record_command(
    *,
    model: ModelOption = [],  # noqa: B006
    base_url: BaseUrlOption = None,
    system: SystemOption = [],  # noqa: B006
    prompts: PromptsOption = [],  # noqa: B006
    gold: GoldOption = EVALS / "gold",
    only: OnlyOption = [],  # noqa: B006
    repeats: RepeatsOption = 1,
    temperature: TemperatureOption = 0.0,
    recordings: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the recordings are.")
    ] = EVALS / "recordings",
    missing: Annotated[
        bool,
        typer.Option("--missing", help="Call only for what no recording answers; drop orphans."),
    ] = False,
) -> int:
    """Record the calls of our own articles, so that --replay can answer them.

    \b
    Example:
      summarizer eval record --missing

    Articles that are not part of the project are not recorded.
    """
    asked = Asked(model, base_url, system, prompts, repeats, temperature)
    golds, folders = load_golds(gold, [], only)
    outcomes = asyncio.run(
        run_all(asked, golds, folders, (gold, recordings), live=True, anew=not missing, tidy=True)
    )
    for outcome in outcomes:
        states = [a.state for a in outcome.result.articles]
        complain(
            f"{outcome.result.name}: {states.count('scored')} recorded,"
            f" {states.count('not_run')} not here, {states.count('failed')} failed"
        )
    return int(any(a.state == "failed" for o in outcomes for a in o.result.articles))


def _measure_matcher(outcomes: Sequence[Outcome], gold: Path, articles: Sequence[Path]) -> None:
    """Put beside the scores how often the matcher is right, where there are labelled pairs."""
    from summarizer.evaluation.calibrate import calibrated, matcher_quality

    pairs = gold.parent / "pairs"
    if pairs.is_dir():
        quality = matcher_quality(calibrated(pairs, *load_golds(gold, articles, [])))
        for outcome in outcomes:
            outcome.result = outcome.result.model_copy(update={"matcher": quality})


def _check_reports(paths: Sequence[Path]) -> None:
    for path in paths:
        if path.suffix not in _REPORTS:
            raise InputError(
                f"cannot write a report as {str(path)!r}",
                hint=f"end its name in one of {', '.join(sorted(_REPORTS))}",
            )
        if not path.parent.is_dir():
            raise InputError(
                f"cannot write {str(path)!r}: there is no folder {str(path.parent)!r}",
                hint="create it, or name another place",
            )


def _finish(
    outcomes: Sequence[Outcome],
    golds: Sequence[Gold],
    reports: Sequence[Path],
    wants: tuple[bool, bool, bool],
    limits: tuple[Path, object],
) -> int:
    """Print the table, judge, write the reports; the exit code."""
    from summarizer.evaluation.estimate import estimates
    from summarizer.evaluation.gate import (
        Thresholds,
        bless,
        gate,
        load_baseline,
    )
    from summarizer.evaluation.report.terminal import gate_text, table

    wants_gate, wants_bless, strict = wants
    path, thresholds = limits
    runs = [(outcome.result, estimates(outcome.result)) for outcome in outcomes]
    emit(table(runs))
    for run in (outcome.result for outcome in outcomes):
        for article in run.articles:
            if article.state in ("failed", "stale"):
                complain(f"{run.name}: {article.id}: {article.state}: {article.error}")
    last = outcomes[-1].result
    verdict: GateResult | None = None
    before: RunResult | None = None
    if isinstance(thresholds, Thresholds):
        place = path.parent / thresholds.baseline
        spoiled = sum(a.state in ("failed", "stale") for a in last.articles)
        if wants_bless and spoiled:
            complain(
                f"{last.name} is not made the baseline: {spoiled} articles failed or are stale"
            )
        elif wants_bless:
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, bless(last).model_dump_json(exclude_defaults=True, indent=1) + "\n")
            complain(f"{place}: {last.name} is the baseline now")
        if wants_gate:
            baseline = load_baseline(place)
            before = baseline.run
            verdict = gate(last, baseline, thresholds)
            emit("\n" + gate_text(verdict))
    for report in reports:
        write_whole(report, _report(report, outcomes, golds, before, verdict))
    missed = any(a.state in ("failed", "stale") for r, _ in runs for a in r.articles)
    bad = ("REGRESSION", "INCONCLUSIVE") if strict else ("REGRESSION",)
    return int(missed or (verdict is not None and verdict.verdict in bad))


def _report(
    path: Path,
    outcomes: Sequence[Outcome],
    golds: Sequence[Gold],
    before: RunResult | None,
    verdict: GateResult | None,
) -> str:
    from summarizer.evaluation.estimate import estimates
    from summarizer.evaluation.report.html import html
    from summarizer.evaluation.report.junit import junit
    from summarizer.evaluation.report.markdown import markdown
    from summarizer.evaluation.report.terminal import table

    runs = [(outcome.result, estimates(outcome.result)) for outcome in outcomes]
    last = outcomes[-1]
    if path.suffix == ".json":
        return last.result.model_dump_json(indent=1) + "\n"
    if path.suffix == ".xml":
        return junit(last.result)
    if path.suffix == ".md":
        return markdown(runs, verdict)
    if path.suffix == ".txt":
        return table(runs)
    summaries: dict[str, Summary] = {
        article: summary for (article, repeat), summary in last.summaries.items() if repeat == 0
    }
    return html(last.result, summaries, {g.article.id: g for g in golds}, before, verdict)
