"""Whose view it is, where a claim has no verb of speech: "Vale is against the toll"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarizer.attributes.ledger import Ledger
from summarizer.attributes.reporting_lexicon import LIGHT, NOUNS, verbs
from summarizer.attributes.sayings import Saying
from summarizer.attributes.sources import fits
from summarizer.attributes.speakers import DOCUMENT_NOUNS, ORGANISATION_NOUNS, described
from summarizer.checks.carriers import carrying, content_of, share
from summarizer.text.names import Names
from summarizer.text.referents import spans
from summarizer.text.syntax import person_noun
from summarizer.text.syntax.reading import Reading, read
from summarizer.text.terms import Term, keys, terms

_ENOUGH = 0.6
# Less of the claim is enough where the claim has all of the report.
_SOME = 0.34
_ALL = 0.75
_MARGIN = 0.7
_LEAST = 2
_PERSONAL = re.compile(
    r"\b(?:he|she|they|him|her|them|his|hers|their|who|we|our|I|my)\b", re.IGNORECASE
)
_IMPERSONAL = re.compile(r"\b(?:it|its|they|their|them|we|our)\b", re.IGNORECASE)
_CONTRARY = re.compile(
    r"\b(?:not|no|never|against|oppos\w+|reject\w*|den(?:y|ies|ied)|den(?:ial)|object\w*|refus\w+|without|"
    r"neither|nor)\b|n[’']t\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:by|from|of|to|for)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)


def crossed(
    known: Ledger, near: Sequence[Saying], text: str, names: Names
) -> Iterator[tuple[str, Saying]]:
    """The claim's words for a speaker, and the report of another one that it gives to that one."""
    if known.transcript:
        return
    for phrase in _voices(text, names):
        wanted = _wanted(text, phrase)
        scored = [(_restated(wanted, text, known, s), s) for s in carrying(known, wanted)]
        scored = [(x, s) for x, s in scored if x and s.speaker and not s.told.negated]
        others = [(x, s) for x, s in scored if fits(known, phrase, s).same is False]
        if len(wanted) < _LEAST or not others:
            continue
        score, best = max(others, key=_first)
        contrary = bool(_CONTRARY.search(text)) != bool(_CONTRARY.search(content_of(known, best)))
        if contrary or _in(phrase, text, known, best):
            continue
        own = [s for s in (*near, *(s for _, s in scored)) if fits(known, phrase, s).same]
        if not own and keys(phrase) & keys(known.plain(best.number)):
            continue  # he does or has it there, and is not said to say it
        lines = {n for s in (*near, *own, best) for n in known.around(s.number, 1)}
        mine = [share(wanted, content_of(known, s)) for s in own if not s.told.negated]
        beside = [share(wanted, known.plain(n)) for n in lines]
        if max([*mine, *beside], default=0.0) < _MARGIN * score:
            yield phrase, best
            return


def _first(scored: tuple[float, Saying]) -> float:
    return scored[0]


def _restated(wanted: frozenset[Term], text: str, known: Ledger, saying: Saying) -> float:
    """Share of the wanted terms in a report, 0 where that is too little to be sure."""
    content = content_of(known, saying)
    score = share(wanted, content)
    if score >= _ENOUGH:
        return score
    back = share(frozenset(terms(content)), text)
    return score if score >= _SOME and back >= _ALL else 0.0


def _in(phrase: str, text: str, known: Ledger, saying: Saying) -> bool:
    """Whether what is reported speaks of the one that the claim names, or may do."""
    content = content_of(known, saying)
    own = keys(phrase)
    body = described(phrase, known.names).kind in ("organisation", "outlet")
    pronoun = (_IMPERSONAL if body else _PERSONAL).search(content)
    if own & (keys(content) | keys(saying.told.hearer)) or pronoun:
        return True
    said = keys(text)
    return any(t.name or _party(t.word) for t in terms(content) if t.key not in said)


def _party(word: str) -> bool:
    """Whether a noun is for a person or a body, which the claim may call otherwise."""
    return (
        word in ORGANISATION_NOUNS
        or word in _PEOPLE
        or (person_noun(word) and word not in verbs() and word not in NOUNS)
    )


_PEOPLE = frozenset("people police staff crew children men women residents".split())


@lru_cache(maxsize=4_000)
def _wanted(text: str, phrase: str) -> frozenset[Term]:
    """The terms of a claim but for those of its speaker and those that only say that one speaks."""
    voice = keys(phrase)
    return frozenset(
        t
        for t in terms(text)
        if t.key not in voice
        and t.word not in LIGHT
        and t.word not in NOUNS
        and not _speech(t.word)
    )


def _speech(word: str) -> bool:
    verb = verbs().get(word)
    return verb is not None and verb.frame in ("speech", "tell", "think")


@lru_cache(maxsize=4_000)
def _voices(text: str, names: Names) -> tuple[str, ...]:
    """The noun phrases of a claim that may be for who speaks: its subject, and who comes behind
    "by" and "from"."""
    reading = read(text, spans(text, names))
    found: list[str] = []
    for number, phrase in enumerate(reading.phrases):
        if phrase.pronoun or phrase.time:
            continue
        whole = _whole(text, reading, number)
        subject = any(number in f.agent for f in reading.frames if f.finite)
        begin = reading.words[phrase.start].start
        seen = described(whole, names)
        speaks = seen.mention is not None or seen.kind in ("organisation", "outlet", "anonymous")
        speaks = speaks or seen.head in DOCUMENT_NOUNS or person_noun(seen.head)
        if speaks and (subject or _SAYS.search(text[:begin])):
            found.append(whole)
    return tuple(found)


def _whole(text: str, reading: Reading, number: int) -> str:
    """The words of a phrase with the one that owns it."""
    phrase = reading.phrases[number]
    start = phrase.start
    if phrase.owner is not None:
        start = reading.phrases[phrase.owner].start
    return reading.text(text, start, phrase.end)
