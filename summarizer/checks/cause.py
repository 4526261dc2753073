"""The statement says that one thing brought about another only where its evidence does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.schema import Finding

NAME = "cause"
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|as a result|result(?:s|ed|ing) in|(?:has|have|had)? ?led to|"
    r"leading to|caus(?:e|es|ed|ing)|therefore|consequently|prompt(?:s|ed|ing)|thanks to)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a causal connection that the evidence does not make."""
    found = _CAUSE.search(case.text)
    if found and not _CAUSE.search(case.evidence):
        yield Finding(
            check=NAME,
            severity="fatal",
            message=f"the source does not connect the two by “{found.group().strip()}”",
            expected=case.part,
            found=found.group().strip(),
        )
