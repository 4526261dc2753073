import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document
from summarizer.attributes.attribution import attribution
from summarizer.attributes.commitment import commitment, negated
from summarizer.attributes.dates import dates
from summarizer.attributes.quantities import quantities
from summarizer.text.names import Names

PUBLISHED = "2025-05-29"  # a Thursday


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("on May 21", "2025-05-21", "2025-05-21", "day"),
        ("on 3 June 2024", "2024-06-03", "2024-06-03", "day"),
        ("in March 2025", "2025-03-01", "2025-03-31", "month"),
        ("in April of last year", "2024-04-01", "2024-04-30", "month"),
        ("it said on Thursday", "2025-05-29", "2025-05-29", "day"),
        ("it said on Friday", "2025-05-23", "2025-05-23", "day"),
        ("it will vote on Friday", "2025-05-30", "2025-05-30", "day"),
        ("yesterday", "2025-05-28", "2025-05-28", "day"),
        ("next week", "2025-06-02", "2025-06-08", "week"),
        ("last month", "2025-04-01", "2025-04-30", "month"),
        ("since 2009", "2009-01-01", "2009-12-31", "year"),
    ],
)
def test_dates_are_resolved_from_the_publication_date(
    text: str, start: str, end: str, precision: str
) -> None:
    (found,) = dates(text, PUBLISHED)
    assert (found.start, found.end, found.precision) == (start, end, precision)


@pytest.mark.parametrize("text", ["on May 21", "on Thursday", "next week", "in March"])
def test_without_a_publication_date_they_stay_unresolved(text: str) -> None:
    (found,) = dates(text, None)
    assert (found.start, found.end, found.anchor) == (None, None, None)


def test_may_is_not_always_a_month() -> None:
    assert dates("It may rain. May it rain!", PUBLISHED) == ()


def test_an_impossible_day_stays_unresolved() -> None:
    (found,) = dates("on February 30", PUBLISHED)
    assert found.start is None


def test_quantities_know_what_is_counted_and_compared() -> None:
    first, second = quantities("fell to 7,181 crossings, compared with over 137,000 crossings")
    assert (first.value, first.of, first.compared_with) == (7181.0, "crossings", 1)
    assert (second.value, second.modifier, second.compared_with) == (137_000.0, "more_than", None)


def test_a_range_is_one_quantity_and_a_date_is_none() -> None:
    (found,) = quantities("between 3,000 and 4,000 people came on May 21, 2025")
    assert (found.value, found.high, found.modifier) == (3000.0, 4000.0, "range")


@given(st.text(max_size=150))
def test_nothing_in_a_text_breaks_them(text: str) -> None:
    for quantity in quantities(text):
        assert quantity.text in text
        assert quantity.compared_with is None or quantity.compared_with < len(quantities(text))
    for found in dates(text, PUBLISHED):
        assert (found.start is None) == (found.end is None)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("It is unclear who will follow her", "unknown"),
        ("Roth denied the report", "denied"),
        ("The port is expected to close", "forecast"),
        ("Roth plans to close the port", "intended"),
        ("The port could close", "possible"),
        ("Roth reportedly left", "reported"),
        ("Roth left on May 3", "factual"),
    ],
)
def test_commitment_is_read_from_the_words(part: str, expected: str) -> None:
    assert commitment(part, ()) == expected


def test_polarity_is_that_of_the_content() -> None:
    assert negated("Roth did not leave.")
    assert not negated("It is not known who will follow her.")
    assert not negated("Roth denied that she left.")


