"""Placing dates in the calendar: from the publication date, from each other, from the tense."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from summarizer.text.dates import periods
from summarizer.text.dates.expressions import expressions
from summarizer.text.dates.periods import Period
from summarizer.text.dates.tense import ahead
from summarizer.text.dates.words import SEASONS
from summarizer.text.dates.written import Expression, Shift

Frame = Literal["calendar", "year", "week", "now", ""]
Anchor = int | Literal["published"] | None
# Stands in for an unknown publication date, so that dates without a year can be compared with each
# other, and weekdays with each other: a leap year, a Thursday.
_UNKNOWN = date(2004, 7, 1)
_WEEK = 7
_SEASON_SLACK = 22
_CLOSE = 3


@dataclass(frozen=True)
class Dated:
    """A date in its place.

    Attributes:
        readings: the periods that it may mean, the likeliest first; empty for a time of day alone
            and for what cannot be placed.
        frame: what its periods can be compared with: ``calendar`` dates are absolute; those of
            another frame only with their like.
        anchor: index of the sentence, or ``published``, that it was placed by.
        sentence: index of its sentence.
        ahead: whether it is to come, where that was needed to place it and a verb tells.
    """

    expression: Expression
    readings: tuple[Period, ...]
    frame: Frame
    anchor: Anchor
    sentence: int
    ahead: bool | None

    @property
    def period(self) -> Period | None:
        """The likeliest reading."""
        return self.readings[0] if self.readings else None


@lru_cache(maxsize=4_000)
def resolve(
    sentences: tuple[str, ...], published: str | None, *, open_ended: bool = False
) -> tuple[tuple[Dated, ...], ...]:
    """The dates of each of some sentences in a row, placed.

    Args:
        published: ISO 8601 date, or None where it is not known.
        open_ended: whether a date without its year may be one to come as well as one gone by,
            whatever the tense: what is to be compared with a date that is known.
    """
    resolver = _Resolver(date.fromisoformat(published) if published else None, open_ended)
    return tuple(resolver.sentence(number, text) for number, text in enumerate(sentences))


class _Resolver:
    def __init__(self, published: date | None, open_ended: bool) -> None:
        self.open_ended = open_ended
        self.known = published is not None
        self.published = published or _UNKNOWN
        self.seen: list[Dated] = []

    def sentence(self, number: int, text: str) -> tuple[Dated, ...]:
        found = []
        for expression in expressions(text):
            unsaid = not expression.years and not expression.shift
            needed = unsaid and (
                expression.months or expression.weekday is not None or expression.day
            )
            heading = ahead(text, expression.start, expression.end) if needed else None
            dated = self._dated(number, expression, heading)
            found.append(dated)
            if dated.readings and not expression.possessive:
                self.seen.append(dated)
        return tuple(found)

    def _dated(self, number: int, expression: Expression, heading: bool | None) -> Dated:
        bare = Dated(expression, (), "", None, number, heading)
        if not expression.dated:
            return bare
        if expression.years:
            placed = replace(bare, readings=tuple(_explicit(expression)), frame="calendar")
        elif expression.shift and expression.shift.origin == "context":
            placed = self._from_context(bare, expression, expression.shift)
        elif expression.shift:
            placed = self._from_now(bare, expression, expression.shift)
        elif expression.months:
            placed = self._yearless(bare, expression)
        elif expression.day:
            placed = self._day_of_month(bare, expression.day)
        else:
            placed = self._weekday(bare, expression)
        readings = tuple(periods.part_of(p, expression.edge) for p in placed.readings)
        if expression.week_of:
            readings = tuple(w for p in readings for w in [periods.week_of(p.start)] if w)
        return replace(placed, readings=readings)

    def _by_published(self, dated: Dated, frame: Frame, found: Iterable[Period | None]) -> Dated:
        readings = tuple(p for p in found if p is not None)
        return replace(
            dated,
            readings=readings,
            frame="calendar" if self.known else frame,
            anchor="published" if self.known and readings else None,
        )

    # Dates without a year.

    def _yearless(self, dated: Dated, expression: Expression) -> Dated:
        year = self._year_of_context(dated)
        if year is not None:
            focus, same = year
            own = [p for p in [in_year(expression, focus.start.year)] if p]
            other = list(self._years_near(dated)) if self.known and not same else []
            if same or not self.known:
                nearest = self._seen_before(dated)
                readings = tuple(p for p in [*own, *other] if p)
                return replace(
                    dated,
                    readings=readings,
                    frame="calendar",
                    anchor=nearest.sentence if nearest else None,
                )
            return self._by_published(dated, "year", iter([*other, *own]))
        return self._by_published(dated, "year", self._years_near(dated))

    def _year_of_context(self, dated: Dated) -> tuple[Period, bool] | None:
        """The year that the text speaks of here, and whether the same sentence names it."""
        for other in reversed(self.seen):
            if other.sentence < dated.sentence - 1:
                return None
            period = other.period
            if other.expression.years and period and period.days < 2 * 366:
                return period, other.sentence == dated.sentence
        return None

    def _seen_before(self, dated: Dated) -> Dated | None:
        return next((d for d in reversed(self.seen) if d.expression.years), None)

    def _years_near(self, dated: Dated) -> Iterable[Period | None]:
        """The occurrence that the tense points to; without one, the nearest."""
        expression, now = dated.expression, self.published
        around = [in_year(expression, now.year + step) for step in (-2, -1, 0, 1, 2)]
        known = [p for p in around if p is not None]
        if expression.weekday is not None and expression.day:
            known = [p for p in known if p.start.weekday() == expression.weekday] or known
        if not self.known:
            dated = replace(dated, ahead=None)
        chosen = _chosen(known, now, expression.which, dated.ahead)
        near = sorted(known, key=lambda p: _distance(p, now))[:3] if self.open_ended else []
        yield from dict.fromkeys([*chosen, *near])

    def _day_of_month(self, dated: Dated, day: int) -> Dated:
        focus = (
            self.seen[-1] if self.seen and self.seen[-1].sentence >= dated.sentence - 1 else None
        )
        near = focus.period if focus else None
        if focus and near and near.days <= 31:  # noqa: PLR2004
            readings = tuple(p for p in [_safe_day(near.start.year, near.start.month, day)] if p)
            return replace(dated, readings=readings, frame=focus.frame, anchor=focus.sentence)
        months = [periods.add_months(self.published.replace(day=1), step) for step in (-1, 0, 1)]
        known = [p for m in months if m for p in [_safe_day(m.year, m.month, day)] if p]
        return self._by_published(
            dated, "now", iter(_chosen(known, self.published, None, dated.ahead))
        )

    # Weekdays.

    def _weekday(self, dated: Dated, expression: Expression) -> Dated:
        weekday, now = expression.weekday or 0, self.published
        back = timedelta(days=(now.weekday() - weekday) % _WEEK)
        on = timedelta(days=(weekday - now.weekday()) % _WEEK)
        week = timedelta(days=_WEEK)
        last, coming = now - back, now + on
        # "Last Friday" said on a Sunday may be that of the week before.
        if expression.which == -1:
            nearest = last if back else now - week
            days = [nearest, nearest - week][: 1 + ((now - nearest).days <= _CLOSE)]
        elif expression.which == 1:
            nearest = coming if on else now + week
            days = [nearest, nearest + week][: 1 + ((nearest - now).days <= _CLOSE)]
        elif expression.which == 0:
            days = [coming, last]
        elif expression.possessive:
            days = [last]
        elif dated.ahead is None:
            days = [last, coming]
        else:
            days = [coming, last] if dated.ahead else [last, coming]
            days = days if self.open_ended else days[:1]
        return self._by_published(dated, "week", (periods.one_day(d) for d in dict.fromkeys(days)))

    # "Last week", "two years ago", "the next day".

    def _from_now(self, dated: Dated, expression: Expression, shift: Shift) -> Dated:
        return self._by_published(dated, "now", self._shifts(expression, shift))

    def _shifts(self, expression: Expression, shift: Shift) -> Iterable[Period | None]:
        now, unit, count = self.published, shift.unit, shift.count
        if expression.months:
            yield in_year(expression, now.year + count)
        elif expression.within is not None:
            week = periods.week_of(now + timedelta(weeks=count))
            yield periods.one_day(week.start + timedelta(days=expression.within)) if week else None
        elif expression.weekday == 5 and unit == "week":  # noqa: PLR2004 (a weekend)
            for back in (0, 1) if expression.text.lower() == "the weekend" else (0,):
                week = periods.week_of(now + timedelta(weeks=count - back))
                if week is None:
                    continue
                yield Period(week.end - timedelta(days=1), week.end, "day")
        elif shift.rolling and unit != "day":
            moved = periods.shifted(periods.one_day(now), unit, count)
            far = _moved(now, unit, count)
            if moved and far:
                yield Period(min(now, far), max(now, far), moved.precision, 3)
        elif unit in ("minute", "hour"):
            yield periods.one_day(now, slack=1 if abs(count) > 1 else 0)
        elif unit == "day" and expression.text.lower().startswith("earlier"):
            yield periods.one_day(now)
        else:
            day = _moved(now, unit, count)
            around = periods.unit_around(day, unit) if day else None
            counted = expression.text.lower().endswith(("ago", "hence", "now"))
            slack = {"week": 4, "month": 16, "quarter": 45, "year": 183, "decade": 1500}
            if around and counted:
                loose = slack.get(unit, 0)
                around = replace(
                    around, slack=loose if unit != "year" else min(loose, 92 * abs(count))
                )
            yield around

    def _from_context(self, dated: Dated, expression: Expression, shift: Shift) -> Dated:
        near = [d for d in reversed(self.seen) if d.sentence >= dated.sentence - 3]
        here = [d for d in near if d.sentence == dated.sentence][:2] or near[:1]
        if not here and expression.months and shift.unit == "month":
            return self._yearless(dated, replace(expression, shift=None, which=shift.count))
        if not here:
            counted = shift.unit not in ("day", "minute", "hour") and shift.count
            now = replace(shift, origin="published")
            return self._from_now(dated, expression, now) if counted and self.known else dated
        readings = []
        for focus in here:
            period = focus.period and _placed_by(focus.period, expression, shift)
            if period:
                readings.append(period)
        return replace(
            dated, readings=tuple(readings), frame=here[0].frame, anchor=here[0].sentence
        )


def _placed_by(focus: Period, expression: Expression, shift: Shift) -> Period | None:
    if expression.months:
        if shift.unit == "month":
            return _next_after(focus, expression, shift.count)
        return in_year(expression, focus.start.year + shift.count)
    if expression.text.lower() == "then":
        return focus
    return _counted_from(focus, expression, shift)


def _counted_from(focus: Period, expression: Expression, shift: Shift) -> Period | None:
    if shift.unit == "day" and focus.precision not in ("day", "time"):
        return None
    if shift.count == 0:
        return periods.unit_around(focus.start, shift.unit)
    # "The following week" is a week, "a week later" a day.
    whole = not expression.text.lower().endswith(
        ("later", "earlier", "after", "before", "on", "prior", "previously")
    )
    if whole or "the " in expression.text.lower():
        day = _moved(focus.start, shift.unit, shift.count)
        if shift.unit == "year" and focus.precision in ("month", "quarter"):
            return periods.shifted(focus, shift.unit, shift.count)
        return periods.unit_around(day, shift.unit) if day else None
    return periods.shifted(focus, shift.unit, shift.count)


def _next_after(focus: Period, expression: Expression, way: int) -> Period | None:
    """The first of some months after a period, or the last before it: "the following May"."""
    around = [in_year(expression, focus.start.year + step) for step in (-1, 0, 1)]
    later = [p for p in around if p and p.start > focus.start]
    earlier = [p for p in around if p and p.end < focus.end]
    return (later[0] if later else None) if way > 0 else (earlier[-1] if earlier else None)


def _moved(day: date, unit: periods.Unit, count: int) -> date | None:
    try:
        if unit in ("minute", "hour"):
            return day
        if unit in ("day", "week"):
            return day + timedelta(days=count * (_WEEK if unit == "week" else 1))
    except OverflowError:
        return None
    return periods.add_months(day, count * periods.MONTHS_OF[unit])


def _explicit(expression: Expression) -> Iterable[Period]:
    first, last = expression.years or (1, 1)
    if not expression.months:
        whole = periods.years(first, last)
        if whole:
            yield whole
        return
    placed = in_year(expression, first)
    if placed:
        yield placed
    if expression.swapped and expression.day:
        other = _safe_day(first, expression.day, expression.months[0])
        if other:
            yield other


def in_year(expression: Expression, year: int) -> Period | None:
    """The day or months of an expression in a year, its ``edge`` left aside."""
    first, last = expression.months or (1, 12)
    if expression.day:
        return _safe_day(year, first, expression.day)
    if first == last:
        return periods.months(year, first, last)
    whole = periods.months(year, first, last, "quarter")
    # A season of the calendar begins three weeks after one of the weather.
    season = (first, last) in SEASONS.values()
    return replace(whole, slack=_SEASON_SLACK) if whole and season else whole


def _safe_day(year: int, month: int, day: int) -> Period | None:
    if not 1 <= year <= date.max.year or not 1 <= month <= 12:  # noqa: PLR2004
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return periods.one_day(date(year, month, day))


def _chosen(
    known: Sequence[Period], now: date, which: int | None, heading: bool | None
) -> list[Period]:
    """The period among its yearly or monthly occurrences that is meant."""
    over = [p for p in known if p.end < now]
    begun = [p for p in known if p.start <= now]
    left = [p for p in known if p.end >= now]
    later = [p for p in known if p.start > now]
    if which == -1:
        return list(dict.fromkeys([*over[-1:], *begun[-1:]]))
    if which == 1:
        return list(dict.fromkeys([*later[:1], *later[1:2]]))
    if which == 0:
        # "This autumn" is that of the year, whichever is the nearest.
        of_year = [p for p in known if p.start.year == now.year == p.end.year]
        return of_year[:1] or sorted(known, key=lambda p: _distance(p, now))[:1]
    if heading is None:
        return sorted(known, key=lambda p: _distance(p, now))[:1]
    return left[:1] if heading else begun[-1:]


def _distance(period: Period, now: date) -> int:
    if period.start <= now <= period.end:
        return 0
    return min(abs((period.start - now).days), abs((period.end - now).days))
