from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from summarizer.briefing.schema import BriefingNote
from summarizer.render.plain import one_line
from summarizer.schema import Summary
from tests.factories import make_claim, make_document, make_empty_summary, make_summary
from tests.render.hostile import HOSTILE, saying
from tests.render.hostile_note import note_saying
from tests.render.notes import POST, make_note
from tests.render.pages import Node, parse
from tests.render.test_html import AWKWARD, shape

RESULTS = [make_note(), make_summary(), make_empty_summary()]


def shown(result: Summary | BriefingNote) -> Node:
    """The one element that the block is."""
    (block,) = parse(result._repr_html_()).children
    assert isinstance(block, Node)
    return block


@pytest.mark.parametrize("result", RESULTS)
def test_it_runs_nothing_asks_for_nothing_and_has_no_name_to_collide(
    result: Summary | BriefingNote,
) -> None:
    block = shown(result)
    safe = {"class", "dir", "role", "aria-level", "scope"}
    assert {key for node in block.every() for key in node.attributes} <= safe
    assert {node.tag for node in block.every()} <= set(
        "style p div b i bdi span ul li table thead tbody tr th td details summary".split()
    )


def test_its_style_stays_in_its_block_and_sets_no_colour_of_text_or_ground() -> None:
    style = shown(make_note()).one("style").text
    selectors = [
        part.strip() for rule in re.findall(r"([^{}]+)\{", style) for part in rule.split(",")
    ]
    assert all(re.fullmatch(r"\.summarizer-result( [.\w]+)?", part) for part in selectors)
    assert not re.search(r"(?<!-)\bcolor:|background|url|@", style)


def test_the_first_page_is_open_and_the_rest_is_folded() -> None:
    block = shown(make_note())
    folded = [node.one("summary").text for node in block.every("details")]
    assert folded[0] == "What the sources say"
    assert {"Evidence", "Rejected by the checks", "Coverage"} <= set(folded)
    heads = [node.text for node in block.every(role="heading", aria_level="3")]
    assert (heads[0], heads[-1]) == ("Before you rely on this", "Open questions")
    assert all("open" not in node.attributes for node in block.every("details"))


def test_a_claim_has_its_quoted_words_but_the_source_is_not_there() -> None:
    text = shown(make_note()).text
    assert "[s1.c2] It will be 4 crowns. (factual)" in text
    assert "Evidence (sentence 2): “4 crowns on 2 June, its director said”" in text
    assert POST.splitlines()[2] not in text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_shown_as_its_characters(words: str) -> None:
    for result, tame in (
        (saying(words), saying("tame")),
        (note_saying(words), note_saying("tame")),
    ):
        assert shape(shown(result)) == shape(shown(tame))
        clean = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", lambda c: f"U+{ord(c[0]):04X}", words)
        assert clean in shown(result).text


@settings(max_examples=30)
@given(AWKWARD.filter(one_line))
def test_text_never_changes_the_structure(words: str) -> None:
    assert shape(shown(note_saying(words))) == shape(shown(note_saying("tame")))


def test_it_stays_small() -> None:
    document = make_document()
    claims = tuple(make_claim(document, n, 2, f"The toll is {n}.") for n in range(1, 2001))
    html = make_summary(document, claims=claims)._repr_html_()
    assert "The toll is 50." in html
    assert "The toll is 51." not in html
    assert "1950 more, which the HTML page shows" in html
    assert len(html) < 40_000
