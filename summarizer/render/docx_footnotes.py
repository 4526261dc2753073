"""Footnotes of a Word document, which python-docx has no names for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from summarizer.render.docx_xml import Element, make, paragraph, run

if TYPE_CHECKING:
    from docx.document import Document

REFERENCE = "FootnoteReference"
TEXT = "FootnoteText"
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}


class Footnotes:
    """The footnotes of one document, in the order of their references: 1, 2, …"""

    def __init__(self) -> None:
        self._root = make("footnotes", *_separators())
        self._count = 0

    def add(self, said: Sequence[Element]) -> tuple[int, Element]:
        """Its number, and the run that refers to it."""
        self._count += 1
        number = f"{self._count}"
        mark = make("r", make("rPr", make("rStyle", val=REFERENCE)), make("footnoteRef"))
        note = make("footnote", paragraph(TEXT, [mark, run(" "), *said]), id=number)
        self._root.append(note)
        reference = make("footnoteReference", id=number)
        return self._count, make("r", make("rPr", make("rStyle", val=REFERENCE)), reference)

    def attach(self, document: Document) -> None:
        """Make them a part of ``document``."""
        package = document.part.package
        if package is None:
            raise ValueError("the document has no package")
        name = PackURI("/word/footnotes.xml")
        part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, self._root, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = document.settings.element
        listed = make("footnotePr", *(make("footnote", id=f"{number}") for number in _SEPARATORS))
        settings.find(qn("w:compat")).addprevious(listed)


def _separators() -> Sequence[Element]:
    """What stands between the text and its footnotes: Word wants it as footnotes of its own."""
    return [
        make("footnote", make("p", make("r", make(kind))), type=kind, id=f"{number}")
        for number, kind in _SEPARATORS.items()
    ]
