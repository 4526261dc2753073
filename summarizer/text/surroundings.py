"""Which words of a sentence go with which of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from summarizer.text.words import STOP_WORDS, stem, words

# Where the words of one number end and those of the next begin, the surest first.
_STRONG = re.compile(
    r"\s*;\s*|\s*\(|\s+[—–-]\s+|,?\s+(?:while|but|whereas|although|though)\s+", re.IGNORECASE
)
_ELLIPTIC = re.compile(r"\s*(?:in|on|at|by|for|under|during|after|before)\s[\w’'-]+,?\s*$")
_MEDIUM = re.compile(
    r",\s+(?:and\s+)?|\s+(?:and|or|plus|against|versus|than|compared\s+(?:with|to)|with)\s+",
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
_SAME = 6
_WHEN = re.compile(
    r"\b(?P<which>this|last|next|previous)\s+(?P<span>week|month|year|quarter|season|spring|summer|"
    r"autumn|fall|winter|term|night)\b",
    re.IGNORECASE,
)
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
    """The words of one number: stems of its own and of those it shares, and its own as written."""

    own: frozenset[str]
    shared: frozenset[str]
    forms: frozenset[str]


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
            found.append((word.start, root[:_SAME], lower, word.text[0].isupper()))
    for match in _WHEN.finditer(text):
        when = f"{match['which']} {match['span']}".lower()
        found.append((match.start(), when, when, False))
    return found


_Cut = Literal["clause", "ellipsis", "phrase"]


def _cut(text: str, left: int, right: int) -> tuple[int, _Cut]:
    """Where to cut between two numbers, and what begins there."""
    strong = _STRONG.search(text, left, right)
    if strong:
        # "In May it had 320; in June, 280" leaves out the rest of the clause.
        elliptic = _ELLIPTIC.match(text, strong.end(), right)
        return strong.end(), "ellipsis" if elliptic else "clause"
    for pattern in (_MEDIUM, _WEAK):
        found = [match.start() for match in pattern.finditer(text, left, right)]
        if found:
            return found[-1], "phrase"
    return right, "phrase"


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
    hidden = [*spans, *((start, end) for start, end, _ in marks)]
    found = [w for w in _stems(text) if not any(a <= w[0] < b for a, b in hidden)]
    found = sorted([*found, *((start, mark, mark, False) for start, _, mark in marks)])
    cuts = [_cut(text, a[1], b[0]) for a, b in pairwise(spans)]
    begins = [0, *(place for place, _ in cuts)]
    ends = [*(place for place, _ in cuts), len(text)]
    tail = _tail(text, spans[-1][1])
    after = {w[1] for w in found if w[0] >= tail}
    around = []
    shared: set[str] = set()
    lead: list[_Read] = []
    for i, (start, _) in enumerate(spans):
        before = [w for w in found if begins[i] <= w[0] < start]
        kind = cuts[i - 1][1] if i else "clause"
        if kind == "clause":
            shared = set()
        elif kind == "ellipsis":
            shared = {w[1] for w in found if spans[i - 1][1] <= w[0] < begins[i]}
        else:
            # "Revenue of 310 million and a profit of 41 million": where each has a noun of its own,
            # that of the first number is not that of the second.
            # "Ana won 12 and Piet eight": nor is the name that another one takes the place of.
            named = any(w[3] for w in before)
            noun = lead and _NOUN.search(text, lead[-1][0], spans[i - 1][0])
            given = lead[:-1] if before and noun else lead
            if named:
                shared -= {w[1] for w in found if w[3]}
            shared |= {w[1] for w in given if not (named and w[3])}
        close = [w for w in found if begins[i] <= w[0] < min(ends[i], tail)]
        mine = frozenset(w[1] for w in close)
        others = frozenset((shared | after) - mine)
        around.append(Around(mine, others, frozenset(w[2] for w in close)))
        lead = before
    return around


def _tail(text: str, end: int) -> int:
    """Where the words after the last number are no longer its own: at the second phrase."""
    first = _TAIL.search(text, end)
    if first is None:
        return len(text)
    second = _TAIL.search(text, first.end())
    return second.start() if second else len(text)
