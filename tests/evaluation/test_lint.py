"""Labels with one fault each."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import GoldError
from summarizer.evaluation.lint import Linted, Problem, lint
from tests.evaluation.desk import (
    ARTICLE,
    LADDER,
    SHA,
    Desk,
    place,
    span,
    swapped,
    with_offsets,
)


def test_labels_without_a_fault_pass(desk: Desk) -> None:
    assert desk.lint(with_offsets()) == Linted((), checked=True, fixed=None)


def test_a_fault_is_shown_with_file_line_and_field() -> None:
    fault = Problem("gold/weir.yaml", 12, "claims.0.dates.0", "31 days are no day")
    assert str(fault) == "gold/weir.yaml:12: claims.0.dates.0: 31 days are no day"


@dataclass(frozen=True)
class Fault:
    """``new`` is written for ``old``; the fault is in the line where that stands."""

    old: str
    new: str
    field: str
    message: str


DAY = "start: 2025-10-31, end: 2025-10-31, precision: day"
UNREACHABLE = "no sentence of the body is there ({}): no claim can rest on it"
ELSEWHERE = "does not stand in the claim's text"
RANGE = "a range has the modifier range and a high, and nothing else has"
STEP = "a trap is a step away from a claim (of), or comes from outside"


def body_of(claim: str) -> str:
    """A claim of the labels as it is written, without the line of its id."""
    after = with_offsets().partition(f"- id: {claim}\n")[2]
    return re.split(r"^(?=- id: |traps:)", after, flags=re.MULTILINE)[0]


THIRD_CLAIM = body_of("g3")
LAST_CLAIM = "- id: g5\n" + body_of("g5")


def evidence(new: str, message: str) -> Fault:
    return Fault(span(LADDER), new, "claims.3.evidence.0.0", message)


def day(start: str | None, end: str | None, precision: str, message: str) -> Fault:
    new = f"start: {start or 'null'}, end: {end or 'null'}, precision: {precision}"
    return Fault(DAY, new, "claims.0.dates.0", message)


def quantity(new: str, message: str) -> Fault:
    return Fault("compared_with: 1", new, "claims.1.quantities.0", message)


FAULTS = {
    "a span beside its words": evidence(
        span(LADDER, shift=3),
        f"{place(LADDER) + 3}:{place(LADDER) + 3 + len(LADDER)} is"
        f" {ARTICLE[place(LADDER) + 3 :][:40]!r}, not {LADDER[:40]!r}; use --fix",
    ),
    "a span that ends after the article": evidence(
        f"{{start: {place(LADDER)}, end: {len(ARTICLE) + 1}}}",
        f"it ends at {len(ARTICLE) + 1}, and the article at {len(ARTICLE)}",
    ),
    "a span of white space": evidence(
        f"{{start: {place(LADDER) - 2}, end: {place(LADDER)}}}", "it holds white space only"
    ),
    "evidence in a menu": evidence(span("News | Sport"), UNREACHABLE.format("boilerplate")),
    "evidence in the headline": evidence(span("Old weir"), UNREACHABLE.format("headline")),
    "evidence from headline to byline": evidence(
        span("winter\nBy Odo"), UNREACHABLE.format("boilerplate, headline")
    ),
    "a cue beside its words": Fault(
        span("according to"),
        span("according to", shift=-2),
        "claims.4.attribution.0.cue",
        f"{place('according to') - 2}:{place('according to') + 10} is"
        " ', according ', not 'according to'; use --fix",
    ),
    "an end before the start": day(
        "2025-10-31",
        "2025-10-30",
        "day",
        "it ends on 2025-10-30, before its start on 2025-10-31",
    ),
    "a date without an end": day("2025-10-31", None, "day", "one end of it is missing"),
    "a date without a start": day(None, "2025-10-31", "day", "one end of it is missing"),
    "two days as a day": day("2025-10-30", "2025-10-31", "day", "2 days are no day"),
    "two days as a time": day("2025-10-30", "2025-10-31", "time", "2 days are no time"),
    "a day as a week": day("2025-10-31", "2025-10-31", "week", "1 days are no week"),
    "eight days as a week": day("2025-10-24", "2025-10-31", "week", "8 days are no week"),
    "a day as a month": day("2025-10-31", "2025-10-31", "month", "1 days are no month"),
    "a month as a quarter": day("2025-10-01", "2025-10-31", "quarter", "31 days are no quarter"),
    "a quarter as a year": day("2025-08-01", "2025-10-31", "year", "92 days are no year"),
    "more than a year": day("2024-10-30", "2025-10-31", "year", "367 days are no year"),
    "a date that the claim does not have": Fault(
        "text: October 31,", "text: November,", "claims.0.dates.0", f"'November' {ELSEWHERE}"
    ),
    "a number that the claim does not have": Fault(
        "text: 1.9 million,",
        "text: 1.9 billion,",
        "claims.1.quantities.1",
        f"'1.9 billion' {ELSEWHERE}",
    ),
    "a number compared with none": quantity(
        "compared_with: 2", "compared_with 2 is none of the claim's other quantities"
    ),
    "a number compared with itself": quantity(
        "compared_with: 0", "compared_with 0 is none of the claim's other quantities"
    ),
    "a range without its top": quantity("modifier: range", RANGE),
    "a top without a range": quantity("high: 2500000", RANGE),
    "a claim that entails itself": Fault(
        "  entails: [g4]\n", "  entails: [g5]\n", "claims.4.entails", "a claim cannot entail itself"
    ),
    "a claim that another makes": Fault(
        LAST_CLAIM, "- id: g5\n" + THIRD_CLAIM, "claims.4", "says the same as g3"
    ),
    "a trap that a claim makes": Fault(
        "- {id: t1, text: Fennick has rebuilt its weir.,",
        "- {id: t1, text: Fennick is to rebuild its weir by October 31.,",
        "traps.0",
        "the source supports it: it says the same as g1",
    ),
    "a trap one step from nothing": Fault(", of: g1}", "}", "traps.0", STEP),
    "a trap from outside that is a step from a claim": Fault(
        "severity: major}", "severity: major, of: g2}", "traps.1", STEP
    ),
    "an open question that has an answer": Fault(
        "claim: g4}", "claim: g2}", "open_questions.0.claim", "g2 is not labelled unknown"
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_one_fault_is_found_where_it_is(fault: Fault, desk: Desk) -> None:
    labels, line = swapped(with_offsets(), fault.old, fault.new)
    assert desk.faults(labels) == [(line, fault.field, fault.message)]


def test_all_faults_of_a_file_are_found(desk: Desk) -> None:
    labels = with_offsets()
    wanted = [
        FAULTS[name]
        for name in ("two days as a day", "a top without a range", "evidence in a menu")
    ]
    for fault in wanted:
        labels, _ = swapped(labels, fault.old, fault.new)
    assert {(field, message) for _, field, message in desk.faults(labels)} == {
        (fault.field, fault.message) for fault in wanted
    }


def test_labels_need_a_claim_that_is_the_news(desk: Desk) -> None:
    missing = (3, "claims", "no required claim has weight 3: what is the news?")
    lighter, _ = swapped(with_offsets(), "weight: 3", "weight: 2")
    assert desk.faults(lighter) == [missing]
    optional, _ = swapped(with_offsets(), "weight: 3", "weight: 3\n  required: false")
    assert desk.faults(optional) == [missing]


def test_a_claim_twice_is_fine_where_one_entails_the_other(desk: Desk) -> None:
    linked, _ = swapped(with_offsets(), LAST_CLAIM, "- id: g5\n  entails: [g3]\n" + THIRD_CLAIM)
    assert desk.faults(linked) == []


def test_the_same_words_from_another_place_are_another_claim(desk: Desk) -> None:
    again = "- id: g5\n" + THIRD_CLAIM.replace(
        span("It has stood for 140 years"), span("It will stand for as many again")
    ).replace(span("The weir"), span("its weir"))
    labels, _ = swapped(with_offsets(), LAST_CLAIM, again)
    assert desk.faults(labels) == []


@pytest.mark.parametrize("who", ["Runa Holt", "Odo Marsh"])
def test_a_trap_may_be_false_in_who_is_said_to_say_it(who: str, desk: Desk) -> None:
    framed, _ = swapped(
        with_offsets(),
        "- {id: t1, text: Fennick has rebuilt its weir.,",
        f"- {{id: t1, text: {who} confirmed that the weir has stood for 140 years.,",
    )
    assert desk.faults(framed) == []


def test_a_date_counts_from_a_publication_date_that_is_there(desk: Desk) -> None:
    undated, _ = swapped(with_offsets(), ", published: 2025-03-14}", "}")
    line = undated.splitlines().index(f"  - {{text: October 31, {DAY}, anchor: published}}") + 1
    assert desk.faults(undated) == [
        (line, "claims.0.dates.0", "the article has no publication date")
    ]


def test_a_date_that_the_text_leaves_open_passes(desk: Desk) -> None:
    unresolved, _ = swapped(with_offsets(), DAY, "precision: day")
    assert desk.faults(unresolved) == []


def single(text: str, mention: str) -> str:
    """Labels with one claim that has one date."""
    return f"""\
