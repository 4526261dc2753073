"""The one client: openai for the transport, instructor for the request, the rest is here.

This module imports ``openai`` and ``instructor`` (about a second); import it where it is used.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import openai
from instructor import Mode, patch
from instructor.core import InstructorRetryException
from instructor.core.exceptions import InstructorError
from pydantic import ValidationError

from summarizer.errors import EndpointError, ReplyError, RunError
from summarizer.llm.endpoint import Endpoint, ParameterError
from summarizer.llm.model import (
    UNGRADED,
    Answer,
    ModelInfo,
    Profile,
    Question,
    Reply,
    Request,
    S,
)
from summarizer.llm.retry import RetryPolicy, TransientError
from summarizer.llm.salvage import misfit, read_reply
from summarizer.llm.wire import Completion, Dialect, ModelList, enforced
from summarizer.schema import StageUsage

TIMEOUT = 300.0
_LIST_TIMEOUT = 30.0
_YES_OR_NO = re.compile(r"\W*(yes|no)\b", re.IGNORECASE)
_THOUGHTS, _THOUGHTS_END = "<think>", "</think>"

Exchange = Callable[[Dialect], Awaitable[Completion]]


class OpenAIModel:
    """A model behind an OpenAI-compatible endpoint.

    Args:
        model: its name on the wire.
        base_url: such as ``https://api.openai.com/v1``.
        api_key: never shown; ``"none"`` where the endpoint wants none.
        profile: how the pipeline shapes its questions.
        name: for ``provenance``; ``model`` when None.
        retry: bounds of trying again.
        timeout: seconds without a byte before a try has failed.
        trust_env: False ignores proxies named in the environment.
        temperature, seed: sent where the endpoint takes them.

    Raises:
        InputError: ``base_url`` is not an http or https URL, or the key cannot be sent.
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: str,
        api_key: str,
        profile: Profile,
        name: str | None = None,
        retry: RetryPolicy | None = None,
        timeout: float = TIMEOUT,
        trust_env: bool = True,
        temperature: float = 0.0,
        seed: int = 0,
    ) -> None:
        self._endpoint = Endpoint(base_url, api_key, timeout=timeout, trust_env=trust_env)
        self._model = model
        self._name = name or model
        self._profile = profile
        self._retry = retry or RetryPolicy()
        self._dialect = Dialect.of(model, self._endpoint.host, temperature=temperature, seed=seed)
        _keep_instructor_quiet()

    def __repr__(self) -> str:
        return f"OpenAIModel({self._model!r}, endpoint={self._endpoint.origin!r})"

    @property
    def info(self) -> ModelInfo:
        """Name, endpoint, and the sampling parameters that the endpoint is sent."""
        return ModelInfo(
            self._name, self._endpoint.origin, "json_schema", dict(self._dialect.sampling)
        )

    @property
    def profile(self) -> Profile:
        """How the pipeline shapes its questions."""
        return self._profile

    async def aclose(self) -> None:
        """Close the connections; the model cannot be used afterwards."""
        await self._endpoint.aclose()

    async def complete(self, request: Request[S]) -> Reply[S]:
        """Answer; of a cut or partly wrong reply, its complete items.

        Raises:
            EndpointError: the endpoint refused, or no try got through; ``usage`` is set.
            ReplyError: nothing in the answer can be used; ``usage`` is set.
        """
        tries: list[StageUsage] = []
        try:
            completion = await self._send(partial(self._exchange, request), tries)
            value, complete, reason = self._read(request, completion)
        except RunError as error:
            error.usage = _total(tries)
            raise
        return Reply(value, complete, _total(tries), reason)

    async def decide(self, question: Question) -> Answer:
        """Answer yes or no, with the probability of that token where the endpoint gives it.

        A model that begins with something else is asked again, with room to think first.

        Raises:
            EndpointError: the endpoint refused, or no try got through; ``usage`` is set.
            ReplyError: the answer is neither yes nor no; ``usage`` is set.
        """
        tries: list[StageUsage] = []
        try:
            completion = await self._send(partial(self._put, question), tries)
            decision = _decision(completion)
            if decision is None and completion.cut() and not self._dialect.thinks:
                silent = not completion.said() or completion.said().startswith(_THOUGHTS)
                patient = partial(self._put, question, patient=True)
                completion = await self._send(patient, tries)
                decision = _decision(completion)
                if decision and silent:  # a model that always thinks first
                    self._dialect = self._dialect.thinking()
            if decision is None:
                raise self._undecided(completion)
        except RunError as error:
            error.usage = _total(tries)
            raise
        return Answer(*decision, _total(tries))

    def _undecided(self, completion: Completion) -> ReplyError:
        refusal = completion.choices[0].message.refusal if completion.choices else None
        if refusal:
            problem = f"refused to answer: {self._endpoint.scrub(refusal)}"
        else:
            said = self._endpoint.scrub(completion.said())
            problem = f"answered neither yes nor no: {said!r}"
        return ReplyError(f"{self._name} {problem}", hint="use another model, or --level rules")

    async def _send(self, exchange: Exchange, tries: list[StageUsage]) -> Completion:
        """The endpoint's answer, in the first dialect that it takes."""
        dialect = self._dialect
        while True:
            try:
                completion = await self._retry.run(partial(self._try, exchange, dialect, tries))
            except ParameterError as refused:
                narrowed = dialect.without(refused.names)
                if narrowed == dialect:
                    raise
                dialect = narrowed
            else:
                self._dialect = dialect
                return completion

    async def _try(
        self, exchange: Exchange, dialect: Dialect, tries: list[StageUsage]
    ) -> Completion:
        """One exchange, counted in ``tries`` whether it succeeds or not."""
        began = time.perf_counter()
        spent = StageUsage()
        try:
            completion = await exchange(dialect)
            spent = completion.spent()
            return completion
        finally:
            seconds = time.perf_counter() - began
            tries.append(spent + StageUsage(calls=1, retries=int(bool(tries)), seconds=seconds))

    async def _exchange(self, request: Request[S], dialect: Dialect) -> Completion:
        """Let instructor make the request, and take the answer as it came.

        instructor's own reading is not used: it gives up on a cut reply, and what it returns is of
        a subclass of the schema. It is never given ``context``, with which it would render the
        messages as templates.
        """
        received: list[Completion] = []

        async def post(**body: Any) -> Any:
            # Errors become ours here, so that neither instructor's log nor its own see them.
            raw = await self._post(enforced(body))
            received.append(self._completion(raw.http_response.content))
            return raw.parse()

        ask: Any = patch(create=post, mode=Mode.JSON_SCHEMA)
        try:
            await ask(
                response_model=request.schema,
                max_retries=0,
                model=self._model,
                messages=[{"role": m.role, "content": m.content} for m in request.messages],
                **dialect.parameters(request.max_tokens),
            )
        except InstructorError as error:
            if not received:
                raise _ours(error) from None
        return received[0]

    async def _put(
        self, question: Question, dialect: Dialect, *, patient: bool = False
    ) -> Completion:
        """Ask without a schema: under one, probabilities would be those before the grammar.

        Args:
            patient: leave the model room to think first.
        """
        dialect = dialect.thinking() if patient else dialect
        body: dict[str, Any] = {
            "model": self._model,
            "messages": [{"role": m.role, "content": m.content} for m in question.messages],
            **dialect.one_token(),
        }
        return self._completion((await self._post(body)).http_response.content)

    async def _post(self, body: dict[str, Any]) -> Any:
        try:
            return await self._endpoint.client.chat.completions.with_raw_response.create(**body)
        except openai.OpenAIError as error:
            raise self._endpoint.failure(
                error, self._model, structured="response_format" in body
            ) from None

    def _completion(self, body: bytes) -> Completion:
        try:
            return Completion.model_validate_json(body)
        except ValidationError:
            said = self._endpoint.scrub(body.decode(errors="replace"))
            # Not an EndpointError: one odd answer loses a passage, not the document.
            raise ReplyError(
                f"{self._endpoint.origin} did not answer with a chat completion: {said}",
                hint="check --base-url, which usually ends in /v1",
            ) from None

    def _read(self, request: Request[S], completion: Completion) -> tuple[S, bool, str | None]:
        if not completion.choices:
            raise ReplyError(f"{self._name} gave no answer", hint="try again or use another model")
        choice = completion.choices[0]
        text = choice.message.content or ""
        cut = choice.finish_reason == "length"
        if choice.message.refusal:
            problem = f"refused to answer: {self._endpoint.scrub(choice.message.refusal)}"
        elif choice.finish_reason == "content_filter":
            problem = "was stopped by the endpoint's content filter"
        elif found := read_reply(request.schema, text):
            return (*found, choice.finish_reason)
        elif cut:
            problem = f"used up {request.max_tokens} tokens before its first complete item"
        elif not text.strip():
            problem = "gave an empty answer"
        else:
            problem = f"gave an answer that does not fit: {misfit(request.schema, text)}"
        raise ReplyError(f"{self._name} {problem}", hint="try again or use another model")


