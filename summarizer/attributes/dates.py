"""The dates of a claim, resolved against the publication date and what its source says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Literal

from summarizer.schema import DateMention, Precision
from summarizer.text.dates.clock import Clock
from summarizer.text.dates.expressions import expressions
from summarizer.text.dates.resolve import Dated, resolve
from summarizer.text.dates.written import Expression

# "In the winter" is the winter, and "before dawn on Sunday" Sunday; "noon on Sunday" stays whole.
_LEADING = re.compile(
    r"^(?:(?:in|on)\s+(?=the\s)|(?:the\s+)?(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|dawn|"
    r"dusk|daybreak|sunrise|sunset|nightfall|lunchtime)\s+(?:on|of)\s+)",
    re.IGNORECASE,
)


def date_spans(text: str) -> list[tuple[int, int]]:
    """Where the dates and times of a text stand, "two years later" among them."""
    return list(dict.fromkeys((e.start, e.end) for e in expressions(text)))


def dates(
    text: str,
    published: str | None,
    *,
    source: str = "",
    sentence: int | None = None,
    before: Sequence[tuple[int, str]] = (),
) -> tuple[DateMention, ...]:
    """The dates of ``text`` in order.

    What the source sentence gives in the same words means what it means there, where the verb may
    tell more than the claim's. "A year earlier" counts from the date that was spoken of last.

    Args:
        published: ISO 8601 date that relative dates and dates without a year are resolved from;
            without it they stay unresolved (``start`` and ``end`` None).
        source: the sentence that ``text`` restates.
        sentence: its number, the anchor of a date that another one in it resolves.
        before: numbers and words of the sentences before it, nearest last.
    """
    earlier = tuple(words for _, words in before)
    numbers = [*(number for number, _ in before), sentence]
    cited = resolve((*earlier, source), published)[-1] if source else ()
    there = {d.expression.text.lower(): d for d in cited}
    found = []
    for own in resolve((*earlier, text), published)[-1]:
        if not own.expression.recurring and _is_mention(own.expression):
            known = there.get(own.expression.text.lower(), own)
            found.append(replace(known, expression=own.expression))
    pairs = groupby(found, key=lambda d: (d.expression.start, d.expression.end))
    return tuple(_mention(list(group), published, numbers) for _, group in pairs)


def _is_mention(expression: Expression) -> bool:
    """A part of the day alone ("in the evening") is no date, and "then" none of its own."""
    if expression.text.lower() == "then":
        return False
    return expression.dated or bool(expression.clock and expression.clock.exact)


def _mention(group: list[Dated], published: str | None, numbers: list[int | None]) -> DateMention:
    """One mention, of both ends where the text gives a range."""
    first, last = group[0], group[-1]
    expression = first.expression
    text = _LEADING.sub("", expression.text)
    clock = expression.clock
    timed = clock if clock is not None and clock.exact else None
    if not expression.dated:
        day = date.fromisoformat(published) if published else None
        start, end = _moment(timed, day)
        anchor: int | Literal["published"] | None = "published" if start else None
        return DateMention(text=text, start=start, end=end, precision="time", anchor=anchor)
    begin, close = first.period, last.period
    if first.frame != "calendar" or begin is None or close is None or begin.start > close.end:
        precision: Precision = "time" if timed else begin.precision if begin else "day"
        return DateMention(text=text, start=None, end=None, precision=precision, anchor=None)
    anchor = numbers[first.anchor] if isinstance(first.anchor, int) else first.anchor
    start, end = _moment(timed, begin.start) if begin.days == 1 else (None, None)
    if start is not None:
        return DateMention(text=text, start=start, end=end, precision="time", anchor=anchor)
    return DateMention(
        text=text,
        start=begin.start.isoformat(),
        end=close.end.isoformat(),
        precision=begin.precision,
        anchor=anchor,
    )


def _moment(clock: Clock | None, day: date | None) -> tuple[str | None, str | None]:
    """A time of day on a day, to the minute; None where the day or its half is not known."""
    if clock is None or day is None or clock.either:
        return None, None
    try:
        low, high = (
            datetime.combine(day, time()) + timedelta(minutes=minutes)
            for minutes in (clock.low, clock.high)
        )
    except OverflowError:
        return None, None
    return low.isoformat(timespec="minutes"), high.isoformat(timespec="minutes")
