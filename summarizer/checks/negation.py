"""The statement denies what its source denies, and only that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.checks.alignment import aligned
from summarizer.checks.case import Case
from summarizer.checks.clashes import clashes
from summarizer.checks.negations import Scope
from summarizer.checks.predicates import Reading, read
from summarizer.schema import Finding

NAME = "negation"
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE
)


# Words that carry a "not" of their own, so that "did not approve" may become "rejected".
NEGATIVE = re.compile(
    r"\b(?:den(?:y|ied|ies)|refus\w+|reject\w+|acquit\w*|clear(?:s|ed)|fail\w*|unclear|unknown|unlikely|lack\w*|"
    r"stop\w*|ceas\w+|"
    r"avoid\w*|escap\w+|miss(?:ed|es|ing)?|absen\w+|declin\w+|exclud\w+|except\w*|prevent\w*|only|"
    r"restrict\w*|hardly|few|instead|rather than|still|yet|until|off|down|against|end(?:s|ed)?|"
    r"cancel\w*|scrap\w*|abandon\w*|drop(?:s|ped)?|clos\w+|shut\w*|halt\w*|block\w*|ban\w*|veto\w*|"
    r"(?:un|in|im|ir|il|dis|non)[a-z]{4,}|\w+less|free of|rid of|out of|little|apart from|last|"
    r"quit\w*|withdr\w+|los(?:t|e|es|ing)|oppos\w+|contrary|would|could|if|far from|alone|"
    r"remain\w*|left|keep\w*|kept|stay\w*|delay\w*|postpon\w*|rul\w+ out|barr?\w*|cut\w*|"
    r"ignor\w+)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"not\b|no\b|never|none|nobody|without (?!a hitch|incident|delay|doubt|exception|warning)|"
    r"lack|\w+n['’]t|yet to|fail|unable|nor\b",
    re.I,
)
_ENOUGH = 2
# What was never done before is done for the first time.
_IDIOM = re.compile(r"\bfirst (?:time|ever)\b|\bfor the first\b", re.IGNORECASE)


def has_negation(text: str) -> bool:
    """Whether a text holds a word such as "not"."""
    return bool(_NEGATION.search(text))


def check(case: Case) -> Iterator[Finding]:
    """Fatal for the first word that one of the two negates and the other affirms.

    Severe where a "not" of one of them has no counterpart in the other, though both speak of the
    same things.
    """
    for clash in clashes(case):
        if clash.kind == NAME and not _IDIOM.search(case.text):
            said, there = clash.claim, clash.source
            yield Finding(
                check=NAME,
                severity="fatal",
                message=f"claim says “{said}”, source says “{there}”",
                expected=there,
                found=said,
            )
            return
    lonely = _lonely(case.text, case.evidence, case.part, case.derived)
    if lonely:
        there, said = lonely
        message = (
            f"claim says “{said}”, and the source has no such “not”"
            if said
            else f"source says “{there}”, and the claim has no such “not”"
        )
        yield Finding(
            check=NAME,
            severity="severe" if case.derived else "fatal",
            message=message,
            expected=there or case.part,
            found=said or None,
        )


@lru_cache(maxsize=512)
def _lonely(text: str, evidence: str, part: str, derived: bool) -> tuple[str, str] | None:
    """The negating words of source and claim, one of them empty, where only one negates."""
    claim, source = read(text), read(evidence)
    pairs = aligned(text, evidence)
    denies, denied = NEGATIVE.search(text), NEGATIVE.search(evidence)
    if claim.scopes and not source.scopes and not denied:
        own = [k for s in claim.scopes for k in s.firm if claim.tokens[k].content]
        if own and not any(pairs.get(k) for k in own) and _shared(pairs) >= _ENOUGH:
            return "", claim.phrase(own[0])
    if claim.scopes or denies:
        return None
    start = evidence.find(part)
    answered = {j for places in pairs.values() for j in places}
    loose = [i for i, places in pairs.items() if not places and not claim.tokens[i].name]
    for scope in source.scopes:
        if not start <= scope.start < start + len(part) or not _PLAIN.match(evidence, scope.start):
            continue
        firm = [k for k in scope.firm if source.tokens[k].content]
        around = [k for k in _stretch(source, scope) if k not in firm]
        told = sum(k in answered for k in around)
        if derived and len(loose) != 1:
            continue
        if (
            firm
            and loose
            and not answered & set(firm)
            and told >= _ENOUGH
            and told * 2 >= len(answered)
        ):
            return source.phrase(firm[0]), ""
    return None


def _shared(pairs: dict[int, tuple[int, ...]]) -> int:
    return sum(bool(places) for places in pairs.values())


def _stretch(reading: Reading, scope: Scope) -> list[int]:
    """The tokens that carry meaning in the stretches of the sentence that a negation stands in."""
    own = {reading.tokens[k].segment for k in scope.firm}
    return [k for k in reading.content if reading.tokens[k].segment in own]
