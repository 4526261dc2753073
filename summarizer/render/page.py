"""What a page shows of a summary or of a briefing note: one view model for both.

A :class:`~summarizer.schema.Summary` is a page with one source. As in :mod:`.view`, every string is
plain text, in parts text of a source: a renderer must escape it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.briefing.schema import (
    BriefingNote,
    Changes,
    Cluster,
    Conflict,
    Failure,
    Figure,
    Focus,
    Judgement,
    NoteEvent,
    NoteQuestion,
    NoteSource,
    Notice,
    Part,
    Party,
)
from summarizer.render.stretches import Mark, Paragraph, paragraphs_of
from summarizer.render.view import (
    ClaimView,
    Detail,
    amounts_of,
    claim_of,
    cost_of,
    coverage_of,
    name_of,
    notice_of,
    published_line,
    rejected_of,
    view_of,
)
from summarizer.schema import SourceKind, Statement, Summary

if TYPE_CHECKING:
    from summarizer.schema import Claim, Commitment, Coverage, Document, Provenance, Quantity

OWN_AUTHORITY = "the document itself"
_ONLY = "s1"
_NAMED_PARTS = 3


@dataclass(frozen=True)
class Voice:
    """Somebody in a chain of who says so; ``kind`` None is the document's own authority."""

    name: str
    kind: SourceKind | None


@dataclass(frozen=True)
class PageClaim:
    """One claim, accepted or not.

    Attributes:
        number: its place on the page, from 1, accepted claims first: what names it in the page,
            because an id could be anything.
        source: id of its source.
        sentence: the first sentence that it rests on; None without evidence.
        voices: all links of its chain.
    """

    number: int
    view: ClaimView
    source: str
    sentence: int | None
    commitment: Commitment
    voices: tuple[Voice, ...]
    rejected: bool


