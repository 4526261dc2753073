"""Dates that a sentence does not name, but that lie so far from one that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.text.dates import periods
from summarizer.text.dates.durations import Duration, durations
from summarizer.text.dates.periods import Period
from summarizer.text.dates.resolve import Dated
from summarizer.text.dates.words import DAYS
from summarizer.text.dates.written import Expression, Shift
from summarizer.text.figures import figures

_WAY = re.compile(r"\s+(?P<way>after|before)\s+(?!that\b|this\b|then\b)", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[,;:.!?()]|\s[–—-]\s|\s+(?:and|but)\s+(?=(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s)"
)
_MOST_OPEN = 1.6
_JUBILEES = {
    "centenary": 100,
    "centennial": 100,
    "bicentenary": 200,
    "bicentennial": 200,
    "tercentenary": 300,
    "sesquicentenary": 150,
    "sesquicentennial": 150,
    "quincentenary": 500,
    "millennium": 1000,
}
_JUBILEE = re.compile(rf"\b(?:{'|'.join(_JUBILEES)})\b", re.IGNORECASE)
_YEARLY = frozenset(["years", "year", "birthday", "birthdays", "anniversary", "anniversaries"])
_TURNED = re.compile(r"\b(?:turn(?:s|ed|ing)?|aged?|at|was|is|be|and)\s+$", re.IGNORECASE)


@dataclass(frozen=True)
class Reckoned:
    """What happened so long before or after a date.

    Attributes:
        dated: when that was.
        clause: where the words stand that say what happened.
    """

    dated: Dated
    clause: tuple[int, int]


def reckoned(text: str, found: Sequence[Dated]) -> Iterator[Reckoned]:
    """ "In 1956, two years after its founder retired": 1954, for the retirement.

    Args:
        text: one sentence.
        found: its dates.
    """
    if not found:
        return
    for duration in durations(text):
        way = _WAY.match(text, duration.end)
        if way is None or any(_meets(d.expression, duration) for d in found):
            continue
        closing = _CLAUSE_END.search(text, way.end())
        clause = way.end(), closing.start() if closing else len(text)
        inside = [d for d in found if d.period and clause[0] <= d.expression.start < clause[1]]
        base = inside[0] if inside else _nearest(found, duration)
        period = base.period if base is not None else None
        if base is None or period is None:
            continue
        sign = -1 if way["way"].lower() == "after" else 1
        if inside:
            # "It was cut off two days before the fire of 14 August": on the 12th.
            sign, clause = -sign, (0, duration.start)
        moved = _moved(period, duration, sign)
        if moved is None:
            continue
        expression = Expression(
            text=text[duration.start : way.end()].strip(),
            start=duration.start,
            end=duration.end,
            shift=Shift("day", 0, "context"),
        )
        dated = replace(base, expression=expression, readings=(moved,))
        yield Reckoned(dated, clause)


def _meets(expression: Expression, duration: Duration) -> bool:
    return expression.start < duration.end and duration.start < expression.end


def _nearest(found: Sequence[Dated], duration: Duration) -> Dated | None:
    before = [d for d in found if d.expression.end <= duration.start and d.period]
    after = [d for d in found if d.expression.start >= duration.end and d.period]
    return before[-1] if before else after[0] if after else None


def _moved(period: Period, duration: Duration, sign: int) -> Period | None:
    """A period, moved by a duration; as long as "more than" leaves open."""
    unit = duration.unit
    if unit is None or unit not in ("day", "week", "month", "year", "decade", "century"):
        return None
    least, most = (round(n / DAYS[unit]) for n in (duration.low, duration.high))
    if duration.bound > 0:
        most = round(max(least * _MOST_OPEN, least + 1))
    near = periods.shifted(period, unit, sign * least)
    far = periods.shifted(period, unit, sign * most)
    if near is None or far is None:
        return None
    # "Four years" after a day is seldom to the day.
    slack = 0 if unit in ("day", "week") else 31 if unit == "month" else 92
    both = sorted((near, far), key=lambda p: p.start)
    return replace(near, start=both[0].start, end=both[-1].end, slack=slack)


@lru_cache(maxsize=4_000)
def spans_of_years(text: str) -> tuple[float, ...]:
    """How many years a sentence speaks of: durations, ages, "its 120th year", "centenary"."""
    found = [float(_JUBILEES[m.group().lower()]) for m in _JUBILEE.finditer(text)]
    found += [
        round(d.low / DAYS["year"], 2)
        for d in durations(text)
        if d.unit in ("year", "decade", "century") and d.low == d.high
    ]
    for figure in figures(text):
        before = text[max(0, figure.start - 12) : figure.start]
        aged = figure.kind == "age" and figure.high is None
        nth = figure.kind == "ordinal" and figure.noun in _YEARLY
        bare = figure.kind == "count" and figure.text.isdigit() and _TURNED.search(before)
        if aged or nth or bare:
            found.append(figure.value)
    return tuple(dict.fromkeys(n for n in found if 0 < n <= _OLDEST and n == int(n)))


_OLDEST = 1000


def years_from(period: Period, years: float) -> Iterator[Period]:
    """A period so many years later and earlier."""
    for months in (12 * int(years), -12 * int(years)):
        start, end = (periods.add_months(day, months) for day in (period.start, period.end))
        if start is not None and end is not None:
            yield replace(period, start=start, end=end)
