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


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # An amount of another thing.
        (
            "A third of the hives in Orvel were lost. All the hives in Pask came through.",
            "Some of the hives in Orvel were lost.",
            "All of the hives in Orvel were lost.",
        ),
        # A share that is no majority.
        (
            "The Harbour List won 44 percent of the seats. The Farmers won 31 percent.",
            "The Harbour List won 44 percent of the seats.",
            "The Harbour List won a majority of the seats.",
        ),
        # Those asked, and all of their kind.
        (
            "The paper rang 40 bakers in Trell, and 28 told it they had raised their prices.",
            "Most of the bakers it rang had raised their prices.",
            "Most bakers in Trell had raised their prices.",
        ),
        # A restriction of another event.
        (
            "Only tenants of the east wing may use the roof garden. All tenants may use the gym.",
            "Use of the roof garden is limited to tenants of the east wing.",
            "Use of the gym is limited to tenants of the east wing.",
        ),
        (
            "In May the museum opens on Sundays only. In July it is open every day.",
            "In July the museum is open daily.",
            "In May the museum is open daily.",
        ),
        # A part and the whole.
        (
            "Fishing is banned in the two eastern lagoons. In the western bay boats may go out.",
            "Fishing is banned in the eastern lagoons.",
            "Fishing is banned throughout the coast.",
        ),
        (
            "The diesel van of 2018 is being called back; the electric one is not affected.",
            "One of the vans is being called back.",
            "Every van is being called back.",
        ),
        (
            "The road is closed until the bridge has been tested.",
            "The road is closed for the time being.",
            "The road is closed for good.",
        ),
        # A place among others.
        (
            "Joren Faal was one of the first climbers to cross the ridge in winter.",
            "Faal was among the first climbers to cross the ridge in winter.",
            "Faal was the first climber to cross the ridge in winter.",
        ),
        (
            "The Sorne is the third-longest river of the country.",
            "The Sorne is the third-longest river of the country.",
            "The Sorne is the longest river of the country.",
        ),
        (
            "By six votes to three the panel upheld the fine.",
            "Most of the panel upheld the fine.",
            "The panel was unanimous in upholding the fine.",
        ),
    ],
)
def test_the_clause_that_the_claim_belongs_to_decides(source: str, right: str, wrong: str) -> None:
    assert not grave(scope.check, source, right)
    assert grave(scope.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Dr Ost has seen the coins.", "Ost doubts that all of the coins are old enough."),
        (
            "Vane was convicted of two counts of theft and one of arson. Cleared of both counts "
            "of perjury.",
            "Vane was convicted of two counts of theft and one of arson, and cleared of both "
            "counts of perjury.",
        ),
        (
            "Of the 48 households asked to leave, 36 had returned by Monday.",
            "Three quarters of the evacuated households were back by Monday.",
        ),
        (
            "Installing it can be done without a restart.",
            "Installing it does not require a restart.",
        ),
    ],
)
def test_no_more_than_the_source_is_claimed(source: str, claim: str) -> None:
    assert not grave(scope.check, source, claim)
