from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.words import carried, content_stems, same_content, stem, words


def test_possessives_and_abbreviations_are_one_word() -> None:
    assert [w.lower for w in words("Mora's U.S. port’s fee")] == ["mora", "u.s.", "port", "fee"]


def test_forms_of_a_verb_share_a_stem() -> None:
    assert stem("leaves") == stem("leaving") == stem("left")
    assert stem("planned") == stem("planning") == stem("plans")


def test_carried_counts_meaning_carrying_words() -> None:
    assert carried("the port will close", "The port closes on Monday.") == 1.0
    assert carried("the bridge will close", "The port closes on Monday.") == 0.5
    assert carried("the", "anything") == 1.0


@given(st.text(max_size=100))
def test_a_text_carries_itself(text: str) -> None:
    assert carried(text, text) == 1.0
    assert same_content(text, text) == 1.0
    assert all(content_stems(text))
