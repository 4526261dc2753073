from __future__ import annotations

import base64
import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.briefing.schema import BriefingNote
from summarizer.render.html import render_html
from summarizer.schema import Summary
from tests.factories import make_empty_summary, make_summary
from tests.render.hostile import HOSTILE, saying
from tests.render.notes import COURIER, GAZETTE, POST, make_note
from tests.render.pages import Node, parse

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
AWKWARD = st.text(st.sampled_from("<>&\"'/=!-[]{}`; \n\tscripton\u202e\u2028\x00é")) | st.text()


def page_of(result: Summary | BriefingNote) -> Node:
    return parse(render_html(result))


def shape(node: Node) -> list[object]:
    """Everything of the page but its text, its values, and the controls that are shown."""
    inside = [shape(c) for c in node.children if isinstance(c, Node) and not is_control(c)]
    return [node.tag, sorted(node.attributes), inside]


def is_control(node: Node) -> bool:
    return node.attributes.get("class") == "control"


def test_the_page_is_the_same_bytes_every_time() -> None:
    assert render_html(make_note()) == render_html(make_note())


def test_the_policy_lets_run_only_what_is_written_into_the_page() -> None:
    page = page_of(make_note())
    policy = page.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    for tag in ("style", "script"):
        digest = hashlib.sha256(page.one(tag).text.encode()).digest()
        assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in str(policy)
    assert str(policy).startswith("default-src 'none';")
    assert "unsafe" not in str(policy)


def test_nothing_in_the_page_points_outside_of_it() -> None:
    page = page_of(make_note())
    for node in page.every():
        assert not {"src", "srcset", "action", "style", "data", "poster"} & set(node.attributes)
        assert (node.attributes.get("href") or "#").startswith("#")
    assert not re.search(r"https?:|url\(|@import", page.one("style").text + page.one("script").text)
    assert not re.search(r"Storage|cookie|indexedDB|innerHTML|eval", page.one("script").text)


def test_every_link_and_every_number_of_a_claim_leads_to_something() -> None:
    for result in (make_note(), make_summary(), make_empty_summary()):
        page = page_of(result)
        ids = [node.attributes["id"] for node in page.every() if "id" in node.attributes]
        assert len(ids) == len(set(ids))
        links = [str(a.attributes["href"])[1:] for a in page.every("a")]
        assert set(links) <= set(ids)
        for node in page.every():
            numbers = f"{node.attributes.get('data-c', '')} {node.attributes.get('data-x', '')}"
            assert {f"claim-{number}" for number in numbers.split()} <= set(ids)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_shown_as_its_characters(words: str) -> None:
    page = page_of(saying(words))
    assert shape(page) == shape(page_of(saying("tame")))
    clean = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", lambda c: f"U+{ord(c[0]):04X}", words)
    assert page.one("h1").text == clean
    assert page.one(class_="text").text.count(f"One {clean} two.") == 1


@settings(max_examples=40)
@given(AWKWARD.filter(str.strip))
def test_text_never_changes_the_structure_of_the_page(words: str) -> None:
    assert shape(page_of(saying(words))) == shape(page_of(saying("tame")))


def test_marks_that_turn_text_around_are_seen_and_turn_nothing() -> None:
    page = render_html(saying(f"abc{BIDI}def"))
    assert not set(BIDI) & set(page)
    shown = parse(page).one("h1").every("bdi", class_="control")
    assert [node.text for node in shown] == [f"U+{ord(mark):04X}" for mark in BIDI]


def test_source_text_finds_its_own_direction() -> None:
    page = page_of(make_note())
    paragraphs = [p for text in page.every(class_="text") for p in text.every("p")]
    assert {p.attributes["dir"] for p in paragraphs} == {"auto"}
    assert {text.attributes["lang"] for text in page.every(class_="text")} == {"en"}


def test_the_whole_text_of_every_source_is_there() -> None:
    for text, whole in zip(
        page_of(make_note()).every(class_="text"), (POST, COURIER, GAZETTE), strict=True
    ):
        labels = "".join(label.text for label in text.every(class_="label"))
        assert len(text.text) == len(whole) + len(labels)
        assert [p.text.strip() for p in text.every("p") if not p.every(class_="label")] == [
            line for line in whole.splitlines() if not line.startswith(("Subscribe", "Software"))
        ]


def test_what_is_not_of_the_article_is_labelled() -> None:
    page = page_of(make_note())
    boilerplate, instruction = page.every(class_="label")
    assert (boilerplate.text, instruction.text) == ("Boilerplate", "Instruction to software")
    assert page.one("p", class_="instruction").text.strip().startswith("Instruction to software")
    assert (
        page.one("p", class_="boilerplate").text.strip() == "BoilerplateSubscribe to our newsletter"
    )


def test_words_that_cross_are_cut_where_either_begins_or_ends() -> None:
    marks = page_of(make_note()).every("mark")
    assert [(mark.text, mark.attributes["data-c"]) for mark in marks[:3]] == [
        ("The Port of Selby will double the bridge toll to ", "1"),
        ("4 crowns on 2 June", "1 2"),
        (", its director said", "2"),
    ]
    assert [mark.attributes.get("data-end") for mark in marks[:3]] == [None, "s1.c1", "s1.c2"]


