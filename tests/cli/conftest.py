"""What several tests of the command line start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.cli import main
from tests.cli.evaluating import THRESHOLDS, judged, live
from tests.cli.verifying import TEXT
from tests.echoing import echo
from tests.evaluation.making import two_articles
from tests.loopback import LoopbackServer


@pytest.fixture
def toll_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The article about the toll in the current folder, and no settings around."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_MAX_BYTES", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("toll.txt").write_text(TEXT, "utf-8")


@pytest.fixture
def eval_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two articles and their labels in the current folder, and no settings around."""
    for name in ("SUMMARIZER_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    two_articles(tmp_path)


@pytest.fixture
def blessed(eval_folder: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The baseline's file, made from a run that is recorded in ``calls``."""
    (tmp_path / "thresholds.toml").write_text(THRESHOLDS)
    assert live() == 0
    assert judged("--bless") == 0
    assert (
        capsys.readouterr().err == "summarizer: baselines/main.json: echo-1b is the baseline now\n"
    )
    return tmp_path / "baselines/main.json"


@pytest.fixture
def summary(eval_folder: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """What summarize made of the toll."""
    path = tmp_path / "toll.json"
    with LoopbackServer(echo) as server:
        model = ("--model", "echo-1b", "--base-url", server.url)
        command = ["summarize", "articles/toll.txt", "--format", "json", "--output", str(path)]
        assert main([*command, *model]) == 0
    capsys.readouterr()
    return path
