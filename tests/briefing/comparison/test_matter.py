"""Which claims are of one matter."""

from __future__ import annotations

import pytest

from summarizer.briefing.comparison.matter import pairs_of, read_words
from summarizer.briefing.comparison.vocabulary import matters
from summarizer.briefing.told import as_told
from tests.briefing.telling import story_of, tell

HARBOUR = ("The port closed at noon.", "Fog lay over the bay.", "Mia Tove runs the port.")


@pytest.mark.parametrize(
    ("text", "stem", "matter"),
    [
        ("The fire has cost four lives.", "liv", "@kill"),
        ("Three people lost their lives.", "lose", "@kill"),
        ("140 people were led out of the hall.", "out", "@evacuate"),
        ("He had made up his mind to go.", "mind", "@decide"),
    ],
)
def test_a_phrase_speaks_of_its_matter_alone(text: str, stem: str, matter: str) -> None:
    assert matters(text)[stem] == {matter}


def test_a_name_speaks_of_nothing() -> None:
    assert "low" not in matters("Fog lay over the Lower Bay.")
    assert not matters("She lives in Port Rise.").get("ris")


def test_a_fact_in_other_words_is_nearer_than_its_neighbours() -> None:
    story = story_of(
        tell("Post", "2031-05-05", "Eleven people were hurt in the grounding.", *HARBOUR),
        tell("Weekly", "2031-05-06", "Fog lay thick.", "The grounding injured 11 people."),
    )
    best = story.nearest[0][0]
    assert story.told[best.second].id == "s2.c2"
    assert best.mutual
    assert best.same > 0.5


def test_a_claim_with_no_word_of_another_is_not_compared() -> None:
    told = as_told(
        [tell("Post", None, "Fog lay over the bay."), tell("Weekly", None, "Sugar prices rose.")]
    )
    assert pairs_of(told, read_words(told)) == []


def test_what_a_story_is_about_may_be_left_out() -> None:
    told = as_told(
        [
            tell("Post", None, "The Alda ran aground.", "The Alda was built in Selby."),
            tell("Weekly", None, "The Alda lost its rudder.", "The ship was built in Selby."),
        ]
    )
    words = read_words(told)
    assert "ald" in words[1].topic or "alda" in words[1].topic
    assert words[1].share(words[3]) > words[3].share(words[0])
