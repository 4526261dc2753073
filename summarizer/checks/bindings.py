"""Who does what in a claim, compared with who does it in its source.

For claims in anybody's words. A claim's act is compared with the acts of the source that its verb,
or one of its meaning, tells: where none of them has the claim's person or body in that role, and
the best one has another there, the claim has put one name for another, or turned subject and
object round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.case import Case
from summarizer.checks.ties import COMPASS, content, elsewhere, rival, together
from summarizer.text.first_names import FEMALE, MALE
from summarizer.text.lexicon import related
from summarizer.text.places import national
from summarizer.text.referents import Referent, Scene, scene, spans
from summarizer.text.relations import RELATIONS, looser
from summarizer.text.syntax.acts import Act, acts, alike
from summarizer.text.syntax.classes import classes
from summarizer.text.syntax.phrases import Phrase
from summarizer.text.syntax.reading import Reading, read
from summarizer.text.words import STOP_WORDS, stem

_REACH = 3
_CORE = ("agent", "patient", "to", "from", "against", "with")
_OPPOSITE = {
    "agent": ("patient", "to", "against"),
    "patient": ("agent",),
    "to": ("agent", "from"),
    "from": ("agent", "to"),
    "against": ("agent",),
    "with": (),
}
_NONE = frozenset(
    "no none neither nor nobody without didn't isn't wasn't doesn't don't hasn't".split()
)
_WHERE = ("in", "at", "near")
_SAYING = frozenset(
    """say tell add argue warn note announce explain insist reply write admit report claim believe
    think be have do""".split()
)


@dataclass(frozen=True)
class Fault:
    """A role that the source gives to another.

    Attributes:
        found: the claim's words.
        expected: the source's.
        swapped: whether the claim's one stands in another role of the same act.
    """

    found: str
    expected: str
    swapped: bool


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
    return (found, True) if found else (told.fitting(phrase), False)


def faults(case: Case) -> Iterator[Fault]:
    """The roles of the statement's acts that the source gives to another."""
    told = scene(case.names, window(case))
    claim = read_claim(case.text, told)
    compared = False
    for act in acts(claim.reading):
        if act.verbs[0] in _SAYING and not act.role("patient"):
            continue
        met, fault = _fault(claim, act, told)
        if act.verbs[0] in _SAYING:
            fault = fault if fault is not None and fault.swapped else None
        compared = compared or met
        if fault is not None:
            yield fault
    if not compared:
        yield from _untied(claim, told)


def _untied(claim: Claim, told: Scene) -> Iterator[Fault]:
    """Names to which the source ties none of the claim's words, where it ties them to another.

    Not where the claim denies something: what others did is then no sign against it.
    """
    if any(t.tag == "not" or t.lower in _NONE for t in claim.reading.words):
        return
    for number, phrase in enumerate(claim.reading.phrases):
        own = claim.referents[number]
        telling = phrase.named or phrase.head in COMPASS or national(phrase.head)
        # "the agency", whose name is known
        telling = telling or all(r[0] != "#" and (len(r) > 1 or not classes(r[0])) for r in own)
        if not telling or not own or not claim.sure[number]:
            continue
        others = frozenset(
            r for i, found in enumerate(claim.referents) if i != number for r in found
        )
        mates = frozenset(
            r for i in _joined(claim, number) for r in claim.referents[i] if claim.sure[i]
        )
        others |= {r for p in claim.reading.phrases for core in p.names for r in told.named(core)}
        skipped = frozenset(range(phrase.start, phrase.end))
        wanted = content(claim.reading.words, skipped)
        verbs = {f.at for f in claim.reading.frames if not f.nominal}
        main = next((i for i, (place, _) in enumerate(wanted) if place in verbs), None)
        forms = tuple(forms for _, forms in wanted)
        found = rival(told, forms, own, others - own, main)
        if found is None and mates and not mates & own:
            found = rival(told, forms, own, others - own - mates, main)
            alone = found is not None and found[0] in mates
            found = found if alone and not together(told, forms, own, mates) else None
        if found is not None and not elsewhere(told, own, [forms[i] for i in found[1]]):
            yield Fault(claim.words_of(number), _shown(told, frozenset({found[0]})), swapped=False)


