from __future__ import annotations

import pytest

from summarizer.briefing.told import as_told, is_of_sentences, outlet_of, publication_order
from tests.briefing.telling import said, tell


def test_ids_are_those_of_the_note_and_the_frame_is_no_content() -> None:
    told = as_told(
        [
            tell("Post", "2031-05-29", "The dam held."),
            tell("Courier", None, said("The dam broke, Ada Vane said.", "person Ada Vane")),
        ]
    )
    assert [(one.id, one.source, one.outlet) for one in told] == [
        ("s1.c1", "s1", "Post"),
        ("s2.c1", "s2", "Courier"),
    ]
    assert [one.content.rstrip(".") for one in told] == ["The dam held", "The dam broke"]


@pytest.mark.parametrize(
    ("published", "places"),
    [
        (("2031-05-02", "2031-05-01", "2031-05-02"), (1, 0, 1)),
        ((None, "2031-05-01", None, "2031-06-01"), (0, 0, 0, 1)),
        (("2031-06-01", None, "2031-05-01"), (1, 1, 0)),
        ((), ()),
    ],
)
def test_sources_are_ordered_by_their_dates(
    published: tuple[str | None, ...], places: tuple[int, ...]
) -> None:
    documents = [tell("Post", date, "The dam held.").document for date in published]
    assert publication_order(documents) == places


def test_what_a_source_is_called_without_an_outlet() -> None:
    document = tell(None, None, "The dam held.", title="Dam holds").document
    assert outlet_of(document) == "Dam holds"
    assert outlet_of(document.model_copy(update={"title": None})) == "page"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The dam held.", True),
        ("“It held.”", True),
        ("By Ada Vane, 3 May 2031", False),
        ("Dam holds in Selby", False),
    ],
)
def test_headings_and_bylines_are_no_sentences(text: str, whole: bool) -> None:
    summary = tell("Post", None, text)
    assert bool(is_of_sentences(summary.claims[0], summary.document)) is whole