article: {{id: weir, file: weir.txt, sha256: "{SHA}", genre: local news}}
labelled_by: {{who: Jo Marsh, kind: person, how: from the text alone, date: 2025-04-02}}
claims:
- id: g1
  text: {text}
  weight: 3
  evidence: [[{span("Fennick will rebuild its weir")}]]
  commitment: intended
  dates: [{mention}]
"""


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@given(day=DAYS, weekday=st.sampled_from(WEEKDAYS))
@settings(deadline=None)
def test_a_weekday_is_that_of_its_date(shared_desk: Desk, day: date, weekday: str) -> None:
    mention = f"{{text: {weekday}, start: {day}, end: {day}, precision: day}}"
    right = WEEKDAYS[day.weekday()]
    expected = [] if weekday == right else [(9, "claims.0.dates.0", f"{day} is a {right}")]
    found = shared_desk.faults(single(f"Fennick votes on {weekday}.", mention))
    assert found == expected


def periods(day: date) -> dict[str, tuple[date, date]]:
    """The calendar's periods around a day, from short to long."""
    monday = day - timedelta(day.weekday())
    quarter = (day.month - 1) // 3 * 3 + 1

    def month(first: int, last: int) -> tuple[date, date]:
        return date(day.year, first, 1), date(day.year, last, monthrange(day.year, last)[1])

    return {
        "day": (day, day),
        "week": (monday, monday + timedelta(6)),
        "month": month(day.month, day.month),
        "quarter": month(quarter, quarter + 2),
        "year": month(1, 12),
    }


