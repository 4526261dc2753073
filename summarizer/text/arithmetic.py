"""Figures that a text does not state but that follow from those that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product
from typing import TypeAlias

from summarizer.text.agreement import alike, factor, same_noun
from summarizer.text.bounds import rounding_step
from summarizer.text.figures import Figure
from summarizer.text.units import convert, convertible

_CHANGE = re.compile(
    r"\b(?:more|fewer|less|up|down|r[io]se|risen|rising|grew|grow[ns]?|growth|increas\w+|decreas\w+|"
    r"fell|fall(?:en|s)?|drop(?:s|ped)?|declin\w+|cut|cuts|by|difference|gap|margin|lead|ahead|behind|"
    r"extra|additional|another|sav(?:e[ds]?|ings?)|cheaper|dearer|gain(?:ed|s)?|lost|los(?:e|ing|ses)|"
    r"lower|higher|net|balance|longer|shorter|faster|slower|older|younger|earlier|later|before|after|"
    r"added|than|shr[aiu]nk|discount|reduc\w+|rais\w+|climb\w*|jump\w*|slip\w*|"
    r"plung\w+|chang\w+|spent|took|lasted|over)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:rest|remain\w*|left|others?|not|without|never|n[’']t|still|yet|no|neither|against|all\s+but|"
    r"except|unaffected|missing|fail(?:ed)?|taken|stayed|kept|surviv\w+|already|undecided|vacant|free|"
    r"unsold|unused)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:total\w*|together|altogether|combined|in\s+all|both|overall|sum|plus|including|joint\w*|"
    r"and|with)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:before|already|previous\w*|earlier|so\s+far)\b", re.IGNORECASE)
_MOST_OPERANDS = 8
_EXACT = 1e-6
# Amounts of one size are parts of one sum; a price and what it was raised by are not.
_PARALLEL = 5.0
_STATED = ("exact", "exactly", "about", "nearly")
_OPEN = ("more_than", "less_than", "at_least", "at_most")
_OPERANDS = ("count", "money", "measure", "age")


# A value and the figures that it comes from.
_Result: TypeAlias = "tuple[float, *tuple[Figure, ...]]"


@dataclass(frozen=True)
class Derivation:
    """What was worked out, and from which figures."""

    used: tuple[Figure, ...]

    @property
    def shown(self) -> str:
        """The figures in words ("8 and 32")."""
        return " and ".join(f.text for f in self.used)


def _fits(claim: Figure, value: float) -> bool:
    """Whether a worked-out value is what the claim says: exact for counts, rounded for shares."""
    span = claim.interval
    slack = _EXACT * max(1.0, abs(value))
    if claim.kind in ("share", "multiple", "points") and claim.bound == "exact":
        words = not any(c.isdigit() for c in claim.text)
        size = abs(claim.value)
        slack = max(slack, 0.03 * size if words else min(rounding_step(size) / 2, 0.05 * size))
    elif claim.value != int(claim.value) and claim.bound == "exact":
        slack = max(slack, rounding_step(claim.value) / 2)
    if claim.kind == "multiple" and claim.bound == "exact":
        slack = max(slack, 0.05 * abs(claim.value))
    # A bound says little; it must be close to what it bounds.
    apart = 0.15 if claim.bound in _OPEN and claim.kind in _OPERANDS else 0.55
    near = claim.value == 0 or 1 - apart <= value / claim.value <= 1 + 2 * apart
    return near and span.low - slack <= value <= span.high + slack


def _one_thing(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same kind of thing, so that they can be set against another."""
    if factor(a, b) is None:
        return False
    if a.unit or b.unit:
        return True
    return not a.head or not b.head or same_noun(a, b)


def _operands(stated: Sequence[Figure]) -> list[Figure]:
    found = (f for f in stated if f.kind in _OPERANDS and f.bound in _STATED and not f.weak)
    return list(islice(found, _MOST_OPERANDS))


def _plain_shares(stated: Sequence[Figure]) -> list[Figure]:
    return [f for f in stated if f.kind == "share" and f.high is None][:_MOST_OPERANDS]


def derive(claim: Figure, text: str, stated: Sequence[Figure]) -> Iterator[Derivation]:
    """The ways in which the claim's figure follows from the stated ones; none where it does not.

    Shares and multiples of two numbers of one kind of thing, their change in per cent, sums of two
    or three, differences where the text speaks of one, products with "each", the years between two
    dates, and a share of a number.

    Args:
        claim: the figure.
        text: the claim that it stands in, for words such as "more" and "the rest".
        stated: the figures of the source.
    """
    rest = text.replace(claim.text, " ", 1)
    for value, *used in _results(claim, rest, stated):
        if _fits(claim, value):
            yield Derivation(tuple(used))


