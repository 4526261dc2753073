"""Judging claims written by anyone: document and claims in, verdicts with evidence out."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, get_args

from summarizer.errors import InputError
from summarizer.progress import Progress, Report, silent
from summarizer.schema import Document, Evidence, Finding, Level, Verification
from summarizer.verification.entailment import entails
from summarizer.verification.index import Passage
from summarizer.verification.judge import Judge, Judged
from summarizer.verification.language import document_language, foreign, other_language
from summarizer.verification.parts import parts, sentences
from summarizer.verification.scorer import CUT, support, verdict
from summarizer.verification.wording import Wording

if TYPE_CHECKING:
    from summarizer.llm.model import Decider
    from summarizer.prompting import Prompt

_SHOWN_EVIDENCE = 4
# Parts of a claim that the next is read after, so that the work for a long claim stays linear.
_REMEMBERED = 8
# Claims under way for each question that the model takes at once.
_AHEAD = 2
# The most that a claim scores which a finding decides against.
_JUST_BELOW = CUT - 0.001


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
    """One sentence of a claim.

    Attributes:
        judged: its parts.
        word_for_word: it repeats the document, here and in what is said before it.
        language: the other language that it is in; None for English.
        log_odds: the model's, where it was asked.
    """

    text: str
    judged: tuple[Judged, ...]
    word_for_word: bool
    language: str | None
    log_odds: float | None = None


class _Source:
    """A document, and what is made of it once for all claims."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.judge = Judge(document)
        self.wording = Wording(document)
        self.language = document_language(document)


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
        InputError: a claim is empty or no text, or the level or the model's name cannot be used.
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
    found = judgements(document, claims, level=level, model=model, base_url=base_url, report=report)
    async with aclosing(found):
        return tuple([verification async for verification in found])


async def judgements(
    document: Document,
    claims: Iterable[str | HasText],
    *,
    level: Level = "rules",
    model: str | Decider | None = None,
    base_url: str | None = None,
    report: Report = silent,
) -> AsyncGenerator[Verification]:
    """:func:`averify` one by one: each as soon as it and those before it are judged.

    Close it (:func:`contextlib.aclosing`) when it is not read to its end.

    Raises:
        InputError, RunError: as :func:`verify`; nothing that cannot be used is found late.
    """
    given = named(claims)
    if level not in get_args(Level):
        raise InputError(f"there is no level {level!r}", hint="use rules or model")
    if not given:
        return
    if level == "rules":
        found = _by_rules(_Source(document), given, report)
    elif model is not None and not isinstance(model, str):
        found = _by_model(_Source(document), given, model, report)
    else:
        found = _by_named_model(document, given, model, base_url, report)
    async with aclosing(found):
        async for verification in found:
            yield verification


def named(claims: Iterable[str | HasText]) -> tuple[GivenClaim, ...]:
    """The claims with their ids, or else their places from 1.

    Raises:
        InputError: a claim is empty, only white space, or not encodable as UTF-8.
    """
    if isinstance(claims, str):
        raise InputError("claims were expected, and one text was found", hint="put it in a list")
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
        try:
            f"{name}{text}".encode()
        except UnicodeEncodeError:
            raise InputError(
                f"claim {name!r} holds a lone surrogate",
                hint="decode the text properly before it is given",
            ) from None
        found.append(GivenClaim(name, text))
    return tuple(found)


async def _by_rules(
    source: _Source, claims: Sequence[GivenClaim], report: Report
) -> AsyncGenerator[Verification]:
    """Judge each claim by code alone."""
    for done, claim in enumerate(claims, start=1):
        yield _verification(source, claim, _by_code(source, claim.text))
        report(Progress("verify", done, len(claims)))
        await asyncio.sleep(0)  # others in this event loop get their turn


async def _by_named_model(
    document: Document,
    claims: Sequence[GivenClaim],
    name: str | None,
    base_url: str | None,
    report: Report,
) -> AsyncGenerator[Verification]:
    """As :func:`_by_model`, with a model that is opened for it."""
    from summarizer.llm.select import open_model

    opened = await open_model(name, base_url=base_url, environ=os.environ, report=report)
    try:
        async with aclosing(_by_model(_Source(document), claims, opened, report)) as found:
            async for verification in found:
                yield verification
    finally:
        await opened.aclose()


