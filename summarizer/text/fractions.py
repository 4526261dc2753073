"""Numbers of several words: "half a million", "two thirds", "8 out of 10", "twice as many"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summarizer.text.numeral import (
    MULTIPLES,
    ORDINALS,
    PART_WORDS,
    PARTS,
    SCALE_WORDS,
    SCALES,
    SMALL,
    SMALL_WORDS,
    Numeral,
    plain,
    with_unit,
)
from summarizer.text.units import unit_at

# "Half a million", "a dozen and a half", "two and a half".
_HALF_OF = re.compile(
    rf"\b(?P<part>half|quarter)(?:\s+of)?(?:\s+an?|-)\s*(?P<scale>{SCALE_WORDS})\b", re.IGNORECASE
)
_MIXED = re.compile(
    rf"\b(?P<whole>{SMALL_WORDS}|an?|\d+)(?P<unit>\s+[a-z]+)??(?:\s+|-)and(?:\s+|-)(?:an?|three|two)"
    rf"(?:\s+|-)(?P<part>half|quarter|third|quarters|thirds)\b(?:\s+(?P<scale>{SCALE_WORDS})s?\b)?",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"\b(?:(?P<over>{SMALL_WORDS}|an?)[-\s])?(?P<part>{PART_WORDS})\b(?![-\s](?:century|time|"
    r"way|brother|sister|hearted|final|finals|past|mast|marathon)\b)",
    re.IGNORECASE,
)
_ORDINAL_HALF = re.compile(
    r"(?:first|second|latter|other|better|opening|closing|final|last|this|each|per|every|third|fourth|"
    r"previous|same|next|every|[’']s|in|season|the)[-\s]$",
    re.IGNORECASE,
)
# After "a third" an ordinal is followed by its noun ("a third trial").
_SHARE_AFTER = re.compile(
    r"\s*(?:$|[.,;:)”\"]|(?:of|more|less|fewer|in|from|to|by|had|have|has|were|was|are|is|did|do|said|"
    r"as|and|or|over|since|on|at|lower|higher|that|who|which|would|will|could|than|during|this|last|"
    r"after|when|while|off|but|for|below|above|its|their|the|[a-z]+ed)\b)"
)
_DOZEN = re.compile(rf"\b(?P<many>{SMALL_WORDS}|\d+|several|a\s+few)\s+dozen\b", re.IGNORECASE)


_SCORE = re.compile(r"\ba\s+score(?=\s+of\s+[a-z]+s\b)", re.IGNORECASE)


def compounds(text: str) -> Iterator[Numeral]:
    """ "Two dozen", "half a million", "two and a half years", "a day and a half"."""
    for match in _DOZEN.finditer(text):
        many = match["many"].lower()
        vague = many == "several" or many.startswith("a ")
        low, top = (24.0, 108.0) if vague else (12 * plain(many), None)
        yield with_unit(text, match.start(), match.end(), low, top)
    for match in _SCORE.finditer(text):
        yield replace(with_unit(text, match.start(), match.end(), 20.0), bound="about")
    for match in _HALF_OF.finditer(text):
        value = SCALES[match["scale"].lower()] / PARTS[match["part"].lower()]
        yield with_unit(text, match.start(), match.end(), value)
    for match in _MIXED.finditer(text):
        whole = match["whole"].lower()
        value = SMALL[whole] if whole in SMALL else float(whole)
        numerator = 3.0 if "three" in match.group().lower()[len(whole) :] else 1.0
        value += numerator / PARTS[match["part"].lower()]
        if match["scale"]:
            value *= SCALES[match["scale"].lower()]
        if match["unit"]:
            given = unit_at(text, match.end("whole"))
            if given and given[1] == match.end("unit"):
                yield Numeral(match.start(), match.end(), "measure", value, unit=given[0])
            continue
        if whole in ("a", "an"):
            continue
        yield with_unit(text, match.start(), match.end(), value)


_SINGLE = ("a", "an", "one")
_POINTS = re.compile(r"\s+(?:of\s+)?an?\s+percentage\s+point\b|\s+an?\s+point\b")
_PER_CENT = re.compile(r"\s+(?:of\s+)?(?:an?|one)\s+per\s?cent\b")
_OF_ONE = re.compile(r"\s+(?:of\s+)?an?(?=\s)")


def _is_share(text: str, match: re.Match[str]) -> bool:
    """Whether "third", "half" or "quarter" is a part of something, and no ordinal or period."""
    part, over = match["part"].lower(), (match["over"] or "").lower()
    if part == "half":
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        return over in ("", "a", "one") and not _ORDINAL_HALF.search(before)
    if part.endswith("s"):
        return over not in ("", *_SINGLE)
    return over in _SINGLE and bool(_SHARE_AFTER.match(text, match.end()))


def fractions(text: str) -> Iterator[Numeral]:
    """ "A third", "three quarters", "half": in per cent, or of a unit of measure."""
    for match in _FRACTION.finditer(text):
        if not _is_share(text, match):
            continue
        part, over = match["part"].lower(), (match["over"] or "").lower()
        value = SMALL.get(over or "a", 1.0) / PARTS[part]
        points = _POINTS.match(text, match.end())
        if points:
            yield Numeral(match.start(), points.end(), "points", value)
            continue
        per_cent = _PER_CENT.match(text, match.end())
        if per_cent:
            yield Numeral(match.start(), per_cent.end(), "share", value)
            continue
        of = _OF_ONE.match(text, match.end())
        given = unit_at(text, of.end()) if of else unit_at(text, match.end())
        if given and given[0].dimension in ("time", "length", "mass"):
            yield Numeral(match.start(), given[1], "measure", value, unit=given[0])
            continue
        yield Numeral(match.start(), match.end(), "share", 100 * value)


_RATIO = re.compile(
    rf"\b(?P<a>\d[\d,]*(?:\.\d+)?|{SMALL_WORDS})(?P<noun>\s+(?!out\b)[a-z]+)?\s+(?:(?:in|of|per|for)(?:\s+every|\s+each)?"
    rf"|out\s+of(?:\s+every)?)\s+(?P<b>\d[\d,]*|{SMALL_WORDS}|hundred|thousand|million)\b(?![-\s]?(?:%|per\s?cent|"
    r"years?|months?|weeks?|days?|hours?|minutes?|seasons?|games?|matches|starts|attempts|million|billion)\b)",
    re.IGNORECASE,
)
# "Every tenth letter came late"; "every second day" is a rhythm.
_EVERY = re.compile(
    rf"\bevery\s+(?:(?P<nth>{'|'.join(ORDINALS)})|other)(?=\s+(?!(?:second|minute|hour|day|week|month|year|night|"
    r"morning|evening|weekend|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|time)\b)[a-z])",
    re.IGNORECASE,
)
_LARGEST_WHOLE = 1000
_WHOLES = frozenset([*map(float, range(3, 11)), 20.0, 50.0, 100.0, 1e3, 1e4, 1e5, 1e6])
_NOUN_AFTER = re.compile(r"\s+(?!has\b|was\b|is\b)[a-z]+s\b")


def ratios(text: str) -> Iterator[Numeral]:
    """ "One in five", "8 out of 10", "3 deaths per 100,000": shares; "8 of 32" stays two counts."""
    for match in _RATIO.finditer(text):
        a, b = plain(match["a"]), plain(match["b"])
        middle = match.group()[len(match["a"]) : -len(match["b"])].lower()
        every = "every" in middle or "each" in middle or " per " in middle
        sure = every or " in " in middle
        one = a == 1 and " in " in middle and not _NOUN_AFTER.match(text, match.end())
        if (match["noun"] and not every and not one) or (" of " in middle and "out" not in middle):
            continue
        whole = b in _WHOLES or (a == 1 and b <= _LARGEST_WHOLE)
        if 0 < a < b and whole and sure | ("out" in middle):
            yield Numeral(match.start(), match.end(), "share", 100 * a / b, parts=(a, b))
    for match in _EVERY.finditer(text):
        nth = ORDINALS[match["nth"].lower()] if match["nth"] else 2.0
        yield Numeral(match.start(), match.end(), "share", 100 / nth, parts=(1.0, nth))


_MULTIPLE = re.compile(rf"\b(?P<word>{'|'.join(MULTIPLES)})\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\s+(?:as|the|its|their|his|her|what|that|those|in|to|from|since|over)\b|\s*[.,;]|$"
)
_TWICE = re.compile(r"\s+(?:as|the|its|their|his|her|what|that)\b")
# "Put at 30 by one and at twice that by the other."
_OF_THAT = re.compile(r"\s+(?:that|this)\b(?!\s+(?:of|the|which|it)\b)")
_SETTING = re.compile(
    r"\b(?:to|more\s+than|almost|nearly|about|roughly|will|would|could|has|have|had|is|was|at|by|than|"
    r"over|may|might|be)\s+$",
    re.IGNORECASE,
)


_WINDOW = 16
_OF_WHAT = (" the", " its", " that", " what")


def multiples(text: str) -> Iterator[Numeral]:
    """ "Twice as many", "doubled", "tenfold"; "a double bed" and "met twice" are none."""
    for match in _MULTIPLE.finditer(text):
        word = match["word"].lower()
        verb = word.endswith(("ed", "ing", "fold")) or word in ("thrice", "halve")
        if word == "twice":
            if not _TWICE.match(text, match.end()):
                yield Numeral(match.start(), match.end(), "count", 2.0, weak=True)
                continue
        elif not verb:
            before = text[max(0, match.start() - _WINDOW) : match.start()]
            set_against = _SETTING.search(before) or text.startswith(_OF_WHAT, match.end())
            if word == "halves" or not (set_against and _COMPARED.match(text, match.end())):
                continue
        that = _OF_THAT.match(text, match.end())
        end = that.end() if that else match.end()
        yield Numeral(match.start(), end, "multiple", MULTIPLES[word])
