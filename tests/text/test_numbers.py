import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.numbers import numbers, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over 137,000 a year", [("137,000", 137_000.0, None, "more_than")]),
        ("$1.2 million", [("$1.2 million", 1_200_000.0, "USD", "exact")]),
        ("about 40 per cent", [("40 per cent", 40.0, "percent", "approx")]),
        ("€3bn", [("€3bn", 3e9, "EUR", "exact")]),
        ("twenty-five people", [("twenty-five", 25.0, None, "exact")]),
        ("two hundred and six votes", [("two hundred and six", 206.0, None, "exact")]),
        ("up to 12 boats", [("12", 12.0, None, "at_most")]),
        ("the 21st ward", [("21st", 21.0, None, "exact")]),
        ("an F-35 and a B2 bomber", []),
        ("no one came", []),
        ("five percentage points", [("five percentage points", 5.0, "percentage points", "exact")]),
        ("two trillion yen", [("two trillion", 2e12, None, "exact")]),
        ("EUR 4 million", [("EUR 4 million", 4e6, "EUR", "exact")]),
        ("US$5bn", [("US$5bn", 5e9, "USD", "exact")]),
    ],
)
def test_reads_value_unit_and_modifier(
    text: str, expected: list[tuple[str, float, str | None, str]]
) -> None:
    assert [(n.text, n.value, n.unit, n.modifier) for n in numbers(text)] == expected


def test_twelve_does_not_stand_for_twelve_thousand() -> None:
    assert not values("12,000 people") & values("12 people")


def test_words_and_digits_state_the_same_value() -> None:
    assert values("three boats") == values("3 boats")


@given(st.text(max_size=200))
def test_every_number_stands_where_it_says(text: str) -> None:
    for number in numbers(text):
        assert text[number.start : number.end] == number.text


@given(st.integers(min_value=0, max_value=10**12))
def test_thousands_separators_do_not_change_the_value(value: int) -> None:
    assert values(f"a total of {value:,} boats") == {float(value)}
