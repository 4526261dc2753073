from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from summarizer.briefing.schema import BriefingNote
from summarizer.render.markdown import render_markdown
from summarizer.render.plain import one_line
from tests.render.hostile import HOSTILE
from tests.render.hostile_note import note_saying
from tests.render.notes import make_note
from tests.render.test_markdown import ATTACKS, AWKWARD, tokens

FIRST_PAGE = """# The Selby toll

*Briefing note from 3 sources: Selby Evening Post, Selby Courier, Gazette · 29 May 2031*

## Before you rely on this

- **Not used:** missing.txt: there is no such file
- **Shared origin:** Two sources rest on the port alone. (Selby Evening Post, Selby Courier)

## Bottom line

The bridge toll doubles in June. [s1.c1, s3.c2]

## Key judgements

- **High confidence:** The toll will be 4 crowns. *(one origin: Ana Roth)* [s1.c2, s3.c2]

## The question

**How high is the toll?** Answered.

- The toll will be 4 crowns. [s3.c2]

## What has changed

**Since** Selby Evening Post, 28 May

- **New:** The port will pay. *(intended)* [s3.c1]
- **Changed:** It will be 4 crowns. [s1.c2]
  - **Before:** It is 3 crowns.
- **Withdrawn:** The bridge closes.

## Where the sources differ

### the toll (number)

| What is said | Who says it |
| --- | --- |
| **Stands:** It will be 4 crowns. [s1.c2, s3.c2] | Selby Evening Post, 29 May 2031, citing \
Ana Roth; Gazette, 29 May 2031, citing Ana Roth |
| The toll rises to 5 crowns. [s2.c1] | Selby Courier, 29 May 2031, citing Port of Selby |

**Corrected by a source:** the director takes the 5 back

## Open questions

- **Answered:** Who will pay for the booths? [s1.c4]
  - **Answer:** The port will pay. *(intended)* [s3.c1]

"""
EVIDENCE = """### s1 Selby Evening Post · Bridge toll to double in June · 2031-05-29

- **\\[s1.c1\\]** The toll will double. *(intended)*
  - Who says so: Port of Selby (organisation)
  - Evidence (sentence 2): “The Port of Selby will double the bridge toll to 4 crowns on 2 June”
"""


def structure(note: BriefingNote) -> list[str]:
    return [token.type for token in tokens(render_markdown(note))]


def test_the_first_page() -> None:
    first, what_the_sources_say, _ = render_markdown(make_note()).partition("## What the sources")
    assert first == FIRST_PAGE
    assert what_the_sources_say


def test_evidence_and_what_was_rejected_follow() -> None:
    text = render_markdown(make_note())
    assert EVIDENCE in text
    assert (
        "- **\\[s1.c9\\]** Over 21,000 drivers cross daily. *(factual)*\n"
        "  - Why: fatal, numbers: the evidence has another number (expected “12,000”, found"
        " “21,000”)\n"
    ) in text
    assert "| 4 crowns | 4 crown (toll) | It will be 4 crowns. [s1.c2, s3.c2] |\n" in text
    assert text.endswith(" out, 7.5 s.\n")


def test_every_citation_leads_to_its_evidence() -> None:
    text = render_markdown(make_note())
    cited = {name for found in re.findall(r" \[(s[^]]+)\]", text) for name in found.split(", ")}
    listed = set(re.findall(r"^- \*\*\\\[(\S+)\\\]\*\*", text, re.MULTILINE))
    assert len(cited) > 5
    assert cited <= listed - {"s1.c9"}


def test_tables_are_tables() -> None:
    assert structure(make_note()).count("table_open") == 2


@pytest.mark.parametrize("words", [*HOSTILE, *ATTACKS])
def test_hostile_text_is_shown_as_its_characters(words: str) -> None:
    note = note_saying(words)
    assert structure(note) == structure(note_saying("tame"))
    shown = [token.content for token in tokens(render_markdown(note)) if token.type == "text"]
    assert sum(one_line(words) in content for content in shown) > 50


@settings(max_examples=40)
@given(AWKWARD.filter(one_line))
def test_text_never_changes_the_structure(words: str) -> None:
    assert structure(note_saying(words)) == structure(note_saying("tame"))
