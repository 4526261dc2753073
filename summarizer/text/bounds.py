"""How firmly a number is stated ("over", "nearly", "or so"), and what that leaves open."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from summarizer.schema import Modifier

Bound = Literal[
    "exact",
    "exactly",
    "about",
    "nearly",
    "just_under",
    "just_over",
    "more_than",
    "less_than",
    "at_least",
    "at_most",
    "range",
]

_BEFORE = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<exactly>exactly|precisely|exact)"
    r"|(?P<just_under>(?:just|slightly|a\s+little|a\s+bit|only\s+just)\s+(?:under|below|short\s+of|"
    r"shy\s+of|less\s+than))"
    r"|(?P<just_over>(?:just|slightly|a\s+little|a\s+bit)\s+(?:over|above|more\s+than|past))"
    r"|(?P<at_least>at\s+least|no\s+(?:fewer|less)\s+than|not\s+(?:less|fewer)\s+than|"
    r"(?:an?\s+)?(?:minimum|floor)\s+of|(?:not|never)\s+(?:under|below))"
    r"|(?P<at_most>at\s+(?:the\s+)?most|up\s+to|(?<!twice\s)(?<!times\s)as\s+(?:many|much|high|long|far)\s+as|"
    r"(?:no|not|never)\s+(?:more|higher|longer|greater|larger|over|above)(?:\s+than)?|"
    r"(?:an?\s+)?(?:upper\s+)?(?:maximum|ceiling|limit|cap)\s+of|(?:capped|limited)\s+(?:at|to)|"
    r"not\s+exceed(?:ing|s)?|(?:can|could|may|might)\s+(?:reach|total|go\s+up\s+to|run\s+to|"
    r"be\s+as\s+(?:much|many|high)\s+as)|(?:within|inside))"
    r"|(?P<more_than>(?:well\s+|far\s+|many\s+|much\s+)?(?:more|greater|higher|longer|larger|bigger|"
    r"older|further|better|faster|heavier|taller|deeper|wider|dearer|hotter|warmer|stronger|steeper|"
    r"thicker|louder|later)\s+than|(?:well\s+|far\s+)?(?:over|above|beyond)|exceed(?:s|ed|ing)?|"
    r"in\s+excess\s+of|upwards?\s+of|north\s+of|(?:top|surpass)(?:s|es|ped|ed|ing|ping)?)"
    r"|(?P<less_than>(?:well\s+|far\s+|much\s+)?(?:less|fewer|lower|smaller|shorter|younger|slower|"
    r"lighter|cheaper|colder|cooler|weaker|narrower|thinner|shallower|nearer|earlier)\s+than|"
    r"(?:well\s+)?(?:under|below|short\s+of|shy\s+of|south\s+of))"
    r"|(?P<nearly>nearly|almost|close\s+to|not\s+quite|approaching|nearing|virtually)"
    r"|(?P<about>about|around|roughly|some|approximately|an?\s+estimated|estimated|circa|ca\.|"
    r"more\s+or\s+less|in\s+the\s+region\s+of|something\s+like|on\s+the\s+order\s+of|~)"
    r")\s*(?:(?<=\s)(?:an?|another|the\s+(?:magic\s+)?)\s*)?(?:[(]|(?<=[-\s])[$€£¥])?$",
    re.IGNORECASE,
)
# "The maximum speed is 80".
_LIMIT = re.compile(
    r"\b(?:(?P<at_most>max(?:imum)?)|(?P<at_least>min(?:imum)?))\b[^.,;\d]{0,24}\b(?:is|was|be|of|at)\s+"
    r"(?:[$€£¥])?$",
    re.IGNORECASE,
)
# "It goes up to 3 euros" says where it goes, and sets no bound.
_GOING = re.compile(
    r"\b(?:go(?:es|ing|ne)?|went|mov\w+|climb\w*|r[io]se[sn]?|shot|push\w*|brought|brings?|takes?|"
    r"taken|took|add(?:s|ed|ing)?|cr[ae]pt|catch\w*|liv\w+|back|it|them)\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:"
    r"(?P<about>\s+or\s+(?:so|thereabouts)|-odd)\b"
    r"|(?P<at_least>\s+(?:or|and)\s+(?:more|over|older|above|up|upwards)\b|\s?\+|\splus\b|"
    r"\s+at\s+(?:the\s+)?least\b|\s+and\s+counting\b)"
    r"|(?P<at_most>\s+(?:or|and)\s+(?:fewer|less|under|younger|below)\b|\s+at\s+(?:the\s+)?most\b)"
    r")",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:above|below|over|under|of|than|exceed\w*|topp?\w*|surpass\w*)\s+the\s+[$€£¥]?$", re.I
)
_WINDOW = 40
_SCHEMA: dict[Bound, Modifier] = {
    "exact": "exact",
    "exactly": "exact",
    "about": "approx",
    "nearly": "approx",
    "just_under": "less_than",
    "just_over": "more_than",
    "more_than": "more_than",
    "less_than": "less_than",
    "at_least": "at_least",
    "at_most": "at_most",
    "range": "range",
}
# "Nearly 200" may stand for 187, "about 40" for 43: as much as an editor rounds by.
_LOOSE = 0.12
_CLOSE = 0.01
_FINE = 1e-9


def bound_before(text: str, start: int) -> tuple[Bound, int]:
    """The bound that the words just before ``start`` set, and where those words begin."""
    begin = max(0, start - _WINDOW)
    before = text[begin:start]
    match = _BEFORE.search(before)
    going = (
        match and match.group().lower().startswith("up") and _GOING.search(before[: match.start()])
    )
    if match and _KNOWN.search(match.group()):
        # "Above the 400 that was hoped for" compares, and leaves the 400 as it is.
        return "exact", start
    if match is None or match.lastgroup is None or going:
        limit = _LIMIT.search(before)
        return (limit.lastgroup or "exact") if limit else "exact", start  # type: ignore[return-value]
    return match.lastgroup, begin + match.start()  # type: ignore[return-value]


def bound_after(text: str, end: int) -> tuple[Bound, int]:
    """The bound that the words right after ``end`` set, and where those words end."""
    match = _AFTER.match(text, end)
    if match is None or match.lastgroup is None:
        return "exact", end
    return match.lastgroup, match.end()  # type: ignore[return-value]


def modifier(bound: Bound) -> Modifier:
    """The bound in the terms of the schema: "nearly" and "about" are one there."""
    return _SCHEMA[bound]


def _slack(end: float) -> float:
    return _FINE * max(1.0, abs(end)) if math.isfinite(end) else 0.0


@dataclass(frozen=True)
class Interval:
    """The values that a stated number leaves open, both ends included.

    A strict bound ("over 5,000") has the next float as its end.
    """

    low: float
    high: float

    def within(self, other: Interval) -> bool:
        """Whether all of it lies in ``other``, so that who says this may also say that."""
        return other.low - _slack(self.low) <= self.low and self.high <= other.high + _slack(
            self.high
        )

    def scaled(self, factor: float) -> Interval:
        """The same in a unit that is ``factor`` times smaller."""
        return Interval(self.low * factor, self.high * factor)


def rounding_step(value: float) -> float:
    """The place that a number is rounded to: 1000 for 12,000, 100 for 12,400, 0.1 for 4.5."""
    if not value or not math.isfinite(value):
        return 1.0
    step = 10.0 ** math.floor(math.log10(abs(value)))
    for _ in range(7):
        if abs(value / step - round(value / step)) < 1e-6:  # noqa: PLR2004 (of float division)
            return step
        step /= 10
    return step


def interval(value: float, high: float | None, bound: Bound) -> Interval:
    """What a bound leaves open.

    "About" is up to half the place that the number is rounded to, and "nearly" one such place below
    it, both between 1 and 12 per cent: wider than that, an editor rounds to another number.
    """
    size = abs(value)
    half = min(max(rounding_step(value) / 2, _CLOSE * size), _LOOSE * size)
    whole = min(max(rounding_step(value), _CLOSE * size), _LOOSE * size)
    above, below = value + 2e-9 * max(1.0, size), value - 2e-9 * max(1.0, size)
    low, top = {
        "about": (value - half, value + half),
        "nearly": (value - whole, below),
        "just_under": (value - whole, below),
        "just_over": (above, value + whole),
        "more_than": (above, math.inf),
        "at_least": (value, math.inf),
        "less_than": (-math.inf, below),
        "at_most": (-math.inf, value),
    }.get(bound, (value, value if high is None else high))
    return Interval(low, top)
