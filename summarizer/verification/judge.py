"""One part of a claim against the passages that may carry it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from summarizer.checks import FAITHFUL, Case, run_checks
from summarizer.schema import Document, Finding
from summarizer.text.names import Names
from summarizer.text.words import words
from summarizer.verification.index import Passage, SentenceIndex, closest_clauses

CANDIDATES = 3
_LOOK_BACK = 3
# A passage that carries this much less than the best one is not what the claim is about.
_FAR = 0.75
_WEIGHT = {"info": 0.0, "mild": 0.1, "severe": 1.0, "fatal": 2.0}


@dataclass(frozen=True)
class Judged:
    """A part with the passage that carries it best, and what the checks saw there."""

    text: str
    passage: Passage | None
    findings: tuple[Finding, ...]


class Judge:
    """The checks of one document, for claims that anyone may have written.

    Args:
        document: what the claims are about.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.index = SentenceIndex(document)
        self.names = Names("\n".join(document.words_of(n) for n in self.index.numbers))
        self._said = {w.lower for n in self.index.numbers for w in words(document.words_of(n))}

    def part(self, text: str, said_before: str = "") -> Judged:
        """Judge one part: the best of the passages that may carry it.

        Args:
            said_before: what the claim says before it.
        """
        best = Judged(text, None, ())
        least = math.inf
        passages = self.index.find(text, candidates=CANDIDATES)
        for passage in passages:
            if not least or passage.coverage < _FAR * passages[0].coverage:
                break
            findings = self._check(text, passage, said_before)
            badness = sum(_WEIGHT[f.severity] for f in findings)
            if badness < least:
                best, least = Judged(text, passage, findings), badness
        return best

    def _check(self, text: str, passage: Passage, said_before: str) -> tuple[Finding, ...]:
        document, main = self.document, passage.main
        sentence = document.words_of(main)
        start, end = closest_clauses(sentence, text)
        evidence = " ".join(document.words_of(n) for n in passage.sentences)
        case = Case(
            text=text,
            part=sentence[start:end],
            lead=sentence[:start],
            evidence=evidence,
            before=self.index.before(main, _LOOK_BACK),
            named_before=self._said.__contains__,
            others=(),
            accepted=(),
            names=self.names,
            document=document,
            sentence=main,
            said_before=said_before,
            derived=True,
        )
        return run_checks(case, FAITHFUL)
