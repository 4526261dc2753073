"""One HTML page that holds all it needs: it asks for nothing, and works from a file.

Text of a source is escaped wherever it stands. The page's policy lets run only the one style and
the one script that are written into it; the script is given data in ``data-`` attributes only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from summarizer.evaluation.gold import Gold
from summarizer.evaluation.report.article import (
    Shown,
    article_section,
    change_counts,
    change_token,
    hits_text,
    score_text,
    state_text,
)
from summarizer.evaluation.report.changes import Change, changes
from summarizer.evaluation.report.shared import (
    GATE_HEAD,
    NOTHING,
    counted_result,
    critical_text,
    gate_row,
    how_run,
    label,
    matcher_text,
    new_traps,
)
from summarizer.evaluation.results import ArticleResult, GateResult, RunResult, Scored
from summarizer.render.markup import Raw, asset, element, security_policy
from summarizer.schema import Document, Summary

_METRICS = ("recall", "precision", "f1")


def html(
    run: RunResult,
    summaries: Mapping[str, Summary],
    golds: Mapping[str, Gold],
    before: RunResult | None,
    gate: GateResult | None,
) -> str:
    """The report of one run.

    Args:
        summaries: article id to its summary, whose document gives the text; where it is missing,
            or is of another text than the one that was scored, only scores are shown.
        golds: article id to its labels, for what the gold claims rest on.
        before: an earlier run; what changed since is marked and can be filtered.
    """
    articles = [
        _shown(number, article, summaries, golds, before)
        for number, article in enumerate(run.articles)
    ]
    style, script = (asset("summarizer.evaluation.report", f"page.{x}") for x in ("css", "js"))
    policy = security_policy(style, script)
    head = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{run.name}: evaluation"),
        element("style", style),
    ]
    body = [
        element("header", *_about(run, before)),
        element(
            "main",
            *(_gate(gate, run) if gate else []),
            *(_filters(articles) if before else []),
            element("h2", "Articles"),
            _overview(articles, compared=before is not None),
            *map(article_section, articles),
        ),
        element("script", script),
    ]
    page = element("html", element("head", *head), element("body", *body), lang="en")
    return f"<!DOCTYPE html>\n{page}\n"


def _shown(
    number: int,
    article: ArticleResult,
    summaries: Mapping[str, Summary],
    golds: Mapping[str, Gold],
    before: RunResult | None,
) -> Shown:
    summary, gold = summaries.get(article.id), golds.get(article.id)
    document: Document | None = summary.document if summary else None
    # Offsets into another text would mark the wrong words.
    if document and document.sha256 != article.sha256:
        document = None
    if gold and gold.article.sha256 != article.sha256:
        gold = None
    return Shown(f"article-{number}", article, document, gold, changes(article, before))


def _about(run: RunResult, before: RunResult | None) -> Iterable[Raw]:
    yield element("h1", run.name)
    yield element("p", f"{how_run(run)}; model {run.model}; summarizer {run.package_version}")
    if matcher := matcher_text([run]):
        yield element("p", matcher)
    if run.prompts:
        prompts = ", ".join(f"{name} {sha[:12]}" for name, sha in run.prompts.items())
        yield element("p", f"Prompts: {prompts}")
    if before:
        words = f"Changes since {before.name} ({how_run(before)}; {before.package_version})"
        yield element("p", words)


def _gate(gate: GateResult, run: RunResult) -> list[Raw]:
    against = f"{gate.name} against {gate.baseline}"
    verdict = element("span", gate.verdict, class_=f"badge {gate.verdict.lower()}")
    parts = [element("h2", "Gate: ", verdict), element("p", against)]
    if gate.metrics:
        head = element("tr", *(element("th", name, scope="col") for name in GATE_HEAD))
        rows = (
            element("tr", *(element("td", cell) for cell in gate_row(m)), class_=m.verdict.lower())
            for m in gate.metrics
        )
        table = element("table", element("thead", head), element("tbody", *rows))
        parts.append(_wide(table, "Gated metrics"))
    traps = gate.traps
    lists = [("known", traps.known), ("gone", traps.gone)]
    known = "; ".join(f"{words}: {', '.join(names) or 'none'}" for words, names in lists)
    line = f"Critical traps: {traps.verdict}, {critical_text(traps)}; {known}"
    parts.append(element("p", line))
    if traps.new:
        items = (
            element("li", name, f": {trap.text}" if trap else "")
            for name, trap in new_traps(gate, [run])
        )
        parts += [element("p", "Newly hit:"), element("ul", *items, class_="traps")]
    for words, names in (("Failed", gate.failed), ("Stale", gate.stale)):
        parts += [element("p", f"{words}: {', '.join(names)}")] if names else []
    return parts


def _filters(articles: Sequence[Shown]) -> list[Raw]:
    counts: Counter[Change] = Counter()
    for article in articles:
        counts.update(change_counts(article.changes))
    boxes = (
        element(
            "label",
            element("input", type="checkbox", value=change_token(change), autocomplete="off"),
            f" {change} ({counts[change]})",
        )
        for change in get_args(Change)
    )
    legend = element("legend", "Show only claims that are")
    status = element("p", role="status", id="status")
    return [element("fieldset", legend, *boxes, class_="filters"), status]


def _overview(articles: Sequence[Shown], *, compared: bool) -> Raw:
    names = ["article", "genre", "split", "state", *_METRICS, "traps hit"]
    names += ["changes"] if compared else []
    heads = (
        element("th", element("button", name, type="button"), scope="col", aria_sort="none")
        for name in names
    )
    rows = (_row(article, compared=compared) for article in articles)
    table = element(
        "table",
        element("caption", "Choose a heading to sort by it."),
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
        class_="overview",
    )
    return _wide(table, "Overview of articles")


def _row(shown: Shown, *, compared: bool) -> Raw:
    article = shown.result
    cells = [
        element("th", element("a", label(article), href=f"#{shown.anchor}"), scope="row"),
        *(element("td", words) for words in (article.genre, article.split, state_text(article))),
        *_figures(counted_result(article)),
    ]
    if compared:
        counts = change_counts(shown.changes)
        words = ", ".join(f"{count} {change}" for change, count in counts.items())
        missing = "no change" if shown.changes else "nothing to compare with"
        cells.append(element("td", words or missing, data_value=f"{sum(counts.values())}"))
    return element("tr", *cells, data_article=shown.anchor)


def _figures(result: Scored | None) -> Iterable[Raw]:
    for metric in _METRICS:
        score = result.scores.get(metric) if result else None
        value = "" if score is None or score.value is None else f"{score.value:.6f}"
        yield element("td", score_text(score), data_value=value)
    hits = sum(bool(trap.hit_by) for trap in result.traps) if result else 0
    words, value = (hits_text(result), f"{hits}") if result else (NOTHING, "")
    yield element("td", words, data_value=value)


def _wide(table: Raw, title: str) -> Raw:
    """A table that scrolls on a narrow screen."""
    return element("div", table, class_="wide", role="region", aria_label=title, tabindex="0")
