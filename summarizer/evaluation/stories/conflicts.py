"""Conflicts: which planted ones were found, and which found ones are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.briefing.schema import BriefingNote, Conflict
from summarizer.evaluation.results import ratio
from summarizer.evaluation.stories.align import Aligned
from summarizer.evaluation.stories.gold import Story, StoryConflict
from summarizer.evaluation.stories.results import Part, Remark


@dataclass(frozen=True)
class _Match:
    """How a conflict of the note lies to a planted one.

    Attributes:
        sides: for each side of the note's conflict the gold side of all its claims that are on
            one, or None.
        mixed: whether a side holds claims of different gold sides.
    """

    found: Conflict
    sides: tuple[int | None, ...]
    mixed: bool

    @property
    def touched(self) -> int:
        """How many gold sides stand against each other."""
        return len({side for side in self.sides if side is not None})


def score_conflicts(story: Story, note: BriefingNote, aligned: Aligned) -> Part:
    """Planted conflicts found, with kind and resolution; false and mixed ones counted."""
    matches = [
        [_match(conflict, found, aligned) for found in note.conflicts]
        for conflict in story.conflicts
    ]
    remarks: list[Remark] = []
    found: list[tuple[StoryConflict, _Match]] = []
    reachable = 0
    for conflict, tried in zip(story.conflicts, matches, strict=True):
        sides = sum(bool(set(side) & aligned.reached) for side in conflict.sides)
        reachable += sides > 1
        whole = [m for m in tried if m is not None and not m.mixed]
        if whole:
            best = max(whole, key=lambda m: (m.touched, _rightness(conflict, m)))
            found.append((conflict, best))
            remarks += _of_found(conflict, best)
        else:
            why = f"{sides} of {len(conflict.sides)} sides were extracted"
            remarks.append(Remark(about="conflicts_missed", text=f"{conflict.about} ({why})"))
    false = mixed = 0
    for number, conflict_found in enumerate(note.conflicts):
        hits = [tried[number] for tried in matches if tried[number] is not None]
        mixed += bool(hits) and all(m is not None and m.mixed for m in hits)
        if not hits:
            false += 1
            remarks.append(Remark(about="false_conflicts", text=_told(conflict_found)))
    planted = len(story.conflicts)
    settled = [(c, m) for c, m in found if c.resolution.side is not None]
    return Part(
        scores={
            "conflicts": ratio(len(found), planted),
            "conflicts_reachable": ratio(reachable, planted),
            "conflict_kinds": ratio(sum(m.found.kind == c.kind for c, m in found), len(found)),
            "resolutions": ratio(sum(_same_state(c, m) for c, m in found), len(found)),
            "standing_sides": ratio(sum(_same_side(c, m) for c, m in settled), len(settled)),
        },
        counts={
            "conflicts_missed": planted - len(found),
            "false_conflicts": false,
            "mixed_conflicts": mixed,
        },
        remarks=tuple(remarks),
    )


def _match(gold: StoryConflict, found: Conflict, aligned: Aligned) -> _Match | None:
    """None unless two of its sides hold claims of two different gold sides."""
    touching = [[_gold_sides(gold, claim, aligned) for claim in s.claims] for s in found.sides]
    touched = [[on for on in side if on] for side in touching]
    shared = [set.intersection(*side) if side else set[int]() for side in touched]
    sides = _told_apart(shared)
    mixed = any(side and not common for side, common in zip(touched, shared, strict=True))
    against = any(
        one != other
        for n, first in enumerate(touched)
        for second in touched[n + 1 :]
        for one in set[int]().union(*first)
        for other in set[int]().union(*second)
    )
    apart = len({side for side in sides if side is not None}) > 1
    if not against:
        return None
    return _Match(found, sides, mixed or not apart)


def _gold_sides(gold: StoryConflict, claim: str, aligned: Aligned) -> set[int]:
    golds = set(aligned.golds.get(claim, ()))
    return {number for number, side in enumerate(gold.sides) if golds & set(side)}


def _told_apart(shared: Sequence[set[int]]) -> tuple[int | None, ...]:
    """One gold side for each side: those that can be only one first, the others what is left.

    A claim that names both figures ("104, and not 140") lies on both gold sides.
    """
    chosen: dict[int, int] = {}
    for number in sorted(range(len(shared)), key=lambda n: len(shared[n])):
        left = shared[number] - set(chosen.values()) or shared[number]
        if left:
            chosen[number] = max(left)
    return tuple(chosen.get(number) for number in range(len(shared)))


def _same_state(gold: StoryConflict, match: _Match) -> bool:
    return match.found.resolution.state == gold.resolution.state


def _same_side(gold: StoryConflict, match: _Match) -> bool:
    stands = match.found.resolution.side
    if stands is None or stands >= len(match.sides):
        return False
    return match.sides[stands] == gold.resolution.side


def _rightness(gold: StoryConflict, match: _Match) -> int:
    return (match.found.kind == gold.kind) + _same_state(gold, match) + _same_side(gold, match)


def _of_found(gold: StoryConflict, match: _Match) -> list[Remark]:
    found, remarks = match.found, []
    if found.kind != gold.kind:
        text = f"{gold.about}: {found.kind}, labelled {gold.kind}"
        remarks.append(Remark(about="conflict_kinds", text=text))
    if not _same_state(gold, match):
        text = f"{gold.about}: {found.resolution.state}, labelled {gold.resolution.state}"
        remarks.append(Remark(about="resolutions", text=text))
    if gold.resolution.side is not None and not _same_side(gold, match):
        stands = found.resolution.side
        which = "no side" if stands is None else f"side {stands} ({found.sides[stands].text})"
        remarks.append(Remark(about="standing_sides", text=f"{gold.about}: {which} stands"))
    return remarks


def _told(found: Conflict) -> str:
    sides = " | ".join(f"{', '.join(side.claims)} {side.text}" for side in found.sides)
    return f"{found.kind}, {found.about}: {sides}"
