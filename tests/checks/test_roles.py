"""Offices, relations and nationalities stay with those to whom the source gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import roles
from summarizer.text.offices import changed, same_office
from summarizer.text.relations import RELATIONS, implied, looser
from tests.checks.sourced import found

DEPUTY = "Deputy finance minister Olga Drescu spoke. Defence minister Karl Beck was abroad."
FORMER = "Former mayor Jonas Whitlow came. Ines Roth is the mayor of Selby."
ACTING = "Ifeoma Brandt, the acting director of the zoo, said so."
COACHES = "Assistant coach Pavel Ristic took over because head coach Don Avery was ill."
OFFICERS = "Lars Aaberg, chief financial officer of Nordbrew, and its chief executive, Sunniva Moe."
VICE = (
    "The vice-president of the federation, Maite Urrutia, opened it for its president, Kofi Lind."
)
DANCER = "Tess Navarro, a former ballet dancer, and Cormac Bligh, a chemist, play two thieves."
SHIP = "The Danish freighter Hanne Toft ran aground. A Portuguese tug pulled it free."
FAMILY = "The missing man's mother, Teresa Gallo, spoke to his wife."
HEIR = "Silas Grey left the orchard to Nora Pym, the daughter of his brother."
SENIOR = "Senior editor Ana Duarte resigned."


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (DEPUTY, "Deputy minister Drescu spoke.", "Finance minister Drescu spoke."),
        (DEPUTY, "Drescu, the deputy finance minister, spoke.", "Drescu, the minister, spoke."),
        (DEPUTY, "Beck is the defence minister.", "Beck is the deputy finance minister."),
        (FORMER, "Whitlow, a former mayor, came.", "Whitlow, the mayor, came."),
        (FORMER, "Whitlow, the ex-mayor, came.", "Mayor Jonas Whitlow came."),
        (FORMER, "Mayor Ines Roth came.", "Former mayor Ines Roth came."),
        (ACTING, "Brandt is the interim director.", "Brandt is the director."),
        (ACTING, "Brandt is acting director of the zoo.", "Brandt is permanent director."),
        (COACHES, "Ristic is the assistant coach.", "Ristic is the head coach."),
        (OFFICERS, "Moe is Nordbrew's chief executive.", "Aaberg is Nordbrew's chief executive."),
        (VICE, "The vice-president, Urrutia, opened it.", "The president, Urrutia, opened it."),
        (DANCER, "Navarro used to be a ballet dancer.", "Bligh used to be a ballet dancer."),
        (SHIP, "The freighter was Danish.", "The freighter was Portuguese."),
        (SHIP, "A Danish freighter ran aground.", "A Portuguese freighter ran aground."),
        (FAMILY, "Gallo is the mother of the man.", "Gallo is the wife of the man."),
        (HEIR, "Grey's niece inherited the orchard.", "Grey's aunt inherited the orchard."),
        (SENIOR, "Editor Ana Duarte resigned.", "Deputy editor Ana Duarte resigned."),
    ],
)
def test_who_is_what(source: str, right: str, wrong: str) -> None:
    assert not found(roles.check, source, right)
    assert found(roles.check, source, wrong)


def test_the_words_of_both_are_in_the_finding() -> None:
    (finding,) = found(roles.check, FORMER, "Whitlow, the mayor, came.")
    assert (finding.found, finding.expected) == ("the mayor", "Former mayor")
    assert finding.message == "claim says the mayor, source says Former mayor"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Councillor Abel Roth spoke.", "Abel Roth, a politician, spoke."),
        ("Abel Roth, chairman of the board, spoke.", "Abel Roth, the board's chair, spoke."),
        ("Abel Roth spoke.", "Abel Roth, a plumber, spoke."),
        ("Hana Pokorna came with a sister, Vera.", "Pokorna came with Vera, a relative."),
        ("Her son Leo Batt was there.", "His mother was there."),
        ("They married in May.", "His wife said so."),
        ("The children were sent home.", "The parents came to fetch their children."),
        ("Olena Hryts, a violinist from Ukraine, won.", "The Ukrainian violinist Olena Hryts won."),
    ],
)
def test_other_words_for_the_same_are_let_through(source: str, text: str) -> None:
    assert not found(roles.check, source, text)


@given(st.sampled_from(sorted(RELATIONS)))
def test_every_relation_follows_from_itself(word: str) -> None:
    assert looser(word) <= implied(frozenset((word,)))
    assert word in looser(word)


@given(st.sampled_from("mayor chairman spokeswoman lawyer deputy ceo".split()))
def test_an_office_is_the_same_as_itself(word: str) -> None:
    assert same_office(word, word)


def test_leaving_out_chief_is_vaguer_and_leaving_out_deputy_is_wrong() -> None:
    from summarizer.text.offices import Office

    def office(*status: str) -> Office:
        return Office("editor", frozenset(status), frozenset(), "editor")

    assert not changed(office(), office("chief"))
    assert changed(office("chief"), office())
    assert changed(office(), office("deputy")) == {"deputy"}
