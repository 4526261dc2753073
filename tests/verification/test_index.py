"""Finding the sentences that a claim may rest on."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.schema import SentenceKind
from summarizer.text.terms import alternatives, keys, terms
from summarizer.verification.index import LOOSE, SentenceIndex, closest_clauses
from tests.verification.sources import ARTICLE, DRIVERS, LORRIES, TOLL, article, document_of

INDEX = SentenceIndex(article())
FIRST = "Ana Boris Clara David Elena Farid Greta Hugo Irina Jonas".split()
LAST = "Adler Brandt Castro Duval Ekman Farrow Grant Hansen Ibsen Jansen".split()
ACTS = "repaired painted sold inspected measured photographed flooded insured fenced rented".split()
THINGS = "barn bridge boat chapel dam ferry garage harbour jetty kiosk".split()


def long_document(count: int) -> list[str]:
    """Sentences that share most of their words: who did what, where there are many of each."""
    rng = random.Random(7)
    return [
        f"{rng.choice(FIRST)} {rng.choice(LAST)} {rng.choice(ACTS)} the {rng.choice(THINGS)}"
        f" number {number} near Selby."
        for number in range(1, count + 1)
    ]


LONG = long_document(2_000)
LONG_INDEX = SentenceIndex(document_of(LONG))


# What is looked up


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tolls", ["toll"]),
        ("12,000 tolls", ["#12000", "toll"]),
        ("He and she were not there.", []),
        ("twelve tolls were paid", ["#12", "toll", "pay"]),
        ("toll Toll TOLL", ["toll"]),
        ("🚢 — ?", []),
        ("", []),
    ],
)
def test_terms_are_stems_and_values_without_the_commonest_words(
    text: str, found: list[str]
) -> None:
    assert [term.key for term in terms(text)] == found


def test_a_capital_makes_a_name_but_for_the_first_word() -> None:
    assert [t.word for t in terms("Drivers cross Selby with Olsen") if t.name] == ["selby", "olsen"]


@given(st.text())
def test_any_text_has_terms_each_once(text: str) -> None:
    found = [term.key for term in terms(text)]
    assert len(set(found)) == len(found)
    assert keys(text) == set(found)


# Retrieval


@pytest.mark.parametrize("number", [1, 777, 1_500, 2_000])
def test_the_right_sentence_of_a_long_document_is_first(number: int) -> None:
    sentence = LONG[number - 1]
    who, what = sentence.split()[1], sentence.split()[2]
    for claim in (sentence, f"It was number {number} that {who} {what}.", f"{number} was {what}"):
        best, *_ = LONG_INDEX.find(claim, candidates=3)
        assert best.main == number


@given(st.integers(1, len(LONG)), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=50)
def test_the_order_of_words_makes_no_difference(number: int, rng: random.Random) -> None:
    words = LONG[number - 1].removesuffix(".").split()
    rng.shuffle(words)
    (best,) = LONG_INDEX.find(" ".join(words), candidates=1)
    assert best.main == number
    assert best.coverage == pytest.approx(1)
    assert best.missing == ()


def test_what_two_sentences_carry_is_found_in_both() -> None:
    claim = "Two lorries with more than 12,000 drivers were stopped"
    best = INDEX.find(claim, candidates=1)[0]
    assert {ARTICLE[n - 1] for n in best.sentences} >= {LORRIES, DRIVERS}
    assert best.main == ARTICLE.index(LORRIES) + 1
    assert INDEX.coverage(terms(claim), best.main) < best.coverage <= 1


def test_a_synonym_counts_less_than_the_word() -> None:
    index = SentenceIndex(document_of(["The firm bought a ship.", "The weather was fine."]))
    (word,) = index.find("bought ship", candidates=1)
    (other,) = index.find("purchased ship", candidates=1)
    assert (word.main, other.main) == (1, 1)
    assert word.coverage == pytest.approx(1)
    assert LOOSE / 2 < other.coverage < 1
    purchased, ship = terms("purchased ship")
    assert index.coverage([purchased], 1) == pytest.approx(LOOSE)
    assert index.coverage([ship], 1) == 1
    assert other.missing == ()


def test_what_no_sentence_has_is_missing() -> None:
    (best,) = INDEX.find("Two lorries carried whales", candidates=1)
    assert [t.word for t in best.missing] == ["carried", "whales"]
    assert 0 < best.coverage < 1
    assert not INDEX.mentions(best.missing[1])
    assert INDEX.mentions(terms("lorry")[0])


@pytest.mark.parametrize("text", ["Whales prefer jazz", "", "of the and", "?"])
def test_nothing_is_found_where_no_term_is_shared(text: str) -> None:
    assert INDEX.find(text, candidates=3) == []


def test_the_page_around_the_article_is_never_found() -> None:
    kinds: dict[int, SentenceKind] = {3: "headline", 4: "body"}
    around: tuple[SentenceKind, SentenceKind] = ("boilerplate", "instruction")
    index = SentenceIndex(document_of(ARTICLE, [kinds.get(n, around[n % 2]) for n in range(1, 7)]))
    assert index.numbers == [3, 4]
    for sentence in ARTICLE:
        for passage in index.find(sentence, candidates=5):
            assert set(passage.sentences) <= {3, 4}
    assert index.before(4, 5) == (ARTICLE[2],)


def test_an_empty_document_has_nothing() -> None:
    index = SentenceIndex(document_of([TOLL], ["boilerplate"]))
    assert index.find(TOLL, candidates=3) == []
    assert not index.has("toll")
    assert index.weight("toll") > 0


@given(
    st.lists(st.sampled_from(ARTICLE), min_size=1, max_size=3),
    st.text(st.sampled_from("Olsenthbridg tol12,0 wk"), max_size=30),
    st.integers(1, 5),
)
@settings(deadline=None)
def test_what_holds_of_every_passage(said: list[str], more: str, candidates: int) -> None:
    text = " ".join([*said, more])
    found = INDEX.find(text, candidates=candidates)
    assert 1 <= len(found) <= candidates
    assert len({p.main for p in found}) == len(found)
    for passage in found:
        assert passage.main in passage.sentences
        assert list(passage.sentences) == sorted(set(passage.sentences))
        assert len(passage.sentences) <= 3
        alone = INDEX.coverage(terms(text), passage.main)
        assert 0 <= alone <= passage.coverage + 1e-9 <= 1 + 2e-9
        assert set(passage.missing) <= set(terms(text))
        assert not any(INDEX.coverage([t], n) for t in passage.missing for n in passage.sentences)


def test_before_gives_the_nearest_last() -> None:
    assert INDEX.before(1, 3) == ()
    assert INDEX.before(3, 2) == ARTICLE[:2]
    assert INDEX.before(6, 3) == ARTICLE[2:5]


def test_a_rare_word_weighs_more() -> None:
    (rare,), (common,) = (terms(word) for word in ("kiosk", "Selby"))
    assert LONG_INDEX.weight("unheard") > LONG_INDEX.weight(rare.key) > 0
    assert LONG_INDEX.weight(rare.key) > LONG_INDEX.weight(common.key) > 0


# Growth, in counts


def test_the_index_grows_linearly_with_the_document() -> None:
    def size(count: int) -> int:
        index = SentenceIndex(document_of(LONG[:count]))
        return sum(map(len, index._postings.values()))

    small, large = size(500), size(2_000)
    assert small <= 500 * 8
    assert large <= 4 * small + 8


def test_a_look_up_reads_the_lists_of_its_terms_and_of_their_synonyms_only() -> None:
    read: list[int] = []

    class Counting(dict[str, list[int]]):
        def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
            found = super().get(key, [])
            read.append(len(found))
            return found

    index = SentenceIndex(document_of(LONG))
    index._postings = Counting(index._postings)
    claim = "Number 1500 was flooded"
    index.find(claim, candidates=3)
    looked_up = {t.key for t in terms(claim)} | {
        k for t in terms(claim) for k in alternatives(t.word)
    }
    # Each list once for its weight, and once to be read.
    assert len(read) <= 2 * len(looked_up)
    assert sum(read) <= 2 * sum(len(index._postings[k]) for k in looked_up if index.has(k))


# Clauses


SENTENCE = (
    "Olsen closed the bridge on Monday, because the wind had risen, and the mayor, who was away,"
    " thanked her."
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Olsen closed the bridge", "Olsen closed the bridge"),
        ("The wind had risen", "the wind had risen"),
        ("The mayor thanked her", "mayor"),
    ],
)
def test_the_closest_clauses_carry_the_text(text: str, words: str) -> None:
    start, end = closest_clauses(SENTENCE, text)
    assert words in SENTENCE[start:end]


def test_clauses_far_from_the_text_are_left_out() -> None:
    start, end = closest_clauses(SENTENCE, "Olsen closed the bridge on Monday.")
    assert "mayor" not in SENTENCE[start:end]


@given(st.sampled_from([*ARTICLE, SENTENCE]), st.text(max_size=40))
def test_closest_clauses_lie_in_the_sentence(sentence: str, text: str) -> None:
    start, end = closest_clauses(sentence, text)
    assert 0 <= start < end <= len(sentence)
    assert sentence[start:end].strip()
