import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.clauses import clauses, opener, standalone, starts_with_verb, subject


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mayor resigned.", ["The mayor resigned."]),
        (
            "The mayor resigned, but the council kept his plan.",
            ["The mayor resigned", "but the council kept his plan."],
        ),
        (
            "Ilse Brandt, who runs the port, will leave and was offered another post.",
            ["Ilse Brandt, who runs the port, will leave", "and was offered another post."],
        ),
        (
            "The port closed as the union sought talks.",
            ["The port closed", "as the union sought talks."],
        ),
        ("Salt and fish were sold.", ["Salt and fish were sold."]),
        (
            "The port denied that Vos was asked and had refused.",
            ["The port denied that Vos was asked and had refused."],
        ),
        (
            "About 600 jobs could go, twice as many as the port has named.",
            ["About 600 jobs could go, twice as many as the port has named."],
        ),
        (
            "Two members, who did not want to be named, said the mayor had pressed them.",
            ["Two members, who did not want to be named, said the mayor had pressed them."],
        ),
        (
            'The union said "we came, but nobody was there to meet us" on Monday.',
            ['The union said "we came, but nobody was there to meet us" on Monday.'],
        ),
    ],
)
def test_cuts_only_where_both_sides_state_something(sentence: str, expected: list[str]) -> None:
    assert [sentence[a:b] for a, b in clauses(sentence)] == expected


@given(st.text(max_size=300))
def test_clauses_are_in_order_and_lose_no_letter_but_commas_and_spaces(sentence: str) -> None:
    spans = clauses(sentence)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(sentence)
    for (_, end), (start, _) in itertools.pairwise(spans):
        assert end <= start
        assert not any(c.isalnum() for c in sentence[end:start])


def test_a_clause_without_a_subject_gets_that_of_the_main_clause() -> None:
    main = "Roth, while doubtful, backed the toll"
    assert subject(main) == "Roth"
    assert standalone("and asked for more time", [main]) == "Roth asked for more time"


def test_a_subject_that_is_not_sure_is_not_supplied() -> None:
    main = "The push for a new bridge over the river, long in the making, was paid by the port"
    assert standalone("and was stopped", [main]) == "and was stopped"


def test_connecting_words_are_no_part_of_a_statement() -> None:
    assert "However, the toll stays."[opener("However, the toll stays.") :] == "the toll stays."
    assert standalone("but the toll stays", ["Roth left"]) == "the toll stays"


def test_a_missing_subject_is_seen() -> None:
    assert starts_with_verb("Was offered another post.")
    assert not starts_with_verb("The post was offered.")


def test_who_is_the_name_that_stands_before_it() -> None:
    main = "The official in question is Ilse Brandt"
    assert standalone("who runs the port", [main]) == "Ilse Brandt runs the port"
    assert standalone("who runs the port", ["It is the man in question"]) == "who runs the port"


def test_a_missing_subject_is_that_of_the_nearest_clause_with_its_own() -> None:
    before = ["Roth praised the toll", "Abel called it late"]
    assert standalone("and asked for more time", before) == "Abel asked for more time"
    after_who = ["The mayor met Ilse Brandt", "who runs the port"]
    assert standalone("and asked for more time", after_who) == "The mayor asked for more time"


def test_after_a_clause_that_hangs_on_another_no_subject_is_supplied() -> None:
    before = ["Roth praised the toll", "while Abel called it late"]
    assert standalone("and asked for more time", before) == "and asked for more time"
