"""What counts as said not to be known, and what it asks. None of these are from a labelled text."""

from __future__ import annotations

import pytest

from summarizer.briefing.openness import is_open, question_in
from summarizer.briefing.told import as_told
from tests.briefing.telling import said, tell

OPEN = (
    "Who lit the barn is not known.",
    "It is unclear whether the dam held.",
    "Whether the line will reopen remains to be seen.",
    "It remains open who will lead the choir.",
    "No one can say when the well ran dry.",
    "The mill's owner has not said how many looms are idle.",
    "The vicar would not say who had the key.",
    "The union declined to say whether it had a strike fund.",
    "A date for the hearing has not yet been set.",
    "The price of the licence has yet to be agreed.",
    "No cause has been given.",
    "The survey could not determine why the wall leans; the reason is unexplained.",
    "The harbour master was unable to say what the barge had carried.",
    "The guild has had no answer yet: there is no word on the grant.",
    "The mayor is still waiting for a reply.",
    "It could not be independently confirmed.",
)
CLOSED = (
    "The barn burned down on Monday.",
    "The abbot had never agreed to the sale.",
    "The council has not agreed to the plan.",
    "The police did not say more.",
    "The bus drivers are still waiting at the depot.",
    "The doors were left open all night.",
    "The shop is open on Sundays.",
    "The clerk has not received the papers.",
    "Nobody was hurt.",
    "The barn was not set on fire.",
    "The bridge is certain to close.",
)


def opened(text: str) -> bool:
    return is_open(as_told([tell("Post", "2031-05-29", text)])[0])


@pytest.mark.parametrize("text", OPEN)
def test_it_is_said_not_to_be_known(text: str) -> None:
    assert opened(text)


@pytest.mark.parametrize("text", CLOSED)
def test_it_is_not(text: str) -> None:
    assert not opened(text)


def test_the_label_counts_where_the_words_are_new() -> None:
    told = as_told([tell("Post", None, said("The cause is a riddle.", commitment="unknown"))])
    assert is_open(told[0])


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("What sank the barge is not known.", "What sank the barge is"),
        ("The police do not know where the crown is.", "where the crown is."),
        ("It is unclear whether the dam held.", "whether the dam held."),
        ("The cause of the fire is unknown.", "The cause of the fire is  ."),
        ("The barn burned down.", "The barn burned down."),
    ],
)
def test_what_is_asked(text: str, question: str) -> None:
    assert question_in(text).strip() == question
