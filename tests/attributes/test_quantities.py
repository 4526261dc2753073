"""The numbers of claims as data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attributes.quantities import quantities


@pytest.mark.parametrize(
    ("text", "value", "unit", "modifier", "of"),
    [
        ("nearly 1,200 residents left", 1200.0, None, "approx", "residents"),
        ("over 31% of the teachers agreed", 31.0, "percent", "more_than", "teachers"),
        ("at most 40 centimetres", 40.0, None, "at_most", "centimetres"),
        ("it cost 58 million crowns", 58e6, None, "exact", "crowns"),
        ("it cost 2.5 million dollars", 2.5e6, "USD", "exact", None),
        ("it rose by three percentage points", 3.0, "percentage points", "exact", None),
        ("half of the schools", 0.5, None, "exact", "schools"),
        ("roughly a third of the bids", 0.3333, None, "approx", "bids"),
        ("nearly twice as large", 2.0, None, "approx", "times"),
        ("an 81-year-old", 81.0, None, "exact", "years"),
        ("less than a million arrests", 1e6, None, "less_than", "arrests"),
        ("14 or more boats", 14.0, None, "at_least", None),
    ],
)
def test_value_unit_modifier_and_what_is_counted(
    text: str, value: float, unit: str | None, modifier: str, of: str | None
) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit, found.modifier) == (value, unit, modifier)
    assert found.of == of or of is None


@pytest.mark.parametrize(
    "text",
    [
        "the 2031 figures of the port",
        "it opens in autumn 2031",
        "Line 4 is late",
        "dozens of boats left",
        "the third bid failed",
        "that was twelve months before",
        "one of them left on 3 May",
    ],
)
def test_dates_labels_ordinals_and_vague_numbers_are_none(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "values", "against"),
    [
        ("It fell from 137,000 to 7,181.", [137_000.0, 7181.0], [None, 0]),
        ("It costs 212 million dollars, up from 180 million.", [212e6, 180e6], [1, None]),
        ("It had 50 cases, compared with 20 last year.", [50.0, 20.0], [1, None]),
        ("It was passed by 9 votes to 4.", [9.0, 4.0], [1, None]),
        ("It has 50 boats and 20 cars.", [50.0, 20.0], [None, None]),
    ],
)
def test_both_sides_of_a_comparison_are_kept(
    text: str, values: list[float], against: list[int | None]
) -> None:
    found = quantities(text)
    assert [q.value for q in found] == values
    assert [q.compared_with for q in found] == against


def test_the_other_side_has_the_unit_that_it_leaves_out() -> None:
    found = quantities("The fare rises by 25 cents to 2.25 dollars, compared with 1.50 dollars.")
    assert [(q.value, q.unit) for q in found] == [(0.25, "USD"), (2.25, "USD"), (1.5, "USD")]
    _, second = quantities("It made 1.9 billion euros, compared with 740 million there.")
    assert (second.value, second.unit) == (740e6, "EUR")


@given(st.text(max_size=150))
def test_nothing_in_a_text_breaks_them(text: str) -> None:
    found = quantities(text)
    for quantity in found:
        assert quantity.text in text
        assert quantity.compared_with is None or quantity.compared_with < len(found)
