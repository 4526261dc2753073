"""A page as sections of lines, lists and tables: what each format writes out in its own marks.

As in :mod:`.page`, every string is plain text, in parts text of a source: a renderer must escape
it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Entry:
    """One line.

    Attributes:
        lead: stands before the text and is set off, such as a date.
        aside: stands after it in brackets, such as ``forecast``.
        more: claims that it rests on beyond those it cites.
        beneath: lines about it.
    """

    text: str
    claims: tuple[str, ...] = ()
    lead: str = ""
    aside: str = ""
    more: int = 0
    beneath: tuple[Entry, ...] = ()

    @property
    def cited(self) -> str:
        """The ids, to stand in brackets; empty without any."""
        rest = f" and {self.more} more" if self.more else ""
        return f"{', '.join(self.claims)}{rest}" if self.claims else ""


@dataclass(frozen=True)
class Heading:
    """The title of what follows, within its section."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Lines that are read in one go."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Listing:
    """Lines that are read one by one."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Table:
    """Each row has a cell for each head."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]


Block: TypeAlias = Heading | Paragraph | Listing | Table


@dataclass(frozen=True)
class Section:
    """A part of the page.

    Attributes:
        first: whether it belongs to the first page.
    """

    title: str
    blocks: tuple[Block, ...]
    first: bool


@dataclass(frozen=True)
class Outline:
    """A whole page.

    Attributes:
        about: what it is made from, and of which days, as one line.
    """

    title: str
    about: str
    sections: tuple[Section, ...]
