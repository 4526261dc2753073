"""Results for people and programs: one file per format, all from one view model."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from summarizer.errors import InputError
from summarizer.render.docx import render_docx
from summarizer.render.html import render_html
from summarizer.render.json import render_json
from summarizer.render.markdown import render_markdown
from summarizer.render.pdf import render_pdf
from summarizer.render.text import render_text

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote
    from summarizer.schema import Summary

Format = Literal["markdown", "json", "text", "html", "docx", "pdf"]
Result: TypeAlias = "Summary | BriefingNote"

RENDERERS: Mapping[Format, Callable[[Result], str | bytes]] = {
    "markdown": render_markdown,
    "json": render_json,
    "text": render_text,
    "html": render_html,
    "docx": render_docx,
    "pdf": render_pdf,
}
# Those that give bytes, and the module that each needs.
BINARY: Mapping[Format, str] = {"docx": "docx", "pdf": "typst"}


def require_renderer(output_format: Format) -> None:
    """Raise InputError unless what the format needs is installed; nothing of it is imported."""
    needed = BINARY.get(output_format)
    if needed and importlib.util.find_spec(needed) is None:
        raise InputError(
            f"the format {output_format} needs the `docs` extra",
            hint="pip install 'summarizer[docs]', or take another --format, such as html",
        )
