"""Scores of a briefing note against the labels of its story. Code only: no model is asked."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.briefing.schema import BriefingNote, Focus
from summarizer.evaluation.results import ratio
from summarizer.evaluation.stories.align import Aligned, align_note
from summarizer.evaluation.stories.conflicts import score_conflicts
from summarizer.evaluation.stories.gold import Story
from summarizer.evaluation.stories.lines import score_lines
from summarizer.evaluation.stories.questions import score_focus, score_questions
from summarizer.evaluation.stories.results import Part, Remark, StoryScored
from summarizer.evaluation.stories.same import score_clusters, score_origins
from summarizer.evaluation.stories.times import score_timeline


def score_story(
    story: Story, note: BriefingNote, focused: Mapping[str, Focus | None] | None = None
) -> StoryScored:
    """Align a note's claims with the labels, and score every part of it.

    Args:
        note: made of the story's sources; those are told by their names.
        focused: the focus of a note for each question of the story's ``answers``.
    """
    aligned = align_note(story, note)
    parts = (
        score_claims(story, note, aligned),
        score_clusters(story, note, aligned),
        score_origins(story, note, aligned),
        score_conflicts(story, note, aligned),
        score_timeline(story, note, aligned),
        score_questions(story, note, aligned),
        score_focus(story, focused or {}, aligned),
        score_lines(note),
    )
    return StoryScored(
        scores={name: score for part in parts for name, score in part.scores.items()},
        counts={name: count for part in parts for name, count in part.counts.items()},
        remarks=tuple(remark for part in parts for remark in part.remarks),
    )


def score_claims(story: Story, note: BriefingNote, aligned: Aligned) -> Part:
    """What is there to be clustered at all: required gold claims that are stated."""
    required = [claim for claim in story.claims if claim.required]
    missed = [claim for claim in required if claim.id not in aligned.found]
    return Part(
        scores={
            "recall": ratio(len(required) - len(missed), len(required)),
            "aligned": ratio(len(aligned.golds), len(note.claims)),
        },
        remarks=tuple(Remark(about="recall", text=f"{c.id}: {c.text}") for c in missed),
    )
