from __future__ import annotations

from summarizer.briefing.parts import parts_of
from tests.briefing.telling import story_of, tell

BARGE = tell(
    "Northline",
    "2031-05-20",
    "The barge Marigold sank off Selby on Monday.",
    "Captain Ada Vane was saved by the Selby lifeboat.",
    title="Barge sinks off Selby",
)
AGAIN = tell(
    "The Courier",
    "2031-05-21",
    "The Marigold lies in nine metres of water.",
    "Ada Vane wants the barge raised.",
)
CHOIR = tell(
    "The Gazette",
    "2031-05-21",
    "The choir of Ostley won the Harmony Cup.",
    "Conductor Bo Lind will retire in June.",
    title="Ostley's choir wins",
)
THANKS = tell("The Post", "2031-05-22", "Captain Ada Vane thanked the crew of the Marigold.")


def test_sources_that_share_names_tell_one_story() -> None:
    (part,) = parts_of(story_of(BARGE, AGAIN))
    assert (part.title, part.sources) == ("Barge sinks off Selby", ("s1", "s2"))


def test_unrelated_sources_are_parts_of_their_own() -> None:
    parts = parts_of(story_of(BARGE, CHOIR, THANKS))
    assert [(p.title, p.sources) for p in parts] == [
        ("Barge sinks off Selby", ("s1", "s3")),
        ("Ostley's choir wins", ("s2",)),
    ]


def test_one_source_without_claims_is_a_part() -> None:
    assert [p.sources for p in parts_of(story_of(tell("Post", None)))] == [("s1",)]


def test_two_short_reports_of_one_accident_are_one_story() -> None:
    story = story_of(
        tell("Post", "2031-05-05", "A crane fell at Selby quay, injuring two dockers."),
        tell("Weekly", "2031-05-07", "Three people were hurt when a crane collapsed in Selby."),
    )
    assert len(parts_of(story)) == 1
    (contrast,) = story.contrasts
    assert contrast.kind == "number"
