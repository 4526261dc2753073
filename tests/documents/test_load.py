"""Reading a source: what is kept, what is refused, and what the refusal says."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from summarizer.documents import document_from_text, load
from summarizer.errors import SourceError

TEXT = "The pier is closed.\r\nThe ferry is not."


def write(folder: Path, raw: bytes) -> Path:
    path = folder / "article.txt"
    path.write_bytes(raw)
    return path


def test_the_bytes_are_hashed_and_line_ends_kept(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT.encode())
    document = load(path)

    assert document.text == TEXT
    assert document.source == str(path)
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_byte_order_mark_is_taken_off_the_text_but_hashed(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + TEXT.encode()
    document = load(str(write(tmp_path, raw)))

    assert document.text == TEXT
    assert document.sha256 == hashlib.sha256(raw).hexdigest()


def test_standard_input() -> None:
    document = load("-", stdin=io.BytesIO(TEXT.encode()))

    assert (document.source, document.text) == ("-", TEXT)


def test_given_values_win(tmp_path: Path) -> None:
    path = write(tmp_path, b"Old pier\n\nBy Jane Doe\nMay 29, 2025\n\nThe pier is closed for good.")
    document = load(path, title="T", outlet="O", published="2025-06-01")

    assert (document.title, document.outlet, document.published) == ("T", "O", "2025-06-01")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "holds no text"),
        (b" \r\n\t\n", "holds no text"),
        (b"\xef\xbb\xbf \n", "holds no text"),
        (b"PK\x03\x04\0\0", "binary file (NUL at byte 4)"),
        (b"The caf\xe9 is open.", "byte 7 is 0xe9; convert it, for example: iconv"),
        ("The pier".encode("utf-16"), "is UTF-16 text"),
        (
            b"a" * 101,
            "limit of 100 bytes; give a shorter text, or raise the limit with --max-bytes",
        ),
    ],
    ids=["empty", "white space", "only a mark", "binary", "windows-1252", "utf-16", "too large"],
)
def test_what_cannot_be_used_is_refused(tmp_path: Path, raw: bytes, expected: str) -> None:
    with pytest.raises(SourceError) as caught:
        load(write(tmp_path, raw), max_bytes=100)

    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("missing.txt", "no such file"), (".", "it is a folder"), ("a\0b", "not a path")],
)
def test_what_cannot_be_opened_is_refused(tmp_path: Path, name: str, expected: str) -> None:
    with pytest.raises(SourceError, match=expected):
        load(f"{tmp_path}/{name}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file: did not run")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT.encode())
    path.chmod(0)

    with pytest.raises(SourceError, match="permission denied"):
        load(path)


def test_no_more_than_the_limit_is_read() -> None:
    stdin = io.BytesIO(b"a" * 1_000)

    with pytest.raises(SourceError, match="limit of 10 bytes"):
        load("-", stdin=stdin, max_bytes=10)

    assert stdin.tell() == 11


@pytest.mark.parametrize("published", ["", "2025-5-29", "20250529", "2025-02-30", "yesterday"])
def test_a_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(SourceError, match="not an ISO 8601 date; write it as YYYY-MM-DD"):
        document_from_text(TEXT, published=published)


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(SourceError, match="lone surrogate at character 4"):
        document_from_text("The \ud800 pier")


def test_text_is_hashed_as_utf_8() -> None:
    text = "Das Café ist offen."

    assert document_from_text(text).sha256 == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("text", ["{{ 7*7 }} {% raw %}", "</script> <b>The pier</b>"])
def test_text_is_data(text: str) -> None:
    assert document_from_text(text).text == text
