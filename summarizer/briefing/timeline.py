"""What happened or is to happen when, with the precision that the sources give."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.briefing.openness import is_open, question_in
from summarizer.briefing.schema import NoteEvent
from summarizer.briefing.story import Story
from summarizer.briefing.told import Told, is_of_sentences
from summarizer.schema import DateMention, Precision

_FINEST: tuple[Precision, ...] = ("time", "day", "week", "month", "quarter", "year")

_SHARES = ("percent", "percentage points")
_LARGE = 100
_SAID = re.compile(
    r"\b(?:says?|said|added|stated|told (?:[\w’'-]+ ){1,4}?)\s*(?:(?:late|early|again) )?"
    r"(?:on |in )?",
    re.IGNORECASE,
)
_SAID_THAT = re.compile(
    r"\b(?:said|told|says|tells|show(?:s|ed)?|report(?:s|ed)?|announced|found|wrote|confirm(?:s|ed)|"
    r"claim(?:s|ed)|insist(?:s|ed)|warn(?:s|ed)|maintain(?:s|ed)|testified)\b(?:\s+[\w’',-]+){0,9}?"
    r"\s+that\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"\bthat $", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:meant|intended|planned|wanted|hoped|vowed|promised) to\b", re.IGNORECASE
)
_NOTHING = re.compile(r"(?:nothing|nobody|no one|none|neither|no)\b", re.IGNORECASE)


def timeline_of(story: Story) -> tuple[NoteEvent, ...]:
    """One entry for each dated statement, earliest first.

    Claims of one group whose dates meet are one entry, at the finest precision that one of them
    gives. The dates of a saying ("said on Monday") and the years of statistics are no events, nor
    is what did not happen or is not known; headings and bylines are none either.
    """
    events = [
        _event(together)
        for group in story.groups
        for together in _meeting(
            [
                (one, _date(one))
                for one in story.members(group)
                if is_of_sentences(one.claim, story.documents[one.source])
            ]
        )
    ]
    return tuple(sorted(events, key=lambda e: (e.start, e.end)))


def _date(one: Told) -> DateMention | None:
    """The first date of what is said."""
    for date in one.claim.dates:
        told = date.start and date.end and date.text in one.content
        if told and _happens(one, date) and not _is_statistic(one, date):
            return date
    return None


def _happens(one: Told, date: DateMention) -> bool:
    """Whether something happened or is to happen on that date."""
    if one.claim.commitment == "denied" or _NOTHING.match(one.content):
        return False
    at = one.content.find(date.text)
    if any(said.end() == at for said in _SAID.finditer(one.content)):
        return False
    if any(at < said.end() for said in _SAID_THAT.finditer(one.content)):
        return False
    # "That Friday" is one that was spoken of before, and a plan is not for a time that is past.
    spoken_of = date.text.lower().startswith("that ") or _THAT.search(one.content, 0, at)
    if spoken_of or (_PLANNED.search(one.content) and _is_past(one, date)):
        return False
    return not is_open(one) or date.text in question_in(one.content)


def _is_past(one: Told, date: DateMention) -> bool:
    return bool(one.published and date.end and date.end[:10] < one.published)


def _is_statistic(one: Told, date: DateMention) -> bool:
    """Whether a year is what figures are of: a share, a count of a whole year, or several years."""
    if date.precision != "year" or not one.claim.quantities:
        return False
    years = {d.start for d in one.claim.dates if d.precision == "year"}
    return len(years) > 1 or any(
        q.unit in _SHARES or (q.unit is None and q.value >= _LARGE) for q in one.claim.quantities
    )


def _meeting(
    claims: Sequence[tuple[Told, DateMention | None]],
) -> list[list[tuple[Told, DateMention]]]:
    """The claims of a group in sets whose dates meet the first one's."""
    sets: list[list[tuple[Told, DateMention]]] = []
    dated = [(one, date) for one, date in claims if date is not None]
    for one, date in sorted(dated, key=lambda d: _FINEST.index(d[1].precision)):
        for known in sets:
            first = known[0][1]
            if (
                str(date.start)[:10] <= str(first.end)[:10]
                and str(first.start)[:10] <= str(date.end)[:10]
            ):
                known.append((one, date))
                break
        else:
            sets.append([(one, date)])
    return sets


def _event(dated: Sequence[tuple[Told, DateMention]]) -> NoteEvent:
    one, date = dated[0]
    return NoteEvent(
        start=str(date.start),
        end=str(date.end),
        precision=date.precision,
        text=one.claim.text,
        claims=tuple(sorted(t.id for t, _ in dated)),
    )
