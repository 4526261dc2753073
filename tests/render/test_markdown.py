from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.render.markdown import escape, render_markdown
from summarizer.render.plain import one_line
from tests.factories import ARTICLE, make_claim, make_document, make_empty_summary, make_summary

VIEWER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](http://example.test/pixel.png)",
    "<http://example.test>",
    "[c1]: http://example.test",
    "# heading",
    "> quote",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "a | b",
    "`code` and ``` more",
    "**bold** _it_ ~~gone~~",
    "---",
    "===",
    "back\\slash \\* end\\",
    "&lt;b&gt; &#60; AT&T; R&D",
    "{{ 7*7 }} {% x %} $x$",
)
AWKWARD = st.text(st.sampled_from("<>[]()!`*_~#-+=|\\&;:/@.{}$\"' \n\t1aZé\x1b")) | st.text()


def tokens(markdown: str) -> list[Token]:
    """All tokens, inline ones in place of their parent."""
    return [t for token in VIEWER.parse(markdown) for t in (token.children or [token])]


@pytest.mark.parametrize("text", ATTACKS)
def test_markup_in_the_source_is_shown_as_its_characters(text: str) -> None:
    shown = [t for t in tokens(escape(text)) if t.nesting == 0]
    assert [(t.type, t.content) for t in shown] == [("text", text)]


@given(AWKWARD)
def test_a_viewer_shows_exactly_the_characters_of_the_line(text: str) -> None:
    shown = tokens(escape(text))
    assert {t.type for t in shown} <= {"paragraph_open", "paragraph_close", "text"}
    assert "".join(t.content for t in shown) == one_line(text)


@given(AWKWARD)
def test_no_html_tag_survives_even_where_backslashes_mean_nothing(text: str) -> None:
    assert "<" not in escape(text)


@pytest.mark.parametrize("text", ["see https://a.test", "WWW.a.test", "www.a.test", "a@b.test"])
def test_bare_addresses_are_broken_for_viewers_that_link_them(text: str) -> None:
    assert "\\" in escape(text)


@given(AWKWARD.filter(one_line))
def test_source_text_never_changes_the_structure_of_a_summary(text: str) -> None:
    def structure(words: str) -> list[str]:
        document = make_document(title=words)
        claim = make_claim(document, 1, 2, words)
        summary = make_summary(
            document,
            headline={"text": words, "claims": ("c1",)},
            summary=[{"text": words, "claims": ("c1",)}],
            key_points=(),
            claims=(claim,),
            rejected=(),
            open_questions=[{"text": words, "claim": "c1"}],
            timeline=(),
        )
        return [t.type for t in tokens(render_markdown(summary))]

    assert structure(text) == structure("plain")


def test_a_whole_summary() -> None:
    text = render_markdown(make_summary())
    assert text.startswith(
        "# Harbour Bridge Toll Doubles\n"
        "\n"
        "*Selby Evening Post · By Ana Roth · published 2031-05-29*\n"
        "\n"
        "**The toll on Selby's bridge is to double.** [c1]\n"
        "\n"
        "The port plans to double the toll on 2 June. [c1]\n"
        "Over 12,000 drivers cross each day. [c2]\n"
        "\n"
        "## Key points\n"
        "\n"
        "- Who pays for the booths is open. [c3]\n"
    )
    assert (
        "- **c2** More than 12,000 drivers cross the bridge every day. *(factual)*\n"
        "  - Who says so: Selby Courier (outlet; “according to”)\n"
        "  - Evidence (sentence 3): “More than 12,000 drivers cross every day, according to the"
        " Selby Courier.”\n"
        "  - Numbers: “12,000” = more than 12,000 (drivers)\n"
        "  - Checks: mild, citation: moved from sentence 4\n"
    ) in text
    assert "  - Dates: “2 June” = 2031-06-02, day\n" in text
    assert "## Open questions\n\n- Who will pay for the new booths? [c3]\n" in text
    assert "## Timeline\n\n- 2031-06-02: The toll doubles. [c1]\n" in text
    assert (
        "## Rejected\n"
        "\n"
        "- **c4** More than 21,000 drivers cross the bridge every day. *(factual)*\n"
        "  - Why: fatal, numbers: the evidence has another number (expected “12,000”, found"
        " “21,000”)\n"
    ) in text
    assert text.endswith(
        "## Coverage\n"
        "\n"
        "- The claims rest on 3 of 4 body sentences; not cited: 5.\n"
        "- Failed, so without claims: sentences 5: the reply was cut off\n"
        "\n"
        "---\n"
        "\n"
        "Made by summarizer 0.1.0 with scripted at http\\://127.0.0.1:1 (json\\_schema).\n"
        "3 calls (1 of them retries), 2,400 tokens in, 180 tokens out, 7.5 s.\n"
    )


def test_everything_that_is_known_of_a_claim_stands_under_it() -> None:
    """Each part of an accepted claim's JSON can be read in the Markdown too."""
    summary = make_summary()
    text = render_markdown(summary)
    for claim, following in zip(summary.claims, (*summary.claims[1:], None), strict=True):
        block = text.split(f"- **{claim.id}** ")[1].split(
            f"- **{following.id}** " if following else "\n\n"
        )[0]
        assert f"*({claim.commitment})*" in block
        places = [block.index(link.source) for link in claim.attribution]
        assert places == sorted(places)
        for quantity in claim.quantities:
            assert f"“{quantity.text}” = " in block
            assert f"{quantity.value:,g}" in block
            assert quantity.of is None or quantity.of in block
            assert quantity.unit is None or quantity.unit in block
        for date in claim.dates:
            assert f"“{date.text}” = {date.start or 'unresolved'}" in block
        for finding in claim.findings:
            assert f"{finding.check}: {finding.message}" in block


@given(AWKWARD.filter(one_line))
def test_text_of_the_source_in_any_detail_never_changes_the_structure(text: str) -> None:
    def structure(words: str) -> list[str]:
        document = make_document()
        quantity = {
            "text": words,
            "value": 1,
            "high": None,
            "unit": words,
            "modifier": "exact",
            "of": words,
            "compared_with": None,
        }
        finding = {"check": "names", "message": words, "expected": words, "found": words}
        details: dict[str, object] = {
            "attribution": [{"source": words, "kind": "person", "cue": None}],
            "quantities": [quantity, quantity | {"compared_with": 0}],
            "dates": [
                {"text": words, "start": None, "end": None, "precision": "day", "anchor": None}
            ],
            "findings": [finding | {"severity": s} for s in ("info", "mild", "severe")],
        }
        claim = make_claim(document, 1, 2, "The toll doubles.", **details)
        lines: dict[str, object] = dict.fromkeys(("summary", "key_points", "timeline"), ())
        lines |= {"open_questions": (), "headline": None}
        summary = make_summary(document, claims=(claim,), rejected=(claim,), **lines)
        return [t.type for t in tokens(render_markdown(summary))]

    assert structure(text) == structure("plain")


def test_a_text_without_claims_says_so() -> None:
    text = render_markdown(make_empty_summary())
    assert "\n\nNo claims: nothing in this text could be established" in text
    assert "## Claims" not in text
    assert "## Rejected" not in text


def test_evidence_over_several_lines_is_one_line() -> None:
    document = make_document(ARTICLE.replace("drivers cross", "drivers\u2029\u00a0cross"))
    summary = make_summary(document)
    assert "“More than 12,000 drivers cross every day, " in render_markdown(summary)
