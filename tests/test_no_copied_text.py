"""What must never be in the project: words of an article that is not ours."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
QUOTED_WORDS = 9


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of :data:`QUOTED_WORDS` consecutive words, in lower case."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return zip(*(words[start:] for start in range(QUOTED_WORDS)), strict=False)


def project_files() -> list[Path]:
    """What is or could be committed."""
    git = shutil.which("git")
    if git is None or not (PROJECT / ".git").exists():
        pytest.skip("not run: the files of the project are those that git lists; no checkout here")
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True).stdout.decode()
    return [PROJECT / name for name in listed.split("\0") if name and (PROJECT / name).is_file()]


def test_runs_are_found_across_lines_and_marks() -> None:
    assert list(runs("One, two-three FOUR\n  five 'six' seven: 8 nine")) == [
        ("one", "two", "three", "four", "five", "six", "seven", "8", "nine")
    ]


def test_nothing_of_a_real_article_is_in_the_project(articles_folder: Path) -> None:
    articles = sorted(articles_folder.glob("*.txt"))
    if not articles:
        pytest.skip(f"not run on real articles: no .txt file in {articles_folder}")
    theirs = {run for path in articles for run in runs(path.read_text("utf-8"))}
    copied = [
        (path.relative_to(PROJECT).as_posix(), " ".join(run))
        for path in project_files()
        for run in runs(path.read_text("utf-8", errors="replace"))
        if run in theirs
    ]
    assert copied == []
