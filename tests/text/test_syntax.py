"""Subjects, objects and appositions of news sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.names import Names
from summarizer.text.referents import scene, spans
from summarizer.text.syntax.acts import acts
from summarizer.text.syntax.reading import Reading, read


def reading(text: str) -> Reading:
    return read(text, spans(text, Names(text)))


def told(text: str, verb: str) -> tuple[list[str], list[str], dict[str, list[str]]]:
    """Agent, patient and the rest of a verb's frame, as last words of the phrases."""
    read_ = reading(text)
    frame = next(f for f in read_.frames if f.verb == verb and not f.nominal)

    def heads(numbers: tuple[int, ...]) -> list[str]:
        return [read_.words[read_.phrases[n].end - 1].text for n in numbers]

    other: dict[str, list[str]] = {}
    for role, number in frame.other:
        other.setdefault(role, []).extend(heads((number,)))
    return heads(frame.agent), heads(frame.patient), other


@pytest.mark.parametrize(
    ("text", "verb", "agent", "patient"),
    [
        ("Olsen sold the mill.", "sell", ["Olsen"], ["mill"]),
        ("The mill was sold by Olsen.", "sell", ["Olsen"], ["mill"]),
        ("The mill has been sold.", "sell", [], ["mill"]),
        ("Olsen, the head of the port, sold it.", "sell", ["Olsen"], ["it"]),
        ("Olsen and Haan sold it.", "sell", ["Olsen", "Haan"], ["it"]),
        ("The head of the port sold it.", "sell", ["head"], ["it"]),
        ("Olsen left and sold it.", "sell", ["Olsen"], ["it"]),
        ("A survey led by Olsen was published.", "lead", ["Olsen"], ["survey"]),
        ("A log, which the archive lent, burned.", "lend", ["archive"], ["log"]),
        ("Olsen, who sold it, left.", "leave", ["Olsen"], []),
        ("“It is over,” said Olsen, the head.", "say", ["Olsen"], []),
        ("Olsen asked Haan to sell it.", "sell", ["Haan"], ["it"]),
        ("It was Olsen who sold it.", "sell", ["Olsen"], ["it"]),
        ("Fish were caught and sold.", "sell", [], ["Fish"]),
        ("The firm said so.", "say", ["firm"], []),
        ("The latter built the pump.", "build", ["latter"], ["pump"]),
        ("The mill was taken over by Olsen.", "take over", ["Olsen"], ["mill"]),
        ("The plan to sell the mill was dropped.", "drop", [], ["plan"]),
        ("Olsen proposed and Haan seconded a motion.", "propose", ["Olsen"], ["motion"]),
        ("The log, kept in 1911 by Olsen, burned.", "keep", ["Olsen"], ["log"]),
        ("By 1903 Olsen had sold it.", "sell", ["Olsen"], ["it"]),
        ("The petrel breeds on open ledges.", "breed", ["petrel"], []),
        ("A log was what Olsen requested.", "request", ["Olsen"], ["log"]),
        ("Pupils in Hale and Mora were sent home.", "send", [], ["Pupils"]),
    ],
)
def test_who_does_what(text: str, verb: str, agent: list[str], patient: list[str]) -> None:
    assert told(text, verb)[:2] == (agent, patient)


def test_receivers_and_places() -> None:
    assert told("Olsen gave Haan a log.", "give") == (["Olsen"], ["log"], {"to": ["Haan"]})
    assert told("Olsen moved it from Hale to Mora.", "move")[2] == {
        "from": ["Hale"],
        "to": ["Mora"],
    }


@pytest.mark.parametrize(
    "pair",
    [
        ("Hale lost to Mora.", "Mora beat Hale."),
        ("Olsen bought it from Haan.", "Haan sold it to Olsen."),
        ("Olsen preceded Haan.", "Haan succeeded Olsen."),
        ("Olsen got a log from Haan.", "Haan gave a log to Olsen."),
        ("The prize went to Olsen.", "Olsen was given the prize."),
    ],
)
def test_one_act_put_in_two_ways(pair: tuple[str, str]) -> None:
    def roles(text: str) -> set[tuple[str, str]]:
        read_ = reading(text)
        (act,) = acts(read_)
        return {
            (role, read_.words[read_.phrases[p].end - 1].text)
            for role, phrases in act.roles
            for p in phrases
        }

    assert roles(pair[0]) == roles(pair[1])


@pytest.mark.parametrize(
    ("text", "whom", "what"),
    [
        ("Ana Roth, the mayor of Selby, left.", "Ana Roth", "the mayor of Selby"),
        ("The mayor of Selby, Ana Roth, left.", "Ana Roth", "The mayor of Selby"),
        ("Deputy mayor Ana Roth left.", "Ana Roth", "Deputy mayor"),
        ("Selby's mayor Ana Roth left.", "Ana Roth", "Selby's mayor"),
        ("Ana Roth is the mayor.", "Ana Roth", "the mayor"),
        ("The mayor is Ana Roth.", "Ana Roth", "The mayor"),
        ("The council elected Ana Roth as mayor.", "Ana Roth", "mayor"),
    ],
)
def test_what_somebody_is_said_to_be(text: str, whom: str, what: str) -> None:
    read_ = reading(text)
    found = {
        (
            read_.words[read_.phrases[d.phrase].end - 1].text,
            read_.text(text, d.begin, d.end).strip("."),
        )
        for d in read_.descriptions
    }
    assert (whom, what) in found


def test_pronouns_stand_for_those_who_fit() -> None:
    sentences = ("Anna Roth met Piet Haan.", "She left.", "It rained.")
    names = Names("\n".join(sentences))
    told_ = scene(names, sentences)
    assert told_.referents[1][0] == {("anna", "roth")}
    assert not told_.referents[2][0]


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    read_ = reading(text)
    for phrase in read_.phrases:
        assert 0 <= phrase.start < phrase.end <= len(read_.words)
    for frame in read_.frames:
        assert frame.begin <= frame.at < frame.end
    acts(read_)
