"""The numbers of a claim as quantities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.attributes.dates import date_spans
from summarizer.schema import Quantity
from summarizer.text.bounds import modifier
from summarizer.text.counted import counted_after
from summarizer.text.figures import Figure, figures
from summarizer.text.numeral import Numeral
from summarizer.text.units import money

_COMPARISON = re.compile(
    r"\b(?:compared (?:to|with)|from|against|versus|more than|less than|than|as)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_TO = re.compile(r"\bto\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
# "Twelve months before" says when, as a date does.
_WHEN = re.compile(r"\s+(?:ago|before|earlier)\b(?!\s+(?:the|it|he|she|they|a|an)\b)")
_MONEY_OF = {"cent": "USD", "penny": "GBP"}
_SHOWN_UNITS = {"share": "percent", "points": "percentage points"}
_CODE = re.compile(r"[A-Z]{3}")
_TIMES = "times"


@dataclass(frozen=True)
class _Part:
    """One quantity in the making: a figure, where it stands, and what it counts."""

    figure: Figure
    start: int
    end: int
    value: float
    high: float | None
    unit: str | None
    of: str | None


def quantities(text: str) -> tuple[Quantity, ...]:
    """Counts, amounts, shares and multiples of a claim in order.

    Dates, ordinals, labels ("Line 4") and vague numbers ("dozens") are not among them. Of two that
    are set against each other both are kept, and the first, or after "from" the second, points to
    the other. Units are ``percent``, ``percentage points`` and currency codes; what else is
    measured in ("40 metres") is what is counted. Fractions have four decimals.
    """
    dated = date_spans(text)
    found: list[_Part] = []
    for figure in figures(text):
        if any(a < figure.end and figure.start < b for a, b in dated) or _is_none(text, figure):
            continue
        found += _parts(text, figure)
    found = [_inherited(text, found, i) for i in range(len(found))]
    return tuple(
        Quantity(
            text=text[part.start : part.end],
            value=part.value,
            high=part.high,
            unit=part.unit,
            modifier=modifier(part.figure.bound),
            of=part.of,
            compared_with=_compared(text, found, index),
        )
        for index, part in enumerate(found)
    )


def _is_none(text: str, figure: Figure) -> bool:
    vague = figure.high is not None and not any(c.isdigit() for c in figure.text)
    vague = vague and not re.search(r"\b(?:to|and|or)\b|[-–]", figure.text)
    past = figure.unit and figure.unit.dimension == "time" and _WHEN.match(text, figure.end)
    pointing = figure.text != text[figure.start : figure.end]
    return (
        figure.kind in ("date", "ordinal", "label")
        or figure.weak
        or vague
        or bool(past)
        or pointing
    )


def _parts(text: str, figure: Figure) -> list[_Part]:
    if figure.kind == "score" and figure.parts:
        return _sides(text, figure)
    unit, value, of = _SHOWN_UNITS.get(figure.kind), figure.value, None
    numeral = Numeral(figure.core[0], figure.core[1], figure.kind, figure.value)
    if figure.kind == "share" and not re.search(r"%|per\s?cent", figure.text, re.IGNORECASE):
        # A share in words is a number: "half of the schools" is 0.5.
        unit, value = None, round(value / 100, 4)
    if figure.unit is not None and figure.kind == "money":
        unit, value, of = _money(text, figure)
    elif figure.unit is not None:
        words = text[figure.core[0] : figure.core[1]]
        of = _plural(re.split(r"[\d\s-]+", words.strip())[-1]) if figure.kind != "age" else "years"
    elif figure.kind == "multiple":
        of = _TIMES
    else:
        of = counted_after(text, numeral).text or None
    return [_Part(figure, figure.start, figure.end, value, figure.high, unit, of)]


def _plural(word: str) -> str:
    return word if word.endswith("s") or len(word) <= 2 else f"{word}s"  # noqa: PLR2004 (km)


def _money(text: str, figure: Figure) -> tuple[str | None, float, str | None]:
    """A currency code with the value in it, or what the money is called where it has none."""
    assert figure.unit is not None
    name = figure.unit.name
    if name in _MONEY_OF:
        code = next((m.group() for m in map(_code, figures(text)) if m), _MONEY_OF[name])
        return code, figure.value * figure.unit.factor, None
    if name == "pound":
        return "GBP", figure.value, None
    if money(name).name == name and _CODE.fullmatch(name):
        return name, figure.value, None
    words = re.findall(r"[^\W\d_]+", text[figure.core[0] : figure.core[1]])
    return None, figure.value, words[-1] if words else name


def _code(figure: Figure) -> re.Match[str] | None:
    return _CODE.fullmatch(figure.unit.name) if figure.unit else None


def _sides(text: str, figure: Figure) -> list[_Part]:
    """Both numbers of a score or vote."""
    assert figure.parts is not None
    begin, end = figure.core
    matches = list(re.finditer(r"[\d,.]+|[A-Za-z]+", text[begin:end]))
    first, last = matches[0], matches[-1]
    of = counted_after(text, Numeral(begin, end, "score", figure.value)).text or None
    spans = (
        (figure.start, begin + first.end()),
        (begin + last.start(), figure.end),
    )
    return [
        _Part(figure, a, b, value, None, None, of)
        for (a, b), value in zip(spans, figure.parts, strict=True)
    ]


def _inherited(text: str, found: Sequence[_Part], index: int) -> _Part:
    """What a number that is set against another leaves out: "212 million dollars, up from 180"."""
    part = found[index]
    if part.unit or part.of:
        return part
    for other in (found[index - 1] if index else None, *found[index + 1 : index + 2]):
        if other is None or not (other.unit or other.of):
            continue
        between = text[min(other.end, part.end) : max(other.start, part.start)]
        if _COMPARISON.search(between) or re.fullmatch(r"\s*\w*\s*to\s+(?:\w+\s+)?", between):
            small = other.unit and part.value < 0.001 * other.value
            return part if small else replace(part, unit=other.unit, of=other.of)
    return part


def _compared(text: str, found: Sequence[_Part], index: int) -> int | None:
    """The quantity that this one is set against."""
    this = found[index]
    if index and _same(this, found[index - 1]):
        before, after = found[index - 1], text[found[index - 1].end : this.start]
        if _FROM.search(text[: before.start]) and _TO.search(after + " "):
            return index - 1
    if index + 1 >= len(found) or not _same(this, found[index + 1]):
        return None
    following = found[index + 1]
    if this.figure is following.figure:
        return index + 1
    between = text[this.end : following.start]
    after_from = _FROM.search(text[: this.start]) and _TO.search(between + " ")
    bound = text[following.start : following.end]
    set_against = _COMPARISON.search(between + " " + bound.split(" ")[0])
    return index + 1 if set_against and not after_from else None


def _same(a: _Part, b: _Part) -> bool:
    return a.unit == b.unit and a.figure.kind != "multiple"
