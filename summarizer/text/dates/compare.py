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
    if not claim.expression.dated or not source.expression.dated:
        return None
    for rule in _RULES:
        relation = rule(claim, source)
        if relation is not None:
            return relation
    return None


_EDGES = (frozenset(["early", "start"]), frozenset(["late", "end"]))


def _edges(claim: Dated, source: Dated) -> Relation | None:
    """ "Late April" and "the end of April"."""
    mine, theirs = claim.expression, source.expression
    if mine.months is None or (mine.months, mine.day) != (theirs.months, theirs.day):
        return None
    years = mine.years is None or theirs.years is None or mine.years == theirs.years
    alike = any({mine.edge, theirs.edge} <= edges for edges in _EDGES)
    return "same" if years and alike else None


def _weekdays(claim: Dated, source: Dated) -> Relation | None:
    """Weekdays by their names, where neither has a date."""
    mine, theirs = claim.expression, source.expression
    if mine.weekday is None or theirs.weekday is None:
        return None
    if any(e.years or e.months or e.day or e.shift for e in (mine, theirs)):
        return None
    if mine.weekday != theirs.weekday or {mine.which, theirs.which} == {-1, 1}:
        return "apart"
    return "same"


def _readings(claim: Dated, source: Dated) -> Relation | None:
    """By where they lie in the calendar, the best of what both may mean."""
    mine, theirs = claim.expression, source.expression
    if not claim.readings or not source.readings or claim.frame != source.frame:
        return None
    if claim.frame == "year" and mine.months and theirs.months:
        return None
    if claim.frame == "now" and not _same_unit(mine, theirs):
        return None
    found = [_of_periods(a, b) for a in claim.readings for b in source.readings]
    # A claim may leave out the year, however it would be understood then.
    if theirs.years and not (mine.years or mine.shift or mine.which):
        named = _months(claim, source)
        found += [named] if named else []
    return min(found, key=_BEST_FIRST.index)


def _words(claim: Dated, source: Dated) -> Relation | None:
    alike = claim.expression.text.lower() == source.expression.text.lower()
    return "same" if alike else None


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


def _months(claim: Dated, source: Dated) -> Relation | None:
    """Day and month against day and month, where one of them has no year."""
    mine, theirs = claim.expression, source.expression
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


_RULES = (_edges, _weekdays, _readings, _words, _weekday_of_date, _months)


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
