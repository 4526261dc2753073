"""Reported speech and thought: source, cue and content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, SupportsIndex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.attributes.reporting import Report, outer, reported
from summarizer.attributes.reporting_lexicon import inflected, particles, verbs
from summarizer.attributes.reporting_rules import find
from summarizer.attributes.reporting_tokens import read

Told = tuple[str | None, str | None, tuple[str, ...]]


def told(text: str, *reports: Report) -> list[Told]:
    """Source, cue and content as they are written."""
    return [
        (
            text[slice(*report.source)] if report.source else None,
            text[slice(*report.cue)] if report.cue else None,
            tuple(text[slice(*span)] for span in report.content),
        )
        for report in reports or reported(text)
    ]


# Text, source, cue, content: texts that hold one report.
ONE = [
    # Quotations, in three kinds of marks, and who said them before, behind and in between.
    ("“The pier is shut,” said Ines Varga, the port director.",
     "Ines Varga, the port director", "said", ["“The pier is shut,”"]),
    ('"The pier is shut," Varga said.', "Varga", "said", ['"The pier is shut,"']),
    ("``The pier is shut,'' she added.", "she", "added", ["``The pier is shut,''"]),
    ("“Who pays for the pier?” Ortega asked.", "Ortega", "asked", ["“Who pays for the pier?”"]),
    ("“It is old,” Varga said last week, “and it leaks.”",
     "Varga", "said", ["“It is old,”", "“and it leaks.”"]),
    ("“We lost. We go home,” said Ortega. “That is all.”",
     "Ortega", "said", ["“We lost. We go home,”", "“That is all.”"]),
    ("Varga told him: “Leave.”", "Varga", "told", ["“Leave.”"]),
    ("Varga said: “Leave.”", "Varga", "said:", ["“Leave.”"]),
    ("He wrote in a letter: “The pier is old.”", "He", "wrote", ["“The pier is old.”"]),
    ("Said Ortega: “I left.”", "Ortega", "Said", ["“I left.”"]),
    ("“Never again.” — Ana Ruiz", "Ana Ruiz", "—", ["“Never again.”"]),
    ("“Not now,” Varga harrumphed.", "Varga", "harrumphed", ["“Not now,”"]),
    # A clause, with and without "that", before its cue and around it.
    ("Varga said that the pier would close on Monday.",
     "Varga", "said", ["that the pier would close on Monday"]),
    ("Varga said the pier would close.", "Varga", "said", ["the pier would close"]),
    ("The pier will close, Varga said.", "Varga", "said", ["The pier will close"]),
    ("The pier, Varga said, will close.", "Varga", "said", ["The pier", "will close"]),
    ("As Varga noted, the pier is old.", "Varga", "noted", ["the pier is old"]),
    ("Vale grokked that the pier was old.", "Vale", "grokked", ["that the pier was old"]),
    # Behind its content a plural subject may have its verb alone.
    ("The pier is old, the auditors maintain.", "the auditors", "maintain", ["The pier is old"]),
    # A plural is seen through a relative clause, a participle, an apposition, an aside.
    ("Scientists who crossed the ice believe it to be thin.",
     "Scientists who crossed the ice", "believe", ["it to be thin"]),
    ("Engineers working for the county say the pier is old.",
     "Engineers working for the county", "say", ["the pier is old"]),
    ("The two dissenters, Ash and Vries, blame the rain.",
     "The two dissenters, Ash and Vries,", "blame", ["the rain"]),
    ("The parents, on the other hand, fear a flood.",
     "The parents", "fear", ["a flood"]),
    # Two phrases side by side are a clause.
    ("The greens think the tram a waste of money.",
     "The greens", "think", ["the tram a waste of money"]),
    # More belongs to a cue than a verb.
    ("Vale keeps saying that the pier is old.", "Vale", "keeps saying", ["that the pier is old"]),
    ("The board sent the town a letter saying that the pier is old.",
     "The board", "sent the town a letter saying", ["that the pier is old"]),
    ("Vale reckons on a late spring.", "Vale", "reckons on", ["a late spring"]),
    ("“We tried,” retired captain Ana Vale said.",
     "retired captain Ana Vale", "said", ["“We tried,”"]),
    ("“We tried,” Vale said, but the town had left.", "Vale", "said", ["“We tried,”"]),
    ("In her memoir Ana Vale says that the pier was old.",
     "Ana Vale", "says", ["that the pier was old"]),
    ("Vale said, in tears, that the pier was old.",
     "Vale", "said", ["that the pier was old"]),
    # Who was told is neither source nor content.
    ("The mayor told reporters that the bridge was safe.",
     "The mayor", "told", ["that the bridge was safe"]),
    ("The mayor told the council on Friday that the bridge was safe.",
     "The mayor", "told", ["that the bridge was safe"]),
    ("Crews were told by the foreman that the bridge was safe.",
     "the foreman", "were told by", ["that the bridge was safe"]),
    # Named through a preposition, an adverb, a noun.
    ("The pier will close, according to two officials familiar with the plan.",
     "two officials familiar with the plan", "according to", ["The pier will close"]),
    ("According to the port authority, the pier will close.",
     "the port authority", "According to", ["the pier will close"]),
    ("According to Ana Ruiz, the port director, the pier is old.",
     "Ana Ruiz, the port director", "According to", ["the pier is old"]),
    ("The thief reportedly fled by boat.", None, "reportedly", ["fled by boat"]),
    ("Fears that the pier may fall have grown.", None, "Fears", ["that the pier may fall"]),
    # Thought, wishes, attitudes.
    ("The mayor believes the bridge is safe.", "The mayor", "believes", ["the bridge is safe"]),
    ("The firm expects to hire forty people.", "The firm", "expects", ["to hire forty people"]),
    ("The ferry is expected to sail at dawn.",
     None, "is expected", ["The ferry", "to sail at dawn"]),
    ("Ortega has criticised the plan as reckless.",
     "Ortega", "has criticised", ["the plan as reckless"]),
    ("The plan was criticised by the union.", "the union", "was criticised by", ["The plan"]),
    ("The union is confident that the strike will end.",
     "The union", "is confident", ["that the strike will end"]),
    ("Varga expressed concern that the pier was old.",
     "Varga", "expressed concern", ["that the pier was old"]),
    ("Varga made it clear the pier would close.",
     "Varga", "made it clear", ["the pier would close"]),
    ("She tried to convince the board that the pier was safe.",
     "She", "tried to convince", ["that the pier was safe"]),
    ("He did not say why.", "He", "did not say", ["why"]),
    # The source is the whole phrase with what is added to it.
    ("Varga, who owns two ferries, said the toll would rise.",
     "Varga, who owns two ferries,", "said", ["the toll would rise"]),
    ("Critics, including the mayor, have called for a review.",
     "Critics, including the mayor,", "have called for", ["a review"]),
    ("A draft of the report seen by the paper says the pier is old.",
     "A draft of the report seen by the paper", "says", ["the pier is old"]),
    ("Officials who asked not to be named said the deal was close.",
     "Officials who asked not to be named", "said", ["the deal was close"]),
    ("A person briefed on the talks said the deal was close.",
     "A person briefed on the talks", "said", ["the deal was close"]),
    ("The union that runs the ferry said it would strike.",
     "The union that runs the ferry", "said", ["it would strike"]),
    ("Mayor Says Pier Will Close", "Mayor", "Says", ["Pier Will Close"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content"), ONE, ids=[case[0] for case in ONE])
def test_one_report(text: str, source: str | None, cue: str, content: list[str]) -> None:
    assert told(text) == [(source, cue, tuple(content))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "”",
        "The trees lost their leaves in October.",
        "Tell him to leave the key on the table.",
        "Say the toll rises; then the ferry is cheaper.",
        "The town has little say in the matter.",
        "The rules of the port are strict.",
        "He plans.",
        "Two reports lay on the table.",
        "She found a ford across the marsh.",
        "The pier was built to hold trains.",
    ],
)
def test_nothing_is_reported(text: str) -> None:
    assert reported(text) == ()


def test_the_report_of_a_report_lies_inside_its_content() -> None:
    text = "Varga said Ortega had told Lindqvist that the toll would rise."
    first, second = reported(text)
    assert told(text) == [
        ("Varga", "said", ("Ortega had told Lindqvist that the toll would rise",)),
        ("Ortega", "had told", ("that the toll would rise",)),
    ]
    (start, end), inner = first.content[0], (second.source, second.cue, *second.content)
    assert all(span is not None and start <= span[0] < span[1] <= end for span in inner)
    assert outer((first, second)) == (first,)


def test_a_report_inside_a_quotation_is_found_too() -> None:
    text = "“My brother said the pier was safe,” Ruiz recalled."
    assert told(text) == [
        ("My brother", "said", ("the pier was safe",)),
        ("Ruiz", "recalled", ("“My brother said the pier was safe,”",)),
    ]


def test_cues_that_share_a_subject_share_the_source() -> None:
    assert told("Varga denied the charge and called it a smear.") == [
        ("Varga", "denied", ("the charge",)),
        ("Varga", "called", ("it a smear",)),
    ]
    assert told("“It is over,” he said, adding that he would leave.") == [
        ("he", "said", ("“It is over,”",)),
        ("he", "adding", ("that he would leave",)),
    ]


def test_a_noun_and_what_is_done_to_it() -> None:
    assert told("Varga's claim that the toll was legal was rejected by the court.") == [
        ("Varga", "claim", ("that the toll was legal",)),
        ("the court", "was rejected by", ("Varga's claim that the toll was legal",)),
    ]
    assert told("Her promise to repair the pier was welcomed by traders.") == [
        ("Her", "promise", ("to repair the pier",)),
        ("traders", "was welcomed by", ("Her promise to repair the pier",)),
    ]


def test_a_quotation_alone_has_no_cue() -> None:
    assert told("“The pier is shut.”") == [(None, None, ("“The pier is shut.”",))]


def test_each_mark_of_a_passage_may_be_typographic_or_straight() -> None:
    plain = '"It\'s old," Varga said. "It leaks," she said. She doesn\'t think it\'ll last.'
    curly = "“It’s old,” Varga said. “It leaks,” she said. She doesn’t think it’ll last."
    assert reported(plain) == reported(curly)


def test_a_quotation_that_nothing_closes_ends_with_its_line() -> None:
    text = "“The pier is shut.\nVarga said the toll would rise."
    assert told(text) == [
        (None, None, ("“The pier is shut.",)),
        ("Varga", "said", ("the toll would rise",)),
    ]


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("say", ["say", "says", "said", "said", "saying"]),
        ("deny", ["deny", "denies", "denied", "denied", "denying"]),
        ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
        ("admit", ["admit", "admits", "admitted", "admitted", "admitting"]),
        ("write", ["write", "writes", "wrote", "written", "writing"]),
        ("lie", ["lie", "lies", "lied", "lied", "lying"]),
    ],
)
def test_inflection(base: str, forms: list[str]) -> None:
    assert [word for word, _ in inflected(base)] == forms


def test_particles_belong_to_verbs_that_are_listed() -> None:
    assert set(particles()) <= {verb.base for verb in verbs().values()}


WORDS = st.sampled_from(
    """Varga Ortega she they who that to said says told asked believes according was been had not
    claim promise the a of by in and but pier critics officials Monday interview reportedly called
    for expects adding denied 's n't , . ? ! : ; - — ( ) “ ” " `` '' ‘ ’ \n U.S. 40""".split(" ")
)
PROSE = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=80)


