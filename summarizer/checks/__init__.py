"""Checks by code. Each is one file; the registry below is the gate's whole list.

Add a check: write ``check(case) -> Iterator[Finding]`` in a file of its own, and a line here.
"""

from __future__ import annotations

from summarizer.checks import (
    attribution,
    complete,
    connection,
    dates,
    direction,
    duplicate,
    hedging,
    names,
    negation,
    numbers,
    predicate,
    quotation,
    roles,
    scope,
    support,
    who,
)
from summarizer.checks.case import Case as Case
from summarizer.checks.case import Check
from summarizer.schema import Finding

CHECKS: tuple[Check, ...] = (
    numbers.check,
    dates.check,
    names.check,
    who.check,
    roles.check,
    support.check,
    predicate.check,
    negation.check,
    direction.check,
    scope.check,
    hedging.check,
    quotation.check,
    attribution.check,
    connection.check,
    complete.check,
    duplicate.check,
)


# Those that ask whether the source says so. The others ask whether a draft of ours stays close to
# the words of its part and can be read alone, which a claim of somebody else's need not.
FAITHFUL: tuple[Check, ...] = (
    numbers.check,
    dates.check,
    names.check,
    who.check,
    roles.check,
    negation.check,
    direction.check,
    scope.check,
    hedging.check,
    quotation.check,
    attribution.check,
    connection.check,
)


def run_checks(case: Case, checks: tuple[Check, ...] = CHECKS) -> tuple[Finding, ...]:
    """What the checks find, in the order of the registry."""
    return tuple(finding for check in checks for finding in check(case))
