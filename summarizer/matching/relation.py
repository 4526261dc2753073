"""Whether two statements say the same, and if not, how they stand to each other.

By code alone: what the two share in concepts, names, numbers, dates and evidence speaks for them,
and so does that no other claim of the article is as near; a difference that matters (number, date,
polarity, named source, who did it, strength, scope, cause) speaks against them, however many words
they share. How much each counts was fitted on labelled pairs (``benchmarks/fit_matcher.py``), and
``summarizer eval calibrate`` measures how often the outcome is right.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from summarizer.matching.reading import Reading, read
from summarizer.text.words import STOP_WORDS, words

Kind = Literal["equivalent", "entails", "entailed_by", "overlaps", "contradicts", "none"]
Difference = Literal[
    "number", "date", "polarity", "source", "subject", "strength", "scope", "cause"
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
        whole: the statement that this one is a part of, whose names it may lean on.
    """

    id: str
    text: str
    evidence: tuple[Ranges, ...] = ()
    sources: tuple[str, ...] = ()
    commitment: str | None = None
    published: str | None = None
    whole: str | None = None


@dataclass(frozen=True)
class Comparison:
    """What two statements share and where they differ, before anything is decided.

    Attributes:
        forward, backward: share of the first that the second says, and the reverse, 0 to 1.
        order: likeness of their word sequences, 0 to 1; 0 where they share too little to ask.
        exchanged: how many words one has for words of the other.
        place: share of the shorter evidence that both have, 0 to 1; None if unknown.
        firmer: 1 when the second puts it more firmly or widely, -1 when less, 0 when alike.
        figures: whether both have the same numbers.
    """

    forward: float
    backward: float
    order: float
    exchanged: int
    place: float | None
    differences: tuple[Difference, ...]
    firmer: int
    figures: bool

    @property
    def alike(self) -> float:
        """Harmonic mean of ``forward`` and ``backward``."""
        both = self.forward + self.backward
        return 2 * self.forward * self.backward / both if both else 0.0

    @property
    def close(self) -> bool:
        """Whether the wordings are so near that a small difference is meant."""
        return max(self.alike, self.order) >= _CLOSE


