"""What the numbers of a sentence say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.bounds import interval, rounding_step
from summarizer.text.figures import Figure, figures


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "kind", "value", "high"),
    [
        ("half a million homes", "count", 500_000.0, None),
        ("two and a half years", "measure", 2.5, None),
        ("a day and a half", "measure", 1.5, None),
        ("two dozen crates", "count", 24.0, None),
        ("two thirds of the crew", "share", 200 / 3, None),
        ("half of the crew", "share", 50.0, None),
        ("half a percentage point", "points", 0.5, None),
        ("one in five drivers", "share", 20.0, None),
        ("8 out of 10 drivers", "share", 80.0, None),
        ("between 40 and 60 days", "measure", 40.0, 60.0),
        ("3 to 4 million euros", "money", 3e6, 4e6),
        ("66 and 72 boats", "count", 66.0, None),
        ("sales doubled", "multiple", 2.0, None),
        ("three times as many", "multiple", 3.0, None),
        ("a third trial", "ordinal", 3.0, None),
        ("the twenty-first ward", "ordinal", 21.0, None),
        ("a 43-year-old man", "age", 43.0, None),
        ("Ana Roth, 43, resigned", "age", 43.0, None),
        ("they won 2-1", "score", 2.0, None),
        ("hundreds of birds", "count", 200.0, 2000.0),
        ("in her seventies", "count", 70.0, 79.99),
        ("a 110 m tower", "measure", 110.0, None),
        ("on Line 4", "label", 4.0, None),
        ("on 3 May 2031", "date", 2031.0, None),
        ("in spring 2031", "date", 2031.0, None),
        ("the 2031 figures", "date", 2031.0, None),
        ("at 3 pm", "date", 3.0, None),
        ("2031 boats", "count", 2031.0, None),
        ("EUR 4 million", "money", 4e6, None),
    ],
)
def test_reads_kind_and_value(text: str, kind: str, value: float, high: float | None) -> None:
    figure = figures(text)[0]
    assert figure.kind == kind
    assert figure.value == pytest.approx(value)
    assert figure.high == high


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("no more than 30 boats", "at_most"),
        ("not less than 30 boats", "at_least"),
        ("in excess of 30 boats", "more_than"),
        ("30 or more boats", "at_least"),
        ("30 boats or so", "about"),
        ("30-odd boats", "about"),
        ("just shy of 30 boats", "just_under"),
        ("twice as many as 30 boats", "exact"),
        ("The fare goes up to 30 crowns", "exact"),
        ("a fare of up to 30 crowns", "at_most"),
        ("the maximum fare is 30 crowns", "at_most"),
        ("precisely 30 boats", "exactly"),
    ],
)
def test_reads_how_firmly(text: str, bound: str) -> None:
    assert figures(text)[-1].bound == bound


def test_a_number_has_the_noun_of_the_one_beside_it() -> None:
    first, second = figures("The firm cut 300 jobs in Oslo and 200 in Bergen.")
    assert (first.noun, second.noun, second.lent) == ("jobs", "jobs", True)
    first, second = figures("The class grew from 24 to 29 pupils.")
    assert (first.noun, first.role, second.role) == ("pupils", "old", "new")


def test_words_go_with_the_number_that_they_stand_by() -> None:
    first, second = figures("The firm cut 300 jobs in Oslo and 200 in Bergen.")
    assert ("oslo" in first.own, "bergen" in first.own) == (True, False)
    assert ("bergen" in second.own, "oslo" in second.words) == (True, False)
    assert "firm" in second.shared


def test_rates_and_units_are_read() -> None:
    figure = only("It costs 18 euros a month.")
    assert figure.unit is not None
    assert (figure.unit.name, figure.per) == ("EUR", "month")


@given(st.text(max_size=200))
def test_every_figure_stands_where_it_says(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.start <= figure.core[0] < figure.core[1] <= len(text)
        assert figure.core[0] >= end
        end = figure.core[1]


@given(st.floats(min_value=0.01, max_value=1e12))
def test_what_a_bound_leaves_open_never_crosses_its_number(value: float) -> None:
    assert interval(value, None, "nearly").high < value < interval(value, None, "just_over").low
    assert interval(value, None, "nearly").within(interval(value, None, "less_than"))
    assert interval(value, None, "just_over").within(interval(value, None, "more_than"))
    assert not interval(value, None, "more_than").within(interval(value, None, "nearly"))


@pytest.mark.parametrize(
    ("value", "step"), [(12_000, 1000), (12_400, 100), (7, 1), (4.5, 0.1), (0, 1)]
)
def test_the_place_that_a_number_is_rounded_to(value: float, step: float) -> None:
    assert rounding_step(value) == pytest.approx(step)
