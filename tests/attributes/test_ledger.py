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
