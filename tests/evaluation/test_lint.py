"""Labels with one fault each, and labels whose offsets are still words."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import GoldError
from summarizer.evaluation.anchor import anchored
from summarizer.evaluation.lint import Linted, Problem, lint
from summarizer.evaluation.yaml import load_yaml

ARTICLE = """\
The Fennick Gazette
Home | News | Sport
Old weir to be rebuilt before the winter
By Odo Marsh
March 14, 2025

Fennick will rebuild its weir by the end of October, mayor Runa Holt said on Wednesday. The council had voted for the work by 7 votes to 2.

The weir is to cost 2.4 million crowns, up from 1.9 million crowns in the plans of 2023. "It has stood for 140 years," Holt said. "It will stand for as many again."

Nobody has said yet who will pay for the fish ladder. Engineers from Tarn found cracks in 12 of the 31 piles, according to a report that was read out at the meeting.

Sign up for our newsletter
© 2025 Fennick Gazette. All rights reserved.
"""  # noqa: E501
SHA = hashlib.sha256(ARTICLE.encode()).hexdigest()

# «words» is a span; «words|2» is the third place that has them.
LABELS = f"""\
article: {{id: weir, file: weir.txt, sha256: "{SHA}", genre: local news, published: 2025-03-14}}
labelled_by: {{who: Jo Marsh, kind: person, how: from the text alone, date: 2025-04-02}}
claims:
- id: g1
  text: Fennick is to rebuild its weir by October 31.
  weight: 3
  evidence:
  - - «Fennick will rebuild its weir by the end of October»
  attribution:
  - {{source: Runa Holt, kind: person, cue: «said»}}
  commitment: intended
  dates:
  - {{text: October 31, start: 2025-10-31, end: 2025-10-31, precision: day, anchor: published}}
  entities:
  - {{name: Fennick, kind: place}}
- id: g2
  text: The weir is to cost 2.4 million crowns, up from 1.9 million in the plans of 2023.
  weight: 2
  evidence:
  - - «The weir is to cost 2.4 million crowns, up from 1.9 million crowns in the plans of 2023»
  commitment: intended
  quantities:
  - {{text: 2.4 million crowns, value: 2400000, of: crowns, compared_with: 1}}
  - {{text: 1.9 million, value: 1900000, of: crowns}}
  dates:
  - {{text: "2023", start: 2023-01-01, end: 2023-12-31, precision: year}}
- id: g3
  text: The weir has stood for 140 years.
  weight: 1
  required: false
  evidence:
  - - «It has stood for 140 years»
    - «The weir»
  attribution:
  - {{source: Runa Holt, kind: person, cue: «said|1»}}
  commitment: factual
- id: g4
  text: It is not known who will pay for the fish ladder.
  weight: 2
  evidence:
  - - «Nobody has said yet who will pay for the fish ladder»
  commitment: unknown
- id: g5
  text: Engineers from Tarn found cracks in 12 of the 31 piles.
  weight: 2
  evidence:
  - - «Engineers from Tarn found cracks in 12 of the 31 piles»
  attribution:
  - {{source: a report, kind: other-than-a-person, cue: «according to»}}
  commitment: factual
