"""Other languages than English: told, never contradicted, supported word for word only."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Document, Verification, verify
from summarizer.verification.language import document_language, other_language
from tests.verification.sources import ARTICLE, TOLL, article, document_of

GERMAN = (
    "Der Hafen von Selby verdoppelt die Brückenmaut am 2. Juni auf 4 Kronen.",
    "Mehr als 12.000 Fahrer überqueren die Brücke jeden Tag, sagte der Direktor.",
    "Der Bürgermeister bestritt nicht, dass der Rat gefragt worden war.",
)
FRENCH = (
    "Le port de Selby va doubler le péage du pont à 4 couronnes le 2 juin.",
    "Plus de 12 000 conducteurs traversent le pont chaque jour, selon le directeur.",
    "Le maire n'a pas nié que le conseil avait été consulté.",
)
ARABIC = (
    "سيضاعف ميناء سيلبي رسوم الجسر إلى 4 كرونات في 2 يونيو.",
    "يعبر أكثر من 12000 سائق الجسر كل يوم.",
    "لم ينف رئيس البلدية أن المجلس قد سئل.",
)
ARTICLES = {"German": GERMAN, "French": FRENCH, "Arabic script": ARABIC}
# Changed in a number, in a "not", and in nothing but words.
CHANGED = {
    "German": (
        "Der Hafen von Selby verdoppelt die Brückenmaut am 2. Juni auf 5 Kronen.",
        "Der Bürgermeister bestritt, dass der Rat gefragt worden war.",
        "Die Maut wird verdoppelt.",
    ),
    "French": (
        "Plus de 21 000 conducteurs traversent le pont chaque jour, selon le directeur.",
        "Le maire a nié que le conseil avait été consulté.",
        "Le péage va doubler.",
    ),
    "Arabic script": (
        "يعبر أكثر من 21000 سائق الجسر كل يوم.",
        "نفى رئيس البلدية أن المجلس قد سئل.",
        "ستتضاعف الرسوم.",
    ),
}


def languages(found: Verification) -> list[tuple[str, str]]:
    return [(f.check, f.severity) for f in found.findings]


@pytest.mark.parametrize(("language", "said"), ARTICLES.items(), ids=ARTICLES)
def test_an_article_in_another_language(language: str, said: tuple[str, ...]) -> None:
    document = Document.from_text("\n".join(said))
    assert document_language(document) == language
    repeated = verify(document, [*said, " ".join(said)])
    assert [(v.verdict, languages(v)) for v in repeated] == [
        ("supported", [("language", "info")])
    ] * 4
    others = verify(document, [*CHANGED[language], "The port will double the toll to 4 crowns."])
    assert [v.verdict for v in others] == ["unsupported"] * 4
    for found in (*repeated, *others):
        assert f"not supported for this language ({language})" in found.findings[0].message
    assert [languages(v)[0] for v in others] == [("language", "severe")] * 4


@pytest.mark.parametrize(
    "claim", [c for said in (*ARTICLES.values(), *CHANGED.values()) for c in said]
)
def test_a_claim_in_another_language_about_an_english_article(claim: str) -> None:
    (found,) = verify(article(), [claim])
    assert found.verdict == "unsupported"
    assert languages(found) == [("language", "severe")]
    assert "not supported for this language (" in found.findings[0].message


def test_a_sentence_of_another_language_inside_an_english_claim() -> None:
    (found,) = verify(article(), [f"{TOLL} {GERMAN[2]}"])
    assert found.verdict == "unsupported"
    assert languages(found) == [("language", "severe")]


def test_a_foreign_sentence_in_an_english_article_is_supported_word_for_word() -> None:
    document = document_of([*ARTICLE, FRENCH[2]])
    same, changed = verify(document, [FRENCH[2], CHANGED["French"][1]])
    assert (same.verdict, languages(same)) == ("supported", [("language", "info")])
    assert changed.verdict == "unsupported"


@pytest.mark.parametrize("cut", [GERMAN[0].removesuffix(" auf 4 Kronen."), GERMAN[1][:40]])
def test_a_part_of_a_sentence_is_not_word_for_word(cut: str) -> None:
    # "Es ist falsch, dass …" may stand before it.
    assert verify(document_of(GERMAN, language="de"), [cut])[0].verdict == "unsupported"


def test_sentences_in_another_order_are_not_word_for_word() -> None:
    document = document_of(GERMAN, language="de")
    assert verify(document, [f"{GERMAN[2]} {GERMAN[0]}"])[0].verdict == "unsupported"
    assert verify(document, [f"{GERMAN[1]} {GERMAN[2]}"])[0].verdict == "supported"


@given(st.sampled_from([c for said in (*ARTICLES.values(), *CHANGED.values()) for c in said]))
@settings(deadline=None, max_examples=20)
def test_decomposed_letters_make_no_difference(claim: str) -> None:
    document = document_of(GERMAN + FRENCH + ARABIC, language="de")
    (plain,), (spread,) = (
        verify(document, [unicodedata.normalize(form, claim)]) for form in ("NFC", "NFD")
    )
    assert spread.verdict == plain.verdict


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Minister hat das Gesetz am Montag nicht unterschrieben, sagte er.", "German"),
        ("De haven van Selby verdubbelt de tol voor de brug.", "Dutch"),
        ("El puerto duplicará el peaje.", "not English"),
        ("Most zostanie zamknięty w piątek.", "not English"),
        ("Мост закрыт", "Cyrillic script"),
        ("Η γέφυρα έκλεισε", "Greek script"),
        ("桥被关闭了", "Chinese script"),
        ("橋は金曜日に閉鎖された", "Chinese script"),
        ("다리가 폐쇄되었다", "Korean script"),
        ("הגשר נסגר", "Hebrew script"),
    ],
)
def test_other_languages(text: str, language: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        *ARTICLE,
        "Toll doubles",
        "PORT OF SELBY DOUBLES TOLL",
        "Los Angeles mayor resigned",
        "Ursula von der Leyen met Luiz Inácio Lula da Silva in The Hague",
        "“Nous sommes prêts”, the mayor said.",
        "Владимир Путин said so",
        "Covid-19",
        "12,000",
        "🚢 ⚓",
        "",
        "𝐓𝐡𝐞 𝐩𝐨𝐫𝐭 𝐜𝐥𝐨𝐬𝐞𝐝",
    ],
)
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert other_language(text) is None


def test_the_language_of_a_document() -> None:
    assert document_language(article()) is None
    assert document_language(document_of(ARTICLE, language=None)) is None
    assert document_language(document_of(GERMAN, language="de")) == "German"
    assert document_language(document_of(["Most zamknięty w piątek."], language=None)) == (
        "not English"
    )
    assert document_language(document_of(["Most"], ["boilerplate"], language=None)) is None
