"""How many, how often and how bindingly: the statement claims no more than its source.

"All" carries "some", so a claim may go down from its source and not up; but not from "none" to
"few", nor from what must be done to what may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from summarizer.checks.alignment import aligned
from summarizer.checks.case import Case
from summarizer.checks.negation import NEGATIVE
from summarizer.checks.negations import focus
from summarizer.checks.predicates import read
from summarizer.checks.tokens import LONGEST, verb_like
from summarizer.schema import Finding

NAME = "scope"

Amount = Literal["none", "few", "some", "many", "most", "almost all", "all", "not all"]
Binding = Literal["must", "should", "may", "must not"]

_AMOUNTS: tuple[tuple[Amount, str], ...] = (
    (
        "not all",
        r"not (?:all|every|everyone|everybody|everything|always|entirely|fully|both)|all but|"
        r"(?:all|every\w*)(?: [\w’']+){0,4} (?:but|except|apart from|bar|other than)|"
        r"not the (?:whole|entire)",
    ),
    (
        "few",
        r"(?<!a )(?<!quite a )few(?! (?:days|weeks|months|years|hours|minutes))|rarely|seldom|"
        r"(?:hardly|scarcely|barely) (?:any\w*|ever)|almost (?:no one|nobody|none|never|no)|"
        r"(?:very|relatively) few|not (?:many|much)|a (?:small )?minority|little",
    ),
    ("none", r"none|no one|nobody|never|not (?:one|a single)|not any|neither"),
    (
        "almost all",
        r"(?:almost|nearly|virtually|practically) (?:all|every\w*|always|the (?:whole|entire)|"
        r"entirely|"
        r"completely)|the vast majority",
    ),
    (
        "most",
        r"most(?= of| [a-z]+s\b| [a-z]+ [a-z]+s\b| people)|the majority|a majority|"
        r"(?:more than|over) half|"
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
        r"parts? of|partly|partially|in part|sometimes|occasionally|at times|certain (?=[a-z]+s\b)|"
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
_SHARE = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:out )?of (?:the |its |his |her |"
    r"their |all )?(two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    re.IGNORECASE,
)
_DIGITS = {
    w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}
_BINDINGS: tuple[tuple[Binding, str], ...] = (
    (
        "may",
        r"(?:do|does|did|will|would)(?: not|n['’]t) (?:have|need) to|need not|needn['’]t|"
        r"(?:not|never) (?:required|obliged|obligatory|compulsory|mandatory|forced|bound)|"
        r"no (?:obligation|duty|need)|voluntary|optional|free to|may choose|at liberty",
    ),
    (
        "must not",
        r"(?:must|may|could)(?: not|n['’]t)|can not|can['’]t|cannot|not (?:allowed|permitted|"
        r"entitled)|"
        r"(?:banned|barred|prohibited) from|forbidden|no longer (?:allowed|permitted)",
    ),
    (
        "must",
        r"must|(?:has|have|had) to|(?:is|are|was|were|be) (?:required|obliged|compelled|forced|"
        r"bound) "
        r"to|obliges?|requires?|compulsory|mandatory|obligatory|needs? to|(?:is|are|was|"
        r"were) ordered "
        r"to|no choice but|will need",
    ),
    (
        "should",
        r"should|ought to|advis(?:es|ed)|urg(?:es|ed)|recommend(?:s|ed)|encourag(?:es|ed)|"
        r"asks?|asked to|suggest(?:s|ed)",
    ),
    (
        "may",
        r"(?-i:may)|can|(?:is|are|was|were|be) (?:allowed|permitted|entitled|able|welcome) to|"
        r"allows?|permits?|option(?: to)?|eligible to|(?:has|have) the right to",
    ),
)
_BINDING = tuple((name, re.compile(rf"\b(?:{p})\b", re.IGNORECASE)) for name, p in _BINDINGS)
_BAD_BINDING: frozenset[tuple[Binding, Binding]] = frozenset(
    {
        ("may", "must"),
        ("may", "must not"),
        ("should", "must"),
        ("must", "may"),
        ("must not", "may"),
        ("must not", "must"),
    }
)
_ONLY = re.compile(
    r"\b(?:only|solely|exclusively|nothing but)\b(?! (?:\d|a few|if|when|after))", re.I
)
_RESTRICTS = re.compile(
    r"\b(?:only|solely|exclusively|just|sole|alone|single|nothing but|no one but|limited|"
    r"restrict\w*|"
    r"confined|reserved|except|apart from|other than|none|no one else|nobody else|purely|"
    r"merely|but not)\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(r"\bnot (?:only|just|solely|exclusively|merely)\b", re.IGNORECASE)
_EXCLUSIVE = re.compile(r"\b(?:only|solely|exclusively)\b", re.IGNORECASE)
_EITHER = re.compile(r"\beither\b(?!\s+side)", re.IGNORECASE)
_BOTH = re.compile(r"\bboth\b|\bone without the other\b", re.IGNORECASE)
_EVERY_OTHER = re.compile(r"\bevery (?:second|other|third|fourth|two|three|few) (\w+)", re.I)
_EVERY = re.compile(r"\bevery (?!second|other|third|fourth|two|three|few)(\w+)", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|apiece|per (?:person|head))\b", re.IGNORECASE)
_SHARED = re.compile(
    r"\b(?:shar(?:e|es|ed|ing)|split|between them|in total|altogether|combined|divided|total)\b",
    re.I,
)
_DENIES = re.compile(r"not|no|never|none|nobody|\w+n['’]t", re.IGNORECASE)
_HOW_OFTEN = re.compile(
    r"never|always|often|frequently|usually|normally|generally|typically|rarely|seldom|sometimes|"
    r"occasionally|almost|at times",
    re.IGNORECASE,
)
_FREE = ("ly", "one", "body", "thing", "ways", "times", "none")
_BEST = re.compile(
    r"\bone of (?:the|its|his|her|their)(?: [\w’']+){0,2}? (most \w+|\w+est|best|worst|top)\b", re.I
)
_ONE_OF = re.compile(r"\bone of (?:the|its|their|his|her) (?:\w+ )?(\w+s)\b", re.IGNORECASE)
_NOUN_WITHIN = 3
_NEAR_ENOUGH = 1
_MOST = 24  # words of amount, and of duty, that are compared


@dataclass(frozen=True)
class Quantifier:
    """One word of amount.

    Attributes:
        amount: how much.
        text: the words.
        over: numbers of the tokens that it may count.
        segment: number of the stretch of the sentence that it stands in.
        negated: whether what follows is denied.
        free: whether it counts no word of the sentence ("everyone", "usually").
    """

    amount: Amount
    text: str
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
    return Quantifier(amount, match.group(), tuple(near), segment, denied, free)


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


def check(case: Case) -> Iterator[Finding]:
    """Severe for an amount, a duty or a restriction that goes beyond the source's."""
    for there, said in _exceeded(case.text, case.evidence):
        yield Finding(
            check=NAME,
            severity="severe",
            message=f"claim says “{said}”, source says “{there}”",
            expected=there,
            found=said,
        )
        return
    only = _ONLY.search(case.text)
    if only and not _RESTRICTS.search(_NOT_ONLY.sub("", case.evidence)):
        word = only.group()
        message = f"claim says “{word}”, the source does not"
        yield Finding(check=NAME, severity="severe", message=message, found=word)


