"""The statement has not been made before."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.schema import Finding
from summarizer.text.numbers import values
from summarizer.text.words import content_stems

NAME = "duplicate"
# Two statements with this share of words in common (Jaccard index) and the same numbers are one.
SAME = 0.85


def check(case: Case) -> Iterator[Finding]:
    """Fatal for what an accepted statement already says."""
    mine = set(content_stems(case.text))
    for other in case.accepted:
        theirs = set(content_stems(other))
        common = len(mine & theirs) / len(mine | theirs) if mine | theirs else 1.0
        contained = bool(mine) and mine <= theirs and len(theirs) - len(mine) <= 1
        if (common >= SAME or contained) and values(case.text) <= values(other):
            yield Finding(
                check=NAME, severity="fatal", message="it repeats an accepted claim", found=other
            )
            return
