from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict

from summarizer.errors import EndpointError, InputError, ReplyError
from summarizer.llm.model import LARGE, SMALL, Message, Model, Request
from summarizer.llm.scripted import ScriptedModel
from summarizer.schema import StageUsage


class Notes(BaseModel):
    model_config = ConfigDict(extra="forbid")
    notes: list[str]


def request(content: str = "two words") -> Request[Notes]:
    return Request((Message("user", content),), Notes, max_tokens=9, stage="compose")


async def test_answers_come_in_order_and_requests_are_kept() -> None:
    model = ScriptedModel([Notes(notes=["a"]), {"notes": ["b"]}, '{"notes":["c"]}'])

    replies = [await model.complete(request(content)) for content in ("x", "y", "z")]

    assert [reply.value.notes for reply in replies] == [["a"], ["b"], ["c"]]
    assert all(reply.complete for reply in replies)
    assert [asked.messages[0].content for asked in model.requests] == ["x", "y", "z"]


async def test_a_function_answers_from_the_request() -> None:
    def echo(asked: Request[Any]) -> dict[str, Any]:
        return {"notes": [asked.messages[0].content]}

    model = ScriptedModel(echo)

    assert (await model.complete(request("hello"))).value == Notes(notes=["hello"])


async def test_a_text_is_read_as_a_real_reply_is() -> None:
    reply = await ScriptedModel(['```json\n{"notes":["whole","cu']).complete(request())

    assert (reply.value, reply.complete) == (Notes(notes=["whole"]), False)


async def test_usage_counts_words() -> None:
    reply = await ScriptedModel(['{"notes": ["a b"]}']).complete(request("three words here"))

    assert reply.usage == StageUsage(calls=1, input_tokens=3, output_tokens=3)


async def test_a_text_that_cannot_be_used_fails_as_a_real_reply_does() -> None:
    with pytest.raises(ReplyError) as told:
        await ScriptedModel(["no"]).complete(request())

    assert told.value.usage == StageUsage(calls=1, input_tokens=2, output_tokens=1)


async def test_an_error_of_the_script_is_raised_with_its_usage() -> None:
    error = EndpointError("down", status=503)

    with pytest.raises(EndpointError) as told:
        await ScriptedModel([error]).complete(request())

    assert told.value is error
    assert error.usage == StageUsage(calls=1, input_tokens=2, output_tokens=0)


@pytest.mark.parametrize("wrong", [{"note": ["a"]}, {"notes": "a"}, {}])
async def test_a_script_that_does_not_fit_is_the_authors_mistake(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="is no Notes"):
        await ScriptedModel([wrong]).complete(request())


async def test_a_script_that_runs_out_says_so() -> None:
    model = ScriptedModel([{"notes": []}])
    await model.complete(request())

    with pytest.raises(InputError, match="no answer left for this compose request, after 1"):
        await model.complete(request())


def test_it_is_a_model_with_the_profile_that_it_is_given() -> None:
    model: Model = ScriptedModel([], profile=LARGE)

    assert model.profile is LARGE
    assert ScriptedModel([]).profile is SMALL
    assert (model.info.name, model.info.endpoint, model.info.mode) == (
        "scripted",
        "none",
        "scripted",
    )
