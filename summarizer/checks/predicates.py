"""What a text affirms and what it denies, word by word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.checks.negations import Scope, scopes
from summarizer.checks.tokens import LONGEST, PAST, Token, tokens
from summarizer.checks.unreal import unreal

# What follows is neither affirmed nor denied.
_SHORT = 4
_STAGED = frozenset("went held staged".split())
_TRYING = frozenset("try attempt".split())  # what is tried may be done or not
_OPEN = frozenset("if unless whether barring provided".split())


@dataclass(frozen=True, eq=False)
class Reading:
    """A text as tokens and negations; equal to itself only, as each text is read once.

    Attributes:
        signs: for each token 1 where the text affirms it, -1 where it denies it, 0 where that is
            not sure.
    """

    text: str
    tokens: tuple[Token, ...]
    scopes: tuple[Scope, ...]
    signs: tuple[int, ...]

    @cached_property
    def content(self) -> tuple[int, ...]:
        """Numbers of the tokens that carry meaning."""
        return tuple(i for i, t in enumerate(self.tokens) if t.content)

    def scopes_of(self, token: int) -> list[Scope]:
        """The negations that surely turn a token round."""
        return [s for s in self.scopes if token in s.firm]

    def words(self, token: int) -> str:
        """The words of a token as the text has them."""
        return self.text[self.tokens[token].start : self.tokens[token].end]

    def phrase(self, first: int, last: int | None = None) -> str:
        """A token, or a run of them, with what negates it, as the text has them."""
        last = first if last is None else last
        spans = [(s.start, s.end) for s in self.scopes_of(first)]
        spans.append((self.tokens[first].start, self.tokens[last].end))
        return self.text[min(a for a, _ in spans) : max(b for _, b in spans)]


@lru_cache(maxsize=4_000)
def read(text: str) -> Reading:
    """The tokens and negations of a text, of its first ``LONGEST`` characters; linear in them."""
    text = text[:LONGEST]
    found = tuple(tokens(text))
    negated = (*scopes(text, found), *unreal(found))
    firm = Counter(k for scope in negated for k in scope.firm)
    soft = {k for scope in negated for k in scope.soft}
    open_ = frozenset(t.segment for t in found if t.lower in _OPEN)

    def sign(place: int, token: Token) -> int:
        tried = place > 1 and found[place - 1].lower == "to" and found[place - 2].keys & _TRYING
        if tried or token.segment in open_ or (place in soft and not firm[place]):
            return 0
        return -1 if firm[place] % 2 else 1

    signs = tuple(sign(place, token) for place, token in enumerate(found))
    return Reading(text, found, negated, signs)


def done(reading: Reading, i: int) -> bool:
    """Whether the token says that something was done ("closed", "has been closed")."""
    token = reading.tokens[i]
    before = [t.lower for t in reading.tokens[max(0, i - 3) : i]]
    if "to" in before[-1:] or {"be", "will"} & set(before):
        return False
    past = token.lower in PAST or (len(token.lower) > _SHORT and token.lower.endswith(("ed", "en")))
    if _STAGED & set(before[-2:]) and token.content:
        return True  # "went on strike"
    return past or bool({"has", "have", "had", "was", "were", "been"} & set(before[-1:]))


def perfect(reading: Reading, i: int) -> bool:
    """Whether the token is the verb of "has closed" or "has been closed"."""
    token = reading.tokens[i]
    lower = token.lower.split(" ")[0]
    past = lower in PAST or lower.endswith(("ed", "en")) or lower in ("put", "become", "begun")
    before = {t.lower for t in reading.tokens[max(0, i - 3) : i] if t.segment == token.segment}
    return (
        past and bool(before & {"has", "have"}) and not before & {"would", "may", "might", "will"}
    )
