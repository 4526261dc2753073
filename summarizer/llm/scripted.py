"""A model that answers from a script: for tests, of this package and of yours.

::

    model = ScriptedModel([{"claims": []}, ReplyError("down")])
    summary = await Summarizer(model=model).asummarize(document)
    assert model.requests[0].stage == "extract"
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from summarizer.errors import ReplyError, RunError
from summarizer.llm.model import SMALL, ModelInfo, Profile, Reply, Request, S
from summarizer.llm.salvage import salvage
from summarizer.schema import StageUsage

Answer = Mapping[str, Any] | str | RunError


class ScriptedModel:
    """Answers in order, or by a function of the request.

    Args:
        script: answers to give one after the other, or a function from request to answer. A
            mapping must fit the request's schema; a string is a raw reply text and is read like a
            real one (cut off, fenced, …); an error is raised.
        profile: how the pipeline shapes its questions.

    Attributes:
        requests: every request so far.
    """

    def __init__(
        self,
        script: Iterable[Answer] | Callable[[Request[Any]], Answer],
        *,
        profile: Profile = SMALL,
    ) -> None:
        self._answer = script if callable(script) else _queue(script)
        self._profile = profile
        self.requests: list[Request[Any]] = []

    @property
    def info(self) -> ModelInfo:
        """Says that the answers were scripted."""
        return ModelInfo("scripted", "none", "scripted")

    @property
    def profile(self) -> Profile:
        """As given."""
        return self._profile

    async def complete(self, request: Request[S]) -> Reply[S]:
        """The next answer. Raises the error that stands in its place, and ReplyError when a text
        holds nothing that fits."""
        self.requests.append(request)
        usage = StageUsage(calls=1, input_tokens=0, output_tokens=0)
        answer = self._answer(request)
        if isinstance(answer, RunError):
            answer.usage = usage
            raise answer
        if not isinstance(answer, str):
            return Reply(request.schema.model_validate(answer), complete=True, usage=usage)
        try:
            return Reply(request.schema.model_validate_json(answer), complete=True, usage=usage)
        except ValidationError:
            value = salvage(request.schema, answer)
        if value is None:
            failure = ReplyError("the scripted reply does not fit the schema")
            failure.usage = usage
            raise failure
        return Reply(value, complete=False, usage=usage)

    async def aclose(self) -> None:
        """Nothing to give back."""


def _queue(script: Iterable[Answer]) -> Callable[[Request[Any]], Answer]:
    left = iter(script)

    def answer(request: Request[Any]) -> Answer:
        try:
            return next(left)
        except StopIteration:
            raise AssertionError(
                f"the script has no answer left for a {request.stage} request"
            ) from None

    return answer
