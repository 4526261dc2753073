from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.report.article import NO_TEXT
from summarizer.evaluation.report.html import html
from summarizer.evaluation.report.spans import Mark, column, cut, marks_of
from summarizer.evaluation.results import RunResult
from tests.evaluation.report.making import (
    CARP,
    DRAINED,
    HOSTILE,
    SLUICE,
    TEXT,
    WRONG,
    Node,
    article,
    document,
    gate,
    gold,
    gold_claim,
    parsed,
    predicted,
    run,
    scored,
    summary,
    trap,
    unscored,
    verdict,
)

TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "h1", "h2", "h3", "h4",
    "p", "div", "section", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th",
    "td", "button", "a", "fieldset", "legend", "label", "input", "ul", "li", "b", "small", "span",
    "mark", "script", "bdi",
}  # fmt: skip


def report(result: RunResult, before: RunResult | None = None, **given_: Any) -> Node:
    """The page for a run whose articles are all the invented one."""
    plain: dict[str, Any] = {
        "summaries": {"pond": summary()},
        "golds": {"pond": gold()},
        "gate": None,
    }
    return parsed(html(result, before=before, **{**plain, **given_}))


def claims(page: Node) -> dict[str, Node]:
    """The claims in the lists, by what names them."""
    return {n.attributes["data-claim"]: n for n in page.all("li") if "data-claim" in n.attributes}


def marked(column_: Node, claim: str) -> str:
    return "".join(piece.text for piece in column_.all(data_claims=claim))


