"""A system over articles: recorded as it is asked, scored from replay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer import __version__
from summarizer.errors import GoldError
from summarizer.evaluation.estimate import estimates, values
from summarizer.evaluation.gate import Threshold, Thresholds, bless, gate
from summarizer.evaluation.gold import Gold
from summarizer.evaluation.results import ArticleResult, GateResult, RunResult
from summarizer.evaluation.runner import Outcome, run
from summarizer.llm.model import LARGE, Message, Request
from summarizer.llm.scripted import Scripted
from summarizer.prompting import Prompt, load_prompts
from tests.evaluation.making import (
    AGAIN,
    POND,
    TOLL,
    asking,
    calls,
    lines,
    never,
    plan,
    replayed,
    saved,
    slip,
    states,
    toll_labels,
    write_lines,
)


def with_prompt(name: str, change: Callable[[Prompt], Prompt]) -> dict[str, Prompt]:
    prompts = load_prompts()
    return {**prompts, name: change(prompts[name])}


def another_hash(prompt: Prompt) -> Prompt:
    """As when only the purpose in the front matter was reworded."""
    return replace(prompt, sha256="b" * 64)


def another_text(prompt: Prompt) -> Prompt:
    system = Message("system", f"{prompt.turns[0].content}\n- Be exact.")
    return replace(prompt, turns=(system, *prompt.turns[1:]), sha256="b" * 64)


def judged(before: RunResult, after: RunResult) -> GateResult:
    wanted = Thresholds(baseline="b.json", metrics={"recall": Threshold(margin=0.1)})
    return gate(after, bless(before), wanted)


async def test_a_run_says_what_it_was_made_with(recorded: Outcome) -> None:
    made = recorded.result
    assert (made.name, made.system, made.model) == ("scripted", "pipeline", "scripted")
    assert made.package_version == __version__
    assert made.prompts == {name: p.sha256 for name, p in load_prompts().items()}
    assert not made.recorded
    assert states(made) == {"toll": "scored", "pond": "scored"}
    toll = made.articles[0]
    assert (toll.genre, toll.split, toll.repeat, toll.error) == ("local news", "test", 0, None)


async def test_a_replay_gives_what_the_live_run_gave(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    again = await run(plan(tmp_path), golds, [tmp_path / "articles"])
    assert again.result == recorded.result.model_copy(update={"recorded": True})
    told = {at: s.model_dump(exclude={"usage"}) for at, s in again.summaries.items()}
    assert told == {at: s.model_dump(exclude={"usage"}) for at, s in recorded.summaries.items()}
    assert set(told) == {("toll", 0), ("pond", 0)}


async def test_a_large_model_is_recorded_and_replayed_just_so(
    tmp_path: Path, golds: list[Gold]
) -> None:
    asked = plan(tmp_path, asking(slip, LARGE))
    asked = replace(asked, header=asked.header.model_copy(update={"profile": "large"}))
    live = await run(asked, golds, [tmp_path / "articles"])
    again = await run(replace(asked, models=()), golds, [tmp_path / "articles"])
    assert again.result == live.result.model_copy(update={"recorded": True})
    assert Counter(c["stage"] for c in lines(calls(tmp_path))) == {
        "extract": 1,
        "repair": 1,
        "compose": 1,
    }


async def test_each_article_is_told_of_when_it_is_done(tmp_path: Path, golds: list[Gold]) -> None:
    told: list[ArticleResult] = []
    made = await run(plan(tmp_path, asking()), golds, [tmp_path / "articles"], told.append)
    assert tuple(told) == made.result.articles
    assert [a.id for a in told] == ["toll", "pond"]


async def test_each_stage_is_scored_on_its_own(recorded: Outcome) -> None:
    toll = recorded.result.articles[0]
    assert list(toll.stages) == ["extract", "repair", "compose"]
    found = {stage: {g.id for g in s.gold if g.found} for stage, s in toll.stages.items()}
    assert found == {
        "extract": {"g1", "g3"},
        "repair": {"g1", "g2", "g3"},
        "compose": {"g1", "g2", "g3"},
    }
    assert {stage: s.scores["recall"].value for stage, s in toll.stages.items()} == {
        "extract": 5 / 7,
        "repair": 1.0,
        "compose": 1.0,
    }
    assert {stage: s.scores["coverage"].value for stage, s in toll.stages.items()} == {
        "extract": 0.0,
        "repair": 0.0,
        "compose": 1.0,
    }
    assert toll.final == toll.stages["compose"]


async def test_the_usage_is_that_of_the_calls_as_they_were_made(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    file = calls(tmp_path)
    slow = [{**c, "usage": {**c["usage"], "seconds": 1.5}} for c in lines(file)]
    write_lines(file, slow)
    usage = (await replayed(tmp_path, golds)).articles[0].usage
    assert usage is not None
    assert {s: (u.calls, u.seconds) for s, u in usage.stages.items()} == {
        "extract": (3, 4.5),
        "repair": (1, 1.5),
        "compose": (1, 1.5),
    }
    assert (usage.calls, usage.seconds) == (5, 7.5)


async def test_a_prompt_whose_hash_alone_changed_makes_every_article_stale(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    prompts = with_prompt("extract", another_hash)
    made = await replayed(tmp_path, golds, prompts=prompts)
    assert states(made) == {"toll": "stale", "pond": "stale"}
    assert made.articles[0].error == (
        f"toll.jsonl: the prompt of extract is another than the recorded one; run {AGAIN}"
    )
    assert judged(recorded.result, made).verdict == "REGRESSION"
    assert judged(recorded.result, made).stale == ("pond", "toll")


async def test_a_changed_prompt_text_makes_every_article_stale(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    made = await replayed(tmp_path, golds, prompts=with_prompt("extract", another_text))
    assert states(made) == {"toll": "stale", "pond": "stale"}
    error = made.articles[0].error
    assert error is not None
    assert error.startswith(
        "toll.jsonl has no such extract call; of the nearest, another prompt and messages: "
    )
    assert error.endswith(f"; run {AGAIN}")
    assert made.articles[0].stages == {}
    assert judged(recorded.result, made).verdict == "REGRESSION"


@pytest.mark.parametrize("change", [another_hash, another_text])
async def test_a_changed_prompt_makes_only_those_stale_that_it_was_used_for(
    tmp_path: Path,
    golds: list[Gold],
    recorded: Outcome,
    change: Callable[[Prompt], Prompt],
) -> None:
    made = await replayed(tmp_path, golds, prompts=with_prompt("repair", change))
    assert states(made) == {"toll": "stale", "pond": "scored"}
    assert "extract" in made.articles[0].stages
    assert judged(recorded.result, made).stale == ("toll",)


async def test_a_miss_in_compose_leaves_the_scores_of_extract_and_repair(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    file = calls(tmp_path)
    write_lines(file, [c for c in lines(file) if c["stage"] != "compose"])
    toll, pond = (await replayed(tmp_path, golds)).articles
    assert (toll.state, list(toll.stages)) == ("failed", ["extract", "repair"])
    assert toll.error == f"toll.jsonl has no recorded compose call; run {AGAIN}"
    assert toll.stages["repair"] == recorded.result.articles[0].stages["repair"]
    assert toll.final is None
    assert pond.state == "scored"


async def test_a_miss_in_extract_leaves_nothing(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    file = calls(tmp_path)
    write_lines(file, lines(file)[1:])
    toll = (await replayed(tmp_path, golds)).articles[0]
    assert (toll.state, toll.stages, toll.usage) == ("failed", {}, None)
    assert toll.error is not None
    assert toll.error.startswith("toll.jsonl has no such extract call; of the nearest, another ")
    assert toll.error.endswith(f"; run {AGAIN}")


async def test_an_article_without_recordings_fails_and_the_command_is_named(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    calls(tmp_path).unlink()
    made = await replayed(tmp_path, golds)
    assert states(made) == {"toll": "failed", "pond": "scored"}
    assert made.articles[0].error == f"toll.jsonl has no recorded extract call; run {AGAIN}"
    assert judged(recorded.result, made).failed == ("toll",)


async def test_an_article_of_another_folder_runs_live_only(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    calls(tmp_path).unlink()
    own = tmp_path / "own"
    own.mkdir()
    outcome = await run(plan(tmp_path), golds, [own, tmp_path / "articles"])
    states = {a.id: a.state for a in outcome.result.articles}
    assert states == {"toll": "not_run", "pond": "scored"}
    (toll,) = [a for a in outcome.result.articles if a.id == "toll"]
    assert toll.error == "its calls are not recorded: it runs live only"


async def test_an_orphan_fails_its_article_and_names_the_command(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    file = calls(tmp_path)
    write_lines(file, [*lines(file), {**lines(file)[-1], "key": "f" * 64, "parts": {}}])
    made = await replayed(tmp_path, golds)
    assert states(made) == {"toll": "failed", "pond": "scored"}
    assert made.articles[0].error == (
        "toll.jsonl has 1 recorded calls that nothing asks for, such as one of compose;"
        f" run {AGAIN}"
    )
    assert judged(recorded.result, made).verdict == "REGRESSION"


async def test_tidy_drops_orphans_and_asks_for_nothing(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    file = calls(tmp_path)
    kept = lines(file)
    write_lines(file, [{**kept[0], "key": "f" * 64, "parts": {}}, *kept])
    made = await run(plan(tmp_path, asking(never)), golds, [tmp_path / "articles"], tidy=True)
    assert states(made.result) == {"toll": "scored", "pond": "scored"}
    assert lines(file) == kept
    assert states(await replayed(tmp_path, golds)) == {"toll": "scored", "pond": "scored"}


async def test_a_replay_does_not_touch_the_recordings(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    file = calls(tmp_path)
    write_lines(file, [*lines(file), {**lines(file)[-1], "key": "f" * 64, "parts": {}}])
    before = {p.name: p.read_bytes() for p in (tmp_path / "calls").iterdir()}
    await run(plan(tmp_path), golds, [tmp_path / "articles"], tidy=True)
    assert {p.name: p.read_bytes() for p in (tmp_path / "calls").iterdir()} == before


async def test_an_article_that_is_not_here_is_not_run_and_does_not_count(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    (tmp_path / "articles" / "pond.txt").unlink()
    made = await replayed(tmp_path, golds)
    pond = made.articles[1]
    assert (pond.state, pond.error) == ("not_run", "pond.txt is not here")
    assert (pond.stages, pond.usage) == ({}, None)
    assert set(values(made, "recall")) == {"toll"}
    assert {e.metric: e.failed for e in estimates(made)}["recall"] == 0
    assert judged(recorded.result, made).failed == ()


async def test_an_article_that_is_not_here_is_not_asked_about(
    tmp_path: Path, golds: list[Gold]
) -> None:
    made = await run(plan(tmp_path, asking(never)), golds, [tmp_path / "nowhere"])
    assert states(made.result) == {"toll": "not_run", "pond": "not_run"}
    assert made.summaries == {}
    assert not (tmp_path / "calls").exists()


async def test_an_article_may_be_in_a_further_folder(tmp_path: Path) -> None:
    gold = saved(tmp_path, toll_labels())
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "toll.txt").write_text(TOLL)
    folders = [tmp_path / "articles", tmp_path / "mine"]
    made = await run(plan(tmp_path, asking()), [gold], folders)
    assert states(made.result) == {"toll": "scored"}


async def test_another_text_than_the_labelled_one_fails(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    (tmp_path / "articles" / "toll.txt").write_text(POND)
    made = await replayed(tmp_path, golds)
    assert states(made) == {"toll": "failed", "pond": "scored"}
    assert "is not the text that was labelled: its SHA-256 begins with" in str(
        made.articles[0].error
    )


async def test_a_malformed_recording_is_named_and_ends_the_run(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    with calls(tmp_path).open("a") as file:
        file.write("{}\n")
    with pytest.raises(GoldError, match=r"toll\.jsonl:6: key: Field required"):
        await replayed(tmp_path, golds)


async def test_the_first_sentences_need_no_model_and_no_recordings(
    tmp_path: Path, golds: list[Gold]
) -> None:
    made = await run(plan(tmp_path, system="lead"), golds, [tmp_path / "articles"])
    result = made.result
    assert states(result) == {"toll": "scored", "pond": "scored"}
    assert (result.model, result.recorded, result.prompts) == ("lead", False, {})
    assert list(result.articles[0].stages) == ["compose"]
    assert values(result, "recall") == {"toll": 1.0, "pond": 1.0}
    assert not (tmp_path / "calls").exists()


async def test_the_naive_baseline_is_one_call_for_an_article_and_replays(
    tmp_path: Path, golds: list[Gold]
) -> None:
    model = asking()
    live = await run(plan(tmp_path, model, system="naive"), golds, [tmp_path / "articles"])
    assert [r.stage for r in model.requests] == ["compose", "compose"]
    assert states(live.result) == {"toll": "scored", "pond": "scored"}
    assert list(live.result.prompts) == ["naive"]
    assert live.result.prompts["naive"] == model.requests[0].prompt
    again = await run(plan(tmp_path, system="naive"), golds, [tmp_path / "articles"])
    assert again.result == live.result.model_copy(update={"recorded": True})


def careless(request: Request[Any]) -> Scripted:
    """The naive baseline with a wrong number."""
    line = "About 21,000 drivers cross the bridge every day."
    claims = [{"text": line, "source": "", "quote": "drivers cross the bridge"}]
    return {"summary": [line], "claims": claims}


async def test_a_trap_that_is_walked_into_is_a_regression_until_it_is_blessed(
    tmp_path: Path,
) -> None:
    golds = [saved(tmp_path, toll_labels(), TOLL)]
    before = await run(plan(tmp_path, asking(), system="naive"), golds, [tmp_path / "articles"])
    after = await run(
        plan(tmp_path, asking(careless), system="naive"), golds, [tmp_path / "articles"], anew=True
    )
    assert judged(before.result, before.result).traps.hits == 0
    found = judged(before.result, after.result).traps
    assert (found.verdict, found.new, found.trials) == ("REGRESSION", ("toll:t1",), 2)
    known = judged(after.result, after.result).traps
    assert (known.verdict, known.known, known.new) == ("PASS", ("toll:t1",), ())
