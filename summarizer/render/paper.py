"""What a printed note shows, in blocks: one layout for every format that has pages.

Every string is plain text, in parts text of a source: a renderer must pass it on as text, through
:func:`~summarizer.render.visible.visible`. Anchors are made of numbers only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Look = Literal["plain", "strong", "emphasis", "struck", "marked"]
Style = Literal["body", "lead", "about", "item", "detail"]


@dataclass(frozen=True)
class Words:
    """Some text; ``marked`` is what claims rest on."""

    text: str
    look: Look = "plain"


@dataclass(frozen=True)
class Cite:
    """A citation of the claim with this number on the page, from 1."""

    claim: int


@dataclass(frozen=True)
class Link:
    """Text that leads to an anchor of the same paper."""

    text: str
    target: str


@dataclass(frozen=True)
class Target:
    """The number of a sentence: small, before it, and where links to it lead."""

    text: str
    anchor: str


Inline: TypeAlias = Words | Cite | Link | Target
Phrase: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; ``detail`` is set in under the one before."""

    phrase: Phrase
    style: Style = "body"
    anchor: str | None = None


@dataclass(frozen=True)
class Heading:
    """Level 1 begins a section, 2 and 3 are inside of one."""

    level: Literal[1, 2, 3]
    text: str
    anchor: str | None = None


Cell: TypeAlias = tuple[Paragraph, ...]


@dataclass(frozen=True)
class Table:
    """Rows under a row of heads, which is repeated on every page.

    Attributes:
        widths: of the columns, as shares of their sum.
    """

    heads: tuple[Phrase, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


Block: TypeAlias = Paragraph | Heading | Table


@dataclass(frozen=True)
class Paper:
    """A summary or a briefing note, ready to be set.

    Attributes:
        kind: what it is, in the words of a reader.
        ids: of the claims that may be cited, by number.
        notes: what a footnote says of each of them, by number: who, where, and in which words.
    """

    kind: str
    title: str
    dateline: str
    blocks: tuple[Block, ...]
    ids: Mapping[int, str]
    notes: Mapping[int, Phrase]


def words_of(phrase: Phrase) -> str:
    """What a phrase says, without its citations."""
    return "".join(part.text for part in phrase if not isinstance(part, Cite))


def cites_of(blocks: tuple[Block, ...]) -> Iterator[int]:
    """The claims that are cited, once for each citation, in their order."""
    for block in blocks:
        for phrase in _phrases(block):
            for part in phrase:
                if isinstance(part, Cite):
                    yield part.claim


def _phrases(block: Block) -> Iterator[Phrase]:
    if isinstance(block, Paragraph):
        yield block.phrase
    elif isinstance(block, Table):
        yield from block.heads
        for row in block.rows:
            for cell in row:
                yield from (paragraph.phrase for paragraph in cell)
