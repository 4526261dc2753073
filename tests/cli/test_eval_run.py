"""``summarizer eval run`` and ``record`` against a model on loopback, and without it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli import main
from summarizer.evaluation.results import RunResult
from tests.cli.evaluating import THRESHOLDS, complaint, evaluating, judged, live, replay, vague
from tests.echoing import echo
from tests.evaluation.making import (
    lines,
    write_lines,
)
from tests.loopback import LoopbackServer, Received, failure

pytestmark = pytest.mark.usefixtures("eval_folder")
SUFFIXES = ("json", "xml", "md", "html", "txt")


@pytest.mark.parametrize("model", ["echo-1b", "echo"], ids=["small", "large"])
def test_a_replay_prints_the_same_table_with_the_server_gone(
    model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert live(model=model) == 0
    first, err = capsys.readouterr()
    assert err == ""
    assert "pipeline, live" in first
    assert "1.000 [1.000, 1.000] n=2" in next(
        line for line in first.splitlines() if line.startswith("recall")
    )
    assert replay(model=model) == 0
    again, err = capsys.readouterr()
    assert again == first.replace("pipeline, live", "pipeline, recorded")
    assert err == ""


def test_each_article_has_a_file_of_its_calls_and_the_model_one(tmp_path: Path) -> None:
    assert live() == 0
    names = sorted(path.name for path in (tmp_path / "calls" / "echo-1b").iterdir())
    assert names == ["model.json", "pond.jsonl", "toll.jsonl"]
    assert json.loads((tmp_path / "calls/echo-1b/model.json").read_text()) == {
        "name": "openai:echo-1b",
        "mode": "json_schema",
        "profile": "small",
        "parameters": {"temperature": 0.0, "seed": 0},
    }


def test_a_key_goes_to_the_server_and_into_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    with LoopbackServer(echo) as server:
        reports = [word for suffix in SUFFIXES for word in ("--report", f"out.{suffix}")]
        assert main(evaluating("--base-url", server.url, *reports)) == 0
        assert {r.headers["authorization"] for r in server.requests} == {"Bearer sk-very-secret"}
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"sk-very-secret" not in path.read_bytes(), path
            assert b"127.0.0.1" not in path.read_bytes(), path


def test_a_run_is_not_asked_for_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert live() == 0
    with LoopbackServer(lambda _: failure(500, "nothing may be asked")) as server:
        assert main(evaluating("--base-url", server.url)) == 0
        assert server.requests == []


def test_a_run_whose_server_went_away_goes_on_later(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def until_toll(request: Received) -> Any:
        return failure(401, "key expired") if b"Selby" in request.body else echo(request)

    assert live(answer=until_toll) == 3
    assert "401" in complaint(capsys)
    with LoopbackServer(echo) as server:
        assert main(evaluating("--base-url", server.url)) == 0
        assert {b"Selby" in r.body for r in server.requests} == {True}


def test_repeats_are_asked_for_with_a_seed_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with LoopbackServer(echo) as server:
        asked = ("--base-url", server.url, "--repeats", "2", "--temperature", "0.7")
        assert main(evaluating(*asked)) == 0
        sent = [(r.json["seed"], r.json["temperature"]) for r in server.requests]
    assert sent.count((0, 0.7)) == sent.count((1, 0.7)) == len(sent) / 2
    first = capsys.readouterr().out
    assert replay("--repeats", "2") == 0
    assert capsys.readouterr().out == first.replace("live", "recorded")


def test_systems_stand_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert live("--system", "lead", "--system", "pipeline") == 0
    head, kinds = capsys.readouterr().out.splitlines()[:2]
    assert head.split() == ["metric", "lead", "echo-1b"]
    assert kinds.split() == ["lead,", "live", "pipeline,", "live"]


def test_the_lead_needs_no_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "run", "--system", "lead", "--gold", "gold"]) == 0
    assert "lead, live" in capsys.readouterr().out
    assert sorted(p.name for p in tmp_path.iterdir()) == ["articles", "gold"]


def test_only_the_articles_that_are_named_are_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert live("--only", "pond") == 0
    assert " n=1" in capsys.readouterr().out
    assert not (tmp_path / "calls/echo-1b/toll.jsonl").exists()


def test_an_article_that_is_not_here_is_named_and_not_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "articles/pond.txt").unlink()
    assert live() == 0
    out = capsys.readouterr().out
    assert "1 not run\n  not run  pond: pond.txt is not here\n" in out
    assert " n=2" not in out


def test_a_further_folder_of_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "articles/pond.txt").rename(tmp_path / "mine/pond.txt")
    assert live("--articles", "mine") == 0
    assert " n=2" in capsys.readouterr().out


def test_a_report_of_every_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert live() == 0
    capsys.readouterr()
    assert replay(*(w for s in SUFFIXES for w in ("--report", f"out.{s}"))) == 0
    table = capsys.readouterr().out
    made = {s: (tmp_path / f"out.{s}").read_text("utf-8") for s in SUFFIXES}
    run = RunResult.model_validate_json(made["json"])
    assert [(a.id, a.state) for a in run.articles] == [("pond", "scored"), ("toll", "scored")]
    assert (run.name, run.recorded) == ("echo-1b", True)
    cases = [case.attrib["name"] for case in ET.fromstring(made["xml"]).iter("testcase")]
    assert {"pond", "toll"} <= {word for name in cases for word in name.split()}
    assert "| recall |" in made["md"].replace("  ", " ")
    assert made["html"].lower().startswith("<!doctype html>")
    assert "drained the mill pond" in made["html"]
    assert made["txt"] == table


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (
            "out.docx",
            "cannot write a report as 'out.docx';"
            " end its name in one of .html, .json, .md, .txt, .xml",
        ),
        (
            "out",
            "cannot write a report as 'out'; end its name in one of .html, .json, .md, .txt, .xml",
        ),
        (
            "no/out.md",
            "cannot write 'no/out.md': there is no folder 'no'; create it, or name another place",
        ),
    ],
)
def test_a_report_that_cannot_be_written_is_told_before_anything_is_asked(
    report: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with LoopbackServer(echo) as server:
        assert main(evaluating("--base-url", server.url, "--report", report)) == 2
        assert server.requests == []
    assert complaint(capsys) == said
    assert sorted(p.name for p in tmp_path.iterdir()) == ["articles", "gold"]


def test_an_unknown_article_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert replay("--only", "toll", "--only", "bridge") == 2
    assert complaint(capsys) == "there is no gold of 'bridge' in 'gold'; there is pond, toll"


def test_recordings_that_are_not_there_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert replay() == 2
    assert complaint(capsys) == (
        "there are no recordings in 'calls/echo-1b'; run summarizer eval record"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--gold", "none"), 2, "there is no gold file in 'none'"),
        (("--gate",), 2, "cannot read 'evals/thresholds.toml'"),
        (("--bless", "--thresholds", "t.toml"), 2, "cannot read 't.toml'"),
        (("--model", "gpt"), 2, "there is no model 'gpt'"),
        (("--prompts", "none"), 2, "prompt extract: cannot read none/extract.md"),
        (("--repeats", "0"), 2, "invalid value for '--repeats'"),
        (("--system", "best"), 2, "invalid value for '--system'"),
    ],
)
def test_other_bad_uses_are_one_line(
    arguments: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with LoopbackServer(echo) as server:
        model = () if "--model" in arguments else ("--model", "echo", "--base-url", server.url)
        command = ["eval", "run", "--gold", "gold", "--recordings", "calls", *model, *arguments]
        assert main(command) == code
        assert server.requests == []
    assert complaint(capsys).startswith(said)


def test_malformed_gold_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold/toll.yaml"
    path.write_text(path.read_text().replace("weight: 3", "weight: 4"))
    assert replay() == 2
    assert complaint(capsys).startswith("gold/toll.yaml:")


def test_a_replay_that_misses_names_article_and_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert live() == 0
    file = tmp_path / "calls/echo-1b/toll.jsonl"
    write_lines(file, [c for c in lines(file) if c["stage"] != "compose"])
    capsys.readouterr()
    assert replay() == 1
    out, err = capsys.readouterr()
    assert "1 failed" in out
    assert err == (
        "summarizer: echo-1b: toll: failed: toll.jsonl has no recorded compose call;"
        " run summarizer eval record --missing --model echo-1b --gold gold --recordings calls\n"
    )


def test_an_edited_prompt_makes_a_replay_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = Path(__file__).parents[2] / "prompts"
    (tmp_path / "prompts").mkdir()
    for path in shipped.glob("*.md"):
        (tmp_path / "prompts" / path.name).write_text(path.read_text())
    assert live("--prompts", "prompts") == 0
    edited = tmp_path / "prompts/extract.md"
    edited.write_text(edited.read_text().replace("## system\n", "## system\nBe exact.\n"))
    capsys.readouterr()
    assert replay("--prompts", "prompts") == 1
    out, err = capsys.readouterr()
    assert "2 stale" in out
    assert [line.split(": ")[2:4] for line in err.splitlines()] == [
        ["pond", "stale"],
        ["toll", "stale"],
    ]


def test_a_blessed_run_passes_the_gate(blessed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = blessed.read_bytes()
    assert judged("--gate", "--strict") == 0
    out, err = capsys.readouterr()
    assert "\n\nPASS: echo-1b against echo-1b\n" in out
    assert err == ""
    assert blessed.read_bytes() == before


def test_a_regression_is_exit_code_1_and_is_in_the_report(
    blessed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert live(answer=vague, recordings="worse") == 0
    capsys.readouterr()
    assert judged("--gate", "--report", "out.md", recordings="worse") == 1
    out = capsys.readouterr().out
    assert "\nREGRESSION: echo-1b against echo-1b\n" in out
    assert "REGRESSION" in (tmp_path / "out.md").read_text()


def test_an_inconclusive_run_fails_only_when_it_is_asked_to(
    blessed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gold/toll.yaml").unlink()  # one article has no interval
    baseline = json.loads(blessed.read_text())
    for article in baseline["run"]["articles"]:
        for stage in article["stages"].values():
            stage["scores"]["recall"]["value"] = 0.99
    blessed.write_text(json.dumps(baseline))
    assert judged("--gate") == 0
    assert "\nINCONCLUSIVE: " in capsys.readouterr().out
    assert judged("--gate", "--strict") == 1


def test_without_a_baseline_the_gate_says_how_to_make_one(
    blessed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blessed.write_text("{}")
    assert judged("--gate") == 2
    assert capsys.readouterr().err == (
        "summarizer: baselines/main.json is no baseline: critical_trap_hits: Field required;"
        " bless a run with --bless\n"
    )


def test_a_metric_that_does_not_exist_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thresholds.toml").write_text(THRESHOLDS.replace("recall", "rouge"))
    assert judged("--gate") == 2
    assert complaint(capsys).startswith("thresholds.toml: there is no metric 'rouge'; there are ")


def recording(*arguments: str, answer: Any = echo) -> tuple[int, int]:
    """The exit code of recording, and how many calls it made."""
    with LoopbackServer(answer) as server:
        where = ("--gold", "gold", "--recordings", "calls", "--base-url", server.url)
        code = main(["eval", "record", "--model", "echo-1b", *where, *arguments])
        return code, len(server.requests)


def test_what_is_recorded_is_replayed(capsys: pytest.CaptureFixture[str]) -> None:
    assert recording() == (0, 7)
    assert capsys.readouterr() == ("", "summarizer: echo-1b: 2 recorded, 0 not here, 0 failed\n")
    assert replay() == 0


def test_recording_again_asks_again_but_with_missing_only_for_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert recording() == (0, 7)
    assert recording() == (0, 7)
    assert recording("--missing") == (0, 0)
    file = tmp_path / "calls/echo-1b/toll.jsonl"
    write_lines(file, [{**lines(file)[0], "key": "f" * 64, "parts": {}}, *lines(file)[1:]])
    assert recording("--missing") == (0, 1)
    assert len(lines(file)) == 4
    assert replay() == 0


def test_a_replay_opens_no_connection(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert live() == 0

    def refuse(*_: object) -> None:
        raise AssertionError("a replay wants to connect")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    assert replay() == 0
