"""A claim as read against the source: what its phrases may stand for there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.checks.case import Case
from summarizer.text.first_names import FEMALE, MALE
from summarizer.text.offices import changed, held, office_of
from summarizer.text.referents import Referent, Scene, spans
from summarizer.text.syntax.phrases import Phrase
from summarizer.text.syntax.reading import Reading, read

_REACH = 3


@dataclass(frozen=True)
class Claim:
    """A claim as read, and what its phrases may stand for in the source."""

    text: str
    reading: Reading
    referents: tuple[frozenset[Referent], ...]
    sure: tuple[bool, ...]

    def words_of(self, phrase: int) -> str:
        """The words of a phrase of the claim, its owner included."""
        noun = self.reading.phrases[phrase]
        if noun.named:
            return self.reading.words[noun.end - 1].text
        return self.reading.text(self.text, noun.start, noun.end)


def window(case: Case) -> tuple[str, ...]:
    """The sentences of the evidence with those around them, in order."""
    main = (
        case.document.words_of(case.sentence) if case.document and case.sentence is not None else ""
    )
    at = case.names.place.get(main)
    if at is None:
        return (*case.before, case.evidence)
    return tuple(case.names.sentences[max(0, at - _REACH) : at + _REACH + 1])


@lru_cache(maxsize=2_000)
def read_claim(text: str, told: Scene) -> Claim:
    """Read a statement against the source."""
    reading = read(text, spans(text, told.names))
    referents: list[frozenset[Referent]] = []
    sure: list[bool] = []
    for phrase in reading.phrases:
        found, certain = _stands_for(phrase, told)
        referents.append(found)
        sure.append(certain)
    for description in reading.descriptions:
        if description.what != description.phrase and reading.phrases[description.phrase].named:
            referents[description.what] = referents[description.phrase]
            sure[description.what] = sure[description.phrase]
    return Claim(text, reading, tuple(referents), tuple(sure))


def _stands_for(phrase: Phrase, told: Scene) -> tuple[frozenset[Referent], bool]:
    if phrase.time or phrase.pronoun:
        return frozenset(), False
    if phrase.named:
        return told.named(phrase.names[-1]), True
    found = told.fitting(phrase, synonyms=False)
    if found:
        return _in_office(phrase, told, found), True
    return told.fitting(phrase), False


def _in_office(phrase: Phrase, told: Scene, found: frozenset[Referent]) -> frozenset[Referent]:
    """Those of the office that a phrase speaks of: "the minister" is not the deputy minister."""
    meant = office_of(phrase)
    if meant is None or len(found) == 1:
        return found
    known = [(who, o) for who, o in held(told) if who <= found and meant.head == o.head]
    fit = frozenset(r for who, o in known if not changed(meant, o) for r in who)
    unfit = frozenset(r for who, o in known if changed(meant, o) for r in who)
    return found - (unfit - fit) if fit else found


def personal(told: Scene, referent: Referent) -> bool:
    """Whether a referent is a person, by the source or by its first name."""
    return told.is_person(referent) or referent[0] in FEMALE | MALE


def shown(told: Scene, referents: frozenset[Referent]) -> str:
    """The words by which the source calls them, the shortest of several."""
    return min((told.shown.get(r, " ".join(r)) for r in referents), key=lambda s: (len(s), s))
