"""Judging claims written by anyone: document and claims in, verdicts with evidence out."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from summarizer.errors import InputError
from summarizer.progress import Progress, Report, silent
from summarizer.schema import Document, Evidence, Finding, Level, Verification
from summarizer.verification.entailment import entails
from summarizer.verification.judge import Judge, Judged
from summarizer.verification.language import foreign
from summarizer.verification.parts import parts, sentences
from summarizer.verification.scorer import CUT, support, verdict

if TYPE_CHECKING:
    from summarizer.llm.model import Decider
    from summarizer.prompting import Prompt

_SHOWN_EVIDENCE = 4


class HasText(Protocol):
    """What can be judged besides plain text: a :class:`~summarizer.schema.Claim`, for one."""

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> str: ...


@dataclass(frozen=True)
class GivenClaim:
    """A claim with the name that its author gave it."""

    id: str
    text: str


@dataclass(frozen=True)
class _Sentence:
    """One sentence of a claim: its parts, judged, and the model's log-odds, if it was asked."""

    text: str
    judged: tuple[Judged, ...]
    log_odds: float | None = None


def verify(
    document: Document,
    claims: Iterable[str | HasText],
    *,
    level: Level = "rules",
    model: str | Decider | None = None,
    base_url: str | None = None,
    report: Report = silent,
) -> tuple[Verification, ...]:
    """Judge each claim against the document; works inside a running event loop too.

    ::

        document = Document.from_text(text, published="2025-05-29")
        for judged in verify(document, ["The toll rose to 12,000.", *summary.claims]):
            print(judged.verdict, judged.support, judged.text)

    A claim of several sentences or clauses is as good as its worst part.

    Args:
        document: what the claims are about.
        claims: texts, or anything with an ``id`` and a ``text``.
        level: ``rules`` is code alone; ``model`` asks the model about each sentence too.
        model, base_url: as in :class:`~summarizer.Summarizer`, for level ``model``.
        report: is told about each claim.

    Returns:
        One judgement for each claim, in order.

    Raises:
        InputError: a claim is empty, or the model's name cannot be used.
        RunError: the model could not be asked.
    """
    from summarizer.pipeline import run

    work = averify(document, claims, level=level, model=model, base_url=base_url, report=report)
    return run(work)


async def averify(
    document: Document,
    claims: Iterable[str | HasText],
    *,
    level: Level = "rules",
    model: str | Decider | None = None,
    base_url: str | None = None,
    report: Report = silent,
) -> tuple[Verification, ...]:
    """:func:`verify`, to be awaited."""
    given = named(claims)
    if level == "rules":
        return tuple(by_rules(document, given, report))
    if model is not None and not isinstance(model, str):
        return await by_model(document, given, model, report)
    from summarizer.llm.select import open_model

    opened = await open_model(model, base_url=base_url, environ=os.environ, report=report)
    try:
        return await by_model(document, given, opened, report)
    finally:
        await opened.aclose()


def named(claims: Iterable[str | HasText]) -> tuple[GivenClaim, ...]:
    """The claims with their ids, or else their places from 1.

    Raises:
        InputError: a claim is empty or only white space.
    """
    found = []
    for place, claim in enumerate(claims, start=1):
        given = isinstance(claim, str)
        text = claim if isinstance(claim, str) else claim.text
        name = str(place) if isinstance(claim, str) else claim.id
        if not text.strip():
            raise InputError(
                f"claim {name} is empty" if given else f"claim {name!r} has no text",
                hint="leave it out, or give it at least one word",
            )
        found.append(GivenClaim(name, text))
    return tuple(found)


def by_rules(
    document: Document, claims: Sequence[GivenClaim], report: Report = silent
) -> Iterator[Verification]:
    """Judge each claim by code alone, in order."""
    judge = Judge(document)
    for done, claim in enumerate(claims, start=1):
        yield _verification(judge, claim, _by_code(judge, claim.text))
        report(Progress("verify", done, len(claims)))


async def by_model(
    document: Document, claims: Sequence[GivenClaim], model: Decider, report: Report = silent
) -> tuple[Verification, ...]:
    """Judge each claim by code and by what the model says of each of its sentences, in order.

    Raises:
        RunError: the model could not be asked.
    """
    from summarizer.prompting import load_prompt

    judge, prompt = Judge(document), load_prompt("entail")
    gate, done = asyncio.Semaphore(model.profile.concurrency), 0

    async def one(claim: GivenClaim) -> Verification:
        nonlocal done
        asked = [await _asked(judge, s, model, prompt, gate) for s in _by_code(judge, claim.text)]
        done += 1
        report(Progress("verify", done, len(claims)))
        return _verification(judge, claim, asked)

    report(Progress("verify", 0, len(claims)))
    return tuple(await asyncio.gather(*(one(claim) for claim in claims)))


async def _asked(
    judge: Judge, sentence: _Sentence, model: Decider, prompt: Prompt, gate: asyncio.Semaphore
) -> _Sentence:
    async with gate:
        answer = await entails(judge.index, sentence.text, model, prompt)
    return _Sentence(sentence.text, sentence.judged, answer.log_odds if answer else None)


def _by_code(judge: Judge, claim: str) -> list[_Sentence]:
    """Every sentence of a claim with its parts, each judged after what was said before it."""
    found, said = [], ""
    for sentence in sentences(claim):
        judged = []
        for part in parts(sentence):
            judged.append(judge.part(part, said))
            said = f"{said} {part}".strip()
        found.append(_Sentence(sentence, tuple(judged)))
    return found


def _verification(judge: Judge, claim: GivenClaim, found: Sequence[_Sentence]) -> Verification:
    judged = [part for sentence in found for part in sentence.judged]
    score = min(support(judge.index, s.judged, s.log_odds) for s in found)
    findings = tuple(dict.fromkeys(f for part in judged for f in part.findings))
    findings += foreign(judge.document, claim.text)
    result = verdict(score, findings)
    if result != "supported":
        # What a check has found weighs more than likeness: the score stays on the verdict's side.
        score = min(score, CUT - 0.001)
    grave = any(f.severity in ("severe", "fatal") for f in findings)
    return Verification(
        id=claim.id,
        text=claim.text,
        verdict=result,
        support=round(score, 3),
        evidence=_evidence(judge.document, judged),
        findings=findings if grave or result == "supported" else (*findings, _NOT_CARRIED),
    )


_NOT_CARRIED = Finding(
    check="support", severity="severe", message="no sentence of the source says so"
)


def _evidence(document: Document, judged: Sequence[Judged]) -> tuple[Evidence, ...]:
    """The main sentence of each part first, then those that help it."""
    passages = [part.passage for part in judged if part.passage is not None]
    numbers = [p.main for p in passages] + [n for p in passages for n in p.sentences]
    found = []
    for number in list(dict.fromkeys(numbers))[:_SHOWN_EVIDENCE]:
        sentence = document.sentence(number)
        span = document.span(sentence.start, sentence.end)
        found.append(Evidence(sentence=number, **span.model_dump()))
    return tuple(found)