def _joined(claim: Claim, number: int) -> Iterator[int]:
    """The phrases that "and" joins to one."""
    phrases, words_ = claim.reading.phrases, claim.reading.words
    for i, (left, right) in enumerate(pairwise(phrases)):
        between = words_[left.end : right.start]
        if number in (i, i + 1) and [t.lower for t in between] == ["and"]:
            yield i if number == i + 1 else i + 1


def _fault(claim: Claim, act: Act, told: Scene) -> tuple[bool, Fault | None]:
    """Whether the source has a like act, and what the claim has wrong of it."""
    best: tuple[int, Fault | None] | None = None
    for number, reading in enumerate(told.readings):
        for other in acts(reading):
            if not alike(act.verbs, other.verbs):
                continue
            matches, fault = _compare(claim, act, told, number, other)
            shared = (
                matches + _shared(claim, act, told, number) + _met(claim, act, told, number, other)
            )
            if fault is None and matches:
                return True, None
            if fault is not None and not (fault.swapped or shared):
                continue
            if best is None or shared > best[0]:
                best = shared, fault
    return best is not None and best[1] is not None, best[1] if best else None


def _compare(
    claim: Claim, act: Act, told: Scene, number: int, other: Act
) -> tuple[int, Fault | None]:
    """How many roles agree, and the first that doesn't."""
    matches = 0
    fault: Fault | None = None
    conflict = False
    for role, phrases in act.roles:
        core = role in _CORE and (role != "with" or act.symmetric)
        there = _there(act, told, number, other, role) if core else frozenset()
        free = role == "agent" and not act.frame.finite  # any of them may be meant
        if not there or (free and any(claim.referents[p] & there for p in phrases)):
            continue
        for phrase in phrases:
            here = claim.referents[phrase]
            if not here or claim.reading.words[claim.reading.phrases[phrase].start].tag == "num":
                continue
            if here & there or _called(claim, phrase, told, there):
                matches += 1
                fault = fault or _other_owner(claim, phrase, told, number, other.role(role))
                continue
            conflict = conflict or claim.sure[phrase]
            fault = fault or _mismatch(
                claim, phrase, told, number, other=other, role=role, there=there
            )
    if fault is None:
        fault = _elsewhere(claim, act, told, number, other) if matches else None
    return (0 if conflict and fault is None else matches), fault


def _other_owner(
    claim: Claim, phrase: int, told: Scene, number: int, theirs: tuple[int, ...]
) -> Fault | None:
    """ "Roth's archive" where the source has Abel's."""
    noun = claim.reading.phrases[phrase]
    if noun.owner is None or not claim.reading.phrases[noun.owner].named:
        return None
    owner = claim.referents[noun.owner]
    for number_ in theirs:
        other = told.readings[number].phrases[number_]
        whose = told.owner_of(number, other)
        if not owner or len(whose) != 1 or other.head != noun.head or owner & whose:
            continue
        if all(r[0] != "#" for r in whose) and owner <= frozenset(told.called):
            return Fault(claim.words_of(noun.owner), _shown(told, whose), swapped=False)
    return None


def _there(act: Act, told: Scene, number: int, other: Act, role: str) -> frozenset[Referent]:
    """What the source's act has in a role of the claim's."""
    there = _holders(told, number, other, role)
    if other.two_objects and (role == "patient" or (role == "to" and not there)):
        # "was fined", "was paid": the object may be the one who receives.
        there |= _holders(told, number, other, "to" if role == "patient" else "patient")
    if act.symmetric or other.symmetric:
        both = [_holders(told, number, other, r) for r in ("agent", "patient", "with")]
        known = (both[0] and (both[1] or both[2])) or other.role("agent")[1:]
        there = both[0] | both[1] | both[2] if known else frozenset()
    return there


def _mismatch(
    claim: Claim,
    phrase: int,
    told: Scene,
    number: int,
    *,
    other: Act,
    role: str,
    there: frozenset[Referent],
) -> Fault | None:
    """A phrase of the claim that the source has in another role, or another name in its place."""
    turned = any(
        claim.referents[phrase] & _holders(told, number, other, opposite, sure=True)
        for opposite in _OPPOSITE[role]
    )
    plain = _holders(told, number, other, role, sure=True) or not other.role(role)
    if turned or (plain and _replaces(claim, phrase, told, number, there)):
        return Fault(claim.words_of(phrase), _shown(told, there), turned)
    return None


