"""Markdown for the summary page of a CI job: the verdict first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.evaluation.report.shared import (
    GATE_HEAD,
    LEGEND,
    Runs,
    critical_text,
    estimate_of,
    estimate_text,
    gate_row,
    how_run,
    matcher_text,
    metric_name,
    metrics_of,
    named,
    new_traps,
    not_scored,
    trap_kinds,
    trap_text,
)
from summarizer.evaluation.results import GateResult, MetricVerdict, RunResult, TrapOutcome
from summarizer.render.markdown import escape


def markdown(runs: Runs, gate: GateResult | None) -> str:
    """The gate's verdict if there is one, the systems, traps, and articles without a score."""
    systems = [run for run, _ in runs]
    blocks = _gate(gate, systems) if gate else ["## Evaluation", "No gate: nothing to compare."]
    blocks += ["### Systems", *_systems(runs), *filter(None, [matcher_text(systems)])]
    blocks += _traps(systems)
    blocks += _missing(systems)
    return "\n\n".join(blocks) + "\n"


def _gate(gate: GateResult, systems: Sequence[RunResult]) -> list[str]:
    blocks = [
        f"## {gate.verdict}",
        f"**{escape(gate.name)}** against **{escape(gate.baseline)}**",
    ]
    if gate.metrics:
        blocks.append(_table(GATE_HEAD, map(_gate_row, gate.metrics)))
    traps = gate.traps
    blocks.append(
        f"Critical traps: **{traps.verdict}**, {critical_text(traps)};"
        f" known: {_names(traps.known)}; gone: {_names(traps.gone)}."
    )
    if traps.new:
        items = (_new_trap(name, outcome) for name, outcome in new_traps(gate, systems))
        blocks += ["### Critical traps newly hit", "\n".join(items)]
    spoiled = [("failed", gate.failed), ("stale", gate.stale)]
    for words, articles in spoiled:
        if articles:
            blocks.append(f"Articles that make it a regression, {words}: {_names(articles)}.")
    return blocks


def _gate_row(metric: MetricVerdict) -> list[str]:
    verdict, name, *figures = gate_row(metric)
    return [verdict, escape(name), *(figure.replace("<", "&lt;") for figure in figures)]


def _new_trap(name: str, outcome: TrapOutcome | None) -> str:
    if outcome is None:
        return f"- **{escape(name)}**"
    by = ", ".join(map(escape, outcome.hit_by)) or "nothing of this run"
    return f"- **{escape(name)}** ({outcome.kind}): {escape(outcome.text)} Hit by {by}."


def _systems(runs: Runs) -> list[str]:
    if not runs:
        return ["None."]
    head = ["Metric", *(f"{escape(run.name)} ({how_run(run)})" for run, _ in runs)]
    rows = [
        [
            escape(metric_name(metric)),
            *(estimate_text(estimate_of(es, metric)) for _, es in runs),
        ]
        for metric in metrics_of(runs)
    ]
    return [_table(head, rows), LEGEND]


def _traps(systems: Sequence[RunResult]) -> list[str]:
    kinds = trap_kinds(systems)
    if not kinds:
        return []
    rows = [[kind, *(trap_text(run, kind) for run in systems)] for kind in kinds]
    rows.append(["all", *map(trap_text, systems)])
    head = ["Kind", *(escape(run.name) for run in systems)]
    return ["### Traps hit", _table(head, rows)]


def _missing(systems: Sequence[RunResult]) -> list[str]:
    items = [
        f"- {escape(run.name)}, {words}: {escape(named(article))}"
        for run in systems
        for words, articles in not_scored(run)
        for article in articles
    ]
    return ["### Articles without a full score", "\n".join(items)] if items else []


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(escape, names)) or "none"


def _table(head: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
