"""A PDF in which every citation leads to its claim, and every claim to its words.

All text goes to the typesetter as data. It asks for nothing, and needs no font but those that it
brings; for letters that these lack it takes a font of the machine, if there is one.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote
    from summarizer.schema import Summary


def render_pdf(result: Summary | BriefingNote) -> bytes:
    """One summary or briefing note as a tagged PDF; the same bytes for the same one.

    The ``docs`` extra has to be installed.
    """
    import typst

    from summarizer.render.paper_note import paper_of
    from summarizer.render.pdf_data import data_of

    template = files("summarizer.render").joinpath("pdf_assets", "note.typ").read_bytes()
    return typst.compile(template, sys_inputs={"paper": json.dumps(data_of(paper_of(result)))})
