"""Yes-or-no questions: what is sent, and how the answer is read."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import EndpointError, InputError, ReplyError, RunError
from summarizer.llm.model import UNGRADED, Answer, Decider, Message, Question
from summarizer.llm.retry import RetryPolicy
from summarizer.llm.scripted import ScriptedModel
from summarizer.llm.wire import Choice
from summarizer.schema import StageUsage
from tests.llm.asking import KEY, Waits, opened
from tests.loopback import (
    Answer as Raw,
)
from tests.loopback import (
    LoopbackServer,
    Received,
    Reply,
    Script,
    answer,
    completion,
    cut,
    failure,
)

QUESTION = Question(
    (Message("system", "Answer yes or no."), Message("user", "Did the mill close?")), "verify"
)
LEAST = 12.0


def first_token(*alternatives: tuple[str, float]) -> dict[str, Any]:
    """What an endpoint tells of an answer's first token: words with their probabilities."""
    listed = [{"token": word, "logprob": math.log(p), "bytes": None} for word, p in alternatives]
    place = {"token": listed[0]["token"], "logprob": listed[0]["logprob"], "top_logprobs": listed}
    return {"content": [place]}


def graded(*alternatives: tuple[str, float], **more: Any) -> Raw:
    """A completion of one token that comes with its probabilities."""
    return with_logprobs(first_token(*alternatives), content=alternatives[0][0], **more)


def with_logprobs(logprobs: Any, *, content: str | None = "yes", **more: Any) -> Raw:
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "finish_reason": "length", "message": message, "logprobs": logprobs}
    return answer({"id": "c", "object": "chat.completion", "choices": [choice], **more})


async def decided(script: Script, model: str = "any") -> tuple[Answer, LoopbackServer]:
    with LoopbackServer(script) as server:
        async with opened(server.url, model) as asked:
            return await asked.decide(QUESTION), server


async def undecided(script: Script, model: str = "any") -> tuple[RunError, LoopbackServer]:
    with LoopbackServer(script) as server:
        async with opened(server.url, model) as asked:
            with pytest.raises(RunError) as told:
                await asked.decide(QUESTION)
    return told.value, server


def refusing(*names: str, said: str = "Unsupported parameter: {}") -> Callable[[Received], Raw]:
    """An endpoint that refuses these parameters and says yes."""

    def reply(received: Received) -> Raw:
        for name in names:
            if name in received.json:
                return failure(400, said.format(f"'{name}'"))
        return completion("Yes")

    return reply


# What is sent


async def test_the_whole_body_on_the_wire() -> None:
    _, server = await decided([graded(("yes", 0.9), ("no", 0.1))], "wire-name")

    assert json.loads(server.requests[0].body) == {
        "model": "wire-name",
        "messages": [
            {"role": "system", "content": "Answer yes or no."},
            {"role": "user", "content": "Did the mill close?"},
        ],
        "max_tokens": 1,
        "temperature": 0.0,
        "seed": 0,
        "logprobs": True,
        "top_logprobs": 20,
    }
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("model", ["gpt-5-mini", "o4-mini", "openai/gpt-5"])
async def test_reasoning_models_get_room_to_think_and_are_asked_for_no_probabilities(
    model: str,
) -> None:
    got, server = await decided([completion("No.")], model)

    assert (got.log_odds, got.graded) == (-UNGRADED, False)
    assert set(server.requests[0].json) == {"model", "messages", "max_completion_tokens"}
    assert server.requests[0].json["max_completion_tokens"] == 2000


async def test_a_message_is_never_a_template() -> None:
    content = "{{ 7*7 }} {% raw %} é \U0001f600 \x00"
    with LoopbackServer(["yes"]) as server:
        async with opened(server.url) as model:
            await model.decide(Question((Message("user", content),), "verify"))

    assert server.requests[0].json["messages"][0]["content"] == content


# Parameters that an endpoint does not take


