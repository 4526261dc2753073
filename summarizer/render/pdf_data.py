"""The blocks of a printed note as the data that the typesetter's template reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from summarizer.render.html_claims import claim_anchor
from summarizer.render.paper import (
    Block,
    Cite,
    Heading,
    Inline,
    Link,
    Paper,
    Paragraph,
    Table,
    Target,
    words_of,
)
from summarizer.render.visible import right_to_left, visible


def data_of(paper: Paper) -> dict[str, Any]:
    """All of it, for JSON; every text is shown by :func:`visible`."""
    return {
        "kind": paper.kind,
        "title": visible(paper.title),
        "rtl": right_to_left(paper.title),
        "dateline": visible(paper.dateline),
        "blocks": list(_blocks(paper)),
    }


def _blocks(paper: Paper) -> Iterator[dict[str, Any]]:
    """The blocks, with items that follow one another as one list."""
    for listed, blocks in groupby(paper.blocks, _is_item):
        if listed:
            yield {"kind": "list", "items": [_block(block, paper) for block in blocks]}
        else:
            yield from (_block(block, paper) for block in blocks)


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style == "item"


def _block(block: Block, paper: Paper) -> dict[str, Any]:
    if isinstance(block, Heading):
        text = visible(block.text)
        return {"kind": "heading", "level": block.level, "text": text, "anchor": block.anchor}
    if isinstance(block, Table):
        return {
            "kind": "table",
            "widths": block.widths,
            "heads": [_phrase(head, paper) for head in block.heads],
            "rows": [[[_block(p, paper) for p in cell] for cell in row] for row in block.rows],
        }
    return {
        "kind": "paragraph",
        "style": block.style,
        "rtl": right_to_left(words_of(block.phrase)),
        "anchor": block.anchor,
        "phrase": _phrase(block.phrase, paper),
    }


def _phrase(phrase: Iterable[Inline], paper: Paper) -> list[dict[str, str]]:
    return [_inline(part, paper) for part in phrase]


def _inline(part: Inline, paper: Paper) -> dict[str, str]:
    if isinstance(part, Cite):
        text, target = visible(paper.ids[part.claim]), claim_anchor(part.claim)
        return {"look": "cite", "text": text, "target": target}
    if isinstance(part, Link):
        return {"look": "link", "text": visible(part.text), "target": part.target}
    if isinstance(part, Target):
        return {"look": "number", "text": part.text, "anchor": part.anchor}
    return {"look": part.look, "text": visible(part.text)}