async def list_models(
    base_url: str, api_key: str, *, retry: RetryPolicy | None = None
) -> list[str]:
    """The names of the models that an endpoint says it has, in its order.

    Raises:
        InputError: ``base_url`` is not an http or https URL, or the key cannot be sent.
        EndpointError: it refused, could not be reached, or gave no list of models.
    """
    endpoint = Endpoint(base_url, api_key, timeout=_LIST_TIMEOUT, trust_env=True)

    async def ask() -> list[str]:
        try:
            raw = await endpoint.client.models.with_raw_response.list()
        except openai.OpenAIError as error:
            raise endpoint.failure(error, "") from None
        try:
            return ModelList.model_validate_json(raw.http_response.content).names()
        except ValidationError:
            raise EndpointError(
                f"{endpoint.origin} gave no list of models", hint="name one with --model NAME"
            ) from None

    try:
        return await (retry or RetryPolicy()).run(ask)
    finally:
        await endpoint.aclose()


def _decision(completion: Completion) -> tuple[float, bool] | None:
    """Log-odds of yes, and whether they are graded; None when it is neither yes nor no."""
    if not completion.choices:
        return None
    choice = completion.choices[0]
    odds = choice.log_odds()
    if odds is not None:
        return odds, True
    word = _YES_OR_NO.match(completion.said().rpartition(_THOUGHTS_END)[2])
    if word is None:
        return None
    return UNGRADED if word[1].lower() == "yes" else -UNGRADED, False


def _total(tries: list[StageUsage]) -> StageUsage:
    return sum(tries, StageUsage())


def _ours(error: InstructorError) -> BaseException:
    """The error that ``post`` raised, which instructor has wrapped."""
    cause = error.__cause__ if isinstance(error, InstructorRetryException) else None
    return cause if isinstance(cause, RunError | TransientError) else error


def _keep_instructor_quiet() -> None:
    """Its records of replies that do not validate would end up on the user's terminal."""
    log = logging.getLogger("instructor")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
