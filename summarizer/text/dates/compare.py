"""How a date that one text gives lies to a date that another gives."""

from __future__ import annotations

from typing import Literal

from summarizer.text.dates import periods
from summarizer.text.dates.clock import Clock
from summarizer.text.dates.periods import Period
from summarizer.text.dates.resolve import Dated, in_year
from summarizer.text.dates.written import Expression

Relation = Literal["same", "vaguer", "overlap", "sharper", "apart"]
"""Of a first date to a second: ``vaguer`` when it holds it, ``sharper`` when it lies inside it."""

_BEST_FIRST: tuple[Relation, ...] = ("same", "vaguer", "overlap", "sharper", "apart")
ALLOWED: tuple[Relation, ...] = ("same", "vaguer", "overlap")
"""The relations in which the first may be said where the second is known."""

_ANY_YEAR = 2004
_HALF = 0.5


def of_days(claim: Dated, source: Dated) -> Relation | None:
    """How the days of two dates compare; None where that cannot be told."""
    mine, theirs = claim.expression, source.expression
    if not mine.dated or not theirs.dated:
        return None
    if _same_edge(mine, theirs):
        return "same"
    weekdays = _weekdays(mine, theirs)
    if weekdays is not None:
        return weekdays
    if claim.frame == source.frame == "year" and mine.months and theirs.months:
        return _without_year(mine, theirs)
    if claim.readings and source.readings and claim.frame == source.frame:
        if claim.frame == "now" and not _same_unit(mine, theirs):
            return "same" if mine.text.lower() == theirs.text.lower() else None
        placed = _of_readings(claim, source)
        unsaid = not (mine.years or mine.shift or mine.which)
        # A claim may leave out the year, however it would be understood then.
        named = _without_year(mine, theirs) if unsaid and theirs.years else None
        return placed if named is None else min(placed, named, key=_BEST_FIRST.index)
    if mine.text.lower() == theirs.text.lower():
        return "same"
    by_name = _weekday_of_date(claim, source)
    if by_name is not None:
        return by_name
    return _without_year(mine, theirs)


_EDGES = (frozenset(["early", "start"]), frozenset(["late", "end"]))


def _same_edge(mine: Expression, theirs: Expression) -> bool:
    """ "Late April" and "the end of April"."""
    if mine.months is None or (mine.months, mine.day) != (theirs.months, theirs.day):
        return False
    years = mine.years is None or theirs.years is None or mine.years == theirs.years
    return years and any({mine.edge, theirs.edge} <= edges for edges in _EDGES)


def _of_readings(claim: Dated, source: Dated) -> Relation:
    found = {_of_periods(a, b) for a in claim.readings for b in source.readings}
    return next(relation for relation in _BEST_FIRST if relation in found)


def _of_periods(claim: Period, source: Period) -> Relation:
    if claim.same(source):
        return "same"
    if claim.contains(source):
        return "vaguer"
    if source.contains(claim):
        return "sharper" if claim.days < source.days else "same"
    if claim.precision == source.precision and claim.days > 1:
        # "A year ago" is not the year before that one, however loosely it is meant.
        common = claim.start <= source.end and source.start <= claim.end
        return "overlap" if common else "apart"
    return "overlap" if claim.meets(source) and max(claim.days, source.days) > 1 else "apart"


def _weekdays(mine: Expression, theirs: Expression) -> Relation | None:
    """Weekdays by their names, where neither has a date."""
    if mine.weekday is None or theirs.weekday is None:
        return None
    dated = any(e.years or e.months or e.day or e.shift for e in (mine, theirs))
    if dated:
        return None
    if mine.weekday != theirs.weekday:
        return "apart"
    both = {mine.which, theirs.which}
    return "apart" if both == {-1, 1} else "same"


def _same_unit(mine: Expression, theirs: Expression) -> bool:
    return bool(mine.shift and theirs.shift and mine.shift.unit == theirs.shift.unit)


def _weekday_of_date(claim: Dated, source: Dated) -> Relation | None:
    """A weekday against a date that falls on some weekday, where the week is not known."""
    for named, dated, same in ((claim, source, "vaguer"), (source, claim, "sharper")):
        period = dated.period
        if named.expression.bare_weekday and period and period.days == 1:
            if dated.frame != "calendar":
                continue
            falls = period.start.weekday() == named.expression.weekday
            return "apart" if not falls else "vaguer" if same == "vaguer" else "sharper"
    return None


def _without_year(mine: Expression, theirs: Expression) -> Relation | None:
    """Day and month against day and month, where one of them has no year."""
    if not mine.months or not theirs.months:
        return None
    right = in_year(theirs, _ANY_YEAR)
    found: list[Relation] = []
    # A winter may have begun in the year before.
    for year in (_ANY_YEAR, _ANY_YEAR - 1):
        left = in_year(mine, year)
        if left is not None and right is not None:
            whole = periods.part_of(left, mine.edge), periods.part_of(right, theirs.edge)
            found.append(_of_periods(*whole))
    if not found:
        return None
    relation = min(found, key=_BEST_FIRST.index)
    if relation in ("same", "vaguer") and mine.years and not theirs.years:
        return "sharper"
    return relation


def of_times(claim: Clock, source: Clock) -> Relation:
    """How two times of day compare."""
    if claim.exact and source.exact:
        return "same" if claim.meets(source) else "apart"
    if claim.exact:
        return "sharper" if source.contains(claim) else "apart"
    if source.exact:
        return "vaguer" if claim.contains(source) else "apart"
    common = max(
        min(high, b) - max(low, a) for low, high in claim.readings() for a, b in source.readings()
    )
    shorter = min(claim.high - claim.low, source.high - source.low)
    return "same" if common >= _HALF * shorter else "apart"
