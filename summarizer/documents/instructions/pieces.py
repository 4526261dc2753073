"""The sentences of a block, each with its words and its score."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.documents.instructions.disguise import plain
from summarizer.documents.instructions.quotes import QUOTED, spans_of, touching, without_quotes
from summarizer.documents.instructions.reported import REPORTS
from summarizer.documents.instructions.score import WORD, score_of_marks, weigh
from summarizer.documents.sentences import Block, Span, find_sentences


@dataclass(frozen=True)
class Piece:
    """One sentence of a block: where it is, what it says, and whether it is all quotation."""

    start: int
    end: int
    words: str  # plain, each quotation as a pair of marks
    whole: str  # plain, as it stands
    all_quoted: bool
    score: float  # log-odds that it speaks to a program


def find_pieces(line: str) -> list[Piece]:
    quotes = spans_of(QUOTED, line)
    spans = find_sentences(line, Block(0, len(line), after_blank=True))
    outer = [without_quotes(line, span, quotes) for span in spans]
    bare = [not WORD.search(words) for words in outer]
    found = []
    for number, (start, end) in enumerate(spans):
        whole = plain(line[start:end])
        words = plain(outer[number])
        own = bare[number] and not _is_reported(number, spans, outer, bare, quotes)
        marks = score_of_marks(line[start:end], start, quotes)
        score = max(weigh(whole.strip(" \"'“”") if own else words), marks)
        quoted = bare[number] and not own
        found.append(Piece(start, end, words, whole, quoted, score))
    return found


def _is_reported(
    number: int,
    spans: Sequence[Span],
    outer: Sequence[str],
    bare: Sequence[bool],
    quotes: Sequence[Span],
) -> bool:
    """Whether a sentence that is all quotation belongs to somebody who is said to speak."""
    for quote in touching(quotes, *spans[number]):
        over = touching(spans, *quote)
        # Only the sentences in which a quotation begins and ends can have words outside it.
        if any(not bare[bisect_left(spans, span)] for span in (over[0], over[-1])):
            return True
    beside = [n for n in (number - 1, number + 1) if 0 <= n < len(spans) and not bare[n]]
    return any(REPORTS.search(plain(outer[n])) for n in beside)