@pytest.mark.parametrize("refused", [("logprobs",), ("logprobs", "top_logprobs")])
async def test_an_endpoint_without_probabilities_is_asked_again_without_and_that_is_learned(
    refused: tuple[str, ...],
) -> None:
    with LoopbackServer(refusing(*refused)) as server:
        async with opened(server.url) as model:
            first = await model.decide(QUESTION)
            second = await model.decide(QUESTION)

    assert (first.log_odds, first.graded, first.usage.calls) == (UNGRADED, False, 2)
    assert second.usage.calls == 1
    for request in server.requests[1:]:
        assert not {"logprobs", "top_logprobs"} & set(request.json)
        assert request.json["max_tokens"] == 1


async def test_fewer_probabilities_are_asked_for_where_twenty_are_too_many() -> None:
    def few(received: Received) -> Reply:
        if received.json["top_logprobs"] > 5:
            return failure(400, "top_logprobs must be at most 5")
        return graded(("yes", 0.5), ("no", 0.25))

    got, server = await decided(few)

    assert got.graded
    assert got.log_odds == pytest.approx(math.log(2))
    assert [request.json["top_logprobs"] for request in server.requests] == [20, 5]


async def test_an_endpoint_that_never_takes_their_number_is_asked_without() -> None:
    got, server = await decided(refusing("top_logprobs"))

    assert (got.graded, got.log_odds) == (False, UNGRADED)
    assert [r.json.get("top_logprobs") for r in server.requests] == [20, 5, None]


async def test_every_other_refused_parameter_is_done_without_too() -> None:
    with LoopbackServer(refusing("max_tokens", "temperature", "seed")) as server:
        async with opened(server.url) as model:
            got = await model.decide(QUESTION)

    assert got.usage.calls == 4
    assert set(server.requests[-1].json) == {
        "model",
        "messages",
        "max_completion_tokens",
        "logprobs",
        "top_logprobs",
    }


# How sure a graded answer is


@pytest.mark.parametrize(
    ("alternatives", "log_odds"),
    [
        ([("yes", 0.8), ("no", 0.2)], math.log(4)),
        ([("no", 0.8), ("yes", 0.2)], -math.log(4)),
        ([(" Yes", 0.5), ("YES", 0.1), ("yes", 0.2), ("No", 0.1), ("no\n", 0.1)], math.log(4)),
        ([("▁yes", 0.6), ("Ġno", 0.3)], math.log(2)),
        ([("The", 0.9), ("yes", 0.02), ("no", 0.04)], -math.log(2)),
        ([("yes", 1.0)], LEAST),
        ([("no", 1.0), ("not", 1e-9)], -LEAST),
        ([("yes", math.exp(-20)), ("no", math.exp(-20))], 0.0),
        ([("yesterday", 0.5), ("no", 0.5)], math.log(math.exp(-LEAST) / 0.5)),
    ],
)
async def test_log_odds_of_the_first_token(
    alternatives: list[tuple[str, float]], log_odds: float
) -> None:
    got, _ = await decided([graded(*alternatives)])

    assert got.graded
    assert got.log_odds == pytest.approx(log_odds)


@given(st.floats(allow_nan=True, allow_infinity=True), st.floats())
def test_whatever_an_endpoint_calls_a_probability_the_log_odds_are_bounded(
    yes: float, no: float
) -> None:
    listed = [{"token": "yes", "logprob": yes}, {"token": "no", "logprob": no}]
    choice = Choice.model_validate(
        {"message": {"content": "yes"}, "logprobs": {"content": [{"top_logprobs": listed}]}}
    )
    odds = choice.log_odds()
    assert odds is None or abs(odds) <= LEAST


