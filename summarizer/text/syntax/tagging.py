"""The words of a sentence with their part of speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from summarizer.text.places import national
from summarizer.text.syntax.classes import CLOSED, Form, Tag, classes, form_of

LONGEST = 250
"""Tokens of a sentence that are read; some readings take the square of it."""

Names = tuple[tuple[int, int, tuple[str, ...]], ...]

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:(?:-|['’](?![sS]\b))[^\W_]+)*|['’][sS]?\b|[^\w\s]"
)
_CALENDAR = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday""".split()
)
_VERBS = frozenset(("may", "march"))
_BETWEEN = frozenset("both all each since long".split())
_NOT_OWNED = frozenset("here there again then now also".split())
_CONTRACTED = frozenset("it he she that there who what here".split())
_NO_ADVERB = frozenset(
    """family ally supply only early daily weekly monthly yearly friendly elderly likely unlikely
    deadly assembly monopoly reply rally bully apply rely fly anomaly butterfly lily holy ugly silly
    lovely lonely costly orderly quarterly homely belly folly multiply imply comply jelly""".split()
)


@dataclass(frozen=True)
class Token:
    """A word or mark: where it stands, what it is, and for a verb in which form."""

    text: str
    lower: str
    start: int
    end: int
    tag: Tag
    form: Form = ""
    core: tuple[str, ...] = ()


def tokens(text: str, names: Names) -> tuple[Token, ...]:
    """The tokens of one sentence, the first :data:`LONGEST` of them.

    Args:
        text: the sentence.
        names: offsets and core of each name in it, in order; a name is one token.
    """
    raw: list[tuple[int, int, tuple[str, ...]]] = []
    at = 0
    for match in _TOKEN.finditer(text):
        while at < len(names) and names[at][1] <= match.start():
            at += 1
        if at < len(names) and names[at][0] <= match.start() < names[at][1]:
            if not raw or raw[-1][0] != names[at][0]:
                raw.append(names[at])
            if match.end() <= names[at][1]:
                continue
        raw.append((match.start(), match.end(), ()))
        if len(raw) > LONGEST:
            break
    found: list[Token] = []
    for place, (start, end, core) in enumerate(raw[:LONGEST]):
        following = text[slice(*raw[place + 1][:2])] if place + 1 < len(raw) else ""
        word = text[start:end]
        lower = word.lower().replace("’", "'")
        if core and not national(lower):
            found.append(Token(word, lower, start, end, "name", core=core))
            continue
        tag, form = ("adj", "") if core else _tagged(_Word(word, lower, following, found))
        found.append(Token(word, lower, start, end, cast(Tag, tag), cast(Form, form)))
    return tuple(found)


@dataclass(frozen=True)
class _Word:
    """A word with what stands beside it: the text of the next, the tokens before."""

    text: str
    lower: str
    following: str
    before: list[Token]

    @property
    def prev(self) -> Token | None:
        return self.before[-1] if self.before else None

    @property
    def prev_tag(self) -> str:
        return self.before[-1].tag if self.before else ""

    @property
    def governor(self) -> Token | None:
        """The token before, adverbs left out."""
        return next((t for t in reversed(self.before) if t.tag not in ("adv", "not")), None)

    @property
    def after(self) -> str:
        """The class of the next word, "name" for a capital, "" for an open class."""
        return CLOSED.get(self.following.lower(), "name" if self.following[:1].isupper() else "")

    @property
    def before_noun(self) -> bool:
        """Whether the next word may belong to the same noun phrase."""
        return _noun_like(self.following)


def _tagged(word: _Word) -> tuple[Tag, Form]:
    prev = word.prev
    if word.lower in ("'s", "'"):
        contracted = prev is not None and prev.lower in _CONTRACTED
        owner = prev is not None and (word.lower == "'s" or prev.lower.endswith("s"))
        return ("be", "") if contracted else ("poss", "") if owner else ("quote", "")
    if not word.text[0].isalnum():
        return _mark(word.text), ""
    if word.text[0].isdigit():
        return "num", ""
    if word.lower in _CALENDAR and word.text[0].isupper() and (prev or word.lower not in _VERBS):
        return "time", ""
    if word.lower in CLOSED:
        return _closed(word), ""
    return _open(word)


