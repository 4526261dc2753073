"""An act of a claim beside those of the source that may be the same, role by role."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from summarizer.checks.claim_reading import Claim, personal
from summarizer.checks.ties import content
from summarizer.text.lexicon import related
from summarizer.text.mentions import BODIES, ORGANISATION
from summarizer.text.referents import Referent, Scene
from summarizer.text.relations import RELATIONS, looser
from summarizer.text.syntax.acts import Act, acts, alike, ergative
from summarizer.text.syntax.persons import person_noun
from summarizer.text.syntax.reading import Reading
from summarizer.text.words import STOP_WORDS, stem

_CORE = ("agent", "patient", "to", "from", "against", "with")
_OPPOSITE = {
    "agent": ("patient", "to", "against"),
    "patient": ("agent",),
    "to": ("agent", "from"),
    "from": ("agent", "to"),
    "against": ("agent",),
    "with": (),
}
# By how many words another act of the source has to share more than one that agrees.
_AGREED = 2
_NAMING = 5  # words of what somebody calls something
_WHERE = ("in", "at", "near")
_SPEAKING_FOR = frozenset(
    """spokesman spokeswoman spokesperson spokesmen official officials lawyer lawyers attorney
    representative representatives source sources delegate envoy statement""".split()
)


@dataclass(frozen=True)
class Compared:
    """An act of the claim beside the likeliest one of the source.

    Attributes:
        placed: the claim's phrases that stand there in the same role.
        wrong: the phrase that does not, or None.
        there: what stands in its place.
        swapped: whether it stands in another role.
        certain: whether both have the same verb, and something else in its place.
        verb: the token of the claim's verb.
    """

    placed: frozenset[int] = frozenset()
    wrong: int | None = None
    there: frozenset[Referent] = frozenset()
    swapped: bool = False
    certain: bool = False
    verb: int = -1


def likest(claim: Claim, act: Act, told: Scene) -> Compared:
    """The claim's act beside the one of the source that agrees, or that shares most with it."""
    best: tuple[tuple[int, bool], Compared] | None = None
    for number, reading in enumerate(told.readings):
        for other in acts(reading):
            if not alike(act.verbs, other.verbs) or _called_otherwise(claim, act, reading, other):
                continue
            compared = _compare(claim, act, told, number, other)
            shared = (
                len(compared.placed)
                + _shared(claim, act, told, number)
                + _met(claim, act, told, number, other)
            )
            if compared.wrong is None and compared.placed:
                shared += _AGREED
            elif (
                compared.wrong is not None
                and not (compared.swapped or shared)
                and not _alone(claim, act, compared, told)
            ):
                continue
            rank = shared + compared.swapped, compared.wrong is None
            if best is None or rank > best[0]:
                best = rank, compared
    return replace(best[1], verb=act.frame.at) if best else Compared()


def _alone(claim: Claim, act: Act, compared: Compared, told: Scene) -> bool:
    """Whether a claim says nothing of a person but what the source says of another: "Roth was
    acquitted"."""
    number = cast(int, compared.wrong)
    phrase = claim.reading.phrases[number]
    people = all(r[0] != "#" and personal(told, r)
                 for r in (*claim.referents[number], *compared.there))  # fmt: skip
    skipped = frozenset((act.frame.at, *range(phrase.start, phrase.end)))
    return phrase.named and people and len(content(claim.reading, skipped)) <= 1


def _called_otherwise(claim: Claim, act: Act, reading: Reading, other: Act) -> bool:
    """Whether two acts of calling or making call or make something different things."""
    here, there = act.role("as"), other.role("as")
    if not (here and there):
        return False
    said = [
        {stem(t.lower) for p in phrases for t in where.words[where.phrases[p].start :][:_NAMING]}
        for phrases, where in ((here, claim.reading), (there, reading))
    ]
    return not {w for w in said[0] & said[1] if w not in STOP_WORDS}


def _compare(claim: Claim, act: Act, told: Scene, number: int, other: Act) -> Compared:
    """Which roles agree, and the first that doesn't."""
    placed: set[int] = set()
    wrong: Compared | None = None
    conflicts = 0
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
                placed.add(phrase)
                wrong = wrong or _other_owner(claim, phrase, told, number, other.role(role))
                continue
            conflicts += claim.sure[phrase]
            wrong = wrong or _mismatch(
                claim, phrase, told, number, other=other, role=role, there=there
            )
    if wrong is None and placed:
        wrong = _elsewhere(claim, act, told, number, other)
    if wrong is not None and not (wrong.swapped or placed) and conflicts > 1:
        return Compared()  # other people, and another thing: another event
    if wrong is not None:
        certain = bool(placed) and act.frame.verb == other.frame.verb
        return replace(wrong, placed=frozenset(placed), certain=certain)
    return Compared() if conflicts else Compared(frozenset(placed))


def _other_owner(
    claim: Claim, phrase: int, told: Scene, number: int, theirs: tuple[int, ...]
) -> Compared | None:
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
            return Compared(wrong=noun.owner, there=whose)
    return None


