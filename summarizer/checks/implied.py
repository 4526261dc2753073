"""Dates of a claim that its source does not name, but that follow from those that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.checks.case import Case
from summarizer.checks.places import Place
from summarizer.text.dates.reckoned import spans_of_years, years_from

_OVER = re.compile(
    r"\b(?:no\s+longer|any\s+(?:more|longer)|not|never|gone|ceased|stopped|out\s+of|former|n[’']t)\b",
    re.IGNORECASE,
)

_LONG_OVER = 5


def adjoins(claim: Place, source: Place, case: Case) -> bool:
    """Whether the claim says no more than the source from the other side.

    "Before 2021" of what lasted until 2020; "no longer in 1932" of what ended by 1931.
    """
    mine, theirs = claim.dated, source.dated
    if not (mine and theirs and mine.period and theirs.period) or mine.frame != theirs.frame:
        return False
    gap = (mine.period.start - theirs.period.end).days
    if mine.expression.role == "before":
        return 0 < gap <= mine.period.days
    if mine.expression.role == "after":
        back = (theirs.period.start - mine.period.end).days
        return 0 < back <= mine.period.days
    ended = theirs.expression.role in ("by", "to", "before") and _OVER.search(case.text)
    return bool(ended) and 0 < gap <= _LONG_OVER * mine.period.days


def reckoned_from(claim: Place, cited: Sequence[Place]) -> str | None:
    """How the claim's date follows from one of the source and a number of years."""
    mine = claim.dated
    if mine is None or not mine.expression.years or not mine.period:
        return None
    years = [y for text in dict.fromkeys(p.sentence for p in cited) for y in spans_of_years(text)]
    for place in cited[:_MOST_RECKONED]:
        theirs = place.dated.period if place.dated else None
        if theirs is None or place.dated is None or place.dated.frame != mine.frame:
            continue
        for number in years[:_MOST_RECKONED]:
            for moved in years_from(theirs, number):
                if mine.period.contains(moved) or mine.period.same(moved):
                    return f"derived: {claim.text} follows from {place.text} and {number:g} years"
    return None


_MOST_RECKONED = 8
