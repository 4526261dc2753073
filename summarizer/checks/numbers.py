"""Every number of the statement stands in its evidence, with the same unit."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.schema import Finding
from summarizer.text.numbers import numbers, values

NAME = "numbers"


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a number that the evidence does not state, or states of something else."""
    stated = values(case.evidence)
    units: dict[float, set[str | None]] = {}
    for number in numbers(case.evidence):
        units.setdefault(number.value, set()).add(number.unit)
    for number in numbers(case.text):
        if number.value not in stated:
            yield Finding(
                check=NAME,
                severity="fatal",
                message=f"the number {number.text} is not in the source sentence",
                expected=None,
                found=number.text,
            )
        elif number.unit not in units.get(number.value, {number.unit}):
            yield Finding(
                check=NAME,
                severity="fatal",
                message=f"the source has {number.text} with another unit",
                expected=", ".join(sorted(str(u or "a count") for u in units[number.value])),
                found=number.unit or "a count",
            )
