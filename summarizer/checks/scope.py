"""How many, how often and how bindingly: the statement claims no more than its source.

"All" carries "some", so a claim may go down from its source and not up; but not from "none" to
"few", nor from what must be done to what may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.checks import amounts, duties, licences, ranks, restrictions, samples
from summarizer.checks.amounts import quantifiers
from summarizer.checks.case import Case
from summarizer.schema import Finding

NAME = "scope"

_EXCLUSIVE = re.compile(r"\b(?:only|solely|exclusively)\b", re.IGNORECASE)
_EITHER = re.compile(r"\beither\b(?!\s+side)", re.IGNORECASE)
_BOTH = re.compile(r"\bboth\b|\bone without the other\b", re.IGNORECASE)
_EVERY_OTHER = re.compile(r"\bevery (?:second|other|third|fourth|two|three|few) (\w+)", re.I)
_EVERY = re.compile(r"\bevery (?!second|other|third|fourth|two|three|few)(\w+)", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|apiece|per (?:person|head))\b", re.IGNORECASE)
_SHARED = re.compile(
    r"\b(?:shar(?:e|es|ed|ing)|split|between them|in total|altogether|combined|divided|total)\b",
    re.I,
)
_LOOKS = (
    amounts.exceeded,
    duties.exceeded,
    ranks.outranked,
    ranks.widened,
    restrictions.moved,
    samples.generalised,
    licences.unlicensed,
)


def check(case: Case) -> Iterator[Finding]:
    """Severe for an amount, a duty or a restriction that goes beyond the source's."""
    found = _beyond(case.text, case.evidence)
    if found:
        there, said = found
        yield Finding(
            check=NAME,
            severity="severe",
            message=f"claim says “{said}”, "
            + (f"source says “{there}”" if there else "the source does not"),
            expected=there or None,
            found=said,
        )


@lru_cache(maxsize=512)
def _beyond(text: str, evidence: str) -> tuple[str, str] | None:
    """The first words of the claim that say more, with the source's ("" where it has none)."""
    for look in (_turned, *_LOOKS):
        for found in look(text, evidence):
            return found
    return None


def _turned(text: str, evidence: str) -> Iterator[tuple[str, str]]:
    """ "Either" for "both", "mainly" for "only", "each" for a share, "every" for "every second"."""
    either = _EITHER.search(text)
    both = _BOTH.search(evidence) if either else None
    if either and both and not _EITHER.search(evidence):
        yield both.group(), either.group()
    mainly = next((q for q in quantifiers(text) if q.amount == "most" and q.free), None)
    only = _EXCLUSIVE.search(evidence) if mainly else None
    if only and mainly and not any(q.amount == "most" for q in quantifiers(evidence)):
        yield only.group(), mainly.text
    each = _EACH.search(text)
    shared = _SHARED.search(evidence) if each else None
    if each and shared and not _EACH.search(evidence):
        yield shared.group(), each.group()
    every = list(_EVERY.finditer(text))
    for other in _EVERY_OTHER.finditer(evidence) if every else ():
        for one in every:
            if one.group(1).lower() == other.group(1).lower():
                yield other.group(), one.group()
