"""Results for people and programs: one file per format, all from one view model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from summarizer.render.html import render_html
from summarizer.render.json import render_json
from summarizer.render.markdown import render_markdown
from summarizer.render.text import render_text

if TYPE_CHECKING:
    from summarizer.schema import Summary

Format = Literal["markdown", "json", "text", "html"]

RENDERERS: Mapping[Format, Callable[[Summary], str]] = {
    "markdown": render_markdown,
    "json": render_json,
    "text": render_text,
    "html": render_html,
}
