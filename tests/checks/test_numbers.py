"""Numbers of claims against the numbers of their source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import Case
from summarizer.checks.numbers import check
from summarizer.schema import Finding
from summarizer.text.names import Names


def findings(claim: str, source: str, *, derived: bool = True) -> list[Finding]:
    return list(
        check(
            Case(
                text=claim,
                part=source,
                lead="",
                evidence=source,
                before=(),
                named_before=lambda _: False,
                others=(),
                accepted=(),
                names=Names(source),
                derived=derived,
            )
        )
    )


def grave(claim: str, source: str, *, derived: bool = True) -> list[Finding]:
    found = findings(claim, source, derived=derived)
    return [f for f in found if f.severity in ("severe", "fatal")]


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # digits and words
        ("It weighs three tonnes.", "It weighs 3 tonnes.", "It weighs 30 tonnes."),
        ("A dozen ships sank.", "Twelve ships sank.", "Twenty ships sank."),
        ("Half a dozen cars burnt.", "Six cars burnt.", "A dozen cars burnt."),
        (
            "The debt is 2.1 trillion euros.",
            "It is 2.1 trillion euros.",
            "It is 2.1 billion euros.",
        ),
        ("About 340 people queued.", "Hundreds of people queued.", "Thousands queued."),
        # how firmly
        ("Over 5,000 people signed.", "More than 5,000 signed.", "Exactly 5,000 signed."),
        ("Over 5,000 people signed.", "5,000 people signed.", "Almost 5,000 people signed."),
        ("Some 700 homes lost power.", "About 700 homes did.", "Precisely 700 homes did."),
        ("At least 12 votes are needed.", "A minimum of 12 is needed.", "At most 12 are needed."),
        ("Up to 900 schools get one.", "At most 900 schools do.", "At least 900 schools do."),
        ("Almost 6,000 fans came.", "Nearly 6,000 fans came.", "More than 6,000 fans came."),
        ("Between 300 and 400 jobs go.", "At least 300 jobs go.", "At least 400 jobs go."),
        ("Between 300 and 400 jobs go.", "About 350 jobs go.", "Exactly 350 jobs go."),
        # rounding
        ("It employs 12,384 people.", "It employs about 12,400.", "It employs about 13,400."),
        ("It employs 12,384 people.", "It employs over 12,000.", "It employs over 120,000."),
        (
            "It holds 1.9 billion litres.",
            "Nearly two billion litres.",
            "Nearly three billion litres.",
        ),
        ("The fund has $1.24 billion.", "It has $1.2 billion.", "It has $1.4 billion."),
        # sorts of numbers
        (
            "Exports fell 12%.",
            "Exports fell by 12 percent.",
            "Exports fell by 12 percentage points.",
        ),
        ("It raised $12m.", "It raised 12 million dollars.", "It raised 12 million euros."),
        ("The bag weighed 23 kg.", "The bag weighed 23 kilograms.", "The bag weighed 23 pounds."),
        ("The fee is 15 euros per night.", "It is 15 euros a night.", "It is 15 euros a week."),
        ("Nine out of ten shops reopened.", "90% of shops reopened.", "80% of shops reopened."),
        ("It is her fifth title.", "She won a fifth title.", "She won a sixth title."),
        ("Maria Holt, 52, won.", "The 52-year-old won.", "The 25-year-old won."),
        ("The bill passed 52 to 48.", "The bill passed 52-48.", "The bill passed 58-42."),
        # of what
        ("It cost 14 boats and 3 barns.", "It cost three barns.", "It cost fourteen barns."),
        ("She had 18 points in 25 minutes.", "She had 18 points.", "She had 25 points."),
        ("Ana won 12 seats and Piet eight.", "Piet won eight seats.", "Piet won 12 seats."),
        ("At least 18 died and 60 were hurt.", "At least 18 died.", "At least 60 died."),
        ("It sank from 4.2 metres to 3.1.", "It sank to 3.1 metres.", "It sank to 4.2 metres."),
        (
            "Some 45% of residents support the plan, while 38% oppose it.",
            "The plan is opposed by 38% of residents.",
            "The plan is opposed by 45% of residents.",
        ),
    ],
)
def test_a_claim_may_be_vaguer_and_never_sharper_or_other(
    source: str, right: str, wrong: str
) -> None:
    assert not grave(right, source), findings(right, source)
    assert grave(wrong, source), findings(wrong, source)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        ("Of 32 tins, 8 leaked.", "A quarter of the tins leaked.", "A third of the tins leaked."),
        ("The team grew from 20 to 25.", "It has five more than before.", "It has six more."),
        ("Sales rose from 20 to 25 tonnes.", "They rose by 25%.", "They rose by 20%."),
        ("Cases fell from 800 to 400.", "The number of cases halved.", "Cases fell by a third."),
        ("It is 1.2 km long.", "It is 1,200 metres long.", "It is 12,000 metres long."),
        ("It is 48 inches wide.", "It is four feet wide.", "It is five feet wide."),
        ("They jailed 40 men and six women.", "They jailed 46 people.", "They jailed 64 people."),
        ("Output doubled to 600 units.", "It was 300 units before.", "It was 200 units before."),
        ("Turnout was 53%, up from 48%.", "It rose five points.", "It rose six points."),
        ("Seven pots fetched 300 dollars each.", "They fetched 2,100 dollars.", "2,400 dollars."),
        ("It lost 40% of its water.", "Sixty percent is left.", "Seventy percent is left."),
        ("A third of the 900 men left.", "Three hundred men left.", "Four hundred men left."),
        ("Anna, Piet and Ruth were hired.", "Three people were hired.", "Four people were hired."),
    ],
)
def test_what_follows_by_arithmetic_is_mild_in_claims_of_others_and_fatal_in_ours(
    source: str, right: str, wrong: str
) -> None:
    assert {f.severity for f in findings(right, source)} == {"mild"}
    assert grave(right, source, derived=False)
    assert grave(wrong, source)


@pytest.mark.parametrize(
    ("claim", "source", "expected", "found"),
    [
        ("It drew 12,000 fans.", "It drew 120,000 fans.", "120,000", "12,000"),
        ("It lies 12 miles off.", "It lies 12 kilometres off.", "12 kilometres", "12 miles"),
        ("Exactly 40 jobs go.", "About 40 jobs go.", "About 40", "Exactly 40"),
        ("Piet won 12 seats.", "Ana won 12 seats and Piet eight.", "eight", "12"),
        ("A third of the tins leaked.", "Of 32 tins, 8 leaked.", "8 of 32", "A third"),
    ],
)
def test_the_finding_names_both_numbers(claim: str, source: str, expected: str, found: str) -> None:
    (finding,) = grave(claim, source)
    assert (finding.expected, finding.found) == (expected, found)
    assert finding.message == f"claim says {found}, source says {expected}"


def test_a_number_of_nothing_that_the_source_counts_has_no_other_side() -> None:
    (finding,) = grave("The port has 12,000 workers.", "The port will close in June.")
    assert (finding.expected, finding.message) == (None, "not in the source: 12,000")


@pytest.mark.parametrize(
    "claim",
    ["It opens at 9 am.", "It opens on 3 May 2031.", "It opened in 1998.", "It opens at 15:30."],
)
def test_dates_and_times_are_left_to_another_check_except_in_drafts(claim: str) -> None:
    source = "It opens soon."
    assert not findings(claim, source)
    assert grave(claim, source, derived=False)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("One of them left for the first time.", "They left."),
        ("Line 4 will close.", "Lines 3 and 4 will close."),
        ("Most of the shops reopened.", "Three quarters of the shops reopened."),
        ("Roth and Abel will meet twice.", "Roth and Abel will meet."),
        ("The two ministers will meet.", "Ana Roth and Tom Abel will meet."),
    ],
)
def test_words_that_are_as_often_no_number_raise_nothing(claim: str, source: str) -> None:
    assert not grave(claim, source)


_NOUNS = st.sampled_from(["boats", "pupils", "shops", "trees"])
_BOUNDS = st.sampled_from(["", "about ", "over ", "nearly ", "at least ", "up to ", "fewer than "])
_VALUES = st.integers(min_value=2, max_value=10**7)


@given(_VALUES, _BOUNDS, _NOUNS)
def test_every_number_supports_itself(value: int, bound: str, noun: str) -> None:
    text = f"The port lost {bound}{value:,} {noun}."
    assert findings(text, text) == []


@given(_VALUES, _VALUES, _NOUNS)
def test_another_bare_number_is_never_the_same(a: int, b: int, noun: str) -> None:
    claim, source = f"The port lost {a:,} {noun}.", f"The port lost {b:,} {noun}."
    rounded = abs(a - b) <= 0.04 * b
    assert bool(grave(claim, source)) == (a != b) or rounded


@given(_VALUES, _NOUNS)
def test_exactly_needs_an_exact_source(value: int, noun: str) -> None:
    source = f"The port lost over {value:,} {noun}."
    assert grave(f"The port lost exactly {value:,} {noun}.", source)


@given(st.text(max_size=120), st.text(max_size=120))
def test_nothing_in_a_text_breaks_it(claim: str, source: str) -> None:
    for finding in findings(claim, source):
        assert finding.found is None or finding.message


@pytest.mark.parametrize("text", ["1 " * 4000, "half " * 4000, "10 to " * 3000, "1," * 6000])
def test_a_wall_of_numbers_is_read(text: str) -> None:
    findings(text, text)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # a part and its whole
        (
            "Four of the nine lifts in the tower lack an alarm.",
            "Four lifts have no alarm.",
            "Nine lifts lack an alarm.",
        ),
        (
            "Of the 90 berths in the marina, 35 stand empty.",
            "Thirty-five berths are empty.",
            "All 90 berths stand empty.",
        ),
        (
            "Eleven letters survive, eight by the poet and three by her aunt.",
            "Eight of the surviving letters are by the poet.",
            "Eleven of the surviving letters are by the poet.",
        ),
        (
            "Seven plays, two of which were printed, are known by title.",
            "Five of the seven plays were never printed.",
            "Four of the seven plays were never printed.",
        ),
        # the noun with its own qualifier
        (
            "Morning trains carried 8% more people. Night trains lost 3%.",
            "Night trains lost 3%.",
            "Night trains carried 8% more people.",
        ),
        (
            "She was in office for eight years, three of them in Riga and five in Bergen.",
            "She spent five years in Bergen.",
            "She spent eight years in Bergen.",
        ),
        # ordinals of different things
        (
            "Iwan Preece came fourth at the regatta, his seventh race of the year.",
            "Preece came fourth in his seventh race of the year.",
            "It was his fourth race of the year.",
        ),
        (
            "It was hit for the third time in May.",
            "It was hit three times.",
            "It was hit four times.",
        ),
        ("They tried twice to lift it.", "They tried a second time.", "They tried a fourth time."),
        # bounds
        (
            "The code sets a ceiling of 30 guests.",
            "The limit is 30 guests.",
            "The limit is 40 guests.",
        ),
        (
            "It is silent below 900 turns; above that it whistles.",
            "It whistles above 900 turns.",
            "It whistles above 9,000 turns.",
        ),
        (
            "Grants of up to 4,000 francs are paid.",
            "A grant can reach 4,000 francs.",
            "A grant is 4,000 francs.",
        ),
        # ellipsis
        (
            "The first print has no title, nor does the second, but the third has one.",
            "The second print has no title.",
            "The fourth print has no title.",
        ),
        (
            "A score of barns burned, a hundred yards off.",
            "Some 20 barns burned.",
            "Some 100 barns burned.",
        ),
        (
            "Every tenth parcel is lost.",
            "Ten percent of parcels are lost.",
            "Twenty percent are lost.",
        ),
        ("Fees rose by 40 to 900 crowns.", "Fees are 900 crowns.", "Fees are 40 crowns."),
    ],
)
def test_a_number_goes_with_what_is_said_of_it(source: str, right: str, wrong: str) -> None:
    assert not grave(right, source), findings(right, source)
    assert grave(wrong, source), findings(wrong, source)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "It built 12 boats in spring and 15 in autumn, against 20 the year before.",
            "It built 27 boats, seven more than the year before.",
            "It built 27 boats, five more than the year before.",
        ),
        (
            "Ros Adeyemi got 9,310 votes, 240 more than Vik.",
            "Vik got 9,070 votes.",
            "Vik got 9,550 votes.",
        ),
        (
            "The fee, three times what it was in 2010, is 96 crowns.",
            "The fee was 32 crowns in 2010.",
            "The fee was 33 crowns in 2010.",
        ),
        ("The dig yielded 6, 11, 3 and 20 coins.", "It yielded 40 coins.", "It yielded 41 coins."),
        (
            "The club lost for the first time in 15 games.",
            "It had won 14 games before.",
            "It had won 13 games before.",
        ),
        (
            "One firm put it at 20 million, another at twice that.",
            "It may be 40 million.",
            "It may be 50 million.",
        ),
        (
            "Of the 70 rooms let, 12 stayed cold.",
            "Fifty-eight rooms were warm.",
            "Fifty-nine rooms were warm.",
        ),
    ],
)
def test_what_is_worked_out_from_parts_and_steps(source: str, right: str, wrong: str) -> None:
    assert not grave(right, source), findings(right, source)
    assert grave(wrong, source), findings(wrong, source)


def test_a_duration_that_lies_between_two_dates_is_left_to_the_dates() -> None:
    source = "The talks began at 8 p.m. on Monday and ended at 2 a.m. on Tuesday."
    assert not findings("The talks took six hours.", source)
    assert findings("The talks took six hours.", source, derived=False)


TAKEN_BACK = (
    "On Friday the port took back the 340 berths it had announced: the number was 304, and a clerk"
    " had swapped the digits."
)


@pytest.mark.parametrize(
    "claim",
    [
        "On Friday the port took back the 340 berths it had announced.",
        "On Friday the port took back the 340 berths it had announced: the number was 304.",
    ],
)
def test_a_clause_word_for_word_may_give_the_number_that_is_taken_back(claim: str) -> None:
    assert not findings(claim, TAKEN_BACK, derived=False)
