"""A run over stories: recorded as it is asked, scored from replay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import EndpointError
from summarizer.evaluation.stories.gold import Labelled
from summarizer.evaluation.stories.results import StoriesResult, StoryResult
from summarizer.evaluation.stories.run import run_stories
from summarizer.llm.model import Request
from summarizer.llm.scripted import Scripted
from tests.evaluation.making import AGAIN, asking, calls, echo, lines, plan, write_lines
from tests.evaluation.stories.telling import told


@pytest.fixture
def labelled(tmp_path: Path) -> Labelled:
    return told(tmp_path)


@pytest.fixture
async def recorded(tmp_path: Path, labelled: Labelled) -> StoriesResult:
    return await run_stories(plan(tmp_path, asking()), [labelled])


def only(result: StoriesResult) -> StoryResult:
    (story,) = result.stories
    return story


def figures(story: StoryResult) -> dict[str, float | None]:
    assert story.scored is not None
    return {m: story.scored.figure(m) for m in (*story.scored.scores, *story.scored.counts)}


async def test_all_sources_of_a_story_are_in_one_file(
    tmp_path: Path, recorded: StoriesResult
) -> None:
    story = only(recorded)
    assert (story.id, story.state, story.error) == ("selby-toll", "scored", None)
    assert figures(story)["recall"] == 1.0
    asked = "\n".join(call["asked"] for call in lines(calls(tmp_path, "selby-toll")))
    for words in ("4 crowns on 2 June, the Port", "5 crowns on 2 June", "will pay for the new"):
        assert words in asked


async def test_a_replay_gives_what_the_live_run_gave(
    tmp_path: Path, labelled: Labelled, recorded: StoriesResult
) -> None:
    heard: list[StoryResult] = []
    again = await run_stories(plan(tmp_path), [labelled], heard.append)
    assert only(again).scored == only(recorded).scored
    assert heard == list(again.stories)


async def test_seconds_are_those_of_the_recorded_calls(
    tmp_path: Path, labelled: Labelled, recorded: StoriesResult
) -> None:
    path = calls(tmp_path, "selby-toll")
    known = lines(path)
    for call in known:
        call["usage"]["seconds"] = 2.0
    write_lines(path, known)
    seconds = only(await run_stories(plan(tmp_path), [labelled])).seconds
    assert seconds is not None
    assert seconds.model == 2.0 * len(known)
    assert 0 <= seconds.note <= seconds.code + seconds.note < 60


async def test_without_recordings_a_replay_fails_and_says_what_to_do(
    tmp_path: Path, labelled: Labelled
) -> None:
    story = only(await run_stories(plan(tmp_path), [labelled]))
    assert (story.state, story.scored) == ("failed", None)
    assert story.error == f"selby-toll.jsonl has no recorded extract call; run {AGAIN}"


async def test_a_missing_call_is_asked_for_and_an_orphan_dropped(
    tmp_path: Path, labelled: Labelled, recorded: StoriesResult
) -> None:
    path = calls(tmp_path, "selby-toll")
    known = lines(path)
    write_lines(path, [*known[1:], known[1] | {"key": "0" * 64}])
    asked: list[str] = []

    def counting(request: Request[Any]) -> Scripted:
        asked.append(request.stage)
        return echo(request)

    story = only(await run_stories(plan(tmp_path, asking(counting)), [labelled]))
    assert (story.state, asked) == ("scored", [known[0]["stage"]])
    assert sorted(c["key"] for c in lines(path)) == sorted(c["key"] for c in known)


async def test_an_orphan_fails_a_replay(
    tmp_path: Path, labelled: Labelled, recorded: StoriesResult
) -> None:
    path = calls(tmp_path, "selby-toll")
    known = lines(path)
    write_lines(path, [*known, known[0] | {"key": "0" * 64}])
    story = only(await run_stories(plan(tmp_path), [labelled]))
    assert story.state == "failed"
    assert story.error == (
        "selby-toll.jsonl has 1 recorded calls that nothing asks for, such as one of extract; run"
        f" {AGAIN}"
    )


async def test_another_prompt_makes_a_story_stale(
    tmp_path: Path, labelled: Labelled, recorded: StoriesResult
) -> None:
    reworded = plan(tmp_path)
    extract = replace(reworded.prompts["extract"], sha256="b" * 64)
    changed = plan(tmp_path, prompts={**reworded.prompts, "extract": extract})
    story = only(await run_stories(changed, [labelled]))
    assert (story.state, story.scored) == ("stale", None)
    assert story.error is not None
    assert "extract is another than the recorded one" in story.error


async def test_a_text_that_has_changed_fails_its_story_only(
    tmp_path: Path, labelled: Labelled, recorded: StoriesResult
) -> None:
    gone = Labelled(labelled.story, tmp_path / "elsewhere")
    result = await run_stories(plan(tmp_path), [gone, labelled])
    assert [story.state for story in result.stories] == ["failed", "scored"]
    assert "cannot read" in (result.stories[0].error or "")


async def test_an_endpoint_that_is_gone_ends_the_run(tmp_path: Path, labelled: Labelled) -> None:
    def gone(_: Request[Any]) -> Scripted:
        return EndpointError("nobody answers", status=None)

    with pytest.raises(EndpointError):
        await run_stories(plan(tmp_path, asking(gone)), [labelled])
