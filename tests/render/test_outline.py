from __future__ import annotations

from typing import Any, get_args

import pytest

from summarizer.briefing.schema import BriefingNote, QuestionState, ResolutionState
from summarizer.render.blocks import Block, Entry, Heading, Listing, Table
from summarizer.render.outline import QUESTIONS, RESOLUTIONS, outline_of
from summarizer.render.page import page_of
from tests.factories import make_summary
from tests.render.notes import make_note

FIRST_PAGE = [
    "Before you rely on this",
    "Bottom line",
    "Key judgements",
    "The question",
    "What has changed",
    "Where the sources differ",
    "Open questions",
]
TO_LOOK_UP = [
    "What the sources say",
    "Timeline",
    "People",
    "Organisations",
    "Numbers",
    "Background",
    "Evidence",
    "Rejected by the checks",
    "Coverage",
    "How this was made",
]
NOTHING: dict[str, Any] = {
    **dict.fromkeys(
        (
            "claims rejected bottom_line key_judgements background clusters conflicts timeline"
            " people organisations numbers open_questions parts notices failures sources"
        ).split(),
        (),
    ),
    "focus": None,
    "changes": None,
    "coverage": {},
}


def section(note: BriefingNote, title: str) -> tuple[Block, ...]:
    """The blocks under this title; none where it is left out."""
    found = [s.blocks for s in outline_of(page_of(note)).sections if s.title == title]
    return found[0] if found else ()


def entries(note: BriefingNote, title: str) -> list[Entry]:
    return [
        entry
        for block in section(note, title)
        if not isinstance(block, Heading | Table)
        for entry in block.entries
    ]


def cluster(name: str, *claims: str, origins: tuple[str, ...] = ("A",)) -> dict[str, Any]:
    sources = tuple(dict.fromkeys(claim.partition(".")[0] for claim in claims))
    said = {"text": name, "claims": claims, "sources": sources, "origins": origins}
    return {"id": name, **said}


def test_the_first_page_ends_with_the_open_questions() -> None:
    outline = outline_of(page_of(make_note()))
    assert [s.title for s in outline.sections if s.first] == FIRST_PAGE
    assert [s.title for s in outline.sections if not s.first] == TO_LOOK_UP
    assert list(outline.sections) == sorted(outline.sections, key=lambda s: not s.first)


def test_a_section_with_nothing_in_it_is_left_out() -> None:
    outline = outline_of(page_of(make_note(**NOTHING)))
    assert [s.title for s in outline.sections] == ["Before you rely on this", "How this was made"]


@pytest.mark.parametrize(
    ("fields", "about"),
    [
        ({}, "from 3 sources: Selby Evening Post, Selby Courier, Gazette · 29 May 2031"),
        (NOTHING, ""),
    ],
)
def test_it_says_what_it_is_made_from(fields: dict[str, Any], about: str) -> None:
    assert outline_of(page_of(make_note(**fields))).about == f"Briefing note {about}".strip()


def test_a_summary_has_an_outline_too() -> None:
    outline = outline_of(page_of(make_summary()))
    assert outline.about.startswith("Summary of one source: Selby Evening Post · By Ana Roth")
    assert [s.title for s in outline.sections if s.first] == [
        "Bottom line",
        "Key points",
        "Open questions",
    ]


@pytest.mark.parametrize(
    ("clusters", "basis"),
    [
        ([cluster("k1", "s1.c2", "s3.c2", origins=("Roth",))], "one origin: Roth"),
        (
            [cluster("k1", "s1.c2", "s3.c2", origins=("Roth", "Gazette"))],
            "2 independent origins: Roth, Gazette",
        ),
        # Two statements with one origin each: nothing is said twice independently.
        (
            [
                cluster("k1", "s1.c2", origins=("Roth",)),
                cluster("k2", "s3.c2", origins=("Gazette",)),
            ],
            "2 statements, from Roth, Gazette",
        ),
        (
            [cluster("k1", "s1.c2", "s3.c2", origins=tuple("ABCDEFG"))],
            "7 independent origins: A, B, C, D, E and 2 more",
        ),
        ([cluster("k1", "s1.c2", "s3.c2", origins=())], ""),
        ([], ""),
    ],
)
def test_a_judgement_says_on_whose_knowledge_it_rests(
    clusters: list[dict[str, Any]], basis: str
) -> None:
    (line,) = entries(make_note(clusters=clusters), "Key judgements")
    assert (line.lead, line.aside) == ("High confidence:", basis)


def test_what_is_no_fact_says_so_wherever_it_stands() -> None:
    note = make_note()
    assert [e.aside for e in entries(note, "Timeline")] == ["intended"]
    assert [e.aside for e in entries(note, "What has changed")[1:]] == ["intended", "", ""]
    mixed = make_note(clusters=[cluster("k1", "s1.c2", "s3.c1")], key_judgements=())
    assert entries(mixed, "What the sources say")[0].aside == "factual, intended"


