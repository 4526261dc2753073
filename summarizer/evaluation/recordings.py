"""Recordings of real calls, and a model that answers from them.

One JSON object a call, one file an article, in the folder of a model. A call is found by its
canonical request: model, prompt, schema, parameters, messages, repeat. Nothing of a key or an
address is in it: what is recorded is what the pipeline asks and gets, not what goes over the wire.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.errors import GoldError, ReplyError
from summarizer.llm.model import (
    LARGE,
    SMALL,
    Answer,
    Decider,
    Model,
    ModelInfo,
    Profile,
    Question,
    Reply,
    Request,
    S,
)
from summarizer.schema import Stage, StageUsage

PROFILES: dict[str, Profile] = {"small": SMALL, "large": LARGE}
_SHOWN = 70


class Call(BaseModel):
    """One recorded call.

    Attributes:
        key: SHA-256 of the canonical request.
        parts: what the key is made of: each part as it is, or its SHA-256 where it is long.
        asked: the last message.
        reply: the validated answer, or None when it was an error.
        finish_reason: as the endpoint gave it.
        usage: of all tries; ``seconds`` is the latency.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    stage: Stage
    repeat: int
    parts: dict[str, str]
    asked: str
    reply: dict[str, Any] | None
    complete: bool
    error: str | None
    finish_reason: str | None
    usage: StageUsage


class Header(BaseModel):
    """What a folder of recordings was made with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    mode: str
    profile: Literal["small", "large"]
    parameters: dict[str, str | int | float | bool | None]


class RecordingMissError(GoldError):
    """A request that no recording answers.

    Attributes:
        stage: of the request.
        prompt_changed: whether the prompt is another than the recording's.
    """

    def __init__(self, message: str, *, hint: str, stage: Stage, prompt_changed: bool) -> None:
        super().__init__(message, hint=hint)
        self.stage = stage
        self.prompt_changed = prompt_changed


class Cassette:
    """The calls of one article, in a file that grows with each call.

    Args:
        path: of the file; it need not be there.

    Raises:
        GoldError: a line of it is no recorded call.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._calls: dict[str, Call] = {}
        self._used: dict[str, Call] = {}
        self.stale: set[Stage] = set()
        self._whole = _is_whole(path)
        for call in read_calls(path):
            self._calls[call.key] = call

    def find(self, key: str, parts: Mapping[str, str], *, rekey: bool = False) -> Call | None:
        """The call with this key, or one that differs in the prompt's hash alone: that is stale.

        Args:
            rekey: take such a call over under the new hash instead: it was asked the same.
        """
        call = self._calls.get(key)
        if call is None:
            same = {**parts, "prompt": ""}
            other = next(
                (c for c in self._calls.values() if {**c.parts, "prompt": ""} == same), None
            )
            if other is not None and rekey:
                call = other.model_copy(update={"key": key, "parts": dict(parts)})
                del self._calls[other.key]
                self._calls[key] = call
                self._write()
            elif other is not None:
                self.stale.add(other.stage)
                call = other
        if call is not None:
            self._used[call.key] = call
        return call

    def add(self, call: Call) -> None:
        """Keep a call, at once also on disk."""
        self._calls[call.key] = self._used[call.key] = call
        if not self._whole:
            self._write()
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(_line(call))

    def _write(self) -> None:
        draft = self.path.with_suffix(".tmp")
        draft.write_text("".join(_line(c) for c in self._calls.values()), encoding="utf-8")
        draft.replace(self.path)
        self._whole = True

    def nearest(self, stage: Stage, repeat: int, parts: Mapping[str, str]) -> Call | None:
        """The recorded call of the same stage that shares the most parts, an unused one first."""
        same = [c for c in self._calls.values() if c.stage == stage and c.repeat == repeat]

        def shares(call: Call) -> tuple[int, bool]:
            return sum(call.parts.get(k) == v for k, v in parts.items()), call.key not in self._used

        return max(same, key=shares, default=None)

    def orphans(self) -> list[Call]:
        """The calls that nothing has asked for."""
        return [call for key, call in self._calls.items() if key not in self._used]

    def keep_used(self, repeat: int) -> None:
        """Write the file anew without the orphans of a repeat, calls in the order of asking."""
        others = {k: c for k, c in self._calls.items() if c.repeat != repeat}
        self._calls = {**others, **self._used}
        self._write()


