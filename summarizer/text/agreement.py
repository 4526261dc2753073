"""Whether one number may stand for another: same kind of number, same unit, same firmness."""

from __future__ import annotations

from typing import Literal

from summarizer.text.bounds import Bound, Interval, interval, rounding_step
from summarizer.text.figures import Figure
from summarizer.text.lexicon import related
from summarizer.text.units import convert, convertible, same_unit

Grade = Literal["same", "vaguer", "bare", "rounded", "converted", "firmer", "sharper", "other"]
"""How a claim's number stands to its source's: ``same`` says as much; ``vaguer`` lets go of a
little; ``bare`` leaves out "over" or "about"; ``rounded`` is its rounding; ``converted`` is it in
another unit; ``firmer`` leaves out "up to"; ``sharper`` is the same number with a bound that the
source does not give; ``other`` is another number."""

SUPPORTED: tuple[Grade, ...] = ("same", "vaguer", "bare", "rounded", "converted")

# A bound far from its number is true and misleads: "more than 1,200" of 12,000 is a slip.
_FAR = 1.75
_FAR_ALIKE = 1.25
_EQUAL = 1e-6
_LOOSE: tuple[tuple[set[Bound], set[Bound]], ...] = (
    ({"more_than", "at_least"}, {"more_than", "at_least", "about", "just_over"}),
    ({"just_over"}, {"about", "at_least", "more_than"}),
    ({"less_than", "at_most"}, {"less_than", "at_most", "just_under", "nearly"}),
    ({"about"}, {"about", "nearly", "just_under", "just_over"}),
    ({"nearly", "just_under"}, {"nearly", "just_under", "about"}),
)
_HUNDREDTH = 0.01


def alike(a: str, b: str) -> bool:
    """Whether two stems are of one word family: equal, or alike in their first five letters."""
    return a == b or (len(a) > 4 and a[:5] == b[:5])  # noqa: PLR2004


def same_noun(a: Figure, b: Figure) -> bool:
    """Whether both name what they count, and it may be one thing in two words."""
    if not (a.head and b.head):
        return False
    return alike(a.head, b.head) or related(a.noun, b.noun)


def factor(source: Figure, claim: Figure) -> float | None:
    """What to multiply the source's value with to compare it with the claim's, or None.

    None where they are numbers of different sorts: a share and a count, euros and dollars.
    """
    kinds = {source.kind, claim.kind}
    heads = {source.head, claim.head} - {""}
    if source.unit and claim.unit:
        if not same_unit(source.unit, claim.unit):
            return None
        names = {source.unit.name, claim.unit.name}
        return (
            source.unit.factor / claim.unit.factor
            if len(names) == 1 or "cent" in names or "penny" in names
            else 1.0
        )
    if "count" in kinds and ("points" in kinds or ("point" in heads and len(kinds) == 1)):
        return 1.0 if "point" in heads and len(heads) == 1 else None
    if len(kinds) == 1:
        return 1.0
    bare = claim if claim.kind == "count" else source if source.kind == "count" else None
    if bare is None or bare.head or not (source.unit or claim.unit):
        return None
    money = (source.unit or claim.unit).dimension == "money"  # type: ignore[union-attr]
    return None if money and bare is claim else 1.0


def grade(source: Figure, claim: Figure) -> Grade | None:
    """How the claim's number stands to the source's; None where they cannot be compared."""
    if "score" in (source.kind, claim.kind):
        return _score(source, claim)
    if "label" in (source.kind, claim.kind):
        return _label(source, claim)
    times = factor(source, claim)
    return _converted(source, claim) if times is None else _graded(source, claim, times)


def _graded(source: Figure, claim: Figure, times: float) -> Grade:
    """Two numbers of one sort; the source's is multiplied with ``times``."""
    value = source.value * times
    found: Grade = "other"
    if source.high is not None and claim.high is not None and source.text != claim.text:
        ends = ((value, claim.value), (source.high * times, claim.high))
        found = "same" if all(_close(a, b) for a, b in ends) else "other"
        if _vague(source) and _vague(claim) and claim.value <= source.value < claim.high / 2:
            found = "vaguer"  # "dozens" of "scores"
    elif source.interval.scaled(times).within(claim.interval):
        found = _entailed(source, claim, value)
    elif source.high is not None and claim.high is None:
        found = _of_range(value, source.high * times, claim)
    elif abs(value - claim.value) <= _EQUAL * max(1.0, abs(value)) and claim.high is None:
        found = _same_number(source.bound, claim.bound)
    elif _rounds(value, claim) and source.bound in ("exact", "exactly") and claim.bound == "exact":
        found = "rounded"
    return found


