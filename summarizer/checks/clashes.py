"""Where a claim says the opposite of what its source says in the same place.

A counterpart that disagrees is a fault only where what the claim has around its word belongs to
the source's word, and no other clause of the source has more of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.checks.alignment import alike
from summarizer.checks.axes import poles
from summarizer.checks.belonging import Belonging
from summarizer.checks.case import Case
from summarizer.checks.counterparts import Compared, Pair, opposites
from summarizer.checks.ends import compares, orientation, turned_round
from summarizer.checks.exceptions import excepted
from summarizer.checks.nouns import asserted, denies_noun, noun
from summarizer.checks.predicates import Reading, done, read
from summarizer.checks.tokens import Token, keys, light
from summarizer.checks.trends import trends
from summarizer.text.words import words

Kind = Literal["negation", "direction"]

_LEAST, _HALF, _MOSTLY = 1.0, 0.5, 0.6
_ENDS = 0.5  # share of what stands before, and behind, a word of the claim
_ALSO = 0.5
_QUANTITIES = frozenset("more less fewer additional extra".split())
_WINNING = frozenset("win lose gain draw come go".split())  # "won promotion", "came to a halt"
_CUE = re.compile(r"[\w’']+")
_PLAIN = frozenset("not no never nor none nobody nothing neither cannot without".split())
_SHORT_OF = re.compile(r"\w+ short of\b", re.IGNORECASE)
_STOPPED = re.compile(r"stop|ceas|quit")
_TURNS = re.compile(
    r"\b(?:miss|skip|overlook|ignor|neglect|omit|refus|reject|dismiss|declin|avoid|forgo|forwent|"
    r"withh|lack|need|turned down|boycott|fail|forg[eo]t)\w*\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Clash:
    """Words of the claim, and what the source says in their place.

    Attributes:
        kind: "negation" where one of them denies what the other affirms in like words.
        sure: whether the words are known opposites, or the same.
    """

    kind: Kind
    claim: str
    source: str
    sure: bool


def clashes(case: Case) -> tuple[Clash, ...]:
    """Where the claim and its source turn a word round differently."""
    start = case.evidence.find(case.part)
    span = (start, start + len(case.part)) if start >= 0 else (0, len(case.evidence))
    return _clashes(case.text, case.evidence, span)


@lru_cache(maxsize=512)
def _clashes(text: str, evidence: str, part: tuple[int, int]) -> tuple[Clash, ...]:
    if _at_one(text, evidence):
        return ()
    seen = Compared(text, evidence, part)
    groups = seen.groups()
    settled = seen.settled([seen.best(pairs) for pairs in groups.values()])
    agreed = [p for p in settled if p.agrees > 0]
    return tuple(
        Clash(_kind(p), *_words(seen, p), p.sure)
        for p in settled
        if (p.agrees < 0 and _counts(seen, p, agreed)) or (p.agrees > 0 and _reversed(seen, p))
    )


def _at_one(text: str, evidence: str) -> bool:
    """Whether nothing in the two can differ in polarity: most texts need no closer look."""
    claim, source = read(text), read(evidence)
    if min(claim.signs, default=1) < 0 or min(source.signs, default=1) < 0 or excepted(evidence):
        return False
    if _comparatives(text) and _comparatives(evidence):
        return False
    if any(how < 0 for found in alike(text, evidence).values() for _, how in found):
        return False
    own = poles(text)
    told = {(p.axis, p.side) for p in (*poles(evidence), *trends(evidence))} if own else set()
    return not (any((p.axis, -p.side) in told for p in own) or opposites(text))


@lru_cache(maxsize=4_000)
def _comparatives(text: str) -> bool:
    reading = read(text)
    return any(compares(reading, i) for i in range(len(reading.tokens)))


def _kind(pair: Pair) -> Kind:
    return "negation" if pair.relation > 0 and pair.agrees < 0 else "direction"


def _words(seen: Compared, pair: Pair) -> tuple[str, str]:
    """The words of claim and source, with what negates them."""
    return seen.claim.phrase(*pair.claim), seen.source.phrase(*pair.source)


def _counts(seen: Compared, pair: Pair, agreed: list[Pair]) -> bool:
    """Whether a pair that disagrees is a fault of the claim."""
    i, j = pair.claim[0], pair.source[0]
    if not _belongs(seen, pair) or _excused(seen, pair, agreed) or not _same_ends(seen, pair):
        return False
    carries = light(seen.claim.tokens[i]) or seen.claim.tokens[i].keys & _WINNING
    if carries and not _object_told(seen, pair):
        return False
    if pair.relation < 0:
        if _word_for_word(seen, pair):
            return False
        other = _of_another(seen, pair)
        return not (other or turned_round(seen.claim, i, seen.source, j, seen.aligned))
    return _said(seen, pair) and not _goes_with(seen.claim, i, seen.source, j)


def _belongs(seen: Compared, pair: Pair) -> bool:
    """Whether enough of the claim belongs to the source's word, and no more to another clause."""
    share = seen.share(pair, seen.rivals[pair.claim[0]])
    if len(seen.exact) == pair.claim[1] - pair.claim[0] + 1:
        return True  # the claim has no other word
    located = seen.located(pair)
    least = min(_LEAST, _HALF * located) if pair.sure else _MOSTLY * located
    return share >= least and share >= seen.elsewhere(pair)


