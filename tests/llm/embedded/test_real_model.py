"""The default model on its server, for real."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from pydantic import BaseModel, ConfigDict

from summarizer.errors import EmbeddedServerError
from summarizer.llm.embedded import DEFAULT, REGISTRY, cache_dir, open_embedded, pull, shutdown
from summarizer.llm.embedded.server import EmbeddedServer
from summarizer.llm.model import Message, Request
from summarizer.progress import Progress, silent

pytestmark = pytest.mark.model
ENTRY = REGISTRY[DEFAULT]


class Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    colour: str


QUESTION = Request(
    messages=(Message("user", "What colour is fresh snow? Answer as JSON."),),
    schema=Answer,
    max_tokens=30,
    stage="extract",
)


@pytest.fixture(scope="module")
def file() -> Path:
    return pull(ENTRY, cache_dir(os.environ), silent)


@pytest.fixture(scope="module")
def server(file: Path) -> Iterator[EmbeddedServer]:
    server = EmbeddedServer(file, alias=DEFAULT, context=512, report=silent)
    yield server
    server.close()


@pytest.fixture
def fresh() -> Iterator[None]:
    yield
    shutdown()


def listeners(pid: int) -> set[str]:
    """Local addresses, ``ip:port``, on which a process listens for TCP connections."""
    inodes = set()
    for fd in Path(f"/proc/{pid}/fd").iterdir():
        target = os.readlink(fd)
        if target.startswith("socket:["):
            inodes.add(target[len("socket:[") : -1])
    found = set()
    for table, family in (("tcp", socket.AF_INET), ("tcp6", socket.AF_INET6)):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                address, port = fields[1].split(":")
                packed = bytes.fromhex(address)
                words = [packed[i : i + 4][::-1] for i in range(0, len(packed), 4)]
                found.add(f"{socket.inet_ntop(family, b''.join(words))}:{int(port, 16)}")
    return found


def ends(pid_fd: int, seconds: float) -> bool:
    try:
        return bool(select.select([pid_fd], [], [], seconds)[0])
    finally:
        os.close(pid_fd)


def test_nothing_without_the_key(server: EmbeddedServer) -> None:
    root = server.base_url.removesuffix("/v1")
    question = {"messages": [{"role": "user", "content": "Hello"}], "max_tokens": 1}
    with httpx2.Client(trust_env=False, headers={"Origin": "http://page.example"}) as page:
        for path in ("/v1/models", "/slots", "/props", "/metrics", "/lora-adapters"):
            assert page.get(root + path).status_code == 401, path
        refused = page.post(server.base_url + "/chat/completions", json=question)
        assert refused.status_code == 401
        asked_first = page.options(server.base_url + "/chat/completions")
        for reply in (refused, asked_first):
            assert reply.headers["Access-Control-Allow-Origin"] == "http://nowhere.invalid"
        page.headers["Authorization"] = f"Bearer {server.key}"
        answered = page.post(server.base_url + "/chat/completions", json=question, timeout=60)
        assert answered.status_code == 200


def test_no_user_interface_slots_or_metrics(server: EmbeddedServer) -> None:
    root = server.base_url.removesuffix("/v1")
    with httpx2.Client(trust_env=False) as client:
        client.headers["Authorization"] = f"Bearer {server.key}"
        statuses = [
            client.get(root + path).status_code
            for path in ("/", "/index.html", "/slots", "/metrics")
        ]
    assert statuses == [404, 404, 501, 501]


def test_it_listens_on_loopback_only(server: EmbeddedServer) -> None:
    port = server.base_url.removesuffix("/v1").rpartition(":")[2]
    assert listeners(server.pid) == {f"127.0.0.1:{port}"}


def test_other_users_cannot_see_the_key(server: EmbeddedServer) -> None:
    for name in ("cmdline", "environ"):
        assert server.key.encode() not in Path(f"/proc/{server.pid}/{name}").read_bytes()


@pytest.mark.usefixtures("file", "fresh")
def test_one_start_serves_several_event_loops() -> None:
    told: list[Progress] = []

    async def ask() -> str:
        model = await open_embedded(None, environ=os.environ, report=told.append)
        try:
            assert (model.info.name, model.info.endpoint) == (DEFAULT, "embedded")
            return (await model.complete(QUESTION)).value.colour
        finally:
            await model.aclose()

    assert "white" in asyncio.run(ask()).lower()
    assert "white" in asyncio.run(ask()).lower()
    assert [p.stage for p in told if p.done == p.total] == ["start"]


@pytest.mark.usefixtures("file", "fresh")
async def test_a_server_that_dies_is_one_clear_error() -> None:
    model = await open_embedded(None, environ=os.environ, report=silent)
    os.kill(model.server_pid, signal.SIGKILL)
    for _ in range(2):
        with pytest.raises(EmbeddedServerError) as caught:
            await model.complete(QUESTION)
        assert caught.value.message == ("the embedded model's server ended unexpectedly (signal 9)")
    await model.aclose()


@pytest.mark.usefixtures("file", "fresh")
async def test_a_server_that_dies_while_it_answers() -> None:
    model = await open_embedded(None, environ=os.environ, report=silent)
    os.kill(model.server_pid, signal.SIGSTOP)
    asked = asyncio.create_task(model.complete(QUESTION))
    done, _ = await asyncio.wait({asked}, timeout=1.0)
    assert not done
    os.kill(model.server_pid, signal.SIGKILL)
    with pytest.raises(EmbeddedServerError) as caught:
        await asked
    assert caught.value.usage is not None
    assert caught.value.usage.calls >= 1
    await model.aclose()


@pytest.mark.usefixtures("file", "fresh")
async def test_cancelling_a_start_ends_it() -> None:
    started = asyncio.Event()
    opening = asyncio.create_task(
        open_embedded(None, environ=os.environ, report=lambda progress: started.set())
    )
    await started.wait()
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening


PARENT = """
import sys
from pathlib import Path
from summarizer.llm.embedded.server import EmbeddedServer
from summarizer.progress import silent

def told(progress):
    sys.stdout.write("loading\\n")
    sys.stdout.flush()

class Told(EmbeddedServer):
    def _tell(self, order):
        super()._tell(order)
        sys.stdout.write(f"{self.pid}\\n")
        sys.stdout.flush()

server = Told(Path(sys.argv[1]), alias="m", context=512, report=told)
sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.read()
"""


@pytest.mark.parametrize("moment", ["loading", "ready"])
def test_the_server_ends_with_a_parent_that_is_killed(file: Path, moment: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        server = os.pidfd_open(int(parent.stdout.readline()))
        while parent.stdout.readline().strip() != moment:
            pass
        parent.kill()
        assert ends(server, 5)


CALLER = """
import asyncio, os
from pydantic import BaseModel, ConfigDict
from summarizer.llm.embedded import open_embedded
from summarizer.llm.model import Message, Request
from summarizer.progress import silent

class Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    colour: str

async def main():
    model = await open_embedded(None, environ=os.environ, report=silent)
    await model.complete(Request((Message("user", "What colour is snow?"),), Answer, 30, "extract"))
    await model.aclose()

asyncio.run(main())
"""


@pytest.mark.usefixtures("file")
def test_nothing_reaches_the_terminal() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", CALLER],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
