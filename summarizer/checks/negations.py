"""What a negation turns round.

No parser is used: the scope of "not" is the next word that carries meaning, through verbs that only
lead to another one ("did not vote to approve" does not approve).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.checks.tokens import AUXILIARY, Token, bases, light, verb_like

_STOPS = frozenset("but while whereas although though which who whose unless because".split())
_CLAUSE = 10  # tokens from "that" to the verb of its clause
_REACH = 40  # tokens, the longest stretch that a negation is followed into
# Verbs and nouns that lead to another verb, which the negation then turns round as well.
_LEADS = bases(
    """vote agree want plan intend manage able need expect allow seek try decide choose
    promise willing ready likely begin start mean hope attempt prepare oblige require bound due set
    go use appear seem intention reason right permission order wish vow pledge authorise authorize
    permit force oblige compel"""
)
_LEADS_STRAIGHT = bases("report list declare")
# Verbs of little meaning of their own: the object says what is not done.
_EMPTY = bases("report exist occur happen remain left come arise follow plan known record")
_ADVERB_NOT = frozenset(
    """early family only supply apply reply rely ally fly likely unlikely assembly july italy daily
    weekly monthly friendly multiply comply elderly costly deadly""".split()
)


@dataclass(frozen=True)
class Scope:
    """One negation.

    Attributes:
        start, end: offsets from the negating words to the end of what they surely turn round.
        firm: numbers of the tokens that it surely turns round.
        soft: numbers of those that it may.
    """

    start: int
    end: int
    firm: tuple[int, ...]
    soft: tuple[int, ...]


def _forms(*verbs: str) -> list[str]:
    return [v for line in verbs for v in line.split("/")]


_RIGHT: dict[str, tuple[tuple[str, ...], ...]] = {}
for _first in _forms(
    "fail/fails/failed/failing/failure",
    "refuse/refuses/refused/refusing/refusal",
    "decline/declines/declined/declining",
    "unable",
    "yet",
    "unwilling",
    "neglected/neglects",
    "forgot/forgets",
    "reluctant",
    "powerless",
):
    _RIGHT[_first] = (("to",),)
for _first in _forms("not/never/cannot/hardly/scarcely/without/nor"):
    _RIGHT[_first] = ((),)
for _first in _forms("lack/lacks/lacked/lacking"):
    _RIGHT[_first] = (("of",), ())
for _first in _forms(
    "prevent/prevents/prevented/preventing",
    "avoid/avoids/avoided/avoiding",
    "cease/ceases/ceased/ceasing",
    "stop/stops/stopped/stopping",
    "deny/denies/denied/denying",
    "quit/quits",
):
    _RIGHT[_first] = ((),)
_RIGHT |= {
    "no": (("longer",),),
    "instead": (("of",),),
    "rather": (("than",),),
    "absence": (("of",),),
    "free": (("of",), ("from",)),
    "short": (("of",),),
    "far": (("from",),),
    "rule": (("out",),),
    "rules": (("out",),),
    "ruled": (("out",),),
    "ruling": (("out",),),
    "nowhere": (("near",),),
}
_GERUND = frozenset(
    _forms("cease/ceases/ceased/ceasing", "stop/stops/stopped/stopping", "quit/quits")
)
_DENY = frozenset(_forms("deny/denies/denied/denying"))
# After these the "not" is about a degree, a cause or an expectation, not about the act.
_NOT_ELSEWHERE = frozenset(
    """only just merely simply solely all every everyone everybody everything each always entirely
    necessarily exactly mention surprisingly least exclusively primarily mainly wholly
    completely fully both""".split()
)
_NO_COMPARED = frozenset(
    """longer fewer less more later earlier sooner better worse matter doubt wonder question
    small""".split()
)
_FALSE = frozenset("untrue false wrong unfounded baseless incorrect groundless inaccurate".split())
_CHANCES = frozenset("deadline target chance chances opportunity date".split())
_WHOLE = frozenset("nobody none nothing".split())


def scopes(text: str, tokens: tuple[Token, ...]) -> Iterator[Scope]:
    taken = 0
    neither = -1
    for i, token in enumerate(tokens):
        if i < taken:
            continue
        whole = token.lower in _WHOLE or _follows(tokens, i, "no", "one")
        if whole or _determines(text, tokens, i):
            neither = i if token.lower == "neither" else neither
            after = i + 2 if token.lower == "no" and whole else i + 1
            firm = _of_quantity(tokens, i, after, whole)
            taken = after
        elif token.lower == "nor" and neither >= 0:
            continue
        else:
            after = _cue(text, tokens, i)
            if after == i:
                yield from _untrue(tokens, i)
                continue
            firm = focus(tokens, after)
            taken = after
        yield _scope(tokens, i, after, firm)


def _untrue(tokens: tuple[Token, ...], i: int) -> Iterator[Scope]:
    """ "Reports that the mill will close are false" and "missed the deadline for closing it"."""
    word = tokens[i].lower
    if word in _FALSE and i and tokens[i - 1].lower in ("is", "are", "was", "were", "as"):
        that = next(
            (k for k in range(i - 1, max(-1, i - _REACH), -1) if tokens[k].lower == "that"), None
        )
        if that is not None:
            verb = next((k for k in range(that + 1, i) if verb_like(tokens[k])), that + 1)
            firm = [k for k in focus(tokens, verb) if k < i]
            yield Scope(tokens[that].start, tokens[i].end, tuple(firm), ())
    if word in ("miss", "missed", "misses", "missing"):
        near = [t.lower for t in tokens[i + 1 : i + 8]]
        noun = next((n for n, w in enumerate(near) if w in _CHANCES), None)
        if noun is not None and set(near[noun + 1 :]) & {"to", "for"}:
            yield _scope(tokens, i, i + noun + 2, focus(tokens, i + noun + 2))


def _scope(tokens: tuple[Token, ...], cue: int, after: int, firm: list[int]) -> Scope:
    soft = []
    for k in range(after, min(len(tokens), after + _REACH)):
        if k > after and tokens[k].lower in _STOPS:
            break
        if k not in firm and tokens[k].content:
            soft.append(k)
    if cue and tokens[cue].lower in ("no", "nothing", "none", "nobody") and tokens[cue - 1].content:
        soft.append(cue - 1)
    ends = [tokens[k].end for k in firm if k > cue] or [tokens[after - 1].end]
    starts = [tokens[k].start for k in firm if k < cue] or [tokens[cue].start]
    if _until_or_degree(tokens, cue, after):
        return Scope(tokens[cue].start, tokens[after - 1].end, (), (*firm, *soft))
    return Scope(min(starts), max(ends), tuple(firm), tuple(soft))


def _until_or_degree(tokens: tuple[Token, ...], cue: int, after: int) -> bool:
    """Whether "did not open until June", which opened, or "not all", where the act is done."""
    if tokens[cue].lower in ("no", "nobody", "none", "nothing", "neither"):
        return after < len(tokens) and tokens[after].lower in ("but", "except")
    if after < len(tokens) and tokens[after].lower in _NOT_ELSEWHERE:
        return True
    segment = tokens[cue].segment
    for k in range(after, min(len(tokens), after + 10)):
        if tokens[k].lower == "until" or (tokens[k].lower == "because" and k > after):
            return True
        if tokens[k].segment > segment + 1:
            return False
    return False


def _follows(tokens: tuple[Token, ...], i: int, *expected: str) -> bool:
    return tuple(t.lower for t in tokens[i : i + len(expected)]) == expected


def _determines(text: str, tokens: tuple[Token, ...], i: int) -> bool:
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


def _cue(text: str, tokens: tuple[Token, ...], i: int) -> int:
    """Where the words begin that the negation at ``i`` turns round; ``i`` when there is none."""
    word = tokens[i].lower
    if word.endswith("n't"):
        return i + 1
    for rest in _RIGHT.get(word, ()):
        after = i + 1 + len(rest)
        if not _follows(tokens, i + 1, *rest) or not _is_cue(text, tokens, i, after):
            continue
        return after
    return i


def _is_cue(text: str, tokens: tuple[Token, ...], i: int, after: int) -> bool:
    word = tokens[i].lower
    following = tokens[after].lower if after < len(tokens) else ""
    previous = tokens[i - 1].lower if i else ""
    if word == "not":
        hyphen = text[tokens[i].end : tokens[i].end + 1] == "-"
        return not (
            hyphen
            or previous in ("or", "if", "why")
            or following in ("only", "just", "merely", "simply", "solely")
        )
    if word in _GERUND:
        return following.endswith("ing")
    if word in _DENY:
        return (
            following == "that"
            or following.endswith("ing")
            or following in ("he", "she", "they", "it", "any")
        )
    return True


def _adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and token.lower not in _ADVERB_NOT


def focus(tokens: tuple[Token, ...], begin: int) -> list[int]:
    """The words that a negation before ``begin`` turns round."""
    found: list[int] = []
    adverbs: list[int] = []
    if begin >= len(tokens):
        return found
    segment = tokens[begin].segment
    over = begin
    for k in range(begin, len(tokens)):
        token = tokens[k]
        if k < over:
            continue
        if token.segment != segment and token.lower != "that":
            break
        if token.segment != segment or (k == begin and token.lower == "that"):
            # "Denied that the report had been shelved": what the clause says of its subject.
            verbs = (v for v in range(k, min(len(tokens), k + _CLAUSE)) if verb_like(tokens[v]))
            over = next(verbs, k)
        segment = token.segment
        if not token.content:
            continue
        if _adverb(token):
            adverbs.append(k)
            continue
        found.append(k)
        over = _past_cue(tokens, k)
        if over == k and not _goes_on(tokens, k):
            break
    return found or adverbs[:1]


def _past_cue(tokens: tuple[Token, ...], k: int) -> int:
    """Where the words of a second negation end ("did not rule out a sale"); ``k`` for none."""
    for rest in _RIGHT.get(tokens[k].lower, ()):
        if rest and _follows(tokens, k + 1, *rest):
            return k + 1 + len(rest)
    return k


def _goes_on(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether the negation reaches beyond the token to the next one that carries meaning."""
    known = tokens[k].keys
    following = [t.lower for t in tokens[k + 1 : k + 3]]
    if known & _LEADS:
        return "to" in following
    if known & _LEADS_STRAIGHT:
        return bool(following) and tokens[k + 1].content
    return light(tokens[k]) or following[:1] == ["or"]


