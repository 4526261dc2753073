"""Labels whose offsets are still words, and how --fix finds them."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.evaluation.anchor import anchored
from summarizer.evaluation.lint import Linted, Problem
from summarizer.evaluation.yaml import load_yaml
from tests.evaluation.desk import (
    ARTICLE,
    COST,
    LADDER,
    SHA,
    Desk,
    in_words,
    place,
    span,
    spans_of,
    swapped,
    with_offsets,
)


@pytest.mark.parametrize(
    "raw",
    [b"\xef\xbb\xbf" + ARTICLE.encode(), ARTICLE.replace("\n", "\r\n").encode()],
    ids=["byte order mark", "line ends of Windows"],
)
def test_offsets_count_as_the_program_counts_them(raw: bytes, desk: Desk) -> None:
    desk.article.write_bytes(raw)
    fixed = desk.lint(in_words(), fix=True).fixed
    assert fixed is not None
    text = raw.decode("utf-8-sig")
    for found in spans_of(load_yaml(fixed)[0]):
        assert text[found["start"] : found["end"]] == found["text"]
    assert desk.lint(fixed) == Linted((), checked=True)


def test_fix_makes_offsets_and_hash_from_the_words(desk: Desk) -> None:
    found = desk.lint(in_words(), fix=True)
    assert (found.problems, found.checked) == ((), True)
    assert found.fixed is not None
    assert load_yaml(found.fixed)[0] == load_yaml(with_offsets())[0]


def test_fix_writes_nothing_itself(desk: Desk) -> None:
    desk.lint(in_words(), fix=True)
    assert desk.file.read_text() == in_words()


def test_fix_finds_nothing_to_do_the_second_time(desk: Desk) -> None:
    fixed = desk.lint(in_words(), fix=True).fixed
    assert fixed is not None
    assert desk.lint(fixed, fix=True) == Linted((), checked=True, fixed=None)


def test_fix_tells_the_faults_of_what_it_wrote(desk: Desk) -> None:
    labels, _ = swapped(in_words(), "compared_with: 1", "compared_with: 7")
    found = desk.lint(labels, fix=True)
    assert found.fixed is not None
    (fault,) = found.problems
    assert "compared_with: 7" in found.fixed.splitlines()[fault.line - 1]


def test_a_cue_is_looked_for_beside_the_evidence(desk: Desk) -> None:
    assert ARTICLE.count("said") == 3
    fixed = desk.lint(in_words(), fix=True).fixed
    assert fixed is not None
    claims = load_yaml(fixed)[0]["claims"]
    cues = [claims[index]["attribution"][0]["cue"]["start"] for index in (0, 2)]
    assert cues == [place("said", 0), place("said", 1)]


@pytest.mark.parametrize(
    ("words", "count"),
    [("crowns", "stand 2 times"), ("Holt", "stand 2 times"), ("fish-ladder", "stand nowhere")],
)
def test_words_that_do_not_stand_there_once_are_reported(
    words: str, count: str, desk: Desk
) -> None:
    labels, line = swapped(in_words(), json.dumps(LADDER), json.dumps(words))
    message = f"the words {words!r} {count} in the article"
    assert desk.lint(labels, fix=True) == Linted(
        (Problem(str(desk.file), line, "claims.3.evidence.0.0", message),), checked=True, fixed=None
    )


def test_offsets_say_which_of_two_places_is_meant(desk: Desk) -> None:
    first, second = (span("crowns", nth) for nth in (0, 1))
    labels, _ = swapped(in_words(), json.dumps(COST), f"{first}\n    - {second}")
    fixed = desk.lint(labels, fix=True).fixed
    assert fixed is not None
    (found,) = load_yaml(fixed)[0]["claims"][1]["evidence"]
    assert [s["start"] for s in found] == [place("crowns", 0), place("crowns", 1)]


def test_a_cue_that_stands_nowhere_is_reported(desk: Desk) -> None:
    labels, line = swapped(in_words(), '"according to"', '"as told by"')
    message = "the words 'as told by' stand nowhere in the article"
    assert desk.lint(labels, fix=True).problems == (
        Problem(str(desk.file), line, "claims.4.attribution.0.cue", message),
    )


def test_every_lost_span_is_reported(desk: Desk) -> None:
    labels, first = swapped(in_words(), '"The weir"', '"Holt"')
    labels, second = swapped(labels, json.dumps(LADDER), '""')
    assert [(p.line, p.field) for p in desk.lint(labels, fix=True).problems] == [
        (first, "claims.2.evidence.0.1"),
        (second, "claims.3.evidence.0.0"),
    ]


def test_fix_follows_a_text_that_moved(desk: Desk) -> None:
    moved = ARTICLE.replace("By Odo Marsh\n", "By Odo Marsh and Ilka Rood\n")
    desk.article.write_text(moved)
    fixed = desk.lint(with_offsets(), fix=True).fixed
    assert fixed is not None
    gold = load_yaml(fixed)[0]
    assert gold["article"]["sha256"] == hashlib.sha256(moved.encode()).hexdigest()
    before = spans_of(load_yaml(with_offsets())[0])
    further = len(moved) - len(ARTICLE)
    assert list(spans_of(gold)) == [
        {**s, "start": s["start"] + further, "end": s["end"] + further} for s in before
    ]
    assert desk.lint(fixed) == Linted((), checked=True)


def test_fix_does_not_follow_words_that_are_gone(desk: Desk) -> None:
    desk.article.write_text(ARTICLE.replace("fish ladder", "fish pass"))
    found = desk.lint(with_offsets(), fix=True)
    assert [p.field for p in found.problems] == ["claims.3.evidence.0.0"]
    assert found.fixed is None


def test_fix_leaves_spans_without_words_as_they_are(desk: Desk) -> None:
    bare = re.sub(r', text: "[^"]+"', "", with_offsets())
    fixed = desk.lint(bare, fix=True).fixed
    assert fixed is not None
    assert load_yaml(fixed)[0] == load_yaml(bare)[0]


def test_without_the_article_fix_has_nothing_to_write(desk: Desk) -> None:
    desk.article.unlink()
    assert desk.lint(with_offsets(), fix=True) == Linted((), checked=False, fixed=None)


@st.composite
def words_of_a_text(draw: st.DrawFn) -> tuple[str, str]:
    """A text that repeats itself, and words that may be some of it."""
    text = draw(st.text("ab ", min_size=1, max_size=30))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, draw(st.just(text[start:end]) | st.text("abc", min_size=1, max_size=3))


def one_span(span: object) -> dict[str, Any]:
    return {"article": {"id": "a"}, "claims": [{"id": "g1", "evidence": [[span]]}]}


@given(words_of_a_text())
@example(("banana", "ana"))
@settings(deadline=None)
def test_words_are_placed_exactly_where_they_stand_once(case: tuple[str, str]) -> None:
    text, words = case
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    gold, errors = anchored(one_span(words), text, SHA)
    (found,) = gold["claims"][0]["evidence"][0]
    if len(places) == 1:
        assert (found, errors) == (
            {"start": places[0], "end": places[0] + len(words), "text": words},
            [],
        )
    else:
        assert found == words
        assert [error.path for error in errors] == [("claims", 0, "evidence", 0, 0)]


@given(words_of_a_text())
@settings(deadline=None)
def test_anchoring_again_changes_nothing(case: tuple[str, str]) -> None:
    text, words = case
    once, _ = anchored(one_span(words), text, SHA)
    assert anchored(once, text, SHA)[0] == once


@given(prefix=st.text("xyz\n"), suffix=st.text("xyz\n"))
@settings(deadline=None)
def test_spans_move_with_their_text(prefix: str, suffix: str) -> None:
    before = load_yaml(with_offsets())[0]
    kept = copy.deepcopy(before)
    after, errors = anchored(before, prefix + ARTICLE + suffix, "f" * 64)
    assert (errors, before) == ([], kept)
    moved = [s["start"] - len(prefix) for s in spans_of(after)]
    assert moved == [s["start"] for s in spans_of(before)]
    assert (after["article"]["sha256"], after["traps"]) == ("f" * 64, before["traps"])


@pytest.mark.parametrize(
    "value", [None, "words", [1], {}, {"claims": []}, {"article": {}}, {"article": 1, "claims": []}]
)
def test_what_is_no_gold_is_left_to_the_form(value: object) -> None:
    assert anchored(value, ARTICLE, SHA) == (value, [])
