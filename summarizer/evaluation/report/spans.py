"""The text of an article, cut so that marks which overlap can be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal
from urllib.parse import quote

from summarizer.evaluation.gold import Gold
from summarizer.evaluation.results import Scored
from summarizer.render.markup import Raw, element, joined

Side = Literal["gold", "predicted"]
_DEPTHS = 3  # shades of claims that rest on the same words


@dataclass(frozen=True)
class Mark:
    """A stretch of the text that a claim rests on; ``claim`` is its :func:`token`."""

    start: int
    end: int
    claim: str


@dataclass(frozen=True)
class Piece:
    """A stretch of the text in which no mark begins or ends, and the claims that cover it."""

    start: int
    end: int
    claims: tuple[str, ...]


def token(side: Side, claim: str) -> str:
    """One word that names a claim of either side in a ``data-`` attribute."""
    return f"{side}:{quote(claim, safe='', errors='replace')}"


def marks_of(gold: Gold | None, result: Scored) -> list[Mark]:
    """What the claims of both sides rest on, all alternatives of the gold's evidence together."""
    claims = gold.claims if gold else ()
    return [
        *(
            Mark(span.start, span.end, token("gold", claim.id))
            for claim in claims
            for spans in claim.evidence
            for span in spans
        ),
        *(
            Mark(start, end, token("predicted", claim.id))
            for claim in result.predicted
            for start, end in claim.evidence
        ),
    ]


def cut(length: int, marks: Sequence[Mark]) -> list[Piece]:
    """Pieces that together are the whole text; marks outside of it are cut off."""
    inside = [m for m in marks if 0 <= m.start < min(m.end, length)]
    ends = {min(m.end, length) for m in inside}
    borders = sorted({0, length} | {m.start for m in inside} | ends)
    return [
        Piece(start, end, tuple(dict.fromkeys(m.claim for m in inside if m.start < end <= m.end)))
        for start, end in pairwise(borders)
    ]


def column(words: str, pieces: Sequence[Piece], side: Side) -> Raw:
    """The text with what claims of ``side`` rest on marked.

    Every piece names the claims of both sides, so that a claim can be shown in both columns.
    """
    return joined(*(_piece(words[p.start : p.end], p, side) for p in pieces))


def _piece(words: str, piece: Piece, side: Side) -> str:
    if not piece.claims:
        return words
    depth = sum(claim.startswith(f"{side}:") for claim in piece.claims)
    return element(
        "mark" if depth else "span",
        words,
        class_=f"depth{min(depth, _DEPTHS)}" if depth else None,
        data_claims=" ".join(piece.claims),
    )