def _there(act: Act, told: Scene, number: int, other: Act, role: str) -> frozenset[Referent]:
    """What the source's act has in a role of the claim's."""
    there = _holders(told, number, other, role)
    if role in ("agent", "patient") and not (act.role("agent") and act.role("patient")):
        # "the doors opened" and "she opened the doors"
        opposite = _holders(told, number, other, "patient" if role == "agent" else "agent")
        turns = ergative(other.frame.verb)
        if turns and (opposite if role == "agent" else not there):
            there = there | opposite
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
) -> Compared | None:
    """A phrase of the claim that the source has in another role, or another name in its place."""
    turned = any(
        claim.referents[phrase] & _holders(told, number, other, opposite, sure=True)
        for opposite in _OPPOSITE[role]
    )
    plain = _holders(told, number, other, role, sure=True) or not other.role(role)
    if turned or (plain and _replaces(claim, phrase, told, number, there)):
        return Compared(wrong=phrase, there=there, swapped=turned)
    return None


def _elsewhere(claim: Claim, act: Act, told: Scene, number: int, other: Act) -> Compared | None:
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
        if meant <= beside and not meant & own and not any(personal(told, r) for r in there):
            return Compared(wrong=phrase, there=there)
    return None


def _holders(
    told: Scene, number: int, act: Act, role: str, *, sure: bool = False
) -> frozenset[Referent]:
    """What may stand in a role of an act of the source.

    Args:
        sure: leave out pronouns that may stand for several.
    """
    found = [
        told.referents[number][p] | (_behind(told, number, p) if not sure else frozenset())
        for p in act.role(role)
        if told.readings[number].words[told.readings[number].phrases[p].end - 1].tag != "num"
        and (
            not sure
            or not told.readings[number].phrases[p].pronoun
            or len(told.referents[number][p]) == 1
        )
    ]
    if role == "agent" and act.frame.nominal and not found:
        reading = told.readings[number]
        return told.owner_of(number, reading.phrases_at(act.frame.at))
    return frozenset().union(*found)


def _behind(told: Scene, number: int, place: int) -> frozenset[Referent]:
    """For whom somebody acts: "a spokeswoman for the mine", "the growers' board"."""
    reading = told.readings[number]
    phrase = reading.phrases[place]
    speaks = phrase.head in _SPEAKING_FOR
    if person_noun(phrase.head) and not speaks:
        return frozenset()
    found: set[Referent] = set()
    for other in (phrase.owner, phrase.of):
        if other is not None:
            found |= {r for r in told.referents[number][other] if speaks or not told.is_person(r)}
    following = place + 1
    if speaks and following < len(reading.phrases):
        between = reading.words[phrase.end : reading.phrases[following].start]
        if [t.lower for t in between] in (["for"], ["of"], ["at"]):
            found |= told.referents[number][following]
    if speaks:
        found |= {(m,) for m in phrase.modifiers} | {c for core in phrase.names
                                                     for c in told.named(core)}  # fmt: skip
    return frozenset(found)


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
    if _distinct(told, here, there):
        return True
    known = told.labelled
    nameless = any(r[0] == "#" and r not in known for r in here)
    if nameless or not all(r[0] != "#" or r in known or told.is_person(r) for r in there):
        return False
    person = any(personal(told, r) for r in here)
    beside = any(here & found for found in told.referents[number])
    return beside or any(told.is_person(r) == person for r in there)


def _distinct(told: Scene, here: frozenset[Referent], there: frozenset[Referent]) -> bool:
    """Whether the source itself tells the ones from the others."""
    return (
        all(told.distinct(a, b) and personal(told, a) for a in here for b in there)
        or all(any(told.unlike(a, b) for b in there) for a in here)
        or all(_other_body(a, b, told) for a in here for b in there)
    )


def _other_body(one: Referent, other: Referent, told: Scene) -> bool:
    """Whether one is a body without a name of its own, and the other one with a name that says
    that it is of another kind: "the ministry", "the Food Inspectorate"."""
    if one[0] != "#" or other[0] == "#":
        return False
    heads = told.called.get(one, set()) & BODIES
    names = {w for w in other if w in ORGANISATION}
    called = told.called.get(other, set())
    return bool(heads and names) and not any(h == n or related(h, n) for h in heads
                                             for n in names | called)  # fmt: skip


def _called(claim: Claim, phrase: int, told: Scene, there: frozenset[Referent]) -> bool:
    """Whether the source calls what stands there by the claim's noun, or one of its meaning."""
    noun = claim.reading.phrases[phrase]
    if noun.names:
        # "Brae" and "the Brae observatory"
        said = {w for r in there if r[0] == "#" for w in told.called.get(r, ())}
        return any(said.issuperset(core) for core in noun.names)
    own = claim.sure[phrase]
    return any(
        (noun.head == said and not own) or (noun.head != said and related(noun.head, said))
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


@lru_cache(maxsize=2_000)
def _stems(reading: Reading) -> frozenset[str]:
    return frozenset(stem(t.lower) for t in reading.words)


def _shared(claim: Claim, act: Act, told: Scene, number: int) -> int:
    """How many other words of the claim's act the source's sentence has."""
    own = {act.frame.at}
    for role, phrases in act.roles:
        if role in _CORE:
            for p in phrases:
                noun = claim.reading.phrases[p]
                own.update(range(noun.start, noun.end))
    said = _stems(told.readings[number])
    rest = [
        t.lower
        for i, t in enumerate(claim.reading.words)
        if i not in own
        and t.tag in ("noun", "verb", "adj", "name", "num")
        and t.lower not in STOP_WORDS
    ]
    return sum(stem(w) in said for w in rest)
