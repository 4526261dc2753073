"""A run against a blessed baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.errors import GoldError
from summarizer.evaluation.gate import (
    Baseline,
    Threshold,
    Thresholds,
    bless,
    gate,
    load_baseline,
    load_run,
    load_thresholds,
)
from summarizer.evaluation.results import ArticleState, Pair, RunResult
from summarizer.evaluation.runner import run
from summarizer.evaluation.statistics import rate_upper_bound
from tests.evaluation.making import asking, plan, result, run_of, slip, trap, two_articles

LIMITS = Thresholds(
    baseline="baseline.json",
    metrics={"recall": Threshold(margin=0.1), "unsupported": Threshold(margin=0.1)},
)
GOOD = """\
baseline = "baselines/main.json"

[metrics.recall]
margin = 0.02

[metrics.unsupported]
margin = 0.05
"""


def steady(*extra: str, **scores: float) -> RunResult:
    """Three articles, all alike."""
    plain = {"recall": 0.5, "unsupported": 0.25} | scores
    return run_of(*(result(i, plain) for i in ("a", "b", "c", *extra)))


def trapped(*hits: str, trials: int = 3) -> RunResult:
    """Three articles with so many critical traps each, of which those named are hit."""
    return run_of(
        *(
            result(
                i,
                recall=0.5,
                unsupported=0.25,
                outcomes=[
                    trap(n, *(["c1"] if f"{i}:t{n}" in hits else [])) for n in range(1, trials + 1)
                ],
            )
            for i in "abc"
        )
    )


def test_the_same_run_passes() -> None:
    found = gate(steady(), bless(steady()), LIMITS)
    assert (found.verdict, found.stale, found.failed) == ("PASS", (), ())
    assert {m.metric: m.verdict for m in found.metrics} == {
        "recall": "PASS",
        "unsupported": "PASS",
    }
    assert found.traps.verdict == "PASS"


def test_one_metric_that_falls_makes_the_whole_a_regression() -> None:
    found = gate(steady(recall=0.25), bless(steady()), LIMITS)
    assert [m.verdict for m in found.metrics] == ["REGRESSION", "PASS"]
    assert found.verdict == "REGRESSION"


def test_more_of_what_should_be_little_is_a_regression() -> None:
    found = gate(steady(unsupported=0.5), bless(steady()), LIMITS)
    assert [m.verdict for m in found.metrics] == ["PASS", "REGRESSION"]
    assert found.verdict == "REGRESSION"


def test_one_inconclusive_metric_keeps_the_whole_from_passing() -> None:
    wobbling = run_of(
        result("a", recall=0.25, unsupported=0.25),
        result("b", recall=0.75, unsupported=0.25),
        result("c", recall=0.5, unsupported=0.25),
    )
    found = gate(wobbling, bless(steady()), LIMITS)
    assert [m.verdict for m in found.metrics] == ["INCONCLUSIVE", "PASS"]
    assert found.verdict == "INCONCLUSIVE"


def test_only_metrics_with_a_threshold_are_gated() -> None:
    found = gate(steady(precision=0.0), bless(steady(precision=1.0)), LIMITS)
    assert found.verdict == "PASS"
    assert [m.metric for m in found.metrics] == ["recall", "unsupported"]


@pytest.mark.parametrize("state", ["failed", "stale"])
def test_an_article_that_failed_or_is_stale_is_a_regression_whatever_the_scores(
    state: ArticleState,
) -> None:
    spoiled = run_of(
        *steady(recall=1.0).articles, result("new", state=state, recall=1.0), name="after"
    )
    found = gate(spoiled, bless(steady()), LIMITS)
    assert {m.verdict for m in found.metrics} == {"PASS"}
    assert found.verdict == "REGRESSION"
    assert {"failed": found.failed, "stale": found.stale}[state] == ("new",)
    assert (found.name, found.baseline) == ("after", "one")


def test_an_article_that_was_not_run_is_no_regression() -> None:
    fewer = run_of(*steady().articles[:2], result("c", state="not_run", stages=False))
    found = gate(fewer, bless(steady()), LIMITS)
    assert (found.verdict, {m.articles for m in found.metrics}) == ("PASS", {2})


def test_a_critical_trap_hit_for_the_first_time_is_a_regression() -> None:
    found = gate(trapped("b:t2"), bless(trapped()), LIMITS)
    assert {m.verdict for m in found.metrics} == {"PASS"}
    assert (found.verdict, found.traps.verdict, found.traps.new) == (
        "REGRESSION",
        "REGRESSION",
        ("b:t2",),
    )


def test_a_known_hit_is_no_regression_and_one_that_is_gone_is_named() -> None:
    found = gate(trapped("b:t2"), bless(trapped("b:t2", "c:t1")), LIMITS)
    assert found.verdict == "PASS"
    traps = found.traps
    assert (traps.known, traps.new, traps.gone) == (("b:t2",), (), ("c:t1",))
    assert (traps.hits, traps.trials, traps.upper) == (1, 9, rate_upper_bound(1, 9))


def test_a_hit_is_not_gone_where_the_article_was_not_run() -> None:
    fewer = run_of(*trapped().articles[:2])
    assert gate(fewer, bless(trapped("a:t1", "c:t1")), LIMITS).traps.gone == ("a:t1",)


def test_other_traps_than_critical_ones_are_not_gated() -> None:
    hit = run_of(
        *(
            result(i, recall=0.5, unsupported=0.25, outcomes=[trap(1, "c1", severity="major")])
            for i in "abc"
        )
    )
    traps = gate(hit, bless(steady()), LIMITS).traps
    assert (traps.hits, traps.trials, traps.upper, traps.verdict) == (0, 0, None, "PASS")


def test_no_hit_at_all_still_has_an_upper_bound() -> None:
    traps = gate(trapped(), bless(trapped()), LIMITS).traps
    assert traps.upper == pytest.approx(1 - 0.05 ** (1 / 9))


def test_a_blessed_run_keeps_its_hits_in_the_open_and_drops_the_pairs() -> None:
    hit = trapped("a:t1")
    first = hit.articles[0]
    pair = Pair(gold="g1", predicted="c1", relation="equivalent", score=0.9, group="one")
    with_pair = first.stages["compose"].model_copy(update={"pairs": (pair,)})
    stages = {"extract": with_pair, "compose": with_pair}
    whole = hit.model_copy(
        update={"articles": (first.model_copy(update={"stages": stages}), *hit.articles[1:])}
    )
    baseline = bless(whole)
    assert baseline.critical_trap_hits == ("a:t1",)
    assert list(baseline.run.articles[0].stages) == ["compose"]
    assert baseline.run.articles[0].stages["compose"] == first.stages["compose"]
    assert baseline.run.articles[1:] == hit.articles[1:]


def test_a_failed_article_is_blessed_without_any_stage() -> None:
    spoiled = run_of(result("a", state="failed", recall=1.0))
    assert bless(spoiled).run.articles[0].stages == {}


async def test_a_blessed_run_passes_against_the_file_of_itself(tmp_path: Path) -> None:
    golds = two_articles(tmp_path)
    live = (await run(plan(tmp_path, asking(slip)), golds, [tmp_path / "articles"])).result
    path = tmp_path / "baseline.json"
    path.write_text(bless(live).model_dump_json(exclude_defaults=True))
    baseline = load_baseline(path)
    assert baseline == bless(live)
    again = (await run(plan(tmp_path), golds, [tmp_path / "articles"])).result
    assert gate(again, baseline, LIMITS).verdict == "PASS"


def test_thresholds_are_read(tmp_path: Path) -> None:
    path = tmp_path / "thresholds.toml"
    path.write_text(GOOD)
    assert load_thresholds(path) == Thresholds(
        baseline="baselines/main.json",
        metrics={"recall": Threshold(margin=0.02), "unsupported": Threshold(margin=0.05)},
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("margin = 0.02", "margin = 0", "metrics.recall.margin: Input should be greater than 0"),
        ("margin = 0.02", "margin = 1", "metrics.recall.margin: Input should be less than 1"),
        ("margin = 0.02", "margin = 'x'", "metrics.recall.margin: Input should be a valid number"),
        ("margin = 0.02", "", "metrics.recall.margin: Field required"),
        ("margin = 0.02", "margin = 0.02\nfloor = 0.5", "metrics.recall.floor: Extra inputs"),
        ("baseline = ", "base = ", "baseline: Field required"),
        ("metrics.recall", "metrics.recal", "there is no metric 'recal'"),
        ("[metrics.recall]", "[metrics.recall", "Expected ']' at the end of a table declaration"),
        (GOOD[GOOD.index("[") :], "metrics = {}", "metrics: Dictionary should have at least 1"),
    ],
)
def test_an_error_in_the_thresholds_is_named_by_file_and_field(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "thresholds.toml"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new))
    with pytest.raises(GoldError) as error:
        load_thresholds(path)
    assert error.value.message.startswith(f"{path}: {said}")


def test_the_metrics_that_there_are_are_named(tmp_path: Path) -> None:
    path = tmp_path / "thresholds.toml"
    path.write_text(GOOD.replace("metrics.recall", "metrics.rouge"))
    with pytest.raises(GoldError) as error:
        load_thresholds(path)
    assert error.value.hint.startswith("there are recall, precision, f1, ")


def test_no_thresholds_and_no_baseline_are_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"cannot read '.*t\.toml': No such file"):
        load_thresholds(tmp_path / "t.toml")
    with pytest.raises(GoldError, match=r"cannot read '.*b\.json': No such file"):
        load_baseline(tmp_path / "b.json")


def broken(text: str, *path: str) -> str:
    """The JSON without the value at this path."""
    data = json.loads(text)
    place = data
    for step in path[:-1]:
        place = place[int(step)] if isinstance(place, list) else place[step]
    del place[path[-1]]
    return json.dumps(data)


@pytest.mark.parametrize(
    "path", [("critical_trap_hits",), ("run", "model"), ("run", "articles", "1", "sha256")]
)
def test_an_error_in_the_baseline_is_named_by_file_and_field(
    tmp_path: Path, path: tuple[str, ...]
) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(broken(bless(steady()).model_dump_json(), *path))
    with pytest.raises(GoldError) as error:
        load_baseline(file)
    field = ".".join(path)
    assert error.value.message == f"{file} is no baseline: {field}: Field required"
    assert error.value.hint == "bless a run with --bless"


def test_a_baseline_that_is_no_json_is_named(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text("not JSON")
    with pytest.raises(GoldError, match=r"baseline\.json is no baseline: the file: Invalid JSON"):
        load_baseline(file)


def test_results_are_read_from_a_report_and_from_a_baseline(tmp_path: Path) -> None:
    report, baseline = tmp_path / "run.json", tmp_path / "baseline.json"
    report.write_text(steady().model_dump_json())
    baseline.write_text(Baseline(critical_trap_hits=(), run=steady()).model_dump_json())
    assert load_run(report) == load_run(baseline) == steady()


def test_what_holds_no_results_is_named_by_file_and_field(tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(broken(steady().model_dump_json(), "system"))
    with pytest.raises(GoldError) as error:
        load_run(file)
    assert error.value.message == f"{file} holds no results: system: Field required"
    assert error.value.hint == "write them with eval run --report NAME.json"
