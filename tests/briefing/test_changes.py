"""What is new, changed and withdrawn: by what is said, whatever the ids."""

from __future__ import annotations

import pytest

from summarizer.briefing.note import note_of
from summarizer.briefing.schema import Changes
from summarizer.schema import Summary
from tests.briefing.telling import tell

DEAD = "Two workers were killed in the explosion at the Brunel mill in Selby."
CAUSE = "Inspectors closed the quarry road in Ostley for a week."
CHOIR = "The choir of Ostley will sing for the families on 2 June 2031."
FUND = "Brunel Mills set up a fund of 2 million crowns."

WIRE = tell("Northline", "2031-05-20", DEAD, FUND)
POST = tell("Selby Post", "2031-05-21", CAUSE, CHOIR)


def changes(old: list[Summary], new: list[Summary]) -> Changes:
    found = note_of(new, since=note_of(old)).changes
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("old", "new"), [([WIRE, POST], [WIRE, POST]), ([WIRE, POST], [POST, WIRE]), ([WIRE], [WIRE])]
)
def test_the_same_sources_change_nothing_in_any_order(
    old: list[Summary], new: list[Summary]
) -> None:
    found = changes(old, new)
    assert (found.new, found.changed, found.withdrawn) == ((), (), ())


def test_a_source_more_is_new_only() -> None:
    found = changes([POST], [WIRE, POST])
    assert ({c.text for c in found.new}, found.changed, found.withdrawn) == ({DEAD, FUND}, (), ())
    assert {c.claims for c in found.new} == {("s1.c1",), ("s1.c2",)}


def test_a_source_less_is_withdrawn() -> None:
    found = changes([WIRE, POST], [POST])
    assert (found.new, found.changed) == ((), ())
    assert {c.before for c in found.withdrawn} == {DEAD, FUND}
    assert found.since == "Northline (2031-05-20), Selby Post (2031-05-21)"


def test_a_figure_that_differs_is_changed_and_the_old_words_are_told() -> None:
    later = DEAD.replace("Two workers were", "Four workers were")
    found = changes([WIRE], [tell("Northline", "2031-05-22", later, FUND)])
    assert [(c.text, c.before) for c in found.changed] == [(later, DEAD)]
    assert (found.new, found.withdrawn) == ((), ())


def test_claims_in_the_same_words_are_all_known() -> None:
    twice = [WIRE, tell("Other", "2031-05-20", DEAD.replace("mill", "mill "), CHOIR)]
    assert changes(twice, twice).withdrawn == ()
