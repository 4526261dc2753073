"""An OpenAI-compatible server on loopback that answers from a script.

::

    with LoopbackServer([{"items": ["a"]}, answer(status=503), DROP]) as server:
        model = OpenAIModel("any", base_url=server.url, ...)
    assert server.requests[0].json["max_tokens"] == 100
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

_POLL_SECONDS = 0.02


class Misbehaviour(Enum):
    """What a server may do instead of answering."""

    DROP = auto()
    HANG = auto()


DROP = Misbehaviour.DROP
"""Close the connection without a byte."""
HANG = Misbehaviour.HANG
"""Say nothing until the server is closed."""


@dataclass(frozen=True)
class Answer:
    """A raw HTTP answer."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Received:
    """A request as its bytes came; header names are lower-case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


Reply = str | Mapping[str, Any] | Answer | Misbehaviour
Script = Iterable[Reply] | Callable[[Received], Reply]


def answer(
    body: Any = None, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Answer:
    """A raw answer; a ``str`` or ``bytes`` body is sent as it stands, anything else as JSON."""
    if isinstance(body, str):
        body = body.encode()
    elif not isinstance(body, bytes):
        body = json.dumps(body).encode()
    return Answer(status, body, {"content-type": "application/json", **(headers or {})})


def failure(
    status: int, message: str = "", *, headers: Mapping[str, str] | None = None, **more: Any
) -> Answer:
    """An error as OpenAI words it; ``more`` are further members such as ``code``."""
    return answer({"error": {"message": message, **more}}, status=status, headers=headers)


def completion(
    content: str | None,
    *,
    finish_reason: str = "stop",
    refusal: str | None = None,
    **more: Any,
) -> Answer:
    """A chat completion; ``more`` are further members, such as ``usage`` or ``timings``."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    choice = {"index": 0, "finish_reason": finish_reason, "message": message}
    head = {"id": "c", "object": "chat.completion", "created": 0, "model": "loopback"}
    return answer({**head, "choices": [choice], **more})


def cut(content: str, **more: Any) -> Answer:
    """A completion that ran into its limit of tokens."""
    return completion(content, finish_reason="length", **more)


class LoopbackServer:
    """Serves ``/v1/chat/completions`` from a script and ``/v1/models``, on a free port.

    Args:
        script: one reply for each completion request, or a function of the request. A ``str`` or
            mapping is the content of a completion. When it runs out, the answer is 400.
        models: what ``/v1/models`` lists.

    Attributes:
        requests: every request so far, in order of arrival.
    """

    def __init__(self, script: Script = (), *, models: Iterable[str] = ("loopback",)) -> None:
        self.requests: list[Received] = []
        self._reply = script if callable(script) else _in_order(script)
        self._models = answer({"object": "list", "data": [{"id": name} for name in models]})
        self._lock = threading.Lock()
        self._closing = threading.Event()

    @property
    def url(self) -> str:
        """The base URL."""
        return f"{self.origin}/v1"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(_POLL_SECONDS,))
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def respond(self, request: Received) -> Answer | None:
        """The answer to a request; None closes the connection."""
        with self._lock:
            self.requests.append(request)
            if request.path == "/v1/models":
                return self._models
            if request.path != "/v1/chat/completions":
                return failure(404, f"no such path: {request.path}")
            reply = self._reply(request)
        if reply is HANG:
            self._closing.wait()
        if isinstance(reply, Misbehaviour):
            return None
        if isinstance(reply, Answer):
            return reply
        return completion(reply if isinstance(reply, str) else json.dumps(reply))


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for every handler

    def __init__(self, loopback: LoopbackServer) -> None:
        self.loopback = loopback
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self._handle()

    def do_POST(self) -> None:
        self._handle()

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.loopback.respond(Received(self.command, self.path, headers, body))
        # The client may have gone away, by a time-out or on purpose.
        with suppress(ConnectionError):
            if reply is None:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class's name)
        """Say nothing."""


def _in_order(script: Iterable[Reply]) -> Callable[[Received], Reply]:
    replies = iter(script)
    return lambda _: next(replies, failure(400, "the loopback script has run out"))
