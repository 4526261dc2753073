"""Questions to a story of a sunken barge: what answers one, and what only shares its words."""

from __future__ import annotations

import pytest

from summarizer.briefing.asking import Asker
from summarizer.briefing.focus import focus_of, relevance
from summarizer.briefing.schema import Focus
from tests.briefing.telling import story_of, tell

STORY = story_of(
    tell(
        "Northline",
        "2031-05-20",
        "The barge Marigold sank off Selby on 19 May 2031.",
        "The Marigold carried 300 tonnes of gravel.",
        "Captain Ada Vane steered the barge.",
        "Whether the wreck will be raised is unclear.",
        "The owner set up a fund of 2 million crowns for the crew's families.",
        "The harbour was built in 1931.",
    ),
    tell(
        "The Courier",
        "2031-05-24",
        "The barge Marigold sank because a hatch had been left open.",
        "The wreck will be raised in June 2031.",
        "The wreck lies under the old bridge.",
        "Who owns the gravel is not known.",
        "Repairing the lock gate will cost 40,000 crowns.",
    ),
)


def ask(question: str) -> Focus:
    return focus_of(STORY, question)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("When did the Marigold sink?", "s1.c1"),
        ("On what day did the barge sink?", "s1.c1"),
        ("How much gravel did the Marigold carry?", "s1.c2"),
        ("Who steered the barge?", "s1.c3"),
        ("Why did the Marigold sink?", "s2.c1"),
        ("Will the wreck be raised?", "s2.c2"),
        ("When will the wreck be raised?", "s2.c2"),
        ("Where does the wreck lie?", "s2.c3"),
        ("What will repairing the lock gate cost?", "s2.c5"),
    ],
)
def test_it_is_answered_and_by_what(question: str, first: str) -> None:
    focus = ask(question)
    assert focus.answered
    assert focus.claims[0] == first


@pytest.mark.parametrize(
    "question",
    [
        "Who owns the gravel?",  # said to be unknown
        "How many people were aboard the Marigold?",  # a number is there, of something else
        "How much money will each of the families get?",  # the whole is there, not the shares
        "When was the lock gate repaired?",
        "Did the lifeboat save the cat?",
        "Can the Marigold's captain tell gravel from sand?",
        "?",
        "Why?",
    ],
)
def test_it_is_not_answered(question: str) -> None:
    assert not ask(question).answered


def test_what_bears_on_it_is_shown_even_so() -> None:
    assert ask("Who owns the gravel?").claims[0] == "s2.c4"
    assert ask("Did the lifeboat save the cat?").claims == ()


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("How much did the city pay?", "money"),
        ("How much gravel was there?", "amount"),
        ("How long was the road shut?", "time"),
        ("By when will it be raised?", "date"),
        ("To whom does it belong?", "person"),
        ("How did it sink?", "reason"),
        ("Did the man who saw it sink tell why?", "other"),
        ("What is a barge worth?", "money"),
        ("What sank?", "other"),
    ],
)
def test_the_sort_of_answer(question: str, sort: str) -> None:
    assert Asker(STORY).read(question).sort == sort


def test_the_order_is_by_share_of_the_question() -> None:
    scores = dict(
        zip((one.id for one in STORY.told), relevance(STORY, "raised wreck"), strict=True)
    )
    assert scores["s2.c2"] == pytest.approx(1)
    assert 0 < scores["s2.c3"] < 1
    assert scores["s1.c6"] == 0
