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
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*(?:st|nd|rd|th|[-–]\d+)?\b|\d+(?:[.,]\d+)*|"
    r"[^\W_]+(?:(?:-|['’](?!(?:s|ve|ll|re|d|m)\b))[^\W_]+)*|['’](?:s|ve|ll|re|d|m)?\b|[^\w\s]",
    re.IGNORECASE,
)
_CALENDAR = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday""".split()
)
_VERBS = frozenset(("may", "march"))
_CLITICS: dict[str, Tag] = {"'ve": "have", "'ll": "modal", "'re": "be", "'d": "modal", "'m": "be"}
_APPROXIMATE = frozenset("about over under around above below".split())
_PARTICLES = frozenset("over on in off by through along around past after across".split())
_EMPHATIC = frozenset("himself herself itself themselves".split())
_SUPERLATIVE = frozenset("best worst least most".split())
_ALONE = frozenset("all both each some many several few most neither either these those".split())
_CLAUSE = 12
# Nouns for people of a nation, which stand before no other noun, and are names of persons too.
_SURNAMES = frozenset("finn dane pole swede scot briton turk serb croat".split())
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
    del raw[LONGEST:]
    said = [text[start:end] for start, end, _ in raw]
    later = _verbs_later(said)
    found: list[Token] = []
    for place, (start, end, core) in enumerate(raw):
        word = said[place]
        lower = word.lower().replace("’", "'")
        if core and (not national(lower) or lower in _SURNAMES):
            found.append(Token(word, lower, start, end, "name", core=core))
            continue
        tag, form = (
            ("adj", "")
            if core
            else _tagged(
                _Word(word, lower, (*said[place + 1 : place + 3], "", "")[:2], later[place], found)
            )
        )
        found.append(Token(word, lower, start, end, cast(Tag, tag), cast(Form, form)))
    return tuple(found)


def _verbs_later(said: list[str]) -> list[bool]:
    """For each word whether a sure verb follows it within its clause."""
    later = [False] * len(said)
    seen = False
    for place in range(len(said) - 1, -1, -1):
        later[place] = seen
        lower = said[place].lower()
        tag = CLOSED.get(lower, "")
        if tag in ("be", "have", "do", "modal"):
            seen = True
        elif not lower[:1].isalnum() or tag in ("cc", "sub", "rel"):
            seen = False
        elif not tag and form_of(lower) in ("past", "part") and "n" not in classes(lower):
            seen = True
    return later


@dataclass(frozen=True)
class _Word:
    """A word with what stands beside it.

    Attributes:
        next: the texts of the two words after it, "" past the end.
        verb_later: whether a sure verb follows within the clause.
        before: the tokens before it.
    """

    text: str
    lower: str
    next: tuple[str, ...]
    verb_later: bool
    before: list[Token]

    @property
    def following(self) -> str:
        return self.next[0]

    @property
    def verbless(self) -> bool:
        """Whether its clause has no other verb."""
        if self.verb_later:
            return False
        for token in reversed(self.before[-_CLAUSE:]):
            if token.tag in ("comma", "stop", "cc", "sub", "rel"):
                return True
            if token.tag in ("verb", "be", "have", "do", "modal"):
                return False
        return True

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
        following, after = self.next
        lower = following.lower()
        if form_of(lower) in ("past", "part") and "n" not in classes(lower):
            return _noun_like(following) and _noun_like(after)
        return _noun_like(following)


def _tagged(word: _Word) -> tuple[Tag, Form]:
    if not word.text[0].isalnum():
        return _sign(word), ""
    if word.text[0].isdigit():
        return "num", ""
    prev = word.prev
    if word.lower in _CALENDAR and word.text[0].isupper() and (prev or word.lower not in _VERBS):
        return "time", ""
    if word.lower in CLOSED:
        return _closed(word), ""
    return _open(word)


def _sign(word: _Word) -> Tag:
    """What a mark is, or what is written with an apostrophe."""
    prev, mark = word.prev, word.text
    if word.lower in ("'s", "'"):
        contracted = prev is not None and prev.lower in _CONTRACTED
        owner = prev is not None and (word.lower == "'s" or prev.lower.endswith("s"))
        return "be" if contracted else "poss" if owner else "quote"
    if word.lower in _CLITICS:
        return _CLITICS[word.lower]
    if mark in ",()–—-[]":
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
    elif lower in ("before", "after", "since", "until", "till") and CLOSED.get(after) == "pron":
        tag = "sub"
    elif tag == "prep":
        tag = _preposition(word, after)
    elif lower in _EMPHATIC and word.prev_tag in ("have", "be", "modal", "name", "noun"):
        tag = "adv" if after[:1].isalpha() else "pron"
    return tag


def _preposition(word: _Word, after: str) -> Tag:
    """A preposition; a particle where nothing follows that it could govern ("taken over by")."""
    if word.lower in _APPROXIMATE and (after[:1].isdigit() or CLOSED.get(after) == "num"):
        return "adv" if word.prev_tag not in ("noun", "name") else "prep"
    if after == "by":
        return "adv"  # "paid for by"
    loose = CLOSED.get(after) in ("prep", "sub", "to", "cc") or not after[:1].isalnum()
    if word.lower in _PARTICLES and word.prev_tag in ("verb", "noun", "name") and loose:
        return "adv"
    return "prep"


def _open(word: _Word) -> tuple[Tag, Form]:
    kinds, form = classes(word.lower), form_of(word.lower)
    describing = "a" in kinds or word.lower in _SUPERLATIVE
    noun: Tag = "adj" if describing and ("n" not in kinds or word.before_noun) else "noun"
    if word.lower.endswith("ly") and word.lower not in _NO_ADVERB:
        return "adv", ""
    if not form:
        return noun, ""
    if form in ("base", "s"):
        return ("verb", form) if _acts(word, kinds, form) else (noun, "")
    describes = (word.lower == "acting" or (form != "ing" and word.prev_tag == "prep")) and (
        word.before_noun
    )
    if describes or (word.prev_tag in ("det", "adj", "num", "poss") and not _headed(word, form)):
        nominal = form == "ing" and not word.before_noun
        return ("noun" if nominal else "adj"), ""
    governs = word.after in ("det", "pron", "name") or word.following[:1] in '“"‘'
    named = form == "ing" and "n" in kinds and word.prev_tag == "noun" and not governs
    return ("noun", "") if named else ("verb", form)


def _headed(word: _Word, form: Form) -> bool:
    """Whether what stands before a past form can be its subject alone: "the latter built a"."""
    prev = word.prev
    if form not in ("past", "part") or word.before_noun or prev is None:
        return False
    if prev.tag == "num":
        return len(word.before) < 2 or word.before[-2].tag not in ("det", "poss", "adj")  # noqa: PLR2004
    if prev.tag == "det":
        return prev.lower in _ALONE
    return prev.tag == "adj" and word.after in ("det", "pron") and word.verbless


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
    joined = governor.tag in ("noun", "name") and any(t.lower == "and" for t in word.before[-5:])
    many = plural or joined or governor.tag in ("rel", "pron")
    many = many or governor.lower in ("people", "police")
    named = governor.tag == "name" and governor.lower.endswith("s")
    if not (many or named if form == "base" else not plural or joined):
        return False
    opens_object = after in ("det", "pron", "to", "name", "adv", "sub", "not", "num") or (
        word.following[:1].isdigit()
    )
    goes_on = after == "prep" and (
        word.verbless or (form == "s" and governor.tag == "name" and not word.verb_later)
    )
    if after == "sub" and not word.verbless and governor.tag == "noun":
        return False  # "dismissed takeover rumours as"
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
    open_class = "n" in kinds or "a" in kinds or not kinds or lower.endswith("ing")
    return word[0].isupper() or open_class
