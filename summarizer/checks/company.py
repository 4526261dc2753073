"""Which clause of the source a claim belongs to: the one that its other words stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from summarizer.checks.alignment import aligned
from summarizer.checks.predicates import read
from summarizer.checks.tokens import Token

_SHARP = 1.5  # a name or a figure says more surely than a common word which event is meant
_VAGUE = 0.5
_SENTENCE = 0.5  # what a word counts in the sentence, but not in the clause
_TAKEN_UP = 0.4  # what a word of the sentence before counts where a pronoun takes it up
_VAGUE_WORDS = frozenset(
    "say said tell told people year month week day time new last next first more most".split()
)
_TAKES_UP = frozenset(
    """he she it they him her them his its their theirs this that these those there here both one
    ones other others such latter former""".split()
)
_OPENING = 6  # tokens of a sentence in which a pronoun takes up the one before
# Two events that a text sets against each other are as far apart as two sentences.
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs)(?<!\bGen)[.!?;][”\"’)]*(?=\s)|"
    r"(?<=[,—–])\s(?=(?:but|while|whereas|although|though|yet)\s)"
)


@lru_cache(maxsize=4_000)
def sentences(text: str) -> tuple[int, ...]:
    """For each token of a text the number of its sentence."""
    reading = read(text)
    ends = [m.end() for m in _END.finditer(reading.text)]
    found, number = [], 0
    for token in reading.tokens:
        while number < len(ends) and ends[number] <= token.start:
            number += 1
        found.append(number)
    return tuple(found)


@lru_cache(maxsize=2_000)
def company(text: str, evidence: str, skip: frozenset[int] = frozenset()) -> tuple[float, ...]:
    """For each token of the source how many words of the claim stand in its clause.

    Those in other clauses of its sentence count in part, as do those of the sentence before when a
    pronoun takes them up.

    Args:
        skip: tokens of the claim that do not count.
    """
    claim, source, where = read(text), read(evidence), sentences(evidence)
    by_segment: dict[int, float] = {}
    by_sentence: dict[int, float] = {}
    upheld: dict[int, float] = {}
    pronouns = _taking_up(evidence)
    for i, places in aligned(text, evidence).items():
        if i in skip or not places:
            continue
        token = claim.tokens[i]
        sharp = token.name or token.number
        weight = _SHARP if sharp else _VAGUE if token.lower in _VAGUE_WORDS else 1.0
        here = {where[j] for j in places}
        for segment in {source.tokens[j].segment for j in places}:
            by_segment[segment] = by_segment.get(segment, 0.0) + weight
        for sentence in here:
            by_sentence[sentence] = by_sentence.get(sentence, 0.0) + weight
            own = pronouns.get(sentence + 1)
            if own is not None and sentence + 1 not in here and not (own and sharp):
                upheld[sentence + 1] = upheld.get(sentence + 1, 0.0) + weight
    return tuple(
        by_segment.get(t.segment, 0.0) * (1 - _SENTENCE)
        + by_sentence.get(where[j], 0.0) * _SENTENCE
        + upheld.get(where[j], 0.0) * _TAKEN_UP
        for j, t in enumerate(source.tokens)
    )


@lru_cache(maxsize=4_000)
def _taking_up(text: str) -> dict[int, bool]:
    """The sentences that open with a pronoun; True for those that open with a name of their own.

    "In July it is open" takes up the museum of the sentence before, but not its month.
    """
    found: dict[int, bool] = {}
    opening: dict[int, list[Token]] = {}
    for token, sentence in zip(read(text).tokens, sentences(text), strict=True):
        first = opening.setdefault(sentence, [])
        if len(first) < _OPENING:
            first.append(token)
    for sentence, first in opening.items():
        at = next((k for k, t in enumerate(first) if t.lower in _TAKES_UP), None)
        if at is not None:
            found[sentence] = any(t.name or t.number for t in first[:at])
    return found


def token_at(text: str, offset: int) -> int:
    """The number of the token that an offset stands in, or of the one before; 0 for no token."""
    return max(0, bisect_right(_starts(text), offset) - 1)


@lru_cache(maxsize=4_000)
def _starts(text: str) -> list[int]:
    return [t.start for t in read(text).tokens]
