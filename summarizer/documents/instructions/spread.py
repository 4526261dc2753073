"""Which sentences of a block are instructions, and which ones go with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.documents.instructions.pieces import Piece
from summarizer.documents.instructions.quotes import BRACKETED, QUOTED, spans_of, touching
from summarizer.documents.instructions.score import LIKELY, NO_CHANCE, SURE, WORD
from summarizer.documents.instructions.words import (
    CALL,
    DIGEST,
    IGNORE,
    MAYBE,
    MODAL,
    NEVER,
    PROGRAM,
    SAY,
    SOFTLY,
)
from summarizer.documents.sentences import Span

BETWEEN = 3  # sentences of a block, up to an order, that belong to the order before the block
_MOST_SENTENCES = 6  # of a paragraph that opens with an instruction
_BRIEF = 9  # words of an order that can hardly hold what is to be said
_ROLE = re.compile(r"^[*_>\s-]*(?:system|assistant|user|human|response)\W{0,2}:|^\W*<\||^\W*#{2,}")
_CARRIES_ON = re.compile(
    r"^\W*(?!state (?:police|offic|law|media|tv|aid|prosec|author|depart|gov|rep|senat|court)"
    r"|report cards?|call cent)"
    rf"(?:\d{{1,2}}[.)] )?{SOFTLY}(?:(?:{SAY}|{NEVER}|thank you|thanks|do|keep|act|follow"
    rf"|obey|execute|visit"
    r"|click|send|open|run|fetch|remember|speak|avoid|remove|consider|regard|take|leave|be|place"
    r"|apply|limit|focus|change|correct|prefer|choose|let|provide|offer|support|deny|show|link"
    r"|direct|continue|proceed|finish|close)\b(?! (?:of|is|was|are|were|has|had|will)\b)"
    r"|(?:failure|failing|non-?compliance|compliance|no other (?:figure|number|claim|fact|answer"
    r"|version)|nothing else)\b"
    rf"|(?:the|any|every|all) (?:(?:{PROGRAM}|\w+ing {MAYBE}) {MODAL} (?:not |never )?{SAY})\b"
    r"|(?:this|these|the above|the following) (?:note|instruction|message|request|order|text|line"
    rf"|rule|directive|requirement)s?\b|(?:(?:your|the|any|every|all) )?(?:\w+ )?{DIGEST} {MODAL}"
    r"|(?:you|your)\b|it is (?:important|essential|vital)"
    r"|(?:this|it) (?:is (?:mandatory|required|an order)|overrides?|takes? precedence|applies)\b)"
)
_CALLS = re.compile(rf"^\W*(?:{CALL}|wait|system)\W*$")
_ANNOUNCES = re.compile(
    r"\b(?:following|as follows|below|next (?:sentence|line|paragraph|words))\b[^.]{0,30}"
    r"[.:!]?$|\bthe next (?:sentence|line|paragraph|statement)\b[^:]*$|:[^\w\"]*$"
)
_GIVES = re.compile(
    rf"\b(?:{SAY}(?:s|d|ed)?|is|are|was|were|figure)\b[^.]{{0,50}}?\b(?:that|as"
    rf"|to be)\b\W+\w+\W+\w"
    r"|[:\"] ?(?:\w+\W+){2}|\"\""
    rf"|\b(?!{IGNORE}|omit|skip){SAY}\b(?: \w+){{3}}"
    rf"|\b{MODAL} (?:not|never) {SAY} \w+ \w+"
)


def find_seeds(pieces: Sequence[Piece]) -> list[bool]:
    scores = [NO_CHANCE if piece.all_quoted else piece.score for piece in pieces]
    marks = [score >= SURE for score in scores]
    for number in range(1, len(scores)):
        # Two that are likely, side by side, are sure.
        if min(scores[number - 1 : number + 1]) >= LIKELY:
            marks[number - 1] = marks[number] = True
    return marks


def spread(
    marks: list[bool], pieces: Sequence[Piece], line: str, *, carried: bool, opened: bool
) -> None:
    """Mark what belongs to the sentences marked so far.

    Args:
        carried: whether the sentence before this block is marked and may go on here.
        opened: whether it ends with a colon, so that what follows is what it announces.
    """
    if carried and pieces and not marks[0]:
        marks[0] = opened or _goes_on(pieces[0])
    groups = [spans_of(form, line) for form in (QUOTED, BRACKETED)]
    to_end = carried and opened
    lone = 0
    for number in range(1, len(pieces)):
        if marks[number]:
            continue
        before = pieces[number - 1]
        if not marks[number - 1]:
            continue
        if to_end or _ROLE.match(before.whole) or _in_one(groups, before, pieces[number]):
            to_end = to_end or bool(_ROLE.match(before.whole))
            marks[number] = True
        elif _goes_on(pieces[number]):
            marks[number] = True
        elif lacks_its_point(before) and lone < 1:
            marks[number] = True
            to_end = marks[0] and not carried and len(pieces) <= _MOST_SENTENCES
            lone += 1
        elif marks[0] and len(pieces) <= BETWEEN:
            # A short paragraph that opens with an instruction is all one.
            marks[number] = True
    _spread_back(marks, pieces)


def _spread_back(marks: list[bool], pieces: Sequence[Piece]) -> None:
    for number in range(len(marks) - 2, -1, -1):
        piece = pieces[number]
        likely = piece.score >= LIKELY or bool(_CALLS.match(piece.whole))
        if marks[number + 1] and not marks[number] and likely:
            marks[number] = True
    for number in range(1, len(marks) - 1):
        if marks[number - 1] and marks[number + 1]:
            marks[number] = True


def _in_one(groups: Sequence[Sequence[Span]], before: Piece, piece: Piece) -> bool:
    """Whether one quotation or pair of brackets holds the end of one and the start of the other."""
    return any(
        touching(touching(spans, before.end - 1, before.end), piece.start, piece.start + 1)
        for spans in groups
    )


def _goes_on(piece: Piece) -> bool:
    return bool(_CARRIES_ON.match(piece.words)) or (piece.score >= LIKELY and not piece.all_quoted)


def lacks_its_point(piece: Piece) -> bool:
    """Whether an instruction has not said yet what it wants said."""
    if piece.score < LIKELY and not _goes_on(piece):
        return False
    if _ANNOUNCES.search(piece.words):
        return True
    return len(WORD.findall(piece.words)) <= _BRIEF and not _GIVES.search(piece.words)
