"""Attribution: what is said is said by the one who says so in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document
from summarizer.checks import Case
from summarizer.checks.attribution import check
from summarizer.schema import Finding
from summarizer.text.names import Names
from summarizer.verification.judge import Judge

SOURCE = (
    "Harbour master Ana Vale told the council that the pier was unsafe. The Coast Herald reported "
    "that the ferry had hit it in May. Ferry captain Tom Abel denied it. Two sailors, who asked "
    "not to be named, said that the brake had failed. Rival operator Tern claims that the crew was "
    "drunk. Inspector Ida Roth said that the mate had told her about a second crack."
)


def found(claim: str, *, derived: bool = True, said_before: str = "") -> list[Finding]:
    document = Document.from_text(SOURCE)
    names = Names(document.text)
    wanted = set(claim.lower().strip(".").split())
    main = max(
        document.body, key=lambda s: len(wanted & set(document.words_of(s.id).lower().split()))
    ).id
    case = Case(
        text=claim,
        part=document.words_of(main),
        lead="",
        evidence=document.words_of(main),
        before=tuple(document.words_of(s.id) for s in document.body if s.id < main),
        named_before=lambda word: word in SOURCE.lower(),
        others=(),
        accepted=(),
        names=names,
        document=document,
        sentence=main,
        said_before=said_before,
        derived=derived,
    )
    return list(check(case))


def severe(claim: str, *, derived: bool = True) -> list[Finding]:
    return [f for f in found(claim, derived=derived) if f.severity == "severe"]


@pytest.mark.parametrize(
    "claim",
    [
        "Vale said that the pier was unsafe.",
        "The pier was unsafe, the harbour master told the council.",
        "The ferry hit the pier in May, the Coast Herald reported.",
        "According to the paper, the ferry hit the pier in May.",
        "Abel denied that the ferry had hit the pier.",
        "The captain denied it.",
        "Two unnamed sailors said the brake had failed.",
        "A rival operator claims that the crew was drunk.",
        "Roth said the mate had told her about a second crack.",
        "An expert said that the pier was unsafe.",
    ],
)
def test_the_right_source_in_other_words_is_kept(claim: str) -> None:
    assert severe(claim) == []


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        ("Abel said that the pier was unsafe.", "Abel"),
        ("The council said that the pier was unsafe.", "The council"),
        ("Vale told the sailors that the pier was unsafe.", "the sailors"),
        ("The ferry hit the pier in May, Vale said.", "Vale"),
        ("Vale denied that the ferry had hit the pier.", "Vale"),
        ("Abel said that the brake had failed.", "Abel"),
        ("All sailors said that the brake had failed.", "All sailors"),
        ("The inspector claims that the crew was drunk.", "The inspector"),
        ("The mate said that Roth had told him about a second crack.", "Roth"),
    ],
)
def test_another_source_is_found(claim: str, fault: str) -> None:
    findings = severe(claim)
    assert findings
    assert fault in {f.found for f in findings}


@pytest.mark.parametrize(
    ("claim", "contradicts"),
    [
        ("Abel said that the pier was unsafe.", True),  # he is named, and says something else
        ("The council said that the pier was unsafe.", False),  # the council says nothing
    ],
)
def test_the_source_says_otherwise_only_of_those_who_speak(
    claim: str, *, contradicts: bool
) -> None:
    assert any(f.expected for f in severe(claim)) == contradicts


def test_an_allegation_may_not_be_stated_as_a_fact() -> None:
    assert severe("The crew was drunk.")
    assert severe("The brake had failed.")
    assert not severe("The crew was allegedly drunk.")


def test_a_fact_on_a_named_persons_word_is_a_mild_finding() -> None:
    (finding,) = found("The pier was unsafe.")
    assert finding.severity == "mild"
    assert "Ana Vale" in finding.message


def test_our_own_drafts_may_leave_out_who_says_so() -> None:
    assert found("The crew was drunk.", derived=False) == []


def test_what_the_claim_has_said_before_still_says_who_says_so() -> None:
    assert found("The crew was drunk.", said_before="Tern claims that the ferry was late.") == []


_WORDS = st.sampled_from(
    "Vale Abel said told the council that denied it pier was unsafe according to , . “ ” who he "
    "Herald reported brake failed not".split()
)


@given(st.lists(_WORDS, max_size=30).map(" ".join))
def test_every_finding_names_words_of_the_claim(claim: str) -> None:
    for finding in found(claim):
        assert finding.message
        assert finding.found is None or finding.found in claim


# A source, a claim that it bears out, and one that gives the words to somebody else.
OTHERS = [
    (
        "The surveyor told the buyers that the beams were sound. The roofer, by contrast, "
        "warned that they were rotten.",
        "According to the roofer, the beams were rotten.",
        "According to the surveyor, the beams were rotten.",
    ),
    (
        "Counsel for the bank argued that the loan was lawful; the borrowers' solicitor "
        "called it a trap.",
        "The borrowers' solicitor called the loan a trap.",
        "The bank's counsel called the loan a trap.",
    ),
    (
        "Ferries will run every hour from May, the company said.",
        "From May ferries will run hourly, according to the company.",
        "The harbourmaster said that ferries will run every hour from May.",
    ),
    (
        "The police counted 4,000 marchers in the square. The organisers put the crowd at 9,000.",
        "The organisers spoke of a crowd of 9,000.",
        "The police put the crowd at 9,000.",
    ),
    (
        "The mayor welcomed the bill. Opposition leader Hana Brook called it a gift to landlords.",
        "It was Brook who called the bill a gift to landlords.",
        "It was the mayor who called the bill a gift to landlords.",
    ),
    (
        "Hoteliers say the new dam will bring guests. Farmers fear that their wells will run dry.",
        "The fear that wells will run dry was voiced by farmers.",
        "The fear that wells will run dry was voiced by hoteliers.",
    ),
    (
        "The Morning Post, quoting the Lisbon paper Diario, reported that the ship had sunk.",
        "Diario's report that the ship had sunk was taken up by the Morning Post.",
        "The Morning Post's report that the ship had sunk was taken up by Diario.",
    ),
    (
        "A study by Orla Labs, paid for by the dairy board, found that milk drinkers sleep longer.",
        "Orla Labs carried out the study for the dairy board.",
        "The dairy board carried out the study for Orla Labs.",
    ),
    (
        "Juror Ada Finch, one of the twelve, said afterwards that the evidence was thin.",
        "A juror found the evidence thin, she said afterwards.",
        "The jury said that the evidence was thin.",
    ),
    (
        "Dr Hal Brun said that masks help in crowded rooms. Other physicians would not comment.",
        "Masks help in crowded rooms, Brun said.",
        "Physicians said that masks help in crowded rooms.",
    ),
    (
        "The plumber told the owner, Greta Holm, that the boiler was unsafe. The tenant had "
        "moved out.",
        "The plumber told Holm that the boiler was unsafe.",
        "The plumber told the tenant that the boiler was unsafe.",
    ),
    (
        "It was announced that the bridge would close in June. Mayor Ines Roth promised a ferry.",
        "It was announced that the bridge would close.",
        "Mayor Roth announced that the bridge would close in June.",
    ),
    (
        "Teacher Jan Moss argued that homework helps pupils; parent Eva Lind said another "
        "hour of play was needed.",
        "Lind saw a need for another hour of play.",
        "Moss saw a need for another hour of play.",
    ),
    (
        "The coroner found that the driver had fallen asleep. The haulage firm maintains that "
        "the brakes failed.",
        "The brakes failed, the haulage firm says.",
        "The brakes failed, the coroner found.",
    ),
    (
        "A spokesman for the zoo said the bear was fine. A spokesman for the circus said its "
        "lion had died.",
        "The circus's lion has died, its spokesman said.",
        "The circus's lion has died, the zoo's spokesman said.",
    ),
    (
        "Rumour on the quay was that the captain had been drunk. The owners have said only "
        "that he was replaced.",
        "On the quay people said that the captain had been drunk.",
        "The owners said that the captain had been drunk.",
    ),
    (
        "The bishop's letter calls the sale a mistake; the dean's, sent a day later, calls it "
        "a necessity.",
        "The dean's letter calls the sale a necessity.",
        "The bishop's letter calls the sale a necessity.",
    ),
    (
        "Through her agent, Ruth Sand, the singer Ada Lowe denied that she was ill. Sand "
        "added that the tour would begin in March.",
        "The tour will begin in March, Sand said.",
        "The tour will begin in March, Lowe said.",
    ),
    (
        "Her sister said Mara had wanted to be a pilot. A schoolmate remembered her talking "
        "of medicine instead.",
        "Mara had wanted to be a pilot, her sister said.",
        "Mara had wanted to be a pilot, a schoolmate said.",
    ),
    (
        "Trade unions expect 300 jobs to go. The employers' league reckons with no more than 80.",
        "The employers' league expects at most 80 jobs to go.",
        "Trade unions expect at most 80 jobs to go.",
    ),
]


def faults(source: str, claim: str) -> list[str]:
    findings = Judge(Document.from_text(source)).part(claim).findings
    return [f.message for f in findings if f.check == "attribution" and f.severity == "severe"]


@pytest.mark.parametrize(("source", "right", "wrong"), OTHERS, ids=[case[2] for case in OTHERS])
def test_who_says_so_is_told_from_who_stands_beside(source: str, right: str, wrong: str) -> None:
    assert faults(source, right) == []
    assert faults(source, wrong)


def test_a_neighbour_far_from_the_passage_is_not_overlooked() -> None:
    filler = " ".join(f"Hall {n} was full." for n in range(40))
    source = f"The guide said that the tower leaned. {filler} The verger said that it was straight."
    assert faults(source, "The verger said that the tower leaned.")
    assert faults(source, "The guide said that the tower leaned.") == []


@given(st.text(alphabet="Vale said that by from , . ' “”", max_size=200))
def test_any_claim_is_judged(claim: str) -> None:
    found(claim)
