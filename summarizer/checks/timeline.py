"""The dates of a document, each placed with the help of those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.checks.case import Case
from summarizer.checks.places import Place, places_of
from summarizer.schema import Document
from summarizer.text.dates.resolve import resolve

_WINDOW = 3
_FAR = 12
_MOST_SETTINGS = 4_000
_MOST_SENTENCES = 12
_LEAST_PREFIX = 12


@dataclass(frozen=True)
class Setting:
    """The dates of a claim's source.

    Attributes:
        evidence: those of the cited sentences.
        before: those of the sentences before.
        after: those of the sentences after.
    """

    evidence: tuple[Place, ...]
    before: tuple[Place, ...]
    after: tuple[Place, ...] = ()

    @property
    def around(self) -> tuple[Place, ...]:
        """Those near the cited sentences."""
        return self.before + self.after


def of_claim(case: Case, published: str | None) -> tuple[Place, ...]:
    """The dates and durations of the claim; what it says before helps to place them."""
    return _of_claim(case.said_before, case.text, published)


@lru_cache(maxsize=4_000)
def _of_claim(before: str, text: str, published: str | None) -> tuple[Place, ...]:
    said = (before, text) if before else (text,)
    return tuple(places_of(0, text, resolve(said, published, open_ended=True)[-1]))


def of_source(case: Case) -> Setting:
    """The dates and durations of the evidence and of the sentences before it."""
    if case.document is not None and case.sentence is not None:
        return timeline(case.document).setting(case.evidence, case.before)
    return _without_document(case.evidence, case.before)


def sentences_of(case: Case) -> tuple[str, ...]:
    """The sentences of the evidence and those just before and after them, in order."""
    if case.document is None or case.sentence is None:
        return (*case.before, *_split(case.evidence))
    line = timeline(case.document)
    cited = line.numbers(case.evidence)
    last = len(line.texts)
    return tuple(
        line.texts[n]
        for n in sorted({n for m in cited for n in range(max(0, m - 1), min(m + 2, last))})
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"(?<=[a-z\d)”\"][.!?])\s+(?=[A-Z“\"])", text))


@lru_cache(maxsize=512)
def _without_document(evidence: str, before: tuple[str, ...]) -> Setting:
    sentences = _split(evidence)
    resolved = resolve((*before, *sentences), None)
    places = [
        tuple(places_of(number, text, dated))
        for number, (text, dated) in enumerate(zip((*before, *sentences), resolved, strict=True))
    ]
    earlier = len(before)
    return Setting(
        tuple(p for found in places[earlier:] for p in found),
        tuple(p for found in places[:earlier] for p in found),
    )


class Timeline:
    """The dates of a document, read sentence by sentence when they are asked for."""

    def __init__(self, document: Document) -> None:
        self.published = document.published
        self.texts = [
            document.words_of(s.id) for s in document.sentences if s.kind in ("body", "headline")
        ]
        self._starting: dict[str, list[int]] = {}
        for number, text in enumerate(self.texts):
            self._starting.setdefault(text[:_LEAST_PREFIX], []).append(number)
        self._read: dict[int, tuple[Place, ...]] = {}
        self._settings: dict[str, Setting] = {}

    def places(self, number: int) -> tuple[Place, ...]:
        """The dates of one sentence, placed with the help of those before."""
        if number not in self._read:
            window = tuple(self.texts[max(0, number - _WINDOW) : number + 1])
            dated = resolve(window, self.published)[-1]
            self._read[number] = tuple(places_of(number, self.texts[number], dated))
        return self._read[number]

    def numbers(self, evidence: str) -> list[int]:
        """Which sentences a passage is made of."""
        found: list[int] = []
        at = 0
        while at < len(evidence):
            candidates = [
                n
                for n in self._starting.get(evidence[at : at + _LEAST_PREFIX], ())
                if evidence.startswith(self.texts[n], at) and n not in found
            ]
            if not candidates:
                # A sentence shorter than the prefix, or words from elsewhere.
                after = evidence.find(" ", at)
                at = after + 1 if after >= 0 else len(evidence)
                continue
            later = [n for n in candidates if not found or n > found[-1]]
            number = max(later or candidates, key=lambda n: (len(self.texts[n]), -n))
            found.append(number)
            at += len(self.texts[number]) + 1
        return found

    def setting(self, evidence: str, before: Sequence[str]) -> Setting:
        """The dates of some sentences of the document and of those before the last one's."""
        key = "\n".join((evidence, *before[-1:]))
        if key not in self._settings:
            if len(self._settings) >= _MOST_SETTINGS:
                self._settings.clear()
            numbers = self.numbers(evidence)
            last = len(self.texts)
            earlier = {n for m in numbers for n in range(max(0, m - _WINDOW), m)} - {*numbers}
            later = {n for m in numbers for n in range(m + 1, min(m + _WINDOW, last))}
            self._settings[key] = Setting(
                self._of(numbers),
                self._of(sorted(earlier)),
                self._of(sorted(later - earlier - {*numbers})),
            )
        return self._settings[key]

    def _of(self, numbers: Sequence[int]) -> tuple[Place, ...]:
        return tuple(p for n in numbers[:_MOST_SENTENCES] for p in self.places(n))

    def elsewhere(self, evidence: str) -> Iterator[Place]:
        """The dates of the sentences around, some way in both directions."""
        cited = self.numbers(evidence)
        last = len(self.texts)
        beside = {n for m in cited for n in range(max(0, m - _FAR), min(last, m + _FAR + 1))}
        for number in sorted(beside.difference(cited)):
            yield from self.places(number)


class _ByText:
    """A document as a key: two with one text and date are the same."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return hash((self.document.text, self.document.published))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _ByText)
            and self.document.text == other.document.text
            and self.document.published == other.document.published
        )


@lru_cache(maxsize=8)
def _timeline(key: _ByText) -> Timeline:
    return Timeline(key.document)


def timeline(document: Document) -> Timeline:
    """The document's dates, read once."""
    return _timeline(_ByText(document))
