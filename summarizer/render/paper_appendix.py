"""The back of a printed note: all claims with their evidence, and the sources in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.render.html_claims import MEANINGS, claim_anchor
from summarizer.render.html_sources import LABELS, sentence_anchor, source_anchor
from summarizer.render.paper import (
    Block,
    Cell,
    Heading,
    Inline,
    Link,
    Paragraph,
    Phrase,
    Table,
    Target,
    Words,
    words_of,
)

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote
    from summarizer.render.page import Page, PageClaim, PageSource
    from summarizer.render.stretches import Run
    from summarizer.schema import Evidence, SentenceKind, Summary

_QUOTED = 300  # characters of evidence in a footnote; the table of claims has all of it


def notes_of(page: Page, result: Summary | BriefingNote) -> dict[int, Phrase]:
    """What a footnote says of each accepted claim, by its number."""
    names = {source.id: source.name for source in page.sources}
    return {
        claim.number: (
            Link(claim.view.id, claim_anchor(claim.number)),
            Words(f" {names[claim.source]}"),
            *(Words(f", sentence {e.sentence}: “{_short(e.text)}”") for e in evidence),
        )
        for claim, evidence in zip(page.accepted, _evidence(result), strict=False)
    }


def _evidence(result: Summary | BriefingNote) -> Iterator[Sequence[Evidence]]:
    """In the order of the page's claims."""
    return (claim.evidence for claim in (*result.claims, *result.rejected))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rpartition(' ')[0]} …"


def claims_blocks(page: Page, result: Summary | BriefingNote) -> Iterator[Block]:
    """The accepted claims, what the words for commitment mean, and the rejected claims."""
    targets = _sentences(page)
    places = {source.id: place for place, source in enumerate(page.sources)}
    rows: dict[bool, list[tuple[Cell, ...]]] = {False: [], True: []}
    for claim, evidence in zip(page.claims, _evidence(result), strict=True):
        place = places[claim.source]
        labels = {
            f"Evidence (sentence {e.sentence})": anchor
            for e in evidence
            if (anchor := sentence_anchor(place, e.sentence)) in targets
        }
        rows[claim.rejected].append((_name(claim), tuple(_said(claim, labels))))
    if not page.claims:
        return
    yield Heading(1, f"All claims ({len(page.accepted)})")
    used = {claim.commitment for claim in page.claims}
    legend = "; ".join(f"{word}: {meaning}" for word, meaning in MEANINGS.items() if word in used)
    yield Paragraph((Words(f"{legend}."),), "about")
    if rows[False]:
        yield _table("What it says, who says so, and in which words", rows[False])
    if rows[True]:
        yield Heading(2, f"Rejected by the checks ({len(page.rejected)})")
        yield Paragraph((Words("Not to be relied on: each with the reason."),), "about")
        yield _table("What it says, why it was rejected, and its evidence", rows[True])


def _table(head: str, rows: Sequence[tuple[Cell, ...]]) -> Table:
    return Table(((Words("Claim"),), (Words(head),)), tuple(rows), (1, 6))


def _name(claim: PageClaim) -> Cell:
    return (Paragraph((Words(claim.view.id, "strong"),), anchor=claim_anchor(claim.number)),)


def _said(claim: PageClaim, labels: Mapping[str, str]) -> Iterator[Paragraph]:
    view = claim.view
    yield Paragraph((Words(view.text), Words(f" ({view.commitment})", "emphasis")))
    for detail in view.details:
        target = labels.get(detail.label)
        label = Link(detail.label, target) if target else Words(detail.label)
        yield Paragraph((label, Words(f": {detail.text}")), "about")


def _sentences(page: Page) -> set[str]:
    """Anchors of all sentences that the sources show."""
    return {
        sentence_anchor(place, run.sentence)
        for place, source in enumerate(page.sources)
        for paragraph in source.paragraphs
        for run in paragraph.runs
        if run.sentence is not None
    }


def sources_blocks(page: Page) -> Iterator[Block]:
    """Every source with its coverage and its whole text, the words that claims rest on marked."""
    if page.sources:
        yield Heading(1, "Source" if len(page.sources) == 1 else "Sources")
    rejected = {claim.number for claim in page.rejected}
    for place, source in enumerate(page.sources):
        yield Heading(2, f"{source.id} {source.title}", source_anchor(place))
        lines = [source.about or source.name]
        lines += [f"Drawn on by {', '.join(source.origins)}."] if source.origins else []
        for line in (*lines, *source.coverage):
            yield Paragraph((Words(line),), "about")
        yield Heading(3, "Full text, with the numbers of its sentences")
        yield from _text(place, source, rejected)


def _text(place: int, source: PageSource, rejected: set[int]) -> Iterator[Block]:
    kind: SentenceKind | None = None
    for paragraph in source.paragraphs:
        phrase: list[Inline] = []
        for run in paragraph.runs:
            if run.kind and run.kind != kind:
                kind = run.kind
                phrase += [Words(f"{LABELS[kind]}: ", "strong")] if kind in LABELS else []
            phrase += _run(place, run, rejected)
        if words_of(tuple(phrase)).strip():
            yield Paragraph(tuple(phrase))


def _run(place: int, run: Run, rejected: set[int]) -> Iterator[Inline]:
    if run.sentence is not None:
        yield Target(f"{run.sentence}", sentence_anchor(place, run.sentence))
    for stretch in run.stretches:
        yield Words(stretch.text, "marked" if set(stretch.claims) - rejected else "plain")
