"""Names of a document: what kind of thing they name, which mentions belong together.

The kind is a guess from the words themselves and from what stands beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from summarizer.schema import EntityKind
from summarizer.text.first_names import FEMALE, MALE
from summarizer.text.mentions import (
    ORGANISATION,
    PERSON_NOUNS,
    PLACE,
    SMALL,
    TITLES,
    WINDOW,
    Core,
    Mention,
    cased_words,
    initials_of,
    lower_words,
    mentions,
    words_of,
)
from summarizer.text.syntax.classes import classes, has_base

__all__ = ["PERSON_NOUNS", "Core", "Mention", "Names", "mentions"]

_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|to|across|outside|around|of)\s+(?:the\s+)?$")
_PERSON_VERB = re.compile(
    r"^,?\s+(?:who|said|says|told|added|asked|argued|denied|called|wrote|resigned|"
    r"testified|insisted|warned|vowed|promised|admitted)\b"
)
_TOKEN = re.compile(r"\w+(?:-\w+)*")
_PRECEDED = re.compile(r"\b(?:the|in|at|near|from|to|across|outside|around|of)\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_MAX_PERSON_WORDS = 4


@lru_cache(maxsize=4_000)
def _mentions_of(text: str, names: Names) -> tuple[Mention, ...]:
    return tuple(mentions(text, names.lower, names.cased))


def _of_a_thing(core: Core, before: str) -> bool:
    """Whether a name of several words is hardly a person's: "the Civic List", "Orrin Foods"."""
    first, last = core[0], core[-1]
    if first in FEMALE or first in MALE:
        return False
    words_of_language = bool(classes(first)) and bool(classes(last))
    return _ARTICLE.search(before) is not None or words_of_language or _plural(core)


def _of_a_firm(core: Core, before: str) -> bool:
    """ "Orrin Foods"."""
    return len(core) > 1 and _plural(core) and not _PRECEDED.search(before)


def _plural(core: Core) -> bool:
    """Whether a name ends in the plural of a word, and begins with no first name."""
    given = core[0] in FEMALE or core[0] in MALE
    return not given and core[-1].endswith("s") and has_base(core[-1])


