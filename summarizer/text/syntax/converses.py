"""Verbs turned round: "Brae lost to Mora" and "Mora beat Brae" are one act."""

from __future__ import annotations

from summarizer.text.syntax.frames import Frame
from summarizer.text.syntax.reading import Reading

Roles = dict[str, tuple[int, ...]]

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
_PRIZES = frozenset("prize award medal title cup trophy contract job post seat crown".split())
_GAMES = frozenset(
    """match game final election race vote case battle set point lead war bout fight
    contest""".split()
)
_IDLE = ("", "off", "on", "out", "away")  # "sold off" is sold


def converse(frame: Frame, roles: Roles, reading: Reading) -> tuple[tuple[str, ...], Roles] | None:
    """The verbs and roles of an act seen from the other side; None where it has none."""
    base, _, particle = frame.verb.partition(" ")
    what = roles.get("patient")
    lost = base == "lose" and "to" in roles and not frame.passive
    if lost and what and reading.phrases[what[0]].head not in _GAMES:
        # "lost a seat to Roth": Roth took it
        taken = {"agent": roles["to"], "patient": what, "from": roles["agent"]}
        return ("take", "gain", "win"), taken
    turned = _CONVERSE.get(frame.verb) or (_CONVERSE.get(base) if particle in _IDLE else None)
    if turned is None or not _turns(frame, roles, reading):
        return None
    into, mapping = turned
    renamed: Roles = {}
    for role, phrases in roles.items():
        renamed[mapping.get(role, role if role not in mapping.values() else "")] = phrases
    renamed.pop("", None)
    if into == "go":
        return ("give", "go"), renamed
    replaced = into in ("beat", "succeed", "work for") and into != frame.verb
    return ((into,) if replaced else (into, frame.verb)), renamed


def _turns(frame: Frame, roles: Roles, reading: Reading) -> bool:
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
    if frame.verb == "take over":
        return "from" in roles
    if frame.verb in ("follow", "precede"):
        return bool(frame.patient and frame.agent)
    return True
