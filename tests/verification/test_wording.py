from __future__ import annotations

import pytest

from summarizer.verification.wording import Wording
from tests.verification.sources import ARTICLE, DRIVERS, LIGHTS, LORRIES, TOLL, document_of

WORDING = Wording(document_of(ARTICLE))


@pytest.mark.parametrize(
    "sentence", [TOLL, TOLL.removesuffix("."), f"\n {TOLL}\t", TOLL.replace(" ", "\u00a0\n")]
)
def test_a_whole_sentence_is_known(sentence: str) -> None:
    assert WORDING.has(sentence)


@pytest.mark.parametrize(
    "sentence",
    [TOLL.lower(), TOLL[:-2], f"“{TOLL}”", TOLL.replace("4", "5"), "", f"{TOLL} {LIGHTS}"],
)
def test_anything_else_is_not(sentence: str) -> None:
    assert not WORDING.has(sentence)


def test_letters_may_be_composed_or_not() -> None:
    wording = Wording(document_of(["Zoe\u0308 crossed."]))
    assert wording.has("Zo\u00eb crossed.")


def test_the_page_around_the_article_and_instructions_are_not_known() -> None:
    wording = Wording(
        document_of([TOLL, DRIVERS, LIGHTS], ["boilerplate", "instruction", "headline"])
    )
    assert [wording.has(s) for s in (TOLL, DRIVERS, LIGHTS)] == [False, False, True]


@pytest.mark.parametrize(
    ("sentences", "repeated"),
    [
        ((TOLL, DRIVERS), (1, 2)),
        ((DRIVERS, TOLL), (2, None)),
        ((TOLL, LORRIES), (1, None)),
        ((TOLL, TOLL), (1, None)),
        (("Whales prefer jazz.", TOLL, DRIVERS), (None, None, 2)),
        ((), ()),
    ],
)
def test_what_follows_must_follow_in_the_document(
    sentences: tuple[str, ...], repeated: tuple[int | None, ...]
) -> None:
    assert WORDING.repeated(sentences) == repeated


def test_a_sentence_that_stands_twice_may_be_followed_by_either() -> None:
    wording = Wording(document_of([TOLL, DRIVERS, TOLL, LIGHTS]))
    assert wording.repeated((TOLL, DRIVERS)) == (1, 2)
    assert wording.repeated((TOLL, LIGHTS)) == (1, 4)
    assert wording.repeated((DRIVERS, TOLL, LIGHTS)) == (2, 3, 4)
