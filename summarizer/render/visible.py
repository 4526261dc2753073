"""Text of a source as characters that paper shows: nothing hidden, nothing that moves the rest."""

from __future__ import annotations

import re
import unicodedata

# Controls except white space, lone surrogates, the marks, embeddings, overrides and isolates of
# bidirectional text, invisible tag characters, and what XML cannot hold.
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")
_STRONG = {"L": False, "R": True, "AL": True}


def visible(text: str) -> str:
    """``text`` on one line; a control is shown as its number, such as ``U+202E``."""
    shown = _CONTROL.sub(lambda control: f"U+{ord(control[0]):04X}", text)
    return _SPACE.sub(" ", shown)


def right_to_left(text: str) -> bool:
    """Whether a paragraph that says this runs from right to left: as its first letter does."""
    strengths = (_STRONG.get(unicodedata.bidirectional(letter)) for letter in text)
    return next((strength for strength in strengths if strength is not None), False)
