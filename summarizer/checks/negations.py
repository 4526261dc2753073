"""What a negation turns round.

No parser is used: the scope of "not" is the next word that carries meaning, through verbs that only
lead to another one ("did not vote to approve" does not approve).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.checks.negating import BE, OF_NOUNS, TIES, cue_end, determines, follows, past_cue
from summarizer.checks.tokens import AUXILIARY, Token, bases, light, verb_like

_STOPS = frozenset("but while whereas although though which who whose unless because".split())
_ON = frozenset("or and nor".split())
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


# After these the "not" is about a degree, a cause or an expectation, not about the act.
_NOT_ELSEWHERE = frozenset(
    """only just merely simply solely all every everyone everybody everything each always entirely
    necessarily exactly mention surprisingly least exclusively primarily mainly wholly
    completely fully both""".split()
)
PRONOUNS = frozenset("he she it they we i you there".split())
DETERMINERS = frozenset("the a an his her its their this that these those any so such".split())
_DOUBLED = frozenset("not cannot never n't hardly".split())
_BARE = frozenset("did does do will would can could".split())
_OCCASIONS = frozenset("time point stage moment way case circumstances account".split())
_INVERTED = frozenset("had has have did does do was were is are will would could can".split())


_FALSE = frozenset("untrue false wrong unfounded baseless incorrect groundless inaccurate".split())
_CHANCES = frozenset("deadline target chance chances opportunity date".split())
_WHOLE = frozenset("nobody none nothing".split())


def scopes(text: str, tokens: tuple[Token, ...]) -> Iterator[Scope]:
    taken = 0
    neither = -1
    for i, token in enumerate(tokens):
        if i < taken:
            continue
        whole = token.lower in _WHOLE or follows(tokens, i, "no", "one")
        if whole or determines(text, tokens, i):
            neither = i if token.lower == "neither" else neither
            after = i + 2 if token.lower == "no" and whole else i + 1
            firm = _on_no_occasion(tokens, i) or _of_quantity(tokens, i, after, whole)
            taken = after
        elif token.lower == "nor" and neither >= 0:
            continue
        else:
            after = cue_end(text, tokens, i)
            if after == i:
                yield from _untrue(tokens, i)
                continue
            of_noun = token.lower.rsplit(" ", 1)[-1] in OF_NOUNS
            firm = _governed(text, tokens, i, after) if of_noun else []
            firm = firm or focus(tokens, after)
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
        if k > after and _ends(tokens, cue, k):
            break
        if k not in firm and tokens[k].content:
            soft.append(k)
    before = tokens[cue - 1] if cue else None
    beside = before and before.content and before.clause == tokens[cue].clause
    if beside and tokens[cue].lower in ("no", "nothing", "none", "nobody"):
        soft.append(cue - 1)
    if tokens[cue].lower in ("not", "never") or tokens[cue].lower.endswith("n't"):
        own = tokens[cue].segment
        soft += [k for k in range(cue) if tokens[k].segment == own and _thing(tokens[k])]
    ends = [tokens[k].end for k in firm if k > cue] or [tokens[after - 1].end]
    starts = [tokens[k].start for k in firm if k < cue] or [tokens[cue].start]
    if _until_or_degree(tokens, cue, after):
        return Scope(tokens[cue].start, tokens[after - 1].end, (), (*firm, *soft))
    return Scope(min(starts), max(ends), tuple(firm), tuple(soft))


def _thing(token: Token) -> bool:
    """Whether a word before "not" may be neither affirmed nor denied ("drinking was not found")."""
    return token.content and not (token.name or token.number or verb_like(token))


def _ends(tokens: tuple[Token, ...], cue: int, k: int) -> bool:
    """Whether a negation reaches no further than a token: behind its clause, save after "or"."""
    token = tokens[k]
    if token.lower in _STOPS or token.sentence != tokens[cue].sentence:
        return True
    opens = token.clause != tokens[k - 1].clause
    on = token.lower in _ON and tokens[cue].lower not in OF_NOUNS
    return opens and token.clause != tokens[cue].clause and not on


def _until_or_degree(tokens: tuple[Token, ...], cue: int, after: int) -> bool:
    """Whether "did not open until June", which opened, or "not all", where the act is done."""
    if tokens[cue].lower in ("no", "nobody", "none", "nothing", "neither"):
        return False
    if after < len(tokens) and tokens[after].lower in _NOT_ELSEWHERE:
        return True
    segment = tokens[cue].segment
    plain = tokens[cue].lower in ("not", "never", "cannot") or tokens[cue].lower.endswith("n't")
    for k in range(after, min(len(tokens), after + 10)):
        if (tokens[k].lower == "until" and plain) or (tokens[k].lower == "because" and k > after):
            return True
        if tokens[k].segment > segment + 1:
            return False
    return False


def _adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and token.lower not in _ADVERB_NOT


def focus(tokens: tuple[Token, ...], begin: int) -> list[int]:
    """The words that a negation before ``begin`` turns round."""
    found: list[int] = []
    adverbs: list[int] = []
    if begin >= len(tokens):
        return found
    begin = _past_subject(tokens, begin)
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
            reach = range(k, min(len(tokens), k + _CLAUSE))
            over = next((v for v in reach if verb_like(tokens[v]) or _turns(tokens[v])), k)
        segment = token.segment
        if not token.content:
            continue
        if _adverb(token):
            adverbs.append(k)
            continue
        found.append(k)
        over = past_cue(tokens, k)
        if over == k and not _goes_on(tokens, k):
            break
    return found or adverbs[:1]


def _past_subject(tokens: tuple[Token, ...], begin: int) -> int:
    """Where the verb stands behind "never before had the club", "nor did it"; else ``begin``."""
    k = begin
    while k < len(tokens) - 1 and tokens[k].lower in ("before", "again", "once", "since", "yet"):
        k += 1
    if tokens[k].lower not in _INVERTED or k + 1 >= len(tokens):
        return begin
    if tokens[k + 1].lower in PRONOUNS:
        return min(k + 2, len(tokens) - 1)
    if not (tokens[k + 1].lower in DETERMINERS or tokens[k + 1].name):
        return begin
    told = [v for v in range(k + 1, min(len(tokens), k + 2 + _CLAUSE)) if tokens[v].content]
    verbs = [v for v in told if verb_like(tokens[v])]
    if not verbs and tokens[k].lower in _BARE:  # "did the captain leave": the next word but one
        nouns = [v for v in told if not tokens[v].name]
        verbs = nouns[:1] if tokens[k + 1].name else nouns[1:2]
    return verbs[0] if verbs else begin


def _governed(text: str, tokens: tuple[Token, ...], cue: int, after: int) -> list[int]:
    """The noun that "ruled out" turns round; in the passive it stands before."""
    passive = {t.lower for t in tokens[max(0, cue - 2) : cue]} & BE
    denied = {t.lower for t in tokens[max(0, cue - 4) : cue]} & _DOUBLED
    if passive and denied:
        return []
    if not (passive and tokens[cue].lower.endswith(("ed", "en"))):
        return _noun(text, tokens, after)
    found: list[int] = []
    for k in range(cue - 1, max(-1, cue - _REACH), -1):
        token = tokens[k]
        if token.segment != tokens[cue].segment or (found and not token.content):
            break
        if token.content and token.lower not in AUXILIARY:
            found.append(k)
    return found[::-1]


def _noun(text: str, tokens: tuple[Token, ...], begin: int) -> list[int]:
    """The noun that a negation before ``begin`` turns round, with what describes it.

    Empty where a verb follows ("without telling"). Who owns it ("the app's screen") is not meant.
    """
    found: list[int] = []
    if tokens[begin : begin + 1] and tokens[begin].lower in TIES:
        return found
    for k in range(begin, min(len(tokens), begin + _REACH)):
        token = tokens[k]
        if token.segment != tokens[begin].segment or (found and not token.content):
            break
        if token.content and k == begin and (token.lower.endswith("ing") or _adverb(token)):
            return []
        if token.content and text[token.end - 2 : token.end] not in ("'s", "’s"):
            found.append(k)
    return found


def _turns(token: Token) -> bool:
    return token.lower in OF_NOUNS and token.content


def _goes_on(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether the negation reaches beyond the token to the next one that carries meaning."""
    known = tokens[k].keys
    following = [t.lower for t in tokens[k + 1 : k + 3]]
    if known & _LEADS:
        return "to" in following
    if known & _LEADS_STRAIGHT:
        return bool(following) and tokens[k + 1].content
    return light(tokens[k]) or following[:1] == ["or"]


def _on_no_occasion(tokens: tuple[Token, ...], cue: int) -> list[int]:
    """What "at no time did the captain" turns round; empty for any other "no"."""
    if tokens[cue].lower != "no" or cue + 2 >= len(tokens):
        return []
    return focus(tokens, cue + 2) if tokens[cue + 1].lower in _OCCASIONS else []


def _of_quantity(tokens: tuple[Token, ...], cue: int, after: int, whole: bool) -> list[int]:
    """What "no ferry", "nobody" or "none of the three" turns round."""
    segment = tokens[cue].segment
    acted = [k for k in range(cue - 1, max(-1, cue - _REACH), -1) if tokens[k].segment == segment]
    as_object = any(verb_like(tokens[k]) for k in acted[:8])
    if whole and as_object:
        governing = [k for k in acted if tokens[k].content]
        linked = [k for k in acted[:1] if tokens[k].lower in AUXILIARY]
        if governing and not linked:
            return governing[:1]
        goes_on = after < len(tokens) and tokens[after].segment == segment
        return focus(tokens, after) if goes_on else []
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
