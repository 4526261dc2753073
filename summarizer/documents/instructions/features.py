"""What the score of a sentence is made of: its words, what kind of thing they stand for, and order.

A word alone says little ("summary", "must", "model"); that a program, a summary and a duty come
together says much, in whatever words. So words are joined by what they stand for (``KINDS``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.documents.instructions.kinds import KINDS_OF
from summarizer.documents.instructions.reported import REPORTS, SAID_AFTER

_TOKEN = re.compile(r"[a-z']+|\d+|\"\"|[:;!?,\"()\[\]{}<>|#*=/.-]")
_LONGEST = 90  # words of a sentence that are looked at
_NEAR = 6
_OPENING = 2
_END = 4
_AGENT = ("ers", "ors")  # "condensers", "extractors": what does something, and has no entry
_SHORTEST_AGENT = 6
_MOST_LENGTHS = 6


def tokens(words: str) -> list[str]:
    """The words and marks of a sentence in plain words, every number as ``0``."""
    found = _TOKEN.findall(words)[:_LONGEST]
    return ["0" if token.isdigit() else token for token in found]


def features(words: str) -> frozenset[str]:
    """The features of a sentence in plain words (see :func:`.disguise.plain`).

    Words and their kinds, alone, at the opening (``^``), at the end (``$``), and next to each
    other; kinds with one word between; kinds in order, near (``>``) or far (``>>``); and whether
    somebody is said to say it, before or after (``told``, ``said after``).
    """
    read = tokens(words)
    kinds = [KINDS_OF.get(token, ()) for token in read]
    found: set[str] = {f"length {min(_MOST_LENGTHS, len(read) // 8)}"}
    if REPORTS.search(words):
        found.add("told")
    if SAID_AFTER.search(words):
        found.add("said after")
    for i in range(max(0, len(read) - _END), len(read)):
        found.update(f"{x}$" for x in (read[i], *kinds[i]))
    last: dict[str, int] = {}
    for i, token in enumerate(read):
        both = (token, *kinds[i])
        found.update(both)
        if i < _OPENING:
            found.update(f"^{i} {x}" for x in both)
        if i + 1 < len(read):
            found.update(f"{x} {y}" for x in both for y in (read[i + 1], *kinds[i + 1]))
        if i + 2 < len(read):
            found.update(f"{x} _ {y}" for x in kinds[i] for y in kinds[i + 2])
        found.update(_in_order(last, kinds[i], i))
        last.update(dict.fromkeys(kinds[i], i))
        if not kinds[i] and len(token) >= _SHORTEST_AGENT and token.endswith(_AGENT):
            found.add("agents" if i > _OPENING else "^agents")
    return frozenset(found)


def _in_order(last: dict[str, int], kinds: Iterable[str], at: int) -> Iterator[str]:
    for kind in kinds:
        for before, place in last.items():
            yield f"{before}{'>' if at - place <= _NEAR else '>>'}{kind}"
