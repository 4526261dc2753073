"""An article, its labels, and a folder that holds both."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.evaluation.lint import Linted, lint

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
  - {{source: a report, kind: organisation, cue: «according to»}}
  commitment: factual
  entails: [g4]
traps:
- {{id: t1, text: Fennick has rebuilt its weir., kind: hedge, severity: critical, of: g1}}
- {{id: t2, text: The weir broke in a storm in 1911., kind: outside, severity: major}}
open_questions:
- {{text: Who will pay for the fish ladder is not known., claim: g4}}
"""
COST = "The weir is to cost 2.4 million crowns, up from 1.9 million crowns in the plans of 2023"
LADDER = "Nobody has said yet who will pay for the fish ladder"
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
