"""From summaries to one note, as a whole."""

from __future__ import annotations

import time

import pytest

from summarizer.briefing.note import note_of
from summarizer.briefing.schema import BriefingNote, Failure
from summarizer.errors import InputError
from summarizer.schema import StageUsage, Usage
from tests.briefing.telling import said, tell

WIRE = tell(
    "Northline",
    "2031-05-20",
    said("The barge Marigold sank off Selby on 19 May 2031.", "organisation coastguard"),
    "Captain Ada Vane was saved by the Selby lifeboat.",
    "Why the Marigold sank is not known.",
)
POST = tell(
    "Selby Post",
    "2031-05-21",
    said("The barge Marigold sank off Selby on 19 May 2031.", "outlet Northline"),
    "The Marigold sank because a hatch had been left open.",
    also=("Gravel from the Marigold covers the beach.",),
)
CHOIR = tell("Gazette", None, "The choir of Ostley won the Harmony Cup.")


def kinds(note: BriefingNote) -> list[tuple[str, tuple[str, ...]]]:
    return [(notice.kind, notice.sources) for notice in note.notices]


def test_a_note_of_two_sources() -> None:
    note = note_of([WIRE, POST], focus="  Why did the Marigold sink? ")
    assert [s.id for s in note.sources] == ["s1", "s2"]
    assert note.sources[0].origin_of == ("s2",)
    assert kinds(note) == [("shared_origin", ("s1", "s2"))]
    sank = next(c for c in note.clusters if len(c.sources) > 1)
    assert (sank.claims, sank.origins) == (("s1.c1", "s2.c1"), ("coastguard",))
    assert sum(len(c.claims) for c in note.clusters) == len(note.claims) == 5
    assert [e.start for e in note.timeline] == ["2031-05-19"]
    assert note.focus is not None
    assert (note.focus.question, note.focus.claims[0]) == ("Why did the Marigold sink?", "s2.c2")
    assert [(q.state, q.answered_by) for q in note.open_questions] == [("answered", ("s2.c2",))]
    assert (note.changes, note.failures) == (None, ())
    assert BriefingNote.model_validate_json(note.model_dump_json()) == note


def test_one_source_is_that_sources_note() -> None:
    note = note_of([WIRE])
    assert {c.sources for c in note.clusters} == {("s1",)}
    assert (note.conflicts, note.notices, len(note.parts)) == ((), (), 1)


def test_a_source_without_claims() -> None:
    note = note_of([tell("Post", "2031-05-20")])
    assert (note.claims, note.bottom_line, note.clusters) == ((), (), ())


def test_the_same_text_twice_counts_once_and_is_told() -> None:
    note = note_of([WIRE, WIRE])
    assert kinds(note) == [("duplicate", ("s1",))]
    assert [s.id for s in note.sources] == ["s1"]


def test_unrelated_stories_and_a_source_without_a_date_are_told() -> None:
    note = note_of([WIRE, CHOIR])
    assert kinds(note) == [("unrelated", ("s1", "s2")), ("no_date", ("s2",))]
    assert [p.sources for p in note.parts] == [("s1",), ("s2",)]


def test_the_focus_orders_what_leads() -> None:
    plain, focused = note_of([WIRE, POST]), note_of([WIRE, POST], focus="Was Ada Vane saved?")
    saved = "Captain Ada Vane was saved by the Selby lifeboat."
    assert focused.bottom_line[0].text == focused.clusters[0].text == saved
    assert plain.clusters[0].text != saved


@pytest.mark.parametrize("focus", ["", " \n"])
def test_an_empty_question(focus: str) -> None:
    with pytest.raises(InputError, match="question to focus on is empty"):
        note_of([WIRE], focus=focus)


def test_nothing_to_make_a_note_of() -> None:
    with pytest.raises(InputError, match="at least one source"):
        note_of([])


def test_costs_are_added_and_models_named() -> None:
    stage = StageUsage(calls=2, input_tokens=10, seconds=1.0)
    usage = Usage(**stage.model_dump(), stages={"extract": stage})
    other = WIRE.provenance.model_copy(update={"model": "other"})
    note = note_of(
        [
            WIRE.model_copy(update={"usage": usage}),
            POST.model_copy(update={"usage": usage, "provenance": other}),
        ],
        failures=[Failure(source="c.txt", error="gone")],
    )
    assert (note.usage.calls, note.usage.input_tokens) == (4, 20)
    assert note.usage.stages["extract"].calls == 4
    assert note.provenance.model == "scripted, other"
    assert [f.source for f in note.failures] == ["c.txt"]


def test_thirty_sources() -> None:
    places = [f"{a}{b}" for a in ("Sel", "Ost", "Har", "Quen", "Mor") for b in ("by", "ley", "den")]
    summaries = [
        tell(
            f"Paper {n}",
            f"2031-05-{1 + n // 2:02d}",
            *(f"Flood {k} of {places[k]} took {n + k} barns and {k} mills." for k in range(12)),
        )
        for n in range(30)
    ]
    began = time.perf_counter()
    note = note_of(summaries, focus="How many barns did flood 3 take?")
    assert len(note.sources) == 30
    assert time.perf_counter() - began < 30
