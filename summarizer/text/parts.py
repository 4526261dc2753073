"""Parts, wholes and steps: the rest of a whole, what something is set against, sums of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from summarizer.text.agreement import factor, same_noun
from summarizer.text.figures import Figure
from summarizer.text.operands import MOST_OPERANDS, OPERANDS, Result, in_unit

_MOST = 40


def sums_of_lists(claim: Figure, values: Sequence[Figure]) -> Iterator[Result]:
    """The sum of all numbers of one thing that a sentence lists."""
    for first in values:
        same = [
            f
            for f in values
            if f.sentence == first.sentence and f.unit == first.unit and f.head == first.head
        ]
        if same[0] is first and len(same) > 3 and _may_sum(claim, first):  # noqa: PLR2004
            yield sum(f.value for f in same), *same


def _may_sum(claim: Figure, part: Figure) -> bool:
    return claim.unit == part.unit and (not claim.head or same_noun(claim, part))


def is_other_part(claim: Figure, part: Figure, whole: Figure) -> bool:
    """Whether the claim speaks of the rest: "3 of the 28 wells hold water", so 25 do not.

    It has none of the words that are said of the first part.
    """
    said = (part.own | whole.own) - whole.counted - part.counted
    both = part.sentence == whole.sentence and part.lent and same_noun(part, whole)
    given = both or part.whole == whole.value
    return given and part.value < whole.value and bool(said) and not claim.words & said


def complements(claim: Figure, stated: Sequence[Figure]) -> Iterator[Result]:
    """The rest of a whole that the source gives a part of, where the claim is not of that part."""
    for part in stated[:_MOST]:
        if part.whole is None:
            continue
        said = part.own - part.counted - claim.counted
        for whole in stated[:_MOST]:
            if whole.value == part.whole and whole.sentence == part.sentence:
                theirs = claim.words & (said - whole.words)
                if 2 * len(theirs) < len(said) or not said:
                    if factor(part, claim) is None:
                        continue
                    yield whole.value - part.value, part, whole


def steps(claim: Figure, bases: Sequence[Figure], stated: Sequence[Figure]) -> Iterator[Result]:
    """What something is set against that is so much more: "18,204, which is 611 more than" hers."""
    steps = [f for f in stated if f.role == "by" and f.kind in (*OPERANDS, "share", "points")]
    for step, base in product(steps[:MOST_OPERANDS], bases):
        amount = in_unit(step, claim)
        value = in_unit(base, claim)
        if base.role == "by" or amount is None or value is None or step.sentence != base.sentence:
            continue
        for sign in (step.step,) if step.step else (1, -1):
            yield value + (sign if base.role == "old" else -sign) * amount, base, step


def named_apart(claim: Figure, a: Figure, b: Figure) -> bool:
    """Whether the claim adds things of two sorts, one of which it names ("with the clerks")."""
    together = a.sentence == b.sentence and not (a.unit or b.unit)
    apart = a.counted - b.counted, b.counted - a.counted
    return together and any(part and part & (claim.words - claim.counted) for part in apart)


def kinds_of(claim: Figure, *parts: Figure) -> bool:
    """Whether the claim may count together what one sentence counts apart: men and women, people.

    The claim then has a noun that is none of theirs.
    """
    heads = [p.head for p in parts if p.kind == "count"]
    together = len({p.sentence for p in parts}) == 1 and len(heads) == len(parts) and all(heads)
    return together and bool(claim.head) and not any(same_noun(claim, p) for p in parts)
