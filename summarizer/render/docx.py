"""A Word document with real styles, tables, page numbers, and a footnote for every claim cited.

All text goes in as text of runs. The footnote of a claim gives its source, the sentence and the
words; where a claim is cited again, its footnote is referred to again. The table of all claims and
the full texts are at the end.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote
    from summarizer.schema import Summary

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP archive can hold


def render_docx(result: Summary | BriefingNote) -> bytes:
    """One summary or briefing note as a Word document; the same bytes for the same one.

    The ``docs`` extra has to be installed.
    """
    from summarizer.render.docx_body import Body, page_number
    from summarizer.render.docx_footnotes import Footnotes
    from summarizer.render.docx_styles import blank_document, describe, text_width
    from summarizer.render.docx_xml import paragraph, run
    from summarizer.render.paper_note import paper_of

    paper = paper_of(result)
    document, footnotes = blank_document(), Footnotes()
    body = Body(paper, footnotes, text_width(document))
    end = document.element.body.sectPr
    for element in (
        paragraph("Title", [run(paper.title)]),
        paragraph("Subtitle", [run(f"{paper.kind} · {paper.dateline}")]),
        *body.elements(),
    ):
        end.addprevious(element)
    footer = document.sections[0].footer
    footer.paragraphs[0]._p.getparent().replace(footer.paragraphs[0]._p, page_number())
    footnotes.attach(document)
    describe(document, paper.title, paper.kind)
    written = BytesIO()
    document.save(written)
    return _undated(written)


def _undated(archive: BytesIO) -> bytes:
    """The same archive without the moment at which it was written."""
    copied = BytesIO()
    with (
        zipfile.ZipFile(archive) as source,
        zipfile.ZipFile(copied, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return copied.getvalue()
