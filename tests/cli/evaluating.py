"""Runs of ``summarizer eval`` against a model on loopback that repeats what it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from summarizer.cli import main
from tests.echoing import echo
from tests.loopback import LoopbackServer, Received

THRESHOLDS = """\
baseline = "baselines/main.json"

[metrics.recall]
margin = 0.05

[metrics.unsupported]
margin = 0.05
"""


def vague(request: Received) -> Mapping[str, Any]:
    """Repeats what it is asked, but for what there is to say about the drivers."""
    said = echo(request)
    return {k: ["It rained."] if "drivers" in v[0] else v for k, v in said.items()}


def evaluating(*arguments: str, model: str = "echo-1b", recordings: str = "calls") -> list[str]:
    """The arguments of a run."""
    where = ("--gold", "gold", "--recordings", recordings)
    return ["eval", "run", "--model", model, *where, *arguments]


def live(*arguments: str, answer: Any = echo, **more: str) -> int:
    """The exit code of a run against a server that is gone afterwards."""
    with LoopbackServer(answer) as server:
        return main(evaluating("--base-url", server.url, *arguments, **more))


def replay(*arguments: str, **more: str) -> int:
    """The exit code of a replay."""
    return main(evaluating("--replay", *arguments, **more))


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    """What was said on standard error, which has to be one line, with nothing else written."""
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1), (out, err)
    assert err.startswith("summarizer: ")
    return err.removeprefix("summarizer: ").removesuffix("\n")


def judged(*arguments: str, **more: Any) -> int:
    return replay("--thresholds", "thresholds.toml", *arguments, **more)
