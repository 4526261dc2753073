"""What a run does when it breaks off, is made again, is repeated, or is refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import EndpointError, ReplyError
from summarizer.evaluation.gold import Gold
from summarizer.evaluation.runner import Outcome, run
from summarizer.llm.model import Request
from summarizer.llm.scripted import Scripted
from tests.evaluation.making import (
    asking,
    calls,
    echo,
    lines,
    never,
    parts,
    plan,
    replayed,
    slip,
    states,
)


class UnpluggedError(Exception):
    """The machine went off."""


@pytest.mark.parametrize("after", range(10))
async def test_a_run_that_broke_off_goes_on_where_it_stopped(
    tmp_path: Path, golds: list[Gold], after: int
) -> None:
    def answer(request: Request[Any]) -> Scripted:
        return UnpluggedError() if len(first.requests) > after else slip(request)

    whole = asking(slip)
    unbroken = await run(plan(tmp_path / "whole", whole), golds, [tmp_path / "articles"])
    first = asking(answer)
    if after < len(whole.requests):
        with pytest.raises(UnpluggedError):
            await run(plan(tmp_path, first), golds, [tmp_path / "articles"])
    second = asking(slip)
    made = await run(plan(tmp_path, second), golds, [tmp_path / "articles"])
    assert made.result == unbroken.result
    asked = [*first.requests[:after], *second.requests]
    assert [r.messages for r in asked] == [r.messages for r in whole.requests]


async def test_anew_asks_for_everything_again_and_forgets_what_was_said(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    asked = sum(len(lines(calls(tmp_path, g.article.id))) for g in golds)
    model = asking(echo)
    made = await run(plan(tmp_path, model), golds, [tmp_path / "articles"], anew=True)
    assert states(made.result) == {"toll": "scored", "pond": "scored"}
    # This model gets everything right at once, so that nothing of toll is asked again.
    assert len(model.requests) == asked - 1
    assert [c["stage"] for c in lines(calls(tmp_path))] == ["extract"] * 3 + ["compose"]
    assert sorted(p.name for p in (tmp_path / "calls").iterdir()) == ["pond.jsonl", "toll.jsonl"]


async def test_without_anew_what_is_recorded_is_not_asked_for(
    tmp_path: Path, golds: list[Gold], recorded: Outcome
) -> None:
    made = await run(plan(tmp_path, asking(never)), golds, [tmp_path / "articles"])
    assert made.result == recorded.result


async def test_each_repeat_is_really_asked_for(tmp_path: Path, golds: list[Gold]) -> None:
    models = asking(echo), asking(slip)
    made = await run(plan(tmp_path, *models), golds, [tmp_path / "articles"])
    assert [(a.id, a.repeat, a.state) for a in made.result.articles] == [
        ("toll", 0, "scored"),
        ("toll", 1, "scored"),
        ("pond", 0, "scored"),
        ("pond", 1, "scored"),
    ]
    assert [Counter(r.stage for r in m.requests)["extract"] for m in models] == [5, 5]
    assert Counter(c["repeat"] for c in lines(calls(tmp_path))) == {0: 4, 1: 5}
    assert set(made.summaries) == {(i, r) for i in ("toll", "pond") for r in (0, 1)}
    again = await run(plan(tmp_path, repeats=2), golds, [tmp_path / "articles"])
    assert again.result == made.result.model_copy(update={"recorded": True})


async def test_each_repeat_has_a_seed_of_its_own(tmp_path: Path, golds: list[Gold]) -> None:
    asked = plan(tmp_path, asking(), asking())
    header = asked.header.model_copy(update={"parameters": {"temperature": 0.7, "seed": 3}})
    await run(replace(asked, header=header), golds, [tmp_path / "articles"])
    found = {(c["repeat"], c["parts"]["parameters"]) for c in lines(calls(tmp_path))}
    assert {(repeat, '"seed": 3' in p, '"seed": 4' in p) for repeat, p in found} == {
        (0, True, False),
        (1, False, True),
    }


async def test_one_repeat_does_not_make_the_calls_of_another_orphans(
    tmp_path: Path, golds: list[Gold]
) -> None:
    await run(plan(tmp_path, asking(), asking(slip)), golds, [tmp_path / "articles"], tidy=True)
    assert Counter(c["repeat"] for c in lines(calls(tmp_path))) == {0: 4, 1: 5}
    assert states(await replayed(tmp_path, golds)) == {"toll": "scored", "pond": "scored"}


def useless(request: Request[Any]) -> Scripted:
    """No usable answer about the drivers."""
    failed = ReplyError("the reply was no JSON")
    return failed if "12,000" in "".join(parts(request).values()) else echo(request)


async def test_a_useless_reply_is_recorded_and_replayed_as_such(
    tmp_path: Path, golds: list[Gold]
) -> None:
    live = await run(plan(tmp_path, asking(useless)), golds, [tmp_path / "articles"])
    again = await run(plan(tmp_path), golds, [tmp_path / "articles"])
    assert again.result == live.result.model_copy(update={"recorded": True})
    for outcome in (live, again):
        assert outcome.result.articles[0].state == "scored"
        [failed] = outcome.summaries["toll", 0].coverage.failed
        assert failed.error == "the reply was no JSON"


async def test_an_article_of_which_nothing_could_be_used_fails_alone(
    tmp_path: Path, golds: list[Gold]
) -> None:
    def answer(request: Request[Any]) -> Scripted:
        asked = request.messages[-1].content
        return ReplyError("gibberish") if "Selby" in asked else echo(request)

    live = await run(plan(tmp_path, asking(answer)), golds, [tmp_path / "articles"])
    for made in (live.result, await replayed(tmp_path, golds)):
        assert states(made) == {"toll": "failed", "pond": "scored"}
        assert made.articles[0].error == "gibberish"
    assert ("toll", 0) not in live.summaries


@pytest.mark.parametrize("status", [None, 401, 403, 404])
async def test_an_endpoint_out_of_reach_ends_the_run(
    tmp_path: Path, golds: list[Gold], status: int | None
) -> None:
    model = asking(lambda _: EndpointError("no way there", status=status))
    with pytest.raises(EndpointError, match="no way there"):
        await run(plan(tmp_path, model), golds, [tmp_path / "articles"])
    # Asked about the first article only.
    assert {"Selby" in r.messages[-1].content for r in model.requests} == {True}
    assert not (tmp_path / "calls").exists()


async def test_an_endpoint_that_refuses_one_article_fails_that_one(
    tmp_path: Path, golds: list[Gold]
) -> None:
    def answer(request: Request[Any]) -> Scripted:
        asked = request.messages[-1].content
        refused = EndpointError("HTTP 400: too long", status=400)
        return refused if "Selby" in asked else echo(request)

    made = await run(plan(tmp_path, asking(answer)), golds, [tmp_path / "articles"])
    assert states(made.result) == {"toll": "failed", "pond": "scored"}
    assert made.result.articles[0].error == "HTTP 400: too long"
    assert not calls(tmp_path).exists()


@pytest.mark.parametrize("stage", ["extract", "repair", "compose"])
async def test_a_call_that_the_endpoint_did_not_answer_is_missing_and_asked_for_later(
    tmp_path: Path, golds: list[Gold], stage: str
) -> None:
    def answer(request: Request[Any]) -> Scripted:
        asked = "".join(parts(request).values())
        if request.stage == stage and (stage == "compose" or "drivers" in asked):
            return EndpointError("HTTP 503", status=503, retryable=True)
        return slip(request)

    live = await run(plan(tmp_path, asking(answer)), golds[:1], [tmp_path / "articles"])
    assert states(live.result) == {"toll": "failed"}
    assert f" {stage} call" in str(live.result.articles[0].error)
    model = asking(slip)
    again = await run(plan(tmp_path, model), golds[:1], [tmp_path / "articles"], tidy=True)
    assert states(again.result) == {"toll": "scored"}
    assert model.requests[0].stage == stage