async def _by_model(
    source: _Source, claims: Sequence[GivenClaim], model: Decider, report: Report
) -> AsyncGenerator[Verification]:
    """Judge each claim by code and by what the model says of each of its sentences.

    A few claims are under way ahead of the one that is waited for, so that the model is kept busy;
    not all, so that the first comes soon and a failure does not cost the rest.
    """
    from summarizer.prompting import load_prompt

    prompt, done = load_prompt("entail"), 0
    gate = asyncio.Semaphore(model.profile.concurrency)

    async def one(claim: GivenClaim) -> Verification:
        nonlocal done
        found = _by_code(source, claim.text)
        asked = [await _asked(source, sentence, model, prompt, gate) for sentence in found]
        done += 1
        report(Progress("verify", done, len(claims)))
        return _verification(source, claim, asked)

    report(Progress("verify", 0, len(claims)))
    under_way: deque[asyncio.Task[Verification]] = deque()
    try:
        for claim in claims:
            under_way.append(asyncio.create_task(one(claim)))
            if len(under_way) > _AHEAD * model.profile.concurrency:
                yield await under_way.popleft()
        while under_way:
            yield await under_way.popleft()
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)


async def _asked(
    source: _Source, sentence: _Sentence, model: Decider, prompt: Prompt, gate: asyncio.Semaphore
) -> _Sentence:
    async with gate:
        answer = await entails(source.judge.index, sentence.text, model, prompt)
    return replace(sentence, log_odds=answer.log_odds if answer else None)


def _by_code(source: _Source, claim: str) -> list[_Sentence]:
    """Every sentence of a claim with its parts, each judged after what was said before it."""
    found: list[_Sentence] = []
    said: deque[str] = deque(maxlen=_REMEMBERED)
    # Of a sentence alone there may be too little to tell its language by.
    language = source.language or other_language(claim)
    split = (claim,) if source.wording.has(claim) else sentences(claim)
    for sentence, number in zip(split, source.wording.repeated(split), strict=True):
        judged = []
        for part in parts(sentence):
            if number is None:
                judged.append(source.judge.part(part, " ".join(said)))
            said.append(part)
        found.append(
            _Sentence(
                text=sentence,
                judged=tuple(judged) if number is None else (_repetition(sentence, number),),
                word_for_word=number is not None,
                language=language or other_language(sentence),
            )
        )
    return found


def _repetition(sentence: str, number: int) -> Judged:
    """What repeats a sentence of the document, and so needs no check."""
    return Judged(sentence, Passage(number, (number,), coverage=1.0, missing=()), ())


def _verification(source: _Source, claim: GivenClaim, found: Sequence[_Sentence]) -> Verification:
    score = min(_score(source, sentence) for sentence in found)
    findings = _findings(found)
    result = verdict(score, findings)
    if result != "supported":
        # What a check has found weighs more than likeness: the score stays on the verdict's side.
        score = min(score, _JUST_BELOW)
    grave = any(f.severity in ("severe", "fatal") for f in findings)
    return Verification(
        id=claim.id,
        text=claim.text,
        verdict=result,
        support=round(score, 3),
        evidence=_evidence(source.document, [part for s in found for part in s.judged]),
        findings=findings if grave or result == "supported" else (*findings, _NOT_CARRIED),
    )


def _score(source: _Source, sentence: _Sentence) -> float:
    score = support(source.judge.index, sentence.judged, sentence.log_odds)
    return max(score, CUT) if sentence.word_for_word else score


def _findings(found: Sequence[_Sentence]) -> tuple[Finding, ...]:
    """What is to be said of a claim; of a sentence in another language the checks have no say."""
    others = [sentence for sentence in found if sentence.language is not None]
    repeated = all(sentence.word_for_word for sentence in others)
    said = [foreign(s.language, word_for_word=repeated) for s in others if s.language is not None]
    judged = (part for s in found if s.language is None for part in s.judged)
    said += [finding for part in judged for finding in part.findings]
    return tuple(dict.fromkeys(said))


_NOT_CARRIED = Finding(
    check="support", severity="severe", message="no sentence of the source says so"
)


def _evidence(document: Document, judged: Sequence[Judged]) -> tuple[Evidence, ...]:
    """The main sentence of each part first, then those that help it."""
    passages = [part.passage for part in judged if part.passage is not None]
    numbers = [p.main for p in passages] + [n for p in passages for n in p.sentences]
    shown = list(dict.fromkeys(numbers))[:_SHOWN_EVIDENCE]
    return tuple(Evidence.of(document, number) for number in shown)
