from __future__ import annotations

import pytest

from summarizer.briefing.timeline import timeline_of
from tests.briefing.telling import said, story_of, tell

DAY = "2031-05-29"  # a Thursday


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("The barge sank on 3 May 2031.", "2031-05-03", "day"),
        ("The barge sank at 5 a.m. on 3 May 2031.", "2031-05-03T05:00", "time"),
        ("The barge will be raised in June 2031.", "2031-06-01", "month"),
        ("A fire in 2019 killed two men on the barge.", "2019-01-01", "year"),
        ("The barge will not be raised before 3 June 2031.", "2031-06-03", "day"),
        ("The flames were not put out until 4 May 2031.", "2031-05-04", "day"),
    ],
)
def test_what_is_an_event(text: str, start: str, precision: str) -> None:
    (event,) = timeline_of(story_of(tell("Post", DAY, text)))
    assert (event.start, event.precision, event.text) == (start, precision, text)


@pytest.mark.parametrize(
    "line",
    [
        said("The barge leaked, the owner said on Monday.", "person the owner"),
        said("The number of barges rose by 12 percent in 2030."),
        said("In 2030 the lock counted 2,914 barges, 300 more than in 2029."),
        said("Nothing was settled in the office in August 2030."),
        said("Nobody on the platform knew on 3 May 2031."),
        said("On 1 May 2031 it was not known what sank the barge."),
        said("The owner had agreed on 3 May 2031.", commitment="denied"),
        said("By Ada Vane, 3 May 2031"),
        said("The barge sank."),
    ],
    ids=lambda line: line.text,
)
def test_what_is_none(line: object) -> None:
    assert timeline_of(story_of(tell("Post", DAY, line))) == ()  # type: ignore[arg-type]


def test_a_relative_date_without_an_anchor_is_none() -> None:
    assert timeline_of(story_of(tell("Post", None, "The barge sank on Monday."))) == ()


def test_one_event_is_one_entry_at_the_finest_precision() -> None:
    text = "The barge Marigold sank off Selby in May 2031."
    finer = "The barge Marigold sank off Selby on 3 May 2031."
    events = timeline_of(
        story_of(
            tell("Post", DAY, text),
            tell("Courier", DAY, finer),
            tell("Gazette", DAY, "The choir of Ostley sang on 1 May 2031."),
        )
    )
    assert [(e.start, e.text, e.claims) for e in events] == [
        ("2031-05-01", "The choir of Ostley sang on 1 May 2031.", ("s3.c1",)),
        ("2031-05-03", finer, ("s1.c1", "s2.c1")),
    ]
