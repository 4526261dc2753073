"""Hand-built values for tests. The article is invented."""

from __future__ import annotations

import hashlib
from typing import Any

from summarizer.schema import (
    SCHEMA_VERSION,
    Attribution,
    Claim,
    Coverage,
    DateMention,
    Document,
    Evidence,
    FailedPassage,
    Finding,
    OpenQuestion,
    Provenance,
    Quantity,
    Sentence,
    Span,
    StageUsage,
    Statement,
    Summary,
    TimelineEntry,
    Usage,
)

SENTENCES = (
    "Harbour Bridge Toll Doubles",
    "The Port of Selby will double the bridge toll to 4 crowns on 2 June, its director said.",
    "More than 12,000 drivers cross every day, according to the Selby Courier.",
    "It is not known who will pay for the new booths.",
    "Traffic engineers were not consulted.",
)
ARTICLE = "\n".join(SENTENCES) + "\n"


def make_document(
    text: str = ARTICLE, *, source: str = "toll.txt", title: str | None = SENTENCES[0]
) -> Document:
    """A document whose sentences are its lines, the first of them the headline."""
    sentences, start = [], 0
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        kind = "headline" if number == 1 else "body"
        end = start + len(line)
        sentences.append(
            Sentence.model_validate({"id": number, "start": start, "end": end, "kind": kind})
        )
        start = end + 1
    return Document(
        source=source,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        outlet="Selby Evening Post",
        section=None,
        byline="By Ana Roth",
        published="2031-05-29",
        language="en",
        text=text,
        sentences=tuple(sentences),
    )


def make_evidence(document: Document, sentence: int) -> Evidence:
    """The whole of one sentence."""
    s = document.sentence(sentence)
    return Evidence(
        start=s.start, end=s.end, text=document.text[s.start : s.end], sentence=sentence
    )


def make_claim(document: Document, number: int, sentence: int, text: str, **fields: Any) -> Claim:
    """A plain factual claim, with ``fields`` in place of its own."""
    plain: dict[str, Any] = {
        "id": f"c{number}",
        "text": text,
        "importance": 0.5,
        "support": 1.0,
        "negated": False,
        "evidence": (make_evidence(document, sentence),),
        "attribution": (),
        "commitment": "factual",
        "quantities": (),
        "dates": (),
        "entities": (),
        "findings": (),
    }
    return Claim.model_validate(plain | fields)


def make_claims(document: Document) -> tuple[Claim, ...]:
    """Three claims: a plan with number and date, an attributed number, an open question."""
    start = document.text.index("according to")
    cue = Span(start=start, end=start + len("according to"), text="according to")
    toll = make_claim(
        document,
        1,
        2,
        "The Port of Selby will double the bridge toll to 4 crowns on 2 June.",
        importance=0.9,
        attribution=(Attribution(source="the director", kind="person", cue=None),),
        commitment="intended",
        quantities=(
            Quantity(
                text="4 crowns",
                value=4,
                high=None,
                unit="crown",
                modifier="exact",
                of="toll",
                compared_with=None,
            ),
        ),
        dates=(
            DateMention(
                text="2 June",
                start="2031-06-02",
                end="2031-06-02",
                precision="day",
                anchor="published",
            ),
        ),
    )
    drivers = make_claim(
        document,
        2,
        3,
        "More than 12,000 drivers cross the bridge every day.",
        attribution=(Attribution(source="Selby Courier", kind="outlet", cue=cue),),
        quantities=(
            Quantity(
                text="12,000",
                value=12000,
                high=None,
                unit=None,
                modifier="more_than",
                of="drivers",
                compared_with=None,
            ),
        ),
        findings=(Finding(check="citation", severity="mild", message="moved from sentence 4"),),
    )
    booths = make_claim(
        document, 3, 4, "It is not known who will pay for the new booths.", commitment="unknown"
    )
    return toll, drivers, booths


def make_summary(document: Document | None = None, **fields: Any) -> Summary:
    """A whole summary of the invented article, with ``fields`` in place of its own."""
    document = document or make_document()
    toll, drivers, booths = make_claims(document)
    wrong = make_claim(
        document,
        4,
        3,
        "More than 21,000 drivers cross the bridge every day.",
        findings=(
            Finding(
                check="numbers",
                severity="fatal",
                message="the evidence has another number",
                expected="12,000",
                found="21,000",
            ),
        ),
    )
    extract = StageUsage(calls=3, retries=1, input_tokens=2400, output_tokens=180, seconds=7.5)
    plain: dict[str, Any] = {
        "document": document,
        "headline": Statement(text="The toll on Selby's bridge is to double.", claims=("c1",)),
        "summary": (
            Statement(text="The port plans to double the toll on 2 June.", claims=("c1",)),
            Statement(text="Over 12,000 drivers cross each day.", claims=("c2",)),
        ),
        "key_points": (Statement(text="Who pays for the booths is open.", claims=("c3",)),),
        "claims": (toll, drivers, booths),
        "rejected": (wrong,),
        "open_questions": (OpenQuestion(text="Who will pay for the new booths?", claim="c3"),),
        "timeline": (
            TimelineEntry(
                start="2031-06-02",
                end="2031-06-02",
                precision="day",
                text="The toll doubles.",
                claims=("c1",),
            ),
        ),
        "coverage": Coverage(
            body_sentences=4,
            cited=3,
            uncited=(5,),
            failed=(FailedPassage(sentences=(5,), error="the reply was cut off"),),
        ),
        "usage": Usage(**extract.model_dump(), stages={"extract": extract}),
        "provenance": Provenance(
            model="scripted",
            endpoint="http://127.0.0.1:1",
            mode="json_schema",
            prompts={"extract": "0" * 64},
            schema_version=SCHEMA_VERSION,
            package_version="0.1.0",
            parameters={"temperature": 0},
        ),
    }
    return Summary.model_validate(plain | fields)


def make_empty_summary() -> Summary:
    """A summary of a text in which nothing was found."""
    return make_summary(
        headline=None,
        summary=(),
        key_points=(),
        claims=(),
        rejected=(),
        open_questions=(),
        timeline=(),
        coverage=Coverage(body_sentences=4, cited=0, uncited=(2, 3, 4, 5), failed=()),
    )
