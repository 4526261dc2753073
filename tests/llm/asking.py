"""One request, and the ways that the client's tests put it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict

from summarizer.errors import RunError
from summarizer.llm.client import OpenAIModel
from summarizer.llm.model import SMALL, Message, Request
from summarizer.llm.retry import RetryPolicy
from tests.loopback import LoopbackServer, Script

KEY = "sk-recognisable-0123456789"
FACTS = '{"facts":[{"text":"The mill closed.","cites":[1]}]}'


class Fact(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str
    cites: list[Literal[1, 2]]


class Facts(BaseModel):
    model_config = ConfigDict(extra="forbid")
    facts: list[Fact]


class Waits:
    """Records the waits and does not wait."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


def request(content: str = "(1) The mill closed.") -> Request[Facts]:
    messages = (Message("system", "State the facts."), Message("user", content))
    return Request(messages, Facts, max_tokens=50, stage="extract")


@asynccontextmanager
async def opened(base_url: str, model: str = "any", **more: Any) -> AsyncIterator[OpenAIModel]:
    more.setdefault("retry", RetryPolicy(jitter=0, sleep=Waits()))
    made = OpenAIModel(model, base_url=base_url, api_key=KEY, profile=SMALL, **more)
    try:
        yield made
    finally:
        await made.aclose()


async def failed(script: Script, **more: Any) -> tuple[RunError, LoopbackServer]:
    """The error that the script leads to."""
    with LoopbackServer(script) as server:
        async with opened(server.url, **more) as model:
            with pytest.raises(RunError) as told:
                await model.complete(request())
    return told.value, server