@pytest.mark.parametrize(
    "logprobs",
    [
        None,
        {},
        {"content": None},
        {"content": []},
        {"content": "yes"},
        {"content": [{"top_logprobs": []}]},
        {"content": [{"token": "yes", "logprob": -0.1}]},
        {"content": [{"top_logprobs": [{"token": "yes", "logprob": "high"}]}]},
        {"content": [{"top_logprobs": [{"token": "Certainly", "logprob": -0.1}]}]},
        {"content": [{"top_logprobs": [{"token": "yes", "logprob": -9999.0}]}]},
    ],
)
async def test_without_usable_probabilities_the_word_decides(logprobs: Any) -> None:
    got, server = await decided([with_logprobs(logprobs, content="yes")])

    assert (got.log_odds, got.graded) == (UNGRADED, False)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("said", "log_odds"),
    [
        ("yes", UNGRADED),
        ("Yes.", UNGRADED),
        ("\n **YES**, it did", UNGRADED),
        ("no", -UNGRADED),
        ("“No”", -UNGRADED),
        ("<think>Yes? The text says it is open.</think>\n\nNo", -UNGRADED),
    ],
)
async def test_the_word_of_an_answer(said: str, log_odds: float) -> None:
    got, _ = await decided([said])

    assert (got.log_odds, got.graded) == (log_odds, False)


# Models that begin with something else


async def test_a_model_that_thinks_first_is_given_room_and_that_is_learned() -> None:
    def thinking(received: Received) -> Reply:
        if received.json["max_tokens"] == 1:
            return cut("<think>")
        return completion("<think>\nThe mill is closed, so no doubt.\n</think>\n\nYes")

    with LoopbackServer(thinking) as server:
        async with opened(server.url) as model:
            first = await model.decide(QUESTION)
            second = await model.decide(QUESTION)

    assert (first.log_odds, first.graded) == (UNGRADED, False)
    assert (first.usage.calls, second.usage.calls) == (2, 1)
    assert [r.json["max_tokens"] for r in server.requests] == [1, 2000, 2000]
    assert "logprobs" not in server.requests[1].json


async def test_a_model_that_begins_with_a_sentence_once_is_asked_for_one_token_again() -> None:
    script = [cut("Certainly"), completion("Yes, it did."), graded(("no", 0.5), ("yes", 0.25))]
    with LoopbackServer(script) as server:
        async with opened(server.url) as model:
            first = await model.decide(QUESTION)
            second = await model.decide(QUESTION)

    assert (first.graded, second.graded) == (False, True)
    assert [r.json["max_tokens"] for r in server.requests] == [1, 2000, 1]


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (completion("Maybe"), "any answered neither yes nor no: 'Maybe'"),
        (completion("Nobody knows."), "any answered neither yes nor no: 'Nobody knows.'"),
        (completion("<think>Yes"), "any answered neither yes nor no: '<think>Yes'"),
        (completion(""), "any answered neither yes nor no: ''"),
        (completion(None), "any answered neither yes nor no: ''"),
        (answer({"choices": []}), "any answered neither yes nor no: ''"),
        (completion(None, refusal="I will not."), "any refused to answer: I will not."),
    ],
)
async def test_an_answer_that_is_neither(reply: Raw, told: str) -> None:
    error, server = await undecided([reply])

    assert isinstance(error, ReplyError)
    assert error.message == told
    assert error.hint == "use another model, or --level rules"
    assert error.usage is not None
    assert (error.usage.calls, len(server.requests)) == (1, 1)


async def test_a_cut_answer_that_is_neither_with_room_too_is_told_and_paid_for() -> None:
    usage = {"prompt_tokens": 7, "completion_tokens": 1}
    error, server = await undecided(lambda _: cut("Perhaps", usage=usage))

    assert error.message == "any answered neither yes nor no: 'Perhaps'"
    assert error.usage is not None
    assert (error.usage.calls, error.usage.input_tokens, error.usage.output_tokens) == (2, 14, 2)
    assert len(server.requests) == 2


async def test_what_a_model_says_is_shortened_to_one_line() -> None:
    error, _ = await undecided([completion("Well,\n" * 5000)])

    assert len(error.message) < 400
    assert "\n" not in error.message


# Cost and failures


