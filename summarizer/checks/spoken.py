"""What the checks of quotations and of attribution read: a claim's reports, and the ledger."""

from __future__ import annotations

from functools import lru_cache

from summarizer.attributes.ledger import Ledger, ledger
from summarizer.attributes.sayings import Line, Saying
from summarizer.checks.case import Case
from summarizer.text.names import Names

_NEAR = 2


def book(case: Case) -> Ledger:
    """The ledger of the case's document, or else of its evidence and what stands before it."""
    if case.document is not None:
        return ledger(case.document, case.names)
    return _of_sentences((*case.before, case.evidence), case.names)


@lru_cache(maxsize=64)
def _of_sentences(sentences: tuple[str, ...], names: Names) -> Ledger:
    lines, at = [], 0
    for number, sentence in enumerate(sentences, start=1):
        lines.append(Line(number, at, at + len(sentence)))
        at += len(sentence) + 1
    return Ledger(" ".join(sentences), [lines], names)


def sentences_of(case: Case, known: Ledger) -> list[int]:
    """Numbers of the sentences of the evidence and of those beside them, ascending."""
    if case.document is None or case.sentence is None:
        return [line.number for line in known.lines]
    found = set(known.around(case.sentence, _NEAR))
    main = case.document.words_of(case.sentence)
    for rest in case.evidence.split(main):
        number = known.number_of(rest.strip())
        if number is not None:
            found.update(known.around(number, 1))
    return sorted(found)


def sayings_of(case: Case, known: Ledger) -> list[Saying]:
    """The reports of the evidence and of the sentences beside it, each once."""
    found: dict[int, Saying] = {}
    for number in sentences_of(case, known):
        for saying in known.of(number):
            found.setdefault(id(saying), saying)
    return list(found.values())