def read_calls(path: Path) -> list[Call]:
    """The calls of a file; none where there is no file.

    A last line that was cut off when the program was ended is left out.

    Raises:
        GoldError: another line is no recorded call.
    """
    if not path.is_file():
        return []
    calls = []
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    for number, line in enumerate(lines, start=1):
        try:
            calls.append(Call.model_validate_json(line))
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            field = ".".join(str(step) for step in fault["loc"]) or "the line"
            raise GoldError(
                f"{path}:{number}: {field}: {fault['msg']}", hint="record the article again"
            ) from None
    return calls


def _is_whole(path: Path) -> bool:
    return not path.is_file() or path.read_bytes()[-1:] in (b"", b"\n")


def _line(call: Call) -> str:
    return json.dumps(call.model_dump(), ensure_ascii=False, separators=(",", ":")) + "\n"


@dataclass
class RecordedModel:
    """Answers from a cassette; asks the model behind it, if there is one, for what is missing.

    Args:
        cassette: of one article.
        header: what the recordings are of.
        behind: the model to ask and record, or None to replay only.
        repeat: number of the independent sample, from 0.
        again: the command that records what is missing, for the error.
    """

    cassette: Cassette
    header: Header
    behind: Model | None = None
    repeat: int = 0
    again: str = "summarizer eval record --missing"

    @property
    def info(self) -> ModelInfo:
        """What was recorded, or is."""
        return ModelInfo(
            self.header.name, "recorded", self.header.mode, dict(self.header.parameters)
        )

    @property
    def profile(self) -> Profile:
        """As the program has it now: another one asks other questions, and they are missed."""
        return PROFILES[self.header.profile]

    async def complete(self, request: Request[S]) -> Reply[S]:
        """The recorded answer, or a new one that is recorded.

        Raises:
            RecordingMissError: there is none, and no model behind.
            RunError: the one that was recorded, or that the model raises.
        """
        parts = self._parts(request)
        key = _hash(parts)
        call = self.cassette.find(key, parts, rekey=self.behind is not None)
        if call is None and self.behind is None:
            raise self._miss(request, parts)
        if call is None:
            call = await self._record(request, key, parts)
            self.cassette.add(call)
        if call.error is not None:
            error = ReplyError(call.error)
            error.usage = call.usage
            raise error
        value = request.schema.model_validate(call.reply)
        return Reply(value, call.complete, call.usage, call.finish_reason)

    async def decide(self, question: Question) -> Answer:
        """The recorded answer, or a new one that is recorded.

        Raises:
            RecordingMissError: there is none, and no model behind.
            RunError: the one that was recorded, or that the model raises.
        """
        parts = self._question_parts(question)
        key = _hash(parts)
        call = self.cassette.find(key, parts, rekey=self.behind is not None)
        if call is None:
            if self.behind is None:
                raise self._miss(question, parts)
            call = await self._record_answer(question, key, parts, self.behind)
            self.cassette.add(call)
        if call.error is not None or call.reply is None:
            error = ReplyError(call.error or "no answer was recorded")
            error.usage = call.usage
            raise error
        return Answer(call.reply["log_odds"], call.reply["graded"], call.usage)

    async def aclose(self) -> None:
        """Nothing to give back: the model behind belongs to the caller."""

    def _parts(self, request: Request[Any]) -> dict[str, str]:
        return {
            "model": self.header.name,
            "stage": request.stage,
            "prompt": request.prompt,
            "schema": _hash(request.schema.model_json_schema()),
            "parameters": json.dumps(
                {**self._sampling(), "max_tokens": request.max_tokens}, sort_keys=True
            ),
            "messages": _hash([[m.role, m.content] for m in request.messages]),
            "repeat": str(self.repeat),
        }

    def _question_parts(self, question: Question) -> dict[str, str]:
        return {
            "model": self.header.name,
            "stage": question.stage,
            "prompt": "",
            "schema": "yes or no",
            "parameters": json.dumps(self._sampling(), sort_keys=True),
            "messages": _hash([[m.role, m.content] for m in question.messages]),
            "repeat": str(self.repeat),
        }

    async def _record_answer(
        self, question: Question, key: str, parts: dict[str, str], behind: Model
    ) -> Call:
        answer: Answer | None = None
        said = None
        usage = StageUsage()
        try:
            if not isinstance(behind, Decider):
                raise ReplyError("the model answers no question by yes or no")
            answer = await behind.decide(question)
            usage = answer.usage
        except ReplyError as error:
            said, usage = error.message, error.usage or StageUsage()
        return Call(
            key=key,
            stage=question.stage,
            repeat=self.repeat,
            parts=parts,
            asked=question.messages[-1].content,
            reply={"log_odds": round(answer.log_odds, 4), "graded": answer.graded}
            if answer
            else None,
            complete=answer is not None,
            error=said,
            finish_reason=None,
            usage=_rounded(usage),
        )

    def _sampling(self) -> dict[str, object]:
        """The parameters of this repeat: each has a seed of its own."""
        sampling: dict[str, object] = dict(self.header.parameters)
        seed = self.header.parameters.get("seed")
        return {**sampling, "seed": int(seed) + self.repeat} if seed is not None else sampling

    async def _record(self, request: Request[Any], key: str, parts: dict[str, str]) -> Call:
        assert self.behind is not None
        reply: Reply[Any] | None = None
        said = None
        try:
            reply = await self.behind.complete(request)
            usage = reply.usage
        except ReplyError as error:  # unlike an EndpointError it is an answer of the model
            said, usage = error.message, error.usage or StageUsage()
        return Call(
            key=key,
            stage=request.stage,
            repeat=self.repeat,
            parts=parts,
            asked=request.messages[-1].content,
            reply=reply.value.model_dump(mode="json", by_alias=True) if reply else None,
            complete=reply.complete if reply else False,
            error=said,
            finish_reason=reply.finish_reason if reply else None,
            usage=_rounded(usage),
        )

    def _miss(self, request: Request[Any] | Question, parts: dict[str, str]) -> RecordingMissError:
        near = self.cassette.nearest(request.stage, self.repeat, parts)
        name = self.cassette.path.name
        if near is None:
            what = f"{name} has no recorded {request.stage} call"
            changed: list[str] = []
        else:
            changed = [part for part, value in parts.items() if near.parts.get(part) != value]
            what = f"{name} has no such {request.stage} call; of the nearest, another {changed[0]}"
            if changed[1:]:
                what += " and " + ", ".join(changed[1:])
            if "messages" in changed:
                what += f": {_where(near.asked, request.messages[-1].content)}"
        return RecordingMissError(
            what, hint=f"run {self.again}", stage=request.stage, prompt_changed="prompt" in changed
        )


