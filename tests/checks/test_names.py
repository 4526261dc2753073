"""A name is in the document, in whatever form, or it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import names
from tests.checks.sourced import found

PORT = (
    "The Office for Bridge Safety (OBS) closed the Selby bridge on Monday. Mara Olsen, who heads "
    "it, said that Danish engineers would look at it. José Peña and al-Hassan Badr came from "
    "Moria. Dockers objected."
)


@pytest.mark.parametrize(
    "text",
    [
        "Olsen said so.",
        "Mara Olsen said so.",
        "The OBS closed the bridge.",
        "The Office for Bridge Safety closed it.",
        "Engineers from Denmark will come.",
        "Jose Pena came too.",
        "Al-Hassan Badr came too.",
        "The two Morians came.",
        "Dockers objected to the closure.",
        "Heavy rain was not the reason.",
        "Objecting dockers spoke.",
        "We'll see, Olsen said.",
        "Selby Bridge Closed as Dockers Object",
        "OLSEN closed it.",
        "On Tuesday Olsen left.",
    ],
)
def test_a_name_of_the_document_passes_in_whatever_form(text: str) -> None:
    assert not found(names.check, PORT, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Reuters reported the closure.", "not found: Reuters"),
        ("The bridge in Hull was closed.", "not found: Hull"),
        ("Swedish engineers will come.", "not found: Swedish"),
        ("Olsen, short for nothing, told Nils Brandvik.", "not found: Nils Brandvik"),
        ("The NPA closed the bridge.", "not found: NPA"),
    ],
)
def test_a_name_of_no_sentence_is_fatal(text: str, message: str) -> None:
    assert [f.message for f in found(names.check, PORT, text)] == [message]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Maria Olsen said so.", "Maria Olsen", "Mara Olsen"),
        (
            "The Office for Bridge Building closed it.",
            "Office for Bridge Building",
            "Office for Bridge Safety",
        ),
    ],
)
def test_a_name_that_is_nearly_one_of_the_document_says_which(
    text: str, wrong: str, right: str
) -> None:
    (finding,) = found(names.check, PORT, text)
    assert (finding.found, finding.expected) == (wrong, right)
    assert finding.message == f"claim says {wrong}, source says {right}"


def test_two_people_are_not_put_together() -> None:
    source = "Mara Olsen met Piet Haan in Selby."
    assert found(names.check, source, "Mara Haan came to Selby.")
    assert not found(names.check, "Ada and Lena Roth came.", "Ada Roth came.")


@given(st.text(max_size=200), st.text(min_size=1, max_size=200))
def test_a_claim_that_is_the_source_has_no_strange_name(prefix: str, text: str) -> None:
    source = f"Mara Olsen said {text.strip()}"
    try:
        findings = found(names.check, f"{prefix}\n\n{source}", "Mara Olsen said so.")
    except IndexError:  # no sentence of prose
        return
    assert not findings
