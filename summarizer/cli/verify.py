"""``summarizer verify``."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import AsyncGenerator, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import (
    BaseUrlOption,
    ModelOption,
    PublishedOption,
    check_name,
    size_limit,
)
from summarizer.cli.output import emit
from summarizer.cli.progress import Display, open_display
from summarizer.errors import InputError
from summarizer.progress import Progress, Report
from summarizer.render.json import render_json_line
from summarizer.schema import Level

if TYPE_CHECKING:
    from summarizer.schema import Verification
    from summarizer.verification.verify import GivenClaim

_FAILED = 1
_HINT = "give one claim a line in a .txt file, or objects with a text and an optional id in .jsonl"
_SHOWN = 60
_LINE_BREAK = re.compile(r"\r\n?|\n")
_KINDS = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    type(None): "null",
}


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
            help="Claims: a .txt file with one a line, a .jsonl file with objects that have a text "
            "and may have an id, or - for either on standard input. A claim may be a whole "
            "paragraph.",
        ),
    ],
    level: Annotated[
        Level,
        typer.Option(help="rules: code alone. model: the model is asked about each sentence too."),
    ] = "rules",
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    published: PublishedOption = None,
    max_bytes: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Refuse a larger source or claims file.")
    ] = None,
) -> int:
    """Judge claims that anyone wrote: supported, unsupported or contradicted by the source.

    \b
    Examples:
      summarizer verify article.txt --claims claims.txt
      summarizer verify article.txt --claims claims.jsonl --level model | jq .verdict

    Prints one JSON object a line for each claim, in order and as soon as it is judged: id, text,
    verdict, support (0 to 1), evidence and findings. --model and --base-url are for --level model.
    The exit code is 0 when every claim is supported, 1 when one is not, and 3 when the work stopped
    before the last one.

    \b
    Environment:
      SUMMARIZER_MODEL      model to use when --model is not given (default: local)
      SUMMARIZER_CACHE_DIR  folder of the embedded models
      SUMMARIZER_MAX_BYTES  as --max-bytes
      OPENAI_API_KEY        key for remote models; alone it never makes a run remote
      OPENAI_BASE_URL       endpoint of openai: models
    """
    import asyncio

    from summarizer.documents import MAX_BYTES, load
    from summarizer.verification.verify import judgements

    if source == "-" and claims == "-":
        raise typer.BadParameter("'-' can stand only once", param_hint="'--claims'")
    if level == "rules" and (model is not None or base_url is not None):
        named = "'--model'" if model is not None else "'--base-url'"
        raise typer.BadParameter("no model is asked without --level model", param_hint=named)
    limit = max_bytes or size_limit(os.environ.get("SUMMARIZER_MAX_BYTES")) or MAX_BYTES
    check_name(source)
    given = tuple(read_claims(claims, limit))
    document = load(source, published=published, max_bytes=limit)

    def judged(report: Report) -> AsyncGenerator[Verification]:
        return judgements(
            document, given, level=level, model=model, base_url=base_url, report=report
        )

    display = open_display()
    try:
        return asyncio.run(_print(judged, display))
    finally:
        display.clear()


async def _print(judged: Callable[[Report], AsyncGenerator[Verification]], display: Display) -> int:
    """Print each judgement as it comes; 1 when a claim is not supported, else 0."""
    from contextlib import aclosing

    # Where the results appear on the same terminal as the bars, they are the progress.
    quiet = sys.stdout is not None and sys.stdout.isatty()
    code = 0

    def report(progress: Progress) -> None:
        if not (quiet and progress.stage == "verify"):
            display.report(progress)

    async with aclosing(judged(report)) as found:
        async for verification in found:
            if quiet:
                display.clear()
            emit(render_json_line(verification))
            if verification.verdict != "supported":
                code = _FAILED
    return code


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
            f"{name!r}: a claims file ends in .txt or .jsonl, and this one in {kind or 'nothing'}",
            hint=_HINT,
        )
    text = read_text(name, limit)
    # Standard input has no ending to go by.
    objects = kind == ".jsonl" or (name == "-" and text.lstrip().startswith("{"))
    place = 0
    for number, line in enumerate(_LINE_BREAK.split(text), start=1):
        if not line.strip():
            continue
        place += 1
        if objects:
            yield _object(f"{_shown(name)}, line {number}", line, place)
        else:
            yield GivenClaim(str(place), line.strip())
    if not place:
        raise InputError(f"{_shown(name)} holds no claim", hint=_HINT)


def _shown(name: str) -> str:
    return "standard input" if name == "-" else repr(name)


def _object(where: str, line: str, place: int) -> GivenClaim:
    from summarizer.verification.verify import GivenClaim

    def wrong(problem: str) -> InputError:
        return InputError(f"{where}: {problem}", hint=_HINT)

    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise wrong(f"no JSON object ({_reason(error)}): {line.strip()[:_SHOWN]}") from None
    if not isinstance(found, dict):
        raise wrong(f"expected an object with a text, found {_kind(found)}")
    if "text" not in found:
        raise wrong("there is no field text")
    text, own = found["text"], found.get("id", str(place))
    if not isinstance(text, str):
        raise wrong(f"text is to be a string, found {_kind(text)}")
    if not text.strip():
        raise wrong("the claim has no text")
    if not isinstance(own, str | int) or isinstance(own, bool):
        raise wrong(f"id is to be a string or a whole number, found {_kind(own)}")
    for field, words in (("text", text), ("id", str(own))):
        try:
            words.encode()
        except UnicodeEncodeError as error:
            raise wrong(f"the {field} has a lone surrogate at {error.start}") from None
    return GivenClaim(str(own), text)


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return error.msg
    return "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a number")