@given(PROSE)
@example("reportedly : Varga")
@example("she denied his claim of")
@example("“so,” said pier and")
@example("” '' said adding : Varga")
def test_spans_stand_in_the_text_and_apart(text: str) -> None:
    found = reported(text)
    for report in found:
        spans = sorted([*report.content, *([report.cue] if report.cue else [])])
        assert spans, "neither cue nor content"
        for start, end in [*spans, *([report.source] if report.source else [])]:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        for (_, end), (start, _) in pairwise(spans):
            assert end <= start, "cue and content overlap"
        if report.source and report.cue:
            (a, b), (c, d) = report.source, report.cue
            assert b <= c or d <= a, "source and cue overlap"
    cues = [report.cue for report in found if report.cue]
    assert len(set(cues)) == len(cues), "two reports with one cue"
    assert cues == sorted(cues)


@given(PROSE)
def test_a_later_paragraph_changes_nothing(text: str) -> None:
    more = "\n\nThe trees lost their leaves."
    assert reported(f"{text} .{more}") == reported(f"{text} .")


class Counted(tuple[Any, ...]):
    """A tuple that counts how often it is looked into."""

    looks = 0

    def __getitem__(self, key: SupportsIndex | slice) -> Any:
        Counted.looks += 1
        return super().__getitem__(key)

    def __iter__(self) -> Iterator[Any]:
        Counted.looks += len(self)
        return super().__iter__()


