"""The numbers table. All claims are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attributes.quantities import quantities
from summarizer.briefing.figures import figures
from summarizer.briefing.schema import Figure
from summarizer.schema import Claim
from tests.factories import make_claim, make_document


def told(*texts: str) -> list[Claim]:
    """A claim of a source of its own for each text."""
    document = make_document()
    return [
        make_claim(document, 1, 2, text, quantities=quantities(text)).model_copy(
            update={"id": f"s{n}.c1"}
        )
        for n, text in enumerate(texts, start=1)
    ]


def rows(*texts: str, **same: str) -> list[tuple[float, tuple[str, ...]]]:
    """Value and sources of each row; ``same`` gives the cluster of a source's claim."""
    clusters = {f"{source}.c1": cluster for source, cluster in same.items()}
    found = figures(told(*texts), clusters)
    return [(f.quantity.value, tuple(c.partition(".")[0] for c in f.claims)) for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was opened in 1931.",
        "The council votes on 30 September at 5:52 a.m.",
        "He stood there from three in the afternoon until nine.",
        "One of them left, and no one stayed.",
        "Kurt Almery, a foreman aged 41, died.",
        "Anton Rusk, 56, drove for the firm.",
        "An 81-year-old man was hurt.",
        "Children under 12 were left out.",
        "Two more things.",
        "There is half an answer.",
        "Ten days after the blast the works were still shut.",
        "Two packers, who begged not to be named, knew it.",
        "Twice as many came as before.",
    ],
)
def test_what_no_table_would_hold(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The renovation costs 14.2 million marks.", [14_200_000]),
        ("Two were killed and 19 injured.", [2, 19]),
        ("The number of the dead rose to three.", [3]),
        ("The test finds 81 percent of infections and not 94 percent.", [81]),
        ("The study rests on 374 people instead of 412.", [374]),
        ("A false alarm was raised in three cases out of a hundred.", [3]),
        ("It was caught in 94 of every 100 infections.", [94]),
        ("The council approved it by 24 votes to 18.", [24]),
        ("Three of the injured are in hospital, down from 11.", [3, 11]),
        ("If the baths close, 18 of the 31 schools can go elsewhere.", [18, 31]),
        ("The nearest pool is nine kilometres out.", [9]),
        ("It takes eight to 11 days.", [8]),
        ("Ninety firefighters came, among them crews from two other counties.", [90]),
    ],
)
def test_what_a_table_holds(text: str, values: list[float]) -> None:
    assert [f.quantity.value for f in figures(told(text), {})] == values


@pytest.mark.parametrize(
    ("texts", "same", "expected"),
    [
        pytest.param(
            (
                "Putting it in order would cost 14.2 million.",
                "A renovation costs 14.2 million marks.",
            ),
            {"s1": "k1", "s2": "k1"},
            [(14_200_000, ("s1", "s2"))],
            id="one cluster, of which one leaves out the unit",
        ),
        pytest.param(
            ("Some 140 people were led out.", "The hall has room for 140 people."),
            {},
            [(140, ("s1",)), (140, ("s2",))],
            id="a round number of other people",
        ),
        pytest.param(
            ("Some 140 people were led out of the plant.", "140 people had left the plant."),
            {},
            [(140, ("s1", "s2"))],
            id="a shared word",
        ),
        pytest.param(
            ("The study has 374 patients.", "Without the twins 374 patients remain."),
            {},
            [(374, ("s1", "s2"))],
            id="no round number",
        ),
        pytest.param(
            ("The pool has four lanes.", "Marl Green, a bus ride away, has just four lanes."),
            {},
            [(4, ("s1", "s2"))],
            id="all count the same of them",
        ),
        pytest.param(
            ("It has 38 rows too many.", "There were 38 patients entered twice."),
            {"s1": "k1", "s2": "k1"},
            [(38, ("s1",)), (38, ("s2",))],
            id="different things in one cluster",
        ),
        pytest.param(
            ("Sales rose by 20 percent.", "The town has 20 shops."),
            {},
            [(20, ("s1",)), (20, ("s2",))],
            id="another unit",
        ),
        pytest.param(
            ("The pool has four lanes.", "It cost 5 million marks.", "5 million marks were paid."),
            {"s2": "k1", "s3": "k1"},
            [(5_000_000, ("s2", "s3")), (4, ("s1",))],
            id="what most claims give comes first",
        ),
    ],
)
def test_which_numbers_are_one(
    texts: tuple[str, ...], same: dict[str, str], expected: list[tuple[float, tuple[str, ...]]]
) -> None:
    assert rows(*texts, **same) == expected


def test_the_words_are_those_that_say_what_is_counted() -> None:
    texts = (
        "The toll is 104.",
        "On Monday the fire service put the number of evacuated people at 104 people.",
        "The fire service counted 104 people.",
    )
    (row,) = figures(told(*texts), {f"s{n}.c1": "k1" for n in (1, 2, 3)})
    assert (row.text, row.quantity.of) == (texts[2], "people")


def test_a_claim_that_denies_is_not_shown_before_another() -> None:
    plain, denied = told("Some 140 people had to leave the plant.", "140 people left the plant.")
    denied = denied.model_copy(update={"commitment": "denied"})
    assert [f.text for f in figures([plain, denied], {})] == [plain.text]


TEXTS = (
    "The fire service counted 104 people.",
    "The number was 104, the fire service said.",
    "A renovation costs 14.2 million marks, twice as much as in 2019.",
    "The pool has four lanes, 9 kilometres from the 104 people.",
    "Two were killed and 19 injured.",
    "Nothing is known.",
)


@given(st.lists(st.sampled_from(TEXTS), max_size=8), st.integers(1, 3))
def test_every_row_gives_its_number_and_only_claims_that_have_it(
    texts: list[str], clusters: int
) -> None:
    claims = told(*texts)
    known = {c.id: c for c in claims}
    same = {c.id: f"k{n % clusters}" for n, c in enumerate(claims)}
    found = figures(claims, same)
    for row in found:
        for claim in (known[i] for i in row.claims):
            assert any(q.value == row.quantity.value for q in claim.quantities)
        assert any(known[i].text == row.text for i in row.claims)
    assert [len(row.claims) for row in found] == sorted(
        (len(r.claims) for r in found), reverse=True
    )
    assert all(isinstance(row, Figure) for row in found)
