"""What is scored: a summary, or gold data, brought to one form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from summarizer.errors import GoldError
from summarizer.evaluation.gold import Gold, GoldClaim, load_gold, read_file
from summarizer.matching.relation import Ranges, Statement
from summarizer.schema import Claim, Document, Summary, Usage


class _Quantity(Protocol):
    @property
    def value(self) -> float: ...
    @property
    def high(self) -> float | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def modifier(self) -> str: ...


class _Date(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def start(self) -> str | None: ...
    @property
    def end(self) -> str | None: ...


@dataclass(frozen=True)
class SideClaim:
    """One claim of either side.

    Attributes:
        evidence: alternative sets of (start, end).
        chain: (source, kind) of each link, outermost first.
        labelled: whether ``commitment`` is a label, which the text need not show.
    """

    id: str
    text: str
    weight: int
    required: bool
    evidence: tuple[Ranges, ...]
    chain: tuple[tuple[str, str], ...]
    commitment: str
    negated: bool
    quantities: tuple[_Quantity, ...]
    dates: tuple[_Date, ...]
    labelled: bool

    def statement(self, published: str | None) -> Statement:
        """As the matcher sees it."""
        return Statement(
            id=self.id,
            text=self.text,
            evidence=self.evidence,
            sources=tuple(source for source, _ in self.chain),
            commitment=self.commitment if self.labelled or self.commitment == "denied" else None,
            published=published,
        )


@dataclass(frozen=True)
class Line:
    """One sentence of a headline, summary or key point."""

    text: str
    evidence: tuple[Ranges, ...]


@dataclass(frozen=True)
class Side:
    """The claims of a summary or of a gold file.

    Attributes:
        told: ids of the claims that the headline, the summary and the key points rest on.
        texts: their sentences, with the evidence of the claims that they cite.
        questions: ids of the claims that are open questions.
        document: the article, where it is known.
        grounded: whether it says where its claims stand.
        verifiable: whether its claims can be checked against the article by code.
        usage: what it cost, where that is known.
    """

    claims: tuple[SideClaim, ...]
    told: tuple[str, ...]
    texts: tuple[Line, ...]
    questions: tuple[str, ...]
    document: Document | None
    grounded: bool
    verifiable: bool
    usage: Usage | None = None


def side_of_gold(gold: Gold, document: Document | None = None) -> Side:
    """A gold file as a prediction: its news counts as what it tells."""
    return Side(
        claims=tuple(_of_gold(claim) for claim in gold.claims),
        told=tuple(c.id for c in gold.claims if c.weight == 3),  # noqa: PLR2004
        texts=(),
        questions=tuple(q.claim for q in gold.open_questions),
        document=document,
        grounded=True,
        verifiable=False,
    )


def side_of_summary(summary: Summary) -> Side:
    """A summary's accepted claims, and what it tells of them."""
    lines = [*summary.summary, *summary.key_points]
    lines += [summary.headline] if summary.headline else []
    return Side(
        claims=tuple(_of_claim(claim) for claim in summary.claims),
        told=tuple(dict.fromkeys(i for line in lines for i in line.claims)),
        texts=tuple(dict.fromkeys(Line(x.text, _cited(summary, x.claims)) for x in lines)),
        questions=tuple(q.claim for q in summary.open_questions),
        document=summary.document,
        grounded=True,
        verifiable=True,
        usage=summary.usage,
    )


def load_side(path: Path, gold: Gold) -> Side:
    """What is to be scored against ``gold``: a summary as JSON, or another gold file.

    Raises:
        GoldError: it is neither, or is about another text.
    """
    if path.suffix in (".yaml", ".yml"):
        other = load_gold(path)
        _same_text(path, other.article.sha256, gold)
        return side_of_gold(other)
    try:
        summary = Summary.model_validate_json(read_file(path))
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in fault["loc"]) or "the file"
        raise GoldError(
            f"{path} is no summary: {field}: {fault['msg']}",
            hint="give what summarize --format json wrote, or a gold file (.yaml)",
        ) from None
    _same_text(path, summary.document.sha256, gold)
    return side_of_summary(summary)


def _same_text(path: Path, sha256: str, gold: Gold) -> None:
    if sha256 != gold.article.sha256:
        raise GoldError(
            f"{path} is about another text than the gold of {gold.article.id}: its SHA-256 begins"
            f" with {sha256[:12]}, and {gold.article.sha256[:12]} was expected"
        )


def _of_gold(claim: GoldClaim) -> SideClaim:
    return SideClaim(
        id=claim.id,
        text=claim.text,
        weight=claim.weight,
        required=claim.required,
        evidence=tuple(tuple((s.start, s.end) for s in spans) for spans in claim.evidence),
        chain=tuple((link.source, link.kind) for link in claim.attribution),
        commitment=claim.commitment,
        negated=claim.negated,
        quantities=claim.quantities,
        dates=claim.dates,
        labelled=True,
    )


def _cited(summary: Summary, ids: tuple[str, ...]) -> tuple[Ranges, ...]:
    spans = {(e.start, e.end) for c in summary.claims if c.id in ids for e in c.evidence}
    return (tuple(sorted(spans)),) if spans else ()


def _of_claim(claim: Claim) -> SideClaim:
    spans = tuple((e.start, e.end) for e in claim.evidence)
    return SideClaim(
        id=claim.id,
        text=claim.text,
        weight=1,
        required=True,
        evidence=(spans,) if spans else (),
        chain=tuple((link.source, link.kind) for link in claim.attribution),
        commitment=claim.commitment,
        negated=claim.negated,
        quantities=claim.quantities,
        dates=claim.dates,
        labelled=False,
    )