@lru_cache(maxsize=512)
def _exceeded(text: str, evidence: str) -> tuple[tuple[str, str], ...]:
    pairs = aligned(text, evidence)
    found = [*_amounts_exceeded(text, evidence, pairs), *_bindings_exceeded(text, evidence, pairs)]
    return tuple(found or _turned(text, evidence))


def _amounts_exceeded(
    text: str, evidence: str, pairs: dict[int, tuple[int, ...]]
) -> Iterator[tuple[str, str]]:
    there = quantifiers(evidence)
    whole = [q for q in there if q.text.lower() != "never"]
    for said in quantifiers(text):
        same = [q for q in there if _counts_same(text, evidence, said, q, pairs)]
        if not same and len(whole) == 1 and said.amount in ("all", "almost all", "none"):
            same = [q for q in whole if _near(text, evidence, said, q, pairs, reach=1)]
        if said.amount == "all" and NEGATIVE.search(text):
            # "Both were absent" is what "neither came" says.
            same = [q for q in same if q.amount != "none"]
        if not same or any(not _too_much(q.amount, said.amount) for q in same):
            continue
        if any(q.negated == said.negated for q in same):
            yield same[0].text, said.text


def _counts_same(
    text: str, evidence: str, said: Quantifier, there: Quantifier, pairs: dict[int, tuple[int, ...]]
) -> bool:
    """Whether both count one thing: a word that they share, or else the words around them."""
    often = [bool(_HOW_OFTEN.match(q.text)) for q in (said, there)]
    if "never" in (said.text.lower(), there.text.lower()) and not all(often):
        return False
    over = {j for i in said.over for j in pairs.get(i, ())}
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