def _where(recorded: str, asked: str) -> str:
    """Where two messages part."""
    at = next((i for i, (a, b) in enumerate(zip(recorded, asked, strict=False)) if a != b), None)
    if at is None:
        at = min(len(recorded), len(asked))
    begin = max(0, at - 20)
    was, now = recorded[begin : begin + _SHOWN], asked[begin : begin + _SHOWN]
    return f"recorded “…{was}…”, asked “…{now}…”"


def _hash(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _rounded(usage: StageUsage) -> StageUsage:
    """The usage with its times in milliseconds: more digits are noise."""
    return usage.model_copy(
        update={
            "seconds": round(usage.seconds, 3),
            "server_seconds": None
            if usage.server_seconds is None
            else round(usage.server_seconds, 3),
        }
    )


def header_of(model: Model) -> Header:
    """What is kept of a model beside its calls."""
    profile = next((name for name, p in PROFILES.items() if p == model.profile), "small")
    info = model.info
    return Header(
        name=info.name,
        mode=info.mode,
        profile="large" if profile == "large" else "small",
        parameters=info.parameters,
    )


def read_header(folder: Path) -> Header:
    """What a folder of recordings was made with.

    Raises:
        GoldError: there is none, or it is malformed.
    """
    path = folder / "model.json"
    try:
        return Header.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError:
        raise GoldError(
            f"there are no recordings in {str(folder)!r}", hint="run summarizer eval record"
        ) from None
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        raise GoldError(f"{path}: {fault['loc']}: {fault['msg']}") from None


def write_header(folder: Path, header: Header) -> None:
    """Write what the recordings are made with."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.json").write_text(header.model_dump_json(indent=2) + "\n", encoding="utf-8")
