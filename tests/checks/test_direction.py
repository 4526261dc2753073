"""Which way something went, and what came first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import direction
from tests.checks.stating import grave, stating

EXPORTS = "Exports fell in May after they rose in April."
CUP = "Halden beat Mosk 3-1 in the cup final."


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (EXPORTS, "Exports rose in April.", "Exports rose in May."),
        (
            EXPORTS,
            "Exports fell in May after rising in April.",
            "Exports rose in May after falling in April.",
        ),
        (CUP, "Mosk lost to Halden in the cup final.", "Halden lost to Mosk in the cup final."),
        (
            "The firm sold its stake in Norda to Pell Holdings.",
            "Pell Holdings bought the firm's stake in Norda.",
            "The firm bought a stake in Norda from Pell Holdings.",
        ),
        (
            "The plan was turned down by the council on Tuesday.",
            "The council rejected the plan on Tuesday.",
            "The council accepted the plan on Tuesday.",
        ),
        (
            "Roth denied the report.",
            "Roth disputed the report.",
            "Roth confirmed the report.",
        ),
        (
            "The bridge opened before the tunnel was finished.",
            "The tunnel was finished after the bridge opened.",
            "The bridge opened after the tunnel was finished.",
        ),
        (
            "The hives made 48 kilos of honey, compared with 31 kilos a year before.",
            "The hives made more honey than a year before.",
            "The hives made less honey than a year before.",
        ),
        (
            "The second launch of the rocket went without a hitch.",
            "The rocket's second launch was a success.",
            "The rocket's second launch was a failure.",
        ),
        (
            "The lake is deeper than the reservoir.",
            "The reservoir is shallower than the lake.",
            "The lake is shallower than the reservoir.",
        ),
    ],
)
def test_direction(source: str, right: str, wrong: str) -> None:
    assert grave(direction.check, source, right) == []
    assert grave(direction.check, source, wrong)


def test_a_denied_opposite_is_the_same() -> None:
    source = "The council did not approve the toll."
    assert grave(direction.check, source, "The council rejected the toll.") == []


def test_the_words_of_both_are_named() -> None:
    (finding,) = direction.check(stating("The council rejected the toll.", "It approved the toll."))
    assert (finding.expected, finding.found) == ("approved", "rejected")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A high-end shop opened in Mora.", "The shop in Mora opened at the low end."),
        ("It was the first loss of the year.", "It was a loss, as last year."),
        ("Runners came to the race in Brae.", "Nobody was hurt at the race in Brae."),
        ("Under the by-law the beach may close in May.", "The beach may close above a limit."),
    ],
)
def test_small_words_and_compounds_have_no_direction(source: str, text: str) -> None:
    assert grave(direction.check, source, text) == []


@given(st.text(max_size=200))
def test_a_text_never_contradicts_itself(text: str) -> None:
    assert grave(direction.check, text, text) == []


@given(
    st.lists(
        st.sampled_from(
            "prices rose fell in May April after before the vote more less , . 3 4 from to".split()
        ),
        max_size=25,
    )
)
def test_nothing_breaks_it(words: list[str]) -> None:
    text = " ".join(words)
    for finding in direction.check(stating(text, "Prices rose in May before the vote.")):
        assert finding.found is not None
        assert finding.found in text
