"""Which nouns of a text it says that there are, or that somebody has, made or found."""

from __future__ import annotations

from summarizer.checks.negating import BE, OF_NOUNS
from summarizer.checks.predicates import Reading
from summarizer.checks.tokens import AUXILIARY, verb_like
from summarizer.text.syntax.classes import classes

_TIES = frozenset(
    """in on at by for from to after before during under over against about as into until since near
    between among through behind beside within around of""".split()
)
_NO = OF_NOUNS - {"out"} | frozenset("no none nothing nobody neither".split())


def noun(reading: Reading, i: int) -> bool:
    """Whether a token looks like a noun, or a word that describes one, and no verb."""
    token = reading.tokens[i]
    helped = i > 0 and reading.tokens[i - 1].lower in AUXILIARY | {"to", "not"}
    kinds = classes(token.lower)
    verb = verb_like(token) or token.lower.endswith("ing") or " " in token.lower
    return not (verb or helped) and ("n" in kinds or "a" in kinds or not kinds)


def denies_noun(reading: Reading, i: int) -> bool:
    """Whether "no", "without" or their like stand before a token, and not only "not"."""
    return any(
        next(t for t in reading.tokens if t.end > scope.start).lower in _NO
        for scope in reading.scopes_of(i)
        if "no longer" not in reading.text[scope.start : scope.end].lower()
    )


def asserted(reading: Reading, i: int) -> bool:
    """Whether a noun is what its clause says that there is: its object, or what "was found"."""
    tokens = reading.tokens
    clause = tokens[i].clause
    k = i - 1
    while k >= 0 and tokens[k].clause == clause:
        token = tokens[k]
        if token.lower in _TIES:
            return False
        helped = k > 0 and tokens[k - 1].lower in AUXILIARY | {"to", "not"}
        if verb_like(token) or helped or token.lower in ("with", "there", "without"):
            return True
        k -= 1
    later = (t for t in tokens[i + 1 :] if t.clause == clause)
    return any(t.lower in BE for t in later)
