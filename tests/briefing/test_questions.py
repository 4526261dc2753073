from __future__ import annotations

import pytest

from summarizer.briefing.questions import questions_of
from tests.briefing.telling import Line, said, story_of, tell

ASKED = "Whether the wreck of the Marigold will be raised is unclear."
PADDING = ("The choir sang in Ostley.", "Ada Vane keeps a shop.", "Bread was dear in Selby.")


def state_of(*later: tuple[str, str | Line]) -> tuple[str, tuple[str, ...]]:
    """State and answers of the question, with one line for each later source and its date."""
    first = tell("Northline", "2031-05-20", ASKED, *PADDING)
    rest = [tell(f"Paper {n}", day, line) for n, (day, line) in enumerate(later)]
    questions = questions_of(story_of(first, *rest))
    question = next(q for q in questions if "s1.c1" in q.claims)
    return question.state, question.answered_by


@pytest.mark.parametrize(
    ("day", "line", "state"),
    [
        ("2031-05-25", "The wreck of the Marigold will be raised in June.", "answered"),
        ("2031-05-25", "The wreck of the Marigold will never be raised.", "answered"),
        ("2031-05-25", "The wreck of the Marigold may be raised in June.", "partly"),
        ("2031-05-25", "It is not known whether the wreck of the Marigold will be raised.", "open"),
        ("2031-05-25", "The Marigold was built in Ostley.", "open"),
        ("2031-05-20", "The wreck of the Marigold will be raised in June.", "open"),
        ("2031-05-11", "The wreck of the Marigold will be raised in June.", "open"),
    ],
)
def test_a_later_source_may_answer(day: str, line: str, state: str) -> None:
    found, answers = state_of((day, line))
    assert (found, answers) == (state, () if state == "open" else ("s2.c1",))


def test_a_source_as_late_may_still_call_it_open() -> None:
    found, answers = state_of(
        ("2031-05-25", "The wreck of the Marigold will be raised in June."),
        ("2031-05-25", "Whether the wreck of the Marigold will be raised is not known."),
    )
    assert (found, answers) == ("partly", ("s2.c1",))


@pytest.mark.parametrize(
    ("question", "other", "right"),
    [
        (
            "When the bridge will reopen has not been decided.",
            "The bridge will reopen with a fair.",
            "The bridge will reopen on 3 June 2031.",
        ),
        (
            "What the bridge will cost is unknown.",
            "The bridge will cost the town its patience.",
            "The bridge will cost 3 million crowns.",
        ),
        (
            "Who drew the bridge is not known.",
            "The bridge was drawn.",
            "It was Jo Pell who drew the bridge.",
        ),
    ],
)
def test_an_answer_has_what_is_asked_for(question: str, other: str, right: str) -> None:
    for line, state in ((other, "open"), (right, "answered")):
        story = story_of(
            tell("Northline", "2031-05-20", question, *PADDING), tell("Post", "2031-05-25", line)
        )
        (found,) = questions_of(story)
        assert found.state == state, line


def test_one_question_of_two_sources_is_one_line() -> None:
    story = story_of(
        tell("Northline", "2031-05-20", "What sank the Marigold is not known.", *PADDING),
        tell(
            "Post",
            "2031-05-21",
            "It is unclear what sank the Marigold.",
            "Who owns the gravel is not known.",
        ),
    )
    assert [q.claims for q in questions_of(story)] == [("s1.c1", "s2.c1"), ("s2.c2",)]


def test_the_label_alone_makes_a_question() -> None:
    line = said("The cause is a riddle.", commitment="unknown")
    (question,) = questions_of(story_of(tell("Post", None, line)))
    assert (question.text, question.state) == ("The cause is a riddle.", "open")
