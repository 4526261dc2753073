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


@given(st.text(max_size=300))
def test_every_mention_stands_where_it_says(text: str) -> None:
    for mention in mentions(text):
        assert text[mention.start : mention.end] == mention.text
