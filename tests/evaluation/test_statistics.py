"""Known values, brute force on tiny data, and what must hold whatever the data."""

from __future__ import annotations

import math
import tracemalloc
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from statistics import NormalDist, mean, stdev
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.evaluation.statistics import (
    Interval,
    Ratio,
    bootstrap_interval,
    holm,
    krippendorff_alpha,
    paired_difference,
    paired_interval,
    permutation_p,
    pooled,
    rate_interval,
    rate_upper_bound,
    smallest_difference,
)

Pair = tuple[Ratio, Ratio]

FEW = 200
RATIOS = st.integers(0, 9).flatmap(lambda d: st.builds(Ratio, st.integers(0, d), st.just(d)))
PAIRS = st.tuples(RATIOS, RATIOS)


def ratios(*pairs: tuple[float, float]) -> list[Ratio]:
    return [Ratio(*pair) for pair in pairs]


def sides(pairs: list[Pair]) -> tuple[list[Ratio], list[Ratio]]:
    return [before for before, _ in pairs], [after for _, after in pairs]


def exact_difference(before: list[Ratio], after: list[Ratio]) -> Fraction | None:
    """Pooled difference without rounding; the ratios hold integers."""
    sums = [(sum(r.numerator for r in s), sum(r.denominator for r in s)) for s in (before, after)]
    if not all(whole for _, whole in sums):
        return None
    first, second = (Fraction(int(part), int(whole)) for part, whole in sums)
    return second - first


def brute_force_p(pairs: list[Pair]) -> float | None:
    observed = exact_difference(*sides(pairs))
    if observed is None:
        return None
    every = [
        exact_difference(*sides([p[::-1] if s else p for p, s in zip(pairs, swaps, strict=True)]))
        for swaps in product([False, True], repeat=len(pairs))
    ]
    defined = [difference for difference in every if difference is not None]
    return sum(abs(difference) >= abs(observed) for difference in defined) / len(defined)


def test_pooled_is_not_the_mean_of_the_articles() -> None:
    assert pooled(ratios((1, 1), (0, 9))) == 0.1
    assert pooled(ratios((0, 0), (1, 4))) == 0.25
    assert pooled(ratios((0, 0))) is None
    assert pooled([]) is None


def test_bootstrap_of_a_mean_is_near_the_normal_interval() -> None:
    values = [i % 7 for i in range(300)]
    found = bootstrap_interval([Ratio(v, 1) for v in values], seed=1)
    half = 1.96 * stdev(values) / math.sqrt(len(values))
    assert found is not None
    assert found.low == pytest.approx(mean(values) - half, abs=0.03)
    assert found.high == pytest.approx(mean(values) + half, abs=0.03)


def test_bootstrap_resamples_articles_not_their_parts() -> None:
    few = bootstrap_interval([*ratios((50, 50)) * 5, *ratios((0, 50)) * 5], seed=1)
    many = bootstrap_interval([*ratios((1, 1)) * 250, *ratios((0, 1)) * 250], seed=1)
    assert few is not None
    assert many is not None
    assert few.high - few.low > 5 * (many.high - many.low)


def test_bootstrap_of_two_articles_reaches_both() -> None:
    assert bootstrap_interval(ratios((0, 1), (1, 1)), seed=1) == Interval(0, 1)
    # Resamples of the article without a denominator alone are left out.
    assert bootstrap_interval(ratios((0, 1), (1, 1), (0, 0)), seed=1) == Interval(0, 1)


def test_no_interval_from_fewer_than_two_articles_with_a_denominator() -> None:
    for thin in ([], ratios((1, 2)), ratios((1, 2), (0, 0), (0, 0))):
        full = ratios((1, 2), (1, 3), (0, 4))[: len(thin)]
        assert bootstrap_interval(thin, seed=1) is None
        assert paired_interval(thin, full, seed=1) is None
        assert paired_interval(full, thin, seed=1) is None
        assert smallest_difference(full, thin) is None


def test_no_interval_when_no_resample_has_a_denominator() -> None:
    sparse = [*ratios((1, 1), (1, 1)), *ratios((0, 0)) * 100]
    found = {bootstrap_interval(sparse, seed=seed, resamples=1) for seed in range(20)}
    assert found == {None, Interval(1, 1)}