PERIODS = tuple(periods(date(2025, 3, 14)))


@given(day=DAYS, period=st.sampled_from(PERIODS), called=st.sampled_from(PERIODS))
@settings(deadline=None)
def test_a_period_of_the_calendar_fits_its_own_precision_and_no_shorter_one(
    shared_desk: Desk, day: date, period: str, called: str
) -> None:
    start, end = periods(day)[period]
    mention = f"{{text: then, start: {start}, end: {end}, precision: {called}}}"
    found = shared_desk.faults(single("Fennick votes then.", mention))
    if called == period:
        assert found == []
    elif PERIODS.index(called) < PERIODS.index(period):
        days = (end - start).days + 1
        assert found == [(9, "claims.0.dates.0", f"{days} days are no {called}")]


@pytest.mark.parametrize("fix", [False, True])
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- id: g5", "- id: g4", "1: the file: claim id g4 is given twice"),
        ("{id: t2,", "{id: t1,", "1: the file: trap id t1 is given twice"),
        ("entails: [g4]", "entails: [g9]", "1: the file: g5 names g9, and there is no such claim"),
        (", of: g1}", ", of: g9}", "1: the file: t1 names g9, and there is no such claim"),
        (
            "claim: g4}",
            "claim: g9}",
            "1: the file: open question names g9, and there is no such claim",
        ),
    ],
)
def test_ids_that_do_not_fit_together_end_the_check(
    old: str, new: str, said: str, fix: bool, desk: Desk
) -> None:
    labels, _ = swapped(with_offsets(), old, new)
    with pytest.raises(GoldError) as caught:
        desk.lint(labels, fix=fix)
    assert str(caught.value) == f"{desk.file}:{said}; evals/GUIDE.md shows the form"


