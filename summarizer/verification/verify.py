"""Judging claims written by anyone: document and claims in, verdicts with evidence out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.schema import Document, Evidence, Finding, Verification
from summarizer.verification.judge import Judge, Judged
from summarizer.verification.parts import parts, sentences
from summarizer.verification.scorer import CUT, support, verdict


def by_rules(document: Document, claims: Iterable[str]) -> Iterator[Verification]:
    """Judge each claim by code alone, in order."""
    judge = Judge(document)
    for number, text in enumerate(claims, start=1):
        judged: list[Judged] = []
        said = ""
        for part in (p for sentence in sentences(text) for p in parts(sentence)):
            judged.append(judge.part(part, said))
            said = f"{said} {part}".strip()
        scores = [support(j) for j in judged]
        findings = tuple(dict.fromkeys(f for j in judged for f in j.findings))
        score = min(scores)
        found = verdict(score, findings)
        if found != "supported":
            score = min(score, CUT * 0.98)
        yield Verification(
            id=str(number),
            text=text,
            verdict=found,
            support=round(score, 3),
            evidence=_evidence(document, judged),
            findings=findings or _nothing_near(found),
        )


def _nothing_near(found: str) -> tuple[Finding, ...]:
    if found == "supported":
        return ()
    return (
        Finding(check="support", severity="fatal", message="no sentence of the source carries it"),
    )


def _evidence(document: Document, judged: list[Judged]) -> tuple[Evidence, ...]:
    numbers: list[int] = []
    for part in judged:
        if part.passage is not None:
            numbers += [part.passage.main, *part.passage.sentences]
    found = []
    for number in dict.fromkeys(numbers):
        sentence = document.sentence(number)
        span = document.span(sentence.start, sentence.end)
        found.append(Evidence(sentence=number, **span.model_dump()))
    return tuple(found)