def _word_for_word(seen: Compared, pair: Pair) -> bool:
    """Whether the claim's clause stands in the source as it is: the opposite is another one's."""
    clause = seen.claim.tokens[pair.claim[0]].clause
    own = [t for t in seen.claim.tokens if t.clause == clause]
    said = _plainly(seen.claim.text[own[0].start : own[-1].end])
    return f" {said} " in f" {_plainly(seen.source.text)} "


@lru_cache(maxsize=4_000)
def _plainly(text: str) -> str:
    return " ".join(word.lower for word in words(text))


def _of_another(seen: Compared, pair: Pair) -> bool:
    """Whether "more" and "less" are of different things ("weighs more", "uses less fuel")."""
    here, there = seen.claim.tokens, seen.source.tokens
    i, j = pair.claim[1], pair.source[1]
    met = {k for places in seen.aligned.values() for k in places}
    if here[i].lower in _QUANTITIES and i + 1 < len(here) and here[i + 1].content:
        return not seen.aligned[i + 1]
    beside = j + 1 < len(there) and there[j + 1].content
    return there[j].lower in _QUANTITIES and beside and j + 1 not in met


def _same_ends(seen: Compared, pair: Pair) -> bool:
    """Whether what the claim has on each side of its word belongs to the source's word."""
    at = Belonging(seen.source, pair.source[0], seen.rivals[pair.claim[0]])
    clause = seen.claim.tokens[pair.claim[0]].clause
    if _others(seen, pair, at):
        return False
    ends: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
    for k, weight in seen.weights.items():
        if seen.claim.tokens[k].clause == clause and not pair.claim[0] <= k <= pair.claim[1]:
            met = max((at.weight(j) for j in seen.aligned[k]), default=0.0)
            ends[k > pair.claim[0]].append((weight, weight * met))
    return all(sum(m for _, m in end) >= _ENDS * sum(w for w, _ in end) for end in ends)


def _others(seen: Compared, pair: Pair, at: Belonging) -> bool:
    """Whether the source's word goes with other names, or years, than the claim's."""
    here, there = seen.claim.tokens, seen.source.tokens
    clause, own = here[pair.claim[0]].clause, there[pair.source[0]].clause
    sharp = [k for k in seen.aligned if here[k].clause == clause and seen.aligned[k]]
    met = {j for k in sharp for j in seen.aligned[k]}
    for kind, near in ((_name, _ALSO), (_year, 1.0)):
        mine = [k for k in sharp if any(kind(there[j]) for j in seen.aligned[k])]
        others = [
            j
            for j in seen.source.content
            if there[j].clause == own and kind(there[j]) and j not in met
        ]
        apart = mine and all(at.weight(j) < near for k in mine for j in seen.aligned[k])
        if apart and others:
            return True
    return False


def _reversed(seen: Compared, pair: Pair) -> bool:
    """Whether like words compare the same two the other way round ("A is older than B")."""
    i, j = pair.claim[0], pair.source[0]
    if seen.claim.scopes or seen.source.scopes or pair.relation < 0:
        return False
    if not (compares(seen.claim, i) and compares(seen.source, j)):
        return False
    return orientation(seen.claim, i, seen.source, j, seen.aligned) < 0


def _object_told(seen: Compared, pair: Pair) -> bool:
    """Whether the word after a verb of little meaning belongs to the source's word as well."""
    following = next((k for k in seen.exact if k > pair.claim[1]), None)
    at = Belonging(seen.source, pair.source[0], {})
    return following is None or any(at.weight(j) > _ALSO for j in seen.exact[following])


def _said(seen: Compared, pair: Pair) -> bool:
    """Whether a noun that one side denies is what the other one is about.

    "No ferry ran" is against "there was a ferry", and not against "the ferry of 1920 burned".
    """
    i, j = pair.claim[0], pair.source[0]
    for denying, k, other, there in (
        (seen.claim, i, seen.source, j),
        (seen.source, j, seen.claim, i),
    ):
        if denies_noun(denying, k) and noun(denying, k) and noun(other, there):
            return asserted(other, there)
    return True


def _excused(seen: Compared, pair: Pair, agreed: list[Pair]) -> bool:
    """Whether another word under the same negation agrees ("no bridge closed": it was open)."""
    sides = (
        (seen.claim, pair.claim[0], [p.claim[0] for p in agreed]),
        (seen.source, pair.source[0], [p.source[0] for p in agreed]),
    )
    return any(
        reading.signs[k] < 0 and k in scope.firm
        for reading, at, others in sides
        for scope in reading.scopes_of(at)
        for k in others
    )


def _name(token: Token) -> bool:
    return token.name


def _year(token: Token) -> bool:
    return len(token.lower) == len("1990") and token.lower.isdigit()


def _goes_with(claim: Reading, i: int, source: Reading, j: int) -> bool:
    """Whether a negation is no contradiction: what "stopped" had gone on, what was out is back."""
    for own, k, other, there in ((claim, i, source, j), (source, j, claim, i)):
        for scope in own.scopes_of(k):
            cue = _CUE.match(own.text, scope.start)
            if not cue or any(own.tokens[m].start == scope.start for m in scope.firm):
                continue
            word = cue.group().lower()
            if word not in _PLAIN and any(keys(word) & t.keys for t in other.tokens):
                return True
            short = _SHORT_OF.match(own.text, scope.start)
            if _STOPPED.match(word) and not short and done(other, there):
                return True
            # "Did not see the foul", "missed the foul": the other verb turns the object round.
            if own.signs[k] < 0 and scope.firm[0] != k and _TURNS.search(other.text):
                return True
    return False
