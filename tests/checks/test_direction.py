"""Which way something went, and what came first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import direction
from tests.checks.stating import grave, stating

EXPORTS = "Exports fell in May after they rose in April."
CUP = "Halden beat Mosk 3-1 in the cup final."


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (EXPORTS, "Exports rose in April.", "Exports rose in May."),
        (
            EXPORTS,
            "Exports fell in May after rising in April.",
            "Exports rose in May after falling in April.",
        ),
        (CUP, "Mosk lost to Halden in the cup final.", "Halden lost to Mosk in the cup final."),
        (
            "The firm sold its stake in Norda to Pell Holdings.",
            "Pell Holdings bought the firm's stake in Norda.",
            "The firm bought a stake in Norda from Pell Holdings.",
        ),
        (
            "The plan was turned down by the council on Tuesday.",
            "The council rejected the plan on Tuesday.",
            "The council accepted the plan on Tuesday.",
        ),
        (
            "Roth denied the report.",
            "Roth disputed the report.",
            "Roth confirmed the report.",
        ),
        (
            "The bridge opened before the tunnel was finished.",
            "The tunnel was finished after the bridge opened.",
            "The bridge opened after the tunnel was finished.",
        ),
        (
            "The hives made 48 kilos of honey, compared with 31 kilos a year before.",
            "The hives made more honey than a year before.",
            "The hives made less honey than a year before.",
        ),
        (
            "The second launch of the rocket went without a hitch.",
            "The rocket's second launch was a success.",
            "The rocket's second launch was a failure.",
        ),
        (
            "The lake is deeper than the reservoir.",
            "The reservoir is shallower than the lake.",
            "The lake is shallower than the reservoir.",
        ),
    ],
)
def test_direction(source: str, right: str, wrong: str) -> None:
    assert grave(direction.check, source, right) == []
    assert grave(direction.check, source, wrong)


ARBITER = (
    "The arbitrator dismissed the miners' claim for back pay and allowed their claim for travel "
    "costs."
)
PIERS = "The western pier, battered by the storm, was shut on Friday; the eastern pier stayed open."


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            ARBITER,
            "The miners' claim for travel costs was allowed.",
            "The miners' claim for travel costs was dismissed.",
        ),
        (
            "Norrby will close its kiosk at the station and reopen the one at the ferry terminal.",
            "Norrby is reopening its ferry terminal kiosk.",
            "Norrby is closing its ferry terminal kiosk.",
        ),
        (
            "Rents rose in the old town, but they fell along the canal.",
            "Along the canal, rents went down.",
            "Along the canal, rents went up.",
        ),
        (
            "The senate passed the bill on seed patents; the one on fishing quotas was voted down.",
            "The fishing quota bill was rejected.",
            "The fishing quota bill was adopted.",
        ),
        (PIERS, "The eastern pier remained open.", "The eastern pier was closed."),
        (
            "Voters under 40 backed the merger. Pensioners, the largest group, were against.",
            "Pensioners opposed the merger.",
            "Pensioners supported the merger.",
        ),
        (
            "The committee lowered the fee for pupils and raised it for adults.",
            "Adults will pay a higher fee.",
            "Adults will pay a lower fee.",
        ),
        (
            "The court cleared Vance of fraud but found him guilty of perjury.",
            "Vance was convicted of perjury.",
            "Vance was acquitted of perjury.",
        ),
        (
            "The swimmers, who had lost in Vell, won in Mora.",
            "The swimmers won in Mora.",
            "The swimmers lost in Mora.",
        ),
        (
            "The potters' petition was granted and that of the tanners, on appeal, refused.",
            "The tanners' petition was turned down.",
            "The tanners' petition was granted.",
        ),
    ],
)
def test_of_two_clauses_the_one_that_the_claim_belongs_to_counts(
    source: str, right: str, wrong: str
) -> None:
    assert grave(direction.check, source, right) == []
    assert grave(direction.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "After two laps Lind was trailing Berg by four seconds.",
            "Berg was ahead of Lind after two laps.",
            "Lind was ahead of Berg after two laps.",
        ),
        (
            "Tolls are higher on the coast road than on the mountain road.",
            "Tolls are lower on the mountain road than on the coast road.",
            "Tolls are higher on the mountain road than on the coast road.",
        ),
        (
            "Gas is cheaper than oil this winter.",
            "Oil costs more than gas this winter.",
            "Gas is dearer than oil this winter.",
        ),
        (
            "The orchestra is moving from Vell to Torrin next year.",
            "The orchestra is leaving Vell for Torrin.",
            "The orchestra is leaving Torrin for Vell.",
        ),
        (
            "Coach Edna Foss left Halden to join Mosk in March.",
            "Foss moved to Mosk in March.",
            "Foss moved from Mosk to Halden in March.",
        ),
    ],
)
def test_which_of_two_things_comes_first(source: str, right: str, wrong: str) -> None:
    assert grave(direction.check, source, right) == []
    assert grave(direction.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "Exports grew 2.1 percent in May after growing 3.4 percent in April.",
            "Export growth slowed in May.",
            "Export growth accelerated in May.",
        ),
        (
            "Membership rose by 40 in 2019, 90 in 2020 and 160 in 2021.",
            "The rise in membership gathered pace.",
            "The rise in membership lost pace.",
        ),
        (
            "Mosk went down 3-1 at home to Halden.",
            "Mosk lost at home to Halden.",
            "Mosk won at home against Halden.",
        ),
    ],
)
def test_what_figures_and_turns_of_phrase_say(source: str, right: str, wrong: str) -> None:
    assert grave(direction.check, source, right) == []
    assert grave(direction.check, source, wrong)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The new cart is heavier than the old one and uses less oil.", "It weighs more."),
        ("Profits could range from 3 to 5 million.", "Profits fell short of the target of 6."),
        ("The gap between rich and poor towns shrank.", "Rich and poor towns drew closer."),
        ("Vell won the first of its titles in 1974 and one in 1998.", "Its last came in 1998."),
        ("Grain has been sold in Mora since 2014.", "People in Mora can buy grain since 2014."),
    ],
)
def test_words_of_other_things_are_no_opposites(source: str, text: str) -> None:
    assert grave(direction.check, source, text) == []


def test_a_denied_opposite_is_the_same() -> None:
    source = "The council did not approve the toll."
    assert grave(direction.check, source, "The council rejected the toll.") == []


def test_the_words_of_both_are_named() -> None:
    (finding,) = direction.check(stating("The council rejected the toll.", "It approved the toll."))
    assert (finding.expected, finding.found) == ("approved", "rejected")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A high-end shop opened in Mora.", "The shop in Mora opened at the low end."),
        ("It was the first loss of the year.", "It was a loss, as last year."),
        ("Runners came to the race in Brae.", "Nobody was hurt at the race in Brae."),
        ("Under the by-law the beach may close in May.", "The beach may close above a limit."),
    ],
)
def test_small_words_and_compounds_have_no_direction(source: str, text: str) -> None:
    assert grave(direction.check, source, text) == []


@given(st.text(max_size=200))
def test_a_text_never_contradicts_itself(text: str) -> None:
    assert grave(direction.check, text, text) == []


@given(
    st.lists(
        st.sampled_from(
            "prices rose fell in May April after before the vote more less , . 3 4 from to".split()
        ),
        max_size=25,
    )
)
def test_nothing_breaks_it(words: list[str]) -> None:
    text = " ".join(words)
    for finding in direction.check(stating(text, "Prices rose in May before the vote.")):
        assert finding.found is not None
        assert finding.found in text
