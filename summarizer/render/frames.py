"""Results as pandas frames, for analysis in notebooks (extra ``notebook``).

A column that holds several things holds a tuple of them, so that ``frame.explode("claims")`` joins
lines to their claims. Dates are ISO 8601 strings, because they differ in precision; ``to_datetime``
of pandas with ``format="ISO8601"`` reads them. The dtypes are the same for empty frames.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from summarizer.errors import InputError
from summarizer.render.page import Page, amount_of, page_of

if TYPE_CHECKING:
    from pandas import DataFrame

    from summarizer.briefing.schema import BriefingNote, Party
    from summarizer.schema import Claim, DateMention, Summary

FrameTable = Literal[
    "claims",
    "rejected",
    "sources",
    "clusters",
    "conflicts",
    "timeline",
    "people",
    "organisations",
    "numbers",
    "open_questions",
]
Row: TypeAlias = tuple[object, ...]

_CLAIM = {
    "id": "string",
    "source": "string",
    "outlet": "string",
    "text": "string",
    "attribution": "string",
    "commitment": "string",
    "negated": "bool",
    "importance": "float64",
    "support": "float64",
    "sentence": "Int64",
    "start": "Int64",
    "end": "Int64",
    "evidence": "string",
    "dates": "object",
    "quantities": "object",
    "entities": "object",
    "findings": "object",
    "cluster": "string",
}
_PARTY = {"name": "string", "aliases": "object", "roles": "object", "claims": "object"}
COLUMNS: Mapping[FrameTable, Mapping[str, str]] = {
    "claims": _CLAIM,
    "rejected": _CLAIM,
    "sources": {
        "id": "string",
        "name": "string",
        "title": "string",
        "published": "string",
        "sha256": "string",
    },
    "clusters": {
        "id": "string",
        "text": "string",
        "claims": "object",
        "sources": "object",
        "origins": "object",
    },
    "conflicts": {
        "conflict": "Int64",
        "about": "string",
        "kind": "string",
        "text": "string",
        "claims": "object",
        "sources": "object",
        "state": "string",
        "stands": "bool",
        "reason": "string",
    },
    "timeline": {
        "start": "string",
        "end": "string",
        "precision": "string",
        "text": "string",
        "claims": "object",
    },
    "people": _PARTY,
    "organisations": _PARTY,
    "numbers": {
        "written": "string",
        "value": "float64",
        "high": "float64",
        "unit": "string",
        "modifier": "string",
        "of": "string",
        "text": "string",
        "claims": "object",
    },
    "open_questions": {
        "text": "string",
        "claims": "object",
        "state": "string",
        "answered_by": "object",
    },
}


def frame_of(result: Summary | BriefingNote, table: FrameTable = "claims") -> DataFrame:
    """One table of a result, with the columns and dtypes of :data:`COLUMNS`.

    Raises:
        InputError: pandas is not installed, or there is no such table.
    """
    if table not in COLUMNS:
        raise InputError(
            f"there is no table {table!r}", hint=f"take one of {', '.join(get_args(FrameTable))}"
        )
    try:
        from pandas import DataFrame
    except ImportError:
        raise InputError(
            "frames need the `notebook` extra", hint="pip install 'summarizer[notebook]'"
        ) from None
    columns = COLUMNS[table]
    page = page_of(result)
    if table in ("claims", "rejected"):
        claims = result.claims if table == "claims" else result.rejected
        rows = [*_claims(claims, page)]
    else:
        rows = [*_ROWS[table](page)]
    return DataFrame(rows, columns=list(columns)).astype(dict(columns))


def _claims(claims: tuple[Claim, ...], page: Page) -> Iterator[Row]:
    sources = {shown.view.id: shown.source for shown in page.claims}
    names = {source.id: source.name for source in page.sources}
    clusters = {claim: cluster.id for cluster in page.clusters for claim in cluster.claims}
    for claim in claims:
        source = sources[claim.id]
        yield (
            claim.id,
            source,
            names[source],
            claim.text,
            ", citing ".join(link.source for link in claim.attribution),
            claim.commitment,
            claim.negated,
            claim.importance,
            claim.support,
            *_evidence(claim),
            tuple(period for date in claim.dates for period in _period(date)),
            tuple(map(amount_of, claim.quantities)),
            tuple(entity.name for entity in claim.entities),
            tuple(f"{f.severity}, {f.check}: {f.message}" for f in claim.findings),
            clusters.get(claim.id),
        )


def _evidence(claim: Claim) -> Row:
    if not claim.evidence:
        return None, None, None, None
    first = claim.evidence[0]
    return first.sentence, first.start, first.end, first.text


def _period(date: DateMention) -> Iterator[str]:
    if date.start and date.end:
        yield date.start if date.start == date.end else f"{date.start}/{date.end}"


def _sources(page: Page) -> Iterator[Row]:
    for source in page.sources:
        yield source.id, source.name, source.title, source.published, source.sha256


def _clusters(page: Page) -> Iterator[Row]:
    for cluster in page.clusters:
        yield cluster.id, cluster.text, cluster.claims, cluster.sources, cluster.origins


def _conflicts(page: Page) -> Iterator[Row]:
    for number, conflict in enumerate(page.conflicts):
        resolution = conflict.resolution
        for place, side in enumerate(conflict.sides):
            about = (number, conflict.about, conflict.kind)
            stands = place == resolution.side
            said = (side.text, side.claims, side.sources)
            yield (*about, *said, resolution.state, stands, resolution.reason)


def _timeline(page: Page) -> Iterator[Row]:
    for event in page.timeline:
        yield event.start, event.end, event.precision, event.text, event.claims


def _parties(parties: tuple[Party, ...]) -> Iterator[Row]:
    for party in parties:
        yield party.name, party.aliases, party.roles, party.claims


def _numbers(page: Page) -> Iterator[Row]:
    for figure in page.numbers:
        q = figure.quantity
        yield q.text, q.value, q.high, q.unit, q.modifier, q.of, figure.text, figure.claims


def _questions(page: Page) -> Iterator[Row]:
    for question in page.open_questions:
        yield question.text, question.claims, question.state, question.answered_by


_ROWS: Mapping[str, Callable[[Page], Iterator[Row]]] = {
    "sources": _sources,
    "clusters": _clusters,
    "conflicts": _conflicts,
    "timeline": _timeline,
    "people": lambda page: _parties(page.people),
    "organisations": lambda page: _parties(page.organisations),
    "numbers": _numbers,
    "open_questions": _questions,
}
