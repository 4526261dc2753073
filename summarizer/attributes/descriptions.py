"""What stands beside a name and says what its bearer is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.text.clauses import states
from summarizer.text.names import Mention
from summarizer.text.words import STOP_WORDS

_BEFORE = re.compile(r"((?:[\w’'-]+\s+){1,6})$")
_APPOSED_BEFORE = re.compile(r"([^,;:.“”\"]{2,70}),\s+(?:[\w.’'-]+\s+){0,3}$")
APPOSED_AFTER = re.compile(r",\s+(\d{1,2},\s+)?([^,;“”\"]{2,90})(?=,|\.?$|;|\.\s)")
_WHO_AFTER = re.compile(r",?\s+who\s+([^,;“”\"]{3,80})")
_SPEAKS = re.compile(r"\b(?:said|says|told|tells|added|argued|wrote|warned|claimed|asked)\b")
_ON_BEHALF = re.compile(
    r"\b(?:for|on\s+behalf\s+of|speaking\s+for)\s+(?:the\s+)?([\w’'\s-]{3,40}),\s+(?:\w+\.?\s+)?$",
    re.I,
)
_VERB_OPENING = re.compile(r"^(?:who|which|where|when|while|but|and|after|before|as|with)\b", re.I)


def run_before(mention: Mention, text: str) -> str:
    """The words of the phrase just before a name ("union leader" of "union leader Karel Bos")."""
    match = _BEFORE.search(text[: mention.start][-60:])
    if not match:
        return ""
    kept: list[str] = []
    for word in reversed(match[1].split()):
        if word.lower() in STOP_WORDS or not word[0].isalpha():
            break
        kept.insert(0, word)
    return " ".join(kept[-3:])


def descriptions(mention: Mention, text: str) -> Iterator[str]:
    """What stands beside a name and says what it is."""
    yield run_before(mention, text)
    before = text[: mention.start]
    if before.rstrip().endswith(",") or run_before(mention, text):
        apposed = _APPOSED_BEFORE.search(before[-110:])
        phrase = _noun_phrase_end(apposed[1]) if apposed else ""
        alone = apposed and (apposed[1].strip() == phrase.strip() and apposed.start(1) == 0)
        closed = re.match(r"\s*(?:[,.;]|$)", text[mention.end :])
        if phrase and (alone or closed) and not _VERB_OPENING.match(phrase):
            yield phrase
    behalf = _ON_BEHALF.search(before[-90:])
    if behalf:
        yield behalf[1]
    rest = text[mention.end : mention.end + 130]
    after = APPOSED_AFTER.match(rest)
    opens = ("and ", "but ", "said", "while ", "which ")
    clause = after and states(after[2]) and (after[2][0].isupper() or _SPEAKS.search(after[2]))
    if after and not clause and not after[2].lower().startswith(opens):
        yield after[2]
    who = _WHO_AFTER.match(rest)
    if who:
        yield who[1]
    of = re.match(r"\s+(?:of|at|from|for)\s+(?:the\s+)?([\w’'&\s-]{2,40})", rest)
    if of:
        yield " ".join(of[1].split()[:3])


def _noun_phrase_end(text: str) -> str:
    """The noun phrase that closes a stretch: from its last determiner on."""
    found = list(re.finditer(r"\b(?:the|an?|his|her|its|their)\s", text, re.IGNORECASE))
    opening = [m for m in found if not re.search(r"\b(?:of|in|at|for)\s$", text[: m.start()])]
    return text[opening[-1].start() :] if opening else text[-40:]
