"""Going through the blocks of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.documents.instructions.disguise import plain
from summarizer.documents.instructions.kinds import KINDS_OF
from summarizer.documents.instructions.markers import MARKERS
from summarizer.documents.instructions.pieces import find_pieces
from summarizer.documents.instructions.regions import closed_at, mark_regions
from summarizer.documents.instructions.score import LIKELY
from summarizer.documents.instructions.spread import BETWEEN, find_seeds, lacks_its_point, spread

# Kinds of words of which an instruction has at least one; most blocks have none.
_TELLING = frozenset("PROGRAM TOOL DIGEST PROCESSING RULES MASTER DROP YOU PLEASE".split())
_TELLING_WORDS = frozenset(
    word for word, kinds in KINDS_OF.items() if not _TELLING.isdisjoint(kinds)
)
_WORD = re.compile(r"[a-z']+")


def may_tell(words: str) -> bool:
    """Whether what is said in these plain words may be an instruction."""
    return bool(MARKERS.search(words)) or any(
        match.group() in _TELLING_WORDS for match in _WORD.finditer(words)
    )


def find_instructions(
    lines: Sequence[str], after_blank: Sequence[bool]
) -> dict[int, tuple[bool, ...]]:
    """The sentences of a page that speak to a program.

    Args:
        lines: the blocks of the page, in order.
        after_blank: for each of them, whether a blank line stands before it.

    Returns:
        For the number of each block that has such a sentence, one mark for each of its sentences,
        as :func:`summarizer.documents.sentences.find_sentences` tells them.
    """
    found: dict[int, list[bool]] = {}
    known = [plain(line) for line in lines]
    open_until, goes_on, opened, owes = -1, False, False, False
    for number, line in enumerate(lines):
        near = goes_on and (opened or not after_blank[number])
        inside = number <= open_until
        if not (inside or near or owes or may_tell(known[number])):
            goes_on = opened = owes = False
            continue
        pieces = find_pieces(line)
        marks = [inside] * len(pieces)
        if not inside:
            marks = find_seeds(pieces)
            last = mark_regions(marks, pieces, line)
            if last is not None:
                open_until = closed_at(lines, number, last)
            spread(marks, pieces, line, carried=near, opened=opened and near)
            likely = [
                piece.score >= LIKELY or marked for piece, marked in zip(pieces, marks, strict=True)
            ]
            if owes and True in likely[:BETWEEN]:
                # The block before only said to ignore things, and this one has the orders.
                last_one = likely.index(True) + 1
                marks[:last_one] = [True] * last_one
        goes_on = bool(marks) and marks[-1]
        opened = goes_on and known[number].endswith(":")
        owes = bool(marks) and all(marks) and lacks_its_point(pieces[-1])
        if any(marks):
            found[number] = marks
    return {number: tuple(marks) for number, marks in found.items()}