traps:
- {{id: t1, text: Fennick has rebuilt its weir., kind: hedge, severity: critical, of: g1}}
- {{id: t2, text: The weir broke in a storm in 1911., kind: outside, severity: major}}
open_questions:
- {{text: Who will pay for the fish ladder is not known., claim: g4}}
""".replace("other-than-a-person", "organisation")
SPAN = re.compile(r"«([^»|]+)(?:\|(\d))?»")


def place(words: str, nth: int = 0) -> int:
    """Where ``words`` begin in the article, for the ``nth`` time."""
    return [found.start() for found in re.finditer(re.escape(words), ARTICLE)][nth]


def span(words: str, nth: int = 0, *, shift: int = 0) -> str:
    """A span as it is written in a gold file, ``shift`` characters too far on."""
    start = place(words, nth) + shift
    return f"{{start: {start}, end: {start + len(words)}, text: {json.dumps(words)}}}"


def with_offsets(labels: str = LABELS) -> str:
    return SPAN.sub(lambda found: span(found[1], int(found[2] or 0)), labels)


def in_words(labels: str = LABELS) -> str:
    """As a labeller writes it: words for spans, and no hash."""
    return SPAN.sub(lambda found: json.dumps(found[1]), labels).replace(SHA, "")


def spans_of(gold: Any) -> Iterator[dict[str, Any]]:
    for claim in gold["claims"]:
        for group in claim["evidence"]:
            yield from group
        for link in claim.get("attribution", ()):
            yield link["cue"]


def swapped(text: str, old: str, new: str) -> tuple[str, int]:
    """``text`` with ``new`` for ``old``, which stands there once, and the line of it."""
    assert text.count(old) == 1, old
    before, _, after = text.partition(old)
    return before + new + after, before.count("\n") + 1


class Desk:
    """A folder with one article and one gold file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "weir.yaml"
        self.article = folder / "weir.txt"
        self.article.write_text(ARTICLE)

    def lint(self, labels: str, *, fix: bool = False) -> Linted:
        self.file.write_text(labels)
        return lint(self.file, [self.folder], fix=fix)

    def faults(self, labels: str) -> list[tuple[int, str, str]]:
        """Line, field and message of each fault."""
        found = self.lint(labels).problems
        assert {problem.file for problem in found} <= {str(self.file)}
        return [(problem.line, problem.field, problem.message) for problem in found]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """For properties, which write the same file again and again."""
    return Desk(tmp_path_factory.mktemp("desk"))


def test_labels_without_a_fault_pass(desk: Desk) -> None:
    assert desk.lint(with_offsets()) == Linted((), checked=True, fixed=None)


def test_a_fault_is_shown_with_file_line_and_field() -> None:
    fault = Problem("gold/weir.yaml", 12, "claims.0.dates.0", "31 days are no day")
    assert str(fault) == "gold/weir.yaml:12: claims.0.dates.0: 31 days are no day"


@dataclass(frozen=True)
class Fault:
    """``new`` is written for ``old``; the fault is in the line where that stands."""

    old: str
    new: str
    field: str
    message: str


NOT_THERE = "does not stand in the claim's text"
DAY = "start: 2025-10-31, end: 2025-10-31, precision: day"
COST = "The weir is to cost 2.4 million crowns, up from 1.9 million crowns in the plans of 2023"
LADDER = "Nobody has said yet who will pay for the fish ladder"
UNREACHABLE = "no sentence of the body is there ({}): no claim can rest on it"
STEP = "a trap is a step away from a claim (of), or comes from outside"
RANGE = "a range has the modifier range and a high, and nothing else has"


def day_fault(name: str, old: str, new: str, message: str) -> tuple[str, Fault]:
    return name, Fault(DAY, DAY.replace(old, new), "claims.0.dates.0", message)


def evidence_fault(name: str, new: str, message: str) -> tuple[str, Fault]:
    return name, Fault(span(LADDER), new, "claims.3.evidence.0.0", message)


