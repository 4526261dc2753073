import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.names import Names, mentions

TEXT = (
    "Trade Secretary Ana Duarte met Piet Vos in Lisbon on Monday. However, Duarte left the Port "
    "Authority of Mora and the Department of Trade and Industry. Vos stayed. The union's lawyer, "
    "Lena Stroud, who works for Mora's Dock Union, said so."
)


def test_finds_whole_names_and_what_they_name() -> None:
    names = Names(TEXT)
    kinds = {m.text: names.kind(m.core) for m in names.mentions}
    assert kinds["Ana Duarte"] == "person"
    assert kinds["Piet Vos"] == "person"
    assert kinds["Duarte"] == "person"
    assert kinds["Lena Stroud"] == "person"
    assert kinds["Lisbon"] == "place"
    assert kinds["Port Authority of Mora"] == "organisation"
    assert kinds["Department of Trade and Industry"] == "organisation"


def test_days_and_sentence_openers_are_no_names() -> None:
    found = {m.text for m in mentions(TEXT)}
    assert not found & {"Monday", "However", "The"}


def test_a_last_name_stands_for_the_whole_name() -> None:
    names = Names(TEXT)
    assert names.full(("vos",)) == "Piet Vos"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("José Łukasz met Siobhán O’Neill.", ["José Łukasz", "Siobhán O’Neill"]),
        ("Anna van der Berg-Smith saw al-Hassan.", ["Anna van der Berg-Smith", "al-Hassan"]),
        ("J. R. Diaz left.", ["J. R. Diaz"]),
        ("JOHN SMITH left NATO.", ["JOHN SMITH", "NATO"]),
        ("Smith’s aide met Roth's.", ["Smith", "Roth"]),
        ("Lena Hartog of the Netherlands won.", ["Lena Hartog", "Netherlands"]),
        ("Delegates of the Union of Dockers met.", ["Union of Dockers"]),
        ("Pupils in Hale stayed.", ["Hale"]),
        ("Flaking paint fell.", []),
        ("Dockers rejected it.", []),
        ("Ex-mayor Roth came.", ["Roth"]),
        ("Software house Inkwell grew.", ["Inkwell"]),
        ("Violinist Henrike Aldous plays.", ["Henrike Aldous"]),
        ("Apple said so.", ["Apple"]),
        (
            "Trustees Anwar Best and Lotte Siem left. Best spoke.",
            ["Anwar Best", "Lotte Siem", "Best"],
        ),
        ("We'll see.", []),
        ("Council Rejects New Toll\nThe council met Roth.", ["Roth"]),
    ],
)
def test_names_of_all_sorts(text: str, found: list[str]) -> None:
    assert [m.text for m in Names(text).mentions] == found


def test_an_acronym_stands_for_what_it_spells() -> None:
    names = Names("The Dock Union (DU) met the Fish Board (FB). Ada Roth and Piet Roth came.")
    assert ("dock", "union") in names.bearers(("du",))
    assert ("du",) in names.bearers(("dock", "union"))
    assert names.bearers(("roth",)) == {("ada", "roth"), ("piet", "roth")}
    assert not names.bearers(("vos",))


@given(st.text(max_size=300))
def test_every_mention_stands_where_it_says(text: str) -> None:
    for mention in mentions(text):
        assert text[mention.start : mention.end] == mention.text
