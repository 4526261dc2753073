"""How long something lasts, as a text says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.dates.forms import kinds_in
from summarizer.text.dates.periods import Unit
from summarizer.text.dates.words import DAYS, NUMBER, number_of, unit_of

# A quarter is more often a share.
UNIT = r"(?:minute|min|hour|day|night|week|fortnight|month|year|decade|century|centurie)"
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "three quarters": 0.75}
_ROUGHLY = 0.045
_IN_MONTHS = 0.09
_ABOUT = 0.16
# "More than two weeks" is hardly four.
_MOST_OVER, _LEAST_UNDER = 1.6, 0.6
_LEAST_PLURAL, _MOST_PLURAL = 2.0, 30.0
_VAGUE = {
    "several": (2.0, 12.0),
    "a few": (2.0, 9.0),
    "few": (2.0, 9.0),
    "a couple of": (1.9, 3.1),
    "a couple": (1.9, 3.1),
    "many": (3.0, 60.0),
    "some": (2.0, 30.0),
    "a number of": (2.0, 30.0),
}


@dataclass(frozen=True)
class Duration:
    """A stretch of time in days.

    Attributes:
        text, start, end: its words and where they stand.
        low, high: shortest and longest that the words mean, as they are written.
        loose: whether a word such as "about" or "nearly" leaves it open.
        bound: -1 for "less than", 1 for "more than", else 0; "over" may also be "in the course of".
        unit: that it is counted in.
        whole: "over the decade": a stretch that is spoken of and not measured.
    """

    text: str
    start: int
    end: int
    low: float
    high: float
    loose: bool = False
    bound: int = 0
    unit: Unit | None = None
    whole: bool = False

    def meets(self, low: float, high: float) -> bool:
        """Whether it may be as long as something between the two lengths."""
        lowest, highest = self.low * (1 - _ROUGHLY), self.high * (1 + _ROUGHLY)
        if self.bound > 0:
            highest *= _MOST_OVER
        if self.bound < 0:
            lowest *= _LEAST_UNDER
        return lowest <= high and low <= highest

    def covers(self, low: float, high: float, unit: Unit | None = None) -> bool:
        """Whether a stretch of that length may be called so.

        Args:
            unit: that the other is counted in; months and weeks make up each other roughly.
        """
        months = unit != self.unit and "month" in (unit, self.unit)
        spare = _ABOUT if self.loose else _IN_MONTHS if months else _ROUGHLY
        lowest = self.low * (1 - spare) if self.bound <= 0 else self.low
        highest = self.high * (1 + spare) if self.bound >= 0 else self.high
        if self.bound > 0:
            highest *= _MOST_OVER
        if self.bound < 0:
            lowest *= _LEAST_UNDER
        return lowest <= low and high <= highest


_HOW = (
    r"(?:(?P<how>about|around|roughly|approximately|some|nearly|almost|close\s+to|an?\s+estimated|"
    r"more\s+than|over|at\s+least|less\s+than|under|up\s+to|just\s+over|just\s+under|well\s+over|"
    r"a\s+little\s+(?:over|under)|fewer\s+than|at\s+most|no\s+more\s+than|within)\s+(?:the\s+)?)?"
)
_FORMS = (
    # Two hours and 45 minutes; a year and a half; two and a half years.
    rf"\b{_HOW}(?P<number>{NUMBER})\s+(?P<unit>{UNIT})s?(?:,\s+|\s+and\s+)(?P<rest>{NUMBER})\s+(?P<of>{UNIT})s?\b",
    rf"\b{_HOW}(?P<number>{NUMBER})\s+(?P<unit>{UNIT})s?\s+and\s+(?:a\s+(?P<plus>half|quarter)|(?P<most>three\s+quarters))\b",
    rf"\b{_HOW}(?P<number>{NUMBER})[\s-]and[\s-]a[\s-](?P<plus>half|quarter)[\s-](?P<unit>{UNIT})s?\b",
    rf"\b{_HOW}(?P<part>half|(?:a\s+)?quarter|three\s+quarters|a\s+third)(?:\s+of)?\s+an?\s+(?P<unit>{UNIT})\b",
    rf"\b{_HOW}a\s+(?P<part>half|quarter)[\s-](?P<unit>hour|year|century|day)\b",
    rf"\b{_HOW}(?P<number>{NUMBER})(?:\s+|-)(?:or|to|-|–)(?:\s+|-)(?P<number2>{NUMBER})(?:\s+|-)(?P<unit>{UNIT})s?\b",
    rf"\b{_HOW}(?P<number>(?!an?\b){NUMBER})(?:-|\s+)(?:(?:full|whole|more|further|additional|straight|"
    rf"consecutive|long|calendar|working|school)\s+)?(?P<unit>{UNIT})s?\b",
    rf"\b{_HOW}(?P<vague>several|a\s+few|few|a\s+couple\s+of|a\s+couple|many|some|a\s+number\s+of)\s+(?P<unit>{UNIT})s\b",
    rf"(?P<lead>\b(?:for|after|over|within|lasts?|lasted|lasting|takes?|took|taken|taking|spent|spends?|spend|wait(?:ed|s|ing)?|"
    rf"another|about|almost|nearly|only|just|around|roughly|under|got|gets?|more\s+than|less\s+than|"
    rf"than|up\s+to|at\s+least|serv(?:ed?|ing)|stay(?:ed|s)?|nearly|sentenced\s+to|entire|whole|"
    rf"[a-z]+ed)\s+)(?P<number>an?|one)\s+(?:full\s+|whole\s+)?(?P<unit>{UNIT})\b(?!\s+(?:of|in|at|on)\s+(?:\w+\s+)?\d|[’']s|\s+ago|-)",
    rf"\b(?:for|over|lasted|spanning|takes?|took)\s+(?P<plural>{UNIT})s\b",
    rf"\b(?P<number>an?)\s+(?P<unit>{UNIT})(?:-long|\s+long)\b",
    rf"(?<=\banother )(?P<next>{UNIT})\b(?!\s+of\b)",
    r"(?:(?<=\bover the )|(?<=\bduring the )|(?<=\bthroughout the )|(?<=\bacross the ))"
    r"(?P<whole>decade|century|year|month|week|fortnight)\b(?!\s+(?:of|to|before|after|that|in|since|until)\b|[’'])",
    r"\b(?P<fortnight>fortnight)s?\b",
)
_UNIT = re.compile(rf"{UNIT}s?\b", re.IGNORECASE)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_NOT_A_SPAN = re.compile(r"[-\s]*(?:old\b|olds\b|of\s+age\b)", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?(?:\s+of)?|turn(?:ed|s|ing))\s+$", re.IGNORECASE)
_RATE = re.compile(r"\b(?:per|times)\s+$", re.IGNORECASE)
_LESS = frozenset(
    "less than|under|up to|just under|fewer than|at most|no more than|a little under|within".split(
        "|"
    )
)
_MORE = frozenset("more than|over|at least|just over|well over|a little over".split("|"))


@lru_cache(maxsize=8_000)
def durations(text: str) -> tuple[Duration, ...]:
    """The durations of a text in order; ages and frequencies are not among them."""
    if "unit" not in kinds_in(text):
        return ()
    found: list[Duration] = []
    taken = bytearray(len(text))
    for duration in _candidates(text):
        if not any(taken[duration.start : duration.end]):
            taken[duration.start : duration.end] = b"\1" * (duration.end - duration.start)
            found.append(duration)
    return tuple(sorted(found, key=lambda d: d.start))


def _candidates(text: str) -> Iterator[Duration]:
    windows = _windows(text)
    found = (m for p in _PATTERNS for low, high in windows for m in p.finditer(text, low, high))
    for match in found:
        start, end = match.span()
        if (
            _NOT_A_SPAN.match(text, end)
            or _AGED.search(text, max(0, start - _BESIDE), start)
            or _RATE.search(text, max(0, start - _BESIDE), start)
        ):
            continue
        duration = _duration(text, match)
        if duration is not None:
            yield duration


_BESIDE = 12
_BEFORE_UNIT, _AFTER_UNIT = 60, 30


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches around units of time: nothing elsewhere can be a duration."""
    found: list[tuple[int, int]] = []
    for match in _UNIT.finditer(text):
        low, high = max(0, match.start() - _BEFORE_UNIT), match.end() + _AFTER_UNIT
        if found and low <= found[-1][1]:
            found[-1] = found[-1][0], high
        else:
            found.append((low, high))
    return found


