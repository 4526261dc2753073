"""Real pages, which stay outside the project: by hash, offset and count, never by their words.

``SUMMARIZER_ARTICLES`` names the folder of the article, ``SUMMARIZER_DATA`` that of the news data.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from summarizer.documents import document_from_text, load

SHARED = Path(__file__).parents[3] / "shared"
ARTICLE = Path(os.environ.get("SUMMARIZER_ARTICLES") or SHARED / "articles").joinpath(
    "latin-times-2025-05-29.txt"
)
NEWS = Path(os.environ.get("SUMMARIZER_DATA") or SHARED / "data").joinpath("news/gum-news.jsonl")


@pytest.mark.skipif(not ARTICLE.is_file(), reason=f"did not run: there is no {ARTICLE.name}")
def test_the_article_is_told_from_the_reader_application() -> None:
    document = load(ARTICLE)

    assert document.sha256 == "4822d051f52948597ee50ecacbec8dc639f4c76c0e1731809c6c56ba5d0fe9f6"
    kinds = [sentence.kind for sentence in document.sentences]
    assert kinds == ["boilerplate"] * 8 + ["headline"] + ["body"] * 18 + ["boilerplate"] * 18
    headline = document.sentence(9)
    assert (headline.start, headline.end) == (125, 244)
    assert [s.start for s in document.body] == [
        246, 474, 592, 614, 775, 929, 1129, 1342, 1498,
        1575, 1692, 1923, 2106, 2265, 2365, 2595, 2659, 2762,
    ]  # fmt: skip
    assert document.body[-1].end == 2896
    assert document.title == document.words_of(9)
    assert document.outlet == "Latin Times"
    assert document.section == "National"
    assert document.byline == document.words_of(8)
    assert document.published is None
    assert document.language == "en"


@pytest.mark.skipif(not NEWS.is_file(), reason=f"did not run: there is no {NEWS.name}")
def test_clean_news_loses_nothing_but_its_date_lines_and_captions() -> None:
    rows = [json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()]
    documents = [document_from_text(row["text"]) for row in rows]

    removed = [
        (number, sentence)
        for number, document in enumerate(documents)
        for sentence in document.sentences
        if sentence.kind == "boilerplate"
    ]
    # Looked at one by one: all are a caption with its credit, or the line that gives the date.
    captions = [
        (number, sentence)
        for number, sentence in removed
        if "Image: " in documents[number].text[sentence.start :].split("\n", 1)[0]
    ]
    # Looked at one by one: the rest are lines that give the date.
    dates = [found for found in removed if found not in captions]
    assert (len(captions), len(dates)) == (55, 26)
    assert all(documents[number].published for number, _ in dates)
    assert all(sentence.end - sentence.start <= 30 for _, sentence in dates)
    assert sum(document.title is not None for document in documents) == 42
    assert {document.language for document in documents} == {"en"}


@pytest.mark.skipif(not NEWS.is_file(), reason=f"did not run: there is no {NEWS.name}")
def test_hardly_a_sentence_of_clean_news_is_taken_for_an_instruction() -> None:
    rows = [json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()]
    kinds = [s.kind for row in rows for s in document_from_text(row["text"]).sentences]

    assert kinds.count("instruction") <= 0.003 * len(kinds)
