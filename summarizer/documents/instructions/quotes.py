"""Quotations and brackets of a line, and the words of a sentence outside of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from summarizer.documents.sentences import Span

QUOTED = re.compile(
    r"“[^”]*(?:”|$)|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"|(?<!\w)['‘](?=\w)(?:[^'‘’]"
    r"|(?<=\w)['’](?=\w)){3,400}"
    r"['’](?!\w)"
)
BRACKETED = re.compile(r"\[[^\[\]]{3,2000}\]|\([^()]{3,2000}\)|/\*.{3,2000}?\*/")
_STANDS_FOR_QUOTE = '""'


def spans_of(form: re.Pattern[str], line: str) -> list[Span]:
    return [match.span() for match in form.finditer(line)]


def touching(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of ``spans``, which are in order and apart, that share a character with the stretch."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    return spans[first : bisect_left(spans, end, lo=first, key=lambda span: span[0])]


def is_inside(at: int, quotes: Sequence[Span]) -> bool:
    """Whether a quotation begins before ``at`` and ends after it."""
    return any(start < at for start, _ in touching(quotes, at, at + 1))


def without_quotes(line: str, span: Span, quotes: Sequence[Span]) -> str:
    """The words of a sentence outside quotation marks."""
    parts, at = [], span[0]
    for first, last in touching(quotes, *span):
        parts += [line[at : max(at, first)], _STANDS_FOR_QUOTE]
        at = max(at, last)
    return "".join([*parts, line[at : span[1]]])
