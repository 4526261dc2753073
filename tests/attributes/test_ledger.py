"""The ledger of speakers: roles, aliases, pronouns, and what is said to whom."""

import time

import pytest

from summarizer import Document
from summarizer.attributes.ledger import Ledger, ledger
from summarizer.attributes.sources import fits
from summarizer.attributes.told import told
from summarizer.text.names import Names


def read(text: str) -> Ledger:
    document = Document.from_text(text)
    return ledger(document, Names(document.text))


def test_it_is_made_once_for_a_document() -> None:
    document = Document.from_text("Ana Vale said that the seal had left.")
    names = Names(document.text)
    assert ledger(document, names) is ledger(document, names)


def test_roles_and_appositions_are_remembered() -> None:
    known = read(
        "The mayor, Tom Abel, left early. Harbour master Ana Vale, who runs the pier, stayed."
    ).roster.known
    assert "mayor" in known["tom abel"].nouns
    assert {"harbour", "master"} <= known["ana vale"].nouns


@pytest.mark.parametrize(
    ("text", "source", "hearer"),
    [
        ("Vale told the court that the brake was worn.", "Vale", "the court"),
        ("Vale wrote to the council that the brake was worn.", "Vale", "the council"),
        ("Vale was told by the driver that the brake was worn.", "the driver", ""),
        ("In Vale's view the brake was worn.", "Vale", ""),
        ("Vale put the damage at 3 million crowns.", "Vale", ""),
        (
            "Vale told her deputy, Reuben Cole, that the brake was worn.",
            "Vale",
            "her deputy, Reuben Cole",
        ),
        ("That the brake was worn is the view of the drivers.", "the drivers", ""),
        ("Criticism of the old brake came from the drivers.", "the drivers", ""),
        ("The fear of a crash was voiced by the drivers.", "the drivers", ""),
        ("It was Vale who said that the brake was worn.", "Vale", ""),
        ("By Vale's own account, the brake was worn.", "Vale", ""),
        ("Word in the depot was that the brake was worn.", "Word in the depot", ""),
        ("Vale was calm: “The brake was new.”", "Vale", ""),
        ("The note reads: “The brake was worn.”", "The note", ""),
        ("The driver's motto was “Brake late.”", "The driver", ""),
        ("To Vale, the driver, the brake was “a joke”.", "Vale, the driver", ""),
        ("The brake was worn, as the logs show.", "the logs", ""),
        ("The brake was worn, argues a note beside the report.", "a note beside the report", ""),
    ],
)
def test_the_forms_of_a_report(text: str, source: str, hearer: str) -> None:
    found = told(text)
    assert (found[0].phrase.strip(","), found[0].hearer) == (source, hearer)


def test_a_transcript_names_its_speakers_before_their_lines() -> None:
    known = read(
        "Ana Vale: We shut the pier in May.\n\nTom Abel: Nobody told the crew of the ferry.\n\n"
        "Ana Vale: The crew had a letter from us.\n"
    )
    assert [s.speaker.name for s in known.sayings if s.speaker] == [
        "Ana Vale",
        "Tom Abel",
        "Ana Vale",
    ]


SOURCE = (
    "Keeper Ana Vale said that the seal had left. The vet, Tom Abel, who treated it in March, "
    "called the plan absurd. Two officials in the fisheries ministry said that a permit was "
    "missing."
)


@pytest.mark.parametrize(
    ("place", "phrase", "same"),
    [
        (0, "Vale", True),
        (0, "The keeper", True),
        (0, "the vet", False),
        (0, "Abel", False),
        (1, "the vet", True),
        (2, "Two ministry officials", True),
        (2, "The ministry", False),
        (2, "All officials", False),
        (0, "A woman", None),
    ],
)
def test_whom_a_claim_may_mean(place: int, phrase: str, *, same: bool | None) -> None:
    known = read(SOURCE)
    assert fits(known, phrase, known.sayings[place]).same is same


def speakers(text: str) -> list[str]:
    return [s.speaker.name if s.speaker else "" for s in read(text).sayings]


def test_a_pronoun_in_the_midst_of_what_is_said_is_not_its_subject() -> None:
    text = "The magazine Circuit liked the Nimbus. The Tern, it said, was slow."
    assert speakers(text)[-1] == "Circuit"


def test_what_is_left_out_behind_an_owner_is_what_another_owns() -> None:
    text = "The bishop's letter calls the sale wrong; the dean's, sent later, calls it a necessity."
    assert speakers(text) == ["The bishop's letter", "the dean's letter"]


def test_one_of_them_is_one_of_those_before() -> None:
    known = read(
        "Three teachers complained about the heat. One of them, Tom Oake, said that it was 30."
    )
    assert fits(known, "One teacher", known.sayings[-1]).same


def test_he_will_goes_on_with_the_outlet_that_told_of_him() -> None:
    known = read(
        "The head of the port is Tom Abel, the Coast Herald reported. He will retire in May.\n\n"
        "He was born in Norvik."
    )
    chains = [known.chain(x.number, x.start, x.end) for x in known.lines]
    assert [[s.name for s, _ in chain] for chain in chains] == [["Coast Herald"]] * 2 + [[]]


def test_time_grows_with_the_length() -> None:
    line = "Keeper Ana Vale said that the seal had left the harbour. The vet told the paper so. "
    short, long = line * 40, line * 160
    times = []
    for text in (short, long):
        document = Document.from_text(text)
        names = Names(text)
        begin = time.perf_counter()
        ledger(document, names)
        times.append(time.perf_counter() - begin)
    assert times[1] < 12 * times[0] + 0.2
