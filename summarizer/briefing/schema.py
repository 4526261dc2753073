"""Values of a briefing note: several sources on one page, every line with its claims.

A claim keeps its id and gets its source's before it: ``s2.c7`` is claim ``c7`` of source ``s2``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Literal, Protocol, Self

from pydantic import Field, model_validator

from summarizer.schema import (
    Claim,
    Coverage,
    Document,
    Precision,
    Provenance,
    Quantity,
    Statement,
    Usage,
    Value,
)

if TYPE_CHECKING:
    from pandas import DataFrame

    from summarizer.render.frames import FrameTable

Confidence = Literal["low", "moderate", "high"]
ConflictKind = Literal["number", "date", "name", "direction", "commitment"]
ResolutionState = Literal["open", "superseded", "corrected"]
QuestionState = Literal["open", "partly", "answered"]
NoticeKind = Literal["duplicate", "unrelated", "shared_origin", "no_date", "earlier_note"]


class _Cited(Protocol):
    @property
    def text(self) -> str: ...

    @property
    def claims(self) -> tuple[str, ...]: ...


class NoteSource(Value):
    """One source of a note.

    Attributes:
        id: ``s1``, ``s2``, … in the order they were given.
        origin_of: ids of the other sources that give this one's outlet as where they have something
            from.
    """

    id: str
    document: Document
    origin_of: tuple[str, ...]


class Cluster(Value):
    """One statement, however many sources make it.

    Attributes:
        text: the claim that states it best, word for word.
        claims: all that state it, in the order of the sources.
        origins: the names at the roots of their chains, one for each that is independent: an
            agency, an official, or the outlet that says it on its own authority.
    """

    id: str
    text: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    origins: tuple[str, ...]


class Judgement(Value):
    """A key judgement; what its confidence follows from is said in :mod:`.judgements`."""

    text: str
    confidence: Confidence
    claims: tuple[str, ...]


class Side(Value):
    """What one side of a conflict says, word for word, and who says it."""

    text: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]


class Resolution(Value):
    """How a conflict stands.

    Attributes:
        state: ``superseded`` where a later report has a later figure, ``corrected`` where a source
            takes one side back, else ``open``.
        side: index of the side that stands; None while it is open.
        reason: why, in one clause.
    """

    state: ResolutionState
    side: int | None
    reason: str


class Conflict(Value):
    """Different things said of the same matter.

    Attributes:
        about: what they are said of, in words that the sides share.
    """

    about: str
    kind: ConflictKind
    sides: tuple[Side, ...] = Field(min_length=2)
    resolution: Resolution


class NoteEvent(Value):
    """One dated event; dates as in :class:`~summarizer.schema.DateMention`, end inclusive."""

    start: str
    end: str
    precision: Precision
    text: str
    claims: tuple[str, ...]


class Party(Value):
    """A person or an organisation.

    Attributes:
        name: the fullest form that a source uses.
        aliases: its other forms.
        roles: as the sources word them.
    """

    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    claims: tuple[str, ...]


class Figure(Value):
    """A number, the claim that it stands in, and all claims that give it."""

    quantity: Quantity
    text: str
    claims: tuple[str, ...]


class NoteQuestion(Value):
    """What a source says is not known, and the claims of later sources that answer it."""

    text: str
    claims: tuple[str, ...]
    state: QuestionState
    answered_by: tuple[str, ...]


class Focus(Value):
    """The question that the note was made for, and the claims that bear on it, best first."""

    question: str
    answered: bool
    claims: tuple[str, ...]


class Change(Value):
    """A statement of one note against another."""

    text: str
    claims: tuple[str, ...]
    before: str | None


class Changes(Value):
    """What differs from an earlier note.

    Attributes:
        since: what tells the earlier note: its sources' names and dates.
        withdrawn: what the earlier note said and this one does not; their claims are the earlier's.
    """

    since: str
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    withdrawn: tuple[Change, ...]


class Part(Value):
    """Sources that tell one story."""

    title: str
    sources: tuple[str, ...]


class Notice(Value):
    """Something that the reader has to know before relying on the note."""

    kind: NoticeKind
    message: str
    sources: tuple[str, ...]


class Failure(Value):
    """A source that could not be used, and why."""

    source: str
    error: str


class BriefingNote(Value):
    """What several sources say: known, disputed, changed and unknown."""

    sources: tuple[NoteSource, ...]
    claims: tuple[Claim, ...]
    rejected: tuple[Claim, ...]
    bottom_line: tuple[Statement, ...]
    key_judgements: tuple[Judgement, ...]
    background: tuple[Statement, ...]
    clusters: tuple[Cluster, ...]
    conflicts: tuple[Conflict, ...]
    timeline: tuple[NoteEvent, ...]
    people: tuple[Party, ...]
    organisations: tuple[Party, ...]
    numbers: tuple[Figure, ...]
    open_questions: tuple[NoteQuestion, ...]
    focus: Focus | None
    changes: Changes | None
    parts: tuple[Part, ...]
    notices: tuple[Notice, ...]
    failures: tuple[Failure, ...]
    coverage: dict[str, Coverage]
    usage: Usage
    provenance: Provenance

    def _cited(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        lines: tuple[Iterable[_Cited], ...] = (
            self.bottom_line,
            self.key_judgements,
            self.background,
            self.clusters,
            (side for conflict in self.conflicts for side in conflict.sides),
            self.timeline,
            self.numbers,
            self.open_questions,
        )
        for line in chain.from_iterable(lines):
            yield line.text, line.claims
        for party in (*self.people, *self.organisations):
            yield party.name, party.claims

    @model_validator(mode="after")
    def _everything_leads_to_evidence(self) -> Self:
        texts = {source.id: source.document.text for source in self.sources}
        for claim in (*self.claims, *self.rejected):
            text = texts.get(claim.id.partition(".")[0])
            if text is None:
                raise ValueError(f"claim {claim.id} is of no source of the note")
            for span in claim.evidence:
                if text[span.start : span.end] != span.text:
                    raise ValueError(
                        f"claim {claim.id}: span {span.start}:{span.end} is not its text"
                    )
        known = {claim.id for claim in self.claims}
        for words, claims in self._cited():
            if not set(claims) <= known:
                raise ValueError(f"{words!r} cites a claim that was not accepted")
        return self

    def _repr_html_(self) -> str:
        """What a notebook shows: without scripts, and with all text escaped."""
        from summarizer.render.notebook import render_notebook

        return render_notebook(self)

    def to_frame(self, table: FrameTable = "claims") -> DataFrame:
        """One table as a pandas frame (extra ``notebook``), one row for each thing in it.

        The columns are those of :meth:`summarizer.schema.Summary.to_frame`; ``source`` is the id of
        the note's source, ``cluster`` that of the cluster that the claim is in. ``conflicts`` has a
        row for each side.

        Raises:
            InputError: pandas is not installed, or there is no such table.
        """
        from summarizer.render.frames import frame_of

        return frame_of(self, table)
