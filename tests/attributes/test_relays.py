"""Relays: who has it from whom, and who made a survey for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attributes.relays import relays


@pytest.mark.parametrize(
    ("sentence", "kind", "front", "back"),
    [
        (
            "Radio Ost, citing the Harbour News, reported it.",
            "source",
            "Radio Ost",
            "the Harbour News",
        ),
        ("Vale, who had it from a pilot, wrote it down.", "source", "Vale", "a pilot"),
        ("She has it from the miller, who saw it.", "source", "She", "the miller"),
        ("Vale relied on a pilot for the story.", "source", "Vale", "a pilot"),
        ("A pilot is Vale's source for the story.", "source", "Vale", "A pilot"),
        (
            "The News's report of the loss was picked up by Radio Ost.",
            "source",
            "Radio Ost",
            "The News",
        ),
        ("a poll carried out by Orla for the dairy board", "client", "Orla", "the dairy board"),
        ("A poll by Orla, commissioned by the board, found it.", "client", "Orla", "the board"),
        ("Orla conducted the survey.", "client", "Orla", ""),
        ("The dairy board paid for the study.", "client", "", "The dairy board"),
        ("A survey ordered by the board found it.", "client", "", "the board"),
    ],
)
def test_the_ends_of_a_relay(sentence: str, kind: str, front: str, back: str) -> None:
    assert (kind, front, back) in [(r.kind, r.front, r.back) for r in relays(sentence)]


def test_a_sentence_without_one_has_none() -> None:
    assert relays("The pier was painted in May.") == ()


@given(st.text(alphabet="Vale poll by for from , . ' ", max_size=300))
def test_any_sentence_is_read(sentence: str) -> None:
    for relay in relays(sentence):
        assert relay.front in sentence
        assert relay.back in sentence