def _bindings_exceeded(
    text: str, evidence: str, pairs: dict[int, tuple[int, ...]]
) -> Iterator[tuple[str, str]]:
    there = _bound(evidence)
    for said, words, acts, stretch in _bound(text):
        same = [
            (b, w)
            for b, w, held, near in there
            if any(j in held for i in acts for j in pairs.get(i, ()))
            or sum(any(j in near for j in pairs.get(i, ())) for i in stretch) > _NEAR_ENOUGH
        ]
        if same and all((b, said) in _BAD_BINDING for b, _ in same):
            yield same[0][1], words


Bound = tuple[Binding, str, frozenset[int], frozenset[int]]


@lru_cache(maxsize=4_000)
def _bound(text: str) -> tuple[Bound, ...]:
    """Each duty or permission: its words, what is to be done, and the tokens beside it."""
    text = text[:LONGEST]
    tokens = read(text).tokens
    taken: list[tuple[int, int]] = []
    found: list[Bound] = []
    for name, pattern in _BINDING:
        for match in pattern.finditer(text):
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            taken.append(match.span())
            at = next((i for i, t in enumerate(tokens) if t.end > match.start()), None)
            if at is None:
                continue
            after = next((i for i, t in enumerate(tokens) if t.start >= match.end()), len(tokens))
            segment = tokens[at].segment
            near = (i for i, t in enumerate(tokens) if t.content and t.segment == segment)
            acts = frozenset(focus(tokens, after))
            found.append((name, match.group(), acts, frozenset(near)))
    return tuple(found[:_MOST])


def _turned(text: str, evidence: str) -> Iterator[tuple[str, str]]:
    """ "Either" for "both", "mainly" for "only", "each" for a share, "every" for "every second"."""
    either, both = _EITHER.search(text), _BOTH.search(evidence)
    if either and both and not _EITHER.search(evidence):
        yield both.group(), either.group()
    only = _EXCLUSIVE.search(evidence)
    mainly = next((q for q in quantifiers(text) if q.amount == "most" and q.free), None)
    if only and mainly and not any(q.amount == "most" for q in quantifiers(evidence)):
        yield only.group(), mainly.text
    each, shared = _EACH.search(text), _SHARED.search(evidence)
    if each and shared and not _EACH.search(evidence):
        yield shared.group(), each.group()
    anyone = re.search(r"\b(?:everyone|everybody|anyone|anybody|all)\b", text, re.IGNORECASE)
    if only and anyone and not _RESTRICTS.search(text):
        yield only.group(), anyone.group()
    for best in _BEST.finditer(evidence):
        word = best.group(1)
        alone = re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
        if alone and not re.search(r"\b(?:one of|among|some of|a)\b", text[: alone.start()]):
            yield best.group(), word
    for one in _ONE_OF.finditer(evidence):
        all_of = re.search(rf"(?<!of )\bthe {re.escape(one.group(1))}\b", text, re.IGNORECASE)
        if all_of and not re.search(r"\b(?:one|a|an|another)\b", text, re.IGNORECASE):
            yield one.group(), all_of.group()
    for other in _EVERY_OTHER.finditer(evidence):
        for every in _EVERY.finditer(text):
            if every.group(1).lower() == other.group(1).lower():
                yield other.group(), every.group()
