"""What the sources of a note say: their accepted claims, each under its note-wide id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from summarizer.matching.reading import unframed
from summarizer.matching.relation import Statement
from summarizer.schema import Claim, Document, Summary

_ENDED = re.compile(r"[.!?…:;][\"'”’)\]]*$")


@dataclass(frozen=True)
class Told:
    """One accepted claim of one source.

    Attributes:
        claim: with its id in the note, ``s1.c3``.
        source: id of its source, ``s1``.
        outlet: who published the source, or what it is called where that is not known.
        published: ISO date of the source, or None.
        place: of the source in the order of publication, from 0; undated ones come in the order
            that they were given, after what stands before them.
    """

    claim: Claim
    source: str
    outlet: str
    published: str | None
    place: int
    content: str = field(compare=False)

    @property
    def id(self) -> str:
        """The id of the claim in the note."""
        return self.claim.id

    @cached_property
    def statement(self) -> Statement:
        """As the matcher sees it."""
        return Statement(
            id=self.claim.id,
            text=self.claim.text,
            sources=tuple(link.source for link in self.claim.attribution),
            commitment="denied" if self.claim.commitment == "denied" else None,
            published=self.published,
        )


def outlet_of(document: Document) -> str:
    """Who published a document, or its title or file name where that is not known."""
    return document.outlet or document.title or PurePath(document.source).stem or document.source


def as_told(summaries: Sequence[Summary]) -> tuple[Told, ...]:
    """All accepted claims, in the order of the sources; the first source is ``s1``."""
    sources = [(f"s{number}", summary.document) for number, summary in enumerate(summaries, 1)]
    claims = [
        named(claim, source)
        for (source, _), summary in zip(sources, summaries, strict=True)
        for claim in summary.claims
    ]
    return told_of(sources, claims)


def told_of(sources: Sequence[tuple[str, Document]], claims: Sequence[Claim]) -> tuple[Told, ...]:
    """Claims with ids of a note, with what is known of their sources.

    Args:
        sources: their ids and documents, in the order of the note.
    """
    places = publication_order([document for _, document in sources])
    of = {
        source: (document, place) for (source, document), place in zip(sources, places, strict=True)
    }
    found = []
    for claim in claims:
        source = claim.id.partition(".")[0]
        document, place = of[source]
        found.append(
            Told(
                claim=claim,
                source=source,
                outlet=outlet_of(document),
                published=document.published,
                place=place,
                content=unframed(" ".join(claim.text.split()))[0],
            )
        )
    return tuple(found)


def named(claim: Claim, source: str) -> Claim:
    """The claim under its id in the note."""
    return claim.model_copy(update={"id": f"{source}.{claim.id}"})


def is_of_sentences(claim: Claim, document: Document) -> bool:
    """Whether a claim rests on whole sentences, and not on a heading, a byline or a caption."""
    return all(
        document.sentence(e.sentence).kind == "body"
        and _ENDED.search(document.words_of(e.sentence).rstrip())
        for e in claim.evidence
    )


def publication_order(documents: Sequence[Document]) -> tuple[int, ...]:
    """The place of each document in time, from 0; documents of one day share their place."""
    dates = sorted({d.published for d in documents if d.published})
    places, latest = [], 0
    for document in documents:
        latest = dates.index(document.published) if document.published else latest
        places.append(latest)
    return tuple(places)
