"""Runs briefing notes over stories: calls are recorded as they are made, scores come from replay.

As in :mod:`summarizer.evaluation.runner`, but the calls of all sources of a story are in one file.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from summarizer import __version__
from summarizer.briefing.brief import brief_documents
from summarizer.briefing.note import note_of
from summarizer.briefing.schema import BriefingNote, Focus
from summarizer.errors import RunError, SummarizerError
from summarizer.evaluation.recordings import Cassette, RecordedModel, RecordingMissError, read_calls
from summarizer.evaluation.runner import Plan, cassette_path
from summarizer.evaluation.stories.gold import Labelled, Story
from summarizer.evaluation.stories.results import (
    Seconds,
    StoriesResult,
    StoryResult,
    StoryState,
)
from summarizer.evaluation.stories.score import score_story
from summarizer.llm.model import Model
from summarizer.pipeline import summarize_document
from summarizer.schema import Document, Summary

Done = Callable[[StoryResult], None]


async def run_stories(
    plan: Plan, stories: Sequence[Labelled], done: Done = lambda _: None
) -> StoriesResult:
    """Make a note of each story, and score it.

    Args:
        plan: with a model, what is not recorded is asked and recorded, and calls that nothing asks
            for are dropped; without, recordings alone answer.
        done: told of each story.

    Raises:
        RunError: the model could not be asked at all.
        GoldError: a recording is malformed.
    """
    results = []
    for labelled in stories:
        result = await _Run(plan, labelled).result()
        results.append(result)
        done(result)
    return StoriesResult(
        name=plan.name,
        model=plan.header.name,
        prompts={name: prompt.sha256 for name, prompt in plan.prompts.items()},
        package_version=__version__,
        stories=tuple(results),
    )


class _Run:
    """One story of one run."""

    def __init__(self, plan: Plan, labelled: Labelled) -> None:
        self._plan = plan
        self._story: Story = labelled.story
        self._labelled = labelled
        self._path = cassette_path(plan.folder, self._story.id)

    async def result(self) -> StoryResult:
        try:
            documents = self._labelled.documents()
            if self._plan.models:
                await self._record(documents, self._plan.models[0])
            return await self._replay(documents)
        except RecordingMissError as error:
            return self._as("stale" if error.prompt_changed else "failed", error=str(error))
        except RunError:
            raise
        except SummarizerError as error:
            return self._as("failed", error=str(error))

    async def _record(self, documents: Sequence[Document], model: Model) -> None:
        cassette = Cassette(self._path)
        await self._summaries(documents, cassette, model)
        await self._note(documents, cassette, model)
        cassette.keep_used(0)

    async def _replay(self, documents: Sequence[Document]) -> StoryResult:
        cassette = Cassette(self._path)
        # The summaries first: they tell a miss, which a note reports as a source that failed.
        summaries = await self._summaries(documents, cassette)
        began = time.monotonic()
        note = await self._note(documents, cassette)
        between = time.monotonic()
        note_of(summaries)
        ended = time.monotonic()
        fault = self._fault(note, cassette)
        if fault is not None:
            return fault
        questions = [answer.question for answer in self._story.answers]
        focused: dict[str, Focus | None] = {q: note_of(summaries, focus=q).focus for q in questions}
        return self._as("scored").model_copy(
            update={
                "scored": score_story(self._story, note, focused),
                "seconds": Seconds(
                    model=round(sum(c.usage.seconds for c in read_calls(self._path)), 1),
                    code=round(between - began, 2),
                    note=round(ended - between, 2),
                ),
            }
        )

    async def _summaries(
        self, documents: Sequence[Document], cassette: Cassette, model: Model | None = None
    ) -> list[Summary]:
        recorded = self._recorded(cassette, model)
        return [await summarize_document(d, recorded, self._plan.prompts) for d in documents]

    async def _note(
        self, documents: Sequence[Document], cassette: Cassette, model: Model | None = None
    ) -> BriefingNote:
        return await brief_documents(documents, self._recorded(cassette, model), self._plan.prompts)

    def _recorded(self, cassette: Cassette, model: Model | None) -> RecordedModel:
        return RecordedModel(cassette, self._plan.header, model, again=self._plan.again)

    def _fault(self, note: BriefingNote, cassette: Cassette) -> StoryResult | None:
        """The result where the note is not one of all sources, or not one of these recordings."""
        name, again = self._path.name, self._plan.again
        if note.failures:
            first = note.failures[0]
            return self._as("failed", error=f"{first.source}: {first.error}")
        orphans = cassette.orphans()
        if orphans:
            why = (
                f"{name} has {len(orphans)} recorded calls that nothing asks for, such as one of"
                f" {orphans[0].stage}; run {again}"
            )
            return self._as("failed", error=why)
        if cassette.stale:
            stages = ", ".join(sorted(cassette.stale))
            why = f"{name}: the prompt of {stages} is another than the recorded one; run {again}"
            return self._as("stale", error=why)
        return None

    def _as(self, state: StoryState, *, error: str | None = None) -> StoryResult:
        return StoryResult(id=self._story.id, kind=self._story.kind, state=state, error=error)
