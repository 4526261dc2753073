from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.evaluation.yaml import DuplicateKeyError, Path, dump_yaml, load_yaml

SHELF = """\
# books of the parish
shelf: A
books:
- title: Tides
  year: 1911
- {title: Dunes, year: 1913}
-
  title: Reeds
"""

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8"))
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner) | st.dictionaries(st.text("aeinoy12.:-# '"), inner),
    max_leaves=12,
)
NAMED = st.recursive(
    st.integers(0, 99) | st.text("abc de", max_size=60),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.sampled_from(["kind", "text", "cue", "span"]), inner, min_size=1)
    ),
    max_leaves=25,
)


def keys(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every key in ``value``."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from keys(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from keys(inner, (*path, index))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 2),
        (("shelf",), 2),
        (("books",), 3),
        (("books", 0), 4),
        (("books", 0, "title"), 4),
        (("books", 0, "year"), 5),
        (("books", 1), 6),
        (("books", 1, "year"), 6),
        (("books", 2), 8),
        (("books", 2, "title"), 8),
    ],
)
def test_every_value_has_its_line(path: Path, line: int) -> None:
    assert load_yaml(SHELF)[1].of(path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("books", 0, "year", "month"), 5),
        (("books", 0, "author"), 4),
        (("books", 7, "title"), 3),
        (("rooms", 1), 2),
    ],
)
def test_what_is_not_there_has_the_line_of_what_is_around_it(path: Path, line: int) -> None:
    assert load_yaml(SHELF)[1].of(path) == line


@given(NAMED)
@settings(deadline=None)
def test_the_line_of_a_key_holds_the_key(value: Any) -> None:
    text = dump_yaml(value)
    lines = load_yaml(text)[1]
    for path in keys(value):
        assert f"{path[-1]}:" in text.splitlines()[lines.of(path) - 1]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing but a remark\n"])
def test_a_text_without_a_value_is_none_on_line_1(text: str) -> None:
    value, lines = load_yaml(text)
    assert (value, lines.of(()), lines.of(("claims", 0))) == (None, 1, 1)


@pytest.mark.parametrize("written", ["2025-03-14", "2025-03-14T09:30:00Z", "2025-02-31"])
def test_a_date_stays_the_text_that_it_is_written_as(written: str) -> None:
    assert load_yaml(f"day: {written}\n")[0] == {"day": written}


def test_other_plain_values_have_their_types() -> None:
    assert load_yaml("[1, 2.5, true, null, ~, word, '7']")[0] == [
        1,
        2.5,
        True,
        None,
        None,
        "word",
        "7",
    ]


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "a", 3),
        ("rooms:\n- door: 1\n  wall: 2\n  door: 1\n", "door", 4),
        ("rooms:\n- {door: 1}\n- {door: 1,\n   door: 2}\n", "door", 4),
        ("a: {b: {c: 1, c: 1}}\n", "c", 1),
    ],
)
def test_a_key_that_is_given_twice_is_refused(text: str, key: str, line: int) -> None:
    with pytest.raises(DuplicateKeyError) as caught:
        load_yaml(text)
    assert (caught.value.key, caught.value.line) == (key, line)


def test_the_same_key_in_two_mappings_is_fine() -> None:
    assert load_yaml("- {a: 1}\n- {a: 2, b: {a: 3}}\n")[0] == [{"a": 1}, {"a": 2, "b": {"a": 3}}]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3),
        ("a:\n\t- 1\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: 1\nb: !!python/object/apply:os.getcwd []\n", 2),
        ("a: *nowhere\n", 1),
    ],
    ids=["open bracket", "tab", "two documents", "an object to be made", "no such anchor"],
)
def test_malformed_yaml_tells_its_line(text: str, line: int) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        load_yaml(text)
    assert caught.value.problem_mark is not None
    assert caught.value.problem_mark.line + 1 == line


@given(VALUES)
@example("\x85")
@example(["a\u2028b", {"c": "\u2029"}])
@settings(deadline=None, max_examples=300)
def test_what_is_dumped_is_read_again(value: Any) -> None:
    assert load_yaml(dump_yaml(value))[0] == value


@given(VALUES)
@settings(deadline=None)
def test_dumping_what_was_read_changes_nothing(value: Any) -> None:
    text = dump_yaml(value)
    assert dump_yaml(load_yaml(text)[0]) == text


def test_a_dump_is_for_people() -> None:
    value = {
        "who": "Zoë Łuk",
        "dates": [{"text": "today", "start": "2025-03-14"}],
        "article": {"id": "weir", "file": "weir.txt"},
    }
    assert dump_yaml(value) == (
        "who: Zoë Łuk\n"
        "dates:\n"
        "- {text: today, start: '2025-03-14'}\n"
        "article: {id: weir, file: weir.txt}\n"
    )