def test_a_side_names_its_sources_with_their_dates_and_whom_they_cite() -> None:
    heading, table, _ = section(make_note(), "Where the sources differ")
    assert heading == Heading("the toll (number)")
    assert isinstance(table, Table)
    assert [(said.lead, said.cited, who.text) for said, who in table.rows] == [
        (
            "Stands:",
            "s1.c2, s3.c2",
            "Selby Evening Post, 29 May 2031, citing Ana Roth; "
            "Gazette, 29 May 2031, citing Ana Roth",
        ),
        ("", "s2.c1", "Selby Courier, 29 May 2031, citing Port of Selby"),
    ]
    assert entries(make_note(), "Where the sources differ") == [
        Entry("the director takes the 5 back", lead="Corrected by a source:")
    ]


def test_what_several_say_comes_first_and_what_was_told_above_is_not_told_again() -> None:
    clusters = [
        cluster("only the Courier", "s2.c2"),
        cluster("shared", "s1.c1", "s2.c1", origins=("Port", "Post")),
        cluster("told in a judgement", "s3.c2"),
        cluster("only the Post", "s1.c3", "s1.c4"),
    ]
    shared, alone = (
        block.entries
        for block in section(make_note(clusters=clusters), "What the sources say")
        if isinstance(block, Listing)
    )
    assert [(e.text, e.beneath[0].text) for e in shared] == [
        ("shared", "Selby Evening Post, Selby Courier · 2 independent origins: Port, Post")
    ]
    assert [(e.lead, [e.text for e in e.beneath]) for e in alone] == [
        ("Selby Evening Post:", ["only the Post"]),
        ("Selby Courier:", ["only the Courier"]),
    ]


def test_where_each_source_is_its_own_origin_they_are_named_once() -> None:
    origins = ("Selby Evening Post", "Selby Courier")
    note = make_note(clusters=[cluster("k", "s1.c1", "s2.c1", origins=origins)])
    assert [e.beneath[0].text for e in entries(note, "What the sources say")] == [
        "Selby Evening Post, Selby Courier · 2 independent origins"
    ]


def test_two_sources_of_one_outlet_are_told_apart() -> None:
    note = make_note()
    post = note.sources[0].document
    twin = note.sources[1].model_copy(
        update={"document": note.sources[1].document.model_copy(update={"outlet": post.outlet})}
    )
    sources = (note.sources[0], twin, note.sources[2])
    about = outline_of(page_of(make_note(sources=sources))).about
    assert "Selby Evening Post (s1), Selby Evening Post (s2), Gazette" in about


def test_long_lists_are_cut_with_how_many_there_are_more() -> None:
    ids = tuple(claim.id for claim in make_note().claims)
    party = {"name": "Roth", "aliases": (), "roles": (), "claims": ids}
    new = [{"text": f"{n}", "claims": (ids[n % 8],), "before": None} for n in range(13)]
    changes = {"since": "May", "new": new, "changed": (), "withdrawn": ()}
    note = make_note(people=(party,), changes=changes)
    assert entries(note, "People")[0].cited == "s1.c1, s1.c2, s1.c3, s1.c4, s2.c1 and 3 more"
    last = entries(note, "What has changed")[-1]
    assert (last.text, last.claims) == ("3 more:", (ids[2], ids[3], ids[4]))


def test_only_claims_of_the_note_are_cited() -> None:
    """What was withdrawn is cited by the ids of the earlier note, which are others' here."""
    strange = {"text": "x", "claims": ("s1.c1", "s9.c9"), "before": None}
    fields = {
        "changes": {"since": "May", "new": (strange,), "changed": (), "withdrawn": (strange,)},
        "focus": {"question": "x", "answered": False, "claims": ("s9.c9",)},
        "open_questions": [
            {"text": "x", "claims": (), "state": "answered", "answered_by": ("s9.c9",)}
        ],
    }
    note = make_note(**fields)
    assert [e.claims for e in entries(note, "What has changed")] == [(), ("s1.c1",), ()]
    assert [e.text for e in entries(note, "The question")] == ["The sources do not answer it."]
    assert [e.beneath for e in entries(note, "Open questions")] == [()]


def test_every_claim_stands_under_evidence_with_its_words() -> None:
    shown = entries(make_note(), "Evidence")
    assert [e.lead for e in shown] == [f"[{c.id}]" for c in make_note().claims]
    assert [e.text for e in shown[1].beneath] == [
        "Who says so: Ana Roth (person)",
        "Evidence (sentence 2): “4 crowns on 2 June, its director said”",
    ]


def test_every_state_has_its_words() -> None:
    assert set(RESOLUTIONS) == set(get_args(ResolutionState))
    assert set(QUESTIONS) == set(get_args(QuestionState))
