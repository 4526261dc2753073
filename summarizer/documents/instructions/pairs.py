"""Words that come together only where a text speaks of what becomes of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.documents.instructions.forms import ORDERS, SURE, TOLD
from summarizer.documents.instructions.reported import REPORTS
from summarizer.documents.instructions.words import (
    DIGEST,
    MODAL,
    NAMED_TEXT,
    NEVER,
    PROCESSING,
    PROGRAM,
    SAID_OF,
    SAY,
    SOFTLY,
)

_NEAR, _LONGEST_ORDER = 60, 600  # characters
_PAIRS = tuple(
    (weight, re.compile(one), re.compile(other))
    for weight, one, other in (
        (3, PROCESSING, NAMED_TEXT),
        (3, PROCESSING + r" this\b", ""),
        (3, rf"\b{DIGEST}", NAMED_TEXT),
        (3, PROGRAM, NAMED_TEXT),
        (2, PROGRAM, rf"\b{DIGEST}"),
    )
)
_EVENT = re.compile(
    r"\b(?:was|were|is|are|had|has|say|says|said|told|asked|given|will|can|could)\b"
)
_A_PROGRAM = re.compile(PROGRAM)
_ORDERED_AFTER = re.compile(
    rf"[:;,-] ?{SOFTLY}(?:(?:{SAY}) (?:that|only|the|an?|\"\"|nothing|no)\b|(?:do not|don't"
    rf"|never)"
    rf" {SAY})"
)
_DIRECTS = re.compile(
    rf"\b{MODAL} (?:not )?(?:be |also |\w+ly )?(?:{SAY}|{SAID_OF})\b"
    r"|\b(?:mandatory|obligatory|only (?:correct|valid|complete) if)\b|: ?(?:\w+\W+){3}"
    rf"|:$|[,;] {SOFTLY}(?:{SAY}|{NEVER}|have it)\b"
)


def weigh_pairs(words: str, openings: Sequence[int]) -> tuple[int, int]:
    best = 0, 0
    orders = any(ORDERS.match(words, at) for at in openings)
    if len(words) > _LONGEST_ORDER or not (orders or _DIRECTS.search(words)):
        return best
    program = _A_PROGRAM.search(words)
    if program:
        order = _ORDERED_AFTER.search(words, program.end(), program.end() + 2 * _NEAR)
        if order and not _EVENT.search(words, program.end(), order.start()):
            told = REPORTS.search(words, 0, program.start())
            best = SURE - 1 - TOLD * bool(told), program.end()
    for weight, one, other in _PAIRS:
        for first in one.finditer(words) if weight > best[0] else ():
            # Far apart they have nothing to do with each other.
            second = other.search(words, max(0, first.start() - _NEAR), first.end() + _NEAR)
            if second:
                told = REPORTS.search(words, 0, min(first.start(), second.start()))
                end = max(first.end(), second.end())
                best = max(best, (weight - TOLD * bool(told), end))
                break
    return best
