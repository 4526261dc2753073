"""``summarizer brief``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import BaseUrlOption, ModelOption, check_date, check_name, size_limit
from summarizer.cli.output import complain, open_sink
from summarizer.cli.progress import Display, open_display
from summarizer.errors import InputError, SummarizerError
from summarizer.render import Format

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote, Failure
    from summarizer.schema import Document

_SOURCE_FAILED, _RUN_FAILED = 2, 3


def brief(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Text files in UTF-8, or - for standard input."),
    ],
    *,
    focus: Annotated[
        str | None,
        typer.Option(
            metavar="QUESTION", help="What the note is for: what bears on it comes first."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="OLD.json",
            help="An earlier note, to mark what is new, changed and withdrawn.",
        ),
    ] = None,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    output_format: Annotated[
        Format,
        typer.Option(
            "--format", help="What to write; docx and pdf need the docs extra and --output."
        ),
    ] = "markdown",
    output: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="File to write. An existing file is replaced."),
    ] = None,
    published: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SOURCE=DATE",
            help="Publication date of a source as YYYY-MM-DD, where its text does not show it; "
            "with one source the date alone. Can be given several times.",
        ),
    ] = None,
    outlet: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SOURCE=NAME",
            help="Who published a source, instead of the text's; with one source the name alone. "
            "Can be given several times.",
        ),
    ] = None,
    max_bytes: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Refuse a larger source. [default: 2,000,000]"),
    ] = None,
) -> int:
    """One briefing note from one or several sources on a story.

    Each source is summarised; then what they agree and disagree on, when things happened, who is
    named and what nobody knows yet are set side by side, every line with its claims.

    \b
    Examples:
      summarizer brief agency.txt courier.txt statement.txt
      summarizer brief a.txt b.txt --focus "Was anyone hurt?" --format html --output note.html
      summarizer brief a.txt b.txt c.txt --since monday.json --format docx --output note.docx
      summarizer brief a.txt b.txt --published a.txt=2025-02-11 --format json > note.json

    Nothing leaves this machine unless a remote model is named. A source that fails is named on
    standard error and in the note, the rest goes on, and the exit code is the worst.

    \b
    Environment:
      SUMMARIZER_MODEL      model to use when --model is not given (default: local)
      SUMMARIZER_CACHE_DIR  folder of the embedded models
      SUMMARIZER_MAX_BYTES  as --max-bytes
      OPENAI_API_KEY        key for remote models; alone it never makes a run remote
      OPENAI_BASE_URL       endpoint of openai: models
    """
    if sources.count("-") > 1:
        raise typer.BadParameter("'-' can stand only once", param_hint="'SOURCE'")
    if focus is not None and not focus.strip():
        raise typer.BadParameter("the question is empty", param_hint="'--focus'")
    dates = _by_source(published or [], sources, "--published")
    for value in dates.values():
        check_date(value)
    outlets = _by_source(outlet or [], sources, "--outlet")
    sink = open_sink(sources, output, output_format, results=["note"])
    limit = max_bytes or size_limit(os.environ.get("SUMMARIZER_MAX_BYTES"))

    from summarizer.briefing.brief import read_note

    earlier = read_note(since) if since is not None else None
    documents, failures = _load(sources, dates, outlets, limit)
    if not documents:
        return _SOURCE_FAILED
    display = open_display()
    note = _note(
        documents,
        failures,
        display,
        focus=focus,
        since=earlier,
        model=model,
        base_url=base_url,
    )
    display.clear()
    sink.put(0, note)
    if len(note.failures) > len(failures):
        return _RUN_FAILED
    return _SOURCE_FAILED if failures else 0


def _by_source(values: Sequence[str], sources: Sequence[str], option: str) -> dict[str, str]:
    """What is given for each source: ``SOURCE=VALUE``, or the value alone with one source."""
    found: dict[str, str] = {}
    for value in values:
        source = next((s for s in sources if value.startswith(f"{s}=")), None)
        if source is not None:
            found[source] = value[len(source) + 1 :]
        elif len(sources) == 1:
            found[sources[0]] = value
        else:
            raise typer.BadParameter(
                f"{value!r} names none of the sources: write {sources[0]}=…",
                param_hint=f"'{option}'",
            )
    return found


def _load(
    sources: Sequence[str], dates: dict[str, str], outlets: dict[str, str], limit: int | None
) -> tuple[list[Document], list[Failure]]:
    """The documents, and the sources that cannot be read; each of those is complained about."""
    from summarizer.briefing.schema import Failure
    from summarizer.documents import MAX_BYTES, load

    documents: list[Document] = []
    failures: list[Failure] = []
    for source in sources:
        try:
            check_name(source)
            documents.append(
                load(
                    source,
                    outlet=outlets.get(source),
                    published=dates.get(source),
                    max_bytes=limit or MAX_BYTES,
                )
            )
        except InputError as error:
            complain(str(error))
            failures.append(Failure(source=source, error=str(error)))
    return documents, failures


def _note(
    documents: Sequence[Document],
    failures: Sequence[Failure],
    display: Display,
    *,
    focus: str | None,
    since: BriefingNote | None,
    model: str | None,
    base_url: str | None,
) -> BriefingNote:
    from summarizer.briefing.brief import brief_documents
    from summarizer.llm.select import open_model
    from summarizer.pipeline import run
    from summarizer.prompting import load_prompts

    def failed(failure: Failure) -> None:
        display.clear()
        complain(f"{failure.source}: {failure.error}")

    async def made() -> BriefingNote:
        opened = await open_model(
            model, base_url=base_url, environ=os.environ, report=display.report
        )
        try:
            return await brief_documents(
                documents,
                opened,
                load_prompts(),
                display.report,
                focus=focus,
                since=since,
                failures=failures,
                begin=display.begin,
                failed=failed,
            )
        finally:
            await opened.aclose()

    try:
        return run(made())
    except SummarizerError:
        display.clear()
        raise
