"""The statement says "not" where its part does, and only there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.schema import Finding

NAME = "negation"
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE
)
# Words that carry a "not" of their own, so that "did not approve" may become "rejected".
_NEGATIVE_WORD = re.compile(
    r"\b(?:den(?:y|ied|ies)|refus\w+|reject\w+|fail\w+|unclear|unknown|unlikely|lack\w*|stop\w*)\b",
    re.IGNORECASE,
)


def has_negation(text: str) -> bool:
    """Whether a text holds a word such as "not"."""
    return bool(_NEGATION.search(text))


def check(case: Case) -> Iterator[Finding]:
    """Fatal when the polarity differs from the part's."""
    source, statement = has_negation(case.part), has_negation(case.text)
    if source == statement:
        return
    other = case.text if source else case.part
    if _NEGATIVE_WORD.search(other):
        return
    yield Finding(
        check=NAME,
        severity="fatal",
        message="it drops a “not” of the source" if source else "it adds a “not” to the source",
        expected=case.part,
    )
