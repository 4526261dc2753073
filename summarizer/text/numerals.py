"""Numbers as a text writes them: digits, words, fractions, multiples, ranges, scores, ordinals.

This builds on ``text.numbers``, which reads one numeral, and puts together what several words or
numerals say together: "half a million", "two thirds", "8 out of 10", "between 40 and 60", "2-1".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from summarizer.text.fractions import compounds, fractions, multiples, ratios
from summarizer.text.numbers import Number, numbers
from summarizer.text.numeral import (
    DECADES,
    MULTIPLES,
    ORDINALS,
    PART_WORDS,
    SCALE_WORDS,
    SMALL_WORDS,
    TENS,
    Numeral,
    with_unit,
)
from summarizer.text.ranges import joined
from summarizer.text.units import money, named, unit_at

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATES = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s*[-–]\s*\d{{1,2}}\b)?(?:,?\s+{_YEAR}\b)?"
    rf"|\b(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}\b(?:,?\s+{_YEAR}\b)?"
    rf"|\b{_MONTH},?\s+{_YEAR}\b"
    r"|\b\d[\d,]{2,6}(?:\s?[-–]\s?\d[\d,]{2,6})?\s?(?:BCE?|AD|CE)\b"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
    r"|\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|o[’']clock\b)|\b\d{1,2}:\d\d(?::\d\d)?\b"
    rf"|\b(?:an?\s+)?(?:quarter\s+(?:to|past)|half\s+past)\s+(?:{SMALL_WORDS}|\d{{1,2}})\b"
    rf"|\b(?:{SMALL_WORDS}|\d{{1,2}})\s+(?:o[’']clock|in\s+the\s+(?:morning|afternoon|evening))\b"
    r"|\b(?:[1-9]?\d0)s\b|[’']\d0s\b|\b24/7\b|\b9/11\b"
    rf"|\b(?:(?:twenty|thirty)-)?(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))[-\s]"
    r"(?:century|quarter|half)\b",
)
# A year stands without a separator, a unit or a counted noun: "the 2024 figures", "in spring 2026".
_BARE_YEAR = re.compile(
    rf"(?<![\w$€£¥.,/-]){_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d\d))?(?![\w%]|[,.:]\d)"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|during|before|after|of|the|for|late|early|mid|and|"
    r"between|spring|summer|autumn|fall|winter|year|years|or|than|last|this|next|end|back|around|"
    r"about|circa|on|as|its|their|his|her|our|into|through|over|with|at|under)|[(,–’'s-]|^)[\s-]*$",
    re.IGNORECASE,
)
_NOT_YEAR = re.compile(
    r"\s+(?!in\b|was\b|onwards\b|afterwards\b|towards\b)(?:[a-z]+ly\s+)?[a-z-]+(?:s|men|people|children)\b|[-\s]?(?:km|kg|mm|cm)\b"
)
_LABEL = re.compile(
    r"(?:\b(?:[Nn]o\.|[Nn]umber|[Pp]age|[Rr]oom|[Cc]hapter|[Aa]rticle|[Ss]ection|[Pp]hase|[Gg]ate|[Ll]ine|"
    r"[Rr]oute|[Hh]ighway|[Rr]oad|[Pp]latform|[Tt]erminal|[Ff]light|[Ww]ard|[Ll]evel|[Vv]ersion|[Ii]tem|"
    r"[Cc]lause|[Pp]aragraph|[Rr]esolution|[Zz]one|[Bb]uilding|[Uu]nit|[Hh]all|[Tt]rack|[Ll]ane|[Cc]ourt)|"
    r"[#№])\s*$"
)
_NAMED = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]+\s$")
_COUNTING = re.compile(r"\b(?:The|A|An|About|Over|Some|In|At|On|By|Only|Just|Nearly|With|From)\s$")
_TIMES = re.compile(
    r"[-\s](?:times|fold)\b(?=\s+(?:as|more|the|its|their|what|his|her|higher|larger|"
    r"bigger|faster|greater|that)\b)|-?fold\b"
)


def numerals(text: str) -> list[Numeral]:
    """All numbers of one sentence in order, none overlapping another."""
    if not _MAY_HOLD.search(text):
        return []
    taken: list[Numeral] = []
    for read in _PASSES:
        for numeral in read(text):
            if all(numeral.end <= n.start or n.end <= numeral.start for n in taken):
                taken.append(numeral)
    taken.sort(key=lambda n: n.start)
    return joined(text, taken)


_MAY_HOLD = re.compile(
    rf"\d|\b(?:{SMALL_WORDS}|{'|'.join(TENS)}|{PART_WORDS}|{'|'.join(ORDINALS)}|"
    rf"{'|'.join(MULTIPLES)}|{'|'.join(DECADES)}|(?:{SCALE_WORDS})s?|scores\s+of|both|most|"
    r"majority|handful)\b|(?:ieth|th|ty)\b",
    re.IGNORECASE,
)


def _dates(text: str) -> Iterator[Numeral]:
    for match in _DATES.finditer(text):
        yield Numeral(match.start(), match.end(), "date", _first_value(match.group()))
    for match in _BARE_YEAR.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        counted = _NOT_YEAR.match(text, match.end())
        the = re.search(r"\b(?:the|in|since|of|until|by|its|their)\s+$", before)
        if (the or not counted) and (_BEFORE_YEAR.search(before) or not counted):
            yield Numeral(match.start(), match.end(), "date", _first_value(match.group()))


def _first_value(text: str) -> float:
    digits = re.search(r"\d{4}", text) or re.search(r"\d+", text)
    return float(digits.group()) if digits else 0.0


_VAGUE = re.compile(
    r"\b(?:(?P<times>tens|dozens|hundreds|thousands)\s+of\s+)?"
    r"(?P<scale>dozens|scores(?=\s+of)|hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)
_VAGUE_FROM = {"tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3}
_VAGUE_FROM |= {"millions": 2e6, "billions": 2e9}


def _vague(text: str) -> Iterator[Numeral]:
    for match in _VAGUE.finditer(text):
        if re.search(r"(?:\d|\b(?:two|three|four|five|six|few|several))\s$", text[: match.start()]):
            continue
        scale = match["scale"].lower()
        low = _VAGUE_FROM[scale]
        top = 10 * low
        if match["times"]:
            unit = {"thousands": 1e3, "millions": 1e6, "billions": 1e9}.get(scale, 1.0)
            low = _VAGUE_FROM[match["times"].lower()] * unit
            top = 10 * low
        yield with_unit(text, match.start(), match.end(), low, top)


_ORDINAL = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(TENS)})[-\s])?(?P<word>{'|'.join(ORDINALS)})\b"
    r"(?!\s+(?:of\s+all|place\s+to)\b)",
    re.IGNORECASE,
)


_THE_BEFORE = re.compile(r"\bthe\s$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[.,;:)])|\s+(?:is|was|has|had|would|will|of\s+these)\b")


def _ordinals(text: str) -> Iterator[Numeral]:
    for match in _ORDINAL.finditer(text):
        value = ORDINALS[match["word"].lower()] + TENS.get((match["tens"] or "").lower(), 0)
        second = match["word"].lower() == "second" and re.search(
            r"(?:\ba|\d|\b(?:every|each|per))\s$|-$", text[: match.start()], re.IGNORECASE
        )
        if second and not re.match(r"\s[a-z]", text[match.end() :]):
            continue
        if match["tens"] is None and match.start() and text[match.start() - 1] == "-":
            continue
        # "The second" may point back to what the text itself has named.
        pointing = _THE_BEFORE.search(text[: match.start()]) and _ENDS.match(text, match.end())
        yield Numeral(
            match.start(), match.end(), "ordinal", value, weak=value == 1 or bool(pointing)
        )


_DECADE = re.compile(
    rf"\b(?:(?P<which>low|lower|early|mid|middle|high|upper|late)[-\s])?(?P<word>{'|'.join(DECADES)}|"
    r"[2-9]0s)\b",
    re.IGNORECASE,
)


def _decades(text: str) -> Iterator[Numeral]:
    """ "In her seventies", "highs in the low thirties"; decades of a century are dates."""
    for match in _DECADE.finditer(text):
        word = match["word"].lower()
        low = DECADES[word] if word in DECADES else float(word[:2])
        which = (match["which"] or "").lower()
        first, last = {"": (0, 9.99)}.get(which, (0, 4.0))
        if which in ("mid", "middle"):
            first, last = 4, 6.99
        elif which in ("high", "upper", "late"):
            first, last = 7, 9.99
        yield Numeral(match.start(), match.end(), "count", low + first, low + last)


_WEAK_ONE = re.compile(r"\bone\b(?!\s+(?:of|another|day|thing|way|by|who|that)\b)", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:most\s+of|(?:an?|the)\s+(?:clear\s+|large\s+|vast\s+)?majority(?:\s+of)?)\b",
    re.IGNORECASE,
)


_NO_COUNT = re.compile(r"\b(?:no|the|this|that|which|any|every|each|only)[\s-]$", re.IGNORECASE)
_ONE_SHARE = re.compile(r"\s+(?:(?P<points>percentage\s+point)|per\s?cent)\b")


def _words(text: str) -> Iterator[Numeral]:
    for match in _WEAK_ONE.finditer(text):
        start, end = match.span()
        share, given = _ONE_SHARE.match(text, end), unit_at(text, end)
        if share:
            yield Numeral(start, share.end(), "points" if share["points"] else "share", 1.0)
        elif given and given[0].dimension == "money":
            yield Numeral(start, given[1], "money", 1.0, unit=given[0])
        elif re.match(r"\s+[a-z]", text[end:]) and not _NO_COUNT.search(text[:start]):
            yield Numeral(start, end, "count", 1.0, weak=True)
    for match in _MOST.finditer(text):
        yield Numeral(match.start(), match.end(), "share", 50.0, bound="more_than", weak=True)


_ORDINAL_REST = re.compile(rf"[-\s](?:{'|'.join(ORDINALS)})\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?(?:\s+of|\s+between)?|turn(?:ed|s|ing)|(?:mother|father|man|woman|boy|girl)\s+of)\s+$",
    re.I,
)
_OLD = re.compile(r"(?:[-\s]year[-\s]olds?|\s+years?\s+old|\s+years?\s+of\s+age)\b", re.IGNORECASE)
_APPOSED = re.compile(r"[A-Z][\w’'-]+,\s$")
_TABLE = re.compile(r"[A-Z][\w’'-]+[,:]\s\d{3}|[A-Z][\w’'-]+,\s\d+;[^;]*[A-Z][\w’'-]+,\s\d+[;.]")
_ENDS_APPOSITION = re.compile(r"[,.;)]|\s+(?:and|who|was|is|said)\b|$")
_WAS = re.compile(r"\b(?:was|is|were|when|At|at|now|only|just|who’s|about)\s$")
_WAS_AFTER = re.compile(r",?\s+(?:when|years?\s+old|at\s+the\s+time)\b|,\s+(?:he|she|[A-Z]\w+)\b")
# "She wrote the first at sixteen", not "the count stood at sixteen".
_AT = re.compile(
    r"(?<!stood )(?<!stands )(?<!put )(?<!set )(?<!remained )(?<!stayed )(?<!rate )(?<!is )"
    r"(?<!was )(?<!fixed )(?<!capped )(?<!estimated )(?<!unchanged )(?<!level )(?<!held )"
    r"(?<!peaked )\bat\s$"
)
_YOUNGEST, _OLDEST = 10, 120
_FOLLOWED = re.compile(r"\s+[a-z]|[-–%]")
_TALL = re.compile(r"\s(?:tall|high|long|deep|wide|above|below|away|from|race|sprint|freestyle)\b")


def _age(text: str, number: Number) -> int | None:
    """Where an age ends, or None when the number is none."""
    if not 0 <= number.value <= _OLDEST or number.unit:
        return None
    old = _OLD.match(text, number.end)
    if old:
        return old.end()
    before = text[max(0, number.start - 40) : number.start]
    if _AGED.search(before[-24:]):
        return number.end
    apposed = _APPOSED.search(before) and _ENDS_APPOSITION.match(text, number.end)
    spoken = _WAS.search(before[-8:]) and _WAS_AFTER.match(text, number.end)
    at = number.spelt and number.value >= _YOUNGEST and _AT.search(before)
    alone = at and _ENDS_APPOSITION.match(text, number.end)
    apposed_age = apposed and number.value > 2 and not _TABLE.search(text)  # noqa: PLR2004
    return number.end if apposed_age or spoken or alone else None


def _plain_numbers(text: str) -> Iterator[Numeral]:
    for number in numbers(text):
        # "Twenty-first" is an ordinal, whose first word is a number, too.
        if number.spelt and _ORDINAL_REST.match(text, number.end):
            continue
        glued = text[number.end : number.end + 1]
        if number.text[-1:].isdigit() and glued.isalpha() and not unit_at(text, number.end):
            continue
        age = _age(text, number)
        if age is not None:
            yield Numeral(number.start, age, "age", number.value, unit=named("year"))
        elif number.ordinal:
            yield Numeral(number.start, number.end, "ordinal", number.value)
        elif _is_label(text, number):
            yield Numeral(number.start, number.end, "label", number.value)
        elif number.unit == "percent":
            yield Numeral(number.start, number.end, "share", number.value)
        elif number.unit == "percentage points":
            yield Numeral(number.start, number.end, "points", number.value)
        elif number.unit:
            yield Numeral(number.start, number.end, "money", number.value, unit=money(number.unit))
        else:
            measured = _measured(text, number)
            yield replace(measured, weak=True) if _points_back(text, number) else measured


_FEW = 4


def _points_back(text: str, number: Number) -> bool:
    """ "The cheaper of the two" counts what was named, as "the second" does."""
    before = text[max(0, number.start - 8) : number.start]
    few = number.spelt and number.value <= _FEW and _THE_BEFORE.search(before)
    return bool(few) and bool(_ENDS.match(text, number.end))


def _is_label(text: str, number: Number) -> bool:
    if number.spelt or "," in number.text or "." in number.text:
        return False
    before = text[max(0, number.start - 24) : number.start]
    name = _NAMED.search(before) and not _COUNTING.search(before[-10:])
    follows = _FOLLOWED.match(text, number.end)
    return bool(_LABEL.search(before[-16:])) or bool(name and not follows and number.value < 1000)  # noqa: PLR2004


def _measured(text: str, number: Number) -> Numeral:
    """A number with the unit of measure after it; "110 m" are metres and not millions."""
    metres = re.fullmatch(r"(?P<digits>[\d,.]+)\s?m", number.text)
    tall = _TALL.match(text, number.end)
    if metres and (" " in number.text or tall):
        value = float(metres["digits"].replace(",", ""))
        return Numeral(number.start, number.end, "measure", value, unit=named("metre"))
    times = _TIMES.match(text, number.end)
    if times:
        return Numeral(number.start, times.end(), "multiple", number.value)
    return with_unit(text, number.start, number.end, number.value)


_PASSES: tuple[Callable[[str], Iterator[Numeral]], ...] = (
    _dates,
    compounds,
    _decades,
    ratios,
    fractions,
    multiples,
    _vague,
    _plain_numbers,
    _ordinals,
    _words,
)
