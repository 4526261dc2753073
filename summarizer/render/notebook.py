"""What a notebook shows of a result: one block of HTML without a script and without an id.

The style takes its colours from the notebook, so it reads in light and dark; where a notebook
strips it, the block is still in order. What is there to be looked up is folded, and a long list is
cut: :func:`~summarizer.render.html.render_html` shows all of it, with the sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from summarizer.render.blocks import Block, Entry, Heading, Outline, Paragraph, Section, Table
from summarizer.render.markup import Raw, element
from summarizer.render.outline import outline_of
from summarizer.render.page import page_of

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote
    from summarizer.schema import Summary

_SCOPE = "summarizer-result"
_MOST = 50  # entries of a list, rows of a table
_STYLE = Raw(
    """
.summarizer-result { max-width: 60em; line-height: 1.45; border: 1px solid #8888;
  border-radius: 6px; padding: .8em 1.2em; }
.summarizer-result p, .summarizer-result ul { margin: .3em 0; }
.summarizer-result .title { font-size: 1.3em; font-weight: 600; }
.summarizer-result .head { font-weight: 600; margin-top: .9em; }
.summarizer-result .aside, .summarizer-result .cited { opacity: .75; }
.summarizer-result .cited { font-size: .85em; }
.summarizer-result summary { cursor: pointer; margin-top: .6em; font-weight: 600; }
.summarizer-result table { border-collapse: collapse; margin: .4em 0; }
.summarizer-result th, .summarizer-result td { border: 1px solid #8888; padding: .25em .6em;
  text-align: left; vertical-align: top; }
"""
)


def render_notebook(result: Summary | BriefingNote) -> str:
    """One result as a block of HTML."""
    return _write(outline_of(page_of(result)))


def _write(outline: Outline) -> Raw:
    return element(
        "div",
        element("style", _STYLE),
        element("p", outline.title, class_="title", dir="auto"),
        element("p", outline.about, class_="aside", dir="auto"),
        *map(_section, outline.sections),
        class_=_SCOPE,
    )


def _section(section: Section) -> Raw:
    blocks = map(_block, section.blocks)
    if section.first:
        return element("div", _heading(section.title, "3"), *blocks)
    return element("details", element("summary", section.title), *blocks)


def _heading(title: str, level: str) -> Raw:
    # No <h3>: a notebook would put it into its own table of contents.
    return element("p", title, class_="head", role="heading", aria_level=level, dir="auto")


def _block(block: Block) -> Raw:
    if isinstance(block, Heading):
        return _heading(block.text, "4")
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Paragraph):
        return element("p", *(part for entry in block.entries for part in _entry(entry)))
    return _list(block.entries)


def _list(entries: tuple[Entry, ...]) -> Raw:
    items = [element("li", *_entry(entry), *_beneath(entry)) for entry in entries[:_MOST]]
    return element("ul", *items, *(element("li", more) for more in _rest(len(entries))))


def _beneath(entry: Entry) -> Iterable[Raw]:
    return [_list(entry.beneath)] if entry.beneath else []


def _table(table: Table) -> Raw:
    heads = (element("th", head, scope="col") for head in table.heads)
    rows = [
        element("tr", *(element("td", *_entry(cell)) for cell in row)) for row in table.rows[:_MOST]
    ]
    cut = [element("p", more) for more in _rest(len(table.rows))]
    shown = element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
    return element("div", shown, *cut)


def _rest(count: int) -> Iterator[str]:
    if count > _MOST:
        yield f"{count - _MOST} more, which the HTML page shows"


def _entry(entry: Entry) -> Iterator[str]:
    if entry.lead:
        yield element("b", element("bdi", entry.lead))
        yield " "
    if entry.text:
        yield element("bdi", entry.text)
        yield " "
    if entry.aside:
        yield element("i", "(", element("bdi", entry.aside), ")", class_="aside")
        yield " "
    if entry.cited:
        yield element("span", f"[{entry.cited}]", class_="cited")
        yield " "