def test_paired_interval_is_narrow_when_the_articles_move_together() -> None:
    before = [Ratio(i % 9, 10) for i in range(50)]
    after = [Ratio(i % 9 + 1, 10) for i in range(50)]
    found = paired_interval(before, after, seed=3)
    assert found is not None
    assert found.low == pytest.approx(0.1)
    assert found.high == pytest.approx(0.1)


def test_more_confidence_is_wider() -> None:
    sample = [Ratio(i % 4, 5) for i in range(40)]
    narrow = bootstrap_interval(sample, seed=1, confidence=0.8)
    wide = bootstrap_interval(sample, seed=1, confidence=0.99)
    assert narrow is not None
    assert wide is not None
    assert wide.low < narrow.low < narrow.high < wide.high


@given(st.lists(RATIOS, min_size=30, max_size=60), st.integers(0, 99))
@settings(deadline=None, max_examples=40)
def test_interval_holds_the_estimate(sample: list[Ratio], seed: int) -> None:
    found, score = bootstrap_interval(sample, seed=seed, resamples=FEW), pooled(sample)
    if found is not None:
        assert score is not None
        assert 0 <= found.low <= score <= found.high <= 1


@given(st.lists(PAIRS, min_size=30, max_size=60), st.integers(0, 99))
@settings(deadline=None, max_examples=40)
def test_paired_interval_holds_the_difference(pairs: list[Pair], seed: int) -> None:
    found = paired_interval(*sides(pairs), seed=seed, resamples=FEW)
    difference = paired_difference(*sides(pairs))
    if found is not None:
        assert difference is not None
        assert -1 <= found.low <= difference + 1e-12
        assert difference - 1e-12 <= found.high <= 1


@given(st.lists(PAIRS, max_size=8), st.integers(0, 99), st.data())
@settings(deadline=None)
def test_order_of_articles_does_not_matter(
    pairs: list[Pair], seed: int, data: st.DataObject
) -> None:
    other = data.draw(st.permutations(pairs))
    assert pooled(sides(pairs)[0]) == pooled(sides(other)[0])
    for asked in (paired_difference, smallest_difference):
        assert asked(*sides(pairs)) == asked(*sides(other))
    for most in (0, 20):
        one, two = (
            permutation_p(*sides(p), seed=seed, resamples=FEW, exact_up_to=most)
            for p in (pairs, other)
        )
        assert one == two
    assert paired_interval(*sides(pairs), seed=seed, resamples=FEW) == paired_interval(
        *sides(other), seed=seed, resamples=FEW
    )


@given(st.lists(PAIRS, max_size=8), st.integers(0, 99), st.sampled_from([0, 20]))
@settings(deadline=None)
def test_swapping_the_sides_negates_the_difference_and_leaves_p(
    pairs: list[Pair], seed: int, most: int
) -> None:
    before, after = sides(pairs)
    difference = paired_difference(before, after)
    other = paired_difference(after, before)
    assert other == (None if difference is None else -difference)
    p = permutation_p(before, after, seed=seed, resamples=FEW, exact_up_to=most)
    assert p == permutation_p(after, before, seed=seed, resamples=FEW, exact_up_to=most)


def test_same_seed_same_result_and_another_seed_another() -> None:
    before = [Ratio(i * 7 % 11, 11) for i in range(30)]
    after = [Ratio(i * 5 % 11, 10) for i in range(30)]
    asked: list[Callable[[int], object]] = [
        lambda seed: bootstrap_interval(before, seed=seed, resamples=FEW),
        lambda seed: paired_interval(before, after, seed=seed, resamples=FEW),
        lambda seed: permutation_p(before, after, seed=seed, resamples=FEW),
    ]
    for ask in asked:
        assert ask(1) == ask(1)
        assert len({ask(seed) for seed in range(5)}) > 1


@given(st.lists(PAIRS, max_size=7))
@settings(deadline=None)
def test_exact_p_is_that_of_brute_force(pairs: list[Pair]) -> None:
    found, expected = permutation_p(*sides(pairs), seed=0), brute_force_p(pairs)
    assert found == (None if expected is None else pytest.approx(expected))


def test_exact_p_of_five_articles_that_all_improve() -> None:
    before, after = ratios((1, 4)) * 5, ratios((2, 4)) * 5
    assert permutation_p(before, after, seed=0) == 2 / 2**5


