"""How firmly a source commits itself, read from its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attributes.commitment import commitment, negated
from summarizer.schema import Attribution

LEVELS = {"unknown", "denied", "forecast", "intended", "possible", "reported", "factual"}


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("Nor is it known how the chair came to Brae.", "unknown"),
        ("The cause has yet to be determined.", "unknown"),
        ("The clinic could not tell whether the report was right.", "unknown"),
        ("Vos rejected the allegation.", "denied"),
        ("The dispute of 2019 was settled.", "factual"),
        ("The office puts the cost of the wing at 3 million crowns.", "forecast"),
        ("The first trams are scheduled to run in May.", "intended"),
        ("The council voted on Monday to build a tram line.", "intended"),
        ("A helicopter had to turn back.", "factual"),
        ("The keeper could not hold the ball.", "factual"),
        ("The paper says a lawsuit accuses the firm of fraud.", "possible"),
        ("The two alleged that 300 letters were burnt.", "possible"),
        ("Brae believes that the bells were looted.", "possible"),
        ("The ministry would not comment.", "factual"),
        ("The trees his predecessor had promised were planted.", "factual"),
    ],
)
def test_levels(part: str, expected: str) -> None:
    assert commitment(part, ()) == expected


def test_the_first_level_that_fits() -> None:
    assert commitment("It is unclear whether the port will close.", ()) == "unknown"


@given(st.text(max_size=200))
def test_every_text_has_a_level(text: str) -> None:
    assert commitment(text, ()) in LEVELS
    assert isinstance(negated(text), bool)


@given(st.text(max_size=200))
def test_an_unnamed_source_leaves_nothing_factual(text: str) -> None:
    chain = (Attribution(source="officials", kind="anonymous", cue=None),)
    assert commitment(text, chain) != "factual"
