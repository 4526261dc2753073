from __future__ import annotations

from typing import get_args

import pytest

from summarizer.render import RENDERERS, Format
from summarizer.render.view import ALL_FAILED, ALL_REJECTED, NO_CLAIMS, Detail, view_of
from summarizer.schema import (
    Attribution,
    Claim,
    Commitment,
    Coverage,
    DateMention,
    Finding,
    Modifier,
    Summary,
    Usage,
)
from tests.factories import make_claim, make_document, make_empty_summary, make_summary


def details_of(summary: Summary) -> dict[str, str]:
    return {detail.label: detail.text for detail in view_of(summary).claims[0].details}


def with_claim(**fields: object) -> Summary:
    document = make_document()
    claim: Claim = make_claim(document, 1, 2, "The toll doubles.", **fields)
    lines: dict[str, object] = dict.fromkeys(
        ("summary", "key_points", "timeline", "open_questions"), ()
    )
    return make_summary(document, headline=None, claims=(claim,), **lines)


def test_every_format_has_a_renderer() -> None:
    assert tuple(RENDERERS) == get_args(Format)


def test_the_chain_is_read_from_the_outside_in() -> None:
    chain = (
        Attribution(source="Courier", kind="outlet", cue=None),
        Attribution(source="two officials", kind="anonymous", cue=None),
    )
    shown = details_of(with_claim(attribution=chain))
    assert shown["Who says so"] == "Courier (outlet), citing two officials (anonymous)"


def test_numbers_show_what_they_are_set_against() -> None:
    plain = {"high": None, "unit": "percent", "of": None, "compared_with": None}
    quantities = [
        plain | {"text": "4%", "value": 4, "modifier": "exact", "compared_with": 1},
        plain | {"text": "2.5%", "value": 2.5, "modifier": "at_least"},
        plain | {"text": "1 to 3%", "value": 1, "high": 3, "modifier": "range"},
    ]
    assert details_of(with_claim(quantities=quantities))["Numbers"] == (
        "“4%” = 4 percent, against “2.5%”; “2.5%” = at least 2.5 percent; "
        "“1 to 3%” = 1 to 3 percent"
    )


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, "“then” = unresolved"),
        ("2031-05-21", None, "“then” = from 2031-05-21, week"),
        (None, "2031-05-21", "“then” = until 2031-05-21, week"),
        ("2031-05-21", "2031-05-21", "“then” = 2031-05-21, week"),
        ("2031-05-19", "2031-05-25", "“then” = 2031-05-19 to 2031-05-25, week"),
    ],
)
def test_dates(start: str | None, end: str | None, shown: str) -> None:
    date = DateMention(text="then", start=start, end=end, precision="week", anchor=None)
    assert details_of(with_claim(dates=(date,)))["Dates"] == shown


def test_what_the_checks_only_remark_is_a_note() -> None:
    findings = (
        Finding(check="citation", severity="info", message="moved", expected="3", found="4"),
        Finding(check="hedging", severity="mild", message="softer"),
        Finding(check="dates", severity="info", message="Monday cannot be placed"),
    )
    shown = details_of(with_claim(findings=findings))
    assert shown["Checks"] == "mild, hedging: softer"
    assert shown["Notes"] == "citation: moved; dates: Monday cannot be placed"
    assert list(shown)[-2:] == ["Checks", "Notes"]
    assert not {"Checks", "Notes"} & set(details_of(with_claim()))


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("another number", "another number (expected “12”, found “21”)"),
        ("claim says 21", "claim says 21 (expected “12”)"),
        ("claim says 21, source says 12", "claim says 21, source says 12"),
    ],
)
def test_words_that_the_message_has_are_not_said_twice(message: str, shown: str) -> None:
    finding = Finding(check="n", severity="severe", message=message, expected="12", found="21")
    assert details_of(with_claim(findings=(finding,)))["Checks"] == f"severe, n: {shown}"


@pytest.mark.parametrize("modifier", get_args(Modifier))
def test_every_modifier_of_a_number_is_shown(modifier: str) -> None:
    quantity = {
        "text": "it",
        "value": 1234.5,
        "high": 2000 if modifier == "range" else None,
        "unit": "crown",
        "modifier": modifier,
        "of": "toll",
        "compared_with": None,
    }
    words = {"exact": "1,234.5", "range": "1,234.5 to 2,000"}
    amount = words.get(modifier, f"{modifier.replace('_', ' ')} 1,234.5")
    shown = details_of(with_claim(quantities=[quantity]))["Numbers"]
    assert shown == f"“it” = {amount} crown (toll)"


@pytest.mark.parametrize("commitment", get_args(Commitment))
@pytest.mark.parametrize("negated", [False, True])
def test_every_claim_says_how_firmly_it_is_held(commitment: str, negated: bool) -> None:
    view = view_of(with_claim(commitment=commitment, negated=negated)).claims[0]
    assert view.commitment == commitment + (", negated" if negated else "")


def test_rejected_claims_give_the_reasons_that_rejected_them() -> None:
    findings = (
        Finding(check="hedging", severity="mild", message="softer"),
        Finding(check="names", severity="severe", message="no such name"),
        Finding(check="dates", severity="severe", message="no such date"),
    )
    claim = make_claim(make_document(), 9, 2, "The toll doubles.", findings=findings)
    rejected = view_of(make_summary(rejected=(claim,))).rejected
    assert rejected[0].details[0] == Detail(
        "Why", "severe, names: no such name; severe, dates: no such date"
    )


def test_why_there_are_no_claims() -> None:
    empty = make_empty_summary()
    failed = Coverage.model_validate(
        {
            "body_sentences": 4,
            "cited": 0,
            "uncited": (2, 3, 4, 5),
            "failed": [{"sentences": (2, 3, 4, 5), "error": "HTTP 500"}],
        }
    )
    rejected = make_summary().rejected
    assert view_of(empty).notice == NO_CLAIMS
    assert view_of(empty.model_copy(update={"coverage": failed})).notice == ALL_FAILED
    assert view_of(empty.model_copy(update={"rejected": rejected})).notice == ALL_REJECTED
    assert view_of(make_summary()).notice == ""


def test_unknown_usage_is_called_unknown() -> None:
    usage = Usage(calls=1, seconds=2)
    assert view_of(make_summary(usage=usage)).footer[1] == (
        "1 call, unknown tokens in, unknown tokens out, 2.0 s."
    )


@pytest.mark.parametrize(
    ("source", "title"),
    [("in/toll.txt", "Summary of toll.txt"), ("-", "Summary of standard input")],
)
def test_a_document_that_shows_nothing_about_itself(source: str, title: str) -> None:
    bare = make_document(source=source, title=None).model_copy(
        update={"outlet": None, "byline": None, "published": None}
    )
    view = view_of(make_empty_summary().model_copy(update={"document": bare}))
    assert (view.title, view.published) == (title, "")
