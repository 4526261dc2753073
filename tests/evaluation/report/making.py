"""Values for reports, made by hand, and a reader of the page. The article is invented."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from summarizer.evaluation.gold import Gold, TrapKind, TrapSeverity
from summarizer.evaluation.results import (
    NOT_MEASURED,
    ArticleResult,
    Estimate,
    GateResult,
    GoldOutcome,
    MetricVerdict,
    Pair,
    PredictedOutcome,
    RunResult,
    Score,
    Scored,
    TrapGate,
    TrapOutcome,
    ratio,
)
from summarizer.schema import Document, StageUsage, Summary, Usage
from tests.factories import make_document, make_empty_summary

TEXT = (
    "Mill Pond Drained\n"
    "The council of Orrin drained the mill pond on Monday, and 40 carp were moved to the lake.\n"
    "A warden said the sluice might be repaired by spring.\n"
)
HOSTILE = (
    "a | b `c` **d** </script><script>alert(1)</script> <img src=x onerror=alert(1)>"
    " \" ' & \x00\x1b[31m\x07 \u202eevil\u202c\nnext \ufffe end"
)
"""What no report may let through as markup."""


_VOID = {"meta", "input"}


def document(text: str = TEXT) -> Document:
    """The invented article; reports do not look at sentences."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return make_document().model_copy(update={"text": text, "sha256": sha256, "sentences": ()})


def summary(text: str = TEXT) -> Summary:
    """A summary of the article; of it reports take the text only."""
    return make_empty_summary().model_copy(update={"document": document(text)})


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where the words stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def gold_claim(number: int, text: str, *, found: bool = True, **fields: Any) -> GoldOutcome:
    """The outcome for gold claim ``g<number>``."""
    by = (f"c{number}",) if found else ()
    plain = {"weight": 2, "required": True, "by": by}
    return GoldOutcome.model_validate(
        {"id": f"g{number}", "text": text, "found": found} | plain | fields
    )


def predicted(number: int, text: str, *, right: bool = True, **fields: Any) -> PredictedOutcome:
    """The outcome for predicted claim ``c<number>``."""
    plain = {
        "duplicate": False,
        "unsupported": None,
        "matches": (f"g{number}",) if right else (),
        "evidence": (),
    }
    return PredictedOutcome.model_validate(
        {"id": f"c{number}", "text": text, "right": right} | plain | fields
    )


def trap(
    number: int,
    text: str,
    *hit_by: str,
    kind: TrapKind = "number",
    severity: TrapSeverity = "critical",
) -> TrapOutcome:
    """The outcome for trap ``t<number>``."""
    return TrapOutcome(id=f"t{number}", kind=kind, severity=severity, text=text, hit_by=hit_by)


DRAINED = "The council of Orrin drained the mill pond on Monday."
CARP = "40 carp were moved to the lake."
SLUICE = "The sluice might be repaired by spring."
WRONG = "The sluice will be repaired by spring."


def scored(**fields: Any) -> Scored:
    """Three gold claims, two of them found; three predicted ones, one wrong, one a duplicate; two
    traps, one hit."""
    plain: dict[str, Any] = {
        "scores": {
            "verbatim": ratio(1, 4),
            "precision": ratio(2, 3),
            "recall": ratio(4, 6),
            "f1": Score(value=2 / 3, state="scored", numerator=2, denominator=3),
            "traps": ratio(1, 2),
            "dates": NOT_MEASURED,
        },
        "pairs": (
            Pair(
                gold="g3",
                predicted="c3",
                relation="contradicts",
                score=0.4,
                group="one",
                differences=("strength",),
            ),
        ),
        "gold": (
            gold_claim(1, DRAINED),
            gold_claim(2, CARP, weight=1),
            gold_claim(3, SLUICE, found=False, weight=3),
        ),
        "predicted": (
            predicted(1, DRAINED, evidence=(place("The council of Orrin drained the mill pond"),)),
            predicted(2, CARP, evidence=(place("mill pond on Monday, and 40 carp"),)),
            predicted(3, WRONG, right=False, unsupported=True),
            predicted(4, CARP, right=False, duplicate=True),
        ),
        "traps": (
            trap(1, "The sluice will be repaired by spring.", "c3", kind="hedge"),
            trap(2, "14 carp were moved to the lake."),
        ),
        "shifts": {},
    }
    return Scored.model_validate(plain | fields)


