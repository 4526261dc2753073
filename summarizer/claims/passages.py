"""From a document to the passages that a model is asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.llm.model import Profile
from summarizer.prompting import as_shown
from summarizer.schema import Document
from summarizer.text.clauses import clauses, opener, standalone


@dataclass(frozen=True)
class Part:
    """A clause of a focus sentence.

    Attributes:
        label: what the model calls it: sentence number and letter, such as ``7b``.
        sentence: number of its sentence.
        start, end: in the document's text.
        text: as it is shown to a model: one line, quotation marks typographic.
    """

    label: str
    sentence: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Passage:
    """What one extraction call is about.

    Attributes:
        focus: numbers of the sentences that the claims are to come from.
        context: the words of the sentences before them, to know who is meant.
    """

    focus: tuple[int, ...]
    parts: tuple[Part, ...]
    context: str


def passages(document: Document, profile: Profile) -> list[Passage]:
    """The body in order, ``profile.focus_sentences`` at a time."""
    body = document.body
    size = profile.focus_sentences
    result = []
    for begin in range(0, len(body), size):
        focus = body[begin : begin + size]
        before = body[max(0, begin - profile.context_sentences) : begin]
        result.append(
            Passage(
                focus=tuple(s.id for s in focus),
                parts=tuple(p for s in focus for p in parts_of(document, s.id)),
                context=" ".join(as_shown(document.words_of(s.id)) for s in before),
            )
        )
    return result


def parts_of(document: Document, number: int) -> list[Part]:
    """The clauses of one sentence as labelled parts."""
    sentence = document.sentence(number)
    words = document.words_of(number)
    found = []
    before: list[str] = []
    for index, (start, end) in enumerate(clauses(words)):
        begin = start + (opener(words[start:end]) if index == 0 else 0)
        clause = words[begin:end]
        shown = as_shown(standalone(clause, before) if before else clause).rstrip(" ,;—–-")
        before.append(clause)
        shown = shown[:-1] if re.search(r"\w{2}\.$", shown) else shown
        shown = shown[:1].upper() + shown[1:]
        found.append(
            Part(
                label=f"{number}{letters(index)}",
                sentence=number,
                start=sentence.start + begin,
                end=sentence.start + end,
                text=shown or as_shown(words),
            )
        )
    return found


def letters(index: int) -> str:
    """0 is ``a``, 25 is ``z``, 26 is ``aa``."""
    first = letters(index // 26 - 1) if index >= 26 else ""  # noqa: PLR2004
    return first + chr(ord("a") + index % 26)
