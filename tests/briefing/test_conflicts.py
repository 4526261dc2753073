"""What contradicts what, and how it stands."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.briefing.conflicts import conflicts_of
from summarizer.briefing.schema import Conflict
from tests.briefing.telling import Line, said, story_of, tell

Given = str | Line
MAY, JUNE = "2031-05-05", "2031-06-09"
FERRY = ("The ferry Alda ran aground off Selby.", "Its owner is the Coastal Line.")


def conflicts(
    first: Given, second: Given, *, days: tuple[str, str] = (MAY, JUNE)
) -> list[Conflict]:
    """Of two sources that say these lines among others."""
    story = story_of(
        tell("The Selby Post", days[0], FERRY[0], first, "Fog lay over the bay all morning."),
        tell("Harbour Weekly", days[1], second, "The pilots' guild has called for new buoys."),
    )
    return list(conflicts_of(story))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Eleven people died in the grounding.", "The grounding has cost 14 lives.", "number"),
        (
            "Repairing the quay will cost 3 million crowns.",
            "The repair of the quay will cost 5 million crowns.",
            "number",
        ),
        (
            "The crossing reopens to cars on 2 July.",
            "Cars cannot use the crossing before 20 August.",
            "date",
        ),
        (
            "Passenger numbers rose in the spring.",
            "Passenger numbers fell in the spring.",
            "direction",
        ),
        (
            "The Coastal Line will dismiss 40 sailors.",
            said("The Coastal Line will dismiss 40 sailors.", commitment="denied"),
            "commitment",
        ),
        (
            "The lighthouse keeper Jon Arke discovered the wreck.",
            "The wreck was discovered by Mia Tove and not Arke.",
            "name",
        ),
        ("The museum lost 14 coins.", "The museum lost 12 coins, not 14.", "number"),
        (
            "Selby will double the toll to 4 crowns.",
            "Selby will double the toll to 6 crowns.",
            "number",
        ),
    ],
)
def test_two_sources_that_cannot_both_be_right(first: Given, second: Given, kind: str) -> None:
    found = conflicts(first, second)
    assert [c.kind for c in found] == [kind]
    assert [side.claims for side in found[0].sides] == [("s1.c2",), ("s2.c1",)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # a rounding, and a vaguer wording
        ("Eleven people died in the grounding.", "Some ten people died in the grounding."),
        ("Repairs cost 2.9 million crowns.", "Repairs cost about 3 million crowns."),
        # two groups, two things
        ("Eleven people died in the grounding.", "Twenty people were hurt in the grounding."),
        ("Repairing the quay will cost 3 million.", "A new crane costs 5 million crowns."),
        # a part of a whole
        ("Sixty people were hurt.", "Nine of the injured are in hospital."),
        # a change that is told as one
        ("Nine of the injured lay in hospital.", "Two are still in hospital, down from nine."),
        ("The reward is 25,000 crowns.", "The reward was doubled to 50,000 crowns."),
        # other days
        ("The Alda carried 300 people on 2 May.", "The Alda carried 180 people on 4 June."),
        # a denial of the one figure beside another
        ("The Alda carried 300 people.", "The Alda did not carry 400 people."),
        # two who did different things
        ("Jon Arke discovered the wreck.", "Mia Tove photographed the crowd."),
        # not known, and known
        ("It is unclear whether the captain slept.", "The captain had not slept."),
    ],
)
def test_what_only_looks_like_a_contradiction(first: str, second: str) -> None:
    assert conflicts(first, second) == []


@pytest.mark.parametrize(
    ("first", "second", "state", "side", "reason"),
    [
        (
            "Eleven people died in the storm.",
            "The grounding has cost 14 lives.",
            "superseded",
            1,
            "Harbour",
        ),
        (
            "The new quay has 140 berths for yachts.",
            "The port took back the 140 berths for yachts that it had named: there are 104.",
            "corrected",
            1,
            "took back",
        ),
        (
            said("Repairing the quay will cost 3 million crowns.", "organisation Moe & Dahl"),
            said("Repairing the quay will cost 5 million crowns.", "organisation Arup Lind"),
            "open",
            None,
            "no source settles it",
        ),
        (
            "The crossing reopens to cars on 2 July.",
            "The crossing reopens to cars on 20 August.",
            "superseded",
            1,
            "later date",
        ),
    ],
)
def test_how_a_conflict_stands(
    first: Given, second: Given, state: str, side: int | None, reason: str
) -> None:
    (conflict,) = conflicts(first, second)
    assert (conflict.resolution.state, conflict.resolution.side) == (state, side)
    assert reason in conflict.resolution.reason


def test_of_two_reports_of_one_day_neither_is_later() -> None:
    (conflict,) = conflicts(
        "Eleven people died in the storm.", "The grounding has cost 14 lives.", days=(MAY, MAY)
    )
    assert conflict.resolution.state == "open"


def test_three_counts_are_three_sides_of_one_conflict() -> None:
    story = story_of(
        tell("Wire", "2031-05-01", "Two people died in the fire."),
        tell("Post", "2031-05-02", "The fire has killed three people."),
        tell("Weekly", "2031-05-09", "The fire has cost four lives."),
    )
    (conflict,) = conflicts_of(story)
    assert len(conflict.sides) == 3
    assert conflict.resolution.side == 2


def test_one_source_contradicts_itself_only_by_two_voices() -> None:
    lines: list[Any] = [
        "Passenger numbers rose in the spring.",
        "Passenger numbers fell in the spring.",
    ]
    assert not conflicts_of(story_of(tell("Post", MAY, *lines)))
    voices = [
        said(lines[0], "organisation Coastal Line"),
        said(lines[1], "person Mia Tove"),
    ]
    assert len(conflicts_of(story_of(tell("Post", MAY, *voices)))) == 1