def article(name: str = "pond", result: Scored | None = None, **fields: Any) -> ArticleResult:
    """A scored article, with ``fields`` in place of its own."""
    cost = StageUsage(calls=2, input_tokens=1200, output_tokens=80, seconds=3.5)
    plain: dict[str, Any] = {
        "id": name,
        "sha256": document().sha256,
        "genre": "local",
        "split": "test",
        "repeat": 0,
        "state": "scored",
        "stages": {"compose": result or scored()},
        "usage": Usage(**cost.model_dump()),
    }
    return ArticleResult.model_validate(plain | fields)


def unscored(name: str, state: str, error: str | None = None) -> ArticleResult:
    """An article without any result."""
    return article(name, state=state, error=error, stages={}, usage=None)


def run(*articles: ArticleResult, name: str = "small-model", **fields: Any) -> RunResult:
    """A run of the pipeline over these articles."""
    plain: dict[str, Any] = {
        "name": name,
        "system": "pipeline",
        "model": "small-model-q4",
        "recorded": True,
        "prompts": {"extract": "ab" * 32},
        "package_version": "0.1.0",
        "articles": articles,
    }
    return RunResult.model_validate(plain | fields)


def estimate(metric: str, value: float | None, **fields: Any) -> Estimate:
    """An estimate over twenty articles, a tenth wide."""
    around = {
        "low": None if value is None else value - 0.05,
        "high": None if value is None else value + 0.05,
    }
    plain = {"metric": metric, "value": value, "articles": 20, "failed": 0}
    return Estimate.model_validate(plain | around | fields)


def verdict(metric: str, kind: str = "PASS", **fields: Any) -> MetricVerdict:
    """One gated metric."""
    plain = {
        "metric": metric,
        "verdict": kind,
        "before": 0.5,
        "after": 0.52,
        "difference": 0.02,
        "low": -0.01,
        "high": 0.05,
        "p": 0.2,
        "p_adjusted": 0.4,
        "margin": 0.02,
        "detectable": 0.061,
        "articles": 20,
    }
    return MetricVerdict.model_validate(plain | fields)


def gate(*metrics: MetricVerdict, **fields: Any) -> GateResult:
    """A gate that fails for a newly hit critical trap."""
    traps = TrapGate(
        hits=2,
        trials=40,
        upper=0.149,
        known=("mill:t4",),
        new=("pond:t1",),
        gone=("weir:t2",),
        verdict="REGRESSION",
    )
    plain: dict[str, Any] = {
        "baseline": "main",
        "name": "small-model",
        "metrics": metrics or (verdict("recall"), verdict("f1", "INCONCLUSIVE")),
        "traps": traps,
        "stale": (),
        "failed": (),
        "verdict": "REGRESSION",
    }
    return GateResult.model_validate(plain | fields)


def gold(text: str = TEXT) -> Gold:
    """Labels of the article; the first two claims rest on words that overlap."""

    def span(words: str) -> dict[str, int]:
        start, end = place(words, text)
        return {"start": start, "end": end}

    def claim(number: int, words: str, *evidence: list[dict[str, int]]) -> dict[str, Any]:
        plain = {"id": f"g{number}", "text": words, "weight": 2, "commitment": "factual"}
        return {**plain, "evidence": evidence}

    who = {"who": "A. Reader", "kind": "person", "how": "by hand", "date": "2031-01-02"}
    about = {
        "id": "pond",
        "file": "pond.txt",
        "sha256": document(text).sha256,
        "genre": "local",
    }
    claims = [
        claim(1, DRAINED, [span("drained the mill pond on Monday")]),
        claim(2, CARP, [span("pond on Monday, and 40 carp")], [span("40 carp were moved")]),
        claim(3, SLUICE, [span("the sluice might be repaired by spring")]),
    ]
    return Gold.model_validate({"article": about, "labelled_by": who, "claims": claims})


@dataclass
class Node:
    """An element, or with no name a stretch of text."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    words: str = ""
    children: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of it and of all inside."""
        return self.words + "".join(child.text for child in self.children)

    def all(self, name: str = "", **attributes: str) -> list[Node]:
        """Elements inside that have this name, and these words in these attributes."""
        here = [self] if self.name and name in ("", self.name) and self._has(attributes) else []
        return here + [n for child in self.children for n in child.all(name, **attributes)]

    def _has(self, wanted: dict[str, str]) -> bool:
        return all(
            set(value.split())
            <= set(self.attributes.get(key.rstrip("_").replace("_", "-"), "").split())
            for key, value in wanted.items()
        )


class Builder(HTMLParser):
    """Reads a page, and fails where an element is not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(Node("", words=data))


def parsed(page: str) -> Node:
    """What a browser would see of a page, which has to be well formed."""
    builder = Builder()
    builder.feed(page)
    builder.close()
    assert len(builder.open) == 1
    return builder.open[0]
