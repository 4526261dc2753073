"""Every name of the statement stands in its source.

In a draft of our own, which restates one clause, it stands in the cited sentence or before it. A
claim that somebody else wrote may take it from anywhere in the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from summarizer.checks.case import Case
from summarizer.schema import Finding
from summarizer.text.first_names import FEMALE, MALE
from summarizer.text.mentions import Mention, initials_of
from summarizer.text.names import Names
from summarizer.text.places import aliases, place_of
from summarizer.text.syntax.classes import classes
from summarizer.text.words import PRONOUNS, STOP_WORDS, stem, words

NAME = "names"
_PERIOD = re.compile(r"[qh][1-4]|fy\d*")
_SHORTEST = 4
_ENDINGS = frozenset("n an ian ean ese ish i er ic ite ns ans ians ers ites".split())
_BARE = frozenset(("", "a", "e", "y", "ia", "o", "land", "s"))
_POINTING = PRONOUNS | {"this", "that", "these", "those", "there", "one", "both", "other"}


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a name that the source has not given.

    In our own drafts also for one that is given later or that is put together or added; info for
    one from earlier on.
    """
    yield from _strange(case) if case.derived else _added(case)


def _added(case: Case) -> Iterator[Finding]:
    here = lowered(case.evidence)
    for mention in case.names.in_text(case.text):
        if _in_a_row(mention, case.evidence):
            continue
        fault = _fault(case, mention, here)
        if fault:
            yield Finding(check=NAME, severity="fatal", message=fault, found=mention.text)
        elif not set(mention.core) <= here:
            yield Finding(
                check=NAME,
                severity="info",
                message=f"{mention.text} is named earlier in the document, not in this sentence",
                found=mention.text,
            )


def _fault(case: Case, mention: Mention, here: set[str]) -> str:
    if not case.names.knows(mention.core):
        return f"the source has no name {mention.text}"
    elsewhere = [word for word in mention.core if word not in here]
    if not all(case.named_before(word) for word in elsewhere):
        return f"the name {mention.text} is not in the source up to this sentence"
    if elsewhere and not _stands_for_something(case, mention):
        return f"it adds {mention.text}, which stands for no word of the source"
    return ""


def _stands_for_something(case: Case, mention: Mention) -> bool:
    """Whether the name takes the place of a word of the part: a shorter form of it, "she", "the
    agency"."""
    if set(mention.core) & lowered(case.part):
        return True
    gone = Counter(w.lower for w in words(case.part)) - Counter(w.lower for w in words(case.text))
    said = {stem(w.lower) for w in words(case.text)}
    replaced = {w for w in gone if w not in STOP_WORDS and stem(w) not in said}
    return bool(replaced or set(gone) & _POINTING)


def _in_a_row(mention: Mention, text: str) -> bool:
    said = " ".join(w.lower for w in words(text))
    return f" {' '.join(w.lower for w in words(mention.text))} " in f" {said} "


def _strange(case: Case) -> Iterator[Finding]:
    """Names of a claim in anybody's words that the document nowhere has."""
    for mention in case.names.in_text(case.text):
        missing = _missing(case, mention)
        if not missing:
            continue
        meant = _meant(case, mention)
        message = f"not found: {missing}"
        if meant:
            message = f"claim says {mention.text}, source says {meant}"
        yield Finding(
            check=NAME,
            severity="fatal",
            message=message,
            expected=meant or None,
            found=mention.text if meant else missing,
        )


def _missing(case: Case, mention: Mention) -> str:
    """The part of a name that the document does not have, "" when it has all of it."""
    names = case.names
    if names.knows(mention.core) or _known_otherwise(names, mention):
        return ""
    opening = not case.text[: mention.start].strip(" \t\n“\"'(‘-–—•*")
    lost = [w for w in mention.core if not _has(case, w)]
    ordinary = bool(lost) and _ordinary(lost[0]) and lost[0] not in FEMALE | MALE
    if opening and lost == [mention.core[0]] and ordinary:
        lost = []  # capitalised because it opens the claim
    if lost and set(lost) == set(mention.core):
        return mention.text
    if lost:
        return _as_written(mention, lost)
    return mention.text if _put_together(names, mention) else ""


def _has(case: Case, word: str) -> bool:
    """Whether the document has a word of a name, in whatever form."""
    if any(case.named_before(form) for form in (word, word.replace(".", ""))):
        return True
    if _PERIOD.fullmatch(word) or word in case.names.tokens:
        return True
    parts = word.split("-")
    if len(parts) > 1 and all(
        p in case.names.tokens or case.named_before(p) or _ordinary(p) or p.isdigit() for p in parts
    ):
        return True
    if len(aliases(word)) > 1 and any(_all_said(case, alias) for alias in aliases(word)):
        return True
    if word in _forms(case.names) or place_of(word) in _places(case.names):
        return True
    return any(_derived(word, name) for name in _words(case.names))


