"""A claim is not firmer than its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import connection, hedging
from summarizer.checks.stance import EXPECTED, FIRM, POSSIBLE, WILL, degree
from tests.checks.stating import grave, stating


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "The line may cut its flights.",
            "The line could cut its flights.",
            "The line will cut its flights.",
        ),
        ("The river is expected to rise.", "The river is likely to rise.", "The river rose."),
        (
            "The plant will close in March.",
            "The plant is to shut in March.",
            "The plant closed in March.",
        ),
        (
            "Dagny plans to open a shop.",
            "Dagny intends to open a shop.",
            "Dagny has opened a shop.",
        ),
        (
            "Rescuers are trying to free the whale.",
            "They tried to free the whale.",
            "They freed the whale.",
        ),
        (
            "The singer is reportedly leaving the show.",
            "The singer is said to be leaving the show.",
            "The singer is leaving the show.",
        ),
        ("He was charged with fraud.", "He is accused of fraud.", "He was convicted of fraud."),
        (
            "Brzeg believes that the walls belonged to a bath.",
            "Brzeg thinks the walls were those of a bath.",
            "Brzeg has proved that the walls belonged to a bath.",
        ),
        (
            "The firms are in talks about a merger.",
            "The firms are discussing a merger.",
            "The firms have agreed on a merger.",
        ),
        (
            "If the lenders agree, the mine will reopen in spring.",
            "The mine will reopen in spring if the lenders agree.",
            "The mine will reopen in spring.",
        ),
        ("About a third of the bottles broke.", "A third broke.", "Exactly a third broke."),
        (
            "What caused the blackout is not yet known.",
            "The cause of the blackout is not known.",
            "The cause of the blackout has been established.",
        ),
        (
            "Minister Bassey said that he intended to sign the fisheries treaty.",
            "Bassey means to sign the fisheries treaty.",
            "Bassey has put his name to the fisheries treaty.",
        ),
    ],
)
def test_firmness(source: str, right: str, wrong: str) -> None:
    assert grave(hedging.check, source, right) == []
    assert grave(hedging.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The mill, which may close in May, employs 300 people.", "The mill employs 300 people."),
        ("The council approved a plan to close the mill.", "The council approved the closure."),
        ("The dam held. It may be raised.", "The dam held."),
        (
            "Asked whether taxes would rise, Amory laughed.",
            "Amory did not exclude a rise in taxes.",
        ),
    ],
)
def test_what_the_source_puts_firmly_may_be_put_firmly(source: str, text: str) -> None:
    assert grave(hedging.check, source, text) == []


def test_a_weaker_claim_is_let_through() -> None:
    assert grave(hedging.check, "The plant closed in March.", "The plant may have closed.") == []


def test_the_words_of_both_are_named() -> None:
    case = stating("He was convicted of fraud.", "He was charged with fraud.")
    (finding,) = hedging.check(case)
    assert (finding.expected, finding.found) == ("charged with", "convicted")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port closed.", FIRM),
        ("The port will close.", WILL),
        ("The port is expected to close.", EXPECTED),
        ("The port may close.", POSSIBLE),
        ("The port opened in May.", FIRM),
    ],
)
def test_degrees(text: str, expected: float) -> None:
    assert degree(text) == expected


@given(st.text(max_size=200))
def test_a_text_is_as_firm_as_itself(text: str) -> None:
    assert grave(hedging.check, text, text) == []


@given(
    st.lists(
        st.sampled_from(
            "the mill may will close closed if unless has plans to said by . ,".split()
        ),
        max_size=25,
    )
)
def test_nothing_breaks_it(words: list[str]) -> None:
    list(hedging.check(stating(" ".join(words), "The mill may close if the council agrees.")))


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("Ice formed. The line broke.", "The line broke because ice formed.", True),
        ("Ice formed, so the line broke.", "The line broke because ice formed.", False),
        ("Nobody was hurt when a crane fell.", "The fall of the crane caused no injuries.", False),
        ("The line broke after ice formed.", "The line broke because ice formed.", False),
    ],
)
def test_a_cause_has_to_be_given(source: str, text: str, found: bool) -> None:
    assert bool(grave(connection.check, source, text)) is found


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # The firm verb stands in another clause.
        (
            "The port is mulling a new crane. It has already approved a new quay.",
            "The port is thinking about a new crane.",
            "The port has approved a new crane.",
        ),
        (
            "The brewery hopes to double its output. It has pledged to keep all jobs.",
            "The brewery hopes to double its output.",
            "The brewery has pledged to double its output.",
        ),
        (
            "Keeper Jan Roos will probably sign for Varo, and winger Ali Sen is certain to leave.",
            "Roos will probably sign for Varo.",
            "Roos is certain to sign for Varo.",
        ),
        (
            "The bill on pensions was tabled on Monday, a week after the house passed the budget.",
            "A bill on pensions has been tabled.",
            "A bill on pensions has been passed.",
        ),
        (
            "Next year the farm aims to sell 800 lambs; so far it has sold 90.",
            "The farm aims to sell 800 lambs next year.",
            "The farm has sold 800 lambs.",
        ),
        # A stage that has not been reached.
        (
            "The two clubs have agreed in principle to share a ground.",
            "The clubs have a provisional agreement to share a ground.",
            "The clubs have a final agreement to share a ground.",
        ),
        (
            "An early count gives Rita Moll a lead of 90 votes.",
            "Moll is ahead in an early count.",
            "Moll has been elected.",
        ),
        (
            "Engineers believe that a cracked pipe flooded the tunnel, but tests are pending.",
            "Engineers think that a cracked pipe flooded the tunnel.",
            "Tests have shown that a cracked pipe flooded the tunnel.",
        ),
        # Guilt that nobody has found.
        (
            "A woman of 40 was detained on suspicion of theft from the chapel.",
            "A woman suspected of the theft was detained.",
            "A woman guilty of the theft was detained.",
        ),
        (
            "Night shifts were associated with weight gain in a study of 900 drivers.",
            "Night shifts were linked to weight gain in the drivers.",
            "Night shifts were responsible for weight gain in the drivers.",
        ),
        (
            "The growers were asked to save water; the council stopped short of an order.",
            "The growers were asked to save water.",
            "The growers were ordered to save water.",
        ),
    ],
)
def test_firmness_is_that_of_the_claims_own_clause(source: str, right: str, wrong: str) -> None:
    assert not grave(hedging.check, source, right)
    assert grave(hedging.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (
            "A spokeswoman would not comment on the fire, but said that the plant was open.",
            "The plant was open, a spokeswoman said.",
        ),
        (
            "Ms Brand did not say that she would run.",
            "Brand did not say that she was going to run.",
        ),
        ("The suspect was arrested at a station near Holm.", "The man was arrested near Holm."),
        ("A barn in Elk burned down for unknown reasons.", "The barn in Elk burned down."),
        (
            "The guild backs the plan to let nurses prescribe.",
            "The guild favours nurse prescribing.",
        ),
        ("The guests claimed to have paid.", "The guests say that they paid."),
    ],
)
def test_what_is_no_hedge_is_let_through(source: str, claim: str) -> None:
    assert not grave(hedging.check, source, claim)
