"""What is done in a sentence, by whom and to whom, whichever way round it is put.

"Brae lost to Mora", "Brae was beaten by Mora" and "Mora beat Brae" are one act: a frame of
:mod:`summarizer.text.syntax.frames` with the roles of a converse verb turned round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.text.lexicon import lemmas, related
from summarizer.text.lexicon.data import lexicon
from summarizer.text.relations import RELATIONS
from summarizer.text.syntax.converses import Roles, converse
from summarizer.text.syntax.frames import GIVING, OWNERS, Frame
from summarizer.text.syntax.kin import kin
from summarizer.text.syntax.persons import person_noun
from summarizer.text.syntax.reading import Reading

_SYMMETRIC = frozenset(
    """meet marry merge agree talk clash play draw debate share compete collide join meet_with speak
    discuss negotiate wed divorce date resemble sign cooperate collaborate tie""".split()
)
_LIGHT = frozenset(
    """make give take have hold do launch issue pay put get receive face draw win earn suffer
    complete conduct carry express be seek start begin finish bring file lodge reach strike sign
    hold commit deliver perform mount stage undertake""".split()
)
_FROM_OTHERS = frozenset("face receive get draw win earn suffer".split())
_TO_RECEIVERS = frozenset(
    "give award hand grant lend loan present pay teach tell send offer".split()
)
_DOINGS = frozenset(
    """praise attack call offer promise visit fine vote work support help search control charge lead
    report review claim blow order request demand appeal favour favor protest strike threat blame
    suit lawsuit case complaint campaign deal agreement accord truce contract talks treaty pact
    bid purchase defeat award tribute backing win loss trial foul assault raid murder robbery rape
    fraud theft inquiry probe takeover""".split()
)
_GRANTED = frozenset(
    """backing support approval blessing consent endorsement help protection sympathy trust
    confidence permission""".split()
)
_MUTUAL = frozenset("deal agreement accord truce contract talks merger treaty pact".split())
_LEARNING = frozenset("train study learn serve".split())
_SERVING = {
    "lawyer": "represent",
    "attorney": "represent",
    "solicitor": "represent",
    "barrister": "represent",
    "doctor": "treat",
    "tutor": "teach",
    "teacher": "teach",
    "coach": "train",
    "head": "lead",
    "chief": "lead",
    "boss": "lead",
    "author": "write",
    "successor": "succeed",
}
_COPULAS = frozenset("be become remain".split())
_REQUESTING = frozenset("ask plead appeal call apply beg press campaign lobby pray".split())
_DONE_BY = frozenset("hands work responsibility job task duty doing remit charge".split())
# What somebody is of another who does it: "a pupil of Roth's" is taught by Roth.
_SERVED = {
    "pupil": "teach",
    "student": "teach",
    "apprentice": "teach",
    "disciple": "teach",
    "protege": "teach",
    "protégé": "teach",
    "patient": "treat",
    "client": "represent",
    "employee": "work for",
    "predecessor": "succeed",
}
_ERGATIVE = frozenset(
    """begin start open close end finish stop halt continue resume change grow increase decrease
    move turn break burst burn sink melt freeze dry tear spread split divide gather form develop
    improve worsen expand shrink double halve explode crash ring drop roll run sail land drain
    empty fill flood shut weaken strengthen widen narrow conclude commence launch rise rip
    show""".split()
)
_ARRIVING = frozenset("arrive reach enter land dock".split())
_MOVING = frozenset("go move head travel bind sail leave depart set set_off fly drive".split())


@dataclass(frozen=True)
class Act:
    """An act with its roles.

    Attributes:
        verbs: lemmas that may say it, the surest first: the verb, or what a light verb carries.
        roles: for each role the phrases in it: "agent", "patient", or a preposition.
        frame: how it is put.
        symmetric: whether agent and patient do the same to each other.
        two_objects: whether the verb takes a receiver as well, which may stand as its object.
    """

    verbs: tuple[str, ...]
    roles: tuple[tuple[str, tuple[int, ...]], ...]
    frame: Frame
    symmetric: bool = False
    two_objects: bool = False

    def role(self, name: str) -> tuple[int, ...]:
        """The phrases in a role, empty when there is none."""
        return next((phrases for role, phrases in self.roles if role == name), ())


@lru_cache(maxsize=4_000)
def acts(reading: Reading) -> tuple[Act, ...]:
    """The acts of a sentence as read, in the order of its frames."""
    found = []
    for place, frame in enumerate(reading.frames):
        if frame.verb == "learn" and place + 1 < len(reading.frames):
            following = reading.frames[place + 1]
            if not following.finite:  # "learned to play from Roth"
                frame = replace(frame, other=(*frame.other, *following.other))  # noqa: PLW2901
        if frame.nominal and (
            person_noun(frame.verb)
            or not (_as_verb(frame.verb) and (frame.patient or _against(frame)))
            or not (frame.agent or reading.phrases_at(frame.at).determiner in OWNERS)
        ):
            continue
        found.append(_act(frame, reading))
    return (*found, *_made(reading), *_in_hands(reading))


def _against(frame: Frame) -> bool:
    return any(prep == "against" for prep, _ in frame.other)


def _made(reading: Reading) -> Iterator[Act]:
    """ "the leader of the trial, Roth": who leads it."""
    for described in reading.descriptions:
        what = reading.phrases[described.what]
        whom = what.of if what.of is not None else what.owner
        verb = _SERVING.get(what.head, what.head if _is_maker(what.head) else "")
        done = _SERVED.get(what.head, "")
        if described.what == described.phrase or whom is None or not (verb or done):
            continue
        if done:
            served = Frame(
                done, what.end - 1, described.begin, described.end, (whom,), (described.phrase,),
                (), nominal=True,
            )  # fmt: skip
            yield Act((done,), _pairs({"agent": (whom,), "patient": served.patient}), served)
            continue
        frame = Frame(
            verb, what.end - 1, described.begin, described.end, (described.phrase,), (whom,),
            (), nominal=True,
        )  # fmt: skip
        roles = {"agent": frame.agent, "patient": frame.patient}
        yield Act((verb,), _pairs(roles), frame)


def _in_hands(reading: Reading) -> Iterator[Act]:
    """ "storage of the goods is in the hands of Roth", "the design was Roth's work"."""
    for frame in reading.frames:
        if frame.verb != "be" or not frame.agent or not frame.other:
            continue
        what = reading.phrases[frame.agent[0]]
        told = next((reading.phrases[p] for _, p in frame.other
                     if reading.phrases[p].head in _DONE_BY), None)  # fmt: skip
        whose = None if told is None else told.of if told.of is not None else told.owner
        if whose is None or what.of is None or not _as_verb(what.head):
            continue
        done = replace(frame, verb=what.head, agent=(whose,), patient=(what.of,))
        yield Act((what.head,), _pairs({"agent": (whose,), "patient": (what.of,)}), done)


def _act(frame: Frame, reading: Reading) -> Act:
    roles: Roles = {"agent": frame.agent, "patient": frame.patient}
    for prep, phrase in frame.other:
        roles[_prep(prep)] = (*roles.get(_prep(prep), ()), phrase)
    base = frame.verb.split(" ")[0]
    if base in _MOVING | _ARRIVING:
        roles = _moved(base, roles, reading)
    verbs: tuple[str, ...] = (frame.verb,)
    carried = _carried(frame, reading)
    if carried is not None:
        verbs, roles, settled = _by_noun(frame, roles, reading, carried)
        if settled:
            return Act(verbs, _pairs(roles), frame)
    _receivers(frame, roles, reading)
    if base in _REQUESTING and "for" in roles and not frame.passive:
        roles["patient"] = roles.pop("for")  # "asked for a pardon"
    turned = converse(frame, roles, reading)
    if turned is not None:
        return Act(turned[0], _pairs(turned[1]), frame, two_objects=base in GIVING)
    if base in _LEARNING and "under" in roles and not frame.passive:
        roles = {**roles, "patient": frame.agent, "agent": roles["under"]}
        verbs = ("train", "teach")
    both = base in _SYMMETRIC or verbs[0] in _MUTUAL
    return Act(verbs, _pairs(roles), frame, symmetric=both, two_objects=base in GIVING)


def _by_noun(
    frame: Frame, roles: Roles, reading: Reading, carried: int
) -> tuple[tuple[str, ...], Roles, bool]:
    """Verbs and roles where a noun says what is done ("made an offer for"), and whether the verb
    adds nothing to that."""
    noun = reading.phrases[carried]
    turned = {**roles}
    if frame.verb in _FROM_OTHERS and not frame.passive and ("from" in roles or "by" in roles):
        turned["patient"] = frame.agent
        turned["agent"] = turned.pop("from", roles.get("by", ()))
        return (noun.head,), turned, True
    if noun.head == "charge" and frame.verb == "be" and noun.of is not None:
        # "is in charge of the works"
        return ("lead", "head"), {"agent": frame.agent, "patient": (noun.of,)}, True
    verbs = (noun.head, frame.verb) if frame.verb not in _COPULAS else (noun.head,)
    if noun.of is not None and noun.head in _GRANTED and not frame.passive:
        # "has the backing of the union"
        turned["patient"], turned["agent"] = frame.agent, (noun.of,)
        return (noun.head,), turned, False
    if noun.of is not None:
        turned["patient"] = (noun.of,)
        return verbs, turned, False
    # "committed a foul on Roth"
    upon = [role for role in ("on", "upon", "against") if role in roles]
    if upon and carried in roles.get("patient", ()):
        turned["patient"] = turned.pop(upon[0])
    return verbs, turned, False


def _receivers(frame: Frame, roles: Roles, reading: Reading) -> None:
    """ "Roth was awarded the prize": the subject is who receives."""
    if not frame.passive or frame.verb not in _TO_RECEIVERS or "to" in roles or not frame.patient:
        return
    if "as" in roles:
        roles["to"], roles["patient"] = frame.patient, roles.pop("as")
    elif reading.phrases[frame.patient[0]].named:
        roles["to"] = roles.pop("patient")


def _moved(verb: str, roles: Roles, reading: Reading) -> Roles:
    """Where somebody goes: "for Brae" is "to Brae", and who leaves Mora goes from Mora."""
    turned = dict(roles)
    if (
        "for" in turned
        and "to" not in turned
        and any(reading.phrases[p].named for p in turned["for"])
    ):
        turned["to"] = turned.pop("for")
    if verb in _ARRIVING and "to" not in turned:
        at = [role for role in ("in", "at", "patient") if turned.get(role)]
        if at:
            turned["to"] = turned.pop(at[0])
    if verb in ("leave", "depart") and turned.get("patient"):
        turned["from"] = turned.pop("patient")
    return turned


def _is_maker(noun: str) -> bool:
    return noun.endswith(("er", "or")) and noun not in RELATIONS


def _carried(frame: Frame, reading: Reading) -> int | None:
    """The noun that says what is done where the verb says little ("gave a promise of")."""
    if frame.verb == "be" and frame.other[:1] and frame.other[0][0] in ("in", "under", "on", "at"):
        noun = reading.phrases[frame.other[0][1]]
        if noun.head == "charge" and noun.of is not None:
            return frame.other[0][1]
        tied = noun.of is not None or not noun.determiner
        return frame.other[0][1] if tied and _as_verb(noun.head) else None
    if frame.verb not in _LIGHT or frame.passive or frame.nominal:
        return None
    told = frame.patient or tuple(p for prep, p in frame.other if prep == "is")
    for phrase in told[:1]:
        noun = reading.phrases[phrase]
        if frame.verb in _COPULAS and not (noun.of is not None and _is_maker(noun.head)):
            continue
        many = noun.head.endswith("s") and noun.head[:-1] not in _DOINGS and noun.of is None
        if not (noun.named or noun.pronoun or many) and "v" in _as_verb(noun.head):
            return phrase
    return None


@lru_cache(maxsize=20_000)
def _as_verb(noun: str) -> str:
    """ "v" when the noun is also a verb or ends as one made from a verb."""
    made = noun.endswith(("tion", "sion", "ment", "ance", "ence", "al", "er", "or", "ing", "ure"))
    known = lexicon()
    listed = any(w in known.acts or w in known.news.acts for w in lemmas(noun))
    return "v" if made or listed or noun in _DOINGS else ""


def _prep(prep: str) -> str:
    return {"into": "to", "toward": "to", "towards": "to", "onto": "to", "unto": "to"}.get(
        prep, prep
    )


def _pairs(roles: Roles) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple((role, phrases) for role, phrases in roles.items() if phrases)


@lru_cache(maxsize=50_000)
def alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two acts may be the same by their verbs."""
    return any(
        x == y
        or _bare(x) == _bare(y)
        or related(x, y)
        or kindred(x, y)
        or _maker(x, y)
        or _maker(y, x)
        for x in a
        for y in b
    )


def ergative(verb: str) -> bool:
    """Whether what a verb is done to can also be its subject: "the doors opened"."""
    return verb.partition(" ")[0] in _ERGATIVE


def _bare(verb: str) -> str:
    """The verb without a preposition ("vote for"), particles kept."""
    base, _, rest = verb.partition(" ")
    return base if rest in ("for", "in", "on", "at", "to", "with", "against", "of") else verb


def kindred(x: str, y: str) -> bool:
    """Whether two verbs are used for the same act."""
    return _bare(y) in kin(_bare(x))


def _maker(noun: str, verb: str) -> bool:
    """ "maker" and "make", "founder" and "found"."""
    for ending in ("er", "or"):
        stem = noun.removesuffix(ending)
        if stem != noun and verb in (stem, f"{stem}e", stem[:-1]):
            return True
    return False
