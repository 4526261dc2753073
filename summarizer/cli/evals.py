"""``summarizer eval``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.output import complain, emit, write_whole

app = typer.Typer(
    no_args_is_help=True,
    help="Compare summaries with hand-labelled gold data.",
    rich_markup_mode=None,
)

ARTICLES = Path("evals/articles")

ArticlesOption = Annotated[
    list[Path],
    typer.Option(
        "--articles",
        metavar="DIR",
        help="Further folder of articles; those of evals/articles are known.",
    ),
]


@app.command("lint")
def lint_command(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="Gold files or folders.")],
    *,
    articles: ArticlesOption = [],  # noqa: B006 (typer reads it, nothing writes to it)
    fix: Annotated[
        bool, typer.Option("--fix", help="Find offsets and hashes from the words; write the file.")
    ] = False,
) -> int:
    """Check gold files: form, offsets, hashes, duplicates, dates, evidence, traps.

    \b
    Example:
      summarizer eval lint evals/gold --articles ~/articles

    Prints one line for each fault: file, line, field. Exit code 1 when there is one.
    """
    from summarizer.errors import GoldError
    from summarizer.evaluation.gold import gold_files
    from summarizer.evaluation.lint import lint

    faults, unseen = 0, 0
    files = [file for place in gold for file in gold_files(place)]
    for file in files:
        try:
            result = lint(file, [ARTICLES, *articles], fix=fix)
        except GoldError as error:
            emit(f"{error}\n")
            faults += 1
            continue
        for problem in result.problems:
            emit(f"{problem}\n")
        faults += len(result.problems)
        if result.fixed is not None:
            write_whole(file, result.fixed)
        if not result.checked:
            complain(f"{file}: its article is not here; only the form was checked")
            unseen += 1
    complain(f"{len(files)} files, {faults} faults, {unseen} without their article")
    return int(faults > 0)
