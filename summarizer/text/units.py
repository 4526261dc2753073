"""Units of measure and money, and what one is in another."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """A unit with what it measures.

    Attributes:
        name: one name for all its spellings ("km"); a currency code for money.
        dimension: ``length``, ``mass``, ``time``, …; ``money`` is never converted.
        factor: how many of the dimension's base unit one is (metre, gram, second, square metre,
            litre, metre a second, watt, joule, byte).
    """

    name: str
    dimension: str
    factor: float


_DAY = 86_400.0
_TABLE = """
length mm 0.001 millimetre millimeter mm
length nm 1e-9 nanometre nanometer nm
length µm 1e-6 micrometre micrometer micron µm
length cm 0.01 centimetre centimeter cm
length m 1 metre meter
length km 1000 kilometre kilometer km
length inch 0.0254 inch inches
length foot 0.3048 foot feet ft
length yard 0.9144 yard
length mile 1609.344 mile mi
length nmi 1852 nautical-mile
mass mg 0.001 milligram milligramme mg
mass µg 1e-6 microgram µg
mass g 1 gram gramme g
mass kg 1000 kilogram kilogramme kilo kg
mass t 1e6 tonne metric-ton t
mass ton 1e6 ton
mass lb 453.592 lb lbs
mass oz 28.3495 ounce oz
mass stone 6350.29 stone
time s 1 second sec
time ms 0.001 millisecond ms
time min 60 minute min mins
time h 3600 hour hr hrs
time day 86400 day
time week 604800 week
time fortnight 1209600 fortnight
time month 2629800 month
time year 31557600 year
time decade 315576000 decade
time century 3155760000 century centuries
area m2 1 square-metre square-meter sqm
area km2 1e6 square-kilometre square-kilometer
area sqft 0.092903 square-foot square-feet
area sqmi 2589988 square-mile
area ha 10000 hectare ha
area acre 4046.856 acre
volume l 1 litre liter
volume ml 0.001 millilitre milliliter ml
volume m3 1000 cubic-metre cubic-meter
volume gallon 3.785412 gallon
volume pint 0.568261 pint
volume barrel 158.987 barrel
speed km/h 0.277778 km/h kmh kph kilometres-an-hour kilometers-an-hour
speed km/h 0.277778 kilometres-per-hour kilometers-per-hour
speed mph 0.44704 mph miles-an-hour miles-per-hour
speed knot 0.514444 knot
speed m/s 1 m/s metres-per-second metres-a-second
power kW 1000 kilowatt kw
power W 1 watt
power MW 1e6 megawatt mw
power GW 1e9 gigawatt gw
energy kWh 3.6e6 kilowatt-hour kwh
energy MWh 3.6e9 megawatt-hour mwh
energy GWh 3.6e12 gigawatt-hour gwh
energy TWh 3.6e15 terawatt-hour twh
data MB 1e6 megabyte mb
data GB 1e9 gigabyte gb
data TB 1e12 terabyte tb
temperature °C 1 °c degrees-celsius degree-celsius celsius degrees-centigrade
temperature °F 1 °f degrees-fahrenheit degree-fahrenheit fahrenheit
temperature ° 1 degree
money USD 1 dollar us-dollar american-dollar
money EUR 1 euro
money GBP 1 pound-sterling pounds-sterling
money pound 1 pound
money JPY 1 yen
money CNY 1 yuan renminbi
money INR 1 rupee
money CHF 1 swiss-franc
money franc 1 franc
money crown 1 crown krona kronor krone kroner koruna
money peso 1 peso
money lira 1 lira
money zloty 1 zloty zlotys
money rouble 1 rouble ruble
money rand 1 rand
money won 1 won
money shekel 1 shekel
money real 1 reais
money forint 1 forint
money AUD 1 australian-dollar
money CAD 1 canadian-dollar
money NZD 1 new-zealand-dollar
money HKD 1 hong-kong-dollar
money SGD 1 singapore-dollar
money cent 0.01 cent
money penny 0.01 pence penny
"""
# Written like a unit, but as often another word.
_NEVER_ALONE = frozenset(["won", "rand", "stone", "t", "g", "mi", "mb", "mw", "min", "sec", "real"])


def _read_table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        dimension, name, factor, *spellings = line.split()
        for spelling in spellings:
            units[spelling] = Unit(name, dimension, float(factor))
    return units


_UNITS = _read_table()
_SPELT = re.compile(
    r"[-\s]?(?P<unit>"
    + "|".join(
        re.escape(s).replace(r"\-", r"[-\s]") + ("s?" if len(s) > 2 and s[-1] != "s" else "")  # noqa: PLR2004
        for s in sorted(_UNITS, key=len, reverse=True)
    )
    + r")(?![\w°])",
    re.IGNORECASE,
)
PERIODS = frozenset(
    ["second", "minute", "hour", "day", "night", "week", "month", "year", "quarter", "weekday"]
)
_PERIOD_WORDS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
_PERIOD_WORDS |= {"annually": "year", "hourly": "hour"}
_PER = re.compile(
    r"\s*(?:\s(?:an?|per|each|every)\s+|/)(?P<period>[a-z]+)\b|\s(?P<adverb>daily|weekly|monthly|"
    r"yearly|annually|hourly|apiece|each)\b",
    re.IGNORECASE,
)


def unit_at(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit that follows a number that ends at ``end``, and where it ends."""
    match = _SPELT.match(text, end)
    if match is None:
        return None
    key = re.sub(r"\s+", "-", match["unit"].lower())
    unit = _UNITS.get(key) or _UNITS.get(key.removesuffix("s"))
    if unit is None or (key in _NEVER_ALONE and text[end : end + 1] == "-"):
        return None
    if key in ("won", "rand") or (key == "t" and text[end : end + 1] == " "):
        return None
    return unit, match.end()


def money(name: str) -> Unit:
    """The unit of a currency code."""
    return Unit(name, "money", 1.0)


def named(spelling: str) -> Unit:
    """The unit with this spelling. Raises KeyError when there is none."""
    return _UNITS[spelling]


def per_at(text: str, end: int) -> tuple[str, int] | None:
    """The period or "each" that an amount is for ("18 euros a month"), and where it ends."""
    match = _PER.match(text, end)
    if match is None:
        return None
    if match["adverb"]:
        word = match["adverb"].lower()
        return _PERIOD_WORDS.get(word, "each"), match.end()
    period = match["period"].lower()
    if period in PERIODS:
        return period, match.end()
    if text[match.start() : match.end()].lstrip()[:3].lower() in ("per", "eac", "eve"):
        return "each", match.end()
    return None


def same_unit(a: Unit, b: Unit) -> bool:
    """Whether two names mean one unit: "pounds" may be sterling, and "degrees" either scale."""
    names = {a.name, b.name}
    loose = ({"pound", "GBP"}, {"pound", "lb"}, {"°", "°C"}, {"°", "°F"}, {"franc", "CHF"})
    return len(names) == 1 or names in (*loose, {"t", "ton"}, {"USD", "cent"}, {"GBP", "penny"})


def convertible(a: Unit, b: Unit) -> bool:
    """Whether one can be worked out from the other."""
    return a.dimension == b.dimension != "money"


def convert(value: float, source: Unit, target: Unit) -> float:
    """A value of one unit in another of the same dimension."""
    if source.dimension == "temperature" and source.name != target.name:
        if source.name == "°C" and target.name == "°F":
            return value * 9 / 5 + 32
        if source.name == "°F" and target.name == "°C":
            return (value - 32) * 5 / 9
    return value * source.factor / target.factor
