"""The forms in which English writes dates, as patterns whose groups name what they hold."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.text.dates.words import MONTH, NUMBER, ORDINALS, UNIT, WEEKDAY, YEAR

_ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + r"|\d{1,2}(?:st|nd|rd|th))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_M = rf"(?-i:{MONTH})"
_Y = rf"(?:(?P<year>{YEAR})|(?<=of )[’'‘](?P<short>\d\d)\b(?!s))"
_WHOSE_YEAR = (
    rf"(?:,?\s+(?:of\s+)?{_Y}(?![\w%]|[.,]\d)|\s+(?:of\s+)?(?P<of>last|this|next|that|the\s+same|"
    r"the\s+following|the\s+previous|the)\s+year\b)"
)
_EDGE = (
    r"(?:(?P<edge>(?:early|mid|late)(?:\s+(?:in|on))?|(?:the\s+)?(?:very\s+)?(?:(?<!an\s)(?:beginning|start|"
    r"end|middle|close|turn)|(?:first|second)\s+half|(?:first|last|final|opening|closing)\s+"
    r"(?:weeks?|days?|months|quarter))\s+of|(?<!an\s)end(?=[\s-]+[A-Z\d]))[\s-]+(?:the\s+)?)?"
)
_WHICH = r"(?P<which>last|this|next|coming|past|previous|following|same|that|current)"
_SPAN = (
    r"(?P<span>day|week|weekend|month|quarter|year|decade|century|night|fortnight|morning|afternoon|"
    r"evening)"
)
# What may stand after an adverb and cannot be the event that it is counted from.
_CLOSED = r"(?=\s*(?:$|[.,;:)”\"–—])|\s+(?:and|but|to|at|in|when|were|was|is|had|from|by)\b)"
_AND = r"\s*(?P<to>-|–|—|\bto\b|\band\b|\buntil\b|\bthrough\b)\s*"

_FORMS: tuple[tuple[str, str], ...] = (
    (
        "digit",
        r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b",
    ),
    (
        "digit",
        r"\b(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)\b(?!\.\d)",
    ),
    (
        "month digit",
        rf"\b(?P<day>{_DAY}){_AND}(?P<day2>{_DAY})\s+(?:of\s+)?(?P<month>{_M})(?:{_WHOSE_YEAR})?",
    ),
    (
        "month digit",
        rf"\b(?P<month>{_M})\s+(?P<day>{_DAY})\s*(?P<to>-|–|—|\bto\b|\bthrough\b)\s*(?P<day2>{_DAY})\b"
        rf"(?!\s+(?:{_M}|[a-z]+s\b))(?:{_WHOSE_YEAR})?",
    ),
    (
        "weekday digit",
        rf"\b(?P<weekday>(?-i:{WEEKDAY})),?\s+(?:the\s+)?(?P<day>{_DAY})(?=\s*(?:,|-|–|\band\b|\bor\b|\bto\b|"
        rf"\buntil\b)\s*(?:the\s+)?(?:(?-i:{WEEKDAY}),?\s+)?{_DAY}\s+{_M})",
    ),
    (
        "month",
        rf"\b(?:the\s+)?(?P<day>{_DAY}|(?P<spelt>{_ORDINAL})\s+of)(?:\s+of)?\s+(?P<month>{_M})\b"
        rf"(?:{_WHOSE_YEAR})?",
    ),
    (
        "month digit",
        rf"\b(?P<month>{_M})\s+(?:the\s+)?(?P<day>{_DAY})\b(?![:%]|[.,]\d|\s+(?:per\s?cent|people)\b)"
        rf"(?:{_WHOSE_YEAR})?",
    ),
    (
        "month",
        rf"\b{_EDGE}(?:(?P<the>the\s+)?(?P<which>last|this|next|following|previous)\s+)?(?P<month>{_M})(?!\w)"
        rf"(?:{_WHOSE_YEAR})?",
    ),
    (
        "season",
        rf"\b{_EDGE}(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?{_Y}(?:[/–-]\d\d\b)?|\s+of\s+"
        r"(?P<of>last|this|next)\s+year)",
    ),
    (
        "season",
        rf"\b{_EDGE}(?:(?:(?:(?P<the>the)\s+)?(?P<which>last|this|next|that|following|previous|coming|past)|the)\s+|"
        r"(?<=\bin )|(?<=\bsince )|(?<=\buntil )|(?<=\bby )|(?<=\bof ))"
        r"(?:(?P<edge2>early|late|mid)[\s-])?"
        rf"(?P<season>spring|summer|autumn|fall|winter)\b(?:\s+(?P<then>after|before){_CLOSED})?(?!\s+(?:in|of|"
        r"onions?|rolls?|camps?|water|coats?|clean\w*|olympics?|games|sports|term|semester|breaks?|"
        r"sales?|holidays?|vacations?|recess|schools?|jobs?|wheat|barley|crops?|tyres?|tires?)\b|-)",
    ),
    (
        "season",
        r"\b(?P<season>early|late)\s+(?P<season2>spring|summer|autumn|winter)\b",
    ),
    (
        "quarter",
        rf"\b(?:(?P<of_before>last|this|next)\s+year[’']s\s+)?(?P<quarter>first|second|third|fourth|final|last|[1-4](?:st|nd|rd|th))[\s-]quarters?\b"
        rf"(?:\s+(?:of\s+)?(?:{_Y}|(?P<of>last|this|next|that|the)\s+year))?",
    ),
    (
        "unit",
        r"\bbefore\s+(?P<unfinished>the\s+(?P<span>year|month|week|season|quarter)\s+(?:is|was|were)\s+(?:out|over|up))\b",
    ),
    (
        "then",
        r"(?:(?<=\bfrom )|(?<=\bsince )|(?<=\buntil )|(?<=\btill )|(?<=\bby )|"
        r"(?<=\bbefore )|(?<=\bafter ))(?P<then>then)\b",
    ),
    (
        "q",
        rf"\b(?-i:Q(?P<quarter>[1-4]))(?:\s+(?:of\s+)?{_Y}|\s+(?:of\s+)?(?P<of>last|this|next)\s+year)?\b",
    ),
    (
        "h",
        rf"\b(?-i:H(?P<half>[12]))\s+(?:of\s+)?{_Y}\b",
    ),
    (
        "digit",
        rf"\b{_EDGE}(?P<decade>(?:1[0-9]|20)\d0)[’']?s\b",
    ),
    (
        "digit",
        rf"\b{_EDGE}(?:(?<=the\s)|(?<=the\slate\s)|(?<=the\searly\s)|(?<=mid-))[’']?(?P<decade>[2-9]0)s\b",
    ),
    (
        "nineteen",
        rf"\b{_EDGE}(?P<decade>nineteen-(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b",
    ),
    (
        "century",
        rf"\b{_EDGE}(?P<century>{_ORDINAL}|twenty-first)[\s-]century\b",
    ),
    (
        "day_word",
        r"\b(?:the\s+)?(?P<day_word>day\s+before\s+yesterday|day\s+after\s+tomorrow)\b",
    ),
    (
        "day_word",
        r"\b(?P<day_word>yesterday|today|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)|"
        r"earlier\s+today)(?:\s+(?P<part>morning|afternoon|evening|night))?\b",
    ),
    (
        "weekday",
        rf"\b(?:the\s+)?(?:this\s+(?=past|coming))?(?:{_WHICH}\s+)?(?P<weekday>(?-i:{WEEKDAY}))(?!\w)",
    ),
    (
        "unit",
        r"\b(?:the\s+)?(?P<same>same|year-earlier|prior-year|comparable|corresponding)\s+(?:period|quarter|"
        r"month|time|week|season|point|stage|half)(?:\s+(?:of\s+)?(?:last\s+year|(?:a|the)\s+year\s+"
        r"(?:ago|earlier|before)|(?:of\s+|in\s+)?the\s+(?:previous|prior|preceding)\s+year)|(?<=year-earlier\squarter)|"
        r"(?<=year-earlier\speriod)|(?<=prior-year\squarter)|(?<=prior-year\speriod))",
    ),
    (
        "unit way",
        rf"\b(?P<number>{NUMBER})\s+(?P<unit>{UNIT})s?\s+(?P<way>ago|earlier|later|previously|hence|from\s+now|"
        rf"(?:before|after|on|prior){_CLOSED})(?!\s+than)",
    ),
    (
        "unit which",
        rf"\b(?:(?P<adverb>later|earlier)\s+)?{_EDGE}(?:(?P<the>the|in\s+the|on\s+the)\s+)?{_WHICH}\s+{_SPAN}\b"
        r"(?!\s+of\s+(?:the|may|january|february|march|april|june|july|august|sept|oct|nov|dec))",
    ),
    (
        "unit",
        r"(?:(?<=\bat )|(?<=\bover )|(?<=\bon )|(?<=\bfor ))the\s+(?P<days_off>weekend)\b",
    ),
    (
        "unit beside",
        rf"\b(?:the\s+)?{_SPAN}\s+before\s+(?P<last>last)\b",
    ),
    (
        "unit beside",
        rf"\b(?:the\s+)?{_SPAN}\s+(?P<way>before|after|earlier){_CLOSED}",
    ),
    (
        "unit edge",
        rf"\b{_EDGE.removesuffix('?')}(?P<span>year|month|week|quarter|decade|century)\b",
    ),
    (
        "year_end",
        r"\b(?P<edge>year|month)-end\b",
    ),
    (
        "nth",
        r"(?:(?<=on the )|(?<=by the )|(?<=until the )|(?<=since the )|(?<=from the )|(?<=to the ))"
        r"(?P<day>\d{1,2}(?:st|nd|rd|th))\b(?=\s*(?:$|[.,;)])|\s+(?:of\s+(?:the|that|this)\s+month|and|when|at|"
        r"in|to|after|but|it|he|she|they)\b)",
    ),
    (
        "named",
        r"\b(?P<named>Christmas\s+(?:Day|Eve)|Boxing\s+Day|New\s+Year[’']s\s+(?:Day|Eve)|Valentine[’']s\s+Day|"
        r"Halloween|May\s+Day|All\s+Saints[’']?(?:\s+Day)?|St\.?\s+Patrick[’']s\s+Day|Bastille\s+Day)\b",
    ),
)
FORMS = tuple((frozenset(kinds.split()), re.compile(form, re.IGNORECASE)) for kinds, form in _FORMS)
"""The forms, the surest first, each with the kinds of words that it cannot do without."""

_KINDS = {
    "month": "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec",
    "season": "spring summer autumn fall winter",
    "quarter": "quarter quarters",
    "then": "then",
    "q": "q1 q2 q3 q4",
    "h": "h1 h2",
    "nineteen": "nineteen",
    "century": "century",
    "day_word": "yesterday today tomorrow tonight last this",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays "
    "wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs "
    "fri sat sun",
    "unit": "minute minutes min mins hour hours day days night nights week weeks weekend "
    "month months quarter quarters year years decade decades century centuries "
    "fortnight fortnights morning afternoon evening",
    "way": "ago earlier later previously hence from before after on prior",
    "which": "last this next coming past previous following same that current",
    "beside": "before after earlier",
    "edge": "early mid late beginning start end middle close turn first second last final "
    "opening closing",
    "year_end": "end",
    "clock": "noon midday midnight o clock past to at",
    "part": "morning mornings afternoon afternoons evening evenings night dawn daybreak "
    "sunrise dusk sunset nightfall lunchtime overnight",
    "named": "christmas boxing year valentine halloween may saints patrick bastille",
}
_KIND_OF: dict[str, set[str]] = {}
for _kind, _words in _KINDS.items():
    for _word in _words.split():
        _KIND_OF.setdefault(_word, set()).add(_kind)
_WORD = re.compile(r"[a-z]+\d?|\d+(?P<ending>st|nd|rd|th)?", re.IGNORECASE)


@lru_cache(maxsize=8_000)
def kinds_in(text: str) -> frozenset[str]:
    """Which kinds of words a text has, of those that the forms are made of."""
    found: set[str] = set()
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word[0].isdigit():
            found.add("digit")
            if match["ending"]:
                found.add("nth")
        elif word in _KIND_OF:
            found |= _KIND_OF[word]
    return frozenset(found)


_AFTER_YEAR = (
    r"(?![\w%]|[.,:]\d|-(?!\d|year)|\s+(?:people|men|women|children|per\s?cent|metres?|meters?|miles?|"
    r"km|kilometres?|kilometers?|kg|tonnes?|tons?|feet|dollars?|euros?|pounds?|crowns?|hours?|days?|"
    r"years?|points?|votes?|seats?|jobs?|homes?|workers?|soldiers?|calories)\b)"
)
BARE_YEAR = re.compile(
    rf"\b{_EDGE}(?<![\w$€£¥.,/#-])(?<!\bNo\.\s){_Y}(?:\s?(?P<to>[-–/])\s?(?P<year2>{YEAR}|\d\d))?{_AFTER_YEAR}",
    re.IGNORECASE,
)
# Before a year; other numbers of four digits count something.
BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|during|before|after|of|the|for|late|early|mid|and|between|"
    r"year|years|or|than|through|around|about|circa|its|their|his|her|our|as|with|on|over|into|under|"
    r"autumn|spring|summer|winter|that|a|an|[a-z]+[’']s)|[(,–—]|^)[\s-]*$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s+(?:[a-z]+ly\s+)?(?!onwards\b|afterwards\b|towards\b|was\b|is\b|has\b|its\b|this\b|as\b|as\b)[a-z-]{3,}s\b"
)
SURE_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|of|during|early|late|mid|year|circa|the|by|[a-z]+[’']s)|\()[\s-]*$",
    re.IGNORECASE,
)
NAMED: dict[str, tuple[int, int]] = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "may day": (5, 1),
    "all saints": (11, 1),
    "all saints day": (11, 1),
    "all saints' day": (11, 1),
    "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17),
    "bastille day": (7, 14),
}
