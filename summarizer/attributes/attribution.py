"""Who says so: the chain of sources that a sentence names, outermost first."""

from __future__ import annotations

from summarizer.attributes.ledger import ledger
from summarizer.schema import Attribution, Document
from summarizer.text.names import Names


def attribution(
    document: Document, names: Names, number: int, start: int, end: int
) -> tuple[Attribution, ...]:
    """The chain of the clause ``start:end`` of sentence ``number``; empty on its own authority.

    A source answers for what it is said to have said; an outlet that was told it answers for the
    whole sentence. "The outlet" is the outlet that was named last, "she" the nearest speaker that
    fits. The document's own outlet is never a link.

    Args:
        names: the document's names; the ledger of speakers is made once for each.
        start, end: offsets into the document's text.
    """
    chain = ledger(document, names).chain(number, start, end)
    return tuple(
        Attribution(source=speaker.name, kind=speaker.kind, cue=document.span(*cue))
        for speaker, cue in chain
    )
