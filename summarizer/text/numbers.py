"""Numbers of a text with their values, units and modifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.schema import Modifier

_UNITS_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "mn": 1e6,
    "bn": 1e9,
    "k": 1e3,
    "m": 1e6,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1
    )
}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_SMALL = "|".join([*_UNITS_WORDS, *_TENS])
_SPELT = re.compile(
    rf"\b(?:(?:{_SMALL})(?:(?:\s-\s|[-\s])(?:{_SMALL}|hundred|thousand|million|billion|trillion|and))*|"
    r"(?:hundreds?|thousands?|millions?|billions?|dozens?|trillions?))\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?P<sign>(?<![\w.])[-−])?(?P<currency>(?:(?<![A-Za-z])(?:US|A|C|HK|NZ|S))?[$€£¥]|\b(?:EUR|USD|GBP|CHF|JPY)(?=\s?\d))?\s?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<suffix>(?:st|nd|rd|th)\b)?"
    r"(?:[-\s]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|mn|bn|[km](?![a-z]))s?\b)?"
    r"(?:[-\s]?(?P<percent>%|per\s?cent\b|percent\b|percentage points?\b)"
    r"|\s(?P<money>(?:US\s)?dollars?|euros?|pounds?\ssterling|yen|yuan|rupees?)\b)?",
    re.IGNORECASE,
)
# Digits inside a word, or joined to one, are part of a name.
_GLUED = re.compile(r"[^\W\d_][-.]?$")
_AFTER_WORDS = re.compile(
    r"\s+(?:percent|per\s?cent|(?P<points>percentage\s+points?)|(?P<money>(?:US\s)?dollars?|euros?))\b",
    re.IGNORECASE,
)
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "US$": "USD", "A$": "AUD"}
_CURRENCIES |= {"C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD"}
_CURRENCIES |= {code: code for code in ("EUR", "USD", "GBP", "CHF", "JPY")}
_MONEY = {
    "dollar": "USD",
    "us dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "rupee": "INR",
}
_MODIFIERS: tuple[tuple[re.Pattern[str], Modifier], ...] = (
    (re.compile(r"\b(?:more than|over|above|exceed(?:s|ed|ing)?)\s*$", re.I), "more_than"),
    (re.compile(r"\b(?:less than|fewer than|under|below)\s*$", re.I), "less_than"),
    (re.compile(r"\b(?:at least|no fewer than|no less than|a minimum of)\s*$", re.I), "at_least"),
    (re.compile(r"\b(?:at most|up to|no more than|a maximum of)\s*$", re.I), "at_most"),
    (
        re.compile(
            r"\b(?:about|around|roughly|nearly|almost|some|approximately|close to)\s*$", re.I
        ),
        "approx",
    ),
)


@dataclass(frozen=True)
class Number:
    """A number as a text writes it.

    Attributes:
        start, end: where it stands in the string that was read, currency and per cent included.
        value: scale applied ("1.2 million" is 1200000.0).
        unit: ``percent``, a currency code, or None.
        modifier: from the words just before it.
        ordinal: "21st", "third".
        spelt: written in words.
    """

    text: str
    start: int
    end: int
    value: float
    unit: str | None
    modifier: Modifier
    ordinal: bool
    spelt: bool


def _spelt_value(text: str) -> float:
    total, current = 0.0, 0.0
    for word in re.split(r"[-\s]+", text.lower()):
        singular = word.removesuffix("s") if word.removesuffix("s") in _SCALES else word
        if singular in _SCALES:
            scale = _SCALES[singular]
            current = (current or 1) * scale
            if scale > 100:  # noqa: PLR2004 (hundred multiplies what follows, the others close it)
                total, current = total + current, 0.0
        else:
            current += _UNITS_WORDS.get(word, _TENS.get(word, 0))
    return total + current


def _modifier(text: str, start: int) -> Modifier:
    before = text[max(0, start - 24) : start]
    return next((name for pattern, name in _MODIFIERS if pattern.search(before)), "exact")


def _from_digits(text: str, match: re.Match[str]) -> Number:
    value = float(match["number"].replace(",", ""))
    if match["scale"]:
        value *= _SCALES[match["scale"].lower()]
    unit = "percent" if match["percent"] else _CURRENCIES.get((match["currency"] or "").upper())
    if match["money"]:
        unit = _MONEY[match["money"].lower().removesuffix(" sterling").removesuffix("s")]
    if match["percent"] and "point" in match["percent"].lower():
        unit = "percentage points"
    if match["sign"]:
        value = -value
    shown = match.group().strip()
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return Number(
        text=shown,
        start=start,
        end=start + len(shown),
        value=value,
        unit=unit,
        modifier=_modifier(text, start),
        ordinal=bool(match["suffix"]),
        spelt=False,
    )


def _unit_after(after: re.Match[str] | None) -> str | None:
    if after is None:
        return None
    if after["points"]:
        return "percentage points"
    money = after["money"]
    return _MONEY[money.lower().removesuffix("s")] if money else "percent"


def _from_words(text: str, match: re.Match[str]) -> Number:
    shown = re.sub(r"[-\s]+and$", "", match.group(), flags=re.IGNORECASE)
    end = match.start() + len(shown)
    after = _AFTER_WORDS.match(text, end)
    return Number(
        text=shown + (after.group() if after else ""),
        start=match.start(),
        end=after.end() if after else end,
        value=_spelt_value(shown),
        unit=_unit_after(after),
        modifier=_modifier(text, match.start()),
        ordinal=False,
        spelt=True,
    )


def numbers(text: str) -> list[Number]:
    """All numbers of ``text``, in digits or words, in order.

    Digits inside a word ("F35", "COVID19") are part of the name and not numbers. A lone "one" is
    left out: it is a pronoun more often than a count.
    """
    found = [
        _from_digits(text, m)
        for m in _DIGITS.finditer(text)
        if not _GLUED.search(text[max(0, m.start("number") - 2) : m.start("number")])
        or m["currency"]
    ]
    taken = bytearray(len(text))
    for number in found:
        taken[number.start : number.end] = b"\1" * (number.end - number.start)
    for match in _SPELT.finditer(text):
        if match.group().lower() == "one" or any(taken[match.start() : match.end()]):
            continue
        found.append(_from_words(text, match))
    return sorted(found, key=lambda n: n.start)


def values(text: str) -> set[float]:
    """Every value that ``text`` states, ordinals and simple fractions in words included."""
    stated = {n.value for n in numbers(text)}
    lowered = set(re.findall(r"[a-z]+", text.lower()))
    stated |= {float(v) for w, v in _ORDINALS.items() if w in lowered}
    stated |= {v for w, v in _FRACTIONS.items() if w in lowered}
    return stated | ({1.0} if "one" in lowered else set())
