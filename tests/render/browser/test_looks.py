"""How it looks: light and dark, on paper, on a narrow screen, to a screen reader, under attack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.briefing.schema import BriefingNote
from summarizer.schema import Summary
from tests.factories import make_empty_summary, make_summary
from tests.render.browser.looking import colour, findings, focused, selected
from tests.render.hostile import HOSTILE, saying
from tests.render.notes import make_note

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.render.browser.conftest import Show

LIGHT, DARK = "rgb(253, 252, 248)", "rgb(21, 20, 18)"
NARROW = {"width": 320, "height": 640}


def paper(page: Page) -> str:
    return colour(page, "body", "backgroundColor")


@pytest.mark.parametrize(
    ("scheme", "first", "then"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)]
)
def test_light_and_dark_follow_the_system_until_somebody_chooses(
    show: Show, scheme: str, first: str, then: str
) -> None:
    page = show(color_scheme=scheme)
    assert paper(page) == first
    page.click("#theme")
    assert paper(page) == then
    assert page.get_attribute("#theme", "aria-pressed") == str(then == DARK).lower()
    page.reload()
    assert paper(page) == first


def test_the_switch_follows_the_system(show: Show) -> None:
    page = show(color_scheme="light")
    assert page.get_attribute("#theme", "aria-pressed") == "false"
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("#theme[aria-pressed=true]")


@pytest.mark.parametrize("result", [make_note(), make_summary(), make_empty_summary()])
def test_nothing_is_wider_than_a_narrow_screen(show: Show, result: Summary | BriefingNote) -> None:
    page = show(result, viewport=NARROW)
    if page.locator(".claim").count():
        page.click(".claim a >> nth=0")
    for details in page.locator("details").all():
        details.evaluate("(element) => { element.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_on_a_narrow_screen_the_sources_come_after_the_note(show: Show) -> None:
    page = show(viewport=NARROW)
    note, sources = page.locator("main").bounding_box(), page.locator("#sources").bounding_box()
    assert note is not None
    assert sources is not None
    assert sources["y"] >= note["y"] + note["height"]


def test_on_a_wide_screen_the_sources_stay_beside_the_note(show: Show) -> None:
    page = show(viewport={"width": 1440, "height": 500})
    page.evaluate("window.scrollTo(0, 1500)")
    sources = page.locator("#sources").bounding_box()
    assert sources is not None
    assert (sources["y"], sources["height"]) == (0, 500)


def test_on_paper_everything_is_there_and_no_controls(show: Show) -> None:
    page = show()
    page.select_option("#by-source", label="s2 Selby Courier")
    page.click("#claim-5 a")
    page.emulate_media(media="print")
    for selector in ("button", "select", "#bar", ".skip a", ".contents", ".tabs"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    assert page.locator(".claim:visible").count() == 9
    assert page.locator(".rejected dd >> text=another number").is_visible()
    assert page.locator(".text p:visible").count() == 12
    assert colour(page, "body", "color") == "rgb(28, 26, 23)"


def test_on_paper_the_sources_carry_the_numbers_of_their_claims(show: Show) -> None:
    page = show()
    page.emulate_media(media="print")
    note = "(mark) => getComputedStyle(mark, '::after').content"
    notes = [mark.evaluate(note) for mark in page.locator("#source-1 mark").all()]
    assert notes[:3] == ["none", '"\xa0s1.c1"', '"\xa0s1.c2"']


def test_what_was_folded_is_folded_again_after_printing(show: Show) -> None:
    page = show(make_note(background=[{"text": "So.", "claims": ("s1.c1",) * 12}]))
    assert page.pdf()[:4] == b"%PDF"
    page.wait_for_function("!document.querySelector('details[open]')")


def test_what_a_dark_screen_prints_is_dark_on_light(show: Show) -> None:
    page = show(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert colour(page, "body", "color") == "rgb(28, 26, 23)"


def test_the_first_stops_of_the_tab_key_skip_to_the_parts(show: Show) -> None:
    page = show()
    for words, target in (
        ("Skip to the note", "note"),
        ("Skip to the claims", "claims"),
        ("Skip to the sources", "sources"),
    ):
        page.keyboard.press("Tab")
        assert focused(page) == words
        box = page.locator(":focus").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == target
        page.reload()
        page.focus(f".skip a[href='#{target}']")


def test_the_focus_is_seen(show: Show) -> None:
    page = show()
    page.focus("#claim-1 a")
    page.keyboard.press("j")
    for selector in ("#claim-2 a", "mark >> nth=0", "#theme"):
        page.keyboard.press("Shift")
        page.focus(selector)
        assert colour(page, ":focus", "outlineStyle") == "solid"
        assert colour(page, ":focus", "outlineWidth") == "3px"


@pytest.mark.parametrize(
    ("result", "width", "scheme"),
    [
        (make_note(), 320, "light"),
        (make_note(), 1280, "light"),
        (make_note(), 1280, "dark"),
        (make_summary(), 320, "dark"),
        (make_empty_summary(), 1280, "light"),
    ],
)
def test_axe_finds_nothing_serious(
    show: Show, result: Summary | BriefingNote, width: int, scheme: str
) -> None:
    page = show(result, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert findings(page) == []
    for details in page.locator("details").all():
        details.evaluate("(element) => { element.open = true; }")
    if page.locator(".claim").count():
        page.click("#claim-1 a")
    assert findings(page) == []


def test_axe_finds_nothing_serious_in_the_list_to_choose_from(show: Show) -> None:
    page = show()
    page.click("mark >> text=/^4 crowns on 2 June$/")
    assert findings(page) == []


def test_hostile_text_does_nothing(show: Show) -> None:
    page = show(saying(" ".join(HOSTILE)))
    page.click("#claim-1 bdi")
    page.click("#bottom-line .cites a >> nth=0")
    page.click("mark >> nth=0")
    assert selected(page) is not None
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, embed, form").count() == 0
    assert page.evaluate(
        "[...document.querySelectorAll('a')].every((a) => a.getAttribute('href').startsWith('#'))"
    )
    assert paper(page) == LIGHT
