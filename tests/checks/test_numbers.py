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
        ("He got three years.", "He got 3 years.", "He got 30 years."),
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
        ("It rained for 48 hours.", "It rained for two days.", "It rained for three days."),
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
