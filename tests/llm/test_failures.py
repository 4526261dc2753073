from __future__ import annotations

import asyncio
import logging
import socket
from typing import Any

import pytest

from summarizer.errors import EndpointError, InputError
from summarizer.llm.client import OpenAIModel, list_models
from summarizer.llm.model import SMALL, ModelInfo
from summarizer.llm.retry import RetryPolicy
from tests.llm.asking import FACTS, KEY, Waits, failed, opened, request
from tests.loopback import DROP, HANG, Answer, LoopbackServer, Received, answer, completion, failure

# Failures of the transport


@pytest.mark.parametrize(
    "trouble", [*map(failure, (408, 409, 429, 500, 502, 503, 529)), DROP], ids=str
)
async def test_trouble_that_passes_is_ridden_out(trouble: Any) -> None:
    waits = Waits()
    with LoopbackServer([trouble, trouble, FACTS]) as server:
        async with opened(server.url, retry=RetryPolicy(jitter=0, sleep=waits)) as model:
            reply = await model.complete(request())

    assert reply.complete
    assert (reply.usage.calls, reply.usage.retries) == (3, 2)
    assert waits.seconds == [0.5, 1.0]
    assert len({received.body for received in server.requests}) == 1


async def test_a_hanging_endpoint_is_tried_again_and_told() -> None:
    policy = RetryPolicy(max_tries=2, sleep=Waits())
    error, server = await failed([HANG, HANG], timeout=0.1, retry=policy)

    assert str(error) == (
        f"{server.origin} did not answer in time (tried 2 times); try again later"
    )
    assert error.usage is not None
    assert (error.usage.calls, error.usage.retries) == (2, 1)
    assert error.usage.seconds >= 0.2


async def test_an_endpoint_that_keeps_failing_is_told() -> None:
    error, server = await failed(lambda _: failure(503, "Loading"))

    assert isinstance(error, EndpointError)
    assert str(error) == (f"{server.origin} answered 503: Loading (tried 5 times); try again later")
    assert (error.status, error.retryable, len(server.requests)) == (503, True, 5)


@pytest.mark.parametrize(
    ("headers", "waited"),
    [({"Retry-After": "3"}, [3.0]), ({"Retry-After-Ms": "40", "Retry-After": "3"}, [0.04])],
)
async def test_retry_after_is_obeyed(headers: dict[str, str], waited: list[float]) -> None:
    waits = Waits()
    with LoopbackServer([failure(429, headers=headers), FACTS]) as server:
        async with opened(server.url, retry=RetryPolicy(jitter=0, sleep=waits)) as model:
            await model.complete(request())

    assert waits.seconds == waited


async def test_a_wait_that_is_too_long_is_told_at_once() -> None:
    error, server = await failed([failure(429, "Slow down", headers={"Retry-After": "3600"})])

    assert len(server.requests) == 1
    assert str(error) == (
        f"{server.origin} answered 429: Slow down; it asks to wait 3600 s, more than is left of"
        " the 120 s allowed; ask less often"
    )


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (failure(401, "Bad key"), " answered 401: Bad key; check OPENAI_API_KEY"),
        (
            failure(403, "Not yours"),
            " answered 403: Not yours; the key may not use model 'any': check OPENAI_API_KEY,"
            " or name another model",
        ),
        (
            failure(404, "No model"),
            " answered 404: No model; check the model name 'any' and --base-url, which usually"
            " ends in /v1",
        ),
        (
            failure(400, "Too long"),
            " answered 400: Too long; check that the endpoint and model 'any' take a JSON Schema"
            " response_format",
        ),
        (
            answer({"detail": "Wrong"}, status=422),
            " answered 422: Wrong; check that the endpoint and model 'any' take a JSON Schema"
            " response_format",
        ),
        (
            failure(429, "Pay first", code="insufficient_quota"),
            " answered 429: Pay first; the account has no quota left; check its plan",
        ),
    ],
    ids=lambda value: str(value.status) if isinstance(value, Answer) else "",
)
async def test_what_cannot_pass_is_told_at_once(reply: Answer, told: str) -> None:
    error, server = await failed([reply])

    assert str(error) == server.origin + told
    assert error.usage is not None
    assert (error.usage.calls, len(server.requests)) == (1, 1)


