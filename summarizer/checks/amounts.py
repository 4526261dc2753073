"""How much of something a text speaks of, compared in the clause that the claim belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from summarizer.checks.alignment import aligned
from summarizer.checks.company import company
from summarizer.checks.negation import NEGATIVE
from summarizer.checks.predicates import read
from summarizer.checks.tokens import LONGEST, verb_like

Amount = Literal["none", "few", "some", "many", "most", "almost all", "all", "not all"]

_AMOUNTS: tuple[tuple[Amount, str], ...] = (
    (
        "not all",
        r"not (?:all|every|everyone|everybody|everything|always|entirely|fully|both)|"
        r"not the (?:whole|entire)",
    ),
    (
        "few",
        r"(?<!a )(?<!quite a )few(?! (?:days|weeks|months|years|hours|minutes))|rarely|seldom|"
        r"(?:hardly|scarcely|barely) (?:any\w*|ever)|almost (?:no one|nobody|none|never|no)|"
        r"(?:very|relatively) few|not (?:many|much)|a (?:small )?minority|little",
    ),
    (
        "none",
        r"none|no one|nobody|never|not (?:one|a single)|not any|neither|"
        r"no(?= [a-z]+)(?! (?:longer|more|less|fewer|doubt|sooner|matter|later|better|worse|signs?|"
        r"sense|plans?|evidence|reasons?|need|choice|use|way|word|comment|question|\w+er)\b)",
    ),
    (
        "almost all",
        r"(?:almost|nearly|virtually|practically) (?:all|every\w*|always|the (?:whole|entire)|"
        r"entirely|"
        r"completely)|(?:the|a) vast majority",
    ),
    (
        "most",
        r"most(?= of| [a-z]+s\b| [a-z]+ [a-z]+s\b| people)|the majority|a majority|"
        r"(?:more than|over) half|(?:two|three|four|five)[- ](?:thirds|quarters|fifths|sixths)|"
        r"the bulk|mainly|mostly|largely|chiefly|primarily|predominantly|generally|usually|"
        r"normally|"
        r"typically|as a rule",
    ),
    (
        "many",
        r"(?<!as )(?<!how )(?<!so )many|numerous|a lot of|much of|often|frequently|"
        r"a (?:large|great) (?:number|part)|(?<!over )(?<!than )half(?= of| the)|widely",
    ),
    (
        "some",
        r"some(?= of| [a-z]+s\b| [a-z]+ [a-z]+s\b| people)|several|a few|a number of|a handful|"
        r"a couple of|a (?:third|quarter|fifth|sixth|tenth|fraction|minority) of|"
        r"one in (?:two|three|four|five|six|ten)|parts? of|partly|partially|in part|sometimes|"
        r"occasionally|at times|certain (?=[a-z]+s\b)|"
        r"one of|at least one",
    ),
    (
        "all",
        r"all(?! (?:over|about|along|around|right|day|night|but))(?<!at all)|"
        r"(?:every|each)(?! other| second| third| few|day)|everyone|everybody|everything|"
        r"the (?:whole|entire)|entire(?:ly)?|always|invariably|completely|fully|wholly|totally|"
        r"unanimous(?:ly)?|without exception|both(?! (?:sides|of them said))",
    ),
)
_RISING: tuple[Amount, ...] = ("some", "many", "most", "almost all", "all")
_AMOUNT = tuple((name, re.compile(rf"\b(?:{p})(?!\w)", re.IGNORECASE)) for name, p in _AMOUNTS)
_ALL_BUT = re.compile(
    r"\b(?:all|every\w*)(?: [\w’']+){0,4} (?:but|except|apart from|bar|other than)"
    r"(?: [\w’']+ of the \w+)?\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:out )?of (?:the |its |his |her |"
    r"their |all )?(two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    re.IGNORECASE,
)
_DIGITS = {
    w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}
_DENIES = re.compile(r"not|no|never|none|nobody|\w+n['’]t", re.IGNORECASE)
_HOW_OFTEN = re.compile(
    r"never|always|often|frequently|usually|normally|generally|typically|rarely|seldom|sometimes|"
    r"occasionally|almost|at times",
    re.IGNORECASE,
)
_FREE = ("ly", "one", "body", "thing", "ways", "times", "none")
_NOUN_WITHIN = 3
_MOST = 24  # words of amount that are compared
_FAR = 0.34  # of the company in the best clause: what has less is about something else
_NEARER = 0.5  # how many words more make one clause nearer than another


@dataclass(frozen=True)
class Quantifier:
    """One word of amount.

    Attributes:
        amount: how much.
        text: the words.
        at: number of their first token.
        over: numbers of the tokens that it may count.
        segment: number of the stretch of the sentence that it stands in.
        negated: whether what follows is denied.
        free: whether it counts no word of the sentence ("everyone", "usually").
    """

    amount: Amount
    text: str
    at: int
    over: tuple[int, ...]
    segment: int
    negated: bool
    free: bool


@lru_cache(maxsize=4_000)
def quantifiers(text: str) -> tuple[Quantifier, ...]:
    """The words of amount of a text, each stretch of it read once."""
    text = text[:LONGEST]
    taken: list[tuple[int, int]] = []
    found = []
    for amount, match in _amounts(text):
        if any(match.start() < b and a < match.end() for a, b in taken):
            continue
        taken.append(match.span())
        found.append(_quantifier(text, amount, match))
    return tuple(q for q in found if q is not None)[:_MOST]


def _amounts(text: str) -> Iterator[tuple[Amount, re.Match[str]]]:
    for match in _ALL_BUT.finditer(text):
        yield "almost all", match
    for match in _SHARE.finditer(text):
        part, whole = (_number(g) for g in match.groups())
        if 0 < part < whole:
            yield ("most" if part * 2 > whole else "some"), match
    for amount, pattern in _AMOUNT:
        for match in pattern.finditer(text):
            yield amount, match


def _number(word: str) -> int:
    return _DIGITS.get(word.lower(), 0) or (int(word) if word.isdecimal() else 0)


def _quantifier(text: str, amount: Amount, match: re.Match[str]) -> Quantifier | None:
    reading = read(text)
    tokens = reading.tokens
    at = next((i for i, t in enumerate(tokens) if t.end > match.start()), None)
    if at is None:
        return None
    after = next((i for i, t in enumerate(tokens) if t.start >= match.end()), len(tokens))
    over = [i for i in range(after, len(tokens)) if tokens[i].content and not tokens[i].number]
    near = [i for i in over[:_NOUN_WITHIN] if tokens[i].segment - tokens[at].segment <= 1]
    segment = tokens[at].segment
    denied = any(
        tokens[k].segment == segment
        for s in reading.scopes
        for k in s.firm
        if s.start > match.start() and _DENIES.match(text, s.start)
    )
    alone = after < len(tokens) and verb_like(tokens[after])
    free = alone or match.group().lower().endswith(_FREE)
    return Quantifier(amount, match.group(), at, tuple(near), segment, denied, free)


# The pairs of source and claim, besides the rising ones, where the source does not carry the claim.
_NOT_CARRIED: frozenset[tuple[Amount, Amount]] = frozenset(
    (source, claim)
    for sources, claims in (
        ("not all", "all|almost all|none"),
        ("all|none", "not all"),
        ("none", "few|some|many|most|almost all|all"),
        ("few|some|many|most|almost all|all", "none"),
        ("few", "many|most|almost all|all"),
        ("many|most|almost all|all", "few"),
    )
    for source in cast(list[Amount], sources.split("|"))
    for claim in cast(list[Amount], claims.split("|"))
)


def _too_much(source: Amount, claim: Amount) -> bool:
    """Whether the source's amount doesn't carry the claim's."""
    rises = source in _RISING and claim in _RISING
    up = rises and _RISING.index(claim) > _RISING.index(source)
    return up or (source, claim) in _NOT_CARRIED


