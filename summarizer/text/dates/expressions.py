"""Dates and times of a text as it writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from summarizer.text.dates import forms
from summarizer.text.dates.building import built, year
from summarizer.text.dates.clock import clocks
from summarizer.text.dates.roles import paired, with_role
from summarizer.text.dates.written import Expression


@lru_cache(maxsize=8_000)
def expressions(text: str) -> tuple[Expression, ...]:
    """The dates and times of a text in order; both ends of a range where it gives two.

    Durations, ages and frequencies are not among them.
    """
    if not forms.kinds_in(text):
        return ()
    found: list[Expression] = []
    taken = bytearray(len(text))
    for candidate in _candidates(text):
        first = candidate[0]
        if not any(taken[first.start : first.end]):
            taken[first.start : first.end] = b"\1" * (first.end - first.start)
            found += candidate
    found.sort(key=lambda e: (e.start, e.end))
    if "quarter" in forms.kinds_in(text):
        found = _quarters(text, found)
    whole = _lent(text, _joined(text, _lent(text, found)))
    joined = paired(text, [_whole_week(text, e) for e in whole])
    return tuple(with_role(text, e) for e in joined)


def _candidates(text: str) -> Iterator[list[Expression]]:
    kinds = forms.kinds_in(text)
    times = [[Expression(text[a:b], a, b, clock=clock)] for a, b, clock in clocks(text, kinds)]
    exact = [t for t in times if t[0].clock and t[0].clock.exact]
    yield from exact
    for needed, form in forms.FORMS:
        if not needed <= kinds:
            continue
        for match in form.finditer(text):
            read = built(text, match)
            if read:
                yield read
    if "digit" in kinds and _FOUR_DIGITS.search(text):
        for match in forms.BARE_YEAR.finditer(text):
            read = year(text, match)
            if read:
                yield read
    yield from times


_FOUR_DIGITS = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_LENT = re.compile(r"\s*(?:-|–|to|and|until|through|or|,|/)\s*(?:the\s+)?(?:early\s+|late\s+)?")


def _lent(text: str, found: list[Expression]) -> list[Expression]:
    """ "Between 3 May and 5 June 2021", "Monday 3 and Friday 7 May": what both have in common."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        lacks = this.months and not this.years and not this.shift and not this.which
        monthless = this.day and not this.months and not this.shift and following.day
        if not (lacks or monthless) or not following.months or following.edge:
            continue
        if not _LENT.fullmatch(text[this.end : following.start]):
            continue
        if monthless:
            found[i] = replace(this, months=following.months, years=following.years)
        elif following.years:
            found[i] = replace(this, years=following.years)
    return found


# "The second quarter … in the third", "the second and third quarters".
_NTH = re.compile(
    r"\b(?:in|for|than|from|to|by|of|the|between)\s+(?:the\s+)?(?P<nth>first|second|third|fourth)\b"
    r"(?=\s*(?:$|[,.;:)])|\s+(?:and|to|than|from|but|or|as|after|by|with|when|while|was|is|were|will|it)\b)",
    re.IGNORECASE,
)
_WHICH_QUARTER = {"first": 1, "second": 4, "third": 7, "fourth": 10}
_QUARTER = 2


def _quarters(text: str, found: list[Expression]) -> list[Expression]:
    """With the quarters that leave out the word."""
    quarter = next(
        (
            e
            for e in found
            if e.months and e.months[1] - e.months[0] == _QUARTER and "uarter" in e.text
        ),
        None,
    )
    if quarter is None:
        return found
    more = []
    for match in _NTH.finditer(text):
        start, end = match.span("nth")
        if not any(e.start < end and start < e.end for e in found):
            first = _WHICH_QUARTER[match["nth"].lower()]
            given = Expression(text[start:end], start, end, months=(first, first + _QUARTER))
            more.append(replace(given, years=quarter.years, shift=quarter.shift))
    return sorted([*found, *more], key=lambda e: (e.start, e.end))


