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
    reported further within outside inside beyond""".split()
)
_FUNCTION = STOP_WORDS | frozenset(
    """not never nobody none nothing nowhere neither without cannot yet still already one ones
    every everyone anybody anyone anything either ever even upon shall ought let whatever
    according except somebody someone something anyone""".split()
)
AUXILIARY = frozenset(
    """is are was were be been being am will would has have had having could may might should can
    must does do did shall cannot""".split()
)
PAST = frozenset(
    """left took made gave went began led held met sought fell rose grew won lost came saw got kept
    put set ran sent paid bought brought became chose drew drove found knew meant sold spoke stood
    wrote beat cut hit shut spent built broke felt heard read said told says knows wants sailed
    survived hurt died lives came needs expects
    arose arisen ate eaten beaten begun bent bit bitten bled blew blown born bore bound bred broken
    burst cast caught chosen clung crept dealt done drawn driven dug fallen fed fled flew flown
    forbade forbidden forgave forgiven forgot forgotten fought froze frozen given gone grown hid
    hidden hung known laid lay lent lit overcame overthrew overthrown proven rang ridden risen rode
    sang sank seen shaken shook shone shot shown shrank shrunk slept slid sown sped spoken spread
    sprang sprung stole stolen stuck struck strove sunk swam swept swore sworn swung taken taught
    thought threw thrown tore torn understood undertook undertaken upheld withdrew withdrawn
    withheld withstood woke woken wore worn written""".split()
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
_WHOM = re.compile(r"\s+(?:wh|how)")
_TITLES = frozenset(
    "mr mrs ms dr st prof gen col capt sgt rev sen rep gov no vs hon messrs".split()
)
_ENDS = frozenset(".!?;")
_OPENING = frozenset((",", "(", "—", "–", " - "))
_CLOSING = frozenset((",", ")", "—", "–", " - "))
_JOINING = frozenset("and but while whereas although though or nor yet so".split())
_PUNCTUATION = re.compile(r"[,;:()“”\"—–!?]|\.(?!\S)|\s-\s")


@dataclass(frozen=True)
class Token:
    """One word.

    Attributes:
        lower: lower case, possessive ending removed.
        keys: its stem and its lemmas.
        start, end: in the text.
        segment: number of the stretch between commas and joining words that it stands in.
        clause: the same, but a "that" goes on with the stretch before it, and what follows an aside
            with the stretch before that.
        sentence: number of its sentence.
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
    sentence: int
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
    segment, clause, sentence, last = 0, 0, 0, 0
    asides = _Asides()
    previous = ""
    for lower, start, end in _joined(text):
        mark = _mark(text, last, start, previous)
        # A phrase behind a comma ("shut one, in Halden") belongs to the verb before it.
        hangs = mark == "," and lower in _PREPOSITIONS and not _WHOM.match(text, end)
        if (mark and not hangs) or lower in _BREAKS:
            segment += 1
            clause += lower != "that" or bool(mark)
            sentence += mark in _ENDS
            asides.opens(clause, mark, text[start:end].lower())
        asides.saw(lower)
        last, previous = end, lower
        number = lower[0].isdigit()
        month = lower == "may" and start > 0 and text[start] == "M"
        common = (lower in _FUNCTION and lower not in _KEPT) or lower.endswith("n't")
        content = (month or not common) and (len(lower) > 1 or number)
        name = content and start > 0 and text[start].isupper()
        known = keys(lower) if content else frozenset((lower,))
        yield Token(
            lower, known, start, end, segment, asides.clause, sentence, content, number, name
        )


def _mark(text: str, last: int, start: int, previous: str) -> str:
    """The mark that parts two words, "" for none; no full stop behind "Mr" or an initial."""
    if start - last <= 1 and (start == last or text[last] == " "):
        return ""
    found = _PUNCTUATION.search(text, last, start)
    if not found or (found.group() == "." and (previous in _TITLES or len(previous) == 1)):
        return ""
    return found.group()


class _Asides:
    """Which stretch goes on behind an aside ("Lowmere, the nearest village, is against")."""

    def __init__(self) -> None:
        self.clause = 0
        self._before: int | None = None
        self._acts = False
        self._acted = False

    def saw(self, lower: str) -> None:
        """Another word of the stretch."""
        self._acts = self._acts or _finite(lower)

    def opens(self, number: int, mark: str, lower: str) -> None:
        """A stretch begins with a word behind a mark, "" for none."""
        joins = lower in _JOINING
        if mark == "," and not joins and _finite(lower) and not self._acts and self._before is None:
            return  # "the petition of the dyers, on his advice, dismissed": one stretch
        # "The western section, held up by water, ten days behind": no verb before the aside.
        goes_on = mark in _CLOSING and (_finite(lower) or not (self._acted or joins))
        if goes_on and self._before is not None:
            self.clause, self._before = self._before, None
            return
        aside = mark in _OPENING and not joins and (not _finite(lower) or lower in PAST)
        if not aside:
            self._before = None
        elif self._before is None:
            self._before, self._acted = self.clause, self._acts
        self.clause, self._acts = number, False


def _finite(lower: str) -> bool:
    first = lower.split(" ", maxsplit=1)[0]
    return first in AUXILIARY or first in PAST or (len(first) > _SHORT and first.endswith("ed"))


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