def _of_quantity(tokens: tuple[Token, ...], cue: int, after: int, whole: bool) -> list[int]:
    """What "no ferry", "nobody" or "none of the three" turns round."""
    segment = tokens[cue].segment
    acted = [k for k in range(cue - 1, max(-1, cue - _REACH), -1) if tokens[k].segment == segment]
    as_object = any(verb_like(tokens[k]) for k in acted[:8])
    if whole and as_object:
        governing = [k for k in acted if tokens[k].content]
        linked = [k for k in acted[:1] if tokens[k].lower in AUXILIARY]
        return focus(tokens, after) if linked or not governing else governing[:1]
    found: list[int] = []
    k = after
    if not whole:
        while (
            k < min(len(tokens), after + _REACH)
            and tokens[k].segment == segment
            and not (tokens[k].lower in AUXILIARY or (found and verb_like(tokens[k])))
        ):
            if tokens[k].content:
                found.append(k)
            elif found and as_object:
                break
            k += 1
        if as_object or (acted and tokens[acted[0]].lower in ("with", "without")):
            last = found[-1] if found else after
            leads = bool(found) and bool(tokens[last].keys & _LEADS)
            return found + (focus(tokens, last + 1) if leads else [])
    while k < min(len(tokens), after + _REACH) and not (
        verb_like(tokens[k]) or (whole and k == after and tokens[k].content)
    ):
        k += 1
        if k < len(tokens) and tokens[k].segment > segment + whole:
            return found
    acting = focus(tokens, k)
    # "No foreign ship sailed": the sailing is denied, not the ship.
    empty = all(tokens[a].keys & _EMPTY or light(tokens[a]) for a in acting[:1])
    return acting if acting and (not empty or tokens[cue].lower == "neither") else found + acting
