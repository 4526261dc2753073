"""What stands between a pair of tags, in one block or over several."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from summarizer.documents.instructions.disguise import plain
from summarizer.documents.instructions.markers import HIDDEN, TAG
from summarizer.documents.instructions.pieces import Piece
from summarizer.documents.instructions.quotes import QUOTED, is_inside, spans_of, touching
from summarizer.documents.instructions.reported import REPORTS

_REGION = re.compile(
    r"(?P<comment><!--)|<\|(?P<chat>im_start|start|system|begin)[a-z_]*\|>"
    rf"|<(?P<any>\w{{1,12}}) {HIDDEN}"
    rf"|\[(?P<bracket>{TAG})(?: [a-z]{{1,15}})?\]|<(?P<tag>{TAG})(?:[ _-]\w{{1,15}})?>"
    r"|(?P<double>\{\{)|\b(?P<begin>begin) (?:\w{1,10} )?(?:prompt|instructions?|override)",
    re.IGNORECASE,
)
_MOST_BLOCKS = 12  # that one pair of tags may hold


def mark_regions(marks: list[bool], pieces: Sequence[Piece], line: str) -> str | None:
    """Mark what stands between a pair of tags; give the closing one if it is not in the line."""
    quotes, spans = spans_of(QUOTED, line), [(piece.start, piece.end) for piece in pieces]
    lower, done = line.lower(), 0
    for match in _REGION.finditer(line):
        if match.start() < done or is_inside(match.start(), quotes):
            continue
        closing = _closing(match)
        at = lower.find(closing, match.end())
        done = len(line) if at < 0 else at + len(closing)
        over = touching(spans, match.start(), done)
        before = plain(line[over[0][0] : match.start()])
        if REPORTS.search(before) and not match["comment"]:
            continue
        first = bisect_left(spans, over[0])
        marks[first : first + len(over)] = [True] * len(over)
        if at < 0:
            return closing
    return None


def _closing(match: re.Match[str]) -> str:
    if match["comment"]:
        return "-->"
    if match["chat"]:
        return "<|im_end|>"
    if match["double"]:
        return "}}"
    if match["begin"]:
        return "end "
    name = (match["bracket"] or match["tag"] or match["any"]).lower()
    return f"[/{name}" if match["bracket"] else f"</{name}"


def closed_at(lines: Sequence[str], number: int, closing: str) -> int:
    """Number of the block that closes what was opened in ``number``, or ``number`` itself."""
    near = range(number + 1, min(len(lines), number + 1 + _MOST_BLOCKS))
    return next((n for n in near if closing in lines[n].lower()), number)
