"""The first, the largest, one of the largest: where a thing stands among others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_TOP = r"most \w+|least \w+|\w{2,}est|best|worst|top|first|last|earliest|latest"
_SHARED = re.compile(
    rf"\b(?:one of|among|some of|two of|three of) (?:the|its|his|her|their|our)"
    rf"(?: [\w’'-]+){{0,2}}? ({_TOP})\b",
    re.IGNORECASE,
)
_BELOW = re.compile(
    rf"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ]({_TOP})\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:one of|among|some|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"joint|an?)\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\b(?:no|none|nobody|no one|nothing) [^.;]{0,80}?\b(?:more|\w{3,}er)\b[^.;]{0,60}? than\b|"
    r"\b(?:more|\w{3,}er)\b[^.;]{0,60}? than (?:any|every|all)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\bone of (?:the|its|their|his|her) (?:\w+ )?(\w+s)\b", re.IGNORECASE)
_ALL_OF = re.compile(r"(?<!of )\b(?:the|its|their|his|her) (?:[a-z]+ )?(\w+s)\b", re.IGNORECASE)
_SINGLE = re.compile(
    r"\b(?:one|an?|another|among|some|several|two|three|few|part)\b", re.IGNORECASE
)
_NOT_RANKS = frozenset("interest request protest test guest forest west harvest arrest".split())


def outranked(text: str, evidence: str) -> Iterator[tuple[str, str]]:
    """The source's rank and the claim's words that put the thing higher."""
    top, more = _SUPERLATIVE.search(text), _NO_MORE.search(text)
    shared, below = ranks(evidence) if top or more else ((), ())
    for there, word in (*shared, *below):
        place = _word(text, word)
        if place and not _RANK.search(text, 0, place.start()):
            yield there, place.group()
    if shared and more and not _RANK.search(text, 0, more.start()):
        yield shared[0][0], more.group()
    wholes = list(_ALL_OF.finditer(text))
    for one in _ONE_OF.finditer(evidence) if wholes else ():
        for whole in wholes:
            if whole.group(1).lower() == one.group(1).lower() and not _SINGLE.search(text):
                yield one.group(), whole.group()


def widened(text: str, evidence: str) -> Iterator[tuple[str, str]]:
    """The claim's "in the country" where its source has the thing first in a smaller place."""
    if _SUPERLATIVE.search(text) or _NO_MORE.search(text) or _NEVER.search(text):
        for region in _REGION.finditer(text):
            own = (region.group(1) or region.group().split()[-1]).lower()
            same = next((each for each in _REGIONS if own in each), (own,))
            if not any(word in evidence.lower() for word in same):
                smaller = _PLACE.search(evidence)
                yield (smaller.group() if smaller else ""), region.group()


_NEVER = re.compile(r"\b(?:never|no|none|nobody)\b", re.IGNORECASE)
_REGIONS = (
    ("country", "nation", "kingdom", "republic", "federal", "domestic", "countries"),
    ("world", "globe", "global", "planet", "international", "earth"),
    ("continent", "europe", "africa", "asia", "america"),
)
_REGION = re.compile(
    r"\b(?:in|of|across) (?:the|its|their) (?:whole |entire )?(country|nation|world|globe|"
    r"continent)\b|"
    r"\b(?:the|its) (?:country|nation|world|continent)(?=['’]s)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|of) (?:the|this|its)(?: [\w’'-]+){0,2} (?:port|province|region|city|town|county|"
    r"district|parliament|state|village|valley|club|school|university|league|island)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_000)
def ranks(text: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """What is one of several at the top, and what comes below it: each with its superlative."""
    return tuple(
        tuple(
            (m.group(), m.group(1).lower())
            for m in pattern.finditer(text)
            if m.group(1).lower() not in _NOT_RANKS
        )
        for pattern in (_SHARED, _BELOW)
    )


_SUPERLATIVE = re.compile(rf"\b(?:{_TOP}|only)\b", re.IGNORECASE)
_ALIKE = tuple(
    frozenset(line.split())
    for line in (
        "first earliest only",
        "last latest",
        "biggest largest greatest",
        "best top finest",
        "richest wealthiest",
        "highest tallest",
        "deadliest worst",
    )
)


def _word(text: str, word: str) -> re.Match[str] | None:
    """Where the text has the superlative, or another of its meaning."""
    same = next((each for each in _ALIKE if word in each), frozenset([word]))
    return next((m for m in _SUPERLATIVE.finditer(text) if m.group().lower() in same), None)
