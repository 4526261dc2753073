"""Whether what a date belongs to has happened or is to come."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

PAST_FORMS = (
    "said|told|left|took|made|gave|went|began|led|held|met|sought|fell|rose|grew|won|lost|came|saw|got|"
    "kept|ran|sent|paid|bought|brought|became|chose|drew|drove|found|knew|meant|sold|spoke|stood|wrote|"
    "beat|spent|built|broke|felt|heard|was|were|had|did|died|struck|shot|flew|swore|stole|hid|fought|"
    "caught|taught|sank|sang|swam|threw|woke|wore|withdrew|overtook|laid|sat|slept|shook|been|"
    "burst|hit|shut|cut|split|quit|spread|cost|hurt|shed|rang|drank|bit|blew|bled|bound|dealt|dug|ate|fed|fled|"
    "froze|hung|lit|rode|shone|shrank|slid|sprang|stuck|stung|tore|wept|threw|understood|undertook|underwent|"
    "arose|awoke|bore|bent|forgot|forgave|leapt|leant|learnt|lent|proved|rewrote|sped|spilt|swept"
)
# What a timetable says in the present tense.
_SCHEDULED = (
    "takes?|opens?|reopens?|resumes?|begins?|meets?|starts?|closes?|ends?|expires?|arrives?|plays?|goes|go|"
    "votes?|returns?|leaves?|convenes?|gathers?|launches|hosts?|travels?|comes?|visits?|applies|changes"
)
_CUE = re.compile(
    rf"""
      (?P<future>\b(?:will|would|shall|may|might|could|must|should|can|cannot|wo|[’']ll)\b(?:n[’']t)?
        (?!\s+(?:not\s+)?have\s+\w+(?:ed|en)\b)(?:\s+\w+){{0,2}}?\s+(?:be|have|been)(?:\s+\w+)?\s+\w+
      |\b(?:will|would|shall|may|might|could|must|should|can|cannot|[’']ll)\b
      |\b(?:due|set|scheduled|expected|planned|planning|plans?|going|about|likely|hopes?|aims?|intends?|
          wants?|is|are|was|were|has|have|had|vows?|promises?|agreed)\s+(?:on\s+\w+\s+)?(?:not\s+)?to\s+(?:be\s+\w+|\w+)
      |\b(?:due|scheduled|planned|slated|set|expected)\b(?=\s+(?:for|in|on|by|next|at|this|tomorrow)\b)
      |\bupcoming\b|\bnext\s+(?:week|month|year)\b|\btomorrow\b)
    | (?P<scheduled>\b(?:is|are)\s+(?:\w+\s+)?(?:{PAST_FORMS}|[a-z]{{2,}}(?:ed|en)|shown|drawn)\b)
    | (?P<past>\b(?:{PAST_FORMS})\b
      |\b(?!(?:sp|n|s|f|br|w|ind|unn)eed\b|hundred\b|sacred\b)[a-z]{{2,}}ed\b
      |\byesterday\b|\bago\b)
    | (?P<timetable>\b(?:{_SCHEDULED})\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:]|\s[–—]\s|,?\s+(?:but|while|whereas|although|though|who|which|that|when|where|because|if)\s|"
    r",\s+(?:and\s+)?(?=\w+\s+(?:will|was|were|is|are|has|had|would)\b)|(?<=[a-z\d)][.!?])[”\"’']?\s",
    re.IGNORECASE,
)


@lru_cache(maxsize=8_000)
def _cues(text: str) -> tuple[tuple[int, int, bool | None], ...]:
    kinds = {"future": True, "past": False, "scheduled": None, "timetable": None}
    return tuple((m.start(), m.end(), kinds[str(m.lastgroup)]) for m in _CUE.finditer(text))


@lru_cache(maxsize=8_000)
def _breaks(text: str) -> tuple[int, ...]:
    return tuple(m.start() for m in _BREAK.finditer(text))


def first_cue(text: str) -> int | None:
    """Where the first word that tells the tense begins."""
    cues = _cues(text)
    return cues[0][0] if cues else None


_NEAREST = 8


def ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the date at these offsets is one to come, by the nearest verb of its clause.

    None where no verb tells.
    """
    breaks, cues = _breaks(text), _cues(text)
    at = bisect_left(breaks, start)
    left = breaks[at - 1] if at else 0
    after_break = bisect_left(breaks, end)
    right = breaks[after_break] if after_break < len(breaks) else len(text)
    place = bisect_left(cues, start, key=lambda cue: cue[0])
    near = cues[max(0, place - _NEAREST) : place + _NEAREST]
    for low, high in ((left, right), (0, len(text))):
        inside = [c for c in near if low <= c[0] < high and not start <= c[0] < end]
        for group in ([c for c in inside if c[2] is not None], inside):
            before = [c for c in group if c[1] <= start]
            after = [c for c in group if c[0] >= end]
            if before or after:
                nearest = before[-1] if before else after[0]
                return True if nearest[2] is None else nearest[2]
    return None
