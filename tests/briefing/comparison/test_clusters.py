from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.briefing.comparison.clusters import clusters_of
from summarizer.briefing.comparison.matter import Pair
from summarizer.matching.relation import Statement, compare

_ALIKE = compare(Statement(id="a", text="It rained."), Statement(id="b", text="It rained."))


def pair(first: int, second: int, same: float) -> Pair:
    return Pair(first, second, (1.0, 1.0), True, _ALIKE, same)


def test_likely_pairs_are_one_group_and_the_rest_stands_alone() -> None:
    assert clusters_of(4, [pair(0, 2, 0.9), pair(1, 3, 0.1)]) == [(0, 2), (1,), (3,)]


def test_a_claim_that_holds_two_facts_does_not_join_their_groups() -> None:
    sure = [pair(0, 1, 0.95), pair(2, 3, 0.95)]
    assert clusters_of(5, [*sure, pair(0, 4, 0.5), pair(2, 4, 0.5)]) != [(0, 1, 2, 3, 4)]


def test_what_contradicts_is_never_together() -> None:
    pairs = [pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, 0.9)]
    assert all(not {0, 2} <= set(g) for g in clusters_of(3, pairs, {(0, 2)}))


@given(st.integers(0, 7), st.data())
def test_every_claim_is_in_one_group_whatever_the_order(count: int, data: st.DataObject) -> None:
    some = [pair(i, j, data.draw(st.floats(0, 1))) for i, j in combinations(range(count), 2)]
    groups = clusters_of(count, some)
    assert sorted(i for group in groups for i in group) == list(range(count))
    assert clusters_of(count, data.draw(st.permutations(some))) == groups