def test_the_page_is_closed_to_everything_but_its_own_script_and_style() -> None:
    page = report(run(article()), run(article()), gate=gate())
    (script,), (style,) = page.all("script"), page.all("style")
    (policy,) = page.all("meta", http_equiv="Content-Security-Policy")

    def hashed(node: Node) -> str:
        digest = hashlib.sha256(node.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    assert policy.attributes["content"].split("; ") == [
        "default-src 'none'",
        f"style-src {hashed(style)}",
        f"script-src {hashed(script)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert script.attributes == {}
    given_names = {name for node in page.all() for name in node.attributes}
    assert not {n for n in given_names if n.startswith("on") or n in ("style", "src", "srcset")}
    links = {node.attributes["href"] for node in page.all() if "href" in node.attributes}
    assert links == {"#article-0"}


def test_the_files_of_the_page_ask_for_nothing_and_end_no_element() -> None:
    for name in ("page.css", "page.js"):
        content = (files("summarizer.evaluation.report") / name).read_text(encoding="utf-8")
        assert not re.search(r"</|<!--|url\(|@import|https?:|fetch|XMLHttp|innerHTML|eval", content)


def test_all_ids_are_there_and_claims_say_how_they_stand() -> None:
    page = report(run(article()))
    shown = {name: node.text for name, node in claims(page).items()}
    assert shown == {
        "gold:g1": f"g1 found {DRAINED} weight 2; by c1",
        "gold:g2": f"g2 found {CARP} weight 1; by c2",
        "gold:g3": f"g3 missed {SLUICE} weight 3",
        "predicted:c1": f"c1 right {DRAINED} says g1",
        "predicted:c2": f"c2 right {CARP} says g2",
        "predicted:c3": f"c3 wrong {WRONG} nearest g3: contradicts (strength);"
        " unsupported by what it cites; cites nothing",
        "predicted:c4": f"c4 duplicate {CARP} cites nothing",
    }
    assert claims(page)["gold:g2"].attributes["data-kin"] == "predicted:c2"
    assert claims(page)["predicted:c1"].attributes["data-kin"] == "gold:g1"
    assert all(node.attributes["tabindex"] == "0" for node in claims(page).values())
    assert [n.text for n in page.all("ul", class_="traps")] == [
        f"t1 critical hedge: {WRONG} hit by c3"
    ]
    assert "t2" not in "".join(n.text for n in page.all("main"))


def test_both_columns_are_the_text_and_mark_their_own_side() -> None:
    page = report(run(article()))
    (left,), (right,) = page.all(class_="text gold"), page.all(class_="text predicted")
    assert left.text == right.text == TEXT
    for side in (left, right):
        assert marked(side, "gold:g1") == "drained the mill pond on Monday"
        # Alternatives of one claim that overlap are one stretch.
        assert marked(side, "gold:g2") == "pond on Monday, and 40 carp were moved"
        assert marked(side, "predicted:c2") == "mill pond on Monday, and 40 carp"
    assert [(n.text, n.attributes["class"]) for n in left.all("mark")] == [
        ("drained the ", "depth1"),
        ("mill ", "depth1"),
        ("pond", "depth2"),
        (" on Monday", "depth2"),
        (", and ", "depth1"),
        ("40 carp", "depth1"),
        (" were moved", "depth1"),
        ("the sluice might be repaired by spring", "depth1"),
    ]
    assert [n.text for n in right.all("span")] == [
        " were moved",
        "the sluice might be repaired by spring",
    ]
    assert all("data-claims" in n.attributes for n in [*left.all("span"), *right.all("span")])


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=8)


@given(st.text(st.sampled_from("ab<&>\"' \n\té"), max_size=24), SPANS)
def test_a_text_is_cut_at_all_borders_and_nowhere_else(
    words: str, spans: list[tuple[int, int]]
) -> None:
    marks = [Mark(s, s + size, f"gold:g{n}") for n, (s, size) in enumerate(spans)]
    pieces = cut(len(words), marks)
    assert "".join(words[p.start : p.end] for p in pieces) == words
    assert all(one.end == other.start for one, other in pairwise(pieces))
    covers = [{m.claim for m in marks if m.start <= at < m.end} for at in range(len(words))]
    for piece in pieces:
        assert all(covers[at] == set(piece.claims) for at in range(piece.start, piece.end))
    assert parsed(column(words, pieces, "gold")).text == words


def test_what_the_text_cannot_hold_is_left_out() -> None:
    astray = predicted(1, CARP, evidence=((5, 9), (8, 500), (700, 900), (9, 9)))
    pieces = cut(len(TEXT), marks_of(None, scored(predicted=(astray,))))
    assert [(p.start, p.end) for p in pieces if p.claims] == [(5, 8), (8, 9), (9, len(TEXT))]
    assert cut(0, []) == []


@pytest.mark.parametrize("text", [TEXT.replace("\n", "\r\n"), "\n\n" + TEXT, TEXT + "  \t🦢 "])
def test_no_character_of_the_text_is_lost(text: str) -> None:
    result = article(result=scored(predicted=()), sha256=document(text).sha256)
    page = report(run(result), summaries={"pond": summary(text)}, golds={"pond": gold(text)})
    assert [n.text for n in page.all(class_="text")] == [text, text]
    # A raw carriage return would be read as a line break.
    assert "\r" not in html(run(result), {"pond": summary(text)}, {}, None, None)


def before() -> RunResult:
    """An earlier run, which found g3 and missed g1, and said ``WRONG`` when it was right."""
    old = scored(
        gold=(gold_claim(1, DRAINED, found=False), gold_claim(2, CARP), gold_claim(3, SLUICE)),
        predicted=(
            predicted(7, f"  {WRONG.upper()}"),
            predicted(8, DRAINED.rstrip("."), right=False),
            predicted(9, CARP),
        ),
    )
    return run(article(result=old), name="older")


def test_what_changed_since_the_earlier_run_is_marked() -> None:
    page = report(run(article()), before())
    changed = {
        name: node.attributes["data-change"]
        for name, node in claims(page).items()
        if "data-change" in node.attributes
    }
    assert changed == {
        "gold:g1": "newly-found",
        "gold:g3": "newly-missed",
        "predicted:c1": "newly-right",
        "predicted:c3": "newly-wrong",
    }
    assert "newly wrong (was right)" in claims(page)["predicted:c3"].text
    assert "newly right (was wrong)" in claims(page)["predicted:c1"].text
    (section,) = page.all("details", class_="article")
    assert section.attributes["data-changes"].split() == [
        "newly-missed", "newly-found", "newly-wrong", "newly-right"
    ]  # fmt: skip
    boxes = [(n.attributes["value"], n.attributes["type"]) for n in page.all("input")]
    assert boxes == [(c, "checkbox") for c in section.attributes["data-changes"].split()]
    assert "newly missed (1)" in page.all("fieldset")[0].text


def test_a_claim_that_was_not_said_before_is_new_and_duplicates_are_not() -> None:
    old = run(article(result=scored(predicted=(predicted(1, CARP, right=False, duplicate=True),))))
    shown = claims(report(run(article()), old))
    assert "newly right (not said before)" in shown["predicted:c1"].text
    assert "newly wrong (not said before)" in shown["predicted:c3"].text
    assert "data-change" not in shown["predicted:c2"].attributes
    assert "data-change" not in shown["predicted:c4"].attributes


@pytest.mark.parametrize(
    "other",
    [
        article("weir"),
        article(repeat=1),
        article(sha256="0" * 64),
        article(state="failed"),
        article(stages={"extract": scored()}),
    ],
)
def test_only_like_is_compared_with_like(other: Any) -> None:
    page = report(run(article()), run(other))
    assert not [n for n in claims(page).values() if "data-change" in n.attributes]
    assert "nothing to compare with" in page.all("table", class_="overview")[0].text


def test_without_an_earlier_run_there_is_nothing_to_filter() -> None:
    page = report(run(article()))
    assert not page.all("input")
    assert "newly" not in page.all("main")[0].text


def test_the_overview_can_be_sorted_and_leads_to_the_articles() -> None:
    articles = [article(), article(repeat=1, state="stale"), unscored("lock", "not_run")]
    page = report(run(*articles), run(article()))
    (table,) = page.all("table", class_="overview")
    heads = table.all("th", scope="col")
    assert [n.text for n in heads] == [
        "article", "genre", "split", "state", "recall", "precision", "f1", "traps hit", "changes"
    ]  # fmt: skip
    assert all(n.attributes["aria-sort"] == "none" and n.all("button") for n in heads)
    rows = [[n.text for n in row.children] for row in table.all("tbody")[0].children]
    assert rows == [
        ["pond", "local", "test", "scored", "0.667", "0.667", "0.667", "1/2", "no change"],
        ["pond#1", "local", "test", "stale", *["0.667"] * 3, "1/2", "nothing to compare with"],
        ["lock", "local", "test", "not run", *["—"] * 4, "nothing to compare with"],
    ]
    values = [n.attributes["data-value"] for n in table.all("td") if "data-value" in n.attributes]
    assert values[:5] == ["0.666667", "0.666667", "0.666667", "1", "0"]
    assert values[-5:] == ["", "", "", "", "0"]
    targets = {n.attributes["href"][1:] for n in table.all("a")}
    assert targets == {n.attributes["id"] for n in page.all("details", class_="article")}


def test_an_article_without_its_text_shows_only_scores() -> None:
    for summaries in ({}, {"pond": summary(TEXT.upper())}):
        page = report(run(article()), before(), summaries=summaries)
        (section,) = page.all("details", class_="article")
        assert NO_TEXT in section.text
        assert not claims(page)
        assert not page.all(class_="text")
        assert "recall0.6674 of 6" in section.text
        assert "1 newly missed" in section.text


def test_without_labels_no_gold_span_is_marked() -> None:
    for golds in ({}, {"pond": gold(TEXT + " ")}):
        page = report(run(article()), golds=golds)
        (left,) = page.all(class_="text gold")
        assert not left.all("mark")
        assert left.all("span", data_claims="predicted:c1")


def test_a_failed_article_shows_how_far_it_got_but_no_figures_above() -> None:
    failed = article(stages={"extract": scored()}, state="failed", error="the reply was cut off")
    page = report(run(failed))
    (section,) = page.all("details", class_="article")
    assert "failed (after extract)" in section.all("summary")[0].text
    assert "recall" not in section.all("summary")[0].text
    assert "the reply was cut off" in section.text
    assert "gold:g1" in claims(page)


def test_all_scores_of_an_article_are_listed_in_order() -> None:
    (section,) = report(run(article())).all("details", class_="article")
    rows = section.all("table")[0].all("tbody")[0].children
    assert [[n.text for n in row.children] for row in rows] == [
        ["recall", "0.667", "4 of 6"],
        ["precision", "0.667", "2 of 3"],
        ["f1", "0.667", "2 of 3"],
        ["dates", "— not measured", "0 of 0"],
        ["traps", "0.500", "1 of 2"],
        ["verbatim", "0.250", "1 of 4"],
    ]


def test_the_gate_is_told_first() -> None:
    failing = verdict("recall", "REGRESSION")
    page = report(run(article()), gate=gate(failing, failed=("mill",), stale=("weir",)))
    main = page.all("main")[0].text
    assert main.startswith("Gate: REGRESSIONsmall-model against main")
    assert "known: mill:t4; gone: weir:t2" in main
    assert f"pond:t1: {WRONG}" in main
    assert "Failed: mill" in main
    assert "Stale: weir" in main
    (row,) = page.all("tr", class_="regression")
    assert [n.text for n in row.children][:2] == ["REGRESSION", "recall"]


def hostile(text: str) -> Node:
    """A page in which every string that can be is ``text``."""
    result = scored(
        gold=(gold_claim(1, text, by=(text,)), gold_claim(2, text, id=text, found=False)),
        predicted=(predicted(1, text, evidence=((0, 9),)), predicted(2, text, id=text)),
        traps=(trap(1, text, text),),
    )
    words = f"Headline\n{text}\n"
    late = article(text, result, state="stale", error=text, genre=text)
    good = article(result=result, sha256=document(words).sha256)
    checked = gate(verdict(text), name=text, baseline=text, failed=(text,), stale=(text,))
    system = run(good, late, name=text, model=text, prompts={text: text}, package_version=text)
    return report(
        system, run(good, name=text), summaries={"pond": summary(words)}, golds={}, gate=checked
    )


def test_source_text_is_inert() -> None:
    page = hostile(HOSTILE)
    assert {node.name for node in page.all()} <= TAGS
    assert len(page.all("script")) == 1
    assert page.all("script")[0].text.startswith('"use strict";')
    shown = page.all("main")[0].text
    assert "</script><script>alert(1)</script> <img src=x onerror=alert(1)>" in shown
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", shown)
    assert page.all(class_="text")[0].text.count("U+") == 5  # what a browser would obey


@given(st.text().filter(lambda text: text.strip() and "\n" not in text))
def test_whatever_the_text_is_the_structure_is_the_same(text: str) -> None:
    def structure(words: str) -> list[tuple[str, list[str]]]:
        nodes = hostile(words).all()
        return [(n.name, sorted(n.attributes)) for n in nodes if n.name != "bdi"]

    assert structure(text) == structure("plain words")
