"""What the tests of judging start from. All articles are invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from summarizer.schema import Document, Sentence, SentenceKind

TOLL = (
    "The Port of Selby will double the bridge toll to 4 crowns on 2 June, its director Mara Olsen"
    " said on Thursday."
)
DRIVERS = "More than 12,000 drivers cross the bridge every day, according to the Selby Courier."
BOOTHS = "Olsen said the extra money would pay for new booths."
LIGHTS = "It is not known who will pay for the lights."
MAYOR = "The mayor, Piet Haan, denied that the council had been asked."
LORRIES = "Two lorries were stopped on Monday because their papers were not in order."
ARTICLE = (TOLL, DRIVERS, BOOTHS, LIGHTS, MAYOR, LORRIES)
BODY: tuple[SentenceKind, ...] = tuple("body" for _ in ARTICLE)


def document_of(
    sentences: Sequence[str],
    kinds: Sequence[SentenceKind] = (),
    *,
    language: str | None = "en",
    published: str | None = "2031-05-29",
) -> Document:
    """A document of these sentences, one a line; all of them body where no kinds are given."""
    text = "\n".join(sentences)
    numbered, start = [], 0
    for number, sentence in enumerate(sentences, start=1):
        kind = kinds[number - 1] if kinds else "body"
        numbered.append(Sentence(id=number, start=start, end=start + len(sentence), kind=kind))
        start += len(sentence) + 1
    return Document(
        source="toll.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=None,
        outlet=None,
        section=None,
        byline=None,
        published=published,
        language=language,
        text=text,
        sentences=tuple(numbered),
    )


def article() -> Document:
    """The toll on the bridge at Selby."""
    return document_of(ARTICLE)
