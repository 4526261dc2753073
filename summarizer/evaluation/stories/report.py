"""A run over stories for a terminal or a log: one line a story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.evaluation.report.terminal import columns
from summarizer.evaluation.results import Score
from summarizer.evaluation.stories.gate import Floor, Shortfall, worse
from summarizer.evaluation.stories.results import Seconds, StoriesResult, StoryResult, StoryScored
from summarizer.render.plain import one_line

LEGEND = """\
claims: required gold claims stated. F1, P, R: B-cubed over all aligned claims; joined: over those
with company on either side. kind, state, side: of the conflicts found. over: origins too many.
names: origins named rightly. dates: right of those that are labelled. rank: mean reciprocal rank.
bad lines: sentences that their claims do not support. seconds: calls as recorded + all code here.
"""
_HEAD = (
    *("story", "claims", "F1", "P", "R", "joined", "conflicts", "false", "kind", "state", "side"),
    *("over", "names", "dates", "wrong", "events", "questions", "state", "answers", "focus"),
    *("rank", "bad lines", "seconds"),
)


def table(result: StoriesResult) -> str:
    """One line a story, and what the columns mean."""
    rows = [_HEAD, *(_row(story) for story in result.stories if story.scored)]
    lines = columns(rows) if len(rows) > 1 else []
    return "\n".join([*lines, "", LEGEND])


def _row(story: StoryResult) -> Sequence[str]:
    scored = story.scored
    assert scored is not None
    of = scored.scores
    return (
        story.id,
        _fraction(of["recall"]),
        *(_two(of[f"clusters_{name}"]) for name in ("f1", "precision", "recall")),
        _two(of["joined_f1"]),
        _fraction(of["conflicts"]),
        str(scored.counts["false_conflicts"]),
        *(_fraction(of[name]) for name in ("conflict_kinds", "resolutions", "standing_sides")),
        str(scored.counts["false_independence"]),
        *(_fraction(of[name]) for name in ("origins", "dates")),
        str(scored.counts["wrong_dates"]),
        *(_fraction(of[name]) for name in ("timeline", "questions", "question_states", "answers")),
        _fraction(of["focus"]),
        _two(of["focus_rank"]),
        str(scored.counts["unsupported"]),
        _seconds(story.seconds),
    )


def _fraction(score: Score) -> str:
    return f"{score.numerator:g}/{score.denominator:g}" if score.value is not None else "-"


def _two(score: Score) -> str:
    return "-" if score.value is None else f"{score.value:.2f}"


def _seconds(seconds: Seconds | None) -> str:
    return "-" if seconds is None else f"{seconds.model:.0f} + {seconds.code:.1f}"


def details(result: StoriesResult) -> str:
    """What is wrong or missing in each story, in words."""
    lines = []
    for story in result.stories:
        if story.scored:
            lines += ["", story.id, *_remarks(story.scored)]
    return "\n".join(lines) + "\n"


def _remarks(scored: StoryScored) -> list[str]:
    return (
        columns(
            [
                [f"  {r.about}", one_line(r.text)]
                for r in sorted(scored.remarks, key=lambda r: r.about)
            ]
        )
        if scored.remarks
        else []
    )


def gate_text(
    result: StoriesResult, floors: Mapping[str, Floor], missed: Sequence[Shortfall]
) -> str:
    """The worst figure of each gated metric beside its floor and aim, and what falls short."""
    rows = [["gate", "worst", "floor", "aim", ""]]
    short = {fall.metric for fall in missed}
    for metric, floor in floors.items():
        found = [
            f for s in result.stories if s.scored and (f := s.scored.figure(metric)) is not None
        ]
        worst = None
        for figure in found:
            worst = figure if worst is None or worse(metric, figure, worst) else worst
        aim = floor.floor if floor.aim is None else floor.aim
        said = "SHORT" if metric in short else "PASS"
        if said == "PASS" and worst is not None and worse(metric, worst, aim):
            said = "PASS, below the aim"
        shown = "-" if worst is None else f"{worst:.3g}"
        rows.append([metric, shown, f"{floor.floor:g}", f"{aim:g}", said])
    lines = columns(rows)
    lines += [f"{f.story}: {f.metric} is {f.found:.3g}, floor {f.floor:g}" for f in missed]
    return "\n".join(lines) + "\n"
