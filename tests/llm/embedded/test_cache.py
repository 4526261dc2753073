"""Pulling into the cache: resumed, verified, one at a time, and clear when it fails."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import DownloadError
from summarizer.llm.embedded import ModelEntry, cache_dir, model_path, pull, verify
from summarizer.llm.embedded.fetch import HubMirror, IndexMirror, Mirror, Slice
from summarizer.progress import Progress, silent

CONTENT = random.Random(2).randbytes(4500)
OTHER = random.Random(3).randbytes(4500)
MakeMirror = Callable[..., "MemoryMirrorLike"]
MakeEntry = Callable[..., ModelEntry]


class MemoryMirrorLike(Mirror, Protocol):
    """What these tests use of the fixture's mirror."""

    asked: list[int]


def test_pull_gives_the_whole_file(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    told: list[Progress] = []
    path = pull(make_entry(CONTENT, memory_mirror(CONTENT)), tmp_path, told.append)
    assert path == tmp_path / "models" / "tiny.gguf"
    assert path.read_bytes() == CONTENT
    assert [p.done for p in told] == sorted(p.done for p in told)
    assert told[-1] == Progress("fetch", 4500, 4500)
    assert not (tmp_path / "partial" / "tiny").exists()


def test_pull_of_what_is_there_asks_no_mirror(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    mirror = memory_mirror(CONTENT)
    entry = make_entry(CONTENT, mirror)
    first = pull(entry, tmp_path, silent)
    assert pull(entry, tmp_path, silent) == first
    assert mirror.asked == [1, 2, 3, 4, 5]


def test_mirrors_of_both_kinds_share_a_file(
    make_entry: MakeEntry,
    range_server: Callable[[bytes], str],
    index_mirror: Callable[..., IndexMirror],
    tmp_path: Path,
) -> None:
    index = index_mirror(CONTENT, act="sys.exit('gone') if n == '3' else None")
    with pytest.raises(DownloadError):
        pull(make_entry(CONTENT, index), tmp_path, silent)
    told: list[Progress] = []
    hub = HubMirror(range_server(CONTENT) + "/file")
    assert pull(make_entry(CONTENT, hub), tmp_path, told.append).read_bytes() == CONTENT
    assert told[0].done == 2000


@given(
    content=st.binary(min_size=1, max_size=200),
    slice_size=st.integers(1, 64),
    data=st.data(),
)
def test_a_pull_that_was_cut_goes_on_where_it_ended(
    make_entry: MakeEntry, content: bytes, slice_size: int, data: st.DataObject
) -> None:
    slices = -(-len(content) // slice_size)
    cut = data.draw(st.integers(1, slices))

    asked: list[int] = []

    class CutMirror:
        name = "cut"

        def read(self, part: Slice, scratch: Path) -> Generator[bytes, None, None]:
            asked.append(part.number)
            yield content[part.start : part.start + part.length - 1]
            if asked.count(cut) == 1 and part.number == cut:
                raise DownloadError("cut")
            yield content[part.start + part.length - 1 : part.start + part.length]

    with tempfile.TemporaryDirectory() as folder:
        entry = make_entry(content, CutMirror(), slice_size=slice_size)
        with pytest.raises(DownloadError):
            pull(entry, Path(folder), silent)
        assert not model_path(entry, Path(folder)).exists()
        assert pull(entry, Path(folder), silent).read_bytes() == content
    assert asked == [*range(1, cut + 1), *range(cut, slices + 1)]


def test_ctrl_c_leaves_what_was_fetched(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.done >= 2500:
            raise KeyboardInterrupt

    mirror = memory_mirror(CONTENT)
    entry = make_entry(CONTENT, mirror)
    with pytest.raises(KeyboardInterrupt):
        pull(entry, tmp_path, interrupt)
    assert pull(entry, tmp_path, silent).read_bytes() == CONTENT
    assert mirror.asked == [1, 2, 3, 3, 4, 5]


def test_next_mirror_goes_on_where_the_first_failed(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    first, second = memory_mirror(CONTENT, fails_at=3), memory_mirror(CONTENT)
    path = pull(make_entry(CONTENT, first, second), tmp_path, silent)
    assert path.read_bytes() == CONTENT
    assert (first.asked, second.asked) == ([1, 2, 3], [3, 4, 5])


def test_wrong_bytes_are_dropped_and_the_next_mirror_starts_afresh(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    wrong, right = memory_mirror(OTHER), memory_mirror(CONTENT)
    path = pull(make_entry(CONTENT, wrong, right), tmp_path, silent)
    assert path.read_bytes() == CONTENT
    assert right.asked == [1, 2, 3, 4, 5]


def test_leftovers_that_are_wrong_do_not_condemn_a_good_mirror(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    with pytest.raises(DownloadError):
        pull(make_entry(CONTENT, memory_mirror(OTHER, fails_at=4)), tmp_path, silent)
    good = memory_mirror(CONTENT)
    assert pull(make_entry(CONTENT, good), tmp_path, silent).read_bytes() == CONTENT
    assert good.asked == [4, 5, 1, 2, 3, 4, 5]


def test_no_mirror_helps(make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path) -> None:
    wrong = memory_mirror(OTHER, name="east")
    down = memory_mirror(CONTENT, name="west", fails_at=1)
    with pytest.raises(DownloadError) as caught:
        pull(make_entry(CONTENT, wrong, down), tmp_path, silent)
    expected, found = (hashlib.sha256(c).hexdigest() for c in (CONTENT, OTHER))
    assert caught.value.message == (
        f"could not fetch tiny: east gave a wrong file (expected sha256 {expected}, "
        f"found {found}), then west is cut off"
    )
    assert "summarizer models pull" in caught.value.hint
    assert not (tmp_path / "models" / "tiny.gguf").exists()


@pytest.mark.parametrize(
    ("content", "what"),
    [(CONTENT[:1500], "only 500"), (CONTENT + b"!", "more than all")],
)
def test_a_mirror_of_another_length(
    make_entry: MakeEntry, tmp_path: Path, content: bytes, what: str
) -> None:
    class Loose:
        name = "loose"

        def read(self, part: Slice, scratch: Path) -> Generator[bytes, None, None]:
            end = part.start + part.length if part.start + part.length < len(CONTENT) else None
            yield content[part.start : end]

    with pytest.raises(DownloadError, match=f"loose gave {what} of the .* bytes of slice"):
        pull(make_entry(CONTENT, Loose()), tmp_path, silent)


def test_too_little_room_is_said_before_fetching(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    mirror = memory_mirror(CONTENT)
    entry = make_entry(CONTENT, mirror, slice_size=10**18)
    huge = ModelEntry(**{**vars(entry), "size": 10**18})
    with pytest.raises(DownloadError) as caught:
        pull(huge, tmp_path, silent)
    folder = tmp_path / "partial" / "tiny"
    assert caught.value.message.startswith(
        f"fetching tiny needs 2000000000.0 GB free in {folder}, found "
    )
    assert "SUMMARIZER_CACHE_DIR" in caught.value.hint
    assert mirror.asked == []


FULL_DISK = """
import resource, sys
from pathlib import Path
from summarizer.errors import DownloadError
from summarizer.llm.embedded import ModelEntry, pull
from summarizer.llm.embedded.fetch import HubMirror
from summarizer.progress import silent

url, sha256, cache = sys.argv[1:]
entry = ModelEntry("tiny", "tiny.gguf", 4500, sha256, "CC0-1.0", "nobody", 256,
                   (HubMirror(url),), 1000)
resource.setrlimit(resource.RLIMIT_FSIZE, (3500, 3500))
try:
    pull(entry, Path(cache), silent)
except DownloadError as error:
    sys.stdout.write(str(error))
"""


def test_a_disk_that_fills_up_leaves_what_was_fetched(
    make_entry: MakeEntry,
    memory_mirror: MakeMirror,
    range_server: Callable[[bytes], str],
    tmp_path: Path,
) -> None:
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    url = range_server(CONTENT) + "/file"
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, url, sha256, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.stdout == (
        f"cannot write the model to {tmp_path} (File too large); free some space there, "
        "or set SUMMARIZER_CACHE_DIR to a folder that has it"
    )
    assert run.stderr == ""
    mirror = memory_mirror(CONTENT)
    assert pull(make_entry(CONTENT, mirror), tmp_path, silent).read_bytes() == CONTENT
    assert mirror.asked == [4, 5]


def test_a_cache_that_cannot_be_written(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    cache.write_text("a file stands here")
    with pytest.raises(DownloadError) as caught:
        pull(make_entry(CONTENT, memory_mirror(CONTENT)), cache, silent)
    assert caught.value.message == f"cannot write the model to {cache} (Not a directory)"
    assert caught.value.hint == "set SUMMARIZER_CACHE_DIR to a folder that can be written"


def test_a_corrupt_file_is_named_and_replaced(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    entry = make_entry(CONTENT, memory_mirror(CONTENT))
    path = pull(entry, tmp_path, silent)
    path.write_bytes(OTHER)
    with pytest.raises(DownloadError) as caught:
        verify(entry, path)
    found = hashlib.sha256(OTHER).hexdigest()
    assert str(caught.value) == (
        f"{path} is corrupt (expected sha256 {entry.sha256}, found {found}); "
        "run `summarizer models pull` to fetch it again"
    )
    assert pull(entry, tmp_path, silent).read_bytes() == CONTENT
    verify(entry, path)


def test_a_file_is_hashed_once_for_each_state(
    make_entry: MakeEntry, memory_mirror: MakeMirror, tmp_path: Path
) -> None:
    entry = make_entry(CONTENT, memory_mirror(CONTENT))
    path = pull(entry, tmp_path, silent)
    state = path.stat()
    path.write_bytes(OTHER)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    verify(entry, path)  # same size and time as when it was verified: not read again
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    with pytest.raises(DownloadError, match="is corrupt"):
        verify(entry, path)


def test_of_two_pulls_at_once_one_waits(make_entry: MakeEntry, tmp_path: Path) -> None:
    fetching, waiting = threading.Event(), threading.Event()
    asked: list[int] = []

    class SlowMirror:
        name = "slow"

        def read(self, part: Slice, scratch: Path) -> Generator[bytes, None, None]:
            asked.append(part.number)
            fetching.set()
            assert waiting.wait(30)
            yield CONTENT[part.start : part.start + part.length]

    def notice(progress: Progress) -> None:
        if progress.note == "another process is fetching it":
            waiting.set()

    entry = make_entry(CONTENT, SlowMirror())
    first = threading.Thread(target=pull, args=(entry, tmp_path, silent))
    first.start()
    assert fetching.wait(30)
    path = pull(entry, tmp_path, notice)
    first.join(30)
    assert path.read_bytes() == CONTENT
    assert asked == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"SUMMARIZER_CACHE_DIR": "/own", "XDG_CACHE_HOME": "/xdg", "HOME": "/home/u"}, "/own"),
        ({"XDG_CACHE_HOME": "/xdg", "HOME": "/home/u"}, "/xdg/summarizer"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/home/u"}, "/home/u/.cache/summarizer"),
        ({"SUMMARIZER_CACHE_DIR": "", "HOME": "/home/u"}, "/home/u/.cache/summarizer"),
    ],
)
def test_cache_dir(environ: dict[str, str], expected: str) -> None:
    assert cache_dir(environ) == Path(expected)