def _mark(mark: str) -> Tag:
    if mark in ",()–—[]":
        return "comma"
    return "quote" if mark in "“”\"‘’'" else "stop"


def _closed(word: _Word) -> Tag:
    """A word of a closed class, some of which belong to several."""
    lower, after = word.lower, word.following.lower()
    tag = CLOSED[lower]
    if word.prev_tag in ("have", "be", "modal") and lower in _BETWEEN:
        tag = "adv"
    elif lower in ("one", "ones") and word.prev_tag == "det":
        tag = "noun"
    elif lower in ("both", "all", "each") and after[:1].isalpha() and not word.before_noun:
        tag = "adv" if after not in ("of", "the", "its", "his", "their") else "det"
    elif lower == "no" and after == "longer":
        tag = "not"
    elif lower == "her":
        owned = after[:1].isalnum() and CLOSED.get(after, "adv") == "adv"
        tag = "det" if owned and after not in _NOT_OWNED else "pron"
    elif lower == "that":
        tag = "rel" if word.prev_tag in ("noun", "name", "comma") else "sub"
    elif lower in ("before", "after", "since", "until") and CLOSED.get(after) == "pron":
        tag = "sub"
    return tag


def _open(word: _Word) -> tuple[Tag, Form]:
    kinds, form = classes(word.lower), form_of(word.lower)
    noun: Tag = "adj" if "a" in kinds and ("n" not in kinds or word.before_noun) else "noun"
    if word.lower.endswith("ly") and word.lower not in _NO_ADVERB:
        return "adv", ""
    if not form:
        return noun, ""
    if form in ("base", "s"):
        return ("verb", form) if _acts(word, kinds, form) else (noun, "")
    describes = (word.lower == "acting" or (form != "ing" and word.prev_tag == "prep")) and (
        word.before_noun
    )
    if describes or word.prev_tag in ("det", "adj", "num", "poss"):
        nominal = form == "ing" and not word.before_noun
        return ("noun" if nominal else "adj"), ""
    named = form == "ing" and "n" in kinds and word.prev_tag == "noun"
    return ("noun", "") if named else ("verb", form)


def _acts(word: _Word, kinds: str, form: Form) -> bool:
    """Whether a form that may be a noun or a verb ("plans", "report") is a verb there."""
    prev, governor, after = word.prev, word.governor, word.after
    if prev is None and word.before_noun:
        return False
    if governor is not None and governor.tag in ("to", "modal", "do"):
        return form == "base" and (governor.tag != "to" or "v" in kinds)
    if word.prev_tag == "prep" or after in ("be", "have", "modal", "do"):
        return False
    if governor is not None and governor.tag == "be":
        return False
    if kinds == "v" and word.prev_tag not in ("det", "adj", "poss"):
        return True
    return governor is not None and _follows_subject(word, governor, form)


def _follows_subject(word: _Word, governor: Token, form: Form) -> bool:
    """Whether the word before may be its subject, and what follows does not speak against it."""
    after = word.after
    if word.prev_tag == "comma":
        return form == "s" and word.following.lower() in CLOSED and _closes_aside(word.before)
    before = word.prev_tag in ("noun", "name", "pron", "rel", "adv", "time")
    if not before or governor.tag not in ("noun", "name", "pron", "rel", "time"):
        return False
    plural = governor.tag == "noun" and governor.lower.endswith("s")
    many = plural or governor.tag in ("rel", "pron") or governor.lower in ("people", "police")
    if not (many or governor.tag == "name" if form == "base" else not plural):
        return False
    opens_object = after in ("det", "pron", "to", "name", "adv", "sub", "not", "num") or (
        word.following[:1].isdigit()
    )
    goes_on = form == "s" and after == "prep" and governor.tag == "name"
    return opens_object or goes_on or governor.tag in ("rel", "pron")


def _closes_aside(before: list[Token]) -> bool:
    """Whether the comma just read is the second one behind a name or noun."""
    return any(
        t.tag == "comma" and i and before[i - 1].tag in ("name", "noun")
        for i, t in enumerate(before[:-1])
    )


def _noun_like(word: str) -> bool:
    lower = word.lower()
    if not lower or not lower[0].isalnum() or lower in CLOSED:
        return False
    kinds = classes(lower)
    return word[0].isupper() or "n" in kinds or not kinds or "a" in kinds
