from __future__ import annotations

from typing import get_args

from summarizer.render.html_claims import MEANINGS
from summarizer.render.page import Voice, amount_of, page_of
from summarizer.schema import Commitment, Quantity
from tests.factories import make_summary
from tests.render.notes import make_note


def test_claims_are_numbered_accepted_ones_first() -> None:
    page = page_of(make_note())
    assert [claim.number for claim in page.claims] == list(range(1, 10))
    assert [claim.view.id for claim in page.rejected] == ["s1.c9"]
    assert len(page.accepted) == 8


def test_a_claim_knows_who_says_so_and_where() -> None:
    claim = page_of(make_note()).claims[6]
    assert claim.voices == (Voice("Ana Roth", "person"),)
    assert (claim.source, claim.sentence, claim.commitment) == ("s3", 2, "intended")


def test_without_a_chain_it_is_the_document_that_says_so() -> None:
    assert page_of(make_note()).claims[2].voices == (Voice("the document itself", None),)


def test_a_note_is_titled_by_its_stories() -> None:
    sources = ("s1", "s2", "s3")
    assert page_of(make_note()).title == "The Selby toll"
    several = [{"title": f"Story {n}", "sources": sources} for n in range(5)]
    assert page_of(make_note(parts=several[:2])).title == "Story 0; Story 1"
    assert page_of(make_note(parts=several)).title == "5 stories in 3 sources"
    assert page_of(make_note(parts=())).title == "Bridge toll to double in June"


def test_parts_are_listed_only_where_there_are_several() -> None:
    assert page_of(make_note()).parts == ()


def test_a_source_names_those_that_draw_on_it() -> None:
    post, courier, _ = page_of(make_note()).sources
    assert (post.origins, courier.origins) == (("Selby Courier",), ())


def test_a_summary_has_its_people_and_numbers_from_its_claims() -> None:
    page = page_of(make_summary())
    assert [(p.name, p.claims) for p in page.people] == [("the director", ("c1",))]
    assert [(f.quantity.text, f.claims) for f in page.numbers] == [
        ("4 crowns", ("c1",)),
        ("12,000", ("c2",)),
    ]
    assert [(q.text, q.state) for q in page.open_questions] == [
        ("Who will pay for the new booths?", "open")
    ]


def test_an_amount_stands_alone() -> None:
    quantity = Quantity(
        text="4 = four",
        value=4,
        high=None,
        unit="percent",
        modifier="at_least",
        of="tolls",
        compared_with=0,
    )
    assert amount_of(quantity) == "at least 4 percent (tolls)"


def test_every_word_for_commitment_is_explained() -> None:
    assert set(MEANINGS) == set(get_args(Commitment))
