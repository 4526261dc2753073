"""How much of what a claim says each report of the source says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarizer.attributes.ledger import Ledger
from summarizer.attributes.sayings import Saying
from summarizer.attributes.told import Told
from summarizer.text.terms import Term, alternatives, keys, opposites, terms

_LOOSE = 0.8
# What the opposite of a wanted word takes away.
_AGAINST = 0.7
# A figure tells one report from another better than a word does.
_FIGURE = 2.5
_MOST = 12
_HE = re.compile(r"\W*(?:that\s+)?(?:he|she|it|they|this)\b", re.IGNORECASE)


def wanted_of(text: str, chain: Sequence[Told]) -> frozenset[Term]:
    """What the innermost report of a claim says is said, the words of its speakers left out."""
    speaking = {key for t in chain for key in keys(t.phrase)}
    return frozenset(t for t in terms(chain[-1].words_of(text)) if t.key not in speaking)


def content_of(known: Ledger, saying: Saying) -> str:
    """The words of what is reported."""
    return saying.told.words_of(known.text)


def restated(text: str, chain: Sequence[Told], wanted: frozenset[Term], content: str) -> float:
    """Share of the wanted terms in a report, where "it" may stand for the claim's subject."""
    found = share(wanted, content)
    if not found or not _HE.match(content):
        return found
    first = next((t for t in terms(chain[-1].words_of(text)) if t in wanted), None)
    if first is None or first.number or first.key in keys(content):
        return found
    return min(1.0, found + _LOOSE / len(wanted))


@lru_cache(maxsize=20_000)
def share(wanted: frozenset[Term], content: str) -> float:
    """Share of the wanted terms that a text has; 0 to 1, a synonym counting ``_LOOSE``, and an
    opposite taking away ``_AGAINST``."""
    own = keys(content)
    total = full = 0.0
    for term in wanted:
        weight = _FIGURE if term.number else 1.0
        full += weight
        if term.key in own:
            total += weight
        elif not own.isdisjoint(alternatives(term.word)):
            total += _LOOSE
        elif not own.isdisjoint(opposites(term.word)):
            total -= _AGAINST
    return max(0.0, total / full) if wanted else 0.0


def carrying(known: Ledger, wanted: Iterable[Term]) -> list[Saying]:
    """The reports of the whole document that have most of the terms, at most ``_MOST``."""
    postings = _postings(known)
    hits: Counter[int] = Counter()
    for term in wanted:
        places = {p for key in {term.key, *alternatives(term.word)} for p in postings.get(key, ())}
        hits.update(places)
    return [known.sayings[place] for place, _ in hits.most_common(_MOST)]


@lru_cache(maxsize=16)
def _postings(known: Ledger) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, saying in enumerate(known.sayings):
        for key in keys(content_of(known, saying)):
            found.setdefault(key, []).append(place)
    return found
