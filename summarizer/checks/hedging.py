"""The statement is not firmer than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.checks import ladders
from summarizer.checks.alignment import aligned, relation
from summarizer.checks.case import Case
from summarizer.checks.company import company
from summarizer.checks.predicates import Reading, done, perfect, read
from summarizer.checks.stance import (
    APPROXIMATE,
    BOOSTER,
    CONDITION,
    EXACT,
    EXPECTED,
    FIRM,
    POSSIBLE,
    REGARDLESS,
    WILL,
    Cue,
    conditional,
    cues,
    degree,
    framed,
    told,
)
from summarizer.checks.tokens import AUXILIARY
from summarizer.schema import Finding

NAME = "hedging"
# A claim may be this much firmer: "will" for "plans to".
_TOLERATED = 0.5
_PAIR = 2
_PARTICLE = 9  # characters after a verb: "put forward"
_AS_NEAR = 0.75  # of the company that another clause keeps
_UNTRUE = re.compile(r"\b(?:untrue|false|unfounded|baseless|den(?:y|ies|ied))\b", re.IGNORECASE)
_DECIDES = re.compile(r"(?:decid|approv|agree|reject|announc|order|ban|adopt)\w*")
_ADMITS = re.compile(
    r"\b(?:admit(?:s|ted|ting)|confess(?:es|ed|ing)|plead(?:s|ed|ing) guilty)\b", re.IGNORECASE
)
_ADMITTED = re.compile(
    r"\b(?:admi(?:t|ssion)\w*|confess\w*|conced\w*|acknowledg\w*|accept\w*|plead\w*|pled|"
    r"guilty|agree\w*)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“”\"]")
_SAYS = re.compile(r"\b(?:said|says|according to|told|den(?:y|ies|ied)|claim\w*)\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Severe when the source holds back what the statement puts firmly."""
    found = ladders.climbed(case.text, case.evidence)
    for look in (_lost, _condition, _exact, _confessed, _unreal):
        found = found or look(case.text, case.evidence)
    if found:
        there, said = found
        message = f"claim says “{said}”, source says “{there}”"
        yield Finding(
            check=NAME,
            severity="severe",
            message=message if said else f"source says “{there}”, and the claim leaves it out",
            expected=there,
            found=said or None,
        )


@lru_cache(maxsize=512)
def _lost(text: str, evidence: str) -> tuple[str, str] | None:
    """The cue of the source that the claim loses, and the words of the claim that are too firm."""
    said = degree(text)
    pairs = aligned(text, evidence)
    if read(text).scopes and _UNTRUE.search(evidence):
        return None
    booster = BOOSTER.search(text)
    sure = booster.group() if booster and not BOOSTER.search(evidence) else ""
    for cue in sorted(cues(evidence), key=lambda c: c.degree):
        if said - cue.degree <= _TOLERATED and not sure:
            continue
        if not _about(text, cue, pairs) or (cue.text.lower() in text.lower().split() and not sure):
            continue
        if sure:
            return cue.text, sure
        firm = _firm(text, evidence, cue, pairs)
        if firm is not None and not _told_elsewhere(text, evidence, cue, pairs):
            return cue.text, firm
    return None


@lru_cache(maxsize=512)
def _condition(text: str, evidence: str) -> tuple[str, str] | None:
    """The condition of the source that the claim leaves out, and what overrides it there."""
    cue = CONDITION.search(evidence)
    over = REGARDLESS.search(text)
    held = degree(text) <= EXPECTED or conditional(text)
    if not cue or (held and not over) or REGARDLESS.search(evidence):
        return None
    source, pairs = read(evidence), aligned(text, evidence)
    at = next((i for i, t in enumerate(source.tokens) if t.end > cue.start()), 0)
    segment = source.tokens[at].segment
    # What depends on it is the clause after an opening condition, else the one before.
    opens = at == 0 or (
        source.tokens[at - 1].segment == segment - 1 and _opening(evidence, cue.start())
    )
    main = (segment + 1, segment + 2) if opens else (segment - 1,)
    own = [places for places in pairs.values() if places]
    there = [p for p in own if any(source.tokens[j].segment in main for j in p)]
    if len(there) >= _PAIR and len(there) * 2 >= len(own):
        return cue.group().strip(), over.group() if over else ""
    return None


def _opening(evidence: str, start: int) -> bool:
    before = evidence[:start].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:"


def _confessed(text: str, evidence: str) -> tuple[str, str] | None:
    said = _ADMITS.search(text)
    if said and not _QUOTED.search(text) and not _ADMITTED.search(evidence):
        there = _SAYS.search(evidence)
        return (there.group() if there else "no admission"), said.group()
    return None


def _exact(text: str, evidence: str) -> tuple[str, str] | None:
    said, there = EXACT.search(text), APPROXIMATE.search(evidence)
    if said and there and not EXACT.search(evidence):
        return there.group(), said.group()
    return None


