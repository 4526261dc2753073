"""Reports for a terminal or a log: aligned columns, no colours, one line a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from summarizer.evaluation.report.shared import (
    GATE_HEAD,
    LEGEND,
    Runs,
    cost,
    critical_text,
    estimate_of,
    estimate_text,
    gate_row,
    how_run,
    matcher_text,
    metric_name,
    metrics_of,
    named,
    not_scored,
    stage_scores,
    three,
    trap_kinds,
    trap_rate,
    trap_text,
)
from summarizer.evaluation.results import GateResult, MetricVerdict, RunResult
from summarizer.render.plain import one_line

_GAP = "  "
_STAGE_METRICS = ("recall", "precision", "f1", "attribution", "commitment", "unsupported")


def table(runs: Runs) -> str:
    """Systems side by side: metrics, traps hit, cost, and the articles without a score."""
    systems = [run for run, _ in runs]
    blocks = [
        columns(
            [
                ["metric", *(run.name for run in systems)],
                ["", *map(how_run, systems)],
                *_metric_rows(runs),
            ]
        ),
        [LEGEND, *filter(None, [matcher_text(systems)])],
        columns([["traps hit", *(run.name for run in systems)], *_trap_rows(systems)]),
        *(block for run in systems if (block := _stage_rows(run))),
        columns([["cost", *(run.name for run in systems)], *_cost_rows(systems)]),
        *(block for run in systems if (block := _missing(run))),
    ]
    return _joined(blocks)


def _metric_rows(runs: Runs) -> Iterable[list[str]]:
    for metric in metrics_of(runs):
        yield [metric_name(metric), *(estimate_text(estimate_of(es, metric)) for _, es in runs)]


def _trap_rows(systems: Sequence[RunResult]) -> Iterable[list[str]]:
    for kind in trap_kinds(systems):
        yield [kind, *(trap_text(run, kind) for run in systems)]
    yield ["all", *(f"{trap_text(run)} {trap_rate(run)}".rstrip() for run in systems)]


def _stage_rows(run: RunResult) -> list[str]:
    """What each stage brought, for a system with several."""
    found = stage_scores(run)
    if len(found) < 2:  # noqa: PLR2004
        return []
    head = [f"{run.name} after", *_STAGE_METRICS, "articles"]
    rows = [
        [stage, *(three(scores.get(metric)) for metric in _STAGE_METRICS), str(count)]
        for stage, (scores, count) in found.items()
    ]
    return columns([head, *rows])


def _cost_rows(systems: Sequence[RunResult]) -> list[list[str]]:
    costs = [cost(run) for run in systems]
    return [[name, *(each[name] for each in costs)] for name in (costs[0] if costs else ())]


def _missing(run: RunResult) -> list[str]:
    found = not_scored(run)
    rows = [[f"  {words}", named(article)] for words, articles in found for article in articles]
    counts = ", ".join(f"{len(articles)} {words}" for words, articles in found)
    return [f"{one_line(run.name)}: {counts}", *columns(rows)] if rows else []


def gate_text(gate: GateResult) -> str:
    """The verdict, one line a metric, and the critical traps with the known ones named."""
    head = f"{gate.verdict}: {gate.name} against {gate.baseline}"
    rows = [GATE_HEAD, *map(gate_row, gate.metrics)]
    spoiled = [("failed", gate.failed), ("stale", gate.stale)]
    blocks = [
        [one_line(head)],
        columns(rows) if gate.metrics else ["No metric is gated."],
        _gate_traps(gate),
        [f"{words}: {_names(articles)}" for words, articles in spoiled if articles],
    ]
    return _joined(blocks)


def comparison_text(metrics: Sequence[MetricVerdict]) -> str:
    """Two runs, one line a metric."""
    return "\n".join(columns([GATE_HEAD, *map(gate_row, metrics)])) + "\n"


def _gate_traps(gate: GateResult) -> list[str]:
    traps = gate.traps
    return [
        f"critical traps: {traps.verdict}: {critical_text(traps)}",
        *columns(
            [
                ["  known", _names(traps.known)],
                ["  new", _names(traps.new)],
                ["  gone", _names(traps.gone)],
            ]
        ),
    ]


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(one_line, names)) or "none"


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of one length as lines in which every column begins at one place."""
    cells = [[_indented(cell) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    return [
        _GAP.join(
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    ]


def _indented(cell: str) -> str:
    return " " * (len(cell) - len(cell.lstrip(" "))) + one_line(cell)


def _joined(blocks: Iterable[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
