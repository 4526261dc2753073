"""Figures that a text does not state but that follow from those that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from summarizer.text.agreement import alike, factor, same_noun
from summarizer.text.bounds import rounding_step
from summarizer.text.figures import Figure
from summarizer.text.operands import (
    MOST_OPERANDS,
    OPERANDS,
    Result,
    in_unit,
    one_thing,
    operands,
    plain_shares,
)
from summarizer.text.parts import (
    complements,
    is_other_part,
    kinds_of,
    named_apart,
    steps,
    sums_of_lists,
)

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

_EXACT = 1e-6

# Amounts of one size are parts of one sum; a price and what it was raised by are not.
_PARALLEL = 5.0

_OPEN = ("more_than", "less_than", "at_least", "at_most")


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
    apart = 0.15 if claim.bound in _OPEN and claim.kind in OPERANDS else 0.55
    near = claim.value == 0 or 1 - apart <= value / claim.value <= 1 + 2 * apart
    return near and span.low - slack <= value <= span.high + slack


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


def _results(claim: Figure, rest: str, stated: Sequence[Figure]) -> Iterator[Result]:
    remains = bool(_REST.search(rest))
    if claim.kind == "share":
        yield from _of_wholes(claim, stated, bool(_MOVED.search(rest)), remains)
        yield from _of_shares(claim, stated, bool(_MOVED.search(rest)), remains)
        return
    if claim.kind == "multiple":
        yield from _multiples(stated)
        return
    if claim.kind == "points" or alike(claim.head, "point"):
        for a, b in combinations(plain_shares(stated), 2):
            yield abs(a.value - b.value), a, b
    if claim.kind in OPERANDS:
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
) -> Iterator[Result]:
    """What per cent one amount is of another, or by how much it has changed.

    Where the claim names the whole ("a third of the seats") and the source counts it ("24 seats"),
    it is of that one.
    """
    given = operands(stated)
    wholes = [f for f in given if same_noun(f, claim) and not f.lent]
    for a, b in combinations(given, 2):
        if not one_thing(a, b) or a.value == b.value or not a.value or not b.value:
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


def _of_shares(
    claim: Figure, stated: Sequence[Figure], moved: bool, remains: bool
) -> Iterator[Result]:
    """Per cents from per cents: the rest of them, their sum, a change of them."""
    shares = plain_shares(stated)
    points = [f for f in stated if f.kind == "points"][:MOST_OPERANDS]
    for share in shares if remains else ():
        yield 100 - share.value, share
    yield from complements(claim, stated)
    yield from steps(claim, shares, stated)
    for a, b in combinations(shares, 2):
        yield a.value + b.value, a, b
        if moved and a.value and b.value:
            yield 100 * abs(b.value - a.value) / abs(a.value), a, b
    for share, point in product(shares, points):
        yield share.value + point.value, share, point
        yield share.value - point.value, share, point
    for multiple in (f for f in stated if moved and f.kind == "multiple"):
        yield 100 * abs(multiple.value - 1), multiple


def _multiples(stated: Sequence[Figure]) -> Iterator[Result]:
    shares = plain_shares(stated)
    for a, b in combinations([*operands(stated), *shares], 2):
        if one_thing(a, b) and a.value and b.value:
            ratio = b.value / (a.value * (factor(a, b) or 1.0))
            yield ratio, a, b
            yield 1 / ratio, a, b
    for f in shares:
        yield 1 + f.value / 100, f
        yield 1 - f.value / 100, f
        yield f.value / 100, f


def _amounts(claim: Figure, stated: Sequence[Figure], rest: str) -> Iterator[Result]:
    differ = bool(_CHANGE.search(rest) or _REST.search(rest))
    total = bool(_TOTAL.search(rest))
    values = [(f, v) for f in operands(stated) for v in [in_unit(f, claim)] if v is not None]
    yield from steps(claim, [f for f, _ in values], stated)
    yield from complements(claim, stated)
    for (a, x), (b, y) in combinations(values, 2):
        if (a.role == "by") != (b.role == "by"):
            continue
        alike = one_thing(a, b) or bool(a.unit and b.unit)
        money = (
            claim.kind == "money" and not total and not 1 / _PARALLEL <= x / (y or 1) <= _PARALLEL
        )
        if (alike and not money) or kinds_of(claim, a, b) or (total and named_apart(claim, a, b)):
            yield x + y, a, b
        if alike and (differ or is_other_part(claim, a, b)):
            yield abs(x - y), a, b
    for three in combinations(values, 3):
        used = tuple(f for f, _ in three)
        if all(one_thing(a, b) for a, b in combinations(used, 2)) or kinds_of(claim, *used):
            yield sum(v for _, v in three), *used
    yield from sums_of_lists(claim, [f for f, _ in values])
    yield from _products(
        claim, stated, bool(_EARLIER.search(rest)), bool(_SIBLINGS.search(f"{claim.noun} {rest}"))
    )
    if claim.per or _AVERAGE.search(rest):
        yield from _averages(claim, stated)
    if claim.unit and claim.unit.dimension == "time" and claim.unit.name in ("year", "decade"):
        years = [f for f in stated if f.kind == "date" and f.value > 1000]  # noqa: PLR2004
        for a, b in combinations(years, 2):
            yield abs(a.value - b.value) / (10 if claim.unit.name == "decade" else 1), a, b


_AVERAGE = re.compile(r"\b(?:averag\w*|mean|apiece|each|per|every)\b", re.IGNORECASE)


def _averages(claim: Figure, stated: Sequence[Figure]) -> Iterator[Result]:
    """A sum over the number of those that share it, or the mean of a list."""
    given = operands(stated)
    for total, sharers in product(given, given):
        plain = sharers.kind == "count" and sharers.value > 1 and total is not sharers
        amount = in_unit(total, claim) if plain else None
        if amount is not None and not one_thing(total, sharers):
            yield amount / sharers.value, total, sharers
    for first in given:
        same = [f for f in given if f.sentence == first.sentence and one_thing(f, first)]
        amounts = [v for v in (in_unit(f, claim) for f in same) if v is not None]
        if len(amounts) > 1 and same[0] is first:
            yield sum(amounts) / len(amounts), *same


_PERIODS = {"h": "hour", "min": "minute", "s": "second"}


def _period(figure: Figure) -> str:
    return _PERIODS.get(figure.unit.name, figure.unit.name) if figure.unit else ""


def _products(
    claim: Figure, stated: Sequence[Figure], earlier: bool, siblings: bool
) -> Iterator[Result]:
    """A rate times a count, a per cent of an amount, a multiple, the times before the fourth."""
    values = [(f, v) for f in operands(stated) for v in [in_unit(f, claim)] if v is not None]
    shares = plain_shares(stated)
    for (rate, value), times in product(values, operands(stated)):
        if rate.per and times is not rate and times.value > 1 and _period(times) in ("", rate.per):
            yield value * times.value, times, rate
    for share, (whole, value) in product(shares, values):
        yield value * share.value / 100, share, whole
    for share, (base, value) in product(shares, values):
        if base.role in ("old", "new") and 0 < share.value < 100:  # noqa: PLR2004 (per cent)
            for changed in (1 + share.value / 100, 1 - share.value / 100):
                yield value * changed if base.role == "old" else value / changed, share, base
    multiples = [f for f in stated if f.kind == "multiple" and claim.role != "by"]
    for multiple, (base, value) in product(multiples[:MOST_OPERANDS], values):
        if not _follows(multiple, base):
            yield value / multiple.value, base, multiple
        if _follows(multiple, base) or base.role == "old" or base.sentence != multiple.sentence:
            yield value * multiple.value, base, multiple
    if claim.kind == "count" and (earlier or siblings):
        yield from _one_fewer(claim, stated, siblings)


def _one_fewer(claim: Figure, stated: Sequence[Figure], siblings: bool) -> Iterator[Result]:
    """The three times before the fourth, the ten siblings of one of eleven."""
    for f in stated:
        counts = f.kind == "count" or (f.kind == "ordinal" and not siblings)
        if counts and (siblings or claim.noun == "times" or same_noun(claim, f)):
            yield f.value - 1, f


_SIBLINGS = re.compile(
    r"\b(?:siblings?|brothers?|sisters?|others|rivals?|opponents?|fellow)\b", re.I
)


_NEAR = 20


def _follows(multiple: Figure, base: Figure) -> bool:
    """ "Twice as many as the 40 of last year" multiplies, "80, twice last year's" divides.

    "Twice that" multiplies what was said before.
    """
    if multiple.text.lower().endswith((" that", " this")):
        return base.start < multiple.start
    near = 0 <= base.start - multiple.end <= _NEAR and base.role != "new"
    return base.sentence == multiple.sentence and near


def operands_of(claim: Figure, text: str, stated: Sequence[Figure]) -> str | None:
    """The stated figures that the claim's share, multiple or difference must be one of, as words.

    None where it is not plain that it was worked out from two of them.
    """
    rest = text.replace(claim.text, " ", 1)
    pairs = [
        (a, b)
        for a, b in combinations(operands(stated), 2)
        if one_thing(a, b) and a.value != b.value and {a.bound, b.bound} <= {"exact", "exactly"}
    ]
    if claim.kind == "share" and claim.head:
        for a, b in pairs:
            whole = a if a.value > b.value else b
            if same_noun(whole, claim):
                return f"{min(a, b, key=_value).text} of {whole.text}"
    changing = [(a, b) for a, b in pairs if {a.role, b.role} == {"old", "new"}]
    if claim.kind == "multiple" or (claim.kind in OPERANDS and _CHANGE.search(rest)):
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
