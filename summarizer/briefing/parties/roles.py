"""What stands beside a name and says what its bearer is, as a stretch of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.text.mentions import Mention
from summarizer.text.syntax.persons import person_noun
from summarizer.text.words import STOP_WORDS

HONORIFICS = frozenset("mr mrs ms miss sir dame lord lady madam dr prof".split())
_ROLE_NOUNS = frozenset(
    """deputy counsel manager lifeguard granddaughter great-granddaughter grandson number chief
    laureate apprentice trainee cop mp mep recruit recluse whistleblower cook vet aide au-pair
    secretary-general coroner ombudsman ref umpire trainer firefighter teenager pensioner
    passenger""".split()
)
_ENDS = (
    "guard",
    "manager",
    "daughter",
    "worker",
    "keeper",
    "mother",
    "father",
    "fighter",
    "-in-law",
)
_NO_ROLES = frozenset(
    "other others another one man woman person people boy girl holder holders host hosts".split()
)
# What somebody is to somebody: without the other's name it says nothing.
_RELATIVE = frozenset(
    """predecessor successor counterpart colleague number rival ally friend partner husband
    wife brother sister son daughter father mother boss employer client maker
    owner""".split()
)
_DETERMINER = re.compile(
    r"^(?:(?:the|an?|another|this|that|one|its|his|her|their|our|my|your)\s+|[“\"(]+)+",
    re.IGNORECASE,
)
_OPENS = frozenset("the a an another one its his her their our my then formerly once".split())
_CUT = re.compile(
    r"\s(?:of|at|for|in|from|with|on|to|by|and|who|whose|aged|based|since|until|under|behind)\s"
)
_FINITE = re.compile(
    r"\b(?:said|says|told|added|asked|argued|warned|was|were|is|are|has|had|have|will|would|did|"
    r"does|could|can|may|might)\b"
)
_APPOSED = re.compile(
    r",\s+(?:(?:aged\s+)?\d{1,3},\s+)?(?P<role>[^,;:“”\"()–—]{3,90}?)(?=[,;:)–—]|\.?$|\.\s|\s–)"
)
_APPOSED_BEFORE = re.compile(
    r"(?:^|[.;:,“]\s|\b(?:by|to|with|and|from|that)\s)"
    r"(?P<role>(?:the|an?|its|his|her|their)\s[^,;:.“”\"()–—]{3,70}?),\s+$",
    re.IGNORECASE,
)
_INNER = re.compile(r"\s(?:the|an?|its|his|her|their)\s")
_WHO = re.compile(
    r",?\s+who\s+(?P<role>(?:now\s+|also\s+)?(?:heads?|headed|leads?|led|chairs?|chaired|runs|"
    r"directs?|directed|manages|managed|owns|owned|founded|edits|edited|coaches|coached|commands|"
    r"commanded|represents|represented|speaks\s+for|spoke\s+for|works?|worked|treats|teaches|"
    r"taught|keeps|serves|served|oversees|supervises|plays\s+for|played\s+for|drives|"
    r"drove\s+for|comments\s+for|advises|advised|sits\s+on|studies|researches)\s+"
    r"[^,;:.“”\"()–—]{2,70}?)(?=[,;:)–—]|\.?$|\.\s|\s+(?:said|says|told|and)\b)"
)
_OF_BODY = re.compile(
    r"(?P<role>(?:[\w’'-]+\s+){0,2}?(?P<noun>[\w’'-]+)\s+(?:of|for|at)\s+the\s+"
    r"[a-z][\w’' -]{2,30}?)\s+$"
)
_TITLE_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][\w-]+)\s+$")
_LONGEST = 12


@dataclass(frozen=True)
class Role:
    """One description.

    Attributes:
        text: as it stands in the source, its determiner included.
        head: its noun, lower case.
        before: whether it stands right before the name.
        clause: whether it is what a relative clause says.
    """

    text: str
    head: str
    before: bool = False
    clause: bool = False

    def shown(self) -> str:
        """The words without their determiner; "" where they say nothing by themselves."""
        said = self.text.strip(" ,")
        if self.before and " of " in said and not self.clause:
            first = said[: said.index(" of ")].split()[-1].lower()
            if role_noun(self.head) or not role_noun(first):
                said = said[said.rindex(" of ") + 4 :]  # "a member of Mayor Arno's coalition"
        short = _DETERMINER.sub("", said)
        plain = short.lower()
        if plain in HONORIFICS or plain in _NO_ROLES or len(short.split()) > _LONGEST:
            return ""
        alone = not re.search(r"['’]s?\s|\s(?:of|to)\s", short)
        return "" if alone and not self.clause and self.head in _RELATIVE else short


def role_noun(word: str) -> bool:
    """Whether a lower-case noun says what a person is."""
    word = word.rsplit("’", 1)[0].rsplit("'", 1)[0]
    if word in _NO_ROLES or not word.replace("-", "").isalpha():
        return False
    return word in _ROLE_NOUNS or word.endswith(_ENDS) or person_noun(word)


def main_noun(phrase: str) -> str:
    """The noun that a phrase is built on, lower case: the word before its first preposition."""
    cut = _CUT.search(phrase)
    said = (phrase[: cut.start()] if cut else phrase).split()
    return said[-1].lower().strip(",") if said else ""


def roles(text: str, mention: Mention) -> Iterator[Role]:
    """Appositions and clauses beside a name that a reading of the sentence leaves out."""
    before, after = text[: mention.start], text[mention.end :][:140]
    apposed = _APPOSED.match(after)
    if apposed:
        said = apposed["role"]
        head = main_noun(said)
        first = said.split()[0].lower()
        acts = first.endswith(("ed", "ing")) and first != "retired"
        opens = first in _OPENS or (first not in STOP_WORDS and not acts)
        if role_noun(head) and opens and _one(head) and not _FINITE.search(said):
            yield Role(_until_name(said), head)
    who = _WHO.match(after)
    if who:
        yield Role(who["role"], "", clause=True)
    leading = _APPOSED_BEFORE.search(before[-120:])
    if leading:
        said = leading["role"]
        cut = _CUT.search(said)
        for inner in _INNER.finditer(said, 0, cut.start() if cut else len(said)):
            said = leading["role"][inner.start() + 1 :]
        head = main_noun(said)
        if role_noun(head) and _one(head) and not _FINITE.search(said):
            yield Role(said, head)
    title = _TITLE_BEFORE.search(before)
    if title and role_noun(title[1].lower()):
        yield Role(title[1], title[1].lower(), before=True)
    of = _OF_BODY.search(before[-80:])
    if of and role_noun(of["noun"].lower()):
        yield Role(of["role"], of["noun"].lower(), clause=True)


def longest(found: list[Role]) -> list[Role]:
    """Those that are not a part of another: "then finance minister", not "finance minister"."""
    texts = [role.text for role in found]
    return [
        role
        for at, role in enumerate(found)
        if role.text not in texts[:at]
        and not any(role.text in text and role.text != text for text in texts)
    ]


def _one(head: str) -> bool:
    return not head.endswith("s") or head.endswith(("ss", "us"))


def _until_name(said: str) -> str:
    """Up to a clause, or " and" where the second part may be another person's."""
    said = said.partition(" who ")[0]
    first, joined, rest = said.partition(" and ")
    return said if joined and rest and rest[0].islower() else first
