"""From a path, standard input or a string to a numbered :class:`Document`."""

from __future__ import annotations

import hashlib
import re
import shlex
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from summarizer.documents.boilerplate import classify
from summarizer.documents.language import find_language
from summarizer.documents.metadata import find_metadata
from summarizer.documents.sentences import find_blocks, find_sentences
from summarizer.errors import SourceError
from summarizer.schema import Document, Sentence, SentenceKind

MAX_BYTES = 2_000_000
"""Default upper bound on a source's size, bytes."""

_BOM = "\ufeff"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def load(
    source: str | Path,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    max_bytes: int = MAX_BYTES,
    stdin: BinaryIO | None = None,
) -> Document:
    """Read ``source`` and number its sentences.

    The text is kept exactly, line ends included; only a UTF-8 byte order mark is taken off.

    Args:
        source: path of a UTF-8 text file, or ``-`` for standard input.
        title, outlet: given here, they win over what the text shows.
        published: ISO 8601 date (``YYYY-MM-DD``); given here, it wins over what the text shows.
        max_bytes: refuse a larger source; at most one byte more than this is read.
        stdin: what ``-`` reads, standard input when None.

    Raises:
        SourceError: the source cannot be read, is empty, too large, binary or not UTF-8, or
            ``published`` is no date.
    """
    name = str(source)
    raw = _read(name, max_bytes, stdin)
    return document_from_text(
        _decoded(raw, name).removeprefix(_BOM),
        source=name,
        title=title,
        outlet=outlet,
        published=published,
        sha256=hashlib.sha256(raw).hexdigest(),
    )


def document_from_text(
    text: str,
    *,
    source: str = "text",
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    sha256: str | None = None,
) -> Document:
    """Number the sentences of ``text`` and find what it shows about itself.

    Args:
        text: the article, as it was copied or read.
        source: a name for it in messages and results.
        title, outlet, published: as in :func:`load`.
        sha256: of the bytes that ``text`` was read from; of its UTF-8 encoding when None.

    Raises:
        SourceError: ``text`` is empty, only white space, or not encodable as UTF-8, or
            ``published`` is no date.
    """
    if not text.strip():
        raise SourceError(
            f"{_shown(source)} holds no text: it is empty or only white space",
            hint="give a text with at least one word",
        )
    encoded = _encoded(text, source)
    if published is not None:
        _check_date(published)
    blocks = find_blocks(text)
    lines = [text[block.start : block.end] for block in blocks]
    layout = classify(lines, [block.after_blank for block in blocks])
    # What is written for software says nothing about the page either.
    shown = ["" if k == "instruction" else x for x, k in zip(lines, layout.kinds, strict=True)]
    found = find_metadata(shown, layout.header, layout.headline)
    spans = (
        (start, end, layout.kind_of(number, place))
        for number, block in enumerate(blocks)
        for place, (start, end) in enumerate(find_sentences(text, block))
    )
    body = (line for line, kind in zip(lines, layout.kinds, strict=True) if kind == "body")
    return Document(
        source=source,
        sha256=sha256 or hashlib.sha256(encoded).hexdigest(),
        title=title or found.title,
        outlet=outlet or found.outlet,
        section=found.section,
        byline=found.byline,
        published=published or found.published,
        language=find_language(" ".join(body)),
        text=text,
        sentences=tuple(_numbered(spans)),
    )


def _numbered(spans: Iterator[tuple[int, int, SentenceKind]]) -> Iterator[Sentence]:
    for number, (start, end, kind) in enumerate(spans, start=1):
        yield Sentence(id=number, start=start, end=end, kind=kind)


def read_text(name: str, max_bytes: int) -> str:
    """The text of a UTF-8 file, or of standard input for ``-``, without a byte order mark.

    Raises:
        SourceError: it cannot be read, is too large, binary or not UTF-8.
    """
    return _decoded(_read(name, max_bytes, None), name).removeprefix(_BOM)


def _read(name: str, max_bytes: int, stdin: BinaryIO | None) -> bytes:
    raw = _some_bytes(name, max_bytes + 1, stdin)
    if len(raw) > max_bytes:
        raise SourceError(
            f"cannot read {_shown(name)}: it is larger than the limit of {max_bytes:,} bytes",
            hint="give a shorter text, or raise the limit with --max-bytes or SUMMARIZER_MAX_BYTES",
        )
    return raw


def _some_bytes(name: str, most: int, stdin: BinaryIO | None) -> bytes:
    try:
        if name == "-":
            return (stdin or sys.stdin.buffer).read(most)
        with Path(name).open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        problem, hint = "there is no such file", "check the path"
    except IsADirectoryError:
        problem, hint = "it is a folder", "name the text files in it"
    except PermissionError:
        problem, hint = "permission denied", "check who may read it"
    except ValueError:
        problem, hint = (
            "this is not a path",
            "give the path of a text file, or - for standard input",
        )
    except OSError as error:
        problem, hint = error.strerror or "it cannot be read", "check the path"
    raise SourceError(f"cannot read {_shown(name)}: {problem}", hint=hint)


def _decoded(raw: bytes, name: str) -> str:
    if raw.startswith(_UTF16_BOMS):
        raise SourceError(
            f"{_shown(name)} is UTF-16 text, and UTF-8 was expected",
            hint=f"convert it: iconv -f UTF-16 -t UTF-8 {_argument(name)}",
        )
    if b"\0" in raw:
        raise SourceError(
            f"{_shown(name)} is a binary file (NUL at byte {raw.index(0)}), and text was expected",
            hint="give plain text in UTF-8",
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{_shown(name)} is not UTF-8: byte {error.start} is 0x{raw[error.start]:02x}",
            hint="convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 " + _argument(name),
        ) from error


def _encoded(text: str, source: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SourceError(
            f"{_shown(source)} holds a lone surrogate at character {error.start}",
            hint="decode the text properly before it is given",
        ) from error


def _check_date(published: str) -> None:
    try:
        if not _DATE.fullmatch(published):
            raise ValueError(published)
        date.fromisoformat(published)
    except ValueError:
        raise SourceError(
            f"the publication date {published!r} is not an ISO 8601 date",
            hint="write it as YYYY-MM-DD, such as 2025-05-29",
        ) from None


def _shown(name: str) -> str:
    return "standard input" if name == "-" else repr(name)


def _argument(name: str) -> str:
    return "FILE" if name == "-" else shlex.quote(name)
