from __future__ import annotations

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.render.text import WIDTH, render_text
from tests.render.hostile_note import note_saying
from tests.render.notes import make_note

CONFLICT = """\
WHERE THE SOURCES DIFFER
the toll (number)
What is said                                 Who says it
-------------------------------------------  -------------------------------------------
Stands: It will be 4 crowns. [s1.c2, s3.c2]  Selby Evening Post, 29 May 2031, citing Ana
                                             Roth; Gazette, 29 May 2031, citing Ana Roth
The toll rises to 5 crowns. [s2.c1]          Selby Courier, 29 May 2031, citing Port of
                                             Selby

Corrected by a source: the director takes the 5 back

"""
WORDS = st.lists(st.text("abcdef-.", min_size=1, max_size=30), min_size=1, max_size=40).map(
    " ".join
)


def test_a_note_as_mail() -> None:
    text = render_text(make_note())
    assert text.startswith(
        "The Selby toll\n"
        "\n"
        "Briefing note from 3 sources: Selby Evening Post, Selby Courier, Gazette · 29 May 2031\n"
        "\n"
        "BEFORE YOU RELY ON THIS\n"
        "- Not used: missing.txt: there is no such file\n"
    )
    assert CONFLICT in text
    assert (
        "OPEN QUESTIONS\n"
        "- Answered: Who will pay for the booths? [s1.c4]\n"
        "  - Answer: The port will pay. (intended) [s3.c1]\n"
    ) in text
    assert (
        "- [s1.c2] It will be 4 crowns. (factual)\n"
        "  - Who says so: Ana Roth (person)\n"
        "  - Evidence (sentence 2): “4 crowns on 2 June, its director said”\n"
    ) in text


def test_every_citation_leads_to_its_evidence() -> None:
    first, evidence = render_text(make_note()).split("\nEVIDENCE\n")
    cited = {name for found in re.findall(r"\[(s[^]]+)\]", first) for name in found.split(", ")}
    assert len(cited) > 5
    assert cited <= set(re.findall(r"^- \[(\S+)\]", evidence, re.MULTILINE))


@settings(max_examples=40)
@given(WORDS)
def test_no_line_is_wider_than_the_page(words: str) -> None:
    lines = render_text(note_saying(words)).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert all(line == line.rstrip() for line in lines)


@settings(max_examples=40)
@given(st.text())
def test_nothing_of_the_sources_reaches_the_terminal_as_a_command(words: str) -> None:
    left = render_text(note_saying(words)).replace("\n", "")
    assert {unicodedata.category(c) for c in left}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
