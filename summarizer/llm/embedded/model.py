"""The embedded model as a :class:`~summarizer.llm.model.Model`."""

from __future__ import annotations

import asyncio
import dataclasses
import threading
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.errors import EndpointError, ModelNameError
from summarizer.llm.embedded.cache import cache_dir, model_path, pull, verify
from summarizer.llm.embedded.registry import DEFAULT, REGISTRY
from summarizer.llm.embedded.server import EmbeddedServer, RunningServers, require_xllamacpp
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
from summarizer.progress import Progress, Report

if TYPE_CHECKING:
    from summarizer.llm.client import OpenAIModel

T = TypeVar("T")
_MAGIC = b"GGUF"
_DEATH_SECONDS = 1.0
_ENDPOINT = "embedded"
# Per process, because loading a model takes seconds and a gigabyte; holds nothing of an event loop.
_SERVERS = RunningServers()


class EmbeddedModel:
    """A model on this process's own server, which outlives it.

    Args:
        model: the client to ``server``.
        context: tokens of context, for ``provenance``.
    """

    def __init__(self, model: OpenAIModel, server: EmbeddedServer, context: int) -> None:
        self._model = model
        self._server = server
        self._context = context

    @property
    def info(self) -> ModelInfo:
        """Endpoint is ``embedded``: the port is another one each time and says nothing."""
        info = self._model.info
        parameters = {**info.parameters, "context": self._context}
        return dataclasses.replace(info, endpoint=_ENDPOINT, parameters=parameters)

    @property
    def server_pid(self) -> int:
        """Of the process that computes the answers."""
        return self._server.pid

    @property
    def profile(self) -> Profile:
        """How the pipeline shapes its questions."""
        return self._model.profile

    async def complete(self, request: Request[S]) -> Reply[S]:
        """Answer.

        Raises:
            EmbeddedServerError: the server has died; it is not started again for this model.
            EndpointError, ReplyError: as any model.
        """
        return await self._alive(self._model.complete(request))

    async def decide(self, question: Question) -> Answer:
        """Answer yes or no.

        Raises:
            EmbeddedServerError, EndpointError, ReplyError: as :meth:`complete`.
        """
        return await self._alive(self._model.decide(question))

    async def _alive(self, asked: Coroutine[Any, Any, T]) -> T:
        if died := self._server.death():
            asked.close()
            raise died
        try:
            return await asked
        except EndpointError as error:
            died = await asyncio.to_thread(self._server.death, _DEATH_SECONDS)
            if died is None:
                raise
            died.usage = error.usage
            raise died from None

    async def aclose(self) -> None:
        """Close the connections; the server stays for the next model of this process."""
        await self._model.aclose()


async def open_embedded(
    path: str | None,
    *,
    environ: Mapping[str, str],
    report: Report,
    temperature: float = 0.0,
    seed: int = 0,
) -> EmbeddedModel:
    """The default model, fetched if need be, or a GGUF file of the user's own; ready to be asked.

    Args:
        path: of a GGUF file; None or empty is the default model of the registry.
        environ: where the cache folder is named.
        report: called in this event loop, with stages ``fetch`` and ``start``.
        temperature, seed: of sampling.

    Raises:
        ModelNameError: no ``local`` extra, or ``path`` is no GGUF file.
        DownloadError: the default model cannot be had.
        EmbeddedServerError: the model cannot be loaded.
    """
    require_xllamacpp()
    entry = REGISTRY[DEFAULT]
    own = _own_file(path) if path else None
    name = own.name if own else entry.name

    def ready(report: Report) -> EmbeddedServer:
        file = own or _default_file(environ, report)
        return _SERVERS.get(file, alias=name, context=entry.context, report=report)

    server = await _in_thread(ready, report)

    from summarizer.llm.client import OpenAIModel

    client = OpenAIModel(
        name,
        base_url=server.base_url,
        api_key=server.key,
        profile=SMALL,
        trust_env=False,
        temperature=temperature,
        seed=seed,
    )
    return EmbeddedModel(client, server, entry.context)


def shutdown() -> None:
    """End this process's servers; otherwise they end with it."""
    _SERVERS.shutdown()


def _default_file(environ: Mapping[str, str], report: Report) -> Path:
    entry, cache = REGISTRY[DEFAULT], cache_dir(environ)
    path = model_path(entry, cache)
    if not path.exists():
        return pull(entry, cache, report)
    # A file that is there and wrong is not replaced behind the user's back.
    verify(entry, path)
    return path


def _own_file(path: str) -> Path:
    file = Path(path).expanduser()
    hint = "name a GGUF model file, or leave --model out to use the default model"
    try:
        with file.open("rb") as opened:
            magic = opened.read(len(_MAGIC))
    except OSError as error:
        raise ModelNameError(
            f"cannot read model file {file} ({error.strerror})", hint=hint
        ) from None
    if magic != _MAGIC:
        raise ModelNameError(f"{file} is not a GGUF file (it begins with {magic!r})", hint=hint)
    return file


class _Abandoned(Exception):  # noqa: N818 - never seen by anyone
    """Ends the work of a thread whose result nobody waits for any more."""


async def _in_thread(work: Callable[[Report], T], report: Report) -> T:
    """Run ``work`` in a thread; cancelling ends it at its next report."""
    loop = asyncio.get_running_loop()
    abandoned = threading.Event()

    def tell(progress: Progress) -> None:
        if abandoned.is_set():
            raise _Abandoned
        loop.call_soon_threadsafe(report, progress)

    try:
        return await asyncio.to_thread(work, tell)
    except asyncio.CancelledError:
        abandoned.set()
        raise
