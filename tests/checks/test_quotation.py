"""Quotations: verbatim, whole enough, and given to the right speaker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document
from summarizer.checks import Case
from summarizer.checks.quotation import check
from summarizer.schema import Finding
from summarizer.text.names import Names
from summarizer.text.quotations import pieces, quotations, running
from summarizer.verification.judge import Judge

SOURCE = (
    "“We don’t want to sell the mill,” said owner Ana Vale. “I would sell it if my sons asked me "
    "to, and they never will.” Miller Tom Abel called the offer ‘a joke’ and the letter “an "
    "insult”. Abel said that the roof was leaking."
)


def found(claim: str, source: str = SOURCE, said_before: str = "") -> list[Finding]:
    document = Document.from_text(source)
    names = Names(document.text)
    main = document.body[0].id
    case = Case(
        text=claim,
        part=document.words_of(main),
        lead="",
        evidence=" ".join(document.words_of(s.id) for s in document.body),
        before=(),
        named_before=lambda word: word in document.text.lower(),
        others=(),
        accepted=(),
        names=names,
        document=document,
        sentence=main,
        said_before=said_before,
        derived=True,
    )
    return [f for f in check(case) if f.severity == "severe"]


@pytest.mark.parametrize(
    "claim",
    [
        'Vale said: "We don\'t want to sell the mill."',
        'Vale said that they "don\'t want to sell" it.',
        "Vale said: “I would sell it if my sons asked me to ... they never will.”",
        'Vale would "sell it" if her sons asked.',
        'Abel called the offer "a joke".',
        "Abel called the letter 'an insult'.",
        'Vale: "We don\'t want to sell the mill. I would sell it if my sons asked me to."',
        "Abel said the roof was leaking.",
        "The miller’s offer wasn’t accepted.",
    ],
)
def test_what_the_source_has_may_be_quoted(claim: str) -> None:
    assert found(claim) == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ('Vale said: "We don\'t want to buy the mill."', True),
        ('Vale said: "We want to sell the mill."', True),
        ('Vale said they "want to sell the mill".', True),
        ('Vale said: "I would sell it."', False),
        ('Abel said: "We don\'t want to sell the mill."', True),
        ('Vale called the offer "a joke".', True),
        ('Abel called the letter "a joke".', True),
        ('Abel said that "the roof was leaking".', False),
        ('Abel called the offer "a bad dream".', False),
        ('Abel said: "a joke and an insult".', False),
    ],
)
def test_what_it_has_not_may_not(claim: str, *, expected: bool) -> None:
    findings = found(claim)
    assert findings
    assert all(f.found for f in findings)
    assert any(f.expected for f in findings) == expected


def test_a_part_may_begin_inside_a_quotation() -> None:
    lead = "Vale said: “We don’t want to sell the mill."
    assert found("They never will.”", said_before=lead)
    assert not found("I would sell it if my sons asked me to.”", said_before=lead)


def test_a_question_is_no_statement() -> None:
    source = '"Was it wise to stay? I ask myself that," said Ana Vale.'
    assert found('Vale said it was "wise to stay".', source)
    assert not found('Vale asked whether it had been "wise to stay".', source)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The ‘workers’ choice’ won.", ["workers’ choice"]),
        ("It's the fans' paper.", []),
        ("He said \"no\" and 'yes'.", ["no", "yes"]),
        ("«Non», dit-il. „Gut“, sagte sie.", ["Non", "Gut"]),
        ("“Never closed", ["Never closed"]),
        ('A 5" pipe is "long".', ["long"]),
    ],
)
def test_where_quotations_stand(text: str, inside: list[str]) -> None:
    assert [text[slice(*q.inner)] for q in quotations(text)] == inside


def test_words_are_found_in_a_row_whatever_their_typography() -> None:
    text = "“She doesn’t leak,” he said."
    ((begin, end),) = running(text).find(("she", "doesn't", "leak"))
    assert text[begin:end] == "She doesn’t leak"
    assert pieces("one … two [of them] three") == (("one",), ("two",), ("three",))


@given(st.text(alphabet="ab “”\"‘’'«»`.,[]…\n", max_size=120))
def test_quotations_do_not_overlap_and_stand_in_the_text(text: str) -> None:
    at = 0
    for quoted in quotations(text):
        assert at <= quoted.start < quoted.inner[0] < quoted.inner[1] <= quoted.end <= len(text)
        at = quoted.end
    found(text)


@given(st.sampled_from(["“", '"', "«"]), st.integers(0, 12), st.integers(1, 9))
def test_any_run_of_quoted_words_is_verbatim(mark: str, start: int, length: int) -> None:
    close = {"“": "”", '"': '"', "«": "»"}[mark]
    inside = "the gate was shut in may and we walked home along the old canal"
    run = inside.split()[start : start + length]
    claim = f"Vale said: {mark}{' '.join(run)}{close}"
    assert run == [] or not found(claim, f"Ana Vale said: “{inside}.”")


# A source, a claim that quotes it rightly, and one that turns the sense or the thing spoken of.
TURNED = [
    (
        "“We are nearly ready,” the foreman said of the tunnel.",
        "The foreman said that they were “nearly ready”.",
        "The foreman said that they were “ready”.",
    ),
    (
        "Asked about a second term, Ines Roth said: “I'd be delighted to serve.”",
        "Roth said that she would be “delighted to serve”.",
        "Roth is “delighted to serve” a second term.",
    ),
    (
        "“It is a fine bridge for those who like to swim,” wrote the architect Ole Brandt.",
        "Brandt called it “a fine bridge for those who like to swim”.",
        "Brandt called it “a fine bridge”.",
    ),
    (
        "The chairman said he would “fight on to the last vote”.",
        "The chairman said he would “fight on”.",
        "The chairman said he would not “fight on to the last vote”.",
    ),
    (
        "Roth wrote that the north pier was “a delight” and the south pier “a disgrace”.",
        "Roth wrote that the south pier was “a disgrace”.",
        "Roth wrote that the north pier was “a disgrace”.",
    ),
    (
        "Ana Vale was hopeful: “The tide will turn.” Her rival, Tom Abel, was not: “It is over.”",
        "Abel said: “It is over.”",
        "Vale said: “It is over.”",
    ),
    (
        "The banner read “No dam here”, but the motto on the leaflets was “Water for all”.",
        "The banner read “No dam here”.",
        "The leaflets read “No dam here”.",
    ),
    (
        "To the coach, Lea Marsh, the draw was “a gift”; for the captain it was “a robbery”.",
        "For the captain the draw was “a robbery”.",
        "For the coach the draw was “a robbery”.",
    ),
    (
        "Of his first book the critic said it was “honest”. The second, she said, was “a shrug”.",
        "The critic called the second book “a shrug”.",
        "The critic called the first book “a shrug”.",
    ),
]


@pytest.mark.parametrize(("source", "right", "wrong"), TURNED, ids=[case[2] for case in TURNED])
def test_a_quotation_keeps_its_sense_and_what_it_is_said_of(
    source: str, right: str, wrong: str
) -> None:
    judge = Judge(Document.from_text(source))
    grave = [
        [f for f in judge.part(claim).findings if f.check in ("quotation", "attribution")]
        for claim in (right, wrong)
    ]
    assert not [f for f in grave[0] if f.severity == "severe"]
    assert [f for f in grave[1] if f.severity == "severe"]
