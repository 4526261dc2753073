"""Open questions, and notes that are made for one."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.briefing.schema import BriefingNote, Focus, NoteQuestion
from summarizer.evaluation.results import ratio
from summarizer.evaluation.stories.align import Aligned
from summarizer.evaluation.stories.gold import Story, StoryQuestion
from summarizer.evaluation.stories.results import Part, Remark


def score_questions(story: Story, note: BriefingNote, aligned: Aligned) -> Part:
    """Open questions found, their state, and whether a claim that answers is named."""
    remarks: list[Remark] = []
    found: list[tuple[StoryQuestion, NoteQuestion]] = []
    for gold in story.open_questions:
        asked = "; ".join(story.by_id[i].text for i in gold.claims)
        shared = {n: _shared(gold, q, aligned) for n, q in enumerate(note.open_questions)}
        best = max(shared, key=lambda n: (shared[n], -n), default=None)
        if best is None or not shared[best]:
            remarks.append(Remark(about="questions", text=asked))
            continue
        question = note.open_questions[best]
        found.append((gold, question))
        if question.state != gold.state:
            text = f"{asked}: {question.state}, labelled {gold.state}"
            remarks.append(Remark(about="question_states", text=text))
        if gold.answered_by and not _answered(gold, question, aligned):
            named = ", ".join(gold.answered_by)
            remarks.append(Remark(about="answers", text=f"{asked}: answered by {named}"))
    extra = [
        question
        for question in note.open_questions
        if not any(_shared(gold, question, aligned) for gold in story.open_questions)
    ]
    remarks += [Remark(about="extra_questions", text=question.text) for question in extra]
    settled = [(gold, q) for gold, q in found if gold.answered_by]
    return Part(
        scores={
            "questions": ratio(len(found), len(story.open_questions)),
            "question_states": ratio(sum(q.state == g.state for g, q in found), len(found)),
            "answers": ratio(sum(_answered(g, q, aligned) for g, q in settled), len(settled)),
        },
        counts={"extra_questions": len(extra)},
        remarks=tuple(remarks),
    )


def _shared(gold: StoryQuestion, question: NoteQuestion, aligned: Aligned) -> int:
    return len(set(gold.claims) & aligned.of(question.claims))


def _answered(gold: StoryQuestion, question: NoteQuestion, aligned: Aligned) -> bool:
    return bool(set(gold.answered_by) & aligned.of(question.answered_by))


def score_focus(story: Story, focused: Mapping[str, Focus | None], aligned: Aligned) -> Part:
    """Whether a note made for a question says rightly that it is answered, and puts that first.

    A question whose answers were not extracted is rightly left unanswered. ``focus_rank`` is the
    mean reciprocal rank of the first claim that answers, over the questions that have one.
    """
    right, asked = 0, 0
    ranks: list[float] = []
    remarks: list[Remark] = []
    for answer in story.answers:
        focus = focused.get(answer.question)
        if focus is None:
            continue
        asked += 1
        reachable = bool(set(answer.claims) & aligned.reached)
        right += focus.answered == reachable
        if focus.answered != reachable:
            said = "answered" if focus.answered else "not answered"
            remarks.append(Remark(about="focus", text=f"{answer.question}: {said}"))
        if reachable:
            hits = [bool(set(answer.claims) & aligned.of((claim,))) for claim in focus.claims]
            ranks.append(1 / (1 + hits.index(True)) if any(hits) else 0.0)
            if ranks[-1] < 1:
                place = f"place {1 + hits.index(True)}" if any(hits) else "not there"
                remarks.append(Remark(about="focus_rank", text=f"{answer.question}: {place}"))
    return Part(
        scores={"focus": ratio(right, asked), "focus_rank": ratio(sum(ranks), len(ranks))},
        remarks=tuple(remarks),
    )
