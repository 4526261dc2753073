"""Dates, times, durations and the order of events of a claim against its source."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import Case, dates
from summarizer.schema import Document, Finding
from summarizer.text.names import Names

PUBLISHED = "2025-05-29"  # a Thursday


def found(
    source: str, claim: str, published: str | None = None, *, cited: int | None = None
) -> list[Finding]:
    """What the check finds, with all of ``source`` as evidence or its sentence ``cited``."""
    document = Document.from_text(source, published=published)
    numbers = [s.id for s in document.body]
    evidence = [document.words_of(n) for n in ([cited] if cited else numbers)]
    main = cited or numbers[0]
    case = Case(
        text=claim,
        part=evidence[0],
        lead="",
        evidence=" ".join(evidence),
        before=tuple(document.words_of(n) for n in numbers if n < main),
        named_before=lambda _: False,
        others=(),
        accepted=(),
        names=Names(source),
        document=document,
        sentence=main,
        derived=True,
    )
    return list(dates.check(case))


def grave(findings: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [
        (f.severity, f.expected, f.found) for f in findings if f.severity in ("severe", "fatal")
    ]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("The weir broke on 3 April.", "The weir broke on April 3."),
        ("The weir broke on 3 April.", "The weir broke in April."),
        ("The weir broke on 3 April.", "The weir broke in spring."),
        ("The weir broke on 3 April.", "The weir broke in the second quarter."),
        ("The weir broke in May 2024.", "The weir broke in 2024."),
        ("The weir broke on Tuesday.", "The weir broke this week."),
        ("The weir broke on Tuesday.", "The weir broke on 27 May 2025."),
        ("The weir broke last week.", "The weir broke in May."),
        ("The weir broke in 1996. It was rebuilt two years later.", "It was rebuilt in 1998."),
        ("The weir broke at 3 pm.", "The weir broke at 15:00."),
        ("The weir broke shortly after 8 pm.", "The weir broke in the evening."),
        ("The weir was closed for 18 months.", "The weir was closed for a year and a half."),
        ("It opened on 4 March and shut on 11 March.", "It was open for a week."),
        ("It was open from 9 am to 11.30 am.", "It was open for two and a half hours."),
        ("The weir is closed until 5 June.", "The weir will open on 5 June."),
        ("The weir is closed until 5 June.", "The weir is open from 5 June."),
        ("He did not leave until 2015.", "He left in 2015."),
        ("The show is on from 8 March to 25 May.", "The show ends on 25 May."),
        (
            "The guard shut the gate before he called.",
            "The guard called after he had shut the gate.",
        ),
    ],
)
def test_the_same_in_other_words_and_the_vaguer_is_let_through(source: str, claim: str) -> None:
    assert grave(found(source, claim, PUBLISHED)) == []


@pytest.mark.parametrize(
    ("source", "claim", "expected", "words"),
    [
        ("The weir broke on 3 April.", "The weir broke on 13 April.", "3 April", "13 April"),
        ("The weir broke on 3 April.", "The weir broke in autumn.", "3 April", "autumn"),
        ("The weir broke in 2008.", "The weir broke in 2018.", "2008", "2018"),
        ("The weir broke on Tuesday.", "The weir broke on Thursday.", "Tuesday", "Thursday"),
        ("The weir broke on Tuesday.", "The weir broke on 26 May.", "Tuesday", "26 May"),
        ("The weir broke yesterday.", "The weir broke on Tuesday.", "yesterday", "Tuesday"),
        ("It broke in April.", "It broke in April 2024.", "April", "April 2024"),
        ("The weir broke at 3 pm.", "The weir broke at 03:00.", "3 pm", "03:00"),
        ("The weir broke at noon.", "The weir broke at midnight.", "noon", "midnight"),
        (
            "It was shut for three weeks.",
            "It was shut for three months.",
            "three weeks",
            "three months",
        ),
        (
            "It shut on 4 March and opened on 11 March.",
            "It was shut for a month.",
            "4 March … 11 March",
            "a month",
        ),
        (
            "The weir is shut until 5 June.",
            "The weir is shut after 5 June.",
            "until 5 June",
            "after 5 June",
        ),
        (
            "The show is on from 8 March to 25 May.",
            "The show ends on 8 March.",
            "25 May",
            "8 March",
        ),
        (
            "He was charged on 6 May and tried on 9 June.",
            "He was tried on 6 May.",
            "9 June",
            "6 May",
        ),
        (
            "The hearing planned for Monday was put off until Friday.",
            "The hearing is on Monday.",
            "Friday",
            "Monday",
        ),
        (
            "The guard shut the gate before he called the mayor.",
            "The guard called the mayor before he shut the gate.",
            "before",
            "before",
        ),
        (
            "The mill was sold in May. Its owner died two years later.",
            "The owner died before the mill was sold.",
            "May … two years later",
            "before",
        ),
    ],
)
def test_another_date_is_contradicted_by_that_of_the_source(
    source: str, claim: str, expected: str, words: str
) -> None:
    assert grave(found(source, claim, PUBLISHED)) == [("fatal", expected, words)]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("The weir broke in April.", "The weir broke on 3 April."),
        ("The weir broke in the 1970s.", "The weir broke in 1972."),
        ("The weir broke on Friday.", "The weir broke on Friday night."),
        ("Repairs will take several months.", "Repairs will take three months."),
    ],
)
def test_the_sharper_is_severe_and_nothing_is_expected(source: str, claim: str) -> None:
    assert [(s, e) for s, e, _ in grave(found(source, claim, PUBLISHED))] == [("severe", None)]


@pytest.mark.parametrize("when", ["3 April", "2019", "at 3 pm", "for two years", "last week"])
def test_a_date_that_the_source_does_not_have_is_fatal(when: str) -> None:
    said = when if " " in when and not when[0].isdigit() else f"in {when}"
    ((severity, expected, words),) = grave(found("The weir broke.", f"The weir broke {said}."))
    assert (severity, expected) == ("fatal", None)
    assert words is not None
    assert words in when


def test_the_year_of_publication_may_be_said() -> None:
    assert grave(found("The weir broke.", "The weir broke in 2025.", PUBLISHED)) == []


def test_a_date_from_the_sentence_before_is_mild() -> None:
    source = "The council met on 12 May. It voted to close the harbour weir."
    (finding,) = found(source, "The council voted to close the weir on 12 May.", cited=2)
    assert finding.severity == "mild"


def test_a_weekday_that_does_not_fit_its_date_is_found() -> None:
    (finding,) = found("It broke on 3 April 2025.", "It broke on Tuesday, 3 April 2025.")
    assert (finding.message, finding.expected) == (
        "Tuesday, 3 April 2025 was a Thursday",
        "Thursday",
    )


def test_without_a_publication_date_weekdays_are_compared_by_name() -> None:
    source = "The weir broke on Tuesday; the next day it was mended."
    assert grave(found(source, "The weir was mended on Wednesday.")) == []
    assert grave(found(source, "The weir was mended on Friday.")) != []


def test_a_claim_without_dates_is_let_alone() -> None:
    assert found("The weir broke on 3 April.", "The weir broke.") == []


_WORDS = st.lists(
    st.sampled_from(
        "the weir broke on 3 April May 2024 Tuesday at noon pm since until before after two weeks "
        "later for years a year ago in spring . , and was opened closed".split()
    ),
    min_size=1,
    max_size=20,
).map(" ".join)


@given(_WORDS, _WORDS, st.sampled_from([None, PUBLISHED]))
def test_no_words_break_it(source: str, claim: str, published: str | None) -> None:
    for finding in found(source, claim, published):
        assert finding.check == "dates"
        assert finding.found


@given(st.dates().filter(lambda d: 1600 < d.year < 2100), st.integers(1, 300))
def test_what_the_source_says_is_right_and_another_day_wrong(day: object, days: int) -> None:
    from datetime import date, timedelta

    assert isinstance(day, date)
    other = day + timedelta(days=days)
    source = f"The weir broke on {day.day} {day:%B} {day.year}."
    assert found(source, source) == []
    assert found(source, f"The weir broke in {day:%B} {day.year}.") == []
    wrong = found(source, f"The weir broke on {other.day} {other:%B} {other.year}.")
    assert [f.severity for f in wrong] == ["fatal"]


def test_hostile_input_takes_no_time() -> None:
    texts = [
        "on 3 May 2024, " * 3_000,
        "from 3 to 5 and 6 " * 3_000,
        "two years and a half before after until " * 2_000,
        "Monday at noon on " * 3_000,
        "the early late end of the year " * 2_000,
        "1999-2000-" * 4_000,
    ]
    begin = time.process_time()
    for text in texts:
        found("The weir broke on 3 May. " + text, text[:2_000] + ".", PUBLISHED)
    assert time.process_time() - begin < 6


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # what happened so long before or after a date
        (
            "In 1931 the mill burned down, six years after its owner had died.",
            "The owner of the mill died in 1925.",
            "The owner of the mill died in 1931.",
        ),
        (
            "Repairs will go on until 2040, three years before the lease ends.",
            "The lease ends in 2043.",
            "The lease ends in 2040.",
        ),
        (
            "Power was cut two days before the first smoke was seen on 14 August.",
            "Power was cut on 12 August.",
            "Power was cut on 16 August.",
        ),
        (
            "Born in 1802, she was 41 when the school opened.",
            "The school opened in 1843.",
            "The school opened in 1844.",
        ),
        (
            "The choir, founded in 1910, marked its centenary with a tour.",
            "The tour took place in 2010.",
            "The tour took place in 2012.",
        ),
        # dates that point to others
        (
            "Signed in October 1921 and ratified the following May, the pact was kept.",
            "The pact was ratified in May 1922.",
            "The pact was ratified in May 1921.",
        ),
        (
            "The abbot ruled with a council until 1310 and alone from then until 1322.",
            "The abbot ruled alone from 1310.",
            "The abbot ruled alone from 1322.",
        ),
        (
            "He came over in the autumn of '58 and married the next spring.",
            "He married in the spring of 1959.",
            "He married in the autumn of 1959.",
        ),
        (
            "Tests promised for the first quarter will begin in the third.",
            "Tests will begin in the third quarter.",
            "Tests will begin in the fourth quarter.",
        ),
        # one subject for two dates
        (
            "The yard built a ferry in May and sold it in August.",
            "The yard sold the ferry in August.",
            "The yard sold the ferry in May.",
        ),
        (
            "The firm showed the second model in May. The first, which came out in March, failed.",
            "The first model came out in March.",
            "The second model came out in March.",
        ),
        # the other side of a bound
        (
            "The press was scrapped by 1931 at the latest.",
            "The press was no longer there in 1932.",
            "The press was scrapped in 1940.",
        ),
        (
            "The strike ran from 4 July to 9 August.",
            "The strike ended on 9 August.",
            "The strike ended on 4 July.",
        ),
        (
            "The vault was not opened until the heir had died.",
            "The vault was opened after the heir had died.",
            "The vault was opened before the heir had died.",
        ),
        # durations
        (
            "Wages fell over the decade.",
            "Over ten years wages fell.",
            "Over twenty years wages fell.",
        ),
        (
            "The siege began at 9 p.m. on Friday and ended at 1 a.m. on Saturday.",
            "The siege lasted four hours.",
            "The siege lasted six hours.",
        ),
    ],
)
def test_a_date_may_follow_from_what_else_the_source_says(
    source: str, right: str, wrong: str
) -> None:
    assert not grave(found(source, right)), found(source, right)
    assert grave(found(source, wrong)), found(source, wrong)


def test_a_weekday_of_a_named_week_is_that_day() -> None:
    source = "The move has been put off to Tuesday of next week."
    assert not grave(found(source, "The move is on 3 June.", PUBLISHED))
    assert grave(found(source, "The move is on 4 June.", PUBLISHED))
