"""Where sentences start and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.documents import document_from_text
from summarizer.documents.sentences import MAX_SENTENCE, find_blocks, find_sentences


def sentences(text: str) -> list[str]:
    return [
        text[start:end] for block in find_blocks(text) for start, end in find_sentences(text, block)
    ]


_PIECES = st.sampled_from(
    [
        "Dr. Lo left. ",
        "“No.” ",
        "\r\n",
        "\n",
        "\t",
        "\u200b",
        "e\u0301",
        "👩‍🚀",
        "U.S. ",
        "?! ",
        "a",
        "  ",
    ]
)
_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(_PIECES, max_size=60).map("".join),
)


@given(_TEXTS.filter(str.strip))
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    document = document_from_text(text)

    inside = [False] * len(text)
    for sentence in document.sentences:
        words = document.words_of(sentence.id)
        assert words == words.strip()
        assert not any(inside[sentence.start : sentence.end])
        inside[sentence.start : sentence.end] = [True] * len(words)
    assert all(text[at].isspace() for at, covered in enumerate(inside) if not covered)


@pytest.mark.parametrize(
    "text",
    [
        "They met in Springfield, D.C., where the mayor spoke.|Nobody left early.",
        "U.S. officials declined to comment.|The embassy did too.",
        "The plant is the largest in the U.S.|The second is in Ohio.",
        "The bill went to U.S. Senator Ann Bo on Friday.|She signed it.",
        "Prof. Smith met Lt. Gov. Reed and Lt. Col. Moss.|They agreed.",
        "J.K. Marlowe wrote it.|It sold out.",
        "The novel by J. K. Marlowe sold out.|It was reprinted.",
        "The deal is worth $1.2 million.|It closes on Jan. 6 at 9 a.m. in room No. 10.",
        "Output rose 3.5 percent.|Acme Inc. said so.",
        '"Is it over?" she asked.|"Yes!" he said.',
        'He called it "a disgrace."|The crowd cheered.',
        'He called it "a disgrace".|The crowd cheered.',
        "They waited…|Then it came.",
        "The firm (founded in 1990) closed.|(It had no heirs.)|The site is empty.",
        "The board said no.|Mary said yes.",
        "Lars has cancer.|Mona found out in May.",
        "They took what they found.|“It was little,” said Bo.",
    ],
)
def test_news_sentences(text: str) -> None:
    expected = text.split("|")

    assert sentences(" ".join(expected)) == expected


def test_each_line_of_a_pasted_page_stands_alone() -> None:
    lines = ["Council meets on Monday", "By Nora Vance", "Home", "- one\tthing", "- another"]

    assert sentences("\r\n".join(lines)) == lines


def test_hard_wrapped_text_gives_whole_sentences() -> None:
    text = (
        "The harbour master of Quillport has asked the council for two more\n"
        "boats, because the old ones leak. He said on Monday that the crews of\n"
        "Quillport had been bailing since March.\n"
        "\n"
        "The council will vote in June, after the budget has been settled with\n"
        "Varnholm.\n"
        "\n"
        "- the first boat\n"
        "- the second boat\n"
    )

    assert [" ".join(sentence.split()) for sentence in sentences(text)] == [
        "The harbour master of Quillport has asked the council for two more boats, because the old"
        " ones leak.",
        "He said on Monday that the crews of Quillport had been bailing since March.",
        "The council will vote in June, after the budget has been settled with Varnholm.",
        "- the first boat",
        "- the second boat",
    ]


@pytest.mark.parametrize(
    "text",
    ["x" * 2_000_000, "no full stop " * 150_000, "." * 2_000_000, "a. " * 60_000, "Lt. " * 60_000],
    ids=["one word", "no full stop", "full stops", "initials", "titles"],
)
def test_no_sentence_is_longer_than_the_limit(text: str) -> None:
    document = document_from_text(text)

    assert max(s.end - s.start for s in document.sentences) <= MAX_SENTENCE
    assert len(document.sentences) < 2 * len(text) / MAX_SENTENCE + 2


def test_a_long_sentence_is_cut_at_white_space() -> None:
    text = "lantern " * 600

    assert {word for piece in sentences(text) for word in piece.split()} == {"lantern"}


def test_many_lines_are_one_sentence_each() -> None:
    assert len(sentences("a\n" * 100_000)) == 100_000
