"""The embedded model's server: a child process that ends when this process does."""

from __future__ import annotations

import atexit
import contextlib
import importlib.util
import json
import os
import re
import secrets
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from summarizer.errors import EmbeddedServerError, ModelNameError
from summarizer.progress import Progress, Report

START_SECONDS = 120.0
_POLL_SECONDS = 0.25
_END_SECONDS = 5.0
_LOG_TAIL_BYTES = 20_000
# Spins of a compute thread before it sleeps. By default threads that wait for each other burn the
# time slices that they wait for: with three other busy processes on two cores, 3.5 tokens/s against
# 8.4 with this bound; alone on the machine there is no difference.
_SPIN_COUNT = "1000"
_CHILD = Path(__file__).with_name("child.py")
_NO_MEMORY = re.compile(
    r"insufficient memory|(?:unable|failed) to allocate|bad_alloc", re.IGNORECASE
)
# The server's log: time, level, origin, then what went wrong first.
_REASON = re.compile(r"^\S+ E [^:\n]*: (?:error loading model: )?(.+)$", re.MULTILINE)
_SMALLER = "free some memory, or use a smaller model"


class EmbeddedServer:
    """A running server for one model file.

    Args:
        path: the GGUF file.
        alias: the model's name on the wire.
        context: tokens of context.
        report: told ``Progress("start", …)`` while the model loads; an exception that it raises
            stops the start.
        timeout: seconds that the start may take.

    Attributes:
        base_url: of the OpenAI-compatible API.
        key: that every request must carry; new for each start.
        pid: of the child process.

    Raises:
        EmbeddedServerError: the model could not be loaded.
    """

    def __init__(
        self,
        path: Path,
        *,
        alias: str,
        context: int,
        report: Report,
        timeout: float = START_SECONDS,
    ) -> None:
        self.key = secrets.token_urlsafe(32)
        self._path = path
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        order: dict[str, str | int] = {
            "path": str(path),
            "alias": alias,
            "key": self.key,
            "context": context,
            "threads": threads(),
        }
        # By its path and with -P: nothing in the current folder can take the place of a module.
        self._child = subprocess.Popen(
            [sys.executable, "-P", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            start_new_session=True,
            env={"GOMP_SPINCOUNT": _SPIN_COUNT, **os.environ},
        )
        self.pid = self._child.pid
        try:
            self._tell(order)
            self.base_url = self._address(alias, report, timeout) + "/v1"
        except BaseException:
            self.close()
            raise

    def _tell(self, order: dict[str, str | int]) -> None:
        assert self._child.stdin is not None
        # A child that is already gone is found out, with its reason, when its answer is awaited.
        with contextlib.suppress(BrokenPipeError):
            self._child.stdin.write(json.dumps(order).encode() + b"\n")
            self._child.stdin.flush()

    def _address(self, alias: str, report: Report, timeout: float) -> str:
        assert self._child.stdout is not None
        deadline = time.monotonic() + timeout
        while not select.select([self._child.stdout], [], [], _POLL_SECONDS)[0]:
            report(Progress("start", 0, 1, f"loading {alias}"))
            if time.monotonic() > deadline:
                raise EmbeddedServerError(
                    f"the embedded model's server did not start in {timeout:.0f} s",
                    hint="the machine may be too busy; try again, or use a smaller model",
                )
        line = self._child.stdout.readline()
        if not line:
            raise self._not_started()
        report(Progress("start", 1, 1))
        return str(json.loads(line)["address"])

    def _not_started(self) -> EmbeddedServerError:
        status = self._child.wait()
        end = os.fstat(self._log.fileno()).st_size
        log = os.pread(self._log.fileno(), _LOG_TAIL_BYTES, max(0, end - _LOG_TAIL_BYTES))
        text = log.decode("utf-8", "replace")
        reason = _REASON.search(text)
        if _NO_MEMORY.search(text) or status == -signal.SIGKILL:
            problem, hint = "not enough memory", _SMALLER
        elif reason:
            problem, hint = reason[1], "check that the file is a whole GGUF model"
        else:
            problem, hint = "no reason given", "try again, or use another model"
        return EmbeddedServerError(
            f"the embedded model's server could not load {self._path}: {problem} "
            f"({_ended(status)})",
            hint=hint,
        )

    def death(self, wait: float = 0.0) -> EmbeddedServerError | None:
        """None while the server runs; ``wait`` gives an end that is under way that many seconds."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            status = self._child.wait(wait)
            hint = "run it again"
            if status == -signal.SIGKILL:
                hint += f"; if the system ended it for want of memory, {_SMALLER}"
            return EmbeddedServerError(
                f"the embedded model's server ended unexpectedly ({_ended(status)})", hint=hint
            )
        return None

    def close(self) -> None:
        """End the server; may be called twice."""
        for pipe in (self._child.stdin, self._child.stdout):
            with contextlib.suppress(BrokenPipeError):
                if pipe is not None:
                    pipe.close()
        try:
            self._child.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._log.close()


class RunningServers:
    """The servers of this process, one for each model file; threads may call it at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._servers: dict[Path, EmbeddedServer] = {}

    def get(self, path: Path, *, alias: str, context: int, report: Report) -> EmbeddedServer:
        """The one that runs for ``path``, started when none does.

        Raises:
            EmbeddedServerError: it could not be started.
        """
        path = path.resolve()
        with self._lock:
            server = self._servers.get(path)
            if server is not None and server.death() is None:
                return server
            if server is not None:
                server.close()
            if not self._servers:
                atexit.register(self.shutdown)
            server = EmbeddedServer(path, alias=alias, context=context, report=report)
            self._servers[path] = server
            return server

    def shutdown(self) -> None:
        """End them all."""
        with self._lock:
            while self._servers:
                self._servers.popitem()[1].close()
            atexit.unregister(self.shutdown)


def require_xllamacpp() -> None:
    """Raise ModelNameError unless the ``local`` extra is installed; nothing is imported."""
    if importlib.util.find_spec("xllamacpp") is None:
        raise ModelNameError(
            "the embedded model needs the `local` extra",
            hint="pip install 'summarizer[local]', or name a remote model with --model openai:NAME",
        )


def threads() -> int:
    """Threads to compute with: physical cores that this process may use, within its CPU quota."""
    affinity = getattr(os, "sched_getaffinity", None)
    cpus = affinity(0) if affinity else range(os.cpu_count() or 1)
    return max(1, min(physical_cores(cpus), cpu_quota()))


def cpu_quota(file: Path = Path("/sys/fs/cgroup/cpu.max")) -> int:
    """CPUs that a container may use at once, by its control group; a large number without limit.

    More threads than that wait for each other for most of their time.
    """
    try:
        quota, period = file.read_text("ascii").split()
        return max(1, int(quota) // int(period))
    except (OSError, ValueError):
        return sys.maxsize


def physical_cores(cpus: Iterable[int], topology: Path = Path("/sys/devices/system/cpu")) -> int:
    """Cores behind the given logical CPUs: two threads of one core share what inference needs.

    A CPU whose topology is unknown counts as a core.
    """
    cores = set()
    for cpu in cpus:
        siblings = topology / f"cpu{cpu}" / "topology" / "thread_siblings_list"
        try:
            cores.add(siblings.read_text("ascii").strip())
        except OSError:
            cores.add(f"cpu {cpu}")
    return max(1, len(cores))


def _ended(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"exit code {status}"
