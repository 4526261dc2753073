"""What rose did not fall, what was denied was not confirmed, what came first did not come last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from summarizer.checks.case import Case
from summarizer.checks.clashes import clashes
from summarizer.checks.order import reversed_order
from summarizer.checks.routes import turned_route
from summarizer.schema import Finding

NAME = "direction"


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a word of the statement in whose place the source has an opposite.

    Severe where the statement takes the other side of an axis in words of its own, or turns an
    order of events or a way round.
    """
    own = [clash for clash in clashes(case) if clash.kind == NAME]
    for clash in own:
        if clash.sure:
            yield _finding("fatal", clash.source, clash.claim)
            return
    for clash in own[:1]:
        yield _finding("severe", clash.source, clash.claim)
        return
    found = reversed_order(case.text, case.evidence) or turned_route(case.text, case.evidence)
    if found:
        yield _finding("severe", *found)


def _finding(severity: Literal["severe", "fatal"], there: str, said: str) -> Finding:
    return Finding(
        check=NAME,
        severity=severity,
        message=f"claim says “{said}”, source says “{there}”",
        expected=there,
        found=said,
    )
