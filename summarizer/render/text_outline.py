"""An outline as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from summarizer.render.blocks import Block, Entry, Heading, Outline, Paragraph, Table
from summarizer.render.plain import one_line
from summarizer.render.text import WIDTH, wrap

_GAP = "  "


def write_text(outline: Outline) -> str:
    """The whole page, ending in a line break."""
    parts = [wrap(outline.title), wrap(outline.about)]
    for section in outline.sections:
        lines = section.title.upper()
        glue = "\n"
        for block in section.blocks:
            lines += f"{glue}{_block(block)}"
            glue = "\n" if isinstance(block, Heading) else "\n\n"
        parts.append(lines)
    return "\n\n".join(filter(None, parts)) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return wrap(block.text)
    if isinstance(block, Table):
        return "\n".join(_table(block))
    if isinstance(block, Paragraph):
        return wrap(" ".join(map(_sentence, block.entries)))
    return "\n".join(chain.from_iterable(map(_item, block.entries)))


def _item(entry: Entry, indent: str = "") -> Iterator[str]:
    yield wrap(_sentence(entry), first=f"{indent}- ", rest=f"{indent}  ")
    for line in entry.beneath:
        yield from _item(line, f"{indent}  ")


def _table(table: Table) -> Iterator[str]:
    heads = [one_line(head) for head in table.heads]
    rows = [[one_line(_sentence(cell)) for cell in row] for row in table.rows]
    widths = _widths([heads, *rows])
    yield from _row(heads, widths)
    yield _GAP.join("-" * width for width in widths)
    for row in rows:
        yield from _row(row, widths)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """What each column needs; where that is too much, the wide ones share what the others leave."""
    needed = [max(1, *map(len, column)) for column in zip(*rows, strict=True)]
    widths, left = needed.copy(), WIDTH - len(_GAP) * (len(needed) - 1)
    order = sorted(range(len(needed)), key=needed.__getitem__)
    for done, column in enumerate(order):
        widths[column] = min(needed[column], left // (len(order) - done))
        left -= widths[column]
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [textwrap.wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        padded = (part.ljust(width) for part, width in zip(line, widths, strict=True))
        yield _GAP.join(padded).rstrip()


def _sentence(entry: Entry) -> str:
    aside = f"({entry.aside})" if entry.aside else ""
    cited = f"[{entry.cited}]" if entry.cited else ""
    return " ".join(filter(None, [entry.lead, entry.text, aside, cited]))
