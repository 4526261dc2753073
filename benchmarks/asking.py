"""A decider that remembers: questions by their hash, and the log-odds of the answers.

Shared by the benchmarks that ask a model, so that a second run costs nothing. The file holds no
text.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from summarizer.llm.model import SMALL, Answer, Decider, Profile, Question
from summarizer.progress import silent
from summarizer.schema import StageUsage


class LateModel:
    """The embedded model, started at the first question; each event loop gets a client."""

    @property
    def profile(self) -> Profile:
        """The embedded model's."""
        return SMALL

    async def decide(self, question: Question) -> Answer:
        """Answer; the server stays for the process."""
        from summarizer.llm.embedded.model import open_embedded

        model = await open_embedded(None, environ=os.environ, report=silent)
        try:
            return await model.decide(question)
        finally:
            await model.aclose()

    async def aclose(self) -> None:
        """Nothing to give back."""


class Remembering:
    """Answers from a file; asks the model behind it, and appends, for what is missing.

    Args:
        path: one JSON array ``[hash, log-odds]`` a line.
        behind: the model, or None to fail on what is missing.
    """

    def __init__(self, path: Path, behind: Decider | None) -> None:
        self._path = path
        self._behind = behind
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        self._known: dict[str, float] = dict(json.loads(line) for line in lines)

    @property
    def profile(self) -> Profile:
        """One question at a time."""
        return SMALL

    async def decide(self, question: Question) -> Answer:
        """The answer, remembered or new.

        Raises:
            KeyError: it is not known and there is no model.
        """
        said = json.dumps([[m.role, m.content] for m in question.messages])
        key = hashlib.sha256(said.encode()).hexdigest()[:32]
        if key not in self._known:
            if self._behind is None:
                raise KeyError(key)
            answer = await self._behind.decide(question)
            self._known[key] = answer.log_odds
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([key, answer.log_odds]) + "\n")
        return Answer(self._known[key], True, StageUsage())

    async def aclose(self) -> None:
        """Close the model behind."""
        if self._behind is not None:
            await self._behind.aclose()
