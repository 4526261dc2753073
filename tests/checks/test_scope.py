"""All, most, some, none; must and may; only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import scope
from tests.checks.stating import grave, stating


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        ("Most of the shops closed.", "Some of the shops closed.", "All of the shops closed."),
        ("Several of the trees fell.", "Some of the trees fell.", "Most of the trees fell."),
        ("Nearly all the trains ran.", "Almost all trains ran.", "All the trains ran."),
        (
            "Not all of the villages have power.",
            "Some of the villages have no power.",
            "None of the villages have power.",
        ),
        ("One of the two engines failed.", "An engine failed.", "Both of the engines failed."),
        ("Nine of the ten neighbours agreed.", "Most neighbours agreed.", "All neighbours agreed."),
        (
            "The birds usually return to the nest.",
            "The birds generally return to the nest.",
            "The birds always return to the nest.",
        ),
        (
            "All the ministers apart from one signed the pledge.",
            "Not all ministers signed the pledge.",
            "Every minister signed the pledge.",
        ),
        (
            "Residents must boil water.",
            "Residents have to boil water.",
            "Residents may boil water.",
        ),
        ("Drivers can use the lane.", "Drivers may use the lane.", "Drivers must use the lane."),
        (
            "Households do not have to boil their water.",
            "Households need not boil their water.",
            "Households must not boil their water.",
        ),
        (
            "The pass is valid on trains and buses.",
            "The pass is valid on trains.",
            "The pass is valid on trains only.",
        ),
        (
            "The Torsa is one of the longest rivers here.",
            "The Torsa is among the longest rivers here.",
            "The Torsa is the longest river here.",
        ),
        (
            "The winners share 30,000 francs.",
            "The winners get 30,000 francs between them.",
            "The winners get 30,000 francs each.",
        ),
        (
            "The van comes every second Wednesday.",
            "The van comes every other Wednesday.",
            "The van comes every Wednesday.",
        ),
    ],
)
def test_scope(source: str, right: str, wrong: str) -> None:
    assert grave(scope.check, source, right) == []
    assert grave(scope.check, source, wrong)


@pytest.mark.parametrize("claim", ["Roth and Abel were both absent.", "Two people stayed away."])
def test_neither_came_is_both_were_absent(claim: str) -> None:
    assert grave(scope.check, "Neither Roth nor Abel came.", claim) == []


def test_the_words_of_both_are_named() -> None:
    (finding,) = scope.check(stating("All of the shops closed.", "Most of the shops closed."))
    assert (finding.expected, finding.found) == ("Most", "All")


@given(st.text(max_size=200))
def test_a_text_carries_itself(text: str) -> None:
    assert grave(scope.check, text, text) == []


@given(st.sampled_from(["all", "most of", "many of", "some of"]), st.integers(0, 3))
def test_a_claim_may_go_down_and_not_up(source: str, place: int) -> None:
    order = ["all", "most of", "many of", "some of"]
    claim = order[place]
    found = grave(scope.check, f"It said {source} the shops shut.", f"{claim} the shops shut.")
    assert bool(found) == (place < order.index(source))
