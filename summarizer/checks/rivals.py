"""Numbers of a source that have changed places in a claim."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from summarizer.checks.places import meanings
from summarizer.text.agreement import SUPPORTED, Grade, factor, grade, same_noun
from summarizer.text.figures import Figure
from summarizer.text.lexicon import opposed, related
from summarizer.text.surroundings import STEM
from summarizer.text.words import stem

_MANY = 2


def given_elsewhere(
    rival: Figure, claim: Figure, claimed: Sequence[Figure], source: Figure
) -> bool:
    """Whether the claim gives a number of the source elsewhere, and in its own place."""
    return any(
        grade(rival, other) in SUPPORTED and overlap(other, rival) >= overlap(other, source)
        for other in claimed
        if other != claim
    )


def is_step(figure: Figure) -> bool:
    """Whether it says how far something has changed, and not from or to where."""
    return figure.role == "by"


def overlap(claim: Figure, source: Figure) -> float:
    """How much two numbers have in common but their values: what is counted, and words beside."""
    same_head = same_noun(claim, source)
    words = len(claim.words & source.own) + 0.5 * len(claim.words & source.shared)
    return 3.0 * same_head + words


def rivals(
    claim: Figure,
    right: Sequence[Figure],
    graded: Sequence[tuple[Figure, Grade]],
    source: Figure,
) -> list[Figure]:
    """The numbers that the source gives for what the claim speaks of, where it is not ``source``.

    Two numbers are swapped where the claim has words that belong to the other alone and none that
    belong to the one it names, or counts what only the other counts.
    """
    found: list[tuple[float, Figure]] = []
    for other, how in graded:
        if how in SUPPORTED or other in right or other.weak:
            continue
        if factor(other, claim) is None and other.kind != "score":
            continue
        theirs = _meant_words(claim, other.own - source.words)
        ours = _meant_words(claim, source.words - other.words)
        if _other_time(claim, other):
            continue
        near = other.sentence == source.sentence
        together = near or len(theirs & claim.words) >= _MANY
        apart = claim.head and other.head and not same_noun(claim, other)
        if apart and not same_noun(source, other):
            together = False
        if other.head and same_noun(claim, source) and not same_noun(claim, other):
            continue
        if _counts_the_other(claim, source, other) and (not ours or len(theirs) > len(ours)):
            found.append((3.0 + len(theirs), other))
        elif (
            _at_its_time(claim, source, other)
            or (near and _other_side(claim, source, other))
            or _qualified(claim, source, other)
        ):
            found.append((2.0 + len(theirs), other))
        elif near and _opposite(claim, source, other):
            found.append((1.0 + len(theirs), other))
        elif together and theirs and not ours:
            found.append((float(len(theirs)), other))
    return [other for _, other in sorted(found, key=lambda pair: -pair[0])]


def _qualified(claim: Figure, source: Figure, other: Figure) -> bool:
    """Whether all three speak of one thing, and the claim's is qualified as the other one is.

    "Online sales rose 3%" where online sales rose 11% and like-for-like sales 3%.
    """
    for qualifier, thing in claim.pairs & other.pairs:
        theirs = {a for a, b in source.pairs if b == thing}
        if theirs and qualifier not in source.words and not theirs & claim.words:
            return True
    return False


def _at_its_time(claim: Figure, source: Figure, other: Figure) -> bool:
    """Whether claim and other number are of one "last year", and the source's of another time."""
    mine, theirs, here = ({w for w in f.words if " " in w} for f in (claim, other, source))
    return bool(mine & theirs and here and not mine & here) and claim.head == other.head


def _other_time(claim: Figure, other: Figure) -> bool:
    """Whether each stands with a year or an ordinal that the other does not stand with."""
    mine = {w for w in claim.words if w[0] == "#"}
    theirs = {w for w in other.words if w[0] == "#"}
    return bool(mine - theirs and theirs - mine)


def _meant_words(claim: Figure, stems: frozenset[str]) -> frozenset[str]:
    """Those of some stems that the claim says, in these words or others."""
    said = claim.words & stems
    return said | {s for form in claim.said for s in senses(form) & stems}


@lru_cache(maxsize=20_000)
def senses(form: str) -> frozenset[str]:
    """Stems, as figures have them, of a word's synonyms."""
    return frozenset(root[:STEM] for root in meanings(form))


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
