from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.llm.embedded.registry import DEFAULT, REGISTRY

FILE = REGISTRY[DEFAULT].file


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path))
    return tmp_path


def place(cache: Path, size: int) -> Path:
    """A sparse file in the model's place."""
    path = cache / "models" / FILE
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(size)
    return path


@pytest.mark.parametrize(
    ("size", "state"),
    [(None, "no"), (REGISTRY[DEFAULT].size, "yes"), (REGISTRY[DEFAULT].size - 1, "corrupt")],
)
def test_list(
    size: int | None, state: str, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if size is not None:
        place(cache, size)
    assert main(["models", "list"]) == 0
    header, first, *_ = capsys.readouterr().out.splitlines()
    assert header.split() == ["NAME", "SIZE", "LICENCE", "PUBLISHER", "HERE"]
    assert first.split() == [DEFAULT, "1.12", "GB", "Apache-2.0", "Qwen", state, "default"]


def test_path_of_an_absent_model(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "path"]) == 2
    assert capsys.readouterr() == (
        "",
        f"summarizer: model {DEFAULT} is not in '{cache}/models'; "
        f"fetch it with `summarizer models pull {DEFAULT}`\n",
    )


def test_path_of_a_corrupt_model(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = place(cache, 10)
    assert main(["models", "path"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith(f"summarizer: {path} is ")
    assert "`summarizer models pull`" in err


@pytest.mark.parametrize("command", ["path", "pull"])
def test_unknown_name(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", command, "huge"]) == 2
    assert capsys.readouterr() == (
        "",
        f"summarizer: there is no embedded model 'huge'; known are {', '.join(REGISTRY)}\n",
    )
