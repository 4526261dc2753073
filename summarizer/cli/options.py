"""Options that several commands have, and what is asked of their values."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from summarizer.errors import InputError, SourceError


def check_date(value: str | None) -> str | None:
    """An ISO date, or None; a usage error for anything else."""
    if value is None:
        return None
    try:
        if date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise typer.BadParameter(f"{value!r} is no date written as YYYY-MM-DD")


def size_limit(value: str | None) -> int | None:
    """The number of bytes that the environment sets, or None.

    Raises:
        InputError: it is no number above 0.
    """
    if not value:
        return None
    if value.isdecimal() and int(value):
        return int(value)
    raise InputError(
        f"SUMMARIZER_MAX_BYTES is {value!r}, and a number of bytes was expected",
        hint="set it to a number such as 2000000, or unset it",
    )


def check_name(source: str) -> None:
    """Raise SourceError for a file name that cannot be written out."""
    try:
        source.encode()
    except UnicodeEncodeError:
        raise SourceError(
            f"cannot use the file name {source!r}: it is not UTF-8",
            hint="rename the file, or give its text on standard input",
        ) from None


ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="MODEL",
        help="local (the default), local:PATH.gguf, openai:NAME, or with --base-url any name "
        "that the endpoint knows.",
    ),
]
BaseUrlOption = Annotated[
    str | None,
    typer.Option(metavar="URL", help="OpenAI-compatible endpoint, such as http://host/v1."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        callback=check_date,
        help="Publication date as YYYY-MM-DD, the anchor of dates such as 'Thursday'. It is "
        "never guessed.",
    ),
]
