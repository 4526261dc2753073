"""Bad input, given to the real command: one line on standard error, nothing else, no file left."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from summarizer.llm.embedded.registry import DEFAULT, REGISTRY

COMMAND = "from summarizer.cli import main; raise SystemExit(main())"
WITHOUT_EXTRA = f"import sys; sys.modules['xllamacpp'] = None; {COMMAND}"
ARTICLE = "Toll doubles\n\nThe port will double the bridge toll on 2 June, its director said.\n"
NOWHERE = ("--base-url", "http://127.0.0.1:9/v1", "--model", "any")


@dataclass(frozen=True)
class Bad:
    """One case.

    Attributes:
        says: parts of the line, in order; ``{0}`` is the folder that the command runs in.
        content: of ``in.txt``, which is not made when None.
        prepare: makes whatever else the case needs, in that folder.
    """

    arguments: tuple[str, ...]
    code: int
    says: tuple[str, ...]
    content: bytes | None = ARTICLE.encode()
    environ: dict[str, str] = field(default_factory=dict)
    prepare: Callable[[Path], object] = lambda folder: None
    program: str = COMMAND


def corrupt_model(folder: Path) -> None:
    path = folder / "cache" / "models" / REGISTRY[DEFAULT].file
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a model")


CASES = {
    "missing file": Bad(("in.txt",), 2, ("'in.txt'", "no such file"), content=None),
    "folder": Bad((".",), 2, ("'.'", "folder")),
    "below a file": Bad(("in.txt/a.txt",), 2, ("'in.txt/a.txt'",)),
    "empty file": Bad(("in.txt",), 2, ("'in.txt'", "empty"), content=b""),
    "white space only": Bad(("in.txt",), 2, ("'in.txt'", "white space"), content=b" \n\t\n"),
    "binary": Bad(("in.txt",), 2, ("'in.txt'", "binary"), content=bytes(range(256))),
    "latin-1": Bad(
        ("in.txt",), 2, ("'in.txt'", "UTF-8", "iconv"), content="Zoë crossed.".encode("latin-1")
    ),
    "utf-16": Bad(("in.txt",), 2, ("'in.txt'", "UTF-16"), content=ARTICLE.encode("utf-16")),
    "10 MB": Bad(
        ("in.txt",), 2, ("'in.txt'", "2,000,000", "--max-bytes"), content=b"The toll. " * 10**6
    ),
    "larger than --max-bytes": Bad(("in.txt", "--max-bytes", "10"), 2, ("'in.txt'", " 10 bytes")),
    "larger than the environment says": Bad(
        ("in.txt",), 2, ("'in.txt'", " 10 bytes"), environ={"SUMMARIZER_MAX_BYTES": "10"}
    ),
    "environment is no number": Bad(
        ("in.txt",), 2, ("SUMMARIZER_MAX_BYTES", "'x'"), environ={"SUMMARIZER_MAX_BYTES": "x"}
    ),
    "empty standard input": Bad(("-",), 2, ("standard input", "empty")),
    "wrong date": Bad(("in.txt", "--published", "2025-02-30"), 2, ("'2025-02-30'", "YYYY-MM-DD")),
    "wrong format": Bad(("in.txt", "--format", "odt"), 2, ("'odt'", "markdown")),
    "no such model": Bad(("in.txt", "--model", "gpt"), 2, ("'gpt'", "openai:NAME")),
    "no key": Bad(("in.txt", "--model", "openai:gpt"), 2, ("openai:gpt", "OPENAI_API_KEY")),
    "nobody to ask for the model's name": Bad(("in.txt", *NOWHERE[:2]), 3, ("127.0.0.1:9",)),
    "address of another kind": Bad(
        ("in.txt", "--base-url", "ftp://h", "--model", "m"), 2, ("ftp://", "http://")
    ),
    "nobody at the address": Bad(("in.txt", *NOWHERE), 3, ("127.0.0.1:9",)),
    "no such model file": Bad(("in.txt", "--model", "local:no.gguf"), 2, ("no.gguf",)),
    "no extra": Bad(("in.txt",), 2, ("summarizer[local]",), program=WITHOUT_EXTRA),
    "corrupt model": Bad(("in.txt",), 3, ("is corrupt", "models pull"), prepare=corrupt_model),
    "output below a file": Bad(
        ("in.txt", "--output", "in.txt/out.md"), 3, ("'in.txt/out.md'", "not a folder")
    ),
    "no folder for the output": Bad(
        ("in.txt", "--output", "no/out.md"), 3, ("'no/out.md'", "no folder")
    ),
    "output over the source": Bad(("in.txt", "--output", "in.txt"), 2, ("overwrite", "'in.txt'")),
}


def run(case: Bad, folder: Path) -> subprocess.CompletedProcess[bytes]:
    names = ("SUMMARIZER_", "OPENAI_")
    environ = {k: v for k, v in os.environ.items() if not k.startswith(names)}
    environ |= {"SUMMARIZER_CACHE_DIR": str(folder / "cache"), **case.environ}
    return subprocess.run(
        [sys.executable, "-c", case.program, "summarize", *case.arguments],
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )


def listing(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bad_input(case: Bad, tmp_path: Path) -> None:
    if case.content is not None:
        (tmp_path / "in.txt").write_bytes(case.content)
    case.prepare(tmp_path)
    before = listing(tmp_path)
    done = run(case, tmp_path)
    line = done.stderr.decode()
    assert (done.returncode, done.stdout, line.count("\n")) == (case.code, b"", 1), line
    assert line.startswith("summarizer: ")
    assert line.endswith("\n")
    place = 0
    for part in case.says:
        place = line.find(part, place)
        assert place >= 0, f"{part!r} is missing, or too early, in {line!r}"
    assert listing(tmp_path) == before


def test_a_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = b"caf\xe9.txt"
    Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text(ARTICLE)
    done = run(Bad((os.fsdecode(name),), 2, ()), tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        r"summarizer: cannot use the file name 'caf\udce9.txt': it is not UTF-8; "
        "rename the file, or give its text on standard input\n"
    )
