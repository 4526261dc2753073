"""Dates as a text writes them, and where they lie in the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attributes.dates import date_spans, dates
from summarizer.text.dates.durations import durations
from summarizer.text.dates.expressions import expressions
from summarizer.text.dates.resolve import resolve

PUBLISHED = "2025-05-29"  # a Thursday


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("on 2025-03-14", "2025-03-14", "2025-03-14", "day"),
        ("on 14.3.2025", "2025-03-14", "2025-03-14", "day"),
        ("on 25/12/2024", "2024-12-25", "2024-12-25", "day"),
        ("on the third of June 2024", "2024-06-03", "2024-06-03", "day"),
        ("from 3 to 5 May 2024", "2024-05-03", "2024-05-05", "day"),
        ("on Tuesday, 3 June", "2025-06-03", "2025-06-03", "day"),
        ("since the 14th", "2025-05-14", "2025-05-14", "day"),
        ("last Monday it fell", "2025-05-26", "2025-05-26", "day"),
        ("two days ago", "2025-05-27", "2025-05-27", "day"),
        ("the day before yesterday", "2025-05-27", "2025-05-27", "day"),
        ("tonight", "2025-05-29", "2025-05-29", "day"),
        ("it shut on Monday night", "2025-05-26", "2025-05-26", "day"),
        ("the week of 12 May", "2025-05-12", "2025-05-18", "week"),
        ("it opened in December", "2024-12-01", "2024-12-31", "month"),
        ("it will open in March", "2026-03-01", "2026-03-31", "month"),
        ("last May it rained", "2024-05-01", "2024-05-31", "month"),
        ("in late May 2024", "2024-05-21", "2024-05-31", "week"),
        ("in the second quarter of 2024", "2024-04-01", "2024-06-30", "quarter"),
        ("in Q3 2024", "2024-07-01", "2024-09-30", "quarter"),
        ("in the first half of 2024", "2024-01-01", "2024-06-30", "quarter"),
        ("in spring 2026", "2026-03-01", "2026-05-31", "quarter"),
        ("last winter was mild", "2024-12-01", "2025-02-28", "quarter"),
        ("early next year", "2026-01-01", "2026-03-31", "quarter"),
        ("by the end of the year", "2025-12-31", "2025-12-31", "day"),
        ("the 2024 figures", "2024-01-01", "2024-12-31", "year"),
        ("in the 1990s", "1990-01-01", "1999-12-31", "year"),
        ("in the nineteenth century", "1801-01-01", "1900-12-31", "year"),
        ("on Christmas Eve", "2024-12-24", "2024-12-24", "day"),
        ("at noon on Monday it fell", "2025-05-26T12:00", "2025-05-26T12:00", "time"),
        ("by noon", "2025-05-29T12:00", "2025-05-29T12:00", "time"),
        ("at 3.30 p.m. yesterday", "2025-05-28T15:30", "2025-05-28T15:30", "time"),
        ("at midnight on 3 June", "2025-06-04T00:00", "2025-06-04T00:00", "time"),
    ],
)
def test_each_form_has_its_place_in_the_calendar(
    text: str, start: str, end: str, precision: str
) -> None:
    (found,) = dates(text, PUBLISHED)
    assert (found.start, found.end, found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "start", "anchor"),
    [
        ("On 14 May 1998 it fell; the next day it was cleared.", "1998-05-15", 7),
        (
            "It made 3 million in March 2025, against 2 million twelve months before.",
            "2024-03-01",
            7,
        ),
        ("It opened in 2016 and was sold two years later.", "2018-01-01", 7),
        ("In 2016 it was sold, and in June it was shut.", "2016-06-01", 7),
    ],
)
def test_a_date_may_be_placed_by_another(text: str, start: str, anchor: int) -> None:
    *_, found = dates(text, PUBLISHED, sentence=7)
    assert (found.start, found.anchor) == (start, anchor)


def test_the_sentences_before_place_a_date() -> None:
    before = [(4, "The council met on 12 May."), (5, "It was a long night.")]
    (found,) = dates("The vote was taken the next day.", PUBLISHED, sentence=6, before=before)
    assert (found.start, found.anchor) == ("2025-05-13", 4)


def test_the_verb_of_the_source_tells_what_is_to_come() -> None:
    source = "The council will hear the plan of the port on Tuesday."
    claim = "A hearing of the port's plan on Tuesday was promised."
    (alone,) = dates(claim, PUBLISHED)
    (placed,) = dates(claim, PUBLISHED, source=source, sentence=3)
    assert (alone.start, placed.start) == ("2025-05-27", "2025-06-03")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at noon on Monday", "noon on Monday"),
        ("before dawn on Sunday", "Sunday"),
        ("in the winter", "the winter"),
        ("yesterday", "yesterday"),
        ("a week later", "a week later"),
    ],
)
def test_without_a_publication_date_the_words_are_kept(text: str, words: str) -> None:
    (found,) = dates(text, None)
    assert (found.text, found.start, found.end, found.anchor) == (words, None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on.",
        "April Stone and June Hall spoke.",
        "He was 20 years old and had 2,019 sheep.",
        "The 1500 metres were run by 1200 people.",
        "It took two years and cost 58 million a year.",
        "The spring of the clock broke in the fall.",
        "Flats cost 3.45 million; a quarter of them are empty.",
        "The market is held on Fridays.",
        "The talks went on in the evening.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert [d.text for d in dates(text, PUBLISHED) if d.text != "the fall"] == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("since 2019", "from"),
        ("as of 1 July", "from"),
        ("until Friday", "to"),
        ("up to 5 September", "to"),
        ("by 2030", "by"),
        ("after 10 pm", "after"),
        ("did not open until 2015", "from"),
        ("No bread is sold after 10 pm", "to"),
        ("Until noon, nobody may leave", "from"),
        ("fell to 2019", "at"),
    ],
)
def test_the_words_before_a_date_make_it_a_bound(text: str, role: str) -> None:
    (found,) = expressions(text)
    assert found.role == role


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("for three weeks", 21),
        ("a two-year contract", 730.485),
        ("a year and a half in prison", 547.864),
        ("lasted half an hour", 1 / 48),
        ("an hour and three quarters", 1.75 / 24),
        ("two hours and 45 minutes", 2.75 / 24),
        ("waited a fortnight", 14),
        ("another decade", 3652.425),
    ],
)
def test_durations_are_measured_in_days(text: str, days: float) -> None:
    (found,) = durations(text)
    assert found.low == pytest.approx(days, rel=1e-4)


@pytest.mark.parametrize(
    "text", ["a 30-year-old", "aged 3 months", "300 euros a month", "twice a day"]
)
def test_ages_and_rates_are_no_durations(text: str) -> None:
    assert durations(text) == ()


@given(st.text(max_size=200), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_whatever_the_text_the_mentions_are_sound(text: str, published: date) -> None:
    for found in dates(text, published.isoformat()):
        assert found.text in text
        assert (found.start is None) == (found.end is None)
        assert found.start is None or found.end is None or found.start <= found.end
    for start, end in date_spans(text):
        assert 0 <= start < end <= len(text)


_PIECES = st.sampled_from(
    "on in since until the 3 14th 31 May June 2024 1999 , . and to last next Monday Friday week "
    "year "
    "two years later ago earlier noon at 3 pm early late spring quarter first of yesterday fell "
    "will "
    "9999 0001 century".split()
)


@given(st.lists(_PIECES, max_size=25), st.dates())
def test_words_of_dates_in_any_order_never_fail(pieces: list[str], published: date) -> None:
    text = " ".join(pieces)
    for found in dates(text, published.isoformat(), source=text, sentence=1, before=[(0, text)]):
        assert found.text in text


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_full_date_means_one_day_whenever_it_is_read(day: date, published: date) -> None:
    for text in (f"on {day.day} {day:%B} {day.year}", f"on {day:%B} {day.day}, {day.year}"):
        (found,) = dates(text, published.isoformat())
        assert (found.start, found.end, found.anchor) == (day.isoformat(), day.isoformat(), None)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["fell", "will fall"]))
def test_a_weekday_is_within_a_week_of_the_publication(published: date, verb: str) -> None:
    for weekday in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split():
        ((dated,),) = resolve((f"It {verb} on {weekday}.",), published.isoformat())
        assert dated.period is not None
        distance = (dated.period.start - published).days
        assert f"{dated.period.start:%A}" == weekday
        assert 0 <= distance < 7 if verb == "will fall" else -7 < distance <= 0
