from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.plain import one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n b\tc\u00a0d\u2028e", "a b c d e"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07x", "]0;titlex"),
        ("\u009b2J", "2J"),
        ("a \x00 b", "a b"),
        ("toll \u202edelbuod\u202c", "toll delbuod"),
        ("می\u200cخواهم 👩\u200d💻", "می\u200cخواهم 👩\u200d💻"),
        ("\ud800", ""),
        ("  \n", ""),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    line = one_line(text)
    assert {unicodedata.category(c) for c in line}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert line == one_line(line)


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_visible_characters_stay(text: str) -> None:
    assert one_line(text) == text
