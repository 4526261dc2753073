"""Stories that are malformed or unsound are told by file, line and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import GoldError, SourceError
from summarizer.evaluation.stories.gold import load_story, story_files
from summarizer.evaluation.stories.lint import lint_story
from tests.evaluation.stories.telling import labels, told, written

OWN = story_files(Path(__file__).parents[3] / "evals" / "stories")
Data = dict[str, Any]


def put(value: Any, *path: str | int) -> Callable[[Data], None]:
    """Puts a value at a place of the labels."""

    def change(data: Data) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


MALFORMED: dict[str, tuple[Callable[[Data], None], str]] = {
    "a field that there is not": (put(1, "weights"), "weights: extra inputs are not permitted"),
    "no day": (put("soon", "sources", 0, "published"), "sources.0.published: 'soon' is no date"),
    "a file elsewhere": (put("../post.txt", "sources", 0, "file"), "sources.0.file: string should"),
    "no such source": (
        put("herald", "claims", 0, "source"),
        "claims.0.source: there is no source 'herald'; there is post, courier, gazette",
    ),
    "the id of another source": (
        put("courier-9", "claims", 0, "id"),
        "claims.0.id: 'courier-9' is not post- and a number",
    ),
    "an id twice": (put("post-1", "claims", 1, "id"), "claims.1.id: 'post-1' is given twice"),
    "no such claim": (
        put(["post-1", "post-8"], "clusters", 0, "claims"),
        "clusters.0.claims: there is no claim 'post-8'",
    ),
    "a cluster of one": (
        put(["post-1"], "clusters", 0, "claims"),
        "clusters.0.claims: tuple should have at least 2 items",
    ),
    "a cluster of one source": (
        put(["post-1", "post-2"], "clusters", 0, "claims"),
        "clusters.0.claims: its claims are of one source",
    ),
    "a claim in two clusters": (
        put(["post-1", "courier-2"], "clusters", 1, "claims"),
        "clusters.1.claims: post-1 is in cluster 0 already",
    ),
    "half a cluster on a side": (
        put([["post-1"], ["courier-1"]], "conflicts", 0, "sides"),
        "conflicts.0.sides.0: the rest of cluster 0 is not on it: gazette-1",
    ),
    "a claim on two sides": (
        put([["post-3"], ["courier-1", "post-3"]], "conflicts", 0, "sides"),
        "conflicts.0.sides: post-3 stands there twice",
    ),
    "one side": (
        put([["post-3"]], "conflicts", 0, "sides"),
        "conflicts.0.sides: tuple should have at least 2 items",
    ),
    "no such side": (
        put(2, "conflicts", 0, "resolution", "side"),
        "conflicts.0.resolution.side: there is no side 2: the last is 1",
    ),
    "open and settled": (
        put("open", "conflicts", 0, "resolution", "state"),
        "conflicts.0.resolution.side: a conflict that is open has no side",
    ),
    "corrected by nobody": (
        put(None, "conflicts", 0, "resolution", "side"),
        "conflicts.0.resolution.side: a conflict that is corrected has a side",
    ),
    "it ends before it starts": (
        put("2031-05-11", "timeline", 0, "end"),
        "timeline.0.end: it ends on 2031-05-11, before its start on 2031-05-12",
    ),
    "answered by nothing": (
        put([], "open_questions", 0, "answered_by"),
        "open_questions.0.answered_by: a question that is answered is answered by a claim",
    ),
    "open and answered": (
        put("open", "open_questions", 0, "state"),
        "open_questions.0.answered_by: a question that is open is answered by no claim",
    ),
    "an origin twice": (
        put(["The Port", "the port"], "clusters", 0, "origins"),
        "clusters.0.origins: an origin stands there twice",
    ),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_story_is_told_by_file_line_and_field(tmp_path: Path, name: str) -> None:
    change, message = MALFORMED[name]
    data = labels()
    change(data)
    file = written(tmp_path, data)
    with pytest.raises(GoldError) as caught:
        load_story(file)
    place, _, said = str(caught.value).partition(": ")
    assert said.startswith(message)
    assert said.endswith("; evals/stories/GUIDE.md shows the form")
    assert place.removeprefix(f"{file}:").isdigit()


def test_what_is_no_yaml_is_told_by_its_line(tmp_path: Path) -> None:
    file = written(tmp_path)
    file.write_text("id: a\nkind: [b\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"story\.yaml:3: not YAML"):
        load_story(file)


UNSOUND: dict[str, tuple[Callable[[Data], None], str]] = {
    "a text that has changed": (
        put("0" * 64, "sources", 0, "sha256"),
        "sources.0.sha256: '{folder}/post.txt' is not the text that was labelled",
    ),
    "a text that is not there": (
        put("gone.txt", "sources", 2, "file"),
        "claims.6.source: there is no source 'gazette'",
    ),
    "other words at that place": (
        put("5 crowns", "claims", 0, "evidence", 0, 0, "text"),
        "claims.0.evidence.0.0: 20:80 is 'The toll on the Selby bridge will rise t'",
    ),
    "a place in the headline": (
        put([[{"start": 0, "end": 10, "text": "Selby Toll"}]], "claims", 0, "evidence"),
        "claims.0.evidence.0.0: no sentence of the body is there",
    ),
    "a date of other words": (
        put("3 June", "claims", 0, "dates", 0, "text"),
        "claims.0.dates.0: '3 June' does not stand in the claim's text",
    ),
    "a month as a day": (
        put("2031-06-30", "claims", 0, "dates", 0, "end"),
        "claims.0.dates.0: 29 days are no day",
    ),
    "an event that nothing dates": (
        put(["post-2", "post-3"], "timeline", 0, "claims"),
        "timeline.0.claims: post-3 has no date",
    ),
    "sources out of order": (
        put("2031-06-09", "sources", 0, "published"),
        "sources.1.published: 2031-05-29 is before 2031-06-09",
    ),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_lint_tells_what_does_not_fit(tmp_path: Path, name: str) -> None:
    change, message = UNSOUND[name]
    data = labels()
    change(data)
    file = written(tmp_path, data)
    problems = [f"{p.field}: {p.message}" for p in lint_story(file)]
    assert [p for p in problems if p.startswith(message.format(folder=file.parent))]


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.parent.name)
def test_our_own_stories_have_no_fault(file: Path) -> None:
    assert lint_story(file) == []
    assert load_story(file).story.id == file.parent.name


def test_a_night_is_a_day(tmp_path: Path) -> None:
    data = labels()
    data["claims"][0]["dates"][0]["end"] = "2031-06-03"
    assert lint_story(written(tmp_path, data)) == []


def test_sources_are_read_as_a_user_would_give_them(tmp_path: Path) -> None:
    documents = told(tmp_path).documents()
    assert [(d.source, d.published, d.outlet) for d in documents] == [
        ("post.txt", "2031-05-28", "Selby Evening Post"),
        ("courier.txt", "2031-05-29", "Selby Courier"),
        ("gazette.txt", "2031-05-31", "Tarn Gazette"),
    ]


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    labelled = told(tmp_path)
    (labelled.folder / "courier.txt").unlink()
    with pytest.raises(SourceError, match=r"cannot read '.*courier\.txt'"):
        labelled.documents()


def test_stories_are_found_by_folder_and_name(tmp_path: Path) -> None:
    file = written(tmp_path)
    assert story_files(tmp_path) == story_files(tmp_path, ["selby-toll"]) == [file]
    assert story_files(file.parent) == [file]
    with pytest.raises(GoldError, match=r"there is no story 'toll' in .*; there is selby-toll"):
        story_files(tmp_path, ["toll"])
    with pytest.raises(GoldError, match="there is no story in"):
        story_files(tmp_path / "empty")