def exceeded(text: str, evidence: str) -> Iterator[tuple[str, str]]:
    """The source's words of amount with those of the claim that go beyond them.

    Where the source counts one thing in two places, the place that the claim belongs to decides.
    """
    here = quantifiers(text)
    there = quantifiers(evidence) if here else ()
    if not there:
        return
    pairs = aligned(text, evidence)
    beside = company(text, evidence, frozenset(q.at for q in here))
    whole = [q for q in there if q.text.lower() != "never"]
    for said in here:
        same = [q for q in there if _counts_same(text, evidence, said, q, pairs)]
        sweeping = said.amount in ("all", "almost all", "none") and said.text.lower() != "no"
        if not same and len(whole) == 1 and sweeping:
            same = [q for q in whole if _near(text, evidence, said, q, pairs, reach=1)]
        if said.amount == "all" and NEGATIVE.search(text):
            # "Both were absent" is what "neither came" says.
            same = [q for q in same if q.amount != "none"]
        # What they count decides first, then the clause that they stand in.
        counted = {id(q): _counted(said, q, pairs) for q in same}
        same = [q for q in same if counted[id(q)] == max(counted.values())]
        nearest = max((beside[q.at] for q in same), default=0.0) - _NEARER
        least = max(nearest, _FAR * max(beside, default=0.0))
        same = [q for q in same if beside[q.at] >= least]
        if not same or any(not _too_much(q.amount, said.amount) for q in same):
            continue
        if any(q.negated == said.negated for q in same):
            yield same[0].text, said.text


def _counted(said: Quantifier, there: Quantifier, pairs: dict[int, tuple[int, ...]]) -> int:
    """How many of the words that the claim counts the source's word of amount counts too."""
    return sum(any(j in there.over for j in pairs.get(i, ())) for i in said.over)


def _counts_same(
    text: str, evidence: str, said: Quantifier, there: Quantifier, pairs: dict[int, tuple[int, ...]]
) -> bool:
    """Whether both count one thing: a word that they share, or else the words around them."""
    often = [bool(_HOW_OFTEN.match(q.text)) for q in (said, there)]
    if "never" in (said.text.lower(), there.text.lower()) and not all(often):
        return False
    own = said.over[:1] if said.text.lower() == "no" else said.over
    over = {j for i in own for j in pairs.get(i, ())}
    if over & set(there.over):
        return True
    if not (said.free or there.free or not said.over):
        return False
    return _near(text, evidence, said, there, pairs) > 1


def _near(
    text: str,
    evidence: str,
    said: Quantifier,
    there: Quantifier,
    pairs: dict[int, tuple[int, ...]],
    *,
    reach: int = 0,
) -> int:
    """How many words stand beside both, in the source at most ``reach`` stretches further on."""
    claim, source = read(text), read(evidence)
    return sum(
        claim.tokens[i].segment == said.segment
        and any(0 <= source.tokens[j].segment - there.segment <= reach for j in places)
        for i, places in pairs.items()
    )