@lru_cache(maxsize=512)
def _unreal(text: str, evidence: str) -> tuple[str, str] | None:
    """What the source only plans or tries, and the claim's word that it is done.

    The claim may say it in words of its own: no act of the source may carry its verb.
    """
    if degree(text) < FIRM:
        return None
    claim, source, pairs = read(text), read(evidence), aligned(text, evidence)
    beside = company(text, evidence)
    nearest = max(beside, default=0.0)
    acts = [
        i
        for i, places in pairs.items()
        if perfect(claim, i)
        and not any(done(source, j) and beside[j] >= _AS_NEAR * nearest for j in places)
    ]
    if not acts or (
        framed(text[: claim.tokens[acts[0]].end + _PARTICLE])
        and not _DECIDES.match(claim.tokens[acts[0]].lower)
    ):
        return None
    own = [places for places in pairs.values() if places]
    for cue in cues(evidence):
        if cue.degree == WILL:
            continue
        inside = [places for places in own if any(j in cue.near for j in places)]
        if len(inside) >= _PAIR and len(inside) * 2 >= len(own):
            return cue.text, claim.words(acts[0])
    return None


def _about(text: str, cue: Cue, pairs: dict[int, tuple[int, ...]]) -> bool:
    """Whether the claim speaks of what the cue holds back."""
    told = _attributing(text)
    claim = read(text)
    own = [i for i, places in pairs.items() if places and i not in told]
    if any(j in cue.held for i in own for j in pairs[i]):
        return True
    inside = sum(_weight(i, claim) for i in own if all(j in cue.near for j in pairs[i]))
    return not cue.act and inside >= _PAIR and inside * 2 >= sum(_weight(i, claim) for i in own)


def _weight(i: int, reading: Reading) -> int:
    """A figure says as surely as two words what is meant."""
    return _PAIR if reading.tokens[i].number else 1


def _told_elsewhere(text: str, evidence: str, cue: Cue, pairs: dict[int, tuple[int, ...]]) -> bool:
    """Whether the source says the same in another place, and there does not hold back."""
    claim, source = read(text), read(evidence)
    held = [i for i, places in pairs.items() if any(j in cue.held for j in places)]
    beside = company(text, evidence, frozenset(held))
    least = _AS_NEAR * max((beside[j] for j in cue.held), default=0.0)
    free = [
        j
        for j in source.content
        if j not in cue.held | cue.near and not source.tokens[j].name and beside[j] >= least
    ]
    return bool(held) and all(
        any(relation(claim.tokens[i].lower, source.tokens[j].lower) > 0 for j in free) for i in held
    )


def _firm(text: str, evidence: str, cue: Cue, pairs: dict[int, tuple[int, ...]]) -> str | None:
    """The claim's firm words, "" when it merely leaves the cue out; None when it holds back too."""
    claim, source = read(text), read(evidence)
    if cue.hearsay:
        return None if told(text) else ""
    held = [i for i, places in pairs.items() if any(j in cue.held for j in places)]
    if held and all(_noun(claim, i) for i in held):
        return None
    acts = [
        i
        for i in held
        if (done(claim, i) or _finite(claim, i, source, pairs)) and not _noun(claim, i)
    ]
    said = degree(text)
    if said < FIRM:
        firmer = cue.degree <= EXPECTED
        return "" if firmer and not (cue.act and said < WILL) else None
    if cue.act or cue.degree >= WILL:
        past = [i for i in acts if not claim.tokens[i].lower.endswith("s")]
        return claim.words(past[0]) if past else None
    if framed(text):
        return claim.words(acts[0]) if acts and cue.degree <= POSSIBLE else None
    return claim.words(acts[0]) if acts else ""


def _finite(claim: Reading, i: int, source: Reading, pairs: dict[int, tuple[int, ...]]) -> bool:
    """Whether the claim says as done what the source has after "to" ("meant to cast": "cast")."""
    around = claim.tokens[i - 1 : i + 2] if i else ()
    return (
        len(around) > _PAIR
        and around[0].content
        and not around[0].number
        and around[_PAIR].lower in _DETERMINERS
        and any(j and source.tokens[j - 1].lower == "to" for j in pairs[i])
    )


def _noun(reading: Reading, i: int) -> bool:
    """Whether a participle is no verb of the text ("flaking paint", "a planned cut")."""
    before = reading.tokens[i - 1].lower if i else ""
    lower = reading.tokens[i].lower
    if lower.endswith("ing"):
        return before not in AUXILIARY
    if lower in _PARTICIPLES:
        return not {t.lower for t in reading.tokens[max(0, i - 3) : i]} & AUXILIARY
    return lower.endswith("ed") and before in _BEFORE_NOUNS


_DETERMINERS = frozenset("the a an its their his her this that these those all every".split())
_PARTICIPLES = frozenset(
    """taken given seen done written driven eaten fallen frozen hidden known shown spoken stolen
    thrown worn drawn grown broken chosen beaten begun gone born forgotten woken""".split()
)
_BEFORE_NOUNS = frozenset(
    "a an the its their his her of for with in by from on such more several some and".split()
)
_REPORTS = frozenset("said says told tells reported warned added indicated announced".split())
_LEADING = 6  # tokens in which a text names who says so


@lru_cache(maxsize=4_000)
def _attributing(text: str) -> frozenset[int]:
    """The tokens of a claim that say who says so ("Dorn said that", ", the ministry said")."""
    tokens = read(text).tokens
    found: set[int] = set()
    for i, token in enumerate(tokens):
        if token.lower in _REPORTS and (i < _LEADING or token.segment == tokens[-1].segment):
            own = token.segment != tokens[0].segment
            found |= {k for k, t in enumerate(tokens) if t.segment == token.segment and own}
            found |= set() if own else set(range(i + 1))
        elif token.lower == "according":
            found |= {k for k, t in enumerate(tokens) if t.segment == token.segment and k >= i}
    return frozenset(found)
