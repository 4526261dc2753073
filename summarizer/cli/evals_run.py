"""``summarizer eval run`` and ``record``."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.evals_systems import EVALS, Asked, SystemName, load_golds, run_all
from summarizer.cli.options import BaseUrlOption
from summarizer.cli.output import complain, emit, write_whole
from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.evaluation.gold import Gold
    from summarizer.evaluation.report.shared import Runs
    from summarizer.evaluation.results import GateResult, RunResult
    from summarizer.evaluation.runner import Outcome

_REPORTS = {".json", ".xml", ".md", ".html", ".txt"}

ModelOption = Annotated[
    list[str],
    typer.Option(
        metavar="MODEL", help="As for summarize; may be given several times. [default: local]"
    ),
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
    from summarizer.evaluation.estimate import estimates
    from summarizer.evaluation.gate import gate as judge
    from summarizer.evaluation.gate import load_baseline, load_thresholds
    from summarizer.evaluation.report.terminal import gate_text, table

    wanted = load_thresholds(thresholds) if gate or bless else None
    _check_reports(report)
    asked = Asked(model, base_url, system, prompts, repeats, temperature)
    folder = recordings or EVALS / ("recordings" if replay else "runs")
    golds, folders = load_golds(gold, articles, only)
    golds = [g for g in golds if split in (None, g.article.split)]
    if not golds:
        raise InputError(f"no article of {str(gold)!r} is of the split {split!r}")
    run = run_all(
        asked, golds, folders, gold=gold, recordings=folder, live=not replay, tidy=not replay
    )
    outcomes = _with_matcher(asyncio.run(run), gold, articles)
    runs = [(outcome.result, estimates(outcome.result)) for outcome in outcomes]
    emit(table(runs))
    missed = _complain_of_misses(outcomes)
    last = outcomes[-1].result
    if wanted and bless:
        _bless(last, thresholds.parent / wanted.baseline)
    baseline = load_baseline(thresholds.parent / wanted.baseline) if wanted and gate else None
    verdict = judge(last, baseline, wanted) if wanted and baseline else None
    if verdict:
        emit("\n" + gate_text(verdict))
    for path in report:
        before = baseline.run if baseline else None
        write_whole(path, _report(path, outcomes[-1], runs, golds, before=before, verdict=verdict))
    bad = ("REGRESSION", "INCONCLUSIVE") if strict else ("REGRESSION",)
    return int(missed or (verdict is not None and verdict.verdict in bad))


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
    run = run_all(
        asked,
        golds,
        folders,
        gold=gold,
        recordings=recordings,
        live=True,
        anew=not missing,
        tidy=True,
    )
    outcomes = asyncio.run(run)
    for outcome in outcomes:
        states = [a.state for a in outcome.result.articles]
        complain(
            f"{outcome.result.name}: {states.count('scored')} recorded,"
            f" {states.count('not_run')} not here, {states.count('failed')} failed"
        )
    return int(any(a.state == "failed" for o in outcomes for a in o.result.articles))


def _with_matcher(
    outcomes: Sequence[Outcome], gold: Path, articles: Sequence[Path]
) -> list[Outcome]:
    """The outcomes with how often the matcher is right, where there are labelled pairs."""
    from summarizer.evaluation.calibrate import calibrated, matcher_quality

    pairs = gold.parent / "pairs"
    if not pairs.is_dir():
        return list(outcomes)
    quality = matcher_quality(calibrated(pairs, *load_golds(gold, articles, [])))
    return [
        replace(outcome, result=outcome.result.model_copy(update={"matcher": quality}))
        for outcome in outcomes
    ]


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


def _complain_of_misses(outcomes: Sequence[Outcome]) -> bool:
    """Name every article that failed or is stale; whether there is one."""
    missed = [
        (outcome.result.name, article)
        for outcome in outcomes
        for article in outcome.result.articles
        if article.state in ("failed", "stale")
    ]
    for name, article in missed:
        complain(f"{name}: {article.id}: {article.state}: {article.error}")
    return bool(missed)


def _bless(run: RunResult, place: Path) -> None:
    """Make a run the baseline, unless a part of it is missing."""
    from summarizer.evaluation.gate import bless

    spoiled = sum(a.state in ("failed", "stale") for a in run.articles)
    if spoiled:
        complain(f"{run.name} is not made the baseline: {spoiled} articles failed or are stale")
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    write_whole(place, bless(run).model_dump_json(exclude_defaults=True, indent=1) + "\n")
    complain(f"{place}: {run.name} is the baseline now")


def _report(
    path: Path,
    last: Outcome,
    runs: Runs,
    golds: Sequence[Gold],
    *,
    before: RunResult | None,
    verdict: GateResult | None,
) -> str:
    from summarizer.evaluation.report.html import html
    from summarizer.evaluation.report.junit import junit
    from summarizer.evaluation.report.markdown import markdown
    from summarizer.evaluation.report.terminal import table

    if path.suffix == ".json":
        return last.result.model_dump_json(indent=1) + "\n"
    if path.suffix == ".xml":
        return junit(last.result)
    if path.suffix == ".md":
        return markdown(runs, verdict)
    if path.suffix == ".txt":
        return table(runs)
    summaries = {
        article: summary for (article, repeat), summary in last.summaries.items() if repeat == 0
    }
    return html(last.result, summaries, {g.article.id: g for g in golds}, before, verdict)
