"""Which words of a sentence go with which of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from summarizer.text.clauses import first_verb
from summarizer.text.words import STOP_WORDS, stem, words

# Where the words of one number end and those of the next begin, the surest first.
_STRONG = re.compile(
    r"\s*;\s*|\s*\(|\s+[—–-]\s+|,?\s+(?:while|but|whereas|although|though)\s+",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(r"\s*(?:in|on|at|by|for|under|during|after|before)\s[\w’'-]+,?\s*$")
_MEDIUM = re.compile(
    r",\s+(?:and\s+|compared\s+(?:with|to)\s+)?|\s+(?:and|or|when|because|plus|against|versus|than|compared\s+(?:with|to)|with)\s+",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\s+(?:in|at|on|for|from|to|by|among|into|between|over|of|per|after|within)\s+", re.IGNORECASE
)
_NOUN = re.compile(r"\b(?:of|at|was|is|were|are|stood|reached)\b|:", re.IGNORECASE)
_TAIL = re.compile(
    r",\s+|\s+(?:in|at|on|for|from|to|by|into|between|after|before|since|during|when|because|as|"
    r"which|who|that|this|last|next|under|and|according|said)\s+",
    re.IGNORECASE,
)
# Words of change and of saying go with any number.
STEM = 6
_WHEN = re.compile(
    r"\b(?P<which>this|last|next|previous|final|first|second|third|fourth|whole|full|entire|"
    r"(?<=for )the)\s+"
    r"(?P<span>week|month|year|quarter|season|spring|summer|autumn|fall|winter|term|night|half)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"^(?:the|full|entire)$")
_ANY = frozenset(
    """rise rose fall fell grow increas decreas declin drop climb jump cut rais lower reduc number
    total reach stand make have be say report figur amount count rate level estimat show accord some
    percent per cent percentag point year month week day hour minut second time lot rest over more
    less few than least most almost about around roughly exact precise close thousand million
    billion hundred dozen new old now also only alone still already almost nearly just up down put
    go went gone take took get got give given com came becom stood remain compar tim man far well
    exce maximum minimum includ last first second back low high early late mid no much""".split()
)


@dataclass(frozen=True)
class Around:
    """The words of one number.

    Attributes:
        own, shared: stems of its own words and of those that it shares.
        forms: its own as written; ``said`` with the shared ones.
        pairs: stems of two words of it that stand side by side ("online sales").
    """

    own: frozenset[str]
    shared: frozenset[str]
    forms: frozenset[str]
    pairs: frozenset[tuple[str, str]] = frozenset()
    said: frozenset[str] = frozenset()


# Where a word stands, its stem, the word in lower case, and whether it is a name.
_Read = tuple[int, str, str, bool]


def _stems(text: str) -> list[_Read]:
    found: list[_Read] = []
    for word in words(text):
        lower = word.lower
        month = word.text == "May" and word.start
        if (lower in STOP_WORDS and not month) or len(lower) < 2 or lower[0].isdigit():  # noqa: PLR2004
            continue
        root = stem(lower)
        if root not in _ANY and lower not in _ANY:
            found.append((word.start, root[:STEM], lower, word.text[0].isupper()))
    for match in _WHEN.finditer(text):
        which = _WHOLE.sub("whole", match["which"].lower())
        when = f"{which} {match['span']}".lower()
        found.append((match.start(), when, when, False))
    return found


# "Three of the seven wards lack a bell": what is said is said of the three.
_PARTITIVE = re.compile(
    r"\s+(?:\w+\s+)?(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|all|these|those|some|[\w’']+[’']s?)\s+)?"
    r"(?:\w+\s+)?"
)
# "Of the 240 plots that it runs, 80 lie fallow": all is said of the eighty.
_WHOLE_FIRST = re.compile(
    r"\s*(?:and\s+)?(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|all|these|those)\s+)?(?:\w+\s+)?",
    re.IGNORECASE,
)
_COMPARING = re.compile(r"[\s,]*(?:compared|against|versus|than|while|whereas)\b", re.IGNORECASE)
# "Nor does the third": what was said of the one before.
_SO_DID = re.compile(
    r"\b(?:nor|neither|so|as)\s+(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could)\b|"
    r"\b(?:likewise|as\s+well|did\s+the\s+same|follow(?:s|ed)\s+suit)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s")
_OF_NUMBER = re.compile(r"\s+of\s+$")
_Cut = Literal["clause", "ellipsis", "phrase", "none"]


def _cut(text: str, left: int, right: int) -> tuple[int, _Cut]:
    """Where to cut between two numbers, and what begins there."""
    strong = _STRONG.search(text, left, right)
    if strong:
        # "In May it had 320; in June, 280" leaves out the rest of the clause.
        elliptic = _ELLIPTIC.match(text, strong.end(), right)
        return strong.end(), "ellipsis" if elliptic else "clause"
    for pattern in (_MEDIUM, _WEAK):
        found = [match.start() for match in pattern.finditer(text, left, right)]
        # "To its order of 30": the order belongs to the 30.
        if len(found) > 1 and _OF.match(text, found[-1]) and _OF_NUMBER.search(text[left:right]):
            return found[-2], "phrase"
        if found:
            return found[-1], "phrase"
    return right, "none"


def surroundings(
    text: str, spans: Sequence[tuple[int, int]], marks: Sequence[tuple[int, int, str]] = ()
) -> list[Around]:
    """For each number its own words and those that it shares with the others.

    Shared are the words before the first number of a clause ("The firm cut 300 jobs in May and 200
    in June": firm, cut) and those after the last one that another phrase opens.

    Args:
        text: one sentence.
        spans: where its numbers stand, in order, not overlapping.
        marks: other numbers that count as words beside these, such as the 2 of "the second week":
            start, end, and what they count as.
    """
    wholes = {
        i + 1
        for i, (one, other) in enumerate(pairwise(spans))
        if _PARTITIVE.fullmatch(text, one[1], other[0])
    }
    around = iter(_around(text, _with_wholes(spans, wholes), marks))
    nothing = Around(frozenset(), frozenset(), frozenset())
    return [nothing if i in wholes else next(around) for i in range(len(spans))]


def _with_wholes(spans: Sequence[tuple[int, int]], wholes: set[int]) -> list[tuple[int, int]]:
    """One stretch for each number with the whole that it is a part of."""
    merged: list[tuple[int, int]] = []
    for i, span in enumerate(spans):
        if i in wholes:
            merged[-1] = (merged[-1][0], span[1])
        else:
            merged.append(span)
    return merged


def _around(
    text: str, spans: Sequence[tuple[int, int]], marks: Sequence[tuple[int, int, str]]
) -> list[Around]:
    hidden = [*spans, *((start, end) for start, end, _ in marks)]
    found = [w for w in _stems(text) if not any(a <= w[0] < b for a, b in hidden)]
    found = sorted([*found, *((start, mark, mark, False) for start, _, mark in marks)])
    cuts = [_cut(text, a[1], b[0]) for a, b in pairwise(spans)]
    begins = [0, *(place for place, _ in cuts)]
    ends = [*(place for place, _ in cuts), len(text)]
    tail = _tail(text, spans[-1][1])
    after = {w[1] for w in found if w[0] >= tail}
    series = _series_from(text, spans)
    listed = {w[1] for w in found if spans[-1][1] <= w[0] < tail}
    around = []
    shared: set[str] = set()
    lead: list[_Read] = []
    for i, (start, _) in enumerate(spans):
        before = [w for w in found if begins[i] <= w[0] < start]
        kind = cuts[i - 1][1] if i else "clause"
        between = (spans[i - 1][1], begins[i]) if i else (0, 0)
        if kind == "clause" or (before and _COMPARING.match(text, begins[i])):
            # "Compared with the firm's own target of 400" speaks of another thing.
            shared = set()
            if i and _SO_DID.search(text, begins[i], ends[i]):
                shared = {w[1] for w in found if begins[i - 1] <= w[0] < begins[i]}
        elif kind == "ellipsis":
            shared = {w[1] for w in found if between[0] <= w[0] < between[1]}
        else:
            shared = _handed_on(text, shared, lead, before, between)
            verbless = not before and first_verb(text[spans[i][1] : ends[i]]) is None
            shared |= _predicate(text, found, between, elliptic=verbless)
            if (i == 1 and _WHOLE_FIRST.fullmatch(text, 0, spans[0][0])) or kind == "none":
                shared |= {w[1] for w in found if between[0] <= w[0] < start}
        close = [w for w in found if begins[i] <= w[0] < min(ends[i], tail)]
        mine = frozenset(w[1] for w in close)
        others = frozenset((shared | after | (listed if i >= series else set())) - mine)
        forms = frozenset(w[2] for w in close)
        said = forms | {w[2] for w in found if w[1] in others}
        around.append(Around(mine, others, forms, _side_by_side(found, mine | others), said))
        lead = before
    return around


_LIST = re.compile(r",?\s+(?:and|or)\s+|,\s+")


def _series_from(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """From which number on there is a list, "6, 12 and 24 hours after": what follows is of all."""
    first = len(spans) - 1
    while first and _LIST.fullmatch(text, spans[first - 1][1], spans[first][0]):
        first -= 1
    return first


def _handed_on(
    text: str,
    shared: set[str],
    lead: Sequence[_Read],
    before: Sequence[_Read],
    between: tuple[int, int],
) -> set[str]:
    """What a number shares of the words before the last one of its clause.

    "Revenue of 310 million and a profit of 41 million": where each has a noun of its own, that of
    the first number is not that of the second. "Ana won 12 and Piet eight": nor is the name that
    another one takes the place of.
    """
    named = any(w[3] for w in before)
    noun = lead and _NOUN.search(text, lead[-1][0], between[0])
    given = lead[:-1] if before and noun else lead
    names = {w[1] for w in lead if w[3]} if named else set()
    return (shared - names) | {w[1] for w in given if not (named and w[3])}


def _predicate(
    text: str, found: Sequence[_Read], between: tuple[int, int], *, elliptic: bool
) -> set[str]:
    """What is said of two numbers, where the first stands in the subject.

    "A count at ten stations came to 12%" is at the stations; "every tenth letter came late,
    compared with one in 25 abroad" leaves out that they came late.
    """
    start, end = between
    words = text[start:end]
    verb = first_verb(words) if elliptic or not ("," in words or " and " in words) else None
    if verb is None:
        return set()
    if elliptic:
        phrase = _WEAK.search(text, start + verb, end)
        return {w[1] for w in found if start <= w[0] < (phrase.start() if phrase else end)}
    return {w[1] for w in found if start <= w[0] < start + verb}


def _side_by_side(found: list[_Read], among: frozenset[str]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (a[1], b[1])
        for a, b in pairwise(found)
        if b[0] == a[0] + len(a[2]) + 1 and a[1] in among and b[1] in among
    )


def _tail(text: str, end: int) -> int:
    """Where the words after the last number are no longer its own: at the second phrase."""
    first = _TAIL.search(text, end)
    if first is None:
        return len(text)
    second = _TAIL.search(text, first.end())
    return second.start() if second else len(text)