_BEFORE_DAY = re.compile(r",?\s+(?:(?:on|of|in|at\s+the\s+end\s+of)\s+)?(?:the\s+)?", re.IGNORECASE)
_BEFORE_CLOCK = re.compile(
    r",?\s+(?:(?:at|shortly|just|after|before|around|about|in|local|time)\s+)*(?:the\s+)?",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r",?\s*\(?(?:the\s+|on\s+)?", re.IGNORECASE)


def _joined(text: str, found: list[Expression]) -> list[Expression]:
    """A weekday with its date, and a time with its day, as one."""
    joined: list[Expression] = []
    for expression in found:
        both = _both(text, joined[-1], expression) if joined else None
        if both is None:
            joined.append(expression)
        else:
            joined[-1] = both
    return joined


def _both(text: str, a: Expression, b: Expression) -> Expression | None:
    if a.possessive or a.start == b.start:
        return None
    if a.clock and not a.dated and b.clock and not b.dated:
        return _part_and_clock(text, a, b)
    if a.clock and not a.dated and b.dated and not b.clock:
        return _time_and_day(text, a, b)
    if a.dated and not a.clock and b.clock and not b.dated:
        return _day_and_time(text, a, b)
    for day, week in ((a, b), (b, a)):
        if day.bare_weekday and _is_week(week) and _OF_WEEK.fullmatch(text, a.end, b.start):
            whole = text[a.start : b.end]
            within = replace(week, text=whole, start=a.start, end=b.end, within=day.weekday)
            return replace(within, clock=day.clock or week.clock)
    return _weekday_and_date(text, a, b)


_OF_WEEK = re.compile(r",?\s+(?:(?:of|on|in)\s+)?", re.IGNORECASE)


def _is_week(expression: Expression) -> bool:
    shift = expression.shift
    return bool(shift and shift.unit == "week" and expression.weekday is None and not shift.rolling)


def _part_and_clock(text: str, part: Expression, clock: Expression) -> Expression | None:
    """ "The evening, at 8 pm"."""
    exact = part.clock and part.clock.exact
    if exact or not _BEFORE_DAY.fullmatch(text[part.end : clock.start]):
        return None
    return replace(clock, text=text[part.start : clock.end], start=part.start)


def _time_and_day(text: str, time: Expression, day: Expression) -> Expression | None:
    """ "Noon on Monday"."""
    if not _BEFORE_DAY.fullmatch(text[time.end : day.start]):
        return None
    return replace(day, text=text[time.start : day.end], start=time.start, clock=time.clock)


def _day_and_time(text: str, day: Expression, time: Expression) -> Expression | None:
    """ "Monday at noon"."""
    if not _BEFORE_CLOCK.fullmatch(text[day.end : time.start]):
        return None
    return replace(day, text=text[day.start : time.end], end=time.end, clock=time.clock)


def _weekday_and_date(text: str, a: Expression, b: Expression) -> Expression | None:
    """ "Monday, 5 May", "5 May (Monday)"."""
    between = text[a.end : b.start]
    weekday_first = a.bare_weekday and b.day and b.weekday is None
    date_first = b.bare_weekday and a.day and a.weekday is None and "(" in between
    if not (weekday_first or date_first) or not _SAME_DAY.fullmatch(between):
        return None
    given, named = (b, a) if weekday_first else (a, b)
    return replace(
        given,
        text=text[a.start : b.end],
        start=a.start,
        end=b.end,
        weekday=named.weekday,
        clock=a.clock or b.clock,
    )


_REACH = 40
_WEEK_OF = re.compile(
    r"(?:\bthe\s+)?\bweek\s+(?:of|beginning|starting|commencing)\s+(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def _whole_week(text: str, expression: Expression) -> Expression:
    low = max(0, expression.start - _REACH)
    opening = _WEEK_OF.search(text[low : expression.start]) if expression.day else None
    if opening is None:
        return expression
    start = low + opening.start()
    return replace(expression, text=text[start : expression.end], start=start, week_of=True)
