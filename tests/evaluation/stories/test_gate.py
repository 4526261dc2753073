"""Floors, and how a run is told against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import GoldError
from summarizer.evaluation.gate import load_thresholds
from summarizer.evaluation.stories.gate import Floor, Shortfall, load_floors, shortfalls
from summarizer.evaluation.stories.report import details, gate_text, table
from summarizer.evaluation.stories.results import Seconds, StoriesResult, StoryResult
from summarizer.evaluation.stories.score import score_story
from tests.evaluation.stories.telling import ideal_focus, ideal_note, told

THRESHOLDS = Path(__file__).parents[3] / "evals" / "thresholds.toml"


@pytest.fixture
def result(tmp_path: Path) -> StoriesResult:
    """A story whose note has missed a cluster and a conflict, and one that failed."""
    labelled = told(tmp_path)
    note = ideal_note(labelled)
    worse = note.model_copy(update={"clusters": note.clusters[:2], "conflicts": ()})
    scored = StoryResult(
        id="selby-toll",
        kind="local news",
        state="scored",
        scored=score_story(labelled.story, worse, ideal_focus(labelled.story)),
        seconds=Seconds(model=301.2, code=1.04, note=0.2),
    )
    failed = StoryResult(id="pond", kind="local news", state="failed", error="it is not there")
    return StoriesResult(
        name="scripted", model="scripted", prompts={}, package_version="1", stories=(scored, failed)
    )


@pytest.mark.parametrize(
    ("metric", "floor", "short"),
    [
        ("clusters_f1", 0.9, False),
        ("clusters_f1", 0.95, True),
        ("conflicts_missed", 1, False),
        ("conflicts_missed", 0, True),
        ("conflict_kinds", 1, False),  # nothing to measure: no conflict was found
    ],
)
def test_a_share_has_a_least_and_a_count_a_most(
    result: StoriesResult, metric: str, floor: float, short: bool
) -> None:
    found = shortfalls(result, {metric: Floor(floor=floor)})
    assert [(f.story, f.metric, f.floor) for f in found] == (
        [("selby-toll", metric, floor)] if short else []
    )


def test_the_gate_shows_the_worst_the_floor_and_the_aim(result: StoriesResult) -> None:
    floors = {
        "clusters_f1": Floor(floor=0.9, aim=0.95),
        "conflicts_missed": Floor(floor=0, aim=0),
        "unsupported": Floor(floor=0),
    }
    short = Shortfall(story="selby-toll", metric="conflicts_missed", found=1, floor=0)
    assert shortfalls(result, floors) == [short]
    assert gate_text(result, floors, [short]).splitlines() == [
        "gate              worst  floor  aim",
        "clusters_f1       0.941  0.9    0.95  PASS, below the aim",
        "conflicts_missed  1      0      0     SHORT",
        "unsupported       0      0      0     PASS",
        "selby-toll: conflicts_missed is 1, floor 0",
    ]


def test_a_story_is_one_line_and_its_details_are_words(result: StoriesResult) -> None:
    head, row, *_ = table(result).splitlines()
    assert head.split()[:6] == ["story", "claims", "F1", "P", "R", "joined"]
    assert row.split()[:6] == ["selby-toll", "9/9", "0.94", "1.00", "0.89", "0.91"]
    assert row.endswith("301 + 1.0")
    assert details(result).splitlines()[1:] == [
        "selby-toll",
        "  conflicts_missed  How high the toll will be (2 of 2 sides were extracted)",
        "  pairs_recall      apart: s2.c6 Some 12,000 drivers cross the bridge every day. |"
        " s3.c9 About 12,000 drivers cross the bridge every day.",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"has no table \[stories\]"),
        ("[stories]\nclusters_f2 = {floor = 1}", r"stories\.clusters_f2: there is no such metric"),
        ("[stories]\nrecall = 0.5", r"stories\.recall: Input should be"),
        ("[stories]\nrecall = {least = 1}", r"stories\.recall\.(floor|least): "),
        ("[stories", r"limits\.toml: "),
    ],
)
def test_bad_floors_are_told_by_field(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "limits.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        load_floors(path)


def test_our_own_floors_stand_beside_the_margins() -> None:
    floors = load_floors(THRESHOLDS)
    aims = {metric: floor.aim for metric, floor in floors.items()}
    assert aims == {
        "clusters_f1": 0.8,
        "joined_f1": 0.8,
        "conflicts_missed": 0,
        "false_conflicts": 1,
        "false_independence": 0,
        "wrong_dates": 0,
        "unsupported": 0,
    }
    assert load_thresholds(THRESHOLDS).metrics