@pytest.mark.parametrize("fix", [False, True])
@pytest.mark.parametrize(
    ("old", "new", "down", "said"),
    [
        ("  weight: 3\n", "\tweight: 3\n", 0, "not YAML: found "),
        ("  weight: 3\n", "  weight: 3\n  weight: 2\n", 1, "the key 'weight' is given twice"),
        (", kind: place}", ", kind: place, name: x}", 0, "the key 'name' is given twice"),
    ],
    ids=["a tab", "a key twice", "a key twice in one line"],
)
def test_yaml_that_cannot_be_read_ends_the_check(
    *, old: str, new: str, down: int, said: str, fix: bool, desk: Desk
) -> None:
    labels, line = swapped(with_offsets(), old, new)
    with pytest.raises(GoldError) as caught:
        desk.lint(labels, fix=fix)
    assert str(caught.value).startswith(f"{desk.file}:{line + down}: {said}")


def test_an_unknown_field_ends_the_check_with_its_line(desk: Desk) -> None:
    labels, line = swapped(with_offsets(), "  required: false\n", "  optional: true\n")
    with pytest.raises(GoldError) as caught:
        desk.lint(labels)
    assert str(caught.value) == (
        f"{desk.file}:{line}: claims.2.optional: extra inputs are not permitted"
        "; evals/GUIDE.md shows the form"
    )


def test_words_in_place_of_offsets_are_refused_without_fix(desk: Desk) -> None:
    labels, line = swapped(with_offsets(), span(LADDER), json.dumps(LADDER))
    with pytest.raises(GoldError) as caught:
        desk.lint(labels)
    assert str(caught.value).startswith(f"{desk.file}:{line}: claims.3.evidence.0.0: ")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"^cannot read '.*no\.yaml': No such file or directory$"):
        lint(tmp_path / "no.yaml", [tmp_path])


def test_another_article_than_was_labelled_is_all_that_is_said(desk: Desk) -> None:
    desk.article.write_text(ARTICLE.replace("140", "141"))
    labels, _ = swapped(with_offsets(), "compared_with: 1", "compared_with: 7")
    message = "is not that of the article; see that the labels still fit, then use --fix"
    assert desk.lint(labels) == Linted(
        (Problem(str(desk.file), 1, "article.sha256", message),), checked=True
    )


def test_of_a_missing_article_the_form_is_checked_and_nothing_else(desk: Desk) -> None:
    desk.article.unlink()
    labels, _ = swapped(with_offsets(), span(LADDER), span(LADDER, shift=1))
    labels, _ = swapped(labels, "according to", "whatever")
    assert desk.lint(labels) == Linted((), checked=False)
    labels, line = swapped(labels, "compared_with: 1", "compared_with: 7")
    found = desk.lint(labels)
    assert (found.checked, [(p.line, p.field) for p in found.problems]) == (
        False,
        [(line, "claims.1.quantities.0")],
    )


@pytest.mark.parametrize("wrong", ["2025-02-30", "2025-2-3", "2025-W11-3", "last spring"])
@pytest.mark.parametrize("here", [True, False])
def test_what_is_no_date_is_refused_with_its_line(desk: Desk, wrong: str, here: bool) -> None:
    if not here:
        desk.article.unlink()
    labels, line = swapped(with_offsets(), "published: 2025-03-14", f"published: {wrong}")
    with pytest.raises(GoldError) as caught:
        desk.faults(labels)
    assert caught.value.message.endswith(
        f":1: article.published: '{wrong}' is no date written as YYYY-MM-DD"
    )
    assert line


def test_offsets_alone_do_not_follow_a_changed_article(desk: Desk) -> None:
    text = re.sub(r", text: [^}]*}", "}", with_offsets())
    desk.file.write_text(text)
    desk.article.write_text(desk.article.read_text() + "One more line.\n")
    result = lint(desk.file, [desk.folder], fix=True)
    assert result.fixed is None
    assert [p.field for p in result.problems] == ["article.sha256"]


def test_the_article_is_taken_from_the_first_folder_that_has_it(desk: Desk) -> None:
    desk.file.write_text(with_offsets())
    other = desk.folder / "other"
    other.mkdir()
    (other / "weir.txt").write_text("The weir is gone.\n")
    assert lint(desk.file, [desk.folder / "none", desk.folder, other]).problems == ()
    assert [p.field for p in lint(desk.file, [other, desk.folder]).problems] == ["article.sha256"]
