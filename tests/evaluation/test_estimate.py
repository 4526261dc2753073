"""Figures of a run, and two runs set against each other; shares are of two, and so exact."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.evaluation.estimate import (
    METRICS,
    compare_runs,
    critical_traps,
    estimates,
    trap_hits,
    value_of,
    values,
)
from summarizer.evaluation.results import (
    LOWER_IS_BETTER,
    NEUTRAL,
    ArticleState,
    Estimate,
    MetricVerdict,
    RunResult,
)
from tests.evaluation.making import result, run_of, trap

SHARES = st.integers(0, 16).map(lambda n: n / 16)


def estimate(run: RunResult, metric: str) -> Estimate:
    return next(e for e in estimates(run) if e.metric == metric)


def recalls(*shares: float, name: str = "one") -> RunResult:
    """A run with one article for each share."""
    return run_of(*(result(f"a{n}", recall=s) for n, s in enumerate(shares)), name=name)


def compared(before: RunResult, after: RunResult, margin: float = 0.25) -> MetricVerdict:
    [found] = compare_runs(before, after, {"recall": margin})
    return found


def changed(*differences: float, margin: float = 0.25) -> MetricVerdict:
    """The verdict on articles whose recall, half before, changes by these differences."""
    return compared(
        recalls(*[0.5] * len(differences)), recalls(*(0.5 + d for d in differences)), margin
    )


def test_repeats_of_an_article_are_averaged_before_articles_are() -> None:
    run = run_of(
        result("a", recall=1.0),
        result("a", recall=0.5, repeat=1),
        result("b", recall=0.25),
    )
    assert values(run, "recall") == {"a": 0.75, "b": 0.25}
    assert estimate(run, "recall").value == 0.5
    assert estimate(run, "recall").articles == 2


@pytest.mark.parametrize("state", ["failed", "stale"])
@pytest.mark.parametrize("metric", [m for m in METRICS if m not in NEUTRAL])
def test_without_a_result_an_article_counts_with_the_worst_value(
    state: ArticleState, metric: str
) -> None:
    worst = 1.0 if metric in LOWER_IS_BETTER else 0.0
    assert value_of(result("a", state=state, stages=False), metric) == worst


@pytest.mark.parametrize("metric", sorted(NEUTRAL))
def test_a_description_has_no_worst_value(metric: str) -> None:
    assert value_of(result("a", state="failed", stages=False), metric) is None
    assert value_of(result("a", {metric: 0.5}), metric) == 0.5


def test_a_failed_article_counts_as_worst_whatever_its_stages_say() -> None:
    assert value_of(result("a", state="failed", recall=1.0), "recall") == 0.0


def test_a_failed_repeat_pulls_its_article_down() -> None:
    run = run_of(result("a", recall=1.0), result("a", state="failed", repeat=1, stages=False))
    assert values(run, "recall") == {"a": 0.5}


def test_an_article_that_was_not_run_does_not_count() -> None:
    run = run_of(result("a", recall=0.5), result("b", state="not_run", stages=False))
    assert values(run, "recall") == {"a": 0.5}
    found = estimate(run, "recall")
    assert (found.value, found.articles, found.failed) == (0.5, 1, 0)


def test_what_could_not_be_measured_does_not_count() -> None:
    run = run_of(result("a", recall=0.5), result("b", recall=None), result("c", precision=1.0))
    assert values(run, "recall") == {"a": 0.5}


def test_a_run_of_failures_alone_has_the_worst_values() -> None:
    run = run_of(*(result(i, state="failed", stages=False) for i in "abc"))
    assert (estimate(run, "recall").value, estimate(run, "unsupported").value) == (0.0, 1.0)
    assert (estimate(run, "recall").articles, estimate(run, "recall").failed) == (3, 3)
    assert estimate(run, "length").value is None


def test_failed_and_stale_articles_are_counted_once_whatever_the_repeats() -> None:
    run = run_of(
        result("a", state="failed", stages=False),
        result("a", state="failed", repeat=1, stages=False),
        result("b", state="stale", stages=False),
        result("c", state="not_run", stages=False),
        result("d", recall=1.0),
    )
    assert {e.failed for e in estimates(run)} == {2}


def test_every_metric_of_the_table_has_an_estimate_in_order() -> None:
    found = estimates(run_of(result("a", recall=0.5)))
    assert tuple(e.metric for e in found) == METRICS
    assert {e.metric: e.value for e in found if e.value is not None} == {"recall": 0.5}


def test_an_interval_needs_two_articles() -> None:
    one = estimate(recalls(0.5), "recall")
    assert (one.value, one.low, one.high) == (0.5, None, None)
    two = estimate(recalls(0.25, 0.75), "recall")
    assert (two.value, two.low, two.high) == (0.5, 0.25, 0.75)


def test_an_empty_run_has_nothing_to_say() -> None:
    assert {(e.value, e.low, e.high, e.articles) for e in estimates(run_of())} == {
        (None, None, None, 0)
    }


@given(st.lists(SHARES, min_size=2, max_size=12), st.data())
@settings(deadline=None, max_examples=25)
def test_the_order_of_the_articles_does_not_matter(
    shares: list[float], data: st.DataObject
) -> None:
    articles = [result(f"a{n}", recall=s) for n, s in enumerate(shares)]
    other = data.draw(st.permutations(articles))
    assert estimates(run_of(*articles)) == estimates(run_of(*other))


def test_two_runs_are_compared_on_the_articles_that_both_measured() -> None:
    before = run_of(
        result("a", recall=0.5),
        result("b", recall=0.25),
        result("old", recall=0.0),
        result("lost", recall=0.5),
    )
    after = run_of(
        result("a", recall=0.75),
        result("b", recall=0.25),
        result("new", recall=1.0),
        result("lost", state="not_run", stages=False),
    )
    found = compared(before, after)
    assert (found.before, found.after, found.difference, found.articles) == (0.375, 0.5, 0.125, 2)


def test_where_less_is_better_a_fall_is_a_gain() -> None:
    before = run_of(*(result(i, unsupported=0.5) for i in "ab"))
    after = run_of(*(result(i, unsupported=0.25) for i in "ab"))
    [found] = compare_runs(before, after, {"unsupported": 0.02})
    assert (found.before, found.after, found.difference) == (0.5, 0.25, 0.25)
    assert (found.low, found.high, found.verdict) == (0.25, 0.25, "PASS")
    [back] = compare_runs(after, before, {"unsupported": 0.02})
    assert (back.difference, back.verdict) == (-0.25, "REGRESSION")


def test_no_shared_article_is_inconclusive() -> None:
    found = compared(run_of(result("a", recall=0.5)), run_of(result("b", recall=0.5)))
    assert (found.verdict, found.articles) == ("INCONCLUSIVE", 0)
    assert {found.difference, found.low, found.high, found.p, found.detectable} == {None}


@given(st.lists(SHARES, min_size=2, max_size=12))
@settings(deadline=None, max_examples=25)
def test_a_run_passes_against_itself(shares: list[float]) -> None:
    found = compared(recalls(*shares), recalls(*shares), 0.001)
    assert (found.verdict, found.difference, found.low, found.high) == ("PASS", 0, 0, 0)
    assert (found.p, found.p_adjusted, found.detectable) == (1, 1, 0)


def test_all_metrics_of_a_run_pass_against_itself() -> None:
    scores = dict.fromkeys(METRICS, 0.5)
    run = run_of(*(result(i, scores) for i in "abc"))
    margins = {m: 0.01 for m in METRICS if m not in NEUTRAL}
    assert {c.verdict for c in compare_runs(run, run, margins)} == {"PASS"}


# Of two articles the interval is from the one difference to the other.
@pytest.mark.parametrize(
    ("differences", "margin", "verdict"),
    [
        ((0.0, 0.25), 0.01, "PASS"),
        ((-0.25, 0.5), 0.2501, "PASS"),  # the interval begins just above minus the margin
        ((-0.25, 0.5), 0.25, "INCONCLUSIVE"),  # and just at it
        ((-0.25, 0.0), 0.2501, "PASS"),  # the interval ends at zero
        ((-0.25, 0.0), 0.25, "INCONCLUSIVE"),
        ((-0.25, -0.0625), 0.9, "REGRESSION"),  # it ends below zero, however wide the margin
        ((-0.25, -0.25), 0.9, "REGRESSION"),
        ((-0.5, 0.25), 0.0625, "INCONCLUSIVE"),  # minus an eighth is twice the margin
        ((-0.5, 0.25), 0.0624, "REGRESSION"),  # and now it is more
        ((-0.5, 0.25), 0.4, "INCONCLUSIVE"),
        ((-0.5, 0.25), 0.51, "PASS"),
    ],
)
def test_verdicts_at_their_borders(
    differences: tuple[float, float], margin: float, verdict: str
) -> None:
    found = changed(*differences, margin=margin)
    assert (found.low, found.high) == (min(differences), max(differences))
    assert found.difference == sum(differences) / 2
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("difference", "margin", "verdict"),
    [
        (-0.25, 0.125, "INCONCLUSIVE"),
        (-0.25, 0.1249, "REGRESSION"),
    ],
)
def test_one_article_has_no_interval_and_is_judged_by_twice_the_margin(
    difference: float, margin: float, verdict: str
) -> None:
    found = changed(difference, margin=margin)
    assert (found.low, found.high, found.difference) == (None, None, difference)
    assert found.verdict == verdict


@given(
    st.lists(st.tuples(SHARES, SHARES), min_size=2, max_size=8),
    st.sampled_from([1 / 64, 1 / 16, 1 / 4]),
)
@settings(deadline=None, max_examples=40)
def test_the_verdict_follows_from_the_figures_beside_it(
    pairs: list[tuple[float, float]], margin: float
) -> None:
    found = compared(recalls(*(b for b, _ in pairs)), recalls(*(a for _, a in pairs)), margin)
    assert found.low is not None
    assert found.high is not None
    assert found.difference is not None
    regression = found.high < 0 or found.difference < -2 * margin
    assert (found.verdict == "REGRESSION") == regression
    assert (found.verdict == "PASS") == (not regression and found.low > -margin)


def test_p_values_are_adjusted_for_how_many_metrics_are_gated() -> None:
    scores = {"recall": 0.5, "precision": 0.5, "f1": 0.5}
    before = run_of(*(result(f"a{n}", scores) for n in range(6)))
    better = {"recall": 0.75, "precision": 0.5, "f1": 0.5}
    after = run_of(*(result(f"a{n}", better) for n in range(6)))
    alone = compare_runs(before, after, {"recall": 0.1})[0]
    assert (alone.p, alone.p_adjusted) == (2 / 2**6, 2 / 2**6)
    among = compare_runs(before, after, dict.fromkeys(scores, 0.1))
    assert [c.metric for c in among] == ["recall", "precision", "f1"]
    assert [c.p_adjusted for c in among] == [3 * 2 / 2**6, 1, 1]
    assert {c.margin for c in among} == {0.1}


def test_a_trap_that_any_repeat_walks_into_counts_as_hit() -> None:
    run = run_of(
        result("a", outcomes=[trap(1), trap(2, "c1", severity="major")]),
        result("a", repeat=1, outcomes=[trap(1, "c3"), trap(2, "c1", severity="major")]),
        result("b", outcomes=[trap(1), trap(9, "c2")]),
    )
    assert critical_traps(run) == (["a:t1", "b:t9"], 3)


def test_traps_of_articles_without_a_result_are_not_counted() -> None:
    run = run_of(
        result("a", state="failed", outcomes=[trap(1, "c1")]),
        result("b", state="not_run", stages=False),
    )
    assert critical_traps(run) == ([], 0)
    assert trap_hits(run) == {}


def test_hits_are_counted_by_kind_of_trap() -> None:
    hedge = trap(2).model_copy(update={"kind": "hedge"})
    run = run_of(result("a", outcomes=[trap(1, "c1"), hedge]), result("b", outcomes=[trap(1)]))
    assert trap_hits(run) == {"hedge": (0, 1), "number": (1, 2)}
