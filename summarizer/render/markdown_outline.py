"""An outline as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from summarizer.render.blocks import Block, Entry, Heading, Outline, Paragraph, Table
from summarizer.render.markdown import escape


def write_markdown(outline: Outline) -> str:
    """The whole page, ending in a line break."""
    blocks = [f"# {escape(outline.title)}", f"*{escape(outline.about)}*"]
    for section in outline.sections:
        blocks += [f"## {escape(section.title)}", *map(_block, section.blocks)]
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"### {escape(block.text)}"
    if isinstance(block, Table):
        return "\n".join(_table(block))
    if isinstance(block, Paragraph):
        return "\n".join(map(_sentence, block.entries))
    return "\n".join(chain.from_iterable(map(_item, block.entries)))


def _item(entry: Entry, indent: str = "") -> Iterator[str]:
    yield f"{indent}- {_sentence(entry)}"
    for line in entry.beneath:
        yield from _item(line, f"{indent}  ")


def _table(table: Table) -> Iterator[str]:
    yield _row(map(escape, table.heads))
    yield _row("---" for _ in table.heads)
    for row in table.rows:
        yield _row(map(_sentence, row))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sentence(entry: Entry) -> str:
    lead, text, aside, cited = map(escape, (entry.lead, entry.text, entry.aside, entry.cited))
    # The closing bracket is never followed by "(" or ":", so this is no link.
    parts = [f"**{lead}**" * bool(lead), text, f"*({aside})*" * bool(aside)]
    parts.append(f"[{cited}]" * bool(cited))
    return " ".join(filter(None, parts))
