"""Claims and documents in languages whose grammar the checks do not know."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarizer.documents.language import find_language
from summarizer.schema import Document, Finding
from summarizer.text.lexicon.data import lexicon
from summarizer.text.lexicon.forms import is_lemma, readings
from summarizer.text.words import STOP_WORDS, Word, words

SUPPORTED = "en"

_NAMES = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
}
_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
_LATIN = "LATIN"
# Of the words of English news that no capital marks as names, the lexicon knows 96 %.
_KNOWN_SHARE = 0.5
_SURELY_ENGLISH = 0.8
_FEWEST_WORDS = 3
_SAMPLE = 20_000
_PARTICLES = frozenset(
    "al ben bin da das de del den der di do dos du el la le ten ter van von".split()
)


def document_language(document: Document) -> str | None:
    """The name of the language that the document is in; None for English."""
    if document.language == SUPPORTED:
        return None
    if document.language is not None:
        return _NAMES.get(document.language, document.language)
    return other_language(" ".join(document.words_of(s.id) for s in document.article))


@lru_cache(maxsize=1_000)
def other_language(text: str) -> str | None:
    """The name of the language or script that ``text`` is in.

    None for English, and for a text that is too short to tell or only of names and numbers. Only
    the first 20,000 characters are read.
    """
    read = words(unicodedata.normalize("NFKC", text[:_SAMPLE]))
    found = [word for word in read if not word.text[0].isdigit()]
    script = _script_of(found)
    if script != _LATIN:
        return f"{_SCRIPTS.get(script, script.title())} script"
    known = [_is_english(word.lower) for word in _without_names(found)]
    if len(known) < _FEWEST_WORDS:
        return None
    share = sum(known) / len(known)
    code = find_language(text)
    if share >= _SURELY_ENGLISH or (share >= _KNOWN_SHARE and code in (None, SUPPORTED)):
        return None
    return _NAMES.get(code or "", "not English")


def foreign(language: str, *, word_for_word: bool) -> Finding:
    """What is to be said of a claim that the checks cannot judge.

    Only what stands in the source word for word is then taken as supported: a "not" in another
    language would not be seen.

    Args:
        language: of the claim or of the document.
        word_for_word: every sentence of the claim is one of the document's.
    """
    return Finding(
        check="language",
        severity="info" if word_for_word else "severe",
        message=f"not supported for this language ({language}): negation, hedging, direction, "
        "scope, dates, roles and speakers; only what stands word for word is accepted",
    )


def _script_of(found: Sequence[Word]) -> str:
    """The script of more than half of the words; Latin where none has."""
    (script, count), *_ = Counter(_script(w.text[0]) for w in found).most_common(1) or [(_LATIN, 0)]
    return script if 2 * count > len(found) else _LATIN


@lru_cache(maxsize=5_000)
def _script(letter: str) -> str:
    """The script's name as the names of its letters begin with it: ``LATIN``, ``ARABIC``."""
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]


def _without_names(found: Sequence[Word]) -> Iterator[Word]:
    """The first word and those without a capital, but for the inside of "Ursula von der Leyen"."""
    in_name = False
    for place, word in enumerate(found):
        in_name = word.text[0].isupper() or (in_name and word.lower in _PARTICLES)
        if not place or not in_name:
            yield word


@lru_cache(maxsize=20_000)
def _is_english(word: str) -> bool:
    if word in STOP_WORDS:
        return True
    known = lexicon()
    return any(is_lemma(lemma, known) for _, lemma in readings(word, known))
