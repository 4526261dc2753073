"""The statement connects two things only as its evidence does: by a cause, or by a "which"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.alignment import aligned
from summarizer.checks.case import Case
from summarizer.checks.predicates import read
from summarizer.schema import Finding, Severity

NAME = "connection"
_CAUSE = re.compile(
    r"\b(?:because|due to(?! (?:be|start|open|close|begin|end)\b)|owing to|as a result|"
    r"result(?:s|ed|ing) in|(?:has|have|had)? ?led to|leading to|caus(?:e|es|ed|ing)|therefore|"
    r"consequently|prompt(?:s|ed|ing)|thanks to|blamed on|trigger(?:s|ed|ing))\b",
    re.IGNORECASE,
)
# Every other way to give a reason; "after" and "when" are none.
_REASON = re.compile(
    r"\b(?:because|due to|owing|result\w*|le(?:d|ads?|ading) to|caus\w+|therefore|thus|hence|so|"
    r"consequen\w+|prompt\w*|thanks to|blam\w+|trigger\w*|since|as|reasons?|mean(?:s|t|ing)|makes?|"
    r"made|making|forc(?:e|es|ed|ing)|allow\w*|enabl\w+|prevent\w*|help\w*|driv\w+|driven|drove|"
    r"sp(?:ark|ur)\w*|fuel\w*|over|amid|citing|cited|given|attribut\w+|responsible|behind|effects?|"
    r"impacts?|owed|stem\w*|factors?|through|bring\w*|brought|contribut\w+|provok\w+|keep\w*|kept|"
    r"for fear|fearing|by \w+ing|why|down to|the work of|explain\w*|for \w+ing|"
    r"under \w+ pressure)\b",
    re.IGNORECASE,
)
# "Caused no injuries", "caused damage": what an event does is no second event.
_EFFECT = re.compile(
    r"\bcaus(?:e|es|ed|ing)\s+(?:\w+\s+){0,3}?(?:injur\w+|damage|harm|deaths?|casualt\w+|losses|"
    r"disruption|delays?|chaos|concern|trouble|problems?)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|following|in the wake of)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:which|whose)\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a cause that the evidence does not give, and in a draft for a "which" that it does
    not have: joined to another word, a relative clause says something else."""
    cause = _CAUSE.search(case.text)
    source = f"{case.evidence} {case.part}"
    given = _REASON if case.derived else _CAUSE
    if cause and not given.search(source) and _both_told(case, cause):
        # News often says "after" where it means "because".
        loose = case.derived and _AFTER.search(source)
        yield _finding(case, cause, "mild" if loose else "fatal")
    relative = None if case.derived else _RELATIVE.search(case.text)
    if relative and not _RELATIVE.search(source):
        yield _finding(case, relative, "fatal")


def _both_told(case: Case, cause: re.Match[str]) -> bool:
    """Whether the source tells of both, apart, so that only the link is the claim's own."""
    if not case.derived:
        return True
    if _EFFECT.search(case.text):
        return False
    claim, source = read(case.text), read(case.evidence)
    sides: tuple[set[int], set[int]] = (set(), set())
    for i, places in aligned(case.text, case.evidence).items():
        start = claim.tokens[i].start
        if start < cause.start() or start >= cause.end():
            sides[start >= cause.end()].update(source.tokens[j].clause for j in places)
    # "Closed by ice": what one clause tells together is connected somehow.
    return all(sides) and not sides[0] & sides[1]


def _finding(case: Case, link: re.Match[str], severity: Severity) -> Finding:
    word = link.group().strip()
    return Finding(
        check=NAME,
        severity=severity,
        message=f"claim says “{word}”, the source does not connect the two so",
        expected=case.part,
        found=word,
    )
