"""Where a sentence says that an outlet was told something, or that a report of it is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.attributes.speakers import OUTLET_NOUNS
from summarizer.text.names import Names

_TO_OUTLET = re.compile(
    r"\b(?:told|tells|telling|(?:interview|conversation|call)\s+with|"
    r"(?:interview|statement|comments?|remarks?)\s+to|speaking\s+to|spoke\s+to|talking\s+to|"
    r"(?:cited|quoted|reported|published|obtained|seen|reviewed|interviewed)\s+(?:by|in))\s+"
    r"(?:(?:the|an?)\s+)?(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_THE_OUTLET = re.compile(rf"\bthe\s+(?:{'|'.join(sorted(OUTLET_NOUNS))})\b", re.IGNORECASE)
_REPORT_IN = re.compile(
    r"\b(?:(?:an?|the)\s+)?(?:report|story|article|account)s?\s+(?:in|by|from|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WINDOW = 70


def outlet_spots(sentence: str, names: Names) -> Iterator[tuple[str, int, tuple[int, int], bool]]:
    """The words for what may be an outlet, where they begin, the cue with them, and whether the
    outlet answers for the sentence ("told the Herald", not "a report in the Herald")."""
    spots = [(m.start, m.end, m.text) for m in names.in_text(sentence)]
    spots += [(m.start(), m.end(), m.group()) for m in _THE_OUTLET.finditer(sentence)]
    for start, end, phrase in sorted(spots):
        before = sentence[max(0, start - _WINDOW) : start]
        told, report = _TO_OUTLET.search(before), _REPORT_IN.search(before)
        opening = told or report
        if opening:
            yield phrase, start, (start - (len(before) - opening.start()), end), bool(told)
