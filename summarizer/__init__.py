"""Structured summaries and claim lists in which every line leads to its evidence."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from summarizer.briefing.brief import abrief as abrief
    from summarizer.briefing.brief import brief as brief
    from summarizer.briefing.note import note_of as note_of
    from summarizer.briefing.schema import BriefingNote as BriefingNote
    from summarizer.errors import SummarizerError as SummarizerError
    from summarizer.pipeline import Summarizer as Summarizer
    from summarizer.pipeline import summarize as summarize
    from summarizer.schema import Claim as Claim
    from summarizer.schema import Document as Document
    from summarizer.schema import Summary as Summary
    from summarizer.schema import Verification as Verification
    from summarizer.verification.verify import averify as averify
    from summarizer.verification.verify import verify as verify

_HOMES = {
    "BriefingNote": "summarizer.briefing.schema",
    "Claim": "summarizer.schema",
    "Document": "summarizer.schema",
    "Summarizer": "summarizer.pipeline",
    "SummarizerError": "summarizer.errors",
    "Summary": "summarizer.schema",
    "Verification": "summarizer.schema",
    "abrief": "summarizer.briefing.brief",
    "averify": "summarizer.verification.verify",
    "brief": "summarizer.briefing.brief",
    "note_of": "summarizer.briefing.note",
    "summarize": "summarizer.pipeline",
    "verify": "summarizer.verification.verify",
}

__all__ = [
    "BriefingNote",
    "Claim",
    "Document",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "Verification",
    "abrief",
    "averify",
    "brief",
    "note_of",
    "summarize",
    "verify",
]


def __getattr__(name: str) -> object:
    """Import a public name where it is first used, so that the package itself is light."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
