"""Claims and documents in languages whose grammar the checks do not know."""

from __future__ import annotations

from summarizer.documents.language import find_language
from summarizer.schema import Document, Finding

SUPPORTED = "en"


def foreign(document: Document, claim: str) -> tuple[Finding, ...]:
    """What is to be said of a claim that the checks cannot judge; empty for English.

    Only what stands in the source word for word is then taken as supported: a "not" in another
    language would not be seen.
    """
    languages = (document.language, find_language(claim))
    other = next((code for code in languages if code not in (SUPPORTED, None)), None)
    if other is None:
        return ()
    verbatim = " ".join(claim.split()).rstrip(".") in " ".join(document.text.split())
    return (
        Finding(
            check="language",
            severity="info" if verbatim else "severe",
            message=f"not supported for this language ({other}): negation, hedging, direction, "
            "scope, dates, roles and speakers; only what stands word for word is accepted",
        ),
    )
