"""Stretches of the calendar, and arithmetic with them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from summarizer.schema import Precision

Unit = Literal["minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]
Edge = Literal["", "early", "mid", "late", "start", "end", "first half", "second half"]

MONTHS_OF: dict[Unit, int] = {
    "month": 1,
    "quarter": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
_ORDER: tuple[Precision, ...] = ("time", "day", "week", "month", "quarter", "year")
_MONTHS = 12
_QUARTER = 3


@dataclass(frozen=True)
class Period:
    """Some days in a row.

    Attributes:
        start, end: first and last day, both included.
        precision: of the words that named it.
        slack: by how many days the words leave either end open ("late May", "two weeks ago").
        side: where they leave only one open: the end of May is before June.
    """

    start: date
    end: date
    precision: Precision
    slack: int = 0
    side: Literal["", "before", "after"] = ""

    @property
    def days(self) -> int:
        """Its length."""
        return (self.end - self.start).days + 1

    def contains(self, other: Period) -> bool:
        """Whether ``other`` lies in it, as far as its words leave that open."""
        first, last = self._loose
        return first <= other.start and other.end <= last

    def meets(self, other: Period) -> bool:
        """Whether the two have a day in common, their slack included."""
        (first, last), (begin, end) = self._loose, other._loose
        return first <= end and begin <= last

    def same(self, other: Period) -> bool:
        """Whether both begin and end on the same days."""
        return (self.start, self.end) == (other.start, other.end)

    @property
    def _loose(self) -> tuple[date, date]:
        slack = timedelta(days=self.slack)
        first, last = self.start, self.end
        if self.side != "after":
            first -= min(slack, first - date.min)
        if self.side != "before":
            last += min(slack, date.max - last)
        return first, last


def one_day(day: date, slack: int = 0) -> Period:
    """A single day."""
    return Period(day, day, "day", slack)


def week_of(day: date) -> Period | None:
    """Monday to Sunday; news as often means the seven days around, hence the slack."""
    try:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6), "week", 1)
    except OverflowError:
        return None


def months(year: int, first: int, last: int, precision: Precision = "month") -> Period | None:
    """From the first of one month to the last of another, of the next year where that is before."""
    try:
        closing = year + (last < first)
        end = date(closing, last, calendar.monthrange(closing, last)[1])
        return Period(date(year, first, 1), end, precision)
    except ValueError:
        return None


def years(first: int, last: int) -> Period | None:
    """From 1 January to 31 December."""
    try:
        return Period(date(first, 1, 1), date(last, _MONTHS, 31), "year")
    except ValueError:
        return None


def add_months(day: date, count: int) -> date | None:
    """The same day of another month, or its last day where it is shorter; None out of range."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + count, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def unit_around(day: date, unit: Unit) -> Period | None:
    """The week, month, … that a day lies in; the day itself for smaller units."""
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return months(day.year, day.month, day.month)
    if unit == "quarter":
        first = day.month - (day.month - 1) % _QUARTER
        return months(day.year, first, first + 2, "quarter")
    if unit in ("year", "decade", "century"):
        length = {"year": 1, "decade": 10, "century": 100}[unit]
        first = day.year - day.year % length
        return years(max(first, 1), first + length - 1)
    return one_day(day)


def shifted(period: Period, unit: Unit, count: int) -> Period | None:
    """A period moved by so many units, as roughly as such words are meant.

    "A year earlier" than March is March; "a year later" than 3 May is some time in that year.
    """
    if unit in ("minute", "hour"):
        return period
    if unit in ("day", "week"):
        step = timedelta(days=count * (7 if unit == "week" else 1))
        try:
            moved = replace(period, start=period.start + step, end=period.end + step)
        except OverflowError:
            return None
        return replace(moved, slack=2) if unit == "week" else moved
    start = add_months(period.start, count * MONTHS_OF[unit])
    if start is None or _ORDER.index(period.precision) < _ORDER.index("month"):
        return unit_around(start, "month" if unit == "quarter" else unit) if start else None
    length = (period.end.year - period.start.year) * _MONTHS + period.end.month - period.start.month
    last = add_months(start, length)
    if last is None:
        return None
    end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return Period(start.replace(day=1), end, period.precision)


def part_of(period: Period, edge: Edge) -> Period:
    """The early, middle or late part of a period, or its first or last days."""
    if not edge:
        return period
    days, precision = period.days, period.precision
    finer: Precision = {"year": "quarter", "quarter": "month", "month": "week"}.get(  # type: ignore[assignment]
        precision, "day"
    )
    if edge in ("start", "end"):
        day = period.start if edge == "start" else period.end
        side: Literal["before", "after"] = "after" if edge == "start" else "before"
        return Period(day, day, "day", max(1, days // 6), side)
    if edge in ("first half", "second half"):
        first, last = (0, 0.5) if edge == "first half" else (0.5, 1)
        return _share(period, first, last, "quarter" if precision != "month" else "week", 0)
    shares = {"early": (0.0, 0.25), "mid": (0.375, 0.625), "late": (0.75, 1.0)}
    if precision == "month" or days > 366:  # noqa: PLR2004 (a decade, a century)
        shares = {"early": (0.0, 0.33), "mid": (0.33, 0.67), "late": (0.67, 1.0)}
    first, last = shares[edge]
    part = _share(period, first, last, finer if days <= 366 else "year", max(1, days // 8))  # noqa: PLR2004
    # The late part ends where the whole does.
    inward: dict[Edge, Literal["before", "after"]] = {"early": "after", "late": "before"}
    return replace(part, side=inward[edge]) if edge in inward else part


def _share(period: Period, first: float, last: float, precision: Precision, slack: int) -> Period:
    """A share of a period, on whole months or years where it is long enough."""
    days, start = period.days, period.start
    if days >= 89 and days <= 366:  # noqa: PLR2004 (a quarter to a year)
        count = round(days / 30.4)
        begin = add_months(start, round(first * count)) or start
        after = add_months(start, round(last * count)) or period.end
        return Period(begin, after - timedelta(days=1), precision, slack)
    if days > 366:  # noqa: PLR2004
        count = round(days / 365.25)
        begin_year, end_year = start.year + round(first * count), start.year + round(last * count)
        return years(begin_year, max(begin_year, end_year - 1)) or period
    begin_day = int(first * days)
    end_day = max(round(last * days), begin_day + 1)
    return Period(
        start + timedelta(days=begin_day), start + timedelta(days=end_day - 1), precision, slack
    )
