"""Weighted patterns, the signals that are made of them, and where a clause may begin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.documents.instructions.reported import REPORTS
from summarizer.documents.instructions.words import CALL, NEVER, SAY, SOFTLY

SURE = 4  # score from which a sentence is an instruction by itself
LIKELY = 2  # enough beside a sentence that is one
TOLD = 3  # what it takes off when somebody is said to have said it
OPENING = "OPENING"  # a form that begins with it fits where a clause begins, and only there
_CLAUSE = re.compile(
    r"(?:^|, (?=please|kindly)|[.:;!?)\]>|*#=~-] |[(\[<{*#\"'|>]|\band )[^\w@]{0,6}"
)
_CALLS_FIRST = re.compile(rf"(?:{CALL}[ .:!,-]+)+")
_SOFT_FIRST = re.compile(SOFTLY)
ORDERS = re.compile(rf"(?:{SAY}|{NEVER})\b")


@dataclass(frozen=True)
class Form:
    """A pattern and what it weighs; compiled when a text first needs it, for they are many."""

    weight: int
    source: str

    @property
    def opens(self) -> bool:
        return self.source.startswith(OPENING)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.source.removeprefix(OPENING))

    def find(self, words: str, openings: Sequence[int]) -> re.Match[str] | None:
        if not self.opens:
            return self.pattern.search(words)
        return next(filter(None, (self.pattern.match(words, at) for at in openings)), None)


@dataclass(frozen=True)
class Signal:
    """One kind of evidence: the weightiest of its forms counts, once."""

    forms: tuple[Form, ...]
    gate: Form

    def weigh(self, words: str, openings: Sequence[int]) -> tuple[int, int]:
        """The highest weight found, and where the last match of that weight ends."""
        best, end = 0, 0
        if not self.gate.pattern.search(words):
            return best, end
        for form in self.forms:
            match = form.find(words, openings) if form.weight >= best else None
            if match:
                told = bool(REPORTS.search(words, 0, match.start()))
                best, end = max((best, end), (form.weight - TOLD * told, match.end()))
        return best, end


def signal_of(gate: str, forms: Mapping[int, Sequence[str]]) -> Signal:
    return Signal(
        tuple(Form(weight, form) for weight, several in forms.items() for form in several),
        Form(0, gate),
    )


def find_openings(words: str) -> tuple[int, ...]:
    """Where a clause may begin: as it stands, behind a call such as "Note:", behind "please"."""
    found: dict[int, None] = {}
    for match in _CLAUSE.finditer(words):
        at = match.end()
        called = _CALLS_FIRST.match(words, at)
        for start in (at, called.end() if called else at):
            soft = _SOFT_FIRST.match(words, start)
            found |= {start: None, (soft.end() if soft else start): None}
    return tuple(found)


def starts_with_order(words: str) -> bool:
    soft = _SOFT_FIRST.match(words)
    return bool(ORDERS.match(words, soft.end() if soft else 0))
