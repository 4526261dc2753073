"""The one client: openai for the transport, instructor for the schema, ours around both."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any
from urllib.parse import urlsplit

import httpx2
import instructor
import openai
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException

from summarizer.errors import InputError, ReplyError
from summarizer.llm.model import ModelInfo, Profile, Reply, Request, S
from summarizer.llm.retry import (
    RETRIED_STATUSES,
    RetryPolicy,
    Sleep,
    TransportError,
    retry_after,
    with_retries,
)
from summarizer.llm.salvage import salvage
from summarizer.schema import StageUsage

SEED = 7
_REPLY_SHOWN = 80
_ANSWER_SHOWN = 200
_SERVER_ERRORS = 500
_HINTS = {
    401: "check the key in OPENAI_API_KEY",
    403: "the key may not use this model; check the key or name another model with --model",
    404: "check the model's name (--model) and the address (--base-url or OPENAI_BASE_URL)",
    413: "the text is too long for this endpoint",
}


class OpenAIModel:
    """A model behind any OpenAI-compatible endpoint.

    It belongs to the event loop that it is first used in.

    Args:
        wire_name: the model's name as the endpoint knows it.
        base_url: such as ``https://api.openai.com/v1``.
        api_key: sent as a bearer token and never shown.
        profile: how the pipeline shapes its questions.
        name: the model's name in ``provenance``; ``wire_name`` unless given.
        retry: bounds of trying again.
        timeout: seconds without a byte before a try counts as failed.
        trust_env: False ignores the environment's proxy settings.
        sleep: waits between tries.

    Raises:
        InputError: ``base_url`` is no http(s) address.
    """

    def __init__(
        self,
        wire_name: str,
        *,
        base_url: str,
        api_key: str,
        profile: Profile,
        name: str | None = None,
        retry: RetryPolicy | None = None,
        timeout: float = 300.0,
        trust_env: bool = True,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        address = urlsplit(base_url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise InputError(
                f"the address {base_url!r} is not an http or https URL",
                hint="give one such as http://127.0.0.1:8000/v1",
            )
        self._wire_name = wire_name
        self._key = api_key
        self._retry = retry or RetryPolicy()
        self._sleep = sleep
        self._profile = profile
        port = f":{address.port}" if address.port else ""
        self._endpoint = f"{address.scheme}://{address.hostname}{port}"
        # What this endpoint takes; a 400 that names a parameter takes it out (see _learn).
        own = (address.hostname or "").endswith("openai.com")
        self._parameters: dict[str, Any] = {} if own else {"temperature": 0, "seed": SEED}
        self._limit_name = "max_completion_tokens" if own else "max_tokens"
        self._info_name = name or wire_name
        self._openai = openai.AsyncOpenAI(
            api_key=api_key,
            base_url=base_url,
            max_retries=0,
            timeout=httpx2.Timeout(timeout, connect=10.0),
            http_client=openai.DefaultAsyncHttpxClient(trust_env=trust_env),
        )
        self._instructor = instructor.from_openai(self._openai, mode=instructor.Mode.JSON_SCHEMA)
        self._instructor.on("completion:kwargs", _make_strict)
        # Without a handler, its records of failed replies would end up on the user's terminal.
        logging.getLogger("instructor").addHandler(logging.NullHandler())

    def __repr__(self) -> str:
        return f"OpenAIModel({self._wire_name!r}, base_url={self._endpoint!r})"

    @property
    def info(self) -> ModelInfo:
        """Names and parameters for ``provenance``."""
        return ModelInfo(self._info_name, self._endpoint, "json_schema", dict(self._parameters))

    @property
    def profile(self) -> Profile:
        """How the pipeline shapes its questions."""
        return self._profile

    async def aclose(self) -> None:
        """Close the connections."""
        await self._openai.close()

    async def complete(self, request: Request[S]) -> Reply[S]:
        """Ask, and try again while the transport's failures may pass.

        Raises:
            EndpointError: the endpoint refused, or no try got through; ``usage`` is set.
            ReplyError: it answered and nothing in the answer can be used; ``usage`` is set.
        """
        calls = 0
        spent = StageUsage()

        async def attempt() -> Reply[S]:
            nonlocal calls, spent
            calls += 1
            began = time.monotonic()
            tokens = StageUsage()
            try:
                reply = await self._ask(request)
                tokens = reply.usage
                return reply
            except ReplyError as error:
                tokens = error.usage or tokens
                raise
            finally:
                this = StageUsage(calls=1, retries=int(calls > 1), seconds=time.monotonic() - began)
                spent = spent + this + tokens

        try:
            reply = await with_retries(attempt, self._retry, sleep=self._sleep)
        except (TransportError, ReplyError) as error:
            error.usage = spent
            raise
        return Reply(reply.value, reply.complete, spent)

    async def _ask(self, request: Request[S]) -> Reply[S]:
        """One try; a parameter that the endpoint does not take is left out and asked again."""
        while True:
            try:
                value, raw = await self._send(request)
                return Reply(value, complete=True, usage=_tokens(raw))
            except IncompleteOutputException as error:
                return self._salvaged(request, error.last_completion)
            except InstructorRetryException as error:
                cause = _root_api_error(error)
                if cause is None:
                    return self._salvaged(request, error.last_completion)
                if not (isinstance(cause, openai.BadRequestError) and self._learn(str(cause))):
                    raise self._told(cause) from None
            except openai.OpenAIError as error:
                if not (isinstance(error, openai.BadRequestError) and self._learn(str(error))):
                    raise self._told(error) from None
            except (ValueError, TypeError, AttributeError, KeyError):
                # A 200 that is no chat completion: an HTML page, another API.
                raise ReplyError(
                    f"{self._endpoint} did not answer like an OpenAI-compatible endpoint",
                    hint="check the address; it usually ends in /v1",
                ) from None

    async def _send(self, request: Request[S]) -> tuple[S, Any]:
        messages: list[Any] = [{"role": m.role, "content": m.content} for m in request.messages]
        value, raw = await self._instructor.chat.completions.create_with_completion(
            model=self._wire_name,
            messages=messages,
            response_model=request.schema,
            max_retries=0,
            **{self._limit_name: request.max_tokens},
            **self._parameters,
        )
        return value, raw

    def _learn(self, message: str) -> bool:
        """Stop sending the parameter that a 400 complains about; False when it names none."""
        lowered = message.lower()
        for name in [n for n in self._parameters if n in lowered]:
            del self._parameters[name]
            return True
        if self._limit_name in lowered and "max_completion_tokens" in lowered:
            if self._limit_name != "max_completion_tokens":
                self._limit_name = "max_completion_tokens"
                return True
        return False

    def _salvaged(self, request: Request[S], raw: Any) -> Reply[S]:
        usage = _tokens(raw)
        choice = raw.choices[0] if getattr(raw, "choices", None) else None
        text = (choice.message.content or "") if choice else ""
        refusal = choice.message.refusal if choice else None
        value = salvage(request.schema, text)
        if value is not None and not refusal:
            return Reply(value, complete=False, usage=usage)
        if refusal or (choice and choice.finish_reason == "content_filter"):
            problem = "the model refused to answer" if refusal else "a content filter held it back"
        elif not text.strip():
            problem = "the reply is empty"
        else:
            problem = f"the reply is not the JSON that was asked for: {text[:_REPLY_SHOWN]!r}"
        failure = ReplyError(f"{self._endpoint}: {problem}", hint="try again or name another model")
        failure.usage = usage
        raise failure

    def _told(self, error: BaseException) -> TransportError:
        """The transport's error as one line with what to do, the key taken out."""
        if isinstance(error, openai.APIStatusError):
            status = error.status_code
            answer = self._scrub(_server_message(error))
            quota = "insufficient_quota" in answer or "insufficient_quota" in str(error.code)
            retryable = (status in RETRIED_STATUSES or status >= _SERVER_ERRORS) and not quota
            headers = {k.lower(): v for k, v in error.response.headers.items()}
            hint = "the account's quota is used up" if quota else _HINTS.get(status, "")
            if retryable:
                hint = "the endpoint is busy or failing; try again later"
            return TransportError(
                f"{self._endpoint} answered {status} for model {self._wire_name!r}: {answer}",
                hint=hint,
                status=status,
                retryable=retryable,
                wait=retry_after(headers, time.time()),
            )
        if isinstance(error, openai.APITimeoutError) and not _no_connection(error):
            return TransportError(
                f"{self._endpoint} did not answer in time",
                hint="try again, or use a faster model",
                retryable=True,
            )
        if isinstance(error, openai.APIConnectionError):
            connected = not _no_connection(error)
            reason = self._scrub(_innermost(error))
            doing = "the connection was lost" if connected else "could not connect"
            return TransportError(
                f"{self._endpoint}: {doing} ({reason})",
                hint="check the address (--base-url or OPENAI_BASE_URL) and that a server runs there",
                retryable=True,
                connected=connected,
            )
        return TransportError(f"{self._endpoint}: {self._scrub(str(error))}")

    def _scrub(self, text: str) -> str:
        return text.replace(self._key, "…") if len(self._key) > len("none") else text


