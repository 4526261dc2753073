"""The statement is not firmer than its part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.schema import Finding

NAME = "hedging"
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|alleged|apparently|(?-i:may)|might|could|would|should|likely|unlikely|"
    r"possibl[ey]|perhaps|potentially|expected|estimated?s?|believed?|suspected|planned|plans?|"
    r"intends?|aims?|hopes?|seeks?|unclear|unknown|if|set to|due to|about to|to be)\b",
    re.IGNORECASE,
)
# "set to leave" does not carry that it was only reported.
_HEARSAY = re.compile(r"\b(?:reportedly|alleged(?:ly)?|apparently)\b", re.IGNORECASE)
_TOLD = re.compile(
    rf"{_HEARSAY.pattern}|\b(?:report(?:s|ed)?|sa(?:id|ys)|according to|claim(?:s|ed)?)\b",
    re.IGNORECASE,
)


def hedges(text: str) -> list[str]:
    """The words that make a text less than firm."""
    return [m.group().lower() for m in _HEDGE.finditer(text)]


def check(case: Case) -> Iterator[Finding]:
    """Severe when the part is hedged and the statement is not, or when hearsay became fact."""
    source, hearsay = hedges(case.part), _HEARSAY.search(case.part)
    lost = ""
    if hearsay and not _TOLD.search(case.text):
        lost = hearsay.group().lower()
    elif source and not hedges(case.text):
        lost = source[0]
    if lost:
        yield Finding(
            check=NAME,
            severity="severe",
            message=f"it leaves out “{lost}”",
            expected=", ".join(source),
        )