@dataclass(frozen=True)
class Relation:
    """How the second statement stands to the first.

    Attributes:
        kind: ``entails``: the second says all of the first and more; ``entailed_by``: less.
        score: 0 to 1, how likely both say the same.
    """

    kind: Kind
    score: float
    comparison: Comparison

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What keeps them from being equivalent."""
        return self.comparison.differences


# Log-odds, as benchmarks/fit_matcher.py prints them.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "bias": -1.15,
        "alike": 0.00,
        "place": 2.10,
        "ahead_near": 1.19,
        "ahead": 1.52,
        "exchanged": -1.01,
        "reworded": -0.44,
        "number": -1.57,
        "date": -2.00,
        "polarity": 0.00,
        "source": -1.85,
        "subject": -1.36,
        "strength": -0.47,
        "scope": 0.00,
        "cause": -1.37,
        "close number": -1.90,
        "close date": -1.58,
        "close polarity": -2.26,
        "close source": -1.73,
        "close subject": -2.36,
        "close strength": -2.93,
        "close scope": -1.95,
        "close cause": -1.68,
    }
)
_CLOSE = 0.5
_NEAR_VERBATIM = 0.7
_COVERED = 0.7  # share of a statement that another has to say to entail it
_TOUCHES = 0.35
_WORTH_ORDERING = 0.25
_SAME_PLACE = 0.5
_UNKNOWN_PLACE = 0.5  # neither for nor against, where one side cites nothing
_POINTED = (
    0.4  # weight of a name, or of "the union", that may be what the other side calls otherwise
)
_FIRMEST_TO_WEAKEST = {"factual": 3, "reported": 2, "future": 2, "possible": 1, "unknown": 0}
_WIDTH = {"all": 3, "only": 3, "none": 3, "most": 2, "almost": 2, "some": 1}
_UNITS = frozenset({"percent", "percentage points", "USD", "EUR", "GBP", "JPY"})


def relate(
    first: Statement, second: Statement, *, rival: float = 0.0, near_rival: float = 0.0
) -> Relation:
    """How ``second`` (a prediction) stands to ``first`` (gold).

    Args:
        rival: how alike ``second`` is to the nearest other statement of the first's kind.
        near_rival: the same among those that rest on the same place.
    """
    return decide(compare(first, second), rival=rival, near_rival=near_rival)


def compare(first: Statement, second: Statement) -> Comparison:
    """What two statements share and where they differ."""
    a, b = read(first.text, first.published), read(second.text, second.published)
    known = frozenset(read(second.whole, second.published).names) if second.whole else frozenset()
    forward = _shared(a, b, first.sources, known)
    backward = _shared(b, a, second.sources)
    gone = sum(t not in b.said and t not in b.named for t in a.tokens)
    come = sum(t not in a.said and t not in a.named for t in b.tokens)
    order = 0.0
    if min(forward, backward) >= _WORTH_ORDERING:
        order = SequenceMatcher(None, a.words, b.words, autojunk=False).ratio()
    return Comparison(
        forward=forward,
        backward=backward,
        order=order,
        exchanged=min(gone, come),
        place=overlap(first.evidence, second.evidence),
        differences=_differences(first, a, second, b),
        firmer=_firmer(a, b),
        figures={v for v, _ in a.numbers} == {v for v, _ in b.numbers},
    )


def decide(found: Comparison, *, rival: float = 0.0, near_rival: float = 0.0) -> Relation:
    """The relation, given how near the nearest rival is; see :func:`relate`."""
    signs = features(found, rival, near_rival)
    score = 1 / (1 + math.exp(-sum(WEIGHTS[name] * value for name, value in signs.items())))
    return Relation(_kind(found, score), score, found)


def features(found: Comparison, rival: float, near_rival: float) -> dict[str, float]:
    """What the score is made of, by the names of ``WEIGHTS``."""
    return {
        "bias": 1.0,
        "alike": found.alike,
        "place": _UNKNOWN_PLACE if found.place is None else found.place,
        "ahead_near": found.alike - near_rival,
        "ahead": found.alike - rival,
        "exchanged": found.order * min(found.exchanged, 2),
        "reworded": float(found.order >= _NEAR_VERBATIM and found.exchanged > 0),
        **dict.fromkeys(found.differences, 1.0),
        **{f"close {name}": float(found.close) for name in found.differences},
    }


def _kind(found: Comparison, score: float) -> Kind:
    differences = set(found.differences)
    never = differences & {"number", "source"} or (
        found.close and (differences & {"polarity", "strength"} or not found.figures)
    )
    near = found.place is None or found.place >= _SAME_PLACE
    if score >= 0.5 and not never:  # noqa: PLR2004 (even odds)
        return "equivalent"
    touches = min(found.forward, found.backward) >= _TOUCHES
    if differences & {"number", "date", "polarity"} and touches and near:
        return "contradicts"
    if not differences - {"strength", "scope", "cause"} and near:
        if found.forward >= _COVERED and found.firmer >= 0:
            return "entails"
        if found.backward >= _COVERED and found.firmer <= 0:
            return "entailed_by"
    return "overlaps" if near and max(found.forward, found.backward) >= _TOUCHES else "none"


def _firmer(a: Reading, b: Reading) -> int:
    levels = _FIRMEST_TO_WEAKEST.get(b.strength, 0) - _FIRMEST_TO_WEAKEST.get(a.strength, 0)
    if levels:
        return 1 if levels > 0 else -1
    if b.causal != a.causal:
        return 1 if b.causal else -1
    wide = [max((_WIDTH[scope] for scope in r.scopes), default=2) for r in (a, b)]
    return (wide[1] > wide[0]) - (wide[1] < wide[0])


def overlap(first: Sequence[Ranges], second: Sequence[Ranges]) -> float | None:
    """Share of the shorter evidence that both have, best over the alternatives; None if unknown."""
    if not first or not second:
        return None
    return max(_overlap(one, other) for one in first for other in second)


def _overlap(one: Ranges, other: Ranges) -> float:
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    shorter = min(sum(b - a for a, b in one), sum(b - a for a, b in other))
    return min(1.0, shared / shorter) if shorter else 0.0


def _shared(
    a: Reading, b: Reading, sources: tuple[str, ...], known: frozenset[str] = frozenset()
) -> float:
    """Weighted share of what ``a`` says that ``b`` says too, 0 to 1.

    What only names the source counts for neither side.

    Args:
        known: names that ``b`` may leave out.
    """
    have, said, there = 0.0, 0.0, b.said
    speaking = _name_words((*sources, *a.sources))
    # "The union" may be the one that the other side names: neither word then counts for much.
    named = not b.named <= a.named
    pointed = not b.pointing <= a.said.keys()
    for token, weight in a.said.items():
        vague = token not in there and token in a.pointing and named
        worth = weight * _POINTED if vague else weight
        have += worth
        said += worth * (token in there)
    for name in a.names:
        if name in speaking and name not in b.named:
            continue
        found = name in b.named or name in there or name in known
        worth = 1.0 if found or not pointed else _POINTED
        have += worth
        said += worth * found
    values = {value for value, _ in b.numbers}
    for value, _ in a.numbers:
        have += 1.5
        said += 1.5 * (value in values)
    for date in a.dates:
        have += 1.0
        said += any(_same_date(date, other) for other in b.dates)
    return said / have if have else 1.0


_Date = tuple[str, str, str]


def _same_date(one: _Date, other: _Date) -> bool:
    """The same words, or resolved to times that overlap."""
    resolved = one[1] and other[1]
    return one[2] == other[2] or bool(resolved and one[0] <= other[1] and other[0] <= one[1])


@lru_cache(maxsize=5_000)
def _name_words(names: tuple[str, ...]) -> frozenset[str]:
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
        ("scope", bool((a.scopes ^ b.scopes) - {"almost"})),
        ("cause", a.causal != b.causal),
    )
    return tuple(name for name, differs in tests if differs)


def _numbers_differ(a: Reading, b: Reading) -> bool:
    """Each has a number that the other lacks, or one number is of another thing or unit."""
    left, right = {v for v, _ in a.numbers}, {v for v, _ in b.numbers}
    if left - right and right - left:
        return True
    of_a, of_b = dict(a.numbers), dict(b.numbers)
    shared = left & right
    crossed = [v for v in shared if of_a[v] and of_b[v] and of_a[v] != of_b[v]]
    swapped = any(of_a[v] == of_b[w] for v in crossed for w in crossed if v != w)
    units = any({of_a[v], of_b[v]} & _UNITS for v in crossed)
    order_a = [v for v, _ in a.numbers if v in shared]
    order_b = [v for v, _ in b.numbers if v in shared]
    turned = order_a != order_b and sorted(order_a) == sorted(order_b) and a.tokens == b.tokens
    return swapped or units or turned


def _dates_differ(a: Reading, b: Reading) -> bool:
    """Each has a date that the other lacks, and both are resolved, or both are words."""

    def lacking(one: Reading, other: Reading) -> set[str]:
        alone = [d for d in one.dates if not any(_same_date(d, o) for o in other.dates)]
        return {d[0] if d[0] == "season" else "placed" if d[0] else "words" for d in alone}

    return bool(lacking(a, b) & lacking(b, a))


def _polarity_differs(a: Reading, b: Reading) -> bool:
    """One says "not", or the opposite word, and the other does neither or both."""
    turned = any(
        a.signs[axis] != b.signs[axis] and len(a.signs[axis]) == len(b.signs[axis]) == 1
        for axis in set(a.signs) & set(b.signs)
    )
    return turned != (a.negations % 2 != b.negations % 2)


def _sources_differ(first: Statement, a: Reading, second: Statement, b: Reading) -> bool:
    """Each names a source that the other does not; what the text names counts without a chain."""
    left, right = first.sources or a.sources, second.sources or b.sources
    shorter, longer = sorted((left, right), key=len)
    return not all(any(same_source(one, other) for other in longer) for one in shorter)


def same_source(one: str, other: str) -> bool:
    """Whether two names are of one source: all words of the shorter stand in the longer."""
    if not one or not other:
        return one == other
    left, right = _source_words((one,)), _source_words((other,))
    return bool(left and right) and (left <= right or right <= left)


@lru_cache(maxsize=5_000)
def _source_words(sources: tuple[str, ...]) -> frozenset[str]:
    return frozenset(w.lower for s in sources for w in words(s) if w.lower not in STOP_WORDS)


def _subjects_differ(first: Statement, a: Reading, second: Statement, b: Reading) -> bool:
    """Each has a name that the other lacks, or the same names stand the other way round."""
    speaking = set(_source_words((*first.sources, *a.sources, *second.sources, *b.sources)))
    # "Finance Minister Bertil Oxmoor": what stands before the speaker's name belongs to it.
    speaking |= {w for run in (*a.runs, *b.runs) if speaking & set(run) for w in run}
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
    left, right = _strengths(first, a), _strengths(second, b)
    if left & right:
        return False
    sourced = (*first.sources, *a.sources) and (*second.sources, *b.sources)
    return not ({"factual", "reported"} == left | right and sourced)


def _strengths(statement: Statement, reading: Reading) -> set[str]:
    """What the words show, and what the label says; of a denied claim the words show nothing."""
    if statement.commitment == "denied":
        return {"denied"}
    if statement.commitment in ("intended", "forecast"):
        return {reading.strength, "future"}
    return {reading.strength, statement.commitment or reading.strength}