def chain(text: str, number: int = 1) -> list[tuple[str, str]]:
    document = Document.from_text(text)
    sentence = document.sentence(number)
    names = Names(document.text)
    found = attribution(document, names, number, sentence.start, sentence.end)
    for link in found:
        assert link.cue is not None
        assert document.text[link.cue.start : link.cue.end] == link.cue.text
    return [(link.source, link.kind) for link in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port will close in June, the Coast Herald reported.", [("Coast Herald", "outlet")]),
        ("Mayor Ines Roth said the port will close.", [("Ines Roth", "person")]),
        ("The port will close in June.", []),
        ("The port will close in June, said Mayor Ines Roth.", [("Ines Roth", "person")]),
        (
            "Two members, who stayed unnamed, said Mayor Ines Roth had left.",
            [("Two members", "anonymous")],
        ),
        ("Mayor Ines Roth told the port to close.", [("Ines Roth", "person")]),
    ],
)
def test_who_says_so(text: str, expected: list[tuple[str, str]]) -> None:
    assert chain(text) == expected


def test_the_outlet_is_the_one_named_last_and_outermost() -> None:
    text = (
        "The port will close, the Coast Herald reported. According to multiple sources cited by "
        "the outlet, the mayor was angry."
    )
    assert chain(text, 2) == [("Coast Herald", "outlet"), ("multiple sources", "anonymous")]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Ana Roth runs the port. She said the ferry would sail.", ["Ana Roth"]),
        ("The mill, which Ana Roth runs, will close, its manager, Tom Abel, said.", ["Tom Abel"]),
        ("Ana Roth also called it a mistake.", ["Ana Roth"]),
        ("Ana Roth put the damage at 3 million crowns.", ["Ana Roth"]),
        ("Ana Roth put the keys on the table.", []),
        (
            "Two clerks, who did not want to be named, said the door was open.",
            ["Two clerks"],
        ),
        (
            "An official in the ministry, who asked not to be named, said the door was open.",
            ["An official in the ministry"],
        ),
        (
            "A person familiar with the talks said that Sir Tom Abel, the owner, had left.",
            ["A person familiar with the talks"],
        ),
        ("A spokesman said the door was open.", ["A spokesman"]),
    ],
)
def test_who_speaks_is_found_behind_pronouns_roles_and_appositions(
    text: str, sources: list[str]
) -> None:
    document = Document.from_text(text)
    names = Names(text)
    last = document.sentences[-1]
    chain = attribution(document, names, last.id, last.start, last.end)
    assert [link.source for link in chain] == sources


@pytest.mark.parametrize(
    ("part", "level"),
    [
        ("Whether trams will run on Sundays has not been decided.", "unknown"),
        ("Abel does not know whether the dike is damaged.", "unknown"),
        ("The bank would not say who was asked.", "unknown"),
        ("Roth said that she would not veto it.", "intended"),
        ("The bridge would cost 3 million crowns.", "forecast"),
        ("Roth said it would rain if the wind turned.", "forecast"),
        ("Divers are to inspect it on Monday.", "intended"),
        ("They have instructed the agency to double the checks.", "intended"),
        ("She did not dispute that they had met.", "factual"),
        ("It crested lower than forecasters had feared.", "factual"),
    ],
)
def test_commitment_of_reported_plans_and_of_what_is_not_known(part: str, level: str) -> None:
    assert commitment(part, ()) == level


@pytest.mark.parametrize(
    "text",
    [
        "Whether it will sail has not been decided.",
        "An official who asked not to be named opened the door.",
        "Abel will no longer run the mill.",
        "He does not know whether it sails.",
    ],
)
def test_not_every_not_turns_the_content_round(text: str) -> None:
    assert not negated(text)


def test_money_in_words_has_a_unit_and_ranges_have_one() -> None:
    found = quantities("Shares fell 4.1% to 31.60 euros; it paid 2.3 million dollars.")
    assert [(q.value, q.high, q.unit) for q in found] == [
        (4.1, None, "percent"),
        (31.6, None, "EUR"),
        (2_300_000.0, None, "USD"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It said on Friday that it would sail.", "2025-05-23"),
        ("It sued the city on Friday over the plan.", "2025-05-23"),
        ("It is to sail on Friday.", "2025-05-30"),
    ],
)
def test_a_weekday_is_that_of_its_own_verb(text: str, day: str) -> None:
    assert [d.start for d in dates(text, PUBLISHED)] == [day]
