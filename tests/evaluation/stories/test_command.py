"""``summarizer eval stories``, from recordings of a scripted model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.evaluation.recordings import write_header
from summarizer.evaluation.stories.run import run_stories
from summarizer.evaluation.yaml import dump_yaml
from tests.evaluation.making import asking, plan
from tests.evaluation.stories.telling import labels, told

FLOORS = "[stories]\nrecall = { floor = 0.9 }\nunsupported = { floor = 0 }\n"
REPLAY = ["eval", "stories", "--stories", "mine", "--recordings", "calls", "--replay"]


@pytest.fixture
async def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story in ``mine`` of the current folder, its calls in ``calls``; no settings around."""
    for name in ("SUMMARIZER_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    made = plan(tmp_path, asking())
    await run_stories(made, [told(tmp_path / "mine")])
    local = tmp_path / "calls" / "local"
    local.mkdir()
    (tmp_path / "calls" / "selby-toll.jsonl").rename(local / "selby-toll.jsonl")
    write_header(local, made.header)
    (tmp_path / "floors.toml").write_text(FLOORS, encoding="utf-8")
    return tmp_path


def gated(floors: str, *more: str) -> int:
    Path("floors.toml").write_text(floors, encoding="utf-8")
    return main([*REPLAY, "--gate", "--thresholds", "floors.toml", *more])


def test_one_line_a_story_and_the_gate(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gated(FLOORS) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    lines = shown.out.splitlines()
    assert lines[1].split()[:2] == ["selby-toll", "9/9"]
    assert lines[-3:] == [
        "gate         worst  floor  aim",
        "recall       1      0.9    0.9  PASS",
        "unsupported  0      0      0    PASS",
    ]


def test_a_floor_that_is_not_reached_is_exit_code_1(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strict = "[stories]\nrecall = { floor = 1.1 }\n"
    assert gated(strict) == 1
    assert capsys.readouterr().out.endswith("selby-toll: recall is 1, floor 1.1\n")
    assert main([*REPLAY]) == 0
    capsys.readouterr()
    assert gated(strict, "--format", "json") == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out)["stories"][0]["id"] == "selby-toll"
    assert shown.err == "summarizer: selby-toll: recall is 1, floor 1.1\n"


def test_a_replay_without_recordings_is_exit_code_1(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (recorded / "calls" / "local" / "selby-toll.jsonl").unlink()
    assert main([*REPLAY]) == 1
    assert capsys.readouterr().err == (
        "summarizer: selby-toll: failed: selby-toll.jsonl has no recorded extract call; run"
        " summarizer eval stories --record --stories mine --recordings calls\n"
    )


def test_a_folder_without_recordings_is_exit_code_2(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", "stories", "--stories", "mine", "--recordings", "none", "--replay"]) == 2
    assert "there are no recordings in 'none/local'" in capsys.readouterr().err


def test_details_are_in_words(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = recorded / "mine" / "selby-toll" / "story.yaml"
    data = labels()
    data["timeline"].append(
        {
            "start": "2032-01-01",
            "end": "2032-12-31",
            "precision": "year",
            "claims": ["gazette-2"],
        }
    )
    file.write_text(dump_yaml(data), encoding="utf-8")
    assert main([*REPLAY, "--details"]) == 0
    assert "2032-01-01 to 2032-12-31: gazette-2" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": ""}, "kind: string should have at least 1 character"),
        ({"clusters": [{"claims": ["post-1", "herald-1"], "origins": ["x"]}]}, "clusters.0.claims"),
    ],
)
def test_a_malformed_story_is_one_line(
    recorded: Path,
    capsys: pytest.CaptureFixture[str],
    change: dict[str, object],
    message: str,
) -> None:
    file = recorded / "mine" / "selby-toll" / "story.yaml"
    file.write_text(dump_yaml(labels() | change), encoding="utf-8")
    assert main([*REPLAY]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert shown.err.startswith("summarizer: mine/selby-toll/story.yaml:")
    assert message in shown.err


def test_lint_asks_no_model(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lint = ["eval", "stories", "--stories", "mine", "--lint"]
    assert main(lint) == 0
    assert capsys.readouterr() == ("", "summarizer: 1 stories, 0 faults\n")
    (recorded / "mine" / "selby-toll" / "post.txt").write_text("Other.\n", encoding="utf-8")
    assert main([*lint, "selby-toll"]) == 1
    shown = capsys.readouterr()
    assert "sources.0.sha256: 'mine/selby-toll/post.txt' is not the text" in shown.out
    assert shown.err == "summarizer: 1 stories, 1 faults\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--replay", "--record"], "--replay calls nothing"),
        (["nowhere", "--replay"], "there is no story 'nowhere' in 'mine'; there is selby-toll"),
    ],
)
def test_bad_use_is_one_line(
    recorded: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["eval", "stories", "--stories", "mine", *arguments]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert message in shown.err


def test_it_explains_itself_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "stories", "--help"]) == 0
    shown = capsys.readouterr()
    assert "\n  Example" in shown.out
    assert "summarizer eval stories --replay --gate" in shown.out
    assert shown.err == ""
