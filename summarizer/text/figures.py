"""What the numbers of a text say: of what, how firmly, in which unit, and beside which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from summarizer.text.bounds import Bound, Interval, bound_after, bound_before, interval
from summarizer.text.counted import counted_after
from summarizer.text.numeral import Kind, Numeral
from summarizer.text.numerals import numerals
from summarizer.text.surroundings import Around, surroundings
from summarizer.text.units import Unit, per_at


@dataclass(frozen=True)
class Figure:
    """A number as a text uses it.

    Attributes:
        text: its words, with those that bound it ("more than 12,000").
        start, end: where they stand in the string that was read; ``core`` without those.
        kind: what sort of number it is; ``share`` values are per cent.
        value: scale applied; ``high`` is the upper end of a range.
        bound: how firmly it is stated.
        unit: of measure or money, or None.
        per: the period, or "each", that it is for.
        counted: what is counted, as stems; empty where the text leaves it out.
        head: the stem of the noun among them, or ""; ``noun`` is the noun as it stands.
        own: stems of the words that belong to this number and to no other of its sentence.
        shared: stems of those that belong to all numbers of its clause.
        forms: its own words as they stand, in lower case.
        sentence: which sentence of the string it stands in, from 0.
        role: ``old`` or ``new`` where the text sets it against another ("from 20 to 25"), ``by``
            where it says how far something has changed, or "".
        parts: both numbers of a ratio or score ("8 out of 10", "2-1").
        weak: whether the word is as often no number ("one", "most").
        lent: whether its unit or what it counts is that of another number beside it.
    """

    text: str
    start: int
    end: int
    core: tuple[int, int]
    kind: Kind
    value: float
    high: float | None
    bound: Bound
    unit: Unit | None
    per: str
    counted: frozenset[str]
    head: str
    noun: str
    own: frozenset[str]
    shared: frozenset[str]
    forms: frozenset[str]
    sentence: int
    role: str
    parts: tuple[float, float] | None
    weak: bool
    lent: bool = False

    @cached_property
    def interval(self) -> Interval:
        """The values that it leaves open."""
        return interval(self.value, self.high, self.bound)

    @cached_property
    def words(self) -> frozenset[str]:
        """All that stands with it."""
        return self.own | self.shared


# Where one sentence of a passage ends: enough to keep the words of two numbers apart.
_SENTENCE_END = re.compile(
    r"(?<=[a-z\d%)][.!?])[”\"’']?\s+(?=[A-Z“\"‘'])|(?<=[”\"])\s+(?=[A-Z])|\n+"
)
_OLD = re.compile(
    r"\b(?:from|(?:up|down)\s+(?:by\s+\S+\s+)?from|compared\s+(?:with|to)|against|rather\s+than|"
    r"instead\s+of|versus|previously|formerly|originally)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
_NEW = re.compile(r"\b(?:to|at|now|reach(?:ed|ing|es)?|hit)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s[^.;]*$", re.IGNORECASE)
_BESIDE = 48
_RISEN = re.compile(
    r"\b(?:rose|risen|rise|rises|rising|grow|grew|grown|grows|growing|fell|fall|fallen|falls|falling|"
    r"drop(?:s|ped|ping)?|increas\w+|decreas\w+|declin\w+|climb\w*|jump\w*|cut|cuts|raised?|raising|"
    r"rais(?:es|ing)|lower(?:ed|s|ing)?|reduc\w+|went|gone|slip\w*|shr[aiu]nk|soar\w*|plung\w*|"
    r"slump\w*|surg\w+|up|down|widen\w*|narrow\w*|chang\w+|mov(?:ed|es|ing)|expand\w*|sank|sunk|"
    r"brought|brings?|sent|double[ds]?|halved?|tripled?|shorten\w*|extend\w*|slow\w*|"
    r"eas(?:ed|es|ing)|swell\w*|swollen)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8_000)
def _of_sentence(text: str) -> tuple[Figure, ...]:
    read = numerals(text)
    if not read:
        return ()
    changing = bool(_RISEN.search(text))
    found = [_figure(text, numeral, changing) for numeral in read]
    for i in range(len(found)):
        found[i] = _inherit(text, found, i)
    found = _sided(text, found)
    return tuple(
        replace(f, own=a.own | f.counted, shared=a.shared - f.counted, forms=a.forms)
        for f, a in zip(found, _around(text, found), strict=True)
    )


def _around(text: str, found: list[Figure]) -> list[Around]:
    """The words beside each. "30 in the first week and 45 in the second": an ordinal, or a year, is
    one of the words beside another number."""
    marks = [(f.start, f.end, f"#{f.value:g}") for f in found if f.kind in ("ordinal", "date")]
    plain = [(f.start, f.end) for f in found if f.kind not in ("ordinal", "date")]
    beside = iter(surroundings(text, plain, marks) if plain else ())
    every = surroundings(text, [(f.start, f.end) for f in found]) if marks else []
    return [
        every[i] if f.kind in ("ordinal", "date") else next(beside) for i, f in enumerate(found)
    ]


_OLD_CUE = re.compile(
    r"\b(?:old|previous(?:ly)?|former(?:ly)?|earlier|original(?:ly)?|ago|last\s+year|then|before)\b",
    re.IGNORECASE,
)
_NEW_CUE = re.compile(r"\b(?:new|now|today|current(?:ly)?|this\s+year|present)\b", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:more|fewer|less|extra|additional)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?P<word>hourly|daily|weekly|monthly|yearly|annual(?:ly)?)\b", re.IGNORECASE
)
_PERIODS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}


def _sided(text: str, found: list[Figure]) -> list[Figure]:
    """With the side that each takes in "the old one held 40, the new one holds 60"."""
    old, new = list(_OLD_CUE.finditer(text)), list(_NEW_CUE.finditer(text))
    if not (old and new):
        return found
    cues = sorted([(m.start(), "old") for m in old] + [(m.start(), "new") for m in new])
    sided = []
    for figure in found:
        last = [side for at, side in cues if at < figure.start]
        sided.append(figure if figure.role or not last else replace(figure, role=last[-1]))
    return sided


def _figure(text: str, numeral: Numeral, changing: bool) -> Figure:
    bound, start = bound_before(text, numeral.start)
    counted = counted_after(text, numeral)
    end = numeral.end
    per = ""
    for place in (numeral.end, counted.end):
        after, after_end = bound_after(text, place)
        if bound == "exact" and after != "exact":
            bound, end = after, after_end if place == numeral.end else end
        given = per_at(text, place)
        if given and not per:
            per = given[0]
    if numeral.high is not None:
        bound = "range"
    if numeral.bound and bound == "exact":
        bound = numeral.bound
    role = ""
    before = text[max(0, start - _BESIDE) : start]
    if changing or _FROM.search(before):
        role = "old" if _OLD.search(before) else "new" if _NEW.search(before) else ""
    if _BY.search(before) or _MORE.match(text, numeral.end):
        role = "by"
    adjective = None if per else _PERIOD.search(before + text[end : end + _BESIDE])
    if adjective:
        per = _PERIODS.get(adjective["word"].lower(), "year")
    return Figure(
        text=text[start:end],
        start=start,
        end=end,
        core=(numeral.start, numeral.end),
        kind=numeral.kind,
        value=numeral.value,
        high=numeral.high,
        bound=bound,
        unit=numeral.unit,
        per=per,
        counted=counted.stems,
        head=counted.head,
        noun=counted.noun,
        own=frozenset(),
        shared=frozenset(),
        forms=frozenset(),
        sentence=0,
        role=role,
        parts=numeral.parts,
        weak=numeral.weak,
    )


_LINK = re.compile(
    r"(?:,|;|\b(?:and|or|to|from|than|with|against|plus|versus|by|while|but|only)\b)[^.;]{0,60}$"
)
_NEXT = re.compile(
    r"\s+(?:(?:to|and|or|from)|(?:up|down|compared|as\s+against)\s+\w+)\s+(?:\w+\s+)?"
    r"|\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|all)\s+)?"
)
_DIRECT = re.compile(r"[\s,]*(?:[a-z]+\s+){0,4}")
_OF_A = re.compile(r"\s+of\s+an?\s")
_OWN_KIND = ("ordinal", "label", "date", "age", "multiple", "score")


def _inherit(text: str, found: list[Figure], index: int) -> Figure:
    """A number that leaves out what it counts has that of the last one ("300 here and 200 there"),
    or of the next ("from 24 to 29 pupils")."""
    figure = found[index]
    if figure.kind != "count" or figure.head or figure.unit or _OF_A.match(text, figure.end):
        return figure
    after = found[index + 1] if index + 1 < len(found) else None
    if after and _NEXT.fullmatch(text[figure.end : after.start]) and _lends(after, figure):
        return _as(figure, after)
    for last in reversed(found[:index]):
        between = text[last.end : figure.start]
        if last.kind in _OWN_KIND or last.weak:
            continue
        if not _LINK.search(between) or not _lends(last, figure):
            return figure
        if last.unit is None and last.kind == "count":
            return _as(figure, last)
        money = last.unit is not None and last.unit.dimension == "money"
        return _as(figure, last) if money or _DIRECT.fullmatch(between) else figure
    return figure


def _lends(giver: Figure, taker: Figure) -> bool:
    """Whether the sizes allow that two numbers are of one thing."""
    if giver.kind in _OWN_KIND or not (giver.head or giver.unit or giver.kind == "share"):
        return False
    if giver.kind == "share":
        return taker.value <= 100  # noqa: PLR2004 (of a whole)
    return not giver.unit or taker.value >= 0.001 * giver.value


def _as(figure: Figure, giver: Figure) -> Figure:
    return replace(
        figure,
        kind=giver.kind,
        unit=giver.unit,
        head=giver.head,
        noun=giver.noun,
        counted=giver.counted,
        lent=True,
    )


# Longer ones are no prose; they are read piece by piece, so that time stays linear in the text.
_LONGEST = 1_500


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for match in (*_SENTENCE_END.finditer(text), None):
        end = match.start() if match else len(text)
        while end - begin > _LONGEST:
            space = text.rfind(" ", begin + 1, begin + _LONGEST)
            middle = space if space > begin else begin + _LONGEST
            yield begin, text[begin:middle]
            begin = middle
        yield begin, text[begin:end]
        begin = match.end() if match else end


@lru_cache(maxsize=4_000)
def figures(text: str) -> tuple[Figure, ...]:
    """All numbers of ``text`` in order, with what they are numbers of.

    Dates and times of day are among them (``kind`` "date"), as are ordinals, shares in words ("a
    third", "one in five"), multiples ("doubled") and vague numbers ("dozens").
    """
    found: list[Figure] = []
    for number, (begin, sentence) in enumerate(_sentences(text)):
        for figure in _of_sentence(sentence):
            core = (figure.core[0] + begin, figure.core[1] + begin)
            start, end = figure.start + begin, figure.end + begin
            found.append(replace(figure, start=start, end=end, core=core, sentence=number))
    return tuple(found)
