"""The noun phrases of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.text.syntax.persons import person_noun
from summarizer.text.syntax.tagging import Token

_TIME_NOUNS = frozenset(
    """day days night week weeks weekend month months year years decade decades century morning
    evening afternoon noon dawn hour hours minute minutes moment season summer winter spring autumn
    time while""".split()
)
_NOMINAL = frozenset(("det", "num", "adj", "noun", "name"))
_NUMBERED = frozenset(
    """number page gate chapter section article room platform pier route line phase grade level age
    no day game group act scene floor track lane flight unit terminal stage round class""".split()
)


@dataclass(frozen=True)
class Phrase:
    """A noun phrase.

    Attributes:
        start, end: its tokens, ``end`` past the last.
        head: the last word, lower case.
        modifiers: its other content words, lower case.
        names: the cores of the names in it; the last one is what it names if ``named``.
        named: whether it is itself a name ("climber Ruth Abel"), not a thing of that name.
        determiner: "", or the determiner or possessive pronoun.
        owner: number of the phrase that owns it ("the town's manager"), or None.
        of: number of the phrase that "of" ties to it, or None.
        time: whether it says when.
    """

    start: int
    end: int
    head: str
    modifiers: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    named: bool
    determiner: str
    pronoun: bool
    owner: int | None
    of: int | None = None
    time: bool = False


def phrases(words: tuple[Token, ...]) -> tuple[Phrase, ...]:
    """The noun phrases of a sentence, in order."""
    found: list[Phrase] = []
    at = 0
    owner: int | None = None
    while at < len(words):
        tag = words[at].tag
        if tag == "pron" or (tag == "rel" and words[at].lower == "whose"):
            if tag == "pron":
                token = words[at]
                found.append(Phrase(at, at + 1, token.lower, (), (), False, "", True, None))
            at, owner = at + 1, None
            continue
        if tag == "time":
            found.append(
                Phrase(at, at + 1, words[at].lower, (), (), False, "", False, None, time=True)
            )
            at, owner = at + 1, None
            continue
        if tag not in _NOMINAL:
            at, owner = at + 1, None
            continue
        end = at
        while end < len(words) and words[end].tag in _NOMINAL:
            if end > at and words[end].tag == "det":
                break
            before = words[end - 1]
            counted = before.tag == "name" or before.lower not in _NUMBERED
            year = before.tag == "num" and end - at == 1 and before.lower.isdigit()
            if year and words[end].tag == "name":
                break  # "by 1903 Roth had"
            if end > at and words[end].tag == "num" and before.tag in ("noun", "name") and counted:
                break
            end += 1
        phrase = _phrase(words, at, end, owner)
        owned = end < len(words) and words[end].tag == "poss"
        if phrase is not None:
            found.append(phrase)
        owner = len(found) - 1 if owned and phrase is not None else None
        at = end + owned if end > at else at + 1
    return _tie(words, found)


def _phrase(words: tuple[Token, ...], start: int, end: int, owner: int | None) -> Phrase | None:
    inside = words[start:end]
    determiner = inside[0].lower if inside[0].tag == "det" else ""
    content = [t for t in inside if t.tag != "det"]
    if not content:
        # "both", "many", "this" alone
        return Phrase(start, end, determiner, (), (), False, "", True, None)
    head = content[-1]
    names = tuple(t.core for t in content if t.core)
    return Phrase(
        start=start,
        end=end,
        head=head.lower,
        modifiers=tuple(w for t in content[:-1] for w in _as_modifier(t)),
        names=names,
        named=bool(head.core),
        determiner=determiner,
        pronoun=False,
        owner=owner,
        time=head.lower in _TIME_NOUNS,
    )


def _as_modifier(token: Token) -> tuple[str, ...]:
    """The words of an office before a name ("Trade Secretary Ana Roth"); no other name is one."""
    if not token.core:
        return (token.lower,)
    said = tuple(token.lower.split())
    return said if len(said) > 1 and person_noun(said[-1]) else ()


def _with_offices(words: tuple[Token, ...], found: list[Phrase]) -> list[Phrase]:
    """ "Minister of health Ada Roth" as one phrase."""
    joined: list[Phrase] = []
    for phrase in found:
        last = joined[-1] if joined else None
        between = [t.lower for t in words[last.end : phrase.start]] if last is not None else []
        office = (
            last is not None
            and between == ["of"]
            and last.end - last.start == 1
            and person_noun(last.head)
        )
        if last is not None and office and phrase.named and phrase.modifiers:
            modifiers = (*phrase.modifiers, *last.modifiers, last.head)
            joined[-1] = replace(phrase, start=last.start, modifiers=modifiers)
        else:
            joined.append(phrase)
    return joined


def _tie(words: tuple[Token, ...], found: list[Phrase]) -> tuple[Phrase, ...]:
    """Tie "X of Y"."""
    tied = _with_offices(words, found)
    found = list(tied)
    for i in range(len(found) - 2, -1, -1):
        here, following = found[i], tied[i + 1]
        between = words[here.end : following.start]
        adverbs = all(t.tag == "adv" for t in between[1:])
        if between and between[0].lower == "of" and adverbs and not following.pronoun:
            tied[i] = replace(here, of=i + 1)
    # "the head of the town's department": the owner stands between.
    for i in range(len(found) - 2):
        here, middle, after = tied[i], tied[i + 1], tied[i + 2]
        if after.owner == i + 1 and here.of == i + 1:
            tied[i] = replace(here, of=i + 2)
            del middle
    return tuple(tied)
