from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.text import WIDTH, render_text
from tests.factories import make_claim, make_document, make_empty_summary, make_summary


def test_a_whole_summary() -> None:
    text = render_text(make_summary())
    assert text.startswith("Harbour Bridge Toll Doubles\n\nSelby Evening Post · By Ana Roth · ")
    assert (
        "c1: The Port of Selby will double the bridge toll to 4 crowns on 2 June. (intended)\n"
        "    Who says so: the director (person)\n"
        "    Evidence (sentence 2): “The Port of Selby will double the bridge toll to 4 crowns on\n"
        "      2 June, its director said.”\n"
    ) in text
    assert (
        "REJECTED\n"
        "c4: More than 21,000 drivers cross the bridge every day. (factual)\n"
        "    Why: fatal, numbers: the evidence has another number (expected “12,000”, found\n"
        "      “21,000”)\n"
    ) in text
    assert "\nThe claims rest on 3 of 4 body sentences; not cited: 5.\n" in text
    assert max(map(len, text.splitlines())) <= WIDTH


def test_what_the_checks_remark_is_shown_too() -> None:
    document = make_document()
    note = {"check": "citation", "severity": "info", "message": "moved from sentence 4"}
    date = {"text": "then", "start": None, "end": None, "precision": "day", "anchor": None}
    claim = make_claim(document, 1, 3, "Drivers cross.", findings=[note], dates=[date])
    lines: dict[str, object] = dict.fromkeys(("summary", "key_points", "timeline"), ())
    lines |= {"open_questions": (), "headline": None}
    text = render_text(make_summary(document, claims=(claim,), **lines))
    assert "\n    Dates: “then” = unresolved\n    Notes: citation: moved from sentence 4\n" in text


def test_a_text_without_claims_says_so() -> None:
    assert "\n\nNo claims: nothing in this text" in render_text(make_empty_summary())


@given(st.text())
def test_nothing_of_the_source_reaches_the_terminal_as_a_command(words: str) -> None:
    summary = make_summary(
        make_document(title=words), headline={"text": words, "claims": ()}, key_points=()
    )
    left = render_text(summary).replace("\n", "")
    assert {unicodedata.category(c) for c in left}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
