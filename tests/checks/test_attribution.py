"""Attribution: what is said is said by the one who says so in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document
from summarizer.checks import Case
from summarizer.checks.attribution import check
from summarizer.schema import Finding
from summarizer.text.names import Names

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