def test_what_only_a_rejected_claim_rests_on_is_no_mark() -> None:
    page = page_of(make_note())
    (only,) = [s for s in page.every("span", data_x="9") if "data-c" not in s.attributes]
    assert only.text == " cross every day"
    assert "data-end" not in only.attributes


def test_a_note_has_all_its_parts() -> None:
    page = page_of(make_note())
    titles = [h2.text.rstrip(" 0123456789") for h2 in page.every("h2")]
    assert titles == [
        "Bottom line",
        "Before you rely on this",
        "The question",
        "Key judgements",
        "Where the sources differ",
        "What has changed",
        "Open questions",
        "Timeline",
        "People",
        "Organisations",
        "Numbers",
        "Background",
        "Who else says so",
        "All claims",
        "Coverage",
        "How this was made",
        "Sources",
    ]


def section(result: Summary | BriefingNote, anchor: str) -> str:
    """A section's text, runs of white space as one."""
    return " ".join(page_of(result).one("section", id=anchor).text.split())


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("judgements", "●●● high confidence The toll will be 4 crowns. s1.c2 s3.c2"),
        ("conflicts", "✓ StandsIt will be 4 crowns."),
        ("conflicts", "Corrected by a source: the director takes the 5 back"),
        ("notices", "Shared origin: Two sources rest on the port alone. — s1 Selby Evening Post"),
        ("notices", "Not used: missing.txt there is no such file"),
        ("focus", "How high is the toll?Answered. These claims bear on it: s3.c2"),
        ("changes", "Before: It is 3 crowns."),
        ("changes", "The bridge closes. s1.c8"),
        ("questions", "Answered Who will pay for the booths? s1.c4 Answered by s3.c1"),
        ("timeline", "2 June 2031The toll doubles. s1.c1"),
        ("people", "Ana Roth, director (also Roth) s1.c2"),
        ("numbers", "4 crowns4 crown (toll)It will be 4 crowns. s1.c2 s3.c2"),
        ("clusters", "Selby Evening Post, Gazette · 1 independent origin: Ana Roth"),
        ("clusters", "Said by one source, once (1): s2.c2"),
        ("claims", "Who says soAna Roth (person)"),
        ("claims", "Support1.00"),
        ("claims", "Rejected by the checks (1)"),
        ("claims", "fatal, numbers: the evidence has another number"),
        ("coverage", "s2 Selby Courier: The claims rest on 2 of 2 body sentences."),
        ("made", "Modelscripted at http://127.0.0.1:1 (json_schema)"),
    ],
)
def test_each_part_says(anchor: str, words: str) -> None:
    assert words in section(make_note(), anchor)


def test_a_summary_is_a_page_with_one_source() -> None:
    page = page_of(make_summary())
    assert [h2.text for h2 in page.every("h2")][-1] == "Source"
    assert len(page.every(class_="source")) == 1
    assert [a.text for a in page.one(id="bottom-line").every("a")] == ["c1", "c1", "c2"]
    assert not page.every("select", id="by-source")
    assert "Harbour Bridge Toll Doubles" in page.one("h1").text
    assert "Who will pay for the new booths? c3" in section(make_summary(), "questions")
    assert "the director" in section(make_summary(), "people")
    assert "more than 12,000 (drivers)" in section(make_summary(), "numbers")


def test_without_claims_the_page_says_why() -> None:
    page = page_of(make_empty_summary())
    assert page.one("p", class_="notice").text.startswith("No claims:")
    assert not page.every("select")


def test_a_note_without_sources_is_a_page_of_its_failures() -> None:
    empty = {
        name: ()
        for name in BriefingNote.model_fields
        if name not in {"failures", "usage", "provenance", "coverage", "focus", "changes"}
    }
    note = make_note(**empty, coverage={}, focus=None, changes=None)
    assert page_of(note).one("h1").text == "No source could be used"
    assert "missing.txt" in section(note, "notices")


def test_filters_offer_what_the_claims_have() -> None:
    page = page_of(make_note())

    def offered(key: str) -> list[str]:
        return [option.text for option in page.one("select", id=f"by-{key}").every("option")]

    assert offered("source") == ["All", "s1 Selby Evening Post", "s2 Selby Courier", "s3 Gazette"]
    assert offered("commitment") == ["All", "Factual", "Intended", "Unknown"]
    assert offered("voice") == [
        "All",
        "the document itself",
        "Ana Roth (person)",
        "Port of Selby (organisation)",
    ]


def test_a_line_with_many_claims_keeps_the_rest_for_those_who_ask() -> None:
    claims = tuple(claim.id for claim in make_note().claims)
    many = [{"text": "It is so.", "claims": (*claims, *claims)}]
    cites = page_of(make_note(background=many)).one("section", id="background").one(class_="cites")
    assert len(cites.every("a")) == 16
    assert cites.one("summary").text == "and 8 more"
    assert len(cites.one("details").every("a")) == 8