async def test_what_an_endpoint_says_is_shortened() -> None:
    error, _ = await failed([failure(400, "a" * 5000)])

    assert len(str(error)) < 400
    assert "\n" not in str(error)


async def test_where_nothing_listens_is_told_soon() -> None:
    with socket.socket() as bound:  # bound and not listening: the port refuses
        bound.bind(("127.0.0.1", 0))
        origin = f"http://127.0.0.1:{bound.getsockname()[1]}"
        async with opened(f"{origin}/v1") as model:
            with pytest.raises(EndpointError) as told:
                await model.complete(request())

    assert str(told.value) == (
        f"could not reach {origin}: connection refused (tried 2 times);"
        " check --base-url or OPENAI_BASE_URL"
    )


async def test_a_cancelled_request_stays_cancelled() -> None:
    arrived = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hang(_: Received) -> Any:
        loop.call_soon_threadsafe(arrived.set)
        return HANG

    with LoopbackServer(hang) as server:
        async with opened(server.url) as model:
            task = asyncio.create_task(model.complete(request()))
            await arrived.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    assert len(server.requests) == 1


# Addresses and keys


@pytest.mark.parametrize(
    "base_url", ["ftp://host/v1", "localhost:8080/v1", "", "http://", "http://host:notaport/v1"]
)
def test_a_base_url_that_cannot_be_used(base_url: str) -> None:
    with pytest.raises(InputError, match="http or https"):
        OpenAIModel("any", base_url=base_url, api_key=KEY, profile=SMALL)


@pytest.mark.parametrize("key", [f"{KEY}\u201d", f"{KEY} x", f"{KEY}\nx"])
def test_a_key_that_cannot_be_sent(key: str) -> None:
    with pytest.raises(InputError) as told:
        OpenAIModel("any", base_url="http://127.0.0.1/v1", api_key=key, profile=SMALL)

    assert KEY not in str(told.value)


async def test_provenance_holds_no_secret() -> None:
    url = "https://user:hidden-password@host.example:8443/v1?token=t"
    async with opened(url, name="openai:any") as model:
        assert model.info == ModelInfo(
            name="openai:any",
            endpoint="https://host.example:8443",
            mode="json_schema",
            parameters={"temperature": 0.0, "seed": 0},
        )
        assert repr(model) == "OpenAIModel('any', endpoint='https://host.example:8443')"


@pytest.mark.parametrize(
    "reply",
    [
        failure(401, f"Incorrect API key provided: {KEY}."),
        failure(400, "x" * 190 + KEY),
        failure(503, f"Proxy auth {KEY}"),
        answer(f"<p>{KEY}</p>"),
        completion(None, refusal=f"Your key is {KEY}"),
    ],
    ids=["401", "400", "503", "html", "refusal"],
)
async def test_a_key_that_an_endpoint_echoes_is_never_shown(
    reply: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    error, server = await failed(lambda _: reply)

    assert server.requests
    assert "sk-recog" not in str(error)
    assert "sk-recog" not in caplog.text
    assert "[key]" in str(error) or "x" * 190 in str(error)


# Listing


async def test_models_are_listed() -> None:
    with LoopbackServer(models=["one", "two"]) as server:
        assert await list_models(server.url, KEY) == ["one", "two"]

    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


async def test_an_endpoint_without_a_list_is_told() -> None:
    with LoopbackServer() as server, pytest.raises(EndpointError) as told:
        await list_models(server.origin, KEY, retry=RetryPolicy(sleep=Waits()))

    assert told.value.status == 404
