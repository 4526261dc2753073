"""A report of a document with its source resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.attributes.answering import speaks
from summarizer.attributes.roster import Speaker
from summarizer.attributes.told import Told


@dataclass(frozen=True)
class Line:
    """One sentence of what is read: its number and where it stands."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Saying:
    """One report of the document with its source resolved.

    Attributes:
        speaker: who answers for it; None where nobody is named.
        told: the report, its offsets into the document's text.
        number: of the sentence in which its cue stands.
    """

    speaker: Speaker | None
    told: Told
    number: int

    @property
    def content(self) -> tuple[tuple[int, int], ...]:
        """Where what is reported stands."""
        return self.told.content

    def within(self, start: int, end: int) -> int:
        """How many characters of ``start:end`` are its content."""
        return sum(max(0, min(b, end) - max(a, start)) for a, b in self.content)

    def holds(self, other: Saying) -> bool:
        """Whether the other's cue stands in the content of this one."""
        return self.told.holds(other.told)


def completed(report: Told, earlier: Sequence[Saying]) -> Told:
    """ "The bishop's letter praises it; the dean's does not": the dean's letter."""
    if not earlier or not _OWNER.search(report.phrase):
        return report
    owned = _OWNED.match(earlier[-1].told.phrase)
    return replace(report, phrase=f"{report.phrase} {owned[1]}") if owned else report


_OWNER = re.compile(r"(?:['’]s|s['’])$")
_OWNED = re.compile(r"[^,]{2,60}(?:['’]s|s['’])\s+([\w-]+(?:\s[\w-]+)?)$")


def looked_from(report: Told) -> int:
    """Where to look back from for a pronoun: "the toll, it said, was" does not mean the toll."""
    first = report.content[0]
    parted = (
        report.phrase.lower() == "it"
        and len(report.content) > 1
        and first[1] < report.source < report.content[1][0]
    )
    return first[0] if parted else report.source


def is_subject(saying: Saying) -> bool:
    """Whether a pronoun in the next sentence may be for its source."""
    return speaks(saying.told.verb) and saying.told.phrase.lower() not in _RELATIVE


_RELATIVE = frozenset(["who", "which", "that"])
