"""Claims that say the same, told once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarizer.briefing.comparison.matter import Pair

_JOINS = 0.35  # mean likelihood over the pairs of two groups from which they are one
_NEVER_COMPARED = 0.02  # what a pair that shares too little to be compared counts for


def clusters_of(
    count: int, pairs: Sequence[Pair], apart: Collection[tuple[int, int]] = ()
) -> list[tuple[int, ...]]:
    """Groups of the claims 0 to ``count`` - 1 by average linkage, the likeliest pair first.

    Average linkage, so that one long claim that holds two facts does not draw both their groups
    into one.

    Args:
        apart: pairs that contradict each other, the lower index first: no group holds both.

    Returns:
        Every claim in one group, in order; groups in the order of their first claim.
    """
    likely = {(p.first, p.second): p.same for p in pairs}
    group: dict[int, tuple[int, ...]] = {i: (i,) for i in range(count)}
    for pair in sorted(pairs, key=lambda p: (-p.same, p.first, p.second)):
        if pair.same < _JOINS:
            break
        one, other = group[pair.first], group[pair.second]
        if one is other:
            continue
        between = [(min(i, j), max(i, j)) for i in one for j in other]
        mean = sum(likely.get(p, _NEVER_COMPARED) for p in between) / len(between)
        if mean < _JOINS or any(p in apart for p in between):
            continue
        joined = tuple(sorted((*one, *other)))
        group.update(dict.fromkeys(joined, joined))
    return sorted(set(group.values()))
