"""Asking a model for the claims of each passage."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, create_model

from summarizer.claims.passages import Part, Passage, passages
from summarizer.errors import EndpointError, ReplyError, RunError
from summarizer.llm.model import Model, Request
from summarizer.progress import Progress, Report
from summarizer.prompting import Prompt
from summarizer.schema import Document, FailedPassage, StageUsage

# After this many passages in a row that the endpoint did not answer, the rest are not asked.
_GIVE_UP_AFTER = 3
_ROOM = 20  # tokens of a reply that are not claims: braces and labels


@dataclass(frozen=True)
class Draft:
    """A claim as a model worded it, not yet checked.

    Attributes:
        passage: numbers of the sentences that were asked about together.
    """

    part: Part
    text: str
    passage: tuple[int, ...]


@dataclass(frozen=True)
class Extraction:
    """All drafts in the order of the source, and what could not be had."""

    drafts: tuple[Draft, ...]
    failed: tuple[FailedPassage, ...]
    usage: StageUsage


async def extract(document: Document, model: Model, prompt: Prompt, report: Report) -> Extraction:
    """Ask about every passage; one that fails does not fail the others.

    Raises:
        RunError: the endpoint refused for good, could not be reached, or no passage came through.
    """
    asking = _Asking(document, model, prompt, report)
    return await asking.all()


class _Asking:
    """One document's extraction under way."""

    def __init__(self, document: Document, model: Model, prompt: Prompt, report: Report) -> None:
        self._headline = document.title or "(none)"
        self._model = model
        self._prompt = prompt
        self._report = report
        self._passages = passages(document, model.profile)
        self._free = asyncio.Semaphore(model.profile.concurrency)
        self._usage = StageUsage()
        self._done = 0
        self._failures_in_a_row = 0
        self._first_error: RunError | None = None
        self._answered = False

    async def all(self) -> Extraction:
        self._report(Progress("extract", 0, len(self._passages)))
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._one(p)) for p in self._passages]
        except ExceptionGroup as group_error:
            raise group_error.exceptions[0] from None
        drafts: list[Draft] = []
        failed: list[FailedPassage] = []
        for task in tasks:
            found, failure = task.result()
            drafts += found
            failed += [failure] if failure else []
        if self._first_error and not self._answered:
            raise self._first_error
        return Extraction(tuple(drafts), tuple(failed), self._usage)

    async def _one(self, passage: Passage) -> tuple[list[Draft], FailedPassage | None]:
        async with self._free:
            if self._failures_in_a_row >= _GIVE_UP_AFTER:
                error = f"not asked: {self._failures_in_a_row} passages in a row had failed"
                return [], FailedPassage(sentences=passage.focus, error=error)
            try:
                drafts, complete = await self._ask(passage)
            except (EndpointError, ReplyError) as error:
                return [], self._failed(passage, error)
            self._answered = True
            self._failures_in_a_row = 0
            self._done += 1
            note = drafts[-1].text if drafts else ""
            self._report(Progress("extract", self._done, len(self._passages), note))
            lost = _unanswered(passage, drafts) if not complete else ()
            return drafts, (
                FailedPassage(sentences=lost, error="the reply was cut off") if lost else None
            )

    async def _ask(self, passage: Passage) -> tuple[list[Draft], bool]:
        profile = self._model.profile
        request = Request(
            messages=self._prompt.fill(
                {
                    "headline": self._headline,
                    "context": passage.context or "(none)",
                    "parts": "\n".join(f"({p.label}) {p.text}" for p in passage.parts),
                }
            ),
            schema=reply_schema([p.label for p in passage.parts], profile.claims_per_part),
            max_tokens=_ROOM + profile.tokens_per_part * len(passage.parts),
            stage="extract",
            prompt=self._prompt.sha256,
        )
        reply = await self._model.complete(request)
        self._usage += reply.usage
        answers = reply.value.model_dump(by_alias=True)
        return drafts_of(passage.parts, answers, passage.focus), reply.complete

    def _failed(self, passage: Passage, error: RunError) -> FailedPassage:
        self._usage += error.usage or StageUsage()
        self._first_error = self._first_error or error
        endpoint = isinstance(error, EndpointError)
        if isinstance(error, EndpointError) and not self._answered:
            # Nothing has worked yet: a wrong key, name or address is told at once.
            hopeless = not error.retryable or error.status is None
            if hopeless:
                raise error
        self._failures_in_a_row += endpoint
        self._done += 1
        self._report(Progress("extract", self._done, len(self._passages), error.message))
        return FailedPassage(sentences=passage.focus, error=error.message)


def reply_schema(labels: list[str], claims_per_part: int) -> type[BaseModel]:
    """One required list of strings for each label, so that no label can be invented or missed."""
    fields: dict[str, tuple[object, object]] = {
        f"part_{label}": (
            list[str],
            # At least one is asked for on the wire only: what is whole in a cut reply still counts.
            Field(alias=label, max_length=claims_per_part, json_schema_extra={"minItems": 1}),
        )
        for label in labels
    }
    return create_model(  # type: ignore[call-overload, no-any-return]
        "Claims", __config__=ConfigDict(extra="forbid"), **fields
    )


def drafts_of(
    parts: tuple[Part, ...], answers: Mapping[str, list[str]], passage: tuple[int, ...]
) -> list[Draft]:
    """The drafts of a reply, tidied; what a reply repeats is taken once."""
    drafts: list[Draft] = []
    seen: set[str] = set()
    for part in parts:
        for answer in answers.get(part.label, []):
            text = tidy(answer)
            if text and text.casefold() not in seen:
                seen.add(text.casefold())
                drafts.append(Draft(part, text, passage))
    return drafts


def tidy(text: str) -> str:
    """One line that opens with a capital and without a connecting word, and ends with a stop."""
    line = " ".join(text.split()).strip(" ,;—–-")
    line = re.sub(r"^(?:And|But|So|Yet|However,|Moreover,)\s+(?=\S)", "", line, flags=re.IGNORECASE)
    if not line:
        return ""
    line = line[0].upper() + line[1:]
    return line if re.search(r"[.!?…][”’\")]*$", line) else line + "."


def _unanswered(passage: Passage, drafts: list[Draft]) -> tuple[int, ...]:
    answered = {d.part.sentence for d in drafts}
    return tuple(s for s in passage.focus if s not in answered)
