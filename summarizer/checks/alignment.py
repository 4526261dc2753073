"""Which word of the source a word of the claim stands for, and whether both say the same of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.checks.axes import idle
from summarizer.checks.case import Case
from summarizer.checks.predicates import Reading, done, read
from summarizer.checks.tokens import Token, keys, light
from summarizer.text.lexicon import opposed, related
from summarizer.text.words import stem

Kind = Literal["negation", "direction"]

_OWN_WORD = 1.3
_SHARP = 2.0  # a name or a figure says which of two events is meant
_LOOSE = 0.4
_COMMON = frozenset("last next year month week day time people percent said new first".split())
_SYNONYM = 0.6
_IN_PART = 0.4
_NEAR = 4
# Places that one word is looked for, and words around it that count: more say nothing new.
_MOST, _AROUND = 12, 24
_SHORTEST_BASE = 4
_END = re.compile(r"[.!?](?=\s)")
_NOTHING = re.compile(r"\b(?:nothing|no one|nobody)\b", re.IGNORECASE)
CALENDAR = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_CUE = re.compile(r"[\w’']+")
_PLAIN = frozenset("not no never nor none nobody nothing neither cannot without".split())
_STOPPED = re.compile(r"stop|ceas|quit")
_TURNS = re.compile(
    r"\b(?:miss|skip|overlook|ignor|neglect|omit|refus|reject|dismiss|declin|avoid|forgo|forwent|"
    r"withh|lack|need|turned down|boycott|fail|forg[eo]t)\w*\b",
    re.IGNORECASE,
)
_NEEDS = re.compile(r"\b(?:need|requir)\w*", re.IGNORECASE)
_BACK = re.compile(r"\b(?:return|restor|resum|reconnect|recover|back)\w*\b", re.IGNORECASE)
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")


@dataclass(frozen=True)
class Clash:
    """A word of the claim and the word of the source that says the opposite in its place."""

    kind: Kind
    claim: int
    source: int


@dataclass(frozen=True)
class _Pair:
    claim: int
    source: int
    relation: int  # 1 for the same or a synonym, -1 for an opposite
    exact: bool
    score: float


# Verbs that stand for each other where one of them is denied.
_SAME = tuple(
    frozenset(stem(w) for w in line.split())
    for line in ("say tell disclose reveal specify explain", "reject rule exclude dismiss")
)


_AGAINST = ((frozenset(["possible"]), frozenset("ruled rule rules excluded exclude".split())),)


@lru_cache(maxsize=200_000)
def relation(a: str, b: str) -> int:
    """1 for words of one meaning, -1 for opposites, 0 for others."""
    if any({a, b} & one and {a, b} & other for one, other in _AGAINST):
        return -1
    if _negated_form(a, b) or _negated_form(b, a):
        return -1
    if related(a, b) or any(stem(a) in same and stem(b) in same for same in _SAME):
        return 1
    return -1 if opposed(a, b) == "direct" else 0


def _negated_form(longer: str, shorter: str) -> bool:
    """Whether one is the other, or like it, with "un-" ("unhurt": hurt, injured)."""
    for prefix in _PREFIXES:
        base = longer.removeprefix(prefix)
        if base != longer and len(base) >= _SHORTEST_BASE:
            sure = base == shorter or prefix in ("un", "non")
            if sure and related(base, shorter):
                return True
    return False


@lru_cache(maxsize=4_000)
def _places(text: str) -> dict[str, tuple[int, ...]]:
    """Where each key of the content words of a text stands."""
    found: dict[str, list[int]] = {}
    reading = read(text)
    for i in reading.content:
        for key in reading.tokens[i].keys:
            found.setdefault(key, []).append(i)
    return {key: tuple(where) for key, where in found.items()}


@lru_cache(maxsize=512)
def aligned(text: str, evidence: str) -> dict[int, tuple[int, ...]]:
    """For each word of the claim that carries meaning, the words of the source of one meaning."""
    claim, source = read(text), read(evidence)
    found = {}
    exact = {i: _exact(claim.tokens[i], evidence) for i in claim.content}
    matched = {j for places in exact.values() for j in places}
    for i, own in exact.items():
        token = claim.tokens[i]
        if own or token.number or token.name:
            found[i] = own
            continue
        found[i] = tuple(
            j
            for j in source.content
            if j not in matched
            and not source.tokens[j].number
            and relation(token.lower, source.tokens[j].lower) > 0
        )
    return found


def clashes(case: Case) -> tuple[Clash, ...]:
    """Where the claim and its source turn a word round differently."""
    start = case.evidence.find(case.part)
    span = (start, start + len(case.part)) if start >= 0 else (0, len(case.evidence))
    return _clashes(case.text, case.evidence, span)


@lru_cache(maxsize=512)
def _clashes(text: str, evidence: str, part: tuple[int, int]) -> tuple[Clash, ...]:
    claim, source = read(text), read(evidence)
    exact = {i: _exact(claim.tokens[i], evidence) for i in claim.content}
    matched = {j for places in exact.values() for j in places}
    turned = _both_ways(text)
    settled: list[_Pair] = []
    for i, own in exact.items():
        if (
            claim.tokens[i].number
            or claim.tokens[i].name
            or any(source.tokens[j].name for j in own)
        ):
            continue
        pairs = list(_candidates(claim, source, i, own, matched))
        pairs += [_Pair(i, j, -1, False, 0.0) for k in turned.get(i, ()) for j in exact[k]]
        if pairs:
            pairs = pairs[:_MOST]
            settled.append(_best(claim, source, exact, part, pairs))
    agreed = [p for p in settled if _agrees(claim, source, p) > 0]
    found = []
    for pair in settled:
        if _agrees(claim, source, pair) >= 0 or _excused(claim, source, pair, agreed):
            continue
        kind = _kind(claim, source, pair, exact)
        if kind:
            found.append(Clash(kind, pair.claim, pair.source))
    return tuple(found)


@lru_cache(maxsize=4_000)
def _both_ways(text: str) -> dict[int, tuple[int, ...]]:
    """For each word of a text its opposites in the same text ("rose in May and fell in June")."""
    claim = read(text)
    own = [i for i in claim.content if not claim.tokens[i].number]
    found: dict[int, list[int]] = {}
    for place, i in enumerate(own):
        for k in own[place + 1 :]:
            if relation(claim.tokens[i].lower, claim.tokens[k].lower) < 0:
                found.setdefault(i, []).append(k)
                found.setdefault(k, []).append(i)
    return {i: tuple(others[:_MOST]) for i, others in found.items()}


def _exact(token: Token, evidence: str) -> tuple[int, ...]:
    places = _places(evidence)
    return tuple(sorted({j for key in token.keys for j in places.get(key, ())})[:_MOST])


def _candidates(
    claim: Reading, source: Reading, i: int, own: tuple[int, ...], matched: set[int]
) -> Iterator[_Pair]:
    for j in own:
        yield _Pair(i, j, 1, True, 0.0)
    token = claim.tokens[i]
    for j in source.content:
        other = source.tokens[j]
        if j in matched or other.number or other.name:
            continue
        how = relation(token.lower, other.lower)
        if how:
            yield _Pair(i, j, how, False, 0.0)


def _best(
    claim: Reading,
    source: Reading,
    exact: dict[int, tuple[int, ...]],
    part: tuple[int, int],
    pairs: list[_Pair],
) -> _Pair:
    """The pair whose surroundings are most alike; of equals the one that agrees."""
    if len(pairs) == 1:
        return pairs[0]
    clause = claim.tokens[pairs[0].claim].clause
    around = [i for i in exact if claim.tokens[i].clause == clause and i != pairs[0].claim]
    around = around[:_AROUND]

    first = min(pair.source for pair in pairs)
    stretches = {source.tokens[pair.source].clause for pair in pairs}

    def rank(pair: _Pair) -> tuple[float, int]:
        score = _OWN_WORD if pair.exact else _SYNONYM if pair.relation > 0 else 0.0
        for i in around:
            # The subject before two verbs belongs to both.
            places = [j for j in exact[i] if j > first]
            score += _nearness(source, pair.source, places, stretches)
        token = source.tokens[pair.source]
        score += _IN_PART * (part[0] <= token.start < part[1])
        return round(score, 2), _agrees(claim, source, pair)

    return max(pairs, key=rank)


def _nearness(source: Reading, j: int, places: Sequence[int], stretches: set[int]) -> float:
    """How much words of the source, at ``places``, belong to the one at ``j``.

    A word in the stretch of another candidate belongs to that one alone.
    """
    clause = source.tokens[j].clause
    best = 0.0
    for k in places:
        token = source.tokens[k]
        sharp = token.name or token.number
        weight = _SHARP if sharp else _LOOSE if token.lower in _COMMON else 1.0
        if token.clause == clause:
            best = max(best, weight)
        elif token.clause not in stretches and abs(k - j) <= _NEAR:
            best = max(best, weight / 2)
    return best


def _agrees(claim: Reading, source: Reading, pair: _Pair) -> int:
    """1 when both say the same of the two words, -1 when not, 0 when that is not sure."""
    return claim.signs[pair.claim] * source.signs[pair.source] * pair.relation


def _excused(claim: Reading, source: Reading, pair: _Pair, agreed: list[_Pair]) -> bool:
    """Whether another word under the same negation agrees ("no bridge was closed": it was open)."""
    for here, there in ((claim.scopes_of(pair.claim), 0), (source.scopes_of(pair.source), 1)):
        for scope in here:
            if any((p.source if there else p.claim) in scope.firm for p in agreed):
                return True
    return False


# Of two opposites with their ends changed round, both say one thing: "A beat B", "B lost to A".
_CONVERSE = frozenset(
    """beat defeat win lose buy sell acquire lend borrow lead trail ahead behind above below high
    low higher lower more less fewer larger smaller older younger faster slower precede follow
    import export overcome longer shorter bigger greater""".split()
)


def converse(
    claim: Reading, i: int, source: Reading, j: int, pairs: Mapping[int, tuple[int, ...]]
) -> bool:
    """Whether what stands before the claim's word stands behind the source's, and the reverse."""
    words = claim.tokens[i].keys | source.tokens[j].keys
    compared = _than(claim, i) and _than(source, j)
    passive = claim.tokens[i].lower[:3] == "be " or source.tokens[j].lower[:3] == "be "
    if not (words & _CONVERSE or passive or compared):
        return False
    begin, end = _sentence(source, j)
    left = [k for m, places in pairs.items() if m < i for k in places]
    right = [k for m, places in pairs.items() if m > i for k in places]
    left = [k for k in left if begin <= source.tokens[k].start < end]
    right = [k for k in right if begin <= source.tokens[k].start < end]
    return bool(left) and all(k > j for k in left) and any(k < j for k in right)


def _than(reading: Reading, i: int) -> bool:
    return any(t.lower == "than" for t in reading.tokens[i + 1 : i + 3])


def another(
    claim: Reading, i: int, source: Reading, j: int, pairs: Mapping[int, tuple[int, ...]]
) -> bool:
    """Whether the claim names somebody, and the source says its word of somebody else."""
    named = {
        k
        for m, places in pairs.items()
        for k in places
        if m < i and source.tokens[k].name and source.tokens[k].lower not in CALENDAR
    }
    clause = source.tokens[j].clause
    beside = [k for k in source.content if source.tokens[k].clause == clause and k < j]
    own = [k for k in beside if source.tokens[k].name and source.tokens[k].lower not in CALENDAR]
    return bool(named) and bool(own) and not named & set(beside)


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
            if _STOPPED.match(word) and done(other, there):
                return True
            if word == "without" and _NEEDS.search(other.text):
                return True
            if word == "without" and _BACK.search(other.text):
                return True
            # "Did not see the foul", "missed the foul": the other verb turns the object round.
            if scope.firm[0] != k and _TURNS.search(other.text):
                return True
    return False


def _sentence(reading: Reading, i: int) -> tuple[int, int]:
    """Offsets of the sentence that a token stands in."""
    at = reading.tokens[i].start
    ends = [m.end() for m in _END.finditer(reading.text)]
    begin = max((e for e in ends if e <= at), default=0)
    return begin, min((e for e in ends if e > at), default=len(reading.text))


def _joined(reading: Reading, i: int) -> bool:
    """Whether a word is part of a compound ("high-end"), or of "last year"."""
    token, text = reading.tokens[i], reading.text
    hyphens = (text[token.start - 1 : token.start], text[token.end : token.end + 1])
    return "-" in hyphens or idle(reading, i)


def _object_told(claim: Reading, i: int, exact: dict[int, tuple[int, ...]]) -> bool:
    """Whether the word after a verb of little meaning stands in the source as well."""
    following = next((k for k in exact if k > i), None)
    return following is None or bool(exact[following])


def _kind(
    claim: Reading, source: Reading, pair: _Pair, exact: dict[int, tuple[int, ...]]
) -> Kind | None:
    clause = source.tokens[pair.source].clause
    begin, end = _sentence(source, pair.source)
    wide = pair.relation > 0  # a "not" goes on into the next clause: "nor did it", "no sign … that"
    shared = any(
        source.tokens[j].clause == clause
        or abs(j - pair.source) <= _NEAR
        or (wide and begin <= source.tokens[j].start < end)
        for i, places in exact.items()
        if i != pair.claim
        for j in places
    )
    if not shared and len(exact) > 1:
        return None
    if _joined(claim, pair.claim) or _joined(source, pair.source):
        return None
    if pair.relation < 0 and (
        converse(claim, pair.claim, source, pair.source, exact)
        or another(claim, pair.claim, source, pair.source, exact)
    ):
        return None
    if pair.relation > 0 and _goes_with(claim, pair.claim, source, pair.source):
        return None
    nothing = _NOTHING.search(source.phrase(pair.source))
    if (
        not nothing
        and light(claim.tokens[pair.claim])
        and not _object_told(claim, pair.claim, exact)
    ):
        return None
    return "negation" if pair.relation > 0 else "direction"