def _duration(text: str, match: re.Match[str]) -> Duration | None:
    given = {k: " ".join(v.lower().split()) for k, v in match.groupdict().items() if v}
    start = match.end("lead") if given.get("lead") else match.start()
    if "plural" in given:
        start = match.start("plural")
    lasts = _days(given)
    if lasts is None:
        return None
    low, high = lasts
    how = given.get("how", given.get("lead", ""))
    return Duration(
        text=text[start : match.end()],
        start=start,
        end=match.end(),
        low=low,
        high=high,
        loose=how in _LOOSE,
        bound=1 if how in _MORE else -1 if how in _LESS else 0,
        unit=unit_of(given["unit"]) if "unit" in given else None,
        whole="whole" in given,
    )


_LOOSE = frozenset(
    "about|around|roughly|approximately|some|nearly|almost|close to|an estimated|a estimated|"
    "more than|over|at least|less than|under|up to|just over|just under|well over|a little over|"
    "a little under|fewer than|at most|no more than".split("|")
)


def _days(given: dict[str, str]) -> tuple[float, float] | None:
    """The least and most days that the words mean, or None where they are no duration."""
    if "fortnight" in given or given.get("whole") == "fortnight":
        return 14.0, 14.0
    word = given.get("unit") or given.get("next") or given.get("whole") or given["plural"]
    unit = DAYS[unit_of(word)] * (2 if word == "fortnight" else 1)
    counted = _counted(given)
    return (counted[0] * unit, counted[1] * unit) if counted else None


def _counted(given: dict[str, str]) -> tuple[float, float] | None:
    """How many of the unit: at least, at most."""
    if "number" not in given:
        return _uncounted(given)
    count = number_of(given["number"])
    last = number_of(given["number2"]) if "number2" in given else count
    if count is None or last is None:
        return None
    more = _FRACTIONS.get(given.get("plus") or given.get("most") or "", 0.0)
    if "rest" in given:
        rest, whole, part = number_of(given["rest"]), unit_of(given["unit"]), unit_of(given["of"])
        if rest is None or DAYS[part] >= DAYS[whole]:
            return None
        more = rest * DAYS[part] / DAYS[whole]
    return count + more, max(count, last) + more


def _uncounted(given: dict[str, str]) -> tuple[float, float]:
    """The same where no number is given: "another year", "for years", "half an hour"."""
    if "next" in given or "whole" in given:
        return 1.0, 1.0
    if "plural" in given:
        return _LEAST_PLURAL, _MOST_PLURAL
    if "vague" in given:
        return _VAGUE[given["vague"]]
    share = _FRACTIONS[given["part"].removeprefix("a ")]
    return share, share
