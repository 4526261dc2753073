from __future__ import annotations

import pytest

from summarizer.briefing.copies import distinct, shared_sentences
from summarizer.schema import Document

BODY = tuple(
    f"Barge number {n} left the quay of Selby with {n} tonnes of gravel aboard."
    for n in range(2, 14)
)
OTHER = tuple(
    f"The choir of Ostley sang {n} songs in the old market hall that day." for n in range(2, 14)
)


def page(*lines: str, source: str = "a.txt") -> Document:
    return Document.from_text("\n\n".join(lines), source=source)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (BODY, [0]),
        (("Home | Sport | Weather", *BODY, "Read next: gravel"), [0]),
        ((*BODY[:-1], "A single sentence of the page was rewritten by another editor."), [0]),
        (BODY[:4], [0, 1]),  # an excerpt is another text
        (OTHER, [0, 1]),
    ],
)
def test_one_text_counts_once(lines: tuple[str, ...], kept: list[int]) -> None:
    documents = [page(*BODY), page(*lines, source="b.txt")]
    found, notices = distinct(documents)
    assert found == kept
    assert [n.sources for n in notices] == ([("s1",)] if len(kept) == 1 else [])
    assert all("b.txt is the text of a.txt" in n.message for n in notices)


def test_the_same_bytes_without_one_telling_sentence() -> None:
    assert distinct([page("Toll."), page("Toll."), page("Tolls.")])[0] == [0, 2]


def test_what_is_copied_in_silence_is_told() -> None:
    documents = [page(*BODY), page(*BODY[:4], *OTHER), page(*OTHER[:2], "Other.")]
    (notice,) = shared_sentences(documents)
    assert (notice.kind, notice.sources) == ("shared_origin", ("s1", "s2"))
    assert "4 sentences" in notice.message
