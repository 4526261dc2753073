"""How firmly the source commits itself, and the polarity of what it says."""

from __future__ import annotations

import re

from summarizer.checks.negation import has_negation
from summarizer.schema import Attribution, Commitment

# The contract's order: the first that fits.
_CUES: tuple[tuple[Commitment, re.Pattern[str]], ...] = (
    (
        "unknown",
        re.compile(
            r"\b(?:unclear|unknown|not (?:yet )?(?:known|clear|certain)|uncertain|undetermined|"
            r"remains? to be seen|no word on|not (?:yet )?(?:said|disclosed|determined))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "denied",
        re.compile(
            r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed)|rejected the claim)\b", re.IGNORECASE
        ),
    ),
    (
        "forecast",
        re.compile(
            r"\b(?:forecasts?|projected|projections?|predict\w*|is expected|are expected|"
            r"expects?|estimates? that|on course|would (?!not have)|if)\b|^should\b",
            re.IGNORECASE,
        ),
    ),
    (
        "intended",
        re.compile(
            r"\b(?:plans? to|planned to|intends?|aims? to|aimed at|seeks? to|vow(?:s|ed)?|"
            r"promis\w+|pledg\w+|set to|due to (?=\w+\b)|wants? to|hopes? to|will|going to|"
            r"ordered|directed|proposes?|proposed)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "possible",
        re.compile(
            r"\b(?:(?-i:may)|might|could|possibl[ey]|perhaps|believed?|alleged(?:ly)?|suspected|likely|"
            r"potentially|apparently|appears? to|fear(?:s|ed|ing)?)\b",
            re.IGNORECASE,
        ),
    ),
    ("reported", re.compile(r"\b(?:reportedly|is said to|are said to|rumou?red)\b", re.IGNORECASE)),
)
_KNOWING = re.compile(r"\bnot (?:yet )?(?:known|clear|certain|said|disclosed|determined)\b", re.I)


def commitment(part: str, chain: tuple[Attribution, ...]) -> Commitment:
    """The first level of the contract that the words of a part fit.

    Args:
        part: the source's words.
        chain: who says so; an anonymous source makes it at most ``reported``.
    """
    for level, cue in _CUES:
        if cue.search(part):
            return level
    return "reported" if any(link.kind == "anonymous" for link in chain) else "factual"


def negated(text: str) -> bool:
    """Whether the content itself is negative; "it is not known" and a denial are not."""
    return has_negation(_KNOWING.sub("", text))
