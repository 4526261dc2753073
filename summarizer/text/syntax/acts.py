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
from summarizer.text.syntax.frames import GIVING, OWNERS, Frame
from summarizer.text.syntax.persons import person_noun
from summarizer.text.syntax.reading import Reading

_Roles = dict[str, tuple[int, ...]]

# verb: (the verb it is turned into, {its role: the role there})
_CONVERSE: dict[str, tuple[str, dict[str, str]]] = {}


def _turn(listed: str, into: str, **roles: str) -> None:
    for verb in listed.split():
        _CONVERSE[verb.replace("_", " ")] = (into, {k.rstrip("_"): v for k, v in roles.items()})


_turn("lose fall succumb bow go_down", "beat", agent="patient", to="agent")
_turn("sell", "buy", agent="from", to="agent", patient="patient")
_turn("precede", "succeed", agent="patient", patient="agent")
_turn("follow", "succeed", agent="agent", patient="patient")
_turn("take_over", "succeed", agent="agent", from_="patient", patient="object")
_turn("hand_over", "give", agent="agent", patient="patient", to="to")
_turn(
    "receive obtain get inherit borrow win", "give",
    agent="to", patient="patient", from_="agent",
)  # fmt: skip
_turn(
    "give award hand grant lend donate leave loan present bequeath return transfer", "give",
    agent="agent", patient="patient", to="to",
)  # fmt: skip
_turn("go", "go", agent="patient", to="to")
_turn("learn", "teach", agent="to", patient="patient", from_="agent")
_turn("teach", "teach", agent="agent", patient="patient", to="to")
_turn("belong", "own", agent="patient", to="agent")
_turn("work", "work for", agent="patient", for_="agent")
_turn("employ", "work for", agent="agent", patient="patient")
_SYMMETRIC = frozenset(
    """meet marry merge agree talk clash play draw debate share compete collide join meet_with speak
    discuss negotiate wed divorce date resemble sign cooperate collaborate tie""".split()
)
_LIGHT = frozenset(
    """make give take have hold do launch issue pay put get receive face draw win earn suffer
    complete conduct carry express be seek start begin finish bring file lodge reach strike sign
    hold""".split()
)
_FROM_OTHERS = frozenset("face receive get draw win earn suffer".split())
_TO_RECEIVERS = frozenset(
    "give award hand grant lend loan present pay teach tell send offer".split()
)
_DOINGS = frozenset(
    """praise attack call offer promise visit fine vote work support help search control charge lead
    report review claim blow order request demand appeal favour favor protest strike threat blame
    suit lawsuit case complaint campaign deal agreement accord truce contract talks treaty pact
    bid purchase defeat award tribute backing win loss trial""".split()
)
_GRANTED = frozenset(
    """backing support approval blessing consent endorsement help protection sympathy trust
    confidence permission""".split()
)
_MUTUAL = frozenset("deal agreement accord truce contract talks merger treaty pact".split())
_PRIZES = frozenset("prize award medal title cup trophy contract job post seat crown".split())
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
}
_COPULAS = frozenset("be become remain".split())


# Verbs that news uses for the same act, though a dictionary keeps them apart.
_KIN = (
    "strike hit knock_down knock run_over run_down ram collide_with",
    "propose move put_forward suggest table",
    "approve clear authorise authorize pass back",
    "notice spot see detect discover find",
    "trace find locate turn_up track_down recover",
    "fly take transport bring carry airlift rush",
    "go move head travel bind relocate sail fly journey",
    "arrive reach enter land dock come",
    "author write compose",
    "owner own",
    "call name title dub",
    "want wish like hope",
    "refuse reject turn_down decline",
    "beat break better surpass",
    "beat defeat edge_out knock_out overcome thrash outplay",
    "lead head run chair direct",
    "join sign_for move_to",
    "hire appoint recruit name take_on",
    "fire sack dismiss oust remove",
    "criticise criticize scold attack blame condemn rebuke",
    "ask urge call_on press request invite",
    "help aid assist support back",
    "sue take_to_court",
    "kill murder stab shoot",
    "play perform appear star",
    "write compose author",
    "build make create construct design",
    "save rescue pull_out",
    "phone ring call telephone",
    "visit call_on tour",
    "fine penalise penalize",
    "found set_up establish start launch",
    "represent defend act_for",
)
_KINDRED: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(_KIN):
    for _verb in _line.replace("_", " ").split() if "_" not in _line else _line.split():
        _key = _verb.replace("_", " ")
        _KINDRED[_key] = _KINDRED.get(_key, frozenset()) | {_number}
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
    return (*found, *_made(reading))


def _against(frame: Frame) -> bool:
    return any(prep == "against" for prep, _ in frame.other)


def _made(reading: Reading) -> Iterator[Act]:
    """ "the leader of the trial, Roth": who leads it."""
    for described in reading.descriptions:
        what = reading.phrases[described.what]
        whom = what.of if what.of is not None else what.owner
        verb = _SERVING.get(what.head, what.head if _is_maker(what.head) else "")
        if described.what == described.phrase or whom is None or not verb:
            continue
        frame = Frame(
            verb, what.end - 1, described.begin, described.end, (described.phrase,), (whom,),
            (), nominal=True,
        )  # fmt: skip
        roles = {"agent": frame.agent, "patient": frame.patient}
        yield Act((verb,), _pairs(roles), frame)


