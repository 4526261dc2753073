"""What the sources say is not known, and what a later source answers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.briefing.asking import Asked, Asker
from summarizer.briefing.comparison.matter import mean
from summarizer.briefing.openness import is_open, question_in
from summarizer.briefing.schema import NoteQuestion, QuestionState
from summarizer.briefing.story import Story

_HEDGED = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|partly|in part|some of|up to|half|so far|at least|"
    r"less than|more than|if|would|suspect\w*|believed)\b",
    re.IGNORECASE,
)
_ALIKE = 0.25  # likelihood that two say the same, from which they ask the same
_ASK_SAME = 0.5  # harmonic mean of the shares of two questions, from which they are one
_MOST = 3


def questions_of(story: Story) -> tuple[NoteQuestion, ...]:
    """The open questions, in the order in which they were first asked.

    A claim of a later source that holds most of what is asked, and is of the sort that is asked
    for, answers it; in part only where it is hedged, another contradicts it, or a source as late
    still calls it open.
    """
    asker = Asker(story)
    asking = [i for i, one in enumerate(story.told) if is_open(one)]
    asked = {i: asker.read(question_in(story.told[i].content)) for i in asking}
    together = _asked_together(asked, story)
    return tuple(_question(group, story, asker, asked) for group in together)


def _asked_together(asked: Mapping[int, Asked], story: Story) -> list[list[int]]:
    """The claims that ask the same."""
    likely = {(p.first, p.second): p.same for p in story.pairs}

    def ask_same(one: int, other: int) -> bool:
        return asked[one].sort == asked[other].sort and (
            story.group_of[one] == story.group_of[other]
            or likely.get((one, other), 0.0) >= _ALIKE
            or _alike(asked[one], asked[other])
        )

    found: list[list[int]] = []
    for index in asked:
        for group in found:
            if any(ask_same(other, index) for other in group):
                group.append(index)
                break
        else:
            found.append([index])
    return found


def _alike(one: Asked, other: Asked) -> bool:
    return mean(one.words.share(other.words), other.words.share(one.words)) >= _ASK_SAME


def _question(
    group: Sequence[int], story: Story, asker: Asker, asked: Mapping[int, Asked]
) -> NoteQuestion:
    first = min(story.told[i].place for i in group)
    last = max(story.told[i].place for i in group)
    scored = [
        (score, i)
        for i, one in enumerate(story.told)
        if one.place > first
        if (score := max(_answers(story, asker, asked[a], a, i) for a in group))
    ]
    best = sorted(scored, key=lambda s: (-s[0], s[1]))[:_MOST]
    answers = [i for _, i in best]
    state: QuestionState = "open"
    if answers:
        firm = [i for i in answers if not _HEDGED.search(story.told[i].content)]
        still_open = last > first and last >= max(story.told[i].place for i in answers)
        held = {i for _, i in scored}
        disputed = any({c.first, c.second} <= held for c in story.contrasts)
        state = "answered" if firm and not still_open and not disputed else "partly"
    return NoteQuestion(
        text=story.told[group[0]].claim.text,
        claims=tuple(story.told[i].id for i in group),
        state=state,
        answered_by=tuple(story.told[i].id for i in sorted(answers)),
    )


def _answers(story: Story, asker: Asker, asked: Asked, asking: int, index: int) -> float:
    """How much of what one claim asks a later one answers, 0 to 1; 0 where it is not enough."""
    if story.told[asking].place >= story.told[index].place or not asker.fits(asked, index):
        return 0.0
    share = asker.share(asked, index)
    return share if share >= asked.enough else 0.0
