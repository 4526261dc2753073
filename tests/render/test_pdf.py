from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeGuard

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.briefing.schema import BriefingNote
from summarizer.render.paper import Block, Heading, cites_of
from summarizer.render.paper_note import paper_of
from summarizer.render.pdf import render_pdf
from summarizer.render.visible import visible
from summarizer.schema import Summary
from tests.factories import make_claims, make_document, make_empty_summary, make_summary
from tests.render.hostile import HOSTILE
from tests.render.hostile_note import note_saying
from tests.render.notes import make_note

MARKUP = ("#import *bold* $x$ _y_ `z`", '#panic() ] } "', "\u202eabc\u2066 \u200f")


RESULTS = (make_note(), make_summary(), make_empty_summary())


@dataclass(frozen=True)
class Piece:
    """Some text, and where on its page it begins."""

    page: int
    left: float
    height: float
    text: str


def read(result: Summary | BriefingNote) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(render_pdf(result)))


def text_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def pieces(reader: pypdf.PdfReader) -> list[Piece]:
    found = []
    for number, page in enumerate(reader.pages):

        def see(text: str, cm: Any, *_: Any, number: int = number) -> None:
            if text.strip():
                found.append(Piece(number, cm[4], cm[5], text.strip()))

        page.extract_text(visitor_text=see)
    return found


def jumps(reader: pypdf.PdfReader) -> Iterator[tuple[str, str]]:
    """For each link the text that it lies on, and the text that it leads to."""
    every = pieces(reader)
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages)}
    for number, page in enumerate(reader.pages):
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            left, low, right, high = map(float, link["/Rect"])
            below = [
                piece.text
                for piece in every
                if piece.page == number
                and left - 1 <= piece.left < right
                and low <= piece.height <= high
            ]
            yield "".join(below), _first_at(every, *_destination(reader, link, numbers))


def _destination(
    reader: pypdf.PdfReader, link: Any, numbers: Mapping[Any, int]
) -> tuple[int, float, float]:
    place = link["/Dest"]
    if isinstance(place, str):
        place = reader.named_destinations[place].dest_array
    page, _, left, top, _ = place
    return numbers[page], float(left), float(top)


def _first_at(every: Sequence[Piece], page: int, left: float, top: float) -> str:
    """What begins there, or else nearest to the right in the first line under that height."""
    below = [p for p in every if p.page == page and p.left >= left - 1 and p.height <= top]
    height = max(piece.height for piece in below)
    line = [piece for piece in below if piece.height > height - 5]
    return min(line, key=lambda piece: piece.left).text


def test_the_same_note_is_the_same_bytes() -> None:
    assert render_pdf(make_note()) == render_pdf(make_note())


@pytest.mark.parametrize("result", RESULTS)
def test_every_citation_leads_to_its_claim_and_every_claim_to_its_words(
    result: Summary | BriefingNote,
) -> None:
    paper = paper_of(result)
    cited = Counter(paper.ids[claim] for claim in cites_of(paper.blocks))
    found: dict[str, list[tuple[str, str]]] = {"[": [], "E": [], "s": []}
    for text, to in jumps(read(result)):
        found[text[0]].append((text, to))
    assert Counter(text.strip("[]") for text, _ in found["["]) == cited
    assert all(text == f"[{to}]" for text, to in found["["])
    claims = (*result.claims, *result.rejected)
    sentences = [str(e.sentence) for claim in claims for e in claim.evidence]
    assert [to for _, to in found["E"]] == sentences
    assert all(text == f"Evidence (sentence {to})" for text, to in found["E"])
    # A source by its id and name leads to its title, a claim by its id to itself.
    assert all(to.split()[0] == text.split()[0] for text, to in found["s"])


def test_text_can_be_selected_and_tables_repeat_their_heads() -> None:
    claims = tuple(
        claim.model_copy(update={"id": f"c{3 * n + k}"})
        for n in range(20)
        for k, claim in enumerate(make_claims(make_document()), start=1)
    )
    reader = read(make_summary(claims=claims))
    pages = [page.extract_text() for page in reader.pages]
    assert sum("Claim What it says, who says so" in page for page in pages) > 2
    assert all(f"{n} of {len(pages)}" in page for n, page in enumerate(pages, start=1))
    text = text_of(read(make_note()))
    assert "High confidence: The toll will be 4 crowns." in text
    assert "It will be 4 crowns. [s1.c2] [s3.c2] The toll rises to 5 crowns. [s2.c1]" in text


def test_outline_properties_and_tags() -> None:
    reader = read(make_note())
    titles = [
        entry.title for entry in reader.outline if isinstance(entry, pypdf.generic.Destination)
    ]
    assert titles == [h.text for h in paper_of(make_note()).blocks if _is_section(h)]
    assert reader.metadata is not None
    known = {key: str(value) for key, value in reader.metadata.items() if key != "/Creator"}
    assert known == {
        "/Title": "The Selby toll",
        "/Subject": "Briefing note",
        "/Author": "summarizer",
    }
    assert "/StructTreeRoot" in reader.root_object


def _is_section(block: Block) -> TypeGuard[Heading]:
    return isinstance(block, Heading) and block.level == 1


@pytest.mark.parametrize("words", [*HOSTILE, *MARKUP])
def test_hostile_text_is_shown_as_its_characters(words: str) -> None:
    shown, reader = visible(words), read(note_saying(words))
    assert reader.metadata is not None
    assert shown.strip() in str(reader.metadata.title)
    text = re.sub(r"\s", "", text_of(reader))
    assert text.count(re.sub(r"\s", "", shown)) > 50
    assert not any("/A" in a.get_object() for p in reader.pages for a in p.get("/Annots", []))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=20))
def test_any_text_can_be_set(words: str) -> None:
    note = make_note()
    statement = note.bottom_line[0].model_copy(update={"text": words})
    assert len(read(note.model_copy(update={"bottom_line": (statement,)})).pages) == 3
