"""The gold data that is part of the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from summarizer.documents import load
from summarizer.evaluation.gold import Gold, GoldSpan, TrapKind, load_gold
from summarizer.evaluation.lint import Linted, lint

EVALS = Path(__file__).parents[2] / "evals"
ARTICLES = EVALS / "articles"
OWN = sorted(ARTICLES.glob("*.txt"))
FIRST = sorted((EVALS / "gold").glob("*.yaml"))
SECOND = sorted((EVALS / "gold" / "second").glob("*.yaml"))
REAL = "latin-times-2025-05-29"
LOOKED_AT = {
    "council-transit-vote",
    "harbour-merger",
    "ice-leadership",
    "river-flood",
    "school-tablets-trial",
    REAL,
}
FEWEST_UNSEEN = 24
BODY_WORDS = range(150, 1251)


def name(path: Path) -> str:
    return path.relative_to(EVALS / "gold").as_posix()


@pytest.fixture(scope="module")
def golds() -> dict[Path, Gold]:
    return {path: load_gold(path) for path in (*FIRST, *SECOND)}


def spans(gold: Gold) -> Iterator[GoldSpan]:
    for claim in gold.claims:
        for alternative in claim.evidence:
            yield from alternative
        yield from (link.cue for link in claim.attribution if link.cue is not None)


def test_there_is_something_to_check() -> None:
    assert len(OWN) >= FEWEST_UNSEEN
    assert len(FIRST) == len(OWN) + 1
    assert SECOND


@pytest.mark.parametrize("path", [p for p in (*FIRST, *SECOND) if p.stem != REAL], ids=name)
def test_labels_of_our_own_articles_have_no_fault(path: Path) -> None:
    assert lint(path, [ARTICLES]) == Linted((), checked=True)


def test_labels_of_the_real_article_have_no_fault(articles_folder: Path) -> None:
    if not (articles_folder / f"{REAL}.txt").is_file():
        pytest.skip(f"not run on the real article: no {REAL}.txt in {articles_folder}")
    path = EVALS / "gold" / f"{REAL}.yaml"
    assert lint(path, [ARTICLES, articles_folder]) == Linted((), checked=True)


def test_the_form_of_the_real_articles_labels_has_no_fault_without_its_text() -> None:
    assert lint(EVALS / "gold" / f"{REAL}.yaml", [ARTICLES]) == Linted((), checked=False)


def test_every_article_has_labels_and_no_labels_are_without_article() -> None:
    assert {path.stem for path in FIRST} == {path.stem for path in OWN} | {REAL}


def test_labels_bear_the_name_of_their_article(golds: dict[Path, Gold]) -> None:
    named = [(path.stem, f"{path.stem}.txt") for path in golds]
    assert [(gold.article.id, gold.article.file) for gold in golds.values()] == named


def test_second_labels_are_about_the_text_of_the_first(golds: dict[Path, Gold]) -> None:
    def text(path: Path) -> tuple[str, str | None, str]:
        article = golds[path].article
        return article.sha256, article.published, article.split

    assert [text(path) for path in SECOND] == [text(EVALS / "gold" / p.name) for p in SECOND]


def test_the_articles_that_were_looked_at_are_the_dev_split(golds: dict[Path, Gold]) -> None:
    assert {path.stem for path in FIRST if golds[path].article.split == "dev"} == LOOKED_AT


def test_enough_articles_were_not_looked_at(golds: dict[Path, Gold]) -> None:
    unseen = [path for path in FIRST if golds[path].article.split == "test"]
    assert len(unseen) >= FEWEST_UNSEEN


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_an_article_is_neither_a_note_nor_a_book(path: Path) -> None:
    document = load(path)
    words = sum(len(document.words_of(sentence.id).split()) for sentence in document.body)
    assert words in BODY_WORDS


def test_labels_of_the_real_article_hold_none_of_its_text(golds: dict[Path, Gold]) -> None:
    of_the_real = [gold for gold in golds.values() if gold.article.id == REAL]
    assert of_the_real
    assert {span.text for gold in of_the_real for span in spans(gold)} == {None}


def test_labels_of_our_own_articles_hold_the_words_of_every_span(golds: dict[Path, Gold]) -> None:
    bare = [
        (name(path), span.start)
        for path, gold in golds.items()
        if gold.article.id != REAL
        for span in spans(gold)
        if span.text is None
    ]
    assert bare == []


def test_a_label_that_a_model_made_says_so(golds: dict[Path, Gold]) -> None:
    models = {g.labelled_by.who for g in golds.values() if g.labelled_by.kind == "model"}
    assert [who for who in models if "model" not in who.split()] == []
    people = {g.labelled_by.who for g in golds.values() if g.labelled_by.kind == "person"}
    assert people & models == set()


def test_every_kind_of_trap_occurs_where_it_is_critical(golds: dict[Path, Gold]) -> None:
    critical = {t.kind for g in golds.values() for t in g.traps if t.severity == "critical"}
    assert critical == set(get_args(TrapKind))


def test_every_article_has_the_traps_that_the_guide_asks_for(golds: dict[Path, Gold]) -> None:
    counts = {name(path): len(golds[path].traps) for path in FIRST}
    assert {file: count for file, count in counts.items() if not 6 <= count <= 10} == {}
