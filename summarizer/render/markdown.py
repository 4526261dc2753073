"""Markdown, for reading as it stands and for any CommonMark or GitHub viewer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from summarizer.render.plain import one_line
from summarizer.render.view import ClaimView, Line, view_of

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote
    from summarizer.schema import Summary

# Anywhere: emphasis, code, links, tables, strike-through, mathematics. HTML becomes entities,
# because not every viewer honours a backslash before "<".
_INLINE = re.compile(r"[\\`*_\[\]{}#|~$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# Bare addresses, which GitHub turns into links without any brackets.
_ADDRESS = re.compile(r"(?<=\w)(?:@|:(?=//)|(?<=www)\.)", re.IGNORECASE)
# At the start of a line only: lists and underlined headings.
_LINE_START = re.compile(r"^(?:(?=[-+=])|(\d+)(?=[.)]))")


def escape(text: str) -> str:
    """``text`` on one line, so that a Markdown viewer shows exactly its characters."""
    text = _ENTITY.sub("&amp;", one_line(text))
    text = _INLINE.sub(r"\\\g<0>", text)
    text = _ADDRESS.sub(r"\\\g<0>", text)
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return _LINE_START.sub(lambda start: f"{start[1] or ''}\\", text)


def render_markdown(result: Summary | BriefingNote) -> str:
    """One result as Markdown, ending in a line break."""
    from summarizer.schema import Summary

    if isinstance(result, Summary):
        return _summary(result)
    from summarizer.render.markdown_outline import write_markdown
    from summarizer.render.outline import outline_of
    from summarizer.render.page import page_of

    return write_markdown(outline_of(page_of(result)))


def _summary(summary: Summary) -> str:
    view = view_of(summary)
    blocks = [f"# {escape(view.title)}"]
    if view.published:
        blocks.append(f"*{escape(view.published)}*")
    if view.headline:
        blocks.append(f"**{escape(view.headline.text)}**{_references(view.headline)}")
    if view.summary:
        blocks.append("\n".join(map(_sentence, view.summary)))
    blocks += _section("Key points", map(_item, view.key_points))
    if view.notice:
        blocks.append(escape(view.notice))
    blocks += _section("Claims", map(_claim, view.claims))
    blocks += _section("Open questions", map(_item, view.open_questions))
    blocks += _section("Timeline", map(_item, view.timeline))
    blocks += _section("Rejected", map(_claim, view.rejected))
    blocks += _section("Coverage", (f"- {escape(line)}" for line in view.coverage))
    blocks += ["---", "\n".join(map(escape, view.footer))]
    return "\n\n".join(blocks) + "\n"


def _section(title: str, items: Iterable[str]) -> list[str]:
    listed = "\n".join(items)
    return [f"## {title}", listed] if listed else []


def _sentence(line: Line) -> str:
    return f"{escape(line.text)}{_references(line)}"


def _item(line: Line) -> str:
    return f"- {_sentence(line)}"


def _references(line: Line) -> str:
    # The closing bracket is never followed by "(" or ":", so this is no link.
    return f" [{', '.join(map(escape, line.claims))}]" if line.claims else ""


def _claim(claim: ClaimView) -> str:
    head = f"- **{escape(claim.id)}** {escape(claim.text)} *({escape(claim.commitment)})*"
    return "\n".join([head, *(f"  - {d.label}: {escape(d.text)}" for d in claim.details)])
