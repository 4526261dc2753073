from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, create_model

from summarizer.llm.salvage import misfit, read_reply, salvage


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Fact(Strict):
    text: str
    cites: list[Literal[1, 2, 34, 345]]


class Facts(Strict):
    facts: list[Fact]
    notes: list[str]
    numbers: list[int]


class Titled(Strict):
    title: str
    notes: Annotated[list[str], Field(max_length=2)]


class Nested(Strict):
    inner: Facts


ByNumber: type[BaseModel] = create_model(
    "ByNumber",
    __config__=ConfigDict(extra="forbid"),
    s4=(list[str], Field(alias="4")),
    s5=(list[Fact], Field(alias="5")),
)

words = st.text(st.sampled_from('ab12{}[]",:\\ \n`é😀</>'), max_size=8)
fact = st.fixed_dictionaries(
    {"text": words, "cites": st.lists(st.sampled_from([1, 2, 34, 345]), max_size=3)}
)
facts = st.fixed_dictionaries(
    {
        "facts": st.lists(fact, max_size=3),
        "notes": st.lists(words, max_size=3),
        "numbers": st.lists(st.integers(-999, 99999), max_size=3),
    }
)
by_number = st.fixed_dictionaries(
    {"4": st.lists(words, max_size=3), "5": st.lists(fact, max_size=3)}
)


def plain(value: BaseModel | None) -> dict[str, Any]:
    return value.model_dump(by_alias=True) if value else {}


def cut_anywhere(data: st.DataObject, value: Any) -> str:
    layout: dict[str, Any] = data.draw(
        st.sampled_from([{"separators": (",", ":")}, {"indent": 1}, {"ensure_ascii": False}])
    )
    text = json.dumps(value, **layout)
    return text[: data.draw(st.integers(0, len(text)))]


@given(st.data())
def test_of_a_reply_cut_anywhere_every_list_is_a_prefix_of_whole_items(data: st.DataObject) -> None:
    pair: tuple[type[BaseModel], dict[str, Any]] = data.draw(
        st.one_of(
            st.tuples(st.just(Facts), facts),
            st.tuples(st.just(ByNumber), by_number),
        )
    )
    schema, value = pair
    saved = plain(salvage(schema, cut_anywhere(data, value)))

    for name, items in saved.items():
        assert items == value[name][: len(items)]


@given(st.data(), facts)
def test_the_same_holds_below_an_object(data: st.DataObject, value: dict[str, Any]) -> None:
    saved = plain(salvage(Nested, cut_anywhere(data, {"inner": value})))

    for name, items in saved.get("inner", {}).items():
        assert items == value[name][: len(items)]


@given(facts, st.sampled_from(["{}", "```json\n{}\n```", "Here it is:\n{}\nDone.", "\n{}\n\n"]))
def test_a_whole_reply_is_read_whole_whatever_stands_around_it(
    value: dict[str, Any], around: str
) -> None:
    text = around.replace("{}", json.dumps(value))

    assert read_reply(Facts, text) == (Facts.model_validate(value), True)


@given(st.text())
def test_no_text_at_all_makes_it_raise(text: str) -> None:
    salvage(Facts, text)
    misfit(Facts, text)


@given(st.text(st.sampled_from('{}[]",:\\a1'), max_size=30))
def test_no_broken_json_makes_it_raise(text: str) -> None:
    salvage(Facts, text)
    misfit(Facts, text)


@pytest.mark.parametrize(
    ("text", "notes", "facts_left"),
    [
        ('{"facts":[],"notes":["one","tw', ["one"], 0),
        ('{"facts":[],"notes":["one"', ["one"], 0),
        ('{"facts":[{"text":"a","cites":[1]},{"text":"b","cites":[1', [], 1),
        ('{"facts":[{"text":"a","cites":[1]},{"text":"b","cites":[9]}],"notes":["n"', ["n"], 1),
        ('```json\n{"facts":[],"notes":["one","tw', ["one"], 0),
        ('{"facts":[],"notes":["one"],"numbers":[],"more":1}', ["one"], 0),
    ],
)
def test_what_is_left_of_a_partial_reply(text: str, notes: list[str], facts_left: int) -> None:
    found = read_reply(Facts, text)

    assert found is not None
    value, complete = found
    assert (value.notes, len(value.facts), complete) == (notes, facts_left, False)


def test_a_number_that_may_be_cut_is_left_out() -> None:
    assert salvage(Facts, '{"facts":[],"notes":[],"numbers":[7,12') == Facts(
        facts=[], notes=[], numbers=[7]
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I cannot do that.",
        "{",
        '{"facts":[',
        '{"facts":[{"text":"a","cites":[1',
        '{"error":"overloaded"}',
        '{"facts":"none","notes":["n"],"numbers":[]}',
        '<think>{"facts":[],"notes":["draft"],"numbers":[]}',
        "]" * 9,
        "{" * 5000,
        '{"facts":' + "[" * 5000,
    ],
)
def test_nothing_usable_is_nothing(text: str) -> None:
    assert salvage(Facts, text) is None


def test_nothing_but_a_list_is_ever_filled_in() -> None:
    assert salvage(Titled, '{"notes":["a"],') is None
    assert salvage(Titled, '{"title":"half') is None
    assert salvage(Titled, '{"title":"whole","no') == Titled(title="whole", notes=[])


def test_a_list_that_is_too_long_is_cut_to_its_bound() -> None:
    assert read_reply(Titled, '{"title":"t","notes":["a","b","c"]}') == (
        Titled(title="t", notes=["a", "b"]),
        False,
    )


def test_reasoning_before_the_answer_is_passed_over() -> None:
    text = '<think>Maybe {"title":"draft","notes":[]}?</think>\n{"title":"final","notes":[]}'

    assert read_reply(Titled, text) == (Titled(title="final", notes=[]), True)


def test_the_last_object_that_fits_is_the_answer() -> None:
    text = 'As in {"title":"example","notes":[]}: {"title":"mine","notes":["a","b'

    assert read_reply(Titled, text) == (Titled(title="mine", notes=["a"]), False)


def test_misfit_says_where_and_why_without_quoting_the_reply() -> None:
    assert misfit(Titled, '{"title":7,"notes":[]}') == "title: Input should be a valid string"
    assert misfit(Titled, "no") == "it holds no whole JSON object"
