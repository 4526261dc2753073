"""What can be evaluated: the pipeline, and two baselines that it has to beat."""

from __future__ import annotations

import time
from collections.abc import Mapping
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from summarizer.attributes.attribution import attribution
from summarizer.attributes.commitment import commitment, negated
from summarizer.attributes.dates import dates
from summarizer.attributes.quantities import quantities
from summarizer.errors import ReplyError
from summarizer.evaluation.results import System
from summarizer.llm.model import Model, ModelInfo, Request
from summarizer.pipeline import (
    coverage,
    open_questions,
    provenance,
    summarize_document,
    timeline,
    total,
)
from summarizer.prompting import Prompt, parse_prompt
from summarizer.schema import (
    Attribution,
    Claim,
    Document,
    Evidence,
    FailedPassage,
    Stage,
    StageUsage,
    Statement,
    Summary,
    Usage,
)
from summarizer.text.names import Names

LEAD_SENTENCES = 5
_NAIVE_TOKENS = 1500
STAGES: Mapping[System, tuple[Stage, ...]] = {
    "pipeline": ("extract", "repair", "compose"),
    "lead": ("compose",),
    "naive": ("compose",),
}
"""The stages that each system is scored after, in order."""


async def run_system(
    system: System, document: Document, model: Model, prompts: dict[str, Prompt], until: Stage
) -> Summary:
    """One document through one system, up to a stage."""
    if system == "lead":
        return lead(document)
    if system == "naive":
        return await naive(document, model)
    return await summarize_document(document, model, prompts, until=until)


def lead(document: Document) -> Summary:
    """The first sentences of the body, word for word: the baseline that news is hard to beat on."""
    names = Names("\n".join(document.words_of(s.id) for s in document.body))
    claims: list[Claim] = []
    for sentence in document.body[:LEAD_SENTENCES]:
        chain = attribution(document, names, sentence.id, sentence.start, sentence.end)
        evidence = Evidence.of(document, sentence.id)
        claims.append(_claim(document, len(claims) + 1, evidence.text, (evidence,), chain))
    info = ModelInfo("lead", "none", "none")
    told = tuple(Statement(text=c.text, claims=(c.id,)) for c in claims)
    return _summary(document, claims, info, summary=told)


class _NaiveClaim(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str
    source: str
    quote: str


class _Naive(BaseModel):
    model_config = ConfigDict(extra="forbid")

    summary: list[str]
    claims: list[_NaiveClaim]


async def naive(document: Document, model: Model) -> Summary:
    """One call with the whole page; what it says is taken as it comes, without any check."""
    began = time.monotonic()
    prompt = naive_prompt()
    request = Request(
        messages=prompt.fill({"article": document.text}),
        schema=_Naive,
        max_tokens=_NAIVE_TOKENS,
        stage="compose",
        prompt=prompt.sha256,
    )
    failed: tuple[FailedPassage, ...] = ()
    said, usage = _Naive(summary=[], claims=[]), StageUsage()
    try:
        reply = await model.complete(request)
        said, usage = reply.value, reply.usage
    except ReplyError as error:
        usage = error.usage or usage
        whole = tuple(s.id for s in document.body)
        failed = (FailedPassage(sentences=whole, error=error.message),)
    claims: list[Claim] = []
    for answer in said.claims:
        if not answer.text.strip():
            continue
        source = answer.source.strip()
        chain = (Attribution(source=source, kind="person", cue=None),) if source else ()
        evidence = _quoted(document, answer.quote)
        claims.append(_claim(document, len(claims) + 1, answer.text.strip(), evidence, chain))
    summary = tuple(Statement(text=s, claims=()) for s in said.summary if s.strip())
    return _summary(
        document,
        claims,
        model.info,
        summary=summary,
        failed=failed,
        prompts={"naive": prompt},
        usage=total({"compose": usage}, seconds=time.monotonic() - began),
    )


def naive_prompt() -> Prompt:
    """The prompt of the naive baseline."""
    text = (files("summarizer.evaluation") / "naive.md").read_text(encoding="utf-8")
    return parse_prompt(text, "naive")


def _quoted(document: Document, quote: str) -> tuple[Evidence, ...]:
    """The sentence in which a quote stands word for word; nothing where it does not."""
    at = document.text.find(quote) if quote.strip() else -1
    for sentence in document.sentences:
        if at >= 0 and sentence.start <= at < sentence.end:
            return (Evidence.of(document, sentence.id),)
    return ()


def _claim(
    document: Document,
    number: int,
    text: str,
    evidence: tuple[Evidence, ...],
    chain: tuple[Attribution, ...],
) -> Claim:
    return Claim(
        id=f"c{number}",
        text=text,
        importance=0.0,
        support=0.0,
        negated=negated(text),
        evidence=evidence,
        attribution=chain,
        commitment=commitment(text, chain),
        quantities=quantities(text),
        dates=dates(text, document.published),
        entities=(),
        findings=(),
    )


def _summary(
    document: Document,
    claims: list[Claim],
    info: ModelInfo,
    *,
    summary: tuple[Statement, ...],
    failed: tuple[FailedPassage, ...] = (),
    prompts: dict[str, Prompt] | None = None,
    usage: Usage | None = None,
) -> Summary:
    every = tuple(claims)
    return Summary(
        document=document,
        headline=None,
        summary=summary,
        key_points=(),
        claims=every,
        rejected=(),
        open_questions=open_questions(every),
        timeline=timeline(every),
        coverage=coverage(document, every, failed),
        usage=usage or total({}, seconds=0.0),
        provenance=provenance(info, prompts or {}),
    )
