"""Starting the server without a model that it could serve."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import EmbeddedServerError, ModelNameError
from summarizer.llm.embedded import open_embedded
from summarizer.llm.embedded.server import cpu_quota, physical_cores
from summarizer.progress import silent


def own_cache(folder: Path) -> dict[str, str]:
    return {"SUMMARIZER_CACHE_DIR": str(folder / "cache")}


def test_without_the_extra_nothing_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(ModelNameError) as caught:
        asyncio.run(open_embedded(None, environ=own_cache(tmp_path), report=silent))
    assert str(caught.value) == (
        "the embedded model needs the `local` extra; pip install 'summarizer[local]', "
        "or name a remote model with --model openai:NAME"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: None, "cannot read model file {path} (No such file or directory)"),
        (lambda path: path.mkdir(), "cannot read model file {path} (Is a directory)"),
        (
            lambda path: path.write_bytes(b"PK\x03\x04more"),
            "{path} is not a GGUF file (it begins with b'PK\\x03\\x04')",
        ),
        (lambda path: path.touch(), "{path} is not a GGUF file (it begins with b'')"),
    ],
)
async def test_a_file_that_is_no_model(
    tmp_path: Path, make: Callable[[Path], object], problem: str
) -> None:
    path = tmp_path / "own.gguf"
    make(path)
    with pytest.raises(ModelNameError) as caught:
        await open_embedded(str(path), environ=own_cache(tmp_path), report=silent)
    assert caught.value.message == problem.format(path=path)
    assert caught.value.hint == (
        "name a GGUF model file, or leave --model out to use the default model"
    )


async def test_a_model_that_cannot_be_loaded(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.gguf"
    path.write_bytes(b"GGUF" + (77).to_bytes(4, "little") + bytes(1000))
    with pytest.raises(EmbeddedServerError) as caught:
        await open_embedded(str(path), environ=own_cache(tmp_path), report=silent)
    assert str(caught.value) == (
        f"the embedded model's server could not load {path}: this GGUF file is version 77 but "
        "this software only supports up to version 3 (exit code 1); "
        "check that the file is a whole GGUF model"
    )
    assert capfd.readouterr() == ("", "")


def test_threads_of_one_core_count_once(tmp_path: Path) -> None:
    for cpu, siblings in enumerate(["0,4", "1,5", "2,6", "3,7"] * 2):
        folder = tmp_path / f"cpu{cpu}" / "topology"
        folder.mkdir(parents=True)
        (folder / "thread_siblings_list").write_text(siblings + "\n")
    assert physical_cores(range(8), tmp_path) == 4
    assert physical_cores([0, 4], tmp_path) == 1
    assert physical_cores([0, 1, 6], tmp_path) == 3
    assert physical_cores([30, 31], tmp_path) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200000 100000\n", 2),
        ("350000 100000\n", 3),
        ("50000 100000\n", 1),
        ("max 100000\n", sys.maxsize),
    ],
)
def test_a_container_may_use_fewer(tmp_path: Path, text: str, expected: int) -> None:
    file = tmp_path / "cpu.max"
    file.write_text(text)
    assert cpu_quota(file) == expected


def test_without_a_control_group_there_is_no_quota(tmp_path: Path) -> None:
    assert cpu_quota(tmp_path / "missing") == sys.maxsize
