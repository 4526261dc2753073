"""What a text is looked up by: its content words by their stems, its numbers by their values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.lexicon import antonyms, lemmas, synonyms
from summarizer.text.numbers import numbers
from summarizer.text.words import STOP_WORDS, stem, words


@dataclass(frozen=True)
class Term:
    """Something that a text says and can be looked up by.

    Attributes:
        key: the stem of a content word, or ``#`` and the value of a number.
        word: the word or number in lower case.
        name: capitalised, and not because it opens the text.
    """

    key: str
    word: str
    name: bool

    @property
    def number(self) -> bool:
        """Whether it is the value of a number."""
        return self.key.startswith("#")


@lru_cache(maxsize=50_000)
def terms(text: str) -> tuple[Term, ...]:
    """The terms of a text in order, each key once."""
    found: dict[str, Term] = {}
    stated = {n.start: n for n in numbers(text)}
    for place, word in enumerate(words(text)):
        number = stated.get(word.start)
        if number is not None:
            found.setdefault(f"#{number.value:g}", Term(f"#{number.value:g}", word.lower, False))
        elif word.lower not in STOP_WORDS and len(word.lower) > 1 and not word.text[0].isdigit():
            key = stem(word.lower)
            found.setdefault(key, Term(key, word.lower, place > 0 and word.text[0].isupper()))
    return tuple(found.values())


@lru_cache(maxsize=50_000)
def keys(text: str) -> frozenset[str]:
    """The keys of a text's terms."""
    return frozenset(term.key for term in terms(text))


@lru_cache(maxsize=50_000)
def alternatives(word: str) -> frozenset[str]:
    """Keys of other forms of a word and of its synonyms."""
    return frozenset(stem(w) for w in lemmas(word) | synonyms(word)) - {stem(word)}


@lru_cache(maxsize=8_000)
def opposites(word: str) -> frozenset[str]:
    """Keys of the opposites of a word."""
    return frozenset(stem(w) for w in antonyms(word))
