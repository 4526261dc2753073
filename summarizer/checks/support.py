"""The statement says what its own part says: not more, and not what the context says."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.checks.names import carried_names
from summarizer.schema import Finding, Severity
from summarizer.text.words import carried

NAME = "support"
# Below the first, a statement is taken as not coming from its evidence; below the second, as adding
# to it. Chosen by hand on drafts of the embedded model, not calibrated.
UNSUPPORTED = 0.5
STRETCHED = 0.7
# How much better another sentence must fit for the statement to be taken as that sentence's.
_MARGIN = 0.15


def support(case: Case) -> float:
    """Share of the statement's words that its evidence, or a name from earlier on, carries."""
    known = " ".join(m.text for m in case.names.in_text(case.text))
    return carried(case.text, f"{case.evidence} {known}")


def _without(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


def check(case: Case) -> Iterator[Finding]:
    """Fatal for what is of another sentence or without support, severe for what is stretched."""
    own = _without(case.text, [m.text for m in carried_names(case)])
    here = carried(own, case.evidence)
    elsewhere = max((carried(own, other) for other in case.others), default=0.0)
    share = support(case)
    severity: Severity = "fatal"
    if elsewhere > here + _MARGIN:
        message = "it restates another sentence and not the one it is about"
    elif share < UNSUPPORTED:
        message = "most of its words are not in the source sentence"
    elif share < STRETCHED:
        severity, message = "severe", "it adds words that the source sentence does not have"
    else:
        return
    yield Finding(
        check=NAME, severity=severity, message=message, expected=case.part, found=f"{share:.0%}"
    )
