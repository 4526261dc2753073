"""What a claim says, part by part."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.words import words
from summarizer.verification.parts import parts, sentences
from tests.verification.sources import ARTICLE, DRIVERS, LORRIES, TOLL


def test_sentences_of_a_claim() -> None:
    assert sentences(TOLL) == (TOLL,)
    assert sentences(f"{TOLL} {DRIVERS}\n\n{LORRIES}") == (TOLL, DRIVERS, LORRIES)
    assert sentences("no final period") == ("no final period",)


@pytest.mark.parametrize("claim", ["", " ", "\n"])
def test_a_claim_without_sentences_is_its_own_only_one(claim: str) -> None:
    assert sentences(claim) == (claim,)


def test_a_plain_sentence_is_one_part() -> None:
    assert parts("The port will double the toll.") == ("The port will double the toll.",)


def test_each_clause_is_a_part_that_can_be_judged_alone() -> None:
    found = parts("Olsen closed the bridge on Monday and promised repairs.")
    assert len(found) == 2
    assert found[0].startswith("Olsen closed the bridge")
    assert "Olsen" in found[1]
    assert "promised repairs" in found[1]


@given(st.lists(st.sampled_from(ARTICLE), min_size=1, max_size=4).map(" ".join) | st.text())
@settings(deadline=None)
def test_no_word_of_a_claim_is_lost(claim: str) -> None:
    found = sentences(claim)
    assert found
    assert "".join("".join(found).split()) == "".join(claim.split())
    for sentence in found:
        said = parts(sentence)
        assert said
        assert all(part.strip() for part in said) or not sentence.strip()
        assert {w.lower for w in words(sentence)} <= {w.lower for p in said for w in words(p)}


@given(st.text(min_size=1))
@settings(deadline=None)
def test_a_claim_is_cut_the_same_way_every_time(claim: str) -> None:
    assert sentences(claim) == sentences(claim)
    assert [parts(s) for s in sentences(claim)] == [parts(s) for s in sentences(claim)]
