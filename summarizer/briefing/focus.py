"""The question that a note is made for: which claims bear on it, and whether one answers it."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.briefing.asking import Asked, Asker
from summarizer.briefing.openness import is_open
from summarizer.briefing.schema import Focus
from summarizer.briefing.story import Story

_BEARS = 0.25  # share of the question's words, by their weight, that a claim on it holds
_UNTOLD = 0.2  # share that no source speaks of, from which what is asked is another thing
_FITTING = 0.2  # what being of the sort that is asked for counts in the order
_SHOWN = 8


def focus_of(story: Story, question: str) -> Focus:
    """The claims that bear on a question, best first.

    It counts as answered where a claim holds most of what is asked, says it as known, has the
    number, date, name or cause that is asked for, no source as late calls the same open, and the
    sources speak of all that is asked about. That is a rule about words: the reader sees the
    claims.
    """
    asker = Asker(story)
    asked = asker.read(question)
    scores = _scores(asker, asked, story)
    fitting = [asker.fits(asked, i) for i in range(len(scores))]
    ranked = sorted(
        (i for i, score in enumerate(scores) if score >= _BEARS),
        key=lambda i: (-scores[i] - _FITTING * fitting[i], -story.told[i].place, i),
    )
    answers = [i for i in ranked if fitting[i] and scores[i] >= asked.enough]
    if asked.sort == "other" and asker.untold(asked) > _UNTOLD:
        answers = []
    return Focus(
        question=question,
        answered=any(not _still_open(i, scores, story) for i in answers),
        claims=tuple(story.told[i].id for i in ranked[:_SHOWN]),
    )


def relevance(story: Story, question: str) -> list[float]:
    """For each claim the weighted share of the question's words that it holds, 0 to 1."""
    asker = Asker(story)
    return _scores(asker, asker.read(question), story)


def _scores(asker: Asker, asked: Asked, story: Story) -> list[float]:
    return [asker.share(asked, i) for i in range(len(story.told))]


def _still_open(answer: int, scores: Sequence[float], story: Story) -> bool:
    """Whether a source as late as the answer's says, no less nearly, that it is not known."""
    return any(
        scores[i] >= scores[answer] and one.place >= story.told[answer].place and is_open(one)
        for i, one in enumerate(story.told)
    )
