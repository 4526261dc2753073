"""The page, the styles and the properties of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt, RGBColor

from summarizer.render.docx_xml import make
from summarizer.render.visible import visible

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

_GREY = RGBColor(0x55, 0x5B, 0x66)
_DARK = RGBColor(0x1B, 0x36, 0x5D)
_BLUE = RGBColor(0x0B, 0x4F, 0x9E)
_LONGEST = 255  # characters that Word takes for a property
_SIZES = {"Title": 22, "Subtitle": 11, "Heading 1": 14, "Heading 2": 12, "Heading 3": 10.5}


def blank_document() -> Document:
    """A4 without any text, with the styles of a note."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    _paragraph_styles(document)
    _character_styles(document)
    return document


def text_width(document: Document) -> int:
    """Of the lines, in twentieths of a point."""
    section = document.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        raise ValueError("the page has no size")
    return (page - left - right) // Pt(1) * 20


def _paragraph_styles(document: Document) -> None:
    styles = document.styles
    normal = _paragraph(document, "Normal")
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.1
    for name, size in _SIZES.items():
        style = _paragraph(document, name)
        style.font.size = Pt(size)
        style.font.color.rgb = _DARK
    _paragraph(document, "Subtitle").paragraph_format.space_after = Pt(6)
    _paragraph(document, "Heading 1").paragraph_format.space_before = Pt(16)
    _paragraph(document, "Body Text").font.size = Pt(12)
    for name, style_id, size in (
        ("footnote text", "FootnoteText", 8.5),
        ("Small Print", "SmallPrint", 9),
        ("Table Text", "TableText", 10),
        ("Table Head", "TableHead", 9.5),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.islower())
        style.style_id = style_id
        style.base_style = normal
        style.font.size = Pt(size)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.line_spacing = 1
    _paragraph(document, "Table Head").font.bold = True
    _paragraph(document, "Small Print").font.color.rgb = _GREY


def _character_styles(document: Document) -> None:
    for name, style_id in (
        ("footnote reference", "FootnoteReference"),
        ("Hyperlink", "Hyperlink"),
        ("Struck", "Struck"),
        ("Cited Words", "CitedWords"),
        ("Sentence Number", "SentenceNumber"),
    ):
        style = document.styles.add_style(
            name, WD_STYLE_TYPE.CHARACTER, builtin=name in ("footnote reference", "Hyperlink")
        )
        style.style_id = style_id
    _character(document, "footnote reference").font.superscript = True
    _character(document, "Hyperlink").font.color.rgb = _BLUE
    _character(document, "Struck").font.strike = True
    number = _character(document, "Sentence Number")
    number.font.superscript = True
    number.font.color.rgb = _GREY
    marked = _character(document, "Cited Words").element.get_or_add_rPr()
    marked.append(make("shd", val="clear", color="auto", fill="FFF3BF"))


def _paragraph(document: Document, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", document.styles[name])


def _character(document: Document, name: str) -> CharacterStyle:
    return cast("CharacterStyle", document.styles[name])


def describe(document: Document, title: str, subject: str) -> None:
    """Say in its properties what it is, and nothing of when it was written or on what."""
    properties = document.core_properties
    properties.title = visible(title)[:_LONGEST]
    properties.subject = subject
    properties.author = "summarizer"
    properties.comments = ""
    package = document.part.package
    if package is None:
        raise ValueError("the document has no package")
    core = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    for child in list(core.element):
        if child.tag.endswith(("}created", "}modified")):
            core.element.remove(child)
    thumbnails = [
        key for key, rel in package.rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL
    ]
    for key in thumbnails:
        del package.rels[key]