@lru_cache(maxsize=20_000)
def _derived(one: str, other: str) -> bool:
    """Whether one is an adjective or the people of the other ("Morian", "Moria")."""
    shared = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    ends = one[shared:], other[shared:]
    fits = any(a in _ENDINGS and b in _BARE for a, b in (ends, ends[::-1]))
    return fits and shared >= _SHORTEST


@lru_cache(maxsize=64)
def _words(names: Names) -> frozenset[str]:
    return frozenset(word for mention in names.mentions for word in mention.core)


def _all_said(case: Case, name: str) -> bool:
    return all(case.named_before(w) for w in name.split())


@lru_cache(maxsize=64)
def _forms(names: Names) -> frozenset[str]:
    """Words of the document's names without their accents, and their plurals and singulars."""
    found: set[str] = set()
    for mention in names.mentions:
        for word in mention.core:
            plain = _plain(word)
            found |= {plain, word, f"{word}s", f"{word}es", *word.split("-")}
            found.add(word.removesuffix("s"))
        found |= initials_of(mention.text) if len(mention.core) > 1 else set()
    found |= {_plain(w) for w in names.lower if not w.isascii()}
    return frozenset(found)


@lru_cache(maxsize=64)
def _places(names: Names) -> frozenset[str]:
    """The countries and regions that the document names or has adjectives of."""
    found = {place_of(word) for word in names.tokens}
    return frozenset(found - {""})


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word)
    return "".join(c for c in folded if not unicodedata.combining(c))


def _known_otherwise(names: Names, mention: Mention) -> bool:
    """Whether the document knows the name in another form."""
    whole = " ".join(mention.core)
    others = {tuple(alias.split()) for alias in aliases(whole) if alias != whole}
    if any(names.knows(other) for other in others):
        return True
    if len(mention.core) == 1:
        word = mention.core[0]
        return (
            _plain(word) in _forms(names)
            or place_of(word) in _places(names)
            or any(_derived(word, name) for name in _words(names))
        )
    return all(_plain(w) in _forms(names) for w in mention.core) and not _put_together(
        names, mention
    )


def _put_together(names: Names, mention: Mention) -> bool:
    """Whether a person's name is made of the first name of one and the last name of another."""
    if len(mention.core) != 2 or any(_ordinary(w) for w in mention.core):  # noqa: PLR2004
        return False
    first, last = mention.core
    whole = [m.core for m in names.mentions if names.kind(m.core) == "person" and len(m.core) > 1]
    firsts = {c for c in whole if c[0] == first}
    lasts = {c for c in whole if c[-1] == last}
    if not lasts or firsts & lasts:
        return False
    alone = (first,) in {m.core for m in names.mentions}
    return not (alone and not firsts)


@lru_cache(maxsize=20_000)
def _ordinary(word: str) -> bool:
    """Whether the language has a word, or makes it from two ("firefighters") or of a verb."""
    if classes(word) or word in STOP_WORDS:
        return True
    made = any(classes(word.removesuffix(ending)) for ending in ("ees", "ers", "ors", "ee", "er"))
    joined = any(classes(word[:i]) and classes(word[i:]) for i in range(_SHORTEST, len(word) - 3))
    return made or joined


def _as_written(mention: Mention, lost: list[str]) -> str:
    """The lost words of a name as the claim writes them."""
    written = [w for w in mention.text.split() if w.lower().strip(".,’'") in lost]
    return " ".join(written) or mention.text


def _meant(case: Case, mention: Mention) -> str:
    """The name of the source that the claim has in a wrong form: one that shares its last word."""
    near = [
        m
        for text in (case.evidence, *case.before)
        for m in case.names.in_text(text)
        if len(m.core) > 1 and len(mention.core) > 1 and _nearly(m.core, mention.core)
    ]
    return near[0].text if near else ""


def _nearly(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    shared = set(a) & set(b)
    return bool(shared) and (a[-1] == b[-1] or len(shared) + 1 >= max(len(a), len(b)))


def carried_names(case: Case) -> list[Mention]:
    """The names that the statement has from earlier in the document."""
    here = lowered(case.evidence)
    return [m for m in case.names.in_text(case.text) if not set(m.core) <= here]


def lowered(text: str) -> set[str]:
    """All words of a text in lower case, the parts of hyphenated and dotted ones included."""
    found = {w.lower for w in words(text)}
    return found | {w.replace(".", "") for w in found} | {p.strip(".") for p in found}