def looks(text: str) -> int:
    """How often the rules look at a token of ``text``."""
    r = read(text)
    Counted.looks = 0
    find(
        replace(
            r,
            words=Counted(r.words),
            kinds=Counted(r.kinds),
            capital=Counted(r.capital),
            mate=Counted(r.mate),
            quoted=Counted(r.quoted),
        )
    )
    return Counted.looks


HOSTILE = {
    "quotation marks": "“",
    "straight marks": '" ',
    "pairs": "“” ",
    "said": "said ",
    "commas": "said, ",
    "speakers": "she said, ",
    "adverbs": "not also never ",
    "participles": "plan backed by ",
    "names": "Vale ",
    "lists": "Vale, and ",
    "relatives": "who has been ",
    "promises": "promise to ",
    "according": "according to, ",
    "dashes": "— Vale ",
    "brackets": "( ) said ",
    "colons": "said: ",
    "quoted": "he said “so” and ",
    "that": "she said that he ",
    "letters": "a",
    "points": ".",
    "apostrophes": "'",
    "dots": "a.",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_work_is_linear_in_the_text(piece: str) -> None:
    once, twice = looks(piece * 400), looks(piece * 800)
    assert twice <= 2.3 * once + 1000


@pytest.mark.parametrize("piece", ["“", '"', "said ", "she said, ", "a", "a.", "'", "-"])
def test_a_hundred_thousand_characters(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    assert all(0 <= a < b <= len(text) for x in reported(text) for a, b in x.content)
