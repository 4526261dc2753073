"""What a source denies is not affirmed, and the reverse, whatever the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import negation
from summarizer.checks.negation import has_negation
from summarizer.checks.predicates import read
from tests.checks.stating import grave, stating

TOLL = "The council did not approve the toll in March."
FIRE = "Nobody was hurt in the fire, which gutted two barns."
STRIKE = "The union has not ruled out a strike."


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (TOLL, "The council rejected the toll in March.", "The council approved the toll."),
        (FIRE, "There were no injuries in the fire.", "Two people were hurt in the fire."),
        (FIRE, "The fire hurt no one.", "The fire injured two people."),
        (
            "The bridge remains open, the port said.",
            "The bridge has not closed.",
            "The bridge is not open.",
        ),
        (
            "The ferry no longer runs on Sundays.",
            "The ferry has stopped running on Sundays.",
            "The ferry runs on Sundays.",
        ),
        (STRIKE, "A strike remains possible, the union said.", "The union ruled out a strike."),
        (
            "The board failed to reject the offer.",
            "The board did not reject the offer.",
            "The board rejected the offer.",
        ),
        (
            "No decision has been made.",
            "A decision has not been made.",
            "A decision has been made.",
        ),
        (
            "Roth denied taking bribes.",
            "Roth said she had not taken bribes.",
            "Roth said she had taken bribes.",
        ),
        (
            "Police made no arrests.",
            "Police did not arrest anyone.",
            "Police arrested three people.",
        ),
        (
            "The company has no plans to close the mill.",
            "The company will not close the mill.",
            "The company plans to close the mill.",
        ),
        (
            "Neither Roth nor Abel attended the meeting.",
            "Roth and Abel skipped the meeting.",
            "Roth and Abel attended the meeting.",
        ),
        (
            "The mill closed, not because of cost but because of the flood.",
            "The mill closed because of the flood.",
            "The mill closed because of cost.",
        ),
        (
            "The lock did not open until June.",
            "The lock opened in June.",
            "The lock has never opened.",
        ),
        (
            "The minister denied that the report had been shelved.",
            "The minister said the report had not been shelved.",
            "The minister said the report had been shelved.",
        ),
    ],
)
def test_other_words_for_the_same_polarity_are_right(source: str, right: str, wrong: str) -> None:
    assert grave(negation.check, source, right) == []
    if source.startswith("The lock"):  # "until" says when it opened, which is another check's
        return
    assert grave(negation.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "The mayor refused to sign the charter.",
            "The mayor was not willing to sign the charter.",
            "The mayor signed the charter.",
        ),
        (
            "The firm escaped a fine over the spill.",
            "The firm was not fined over the spill.",
            "The firm was fined over the spill.",
        ),
        (
            "The pilot forgot to switch on the beacon.",
            "The beacon was not switched on by the pilot.",
            "The pilot switched on the beacon.",
        ),
        (
            "The hall lacks a fire exit, the inspector found.",
            "The inspector found no fire exit in the hall.",
            "The inspector found a fire exit in the hall.",
        ),
        (
            "The union stopped short of calling a strike.",
            "The union did not call a strike.",
            "The union called a strike.",
        ),
        (
            "Doctors advised against moving the patient.",
            "Doctors advised not moving the patient.",
            "Doctors advised moving the patient.",
        ),
        (
            "The lift is out of service until Monday.",
            "The lift is not in service until Monday.",
            "The lift is in service.",
        ),
        (
            "At no time did the captain leave the bridge.",
            "The captain did not leave the bridge.",
            "The captain left the bridge.",
        ),
        (
            "Never before had the choir sung in Latin.",
            "The choir had not sung in Latin before.",
            "The choir had often sung in Latin before.",
        ),
        (
            "The firm changed its rates in May without telling its clients.",
            "The clients were not told of the change of rates in May.",
            "The clients were told of the change of rates in May.",
        ),
    ],
)
def test_what_denies_without_a_not(source: str, right: str, wrong: str) -> None:
    assert grave(negation.check, source, right) == []
    assert grave(negation.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "Everyone but the treasurer voted for the plan.",
            "The treasurer did not vote for the plan.",
            "The treasurer voted for the plan.",
        ),
        (
            "Nobody except the night porter saw the fire.",
            "The night porter saw the fire.",
            "The night porter did not see the fire.",
        ),
        (
            "The museum will open all its rooms except the armoury on Friday.",
            "The armoury will not open on Friday.",
            "The armoury will open on Friday.",
        ),
    ],
)
def test_what_is_excepted(source: str, right: str, wrong: str) -> None:
    assert grave(negation.check, source, right) == []
    assert grave(negation.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "Had the guard been awake, the thief would have been caught.",
            "The thief was not caught.",
            "The thief was caught.",
        ),
        (
            "The barge would have sunk had the pumps been switched off.",
            "The pumps were not switched off.",
            "The pumps were switched off.",
        ),
    ],
)
def test_what_would_have_been_was_not(source: str, right: str, wrong: str) -> None:
    assert grave(negation.check, source, right) == []
    assert grave(negation.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Neither may sign without the clerk. The clerk kept the books.", "The clerk kept them."),
        ("Queen Ada ruled under a regent until 1210.", "Ada ruled without a regent from 1210."),
        ("The film is to take the place of nylon.", "Nets may be made of film instead of nylon."),
        ("The mast is the tallest in the province.", "It is the tallest mast of the province."),
        ('"They did nothing," said Ruth Abel.', "Abel said that they did nothing."),
        ("By paying in kind, the abbey avoided the tax.", "The abbey did not pay the tax."),
    ],
)
def test_a_noun_that_one_side_denies_may_be_named_by_the_other(source: str, text: str) -> None:
    assert grave(negation.check, source, text) == []


def test_what_somebody_did_not_say_is_not_what_she_denied() -> None:
    source = "She did not say that he would leave."
    assert grave(negation.check, source, "She said that he would not leave.")


def test_the_message_names_the_words_of_both() -> None:
    (finding,) = negation.check(stating("The council approved the toll in March.", TOLL))
    assert finding.message == "claim says “approved”, source says “not approve”"
    assert (finding.expected, finding.found) == ("not approve", "approved")


def test_a_not_without_a_counterpart_is_found_in_words_of_its_own() -> None:
    source = "The ferry to Brae will not run between 3 and 9 May, the line said."
    assert grave(negation.check, source, "The ferry to Brae will operate between 3 and 9 May.")


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("The council did not vote to approve the plan.", ["vote", "approve"]),
        ("The bridge is not only old but unsafe.", []),
        ("Not all of the shops closed.", []),
        ("The crew escaped without injuries.", ["injuries"]),
        ("He has yet to sign the contract.", ["sign"]),
        ("There is no doubt about it.", []),
        ("Platform no 3 was closed.", []),
        ("Reports that the mill will close are untrue.", ["close"]),
    ],
)
def test_scope(text: str, turned: list[str]) -> None:
    reading = read(text)
    assert [reading.tokens[k].lower for s in reading.scopes for k in s.firm] == turned


def test_two_negations_cancel_out() -> None:
    reading = read("The panel did not fail to act.")
    act = next(i for i, t in enumerate(reading.tokens) if t.lower == "act")
    assert reading.signs[act] == 1


def test_a_condition_is_neither_affirmed_nor_denied() -> None:
    source = "The airport has no plans to build a runway."
    assert grave(negation.check, source, "Noise would double if a runway were built.") == []


@given(st.text(max_size=200))
def test_a_text_never_contradicts_itself(text: str) -> None:
    assert grave(negation.check, text, text) == []


@given(
    st.lists(
        st.sampled_from("the toll not no never was approved rejected nobody closed and .".split()),
        max_size=20,
    )
)
def test_tokens_and_scopes_stay_within_the_text(words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text)
    assert len(reading.signs) == len(reading.tokens)
    for scope in reading.scopes:
        assert 0 <= scope.start <= scope.end <= len(text)
        assert all(0 <= k < len(reading.tokens) for k in (*scope.firm, *scope.soft))


@pytest.mark.parametrize(
    ("text", "expected"), [("Nobody came.", True), ("It wasn’t so.", True), ("A knot.", False)]
)
def test_words_such_as_not(text: str, expected: bool) -> None:
    assert has_negation(text) is expected
