"""Transcripts and minutes, whose paragraphs open with the names of their speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.attributes.told import Told

# "Ana Vale: We tried." as transcripts and minutes have it.
LABEL = re.compile(r"(?P<who>[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,3})\s?:\s+(?=\S)")
SIDES = ("Q", "A")
_LABELLED = 3
_LABELLED_SHARE = 0.3


def is_transcript(text: str, starts: Sequence[int]) -> bool:
    """Whether paragraphs open with the names of their speakers, some more than once."""
    found = [m["who"] for start in starts for m in [LABEL.match(text, start)] if m]
    again = len(found) - len(set(found))
    return again >= 1 and len(found) >= max(_LABELLED, _LABELLED_SHARE * len(starts))


def spoken_line(label: re.Match[str], end: int) -> Told:
    return Told(label["who"], label.start("who"), label.span("who"), "say", ((label.end(), end),))