def _results(claim: Figure, rest: str, stated: Sequence[Figure]) -> Iterator[_Result]:
    remains = bool(_REST.search(rest))
    if claim.kind == "share":
        yield from _of_wholes(claim, stated, bool(_MOVED.search(rest)), remains)
        yield from _of_shares(stated, bool(_MOVED.search(rest)), remains)
    elif claim.kind == "multiple":
        yield from _multiples(stated)
    elif claim.kind == "points" or alike(claim.head, "point"):
        for a, b in combinations(_plain_shares(stated), 2):
            yield abs(a.value - b.value), a, b
    elif claim.kind in _OPERANDS:
        yield from _amounts(claim, stated, rest)


_MOVED = re.compile(
    r"\b(?:more|fewer|less|up|down|r[io]se|risen|rising|grew|grow[ns]?|growth|increas\w+|decreas\w+|"
    r"fell|fall(?:en|s)?|drop(?:s|ped)?|declin\w+|cuts?|cheaper|dearer|lower\w*|higher|longer|"
    r"shorter|faster|slower|shr[aiu]nk|discount|reduc\w+|rais\w+|climb\w*|jump\w*|slip\w*|"
    r"plung\w+|slump\w*|surg\w+|soar\w*|expan\w+|gain\w*|lost|sav(?:e[ds]?|ings?)|widen\w*|"
    r"chang\w+)\b",
    re.IGNORECASE,
)


def _of_wholes(
    claim: Figure, stated: Sequence[Figure], moved: bool, remains: bool
) -> Iterator[_Result]:
    """What per cent one amount is of another, or by how much it has changed.

    Where the claim names the whole ("a third of the seats") and the source counts it ("24 seats"),
    it is of that one.
    """
    operands = _operands(stated)
    wholes = [f for f in operands if same_noun(f, claim) and not f.lent]
    for a, b in combinations(operands, 2):
        if not _one_thing(a, b) or a.value == b.value or not a.value or not b.value:
            continue
        first, second = a.value * (factor(a, b) or 1.0), b.value
        if a.role == "new" or b.role == "old":
            first, second = second, first
        small, large = sorted((first, second))
        if not wholes or a in wholes or b in wholes:
            yield 100 * small / large, a, b
            if remains:
                yield 100 * (1 - small / large), a, b
        if moved:
            yield 100 * abs(second - first) / abs(first), a, b


def _of_shares(stated: Sequence[Figure], moved: bool, remains: bool) -> Iterator[_Result]:
    """Per cents from per cents: the rest of them, their sum, a change of them."""
    shares = _plain_shares(stated)
    points = [f for f in stated if f.kind == "points"][:_MOST_OPERANDS]
    for share in shares if remains else ():
        yield 100 - share.value, share
    for a, b in combinations(shares, 2):
        yield a.value + b.value, a, b
        if moved and a.value and b.value:
            yield 100 * abs(b.value - a.value) / abs(a.value), a, b
    for share, point in product(shares, points):
        yield share.value + point.value, share, point
        yield share.value - point.value, share, point
    for multiple in (f for f in stated if moved and f.kind == "multiple"):
        yield 100 * abs(multiple.value - 1), multiple


def _multiples(stated: Sequence[Figure]) -> Iterator[_Result]:
    shares = _plain_shares(stated)
    for a, b in combinations([*_operands(stated), *shares], 2):
        if _one_thing(a, b) and a.value and b.value:
            ratio = b.value / (a.value * (factor(a, b) or 1.0))
            yield ratio, a, b
            yield 1 / ratio, a, b
    for f in shares:
        yield 1 + f.value / 100, f
        yield 1 - f.value / 100, f
        yield f.value / 100, f


def _amounts(claim: Figure, stated: Sequence[Figure], rest: str) -> Iterator[_Result]:
    differ = bool(_CHANGE.search(rest) or _REST.search(rest))
    total = bool(_TOTAL.search(rest))
    values = [(f, v) for f in _operands(stated) for v in [_in_unit(f, claim)] if v is not None]
    for (a, x), (b, y) in combinations(values, 2):
        alike = _one_thing(a, b) or bool(a.unit and b.unit)
        money = (
            claim.kind == "money" and not total and not 1 / _PARALLEL <= x / (y or 1) <= _PARALLEL
        )
        if (alike and not money) or _kinds_of(claim, a, b):
            yield x + y, a, b
        if alike and (differ or _is_other_part(claim, a, b)):
            yield abs(x - y), a, b
    for three in combinations(values, 3):
        used = tuple(f for f, _ in three)
        if all(_one_thing(a, b) for a, b in combinations(used, 2)) or _kinds_of(claim, *used):
            yield sum(v for _, v in three), *used
    yield from _products(claim, stated, bool(_EARLIER.search(rest)))
    if claim.unit and claim.unit.dimension == "time" and claim.unit.name in ("year", "decade"):
        years = [f for f in stated if f.kind == "date" and f.value > 1000]  # noqa: PLR2004
        for a, b in combinations(years, 2):
            yield abs(a.value - b.value) / (10 if claim.unit.name == "decade" else 1), a, b


