"""The examples run as they stand; the model is named in the environment, as a user would."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.echoing import echo
from tests.factories import ARTICLE, SENTENCES
from tests.loopback import LoopbackServer

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def environ() -> Iterator[dict[str, str]]:
    with LoopbackServer(echo) as server:
        names = {"SUMMARIZER_MODEL": "openai:echo", "OPENAI_BASE_URL": server.url}
        yield {**os.environ, **names, "OPENAI_API_KEY": "none"}


def run(
    name: str, *arguments: str | Path, environ: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, EXAMPLES / name, *arguments],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_summarize_article(environ: dict[str, str], tmp_path: Path) -> None:
    article = tmp_path / "toll.txt"
    article.write_text(ARTICLE, "utf-8")
    done = run("summarize_article.py", article, environ=environ)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\n## Claims\n" in done.stdout
    assert "“Traffic engineers were not consulted.”" in done.stdout


def test_claims_to_csv(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe broken")
    table = tmp_path / "claims.csv"
    done = run("claims_to_csv.py", tmp_path, table, environ=environ)
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1
    assert "b.txt" in done.stderr
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    last = rows[-1]
    assert last["text"] == last["evidence"] == SENTENCES[-1]
    assert ARTICLE[int(last["start"]) : int(last["end"])] == SENTENCES[-1]
    assert {row["source"] for row in rows} == {str(tmp_path / "a.txt")}


def test_no_cell_is_a_formula(environ: dict[str, str], tmp_path: Path) -> None:
    for number, start in enumerate("=+-@"):
        text = f"Toll\n\n{start}HYPERLINK(1) doubles the toll here.\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    table = tmp_path / "claims.csv"
    assert run("claims_to_csv.py", tmp_path, table, environ=environ).returncode == 0
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["evidence"][:3] for row in rows] == ["'=H", "'+H", "'-H", "'@H"]
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("name", ["summarize_article.py", "claims_to_csv.py"])
def test_without_arguments_an_example_says_how_it_is_used(name: str) -> None:
    done = run(name, environ=dict(os.environ))
    assert done.returncode == 1
    assert done.stderr.startswith(f"usage: {name} ")


def test_the_readme_runs_as_it_stands(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "agency.txt").write_text(ARTICLE, "utf-8")
    courier = ARTICLE.replace("4 crowns", "6 crowns").replace("Traffic", "Road traffic")
    (tmp_path / "courier.txt").write_text(courier, "utf-8")
    readme = (EXAMPLES.parent / "README.md").read_text("utf-8")
    blocks = [part.split("```", 1)[0] for part in readme.split("```python\n")[1:]]
    assert len(blocks) == 3
    code = "\n".join(blocks)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "c1 " in done.stdout
    assert '"key_points"' in done.stdout
    assert "\nnumber [" in done.stdout
    kept, wrong = done.stdout.splitlines()[-2:]
    assert kept.startswith("supported ")
    assert wrong.startswith("contradicted ")
    assert "claim says 120,000 crowns, source says 12,000 crowns" in wrong
