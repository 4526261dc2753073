"""Filters: by source, by commitment, by who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import make_summary
from tests.render.browser.looking import colour, selected

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.render.browser.conftest import Show


def shown(page: Page) -> list[str]:
    """Ids of the accepted claims that can be seen."""
    return page.locator("#claims > .claims .claim:visible .words > a").all_text_contents()


@pytest.mark.parametrize(
    ("key", "choice", "claims"),
    [
        ("source", "s2 Selby Courier", ["s2.c1", "s2.c2"]),
        ("commitment", "Intended", ["s1.c1", "s3.c1"]),
        ("voice", "Ana Roth (person)", ["s1.c2", "s3.c1", "s3.c2"]),
        ("voice", "the document itself", ["s1.c3", "s1.c4", "s2.c2"]),
    ],
)
def test_each_filter_shows_what_it_says(
    show: Show, key: str, choice: str, claims: list[str]
) -> None:
    page = show()
    page.select_option(f"#by-{key}", label=choice)
    assert shown(page) == claims
    # The rejected one is of the first source, a fact, and on its own authority.
    rejected = (key, choice) == ("voice", "the document itself")
    count = f"{len(claims) + rejected} of 9 claims shown"
    assert page.locator("#count").text_content() == count


def test_filters_add_up_and_go_away(show: Show) -> None:
    page = show()
    page.select_option("#by-voice", label="Ana Roth (person)")
    page.select_option("#by-source", label="s3 Gazette")
    page.select_option("#by-commitment", label="Intended")
    assert shown(page) == ["s3.c1"]
    page.click("text=Show all")
    assert len(shown(page)) == 8
    assert page.locator("#count").text_content() == ""
    assert page.evaluate("document.activeElement.id") == "by-source"


def test_words_whose_claims_are_all_filtered_away_are_unmarked(show: Show) -> None:
    page = show()
    nothing = colour(page, ".text p", "backgroundColor")
    page.select_option("#by-source", label="s2 Selby Courier")
    assert colour(page, "#source-1 mark", "backgroundColor") == nothing
    assert colour(page, "#source-2 mark", "backgroundColor") != nothing


def test_keys_pass_over_what_is_filtered_away(show: Show) -> None:
    page = show()
    page.select_option("#by-voice", label="Ana Roth (person)")
    page.focus("#claim-2 a")
    page.keyboard.press("j")
    assert selected(page) == "s3.c1"


def test_words_lead_to_a_claim_that_was_filtered_away(show: Show) -> None:
    page = show()
    page.select_option("#by-source", label="s2 Selby Courier")
    page.click("mark >> text=will double")
    assert selected(page) == "s1.c1"
    assert len(shown(page)) == 8


def test_the_page_remembers_no_filter(show: Show) -> None:
    page = show()
    page.select_option("#by-source", label="s2 Selby Courier")
    page.reload()
    assert len(shown(page)) == 8


def test_one_source_is_not_offered_for_choice(show: Show) -> None:
    page = show(make_summary())
    assert page.locator("select").count() == 2