def test_ties_are_not_lost_to_rounding() -> None:
    thirds, tenths = Ratio(0.1 + 0.2, 0.7), Ratio(0.3, 0.7)
    pairs = [(thirds, tenths), (tenths, Ratio(0, 0.7)), (Ratio(0, 0.7), thirds)]
    assert permutation_p(*sides(pairs), seed=0) == 1


def test_articles_that_do_not_differ_change_nothing() -> None:
    before, after = ratios((1, 4)) * 5, ratios((2, 4)) * 5
    alike = ratios((3, 4)) * 100
    assert permutation_p([*before, *alike], [*after, *alike], seed=0) == 2 / 2**5
    assert permutation_p(alike, alike, seed=0) == 1


def test_p_of_random_assignments_is_near_the_exact_one() -> None:
    pairs = [(Ratio(i % 5, 5), Ratio(i * i % 7, 7)) for i in range(1, 15)]
    before, after = sides(pairs)
    exact = permutation_p(before, after, seed=0)
    assert permutation_p(before, after, seed=0, exact_up_to=0) == pytest.approx(exact, abs=0.01)


def test_p_of_random_assignments_is_never_zero() -> None:
    before, after = ratios((0, 9)) * 60, ratios((9, 9)) * 60
    assert permutation_p(before, after, seed=0, resamples=99) == 1 / 100


def test_all_assignments_of_twenty_articles_fit_in_memory() -> None:
    before, after = ratios((1, 4)) * 20, ratios((2, 4)) * 20
    tracemalloc.start()
    try:
        p = permutation_p(before, after, seed=0)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert p == 2 / 2**20
    assert peak < 200e6


def test_smallest_difference_of_means_is_the_textbook_one() -> None:
    before = [Ratio(i * 7 % 11, 1) for i in range(25)]
    after = [Ratio(i * 5 % 11, 1) for i in range(25)]
    gains = [a.numerator - b.numerator for b, a in zip(before, after, strict=True)]
    z = NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(0.8)
    assert smallest_difference(before, after) == pytest.approx(z * stdev(gains) / 5)


def test_more_articles_show_a_smaller_difference() -> None:
    pairs = [(Ratio(i % 5, 5), Ratio(i * i % 7, 7)) for i in range(35)]
    one, four = smallest_difference(*sides(pairs)), smallest_difference(*sides(pairs * 4))
    assert one is not None
    assert four == pytest.approx(one / 2, rel=0.05)
    assert smallest_difference(*sides(pairs), power=0.01, confidence=0.1) == 0


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [(0, 10, 0, 0.3085), (1, 10, 0.0025, 0.4450), (5, 10, 0.1871, 0.8129), (10, 10, 0.6915, 1)],
)
def test_clopper_pearson(hits: int, trials: int, low: float, high: float) -> None:
    found = rate_interval(hits, trials)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500), st.sampled_from([0.3, 0.9, 0.95]))
@settings(deadline=None)
def test_upper_bound_of_no_hits_in_closed_form(trials: int, confidence: float) -> None:
    expected = 1 - (1 - confidence) ** (1 / trials)
    assert rate_upper_bound(0, trials, confidence) == pytest.approx(expected)
    assert rate_upper_bound(trials, trials, confidence) == 1


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
@settings(deadline=None)
def test_upper_bound_lies_between_the_rate_and_the_interval(counts: tuple[int, int]) -> None:
    hits, trials = counts
    interval, bound = rate_interval(hits, trials), rate_upper_bound(hits, trials)
    assert interval.low <= hits / trials <= bound <= interval.high