class Names:
    """The names of one document, with a guess at what each is.

    Args:
        text: the part of the document that is read for names: its body, since in a headline in
            title case every word would be one.
    """

    def __init__(self, text: str) -> None:
        self.lower = lower_words(text)
        self.cased = cased_words(text)
        self.mentions = mentions(text, self.lower, self.cased)
        self._text = text
        self._kinds: dict[Core, EntityKind] = {}
        self.tokens = frozenset(_TOKEN.findall(text.lower()))
        """All words of the text in lower case, figures and hyphens included."""
        self.sentences = text.split("\n")
        """The lines of the text, each a sentence."""
        self.place = {s: i for i, s in reversed(list(enumerate(self.sentences)))}
        """For each line where it stands first."""
        self._lines: dict[str, list[int]] = {}
        self._bearers: dict[Core, frozenset[Core]] = {}
        self._acronyms: dict[Core, set[Core]] | None = None
        # The names that hold a word: what one name is may depend on the longer ones.
        self._holding: dict[str, dict[Core, str]] = {}
        for mention in self.mentions:
            for word in mention.core:
                longest = self._holding.setdefault(word, {})
                longest[mention.core] = max(longest.get(mention.core, ""), mention.text, key=len)
        for mention in self.mentions:
            guess = self._guess(mention)
            if guess != "other" or mention.core not in self._kinds:
                self._kinds[mention.core] = guess

    def _longer(self, core: Core) -> list[Core]:
        """The document's names that hold all words of this one, itself included."""
        rarest = min((self._holding.get(word, {}) for word in core), key=len, default={})
        return [known for known in rarest if set(core) <= set(known)]

    def kind(self, core: Core) -> EntityKind:
        """What a name is; a last name alone is what the whole name is."""
        own = self._kinds.get(core, "other")
        if len(core) > 1 or own == "place":
            return own
        word = core[0]
        longer = {
            kind
            for known in self._longer(core)
            for kind in [self._kinds[known]]
            if len(known) > 1 and (known[0] == word or (kind == "person" and known[-1] == word))
        }
        if "organisation" in longer:
            return "organisation"
        return "person" if "person" in longer and own != "organisation" else own

    def knows(self, core: Core) -> bool:
        """Whether the document has one name that holds all words of this one."""
        return bool(self._longer(core))

    def bearers(self, core: Core) -> frozenset[Core]:
        """The document's names that this one may be a form of, itself left out when it is short.

        A last name alone stands for each person of that name, an acronym for what it spells; empty
        when the document has no such name.
        """
        if core not in self._bearers:
            self._bearers[core] = self._find_bearers(core)
        return self._bearers[core]

    def _find_bearers(self, core: Core) -> frozenset[Core]:
        longer = self._longer(core)
        if not longer and (core[0],) in self._kinds and self.knows(core[-1:]):
            return frozenset({core[:1]})  # "Ada Roth" after "Ada and Lena Roth"
        if self.kind(core) == "person" or core not in self._kinds:
            people = [k for k in longer if self.kind(k) == "person" and k != core]
            longer = people or longer
        else:
            longer = [k for k in longer if k == core or k[: len(core)] == core]
        whole = [k for k in longer if not any(set(k) < set(other) for other in longer)]
        spelt = {k for name in whole or [core] for k in self._spelt(name)}
        return frozenset((*whole, *spelt))

    def _spelt(self, core: Core) -> frozenset[Core]:
        """What an acronym spells, and the acronym of what is spelt."""
        if self._acronyms is None:
            self._acronyms = {}
            bracketed = self._bracketed()
            for mention in self.mentions:
                if len(mention.core) > 1 or " " in mention.text:
                    for initials in initials_of(mention.text):
                        given = bracketed.get((initials,), mention.core)
                        if (initials,) in self._kinds and given == mention.core:
                            self._acronyms.setdefault((initials,), set()).add(mention.core)
                            self._acronyms.setdefault(mention.core, set()).add((initials,))
        return frozenset(self._acronyms.get(core, ()))

    def _bracketed(self) -> dict[Core, Core]:
        """Acronyms that stand in brackets right behind what they spell, or before it."""
        found: dict[Core, Core] = {}
        for one, two in pairwise(self.mentions):
            if (
                self._text[one.end : two.start].strip() == "("
                and self._text[two.end : two.end + 1] == ")"
            ):
                short, long = sorted((one, two), key=lambda m: len(m.text))
                found.setdefault(short.core, long.core)
        return found

    def lines_with(self, word: str, count: int = 12) -> list[str]:
        """The first ``count`` lines that have a lower-case word."""
        if not self._lines:
            for number, line in enumerate(self.sentences):
                for token in frozenset(_TOKEN.findall(line.lower())):
                    self._lines.setdefault(token, []).append(number)
        return [self.sentences[n] for n in self._lines.get(word, ())[:count]]

    def full(self, core: Core) -> str:
        """The fullest way in which the document writes this name; only persons are shortened."""
        person = self.kind(core) == "person"
        written = [
            self._holding[core[0]][known]
            for known in self._longer(core)
            if known == core or (person and self.kind(known) == "person")
        ]
        return max(written, key=len, default="")

    def in_text(self, text: str) -> list[Mention]:
        """Names of another text, read with what this document knows."""
        return list(_mentions_of(text, self))

    def persons(self, text: str) -> list[Mention]:
        """Those of them that name a person."""
        return [m for m in self.in_text(text) if self.kind(m.core) == "person"]

    def _guess(self, mention: Mention) -> EntityKind:
        tokens = words_of(mention.text)
        if set(tokens) & ORGANISATION or (mention.text.isupper() and len(mention.text) > 1):
            return "place" if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", mention.text) else "organisation"
        if tokens[-1] in PLACE or tokens[0] in PLACE or mention.core[0] == "united":
            return "place"
        before = self._text[max(0, mention.start - WINDOW) : mention.start]
        after = self._text[mention.end : mention.end + WINDOW]
        title_before = re.search(r"\b([\w-]+)\.?,?\s+$", before)
        if re.match(r",\s+which\b", after) or _of_a_firm(mention.core, before):
            return "organisation"
        titled = title_before and title_before[1].lower() in TITLES
        if (titled and tokens[-1] not in TITLES) or _PERSON_VERB.match(after):
            return "person"
        if len(mention.core) == 1 and _PLACE_BEFORE.search(before):
            return "place"
        return self._two_words(mention, before)

    def _two_words(self, mention: Mention, before: str) -> EntityKind:
        """Two or three capitalised words, named again by the last alone or not at all: a person."""
        short = 2 <= len(mention.core) <= _MAX_PERSON_WORDS and " of " not in mention.text  # noqa: PLR2004
        if short and not _of_a_thing(mention.core, before):
            last = mention.core[-1]
            again = (last,) in self._holding[last]
            if again and last not in self.lower:
                return "person"
            if not (set(mention.core) - SMALL) & self.lower:
                return "other" if _PLACE_BEFORE.search(before) else "person"
        return "other"
