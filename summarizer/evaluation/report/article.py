"""One article of the HTML report: its text twice, its claims, its traps, its scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from summarizer.evaluation.gold import Gold
from summarizer.evaluation.report.changes import Change, Changes, verdict_of
from summarizer.evaluation.report.shared import (
    NOTHING,
    counted_result,
    in_order,
    label,
    metric_name,
    shown_result,
    three,
)
from summarizer.evaluation.report.spans import Piece, Side, column, cut, marks_of, token
from summarizer.evaluation.results import (
    ArticleResult,
    GoldOutcome,
    PredictedOutcome,
    Score,
    Scored,
    TrapOutcome,
)
from summarizer.render.markup import Raw, element, joined
from summarizer.schema import Document

NO_TEXT = "The text of this article is not here, so only its scores are shown."
_TEXTS: dict[Side, str] = {
    "gold": "What the gold claims rest on",
    "predicted": "What the predicted claims rest on",
}


@dataclass(frozen=True)
class Shown:
    """What the report shows of one article.

    Attributes:
        anchor: id of its section in the page.
        document: None where the text is not here; ``gold`` too, and then no gold span is marked.
        changes: None where there is nothing to compare with.
    """

    anchor: str
    result: ArticleResult
    document: Document | None
    gold: Gold | None
    changes: Changes | None


def change_token(change: Change) -> str:
    """A change as one word, for ``data-`` attributes and classes."""
    return change.replace(" ", "-")


def change_counts(changes: Changes | None) -> dict[Change, int]:
    """How many claims have each mark; marks that none has are left out."""
    counts = Counter(changes.each() if changes else ())
    return {change: counts[change] for change in get_args(Change) if counts[change]}


def hits_text(result: Scored) -> str:
    """``hits/total`` of the traps of one article."""
    return f"{sum(bool(trap.hit_by) for trap in result.traps)}/{len(result.traps)}"


def state_text(article: ArticleResult) -> str:
    """The state, and after which stage where the article did not get to the end."""
    found = shown_result(article)
    words = article.state.replace("_", " ")
    return f"{words} (after {found[0]})" if found and found[0] != "compose" else words


def score_text(score: Score | None) -> str:
    """A score of one article, or why there is none."""
    if score is None or score.value is None:
        return f"{NOTHING} {score.state.replace('_', ' ')}" if score else NOTHING
    return three(score.value)


def article_section(shown: Shown) -> Raw:
    """The whole section, closed until a reader opens it."""
    found = shown_result(shown.result)
    counts = change_counts(shown.changes)
    return element(
        "details",
        element("summary", *_heading(shown, counted_result(shown.result))),
        element("p", _about(shown.result), class_="about"),
        *([element("p", shown.result.error, class_="error")] if shown.result.error else []),
        *(_body(shown, found[1]) if found else [element("p", "There is no result.")]),
        class_="article",
        id=shown.anchor,
        data_changes=" ".join(map(change_token, counts)) or None,
    )


def _heading(shown: Shown, result: Scored | None) -> Iterable[Raw]:
    yield element("h3", label(shown.result))
    yield _badge(state_text(shown.result), shown.result.state)
    if result:
        for metric in ("recall", "precision", "f1"):
            yield element("span", f"{metric} {score_text(result.scores.get(metric))}")
        yield element("span", f"traps hit {hits_text(result)}")
    for change, count in change_counts(shown.changes).items():
        yield _badge(f"{count} {change}", change_token(change))


def _about(article: ArticleResult) -> str:
    return f"{article.genre} · {article.split} · SHA-256 {article.sha256[:12]}…"


def _body(shown: Shown, result: Scored) -> list[Raw]:
    scores = _scores(result)
    if shown.document is None:
        return [element("p", NO_TEXT), scores]
    pieces = cut(len(shown.document.text), marks_of(shown.gold, result))
    texts = [_text(shown, pieces, side) for side in _TEXTS]
    return [
        element("div", *texts, class_="sides texts"),
        element("div", _gold_list(shown, result), _predicted_list(shown, result), class_="sides"),
        *_traps(result),
        element("details", element("summary", "All scores"), scores),
    ]


def _text(shown: Shown, pieces: list[Piece], side: Side) -> Raw:
    words = shown.document.text if shown.document else ""
    title = _TEXTS[side]
    return element(
        "section",
        element("h4", title),
        element(
            "div",
            column(words, pieces, side),
            class_=f"text {side}",
            role="region",
            aria_label=f"{label(shown.result)}: {title}",
            tabindex="0",
        ),
    )


def _gold_list(shown: Shown, result: Scored) -> Raw:
    found = sum(claim.found for claim in result.gold)
    marks = shown.changes.gold if shown.changes else {}
    return element(
        "section",
        element("h4", f"Gold claims: {found} of {len(result.gold)} found"),
        element("ul", *(_gold_claim(c, marks.get(c.id)) for c in result.gold), class_="claims"),
    )


def _gold_claim(claim: GoldOutcome, change: Change | None) -> Raw:
    verdict = "found" if claim.found else "missed"
    notes = [f"weight {claim.weight}", *([] if claim.required else ["optional"])]
    notes += [f"by {', '.join(claim.by)}"] if claim.by else []
    return _claim(
        token("gold", claim.id),
        [token("predicted", by) for by in claim.by],
        change,
        [
            element("b", claim.id),
            _badge(verdict, verdict),
            *([_badge(change, change_token(change))] if change else []),
            element("span", claim.text, class_="words"),
            element("small", "; ".join(notes)),
        ],
    )


def _predicted_list(shown: Shown, result: Scored) -> Raw:
    verdicts = Counter(map(verdict_of, result.predicted))
    head = ", ".join(f"{verdicts[v]} {v}" for v in ("right", "wrong", "duplicate"))
    marks = shown.changes.predicted if shown.changes else {}
    claims = (_predicted(c, result, marks.get(n)) for n, c in enumerate(result.predicted))
    return element(
        "section",
        element("h4", f"Predicted claims: {head}"),
        element("ul", *claims, class_="claims"),
    )


def _predicted(claim: PredictedOutcome, result: Scored, mark: tuple[Change, str] | None) -> Raw:
    verdict = verdict_of(claim)
    change, before = mark or (None, "")
    notes = [f"says {', '.join(claim.matches)}"] if claim.matches else _nearest(claim, result)
    notes += ["unsupported by what it cites"] if claim.unsupported else []
    notes += [] if claim.evidence else ["cites nothing"]
    return _claim(
        token("predicted", claim.id),
        [token("gold", match) for match in claim.matches],
        change,
        [
            element("b", claim.id),
            _badge(verdict, verdict),
            *([_badge(f"{change} ({before})", change_token(change))] if change else []),
            element("span", claim.text, class_="words"),
            element("small", "; ".join(notes)),
        ],
    )


def _nearest(claim: PredictedOutcome, result: Scored) -> list[str]:
    """The gold claim that a wrong one is most like, and what sets them apart."""
    pairs = [pair for pair in result.pairs if pair.predicted == claim.id]
    if not pairs:
        return []
    best = max(pairs, key=lambda pair: pair.score)
    apart = f" ({', '.join(best.differences)})" if best.differences else ""
    return [f"nearest {best.gold}: {best.relation.replace('_', ' ')}{apart}"]


def _claim(claim: str, kin: list[str], change: Change | None, children: list[Raw]) -> Raw:
    spaced = [part for child in children for part in (child, " ")]
    return element(
        "li",
        *spaced[:-1],
        tabindex="0",
        data_claim=claim,
        data_kin=" ".join(kin) or None,
        data_change=change_token(change) if change else None,
    )


def _traps(result: Scored) -> list[Raw]:
    hit = [trap for trap in result.traps if trap.hit_by]
    head = element("h4", f"Traps hit: {hits_text(result)}")
    return [head, *([element("ul", *map(_trap, hit), class_="traps")] if hit else [])]


def _trap(trap: TrapOutcome) -> Raw:
    return element(
        "li",
        element("b", trap.id),
        " ",
        _badge(trap.severity, trap.severity),
        f" {trap.kind}: {trap.text} ",
        element("small", f"hit by {', '.join(trap.hit_by)}"),
    )


def _scores(result: Scored) -> Raw:
    rows = (
        element(
            "tr",
            element("th", metric_name(metric), scope="row"),
            element("td", score_text(score)),
            element("td", f"{score.numerator:g} of {score.denominator:g}"),
        )
        for metric in in_order(result.scores)
        for score in [result.scores[metric]]
    )
    heads = [element("th", name, scope="col") for name in ("score", "value", "counts")]
    table = element(
        "table", element("thead", element("tr", *heads)), element("tbody", joined(*rows))
    )
    return element("div", table, class_="wide")


def _badge(words: str, kind: str) -> Raw:
    return element("span", words, class_=f"badge {kind}")
