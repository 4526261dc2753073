"""Every number of the statement stands in its evidence: as much, as firmly, of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.checks.case import Case
from summarizer.schema import Finding, Severity
from summarizer.text.agreement import SUPPORTED, Grade, factor, grade, same_noun
from summarizer.text.arithmetic import Derivation, derive, listed, operands_of
from summarizer.text.figures import Figure, figures
from summarizer.text.lexicon import opposed, related
from summarizer.text.words import stem

NAME = "numbers"
_SAID = {
    "bare": "leaves out how firmly",
    "vaguer": "is vaguer than",
    "rounded": "rounds",
    "converted": "is in another unit than",
}
_HIGHEST_LISTED = 6
_MANY = 2
_REACH = 200
# What has more numbers than these is a table; comparing all with all would be quadratic.
_MOST_CLAIMED, _MOST_STATED = 60, 300
_SINGLY = (
    r"\b(?:an?|one|another|single|the|first|each|every|sole|most|majority|his|her|its|their)\s+"
    r"(?:[\w-]+\s+){0,2}"
)
_SIDES = (
    (re.compile(r"\b(?:new|now)\b"), "new"),
    (
        re.compile(
            r"\b(?:old|previous(?:ly)?|former(?:ly)?|(?:year|month|week|decade)s?\s(?:ago|earlier|before))\b"
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
    if not claimed:
        return
    stated = figures(case.evidence)[:_MOST_STATED]
    for figure in _sided(case.text, claimed):
        if figure.kind == "date":
            if not case.derived:
                yield from _date(figure, stated)
        else:
            yield from _judge(figure, stated, case)


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


def _judge(claim: Figure, stated: Sequence[Figure], case: Case) -> Iterator[Finding]:
    graded = [(source, g) for source in stated for g in [grade(source, claim)] if g]
    allowed = SUPPORTED if case.derived else ("same", "vaguer", "bare")
    right = [(source, g) for source, g in graded if g in allowed]
    moved = [s for s, _ in right if s.role and claim.role and _step(s) != _step(claim)]
    right = [(source, g) for source, g in right if source not in moved]
    if moved and not right:
        graded = [(s, g) for s, g in graded if s not in moved]
    if not right:
        yield from _unsupported(claim, graded, stated, case)
        return
    source, how = max(right, key=lambda pair: (overlap(claim, pair[0]), pair[1] == "same"))
    rival = None if claim.weak else _rival(claim, [s for s, _ in right], graded, source)
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


def _step(figure: Figure) -> bool:
    """Whether it says how far something has changed, and not from or to where."""
    return figure.role == "by"


def overlap(claim: Figure, source: Figure) -> float:
    """How much two numbers have in common but their values: what is counted, and words beside."""
    same_head = same_noun(claim, source)
    words = len(claim.words & source.own) + 0.5 * len(claim.words & source.shared)
    return 3.0 * same_head + words


def _rival(
    claim: Figure,
    right: Sequence[Figure],
    graded: Sequence[tuple[Figure, Grade]],
    source: Figure,
) -> Figure | None:
    """The number that the source gives for what the claim speaks of, where it is not ``source``.

    Two numbers are swapped where the claim has words that belong to the other alone and none that
    belong to the one it names, or counts what only the other counts.
    """
    found: list[tuple[float, Figure]] = []
    for other, how in graded:
        if how in SUPPORTED or other in right or other.weak:
            continue
        if factor(other, claim) is None and other.kind != "score":
            continue
        theirs = claim.words & (other.own - source.words)
        ours = claim.words & (source.own - other.words)
        if _other_time(claim, other):
            continue
        near = other.sentence == source.sentence
        together = near or len(theirs) >= _MANY
        apart = claim.head and other.head and not same_noun(claim, other)
        if apart and not same_noun(source, other):
            together = False
        if _counts_the_other(claim, source, other) and (not ours or len(theirs) > len(ours)):
            found.append((3.0 + len(theirs), other))
        elif near and _other_side(claim, source, other):
            found.append((2.0 + len(theirs), other))
        elif near and _opposite(claim, source, other):
            found.append((1.0 + len(theirs), other))
        elif together and theirs and not ours and not _synonyms(claim, source):
            found.append((float(len(theirs)), other))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _other_time(claim: Figure, other: Figure) -> bool:
    """Whether each stands with a year or an ordinal that the other does not stand with."""
    mine = {w for w in claim.words if w[0] == "#"}
    theirs = {w for w in other.words if w[0] == "#"}
    return bool(mine - theirs and theirs - mine)


def _synonyms(claim: Figure, source: Figure) -> bool:
    """Whether the claim says in another word what stands with the source's number alone."""
    return any(related(a, b) for a in claim.forms for b in source.forms if a != b)