def _act(frame: Frame, reading: Reading) -> Act:
    roles: _Roles = {"agent": frame.agent, "patient": frame.patient}
    for prep, phrase in frame.other:
        roles[_prep(prep)] = (*roles.get(_prep(prep), ()), phrase)
    base = frame.verb.split(" ")[0]
    if base in _MOVING | _ARRIVING:
        roles = _moved(base, roles, reading)
    verbs: tuple[str, ...] = (frame.verb,)
    carried = _carried(frame, reading)
    if carried is not None:
        noun = reading.phrases[carried]
        if frame.verb in _FROM_OTHERS and not frame.passive and ("from" in roles or "by" in roles):
            roles["patient"], roles["agent"] = frame.agent, roles.pop("from", roles.get("by", ()))
            return Act((noun.head,), _pairs(roles), frame)
        verbs = (noun.head, frame.verb) if frame.verb not in _COPULAS else (noun.head,)
        if noun.of is not None and noun.head in _GRANTED and not frame.passive:
            # "has the backing of the union"
            roles["patient"], roles["agent"] = frame.agent, (noun.of,)
            verbs = (noun.head,)
        elif noun.of is not None:
            roles["patient"] = (noun.of,)
    _receivers(frame, roles, reading)
    turned = _CONVERSE.get(frame.verb) or (_CONVERSE.get(base) if " " not in frame.verb else None)
    if turned is not None and _turns(frame, roles, reading):
        into, mapping = turned
        renamed: _Roles = {}
        for role, phrases in roles.items():
            renamed[mapping.get(role, role if role not in mapping.values() else "")] = phrases
        renamed.pop("", None)
        own = (
            () if into in ("beat", "succeed", "work for") and into != frame.verb else (frame.verb,)
        )
        return Act(
            (into, *own) if into != "go" else ("give", "go"), _pairs(renamed), frame,
            two_objects=base in GIVING,
        )  # fmt: skip
    if base in _LEARNING and "under" in roles and not frame.passive:
        roles = {**roles, "patient": frame.agent, "agent": roles["under"]}
        verbs = ("train", "teach")
    both = base in _SYMMETRIC or verbs[0] in _MUTUAL
    return Act(verbs, _pairs(roles), frame, symmetric=both, two_objects=base in GIVING)


def _receivers(frame: Frame, roles: _Roles, reading: Reading) -> None:
    """ "Roth was awarded the prize": the subject is who receives."""
    if not frame.passive or frame.verb not in _TO_RECEIVERS or "to" in roles or not frame.patient:
        return
    if "as" in roles:
        roles["to"], roles["patient"] = frame.patient, roles.pop("as")
    elif reading.phrases[frame.patient[0]].named:
        roles["to"] = roles.pop("patient")


def _moved(verb: str, roles: _Roles, reading: Reading) -> _Roles:
    """Where somebody goes: "for Brae" is "to Brae", and who leaves Mora goes from Mora."""
    turned = dict(roles)
    if "for" in turned and any(reading.phrases[p].named for p in turned["for"]):
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


def _turns(frame: Frame, roles: _Roles, reading: Reading) -> bool:
    """Whether the verb is meant in the sense that turns round ("lost to", not "lost a leg")."""
    if frame.verb == "go":
        # "the prize went to Roth", not "Roth went to Brae"
        prize = all(reading.words[reading.phrases[p].end - 1].lower.split()[-1] in _PRIZES
                    or not reading.phrases[p].named for p in frame.agent)  # fmt: skip
        return "to" in roles and prize
    if frame.verb in (
        "lose",
        "leave",
        "return",
        "transfer",
        "fall",
        "succumb",
        "bow",
        "go down",
        "belong",
    ):
        return bool(frame.other) and frame.other[0][0] == "to"
    if frame.verb == "work":
        return "for" in roles
    if frame.verb in ("follow", "precede"):
        return bool(frame.patient and frame.agent)
    return True


def _carried(frame: Frame, reading: Reading) -> int | None:
    """The noun that says what is done where the verb says little ("gave a promise of")."""
    if frame.verb == "be" and frame.other[:1] and frame.other[0][0] in ("in", "under", "on", "at"):
        noun = reading.phrases[frame.other[0][1]]
        tied = noun.of is not None or not noun.determiner
        return frame.other[0][1] if tied and _as_verb(noun.head) else None
    if frame.verb not in _LIGHT or frame.passive or frame.nominal:
        return None
    told = frame.patient or tuple(p for prep, p in frame.other if prep == "is")
    for phrase in told[:1]:
        noun = reading.phrases[phrase]
        if frame.verb in _COPULAS and not (noun.of is not None and _is_maker(noun.head)):
            continue
        if not noun.named and not noun.pronoun and "v" in _as_verb(noun.head):
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


def _pairs(roles: _Roles) -> tuple[tuple[str, tuple[int, ...]], ...]:
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


def _bare(verb: str) -> str:
    """The verb without a preposition ("vote for"), particles kept."""
    base, _, rest = verb.partition(" ")
    return base if rest in ("for", "in", "on", "at", "to", "with", "against", "of") else verb


def kindred(x: str, y: str) -> bool:
    """Whether two verbs are used for the same act in news."""
    one, other = _KINDRED.get(_bare(x), frozenset()), _KINDRED.get(_bare(y), frozenset())
    return not one.isdisjoint(other)


def _maker(noun: str, verb: str) -> bool:
    """ "maker" and "make", "founder" and "found"."""
    for ending in ("er", "or"):
        stem = noun.removesuffix(ending)
        if stem != noun and verb in (stem, f"{stem}e", stem[:-1]):
            return True
    return False
