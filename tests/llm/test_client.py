from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer.errors import EndpointError, ReplyError
from summarizer.llm.model import Request
from summarizer.schema import StageUsage
from tests.llm.asking import FACTS, KEY, Fact, Facts, failed, opened, request
from tests.loopback import Answer, LoopbackServer, Received, answer, completion, cut, failure


class Open(BaseModel):
    """An author forgot to forbid other fields."""

    facts: list[Fact]


# What is sent


async def test_the_whole_body_on_the_wire() -> None:
    with LoopbackServer([FACTS]) as server:
        async with opened(server.url, "wire-name") as model:
            await model.complete(request())

    assert json.loads(server.requests[0].body) == {
        "model": "wire-name",
        "messages": [
            {"role": "system", "content": "State the facts."},
            {"role": "user", "content": "(1) The mill closed."},
        ],
        "max_tokens": 50,
        "temperature": 0.0,
        "seed": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {
                "name": "Facts",
                "strict": True,
                "schema": Facts.model_json_schema(),
            },
        },
    }
    assert b'"default"' not in server.requests[0].body
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


async def test_every_object_of_the_schema_is_closed() -> None:
    with LoopbackServer([FACTS]) as server:
        async with opened(server.url) as model:
            await model.complete(Request((), Open, max_tokens=9, stage="extract"))

    schema = server.requests[0].json["response_format"]["json_schema"]["schema"]
    assert schema == {**Open.model_json_schema(), "additionalProperties": False}


@pytest.mark.parametrize(
    "content", ["{{ 7*7 }}", "{% raw %}x", "{# note #}", "  two\n    indents", "é \U0001f600 \x00"]
)
async def test_a_message_is_never_a_template(content: str) -> None:
    with LoopbackServer([FACTS]) as server:
        async with opened(server.url) as model:
            await model.complete(request(content))

    assert server.requests[0].json["messages"][1]["content"] == content


@pytest.mark.parametrize("model", ["gpt-5-mini", "o4-mini", "openai/gpt-5"])
async def test_reasoning_models_are_sent_what_they_take(model: str) -> None:
    with LoopbackServer([FACTS]) as server:
        async with opened(server.url, model) as opened_model:
            await opened_model.complete(request())

    body = server.requests[0].json
    assert body["max_completion_tokens"] == 50
    assert not {"max_tokens", "temperature", "seed"} & set(body)


async def test_no_proxy_of_the_environment_is_used_when_told_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with LoopbackServer() as proxy, LoopbackServer([FACTS]) as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.origin)
        monkeypatch.setenv("NO_PROXY", "")
        async with opened(server.url, trust_env=False) as model:
            await model.complete(request())

    assert (len(proxy.requests), len(server.requests)) == (0, 1)


async def test_text_is_not_sent_on_to_where_an_endpoint_redirects() -> None:
    with LoopbackServer([FACTS]) as other:
        moved = answer(status=307, headers={"location": f"{other.url}/chat/completions"})
        error, _ = await failed([moved])

    assert isinstance(error, EndpointError)
    assert (error.status, other.requests) == (307, [])


# Parameters that an endpoint does not take


def picky(*unsupported: str) -> Callable[[Received], Answer]:
    def reply(received: Received) -> Answer:
        for name in unsupported:
            if name in received.json:
                return failure(400, f"Unsupported parameter: '{name}'", param=name)
        return completion(FACTS)

    return reply


async def test_refused_parameters_are_learned_once() -> None:
    with LoopbackServer(picky("max_tokens", "temperature", "seed")) as server:
        async with opened(server.url) as model:
            first = await model.complete(request())
            second = await model.complete(request())
            info = model.info

    assert (first.usage.calls, second.usage.calls) == (4, 1)
    assert set(server.requests[-1].json) == {
        "model",
        "messages",
        "response_format",
        "max_completion_tokens",
    }
    assert info.parameters == {}


async def test_the_newer_parameter_is_given_up_for_the_older() -> None:
    with LoopbackServer(picky("max_completion_tokens")) as server:
        async with opened(server.url, "gpt-5") as model:
            await model.complete(request())

    assert server.requests[-1].json["max_tokens"] == 50


async def test_an_endpoint_that_takes_neither_is_told() -> None:
    error, server = await failed(picky("max_tokens", "max_completion_tokens"))

    assert isinstance(error, EndpointError)
    assert error.status == 400
    assert len(server.requests) == 2


