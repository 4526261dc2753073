"""The words that dates, times and durations are written with."""

from __future__ import annotations

import calendar

from summarizer.text.dates.periods import Unit

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
WEEKDAYS |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3}
WEEKDAYS |= {"fri": 4, "sat": 5, "sun": 6}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
SEASONS["winter"] = (12, 2)
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth twenty-first".split(),
        start=1,
    )
}
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
NUMBERS: dict[str, float] = {word: float(n) for n, word in enumerate(_SMALL, start=1)}
NUMBERS |= {"a": 1.0, "an": 1.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0}
NUMBERS |= {"seventy": 70.0, "eighty": 80.0, "ninety": 90.0, "hundred": 100.0}
NUMBERS |= {
    f"{tens}-{ones}": NUMBERS[tens] + NUMBERS[ones]
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for ones in _SMALL[:9]
}
UNITS: dict[str, Unit] = {
    "minute": "minute",
    "min": "minute",
    "hour": "hour",
    "day": "day",
    "night": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
}
# How many days a unit lasts: mean Gregorian month and year.
DAYS: dict[Unit, float] = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.436875,
    "quarter": 91.310625,
    "year": 365.2425,
    "decade": 3652.425,
    "century": 36524.25,
}

# "May" and "March" need their capital; so do all that are cut short.
MONTH = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|december)|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = (
    r"(?:(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)days?)|"
    r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.)"
)
YEAR = r"(?:1[0-9]|20)\d\d"
# Any word: that it is a number is for ``number_of`` to say, faster than a pattern of them all.
NUMBER = r"(?:\d{1,4}(?:\.\d)?|[a-z]+(?:-[a-z]+)?)"
UNIT = r"(?:minute|min|hour|day|night|week|fortnight|month|quarter|year|decade|century|centurie)"


def number_of(word: str) -> float | None:
    """The value of a small number in digits or lower-case words; None for other words."""
    if word[:1].isdigit():
        return float(word)
    return NUMBERS.get(word)


def unit_of(word: str) -> Unit:
    """The unit that a singular or plural word names."""
    return UNITS[word.lower().removesuffix("s")]


def month_of(word: str) -> int:
    """1 to 12."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_of(word: str) -> int:
    """0 for Monday to 6."""
    return WEEKDAYS[word.lower().rstrip(".").removesuffix("s")]