def _vague(figure: Figure) -> bool:
    return not any(c.isdigit() for c in figure.text)


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 4 * _HUNDREDTH * abs(a)


def _of_range(low: float, high: float, claim: Figure) -> Grade:
    """One number where the source gives a range."""
    ends = claim.role in ("old", "new") and claim.bound == "exact"
    if ends and claim.value in (low, high):
        return "same"  # "from 5 to 9" of "between 5 and 9"
    if not low - _EQUAL <= claim.value <= high + _EQUAL:
        return "other"
    return "vaguer" if claim.bound in ("about", "nearly") else "sharper"


def _label(source: Figure, claim: Figure) -> Grade | None:
    """ "Line 4" of "lines 3 and 4"; what counts something is no label."""
    if source.kind not in ("label", "count") or claim.kind not in ("label", "count"):
        return None
    if source.value == claim.value:
        return "same"
    return "other" if source.kind == claim.kind else None


def _score(source: Figure, claim: Figure) -> Grade | None:
    if source.kind == claim.kind:
        return "same" if source.parts == claim.parts else "other"
    if claim.kind == "count" and source.parts and not claim.unit:
        if claim.value in source.parts:
            return "same"
        return "other" if same_noun(source, claim) else None
    return None


def _entailed(source: Figure, claim: Figure, value: float) -> Grade:
    if claim.bound in ("exact", "exactly", "about", "nearly", "just_over", "just_under", "range"):
        return "same" if source.bound == claim.bound else "vaguer"
    ends = [v for v in (value, source.high) if v]
    near = min((max(abs(e), 1e-12) / max(abs(claim.value), 1e-12) for e in ends), default=1.0)
    apart = max(near, 1 / near)
    # "Up to 20" and "at least 20" say that 20 is what the source names.
    alike = source.bound == claim.bound or claim.bound in ("at_least", "at_most")
    limit = _FAR_ALIKE if alike else _FAR
    if apart > limit:
        return "other"
    return "same" if source.bound == claim.bound else "vaguer"


def _same_number(source: Bound, claim: Bound) -> Grade:
    if claim == "exact":
        return "firmer" if source in ("less_than", "at_most") else "bare"
    if any(source in left and claim in right for left, right in _LOOSE):
        return "vaguer"
    return "sharper"


def _rounds(value: float, claim: Figure) -> bool:
    """Whether the claim's bare number is the value rounded as an editor would.

    To two places or more, or to a whole number of something with decimals; less than 1 per cent
    off, or 4 where the number is large enough that nobody takes it for a count.
    """
    if not claim.value or abs(value) < _EQUAL:
        return False
    step = rounding_step(claim.value)
    off = abs(value - claim.value)
    share = off / abs(value)
    if off > step / 2 + _EQUAL:
        return False
    places = abs(claim.value) / step >= 10  # noqa: PLR2004 (two digits)
    large = abs(value) >= 1000 and places  # noqa: PLR2004
    decimals = value != int(value) and (places or step <= 1)
    word = claim.kind == "share" and not any(c.isdigit() for c in claim.text)
    return share <= _HUNDREDTH or (share <= 4 * _HUNDREDTH and (large or decimals or word))


def _converted(source: Figure, claim: Figure) -> Grade | None:
    """A length in miles of one in kilometres; the same number in the wrong unit is another."""
    if not (source.unit and claim.unit and convertible(source.unit, claim.unit)):
        return None
    unit = source.unit
    low, high = (convert(v, unit, claim.unit) for v in (source.interval.low, source.interval.high))
    value = convert(source.value, unit, claim.unit)
    slack = max(3 * _HUNDREDTH * abs(claim.value), 0.0)
    if claim.bound == "exact":
        slack = max(slack, min(rounding_step(claim.value) / 2, 0.08 * abs(claim.value)))
    claimed = interval(claim.value, claim.high, claim.bound)
    wide = Interval(claimed.low - slack, claimed.high + slack)
    fits = Interval(low, high).within(wide)
    near = claim.value and 1 / _FAR <= value / claim.value <= _FAR
    return "converted" if fits and near else "other"
