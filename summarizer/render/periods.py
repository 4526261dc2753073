"""Dates as a reader writes them: 11 February 2025."""

from __future__ import annotations

from datetime import date, datetime

from summarizer.render.view import period_of
from summarizer.schema import Precision

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DATE = len("2025-02-11")


def shown_period(start: str, end: str, precision: Precision) -> str:
    """A period of time, ``end`` inclusive; both as they are where they are no ISO dates."""
    try:
        first, last = date.fromisoformat(start[:_DATE]), date.fromisoformat(end[:_DATE])
        times = [shown_time(text) for text in (start, end)]
    except ValueError:
        return period_of(start, end)
    if precision == "time" and any(times):
        shown = [f"{_day(day)}, {time}" for day, time in zip((first, last), times, strict=True)]
        return shown[0] if start == end else " to ".join(shown)
    if precision == "quarter" and _quarter(first) == _quarter(last):
        return f"Q{_quarter(first)[1]} {first.year}"
    if precision == "year":
        years = [f"{first.year}", f"{last.year}"]
        return " to ".join(dict.fromkeys(years))
    if precision == "month":
        return " to ".join(dict.fromkeys([_month(first), _month(last)]))
    return _days(first, last)


def shown_time(text: str) -> str:
    """The time of day of an ISO date with one (``05:52``), else nothing. Raises ValueError."""
    return datetime.fromisoformat(text).strftime("%H:%M") if len(text) > _DATE else ""


def _days(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3
