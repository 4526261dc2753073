"""What leads a note."""

from __future__ import annotations

import pytest

from summarizer.briefing.judgements import (
    BOTTOM_LINE_WORDS,
    background_of,
    bottom_line_of,
    confidence,
    judgements_of,
)
from summarizer.briefing.leads import leads_of
from summarizer.briefing.schema import Conflict, Resolution, Side
from summarizer.briefing.told import as_told
from summarizer.schema import Finding
from tests.briefing.telling import Line, said, story_of, tell

TWO = said("Two men died when the barge Marigold sank off Selby.", importance=0.9)
THREE = said("Three men have died since the barge Marigold sank off Selby.", importance=0.6)
QUAY = said("The Selby choir sang at the quay of the town.", importance=0.3)


def conflict(*sides: str, stands: int | None) -> Conflict:
    """One with one claim on each side."""
    state = "open" if stands is None else "superseded"
    return Conflict(
        about="dead",
        kind="number",
        sides=tuple(Side(text=s, claims=(s,), sources=(s[:2],)) for s in sides),
        resolution=Resolution.model_validate({"state": state, "side": stands, "reason": "later"}),
    )


def leading(*lines: Line | str) -> list[str]:
    """The texts that lead a note of one source."""
    story = story_of(tell("Post", "2031-05-29", *lines))
    return [story.told[lead.best].claim.text for lead in leads_of(story, ())]


def test_the_side_that_stands_leads_and_the_other_is_gone() -> None:
    story = story_of(
        tell("Northline", "2031-05-20", TWO, QUAY), tell("Courier", "2031-05-24", QUAY, THREE)
    )
    conflicts = [conflict("s1.c1", "s2.c2", stands=1)]
    leads = leads_of(story, conflicts)
    assert story.told[leads[0].best].id == "s2.c2"
    assert all("s1.c1" not in {story.told[i].id for i in lead.group} for lead in leads)
    assert bottom_line_of(story, leads, conflicts)[0].text == THREE.text


def test_one_side_of_an_open_conflict_is_a_judgement_of_low_confidence_and_no_bottom_line() -> None:
    story = story_of(
        tell("Northline", "2031-05-20", TWO, QUAY), tell("Courier", "2031-05-20", THREE)
    )
    conflicts = [conflict("s1.c1", "s2.c1", stands=None)]
    leads = leads_of(story, conflicts)
    lines = bottom_line_of(story, leads, conflicts)
    assert [line.text for line in lines] == [QUAY.text]
    judged = {j.text: j.confidence for j in judgements_of(story, leads, conflicts)}
    assert judged[TWO.text] == "low"


@pytest.mark.parametrize(
    "text",
    [
        "He was buried in the old churchyard of Selby.",
        "In 2021 it paid for the new theatre.",
        "Its authors did what too few do.",
        "Strike out the twins and you are left with ten.",
        "Yesterday the barge sank off Selby pier.",
        "The barge sank three weeks ago off Selby.",
        "“The barge was old and tired,” she said.",
        "The company declined to comment on the barge.",
        "Whether the barge will be raised is unclear.",
        "The barge sank.",
        "Barge sinks off Selby in a storm",
    ],
)
def test_what_does_not_stand_alone_does_not_lead(text: str) -> None:
    assert leading(text) == []


def test_nor_what_a_check_speaks_against() -> None:
    finding = Finding(check="names", severity="mild", message="not in the evidence")
    assert leading(said("The barge sank off Selby on Monday.", findings=(finding,))) == []


def test_a_plan_whose_day_has_passed_does_not_lead() -> None:
    plan = said("The council of Selby will vote on 22 May 2031.", commitment="intended")
    later = said("Marigold's wreck will be raised in June 2031.", commitment="intended")
    story = story_of(
        tell("Northline", "2031-05-20", plan, later),
        tell("Courier", "2031-05-24", "The choir of Ostley won the Harmony Cup."),
    )
    led = {story.told[lead.best].id for lead in leads_of(story, ())}
    assert led == {"s1.c2", "s2.c1"}


def test_the_bottom_line_fits_and_does_not_repeat_itself() -> None:
    long = [f"Barge {n} of the {n} old barges sank off pier {n} of Selby." for n in range(2, 12)]
    story = story_of(tell("Post", "2031-05-29", TWO, *long, said(TWO.text)))
    lines = bottom_line_of(story, leads_of(story, ()), ())
    assert sum(len(line.text.split()) for line in lines) <= BOTTOM_LINE_WORDS
    assert len({line.text for line in lines}) == len(lines) > 0


@pytest.mark.parametrize(
    ("origins", "lines", "disputed", "expected"),
    [
        (("A", "B"), (said("X is so."), said("X is so.")), False, "high"),
        (("A",), (said("X is so."),), False, "moderate"),
        (("A",), (said("X is so.", commitment="denied"),), False, "moderate"),
        (("A",), (said("X may be so.", commitment="possible"),), False, "low"),
        (("A",), (said("X will be so.", commitment="forecast"),), False, "low"),
        (
            ("A", "B"),
            (said("X may be so.", commitment="possible"),) * 2,
            False,
            "moderate",
        ),
        (("two officials",), (said("X is so.", "anonymous two officials"),), False, "low"),
        (("A", "B"), (said("X is so."), said("X is so.")), True, "low"),
    ],
)
def test_the_written_rule_of_confidence(
    origins: tuple[str, ...], lines: tuple[Line, ...], *, disputed: bool, expected: str
) -> None:
    told = as_told([tell("Post", None, *lines)])
    assert confidence(told, origins, {told[0].id} if disputed else set()) == expected


OLD = said("The barge Marigold was built in Ostley in 1931.")
NEWS = said("The barge Marigold sank off Selby on 19 May 2031.")


@pytest.mark.parametrize(
    ("line", "conflicts", "shown"),
    [
        (OLD, (), True),
        (NEWS, (), False),
        (said(OLD.text, "organisation Port of Selby"), (), False),
        (OLD, (conflict("s1.c1", "s2.c1", stands=None),), False),
    ],
)
def test_background_is_no_news(line: Line, conflicts: tuple[Conflict, ...], *, shown: bool) -> None:
    story = story_of(tell("Post", "2031-05-20", line), tell("Courier", "2031-05-21", QUAY))
    leads = leads_of(story, conflicts)
    background = background_of(story, leads, conflicts, ())
    assert [b.text for b in background] == ([OLD.text] if shown else [])
    judged = judgements_of(story, leads, ())
    assert background_of(story, leads, conflicts, judged) == ()


def test_there_is_no_background_without_a_date() -> None:
    story = story_of(tell("Post", None, OLD))
    assert background_of(story, leads_of(story, ()), (), ()) == ()