def _elsewhere(claim: Claim, act: Act, told: Scene, number: int, other: Act) -> Fault | None:
    """A place that the sentence has in another clause, where the act has a place of its own."""
    theirs = [
        p for role in _WHERE for p in other.role(role) if told.readings[number].phrases[p].named
    ]
    there = frozenset(r for p in theirs for r in told.referents[number][p])
    beside = frozenset(r for found in told.referents[number] for r in found)
    here = [p for role in _WHERE for p in act.role(role) if claim.reading.phrases[p].named]
    own = frozenset(r for _, phrases in other.roles for p in phrases
                    for r in told.referents[number][p])  # fmt: skip
    for phrase in here if there else ():
        meant = claim.referents[phrase]
        if meant <= beside and not meant & own and not any(_personal(told, r) for r in there):
            return Fault(claim.words_of(phrase), _shown(told, there), swapped=False)
    return None


def _holders(
    told: Scene, number: int, act: Act, role: str, *, sure: bool = False
) -> frozenset[Referent]:
    """What may stand in a role of an act of the source.

    Args:
        sure: leave out pronouns that may stand for several.
    """
    found = [
        told.referents[number][p]
        for p in act.role(role)
        if not sure
        or not told.readings[number].phrases[p].pronoun
        or len(told.referents[number][p]) == 1
    ]
    if role == "agent" and act.frame.nominal and not found:
        reading = told.readings[number]
        return told.owner_of(number, reading.phrases_at(act.frame.at))
    return frozenset().union(*found)


def _replaces(
    claim: Claim, phrase: int, told: Scene, number: int, there: frozenset[Referent]
) -> bool:
    """Whether a name stands where the source has another name or person."""
    here = claim.referents[phrase]
    head = claim.reading.phrases[phrase].head
    kin = {w for r in there for w in told.called.get(r, ()) if w in RELATIONS}
    if head in RELATIONS and kin:
        return not any(head in looser(w) for w in kin)
    if not claim.sure[phrase]:
        return False
    if all(told.distinct(a, b) and _personal(told, a) for a in here for b in there):
        return True
    known = told.labelled
    if any(r[0] == "#" and r not in known for r in here):
        return False
    if not all(r[0] != "#" or r in known or told.is_person(r) for r in there):
        return False
    person = any(_personal(told, r) for r in here)
    beside = any(here & found for found in told.referents[number])
    return beside or any(told.is_person(r) == person for r in there)


def _personal(told: Scene, referent: Referent) -> bool:
    return told.is_person(referent) or referent[0] in FEMALE | MALE


def _called(claim: Claim, phrase: int, told: Scene, there: frozenset[Referent]) -> bool:
    """Whether the source calls what stands there by the claim's noun, or one of its meaning."""
    noun = claim.reading.phrases[phrase]
    if noun.named or noun.names:
        return False
    return any(
        noun.head == said or related(noun.head, said)
        for referent in there
        for said in told.called.get(referent, ())
    )


def _met(claim: Claim, act: Act, told: Scene, number: int, other: Act) -> int:
    """How many of the claim's phrases in other roles the source's act has in some role."""
    there = frozenset(
        r for _, phrases in other.roles for p in phrases for r in told.referents[number][p]
    )
    return sum(
        bool(claim.referents[p] & there)
        for role, phrases in act.roles
        if role not in _CORE
        for p in phrases
    )


def _shown(told: Scene, referents: frozenset[Referent]) -> str:
    return min((told.shown.get(r, " ".join(r)) for r in referents), key=lambda s: (len(s), s))


def _shared(claim: Claim, act: Act, told: Scene, number: int) -> int:
    """How many other words of the claim's act the source's sentence has."""
    own = {act.frame.at}
    for role, phrases in act.roles:
        if role in _CORE:
            for p in phrases:
                noun = claim.reading.phrases[p]
                own.update(range(noun.start, noun.end))
    said = {stem(t.lower) for t in told.readings[number].words}
    rest = [
        t.lower
        for i, t in enumerate(claim.reading.words)
        if i not in own
        and t.tag in ("noun", "verb", "adj", "name", "num")
        and t.lower not in STOP_WORDS
    ]
    return sum(stem(w) in said for w in rest)
