"""``summarizer eval stories``."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.evals_systems import EVALS, Asked, SystemName
from summarizer.cli.options import BaseUrlOption
from summarizer.cli.output import complain, emit
from summarizer.cli.progress import open_display
from summarizer.progress import Progress, Report

if TYPE_CHECKING:
    from summarizer.evaluation.runner import Plan
    from summarizer.evaluation.stories.gate import Floor
    from summarizer.evaluation.stories.gold import Labelled
    from summarizer.evaluation.stories.results import StoriesResult, StoryResult
    from summarizer.llm.model import Model

_USUAL = EVALS / "stories"


def stories_command(
    only: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Only these stories.")
    ] = None,
    *,
    model: Annotated[
        str | None, typer.Option(metavar="MODEL", help="As for summarize. [default: local]")
    ] = None,
    base_url: BaseUrlOption = None,
    stories: Annotated[
        Path, typer.Option(metavar="DIR", help="Folder of stories, or one story's folder.")
    ] = _USUAL,
    replay: Annotated[
        bool, typer.Option("--replay", help="Answer from the recordings: no network, no key.")
    ] = False,
    record: Annotated[
        bool,
        typer.Option(
            "--record", help="Call only for what no recording answers, and keep it; drop orphans."
        ),
    ] = False,
    recordings: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Where calls are recorded. [default: evals/runs, with --replay or --record"
            " evals/recordings]",
        ),
    ] = None,
    gate: Annotated[
        bool, typer.Option("--gate", help="Exit code 1 where a story does not reach a floor.")
    ] = False,
    thresholds: Annotated[
        Path, typer.Option(metavar="FILE", help="Floors: the table stories of this file.")
    ] = EVALS / "thresholds.toml",
    lint: Annotated[
        bool, typer.Option("--lint", help="Check the labels against the texts, and do no more.")
    ] = False,
    output_format: Annotated[
        Literal["table", "json"], typer.Option("--format", help="What to write.")
    ] = "table",
    details: Annotated[
        bool, typer.Option("--details", help="Also write what was missed or is wrong, in words.")
    ] = False,
) -> int:
    """Make a note of each labelled story, and score it against the labels.

    \b
    Examples:
      summarizer eval stories --replay --gate            from the recordings, as in CI
      summarizer eval stories --record                   after a change of prompts or checks
      summarizer eval stories --stories mine --lint      are your own labels sound?
      summarizer eval stories --stories mine my-story    the embedded model, live

    Exit code 1: a floor was not reached, a story failed or its recordings do not answer, or with
    --lint there is a fault.
    """
    from summarizer.evaluation.stories.gate import load_floors, shortfalls
    from summarizer.evaluation.stories.gold import load_story, story_files
    from summarizer.evaluation.stories.report import details as in_words
    from summarizer.evaluation.stories.report import gate_text, table

    if replay and record:
        raise typer.BadParameter("--replay calls nothing, and --record calls for what is missing")
    files = story_files(stories, only or [])
    if lint:
        return _lint(files)
    floors: dict[str, Floor] = load_floors(thresholds) if gate else {}
    folder = recordings or EVALS / ("recordings" if replay or record else "runs")
    again = _again(model, base_url, stories, folder)
    labelled = [load_story(file) for file in files]
    work = _run(labelled, folder, model=model, base_url=base_url, live=not replay, again=again)
    result = asyncio.run(work)
    missed = shortfalls(result, floors)
    if output_format == "json":
        emit(result.model_dump_json(indent=1) + "\n")
    else:
        emit(table(result))
        emit(in_words(result) if details else "")
        emit("\n" + gate_text(result, floors, missed) if gate else "")
    failed = [story for story in result.stories if story.state != "scored"]
    for story in failed:
        complain(f"{story.id}: {story.state}: {story.error}")
    if gate and output_format == "json":
        for fall in missed:
            complain(f"{fall.story}: {fall.metric} is {fall.found:.3g}, floor {fall.floor:g}")
    return int(bool(failed or missed))


def _lint(files: Sequence[Path]) -> int:
    from summarizer.errors import GoldError
    from summarizer.evaluation.stories.lint import lint_story

    faults = 0
    for file in files:
        try:
            problems = [str(problem) for problem in lint_story(file)]
        except GoldError as error:
            problems = [str(error)]
        emit("".join(f"{problem}\n" for problem in problems))
        faults += len(problems)
    complain(f"{len(files)} stories, {faults} faults")
    return int(faults > 0)


def _again(model: str | None, base_url: str | None, stories: Path, folder: Path) -> str:
    """The command that records what a replay of the same misses."""
    words = ["summarizer eval stories --record"]
    words += [f"--model {model}"] if model else []
    words += [f"--base-url {base_url}"] if base_url else []
    words += [f"--stories {stories}"] if stories != _USUAL else []
    words += [f"--recordings {folder}"] if folder != EVALS / "recordings" else []
    return " ".join(words)


async def _run(
    stories: Sequence[Labelled],
    folder: Path,
    *,
    model: str | None,
    base_url: str | None,
    live: bool,
    again: str,
) -> StoriesResult:
    from summarizer.evaluation.stories.run import run_stories

    display = open_display()
    done = 0

    def told(result: StoryResult) -> None:
        nonlocal done
        done += 1
        display.report(Progress("evaluate", done, len(stories), f"{result.id} {result.state}"))

    try:
        plan = await _plan(
            folder, model=model, base_url=base_url, live=live, again=again, report=display.report
        )
        display.begin(f"{plan.name}:")
        display.report(Progress("evaluate", 0, len(stories)))
        try:
            return await run_stories(plan, stories, told)
        finally:
            for opened in plan.models:
                await opened.aclose()
    finally:
        display.clear()


async def _plan(
    folder: Path,
    *,
    model: str | None,
    base_url: str | None,
    live: bool,
    again: str,
    report: Report,
) -> Plan:
    from summarizer.evaluation.recordings import header_of, read_header, write_header
    from summarizer.evaluation.runner import Plan
    from summarizer.llm.select import open_model
    from summarizer.prompting import load_prompts

    asked = Asked([model] if model else [], base_url, [SystemName.PIPELINE], [], 1, 0.0)
    one = asked.each()[0]
    place = folder / one.folder
    models: list[Model] = []
    if live:
        opened = await open_model(
            one.model or None, base_url=base_url, environ=os.environ, report=report
        )
        models.append(opened)
        write_header(place, header_of(opened))
    return Plan(
        name=one.name,
        system="pipeline",
        prompts=load_prompts(),
        folder=place,
        header=read_header(place),
        models=tuple(models),
        again=again,
    )
