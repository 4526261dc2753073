"""What the statement says that somebody did is what the source says."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.schema import Finding
from summarizer.text.clauses import full_verb
from summarizer.text.words import content_stems, stem

NAME = "predicate"


def check(case: Case) -> Iterator[Finding]:
    """Severe when the first full verb is not in the evidence ("confirmed" for "denied")."""
    verb = full_verb(case.text)
    if verb and stem(verb.lower()) not in content_stems(f"{case.evidence} {case.part}"):
        yield Finding(
            check=NAME,
            severity="severe",
            message=f"the source does not have “{verb}”",
            expected=case.part,
            found=verb,
        )
