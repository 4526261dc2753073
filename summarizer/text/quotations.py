"""Quotations of a text: where they stand, and their words without what typography changes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.words import Word, words

_MARK = re.compile(r"``|''|[“”„\"«»‘’']")
_CLOSES = {"“": "”", '"': '"', "«": "»", "»": "«", "„": "“”", "‘": "’", "'": "'", "``": "''"}
_BEFORE_OPENING = frozenset(' \t\n\r([—–-“"„«/')
_LONGEST = 4_000


@dataclass(frozen=True)
class Quotation:
    """One quotation, marks included in ``start:end``; ``inner`` is what stands between them."""

    start: int
    end: int
    inner: tuple[int, int]
    single: bool


@lru_cache(maxsize=2_000)
def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of ``text`` in order, in double, single or angled marks.

    An apostrophe is no mark. A quotation that is not closed reaches to the end of its line.
    """
    found: list[Quotation] = []
    at = 0
    while True:
        match = _MARK.search(text, at)
        if match is None:
            return tuple(found)
        at = match.end()
        mark = match.group()
        if mark not in _CLOSES or not _opens(text, match.start(), match.end(), mark):
            continue
        end = _end(text, match.end(), mark)
        if end is None:
            continue
        begin, stop, after = match.end(), *end
        if stop > begin:
            found.append(Quotation(match.start(), after, (begin, stop), mark in ("‘", "'")))
        at = max(after, match.end())


def _opens(text: str, start: int, end: int, mark: str) -> bool:
    free = start == 0 or text[start - 1] in _BEFORE_OPENING
    followed = end < len(text) and not text[end].isspace()
    if mark in ("“", "„", "«", "``"):
        return followed
    return free and followed


def _end(text: str, begin: int, mark: str) -> tuple[int, int] | None:
    """Where the inside ends, and the quotation with its mark."""
    closing = _CLOSES[mark]
    single = mark in ("‘", "'")
    line = text.find("\n\n", begin)
    limit = min(len(text), begin + _LONGEST, line if line >= 0 else len(text))
    at = begin
    while at < limit:
        at = min(
            (p for p in (text.find(c, at, limit) for c in _all(closing)) if p >= 0), default=-1
        )
        if at < 0:
            break
        after = at + (2 if closing == "''" else 1)
        if not single or _closes_single(text, at):
            return at, after
        at = after
    return None if single else (limit, limit)


def _all(closing: str) -> tuple[str, ...]:
    return (closing,) if closing == "''" else tuple(closing)


def _closes_single(text: str, at: int) -> bool:
    """Whether a single mark is no apostrophe: no letter follows, nor is a plural in -s likelier."""
    after = text[at + 1 : at + 2]
    if after.isalnum() or text[at - 1 : at].isspace():
        return False
    plural = text[at - 1 : at] == "s" and after == " "
    later = re.compile(r"[‘’'](?!\w)").search(text, at + 1, at + 200)
    return not (plural and later)


@dataclass(frozen=True)
class Running:
    """The words of a text in one string, so that a run of them is found by a search.

    Attributes:
        joined: the lower-case words, a space before and after each.
        starts: where each word begins in ``joined``.
        words: the words with their offsets in the text.
    """

    joined: str
    starts: tuple[int, ...]
    words: tuple[Word, ...]

    def find(self, run: tuple[str, ...], limit: int = 6) -> list[tuple[int, int]]:
        """Offsets in the text of up to ``limit`` places where the words stand in a row."""
        wanted = f" {' '.join(run)} "
        found: list[tuple[int, int]] = []
        at = self.joined.find(wanted)
        while at >= 0 and len(found) < limit:
            first = bisect_right(self.starts, at + 1) - 1
            found.append((self.words[first].start, self.words[first + len(run) - 1].end))
            at = self.joined.find(wanted, at + 1)
        return found


@lru_cache(maxsize=256)
def running(text: str) -> Running:
    """The words of ``text``; typographic apostrophes and possessive endings do not count."""
    said = tuple(words(text))
    starts, at = [], 1
    for word in said:
        starts.append(at)
        at += len(word.lower) + 1
    return Running(f" {' '.join(w.lower for w in said)} ", tuple(starts), said)


@lru_cache(maxsize=2_000)
def pieces(quoted: str) -> tuple[tuple[str, ...], ...]:
    """The runs of lower-case words of a quotation, cut at omissions and bracketed insertions."""
    parts = re.split(r"\.{3,}|…|\[[^\]]{0,60}\]|\s\.\s\.\s\.", quoted)
    runs = (tuple(w.lower for w in words(part)) for part in parts)
    return tuple(run for run in runs if run)
