"""A model that answers from a script: for the tests of this package, and for yours.

::

    # One clause, labelled 1a; then the headline.
    model = ScriptedModel([{"1a": ["The port was closed."]}, {"text": "Port was closed"}])
    document = Document.from_text("The port was closed.")
    summary = Summarizer(model=model).summarize(document)
    assert [claim.text for claim in summary.claims] == ["The port was closed."]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from summarizer.errors import InputError, ReplyError, RunError
from summarizer.llm.model import (
    SMALL,
    Answer,
    ModelInfo,
    Profile,
    Question,
    Reply,
    Request,
    S,
)
from summarizer.llm.salvage import misfit, read_reply
from summarizer.schema import StageUsage

A = TypeVar("A")
Scripted = BaseModel | Mapping[str, Any] | str | Exception
Decision = float | Exception


class ScriptedModel:
    """Gives the answers of a script, one for each request.

    Args:
        script: answers in order, or a function from the request to its answer. An object or a
            mapping has to fit the request's schema. A string is the raw text of a reply and is
            read as a real one is: fenced, cut, partly wrong. An exception is raised.
        decisions: log-odds of the answers to yes-or-no questions in order, or a function from the
            question to its answer.
        profile: how the pipeline shapes its questions.
        name: for ``provenance``.

    Attributes:
        requests, questions: what was asked so far, in order.
    """

    def __init__(
        self,
        script: Iterable[Scripted] | Callable[[Request[Any]], Scripted] = (),
        *,
        decisions: Iterable[Decision] | Callable[[Question], Decision] = (),
        profile: Profile = SMALL,
        name: str = "scripted",
    ) -> None:
        self._answer = script if callable(script) else _in_order(script)
        self._decision = decisions if callable(decisions) else _in_order(decisions)
        self._profile = profile
        self._name = name
        self.requests: list[Request[Any]] = []
        self.questions: list[Question] = []

    @property
    def info(self) -> ModelInfo:
        """Says that the answers are scripted."""
        return ModelInfo(self._name, "none", "scripted")

    @property
    def profile(self) -> Profile:
        """As it was given."""
        return self._profile

    async def complete(self, request: Request[S]) -> Reply[S]:
        """The next answer. Its usage counts words as tokens, and takes no time.

        Raises:
            InputError: the script has run out, or its answer does not fit the schema; unlike a
                RunError, the pipeline does not carry on after it.
            ReplyError: nothing in a raw text can be used.
            Exception: the one that the script holds; a RunError gets its ``usage``.
        """
        self.requests.append(request)
        answer = self._answer(request)
        if isinstance(answer, Exception):
            if isinstance(answer, RunError) and answer.usage is None:
                answer.usage = _usage(request, "")
            raise answer
        if not isinstance(answer, str):
            value = _fitting(request, answer)
            return Reply(value, True, _usage(request, value.model_dump_json(by_alias=True)))
        found = read_reply(request.schema, answer)
        if found is None:
            error = ReplyError(f"the scripted reply does not fit: {misfit(request.schema, answer)}")
            error.usage = _usage(request, answer)
            raise error
        return Reply(*found, _usage(request, answer))

    async def decide(self, question: Question) -> Answer:
        """The next decision. Its usage is as that of :meth:`complete`.

        Raises:
            InputError: there is none left.
            Exception: the one that the script holds; a RunError gets its ``usage``.
        """
        self.questions.append(question)
        decision = self._decision(question)
        if isinstance(decision, Exception):
            if isinstance(decision, RunError) and decision.usage is None:
                decision.usage = _usage(question, "")
            raise decision
        return Answer(decision, True, _usage(question, "yes" if decision > 0 else "no"))

    async def aclose(self) -> None:
        """Nothing to give back."""


def _in_order(script: Iterable[A]) -> Callable[[Request[Any] | Question], A]:
    answers = iter(script)
    given = 0

    def answer(request: Request[Any] | Question) -> A:
        nonlocal given
        for following in answers:
            given += 1
            return following
        raise InputError(
            f"the script has no answer left for this {request.stage} request, after {given}",
            hint="add one",
        )

    return answer


def _fitting(request: Request[S], answer: BaseModel | Mapping[str, Any]) -> S:
    if isinstance(answer, request.schema):
        return answer
    plain = answer.model_dump(by_alias=True) if isinstance(answer, BaseModel) else answer
    text = to_json(plain).decode()
    try:
        return request.schema.model_validate_json(text)
    except ValidationError:
        raise InputError(
            f"the scripted answer to this {request.stage} request is no"
            f" {request.schema.__name__}: {misfit(request.schema, text)}",
            hint="correct the script",
        ) from None


def _usage(request: Request[Any] | Question, answer: str) -> StageUsage:
    asked = sum(len(message.content.split()) for message in request.messages)
    return StageUsage(calls=1, input_tokens=asked, output_tokens=len(answer.split()))
