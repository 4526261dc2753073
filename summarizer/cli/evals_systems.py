"""Which systems an eval is to run, and running them with a progress bar."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.progress import open_display
from summarizer.errors import GoldError
from summarizer.progress import Progress, Report

if TYPE_CHECKING:
    from summarizer.evaluation.gold import Gold
    from summarizer.evaluation.results import ArticleResult
    from summarizer.evaluation.runner import Outcome, Plan
    from summarizer.llm.model import Model

EVALS = Path("evals")


class SystemName(StrEnum):
    """What can be evaluated."""

    PIPELINE = "pipeline"
    LEAD = "lead"
    NAIVE = "naive"


@dataclass(frozen=True)
class Asked:
    """What was asked for on the command line."""

    models: Sequence[str]
    base_url: str | None
    systems: Sequence[SystemName]
    prompts: Sequence[Path]
    repeats: int
    temperature: float

    def each(self) -> list[One]:
        """Every system with every model and prompts that it uses."""
        usual = os.environ.get("SUMMARIZER_MODEL") or ("" if self.base_url else "local")
        models = list(dict.fromkeys(self.models)) or [usual]
        found: list[One] = []
        for system in dict.fromkeys(self.systems) or [SystemName.PIPELINE]:
            folders: list[Path | None] = [None]
            if system == SystemName.PIPELINE:
                folders = [*dict.fromkeys(self.prompts)] or [None]
            if system == SystemName.LEAD:
                found.append(One(system, "", None))
            else:
                found += [One(system, model, folder) for model in models for folder in folders]
        return found


@dataclass(frozen=True)
class One:
    """One system with one model and one set of prompts."""

    system: SystemName
    model: str
    prompts: Path | None

    @property
    def name(self) -> str:
        """In tables."""
        if self.system == SystemName.LEAD:
            return "lead"
        parts = [self.model or "endpoint"] + (["naive"] if self.system == SystemName.NAIVE else [])
        return " ".join(parts + ([str(self.prompts)] if self.prompts else []))

    @property
    def folder(self) -> str:
        """Of its recordings."""
        return re.sub(r"[^A-Za-z0-9.]+", "-", self.name).strip("-")


def again(asked: Asked, one: One, gold: Path, recordings: Path) -> str:
    """The command that records what a replay of the same misses."""
    words = ["summarizer eval record --missing"]
    words += [f"--system {one.system.value}"] if one.system != SystemName.PIPELINE else []
    words += [f"--model {one.model}"] if one.model not in ("local", "") else []
    words += [f"--base-url {asked.base_url}"] if asked.base_url else []
    words += [f"--prompts {one.prompts}"] if one.prompts else []
    words += [f"--repeats {asked.repeats}"] if asked.repeats > 1 else []
    words += [f"--temperature {asked.temperature:g}"] if asked.temperature else []
    words += [f"--gold {gold}"] if gold != EVALS / "gold" else []
    words += [f"--recordings {recordings}"] if recordings != EVALS / "recordings" else []
    return " ".join(words)


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
    asked: Asked,
    golds: Sequence[Gold],
    folders: Sequence[Path],
    *,
    gold: Path,
    recordings: Path,
    live: bool,
    anew: bool = False,
    tidy: bool = False,
) -> list[Outcome]:
    """Run everything that was asked for, one system after the other.

    Args:
        gold, recordings: the folders that were named, for the command that an error tells.
    """
    from summarizer.evaluation.runner import run

    display = open_display()
    outcomes = []
    try:
        for one in asked.each():
            name = one.name
            command = again(asked, one, gold, recordings)
            plan = await _plan(
                asked,
                one,
                recordings / one.folder,
                command=command,
                live=live,
                report=display.report,
            )
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


async def _plan(
    asked: Asked, one: One, folder: Path, *, command: str, live: bool, report: Report
) -> Plan:
    from summarizer.evaluation.recordings import header_of, read_header, write_header
    from summarizer.evaluation.runner import NO_MODEL, Plan
    from summarizer.llm.select import open_model
    from summarizer.prompting import load_prompts

    models: list[Model] = []
    header = NO_MODEL
    if one.system != SystemName.LEAD and live:
        for repeat in range(asked.repeats):
            model = await open_model(
                one.model or None,
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
        again=command,
    )
