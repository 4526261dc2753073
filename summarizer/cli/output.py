"""Where results and complaints go."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from summarizer.errors import InputError, OutputError
from summarizer.render import BINARY, RENDERERS, Format, Result, require_renderer
from summarizer.render.json import render_json_line
from summarizer.render.plain import one_line

SUFFIXES: dict[Format, str] = {
    "markdown": ".md",
    "json": ".json",
    "text": ".txt",
    "html": ".html",
    "docx": ".docx",
    "pdf": ".pdf",
}
# Between two results on standard output; formats that cannot follow one another have none.
SEPARATORS: dict[Format, str] = {
    "markdown": "\n---\n\n",
    "json": "",
    "text": f"\n{'=' * 88}\n\n",
}
_LINE_FILES = (".json", ".jsonl")
_OTHER_PLACE = "name another place with --output"

Render = Callable[[Result], str | bytes]


class ReaderGoneError(Exception):
    """What reads standard output has stopped reading, as ``head`` does."""


class Sink(Protocol):
    """Takes results as they become ready."""

    def put(self, index: int, result: Result) -> None:
        """Give out the result with this index.

        Raises:
            OutputError: it cannot be written.
            ReaderGoneError: nobody reads standard output any more.
        """


def complain(message: str) -> None:
    """One line on standard error."""
    if sys.stderr is not None:
        sys.stderr.write(f"summarizer: {one_line(message)}\n")


def emit(written: str | bytes) -> None:
    """Write to standard output, text in UTF-8, at once.

    Raises:
        OutputError, ReaderGoneError: as in :meth:`Sink.put`.
    """
    if sys.stdout is None:
        raise OutputError("cannot write to standard output: it is closed", hint=_OTHER_PLACE)
    try:
        sys.stdout.buffer.write(_bytes(written))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _discard_standard_output()
        raise ReaderGoneError from None
    except OSError as error:
        _discard_standard_output()
        raise OutputError(
            f"cannot write to standard output: {error.strerror}", hint=_OTHER_PLACE
        ) from None


def _bytes(written: str | bytes) -> bytes:
    return written.encode() if isinstance(written, str) else written


def _discard_standard_output() -> None:
    # What is still buffered would fail again, noisily, when the interpreter exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_whole(path: Path, written: str | bytes) -> None:
    """Write a file so that it holds the old content or the whole new one, never a part.

    A device or pipe is written to as it is.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(_bytes(written))
        else:
            _replace(Path(os.path.realpath(path)), _bytes(written))
    except OSError as error:
        raise OutputError(
            f"cannot write {str(path)!r}: {error.strerror}", hint=_OTHER_PLACE
        ) from None


def _replace(target: Path, written: bytes) -> None:
    draft = target.with_name(f".summarizer-{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(written)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


class StandardOutput:
    """Prints results one after the other, with a separator between two."""

    def __init__(self, render: Render, separator: str) -> None:
        self._render = render
        self._separator = separator
        self._between = ""

    def put(self, index: int, result: Result) -> None:
        """As in :class:`Sink`."""
        if self._between:
            emit(self._between)
        emit(self._render(result))
        self._between = self._separator


class Files:
    """One file for each result."""

    def __init__(self, paths: Sequence[Path], render: Render) -> None:
        self._paths = paths
        self._render = render

    def put(self, index: int, result: Result) -> None:
        """As in :class:`Sink`."""
        path = self._paths[index]
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"cannot create {str(path.parent)!r}: {error.strerror}", hint=_OTHER_PLACE
            ) from None
        write_whole(path, self._render(result))


class LineFile:
    """One file with one JSON object a line; whole after each result."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: list[str] = []

    def put(self, index: int, result: Result) -> None:
        """As in :class:`Sink`."""
        self._lines.append(render_json_line(result))
        write_whole(self._path, "".join(self._lines))


def open_sink(
    sources: Sequence[str],
    output: str | None,
    output_format: Format,
    *,
    results: Sequence[str] | None = None,
) -> Sink:
    """Where the results of ``sources`` go. Nothing is created before the first result.

    Args:
        output: as given with ``--output``; None is standard output.
        results: names of the results, which files in a folder get; None where each source has
            one, which is called as it is.

    Raises:
        OutputError: it is plain already that nothing can be written there.
        InputError: a result would take the place of a source, a terminal cannot show the format,
            or what the format needs is not installed.
    """
    require_renderer(output_format)
    names = [_stem(source) for source in sources] if results is None else results
    several = len(names) > 1
    if output is None:
        return _standard_output(output_format, several=several)
    path = Path(output)
    as_folder = path.is_dir() or output.endswith("/")
    if several and output_format == "json" and not as_folder and path.suffix in _LINE_FILES:
        _check([path], sources)
        return LineFile(path)
    render = RENDERERS[output_format]
    if not several and not as_folder:
        _check([path], sources)
        return Files([path], render)
    paths = [path / name for name in _files(names, SUFFIXES[output_format])]
    _check_folder(path, path)
    _check(paths, sources, folder_may_come=True)
    return Files(paths, render)


def _standard_output(output_format: Format, *, several: bool) -> StandardOutput:
    if several and output_format not in SEPARATORS:
        raise InputError(
            f"several {output_format} results cannot follow one another on standard output",
            hint="name a folder with --output",
        )
    if output_format in BINARY and sys.stdout is not None and sys.stdout.isatty():
        raise InputError(
            f"a terminal cannot show {output_format}",
            hint=f"name a file with --output, such as note{SUFFIXES[output_format]}",
        )
    lines = several and output_format == "json"
    render = render_json_line if lines else RENDERERS[output_format]
    return StandardOutput(render, SEPARATORS.get(output_format, ""))


def _stem(source: str) -> str:
    return "stdin" if source == "-" else Path(source).stem


def _files(names: Sequence[str], suffix: str) -> Iterator[str]:
    taken: set[str] = set()
    for stem in names:
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        yield name + suffix


def _check_folder(folder: Path, path: Path) -> None:
    existing = next(p for p in (folder.absolute(), *folder.absolute().parents) if p.exists())
    if not existing.is_dir():
        raise OutputError(
            f"cannot write {str(path)!r}: {str(existing)!r} is not a folder", hint=_OTHER_PLACE
        )
    if not os.access(existing, os.W_OK | os.X_OK):
        raise OutputError(f"cannot write {str(path)!r}: permission denied", hint=_OTHER_PLACE)


def _check(paths: Sequence[Path], sources: Sequence[str], *, folder_may_come: bool = False) -> None:
    read = {os.path.realpath(source) for source in sources if source != "-"}
    for path in paths:
        if os.path.realpath(path) in read:
            raise InputError(
                f"the result would overwrite the source {str(path)!r}", hint=_OTHER_PLACE
            )
        if path.is_dir():
            raise OutputError(f"cannot write {str(path)!r}: it is a folder", hint=_OTHER_PLACE)
        if not folder_may_come:
            if not path.parent.exists():
                raise OutputError(
                    f"cannot write {str(path)!r}: there is no folder {str(path.parent)!r}",
                    hint="create it, or name another place with --output",
                )
            _check_folder(path.parent, path)
