"""A briefing note from sources: each is summarised, then all are set beside each other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from summarizer.briefing.comparison.ask import Answers, ask_same
from summarizer.briefing.copies import distinct
from summarizer.briefing.note import note_of
from summarizer.briefing.schema import BriefingNote, Failure
from summarizer.documents import load
from summarizer.errors import DownloadError, InputError, RunError, SourceError
from summarizer.llm.model import Decider, Model
from summarizer.llm.select import open_model
from summarizer.pipeline import run, summarize_document
from summarizer.progress import Report, silent
from summarizer.prompting import Prompt, load_prompt, load_prompts
from summarizer.schema import Document, StageUsage, Summary, Usage

Source = str | Path | Document


async def brief_documents(
    documents: Sequence[Document],
    model: Model,
    prompts: dict[str, Prompt],
    report: Report = silent,
    *,
    focus: str | None = None,
    since: BriefingNote | None = None,
    failures: Sequence[Failure] = (),
    begin: Callable[[str], None] = lambda _: None,
    failed: Callable[[Failure], None] = lambda _: None,
) -> BriefingNote:
    """Documents in, note out. A text that is there twice is summarised and counted once.

    Args:
        failures: sources that could not be read, to be named in the note.
        begin: is told, before each document, which of how many it is.
        failed: is told of each of several documents that cannot be summarised.

    Raises:
        InputError: there is no document, or the question is empty.
        RunError: no document could be summarised. Where some could, the others are in ``failures``.
    """
    _check(focus)
    began = time.monotonic()
    kept, notices = distinct(documents)
    summaries: list[Summary] = []
    unmade: list[Failure] = []
    for place, index in enumerate(kept, start=1):
        document = documents[index]
        begin(f"{place}/{len(kept)} {document.source}:" if len(kept) > 1 else "")
        try:
            summaries.append(await summarize_document(document, model, prompts, report))
        except DownloadError:
            raise
        except RunError as error:
            if len(kept) == 1:
                raise
            unmade.append(Failure(source=document.source, error=str(error)))
            failed(unmade[-1])
    if unmade and not summaries:
        raise RunError(
            f"none of the {len(kept)} sources could be summarised; the first was"
            f" {unmade[0].source}: {unmade[0].error}"
        )
    begin("")
    prompt = load_prompt("same")
    answers, asking = await _answers(summaries, model, prompt, report)
    note = note_of(
        summaries,
        answers=answers,
        focus=focus,
        since=since,
        notices=notices if not unmade else [n.model_copy(update={"sources": ()}) for n in notices],
        failures=[*failures, *unmade],
    )
    cost = note.usage + asking
    stages, used = dict(note.usage.stages), dict(note.provenance.prompts)
    if asking.calls:
        stages["compare"] = asking
        used["same"] = prompt.sha256
    seconds = {"seconds": time.monotonic() - began}
    return note.model_copy(
        update={
            "usage": Usage(**(cost.model_dump() | seconds), stages=stages),
            "provenance": note.provenance.model_copy(update={"prompts": used}),
        }
    )


async def _answers(
    summaries: Sequence[Summary], model: Model, prompt: Prompt, report: Report
) -> tuple[Answers, StageUsage]:
    """What the model says of pairs of claims; nothing of one that does not answer yes or no."""
    if len(summaries) == 1 or not isinstance(model, Decider):
        return {}, StageUsage()
    return await ask_same(summaries, model, prompt, report)


async def abrief(
    *sources: Source,
    focus: str | None = None,
    since: BriefingNote | str | Path | None = None,
    model: str | Model | None = None,
    base_url: str | None = None,
    report: Report = silent,
) -> BriefingNote:
    """Like :func:`brief`, for use in an event loop."""
    _check(focus)
    if not sources:
        raise InputError("a briefing note needs at least one source", hint="give one or more")
    earlier = since if since is None or isinstance(since, BriefingNote) else read_note(since)
    documents, failures = load_sources(sources)
    prompts = load_prompts()
    if model is not None and not isinstance(model, str):
        return await brief_documents(
            documents, model, prompts, report, focus=focus, since=earlier, failures=failures
        )
    opened = await open_model(model, base_url=base_url, environ=os.environ, report=report)
    try:
        return await brief_documents(
            documents, opened, prompts, report, focus=focus, since=earlier, failures=failures
        )
    finally:
        await opened.aclose()


def brief(
    *sources: Source,
    focus: str | None = None,
    since: BriefingNote | str | Path | None = None,
    model: str | Model | None = None,
    base_url: str | None = None,
    report: Report = silent,
) -> BriefingNote:
    """One briefing note from one or several sources; works inside a running event loop too.

    ::

        note = brief("agency.txt", "courier.txt", focus="Was anyone hurt?")

    Args:
        sources: paths, ``-`` for standard input, or documents; those that cannot be read or
            summarised are named in ``failures`` of the note.
        focus: a question: what bears on it comes first, and the note says whether it is answered.
        since: an earlier note, or the path of its JSON, to mark what is new, changed and withdrawn.
        model, base_url: as for :class:`~summarizer.pipeline.Summarizer`.

    Raises:
        InputError: no source can be read, the question is empty, the earlier note or the model's
            name cannot be used.
        RunError: no source could be summarised.
    """
    return run(
        abrief(*sources, focus=focus, since=since, model=model, base_url=base_url, report=report)
    )


def load_sources(sources: Sequence[Source]) -> tuple[list[Document], list[Failure]]:
    """The documents, and the sources that could not be read.

    Raises:
        SourceError: none could be read; it is the first one's error.
    """
    documents: list[Document] = []
    failed: list[tuple[Failure, SourceError]] = []
    for source in sources:
        try:
            documents.append(source if isinstance(source, Document) else load(source))
        except SourceError as error:
            failed.append((Failure(source=str(source), error=str(error)), error))
    if not documents:
        raise failed[0][1]
    return documents, [failure for failure, _ in failed]


def read_note(path: str | Path) -> BriefingNote:
    """An earlier note from its JSON.

    Raises:
        InputError: it cannot be read, is no note, or was written by a version whose notes differ.
    """
    from summarizer.briefing.stored import parse_note

    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"cannot read the earlier note {str(path)!r}: {why}") from None
    return parse_note(text, str(path))


def _check(focus: str | None) -> None:
    if focus is not None and not focus.strip():
        raise InputError("the question to focus on is empty", hint="ask one, or leave it out")
