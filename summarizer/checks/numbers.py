"""Every number of the statement stands in its evidence: as much, as firmly, of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from summarizer.checks.case import Case
from summarizer.checks.derived import Source, follows_from, worked_out
from summarizer.checks.rivals import given_elsewhere, is_step, overlap, rivals
from summarizer.schema import Finding, Severity
from summarizer.text.agreement import SUPPORTED, Grade, grade, same_noun
from summarizer.text.arithmetic import operands_of
from summarizer.text.dates.durations import durations
from summarizer.text.dates.expressions import expressions
from summarizer.text.figures import Figure, figures
from summarizer.text.sides import changes

NAME = "numbers"

_SAID = {
    "bare": "leaves out how firmly",
    "vaguer": "is vaguer than",
    "rounded": "rounds",
    "converted": "is in another unit than",
}

# What has more numbers than these is a table; comparing all with all would be quadratic.
_MOST_CLAIMED, _MOST_STATED = 60, 300

_A_CLAUSE = 6  # words from which a stretch of a sentence says something of its own

_SINGLY = (
    r"\b(?:an?|one|another|single|the|first|each|every|sole|most|majority|his|her|its|their)\s+"
    r"(?:[\w-]+\s+){0,2}"
)

_SIDES = (
    (re.compile(r"\b(?:new|(?<!until )(?<!up to )now)\b"), "new"),
    (
        re.compile(
            r"\b(?:old|previous(?:ly)?|former(?:ly)?|[Uu]ntil now|[Uu]p to now|"
            r"(?:year|month|week|decade)s?\s(?:ago|earlier|before))\b"
        ),
        "old",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a number that the evidence does not carry, or says of something else.

    Where it gives another number for the same thing, that one is ``expected``. A number that is
    vaguer than its source, or leaves out an "over" or "about", is mild. What follows from the
    evidence by arithmetic is mild, too, where the case lets derived figures through, and fatal
    elsewhere. Dates are the matter of another check, except in drafts of ours.
    """
    claimed = figures(case.text)[:_MOST_CLAIMED]
    if not claimed or _word_for_word(case.text, case.evidence):
        return
    source = Source(figures(case.evidence)[:_MOST_STATED], claimed)
    times = _times(case.text) if case.derived else ()
    for figure in _sided(case.text, claimed):
        if any(a < figure.end and figure.start < b for a, b in times):
            continue
        if case.derived and _lasts(figure, case.text) and not _settles(figure, source, case):
            continue
        if figure.kind == "date":
            if not case.derived:
                yield from _date(figure, source.stated)
        else:
            yield from _judge(figure, source, case)


def _word_for_word(text: str, evidence: str) -> bool:
    """Whether a statement is a stretch of its evidence between two marks of punctuation.

    A sentence that gives a number and takes it back ("the 140 that it had named: there were 104")
    is cut rightly before the colon.
    """
    words = text.rstrip(" .").split()
    if len(words) < _A_CLAUSE:
        return False
    stretch = r"\s+".join(map(re.escape, words))
    return bool(re.search(rf"(?:^|[.;:!?]\s+){stretch}\s*(?:[,.;:!?]|$)", evidence))


@lru_cache(maxsize=4_000)
def _times(text: str) -> tuple[tuple[int, int], ...]:
    """Where dates and times stand: they are the matter of another check."""
    return tuple((e.start, e.end) for e in expressions(text))


def settled_here(case: Case, start: int, end: int) -> bool:
    """Whether the number of a duration, at these offsets of the claim, is the matter of this check.

    It is where the source has the number or it follows from the source's numbers; whether it lies
    between two dates is for the check of dates to say.
    """
    claimed = figures(case.text)[:_MOST_CLAIMED]
    known = Source(figures(case.evidence)[:_MOST_STATED], claimed)
    return any(f.start < end and start < f.end and _settles(f, known, case) for f in claimed)


def _lasts(figure: Figure, text: str) -> bool:
    """Whether the check of dates reads it as a duration."""
    timed = figure.unit is not None and figure.unit.dimension == "time"
    return timed and any(d.start < figure.end and figure.start < d.end for d in durations(text))


def _settles(claim: Figure, known: Source, case: Case) -> bool:
    """Whether the source's numbers tell if a claim's duration is right."""
    graded = [(s, g) for s in known.stated for g in [grade(s, claim)] if g]
    if any(g != "other" for _, g in graded):
        return True
    return worked_out(claim, graded, known, case) is not None


def _sided(text: str, claimed: Sequence[Figure]) -> Sequence[Figure]:
    """With the side that "the new limit is 30" takes, where the claim has no other number."""
    sides = [side for pattern, side in _SIDES if pattern.search(text)]
    if len(claimed) == len(sides) == 1 and not claimed[0].role:
        return [replace(claimed[0], role=sides[0])]
    return claimed


def _date(claim: Figure, stated: Sequence[Figure]) -> Iterator[Finding]:
    known = {f.value for f in stated} | {v for f in stated for v in (f.parts or ())}
    digits = {float(d) for d in re.findall(r"\d+", " ".join(f.text for f in stated))}
    if any(float(d) not in known | digits for d in re.findall(r"\d+", claim.text)):
        yield _not_in_source(claim)


