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
    added = None if case.derived else _added(case.text, case.evidence)
    dropped = _dropped(case.text, case.evidence, case.part, sole=case.derived)
    if added or dropped:
        message = (
            f"claim says “{added}”, and the source has no such “not”"
            if added
            else f"source says “{dropped}”, and the claim has no such “not”"
        )
        yield Finding(
            check=NAME,
            severity="severe" if case.derived else "fatal",
            message=message,
            expected=case.part if added else dropped,
            found=added,
        )


@lru_cache(maxsize=512)
def _added(text: str, evidence: str) -> str | None:
    """What the claim denies in words that the source, which denies nothing, does not have.

    In a draft of ours only: somebody else may say "did not clear up" for "persisted".
    """
    claim = read(text)
    if not claim.scopes or read(evidence).scopes or NEGATIVE.search(evidence):
        return None
    pairs = aligned(text, evidence)
    own = [k for s in claim.scopes for k in s.firm if claim.tokens[k].content]
    shared = sum(bool(places) for places in pairs.values())
    if own and not any(pairs.get(k) for k in own) and shared >= _ENOUGH:
        return claim.phrase(own[0])
    return None


@lru_cache(maxsize=512)
def _dropped(text: str, evidence: str, part: str, *, sole: bool) -> str | None:
    """What the source denies in words that the claim, which denies nothing, has others for.

    Args:
        sole: whether the claim may have one such word only.
    """
    claim, source = read(text), read(evidence)
    if claim.scopes or not source.scopes or NEGATIVE.search(text):
        return None
    pairs = aligned(text, evidence)
    loose = [i for i, places in pairs.items() if not places and not claim.tokens[i].name]
    if not loose or (sole and len(loose) > 1):
        return None
    start = evidence.find(part)
    answered = {j for places in pairs.values() for j in places}
    for scope in source.scopes:
        if not start <= scope.start < start + len(part) or not _PLAIN.match(evidence, scope.start):
            continue
        firm = [k for k in scope.firm if source.tokens[k].content]
        told = sum(k in answered for k in _stretch(source, scope) if k not in firm)
        apart = firm and not answered & set(firm)
        if apart and told >= _ENOUGH and told * 2 >= len(answered):
            return source.phrase(firm[0])
    return None


def _stretch(reading: Reading, scope: Scope) -> list[int]:
    """The tokens that carry meaning in the stretches of the sentence that a negation stands in."""
    own = {reading.tokens[k].segment for k in scope.firm}
    return [k for k in reading.content if reading.tokens[k].segment in own]
