"""The text of a source, cut so that evidence which overlaps or crosses can be drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.schema import Document, Sentence, SentenceKind

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Mark:
    """Where a claim's evidence stands in the text; ``number`` names the claim."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Stretch:
    """A piece of the text in which nothing begins or ends.

    Attributes:
        claims: numbers of the claims whose evidence covers it, each once, in ascending order.
        ending: those of them whose evidence ends with it.
    """

    text: str
    claims: tuple[int, ...]
    ending: tuple[int, ...]


@dataclass(frozen=True)
class Run:
    """One sentence, or what stands between two (``sentence`` and ``kind`` None)."""

    sentence: int | None
    kind: SentenceKind | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Paragraph:
    """``kind`` is that of its sentences, None where they differ or there are none."""

    kind: SentenceKind | None
    runs: tuple[Run, ...]


def paragraphs_of(document: Document, marks: Sequence[Mark]) -> tuple[Paragraph, ...]:
    """The whole text: all stretches, joined, are ``document.text``. Marks outside are cut off."""
    ends = [*_paragraph_ends(document), len(document.text)]
    borders = {0, *ends}
    for sentence in document.sentences:
        borders |= {sentence.start, sentence.end}
    pieces = list(cut(document.text, marks, borders))
    runs = list(_runs(pieces, document.sentences))
    return tuple(_paragraphs(runs, ends))


def cut(text: str, marks: Iterable[Mark], borders: Iterable[int]) -> Iterator[Stretch]:
    """``text`` cut at ``borders`` and wherever a mark begins or ends: one sweep."""
    clipped = {(max(m.start, 0), min(m.end, len(text)), m.number) for m in marks}
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for start, end, number in clipped:
        if start < end:
            begins.setdefault(start, []).append(number)
            ends.setdefault(end, []).append(number)
    inside = {border for border in borders if 0 <= border <= len(text)}
    active: dict[int, int] = {}
    for start, end in pairwise(sorted({*inside, *begins, *ends})):
        for number in begins.get(start, ()):
            active[number] = active.get(number, 0) + 1
        yield Stretch(
            text=text[start:end],
            claims=tuple(sorted(active)),
            ending=tuple(sorted(set(ends.get(end, ())))),
        )
        for number in ends.get(end, ()):
            active[number] -= 1
            if not active[number]:
                del active[number]


def _paragraph_ends(document: Document) -> Iterator[int]:
    """Where paragraphs end: at line breaks outside of sentences.

    Where sentences run over line breaks the lines are only as long as somebody's window was, and
    blank lines alone part paragraphs.
    """
    text, sentences = document.text, document.sentences
    wrapped = any("\n" in text[s.start : s.end].strip() for s in sentences)
    needed = 2 if wrapped else 1
    gaps = pairwise([0, *(place for s in sentences for place in (s.start, s.end)), len(text)])
    for number, (start, end) in enumerate(gaps):
        if number % 2 == 0:
            for space in _SPACE.finditer(text, start, end):
                if space[0].count("\n") >= needed:
                    yield space.end()


def _runs(pieces: Sequence[Stretch], sentences: Sequence[Sentence]) -> Iterator[tuple[int, Run]]:
    """Runs, each with where it ends in the text."""
    place, left = 0, iter(sentences)
    sentence = next(left, None)
    inside: list[Stretch] = []
    for piece in pieces:
        place += len(piece.text)
        while sentence and sentence.end < place:
            sentence = next(left, None)
        if sentence is None or place <= sentence.start:
            yield place, Run(None, None, (piece,))
            continue
        inside.append(piece)
        if place == sentence.end:
            yield place, Run(sentence.id, sentence.kind, tuple(inside))
            inside = []


def _paragraphs(runs: Iterable[tuple[int, Run]], ends: Sequence[int]) -> Iterator[Paragraph]:
    borders, collected = set(ends), list[Run]()
    for place, run in runs:
        collected.append(run)
        if place in borders:
            kinds = {run.kind for run in collected if run.kind}
            yield Paragraph(kinds.pop() if len(kinds) == 1 else None, tuple(collected))
            collected = []
