"""What persons are said to be: their offices, ranks and relations, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.lexicon import lemmas, related
from summarizer.text.names import Names
from summarizer.text.referents import Referent, Scene, scene
from summarizer.text.syntax.descriptions import Description
from summarizer.text.syntax.persons import person_noun
from summarizer.text.syntax.phrases import Phrase
from summarizer.text.syntax.reading import Reading
from summarizer.text.words import STOP_WORDS

# What changes an office: one class a line. Dropped, added or exchanged, it is another office.
_STATUS = {
    word: kind
    for kind, listed in {
        "former": "former ex retired one-time onetime erstwhile previous ousted then past",
        "acting": "acting interim caretaker temporary provisional",
        "deputy": "deputy vice assistant associate under second-in-command junior",
        "elect": "elect designate incoming future",
        "candidate": "candidate hopeful contender nominee would-be aspiring",
        "permanent": "permanent",
        "chief": "chief head lead main principal first",
        "honorary": "honorary",
    }.items()
    for word in listed.split()
}
_ADDS_ONLY = frozenset(("chief", "honorary"))
"""Leaving these out is vaguer, not wrong."""
_ALIKE = (
    "chair chairman chairwoman chairperson head president leader",
    "spokesman spokeswoman spokesperson",
    "boss chief head leader director ceo executive manager",
    "pm premier minister",
    "councillor councilor councilman councilwoman",
    "congressman congresswoman representative lawmaker legislator member",
    "mp lawmaker legislator deputy member politician",
    "senator lawmaker legislator politician",
    "lawyer attorney solicitor barrister advocate counsel",
    "doctor physician medic gp",
    "professor academic scholar researcher scientist",
    "biologist scientist researcher",
    "footballer player midfielder striker defender forward",
    "cfo officer",
    "author writer novelist poet",
    "founder co-founder cofounder",
    "policeman policewoman officer",
    "fireman firefighter",
    "coach manager trainer",
)
_GROUPS: dict[str, set[int]] = {}
for _number, _line in enumerate(_ALIKE):
    for _word in _line.split():
        _GROUPS.setdefault(_word, set()).add(_number)
_READ = 12


@dataclass(frozen=True)
class Office:
    """One thing that somebody is said to be.

    Attributes:
        head: the noun, lower case, prefixes such as "vice-" taken off.
        status: classes of the words that change it: "former", "acting", "deputy", …
        field: its other content words, those of what it is the head of included.
        text: as it is written.
    """

    head: str
    status: frozenset[str]
    field: frozenset[str]
    text: str


def office(reading: Reading, source: str, described: Description) -> Office | None:
    """The office that a description gives; None where it gives none."""
    phrase = reading.phrases[described.what]
    if described.what == described.phrase:
        said = [w for w in phrase.modifiers if w not in STOP_WORDS]
        own = reading.phrases[phrase.owner] if phrase.owner is not None else None
        said = [*((own.head,) if own else ()), *said]
        text = reading.text(source, described.begin, described.end)
    else:
        said = [*phrase.modifiers, phrase.head]
        text = reading.text(source, described.begin, described.end)
    last = said[-1].rsplit("-", 1)[-1] if said else ""
    fits = person_noun(last) and not phrase.time and not phrase.pronoun
    if not fits and last not in _STATUS:
        return None
    words = [part for word in said for part in _parts(word)]
    while len(words) > 1 and words[-1] in ("elect", "designate"):
        words.insert(0, words.pop())
    head = words.pop()
    status = {_STATUS[w] for w in words if w in _STATUS}
    if _STATUS.get(head) == "candidate":
        status.add("candidate")
    inside = {
        word
        for t in reading.words[described.begin : described.end]
        if t.tag in ("noun", "adj", "name") and t.lower != head
        for word in t.core or (t.lower,)
    }
    before = {t.lower for t in reading.words[max(0, described.begin - 4) : described.begin]}
    if {"formerly", "used", "once"} & before:
        status.add("former")
    fields = (set(words) | inside) - set(_STATUS)
    return Office(head, frozenset(status), frozenset(fields), text)


def office_of(phrase: Phrase) -> Office | None:
    """The office that a phrase without a name speaks of ("the deputy mayor"); None for others."""
    if phrase.named or phrase.pronoun or phrase.time or not person_noun(phrase.head):
        return None
    said = [part for w in (*phrase.modifiers, phrase.head) for part in _parts(w)]
    status = frozenset(_STATUS[w] for w in said[:-1] if w in _STATUS)
    return Office(said[-1], status, frozenset(said[:-1]) - set(_STATUS), " ".join(said))


def _parts(word: str) -> list[str]:
    first, _, rest = word.partition("-")
    if rest and (first in _STATUS or rest in _STATUS):
        return [first, rest]
    return [word]


def same_office(one: str, other: str) -> bool:
    """Whether two nouns may name one office."""
    if one == other or lemmas(one) & lemmas(other) or related(one, other):
        return True
    return bool(_GROUPS.get(one, set()) & _GROUPS.get(other, set()))


def changed(claim: Office, source: Office) -> frozenset[str]:
    """The classes of words by which the claim's office is another one than the source's."""
    added = claim.status - source.status
    if "old" in source.field:
        added -= {"former"}  # "my old boss" may be either
    dropped = source.status - claim.status - _ADDS_ONLY
    return frozenset(added | dropped)


@lru_cache(maxsize=512)
def offices(names: Names, referent: Referent) -> tuple[Office, ...]:
    """What the document says a person is, in its first dozen sentences that name the person."""
    told = scene(names, tuple(names.lines_with(referent[-1], _READ)))
    return tuple(o for who, o in held(told) if referent in who)


def held(told: Scene) -> Iterator[tuple[frozenset[Referent], Office]]:
    """The offices that some sentences speak of, each with those it may be of."""
    for number, reading in enumerate(told.readings):
        for described in reading.descriptions:
            found = office(reading, told.sentences[number], described)
            if found is not None:
                yield told.referents[number][described.phrase], found
