from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.stretches import Mark, Paragraph, cut, paragraphs_of
from summarizer.schema import Document
from tests.factories import ARTICLE, make_document

TEXT = "abcdefghij"
MARKS = st.lists(
    st.builds(
        Mark,
        start=st.integers(-2, 12),
        end=st.integers(-2, 12),
        number=st.integers(1, 4),
    )
)


def texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return ["".join(s.text for run in p.runs for s in run.stretches) for p in paragraphs]


@given(MARKS, st.sets(st.integers(-2, 12)))
def test_every_character_has_exactly_the_claims_that_cover_it(
    marks: list[Mark], borders: set[int]
) -> None:
    pieces = list(cut(TEXT, marks, {0, len(TEXT), *borders}))
    assert "".join(piece.text for piece in pieces) == TEXT
    place = 0
    for piece in pieces:
        end = place + len(piece.text)
        covering = {m.number for m in marks if m.start <= place and end <= m.end}
        touching = {m.number for m in marks if max(m.start, place) < min(m.end, end)}
        assert set(piece.claims) == covering == touching
        assert list(piece.claims) == sorted(set(piece.claims))
        place = end


@given(MARKS)
def test_each_mark_ends_where_it_says(marks: list[Mark]) -> None:
    place, ended = 0, set()
    for piece in cut(TEXT, marks, {0, len(TEXT)}):
        place += len(piece.text)
        ended |= {(place, number) for number in piece.ending}
    clipped = [(max(m.start, 0), min(m.end, len(TEXT)), m.number) for m in marks]
    assert ended == {(end, number) for start, end, number in clipped if start < end}


def test_words_that_cross_become_three_stretches() -> None:
    pieces = cut(TEXT, [Mark(0, 6, 1), Mark(4, 10, 2)], {0, 10})
    assert [(p.text, p.claims) for p in pieces] == [
        ("abcd", (1,)),
        ("ef", (1, 2)),
        ("ghij", (2,)),
    ]


@given(
    st.lists(st.sampled_from(["One is. ", "Two\nare.", "\n", "\n\n", " ", "«Three»! "]), min_size=1)
)
def test_paragraphs_are_the_whole_text(parts: list[str]) -> None:
    text = "".join(parts)
    if not text.strip():
        return
    document = Document.from_text(text)
    paragraphs = paragraphs_of(document, [])
    assert "".join(texts(paragraphs)) == text
    numbers = [run.sentence for p in paragraphs for run in p.runs if run.sentence]
    assert numbers == [sentence.id for sentence in document.sentences]


def test_each_line_is_a_paragraph() -> None:
    lines = ARTICLE.splitlines(keepends=True)
    paragraphs = paragraphs_of(make_document(), [])
    assert texts(paragraphs) == lines
    assert [p.kind for p in paragraphs] == ["headline", "body", "body", "body", "body"]


def test_where_lines_are_wrapped_blank_lines_part_paragraphs() -> None:
    text = "The port\nwill close.\nIt is old.\n\nNobody\nobjects.\n"
    starts = [0, text.index("It"), text.index("Nobody")]
    ends = [text.index("\nIt"), text.index("\n\n"), len(text) - 1]
    document = make_document().model_dump() | {
        "text": text,
        "sentences": [
            {"id": n, "start": start, "end": end, "kind": "body"}
            for n, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
        ],
    }
    assert texts(paragraphs_of(Document.model_validate(document), [])) == [
        "The port\nwill close.\nIt is old.\n\n",
        "Nobody\nobjects.\n",
    ]


def test_a_text_without_sentences_is_one_paragraph_a_line() -> None:
    document = make_document().model_dump() | {"text": "a\n\nb", "sentences": []}
    paragraphs = paragraphs_of(Document.model_validate(document), [Mark(1, 4, 1)])
    assert texts(paragraphs) == ["a\n\n", "b"]
    assert [p.kind for p in paragraphs] == [None, None]


def test_stretches_of_one_sentence_stay_together() -> None:
    document = make_document()
    sentence = document.sentence(2)
    inside = [sentence.start, sentence.start + 4, sentence.end - 3, sentence.end]
    marks = [Mark(start, end, 1) for start, end in pairwise(inside)]
    (run,) = [r for p in paragraphs_of(document, marks) for r in p.runs if r.sentence == 2]
    assert [len(s.text) for s in run.stretches] == [b - a for a, b in pairwise(inside)]
