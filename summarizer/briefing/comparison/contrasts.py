"""Where two claims of one matter cannot both be true.

A pair is looked at without what the two differ in: claims that agree in all else are of one matter,
and then a difference in a figure, a date, a name or the polarity contradicts. How much each sign
counts is fitted on labelled stories (``benchmarks/fit_matter.py``): among them are the ones of what
only looks like a contradiction, such as figures of two groups, events of two days, a change that is
told as a change, and a denial of the one figure beside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from summarizer.briefing.comparison.matter import Pair, Words
from summarizer.briefing.comparison.units import (
    CHANGES,
    Unit,
    agreement,
    comparable,
    counted_by,
    days_apart,
    denies,
    head,
    meet,
    named_as_wrong,
    opposite,
    outgrown,
    takes_back,
    turned,
    units,
)
from summarizer.briefing.comparison.vocabulary import TALLIES
from summarizer.briefing.comparison.weights import CONTRAST, likelihood
from summarizer.briefing.openness import is_open
from summarizer.briefing.schema import ConflictKind
from summarizer.briefing.told import Told
from summarizer.matching.reading import parts
from summarizer.matching.relation import same_source
from summarizer.text.figures import Figure
from summarizer.text.words import stem

_KINDS: tuple[ConflictKind, ...] = ("number", "date", "name", "direction", "commitment")
_ANYBODY = frozenset(
    stem(word)
    for word in """person people man woman lives victim participant patient worker employee
    resident passenger docker sailor miner villager commuter hiker tourist pilgrim guest""".split()
)
# Likelihood from which a difference is shown as a conflict. Figures and dates that differ are there
# to be seen; that one denies what the other says, or names another, is read out of the words.
_CONTRADICTS: Mapping[ConflictKind, float] = {
    "number": 0.3,
    "date": 0.3,
    "direction": 0.3,
    "name": 0.4,
    "commitment": 0.4,
}
_WORTH_ASKING = 0.2  # agreement of all else below which nothing is compared
_SAME_EVENT, _SAME_PLAN, _SAME_DEED = 0.5, 0.3, 0.5
_DENIED = 0.55  # share of what is denied that the other has to say
_A_SENTENCE = 4  # words
_FEWEST = 2  # words besides names
_TALLIES_DIFFER = 0.6  # and where two counts of the dead, the hurt … of one story differ
_NAMED_AS_WRONG = 0.9  # likelihood where one gives the other's figure as wrong
_TALLIED = 60  # days within which two counts of a group may be of one event
_PRONOUN = re.compile(r"(?:it|he|she|they|we|i|this|that|these|those)\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:again|another|next|second|further)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Contrast:
    """Two claims, by their index, that contradict each other.

    Attributes:
        values: what each says, to tell the sides of a conflict of several claims apart.
        measures: what is counted, where words name it.
        score: 0 to 1, how likely they contradict each other.
        denied_figure: whether the one denies, or takes back, the figure that the other gives.
    """

    first: int
    second: int
    kind: ConflictKind
    values: tuple[object, object]
    measures: frozenset[str]
    score: float
    denied_figure: Literal["denied", "taken back"] | None = None


@dataclass(frozen=True)
class Difference:
    """What two clauses differ in, and the signs by which to judge it."""

    kind: ConflictKind
    one: Unit
    other: Unit
    figures: tuple[Figure, Figure] | None
    signs: dict[str, float]


def contrasts_of(
    told: Sequence[Told], words_of: Sequence[Words], pairs: Sequence[Pair]
) -> list[Contrast]:
    """The pairs that contradict each other; claims of one source only where two parties speak.

    Args:
        words_of: the words of the whole claims, those that name a speaker among them.
    """
    found = []
    units_of = [tuple(units(one, each)) for one, each in zip(told, words_of, strict=True)]
    open_ones = {
        index
        for index, one in enumerate(told)
        if is_open(one) or one.content.endswith("?") or len(one.content.split()) < _A_SENTENCE
    }
    for pair in pairs:
        one, other = told[pair.first], told[pair.second]
        if pair.first in open_ones or pair.second in open_ones:
            continue
        if one.source == other.source and not _two_speak(one, other):
            continue
        differences = differences_of(pair, units_of)
        scored = [(_likelihood(d), d) for d in differences]
        likely = [(score, d) for score, d in scored if score >= _CONTRADICTS[d.kind]]
        if likely:
            score, best = max(likely, key=lambda s: s[0])
            found.append(_contrast(pair, best, score))
    return found


def _likelihood(difference: Difference) -> float:
    one, other = difference.one, difference.other
    figure = difference.figures and (_named_as_wrong(one, other) or _named_as_wrong(other, one))
    if figure or (difference.kind == "name" and _said_wrongly(one, other)):
        return _NAMED_AS_WRONG
    tallied = _group(one, other, difference.figures) & TALLIES
    return max(likelihood(CONTRAST, difference.signs), _TALLIES_DIFFER if tallied else 0.0)


def _two_speak(one: Told, other: Told) -> bool:
    """Whether each of two claims has a speaker of its own."""
    left, right = ([link.source for link in t.claim.attribution[-1:]] for t in (one, other))
    return bool(left and right) and not same_source(left[0], right[0])


def differences_of(pair: Pair, units_of: Sequence[Sequence[Unit]]) -> Iterator[Difference]:
    """What the clauses of two claims differ in.

    Args:
        units_of: for each claim what :func:`~.units.units` makes of it.
    """
    for one, other in product(units_of[pair.first], units_of[pair.second]):
        yield from _differences(pair, one, other)


def _differences(pair: Pair, one: Unit, other: Unit) -> Iterator[Difference]:
    """The differences of two clauses that may contradict: one of each kind at most."""
    figures = _figures_apart(one, other)
    if figures is not None:
        slot = agreement(one.slot(figures[0]), other.slot(figures[1]))
        yield _made("number", pair, (one, other), figures, slot)
    changes = bool(one.words.spoken_of & other.words.spoken_of & CHANGES)
    if _is_turned(one, other) and (changes or figures is None):
        kind: ConflictKind = "direction" if changes else "commitment"
        yield _made(kind, pair, (one, other))
    if _dates_apart(one, other) and _one_event(pair, one, other):
        yield _made("date", pair, (one, other))
    wrongly = _said_wrongly(one, other) and _met(one, other) > 0
    if wrongly or (_others_did(one, other) and _one_deed(one, other)):
        yield _made("name", pair, (one, other))


def _one_event(pair: Pair, one: Unit, other: Unit) -> bool:
    """Whether they tell of one event, to go by their words."""
    plans = pair.mutual and one.is_ahead and other.is_ahead
    if _met(one, other) < (1 if plans else _FEWEST):
        return False
    agree = agreement(one.matter.without_names, other.matter.without_names)
    if not any(_PRONOUN.match(unit.content) for unit in (one, other)):
        agree = min(agree, agreement(one.matter, other.matter))
    return agree >= (_SAME_PLAN if plans else _SAME_EVENT)


def _one_deed(one: Unit, other: Unit) -> bool:
    """Whether they tell of one deed, to go by their words."""
    plain = agreement(one.matter.without_names, other.matter.without_names)
    agree = min(plain, agreement(one.matter, other.matter))
    return agree >= _SAME_DEED and _met(one, other) >= _FEWEST


def _made(
    kind: ConflictKind,
    pair: Pair,
    units_of: tuple[Unit, Unit],
    figures: tuple[Figure, Figure] | None = None,
    slot: float = 0.0,
) -> Difference:
    one, other = units_of
    agree = agreement(one.matter, other.matter)
    forth, back = one.matter.share(other.matter), other.matter.share(one.matter)
    plain = one.matter.without_names, other.matter.without_names
    met = min(plain[0].met(plain[1]), plain[1].met(plain[0]))
    denied, said = plain if one.denied else plain[::-1]
    denial = one.denied != other.denied
    heads = {head(figure) for figure in figures} if figures else {""}
    signs = {
        "bias": 1.0,
        "agree": agree,
        "slot": slot,
        "least": min(forth, back),
        "most": max(forth, back),
        "agree plain": agreement(*plain),
        "words met": min(met, 4) / 4,
        "mutual": float(pair.mutual),
        "same": pair.same,
        "one head": float(len(heads) == 1 and "" not in heads),
        "one group": float(bool(_group(one, other, figures))),
        "figure met": float(_figure_met(one, other)),
        "dates meet": float(bool(one.dates and other.dates) and not _dates_apart(one, other)),
        "dates ahead": float(one.is_ahead and other.is_ahead),
        "one dated": float(bool(one.dates) != bool(other.dates)),
        "turned": float(turned(one, other)),
        "said of denied": denied.share(said) if denial else 0.0,
        **{f"is {name}": float(name == kind) for name in _KINDS},
        **{f"{name} agree": agree * (name == kind) for name in _KINDS},
    }
    return Difference(kind, one, other, figures, signs)


def _figures_apart(one: Unit, other: Unit) -> tuple[Figure, Figure] | None:
    """The figures of one thing that exclude each other, those of the most like words first."""
    if not one.figures or not other.figures or _tells_a_change(one, other):
        return None
    named = _named_as_wrong(one, other) or _named_as_wrong(other, one)
    if named:
        return named if named[0] in one.figures else named[::-1]
    if one.denied or other.denied:
        return None
    if one.told.claim.commitment != other.told.claim.commitment and (
        _is_future(one) != _is_future(other)
    ):
        return None
    apart = days_apart(one, other)
    found = []
    for x, y in product(one.figures, other.figures):
        groups = counted_by(one.content, x), counted_by(other.content, y)
        if not comparable(x, y) and not (groups[0] & groups[1] & TALLIES and outgrown(x, y)):
            continue
        people = x.kind == "count" and {head(x), head(y)} <= _ANYBODY | {""}
        if people and any(groups):
            if groups[0] & groups[1] and apart <= _TALLIED:
                found.append((1.0, x, y))
            continue
        moved = one.words.spoken_of | other.words.spoken_of
        told_as_change = (x.role == "new") != (y.role == "new") and moved & CHANGES
        if told_as_change or _figure_met(one, other):
            continue
        slots = one.slot(x), other.slot(y)
        agree = agreement(*slots)
        heads = {head(x), head(y)}
        same = len(heads) == 1 or (
            "" in heads and agree >= _SAME_EVENT and slots[0].spoken_of & slots[1].spoken_of
        )
        if apart == 0 and agree >= _WORTH_ASKING and (same or heads <= _ANYBODY):
            found.append((agree, x, y))
    best = max(found, key=lambda f: f[0], default=None)
    return best[1:] if best else None


def _named_as_wrong(one: Unit, other: Unit) -> tuple[Figure, Figure] | None:
    """A figure of the one that the other names as not being so, and what the other has for it."""
    for x, wrong in product(one.figures, other.set_aside):
        heads = {head(x), head(wrong)}
        one_thing = x.kind == wrong.kind and (len(heads) == 1 or heads <= _ANYBODY | {""})
        if one_thing and x.unit == wrong.unit and x.interval == wrong.interval:
            own = (y for y in other.figures if comparable(x, y))
            return next(((x, y) for y in own), None)
    return None


def _is_turned(one: Unit, other: Unit) -> bool:
    """Whether the one says that it is so, or rose, and the other that it is not, or fell."""
    if not opposite(one, other) or _tells_a_change(one, other) or days_apart(one, other):
        return False
    plain = one.matter.without_names, other.matter.without_names
    if one.is_to_come != other.is_to_come or min(len(w.terms) for w in plain) < _FEWEST:
        return False
    if one.denied != other.denied:
        denied, said = plain if one.denied else plain[::-1]
        # "Not 94" and "80" agree.
        agreeing = one.figures and other.figures and not _figure_met(one, other)
        # A clause of a denial that does not deny is the frame of it, or an aside.
        agreeing = agreeing or denies((other if one.denied else one).told.content)
        return not agreeing and denied.met(said) >= _FEWEST and denied.share(said) >= _DENIED
    at_hand = [unit.dates[0].precision for unit in (one, other) if unit.dates]
    if len(at_hand) == 1 and at_hand[0] in ("time", "day", "week"):
        return False  # it has grown since, or before
    changes = bool(one.words.spoken_of & other.words.spoken_of & CHANGES)
    return agreement(*plain) >= _WORTH_ASKING and _met(one, other) >= (1 if changes else _FEWEST)


def _dates_apart(one: Unit, other: Unit) -> bool:
    """Whether they date one event differently; what rose one day may fall on the next."""
    if not one.dates or not other.dates or any(meet(x, y) for x in one.dates for y in other.dates):
        return False
    if parts(one.content) or parts(other.content):
        return False  # the clause with the date is looked at by itself
    if any(comparable(x, y) for x, y in product(one.figures, other.figures)):
        return False  # 300 on the one day and 180 on the other
    if bool(_AGAIN.search(one.content)) != bool(_AGAIN.search(other.content)):
        return False
    if one.words.spoken_of & other.words.spoken_of & CHANGES:
        return False
    return not opposite(one, other) or (one.is_ahead and other.is_ahead)


def _met(one: Unit, other: Unit) -> int:
    """How many words, besides names and those of change, each has of the other."""
    return min(one.lasting.met(other.lasting), other.lasting.met(one.lasting))


def _group(one: Unit, other: Unit, figures: tuple[Figure, Figure] | None) -> frozenset[str]:
    """The group of people that both figures count."""
    if figures is None:
        return frozenset()
    return counted_by(one.content, figures[0]) & counted_by(other.content, figures[1])


def _tells_a_change(one: Unit, other: Unit) -> bool:
    """Whether one tells what has become of the other."""
    return one.tells_state or other.tells_state


def _is_future(unit: Unit) -> bool:
    return unit.told.claim.commitment == "intended"


def _figure_met(one: Unit, other: Unit) -> bool:
    return any(
        x.interval == y.interval for x, y in product(one.figures, other.figures) if x.kind == y.kind
    )


def _said_wrongly(one: Unit, other: Unit) -> bool:
    """Whether the one gives as wrong a name that the other has."""
    return bool(named_as_wrong(one.content) & other.names) != bool(
        named_as_wrong(other.content) & one.names
    )


def _others_did(one: Unit, other: Unit) -> bool:
    """Whether two names that do not meet are said to have done what is told."""
    left, right = one.doers, other.doers
    return bool(left and right) and not left & (right | other.names) and not right & one.names


def _contrast(pair: Pair, best: Difference, score: float) -> Contrast:
    one, other = best.one, best.other
    values: tuple[object, object]
    group = _group(one, other, best.figures)
    if best.figures is not None and group & TALLIES:
        values = best.figures[0].value, best.figures[1].value
    elif best.figures is not None:
        values = best.figures[0].interval, best.figures[1].interval
    elif best.kind == "date":
        values = one.dates[0].start, other.dates[0].start
    elif best.kind == "name":
        values = one.doers, other.doers
    else:
        values = (one.denied, *one.sides.items()), (other.denied, *other.sides.items())
    return Contrast(
        pair.first,
        pair.second,
        best.kind,
        values,
        group,
        score,
        denied_figure=_denied_figure(best),
    )


def _denied_figure(best: Difference) -> Literal["denied", "taken back"] | None:
    if best.kind != "commitment" or not _figure_met(best.one, best.other):
        return None
    back = any(takes_back(unit.told.content) for unit in (best.one, best.other))
    return "taken back" if back else "denied"
