"""Which statements lead a note, and which claim states each best.

A reader wants the present state first. So a statement weighs more the more a source makes of it
(its importance there), the more it is what all sources open with (in news prose the lead of an
article says what it is about), the later its source, and the more independent origins it has; and
the side of a conflict that stands weighs more still. What a correction or a later count has
replaced, a plan whose day has passed, what is said to be unknown (it is an open question) and what
does not stand alone do not lead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.briefing.openness import is_open
from summarizer.briefing.schema import Conflict
from summarizer.briefing.story import Story
from summarizer.briefing.told import Told, is_of_sentences
from summarizer.text.terms import keys

_SHORTEST, _LONGEST = 5, 40  # words of a statement that leads a note
_OPENING = 2  # claims of a source that open it
_CENTRAL, _STANDING, _LATE, _ORIGIN = 0.5, 0.3, 0.3, 0.15
_ORIGINS = 3  # how many of them count
_TO_COME = ("intended", "forecast")
# What leans on a sentence before it, or on the day of its source, does not stand alone.
_LEANS = re.compile(
    r"^(?:this|that|these|those|their|his|her|its|there|such|then|but|and|nor|so|also|once|which|"
    r"who|another|meanwhile|here|more|most of (?:them|it)|one of (?:them|those))\b|"
    r"^(?:[\w’'-]+,? ){0,3}(?:it|he|she|they)\b|"
    r"\b(?:the (?:two|three|four|former|latter|pair|other|same)|in question|we|us|our|ours|I|me|my|"
    r"you|your|him|them|the following|ago|yesterday|today|tomorrow|tonight|"
    r"(?:this|last|next) (?:morning|afternoon|evening|night|weekend|week|month|year))\b",
    re.IGNORECASE,
)
_NO_NEWS = re.compile(
    r"\b(?:declin\w+|refus\w+|did not wish|would not|did not)(?: to)? "
    r"(?:comment|discuss|respond|elaborate)",
    re.IGNORECASE,
)
_STARTS_QUOTED = ("“", '"', "‘", "'")


@dataclass(frozen=True)
class Lead:
    """A group of claims that may lead the note: the claim that states it best, and its weight."""

    group: tuple[int, ...]
    best: int
    weight: float
    origins: tuple[str, ...]


def leads_of(story: Story, conflicts: Sequence[Conflict]) -> list[Lead]:
    """The groups whose statement stands alone, the weightiest first."""
    standing, replaced = set(_sides(conflicts, stands=True)), set(_sides(conflicts, stands=False))
    latest = max((one.place for one in story.told), default=0) or 1
    told_last = max((one.published for one in story.told if one.published), default=None)
    opening = _openings(story)
    found = []
    for group in story.groups:
        members = story.members(group)
        if any(is_open(m) or m.id in replaced or _has_passed(m, told_last) for m in members):
            continue
        able = [i for i in group if stands_alone(story, i)]
        if not able:
            continue
        best = best_of(story, able)
        origins = story.origins_of(group)
        weight = (
            max(m.claim.importance for m in members)
            + _CENTRAL * max(_share(story, i, opening) for i in able)
            + _STANDING * any(m.id in standing for m in members)
            + _LATE * max(m.place for m in members) / latest
            + _ORIGIN * (min(len(origins), _ORIGINS) - 1)
        )
        found.append(Lead(group, best, weight, origins))
    return sorted(found, key=lambda lead: (-lead.weight, lead.best))


def best_of(story: Story, group: Sequence[int]) -> int:
    """The claim that states a group best: one that stands alone, of the highest importance."""

    def rank(index: int) -> tuple[bool, float, int]:
        one = story.told[index]
        return not stands_alone(story, index), -one.claim.importance, index

    return min(group, key=rank)


def stands_alone(story: Story, index: int) -> bool:
    """Whether a claim is a sentence that a reader understands, and nothing speaks against it."""
    one = story.told[index]
    text = one.claim.text
    document = story.documents[one.source]
    return (
        _SHORTEST <= len(text.split()) <= _LONGEST
        and not _LEANS.search(text)
        and not _NO_NEWS.search(text)
        and not text.startswith(_STARTS_QUOTED)
        and all(finding.severity == "info" for finding in one.claim.findings)
        and is_of_sentences(one.claim, document)
    )


def _openings(story: Story) -> Counter[str]:
    """For each word in how many sources the title or the first claims have it."""
    found: Counter[str] = Counter()
    for source, document in story.documents.items():
        claims = [i for i, one in enumerate(story.told) if one.source == source][:_OPENING]
        words = {key for i in claims for key in story.words[i].terms}
        found.update(words | keys(document.title or ""))
    return found


def _share(story: Story, index: int, opening: Counter[str]) -> float:
    """How much of a claim is what the sources open with, 0 to 1."""
    words = story.words[index]
    most = max(opening.values(), default=1)
    held = sum(w * opening[key] / most for key, w in words.weights.items())
    return held / words.total if words.total else 0.0


def _sides(conflicts: Sequence[Conflict], *, stands: bool) -> Iterator[str]:
    """The claims of the sides that stand, or of those that do not, of all settled conflicts."""
    for conflict in conflicts:
        settled = conflict.resolution.side
        for number, side in enumerate(conflict.sides):
            if settled is not None and (number == settled) == stands:
                yield from side.claims


def _has_passed(one: Told, told_last: str | None) -> bool:
    """Whether it tells of something to come on a day that a later source is past."""
    ends = [d.end for d in one.claim.dates if d.end and d.text in one.content]
    if not (told_last and ends and one.claim.commitment in _TO_COME):
        return False
    return one.published != told_last and max(ends)[:10] < told_last
