"""``summarizer models``: the embedded models on this machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.output import emit
from summarizer.cli.progress import open_display
from summarizer.errors import DownloadError, ModelNameError

if TYPE_CHECKING:
    from summarizer.llm.embedded.registry import ModelEntry

app = typer.Typer(rich_markup_mode=None)

Name = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="As in `models list`.", show_default="the default model"),
]


@app.callback()
def models() -> None:
    """The embedded models, which need no key and no network once they are fetched.

    \b
    Example:
      summarizer models list

    \b
    Environment:
      SUMMARIZER_CACHE_DIR  folder of the embedded models (default: ~/.cache/summarizer)
    """


@app.command("list")
def list_models() -> None:
    """Show the models that can be had by name, and whether they are on this machine.

    \b
    Example:
      summarizer models list

    \b
    Environment:
      SUMMARIZER_CACHE_DIR  folder of the embedded models (default: ~/.cache/summarizer)
    """
    from summarizer.llm.embedded.registry import DEFAULT, REGISTRY

    rows = [("NAME", "SIZE", "LICENCE", "PUBLISHER", "HERE", "")]
    for entry in REGISTRY.values():
        default = "default" if entry.name == DEFAULT else ""
        size = f"{entry.size / 1e9:.2f} GB"
        rows.append((entry.name, size, entry.licence, entry.publisher, _state(entry), default))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        emit("  ".join(map(str.ljust, row, widths)).rstrip() + "\n")


@app.command("pull")
def pull_model(name: Name = None) -> None:
    """Fetch a model, verify it and print its path. A pull that was cut off is taken up again.

    \b
    Example:
      summarizer models pull

    \b
    Environment:
      SUMMARIZER_CACHE_DIR  folder of the embedded models (default: ~/.cache/summarizer)
      HTTPS_PROXY           proxy for the download
      NO_COLOR              no colours in the progress display
    """
    from summarizer.llm.embedded.cache import cache_dir, pull

    entry = _entry(name)
    display = open_display()
    try:
        path = pull(entry, cache_dir(os.environ), display.report)
    finally:
        display.clear()
    emit(f"{path}\n")


@app.command("path")
def print_path(name: Name = None) -> None:
    """Print where a model's file is, once it is here and verified; exit code 2 otherwise.

    \b
    Example:
      summarizer models path

    \b
    Environment:
      SUMMARIZER_CACHE_DIR  folder of the embedded models (default: ~/.cache/summarizer)
    """
    from summarizer.llm.embedded.cache import verify

    entry = _entry(name)
    path = _path(entry)
    if not path.exists():
        raise ModelNameError(
            f"model {entry.name} is not in {str(path.parent)!r}",
            hint=f"fetch it with `summarizer models pull {entry.name}`",
        )
    try:
        verify(entry, path)
    except DownloadError as error:
        raise ModelNameError(error.message, hint=error.hint) from None
    emit(f"{path}\n")


def _entry(name: str | None) -> ModelEntry:
    from summarizer.llm.embedded.registry import DEFAULT, REGISTRY

    try:
        return REGISTRY[name or DEFAULT]
    except KeyError:
        raise ModelNameError(
            f"there is no embedded model {name!r}", hint=f"known are {', '.join(REGISTRY)}"
        ) from None


def _path(entry: ModelEntry) -> Path:
    from summarizer.llm.embedded.cache import cache_dir, model_path

    return model_path(entry, cache_dir(os.environ))


def _state(entry: ModelEntry) -> str:
    path = _path(entry)
    if not path.exists():
        return "no"
    return "yes" if path.stat().st_size == entry.size else "corrupt"
