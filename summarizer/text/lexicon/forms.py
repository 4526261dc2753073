"""Undoing English inflection: irregular forms by list, regular ones by rule and known lemmas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.text.lexicon import news
from summarizer.text.lexicon.data import CLASSES, Lexicon, Reading

_SHORTEST = 3  # letters of a base that a rule may leave
_NO_PLURAL = ("ss", "us", "is")
_TAKE_ES = ("ses", "xes", "zes", "ches", "shes", "oes")
_MUST_DOUBLE = re.compile(r"(?:[^aeiou]|(?<=q)u)*[aeiou][^aeiouwxy]")  # "hop": hopping
_DOUBLED = re.compile(r".*([bdfgklmnprstvz])\1")


def readings(word: str, known: Lexicon) -> frozenset[Reading]:
    """Each part of speech and lemma that a lower-case word form or phrase may stand for."""
    if " " in word:
        return frozenset((pos, lemma) for lemma in _phrase(word, known) for pos in CLASSES)
    found = set() if word in news.OWN_FORMS else set(_bases(word, known))
    if is_lemma(word, known) or not any(is_lemma(base, known) for _, base in found):
        found |= {(pos, word) for pos in CLASSES}
    return frozenset(found | {("*", lemma) for _, lemma in found})


def is_lemma(word: str, known: Lexicon) -> bool:
    """Whether the lexicon has the word as it stands."""
    return (
        word in known.news.words
        or any(word in lemmas for lemmas in known.lemmas.values())
        or any(word in partners for partners in known.synonyms.values())
        or any(word in partners for partners in known.opposites.values())
        or word in known.derived
        or word in known.weaker
    )


def _phrase(phrase: str, known: Lexicon) -> Iterator[str]:
    """The phrase with its first word as a lemma, where the lexicon has it; else as it stands."""
    first, *rest = phrase.split(" ")
    found = False
    for lemma in sorted({lemma for _, lemma in readings(first, known)} | {first}):
        if (lemma, *rest) in known.phrases.get(lemma, ()):
            found = True
            yield " ".join((lemma, *rest))
    if not found:
        yield phrase


def _bases(word: str, known: Lexicon) -> Iterator[Reading]:
    if word in news.FORMS:
        yield "*", news.FORMS[word]
        yield "n", news.FORMS[word]
        return
    for pos, forms in known.forms.items():
        if pos == "a" and not _comparable(word, known):
            continue
        for lemma in filter(None, forms.get(word, "").split(",")):
            yield pos, lemma
    for lemma in _verb_bases(word, known):
        yield "v", lemma
    for lemma in _noun_bases(word, known):
        yield "n", lemma
    for lemma in _adjective_bases(word, known):
        yield "a", lemma


def _verb_bases(word: str, known: Lexicon) -> Iterator[str]:
    verbs = known.lemmas["v"]
    if word in known.forms["v"]:
        return
    if word.endswith("s") and not word.endswith(_NO_PLURAL):
        yield from (base for base in _without_s(word) if base in verbs)
    if word in verbs:
        return
    if word.endswith("ied") and word[:-3] + "y" in verbs:
        yield word[:-3] + "y"
        return
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            found = [base for base in _stripped(word.removesuffix(ending)) if base in verbs]
            if not found and not is_lemma(word, known):
                stem = word.removesuffix(ending)
                found = [stem, stem + "e"] if len(stem) >= _SHORTEST else []
            yield from found[:1] if ending == "ing" else found


def _stripped(stem: str) -> Iterator[str]:
    """Bases that lose "e" or double their last letter before -ed and -ing, likeliest first."""
    if len(stem) > 1 and not _MUST_DOUBLE.fullmatch(stem):
        yield stem
    yield stem + "e"
    if _DOUBLED.fullmatch(stem):
        yield stem[:-1]


def _noun_bases(word: str, known: Lexicon) -> Iterator[str]:
    nouns = known.lemmas["n"]
    if not word.endswith("s"):
        if word.endswith("men") and word not in nouns and len(word) > len("men") + 1:
            yield word[:-2] + "an"
        return
    if word.endswith(_NO_PLURAL) or word in known.forms["n"] or word in known.forms["v"]:
        return
    bases = [base for base in _without_s(word) if len(base) >= _SHORTEST or base in nouns]
    there = [base for base in bases if base in nouns]
    if there:
        yield from there
    elif word not in nouns and not is_lemma(word, known):
        yield from bases[:1]


def _without_s(word: str) -> Iterator[str]:
    """Bases of a form in -s, likeliest first."""
    if word.endswith("ies") and len(word) > len("ties"):
        yield word[:-3] + "y"
    if word.endswith(_TAKE_ES):
        yield word[:-2]
    yield word[:-1]


def _comparable(word: str, known: Lexicon) -> bool:
    """Whether the form may be an adjective's comparative: not "number" or "offer"."""
    other = word in known.lemmas["n"] or word in known.lemmas["v"]
    return not other or word in known.lemmas["a"] or ("a", word) in known.news.axes


def _adjective_bases(word: str, known: Lexicon) -> Iterator[str]:
    adjectives = known.lemmas["a"]
    if not _comparable(word, known):
        return
    for ending in ("er", "est"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST - 1:
            continue
        if stem.endswith("i"):
            stem = stem[:-1] + "y"
        yield from (base for base in _stripped(stem) if base in adjectives)
