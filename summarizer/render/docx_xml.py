"""Elements of a Word document; strings become text, whatever they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from summarizer.render.visible import right_to_left, visible

# python-docx types its elements by lxml's, which has no types.
Element: TypeAlias = Any

_SHADE = "E7ECF1"  # of the heads of a table


def make(tag: str, *children: Element, **attributes: str) -> Element:
    """One element of the ``w:`` namespace with attributes of the same."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element


def run(text: str, style: str = "", *properties: Element) -> Element:
    """A run of text; ``style`` is the id of a character style, ``properties`` go beside it."""
    said = make("t")
    said.text = visible(text)
    said.set(qn("xml:space"), "preserve")
    inside = list(properties)
    if style:
        inside.insert(0, make("rStyle", val=style))
    if right_to_left(said.text):
        inside.append(make("rtl"))
    return make("r", *([make("rPr", *inside)] if inside else []), said)


def paragraph(style: str, children: Sequence[Element]) -> Element:
    """A paragraph that runs as its first letter does."""
    properties = [make("pStyle", val=style)]
    if right_to_left("".join(said.text or "" for c in children for said in c.iter(qn("w:t")))):
        properties.append(make("bidi"))
    return make("p", make("pPr", *properties), *children)


def field(instruction: str, shown: str, style: str = "") -> Iterator[Element]:
    """A field that Word works out; ``shown`` is what it says until then."""

    def part(child: Element) -> Element:
        look = [make("rPr", make("rStyle", val=style))] if style else []
        return make("r", *look, child)

    code = make("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    yield part(make("fldChar", fldCharType="begin"))
    yield part(code)
    yield part(make("fldChar", fldCharType="separate"))
    yield run(shown, style)
    yield part(make("fldChar", fldCharType="end"))


def link(text: str, target: str) -> Element:
    """A link to a bookmark of the same document."""
    return make("hyperlink", run(text, "Hyperlink"), anchor=bookmark_name(target), history="1")


def bookmarked(number: int, name: str, children: Sequence[Element]) -> Iterator[Element]:
    """``children`` inside a bookmark; ``number`` is its own in the whole document."""
    yield make("bookmarkStart", id=f"{number}", name=bookmark_name(name))
    yield from children
    yield make("bookmarkEnd", id=f"{number}")


def bookmark_name(anchor: str) -> str:
    """An anchor as Word allows it: letters, digits and underscores."""
    return anchor.replace("-", "_")


def table(
    heads: Sequence[Element], rows: Sequence[Sequence[Sequence[Element]]], widths: Sequence[int]
) -> Element:
    """A grid whose first row is repeated on every page.

    Args:
        heads: one paragraph a column.
        rows: of cells, each of one or more paragraphs.
        widths: of the columns, in twentieths of a point.
    """
    look = make(
        "tblPr",
        make("tblStyle", val="TableGrid"),
        make("tblW", w=f"{sum(widths)}", type="dxa"),
        make("tblLayout", type="fixed"),
        make("tblCellMar", *(make(side, w="40", type="dxa") for side in ("top", "bottom"))),
        make("tblLook", val="0020", firstRow="1"),
    )
    grid = make("tblGrid", *(make("gridCol", w=f"{width}") for width in widths))
    first = make("trPr", make("cantSplit"), make("tblHeader"))
    head = [_cell([p], width, _SHADE) for p, width in zip(heads, widths, strict=True)]
    body = (
        make(
            "tr",
            make("trPr", make("cantSplit")),
            *(_cell(cell, width) for cell, width in zip(row, widths, strict=True)),
        )
        for row in rows
    )
    return make("tbl", look, grid, make("tr", first, *head), *body)


def _cell(paragraphs: Sequence[Element], width: int, fill: str = "") -> Element:
    look = [make("tcW", w=f"{width}", type="dxa")]
    look += [make("shd", val="clear", color="auto", fill=fill)] if fill else []
    return make("tc", make("tcPr", *look), *paragraphs)
