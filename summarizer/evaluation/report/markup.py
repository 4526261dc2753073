"""HTML that is escaped unless it says that it is markup."""

from __future__ import annotations

import unicodedata
from html import escape

from summarizer.render.plain import one_line

_VOID = frozenset({"input", "meta"})


class Raw(str):
    """Markup, to be written as it stands."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str | bool | None) -> Raw:
    """One element; children that are no :class:`Raw` are text.

    Args:
        attributes: ``class_`` is ``class``, ``data_x`` is ``data-x``; None and False leave one out.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Raw(f"<{name}{given}>")
    return Raw(f"<{name}{given}>{joined(*children)}</{name}>")


def joined(*children: str) -> Raw:
    """Markup and text, one after the other."""
    return Raw("".join(c if isinstance(c, Raw) else text(c) for c in children))


def text(words: str) -> Raw:
    """Text that a browser shows character for character.

    What a browser would obey or drop (controls, bidirectional overrides) becomes U+FFFD, so that
    it is seen and nothing moves; a carriage return is written so that none is lost.
    """
    return Raw(escape(_harmless(words)).replace("\r", "&#13;"))


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(value)}"'


def _harmless(words: str) -> str:
    unsafe = filter(_is_unsafe, set(words))
    return words.translate(dict.fromkeys(map(ord, unsafe), "\ufffd"))


def _is_unsafe(char: str) -> bool:
    if char in "\t\n\r":
        return False
    return unicodedata.category(char) in ("Cc", "Cs") or not (char.isspace() or one_line(char))