FAULTS = dict(
    [
        evidence_fault(
            "a span beside its words",
            span(LADDER, shift=3),
            f"{place(LADDER) + 3}:{place(LADDER) + 3 + len(LADDER)} is "
            f"{ARTICLE[place(LADDER) + 3 :][:40]!r}, not {LADDER[:40]!r}; use --fix",
        ),
        evidence_fault(
            "a span that ends after the article",
            f"{{start: {place(LADDER)}, end: {len(ARTICLE) + 1}}}",
            f"it ends at {len(ARTICLE) + 1}, and the article at {len(ARTICLE)}",
        ),
        evidence_fault(
            "a span of white space",
            f"{{start: {place('Nobody') - 2}, end: {place('Nobody')}}}",
            "it holds white space only",
        ),
        evidence_fault(
            "evidence in a menu", span("News | Sport"), UNREACHABLE.format("boilerplate")
        ),
        evidence_fault(
            "evidence in the headline", span("Old weir"), UNREACHABLE.format("headline")
        ),
        evidence_fault(
            "evidence from headline to byline",
            span("before the winter\nBy Odo Marsh"),
            UNREACHABLE.format("boilerplate, headline"),
        ),
        (
            "a cue beside its words",
            Fault(
                span("according to"),
                span("according to", shift=-2),
                "claims.4.attribution.0.cue",
                f"{place('according to') - 2}:{place('according to') + 10} is "
                "', according ', not 'according to'; use --fix",
            ),
        ),
        day_fault(
            "an end before the start",
            "end: 2025-10-31",
            "end: 2025-10-30",
            "it ends on 2025-10-30, before its start on 2025-10-31",
        ),
        day_fault(
            "31 June",
            DAY,
            "start: 2025-06-31, end: 2025-06-31, precision: day",
            "2025-06-31 to 2025-06-31 are no dates",
        ),
        day_fault(
            "29 February of a common year",
            "end: 2025-10-31",
            "end: 2025-02-29",
            "2025-10-31 to 2025-02-29 are no dates",
        ),
        day_fault("no end", ", end: 2025-10-31", "", "one end of it is missing"),
        day_fault("no start", "start: 2025-10-31, ", "", "one end of it is missing"),
        day_fault(
            "a month called a day",
            "start: 2025-10-31",
            "start: 2025-10-01",
            "31 days are no day",
        ),
        day_fault("a day called a month", "precision: day", "precision: month", "1 days are no month"),
        day_fault("a day called a week", "precision: day", "precision: week", "1 days are no week"),
        day_fault(
            "two days called a time",
            DAY,
            "start: 2025-10-30, end: 2025-10-31, precision: time",
            "2 days are no time",
        ),
        (
            "a year called a quarter",
            Fault(
                "precision: year",
                "precision: quarter",
                "claims.1.dates.0",
                "365 days are no quarter",
            ),
        ),
        (
            "a year and a day",
            Fault(
                "start: 2023-01-01, end: 2023-12-31",
                "start: 2023-01-01, end: 2024-01-02",
                "claims.1.dates.0",
                "367 days are no year",
            ),
        ),
        (
            "a date that the claim does not have",
            Fault("text: October 31,", "text: November,", "claims.0.dates.0", f"'November' {NOT_THERE}"),
        ),
        (
            "a number that the claim does not have",
            Fault(
                "text: 1.9 million,",
                "text: 1.9 billion,",
                "claims.1.quantities.1",
                f"'1.9 billion' {NOT_THERE}",
            ),
        ),
        (
            "compared with a number that is not there",
            Fault(
                "compared_with: 1",
                "compared_with: 2",
                "claims.1.quantities.0",
                "compared_with 2 is none of the claim's other quantities",
            ),
        ),
        (
            "compared with itself",
            Fault(
                "compared_with: 1",
                "compared_with: 0",
                "claims.1.quantities.0",
                "compared_with 0 is none of the claim's other quantities",
            ),
        ),
        (
            "a range without its top",
            Fault("compared_with: 1", "modifier: range", "claims.1.quantities.0", RANGE),
        ),
        (
            "a top without a range",
            Fault("compared_with: 1", "high: 2500000", "claims.1.quantities.0", RANGE),
        ),
        (
            "a claim that entails itself",
            Fault(
                "- id: g5\n",
                "- entails: [g5]\n  id: g5\n",
                "claims.4.entails",
                "a claim cannot entail itself",
            ),
        ),
        (
            "an open question that the text answers",
            Fault(
                "- {text: Who will pay for the fish ladder is not known., claim: g4}",
                "- {text: Who will pay for the fish ladder is not known., claim: g5}",
                "open_questions.0.claim",
                "g5 is not labelled unknown",
            ),
        ),
        (
            "a trap one step from nothing",
            Fault("- {id: t1,", "- {id: t1, x", "", ""),
        ),
    ]
)
