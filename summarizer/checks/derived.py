"""Numbers of a claim that follow from those of its source, or stand in another sentence of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from summarizer.checks.case import Case
from summarizer.checks.rivals import is_step, overlap
from summarizer.schema import Finding
from summarizer.text.agreement import SUPPORTED, Grade, factor, grade, same_noun
from summarizer.text.arithmetic import Derivation, derive, listed
from summarizer.text.figures import Figure, figures

NAME = "numbers"
_MANY = 2
_HIGHEST_LISTED = 6
_REACH = 200  # sentences on both sides in which a number may stand elsewhere
_LARGER = 1e4  # times: one number was not written for another of so different a size


@dataclass
class Source:
    """The numbers that a claim's are held against.

    Attributes:
        stated: those of the evidence.
        claimed: those of the claim.
        worked_out: those of the claim that were found to follow, for what is worked out from them.
    """

    stated: Sequence[Figure]
    claimed: Sequence[Figure]
    worked_out: list[Figure] = field(default_factory=list)


def follows_from(
    claim: Figure, graded: Sequence[tuple[Figure, Grade]], known: Source, case: Case
) -> Finding | None:
    """A mild finding where the number is worked out from the source, or stands elsewhere in it."""
    found = worked_out(claim, graded, known, case)
    if found is not None:
        return found
    best = max((overlap(claim, s) for s, _ in graded if _of_a_size(s, claim)), default=0.0)
    for figure in (*_around(case), *_elsewhere(claim, case)):
        if grade(figure, claim) in SUPPORTED and overlap(claim, figure) >= max(_MANY, best):
            return _mild(claim, f"{claim.text} stands in another sentence of the source")
    return None


def _of_a_size(source: Figure, claim: Figure) -> bool:
    """Whether one may have been written for the other."""
    small, large = sorted((abs(source.value), abs(claim.value)))
    return large <= _LARGER * small


def worked_out(
    claim: Figure, graded: Sequence[tuple[Figure, Grade]], known: Source, case: Case
) -> Finding | None:
    """A mild finding where the number follows from those of the source."""
    side = claim.role in ("old", "new") and any(s.role == claim.role for s, _ in graded)
    base = _base(claim, known.claimed)
    if not side and not any(g in ("sharper", "firmer") for _, g in graded):
        here = (*known.stated, *known.worked_out)
        for figures_known in (here, (*here, *_around(case))):
            for derivation in derive(claim, case.text, figures_known):
                if base and not any(f.value == base.value for f in derivation.used):
                    continue
                if not _misplaced(claim, derivation, figures_known):
                    return _mild(claim, f"derived: {claim.text} follows from {derivation.shown}")
        nth = _nth(claim, known.stated) or _up_to_nth(claim, known.stated, case.text)
        if nth is not None:
            return _mild(claim, f"derived: {claim.text} follows from {nth.text}")
        if _is_listed(claim, case.evidence):
            return _mild(claim, f"derived: {claim.text} is counted from a list")
    return None


def _base(claim: Figure, claimed: Sequence[Figure]) -> Figure | None:
    """The amount that the claim says this one is more or less by: "33,000, 6,000 more than"."""
    if not is_step(claim) or claim.kind not in ("count", "money", "measure"):
        return None
    sums = [f for f in claimed if f != claim and not is_step(f) and factor(f, claim) is not None]
    return sums[-1] if len(sums) == 1 and sums[0].start < claim.start else None


_OCCASIONS = frozenset(
    "time times attempt attempts try tries go goes bid bids effort efforts".split()
)


def _nth(claim: Figure, stated: Sequence[Figure]) -> Figure | None:
    """The count that an ordinal is the last of: the third attempt of three."""
    if claim.kind != "ordinal":
        return None
    for figure in stated:
        occasions = claim.noun in _OCCASIONS and figure.noun in _OCCASIONS
        counts = figure.kind == "count" and figure.value == claim.value and not figure.unit
        if counts and (occasions or same_noun(claim, figure)):
            return figure
    return None


_BEFORE_IT = re.compile(
    r"\b(?:before|already|previous\w*|earlier|until\s+(?:then|now))\b", re.IGNORECASE
)


def _up_to_nth(claim: Figure, stated: Sequence[Figure], text: str) -> Figure | None:
    """The ordinal that a count goes up to: two offers where there was a second one."""
    if claim.kind not in ("count", "measure") or claim.bound != "exact" or _BEFORE_IT.search(text):
        return None
    nouns = (f for f in stated if f.kind == "ordinal" and f.value == claim.value > 1)
    return next((f for f in nouns if same_noun(claim, f) or _of_unit(claim, f)), None)


def _of_unit(claim: Figure, ordinal: Figure) -> bool:
    return claim.unit is not None and claim.unit.name == ordinal.noun


def _around(case: Case) -> tuple[Figure, ...]:
    """The numbers of the sentences on both sides of the cited one."""
    if case.document is None or case.sentence is None:
        return figures(case.before[-1]) if case.before else ()
    last = len(case.document.sentences)
    near = (n for n in (case.sentence - 1, case.sentence + 1) if 1 <= n <= last)
    return tuple(
        replace(f, sentence=-n)
        for n in near
        for words in [case.document.words_of(n)]
        if words not in case.evidence
        for f in figures(words)
    )


def _elsewhere(claim: Figure, case: Case) -> Iterator[Figure]:
    """The numbers of the sentences around that write the claim's number as it does."""
    if case.document is None or case.sentence is None:
        return
    words = case.text[claim.core[0] : claim.core[1]].lower()
    digits = re.search(r"\d[\d,.]*\d|\d", words)
    written = {digits.group() if digits else words, f"{claim.value:,.10g}", f"{claim.value:.10g}"}
    first = max(1, case.sentence - _REACH)
    for number in range(first, min(len(case.document.sentences), case.sentence + _REACH) + 1):
        sentence = case.document.words_of(number)
        lowered = sentence.lower()
        if any(w in lowered for w in written):
            yield from figures(sentence)


def _misplaced(claim: Figure, derivation: Derivation, stated: Sequence[Figure]) -> bool:
    """Whether the claim speaks of another number than those that it was worked out from.

    "The Greens won a third of the seats" where they won 12 of 24 and others won 8.
    """
    used = derivation.used
    for figure in used:
        for other in stated:
            if other in used or other.sentence != figure.sentence or factor(other, figure) is None:
                continue
            theirs = claim.words & (other.own - figure.words)
            ours = claim.words & (figure.own - other.words)
            if theirs and not ours and not any(theirs <= f.words for f in used):
                return True
    return False


def _is_listed(claim: Figure, evidence: str) -> bool:
    counts = claim.kind == "count" and claim.bound == "exact" and claim.high is None
    return counts and 2 <= claim.value <= _HIGHEST_LISTED and claim.value in listed(evidence)  # noqa: PLR2004


def _mild(claim: Figure, message: str) -> Finding:
    return Finding(check=NAME, severity="mild", message=message, found=claim.text)
