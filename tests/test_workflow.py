"""The workflow that ships runs commands and flags that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from summarizer.cli import main

WORKFLOW = Path(__file__).parents[1] / ".github" / "workflows" / "evals.yml"


def commands() -> list[str]:
    steps = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]["gate"]["steps"]
    return [s["run"] for s in steps if s.get("run", "").startswith("summarizer")]


def test_it_lints_and_gates_on_pull_requests() -> None:
    found = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    triggers = found[True]  # YAML 1.1 reads the key "on" as true
    assert "pull_request" in triggers
    assert found["permissions"] == {"contents": "read"}
    assert [c.split()[:3] for c in commands()] == [
        ["summarizer", "eval", "lint"],
        ["summarizer", "eval", "stories"],
        ["summarizer", "eval", "run"],
        ["summarizer", "eval", "stories"],
    ]
    assert "GITHUB_STEP_SUMMARY" in WORKFLOW.read_text("utf-8")


@pytest.mark.parametrize("command", commands())
def test_its_flags_exist(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split()[1:3], "--help"]) == 0
    told = capsys.readouterr().out
    for flag in re.findall(r"--[a-z]+", command):
        assert flag in told
