"""``summarizer eval score``, ``compare``, ``calibrate`` and ``agreement``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.evaluation.results import Scored
from summarizer.schema import Summary
from tests.cli.evaluating import complaint, live, replay, vague
from tests.evaluation.making import (
    LABELLER,
    labels,
    saved,
    toll_labels,
)

pytestmark = pytest.mark.usefixtures("eval_folder")


def test_scores_as_json_have_value_state_numerator_and_denominator(
    summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", "score", "gold/toll.yaml", str(summary), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert err == ""
    scores = {k: v for k, v in found.items() if isinstance(v, dict) and "value" in v}
    assert {"recall", "precision", "f1", "attribution", "grounding", "traps"} <= set(scores)
    for score in scores.values():
        assert set(score) == {"value", "state", "numerator", "denominator"}
        assert score["state"] in ("scored", "not_measured")
        assert (score["value"] is None) == (score["denominator"] == 0)
    assert scores["recall"] == {
        "value": 1.0,
        "state": "scored",
        "numerator": 7.0,
        "denominator": 7.0,
    }


def test_scores_as_json_have_the_pairs(summary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "score", "gold/toll.yaml", str(summary), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    same = [(p["gold"], p["predicted"]) for p in found["pairs"] if p["relation"] == "equivalent"]
    assert same == [("g1", "c1"), ("g2", "c2"), ("g3", "c3")]
    assert [(g["id"], g["found"], g["by"]) for g in found["gold"]] == [
        ("g1", True, ["c1"]),
        ("g2", True, ["c2"]),
        ("g3", True, ["c3"]),
    ]
    assert [p["right"] for p in found["predicted"]] == [True] * 3
    assert [(t["id"], t["hit_by"]) for t in found["trap_outcomes"]] == [("t1", []), ("t2", [])]
    whole = {k: v for k, v in found.items() if k in Scored.model_fields and k != "traps"}
    assert set(whole) == {"pairs", "gold", "predicted", "shifts"}


def test_scores_as_a_table_name_what_was_missed_and_what_was_wrong(
    tmp_path: Path, summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = Summary.model_validate_json(summary.read_text())
    drivers = plain.claims[1].model_copy(
        update={"text": "About 21,000 drivers cross the bridge every day."}
    )
    wrong = plain.model_copy(update={"claims": (plain.claims[0], drivers, plain.claims[2])})
    summary.write_text(wrong.model_dump_json())
    assert main(["eval", "score", "gold/toll.yaml", str(summary)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert "recall                        0.714  5 of 7" in out
    assert "missed g2 (weight 2): About 12,000 drivers cross the bridge every day." in out
    assert "wrong  c2: About 21,000 drivers cross the bridge every day." in out
    assert "trap   t1 (number, critical): c2" in out


def test_a_label_can_be_scored_against_a_label(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "score", "gold/toll.yaml", "gold/toll.yaml", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["f1"]["value"] == 1.0
    assert found["unsupported"] == {
        "value": None,
        "state": "not_measured",
        "numerator": 0.0,
        "denominator": 0.0,
    }


@pytest.mark.parametrize(
    ("predicted", "said"),
    [
        ("gold/pond.yaml", "gold/pond.yaml is about another text than the gold of toll"),
        ("articles/toll.txt", "articles/toll.txt is no summary: the file: Invalid JSON"),
        ("none.json", "cannot read 'none.json': No such file or directory"),
    ],
)
def test_what_cannot_be_scored_is_one_line(
    predicted: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", "score", "gold/toll.yaml", predicted]) == 2
    assert complaint(capsys).startswith(said)


def test_two_runs_are_compared(blessed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert replay("--report", "good.json") == 0
    assert live("--report", "bad.json", answer=vague, recordings="worse") == 0
    capsys.readouterr()
    assert main(["eval", "compare", "good.json", "bad.json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    head, *rows = out.split("\n\n")[-1].splitlines()
    assert head.split()[:4] == ["verdict", "metric", "before", "after"]
    recall = next(row for row in rows if row.split()[1] == "recall").split()
    assert (recall[0], recall[2], recall[3]) == ("REGRESSION", "1.000", "0.857")
    assert main(["eval", "compare", "good.json", str(blessed)]) == 0
    verdicts = [r.split()[0] for r in capsys.readouterr().out.split("\n\n")[-1].splitlines()[1:]]
    assert set(verdicts) <= {"PASS", "INCONCLUSIVE"}


def test_what_holds_no_results_cannot_be_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.json").write_text("{}")
    assert main(["eval", "compare", "a.json", "a.json"]) == 2
    assert complaint(capsys) == (
        "a.json holds no results: name: Field required; write them with eval run --report NAME.json"
    )


def write_pairs(tmp_path: Path) -> None:
    toll = "The Port of Selby will double the bridge toll to {} crowns on 2 June 2031."
    shared = "article: toll, gold: g1, hard: true"
    (tmp_path / "pairs").mkdir()
    (tmp_path / "pairs/a.yaml").write_text(
        f"labelled_by: {json.dumps(LABELLER)}\npairs:\n"
        f"- {{id: a-1, {shared}, kind: reworded, label: same, text: {toll.format(4)!r}}}\n"
        f"- {{id: a-2, {shared}, kind: number, label: different, text: {toll.format(5)!r}}}\n"
        f"- {{id: a-3, {shared}, kind: paraphrase, label: same, text: Motorists pay more.}}\n"
    )


def test_the_matcher_is_measured_on_pairs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pairs(tmp_path)
    assert main(["eval", "calibrate", "--pairs", "pairs", "--gold", "gold"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    rows = {line[:30].strip(): line[30:].split() for line in out.splitlines()}
    assert rows["all"][:3] == ["3", "2", "0.750"]
    assert rows["easy"] == ["0", "0", "-", "-", "-", "-"]
    assert "  number         1/1 right\n" in out
    assert "  paraphrase     0/1 right\n" in out
    assert "a-3" not in out


def test_pairs_that_are_judged_wrong_are_printed_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pairs(tmp_path)
    assert main(["eval", "calibrate", "--pairs", "pairs", "--gold", "gold", "--wrong"]) == 0
    printed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("a-")]
    assert printed == ["a-3 paraphrase (same): Motorists pay more."]


def test_pairs_that_are_not_there_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "calibrate", "--pairs", "none", "--gold", "gold"]) == 2
    assert complaint(capsys) == "there are no labelled pairs in 'none'"


def test_two_labels_agree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = saved(tmp_path / "second", toll_labels())
    assert again.article.id == "toll"
    assert main(["eval", "agreement", "--gold", "gold", "--second", "second/gold"]) == 0
    out, err = capsys.readouterr()
    first, *layers = out.splitlines()
    assert first == "1 articles, 3 and 3 claims, 3 aligned, alignment F1 1.000"
    assert [line.split() for line in layers] == [
        [layer, "alpha", "1.000"]
        for layer in (
            "weight",
            "required",
            "attribution",
            "commitment",
            "negation",
            "quantities",
            "dates",
        )
    ]
    assert err == ""


def test_labels_of_a_model_alone_are_called_what_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bears = "Four bears came down to Lund.\n"
    one = {"text": "Four bears came down to Lund.", "words": "Four bears came down to Lund."}
    other = {"text": "A judge freed two guards.", "words": "Four bears"}
    for folder, claim in (("one", one), ("two", other)):
        data = labels("bears", bears, claim)
        data["labelled_by"]["kind"] = "model"
        saved(tmp_path / folder, data)
    assert main(["eval", "agreement", "--gold", "one/gold", "--second", "two/gold"]) == 0
    out = capsys.readouterr().out
    assert "  dates        alpha not defined\n" in out
    assert out.endswith("self-consistency, an upper bound, no agreement of people.\n")


def test_no_second_labels_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "agreement", "--gold", "gold", "--second", "none"]) == 2
    assert complaint(capsys).startswith("there is no gold file in 'none'")


@pytest.mark.parametrize(
    "command", ["run", "record", "lint", "score", "compare", "calibrate", "agreement"]
)
def test_each_command_explains_itself_with_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", command, "--help"]) == 0
    out, err = capsys.readouterr()
    assert "\n  Example" in out
    assert f"    summarizer eval {command}" in out
    assert err == ""
