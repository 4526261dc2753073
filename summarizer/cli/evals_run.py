"""``summarizer eval run`` and ``record``."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.output import complain, emit, write_whole
from summarizer.cli.progress import open_display
from summarizer.errors import GoldError, InputError
from summarizer.progress import Progress, Report

if TYPE_CHECKING:
    from summarizer.evaluation.gold import Gold
    from summarizer.evaluation.results import ArticleResult, GateResult, RunResult
    from summarizer.evaluation.runner import Outcome, Plan
    from summarizer.llm.model import Model
    from summarizer.schema import Summary

EVALS = Path("evals")


class SystemName(StrEnum):
    """What can be evaluated."""

    PIPELINE = "pipeline"
    LEAD = "lead"
    NAIVE = "naive"


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
    asked = _Asked(model, base_url, system, prompts, repeats, temperature)
    folder = recordings or EVALS / ("recordings" if replay else "runs")
    golds, folders = load_golds(gold, articles, only)
    outcomes = asyncio.run(run_all(asked, golds, folders, folder, live=not replay))
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
    asked = _Asked(model, base_url, system, prompts, repeats, temperature)
    golds, folders = load_golds(gold, [], only)
    outcomes = asyncio.run(
        run_all(asked, golds, folders, recordings, live=True, anew=not missing, tidy=True)
    )
    for outcome in outcomes:
        states = [a.state for a in outcome.result.articles]
        complain(
            f"{outcome.result.name}: {states.count('scored')} recorded,"
            f" {states.count('not_run')} not here, {states.count('failed')} failed"
        )
    return int(any(a.state == "failed" for o in outcomes for a in o.result.articles))


@dataclass(frozen=True)
class _Asked:
    """What was asked for on the command line."""

    models: Sequence[str]
    base_url: str | None
    systems: Sequence[SystemName]
    prompts: Sequence[Path]
    repeats: int
    temperature: float

    def each(self) -> list[_One]:
        """Every system with every model and prompts that it uses."""
        models = list(dict.fromkeys(self.models)) or [os.environ.get("SUMMARIZER_MODEL") or "local"]
        found: list[_One] = []
        for system in dict.fromkeys(self.systems) or [SystemName.PIPELINE]:
            folders: list[Path | None] = [None]
            if system == SystemName.PIPELINE:
                folders = [*dict.fromkeys(self.prompts)] or [None]
            if system == SystemName.LEAD:
                found.append(_One(system, "", None))
            else:
                found += [_One(system, model, folder) for model in models for folder in folders]
        return found


@dataclass(frozen=True)
class _One:
    """One system with one model and one set of prompts."""

    system: SystemName
    model: str
    prompts: Path | None

    @property
    def name(self) -> str:
        """In tables."""
        if self.system == SystemName.LEAD:
            return "lead"
        parts = [self.model] + (["naive"] if self.system == SystemName.NAIVE else [])
        return " ".join(parts + ([str(self.prompts)] if self.prompts else []))

    @property
    def folder(self) -> str:
        """Of its recordings."""
        return re.sub(r"[^A-Za-z0-9.]+", "-", self.name).strip("-")

    @property
    def again(self) -> str:
        """The command that records what is missing."""
        more = f" --system {self.system}" if self.system != SystemName.PIPELINE else ""
        more += f" --model {self.model}" if self.model != "local" else ""
        return "summarizer eval record --missing" + more


def load_golds(
    gold: Path, articles: Sequence[Path], only: Sequence[str]
) -> tuple[list[Gold], list[Path]]:
    """The gold files and the folders of their articles.

    Raises:
        GoldError: a file is malformed, or an article that was asked for is not there.
    """
    from summarizer.evaluation.gold import gold_files, load_gold

    golds = [load_gold(file) for file in gold_files(gold)]
    unknown = sorted(set(only) - {g.article.id for g in golds})
    if unknown:
        raise GoldError(
            f"there is no gold of {unknown[0]!r} in {str(gold)!r}",
            hint=f"there is {', '.join(g.article.id for g in golds)}",
        )
    root = gold if gold.is_dir() else gold.parent
    chosen = [g for g in golds if not only or g.article.id in only]
    return chosen, [root.parent / "articles", *articles]


async def run_all(
    asked: _Asked,
    golds: Sequence[Gold],
    folders: Sequence[Path],
    recordings: Path,
    *,
    live: bool,
    anew: bool = False,
    tidy: bool = False,
) -> list[Outcome]:
    """Run everything that was asked for, one system after the other."""
    from summarizer.evaluation.runner import run

    display = open_display()
    outcomes = []
    try:
        for one in asked.each():
            name = one.name
            plan = await _plan(asked, one, recordings / one.folder, live, display.report)
            done = 0
            total = len(golds) * plan.repeats

            def told(result: ArticleResult, name: str = name, total: int = total) -> None:
                nonlocal done
                done += 1
                note = f"{result.id} {result.state}"
                display.report(Progress("evaluate", done, total, note))

            display.begin(f"{name}:")
            display.report(Progress("evaluate", 0, total))
            try:
                outcomes.append(await run(plan, golds, folders, told, anew=anew, tidy=tidy))
            finally:
                for opened in plan.models:
                    await opened.aclose()
    finally:
        display.clear()
    return outcomes


async def _plan(asked: _Asked, one: _One, folder: Path, live: bool, report: Report) -> Plan:
    from summarizer.evaluation.recordings import header_of, read_header, write_header
    from summarizer.evaluation.runner import NO_MODEL, Plan
    from summarizer.llm.select import open_model
    from summarizer.prompting import load_prompts

    models: list[Model] = []
    header = NO_MODEL
    if one.system != SystemName.LEAD and live:
        for repeat in range(asked.repeats):
            model = await open_model(
                one.model,
                base_url=asked.base_url,
                environ=os.environ,
                report=report,
                temperature=asked.temperature,
                seed=repeat,
            )
            models.append(model)
        header = header_of(models[0])
        write_header(folder, header)
    elif one.system != SystemName.LEAD:
        header = read_header(folder)
    return Plan(
        name=one.name,
        system=one.system.value,
        prompts=load_prompts(one.prompts),
        folder=folder,
        header=header,
        models=tuple(models),
        repeats=asked.repeats if one.system != SystemName.LEAD else 1,
        again=one.again,
    )


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
        if wants_bless:
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
