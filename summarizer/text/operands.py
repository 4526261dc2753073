"""The numbers of a source that others can be worked out from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TypeAlias

from summarizer.text.agreement import factor, same_noun
from summarizer.text.figures import Figure
from summarizer.text.units import convert, convertible

MOST_OPERANDS = 8

_MOST = 40

_STATED = ("exact", "exactly", "about", "nearly")

OPERANDS = ("count", "money", "measure", "age")

# A value and the figures that it comes from.
Result: TypeAlias = "tuple[float, *tuple[Figure, ...]]"


def one_thing(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same kind of thing, so that they can be set against another."""
    if factor(a, b) is None:
        return False
    if a.unit or b.unit:
        return True
    return not a.head or not b.head or same_noun(a, b)


def operands(stated: Sequence[Figure]) -> list[Figure]:
    found = (f for f in stated if f.kind in OPERANDS and f.bound in _STATED and not f.weak)
    return list(islice(found, MOST_OPERANDS))


def plain_shares(stated: Sequence[Figure]) -> list[Figure]:
    return [f for f in stated if f.kind == "share" and f.high is None][:MOST_OPERANDS]


def in_unit(figure: Figure, claim: Figure) -> float | None:
    times = factor(figure, claim)
    if times is not None:
        return figure.value * times
    if figure.unit and claim.unit and convertible(figure.unit, claim.unit):
        return convert(figure.value, figure.unit, claim.unit)
    return None
