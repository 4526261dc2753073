from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.briefing.schema import BriefingNote
from summarizer.render.docx import render_docx
from summarizer.render.paper import cites_of
from summarizer.render.paper_note import paper_of
from summarizer.render.visible import visible
from summarizer.schema import Summary
from tests.factories import make_empty_summary, make_summary
from tests.render.hostile import HOSTILE, saying
from tests.render.hostile_note import note_saying
from tests.render.notes import make_note

MARKUP = ("#import *bold* $x$ _y_ `z`", "\u202eabc\u2066 \u200f", "\ufffe lone")
RESULTS = (make_note(), make_summary(), make_empty_summary())


def part(result: Summary | BriefingNote, name: str) -> Any:
    with ZipFile(BytesIO(render_docx(result))) as archive:
        return parse_xml(archive.read(f"word/{name}.xml"))


def said(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def footnotes(result: Summary | BriefingNote) -> list[Any]:
    """Those of the author, without the separators that Word keeps among them."""
    return [note for note in part(result, "footnotes") if int(note.get(qn("w:id"))) > 0]


def test_the_same_note_is_the_same_bytes() -> None:
    assert render_docx(make_note()) == render_docx(make_note())


def test_headings_lists_and_tables_are_those_of_word() -> None:
    document = docx.Document(BytesIO(render_docx(make_note())))
    styles = {p.text: p.style.name for p in document.paragraphs if p.style}
    assert styles["The Selby toll"] == "Title"
    assert styles["Key judgements"] == "Heading 1"
    assert styles["the toll (number)"] == "Heading 2"
    assert styles["Full text, with the numbers of its sentences"] == "Heading 3"
    assert styles["High confidence: The toll will be 4 crowns., 2"] == "List Bullet"
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert heads == [
        ["s1 Selby Evening Post, s3 Gazette (stands)", "s2 Selby Courier"],
        ["When", "What"],
        ["As written", "Read as", "In"],
        ["Claim", "What it says, who says so, and in which words"],
        ["Claim", "What it says, why it was rejected, and its evidence"],
    ]
    assert {table.style.name for table in document.tables if table.style} == {"Table Grid"}
    for table in document.tables:
        assert table._tbl.tr_lst[0].xpath("w:trPr/w:tblHeader")
    sides = [cell.text for cell in document.tables[0].rows[1].cells]
    assert sides == ["It will be 4 crowns.3, 2", "The toll rises to 5 crowns."]
    rejected = document.tables[-1].rows[1].cells[1].text
    assert "the evidence has another number (expected “12,000”, found “21,000”)" in rejected


def test_properties_and_page_numbers() -> None:
    document = docx.Document(BytesIO(render_docx(make_note())))
    properties = document.core_properties
    assert (properties.title, properties.subject) == ("The Selby toll", "Briefing note")
    assert (properties.author, properties.created) == ("summarizer", None)
    footer = document.sections[0].footer.paragraphs[0]
    codes = [code.text.strip() for code in footer._p.iter(qn("w:instrText"))]
    assert (footer.text, codes) == ("Page 1 of 1", ["PAGE", "NUMPAGES"])


@pytest.mark.parametrize("result", RESULTS)
def test_every_citation_is_a_footnote_or_refers_to_the_one_of_its_claim(
    result: Summary | BriefingNote,
) -> None:
    document, notes = part(result, "document"), footnotes(result)
    evidence = {claim.id: [e.text for e in claim.evidence] for claim in result.claims}
    for note in notes:
        claim = said(note).split()[0]
        assert all(f"“{quoted}”" in said(note) for quoted in evidence[claim])
    cited = [int(ref.get(qn("w:id"))) for ref in document.iter(qn("w:footnoteReference"))]
    assert cited == list(range(1, len(notes) + 1))
    again = [code.text for code in document.iter(qn("w:instrText"))]
    assert all(re.fullmatch(r" NOTEREF note_\d+ \\f \\h ", code) for code in again)
    paper = paper_of(result)
    every = list(cites_of(paper.blocks))
    assert (len(cited), len(cited) + len(again)) == (len(set(every)), len(every))


@pytest.mark.parametrize("result", RESULTS)
def test_every_link_leads_to_a_bookmark(result: Summary | BriefingNote) -> None:
    document = part(result, "document")
    marks = [mark.get(qn("w:name")) for mark in document.iter(qn("w:bookmarkStart"))]
    numbers = [mark.get(qn("w:id")) for mark in document.iter(qn("w:bookmarkStart"))]
    assert (len(set(marks)), len(set(numbers))) == (len(marks), len(marks))
    every = chain(
        document.iter(qn("w:hyperlink")), part(result, "footnotes").iter(qn("w:hyperlink"))
    )
    targets = {link.get(qn("w:anchor")) for link in every}
    targets |= {code.text.split()[1] for code in document.iter(qn("w:instrText"))}
    assert targets <= set(marks)


@pytest.mark.parametrize("words", [*HOSTILE, *MARKUP])
def test_hostile_text_is_shown_as_its_characters(words: str) -> None:
    result, shown = saying(words), visible(words)
    document = part(result, "document")
    tags = [element.tag for element in document.iter()]
    plain = [element.tag for element in part(saying("tame"), "document").iter()]
    # A run or a paragraph from right to left says so, and nothing else is there.
    assert [tag for tag in tags if tag not in (qn("w:rtl"), qn("w:bidi"), qn("w:rPr"))] == [
        tag for tag in plain if tag != qn("w:rPr")
    ]
    paragraphs = [said(paragraph) for paragraph in document.iter(qn("w:p"))]
    assert paragraphs[0] == shown
    assert any(f"One {visible(words.translate({10: ' '}))} two." in p for p in paragraphs)
    assert shown.strip() in said(footnotes(result)[0])
    assert said(part(note_saying(words), "document")).count(shown) > 20


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=20))
def test_any_text_can_be_held(words: str) -> None:
    statement = make_note().bottom_line[0].model_copy(update={"text": words})
    note = make_note().model_copy(update={"bottom_line": (statement,)})
    document = docx.Document(BytesIO(render_docx(note)))
    assert document.paragraphs[3].text.removesuffix(", ") == visible(words)


def test_every_citation_is_kept_by_libreoffice(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("not converted: apt-get install libreoffice-writer-nogui")
    pypdf = pytest.importorskip("pypdf")
    note = make_note()
    (tmp_path / "note.docx").write_bytes(render_docx(note))
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "note.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "note.pdf").pages]
    text = " ".join(" ".join(pages).split())
    notes = [" ".join(said(footnote).split()) for footnote in footnotes(note)]
    assert len(notes) == 7
    for number, footnote in enumerate(notes, start=1):
        assert re.search(rf"\b{number} ?{re.escape(footnote)}", text), footnote
    assert "The bridge toll doubles in June.1, 2" in text
    assert "High confidence: The toll will be 4 crowns.3, 2" in text
    assert f"Page 1 of {len(pages)}" in text
