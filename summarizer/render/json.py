"""JSON, the complete result: ``model_validate_json`` of its class reads it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote
    from summarizer.schema import Summary, Verification

# JSON allows these unescaped inside strings, but a terminal obeys some and a reader of lines
# breaks at others.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def render_json(result: Summary | BriefingNote) -> str:
    """One result, indented, ending in a line break."""
    return _safe(result.model_dump_json(indent=2))


def render_json_line(result: Summary | BriefingNote | Verification) -> str:
    """One result on one line, ending in a line break."""
    return _safe(result.model_dump_json())


def _safe(written: str) -> str:
    # All of them can only stand inside a string, where \uXXXX means the same.
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"
