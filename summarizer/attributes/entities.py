"""The names of a claim and where the document has them."""

from __future__ import annotations

from summarizer.schema import Document, Entity, Evidence
from summarizer.text.names import Names


def entities(
    text: str, document: Document, names: Names, evidence: tuple[Evidence, ...]
) -> tuple[Entity, ...]:
    """One entry for each name of ``text`` that stands in the evidence, in order."""
    found: list[Entity] = []
    for mention in names.in_text(text):
        for span in evidence:
            at = span.text.find(mention.text)
            if at >= 0:
                name = names.full(mention.core) or mention.text
                entity = Entity(
                    name=name,
                    kind=names.kind(mention.core),
                    start=span.start + at,
                    end=span.start + at + len(mention.text),
                )
                if entity not in found:
                    found.append(entity)
                break
    return tuple(found)
