"""B-cubed on partitions of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.stories.partition import Companions, sharing

TRUTH = ("12345", "67", "89abc")
LABELS = st.lists(st.integers(0, 4), min_size=1, max_size=12)


def found(predicted: Sequence[Sequence[str]], gold: Sequence[Sequence[str]]) -> Companions[str]:
    def classes(groups: Sequence[Sequence[str]]) -> dict[str, set[int]]:
        items = "".join("".join(group) for group in gold)
        return {i: {n for n, group in enumerate(groups) if i in group} for i in items}

    return Companions(sharing(classes(predicted)), sharing(classes(gold)))


def of(predicted: Sequence[int], gold: Sequence[int]) -> Companions[int]:
    return Companions(
        sharing({i: {c} for i, c in enumerate(predicted)}),
        sharing({i: {c} for i, c in enumerate(gold)}),
    )


# The example of Bagga and Baldwin (1998), and what they give for it.
@pytest.mark.parametrize(
    ("predicted", "precision"), [(("12345", "6789abc"), 0.76), (("1234589abc", "67"), 0.58)]
)
def test_the_example_of_the_paper(predicted: Sequence[str], precision: float) -> None:
    got, recall, _ = found(predicted, TRUTH).bcubed()
    assert (round(got.value or 0, 2), recall.value) == (precision, 1.0)


@given(LABELS)
def test_a_partition_agrees_with_itself(labels: list[int]) -> None:
    whole = of(labels, labels)
    assert [score.value for score in whole.bcubed()] == [1.0, 1.0, 1.0]
    assert {score.value for score in (*whole.bcubed(joined=True), *whole.pairs())} <= {1.0, None}


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12))
def test_swapping_the_sides_swaps_precision_and_recall(labels: list[tuple[int, int]]) -> None:
    one = of([a for a, _ in labels], [b for _, b in labels])
    other = of([b for _, b in labels], [a for a, _ in labels])
    for joined in (False, True):
        precision, recall, _ = one.bcubed(joined=joined)
        assert (recall, precision) == other.bcubed(joined=joined)[:2]
    assert one.pairs() == other.pairs()[::-1]


@given(LABELS)
def test_all_alone_is_precise_and_all_in_one_is_complete(labels: list[int]) -> None:
    assert of(range(len(labels)), labels).bcubed()[0].value == 1.0
    assert of([0] * len(labels), labels).bcubed()[1].value == 1.0


def test_claims_that_are_rightly_alone_do_not_flatter_the_joined_scores() -> None:
    """Ten alone, and two that ought to be together and are not."""
    gold = ("ab", *"cdefghijkl")
    apart = found("abcdefghijkl", gold)
    assert round(apart.bcubed()[2].value or 0, 3) == 0.957
    assert [s.value for s in apart.bcubed(joined=True)[:2]] == [1.0, 0.5]


def test_an_item_of_two_classes_is_right_with_the_members_of_either() -> None:
    gold = ("ax", "bx")
    assert found(("ax", "b"), gold).bcubed()[0].value == 1.0
    assert found(("axb",), gold).bcubed()[0].value == pytest.approx((2 / 3 + 1 + 2 / 3) / 3)
    assert found(("ax", "bx"), gold).bcubed()[2].value == 1.0
