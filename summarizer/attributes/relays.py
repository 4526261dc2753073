"""Who has it from whom, and who made a survey for whom.

    relays("Radio Azul, citing the Kurier, reported it.")

has one: front "Radio Azul", back "the Kurier". The one at the front passes on, or carries out, what
comes from the one at the back, or is ordered by that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["source", "client"]

_WORD = r"(?<![\w.’'&-])(?!(?:that|who|which|had|has|have|was|is|were|said|says|told)\b)[\w.’'&-]+"
_NAMED = (
    r"(?:(?:[Tt]he|[Aa]n?|his|her|its|their)\s+)?"
    rf"{_WORD}(?:\s+(?:of\s+|for\s+|&\s+)?{_WORD}){{0,4}}?"
)
_STUDY = (
    r"(?:surveys?|polls?|stud(?:y|ies)|research|reports?|reviews?|analys[ie]s|audits?|inquir(?:y|ies)|"
    r"census|counts?|investigations?|tests?|trials?|work|questionnaires?|assessments?|book|film|"
    r"map|portrait|design|plans?|drawings?)"
)
_MADE = (
    r"(?:carried\s+out|conducted|done|run|undertaken|made|produced|prepared|compiled|written|"
    r"performed|drawn\s+up|drafted|completed|organi[sz]ed|designed|painted|built)"
)
_MADE_PAST = (
    r"(?:carried\s+out|conducted|did|ran|undertook|made|produced|prepared|compiled|wrote|performed|"
    r"drew\s+up|drafted|completed|organi[sz]ed|designed|painted|built)"
)
_ORDERED = (
    r"(?:commissioned|ordered|requested|sponsored|funded|financed|paid\s+for|bankrolled|"
    r"underwritten)"
)
_PASSED_ON = (
    r"(?:picked\s+up|taken\s+up|repeated|cited|quoted|reprinted|relayed|passed\s+on|carried)"
)
_END = (
    r"(?=\s+(?:found|finds|says|said|shows?|showed|that|which|who|and|but|in|on|for|last|this)\b|"
    r"[,.;]|$)"
)
_OPEN = r"(?:^|[;,.]\s+|\bthat\s+)"
_FRONT, _BACK = rf"(?P<front>{_NAMED})", rf"(?P<back>{_NAMED})"
_A_STUDY = rf"(?:the|an?)\s+(?:{_WORD}\s+)?{_STUDY}\b"
_WAS = r"(?:was|were|had\s+been|is)"
_FOR = r"(?:for|on\s+behalf\s+of)"
_HAS = r"(?:had|has|have|got|heard|learned|learnt)"
_SOURCE = (
    rf"{_FRONT},\s+(?:citing|quoting)\s+{_BACK}{_END}",
    rf"{_FRONT},\s+who\s+{_HAS}\s+(?:it|this|that)\s+from\s+{_BACK}{_END}",
    rf"{_BACK}\s+(?:had\s+)?(?:told|informed)\s+(?P<front>me|us|him|her)\b",
    rf"{_OPEN}(?!who\b){_FRONT}\s+{_HAS}\s+(?:(?:it|this|that|the\s+{_WORD})\s+)?from\s+{_BACK}{_END}",
    rf"{_OPEN}{_FRONT}\s+(?:relied|relies|drew|draws|leaned|leant)\s+on\s+{_BACK}{_END}",
    rf"{_OPEN}{_BACK}\s+(?:is|was)\s+{_FRONT}['’]s?\s+(?:source|informant|authority)\b",
    rf"{_FRONT}['’]s?\s+(?:source|informant|authority)(?:\s+for\s[^,;.]{{2,60}}?)?\s+(?:is|was)\s+"
    rf"{_BACK}{_END}",
    rf"{_BACK}['’]s?\s+(?:report|story|account|news|article|scoop)\b[^.;]{{0,80}}?\s{_WAS}\s+"
    rf"{_PASSED_ON}\s+by\s+{_FRONT}{_END}",
)
_CLIENT = (
    rf"\b{_STUDY}\s+(?:{_MADE}\s+)?by\s+{_FRONT}\s+{_FOR}\s+{_BACK}{_END}",
    rf"\b{_STUDY}\s+(?:{_MADE}\s+)?by\s+{_FRONT},?\s+(?:and\s+)?{_ORDERED}\s+by\s+{_BACK}{_END}",
    rf"{_OPEN}{_FRONT}\s+{_MADE_PAST}\s+{_A_STUDY}\s+{_FOR}\s+{_BACK}{_END}",
    rf"{_OPEN}{_FRONT}\s+{_MADE_PAST}\s+{_A_STUDY}",
    rf"\b{_STUDY}\s+{_WAS}\s+{_MADE}\s+by\s+{_FRONT}{_END}",
    rf"\b{_STUDY},?\s+(?:{_WAS}\s+)?{_ORDERED}\s+by\s+{_BACK}{_END}",
    rf"{_OPEN}{_BACK}\s+(?:had\s+)?{_ORDERED}\s+{_A_STUDY}(?:\s+(?:from|by)\s+{_FRONT}{_END})?",
    rf"\b{_STUDY}\s+for\s+{_BACK}\s+by\s+{_FRONT}{_END}",
)
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    *(("source", re.compile(pattern)) for pattern in _SOURCE),
    *(("client", re.compile(pattern)) for pattern in _CLIENT),
)
_HINT = re.compile(
    rf"\b(?:citing|quoting|from|relie[sd]|drew|draws|leaned|leant|source|informant|authority|told|informed|"
    rf"picked|taken\s+up|repeated|cited|quoted|reprinted|relayed|passed\s+on|{_ORDERED}|{_STUDY})\b"
)
_LONGEST = 600


@dataclass(frozen=True)
class Relay:
    """One thing passed on or made to order; "" for an end that is not named.

    Attributes:
        front: the words for who passes it on or carries it out.
        back: the words for whom it comes from, or who ordered it.
    """

    kind: Kind
    front: str
    back: str


@lru_cache(maxsize=4_000)
def relays(sentence: str) -> tuple[Relay, ...]:
    """The relays of one sentence."""
    speaks = len(sentence) <= _LONGEST and _HINT.search(sentence)
    return tuple(_found(sentence)) if speaks else ()


def _found(sentence: str) -> Iterator[Relay]:
    for kind, pattern in _FORMS:
        for match in pattern.finditer(sentence):
            ends = match.groupdict()
            front, back = (ends.get(end) or "" for end in ("front", "back"))
            yield Relay(kind, front.strip(" .,"), back.strip(" .,"))
