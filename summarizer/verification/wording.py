"""Sentences of a document that a claim repeats word for word."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from summarizer.schema import Document


class Wording:
    """The sentences of one document, known by their words.

    White space, Unicode composition and a final period make no difference; quotation marks do.
    The page around the article and instructions to software are not known.

    Args:
        document: whose sentences are known.
    """

    def __init__(self, document: Document) -> None:
        self._numbers = [s.id for s in document.article]
        self._places: dict[str, list[int]] = {}
        for place, number in enumerate(self._numbers):
            self._places.setdefault(_plain(document.words_of(number)), []).append(place)

    def has(self, sentence: str) -> bool:
        """Whether the document has the whole sentence: a "not" may stand in the rest of it."""
        return _plain(sentence) in self._places

    def repeated(self, sentences: Sequence[str]) -> tuple[int | None, ...]:
        """For each sentence of a claim, the number of the one that it repeats, or None.

        It is the claim's first, or follows in the document too what it follows in the claim: in
        another order a "he" may mean somebody else.
        """
        found: list[int | None] = []
        before: set[int] | None = None
        for sentence in sentences:
            places = self._places.get(_plain(sentence), [])
            fits = [place for place in places if before is None or place - 1 in before]
            found.append(self._numbers[fits[0]] if fits else None)
            before = set(fits or places)
        return tuple(found)


def _plain(sentence: str) -> str:
    return " ".join(unicodedata.normalize("NFC", sentence).split()).removesuffix(".")
