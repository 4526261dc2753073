"""Only, reserved, limited: what a restriction holds for, and a claim that moves it or drops it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.checks.alignment import aligned
from summarizer.checks.company import company, sentences, token_at
from summarizer.checks.predicates import read
from summarizer.checks.tokens import AUXILIARY

_RESTRICTS = re.compile(
    r"\b(?:(?<!not )(?:only|solely|exclusively|just)|sole|alone|nothing but|no one but|limited|"
    r"restrict\w*|confined|reserved|except|apart from|other than|but not|excluding|save for|"
    r"with the exception of|not including)\b",
    re.IGNORECASE,
)
_EXCLUSIVE = re.compile(r"(?<!not )(?<!the )\b(?:only|solely|exclusively)\b", re.IGNORECASE)
# "Voting is restricted to members": what is restricted stands before it.
_TO = re.compile(
    r"\b(?:(?:restricted|limited|reserved|confined|exclusive|only|exclusively|solely)"
    r"(?: \w+)? (?:to|for)|(?:open|available|allowed|possible|permitted) only)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*(?:only|none but|no one but|nobody but)\s", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:everyone|everybody|anyone|anybody|all|both|every|each|any|entire|whole)\b", re.IGNORECASE
)
_HALF_BEST = 0.5
_WHOLE_OR_NOT = re.compile(rf"{_WHOLE.pattern}|\b(?:without|no) exceptions?\b", re.IGNORECASE)
_NEAR_BEST = 0.75  # of the company that the claim keeps in its best clause


def moved(text: str, evidence: str) -> Iterator[tuple[str, str]]:
    """Where the claim restricts what its source leaves free, or frees what it restricts."""
    act, whole = _act(text), _WHOLE_OR_NOT.search(text)
    limits = _limits(evidence) if act or whole else ()
    if not limits:
        return
    where = sentences(evidence)
    restricted = {where[j] for j, _ in limits}
    if act:
        word, events = act
        pairs = aligned(text, evidence)
        places = [places for i, places in pairs.items() if i in events and places]
        free = [p for p in places if not any(where[j] in restricted for j in p)]
        own = [p for p in places if all(where[j] in restricted for j in p)]
        rest = [p for i, p in pairs.items() if i not in events and p]
        if free and not own and any(where[j] in restricted for p in rest for j in p):
            yield limits[0][1], word
    yield from _excepted(text, evidence, limits)
    whole = _WHOLE.search(text)
    if whole and not _RESTRICTS.search(text) and not _WHOLE_OR_NONE.search(evidence):
        skip = frozenset([token_at(text, whole.start())])
        beside = company(text, evidence, skip)
        best = max(beside, default=0.0)
        for j, word in limits:
            if _EXCLUSIVE.fullmatch(word) and best and beside[j] >= _NEAR_BEST * best:
                yield word, whole.group()


def _excepted(
    text: str, evidence: str, limits: tuple[tuple[int, str], ...]
) -> Iterator[tuple[str, str]]:
    """Where the claim takes in what its source excepts."""
    whole = _NO_EXCEPTION.search(text)
    if not whole or _EXCEPTS.search(_NO_EXCEPTION.sub("", text)):
        return
    beside = company(text, evidence, frozenset([token_at(text, whole.start())]))
    best = max(beside, default=0.0)
    for j, word in limits:
        if best and _EXCEPTS.fullmatch(word) and beside[j] >= _HALF_BEST * best:
            yield word, whole.group()


_EXCEPTS = re.compile(
    r"\b(?:except(?:ion)?|apart from|other than|but not|with the exception of|excluding|save for|"
    r"not including|barring|but)\b",
    re.IGNORECASE,
)
_NO_EXCEPTION = re.compile(
    r"(?<!not )\b(?:(?:without|no) exceptions?|all|every|each|any|entire|whole|everyone|"
    r"everybody)\b",
    re.I,
)
_WHOLE_OR_NONE = re.compile(r"\b(?:all|both|every\w*|each|any\w*|entire|whole|no|none)\b", re.I)


@lru_cache(maxsize=4_000)
def _limits(text: str) -> tuple[tuple[int, str], ...]:
    """The restrictions of a text: token and words."""
    return tuple((token_at(text, m.start()), m.group()) for m in _RESTRICTS.finditer(text))


@lru_cache(maxsize=4_000)
def _act(text: str) -> tuple[str, frozenset[int]] | None:
    """What a claim restricts: the words, and the tokens of what they hold for."""
    tokens = read(text).tokens
    to = _TO.search(text)
    if to:
        events = {i for i, t in enumerate(tokens) if t.content and t.end <= to.start()}
        return to.group(), frozenset(events)
    opens = _OPENS.match(text)
    helpers = [i for i, t in enumerate(tokens) if t.lower in AUXILIARY] if opens else []
    if opens and helpers:
        events = {i for i in range(helpers[-1] + 1, len(tokens)) if tokens[i].content}
        return opens.group().strip(), frozenset(events)
    return None
