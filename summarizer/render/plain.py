"""Text of a source as one harmless line: what any output that a terminal may show goes through."""

from __future__ import annotations

import re

# C0 and C1 controls except white space, lone surrogates, and what reorders or hides text:
# bidirectional embeddings, overrides and isolates, invisible tag characters.
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069"
    "\U000e0000-\U000e007f]"
)


def one_line(text: str) -> str:
    """``text`` without control characters, each run of white space as one space."""
    return " ".join(_UNSAFE.sub("", text).split())