def _make_strict(**kwargs: Any) -> None:
    """instructor leaves ``strict`` out, and without it an endpoint may ignore the schema."""
    kwargs["response_format"]["json_schema"]["strict"] = True


def _root_api_error(error: InstructorRetryException) -> openai.APIError | None:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, openai.APIError):
            return seen
        seen = seen.__cause__ or seen.__context__
    for failed in error.failed_attempts or []:
        if isinstance(failed.exception, openai.APIError):
            return failed.exception
    return None


def _no_connection(error: BaseException) -> bool:
    return isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout)


def _innermost(error: BaseException) -> str:
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error) or type(error).__name__


def _server_message(error: openai.APIStatusError) -> str:
    body = error.body
    text = body.get("message") if isinstance(body, dict) else None
    shown = " ".join(str(text or error.response.reason_phrase or "no reason given").split())
    return shown if len(shown) <= _ANSWER_SHOWN else shown[:_ANSWER_SHOWN] + "…"


def _tokens(raw: Any) -> StageUsage:
    usage = getattr(raw, "usage", None)
    details = getattr(usage, "prompt_tokens_details", None)
    timings = (getattr(raw, "model_extra", None) or {}).get("timings")
    server = None
    if isinstance(timings, dict):
        server = (timings.get("prompt_ms", 0.0) + timings.get("predicted_ms", 0.0)) / 1000
    return StageUsage(
        input_tokens=getattr(usage, "prompt_tokens", None),
        cached_tokens=getattr(details, "cached_tokens", None),
        output_tokens=getattr(usage, "completion_tokens", None),
        server_seconds=server,
    )
