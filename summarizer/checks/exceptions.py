"""What a text excepts from what it says of the others."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.checks.predicates import Reading, read
from summarizer.checks.tokens import verb_like

_EXCEPT = re.compile(
    r"\b(?:except(?: for)?|apart from|other than|with the exception of|excluding|aside from|"
    r"save for|"
    r"bar(?= [A-Z])|"
    r"(?:all|every|everyone|everybody|everything|no|no one|nobody|none|nothing|any|anyone|"
    r"anything) but)\s+"
    r"(?!(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|a (?:few|handful))\b)",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|no one|nobody|none|nothing)\b", re.IGNORECASE)
_WIDE = 40
_END = re.compile(
    r"[,.;:!?)](?:\s|$)|\s(?:will|would|is|are|was|were|has|have|had|can|could|may|"
    r"did|does|do|who|which|that|and|but)\s",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_000)
def excepted(text: str) -> dict[int, bool]:
    """The tokens that are excepted, each with whether the others are denied something.

    What is said there of the others is not so for these: "all but Vale voted for it".
    """
    reading = read(text)
    found: dict[int, bool] = {}
    for match in _EXCEPT.finditer(reading.text):
        end = _END.search(reading.text, match.end())
        stop = end.start() if end else len(reading.text)
        begin = max(0, match.start() - _WIDE)
        denied = bool(_NONE.search(reading.text, begin, match.end()))
        found |= dict.fromkeys(_inside(reading, match.end(), stop), denied)
    return found


def _inside(reading: Reading, start: int, stop: int) -> list[int]:
    inside = [i for i in reading.content if start <= reading.tokens[i].start < stop]
    told = [reading.tokens[i] for i in inside]
    acts = (n for n, t in enumerate(told) if verb_like(t) or " " in t.lower)
    return inside[: next(acts, len(inside))]
