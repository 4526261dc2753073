"""A page as a parser sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta"}


@dataclass
class Node:
    """An element; children are elements and text."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    def every(self, tag: str = "", **wanted: str) -> list[Node]:
        """All elements inside with this tag and these attributes, in order.

        ``class_`` is one word of the class; a trailing ``_`` and ``_`` for ``-`` as in markup.
        """
        return [node for node in self._inside() if node._fits(tag, wanted)]

    def one(self, tag: str = "", **wanted: str) -> Node:
        """The only such element."""
        (found,) = self.every(tag, **wanted)
        return found

    def _inside(self) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child._inside()

    def _fits(self, tag: str, wanted: dict[str, str]) -> bool:
        for key, value in wanted.items():
            own = self.attributes.get(key.rstrip("_").replace("_", "-")) or ""
            if value not in (own.split() if key == "class_" else [own]):
                return False
        return not tag or self.tag == tag


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(page: str) -> Node:
    """The root of the page. Every element has to be closed where it belongs."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert len(builder.open) == 1
    return builder.open[0]
