"""The forms that reports have besides a verb of speech with a clause, as patterns.

Each has the groups ``who``, ``cue`` and mostly ``what``. All repetitions are bounded but for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SAYS = (
    "said|says|told|tells|added|adds|asked|asks|wrote|writes|shouted|recalled|recalls|replied|"
    "answered|warned|warns|insisted|insists|joked|admitted|admits|explained|explains|argued|"
    "argues|claimed|claims|noted|notes|reported|reports|believes|thinks|conceded|complained|"
    "estimates|estimated|expects|predicts|predicted|confirmed|announced|suggests|suggested|"
    "concluded|concludes|found|finds|testified|wrote|alleged|alleges"
)
_ADVERB = r"(?:(?:once|then|later|also|always|often|again|has|had|[a-z]+ly)\s+)?"
# Where the source of a relative clause begins.
INNER = re.compile(
    r"\b(?:than\s+(?=\S)|(?:that|whom|which)\s+(?=(?:the|an?|his|her|its|their)\s|[A-Z]))"
)
BEHIND = re.compile(
    r",?\s+(?P<who>[^,;:.“”\"]{2,70}?(?:,[^,;:.“”\"]{2,60},)?)\s+"
    rf"{_ADVERB}(?P<cue>{_SAYS})\b"
)
_TAIL = r"(?:\s+(?:on|in|at|to|last|this|during|after|of)\s[^,;“”\"]{2,80})?\W*$"
CLOSES = re.compile(
    r"^(?P<what>[^“”\"]+?),\s+(?P<who>(?:[^,“”\"]{2,60},\s+)?[^,“”\"]{2,60}?),?\s+"
    rf"(?P<cue>{_SAYS}){_TAIL}"
)
INVERTED = re.compile(
    rf"^(?P<what>[^“”\"]+?),\s+(?P<cue>{_SAYS})\s+(?P<who>(?:an?|the|his|her|its|their|one)\s"
    r"[^“”\"]{2,80}?)\W*$"
)
PUTS = re.compile(
    r"(?:^|;\s+)(?:[^,;“”\"]{0,60},\s+)?(?P<who>[^,;:“”\"]{2,80}?(?:,[^,“”\"]{2,60},)?)\s+"
    r"(?:(?:also|later|now)\s+)?(?P<cue>put|puts)\s+(?!out\b|up\b|off\b|on\b|in\b|forward\b)"
    r"(?P<what>[^.;]{1,60}\s(?:at|down\s+to)\s(?:(?!,\s(?:and|but)\s)[^;])+)"
)
VIEW = re.compile(
    r"\b[Ii]n\s+(?P<who>(?:[\w’'-]+\s+){0,3}[\w-]+)['’]s?\s+(?P<cue>view|opinion|eyes|"
    r"judge?ment)\b,?\s+(?P<what>.+)"
)
OPINION = re.compile(
    r"^(?P<who>[^,;]{2,60}?)\s+(?P<cue>(?:is|are|was|were|holds?|held|takes|took)\s+(?:of\s+)?the\s+"
    r"(?:opinion|view|belief))\s+(?P<what>that\b.+)"
)
# "X had it from Y that": the second is the source of the first.
HAD_FROM = re.compile(
    r"\b(?P<cue>(?:had|has|have|got|heard|learned|knew)\s+(?:(?:it|this|that)\s+)?from)\s+"
    r"(?P<who>[^,;]{2,50}?)\s+(?P<what>that\b.+)"
)
AS_SHOWN = re.compile(
    r"^(?P<what>.+?),?\s+as\s+(?P<who>(?:the|an?|his|her|its|their|[A-Z])[^,;]{1,50}?)\s+"
    r"(?P<cue>shows?|showed|found|finds|proves?|proved|confirms?|confirmed|puts?|"
    rf"{_SAYS})\W*$"
)
# "Vale once told a friend: “…”"
COLON = re.compile(
    rf"(?:^|[.;]\s|\bthat\s)(?P<who>[^,;:.“”\"]{{2,60}}?)\s+{_ADVERB}(?P<cue>(?:used\s+to\s+(?:tell|say)|"
    rf"{_SAYS}))\b(?P<what>[^:“”\"]{{0,70}}:\s*(?=[“\"«‘']).+)"
)
USED = re.compile(
    r"(?:^|\bthat\s)(?P<who>[^,;:“”\"]{2,50}?)\s+(?P<cue>used\s+to\s+(?:tell|say))\b(?P<what>.+)"
)
QUOTED = re.compile(
    r"\bquot(?:ed|es|ing)\s+(?P<who>[^,;“”\"]{2,70}?)\s+(?P<cue>as\s+saying)\s+(?P<what>.+)"
)
BROKEN = re.compile(
    r"^(?P<what>[^,;:“”\"]{2,90}?)\s+(?:was|were)\s+(?:first\s+)?(?P<cue>broken|reported|revealed|"
    r"published|disclosed|leaked)\s+by\s+(?P<who>[^,;:“”\"]{2,60}?)\W*$"
)
EXPECTS = re.compile(
    r"^(?P<who>[^,;:“”\"]{2,80}?(?:,[^,“”\"]{2,80},)?)(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)"
    rf"(?<!\bbeen)\s+{_ADVERB}(?P<cue>expects?|expected)\s+(?P<what>(?!to\b)[^;]{{2,200}})"
)
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:\w+\s+)?$")
BY = re.compile(r"\s+by\s+([^,;:.“”\"]{2,60})")
SURE = (VIEW, OPINION, HAD_FROM, AS_SHOWN, INVERTED, USED, QUOTED, BROKEN)
ELSE = (CLOSES, PUTS, COLON, EXPECTS)
# Inside a quotation: "My father told me".
INSIDE = re.compile(
    r"(?P<who>\b(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?|(?:[Mm]y|[Oo]ur|[Tt]he|[Hh]is|[Hh]er)"
    r"\s[\w’'-]+|[Aa]nyone\s+who|[Pp]eople\s+who|[Tt]hose\s+who|[Tt]hey|[Hh]e|[Ss]he|[Pp]eople|"
    r"[Ss]ome|[Nn]obody|[Ee]verybody))\s"
    r"(?:(?:once|always|often|also|just|all)\s)?(?P<cue>told|tells?|said|says?|claims?|claimed|"
    r"thinks?|thought|believes?|believed)\b(?:\s(?:me|us|you|him|them))?,?\s"
)


def hearer(text: str, after: int, content: Sequence[tuple[int, int]]) -> str:
    """The words between "told" and what is told; "" where none or something else stands there.

    Args:
        after: where the cue ends.
    """
    cue = text[max(0, after - 12) : after].lower()
    rest = text[after : after + 100]
    if _DIRECT.search(cue):
        match = re.match(r"\s+(?!that\b|to\b|of\b|by\b)([^,.;:“”\"]{2,80})", rest)
    elif _INDIRECT.search(cue):
        match = _TO.match(rest)
    else:
        return ""
    if not match:
        return ""
    found = match[1]
    begins = [a for a, _ in content if after <= a]
    if begins and begins[0] > after + match.start(1):
        found = found[: begins[0] - after - match.start(1)]
    cut = _PAST_HEARER.search(" " + found)
    found = (found[: max(0, cut.start() - 1)] if cut else found).strip()
    return "" if re.match(r"(?:be|have|do|make|take|go|laughter|applause)\b", found) else found


_DIRECT = re.compile(r"\b(?:told|tells?|telling|assured?s?|informed|informs?|notified|reminded)$")
_INDIRECT = re.compile(
    r"\b(?:said|says?|wrote|writes?|explained|announced|reported|complained|confirmed|suggested|"
    r"admitted|testified|mentioned|spoke|spoken|revealed|disclosed|of)$"
)
_TO = re.compile(
    r"\s+(?:\w+\s+){0,2}?to\s+((?:the|an?|his|her|its|their)?\s*[^,.;:“”\"]{2,60})", re.IGNORECASE
)
_PAST_HEARER = re.compile(
    r"\s(?:that|how|why|whether|of|about|on|in|at|after|before|during|under|when|there|he|she|they|"
    r"it|the\s+\w+\s+(?:was|were|had|would|is|are)|last|this|yesterday|afterwards|later|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
