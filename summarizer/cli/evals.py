"""``summarizer eval``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.evals_run import ArticlesOption, record_command, run_command
from summarizer.cli.evals_stories import stories_command
from summarizer.cli.evals_systems import EVALS, load_golds
from summarizer.cli.output import complain, emit, write_whole

if TYPE_CHECKING:
    from summarizer.evaluation.calibrate import Calibration
    from summarizer.evaluation.results import Scored
    from summarizer.evaluation.sides import Side

app = typer.Typer(
    no_args_is_help=True,
    help="""Compare summaries with hand-labelled gold data.

    \b
    Example:
      summarizer eval run --replay --gate --report report.html
    """,
    rich_markup_mode=None,
)

app.command("run")(run_command)
app.command("record")(record_command)
app.command("stories")(stories_command)


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
            result = lint(file, [EVALS / "articles", *articles], fix=fix)
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


@app.command("score")
def score_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold file.")],
    predicted: Annotated[
        Path,
        typer.Argument(
            metavar="PREDICTED",
            help="What summarize --format json wrote, or another gold file (.yaml).",
        ),
    ],
    *,
    output_format: Annotated[
        Literal["table", "json"], typer.Option("--format", help="What to write.")
    ] = "table",
) -> int:
    """Score one prediction against one gold file, by code alone.

    \b
    Examples:
      summarizer summarize article.txt --format json --output summary.json
      summarizer eval score evals/gold/article.yaml summary.json --format json

    Each score has value, state (scored, failed, not_measured), numerator and denominator.
    """
    from summarizer.evaluation.gold import load_gold
    from summarizer.evaluation.score import score
    from summarizer.evaluation.sides import load_side

    labels = load_gold(gold)
    side = load_side(predicted, labels)
    scored = score(labels, side)
    if output_format == "json":
        emit(json.dumps(_flat(scored, side), ensure_ascii=False, indent=1) + "\n")
        return 0
    for name, found in scored.scores.items():
        value = f"{found.value:.3f}" if found.value is not None else found.state.replace("_", " ")
        emit(f"{name:22} {value:>12}  {found.numerator:g} of {found.denominator:g}\n")
    for claim in scored.gold:
        if claim.required and not claim.found:
            emit(f"missed {claim.id} (weight {claim.weight}): {claim.text}\n")
    for said in scored.predicted:
        if not said.right and not said.duplicate:
            emit(f"wrong  {said.id}: {said.text}\n")
    for trap in scored.traps:
        if trap.hit_by:
            emit(f"trap   {trap.id} ({trap.kind}, {trap.severity}): {', '.join(trap.hit_by)}\n")
    return 0


def _flat(scored: Scored, side: Side) -> dict[str, object]:
    """One object: the scores by name, then what they are made of, and what it cost."""
    from collections import Counter

    plain = scored.model_dump(mode="json")
    hits = Counter(trap.kind for trap in scored.traps if trap.hit_by)
    return {
        **plain.pop("scores"),
        "trap_hits": dict.fromkeys((trap.kind for trap in scored.traps), 0) | dict(hits),
        "trap_outcomes": plain.pop("traps"),
        **plain,
        "usage": side.usage.model_dump(mode="json") if side.usage else None,
    }


@app.command("compare")
def compare_command(
    before: Annotated[Path, typer.Argument(metavar="A", help="Results of a run (.json).")],
    after: Annotated[Path, typer.Argument(metavar="B", help="Results of another run.")],
    *,
    margin: Annotated[
        float, typer.Option(min=0.001, max=0.5, help="What a score may fall by.")
    ] = 0.02,
) -> int:
    """Compare two runs article by article: differences, intervals, permutation tests.

    \b
    Example:
      summarizer eval run --replay --report a.json
      summarizer eval compare a.json b.json
    """
    from summarizer.evaluation.estimate import METRICS, compare_runs, estimates
    from summarizer.evaluation.gate import load_run
    from summarizer.evaluation.report.terminal import comparison_text, table
    from summarizer.evaluation.results import NEUTRAL

    one, other = load_run(before), load_run(after)
    emit(table([(one, estimates(one)), (other, estimates(other))]))
    margins = {metric: margin for metric in METRICS if metric not in NEUTRAL}
    emit("\n" + comparison_text(compare_runs(one, other, margins)))
    return 0


@app.command("calibrate")
def calibrate_command(
    *,
    pairs: Annotated[Path, typer.Option(metavar="DIR", help="Folder of labelled pairs.")] = EVALS
    / "pairs",
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Folder of gold files.")] = EVALS
    / "gold",
    wrong: Annotated[
        bool, typer.Option("--wrong", help="Also print the pairs that are judged wrong.")
    ] = False,
) -> int:
    """Measure the matcher itself on labelled pairs, beside plain word overlap.

    \b
    Example:
      summarizer eval calibrate
    """
    from summarizer.evaluation.calibrate import calibrated

    result = calibrated(pairs, *load_golds(gold, [], []))
    emit(f"{'pairs':30} {'n':>5} {'same':>5} {'balanced accuracy':>18} {'AUC':>6}")
    emit(f" {'word overlap: accuracy*':>24} {'AUC':>6}\n")
    for name, found in result.groups.items():
        emit(_calibration_line(name, found))
    emit("* at its best cut on these very pairs, which flatters it\n")
    for kind, (right, total) in result.kinds.items():
        emit(f"  {kind:14} {right}/{total} right\n")
    for judged in result.judged if wrong else ():
        if judged.says != judged.same:
            emit(f"{judged.pair.id} {judged.pair.kind} ({judged.pair.label}): {judged.pair.text}\n")
    return 0


def _calibration_line(name: str, found: Calibration) -> str:
    def three(value: float | None) -> str:
        return "-" if value is None else f"{value:.3f}"

    return (
        f"{name:30} {found.pairs:5} {found.same:5} {three(found.accuracy):>18}"
        f" {three(found.auc):>6} {three(found.words_accuracy):>24} {three(found.words_auc):>6}\n"
    )


@app.command("agreement")
def agreement_command(
    *,
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Folder of gold files.")] = EVALS
    / "gold",
    second: Annotated[Path, typer.Option(metavar="DIR", help="Folder of second labels.")] = EVALS
    / "gold/second",
) -> int:
    """Compare first and second labels: Krippendorff's alpha by layer, F1 of the alignment.

    \b
    Example:
      summarizer eval agreement
    """
    from summarizer.evaluation.agreement import agreement
    from summarizer.evaluation.gold import gold_files, load_gold

    again = {g.article.id: g for g in map(load_gold, gold_files(second))}
    first = [g for g in map(load_gold, gold_files(gold)) if g.article.id in again]
    pairs = [(g, again[g.article.id]) for g in first]
    found = agreement(pairs)
    kinds = {g.labelled_by.kind for pair in pairs for g in pair}
    emit(
        f"{found.articles} articles, {found.claims[0]} and {found.claims[1]} claims,"
        f" {found.aligned} aligned, alignment F1 {found.f1:.3f}\n"
    )
    for layer, alpha in found.alpha.items():
        emit(f"  {layer:12} alpha {'not defined' if alpha is None else f'{alpha:.3f}'}\n")
    if kinds == {"model"}:
        emit(
            "Both labels are a model's: self-consistency, an upper bound, no agreement of people.\n"
        )
    return 0
