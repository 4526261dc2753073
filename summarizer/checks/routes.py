"""Where something moves from, and where to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.checks.alignment import aligned
from summarizer.checks.predicates import Reading, read

_FROM = re.compile(
    r"\b(?:from|out of|left|leaves|leaving|leave|quit|quits|abandon(?:s|ed|ing)?)\s+", re.IGNORECASE
)
_TO = re.compile(
    r"\b(?:to|into|towards?|joins?|joined|joining|(?:way|bound|left [\w ]{1,40}) for|"
    r"(?:move|way|switch|transfer)s? to|reach(?:es|ed|ing)?|arriv(?:es|ed|ing) (?:in|at))\s+",
    re.IGNORECASE,
)
_END = re.compile(
    r"[,.;:!?()]|\s(?:from|to|into|for|in|on|at|over|after|before|by|with|and|but|where|which|who|"
    r"when|while|because|last|next|this)\s"
)
_RETURN = re.compile(
    r"\b(?:the other way|opposite direction|vice versa|in return|and back|reverse)\b", re.IGNORECASE
)
_LONGEST = 60
_FEWEST = 2


@dataclass(frozen=True)
class Route:
    """The tokens of where something comes from and goes to, with the words of each."""

    origin: frozenset[int]
    goal: frozenset[int]
    origin_words: str
    goal_words: str


@lru_cache(maxsize=4_000)
def routes(text: str) -> tuple[Route, ...]:
    """The moves that each clause between stops tells of; an end that is not named is empty."""
    reading = read(text)
    ends = [
        (match.start(), kind, *_named(reading, match.end()))
        for kind, pattern in (("origin", _FROM), ("goal", _TO))
        for match in pattern.finditer(reading.text)
    ]
    found: dict[int, dict[str, tuple[frozenset[int], str]]] = {}
    for _, kind, tokens, said in sorted(ends):
        if tokens:
            sentence = reading.tokens[min(tokens)].sentence
            found.setdefault(sentence, {}).setdefault(kind, (tokens, said))
    nothing: tuple[frozenset[int], str] = (frozenset(), "")
    return tuple(
        Route(
            moved.get("origin", nothing)[0],
            moved.get("goal", nothing)[0],
            moved.get("origin", nothing)[1],
            moved.get("goal", nothing)[1],
        )
        for moved in found.values()
    )


def _named(reading: Reading, start: int) -> tuple[frozenset[int], str]:
    """The words up to the end of the place, and their tokens; none for an infinitive or figure."""
    end = _END.search(reading.text, start, start + _LONGEST)
    stop = end.start() if end else min(len(reading.text), start + _LONGEST)
    inside = [i for i in reading.content if start <= reading.tokens[i].start < stop]
    first = reading.text[start : start + len("the ")].lower()
    opens = first.startswith(("the ", "a ", "an ", "its ", "his ")) or first[:1].isupper()
    named = reading.text[start : start + 1].isupper() or opens
    if not named or any(reading.tokens[i].number for i in inside):
        return frozenset(), ""
    return frozenset(inside), reading.text[start:stop]


@lru_cache(maxsize=512)
def turned_route(text: str, evidence: str) -> tuple[str, str] | None:
    """The words of source and claim, where the claim goes to where the source comes from."""
    here = routes(text)
    if not here or _RETURN.search(evidence):
        return None
    there = routes(evidence)
    pairs = aligned(text, evidence)
    for said in here:
        for told in there:
            if not (told.origin and told.goal):
                continue
            goal, origin = _places(said.goal, pairs), _places(said.origin, pairs)
            to_origin = bool(goal & told.origin) and not goal & told.goal
            from_goal = bool(origin & told.goal) and not origin & told.origin
            straight = bool(goal & told.goal) or bool(origin & told.origin)
            if (to_origin or from_goal) and not straight and _same_move(said, pairs):
                if to_origin:
                    return f"to {told.goal_words}", f"to {said.goal_words}"
                return f"from {told.origin_words}", f"from {said.origin_words}"
    return None


def _places(own: frozenset[int], pairs: dict[int, tuple[int, ...]]) -> frozenset[int]:
    return frozenset(j for i in own for j in pairs.get(i, ()))


def _same_move(said: Route, pairs: dict[int, tuple[int, ...]]) -> bool:
    """Whether enough of the claim stands in the source beside the places."""
    ends = said.origin | said.goal
    rest = [i for i, places in pairs.items() if places and i not in ends]
    both = bool(said.origin) and bool(said.goal)
    return len(rest) >= (1 if both else _FEWEST)
