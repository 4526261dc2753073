"""The chain of who says so, from the words of the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document
from summarizer.attributes.attribution import attribution
from summarizer.text.names import Names


def chain(text: str, *, outlet: str | None = None) -> list[tuple[str, str]]:
    """Sources and kinds for the last body sentence."""
    document = Document.from_text(text, outlet=outlet)
    last = document.body[-1]
    found = attribution(document, Names(document.text), last.id, last.start, last.end)
    for link in found:
        assert link.cue is not None
        assert document.text[link.cue.start : link.cue.end] == link.cue.text
    return [(link.source, link.kind) for link in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Multiple sources cited by CBS News said the lift was stuck.",
            [("CBS News", "outlet"), ("Multiple sources", "anonymous")],
        ),
        (
            "Keeper Ana Vale told the Coast Herald that the seal had left.",
            [("Coast Herald", "outlet"), ("Ana Vale", "person")],
        ),
        ("Keeper Ana Vale told police that the seal had left.", [("Ana Vale", "person")]),
        (
            "Two officials told Reuters that the pier was unsafe.",
            [("Reuters", "outlet"), ("Two officials", "group")],
        ),
        (
            "Clerk Tom Abel denied a report in the Coast Herald that the pier was unsafe.",
            [("Tom Abel", "person"), ("Coast Herald", "outlet")],
        ),
        (
            "The Coast Herald said the pier was shut. The paper added that it was unsafe.",
            [("Coast Herald", "outlet")],
        ),
        (
            "The dockers' union Havn called a strike. The union said it would last a week.",
            [("Havn", "organisation")],
        ),
        (
            "Keeper Ana Vale met the mayor, Tom Abel. He said that the seal had left.",
            [("Tom Abel", "person")],
        ),
        (
            "Keeper Ana Vale met the mayor, Tom Abel. She said that the seal had left.",
            [("Ana Vale", "person")],
        ),
        (
            '"The seal has left," Ana Vale said. "It will not be back."',
            [("Ana Vale", "person")],
        ),
        ("The pier is shut, according to a study.", [("a study", "group")]),
        ("The pier is shut.", []),
        ("Ana Vale urged Tom Abel to shut the pier.", []),
        ("Ana Vale did not say whether the pier was shut.", []),
        ("Ana Vale plans to shut the pier.", [("Ana Vale", "person")]),
        (
            "Two ships are late, according to a Coast Herald report. One of them is the Tern.",
            [("Coast Herald", "outlet")],
        ),
        (
            "Ana Vale said that the driver had told her the brake was worn.",
            [("Ana Vale", "person"), ("the driver", "person")],
        ),
    ],
)
def test_the_chain_is_outermost_first(text: str, expected: list[tuple[str, str]]) -> None:
    assert chain(text) == expected


def test_the_publisher_of_the_document_is_no_link() -> None:
    text = "Ana Vale told the Coast Herald that the seal had left."
    assert chain(text, outlet="The Coast Herald") == [("Ana Vale", "person")]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = (
        "Ana Vale said: “The seal has left the harbour.\n\n"
        "“It will not be back before the spring storms.”"
    )
    assert chain(text) == [("Ana Vale", "person")]


def test_a_clause_outside_the_report_is_on_nobodys_word() -> None:
    text = "The pier was shut on Monday, and Ana Vale said that it would open in May."
    document = Document.from_text(text)
    first, second = text.index(", and"), text.index("Ana Vale")
    names = Names(text)
    assert attribution(document, names, 1, 0, first) == ()
    assert [x.source for x in attribution(document, names, 1, second, len(text))] == ["Ana Vale"]


_WORDS = st.sampled_from(
    'Vale said told that the Herald reported “ ” " , . : he she it according to who ‘ ’ not '
    "officials Abel's pier was unsafe and one of them".split(" ")
)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_every_link_has_a_source_and_a_cue_in_the_document(text: str) -> None:
    document = Document.from_text(f"Ana Vale left. {text}")
    names = Names(document.text)
    for sentence in document.body:
        for link in attribution(document, names, sentence.id, sentence.start, sentence.end):
            assert link.source
            assert link.cue is not None
            assert link.cue.text == document.text[link.cue.start : link.cue.end]