def _opposite(claim: Figure, source: Figure, other: Figure) -> bool:
    """Whether what the claim says stands with the other number, and its opposite with this one."""
    theirs = {stem(form) for form in other.forms - source.forms}
    said = {form for form in claim.forms if stem(form) in theirs}
    missing = source.forms - claim.forms
    if any(related(a, b) and not opposed(a, b) for a in said for b in missing):
        return False
    return any(opposed(a, b) for a in said for b in missing)


def _counts_the_other(claim: Figure, source: Figure, other: Figure) -> bool:
    if claim.kind == "ordinal" and not claim.head:
        return bool(source.head) and not other.head
    if not (claim.head and other.head and source.head):
        return False
    return same_noun(claim, other) and not same_noun(claim, source)


def _other_side(claim: Figure, source: Figure, other: Figure) -> bool:
    """Whether "from" and "to" have changed places."""
    sides = source.role or claim.role == "old"
    return bool(claim.role and sides and other.role == claim.role != source.role)


def _unsupported(
    claim: Figure,
    graded: Sequence[tuple[Figure, Grade]],
    stated: Sequence[Figure],
    case: Case,
) -> Iterator[Finding]:
    if claim.weak:
        yield from _weak(claim, graded, case)
        return
    if case.derived:
        follows = _follows(claim, graded, stated, case)
        if follows is not None:
            yield follows
            return
    firmer = next((s for s, g in graded if g == "firmer"), None)
    if firmer is not None:
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


def _follows(
    claim: Figure, graded: Sequence[tuple[Figure, Grade]], stated: Sequence[Figure], case: Case
) -> Finding | None:
    """A mild finding where the number is worked out from the source, or stands elsewhere in it."""
    side = claim.role in ("old", "new") and any(s.role == claim.role for s, _ in graded)
    if not side and not any(g in ("sharper", "firmer") for _, g in graded):
        for known in (stated, (*stated, *_around(case))):
            for derivation in derive(claim, case.text, known):
                if not _misplaced(claim, derivation, known):
                    return _mild(claim, f"derived: {claim.text} follows from {derivation.shown}")
        if _is_listed(claim, case.evidence):
            return _mild(claim, f"derived: {claim.text} is counted from a list")
    best = max((overlap(claim, s) for s, _ in graded), default=0.0)
    for figure in (*_around(case), *_elsewhere(claim, case)):
        if grade(figure, claim) in SUPPORTED and overlap(claim, figure) >= max(_MANY, best):
            return _mild(claim, f"{claim.text} stands in another sentence of the source")
    return None


def _around(case: Case) -> tuple[Figure, ...]:
    """The numbers of the sentences on both sides of the cited one."""
    if case.document is None or case.sentence is None:
        return figures(case.before[-1]) if case.before else ()
    last = len(case.document.sentences)
    near = (n for n in (case.sentence - 1, case.sentence + 1) if 1 <= n <= last)
    return tuple(
        replace(f, sentence=-n)
        for n in near
        for words in [case.document.words_of(n)]
        if words not in case.evidence
        for f in figures(words)
    )


def _elsewhere(claim: Figure, case: Case) -> Iterator[Figure]:
    """The numbers of the sentences around that write the claim's number as it does."""
    if case.document is None or case.sentence is None:
        return
    words = case.text[claim.core[0] : claim.core[1]].lower()
    digits = re.search(r"\d[\d,.]*\d|\d", words)
    written = {digits.group() if digits else words, f"{claim.value:,.10g}", f"{claim.value:.10g}"}
    first = max(1, case.sentence - _REACH)
    for number in range(first, min(len(case.document.sentences), case.sentence + _REACH) + 1):
        sentence = case.document.words_of(number)
        lowered = sentence.lower()
        if any(w in lowered for w in written):
            yield from figures(sentence)


def _misplaced(claim: Figure, derivation: Derivation, stated: Sequence[Figure]) -> bool:
    """Whether the claim speaks of another number than those that it was worked out from.

    "The Greens won a third of the seats" where they won 12 of 24 and others won 8.
    """
    used = derivation.used
    for figure in used:
        for other in stated:
            if other in used or other.sentence != figure.sentence or factor(other, figure) is None:
                continue
            theirs = claim.words & (other.own - figure.words)
            ours = claim.words & (figure.own - other.words)
            if theirs and not ours and not any(theirs <= f.words for f in used):
                return True
    return False


def _is_listed(claim: Figure, evidence: str) -> bool:
    counts = claim.kind == "count" and claim.bound == "exact" and claim.high is None
    return counts and 2 <= claim.value <= _HIGHEST_LISTED and claim.value in listed(evidence)  # noqa: PLR2004


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


def _mild(claim: Figure, message: str) -> Finding:
    return Finding(check=NAME, severity="mild", message=message, found=claim.text)


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
