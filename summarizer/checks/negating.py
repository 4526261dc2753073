"""Which words deny what follows, or precedes, them."""

from __future__ import annotations

from summarizer.checks.tokens import Token

_REACH = 10  # tokens between "stop" and "from"


def _forms(*verbs: str) -> list[str]:
    return [v for line in verbs for v in line.split("/")]


_RIGHT: dict[str, tuple[tuple[str, ...], ...]] = {}
for _first in _forms(
    "fail/fails/failed/failing/failure",
    "refuse/refuses/refused/refusing/refusal",
    "decline/declines/declined/declining",
    "omit/omits/omitted/omitting",
    "neglect/neglects/neglected/neglecting",
    "forget/forgets/forgot/forgotten",
    "unable/yet/unwilling/reluctant/powerless/unprepared/disinclined/impossible",
):
    _RIGHT[_first] = (("to",),)
for _first in _forms("not/never/cannot/hardly/scarcely/without/nor"):
    _RIGHT[_first] = ((),)
for _first in _forms("lack/lacks/lacked/lacking"):
    _RIGHT[_first] = (("of",), ())
for _first in _forms(
    "prevent/prevents/prevented/preventing",
    "avoid/avoids/avoided/avoiding",
    "escape/escapes/escaped/escaping",
    "cease/ceases/ceased/ceasing",
    "stop/stops/stopped/stopping",
    "deny/denies/denied/denying",
    "quit/quits",
):
    _RIGHT[_first] = ((),)
for _first in _forms("rule/rules/ruled/ruling"):
    _RIGHT[_first] = (("out",),)
for _first in _forms("stop/stops/stopped/stopping"):
    _RIGHT[_first] = (("short", "of"), ())
_RIGHT |= {
    "no": (("longer",),),
    "instead": (("of",),),
    "rather": (("than",),),
    "absence": (("of",),),
    "free": (("of",), ("from",)),
    "short": (("of",),),
    "far": (("from",),),
    "nowhere": (("near",),),
    "out": (("of",),),
    "against": ((),),
    "end": (("to",),),
    "from": ((),),
}
# What turns a noun round, with the words that describe it: "lacks a working bell".
OF_NOUNS = frozenset(
    _forms(
        "without/lack/lacks/lacked/lacking/avoid/avoids/avoided/avoiding/escape/escapes/escaped",
        "escaping/prevent/prevents/prevented/preventing/rule/rules/ruled/ruling/instead/absence",
        "free/short/rather/out/end/deny/denies/denied/denying",
    )
)
_GERUND = frozenset(
    _forms("cease/ceases/ceased/ceasing", "stop/stops/stopped/stopping", "quit/quits")
)
_DENY = frozenset(_forms("deny/denies/denied/denying"))
_NO_COMPARED = frozenset(
    """longer fewer less more later earlier sooner better worse matter doubt wonder question
    small""".split()
)
BE = frozenset("be been being is are was were".split())
_BESIDE_NOT = frozenset("or if why".split())
_ONLY = frozenset("only just merely simply solely".split())
_DENIED = frozenset("that he she they it any".split())
_VERBAL = ("ed", "es", "ing")
TIES = frozenset("in on at by for from with to after before during until of over under".split())
_ADVISED = frozenset(
    """advise advises advised advising warn warns warned warning caution cautions cautioned decide
    decides decided deciding recommend recommends recommended staff people guarded""".split()
)
_KEEPING = frozenset(
    """stop stops stopped prevent prevents prevented keep keeps kept ban bans banned bar bars barred
    prohibit prohibits prohibited discourage discourages discouraged deter deters deterred refrain
    refrains refrained abstain abstained exempt exempted excluded dissuaded saved spared""".split()
)
_STATES = frozenset("service work use office danger action print stock favour favor".split())


def follows(tokens: tuple[Token, ...], i: int, *expected: str) -> bool:
    """Whether these words stand at a place."""
    return tuple(t.lower for t in tokens[i : i + len(expected)]) == expected


def determines(text: str, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "no" or "neither" stands before a noun."""
    token = tokens[i]
    if token.lower not in ("no", "neither") or i + 1 >= len(tokens):
        return False
    following = tokens[i + 1]
    between = text[token.end : following.start]
    if token.lower == "neither":
        return True
    if not between.isspace() or following.number or following.lower in _NO_COMPARED:
        return False
    return following.content or following.lower in ("other", "further", "such", "new", "own")


def cue_end(text: str, tokens: tuple[Token, ...], i: int) -> int:
    """Where the words begin that the negation at ``i`` turns round; ``i`` when there is none."""
    word = tokens[i].lower
    word = "out" if word.endswith(" out") else word  # "taken out of service"
    if word.endswith("n't"):
        return i + 1
    for rest in _RIGHT.get(word, ()):
        after = i + 1 + len(rest)
        if not follows(tokens, i + 1, *rest) or not _is_cue(text, tokens, i, after):
            continue
        return after
    return i


def _is_cue(text: str, tokens: tuple[Token, ...], i: int, after: int) -> bool:
    """Whether a word that may negate does so here, by what stands beside it."""
    word = tokens[i].lower.rsplit(" ", 1)[-1]
    following = tokens[after].lower if after < len(tokens) else ""
    previous = tokens[i - 1].lower if i else ""
    gerund = following.endswith("ing")
    if word == "not":
        hyphen = text[tokens[i].end : tokens[i].end + 1] == "-"
        return not (hyphen or previous in _BESIDE_NOT or following in _ONLY)
    if word.endswith(_VERBAL) and word in OF_NOUNS and following in TIES | {"without"}:
        return bool({t.lower for t in tokens[max(0, i - 2) : i]} & BE)  # "was avoided by"
    if word in _GERUND or word in _DENY:
        return gerund or (word in _DENY and following in _DENIED)
    if word == "against":  # "advised against travelling"
        return gerund and previous in _ADVISED
    if word == "from":  # "stops people from falling"
        return gerund and any(t.lower in _KEEPING for t in tokens[max(0, i - _REACH) : i])
    # "Out of service", not "out of the building" or "out of 20".
    return word != "out" or following in _STATES


def past_cue(tokens: tuple[Token, ...], k: int) -> int:
    """Where the words of a second negation end ("did not rule out a sale"); ``k`` for none."""
    for rest in _RIGHT.get(tokens[k].lower, ()):
        after = k + 1 + len(rest)
        ing = after < len(tokens) and tokens[after].lower.endswith("ing")
        if follows(tokens, k + 1, *rest) and (
            rest or tokens[k].lower in OF_NOUNS or (ing and tokens[k].lower in _GERUND)
        ):
            return after
    return k