@dataclass(frozen=True)
class PageSource:
    """One source with its text.

    Attributes:
        name: outlet, or else title or file.
        about: outlet, section, byline and date as one line; empty when none is known.
        origins: names of the sources that have something from this one.
        coverage: lines about how much of it the claims rest on.
    """

    id: str
    name: str
    title: str
    about: str
    published: str | None
    sha256: str
    language: str | None
    paragraphs: tuple[Paragraph, ...]
    origins: tuple[str, ...]
    coverage: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A summary or a briefing note.

    Attributes:
        kind: what it is, in the words of a reader.
        empty: why there are no claims; empty when there are some.
        made: labelled facts about how it was made.
        cost: what it took, as one line.
    """

    kind: str
    title: str
    headline: Statement | None
    bottom_line: tuple[Statement, ...]
    key_points: tuple[Statement, ...]
    empty: str
    focus: Focus | None
    key_judgements: tuple[Judgement, ...]
    conflicts: tuple[Conflict, ...]
    changes: Changes | None
    timeline: tuple[NoteEvent, ...]
    people: tuple[Party, ...]
    organisations: tuple[Party, ...]
    numbers: tuple[Figure, ...]
    open_questions: tuple[NoteQuestion, ...]
    background: tuple[Statement, ...]
    clusters: tuple[Cluster, ...]
    parts: tuple[Part, ...]
    notices: tuple[Notice, ...]
    failures: tuple[Failure, ...]
    claims: tuple[PageClaim, ...]
    sources: tuple[PageSource, ...]
    made: tuple[Detail, ...]
    cost: str

    @property
    def accepted(self) -> tuple[PageClaim, ...]:
        """The claims that passed the checks."""
        return tuple(claim for claim in self.claims if not claim.rejected)

    @property
    def rejected(self) -> tuple[PageClaim, ...]:
        """The claims that did not."""
        return tuple(claim for claim in self.claims if claim.rejected)


def page_of(result: Summary | BriefingNote) -> Page:
    """The page that shows ``result``."""
    return _summary_page(result) if isinstance(result, Summary) else _note_page(result)


def _note_page(note: BriefingNote) -> Page:
    claims = [(_source_of(c), c) for c in note.claims]
    rejected = [(_source_of(c), c) for c in note.rejected]
    return Page(
        kind="Briefing note",
        title=_title(note),
        headline=None,
        bottom_line=note.bottom_line,
        key_points=(),
        empty="" if note.claims else "No claims: none could be established with its evidence.",
        focus=note.focus,
        key_judgements=note.key_judgements,
        conflicts=note.conflicts,
        changes=note.changes,
        timeline=note.timeline,
        people=note.people,
        organisations=note.organisations,
        numbers=note.numbers,
        open_questions=note.open_questions,
        background=note.background,
        clusters=note.clusters,
        parts=note.parts if len(note.parts) > 1 else (),
        notices=note.notices,
        failures=note.failures,
        claims=tuple(_claims(claims, rejected)),
        sources=tuple(_sources(note.sources, note.coverage, claims, rejected)),
        made=tuple(_made(note.provenance)),
        cost=cost_of(note.usage),
    )


def _summary_page(summary: Summary) -> Page:
    claims = [(_ONLY, claim) for claim in summary.claims]
    rejected = [(_ONLY, claim) for claim in summary.rejected]
    source = NoteSource(id=_ONLY, document=summary.document, origin_of=())
    return Page(
        kind="Summary",
        title=view_of(summary).title,
        headline=summary.headline,
        bottom_line=summary.summary,
        key_points=summary.key_points,
        empty=notice_of(summary),
        focus=None,
        key_judgements=(),
        conflicts=(),
        changes=None,
        timeline=tuple(NoteEvent(**dict(entry)) for entry in summary.timeline),
        people=tuple(_parties(summary, "person")),
        organisations=tuple(_parties(summary, "organisation")),
        numbers=tuple(
            Figure(quantity=quantity, text=claim.text, claims=(claim.id,))
            for claim in summary.claims
            for quantity in claim.quantities
        ),
        open_questions=tuple(
            NoteQuestion(text=q.text, claims=(q.claim,), state="open", answered_by=())
            for q in summary.open_questions
        ),
        background=(),
        clusters=(),
        parts=(),
        notices=(),
        failures=(),
        claims=tuple(_claims(claims, rejected)),
        sources=tuple(_sources([source], {_ONLY: summary.coverage}, claims, rejected)),
        made=tuple(_made(summary.provenance)),
        cost=cost_of(summary.usage),
    )


def _title(note: BriefingNote) -> str:
    if not note.sources:
        return "No source could be used"
    titles = [part.title for part in note.parts if part.title]
    titles = titles or [s.document.title for s in note.sources[:1] if s.document.title]
    if 0 < len(titles) <= _NAMED_PARTS:
        return "; ".join(titles)
    count = len(note.sources)
    sources = f"{count} source{'s' * (count != 1)}"
    return f"{len(titles)} stories in {sources}" if titles else f"Note on {sources}"


def _source_of(claim: Claim) -> str:
    return claim.id.partition(".")[0]


def _parties(summary: Summary, kind: SourceKind) -> Iterator[Party]:
    """Everybody of this kind whom claims mention or rest on, in the order of the source."""
    found: dict[str, dict[str, None]] = {}
    for claim in summary.claims:
        names = [entity.name for entity in claim.entities if entity.kind == kind]
        names += [link.source for link in claim.attribution if link.kind == kind]
        for name in names:
            found.setdefault(name, {})[claim.id] = None
    for name, claims in found.items():
        yield Party(name=name, aliases=(), roles=(), claims=tuple(claims))


def _claims(
    claims: Sequence[tuple[str, Claim]], rejected: Sequence[tuple[str, Claim]]
) -> Iterator[PageClaim]:
    for number, (source, claim) in enumerate([*claims, *rejected], start=1):
        refused = number > len(claims)
        links = tuple(Voice(link.source, link.kind) for link in claim.attribution)
        yield PageClaim(
            number=number,
            view=rejected_of(claim) if refused else _with_support(claim_of(claim), claim.support),
            source=source,
            sentence=claim.evidence[0].sentence if claim.evidence else None,
            commitment=claim.commitment,
            voices=links or (Voice(OWN_AUTHORITY, None),),
            rejected=refused,
        )


def _with_support(view: ClaimView, support: float) -> ClaimView:
    details = (*view.details, Detail("Support", f"{support:.2f}"))
    return ClaimView(view.id, view.text, view.commitment, details)


def _sources(
    sources: Sequence[NoteSource],
    coverage: Mapping[str, Coverage],
    claims: Sequence[tuple[str, Claim]],
    rejected: Sequence[tuple[str, Claim]],
) -> Iterator[PageSource]:
    marks: dict[str, list[Mark]] = {source.id: [] for source in sources}
    for number, (name, claim) in enumerate([*claims, *rejected], start=1):
        marks[name] += [Mark(e.start, e.end, number) for e in claim.evidence]
    names = {source.id: _outlet(source.document) for source in sources}
    for source in sources:
        document, covered = source.document, coverage.get(source.id)
        yield PageSource(
            id=source.id,
            name=names[source.id],
            title=document.title or name_of(document.source),
            about=published_line(document),
            published=document.published,
            sha256=document.sha256,
            language=document.language,
            paragraphs=paragraphs_of(document, marks[source.id]),
            origins=tuple(names.get(other, other) for other in source.origin_of),
            coverage=tuple(coverage_of(covered)) if covered else (),
        )


def _outlet(document: Document) -> str:
    return document.outlet or document.title or name_of(document.source)


def _made(made: Provenance) -> Iterable[Detail]:
    yield Detail("Made by", f"summarizer {made.package_version}, schema {made.schema_version}")
    yield Detail("Model", f"{made.model} at {made.endpoint} ({made.mode})")
    if made.parameters:
        shown = ", ".join(f"{name} {value}" for name, value in made.parameters.items())
        yield Detail("Parameters", shown)
    if made.prompts:
        shown = ", ".join(f"{name} {sha[:12]}" for name, sha in made.prompts.items())
        yield Detail("Prompts", shown)


def amount_of(quantity: Quantity) -> str:
    """What a number was read as, without what it is set against in its claim."""
    alone = quantity.model_copy(update={"compared_with": None})
    return next(iter(amounts_of((alone,)))).removeprefix(f"“{quantity.text}” = ")
