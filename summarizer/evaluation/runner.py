"""Runs a system over articles: calls are recorded as they are made, and scores come from replay.

Every article goes through the same two steps. First its calls are made and recorded (or are there
already: a run that was broken off goes on where it stopped). Then the recorded calls are replayed
up to each stage, and what comes out is scored. So a live run, a resumed one and a replay give the
same figures from the same calls.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarizer import __version__
from summarizer.errors import RunError, SourceError, SummarizerError
from summarizer.evaluation.articles import find_article
from summarizer.evaluation.gold import Gold
from summarizer.evaluation.recordings import (
    Cassette,
    Header,
    RecordedModel,
    RecordingMissError,
)
from summarizer.evaluation.results import ArticleResult, ArticleState, RunResult, Scored, System
from summarizer.evaluation.score import score
from summarizer.evaluation.sides import side_of_summary
from summarizer.evaluation.systems import STAGES, naive_prompt, run_system
from summarizer.llm.model import Model
from summarizer.prompting import Prompt
from summarizer.schema import Document, Stage, Summary, Usage

NO_MODEL = Header(name="lead", mode="none", profile="small", parameters={})


@dataclass(frozen=True)
class Plan:
    """One system to run.

    Attributes:
        name: in tables and files.
        folder: of its recordings; one that needs no model has none.
        header: what the recordings are of.
        models: to ask for what is not recorded, one for each repeat; empty to replay only.
        again: the command that records what is missing, for errors.
    """

    name: str
    system: System
    prompts: dict[str, Prompt]
    folder: Path
    header: Header
    models: tuple[Model, ...] = ()
    repeats: int = 1
    again: str = "summarizer eval record --missing"


@dataclass
class Outcome:
    """A run and what it made.

    Attributes:
        summaries: by article and repeat, for reports and files.
    """

    result: RunResult
    summaries: dict[tuple[str, int], Summary] = field(default_factory=dict)


Done = Callable[[ArticleResult], None]


async def run(
    plan: Plan,
    golds: Sequence[Gold],
    folders: Sequence[Path],
    done: Done = lambda _: None,
    *,
    anew: bool = False,
    tidy: bool = False,
) -> Outcome:
    """Run one system over all articles.

    Args:
        folders: where articles are looked for, our own first; one that is in none is ``not_run``,
            and so is one of another folder that a replay has no calls of.
        done: told of each article.
        anew: ask for everything again; what is recorded of an article stays until that is done.
        tidy: drop recorded calls that nothing asks for.

    Raises:
        RunError: the model could not be asked at all: the rest would fail too.
        GoldError: a recording is malformed.
    """
    results: list[ArticleResult] = []
    summaries: dict[tuple[str, int], Summary] = {}
    for gold in golds:
        known = cassette_path(plan.folder, gold.article.id)
        # A new recording is made beside the old one, which stays until the new one is whole.
        path = known.with_suffix(".new") if anew else known
        states = []
        for repeat in range(plan.repeats):
            work = _Article(plan, gold, repeat, path)
            result = await work.result(folders, tidy=tidy)
            if work.summary is not None:
                summaries[gold.article.id, repeat] = work.summary
            results.append(result)
            states.append(result.state)
            done(result)
        if anew and path.is_file() and set(states) == {"scored"}:
            path.replace(known)
    return Outcome(
        RunResult(
            name=plan.name,
            system=plan.system,
            model=plan.header.name,
            recorded=not plan.models and plan.system != "lead",
            prompts={name: prompt.sha256 for name, prompt in _prompts(plan).items()},
            package_version=__version__,
            articles=tuple(results),
        ),
        summaries,
    )


def _prompts(plan: Plan) -> dict[str, Prompt]:
    if plan.system == "pipeline":
        return plan.prompts
    return {"naive": naive_prompt()} if plan.system == "naive" else {}


def cassette_path(folder: Path, article: str) -> Path:
    """Where the calls of an article are."""
    return folder / f"{article}.jsonl"


class _Article:
    """One article of one run."""

    def __init__(self, plan: Plan, gold: Gold, repeat: int, path: Path) -> None:
        self._plan = plan
        self._gold = gold
        self._repeat = repeat
        self._path = path
        self.summary: Summary | None = None

    async def result(self, folders: Sequence[Path], *, tidy: bool) -> ArticleResult:
        try:
            document = find_article(self._gold.article, folders)
        except SourceError as error:
            return self._as("failed", error=str(error))
        if document is None:
            return self._as("not_run", error=f"{self._gold.article.file} is not here")
        if self._runs_live_only(folders):
            return self._as("not_run", error="its calls are not recorded: it runs live only")
        cassette = Cassette(self._path)
        if self._plan.models:
            try:
                model = self._plan.models[self._repeat]
                await self._summarise(document, cassette, "compose", model)
            except RunError as error:
                if _is_fatal(error):
                    raise
                return self._as("failed", error=str(error))
        if tidy and self._plan.models:
            cassette.keep_used(self._repeat)
        return await self._scored(document, cassette)

    def _runs_live_only(self, folders: Sequence[Path]) -> bool:
        """Whether this is a replay of an article that is not part of the project."""
        own = (folders[0] / self._gold.article.file).is_file() if folders else False
        replays = not self._plan.models and self._plan.system != "lead"
        return replays and not own and not self._path.is_file()

    async def _summarise(
        self, document: Document, cassette: Cassette, until: Stage, model: Model | None
    ) -> Summary:
        plan = self._plan
        recorded = RecordedModel(cassette, plan.header, model, self._repeat, plan.again)
        return await run_system(plan.system, document, recorded, plan.prompts, until)

    async def _scored(self, document: Document, cassette: Cassette) -> ArticleResult:
        """Replay up to each stage; one that misses fails itself and those after it."""
        stages: dict[Stage, Scored] = {}
        for stage in STAGES[self._plan.system]:
            try:
                summary = await self._summarise(document, cassette, stage, None)
            except RecordingMissError as error:
                state: ArticleState = "stale" if error.prompt_changed else "failed"
                return self._as(state, error=str(error), stages=stages)
            except SummarizerError as error:
                return self._as("failed", error=str(error), stages=stages)
            stages[stage] = score(self._gold, side_of_summary(summary))
            self.summary = summary
        orphans = [c for c in cassette.orphans() if c.repeat == self._repeat]
        assert self.summary is not None
        if orphans:
            why = (
                f"{cassette.path.name} has {len(orphans)} recorded calls that nothing asks for,"
                f" such as one of {orphans[0].stage}; run {self._plan.again}"
            )
            return self._as("failed", error=why, stages=stages)
        if cassette.stale:
            why = (
                f"{cassette.path.name}: the prompt of {', '.join(sorted(cassette.stale))} is"
                f" another than the recorded one; run {self._plan.again}"
            )
            return self._as("stale", error=why, stages=stages)
        return self._as("scored", stages=stages)

    def _as(
        self,
        state: ArticleState,
        *,
        error: str | None = None,
        stages: dict[Stage, Scored] | None = None,
    ) -> ArticleResult:
        article = self._gold.article
        return ArticleResult(
            id=article.id,
            sha256=article.sha256,
            genre=article.genre,
            split=article.split,
            repeat=self._repeat,
            state=state,
            error=error,
            stages=stages or {},
            usage=_as_recorded(self.summary.usage) if self.summary else None,
        )


def _as_recorded(usage: Usage) -> Usage:
    """The usage with the seconds of the calls, not those of their replay."""
    seconds = sum(stage.seconds for stage in usage.stages.values())
    return usage.model_copy(update={"seconds": round(seconds, 3)})


def _is_fatal(error: RunError) -> bool:
    """Whether the endpoint is out of reach, so that every other article would fail too."""
    status = getattr(error, "status", 0)
    return status is None or status in (401, 403, 404)
