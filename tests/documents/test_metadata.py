"""Title, outlet, section, byline and date of publication."""

from __future__ import annotations

import pytest

from summarizer.documents import document_from_text
from summarizer.documents.metadata import is_about_article, line_date

LEAD = "The Quillport council voted on Monday to rebuild the ferry pier that the storm tore away."


def test_a_simple_text_file() -> None:
    document = document_from_text(
        f"Council backs new pier\n\nBy Jane Doe\nMay 29, 2025\n\n{LEAD}\n\nWork starts soon."
    )

    assert [s.kind for s in document.sentences] == [
        "headline",
        "boilerplate",
        "boilerplate",
        "body",
        "body",
    ]
    assert document.title == "Council backs new pier"
    assert document.byline == "Jane Doe"
    assert document.published == "2025-05-29"


def test_a_byline_below_the_first_paragraph() -> None:
    document = document_from_text(f"Pier plan wins\n\n{LEAD}\n\nBy Jane Doe\n\nWork starts soon.")

    assert document.byline == "Jane Doe"
    assert len(document.body) == 2


@pytest.mark.parametrize(
    "line",
    [
        "May 29, 2025",
        "Thursday, May 29, 2025",
        "29 May 2025",
        "2025-05-29",
        "2025-05-29T08:15:00Z",
        "Published: May 29, 2025",
        "Published on 29 May 2025 at 10:45 a.m. EST",
        "Updated May 29, 2025, 14:05 GMT",
        "By Jane Doe | May 29, 2025 | 4 min read",
    ],
)
def test_a_date_on_a_line_of_its_own_is_the_date_of_publication(line: str) -> None:
    document = document_from_text(f"Council backs new pier\n\n{line}\n\n{LEAD}")

    assert document.published == "2025-05-29"


@pytest.mark.parametrize(
    "text",
    [
        f"Council backs new pier\n\n{LEAD} It was May 29, 2025.",
        f"Council backs new pier\n\nOn May 29, 2025 the council of Quillport met. {LEAD}",
        f"{LEAD}\n\n© 2025 The Quillport Courier. All rights reserved.",
        f"Council backs new pier\n\nMay 29\n\n{LEAD}",
        f"Council backs new pier\n\nFebruary 30, 2025\n\n{LEAD}",
        f"Council backs new pier\n\nMay 29, 2025\nMay 30, 2025\n\n{LEAD}",
    ],
    ids=["in prose", "at the start of prose", "copyright", "no year", "no such day", "two days"],
)
def test_other_dates_are_not(text: str) -> None:
    assert document_from_text(text).published is None


@pytest.mark.parametrize(
    "dateline",
    [
        "ORRIN, Oct. 9, 2025 (Skerry Wire) -",
        "ORRIN, Northmark, Oct. 9, 2025 (Skerry Wire) -",
        "ORRIN, Northmark, 9 October 2025 —",
        "Orrin, Thursday, October 9, 2025 --",
        "ORRIN, October 9, 2025 /PRNewswire/ --",
    ],
)
def test_a_dateline_with_its_year_gives_the_date(dateline: str) -> None:
    document = document_from_text(f"Council backs new pier\n\n{dateline} {LEAD}")

    assert document.published == "2025-10-09"
    assert len(document.body) == 1


def test_a_dateline_below_the_second_line_of_the_headline() -> None:
    document = document_from_text(
        f"Council backs new pier\n\nStorm tore the old one away\n\nORRIN, May 29, 2025 – {LEAD}"
    )

    assert document.published == "2025-05-29"


def test_a_dateline_without_a_year_gives_no_date() -> None:
    document = document_from_text(f"Council backs new pier\n\nORRIN, Oct 9 (Skerry Wire) — {LEAD}")

    assert (document.published, document.outlet) == (None, "Skerry Wire")


def test_the_day_of_publication_wins_over_the_update() -> None:
    document = document_from_text(
        f"Council backs new pier\n\nUpdated May 30, 2025\nPublished May 29, 2025\n\n{LEAD}"
    )

    assert document.published == "2025-05-29"


def test_a_date_at_the_end_of_the_headline() -> None:
    document = document_from_text(f"Council backs new pier Thursday, May 29, 2025\n\n{LEAD}")

    assert document.title == "Council backs new pier"
    assert document.published == "2025-05-29"


def test_the_copyright_notice_names_the_outlet() -> None:
    document = document_from_text(f"{LEAD}\n\n© 2025 The Quillport Courier. All rights reserved.")

    assert document.outlet == "The Quillport Courier"


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"{LEAD}\n\nWork starts soon.",
        f"Where does the pier stand today?\n\n{LEAD}",
        f"It stood for a hundred years.\n\n{LEAD}",
        f"Dear council,\n\n{LEAD}",
        "Pier",
    ],
)
def test_a_first_sentence_is_not_made_a_headline(text: str) -> None:
    document = document_from_text(text)

    assert document.title is None
    assert {sentence.kind for sentence in document.sentences} == {"body"}


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("By Jane Doe", True),
        ("By Jane Doe and Lev Marsh, Staff Writers", True),
        ("BY JANE DOE", True),
        ("By AFP", True),
        ("By nightfall the river had risen", False),
        ("By Monday", False),
        ("May 29, 2025 was a Thursday", False),
        ("Jane Doe", False),
    ],
)
def test_lines_about_the_article(line: str, about: bool) -> None:
    assert is_about_article(line) is about


def test_a_date_has_its_label() -> None:
    assert line_date("Last updated: 3 June 2024") == ("last updated", "2024-06-03")
