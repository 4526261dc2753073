"""The blocks of a printed note as paragraphs and tables of a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from docx.oxml.ns import qn

from summarizer.render.docx_footnotes import REFERENCE, Footnotes
from summarizer.render.docx_xml import (
    Element,
    bookmark_name,
    bookmarked,
    field,
    link,
    make,
    paragraph,
    run,
    table,
)
from summarizer.render.paper import (
    Block,
    Cite,
    Heading,
    Inline,
    Link,
    Look,
    Paper,
    Paragraph,
    Phrase,
    Style,
    Table,
    Target,
    Words,
)

STYLES: Mapping[Style, str] = {
    "body": "Normal",
    "lead": "BodyText",
    "about": "SmallPrint",
    "item": "ListBullet",
    "detail": "ListContinue",
}
LOOKS: Mapping[Look, str] = {
    "plain": "",
    "strong": "Strong",
    "emphasis": "Emphasis",
    "struck": "Struck",
    "marked": "CitedWords",
}
NUMBER = "SentenceNumber"
HEAD = "TableHead"


class Body:
    """Writes blocks, and the footnotes that they refer to.

    Args:
        width: of the text, in twentieths of a point.
    """

    def __init__(self, paper: Paper, footnotes: Footnotes, width: int) -> None:
        self._paper = paper
        self._footnotes = footnotes
        self._width = width
        self._noted: dict[int, int] = {}
        self._bookmarks = count(1)

    def elements(self) -> Iterator[Element]:
        """All blocks in their order."""
        for block in self._paper.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Element]:
        if isinstance(block, Heading):
            yield self._paragraph(f"Heading{block.level}", (Words(block.text),), block.anchor)
        elif isinstance(block, Paragraph):
            yield self._paragraph(STYLES[block.style], block.phrase, block.anchor)
        else:
            yield self._table(block)
            # Word joins tables that touch, and wants a paragraph after the last.
            yield paragraph("SmallPrint", ())

    def _table(self, block: Table) -> Element:
        whole = sum(block.widths)
        return table(
            [self._paragraph(HEAD, head) for head in block.heads],
            [
                [[self._paragraph(_in_table(p), p.phrase, p.anchor) for p in cell] for cell in row]
                for row in block.rows
            ],
            [self._width * width // whole for width in block.widths],
        )

    def _paragraph(self, style: str, phrase: Phrase, anchor: str | None = None) -> Element:
        children = list(self._phrase(phrase))
        if anchor:
            children = list(bookmarked(next(self._bookmarks), anchor, children))
        return paragraph(style, children)

    def _phrase(self, phrase: Iterable[Inline]) -> Iterator[Element]:
        before: Inline | None = None
        for part in phrase:
            if isinstance(part, Cite):
                if isinstance(before, Cite):
                    yield run(", ", REFERENCE)
                yield from self._cite(part.claim)
            elif isinstance(part, Link):
                yield link(part.text, part.target)
            elif isinstance(part, Target):
                shown = [run(part.text, NUMBER)]
                yield from bookmarked(next(self._bookmarks), part.anchor, shown)
                yield run(" ")
            elif part.text:
                yield run(part.text, LOOKS[part.look])
            before = part

    def _cite(self, claim: int) -> Iterator[Element]:
        """A footnote the first time, and a reference to the same one each time after."""
        known = self._noted.get(claim)
        if known is not None:
            code = f"NOTEREF {bookmark_name(_note(known))} \\f \\h"
            yield from field(code, f"{known}", REFERENCE)
            return
        number, reference = self._footnotes.add(list(self._phrase(self._paper.notes[claim])))
        self._noted[claim] = number
        yield from bookmarked(next(self._bookmarks), _note(number), [reference])


def _note(number: int) -> str:
    return f"note-{number}"


def _in_table(block: Paragraph) -> str:
    return "TableText" if block.style == "body" else STYLES[block.style]


def page_number() -> Element:
    """``Page 1 of 3``, in the middle of a footer."""
    line = paragraph(
        "Footer", [run("Page "), *field("PAGE", "1"), run(" of "), *field("NUMPAGES", "1")]
    )
    line.find(qn("w:pPr")).append(make("jc", val="center"))
    return line
