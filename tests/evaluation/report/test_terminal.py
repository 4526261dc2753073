from __future__ import annotations

import pytest
from rich.cells import cell_len

from summarizer.evaluation.report.terminal import columns, gate_text, table
from tests.evaluation.report.making import (
    HOSTILE,
    article,
    estimate,
    gate,
    run,
    scored,
    trap,
    unscored,
    verdict,
)


def rows(text: str, first: str) -> list[str]:
    """The lines of the block whose first line begins with ``first``."""
    return next(b for b in text.split("\n\n") if b.startswith(first)).splitlines()


def test_metrics_stand_in_a_sensible_order_and_others_as_they_come() -> None:
    given = ["zeta", "duplicates", "f1", "alpha", "recall", "traps", "open_questions"]
    shown = table([(run(article()), [estimate(metric, 0.5) for metric in given])])
    names = [line.split()[0] for line in rows(shown, "metric")[2:]]
    assert names == ["recall", "f1", "traps", "open_questions", "duplicates", "zeta", "alpha"]
    assert "duplicates ↓" in shown


def test_a_value_has_its_interval_and_its_number_of_articles() -> None:
    shown = table([(run(article()), [estimate("recall", 0.81249, failed=2)])])
    assert rows(shown, "metric")[2] == "recall  0.812 [0.762, 0.862] n=20 (2 failed)"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": None}, "— not measured"),
        ({"value": None, "articles": 3, "failed": 3}, "— failed"),
        ({"value": 0.5, "low": None, "high": None, "articles": 1}, "0.500 no interval n=1"),
        ({"value": -0.0001, "low": -0.0002, "high": 0.0}, "0.000 [0.000, 0.000] n=20"),
    ],
)
def test_what_is_missing_is_said(fields: dict[str, float | None], expected: str) -> None:
    plain = estimate("dates", None).model_dump() | fields
    shown = table([(run(article()), [estimate(**plain)])])
    assert rows(shown, "metric")[2] == f"dates   {expected}"


def test_columns_begin_at_one_place_whatever_the_width_of_the_names() -> None:
    systems = [
        (run(article(), name="小さなモデル"), [estimate("recall", 0.5), estimate("traps", None)]),
        (run(article(), name="lead", system="lead", recorded=False), [estimate("recall", 0.25)]),
    ]
    lines = rows(table(systems), "metric")
    second = [lines[0].index("lead"), lines[1].index("lead"), lines[2].index("0.250")]
    starts = [cell_len(line[:at]) for line, at in zip(lines, second, strict=False)]
    assert len(set(starts)) == 1
    assert lines[3].endswith("— not scored")
    assert cell_len(lines[3][: lines[3].index("— not scored")]) == starts[0]
    assert all(line == line.rstrip() for line in lines)


def test_cells_are_aligned() -> None:
    assert columns([["a", "b", "c"], ["long", "", "x"]]) == ["a     b  c", "long     x"]
    assert columns([]) == []


def test_traps_are_counted_by_kind_in_articles_that_count() -> None:
    other = scored(traps=(trap(1, "It never rained.", "c1", kind="negation"),))
    system = run(
        article(),
        article("weir", other, state="stale"),
        article("lost", other, state="failed"),
    )
    lines = rows(table([(system, [])]), "traps hit")
    assert [line.split() for line in lines[1:]] == [
        ["hedge", "1/1"],
        ["number", "0/1"],
        ["negation", "1/1"],
        ["all", "2/3", "[0.094,", "0.992]"],
    ]


def test_articles_without_a_score_are_named_with_the_reason() -> None:
    system = run(
        article(),
        unscored("mill", "failed", "the reply\nwas cut off"),
        unscored("lock", "not_run"),
        article("weir", state="stale", repeat=2),
    )
    assert rows(table([(system, [])]), "small-model:") == [
        "small-model: 1 failed, 1 stale, 1 not run",
        "  failed   mill: the reply was cut off",
        "  stale    weir#2",
        "  not run  lock",
    ]


def test_seconds_and_tokens_are_summed_and_what_is_unknown_is_said() -> None:
    unknown = article("mill", usage={"seconds": 1.0, "input_tokens": 1000})
    unrun = run(unscored("pond", "not_run"), name="lead")
    lines = rows(table([(run(article(), unknown), []), (unrun, [])]), "cost")
    assert [" ".join(line.split()) for line in lines[1:]] == [
        "seconds 4.5 — unknown",
        "tokens in 2,200 — unknown",
        "tokens out at least 80 — unknown",
    ]


def test_no_run_at_all() -> None:
    assert table([]).startswith("metric\n")


def test_the_gate_names_every_figure() -> None:
    shown = gate_text(
        gate(
            verdict("recall", "REGRESSION", difference=-0.08, low=-0.12, high=-0.04),
            verdict("unsupported", p_adjusted=0.0001, detectable=None),
            verdict("dates", "INCONCLUSIVE", difference=None, before=None, after=None),
            verdict("f1", low=None, high=None),
            verdict("traps", before=float(1), after=0.99999, difference=-0.00001),
        )
    )
    lines = rows(shown, "verdict")
    assert shown.startswith("REGRESSION: small-model against main\n\n")
    assert lines[1].split() == (
        "REGRESSION recall 0.500 0.520 -0.080 [-0.120, -0.040] 0.400 0.020 0.061 20".split()
    )
    assert lines[2].split()[:3] == ["PASS", "unsupported", "↓"]
    assert lines[2].split()[-5:] == ["+0.050]", "<0.001", "0.020", "—", "20"]
    assert "— not measured" in lines[3]
    assert "+0.020 no interval" in lines[4]
    assert "+0.000 [-0.010, +0.050]" in lines[5]
    place = lines[0].index("p (Holm)")
    assert all(line[place - 1] == " " and line[place] != " " for line in lines)


def test_critical_traps_known_new_and_gone_are_all_listed() -> None:
    shown = gate_text(gate(stale=("weir",), failed=("mill", "lock")))
    assert rows(shown, "critical traps") == [
        "critical traps: REGRESSION: 2/40 hit, upper bound 0.149 (95 %, one-sided)",
        "  known  mill:t4",
        "  new    pond:t1",
        "  gone   weir:t2",
    ]
    assert shown.endswith("\n\nfailed: mill, lock\nstale: weir\n")


def test_nothing_that_a_terminal_obeys_comes_through() -> None:
    system = run(unscored(HOSTILE, "failed", HOSTILE), name=HOSTILE)
    spoiled = gate(name=HOSTILE, baseline=HOSTILE, stale=(HOSTILE,))
    shown = table([(system, [estimate("recall", 0.5)])]) + gate_text(spoiled)
    assert not {c for c in shown if c != "\n" and (ord(c) < 32 or c in "\x7f\u202e\u202c")}
