"""Asking a model which pairs say the same."""

from __future__ import annotations

import pytest

from summarizer.briefing.comparison.ask import DOUBTFUL, MOST, ask_same, doubtful, fused
from summarizer.briefing.comparison.matter import pairs_of, read_words
from summarizer.briefing.note import note_of
from summarizer.briefing.told import as_told
from summarizer.errors import EndpointError
from summarizer.llm.model import SMALL, Answer, Profile, Question
from summarizer.progress import Progress, silent
from summarizer.prompting import load_prompt
from summarizer.schema import StageUsage, Summary
from tests.briefing.telling import tell


class Judge:
    """Answers every question alike, or fails."""

    profile: Profile = SMALL

    def __init__(self, log_odds: float | None) -> None:
        self.asked: list[str] = []
        self._log_odds = log_odds

    async def decide(self, question: Question) -> Answer:
        self.asked.append(question.messages[-1].content)
        if self._log_odds is None:
            raise EndpointError("no answer", status=500)
        return Answer(self._log_odds, graded=True, usage=StageUsage(calls=1, output_tokens=1))

    async def aclose(self) -> None: ...


def sources() -> list[Summary]:
    return [
        tell(
            "Post", "2031-05-05", "The flames reached a neighbouring shed.", "Fog lay on the bay."
        ),
        tell("Weekly", "2031-05-06", "The fire leapt across to the shed next door."),
    ]


async def test_only_doubtful_pairs_are_asked_about_and_the_answer_decides() -> None:
    told = as_told(sources())
    asked = doubtful(told, pairs_of(told, read_words(told)))
    assert [(told[p.first].id, told[p.second].id) for p in asked] == [("s1.c1", "s2.c1")]
    for log_odds, together in ((4.0, 1), (-4.0, 0)):
        judge, seen = Judge(log_odds), list[Progress]()
        answers, usage = await ask_same(sources(), judge, load_prompt("same"), seen.append)
        assert [text.count("shed") for text in judge.asked] == [2]
        assert usage.calls == 1
        assert (seen[-1].stage, seen[-1].done, seen[-1].total) == ("compare", 1, 1)
        note = note_of(sources(), answers=answers)
        assert sum(len(c.claims) > 1 for c in note.clusters) == together


async def test_a_model_that_fails_leaves_the_pair_to_the_code() -> None:
    answers, usage = await ask_same(sources(), Judge(None), load_prompt("same"), silent)
    assert answers == {}
    assert usage == StageUsage()


@pytest.mark.parametrize("code", [0.1, 0.5, 0.79])
def test_yes_raises_and_no_lowers_the_likelihood(code: float) -> None:
    assert fused(code, 3.0) > fused(code, 0.0) > fused(code, -3.0)


def test_there_is_an_end_to_asking() -> None:
    lines = [f"Shed {n} burned for {n} hours before the crews of Selby came." for n in range(40)]
    told = as_told([tell("Post", None, *lines), tell("Weekly", None, *lines[::-1])])
    pairs = pairs_of(told, read_words(told))
    asked = doubtful(told, pairs)
    assert len(asked) <= MOST
    assert all(DOUBTFUL[0] < p.same < DOUBTFUL[1] for p in asked)
