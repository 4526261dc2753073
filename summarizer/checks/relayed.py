"""Who has it from whom, and who made a survey for whom, is not turned round."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.attributes.ledger import Ledger
from summarizer.attributes.relays import Relay, relays
from summarizer.attributes.sources import in_document
from summarizer.checks.case import Case
from summarizer.checks.spoken import sentences_of
from summarizer.text.terms import keys
from summarizer.text.words import words

_PRONOUNS = frozenset("he she it they i we who which me us him her them".split())


def relayed(case: Case, known: Ledger) -> Iterator[tuple[str, str]]:
    """The claim's words for an end of a relay, and those that the source has there."""
    claimed = relays(case.text)
    if not claimed:
        return
    lines = (known.line(n) for n in sentences_of(case, known))
    there = [r for x in lines if x is not None for r in relays(known.text[x.start : x.end])]
    for relay in claimed:
        alike = [r for r in there if r.kind == relay.kind]
        faults = [_fault(known, relay, r) for r in alike]
        if faults and all(faults):
            yield next(f for f in faults if f)
            return


def _fault(known: Ledger, claim: Relay, source: Relay) -> tuple[str, str] | None:
    ahead, behind = _same(claim.front, source.front), _same(claim.back, source.back)
    if _same(claim.front, source.back) and not ahead:
        return claim.front, source.front or source.back
    if _same(claim.back, source.front) and not behind:
        return claim.back, source.back or source.front
    other = behind is False and ahead is not False and claim.kind == "source"
    if other and any(in_document(known, w.lower) for w in words(claim.back)):
        return claim.back, source.back
    return None


def _same(a: str, b: str) -> bool | None:
    """Whether two ends are the same; None where one is not named."""
    if not a or not b or {a.lower(), b.lower()} & _PRONOUNS:
        return None
    return bool(keys(a) & keys(b))
