"""``summarizer verify``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.output import emit
from summarizer.cli.progress import open_display
from summarizer.cli.summarize import check_date, check_name, size_limit
from summarizer.errors import InputError
from summarizer.schema import Level

if TYPE_CHECKING:
    from summarizer.verification.verify import GivenClaim

_FAILED = 1
_HINT = "give one claim a line in a .txt file, or objects with a text and an optional id in .jsonl"
_SHOWN = 60


def verify(
    source: Annotated[
        str,
        typer.Argument(metavar="SOURCE", help="A text file in UTF-8, or - for standard input."),
    ],
    *,
    claims: Annotated[
        str,
        typer.Option(
            metavar="FILE",
            help="Claims: a .txt file with one a line, or a .jsonl file with objects that have a "
            "text and may have an id. A claim may be a whole paragraph.",
        ),
    ],
    level: Annotated[
        Level,
        typer.Option(help="rules: code alone. model: the model is asked about each sentence too."),
    ] = "rules",
    model: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL",
            help="For --level model: local (the default), local:PATH.gguf, openai:NAME, or with "
            "--base-url any name that the endpoint knows.",
        ),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="OpenAI-compatible endpoint, such as http://host/v1."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            callback=check_date,
            help="Publication date as YYYY-MM-DD, the anchor of dates such as 'Thursday'.",
        ),
    ] = None,
    max_bytes: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Refuse a larger source or claims file.")
    ] = None,
) -> int:
    """Judge claims that anyone wrote: supported, unsupported or contradicted by the source.

    \b
    Examples:
      summarizer verify article.txt --claims claims.txt
      summarizer verify article.txt --claims claims.jsonl --level model | jq .verdict

    Prints one JSON object a line for each claim, in order: id, text, verdict, support (0 to 1),
    evidence and findings. The exit code is 0 when every claim is supported and 1 when one is not.
    """
    from summarizer.documents import MAX_BYTES, load
    from summarizer.verification.verify import verify as judge

    if source == "-" and claims == "-":
        raise typer.BadParameter("'-' can stand only once", param_hint="'--claims'")
    limit = max_bytes or size_limit(os.environ.get("SUMMARIZER_MAX_BYTES")) or MAX_BYTES
    check_name(source)
    given = tuple(read_claims(claims, limit))
    document = load(source, published=published, max_bytes=limit)
    display = open_display()
    try:
        found = judge(
            document, given, level=level, model=model, base_url=base_url, report=display.report
        )
    finally:
        display.clear()
    for verification in found:
        emit(verification.model_dump_json() + "\n")
    return 0 if all(v.verdict == "supported" for v in found) else _FAILED


def read_claims(name: str, limit: int) -> Iterator[GivenClaim]:
    """The claims of a file, with the ids that it gives or else their places from 1.

    Raises:
        InputError: the file cannot be read, is neither kind, holds no claim, or has a bad line.
    """
    from summarizer.documents.load import read_text
    from summarizer.verification.verify import GivenClaim

    kind = Path(name).suffix.lower()
    if name != "-" and kind not in (".txt", ".jsonl"):
        raise InputError(
            f"{name}: a claims file ends in .txt or .jsonl, and this one in {kind or 'nothing'}",
            hint=_HINT,
        )
    lines = read_text(name, limit).split("\n")
    place = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place += 1
        if kind == ".jsonl":
            yield _object(name, number, line, place)
        else:
            yield GivenClaim(str(place), line.strip())
    if not place:
        raise InputError(f"{name} holds no claim", hint=_HINT)


def _object(name: str, number: int, line: str, place: int) -> GivenClaim:
    from summarizer.verification.verify import GivenClaim

    def wrong(problem: str) -> InputError:
        return InputError(f"{name}:{number}: {problem}", hint=_HINT)

    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        shown = line.strip()[:_SHOWN]
        raise wrong(f"no JSON object ({reason}): {shown}") from None
    if not isinstance(found, dict):
        raise wrong(f"expected an object with a text, found {type(found).__name__}")
    text, own = found.get("text"), found.get("id", str(place))
    if not isinstance(text, str) or not text.strip():
        raise wrong("the claim has no text" if "text" in found else "there is no field text")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise wrong(f"the text has a lone surrogate at {error.start}") from None
    if not isinstance(own, str | int) or isinstance(own, bool):
        raise wrong(f"id is to be a string or a whole number, found {type(own).__name__}")
    return GivenClaim(str(own), text)