def _judge(claim: Figure, known: Source, case: Case) -> Iterator[Finding]:
    graded = [(source, g) for source in known.stated for g in [grade(source, claim)] if g]
    allowed = SUPPORTED if case.derived else ("same", "vaguer", "bare")
    right = [(source, g) for source, g in graded if g in allowed]
    moved = [s for s, _ in right if _moved(s, claim, graded, case.text)]
    right = [(source, g) for source, g in right if source not in moved]
    if moved and not right:
        graded = [(s, g) for s, g in graded if s not in moved]
    if not right:
        yield from _unsupported(claim, graded, known, case)
        return
    source, how = max(right, key=lambda pair: (overlap(claim, pair[0]), pair[1] == "same"))
    # "More than the 500 hoped for": what the claim speaks of is not the 500.
    compared = _THAN.search(case.text[: claim.start])
    usual = not (claim.weak or compared)
    others = rivals(claim, [s for s, _ in right], graded, source) if usual else []
    rival = next((r for r in others if not given_elsewhere(r, claim, known.claimed, source)), None)
    if rival is not None:
        yield _contradicted(claim, rival)
    elif source.per and claim.per and source.per != claim.per:
        yield _contradicted(
            claim, source, f"{source.text} a {source.per}", f"{claim.text} a {claim.per}"
        )
    elif how in _SAID and how != "vaguer":
        yield Finding(
            check=NAME,
            severity="mild",
            message=f"{claim.text} {_SAID[how]} {source.text}",
            expected=source.text,
            found=claim.text,
        )


def _moved(
    source: Figure, claim: Figure, graded: Sequence[tuple[Figure, Grade]], text: str
) -> bool:
    """Whether one is a step and the other what was reached, or the source has another step."""
    if is_step(source) == is_step(claim):
        return False
    here = [s for s, _ in graded if s.sentence == source.sentence]
    if is_step(claim):
        return bool(source.role) or any(is_step(s) for s in here)
    # "Fees are 40" where they rose by 40 to 900.
    levels = any(s.role in ("old", "new") for s in here) and not changes(text)
    return bool(claim.role) or levels


def _unsupported(
    claim: Figure,
    graded: Sequence[tuple[Figure, Grade]],
    known: Source,
    case: Case,
) -> Iterator[Finding]:
    stated = known.stated
    if claim.weak:
        yield from _weak(claim, graded, case)
        return
    if case.derived:
        follows = follows_from(claim, graded, known, case)
        if follows is not None:
            known.worked_out.append(claim)
            yield follows
            return
    firmer = next((s for s, g in graded if g == "firmer"), None)
    if firmer is not None:
        if not (case.derived and _LIMITING.search(case.text)):
            yield _contradicted(claim, firmer, severity="severe")
        return
    meant = _meant(claim, graded, stated)
    if meant is not None:
        yield _contradicted(claim, meant)
        return
    operands = operands_of(claim, case.text, stated) if case.derived else None
    if operands:
        yield Finding(
            check=NAME,
            severity="fatal",
            message=f"claim says {claim.text}, source says {operands}",
            expected=operands,
            found=claim.text,
        )
        return
    yield _not_in_source(claim)


# "The limit is 20" of "up to 20".
_LIMITING = re.compile(
    r"\b(?:limit\w*|cap(?:s|ped)?|ceiling|max(?:imum)?|most|quota|allow\w*|permit\w*|can|could|may|might|"
    r"restrict\w*|threshold|within)\b",
    re.IGNORECASE,
)

_THAN = re.compile(r"\bthan\s+(?:the\s+)?$", re.IGNORECASE)


def _meant(
    claim: Figure, graded: Sequence[tuple[Figure, Grade]], stated: Sequence[Figure]
) -> Figure | None:
    """The source's number for what the claim speaks of, or None where it gives none."""
    sharper = [s for s, g in graded if g == "sharper"]
    if sharper:
        return max(sharper, key=lambda s: overlap(claim, s))
    wrong_unit = [
        s
        for s in stated
        if s.value == claim.value and s.kind not in ("date", "label", "ordinal") and not s.weak
    ]
    if wrong_unit:
        return max(wrong_unit, key=lambda s: overlap(claim, s))
    near = [(overlap(claim, s), s) for s, _ in graded if not s.weak]
    best = max(near, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= 1 else None


def _weak(claim: Figure, graded: Sequence[tuple[Figure, Grade]], case: Case) -> Iterator[Finding]:
    """ "One", "first", "most": at fault only where the source has another number of the same."""
    for source, _ in graded:
        if not same_noun(claim, source) or source.weak:
            continue
        # A thing that the source names without a number may be one.
        singly = rf"{_SINGLY}{re.escape(claim.head)}"
        if not re.search(singly, case.evidence, re.IGNORECASE):
            yield _contradicted(claim, source)
            return


def _contradicted(
    claim: Figure,
    source: Figure,
    expected: str | None = None,
    found: str | None = None,
    *,
    severity: Severity = "fatal",
) -> Finding:
    expected, found = expected or source.text, found or claim.text
    return Finding(
        check=NAME,
        severity=severity,
        message=f"claim says {found}, source says {expected}",
        expected=expected,
        found=found,
    )


def _not_in_source(claim: Figure) -> Finding:
    severity: Severity = (
        "severe" if claim.kind == "ordinal" and not claim.text[0].isdigit() else "fatal"
    )
    return Finding(
        check=NAME,
        severity=severity,
        message=f"not in the source: {claim.text}",
        found=claim.text,
    )
