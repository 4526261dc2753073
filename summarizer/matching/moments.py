"""The dates of a statement as the matcher reads them.

Apart from those of the claims, so that an instrument does not change with what it measures: the
matcher's weights were fitted with these, and its error is known for these.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from summarizer.schema import DateMention, Precision

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_MONTH = (
    r"(?P<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|"
    + "|".join(m for m in calendar.month_name if m)
    + ")"
)
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_FORMS = (
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?\b",
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+{_YEAR})?\b",
    r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b",
    rf"\b{_MONTH}(?:\s+(?:of\s+)?(?:{_YEAR}|(?P<which>last|this|next)\s+year))?\b",
    rf"\b(?P<weekday>{'|'.join(calendar.day_name)})\b",
    r"\b(?P<relative>yesterday|today|tomorrow)\b",
    r"\b(?P<which>last|this|next)\s+(?P<span>week|month|year)\b",
    rf"\b(?:in|since|by|of|until|during|before|after|from)\s+{_YEAR}\b",
)
_PATTERNS = tuple(re.compile(form) for form in _FORMS)
_SHIFT = {"last": -1, "this": 0, "next": 1, None: 0}
_FUTURE = re.compile(
    r"\b(?:will|would|next|plans? to|planned for|set to|due|expected|scheduled|until|by (?=[A-Z])|"
    r"(?:is|are) to|going to|may|might|tomorrow)\b"
)
# "Said on Wednesday that it would": the day is that of the saying.
_JUST_DONE = re.compile(
    r"\b(?:said|told|announced|reported|wrote|began|took|met|sued|published|[a-z]{3,}ed)\s+"
    r"(?:(?:it|them|him|her|in|late|early|reporters|the \w+)\s+){0,2}(?:on\s+)?$"
)

_BEFORE_MAY = re.compile(r"\b(?:in|since|of|until|from|to|by|last|this|next)\s+$")


def _matches(text: str) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            modal = match.group() == "May" and not _BEFORE_MAY.search(text[: match.start()])
            if modal:
                continue
            if all(match.end() <= m.start() or m.end() <= match.start() for m in found):
                found.append(match)
    return sorted(found, key=lambda m: m.start())


def date_spans(text: str) -> list[tuple[int, int]]:
    """Where the dates of a text stand."""
    return [(m.start(), m.end()) for m in _matches(text)]


def dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    """The dates of ``text`` in order.

    Args:
        published: ISO 8601 date that relative dates and dates without a year are resolved from;
            without it they stay unresolved (``start`` and ``end`` None).
    """
    anchor = date.fromisoformat(published) if published else None
    return tuple(_mention(text, match, anchor) for match in _matches(text))


def _mention(text: str, match: re.Match[str], anchor: date | None) -> DateMention:
    given = {k: v for k, v in match.groupdict().items() if v}
    shown = re.sub(r"^(?:in|since|by|of|until|during|before|after|from)\s+", "", match.group())
    for keys, resolve in _RESOLVERS:
        if keys <= set(given):
            ahead = bool(_FUTURE.search(text)) and not _JUST_DONE.search(text[: match.start()])
            precision, needs_anchor, bounds = resolve(given, anchor, ahead)
            return DateMention(
                text=shown,
                start=bounds[0].isoformat() if bounds else None,
                end=bounds[1].isoformat() if bounds else None,
                precision=precision,
                anchor="published" if needs_anchor and bounds else None,
            )
    return DateMention(text=shown, start=None, end=None, precision="day", anchor=None)


def _month_of(given: dict[str, str]) -> int:
    return _MONTHS[given["month"].lower().strip(".")]


Resolved = tuple[Precision, bool, tuple[date, date] | None]
_Resolver = Callable[[dict[str, str], date | None, bool], Resolved]


def _day(given: dict[str, str], anchor: date | None, _future: bool) -> Resolved:
    month = (
        int(given["number"]) if "number" in given else _MONTHS[given["month"].lower().strip(".")]
    )
    year = int(given["year"]) if "year" in given else anchor.year if anchor else None
    try:
        day = date(year, month, int(given["day"])) if year else None
    except ValueError:
        day = None
    return "day", "year" not in given, (day, day) if day else None


def _month(given: dict[str, str], anchor: date | None, _future: bool) -> Resolved:
    month = _month_of(given)
    year = int(given["year"]) if "year" in given else None
    if year is None and anchor:
        year = anchor.year + _SHIFT[given.get("which")]
    if year is None:
        return "month", True, None
    last = calendar.monthrange(year, month)[1]
    return "month", "year" not in given, (date(year, month, 1), date(year, month, last))


def _weekday(given: dict[str, str], anchor: date | None, future: bool) -> Resolved:
    if anchor is None:
        return "day", True, None
    ahead = (_DAYS[given["weekday"].lower()] - anchor.weekday()) % 7
    day = anchor + timedelta(days=ahead if future or not ahead else ahead - 7)
    return "day", True, (day, day)


def _relative(given: dict[str, str], anchor: date | None, _future: bool) -> Resolved:
    if anchor is None:
        return "day", True, None
    day = anchor + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[given["relative"]])
    return "day", True, (day, day)


def _span(given: dict[str, str], anchor: date | None, _future: bool) -> Resolved:
    precision: Precision = given["span"]  # type: ignore[assignment]
    if anchor is None:
        return precision, True, None
    shift = _SHIFT[given["which"]]
    if precision == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
        return precision, True, (monday, monday + timedelta(days=6))
    if precision == "month":
        index = anchor.year * 12 + anchor.month - 1 + shift
        year, month = divmod(index, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return precision, True, (date(year, month + 1, 1), date(year, month + 1, last))
    year = anchor.year + shift
    return precision, True, (date(year, 1, 1), date(year, 12, 31))


def _year(given: dict[str, str], _anchor: date | None, _future: bool) -> Resolved:
    year = int(given["year"])
    return "year", False, (date(year, 1, 1), date(year, 12, 31))


_RESOLVERS: tuple[tuple[set[str], _Resolver], ...] = (
    ({"day"}, _day),
    ({"month"}, _month),
    ({"weekday"}, _weekday),
    ({"relative"}, _relative),
    ({"span"}, _span),
    ({"year"}, _year),
)
