"""``summarizer summarize``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import (
    BaseUrlOption,
    ModelOption,
    PublishedOption,
    check_name,
    size_limit,
)
from summarizer.cli.output import Sink, complain, open_sink
from summarizer.cli.progress import Display, open_display
from summarizer.errors import (
    DownloadError,
    ModelNameError,
    OutputError,
    PromptError,
    SummarizerError,
)
from summarizer.render import Format

if TYPE_CHECKING:
    from summarizer.schema import Document, Summary

# No other source would fare better.
_ENDS_THE_RUN = (ModelNameError, PromptError, DownloadError, OutputError)


def summarize(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Text files in UTF-8, or - for standard input."),
    ],
    *,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    output_format: Annotated[
        Format,
        typer.Option("--format", help="What to write; docx and pdf need the docs extra."),
    ] = "markdown",
    output: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            help="File to write; with several sources a folder, or for json a file that ends in "
            ".jsonl or .json, with one object a line. An existing file is replaced.",
        ),
    ] = None,
    published: PublishedOption = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Title, instead of the one in the text.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Who published it, instead of the text's.")
    ] = None,
    max_bytes: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Refuse a larger source. [default: 2,000,000]",
        ),
    ] = None,
) -> int:
    """Summarise each source: claims with their evidence first, then a summary that cites them.

    \b
    Examples:
      summarizer summarize article.txt --published 2025-05-29
      summarizer summarize a.txt b.txt --format json --output claims.jsonl
      summarizer summarize a.txt --format html --output a.html
      summarizer summarize a.txt b.txt --format docx --output notes/
      pdftotext report.pdf - | summarizer summarize - --model openai:gpt-5-mini

    Nothing leaves this machine unless a remote model is named. Of several sources the good ones
    come out, the failed ones are named on standard error, and the exit code is the worst.

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
    if title is not None and len(sources) > 1:
        raise typer.BadParameter("a title fits one source only", param_hint="'--title'")
    sink = open_sink(sources, output, output_format)

    from summarizer.documents import MAX_BYTES, load

    limit = max_bytes or size_limit(os.environ.get("SUMMARIZER_MAX_BYTES")) or MAX_BYTES

    def loaded(source: str) -> Document:
        check_name(source)
        return load(source, title=title, outlet=outlet, published=published, max_bytes=limit)

    documents, code = load_all(sources, loaded)
    if not documents:
        return code

    from summarizer.pipeline import Summarizer

    display = open_display()
    summarizer = Summarizer(model, base_url=base_url, report=display.report)
    return max(code, summarize_each(documents, summarizer.summarize, sink, display))


def load_all(
    sources: Sequence[str], loaded: Callable[[str], Document]
) -> tuple[dict[int, Document], int]:
    """Read every source, before any model is opened, and complain about those that fail.

    Returns:
        The documents by the index of their source, and the worst exit code.
    """
    documents, code = {}, 0
    for index, source in enumerate(sources):
        try:
            documents[index] = loaded(source)
        except SummarizerError as error:
            complain(str(error))
            code = max(code, error.exit_code)
    return documents, code


def summarize_each(
    documents: dict[int, Document],
    summarized: Callable[[Document], Summary],
    sink: Sink,
    display: Display,
) -> int:
    """Summarise one document after the other, give each out at once, complain about failures.

    Returns:
        The worst exit code.

    Raises:
        SummarizerError: it is not about one source, so the rest would fail too.
        ReaderGoneError: nobody reads standard output any more.
    """
    code = 0
    for place, (index, document) in enumerate(documents.items(), start=1):
        display.begin(f"{place}/{len(documents)} {document.source}:" if len(documents) > 1 else "")
        try:
            try:
                summary = summarized(document)
            finally:
                display.clear()
            sink.put(index, summary)
        except _ENDS_THE_RUN:
            raise
        except SummarizerError as error:
            complain(_about(document, error) if len(documents) > 1 else str(error))
            code = max(code, error.exit_code)
    return code


def _about(document: Document, error: SummarizerError) -> str:
    shown = str(error)
    return shown if document.source in shown else f"{document.source}: {shown}"
