"""Whether two statements say the same, and if not, how they stand to each other.

By code alone: what the two share in concepts, names, numbers, dates and evidence speaks for them;
a difference that matters (number, date, polarity, named source, who did it, strength, scope, cause)
speaks against them, however many words they share. ``summarizer eval calibrate`` measures how often
this is right, on pairs labelled by hand.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.evaluation.reading import Reading, read, weight
from summarizer.text.words import words

Kind = Literal["equivalent", "entails", "entailed_by", "overlaps", "contradicts", "none"]
Difference = Literal[
    "number", "date", "polarity", "source", "subject", "strength", "scope", "cause", "role"
]
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Statement:
    """What is compared: a gold claim, a trap, or a claim that a program made.

    Attributes:
        evidence: alternative sets of (start, end) offsets into the article; empty if unknown.
        sources: who is named as saying it, apart from what the text itself says.
        commitment: as it is labelled; None to go by the text.
        published: ISO date that relative dates are resolved against.
    """

    id: str
    text: str
    evidence: tuple[Ranges, ...] = ()
    sources: tuple[str, ...] = ()
    commitment: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Relation:
    """How ``second`` stands to ``first``.

    Attributes:
        kind: ``entails``: the second says all of the first and more; ``entailed_by``: less.
        score: 0 to 1, how likely both say the same.
        forward, backward: share of the first that the second says, and the reverse, 0 to 1.
        differences: what keeps them from being equivalent.
    """

    kind: Kind
    score: float
    forward: float
    backward: float
    evidence: float | None
    differences: tuple[Difference, ...]


# Found by logistic regression on the pairs of the articles marked dev (evals/pairs).
_BIAS, _SHARED, _PLACE = -3.0, 6.0, 1.5
_COST: dict[str, float] = {
    "number": 4.0,
    "date": 4.0,
    "polarity": 4.0,
    "source": 4.0,
    "subject": 3.0,
    "strength": 3.0,
    "scope": 2.0,
    "cause": 2.0,
    "role": 2.0,
}
_CONTRADICTING = frozenset({"number", "date", "polarity"})
_FIRMEST_TO_WEAKEST = {"factual": 3, "reported": 2, "future": 2, "possible": 1, "unknown": 0}
_COVERED = 0.7  # share of a statement that another has to say to entail it
_TOUCHES = 0.35
_SAME_PLACE = 0.5


def relate(first: Statement, second: Statement) -> Relation:
    """How ``second`` (a prediction) stands to ``first`` (gold)."""
    a, b = read(first.text, first.published), read(second.text, second.published)
    forward, backward = _shared(a, b, first.sources), _shared(b, a, second.sources)
    place = overlap(first.evidence, second.evidence)
    found = _differences(first, a, second, b)
    score = _probability(forward, backward, place, found)
    kind = _kind(a, b, forward, backward, place, found, score)
    return Relation(kind, score, forward, backward, place, found)


def _probability(
    forward: float, backward: float, place: float | None, found: Sequence[Difference]
) -> float:
    both = 2 * forward * backward / (forward + backward) if forward + backward else 0.0
    z = _BIAS + _SHARED * both + _PLACE * (0.0 if place is None else 2 * place - 1)
    z -= sum(_COST[f] for f in found)
    return 1 / (1 + math.exp(-z))


def _kind(
    a: Reading,
    b: Reading,
    forward: float,
    backward: float,
    place: float | None,
    found: Sequence[Difference],
    score: float,
) -> Kind:
    near = place is None or place >= _SAME_PLACE
    touches = max(forward, backward) >= _TOUCHES
    if not found and score >= 0.5:  # noqa: PLR2004 (the cut of the regression)
        return "equivalent"
    if _CONTRADICTING & set(found) and min(forward, backward) >= _TOUCHES and near:
        return "contradicts"
    hard = set(found) - {"strength", "scope", "cause"}
    if not hard and near:
        firmer = _firmer(a, b)
        if forward >= _COVERED and firmer >= 0:
            return "entails"
        if backward >= _COVERED and firmer <= 0:
            return "entailed_by"
    return "overlaps" if touches and near else "none"


def _firmer(a: Reading, b: Reading) -> int:
    """1 when ``b`` says it more firmly or widely than ``a``, -1 when less, 0 when alike."""
    levels = _FIRMEST_TO_WEAKEST.get(b.strength, 0) - _FIRMEST_TO_WEAKEST.get(a.strength, 0)
    if levels:
        return 1 if levels > 0 else -1
    if b.causal != a.causal:
        return 1 if b.causal else -1
    wide = {"all": 3, "only": 3, "none": 3, "most": 2, "almost": 2, "some": 1}
    high = max((wide[s] for s in b.scopes), default=2) - max((wide[s] for s in a.scopes), default=2)
    return (high > 0) - (high < 0)


def overlap(first: Sequence[Ranges], second: Sequence[Ranges]) -> float | None:
    """Share of the shorter evidence that both have, best over the alternatives; None if unknown."""
    if not first or not second:
        return None
    return max(_overlap(one, other) for one in first for other in second)


def _overlap(one: Ranges, other: Ranges) -> float:
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    shorter = min(sum(b - a for a, b in one), sum(b - a for a, b in other))
    return min(1.0, shared / shorter) if shorter else 0.0


def _shared(a: Reading, b: Reading, sources: Sequence[str]) -> float:
    """Weighted share of what ``a`` says that ``b`` says too, 0 to 1.

    What only names the source counts for neither side.
    """
    have, said, there = 0.0, 0.0, Counter(b.tokens)
    speaking = _name_words((*sources, *a.sources))
    for token in dict.fromkeys(a.tokens):
        have += weight(token)
        said += weight(token) * (token in there)
    for name in a.names:
        if name in speaking and name not in b.names:
            continue
        have += 1
        said += name in b.names or name in there
    values = {value for value, _ in b.numbers}
    for value, _ in a.numbers:
        have += 1.5
        said += 1.5 * (value in values)
    for date in a.dates:
        have += 1
        said += any(_same_date(date, other) for other in b.dates)
    return said / have if have else 1.0


def _same_date(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one == other or (
        one[0][:1].isdigit()
        and other[0][:1].isdigit()
        and one[0] <= other[1]
        and other[0] <= one[1]
    )


def _name_words(names: Sequence[str]) -> frozenset[str]:
    return frozenset(w.lower for name in names for w in words(name) if w.text[0].isupper())


def _differences(
    first: Statement, a: Reading, second: Statement, b: Reading
) -> tuple[Difference, ...]:
    tests: tuple[tuple[Difference, bool], ...] = (
        ("number", _numbers_differ(a, b)),
        ("date", _dates_differ(a, b)),
        ("polarity", _polarity_differs(a, b)),
        ("source", _sources_differ(first, a, second, b)),
        ("subject", _subjects_differ(first, a, second, b)),
        ("strength", _strength_differs(first, a, second, b)),
        ("scope", a.scopes != b.scopes and bool((a.scopes ^ b.scopes) - {"almost"})),
        ("cause", a.causal != b.causal),
    )
    return tuple(name for name, differs in tests if differs)


def _numbers_differ(a: Reading, b: Reading) -> bool:
    left, right = {v for v, _ in a.numbers}, {v for v, _ in b.numbers}
    if left - right and right - left:
        return True
    bound_a, bound_b = dict(a.numbers), dict(b.numbers)
    crossed = [v for v in left & right if bound_a[v] and bound_b[v] and bound_a[v] != bound_b[v]]
    swapped = any(bound_a[v] == bound_b[w] for v in crossed for w in crossed if v != w)
    units = any({bound_a[v], bound_b[v]} & _UNITS for v in crossed)
    shared = left & right
    order_a = [v for v, _ in a.numbers if v in shared]
    order_b = [v for v, _ in b.numbers if v in shared]
    turned = order_a != order_b and sorted(order_a) == sorted(order_b) and a.tokens == b.tokens
    return swapped or units or turned


_UNITS = frozenset({"percent", "percentage points", "USD", "EUR", "GBP", "JPY"})


def _dates_differ(a: Reading, b: Reading) -> bool:
    def lacking(one: Reading, other: Reading) -> list[tuple[str, str]]:
        return [d for d in one.dates if not any(_same_date(d, o) for o in other.dates)]

    left, right = lacking(a, b), lacking(b, a)
    return bool({d[0] and len(d[0]) for d in left} & {d[0] and len(d[0]) for d in right})


def _polarity_differs(a: Reading, b: Reading) -> bool:
    turned = any(
        a.signs[axis] != b.signs[axis] and len(a.signs[axis]) == len(b.signs[axis]) == 1
        for axis in set(a.signs) & set(b.signs)
    )
    return turned != (a.negations % 2 != b.negations % 2)


def _sources_differ(first: Statement, a: Reading, second: Statement, b: Reading) -> bool:
    left, right = (*first.sources, *a.sources), (*second.sources, *b.sources)
    if not left or not right:
        return False
    one, other = _source_words(left), _source_words(right)
    return not one & other


def _source_words(sources: Sequence[str]) -> set[str]:
    return {w.lower for s in sources for w in words(s) if w.lower not in {"the", "of", "a", "and"}}


def _subjects_differ(first: Statement, a: Reading, second: Statement, b: Reading) -> bool:
    speaking = _source_words((*first.sources, *a.sources, *second.sources, *b.sources))
    left = [n for n in a.names if n not in b.names and n not in speaking and n not in b.tokens]
    right = [n for n in b.names if n not in a.names and n not in speaking and n not in a.tokens]
    if left and right:
        return True
    shared = [n for n in a.names if n in b.names]
    again = [n for n in b.names if n in a.names]
    if len(shared) > 1 and shared[0] != again[0] and a.passive == b.passive:
        return set(a.tokens) == set(b.tokens)
    return False


def _strength_differs(first: Statement, a: Reading, second: Statement, b: Reading) -> bool:
    left = {a.strength, *_labelled(first)}
    right = {b.strength, *_labelled(second)}
    if left & right:
        return False
    sourced = (*first.sources, *a.sources) and (*second.sources, *b.sources)
    return not ({"factual", "reported"} == left | right and sourced)


def _labelled(statement: Statement) -> set[str]:
    if statement.commitment is None:
        return set()
    return {"future" if statement.commitment in ("intended", "forecast") else statement.commitment}
