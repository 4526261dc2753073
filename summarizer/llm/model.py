"""What the program asks of a model, and nothing about how it is reached.

:class:`Model` is the one seam between the pipeline and any model: the client of
:mod:`summarizer.llm.client`, or the scripted double of :mod:`summarizer.llm.scripted`. Both are a
:class:`Decider` too, which is all that judging claims asks of one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Literal, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel

from summarizer.schema import Stage, StageUsage

S = TypeVar("S", bound=BaseModel)


@dataclass(frozen=True)
class Message:
    """One turn. ``content`` is sent as it stands: nothing in it is ever a template."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Request(Generic[S]):
    """One structured question.

    Attributes:
        schema: the model that the reply must fit: ``extra="forbid"``, no defaults.
        max_tokens: upper bound on the reply's tokens.
        stage: what the usage is counted under.
        prompt: SHA-256 of the prompt's file, or empty where there is none; never sent.
    """

    messages: tuple[Message, ...]
    schema: type[S]
    max_tokens: int
    stage: Stage
    prompt: str = ""


@dataclass(frozen=True)
class Reply(Generic[S]):
    """A validated answer.

    Attributes:
        complete: False when the reply was cut off and ``value`` holds only its complete items.
        usage: of all tries that this answer took.
        finish_reason: as the endpoint gave it, or None.
    """

    value: S
    complete: bool
    usage: StageUsage
    finish_reason: str | None = None


@dataclass(frozen=True)
class Question:
    """One question that is answered by yes or no, without a schema.

    Attributes:
        stage: what the usage is counted under.
    """

    messages: tuple[Message, ...]
    stage: Stage


@dataclass(frozen=True)
class Answer:
    """How surely the answer to a :class:`Question` is yes.

    Attributes:
        log_odds: natural logarithm of the probability of "yes" over that of "no", as the first
            token of the answer has them.
        graded: False where the endpoint gives no probabilities; ``log_odds`` is then
            plus or minus ``UNGRADED``.
        usage: of all tries that this answer took.
    """

    log_odds: float
    graded: bool
    usage: StageUsage


UNGRADED = 2.0


@dataclass(frozen=True)
class Profile:
    """What the pipeline needs to know about a model to shape its questions.

    Attributes:
        focus_sentences: sentences that one extraction call is about.
        context_sentences: sentences before them that are shown as context only.
        claims_per_part: most claims that a reply may give for one part of a sentence.
        tokens_per_part: reply tokens allowed for each part.
        concurrency: requests under way at once.
        document_words: a document up to this long is shown whole when a claim is judged. A small
            model judges no better with all of it than with the sentences that matter, at several
            times the cost.
    """

    focus_sentences: int
    context_sentences: int
    claims_per_part: int
    tokens_per_part: int
    concurrency: int
    document_words: int


SMALL = Profile(
    focus_sentences=1,
    context_sentences=2,
    claims_per_part=1,
    tokens_per_part=110,
    concurrency=1,
    document_words=0,
)
LARGE = Profile(
    focus_sentences=24,
    context_sentences=6,
    claims_per_part=3,
    tokens_per_part=200,
    concurrency=8,
    document_words=20_000,
)


@dataclass(frozen=True)
class ModelInfo:
    """What ends up in ``provenance``; ``endpoint`` is scheme, host and port, never a key."""

    name: str
    endpoint: str
    mode: str
    parameters: dict[str, str | int | float | bool | None] = field(default_factory=dict)


class Model(Protocol):
    """Anything that answers a :class:`Request`.

    A model belongs to the event loop that it is first used in.
    """

    @property
    def info(self) -> ModelInfo: ...

    @property
    def profile(self) -> Profile: ...

    async def complete(self, request: Request[S]) -> Reply[S]:
        """Answer, or raise a :class:`~summarizer.errors.RunError` with its ``usage``."""
        ...

    async def aclose(self) -> None:
        """Give back connections; the model cannot be used afterwards."""
        ...


@runtime_checkable
class Decider(Protocol):
    """Anything that answers a :class:`Question`; belongs to an event loop as :class:`Model` does.

    ``profile`` tells how many questions may be under way at once.
    """

    @property
    def profile(self) -> Profile: ...

    async def decide(self, question: Question) -> Answer:
        """Answer, or raise a :class:`~summarizer.errors.RunError` with its ``usage``."""
        ...

    async def aclose(self) -> None:
        """Give back connections; the model cannot be used afterwards."""
        ...


class FullModel(Model, Decider, Protocol):
    """A model of ours, which answers both kinds of question."""
