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
_OF_WORDS = (
    "views?|opinions?|beliefs?|position|claims?|contention|argument|assertion|conclusions?|findings?|"
    "verdict|judge?ment|assessment|estimates?|estimation|reckoning|suggestions?|recommendations?|"
    "proposals?|predictions?|forecasts?|fears?|worr(?:y|ies)|concerns?|hopes?|suspicions?|impression|"
    "conviction|theory|explanation|interpretation|reading|account|version|complaints?|criticisms?|"
    "accusations?|allegations?|demands?|warnings?|advice|remarks?|comments?|observations?|"
    "statements?|descriptions?|objections?|praise|words?|ideas?|notion|story|rumou?rs?|reports?|news|"
    "tale|regrets?|denials?|promises?|answers?|requests?|calls?|figures?|numbers?|sayings?|quotations?|"
    "quotes?|lines?|phrases?|assurances?|confirmation|revelations?|announcement|apology|thanks"
)
_WHOSE = r"(?:[\w.’'-]+\s+){0,4}[\w.-]+"
VIEW = re.compile(
    rf"(?:^|,\s+)[Ii]n\s+(?P<who>{_WHOSE})['’]s?\s+(?:own\s+)?(?P<cue>view|opinion|eyes|estimation|"
    r"judge?ment|words|account|telling|reading)\b,?\s+(?P<what>.+)"
)
ACCOUNT = re.compile(
    rf"(?:^|,\s+)(?:[Bb]y|[Oo]n|[Tt]o)\s+(?P<who>{_WHOSE})['’]s?\s+(?:own\s+)?(?P<cue>account|reckoning|"
    r"admission|telling|estimate|calculations?|mind|way\s+of\s+thinking|showing|word),?\s+(?P<what>.+)"
)
IN_WORDS = re.compile(
    r"(?:^|,\s+)(?P<cue>[Ii]n\s+the\s+(?:view|opinion|eyes|words|judge?ment|estimation)\s+of)\s+"
    r"(?P<who>[^,;:“”\"]{2,60}),\s+(?P<what>.+)"
)
# "The toll is too low, in Vale's view."
VIEW_BEHIND = re.compile(
    r"^(?P<what>[^;]+?),?\s+(?:in|by|on)\s+"
    rf"(?P<who>{_WHOSE})['’]s?\s+(?:own\s+)?(?P<cue>view|opinion|eyes|estimation|judge?ment|words|"
    r"account|reckoning|admission|telling)\W*$"
)
# "That the toll is too low is the view of Vale", "The fear of a flood was voiced by Vale".
IS_VIEW = re.compile(
    r"^(?P<what>[^;]{4,240}?)(?<!\bthat)(?<!\bwhich)(?<!\bwho)\s+(?P<cue>(?:is|are|was|were|remains?)\s+(?:also\s+|only\s+)?"
    rf"(?:the|an?)\s+(?:[\w-]+\s+)?(?:{_OF_WORDS})\s+(?:of|held\s+by|put\s+forward\s+by|from|by))\s+"
    r"(?P<who>[^,;:“”\"]{2,60})\W*$"
)
IS_OWNED = re.compile(
    r"^(?P<what>[^;]{4,240}?)(?<!\bthat)(?<!\bwhich)(?<!\bwho)\s+(?P<cue>(?:is|are|was|were|remains?)(?:\s+only|\s+also)?)\s+"
    rf"(?P<who>{_WHOSE})['’]s?\s+(?:own\s+)?(?:[a-z-]+\s+)?(?:{_OF_WORDS})\W*$"
)
_PRODUCED = (
    "voiced|expressed|made|put\\s+forward|raised|advanced|aired|uttered|issued|coined|offered|given|"
    "levelled|leveled|reported|shared|formulated|proposed|suggested|spoken|written|stated|supplied|"
    "provided|published|spread|started|floated|quoted"
)
CAME = re.compile(
    rf"^(?P<what>(?:(?:The|An?|That|This)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_OF_WORDS})"
    r"\s[^;]{3,160}?)\s+(?P<cue>(?:(?:had\s+|has\s+)?(?:first\s+)?(?:came|comes?|stems?|stemmed|"
    r"originates?|originated|emanated|dates?|goes|went)\s+(?:only\s+)?(?:back\s+)?(?:from|to|with))|"
    rf"(?:is|was|were|are|been)\s+(?:first\s+|also\s+)?(?:{_PRODUCED})\s+"
    r"(?:by|on\s+behalf\s+of|in|for))\s+(?P<who>[^,;:“”\"]{2,60})\W*$",
    re.IGNORECASE,
)
# "The regret was the secretary's."
BELONGS = re.compile(
    rf"^(?P<what>(?:The|That|This)\s+(?:[\w-]+\s+){{0,2}}?(?:{_OF_WORDS})\s[^;]{{3,160}}?)\s+"
    rf"(?P<cue>is|was|were|are)\s+(?P<who>{_WHOSE})['’]s?\W*$"
)
STATED = re.compile(
    r"^(?:That\s+)?(?P<what>[^;]{4,240}?)(?<!\bthat)(?<!\bwhich)(?<!\bwho)\s+(?P<cue>(?:is|was|were|are)\s+(?:also\s+)?(?:stated|said|"
    r"claimed|asserted|argued|alleged|maintained|suggested|noted|believed|thought|mentioned|recorded|"
    r"set\s+out|spelt\s+out|spelled\s+out|contended|denied)\s+(?:by|in))\s+"
    r"(?P<who>(?!(?:\w+\s+)?\d)[^,;:“”\"]{2,60})\W*$"
)
# "The cost has been put at 30 million by the port and at 60 by the engineers."
PUT_BY = re.compile(
    r"(?:\b(?P<cue>put|estimated|assessed|reckoned|valued)|\band)\s+(?P<what>at\s+[^,;:“”\"]{2,60}?)\s+by\s+"
    r"(?P<who>(?:the|an?|his|her|its|their)?\s*[^,;:“”\"]{2,50}?)(?=\s+and\s+at\b|[,;.]|$)"
)
# "For Vale the toll is a blunder; to Roth, it is a start."
FOR = re.compile(
    r"(?:^|[;,]\s+(?:and\s+|but\s+|while\s+)?)(?P<cue>[Ff]or|[Tt]o)\s+"
    r"(?P<who>(?:the|an?|his|her|its|their|[a-z]+\s[A-Z]|[A-Z])[^,;:“”\"]{1,50}?(?:,[^,;:“”\"]{2,50},)?),?\s+"
    r"(?P<what>(?:the|it|this|that|these|they|its|his|her|their)\s[^;]{0,60}?\b"
    r"(?:is|are|was|were|shows?|showed|means?|meant|seems?|seemed|looks?|looked|remains?)\b[^;]+)"
)
RUMOUR = re.compile(
    r"^(?P<who>(?:The\s+)?(?:[Ww]ord|[Rr]umou?rs?|[Tt]alk|[Gg]ossip|[Hh]earsay)(?:\s+(?:in|on|at|around|among)\s"
    r"[^,;:“”\"]{2,50}?)?)\s+(?P<cue>was|is|were|had\s+it|has\s+it|went|goes)\s+(?P<what>that\b.+)"
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
PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|stands?|stood|remains?|remained)\s+(?:\w+\s+)?$"
)
BY = re.compile(r"\s+(?:to\s+(?:him|her|them|me|us|[A-Z][\w’-]+)\s+)?by\s+([^,;:.“”\"]{2,60})")
# "Vale was calmer: “…”": the subject of the clause before the colon speaks.
INTRODUCES = re.compile(
    r"(?:^|[.!?;”\"]\s+)(?P<clause>(?:[^.!?;:“”\"]|(?<=Dr)\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Mrs)\.|(?<=Prof)\.|(?<=St)\.|(?<=Sen)\.|(?<=Gen)\.){4,140})(?P<colon>:\s*)$"
)
_WORDING = r"(?:words?|inscription|slogan|message|line|legend|caption|title|headline|text|sentence)"
BEARS = re.compile(
    r"^(?P<who>[^,;:“”\"]{2,60}?)(?:,[^,;:“”\"]{2,50},)?\s+(?P<cue>(?:bore|bears|bearing|reads?|reading)"
    rf"(?:\s+(?:the\s+)?{_WORDING})?|(?:carried|carries|carrying|displayed|showed|had|has|held\s+up|"
    rf"waved|featured)\s+(?:the\s+)?{_WORDING}):?\s*(?P<what>[“\"][^“”\"]+[”\"]?)"
)
CRY_WAS = re.compile(
    r"(?:^|,\s+|\b(?:but|and|while|that|said|says)\s+)(?:[^,;:“”\"]{2,40},?\s+)??"
    r"(?P<who>(?:the|an?|his|her|its|their|[A-Z])(?:(?!\b(?:said|says|that)\b)[^,;:“”\"]){1,40}?)['’]s?\s+"
    r"(?:own\s+)?(?P<cue>(?:\w+\s+)?(?:cry|motto|slogan|words?|answer|reply|verdict|comment|message|saying|"
    r"response|advice|phrase|line|description|chant)\s+(?:was|is|were|are)),?\s+"
    r"(?P<what>[“\"][^“”\"]+[”\"]?)"
)
HAS_IT = re.compile(
    r"(?:^|[;,]\s+|\bthat\s)(?P<who>[^,;:“”\"]{2,60}?)\s+(?P<cue>(?:has|have|had)\s+(?:it|him|her|them|this|that)\s+"
    r"(?:as|say(?:ing)?|down\s+as)),?\s+(?P<what>.+)"
)
SURE = (
    VIEW,
    ACCOUNT,
    IN_WORDS,
    VIEW_BEHIND,
    OPINION,
    IS_VIEW,
    IS_OWNED,
    CAME,
    BELONGS,
    RUMOUR,
    BEARS,
    CRY_WAS,
    HAS_IT,
    PUT_BY,
    HAD_FROM,
    AS_SHOWN,
    INVERTED,
    USED,
    QUOTED,
    BROKEN,
)
ELSE = (STATED, FOR, CLOSES, PUTS, COLON, EXPECTS)
# Those of which a sentence may have several.
REPEATED = (PUT_BY, FOR, HAS_IT)
# Inside a quotation: "My father told me".
INSIDE = re.compile(
    r"(?P<who>\b(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?|(?:[Mm]y|[Oo]ur|[Tt]he|[Hh]is|[Hh]er)"
    r"\s[\w’'-]+|[Aa]nyone\s+who|[Pp]eople\s+who|[Tt]hose\s+who|[Tt]hey|[Hh]e|[Ss]he|[Pp]eople|"
    r"[Ss]ome|[Nn]obody|[Ee]verybody))\s"
    r"(?:(?:once|always|often|also|just|all)\s)?(?P<cue>told|tells?|said|says?|claims?|claimed|used\s+to\s+say|"
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
    if begins and begins[0] < after + match.start(1):
        return ""  # "said I had to like it": inside what is said
    if begins and begins[0] > after + match.start(1):
        found = found[: begins[0] - after - match.start(1)]
    cut = _PAST_HEARER.search(" " + found)
    found = (found[: max(0, cut.start() - 1)] if cut else found).strip()
    if not found or re.match(r"(?:be|have|do|make|take|go|laughter|applause)\b", found):
        return ""
    named = _CALLED.match(text, text.find(found, after) + len(found))
    return found + named.group() if named else found


# "her deputy, Reuben Askew, that": the name belongs to the hearer.
_CALLED = re.compile(r",\s(?:[A-Z][\w.’'-]*\s?){1,4}(?=,)")
_DIRECT = re.compile(r"\b(?:told|tells?|telling|assured?s?|informed|informs?|notified|reminded)$")
_INDIRECT = re.compile(
    r"\b(?:said|says?|wrote|writes?|explained|announced|reported|complained|confirmed|suggested|"
    r"admitted|testified|mentioned|spoke|spoken|revealed|disclosed|of)$"
)
_TO = re.compile(
    r"\s+(?:\w+\s+){0,2}?to\s+((?:the|an?|his|her|its|their)?\s*[^,.;:“”\"]{2,60})", re.IGNORECASE
)
_PAST_HEARER = re.compile(
    r"\s(?:that|how|why|whether|of|about|on|in|at|by|via|over|through|after|before|during|under|when|there|he|she|they|"
    r"it|the\s+\w+\s+(?:was|were|had|would|is|are)|last|this|yesterday|afterwards|later|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
