"""From claims to their words and back, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import make_summary
from tests.render.browser.looking import findings, focused, marked, seen, selected
from tests.render.notes import claim_on, make_claims, make_note, make_sources

if TYPE_CHECKING:
    from tests.render.browser.conftest import Show

WHOLE = "The Port of Selby will double the bridge toll to 4 crowns on 2 June"


def test_a_click_on_a_claim_marks_its_words_and_brings_them_into_view(show: Show) -> None:
    page = show(viewport={"width": 1280, "height": 400})
    page.click("#claim-7 bdi")
    assert selected(page) == "s3.c1"
    assert marked(page) == "The port itself will paynew booths"
    assert seen(page, "mark[aria-current]")
    assert seen(page, "#claim-7 a")


def test_a_click_on_a_citation_marks_its_words_and_stays_where_it_is(show: Show) -> None:
    page = show()
    page.click("#bottom-line .cites a")
    assert (selected(page), marked(page)) == ("s1.c1", WHOLE)
    assert focused(page) == "s1.c1"
    assert seen(page, "#bottom-line .cites a")


def test_what_is_selected_is_said(show: Show) -> None:
    page = show()
    page.press("#claim-3 a", "Enter")
    said = "Claim s1.c3: its words in s1 · Selby Evening Post are marked. More than 12,000 drivers"
    assert page.locator("[role=status]#said").text_content() == said


@pytest.mark.parametrize("key", ["Enter", " "])
@pytest.mark.parametrize("place", ["#claim-1 a", "#bottom-line .cites a"])
def test_a_key_does_what_a_click_does(show: Show, place: str, key: str) -> None:
    page = show()
    page.focus(place)
    page.keyboard.press(key)
    assert (selected(page), marked(page)) == ("s1.c1", WHOLE)


@pytest.mark.parametrize(("on", "back"), [("j", "k"), ("ArrowDown", "ArrowUp")])
def test_keys_go_through_the_claims(show: Show, on: str, back: str) -> None:
    page = show()
    page.focus("#claim-1 a")
    seen_ones = []
    for key in (on, on, back):
        page.keyboard.press(key)
        assert focused(page) == selected(page)
        assert seen(page, "#claims a:focus")
        seen_ones.append(selected(page))
    assert seen_ones == ["s1.c2", "s1.c3", "s1.c2"]


def test_keys_stop_at_either_end_and_pass_over_what_is_folded_away(show: Show) -> None:
    page = show()
    page.focus("#claim-1 a")
    page.keyboard.press("k")
    assert focused(page) == "s1.c1"
    page.focus("#claim-8 a")
    page.keyboard.press("j")
    assert focused(page) == "s3.c2"
    page.click(".rejected summary")
    page.focus("#claim-8 a")
    page.keyboard.press("j")
    assert focused(page) == "s1.c9"


def test_letters_mean_nothing_elsewhere(show: Show) -> None:
    page = show()
    page.keyboard.press("j")
    assert selected(page) is None


def test_a_click_on_marked_words_shows_their_claim(show: Show) -> None:
    page = show()
    page.click("mark >> text=will double")
    assert (selected(page), focused(page)) == ("s1.c1", "s1.c1")
    assert seen(page, "#claim-1")


def test_words_of_several_claims_give_a_list_to_choose_from(show: Show) -> None:
    page = show()
    page.click("mark >> text=/^4 crowns on 2 June$/")
    choices = page.locator("#choices button")
    assert choices.all_text_contents() == [
        "s1.c1 The toll will double.",
        "s1.c2 It will be 4 crowns.",
    ]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert (selected(page), focused(page)) == ("s1.c2", "s1.c2")
    assert not page.locator("#choices").is_visible()


def test_the_list_goes_away_with_escape(show: Show) -> None:
    page = show()
    page.focus("mark >> text=/^4 crowns on 2 June$/")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert not page.locator("#choices").is_visible()
    assert (selected(page), focused(page)) == (None, "4 crowns on 2 June")


def test_keys_go_through_the_marked_words_and_show_their_claims(show: Show) -> None:
    page = show()
    page.focus("mark >> text=will double")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "4 crowns on 2 June"
    page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    assert (selected(page), focused(page)) == ("s1.c2", "s1.c2")


def test_a_space_between_words_of_two_claims_is_no_stop(show: Show) -> None:
    courier = make_sources()[1]
    parts = [claim_on(courier, n, w, w) for n, w in ((3, "Some 12,500"), (4, "drivers cross it"))]
    page = show(make_note(claims=(*make_claims(), *parts)))
    page.focus("mark >> text=/^Some 12,500$/")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "drivers cross it"
    assert findings(page) == []
    page.click("#claim-6 a")
    assert marked(page) == "Some 12,500 drivers cross it"


def test_each_list_and_each_text_is_one_stop_of_the_tab_key(show: Show) -> None:
    page = show()
    assert page.locator(".claims").first.locator("a[tabindex='0']").count() == 1
    for text in page.locator(".text").all():
        assert text.locator("mark[tabindex='0']").count() == 1


def test_the_bar_goes_on_and_back(show: Show) -> None:
    page = show()
    page.click("#conflicts .cites a >> nth=0")
    page.click("#bar >> text=Next")
    assert selected(page) == "s1.c3"
    page.click("#bar >> text=Previous")
    page.click("#bar >> text=To its words")
    assert focused(page) == "4 crowns on 2 June"
    page.click("#bar >> text=To the claim")
    assert page.evaluate("document.activeElement.closest('.claim').id") == "claim-2"
    page.keyboard.press("Escape")
    assert selected(page) is None
    assert not page.locator("#bar").is_visible()


def test_back_leads_to_where_the_reader_was(show: Show) -> None:
    page = show(viewport={"width": 320, "height": 600})
    page.click("#bottom-line .cites a")
    assert seen(page, "mark[aria-current]")
    page.click("#bar >> text=Back")
    assert seen(page, "#bottom-line .cites a:focus")


def test_a_rejected_claim_shows_its_words_too(show: Show) -> None:
    page = show()
    page.click(".rejected summary")
    page.click(".rejected .claim a")
    assert marked(page) == "12,000 drivers cross every day"
    assert "(rejected)" in str(page.locator("#selected").text_content())


def test_selecting_words_of_a_claim_is_no_click_on_it(show: Show) -> None:
    page = show()
    box = page.locator("#claim-2 bdi").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 2, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 8)
    page.mouse.up()
    assert selected(page) is None


def test_a_link_from_outside_opens_a_claim(show: Show) -> None:
    assert selected(show(anchor="#claim-4")) == "s1.c4"
    assert selected(show(anchor="#claim-9")) == "s1.c9"
    assert selected(show(anchor="#claim-99")) is None


def test_without_its_script_a_claim_links_to_its_sentence(show: Show) -> None:
    page = show(java_script_enabled=False)
    page.click("#bottom-line .cites a")
    page.click("#claim-1 a")
    assert page.url.endswith("#s1-2")


def test_a_summary_works_alike(show: Show) -> None:
    page = show(make_summary())
    page.click("#bottom-line .cites a >> nth=2")
    assert selected(page) == "c2"
    assert (
        marked(page) == "More than 12,000 drivers cross every day, according to the Selby Courier."
    )


def test_overlapping_words_are_marked_whole_for_either_claim(show: Show) -> None:
    page = show()
    page.click("#claim-2 a")
    assert marked(page) == "4 crowns on 2 June, its director said"
    page.click("#claim-1 a")
    assert marked(page) == WHOLE
    assert page.locator(".text").first.locator("p").nth(1).text_content() == (
        f"{WHOLE}, its director said.\n"
    )
