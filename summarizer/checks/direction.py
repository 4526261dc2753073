"""What rose did not fall, what was denied was not confirmed, what came first did not come last."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from summarizer.checks.alignment import aligned, another, clashes, converse
from summarizer.checks.axes import Pole, poles
from summarizer.checks.case import Case
from summarizer.checks.order import reversed_order
from summarizer.checks.predicates import Reading, read
from summarizer.schema import Finding

NAME = "direction"
_NEAR = 5
_LEAST = 1.0
_MARGIN = 1.5
_PLACES = 12


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a word of the statement in whose place the source has an opposite.

    Severe where the statement takes the other side of an axis in words of its own, or turns an
    order of events round.
    """
    claim, source = read(case.text), read(case.evidence)
    for clash in clashes(case):
        if clash.kind == NAME:
            yield _finding("fatal", source.phrase(clash.source), claim.phrase(clash.claim))
            return
    found = _other_side(case.text, case.evidence) or reversed_order(case.text, case.evidence)
    if found:
        yield _finding("severe", *found)


def _finding(severity: Literal["severe", "fatal"], there: str, said: str) -> Finding:
    return Finding(
        check=NAME,
        severity=severity,
        message=f"claim says “{said}”, source says “{there}”",
        expected=there,
        found=said,
    )


@lru_cache(maxsize=512)
def _other_side(text: str, evidence: str) -> tuple[str, str] | None:
    """The words of source and claim that take different sides of one axis."""
    here, there = poles(text), poles(evidence)
    for axis in dict.fromkeys(p.axis for p in here):
        said = [p for p in here if p.axis == axis]
        told = [p for p in there if p.axis == axis][:_PLACES]
        if not told or len({p.side for p in said}) > 1:
            continue
        side = said[0].side
        reach = {p: _shared(text, evidence, said[0], p) for p in told}
        alike = max((reach[p] for p in told if p.side == side), default=-_MARGIN)
        against = max((p for p in told if p.side != side), key=lambda p: reach[p], default=None)
        if against is None or _both(against, told):
            continue
        pairs, ends = aligned(text, evidence), (said[0].first, against.first)
        claim, source = read(text), read(evidence)
        if converse(claim, ends[0], source, ends[1], pairs) or another(
            claim, ends[0], source, ends[1], pairs
        ):
            continue
        if reach[against] >= _LEAST and reach[against] >= alike + _MARGIN:
            return against.text, said[0].text
    return None


def _both(best: Pole, told: list[Pole]) -> bool:
    """Whether the source takes both sides at one place ("no less", "more or less")."""
    return any(p.side != best.side and abs(p.first - best.first) <= 1 for p in told)


def _shared(text: str, evidence: str, said: Pole, told: Pole) -> float:
    """How much of what stands around the claim's words stands around the source's."""
    claim, source = read(text), read(evidence)
    segment = source.tokens[told.first].segment
    total = 0.0
    for i, places in aligned(text, evidence).items():
        if said.first <= i <= said.last:
            continue
        inside = [
            j
            for j in places
            if not told.first <= j <= told.last
            and (source.tokens[j].segment == segment or abs(j - told.first) <= _NEAR)
        ]
        if inside:
            total += _weight(claim, i, said)
    return total


def _weight(claim: Reading, i: int, said: Pole) -> float:
    return 1.0 if claim.tokens[i].segment == claim.tokens[said.first].segment else 0.5
