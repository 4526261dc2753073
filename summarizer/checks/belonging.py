"""Which words of a text belong to one of its words: those of its clause, and what that takes over.

"The board loosened the rules on jobs and tightened those on gifts": the rules belong to both verbs,
the jobs to the first one only, the gifts to the second.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.predicates import Reading, read
from summarizer.checks.tokens import Token, verb_like
from summarizer.text.syntax.classes import classes

# In place of what an earlier clause named: alone, or with what tells two of a kind apart.
_SUBJECTS = frozenset("he she it they this these".split())
_PRONOUNS = frozenset("he she it who which that this".split())
_KINDS = frozenset("those one ones that".split())
_OBJECTS = frozenset("it them one ones those these this both him her others another".split())
_OF = frozenset("of on in for from with at by against about between".split())
_BACK = frozenset(
    """he she it they its their his her this these those them both the such him another here there
    then so""".split()
)
_JOINING = frozenset("and but while whereas nor yet".split())
_SUBORDINATE = frozenset("when after as because before since where once until".split())
_UNDER, _TAKEN = 0.7, 0.9
_SHORTEST = 3
_PARTLY, _NEXT_SENTENCE, _BESIDE = 0.3, 0.3, 0.5


@dataclass(frozen=True)
class Clause:
    """One clause of a text.

    Attributes:
        first, last: numbers of its tokens at the ends.
        sentence: number of its sentence.
        verb: number of the first token that looks like a finite verb; ``last`` when none does.
        acts: whether there is one.
    """

    first: int
    last: int
    sentence: int
    verb: int
    acts: bool


@lru_cache(maxsize=4_000)
def clauses(text: str) -> dict[int, Clause]:
    """The clauses of a text under their numbers."""
    reading = read(text)
    inside: dict[int, list[int]] = {}
    for i, token in enumerate(reading.tokens):
        inside.setdefault(token.clause, []).append(i)
    return {clause: _clause(reading, own) for clause, own in inside.items()}


def _clause(reading: Reading, own: list[int]) -> Clause:
    verb = next((i for i in own if acting(reading, i)), None)
    last = own[-1]
    sentence = reading.tokens[own[0]].sentence
    return Clause(own[0], last, sentence, last if verb is None else verb, verb is not None)


def acting(reading: Reading, i: int) -> bool:
    """Whether a token looks like a finite verb."""
    tokens = reading.tokens
    lower = tokens[i].lower
    if verb_like(tokens[i]):
        return True
    if not i or not lower.endswith("s") or "v" not in classes(lower):
        return False
    before = tokens[i - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before.lower in _PRONOUNS:
        return True
    return before.content and after is not None and not after.content


@dataclass(frozen=True)
class Belonging:
    """What belongs to one word of a text.

    Args:
        reading: the text.
        at: number of the token.
        rivals: for each clause that has another word in question, where that stands.
    """

    reading: Reading
    at: int
    rivals: Mapping[int, int]

    def weight(self, other: int) -> float:
        """How much another token belongs to it, 0 to 1."""
        tokens = self.reading.tokens
        here, there = tokens[self.at], tokens[other]
        if here.clause == there.clause:
            return 1.0
        if here.sentence == there.sentence:
            return self._within(other)
        before = here.sentence == there.sentence + 1
        return _NEXT_SENTENCE * _points_back(self.reading, self.at) if before else 0.0

    def _within(self, other: int) -> float:
        """The same for a token in another clause of the sentence."""
        own, there = (self.reading.tokens[k].clause for k in (self.at, other))
        rival = there in self.rivals
        if there > own:
            return 0.0 if rival else _apart(self.reading, there)
        told = clauses(self.reading.text)
        if not (told[own].acts or rival) and there == own - 1:
            return 1.0
        subject, rest = _taken_over(self.reading, self.at)
        if other < self.rivals.get(there, told[there].verb):
            taken = subject and (rival or there == own - 1)
            return _TAKEN if taken else 0.0 if rival else _BESIDE
        if rival:
            return _TAKEN if rest else _PARTLY
        return _apart(self.reading, own)


@lru_cache(maxsize=20_000)
def _apart(reading: Reading, number: int) -> float:
    """How much a clause and the one before it belong together: little where "and" joins them."""
    clause = clauses(reading.text)[number]
    opens = reading.tokens[clause.first].lower
    if opens in _SUBORDINATE:
        return _UNDER
    return _PARTLY if opens in _JOINING and clause.acts else _BESIDE


@lru_cache(maxsize=20_000)
def _taken_over(reading: Reading, at: int) -> tuple[bool, bool]:
    """Whether a clause takes over what stands before, and after, the verb of an earlier one."""
    clause = clauses(reading.text)[reading.tokens[at].clause]
    before = reading.tokens[clause.first : at]
    after = reading.tokens[at + 1 : clause.last + 1]
    inside = reading.words(at).lower().split()[1:]  # "found him guilty"
    own = any(_argument(t) for t in before)
    pronoun = any(t.lower in _SUBJECTS for t in before)
    subject = (
        _opens_with_verb(reading, clause)
        or _kind(before)
        or not own
        or (pronoun and not any(_argument(t) for t in _after(before)))
    )
    rest = not any(_argument(t) for t in after) or _kind(after)
    pronouns = {t.lower for t in after} | set(inside)
    return subject, rest or bool(pronouns & _OBJECTS)


def _after(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What follows the first pronoun."""
    at = next((k for k, t in enumerate(tokens) if t.lower in _SUBJECTS), len(tokens))
    return tokens[at + 1 :]


def _kind(tokens: tuple[Token, ...]) -> bool:
    """Whether "that of the dyers", "those on gifts" or "the one for perjury" stands there."""
    return any(t.lower in _KINDS and following.lower in _OF for t, following in pairwise(tokens))


def _opens_with_verb(reading: Reading, clause: Clause) -> bool:
    """Whether a clause has no subject of its own ("but stops short of it")."""
    tokens = reading.tokens[clause.first : clause.last + 1]
    if tokens[0].lower not in _JOINING or len(tokens) < _SHORTEST:
        return False
    first, following = tokens[1], tokens[2]
    bare = first.content and not (first.name or first.number) and not verb_like(following)
    return verb_like(first) or (bare and "v" in classes(first.lower))


def _argument(token: Token) -> bool:
    return token.content and not token.lower.endswith("ly") and not verb_like(token)


@lru_cache(maxsize=20_000)
def _points_back(reading: Reading, at: int) -> float:
    """How surely a sentence takes up what the one before names, by leaving it out or a pronoun."""
    clause = clauses(reading.text)[reading.tokens[at].clause]
    if not any(_argument(t) for t in reading.tokens[at + 1 : clause.last + 1]):
        return 2.0
    sentence = reading.tokens[at].sentence
    told = clauses(reading.text).values()
    first = min(c.first for c in told if c.sentence == sentence)
    return float(any(t.lower in _BACK for t in reading.tokens[first : clause.last + 1]))