def test_holm_worked_example() -> None:
    found = holm({"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005})
    assert list(found) == ["a", "b", "c", "d"]
    assert found == pytest.approx({"a": 0.03, "b": 0.06, "c": 0.06, "d": 0.02})
    assert holm({"a": 0.6, "b": 0.7}) == {"a": 1, "b": 1}
    assert holm({}) == {}


@given(st.dictionaries(st.text(max_size=3), st.floats(0, 1)))
def test_holm_keeps_order_and_never_lowers(p_values: dict[str, float]) -> None:
    found = holm(p_values)
    assert all(p_values[name] <= p <= 1 for name, p in found.items())
    ranked = sorted(p_values, key=lambda name: p_values[name])
    assert sorted(found.values()) == [found[name] for name in ranked]


@pytest.mark.parametrize(
    ("one", "other", "alpha"),
    [  # Krippendorff 2011, A and B
        ("0100000010", "1110010000", 0.095),
        ("aabbdcccedda", "babbbccceddd", 0.692),
    ],
)
def test_krippendorff_worked_examples(one: str, other: str, alpha: float) -> None:
    units = list(zip(one, other, strict=True))
    assert krippendorff_alpha(units) == pytest.approx(alpha, abs=5e-4)
    gaps: list[tuple[str | None, str | None]] = [("a", None), (None, "b"), (None, None)]
    assert krippendorff_alpha([*gaps, *units]) == krippendorff_alpha(units)


def test_alpha_of_those_who_agree_and_of_those_who_said_nothing() -> None:
    assert krippendorff_alpha([(1, 1), (2, 2)]) == 1
    assert krippendorff_alpha([(1, 1), (1, 1)]) == 1
    assert krippendorff_alpha([(1, 2)]) == 0
    assert krippendorff_alpha([(1, 2), (3, 4)], lambda a, b: 0) == 1
    assert krippendorff_alpha([(1, None), (None, 2)]) is None
    assert krippendorff_alpha([]) is None


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12))
def test_alpha_compares_units_with_all_pairs_of_values(units: list[tuple[int, int]]) -> None:
    def distance(a: int, b: int) -> float:
        return ((a - b) / 4) ** 2

    values = [value for unit in units for value in unit]
    n = len(values)
    chance = sum(distance(a, b) for a in values for b in values) / (n * (n - 1))
    within = mean(distance(a, b) for a, b in units)
    expected = 1 - within / chance if chance else 1
    found = krippendorff_alpha(units, distance)
    assert found == pytest.approx(expected, abs=1e-12)
    assert found == pytest.approx(krippendorff_alpha([(b, a) for a, b in units], distance))


SAMPLE = ratios((1, 2), (1, 3))
BAD: list[tuple[Callable[[], Any], str]] = [
    (lambda: Ratio(1, -1), r"denominator: expected a finite number of at least 0, found -1"),
    (lambda: Ratio(math.nan, 1), "numerator: expected a finite number, found nan"),
    (lambda: Ratio(1, math.nan), "denominator: .* found nan"),
    (lambda: Ratio(1, math.inf), "denominator: .* found inf"),
    (lambda: paired_difference(SAMPLE, SAMPLE[:1]), "articles after: expected 2 .* found 1"),
    (lambda: paired_interval(SAMPLE[:1], SAMPLE, seed=1), "expected 1 as before, found 2"),
    (lambda: permutation_p(SAMPLE, [], seed=1), "expected 2 as before, found 0"),
    (lambda: smallest_difference([], SAMPLE), "expected 0 as before, found 2"),
    (lambda: bootstrap_interval(SAMPLE, seed=1, confidence=1), "confidence: .* found 1"),
    (lambda: paired_interval(SAMPLE, SAMPLE, seed=1, confidence=math.nan), "confidence: .* nan"),
    (lambda: bootstrap_interval([], seed=1, resamples=0), "resamples: expected at least 1"),
    (lambda: permutation_p(SAMPLE, SAMPLE, seed=1, resamples=0), "resamples: .* found 0"),
    (lambda: permutation_p(SAMPLE, SAMPLE, seed=1, exact_up_to=31), "exact_up_to: .* 0 to 30"),
    (lambda: smallest_difference(SAMPLE, SAMPLE, power=0), "power: .* found 0"),
    (lambda: smallest_difference(SAMPLE, SAMPLE, confidence=2), "confidence: .* found 2"),
    (lambda: rate_interval(1, 0), "trials: expected at least 1, found 0"),
    (lambda: rate_interval(3, 2), "hits: expected 0 to 2, found 3"),
    (lambda: rate_upper_bound(-1, 2), "hits: expected 0 to 2, found -1"),
    (lambda: rate_upper_bound(1, 2, 95), "confidence: .* found 95"),
    (lambda: holm({"recall": 1.5}), "p-value of recall: expected 0 to 1, found 1.5"),
    (lambda: holm({"recall": math.nan}), "p-value of recall: .* found nan"),
    (lambda: krippendorff_alpha([(1.0, math.nan)]), "units: expected no NaN, found nan"),
    (lambda: krippendorff_alpha([(1, 3)], lambda a, b: 4), "distance of 1 and 3: .* found 4"),
]


@pytest.mark.parametrize(("ask", "message"), BAD)
def test_bad_input_says_what_was_expected_and_found(ask: Callable[[], Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ask()
