"""The statement connects two things only as its evidence does: by a cause, or by a "which"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.schema import Finding

NAME = "connection"
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|as a result|result(?:s|ed|ing) in|(?:has|have|had)? ?led to|"
    r"leading to|caus(?:e|es|ed|ing)|therefore|consequently|prompt(?:s|ed|ing)|thanks to)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:which|whose)\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a cause that the evidence does not give, and for a "which" that it does not have:
    joined to another word, a relative clause says something else."""
    for connection in (_CAUSE, _RELATIVE):
        found = connection.search(case.text)
        if found and not connection.search(case.evidence):
            yield Finding(
                check=NAME,
                severity="fatal",
                message=f"the source does not connect the two by “{found.group().strip()}”",
                expected=case.part,
                found=found.group().strip(),
            )
