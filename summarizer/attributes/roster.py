"""The speakers of a document: names, roles, aliases, and whom "she" or "the union" stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.attributes.descriptions import APPOSED_AFTER, descriptions, run_before
from summarizer.attributes.speakers import (
    ANY_BODY,
    FEMALE,
    MALE,
    ORGANISATION_NOUNS,
    OUTLET_NOUNS,
    Described,
    described,
    is_outlet,
)
from summarizer.schema import SourceKind
from summarizer.text.first_names import FEMALE as WOMEN
from summarizer.text.first_names import MALE as MEN
from summarizer.text.names import Mention, Names
from summarizer.text.syntax import person_noun
from summarizer.text.words import STOP_WORDS, stem, words

_LOOK_BACK = 3
_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Dame|Lord)\.?\s+$")
_ONE_OF_TWO = re.compile(r"the\s+(?:former|latter)", re.IGNORECASE)
_TWO = 2
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they", "my": "i", "our": "we"}
_OF_THEM = re.compile(
    r"(?:one|another|two|some|several|all|both)\s+of\s+(?:them|these|those)\b", re.I
)
_NOBODY = re.compile(r"(?:nobody|no one|none|no|neither)\b", re.IGNORECASE)
_NOT_SUBJECT = re.compile(
    r"\b(?:of|by|with|than|like|from|for|against|about|to|after|before|under|between|among|in|on|"
    r"at|told|met|urged|asked|thanked|accused|blamed|joined|replaced|succeeded|called)\s+"
    r"(?:(?!and\b)[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_ANTECEDENT = re.compile(
    r"((?:an?|the|his|her|its|their|one|two|three|several)\s+[^,.;:]{2,60}?),?\s*$"
)


@dataclass(frozen=True)
class Speaker:
    """A source under the name by which it is known."""

    name: str
    kind: SourceKind


@dataclass
class Known:
    """What the document says of a speaker.

    Attributes:
        name: the fullest name, or the words of one that has none.
        kind: what it is.
        core: the lower-case words of the name; empty for one that has none.
        nouns: lower-case words by which it is called ("mayor", "union").
        stems: stems of those words and of the name's.
        facts: stems of what is said about it as the subject of a sentence.
    """

    name: str
    kind: SourceKind
    core: frozenset[str] = frozenset()
    nouns: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    gender: str = ""

    @property
    def speaker(self) -> Speaker:
        """As a source."""
        return Speaker(self.name, self.kind)


@dataclass(frozen=True)
class _Entry:
    """One place where a name stands."""

    start: int
    sentence: int
    known: Known
    subject: bool
    quoted: bool


class Roster:
    """Names and roles in the order of reading.

    Args:
        names: the document's names.
        own: the document's own outlet; "" when unknown.
    """

    def __init__(self, names: Names, own: str = "") -> None:
        self.names = names
        self.own = own.casefold().removeprefix("the ").strip()
        self.known: dict[str, Known] = {}
        self._entries: list[_Entry] = []
        self._spoke: list[Speaker | None] = []
        self._sentence = -1

    def is_own(self, speaker: Speaker) -> bool:
        """Whether a source is the document's own outlet."""
        return bool(self.own) and speaker.name.casefold().removeprefix("the ") == self.own

    def enter(self, sentence: str, offset: int) -> None:
        """Take in the names of the next sentence, which stands at ``offset``."""
        self._sentence += 1
        self._spoke.append(None)
        quoted = list(_quoted(sentence))
        first = True
        for mention in self.names.in_text(sentence):
            known = self._learn(mention, sentence)
            inside = any(a <= mention.start < b for a, b in quoted)
            behind = _NOT_SUBJECT.search(sentence[: mention.start][-60:])
            possessive = sentence[mention.end :].startswith(("'", "’"))
            subject = first and not inside and not behind and not possessive
            self._entries.append(
                _Entry(offset + mention.start, self._sentence, known, subject, inside)
            )
            if subject:
                first = False
                own = {w.lower for w in words(sentence)} - known.core
                known.facts |= {stem(w) for w in own if w not in STOP_WORDS}

    def spoke(self, speaker: Speaker | None) -> None:
        """Say who spoke in the sentence entered last."""
        self._spoke[-1] = speaker

    def find(self, phrase: str, at: int, before: str, teller: Speaker | None) -> Speaker | None:
        """Whom a phrase that stands at ``at`` means, or None where that cannot be told.

        Args:
            before: the paragraph up to the phrase.
            teller: who speaks there, for "I".
        """
        said = described(phrase, self.names)
        if _NOBODY.match(said.phrase):
            return None
        if _ONE_OF_TWO.fullmatch(said.phrase):
            return self._former_or_latter(former=said.phrase.lower().endswith("former"))
        if said.pronoun:
            return self._of_pronoun(said, at, before, teller)
        if said.mention is not None:
            known = self._learn(said.mention, phrase, said.kind)
            # A name in the document's own words may have another kind than this phrase shows.
            kind: SourceKind = "anonymous" if said.kind == "anonymous" else known.kind
            return Speaker(known.name, kind)
        return self._of_noun(said, at)

    def _former_or_latter(self, *, former: bool) -> Speaker | None:
        """Of the two persons of the sentence before."""
        there = [e.known for e in self._entries[-_MOST:] if e.sentence == self._sentence - 1]
        people = list({k.name: k for k in there if k.kind == "person"}.values())
        return people[0 if former else 1].speaker if len(people) == _TWO else None

    def _of_noun(self, said: Described, at: int) -> Speaker | None:
        outlets = [m for m in said.inside if self._is_outlet(m)]
        reporting = said.kind == "group" and not said.plural
        if outlets and (reporting or said.head in OUTLET_NOUNS):
            return self._learn(outlets[0], outlets[0].text, "outlet").speaker
        if said.kind == "outlet":
            last = self.last(at, "outlet")
            if last or said.head not in ("paper", "site", "website"):
                return last or Speaker(said.phrase, "outlet")
        if said.kind == "anonymous" or said.plural or not said.phrase:
            return self._unnamed(said)
        if said.kind == "organisation" and said.definite and not said.inside:
            return self._body(said, at) or self._unnamed(said)
        if said.kind == "person" and said.definite:
            return self._role(said, at) or self._unnamed(said)
        return self._unnamed(said)

    def _unnamed(self, said: Described) -> Speaker:
        name = said.phrase
        known = self.known.setdefault(name.lower(), Known(name, said.kind))
        known.stems |= said.stems
        known.nouns.add(said.head)
        return Speaker(known.name, known.kind)

    def _body(self, said: Described, at: int) -> Speaker | None:
        """ "The union": the last organisation that is called so, or any where the noun fits any."""
        bodies = [e for e in self._before(at) if e.known.kind == "organisation"]
        fitting = [e for e in bodies if {said.head} & (e.known.nouns | e.known.core)]
        if not fitting and said.head in ANY_BODY:
            fitting = bodies
        return fitting[-1].known.speaker if fitting else None

    def _role(self, said: Described, at: int) -> Speaker | None:
        """ "The mayor": the last person with that role, where the phrase says no more than it."""
        people = [e for e in self._before(at) if e.known.kind == "person"]
        own = {stem(said.head)} | said.stems
        fitting = [e for e in people if own <= e.known.stems]
        return fitting[-1].known.speaker if fitting else None

    def _of_pronoun(
        self, said: Described, at: int, before: str, teller: Speaker | None
    ) -> Speaker | None:
        pronoun = _OWNERS.get(said.pronoun, said.pronoun)
        if pronoun in {"i", "we"}:
            return teller
        if pronoun in {"who", "which"}:
            return self._antecedent(before, at)
        if pronoun in {"he", "she"}:
            return self._person(pronoun, at)
        if pronoun in {"it", "they", "both"}:
            return self._body_or_group(pronoun, at)
        return self._some_of(said) if pronoun in {"one", "some", "others"} else None

    def _body_or_group(self, pronoun: str, at: int) -> Speaker | None:
        """ "It" and "they": who spoke last, else for "it" the organisation named last."""
        last = self._spoke[-2] if len(self._spoke) > 1 else None
        wanted: tuple[SourceKind, ...] = ("organisation", "outlet", "group")
        if pronoun != "it":
            wanted = ("group", "anonymous", "organisation")
        if last and last.kind in wanted:
            return last
        if pronoun != "it":
            return None
        bodies = [e for e in self._before(at) if e.known.kind in ("organisation", "outlet")]
        nearest = [e for e in bodies if e.sentence == bodies[-1].sentence]
        found = next((e for e in nearest if e.subject), bodies[-1] if bodies else None)
        return found.known.speaker if found else None

    def _some_of(self, said: Described) -> Speaker:
        """ "One of them": of the group named last."""
        group = self._group()
        known = Known(said.phrase, "group" if said.plural else "person")
        if group is not None:
            known.stems |= group.stems
            known.nouns |= group.nouns
        self.known[said.phrase.lower()] = known
        return known.speaker

    def _group(self) -> Known | None:
        groups = (k for k in reversed(self.known.values()) if k.kind in ("group", "anonymous"))
        return next(groups, None)

    def _person(self, pronoun: str, at: int) -> Speaker | None:
        """ "She": a subject of the sentence so far, who spoke last, or an earlier subject."""
        fits = [
            e
            for e in self._before(at)
            if e.known.kind == "person" and e.known.gender in ("", pronoun) and not e.quoted
        ]
        here = [e for e in fits if e.sentence == self._sentence]
        if here:
            return next((e for e in here if e.subject), here[-1]).known.speaker
        for back in range(1, _LOOK_BACK + 1):
            if back >= len(self._spoke):
                break
            last = self._spoke[-1 - back]
            if last and last.kind in ("person", "anonymous") and self._may_be(last, pronoun):
                return last
            there = [e for e in fits if e.sentence == self._sentence - back]
            if there:
                return next((e for e in there if e.subject), there[0]).known.speaker
        return None

    def _may_be(self, speaker: Speaker, pronoun: str) -> bool:
        known = self.known.get(speaker.name.lower())
        return known is None or known.gender in ("", pronoun)

    def _antecedent(self, before: str, at: int) -> Speaker | None:
        """Who stands just before "who"."""
        near = before.rstrip().rstrip(",")
        entry = next((e for e in reversed(self._entries) if e.start < at), None)
        if entry is not None and near.endswith(entry.known.name.split()[-1]):
            return entry.known.speaker
        match = _ANTECEDENT.search(before[-90:])
        if not match:
            return None
        said = described(match[1], self.names)
        return None if said.pronoun else self.find(match[1], at, "", None)

    def last(self, at: int, kind: SourceKind) -> Speaker | None:
        """The source of a kind that was named last before ``at``."""
        for entry in reversed(self._entries[-_MOST:]):
            if entry.start < at and entry.known.kind == kind:
                if kind == "outlet" and self.is_own(entry.known.speaker):
                    continue
                return entry.known.speaker
        return None

    def _before(self, at: int) -> list[_Entry]:
        """The entries of the nearest sentences before ``at``, in order."""
        found: list[_Entry] = []
        for entry in reversed(self._entries):
            if entry.sentence < self._sentence - _FAR:
                break
            if entry.start < at:
                found.append(entry)
        return found[::-1]

    def _is_outlet(self, mention: Mention) -> bool:
        known = self.known.get((self.names.full(mention.core) or mention.text).lower())
        return is_outlet(mention) or (known is not None and known.kind == "outlet")

    def _learn(self, mention: Mention, text: str, kind: SourceKind | None = None) -> Known:
        """What is known of a name, with what this text adds; its start and end are in ``text``."""
        name = self.names.full(mention.core) or mention.text
        known = self.known.get(name.lower())
        if known is None:
            known = Known(name, kind or "person", frozenset(mention.core))
            known.core = frozenset(w.lower for w in words(name))
            known.stems |= {stem(w) for w in known.core}
            self.known[name.lower()] = known
            known.kind = kind or self._kind(mention, text)
            first = mention.core[0]
            known.gender = "she" if first in WOMEN else "he" if first in MEN else ""
        elif kind == "outlet":
            known.kind = kind
        self._describe(known, mention, text)
        return known

    def _describe(self, known: Known, mention: Mention, text: str) -> None:
        said: set[str] = set()
        for part in descriptions(mention, text):
            if _OF_THEM.match(part):
                group = self._group()
                said |= group.nouns if group else set()
            said |= {w.lower for w in words(part) if w.lower not in STOP_WORDS}
        known.nouns |= said - known.core
        known.stems |= {stem(w) for w in said}
        titled = _TITLED.search(text[: mention.start])
        near = said | ({titled[1].lower()} if titled else set())
        close = near & (FEMALE | MALE)
        if known.kind == "person" and close and not known.gender:
            known.gender = "she" if close & FEMALE and not close & MALE else known.gender
            known.gender = "he" if close & MALE and not close & FEMALE else known.gender

    def _kind(self, mention: Mention, text: str) -> SourceKind:
        beside = [w.lower for w in words(run_before(mention, text))]
        last = beside[-1] if beside else ""
        after = APPOSED_AFTER.match(text[mention.end :])
        opening = [w.lower for w in words(after[2])][:4] if after else []
        if is_outlet(mention) or last in OUTLET_NOUNS or set(opening) & OUTLET_NOUNS:
            return "outlet"
        if last in ORGANISATION_NOUNS:
            return "organisation"
        known = self.names.kind(mention.core)
        if known == "person" or person_noun(last) or last in FEMALE | MALE:
            return "person"
        return "organisation"


# Sentences, and names, that are looked through at most.
_FAR = 40
_MOST = 400


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of what stands in double quotation marks."""
    for match in re.finditer(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)", text):
        yield match.span()
