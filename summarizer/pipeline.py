"""The whole program, one line for each stage."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from summarizer import __version__
from summarizer.claims.extract import extract
from summarizer.claims.gate import Assessed, Gate
from summarizer.claims.rank import number_and_rank
from summarizer.claims.repair import repair
from summarizer.compose import Composition, compose
from summarizer.documents import load
from summarizer.llm.model import Model, ModelInfo
from summarizer.llm.select import open_model
from summarizer.progress import Report, silent
from summarizer.prompting import Prompt, load_prompts
from summarizer.schema import (
    SCHEMA_VERSION,
    Claim,
    Coverage,
    Document,
    FailedPassage,
    OpenQuestion,
    Provenance,
    Stage,
    StageUsage,
    Summary,
    TimelineEntry,
    Usage,
)

T = TypeVar("T")


async def summarize_document(
    document: Document,
    model: Model,
    prompts: dict[str, Prompt],
    report: Report = silent,
    *,
    until: Stage = "compose",
) -> Summary:
    """Document in, structured summary out: the data flow of the whole program.

    Args:
        until: the last stage; before ``compose`` the summary has claims and no sentences.

    Raises:
        RunError: the model could not be asked at all. A passage that fails is in ``coverage``.
    """
    began = time.monotonic()
    gate = Gate(document)
    extraction = await extract(document, model, prompts["extract"], report)
    usage: dict[Stage, StageUsage] = {"extract": extraction.usage}
    standing, replaced = gate.assess_all(extraction.drafts), list[Assessed]()
    if until != "extract":
        standing, replaced, usage["repair"] = await repair(
            gate, standing, model, prompts["repair"], report
        )
    claims, rejected = number_and_rank(document, standing, replaced)
    composed = Composition(None, (), (), StageUsage())
    if until == "compose":
        composed = await compose(claims, gate.names, model, prompts, report)
        usage["compose"] = composed.usage
    return Summary(
        document=document,
        headline=composed.headline,
        summary=composed.summary,
        key_points=composed.key_points,
        claims=claims,
        rejected=rejected,
        open_questions=open_questions(claims),
        timeline=timeline(claims),
        coverage=coverage(document, claims, extraction.failed),
        usage=total(usage, seconds=time.monotonic() - began),
        provenance=provenance(model.info, prompts),
    )


def open_questions(claims: tuple[Claim, ...]) -> tuple[OpenQuestion, ...]:
    """What the source says is not known."""
    return tuple(OpenQuestion(text=c.text, claim=c.id) for c in claims if c.commitment == "unknown")


def timeline(claims: tuple[Claim, ...]) -> tuple[TimelineEntry, ...]:
    """Claims with a resolved date, earliest first."""
    entries = [
        TimelineEntry(start=d.start, end=d.end, precision=d.precision, text=c.text, claims=(c.id,))
        for c in claims
        for d in c.dates[:1]
        if d.start is not None and d.end is not None
    ]
    return tuple(sorted(entries, key=lambda e: (e.start, e.end)))


def coverage(
    document: Document, claims: tuple[Claim, ...], failed: tuple[FailedPassage, ...]
) -> Coverage:
    """Which body sentences the accepted claims cite."""
    cited = {e.sentence for c in claims for e in c.evidence}
    body = [s.id for s in document.body]
    return Coverage(
        body_sentences=len(body),
        cited=sum(number in cited for number in body),
        uncited=tuple(number for number in body if number not in cited),
        failed=failed,
    )


def total(stages: dict[Stage, StageUsage], *, seconds: float) -> Usage:
    """The stages' sum; ``seconds`` is the wall time of the whole."""
    summed = sum(stages.values(), StageUsage())
    return Usage(**(summed.model_dump() | {"seconds": seconds}), stages=stages)


def provenance(model: ModelInfo, prompts: dict[str, Prompt]) -> Provenance:
    """What made the summary."""
    return Provenance(
        model=model.name,
        endpoint=model.endpoint,
        mode=model.mode,
        prompts={name: prompt.sha256 for name, prompt in prompts.items()},
        schema_version=SCHEMA_VERSION,
        package_version=__version__,
        parameters=model.parameters,
    )


class Summarizer:
    """Summarises documents with one model.

    ::

        summarizer = Summarizer()  # the embedded model
        for path in paths:
            print(summarizer.summarize(path).headline)

    Args:
        model: ``local`` (the default), ``local:PATH.gguf``, ``openai:NAME``, with ``base_url`` any
            name that the endpoint knows, or a model object of your own.
        base_url: address of an OpenAI-compatible endpoint.
        report: is told about each step.

    Raises:
        PromptError: a prompt file is malformed.
    """

    def __init__(
        self,
        model: str | Model | None = None,
        *,
        base_url: str | None = None,
        report: Report = silent,
    ) -> None:
        self._model = model
        self._base_url = base_url
        self._report = report
        self._prompts = load_prompts()

    async def asummarize(self, source: str | Path | Document) -> Summary:
        """Summarise one source: a path, ``-`` for standard input, or a document.

        Raises:
            InputError: the source or the model's name cannot be used.
            RunError: the model could not be asked at all.
        """
        document = source if isinstance(source, Document) else load(source)
        if self._model is not None and not isinstance(self._model, str):
            return await summarize_document(document, self._model, self._prompts, self._report)
        # A client belongs to the event loop it is used in, so each call opens its own; the
        # embedded model's server behind it stays up for the process.
        model = await open_model(
            self._model, base_url=self._base_url, environ=os.environ, report=self._report
        )
        try:
            return await summarize_document(document, model, self._prompts, self._report)
        finally:
            await model.aclose()

    def summarize(self, source: str | Path | Document) -> Summary:
        """Like :meth:`asummarize`; works inside a running event loop too (notebooks)."""
        return run(self.asummarize(source))


def summarize(
    source: str | Path | Document,
    *,
    model: str | Model | None = None,
    base_url: str | None = None,
    report: Report = silent,
) -> Summary:
    """Summarise one source; see :class:`Summarizer` for the arguments and errors."""
    return Summarizer(model, base_url=base_url, report=report).summarize(source)


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end, in a thread of its own where an event loop is running already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