async def test_the_cost_of_an_answer() -> None:
    usage = {
        "prompt_tokens": 30,
        "completion_tokens": 1,
        "prompt_tokens_details": {"cached_tokens": 12},
    }
    timings = {"prompt_ms": 250.0, "predicted_ms": 500.0}
    got, _ = await decided([graded(("yes", 0.9), usage=usage, timings=timings)])

    assert got.usage == StageUsage(
        calls=1,
        input_tokens=30,
        cached_tokens=12,
        output_tokens=1,
        seconds=got.usage.seconds,
        server_seconds=0.75,
    )


async def test_trouble_that_passes_is_ridden_out() -> None:
    waits = Waits()
    with LoopbackServer([failure(503), failure(429), "yes"]) as server:
        async with opened(server.url, retry=RetryPolicy(jitter=0, sleep=waits)) as model:
            got = await model.decide(QUESTION)

    assert (got.usage.calls, got.usage.retries, waits.seconds) == (3, 2, [0.5, 1.0])


@pytest.mark.parametrize(
    ("reply", "told", "hint"),
    [
        (failure(401, "Bad key"), "answered 401: Bad key", "check OPENAI_API_KEY"),
        (
            failure(400, "Too long"),
            "answered 400: Too long",
            "check that the endpoint and model 'any' take chat completions",
        ),
    ],
    ids=["401", "400"],
)
async def test_a_refusal_is_told_at_once_with_its_cost(reply: Raw, told: str, hint: str) -> None:
    error, server = await undecided([reply])

    assert isinstance(error, EndpointError)
    assert (error.message, error.hint) == (f"{server.origin} {told}", hint)
    assert error.usage is not None
    assert (error.usage.calls, len(server.requests)) == (1, 1)


async def test_an_answer_of_another_kind_is_told() -> None:
    error, server = await undecided([answer("<html>Welcome</html>")])

    assert isinstance(error, ReplyError)
    assert error.message == (
        f"{server.origin} did not answer with a chat completion: <html>Welcome</html>"
    )


@pytest.mark.parametrize(
    "reply",
    [
        completion(f"Your key is {KEY}"),
        completion(None, refusal=f"Your key is {KEY}"),
        failure(401, f"Incorrect API key provided: {KEY}."),
        answer(f"<p>{KEY}</p>"),
    ],
    ids=["said", "refusal", "401", "html"],
)
async def test_a_key_that_an_endpoint_echoes_is_never_shown(
    reply: Raw, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    error, _ = await undecided(lambda _: reply)

    assert "sk-recog" not in str(error)
    assert "sk-recog" not in caplog.text
    assert "[key]" in str(error)


# The scripted double


async def test_scripted_decisions_come_in_order_and_questions_are_kept() -> None:
    model: Decider = (scripted := ScriptedModel(decisions=[1.5, -0.5]))

    answers = [await model.decide(QUESTION) for _ in range(2)]

    assert [(a.log_odds, a.graded) for a in answers] == [(1.5, True), (-0.5, True)]
    assert scripted.questions == [QUESTION, QUESTION]
    assert scripted.requests == []
    assert answers[0].usage == StageUsage(calls=1, input_tokens=8, output_tokens=1)


async def test_a_function_decides_from_the_question() -> None:
    model = ScriptedModel(decisions=lambda q: 3.0 if "mill" in q.messages[-1].content else -3.0)

    assert (await model.decide(QUESTION)).log_odds == 3.0


async def test_an_error_of_the_script_is_raised_with_its_usage() -> None:
    error = EndpointError("down", status=503)

    with pytest.raises(EndpointError) as told:
        await ScriptedModel(decisions=[error]).decide(QUESTION)

    assert told.value is error
    assert error.usage == StageUsage(calls=1, input_tokens=8, output_tokens=0)


async def test_decisions_that_run_out_say_so() -> None:
    with pytest.raises(InputError, match="no answer left for this verify request, after 0"):
        await ScriptedModel().decide(QUESTION)
