"""The words of numbers, and a number with its unit as a text writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.text.bounds import Bound
from summarizer.text.units import Unit, unit_at

Kind = Literal[
    "count",
    "share",
    "points",
    "money",
    "measure",
    "age",
    "ordinal",
    "multiple",
    "score",
    "label",
    "date",
]


@dataclass(frozen=True)
class Numeral:
    """A number with its unit; see :class:`summarizer.text.figures.Figure` for what is what."""

    start: int
    end: int
    kind: Kind
    value: float
    high: float | None = None
    unit: Unit | None = None
    parts: tuple[float, float] | None = None
    bound: Bound | None = None
    weak: bool = False


SMALL = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1.0, "an": 1.0, "every": 1.0}
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
    "hundredth": 100,
    "hundredths": 100,
    "thousandth": 1000,
    "thousandths": 1000,
}
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 100.0}
TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10))  # noqa: B905
)
DECADES = {f"{tens.removesuffix('y')}ies": float(value) for tens, value in TENS.items()}
MULTIPLES = {
    "twice": 2.0,
    "thrice": 3.0,
    "double": 2.0,
    "doubles": 2.0,
    "doubled": 2.0,
    "doubling": 2.0,
    "twofold": 2.0,
    "triple": 3.0,
    "triples": 3.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "trebled": 3.0,
    "treble": 3.0,
    "threefold": 3.0,
    "quadruple": 4.0,
    "quadrupled": 4.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
    "halve": 0.5,
    "halves": 0.5,
    "halved": 0.5,
    "halving": 0.5,
}
NUMBER_WORDS = frozenset([*SMALL, *SCALES, *TENS]) - {"a", "an", "every"}
SMALL_WORDS = "|".join(w for w in SMALL if w not in ("a", "an", "every"))
PART_WORDS = "|".join(sorted(PARTS, key=len, reverse=True))
SCALE_WORDS = "|".join(SCALES)


def plain(text: str) -> float:
    lower = text.lower().replace(",", "")
    return SMALL.get(lower) or SCALES.get(lower) or float(lower if lower[0].isdigit() else 0)


def with_unit(text: str, start: int, end: int, value: float, high: float | None = None) -> Numeral:
    given = unit_at(text, end)
    if given is None:
        return Numeral(start, end, "count", value, high)
    unit, unit_end = given
    return Numeral(
        start, unit_end, "money" if unit.dimension == "money" else "measure", value, high, unit
    )
