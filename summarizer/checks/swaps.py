"""Which date of the source a claim's words go with: dates that have changed places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from summarizer.checks.places import (
    POINTING,
    Place,
    content,
    is_name,
    meanings,
    subject_end,
    words_of,
)
from summarizer.text.clauses import full_verb
from summarizer.text.dates.tense import PAST_FORMS
from summarizer.text.numeral import ORDINALS
from summarizer.text.words import stem

_SHARED = 0.5
_SYNONYM = 0.8
_OF_OLD = re.compile(
    r"\b(?:original(?:ly)?|previous(?:ly)?|former(?:ly)?|initial(?:ly)?|at\s+first|first\s+(?:planned|promised|due|"
    r"meant|set|announced|expected|scheduled|target|date)|old|had\s+been|was\s+(?:to|due|meant|"
    r"supposed|planned|scheduled))\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r",?\s(?:if|unless|because|although|though|whereas|provided)\s", re.IGNORECASE
)
_OPENING = re.compile(r"(?:if|unless|because|although|though|provided)\s[^,]*,", re.IGNORECASE)
_PAST = frozenset(PAST_FORMS.split("|"))
_NAME = 3.0
_TAKEN_UP = 0.25
_TAKEN_UP_BY_PRONOUN = 0.03
_PRONOUN = re.compile(r"(?:It|They|He|She|This|These)\b")
_TAKEN_UP_NEAR = 0.5
_VERB = 1.5
_HELD = 0.5


def near(claim: Place, source: Place) -> float:
    """How many of the words around the claim's date stand around the source's, weighted."""
    return sum(_weight(said, source) for said in _claim_words(claim))


def drawn_away(claim: Place, here: Place, there: Place) -> float:
    """How much more the claim's words go with one date of the source than with another.

    0 where that is not sure. A clause that points back ("it moved") takes up the words of the one
    before, and only the verb tells, unless it takes up that one, too ("Norway followed").
    """
    earlier, later = sorted((here, there), key=lambda p: (p.number, p.span))
    apart = here.number != there.number
    back = bool(POINTING.search(later.sentence)) if apart else later.around.points
    subject = _subject(earlier.sentence) if back else frozenset()
    towards = away = held = 0.0
    for said in _claim_words(claim):
        if said.weight < 1:
            continue
        difference = _weight(said, there) - _weight(said, here)
        gaining, losing = (there, here) if difference > 0 else (here, there)
        share = _share(said, losing)
        if gaining is earlier:
            share *= _taken_up(said, later, subject, back=back, apart=apart)
        if difference > 0:
            towards += share * difference
        else:
            away -= share * difference
            # Where the verb goes with the one that the claim names, more must speak against it.
            held = max(held, _HELD * said.verb)
    away *= 1 + held
    if towards < _ENOUGH or (apart and away > _ASIDE * towards):
        return 0.0
    return towards - away


def _share(said: _Said, losing: Place) -> float:
    """How much a word tells that stands with one of two dates."""
    if _turns_on(said.root, losing):
        return 0.0
    if said.verb:
        return _VERB
    # A name tells where the other date has a name of its own.
    return _NAME if said.name and losing.around.names else 1.0


def _taken_up(
    said: _Said, later: Place, subject: frozenset[str], *, back: bool, apart: bool
) -> float:
    """How much a word of an earlier clause tells, which the later one may take up."""
    if said.verb:
        return _TAKEN_UP if later.around.follows else 1.0
    if not back:
        return 1.0
    if said.root in subject:
        return 0.0
    if apart and _PRONOUN.match(later.sentence):
        return _TAKEN_UP_BY_PRONOUN
    return _TAKEN_UP if apart else _TAKEN_UP_NEAR


_BEGIN = frozenset(map(stem, "begin began begun start started open opened launch launched".split()))
_END = frozenset(
    map(
        stem,
        "end ended ends close closed finish finished conclude concluded expire expired".split(),
    )
)


def _turns_on(root: str, place: Place) -> bool:
    """Whether "began" or "ended" is what "from" or "until" says of a date."""
    role = place.expression.role if place.expression else "at"
    return (role == "from" and root in _BEGIN) or (role == "to" and root in _END)


_ENOUGH = 0.75
_ASIDE = 0.3


@lru_cache(maxsize=8_000)
def _subject(sentence: str) -> frozenset[str]:
    """Stems of the words before its first verb."""
    return content(sentence[: subject_end(sentence)])


def rival(claim: Place, best: Place, others: Iterable[Place]) -> Place | None:
    """The date of the source that the claim's words go with, where it is surely not ``best``."""
    if claim.baseline:
        return None
    others = list(others)
    of_old = bool(_OF_OLD.search(claim.sentence))
    if not of_old and (best.superseded or best.planned):
        revised = [p for p in others if p.revised and abs(p.number - best.number) <= 1]
        usual = [p for p in others if not p.superseded and near(claim, p) >= _ENOUGH]
        if revised or (best.superseded and usual):
            return (revised or usual)[0]
    for other in others:
        if _another_one(claim, best, other):
            return other
    found = [
        (drawn, other)
        for other in others
        if not _one_stretch(best, other)
        for drawn in [drawn_away(claim, best, other)]
        if drawn >= (_MARGIN if _alike(best, other) else _UNLIKE)
        and not other.baseline
        and (of_old or not other.superseded)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


_NTH = frozenset(stem(word) for word in ORDINALS)


def _another_one(claim: Place, best: Place, other: Place) -> bool:
    """Whether the claim is of the fourth, as the other date is, and ``best`` is of the third."""
    mine = claim.words & _NTH
    return bool(mine & other.words and best.words & _NTH and not mine & best.words)


_MARGIN = 0.4
_UNLIKE = 1.6


def _alike(a: Place, b: Place) -> bool:
    """Whether two dates are as exact as each other: a year is seldom taken for a month."""
    one = a.dated.period if a.dated else None
    other = b.dated.period if b.dated else None
    if one is None or other is None:
        return True
    return (one.precision == "year") == (other.precision == "year")


def _one_stretch(a: Place, b: Place) -> bool:
    """Whether two dates share all their words: the ends of "from … to …", "3 and 4 May"."""
    if a.sentence == b.sentence and a.span == b.span:
        return True
    roles = {p.expression.role for p in (a, b) if p.expression}
    return a.sentence == b.sentence and roles == {"from", "to"}


@dataclass(frozen=True)
class _Said:
    """A word around the claim's date, its stem and those of its synonyms."""

    root: str
    alike: frozenset[str]
    weight: float
    verb: bool
    name: bool


def _weight(said: _Said, source: Place) -> float:
    best = 0.0
    for held, share in ((source.own, 1.0), (source.around.shared, _SHARED)):
        if said.root in held:
            best = max(best, share)
        elif not held.isdisjoint(said.alike):
            best = max(best, share * _SYNONYM)
    return best * said.weight


def _claim_words(claim: Place) -> tuple[_Said, ...]:
    return _words_around(claim.sentence, claim.span, claim.own, claim.around.shared)


@lru_cache(maxsize=4_000)
def _words_around(
    text: str, span: tuple[int, int], own: frozenset[str], shared: frozenset[str]
) -> tuple[_Said, ...]:
    verb = full_verb(text)
    # "They strike on Friday if no offer is made": the date is that of the strike.
    condition = _CONDITION.search(text, span[1])
    low, high = 0, condition.start() if condition else len(text)
    if condition is None and (opening := _OPENING.match(text)) and opening.end() <= span[0]:
        low = opening.end()
    return tuple(
        _Said(
            root=root,
            alike=meanings(word),
            weight=1.0 if root in own and low <= at < high else _SHARED,
            verb=word == verb or word in _PAST,
            name=is_name(text, at, word),
        )
        for at, word in words_of(text)
        for root in [stem(word)]
        if not span[0] <= at < span[1] and (root in own or root in shared)
    )
