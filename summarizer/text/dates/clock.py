"""Times of day: clock times, and parts of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.text.dates.words import NUMBERS, number_of

_DAY = 1440
_HALF_DAY = 720
_HOUR = 60
_HOURS = 12


@dataclass(frozen=True)
class Clock:
    """A time of day in minutes since midnight.

    Attributes:
        low, high: first and last minute that is meant; above 1440 after midnight ("night").
        exact: a clock time, not a part of the day.
        either: whether it may be of the morning or of the evening ("at 8").
    """

    low: int
    high: int
    exact: bool
    either: bool = False

    def readings(self) -> tuple[tuple[int, int], ...]:
        """The stretches that it may mean, on a scale of two days."""
        shifts = (0, _HALF_DAY, _DAY, _DAY + _HALF_DAY) if self.either else (0, _DAY)
        return tuple((self.low + shift, self.high + shift) for shift in shifts)

    def contains(self, other: Clock) -> bool:
        """Whether a reading of ``other`` lies in one of these."""
        return any(
            low <= a and b <= high for low, high in self.readings() for a, b in other.readings()
        )

    def meets(self, other: Clock) -> bool:
        """Whether they have a minute in common."""
        return any(
            low <= b and a <= high for low, high in self.readings() for a, b in other.readings()
        )


PARTS = {
    "morning": Clock(240, 720, False),
    "afternoon": Clock(720, 1110, False),
    "evening": Clock(1020, 1440, False),
    "night": Clock(1140, 1800, False),
    "overnight": Clock(1140, 1860, False),
    "dawn": Clock(210, 480, False),
    "daybreak": Clock(210, 480, False),
    "sunrise": Clock(210, 510, False),
    "dusk": Clock(960, 1380, False),
    "sunset": Clock(960, 1380, False),
    "nightfall": Clock(960, 1380, False),
    "lunchtime": Clock(690, 870, False),
    "day": Clock(360, 1200, False),
    "noon": Clock(720, 720, True),
    "midday": Clock(720, 720, True),
    "midnight": Clock(1440, 1440, True),
}
_SMALL = "|".join(w for w in list(NUMBERS) if NUMBERS[w] <= _HOURS and w not in ("a", "an"))
_HALF = r"(?:(?P<half>[ap])(?:\.\s?m\.|m\b))"
_PART = (
    r"(?:in\s+the\s+(?:early\s+|late\s+)?|at\s+|of\s+the\s+)(?P<part>morning|afternoon|evening|"
    r"night|day)\b"
)
_OR_HALF = rf"(?:\s?{_HALF}|\s+(?:local\s+time\s+)?{_PART})"
_WAY = rf"(?P<way>past|to)\s+(?P<hour>{_SMALL}|\d\d?)\b{_OR_HALF}?(?![-–]|\s+(?:per|\w+s)\b|[.,]\d)"
_FORMS = (
    rf"\b(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?)?{_OR_HALF}",
    r"\b(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?\b(?![.:]\d)",
    r"\b(?P<hour>[01]?\d|2[0-4])h(?P<minute>[0-5]\d)\b",
    r"\b(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?=\s?(?:GMT|UTC|CES?T|BST|hours\b|local\s+time))",
    r"(?<=\bat )(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)\b(?!\s*(?:%|per\b|[mb]n\b|[mb]illion|"
    r"[a-z]+s\b))",
    rf"\b(?P<count>half|(?:a\s+)?quarter)\s+{_WAY}",
    rf"\b(?P<count>five|ten|twenty|twenty-five)(?:\s+minutes?)?\s+(?P<way>past)\s+"
    rf"(?P<hour>{_SMALL})\b{_OR_HALF}?",
    r"(?:(?<=\bat )|(?<=\bby )|(?<=\buntil )|(?<=\bwas ))"
    rf"(?P<count>five|ten|twenty|twenty-five|\d\d?)(?:\s+minutes?)?\s+{_WAY}",
    rf"\b(?P<hour>\d\d?|{_SMALL})\s+o[’'‘]clock\b{_OR_HALF}?",
    rf"\b(?P<hour>{_SMALL})\s+(?:in\s+the\s+(?=morning|afternoon|evening)|at\s+(?=night))"
    r"(?P<part>morning|afternoon|evening|night)\b",
    rf"(?<=\bat )(?P<hour>{_SMALL})(?=\s*(?:$|[.;]))",
    r"(?:(?<=\bat )|(?<=\bafter )|(?<=\bbefore )|(?<=\baround )|(?<=\babout )|(?<=\buntil )|"
    r"(?<=\bby ))(?P<hour>[1-9]|1\d|2[0-4])\b(?=\s*(?:$|[;?!]|[.,](?!\d))|\s+(?:on|when|yesterday|"
    r"tomorrow|today|this|local)\b)",
    r"\b(?P<point>noon|midday|midnight|12\s+noon|12\s+midnight)\b",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_MAY_HOLD = re.compile(
    r"\d[:.h][0-5]\d|\d\s?[ap]\.?\s?m\b|o[’'‘]clock|\b(?:at|by|until|about|around|after|before)\s\d|"
    r"\b(?:half|quarter|minutes?|five|ten|twenty(?:-five)?|\d\d?)\s+(?:past|to)\s|noon|midday|midnight|"
    r"\b(?:in\s+the|of\s+the|at)\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|day)\b|"
    r"\d\s?(?:GMT|UTC|CES?T|BST|hours\b|local)|\bat\s+[a-z]+\s*(?:$|[.;])",
    re.IGNORECASE,
)
_SPELT = tuple(p for p in _PATTERNS if re.search(r"count|o\[|twelve|point", p.pattern))
_PART_ALONE = re.compile(
    r"\b(?:(?P<edge>early|late|mid)[\s-]+)?(?P<part>mornings?|afternoons?|evenings?|dawn|daybreak|"
    r"sunrise|dusk|sunset|nightfall|lunchtime|overnight)\b|"
    r"(?:(?<=\bat )|(?<=\bby )|(?<=\bthe )|(?<=day )|(?<=\d ))"
    r"(?P<night>night)\b(?!\s+(?:shift|train|bus|club|sky|market|before))",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?P<after>\b(?:shortly|soon|just)\s+(?:after|past)\s+)$|(?P<before>\b(?:shortly|just)\s+before\s+)$|"
    r"(?P<about>\b(?:around|about|roughly|towards?|near(?:ly)?)\s+)$",
    re.IGNORECASE,
)
_OF_24_HOURS = re.compile(r"\b(?:0\d|1[3-9]|2[0-4])[:.h][0-5]\d\b")
_LOOSE = 45


def clocks(text: str, kinds: frozenset[str]) -> Iterator[tuple[int, int, Clock]]:
    """The times of day of a text, the surest forms first: start, end, and what is meant.

    Later ones may overlap earlier ones; the earlier wins.

    Args:
        kinds: of words that the text has, from ``forms.kinds_in``.
    """
    patterns = _PATTERNS if "digit" in kinds else _SPELT if "clock" in kinds else ()
    if not _MAY_HOLD.search(text):
        patterns = ()
    of_24_hours = "digit" in kinds and bool(_OF_24_HOURS.search(text))
    for pattern in patterns:
        for match in pattern.finditer(text):
            clock = _read(match.groupdict())
            if clock is not None:
                sure = replace(clock, either=clock.either and not of_24_hours)
                yield (
                    match.start(),
                    match.end(),
                    _loosened(text[max(0, match.start() - 24) : match.start()], sure),
                )
    if "part" in kinds:
        for match in _PART_ALONE.finditer(text):
            word = (match["part"] or match["night"]).lower().removesuffix("s")
            yield match.start(), match.end(), PARTS[word]


def _loosened(before: str, clock: Clock) -> Clock:
    """ "Shortly after 8" is some time from 8:00 on."""
    found = _ABOUT.search(before)
    if found is None:
        return clock
    low = clock.low - (_LOOSE if not found["after"] else 0)
    high = clock.high + (_LOOSE if not found["before"] else 0)
    return replace(clock, low=max(0, low), high=high)


def _read(given: dict[str, str | None]) -> Clock | None:
    if given.get("point"):
        return PARTS[str(given["point"]).lower().split()[-1]]
    word = str(given["hour"]).lower()
    hour = int(number_of(word) or 0)
    minute = int(given.get("minute") or 0)
    count, way = given.get("count"), given.get("way")
    if count:
        minutes = 30 if count.lower() == "half" else 15 if "quarter" in count.lower() else None
        minute = minutes if minutes is not None else int(number_of(count.lower()) or 0)
        if str(way).lower() == "to":
            hour, minute = hour - 1, _HOUR - minute
    if not 0 <= hour <= 2 * _HOURS or not 0 <= minute < _HOUR:
        return None
    at = hour * _HOUR + minute
    half, part = (given.get("half") or "").lower(), (given.get("part") or "").lower()
    if half:
        at = at % _HALF_DAY + (_HALF_DAY if half == "p" else 0) if hour <= _HOURS else at
        return Clock(at, at, True)
    if part:
        return _within(at, PARTS[part])
    written = word.isdigit() and given.get("minute") is not None
    short = 0 < hour <= _HOURS and not (written and (word.startswith("0") or hour == _HOURS))
    return Clock(at, at, True, either=short)


def _within(at: int, part: Clock) -> Clock:
    """ "Eight in the evening"; 12 o'clock in the day is noon."""
    for reading in (at, at + _HALF_DAY, at - _HALF_DAY, at + _DAY):
        if part.low <= reading <= part.high:
            return Clock(reading % _DAY, reading % _DAY, True)
    # "Two in the morning": earlier than any morning, but of the first half of the day.
    return Clock(at % _HALF_DAY, at % _HALF_DAY, True)