def _is_other_part(claim: Figure, part: Figure, whole: Figure) -> bool:
    """Whether the claim speaks of the rest: "3 of the 28 wells hold water", so 25 do not.

    It has none of the words that are said of the first part.
    """
    said = (part.own | whole.own) - whole.counted - part.counted
    both = part.sentence == whole.sentence and part.lent and same_noun(part, whole)
    return both and part.value < whole.value and bool(said) and not claim.words & said


def _kinds_of(claim: Figure, *parts: Figure) -> bool:
    """Whether the claim may count together what one sentence counts apart: men and women, people.

    The claim then has a noun that is none of theirs.
    """
    heads = [p.head for p in parts if p.kind == "count"]
    together = len({p.sentence for p in parts}) == 1 and len(heads) == len(parts) and all(heads)
    return together and bool(claim.head) and not any(same_noun(claim, p) for p in parts)


_PERIODS = {"h": "hour", "min": "minute", "s": "second"}


def _period(figure: Figure) -> str:
    return _PERIODS.get(figure.unit.name, figure.unit.name) if figure.unit else ""


def _products(claim: Figure, stated: Sequence[Figure], earlier: bool) -> Iterator[_Result]:
    """A rate times a count, a per cent of an amount, a multiple, the times before the fourth."""
    values = [(f, v) for f in _operands(stated) for v in [_in_unit(f, claim)] if v is not None]
    shares = _plain_shares(stated)
    for (rate, value), times in product(values, _operands(stated)):
        if rate.per and times is not rate and times.value > 1 and _period(times) in ("", rate.per):
            yield value * times.value, times, rate
    for share, (whole, value) in product(shares, values):
        yield value * share.value / 100, share, whole
    for share, (base, value) in product(shares, values):
        if base.role in ("old", "new") and 0 < share.value < 100:  # noqa: PLR2004 (per cent)
            for changed in (1 + share.value / 100, 1 - share.value / 100):
                yield value * changed if base.role == "old" else value / changed, share, base
    multiples = [f for f in stated if f.kind == "multiple" and claim.role != "by"]
    for multiple, (base, value) in product(multiples[:_MOST_OPERANDS], values):
        yield value * multiple.value, base, multiple
        yield value / multiple.value, base, multiple
    if claim.kind == "count" and earlier:
        for f in (f for f in stated if f.kind == "ordinal"):
            if claim.noun == "times" or same_noun(claim, f):
                yield f.value - 1, f


def _in_unit(figure: Figure, claim: Figure) -> float | None:
    times = factor(figure, claim)
    if times is not None:
        return figure.value * times
    if figure.unit and claim.unit and convertible(figure.unit, claim.unit):
        return convert(figure.value, figure.unit, claim.unit)
    return None


def operands_of(claim: Figure, text: str, stated: Sequence[Figure]) -> str | None:
    """The stated figures that the claim's share, multiple or difference must be one of, as words.

    None where it is not plain that it was worked out from two of them.
    """
    rest = text.replace(claim.text, " ", 1)
    pairs = [
        (a, b)
        for a, b in combinations(_operands(stated), 2)
        if _one_thing(a, b) and a.value != b.value and {a.bound, b.bound} <= {"exact", "exactly"}
    ]
    if claim.kind == "share" and claim.head:
        for a, b in pairs:
            whole = a if a.value > b.value else b
            if same_noun(whole, claim):
                return f"{min(a, b, key=_value).text} of {whole.text}"
    changing = [(a, b) for a, b in pairs if {a.role, b.role} == {"old", "new"}]
    if claim.kind == "multiple" or (claim.kind in _OPERANDS and _CHANGE.search(rest)):
        for a, b in changing or (pairs if claim.kind == "multiple" and len(pairs) == 1 else []):
            if claim.kind == "multiple" or factor(a, claim) is not None:
                return f"{a.text} and {b.text}"
    return None


def _value(figure: Figure) -> float:
    return figure.value


_ITEM_WORDS = 6


def listed(text: str) -> set[int]:
    """How many things each list of a text names ("Ana, Piet and two clerks": 3)."""
    counts: set[int] = set()
    parts = re.split(r"\band\b", text)
    for left in parts[:-1]:
        count = 2
        for item in reversed(left.split(",")[:-1]):
            count += 1
            if len(item.split()) > _ITEM_WORDS:
                break
        counts.update(range(2, count + 1))
    return counts
