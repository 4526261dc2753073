"""The commands and what becomes of their errors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from summarizer import __version__
from summarizer.cli import evals, models
from summarizer.cli.brief import brief
from summarizer.cli.output import ReaderGoneError, complain, emit
from summarizer.cli.summarize import summarize
from summarizer.cli.verify import verify
from summarizer.errors import SummarizerError

READER_GONE = 141

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
app.command("summarize")(summarize)
app.command("brief")(brief)
app.command("verify")(verify)
app.add_typer(models.app, name="models")
app.add_typer(evals.app, name="eval")


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"summarizer {__version__}\n")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Structured summaries and claim lists in which every line leads to its evidence.

    \b
    Examples:
      summarizer summarize article.txt --published 2025-05-29
      summarizer brief agency.txt courier.txt --format html --output note.html

    \b
    Environment:
      SUMMARIZER_MODEL      model to use when --model is not given (default: local)
      SUMMARIZER_CACHE_DIR  folder of the embedded models
      SUMMARIZER_MAX_BYTES  largest source that is read, in bytes
      OPENAI_API_KEY        key for remote models; alone it never makes a run remote
      OPENAI_BASE_URL       endpoint of openai: models
      NO_COLOR              no colours in the progress display
    """


def run(arguments: Sequence[str] | None) -> int:
    """Run one command; an error on purpose becomes one line on standard error.

    Returns:
        The exit code, 130 when the command was interrupted.
    """
    command = get_command(app)
    try:
        code = command.main(arguments, prog_name="summarizer", standalone_mode=False)
    except typer.TyperException as error:
        complain(_usage_line(error))
        return error.exit_code
    except SummarizerError as error:
        complain(str(error))
        return error.exit_code
    except ReaderGoneError:
        return READER_GONE
    return int(code or 0)


def _usage_line(error: typer.TyperException) -> str:
    message = error.format_message().rstrip(".").replace(": Value error, ", ": ")
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "summarizer"
    return f"{message[:1].lower()}{message[1:]}; see '{path} --help'"