async def test_a_limit_that_is_only_too_high_changes_nothing() -> None:
    error, server = await failed([failure(400, "max_tokens is too large: 50")])

    assert len(server.requests) == 1
    assert "max_tokens is too large: 50" in str(error)


# What comes back


async def test_a_whole_reply_and_its_cost() -> None:
    usage = {
        "prompt_tokens": 30,
        "completion_tokens": 9,
        "prompt_tokens_details": {"cached_tokens": 12},
    }
    reply = completion(FACTS, usage=usage, timings={"prompt_ms": 250.0, "predicted_ms": 500.0})
    with LoopbackServer([reply]) as server:
        async with opened(server.url) as model:
            got = await model.complete(request())

    assert got.value == Facts(facts=[Fact(text="The mill closed.", cites=[1])])
    assert type(got.value) is Facts
    assert got.complete
    assert got.usage == StageUsage(
        calls=1,
        input_tokens=30,
        cached_tokens=12,
        output_tokens=9,
        seconds=got.usage.seconds,
        server_seconds=0.75,
    )
    assert 0 < got.usage.seconds < 30


@pytest.mark.parametrize("more", [{}, {"usage": None}, {"usage": "much", "timings": [1]}])
async def test_what_an_endpoint_does_not_tell_is_none(more: dict[str, Any]) -> None:
    with LoopbackServer([completion(FACTS, **more)]) as server:
        async with opened(server.url) as model:
            usage = (await model.complete(request())).usage

    assert usage == StageUsage(calls=1, seconds=usage.seconds)


@pytest.mark.parametrize(
    "reply",
    [
        cut('{"facts":[{"text":"The mill closed.","cites":[1]},{"text":"It wa'),
        completion('{"facts":[{"text":"The mill closed.","cites":[1]},{"text":"No."}]}'),
        completion('{"facts":[{"text":"The mill closed.","cites":[1]},{"text":"","cites":[9]}]}'),
    ],
)
async def test_of_a_cut_or_wrong_reply_the_good_items_are_kept(reply: Answer) -> None:
    with LoopbackServer([reply]) as server:
        async with opened(server.url) as model:
            got = await model.complete(request())

    assert got.value == Facts(facts=[Fact(text="The mill closed.", cites=[1])])
    assert not got.complete
    assert len(server.requests) == 1


async def test_an_answer_is_read_whatever_its_content_type() -> None:
    body = completion(FACTS).body
    with LoopbackServer([answer(body, headers={"content-type": "text/plain"})]) as server:
        async with opened(server.url) as model:
            assert (await model.complete(request())).complete


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (completion(None, refusal="I will not."), "any refused to answer: I will not."),
        (
            completion(FACTS, finish_reason="content_filter"),
            "any was stopped by the endpoint's content filter",
        ),
        (completion(""), "any gave an empty answer"),
        (completion(None), "any gave an empty answer"),
        (cut(""), "any used up 50 tokens before its first complete item"),
        (cut('{"facts":[{"te'), "any used up 50 tokens before its first complete item"),
        (
            completion('{"facts":7}'),
            "any gave an answer that does not fit: facts: Input should be a valid array",
        ),
        (
            completion("Certainly!"),
            "any gave an answer that does not fit: it holds no whole JSON object",
        ),
        (answer({"choices": []}), "any gave no answer"),
    ],
)
async def test_a_reply_that_cannot_be_used(reply: Answer, told: str) -> None:
    error, server = await failed([reply])

    assert isinstance(error, ReplyError)
    assert error.message == told
    assert error.usage is not None
    assert (error.usage.calls, len(server.requests)) == (1, 1)


async def test_an_unusable_reply_is_paid_for() -> None:
    error, _ = await failed([completion("no", usage={"prompt_tokens": 5, "completion_tokens": 1})])

    assert error.usage is not None
    assert (error.usage.input_tokens, error.usage.output_tokens) == (5, 1)


@pytest.mark.parametrize(
    "reply",
    [
        answer("<html>Welcome</html>", headers={"content-type": "text/html"}),
        answer("<html>Welcome</html>"),
        answer({"object": "list"}),
        answer([]),
        answer({"choices": [{"message": "hello"}]}),
        answer({"error": {"message": "Welcome"}}),
    ],
)
async def test_an_answer_of_another_kind(reply: Answer) -> None:
    error, server = await failed([reply])

    assert isinstance(error, ReplyError)
    assert error.message == (
        f"{server.origin} did not answer with a chat completion: {reply.body.decode()}"
    )
    assert error.hint == "check --base-url, which usually ends in /v1"
