"""What must, should or may be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.checks.alignment import aligned
from summarizer.checks.company import company
from summarizer.checks.negations import focus
from summarizer.checks.predicates import read
from summarizer.checks.tokens import LONGEST

Binding = Literal["must", "should", "may", "must not"]

_BINDINGS: tuple[tuple[Binding, str], ...] = (
    (
        "may",
        r"(?:do|does|did|will|would)(?: not|n['’]t) (?:have|need) to|need not|needn['’]t|"
        r"(?:not|never) (?:required|obliged|obligatory|compulsory|mandatory|forced|bound)|"
        r"(?:do|does|did|will|would)(?: not|n['’]t) require|without requiring|"
        r"no (?:obligation|duty|need)|voluntary|optional|free to|may choose|at liberty",
    ),
    (
        "must not",
        r"(?:forbids?|forbade|prohibits|outlaws|outlawed|bars|bans(?! on\b))|(?:must|may|"
        r"could)(?: not|n['’]t)|can not|can['’]t|cannot|not (?:allowed|permitted|"
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
        ("should", "must not"),
        ("must", "may"),
        ("must not", "may"),
        ("must not", "must"),
    }
)
_NEAR_ENOUGH = 1
_NEARER = 0.5  # how many words more make one clause nearer than another
_MOST = 24  # duties that are compared


@dataclass(frozen=True)
class Bound:
    """One duty or permission.

    Attributes:
        binding: how bindingly.
        words: as the text has them.
        at: number of their first token.
        acts: numbers of the tokens of what is to be done.
        near: numbers of the tokens of the stretch of the sentence that it stands in.
    """

    binding: Binding
    words: str
    at: int
    acts: frozenset[int]
    near: frozenset[int]


def exceeded(text: str, evidence: str) -> Iterator[tuple[str, str]]:
    """The words of the source's duties with those of the claim that go beyond them."""
    here = duties(text)
    there = duties(evidence) if here else ()
    if not there:
        return
    pairs = aligned(text, evidence)
    beside = company(text, evidence, frozenset(b.at for b in here))
    for said in here:
        same = [
            b
            for b in there
            if any(j in b.acts for i in said.acts for j in pairs.get(i, ()))
            or sum(any(j in b.near for j in pairs.get(i, ())) for i in said.near) > _NEAR_ENOUGH
        ]
        nearest = max((beside[b.at] for b in same), default=0.0) - _NEARER
        same = [b for b in same if beside[b.at] > nearest]
        if same and all((b.binding, said.binding) in _BAD_BINDING for b in same):
            yield same[0].words, said.words


@lru_cache(maxsize=4_000)
def duties(text: str) -> tuple[Bound, ...]:
    """The duties and permissions of a text, each stretch of it read once."""
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
            found.append(Bound(name, match.group(), at, acts, frozenset(near)))
    return tuple(found[:_MOST])
