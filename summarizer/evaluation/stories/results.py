"""What scoring a briefing note against a story gives."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from summarizer.evaluation.results import Score
from summarizer.schema import Value

StoryState = Literal["scored", "failed", "stale"]

COUNTS = (
    "conflicts_missed",
    "false_conflicts",
    "false_independence",
    "wrong_dates",
    "unsupported",
    "mixed_conflicts",
    "coarser_dates",
    "extra_questions",
)
"""Counts of mistakes: 0 is the best. All scores are shares, of which 1 is."""
SCORES = (
    "recall",
    "aligned",
    "clusters_precision",
    "clusters_recall",
    "clusters_f1",
    "joined_precision",
    "joined_recall",
    "joined_f1",
    "pairs_precision",
    "pairs_recall",
    "conflicts",
    "conflicts_reachable",
    "conflict_kinds",
    "resolutions",
    "standing_sides",
    "origins",
    "dates",
    "timeline",
    "questions",
    "question_states",
    "answers",
    "focus",
    "focus_rank",
)


class Remark(Value):
    """One thing that is wrong or missing, in words.

    Attributes:
        about: the score or count that it moves, or ``unlabelled`` where the labels say nothing.
    """

    about: str
    text: str


class StoryScored(Value):
    """One note against the labels of its story; ``evals/README.md`` says what each score is.

    Attributes:
        scores: by the names in ``SCORES``.
        counts: by the names in ``COUNTS``.
    """

    scores: dict[str, Score]
    counts: dict[str, int]
    remarks: tuple[Remark, ...]

    def figure(self, metric: str) -> float | None:
        """A score's value or a count; None where there was nothing to measure."""
        if metric in self.counts:
            return float(self.counts[metric])
        return self.scores[metric].value


class Part(Value):
    """What one part of the scoring found; the parts together make a :class:`StoryScored`."""

    scores: dict[str, Score] = Field(default_factory=dict)
    counts: dict[str, int] = Field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


class Seconds(Value):
    """How long a note took.

    Attributes:
        model: the calls, summed, as they were recorded.
        code: everything but the calls: the replay of the whole note.
        note: of that what follows the summaries of the sources.
    """

    model: float
    code: float
    note: float


class StoryResult(Value):
    """One story of a run; ``scored`` and ``seconds`` are None unless it was scored."""

    id: str
    kind: str
    state: StoryState
    error: str | None = None
    scored: StoryScored | None = None
    seconds: Seconds | None = None


class StoriesResult(Value):
    """One model over all stories."""

    name: str
    model: str
    prompts: dict[str, str]
    package_version: str
    stories: tuple[StoryResult, ...]
