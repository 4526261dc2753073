from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.briefing.schema import BriefingNote
from summarizer.render.json import render_json, render_json_line
from summarizer.schema import Summary
from tests.factories import make_document, make_empty_summary, make_summary
from tests.render.hostile import HOSTILE
from tests.render.hostile_note import note_saying
from tests.render.notes import make_note

ANY_TEXT = st.text(st.characters(codec="utf-8"))


@pytest.mark.parametrize("summary", [make_summary(), make_empty_summary()])
def test_it_reads_back_as_the_same_value(summary: Summary) -> None:
    assert Summary.model_validate_json(render_json(summary)) == summary
    assert Summary.model_validate_json(render_json_line(summary)) == summary


@pytest.mark.parametrize("note", [make_note(), *map(note_saying, HOSTILE)])
def test_a_note_reads_back_and_its_line_is_one_line(note: BriefingNote) -> None:
    assert BriefingNote.model_validate_json(render_json(note)) == note
    line = render_json_line(note)
    assert BriefingNote.model_validate_json(line) == note
    assert line.splitlines() == [line.removesuffix("\n")]


@given(ANY_TEXT | st.text('\x1b\x7f\x85\u009b\u2028\u202e"\\</ '))
def test_any_title_reads_back_and_stays_on_its_line(title: str) -> None:
    summary = make_summary(make_document(title=title))
    line = render_json_line(summary)
    assert Summary.model_validate_json(line) == summary
    assert line.splitlines() == [line.removesuffix("\n")]
    assert not set(line) & set("\x1b\x7f\u009b\u202e")


def test_the_fields_of_the_contract() -> None:
    written = json.loads(render_json(make_summary()))
    assert list(written) == [
        "document",
        "headline",
        "summary",
        "key_points",
        "claims",
        "rejected",
        "open_questions",
        "timeline",
        "coverage",
        "usage",
        "provenance",
    ]
    assert list(written["claims"][0]) == [
        "id",
        "text",
        "importance",
        "support",
        "negated",
        "evidence",
        "attribution",
        "commitment",
        "quantities",
        "dates",
        "entities",
        "findings",
    ]


def test_the_fields_of_a_note() -> None:
    fields = (
        "sources claims rejected bottom_line key_judgements background clusters conflicts timeline"
        " people organisations numbers open_questions focus changes parts notices failures coverage"
        " usage provenance"
    )
    assert list(json.loads(render_json(make_note()))) == fields.split()
