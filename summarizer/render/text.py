"""Plain text, for terminals and mail: no markup, 88 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from summarizer.render.plain import one_line
from summarizer.render.view import ClaimView, Line, view_of

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote
    from summarizer.schema import Summary

WIDTH = 88


def render_text(result: Summary | BriefingNote) -> str:
    """One result as plain text, ending in a line break. Only a longer word exceeds 88 columns."""
    from summarizer.schema import Summary

    if isinstance(result, Summary):
        return _summary(result)
    from summarizer.render.outline import outline_of
    from summarizer.render.page import page_of
    from summarizer.render.text_outline import write_text

    return write_text(outline_of(page_of(result)))


def _summary(summary: Summary) -> str:
    view = view_of(summary)
    blocks = [wrap(view.title)]
    if view.published:
        blocks.append(wrap(view.published))
    if view.headline:
        blocks.append(wrap(_sentence(view.headline)))
    if view.summary:
        blocks.append(wrap(" ".join(map(_sentence, view.summary))))
    blocks += _section("Key points", map(_item, view.key_points))
    if view.notice:
        blocks.append(wrap(view.notice))
    blocks += _section("Claims", map(_claim, view.claims))
    blocks += _section("Open questions", map(_item, view.open_questions))
    blocks += _section("Timeline", map(_item, view.timeline))
    blocks += _section("Rejected", map(_claim, view.rejected))
    blocks += _section("Coverage", map(wrap, view.coverage))
    blocks.append("\n".join(map(wrap, view.footer)))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(title: str, items: Iterable[str]) -> list[str]:
    listed = "\n".join(items)
    return [f"{title.upper()}\n{listed}"] if listed else []


def _sentence(line: Line) -> str:
    return f"{line.text} [{', '.join(line.claims)}]" if line.claims else line.text


def _item(line: Line) -> str:
    return wrap(_sentence(line), first="- ", rest="  ")


def _claim(claim: ClaimView) -> str:
    head = wrap(f"{claim.id}: {claim.text} ({claim.commitment})", rest="    ")
    details = (wrap(f"{d.label}: {d.text}", first="    ", rest="      ") for d in claim.details)
    return "\n".join([head, *details])


def wrap(text: str, first: str = "", rest: str = "") -> str:
    """``text`` as lines of at most 88 columns, the first and the others after what is given."""
    return textwrap.fill(
        one_line(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
