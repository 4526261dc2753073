"""The articles and hand-labelled facts in ``evals/``, and what must never be in the project."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

PROJECT = Path(__file__).parents[1]
OWN_ARTICLES = PROJECT / "evals" / "articles"
FACTS = sorted((PROJECT / "evals" / "facts").glob("*.json"))
REAL = "latin-times-2025-05-29.txt"
QUOTED_WORDS = 9

Lower = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^A-Z]+$")]
Either = Annotated[tuple[Lower, ...], Field(min_length=1)]


class Entry(BaseModel):
    """One statement, and how a claim that makes it is recognised."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    id: str
    text: str = Field(min_length=1)
    needs: tuple[Either, ...] = Field(min_length=1)
    forbids: tuple[Lower, ...]

    def matches(self, claim: str) -> bool:
        words = claim.lower()
        needed = all(any(form in words for form in either) for either in self.needs)
        return needed and not any(form in words for form in self.forbids)


class Fact(Entry):
    """``sentence_words`` stand once in the article, where it states the fact."""

    sentence_words: str | None = Field(default=None, min_length=1)


class Labels(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    article: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    published: date | None
    facts: tuple[Fact, ...] = Field(min_length=1)
    false: tuple[Entry, ...] = Field(min_length=1)


@pytest.fixture(params=FACTS, ids=lambda path: path.stem)
def labels(request: pytest.FixtureRequest) -> Labels:
    path: Path = request.param
    found = Labels.model_validate_json(path.read_bytes())
    assert found.article == f"{path.stem}.txt"
    return found


@pytest.fixture
def article(labels: Labels, request: pytest.FixtureRequest) -> Path:
    """The article that the labels are about; skips where it is a real one that is not at hand."""
    if labels.article != REAL:
        return OWN_ARTICLES / labels.article
    folder: Path = request.getfixturevalue("articles_folder")
    if not (folder / REAL).is_file():
        pytest.skip(f"not run on the real article: no {REAL} in {folder}")
    return folder / REAL


def test_every_article_has_labels() -> None:
    labelled = {path.stem for path in FACTS}
    assert labelled == {path.stem for path in OWN_ARTICLES.glob("*.txt")} | {Path(REAL).stem}


def test_labels_are_about_these_bytes(labels: Labels, article: Path) -> None:
    assert sha256(article.read_bytes()).hexdigest() == labels.sha256


def test_ids_are_unique(labels: Labels) -> None:
    ids = [entry.id for entry in (*labels.facts, *labels.false)]
    assert len(ids) == len(set(ids))


def test_every_entry_matches_its_own_text(labels: Labels) -> None:
    missed = [
        entry.text for entry in (*labels.facts, *labels.false) if not entry.matches(entry.text)
    ]
    assert missed == []


def test_no_fact_counts_as_false_and_nothing_false_as_a_fact(labels: Labels) -> None:
    confused = [
        (fact.text, false.text)
        for fact in labels.facts
        for false in labels.false
        if false.matches(fact.text) or fact.matches(false.text)
    ]
    assert confused == []


def test_a_fact_names_the_one_place_that_states_it(labels: Labels, article: Path) -> None:
    text = article.read_text("utf-8")
    anchors = [fact.sentence_words for fact in labels.facts]
    if labels.article == REAL:
        assert set(anchors) == {None}
    else:
        assert [(words, text.count(words or "")) for words in anchors] == [(w, 1) for w in anchors]


def test_the_real_article_and_ours_state_the_same_facts() -> None:
    ours, real = (
        Labels.model_validate_json((PROJECT / "evals" / "facts" / f"{stem}.json").read_bytes())
        for stem in ("ice-leadership", Path(REAL).stem)
    )
    assert real.facts == tuple(f.model_copy(update={"sentence_words": None}) for f in ours.facts)
    assert (real.false, real.published) == (ours.false, ours.published)


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
