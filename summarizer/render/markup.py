"""HTML that is escaped unless it says that it is markup."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from importlib.resources import files

_VOID = frozenset({"input", "meta"})
_TEXT_ONLY = frozenset({"title", "option"})

# What a browser obeys or drops instead of showing it: controls except white space, lone surrogates,
# the marks, embeddings, overrides and isolates of bidirectional text, invisible tag characters.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


class Raw(str):
    """Markup, to be written as it stands."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str | bool | None) -> Raw:
    """One element; children that are no :class:`Raw` are text.

    Args:
        attributes: ``class_`` is ``class``, ``data_x`` is ``data-x``; None and False leave one out.
    """
    given = "".join([_attribute(key, value) for key, value in attributes.items()])
    if name in _VOID:
        return Raw(f"<{name}{given}>")
    inside = plain("".join(children)) if name in _TEXT_ONLY else joined(*children)
    return Raw(f"<{name}{given}>{inside}</{name}>")


def joined(*children: str) -> Raw:
    """Markup and text, one after the other."""
    return Raw("".join([c if isinstance(c, Raw) else text(c) for c in children]))


def text(words: str) -> Raw:
    """Text that a browser shows character for character.

    What it would obey or drop is shown as its number, such as ``U+202E``, so that it is seen and
    moves nothing; a carriage return is written so that none is lost.
    """
    return Raw(_CONTROL.sub(_shown, escape(words)).replace("\r", "&#13;"))


def plain(words: str) -> Raw:
    """The same where no element may stand, as in an attribute: controls become U+FFFD."""
    return Raw(_CONTROL.sub("\ufffd", escape(words)).replace("\r", "&#13;"))


def _shown(control: re.Match[str]) -> str:
    return f'<bdi class="control">U+{ord(control[0]):04X}</bdi>'


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{plain(value)}"'


def asset(package: str, *path: str) -> Raw:
    """A file of a package, to stand in a page as it is."""
    return Raw(files(package).joinpath(*path).read_text(encoding="utf-8"))


def security_policy(style: str, script: str) -> str:
    """The policy of a page that obeys these two inline texts and asks for nothing."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)};"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(inline: str) -> str:
    digest = hashlib.sha256(inline.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
