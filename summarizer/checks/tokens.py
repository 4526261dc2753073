"""The words of a text as the checks on polarity, direction, amount and firmness read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.lexicon import find_phrases, lemmas
from summarizer.text.words import STOP_WORDS, stem, words

LONGEST = 2_000
"""Characters of a text that are read: pairs of words are compared, so longer ones cost too much."""

# These carry meaning here, though they are too common to be looked for.
_KEPT = frozenset(
    """against above below up down off out say says said tell tells told
    reported further""".split()
)
_FUNCTION = STOP_WORDS | frozenset(
    """not never nobody none nothing nowhere neither without cannot yet still already one ones
    every everyone anybody anyone anything either ever even upon shall ought let whatever""".split()
)
AUXILIARY = frozenset(
    """is are was were be been being am will would has have had having could may might should can
    must does do did shall cannot""".split()
)
PAST = frozenset(
    """left took made gave went began led held met sought fell rose grew won lost came saw got kept
    put set ran sent paid bought brought became chose drew drove found knew meant sold spoke stood
    wrote beat cut hit shut spent built broke felt heard read said told says knows wants sailed
    survived hurt died lives came needs expects""".split()
)
_SHORT = 4
_BREAKS = frozenset(
    """and but while whereas although though after before because since when which who whose that if
    unless until than compared following despite barring provided whether""".split()
)
# The first words of negations: no phrase of the lexicon is joined over them.
_NEGATING = frozenset(
    """fail fails failed failing failure refuse refuses refused refusing refusal decline declines
    declined declining unable yet unwilling neglected neglects forgot forgets reluctant
    powerless not never cannot hardly scarcely without nor lack lacks lacked lacking prevent
    prevents prevented preventing avoid avoids avoided avoiding cease ceases ceased ceasing
    stop stops stopped stopping deny denies denied denying quit quits no instead rather
    absence free short far rule rules ruled ruling nowhere""".split()
)
_PARTICLES = frozenset(
    """up down out off over in on away back to for of through with from against by at into under
    aside forward ahead go public""".split()
)
_PREPOSITIONS = frozenset("in on at by for of from with to near".split())


def bases(listed: str) -> frozenset[str]:
    """The words and their stems."""
    return frozenset(form for w in listed.split() for form in (w, stem(w)))


_LIGHT = bases(
    "take make have give get do hold put find see reach issue offer show use charge impose provide"
)
_PUNCTUATION = re.compile(r"[,;:()“”\"—–!?]|\.(?!\S)|\s-\s")


@dataclass(frozen=True)
class Token:
    """One word.

    Attributes:
        lower: lower case, possessive ending removed.
        keys: its stem and its lemmas.
        start, end: in the text.
        segment: number of the stretch between commas and joining words that it stands in.
        clause: the same, but a "that" goes on with the stretch before it.
        content: whether it carries meaning.
        number: whether it is a figure.
        name: whether it is capitalised though it does not open the text.
    """

    lower: str
    keys: frozenset[str]
    start: int
    end: int
    segment: int
    clause: int
    content: bool
    number: bool
    name: bool


@lru_cache(maxsize=50_000)
def keys(word: str) -> frozenset[str]:
    """What a lower-case word is compared by; a phrase also by the noun that closes it."""
    last = word.rsplit(" ", 1)[-1]
    noun = {last, stem(last)} if last != word and last not in _PARTICLES else set()
    return frozenset((stem(word), *lemmas(word), *noun))


def _joined(text: str) -> Iterator[tuple[str, int, int]]:
    """The lower-case words with their offsets, phrases such as "turned down" as one."""
    found = words(text)
    phrases = {p.start: p for p in find_phrases([w.lower for w in found])}
    k = 0
    while k < len(found):
        phrase = phrases.get(k)
        own = [w.lower for w in found[k : phrase.end]] if phrase else []
        passive = phrase is not None and phrase.lemma.startswith("be ")
        free = own and (passive or own[0] not in _FUNCTION)
        if phrase and free and own[0] not in _NEGATING and "not" not in own:
            yield phrase.lemma, found[k].start, found[phrase.end - 1].end
            k = phrase.end
        else:
            yield found[k].lower, found[k].start, found[k].end
            k += 1


def tokens(text: str) -> Iterator[Token]:
    segment, clause, last = 0, 0, 0
    for lower, start, end in _joined(text):
        mark = _PUNCTUATION.search(text, last, start)
        # A phrase behind a comma ("shut one, in Halden") belongs to the verb before it.
        hangs = mark and mark.group() == "," and lower in _PREPOSITIONS
        if (mark and not hangs) or lower in _BREAKS:
            segment += 1
            clause += lower != "that" or mark is not None
        last = end
        number = lower[0].isdigit()
        month = lower == "may" and start > 0 and text[start] == "M"
        common = (lower in _FUNCTION and lower not in _KEPT) or lower.endswith("n't")
        content = (month or not common) and (len(lower) > 1 or number)
        name = content and start > 0 and text[start].isupper()
        known = keys(lower) if content else frozenset((lower,))
        yield Token(lower, known, start, end, segment, clause, content, number, name)


def verb_like(token: Token) -> bool:
    """Whether a token looks like an auxiliary or a past form."""
    lower = token.lower
    return (
        lower in AUXILIARY
        or lower in PAST
        or lower.endswith("n't")
        or (len(lower) > _SHORT and lower.endswith("ed"))
    )


def light(token: Token) -> bool:
    """Whether a verb says little without its object ("take", "use")."""
    return bool(token.keys & _LIGHT)
