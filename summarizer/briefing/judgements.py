"""Key judgements, the bottom line and the background.

The confidence of a judgement follows a rule, and not a feeling:

- ``high``: two or more independent origins say it, at least one of them by name, as a fact, and no
  source contradicts it;
- ``low``: it rests on nobody who is named, or is hedged (possible, reported, forecast) by the one
  origin that it has, or an open conflict is about it;
- ``moderate``: anything else, such as one named origin that states it as a fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from summarizer.briefing.leads import Lead
from summarizer.briefing.schema import Confidence, Conflict, Judgement
from summarizer.briefing.story import Story
from summarizer.briefing.told import Told
from summarizer.schema import Statement

BOTTOM_LINE_WORDS = 60
_BOTTOM_LINES = 3
_LOOKED_AT = 8  # leads that the bottom line is made from
_JUDGEMENTS = 6
_BACKGROUND = 5
_LONG_AGO = timedelta(days=30)
_FIRM = ("factual", "intended", "denied")
_ALIKE = 0.5  # share of a statement that one before it says, from which it is left out


def judgements_of(
    story: Story, leads: Sequence[Lead], conflicts: Sequence[Conflict]
) -> tuple[Judgement, ...]:
    """The weightiest statements, none of them alike, with their confidence."""
    disputed = _disputed(conflicts)
    return tuple(
        Judgement(
            text=story.told[lead.best].claim.text,
            confidence=confidence(story.members(lead.group), lead.origins, disputed),
            claims=_cited(story, lead),
        )
        for lead in _unlike(story, leads, _JUDGEMENTS)
    )


def confidence(group: Sequence[Told], origins: Sequence[str], disputed: set[str]) -> Confidence:
    """What the rule of this module gives for claims that say the same."""
    if any(one.id in disputed for one in group):
        return "low"
    named = [one for one in group if all(a.kind != "anonymous" for a in one.claim.attribution[-1:])]
    firm = [one for one in named if one.claim.commitment in _FIRM]
    if not named:
        return "low"
    if len(origins) > 1:
        return "high" if firm else "moderate"
    return "moderate" if firm else "low"


def bottom_line_of(
    story: Story, leads: Sequence[Lead], conflicts: Sequence[Conflict]
) -> tuple[Statement, ...]:
    """The weightiest statements that fit into sixty words together, the weightiest first.

    One side of a conflict that is open is not among them.
    """
    disputed = _disputed(conflicts)
    able = [x for x in leads if not any(story.told[i].id in disputed for i in x.group)]
    chosen: list[Statement] = []
    left = BOTTOM_LINE_WORDS
    for lead in _unlike(story, able, _LOOKED_AT):
        text = story.told[lead.best].claim.text
        if len(text.split()) <= left and len(chosen) < _BOTTOM_LINES:
            chosen.append(Statement(text=text, claims=_cited(story, lead)))
            left -= len(text.split())
    return tuple(chosen)


def background_of(
    story: Story,
    leads: Sequence[Lead],
    conflicts: Sequence[Conflict],
    news: Sequence[Statement | Judgement],
) -> tuple[Statement, ...]:
    """What the sources tell of the time before: statements dated a month or more before the first.

    Not what they tell as news: what they dispute, what somebody now says of that time, what only
    the last of several sources tells, and what is in ``news`` already. Empty where no source has a
    date.
    """
    published = [one.published for one in story.told if one.published]
    if not published:
        return ()
    before = (date.fromisoformat(min(published)) - _LONG_AGO).isoformat()
    last = max(one.place for one in story.told)
    said = {c for line in news for c in line.claims}
    said |= {c for conflict in conflicts for side in conflict.sides for c in side.claims}
    old = [
        lead
        for lead in leads
        if not any(one.id in said or one.claim.attribution for one in story.members(lead.group))
        and min(one.place for one in story.members(lead.group)) in range(max(last, 1))
        and _is_of_before(story.members(lead.group), before)
    ]
    return tuple(
        Statement(text=story.told[lead.best].claim.text, claims=_cited(story, lead))
        for lead in sorted(_unlike(story, old, _BACKGROUND), key=lambda lead: lead.best)
    )


def _disputed(conflicts: Sequence[Conflict]) -> set[str]:
    """The claims that an open conflict is about."""
    return {
        claim
        for conflict in conflicts
        if conflict.resolution.state == "open"
        for side in conflict.sides
        for claim in side.claims
    }


def _is_of_before(group: Sequence[Told], before: str) -> bool:
    ends = [d.end for one in group for d in one.claim.dates if d.end and d.text in one.content]
    return bool(ends) and max(ends) < before


def _unlike(story: Story, leads: Sequence[Lead], most: int) -> list[Lead]:
    """The first leads, without those that say much of what one before them says."""
    chosen: list[Lead] = []
    for lead in leads:
        words = story.words[lead.best]
        if all(words.share(story.words[other.best]) < _ALIKE for other in chosen):
            chosen.append(lead)
        if len(chosen) == most:
            break
    return chosen


def _cited(story: Story, lead: Lead) -> tuple[str, ...]:
    return tuple(dict.fromkeys((story.told[lead.best].id, *(story.told[i].id for i in lead.group))))
