"""What the numbers of a text say: of what, how firmly, in which unit, and beside which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from summarizer.text.bounds import Bound, Interval, bound_after, bound_before, interval
from summarizer.text.counted import Counted, counted_after
from summarizer.text.numeral import Kind, Numeral
from summarizer.text.numerals import numerals
from summarizer.text.sides import changes, side
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
        forms: its own words as they stand, in lower case; ``said`` with the shared ones.
        pairs: stems of two of its words that stand side by side.
        sentence: which sentence of the string it stands in, from 0.
        role: ``old`` or ``new`` where the text sets it against another ("from 20 to 25"), ``by``
            where it says how far something has changed, or "".
        parts: both numbers of a ratio or score ("8 out of 10", "2-1").
        weak: whether the word is as often no number ("one", "most").
        lent: whether its unit or what it counts is that of another number beside it.
        step: 1 where it is how much more something is than something else, or was before, -1 where
            how much less, else 0.
        whole: the number that it is given as a part of ("three of the seven"), or None.
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
    pairs: frozenset[tuple[str, str]] = frozenset()
    said: frozenset[str] = frozenset()
    step: int = 0
    whole: float | None = None

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

_BESIDE = 48


@lru_cache(maxsize=8_000)
def _of_sentence(text: str) -> tuple[Figure, ...]:
    read = numerals(text)
    if not read:
        return ()
    changing = changes(text)
    found = [_figure(text, numeral, changing) for numeral in read]
    for i in range(len(found)):
        found[i] = _inherit(text, found, i)
    for i in range(len(found) - 2, -1, -1):
        found[i] = _of_series(text, found[i], found[i + 1])
    found = sorted([*_sided(text, found), *_pointed_at(text, found)], key=lambda f: f.start)
    found = _of_wholes(text, found)
    around = _around(text, found)
    for part, whole in _parts_of(found):
        more = around[whole].own | around[whole].shared | found[whole].counted
        around[part] = replace(around[part], shared=around[part].shared | more)
    return tuple(
        replace(
            f,
            own=a.own | f.counted,
            shared=a.shared - a.own - f.counted,
            forms=a.forms,
            pairs=a.pairs,
            said=a.said,
        )
        for f, a in zip(found, around, strict=True)
    )


_PART_OF = re.compile(r"\s+(?:[\w’'-]+\s+){0,2}?(?:out\s+)?of\s+(?:[\w’'-]+\s+){0,3}")

_OF_THEM = re.compile(r"\s+(?:of\s+(?:which|whom|these|them|those)|alone)\b")

_OPENS = re.compile(r"\s*(?:and\s+)?of\s+(?:[\w’'-]+\s+){0,3}", re.IGNORECASE)


def _of_wholes(text: str, found: list[Figure]) -> list[Figure]:
    """With the whole of each part: "3 of the 7", "of the 60, 18", "nine, four of which"."""
    for i, part in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        last = found[i - 1] if i else None
        if after and _PART_OF.fullmatch(text, part.end, after.start) and _smaller(part, after):
            found[i] = replace(part, whole=after.value)
        elif last and _smaller(part, last) and _is_part(text, last, part):
            found[i] = replace(part, whole=last.value)
    return found


def _smaller(part: Figure, whole: Figure) -> bool:
    alike = part.kind == whole.kind or whole.lent or part.lent
    return (
        alike and part.kind in ("count", "money", "measure", "share") and part.value < whole.value
    )


def _is_part(text: str, whole: Figure, part: Figure) -> bool:
    if _OPENS.fullmatch(text, 0, whole.start):
        return True
    between = text[whole.end : part.start]
    return bool(
        re.search(r",\s+(?:and\s+)?of\s+(?:which|whom|these|them)\b[^,;]{0,24}$", between)
        or (re.search(r",\s+(?:and\s+)?$", between) and _OF_THEM.match(text, part.end))
    )


_POINTING = re.compile(
    r"\b(?P<more_than>above|over|beyond|more\s+than)\s+(?:that|this)\b(?!\s+[a-z]+\s+(?:is|was)\b)"
    r"|\b(?P<less_than>below|under|less\s+than|fewer\s+than)\s+(?:that|this)\b",
    re.IGNORECASE,
)


def _pointed_at(text: str, found: list[Figure]) -> Iterator[Figure]:
    """ "Quiet below 1,200 turns; above that it hums": the same number with another bound."""
    for match in _POINTING.finditer(text):
        last = [f for f in found if f.end <= match.start() and f.kind in ("count", *_AMOUNTS)]
        if last:
            bound: Bound = "more_than" if match["more_than"] else "less_than"
            start, end = match.span()
            core = (start, end)
            yield replace(last[-1], start=start, end=end, core=core, bound=bound, lent=True)


_AMOUNTS = ("money", "measure", "share", "age")


def _parts_of(found: list[Figure]) -> Iterator[tuple[int, int]]:
    """ "Nineteen letters survive, twelve by her and seven by him": each part with its whole."""
    for i, whole in enumerate(found):
        total, parts = 0.0, list[int]()
        for j, part in enumerate(found[i + 1 :], start=i + 1):
            if not part.lent or part.kind != whole.kind or part.head != whole.head:
                continue
            total, parts = total + part.value, [*parts, j]
            if total >= whole.value:
                break
        if len(parts) > 1 and total == whole.value:
            yield from ((j, i) for j in parts)


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
    counted = counted_after(text, numeral)
    bound, start = _bound(text, numeral, counted)
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
    role, step = side(text, start, (numeral.end, counted.end), changing=changing)
    before = text[max(0, start - _BESIDE) : start]
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
        step=step,
    )


# "Over four seasons" is as often "in the course of" as "more than".
_COURSE = frozenset(
    """season match game round session term leg set visit stage race event meeting quarter night
    semester campaign innings series generation reign tour decade century""".split()
)


def _bound(text: str, numeral: Numeral, counted: Counted) -> tuple[Bound, int]:
    if numeral.kind == "ordinal":
        return "exact", numeral.start
    bound, start = bound_before(text, numeral.start)
    lasts = counted.noun.removesuffix("s") in _COURSE or (
        numeral.kind == "measure" and numeral.unit is not None and numeral.unit.dimension == "time"
    )
    if lasts and text[start : start + 5].lower().rstrip() == "over":
        return "exact", numeral.start
    return bound, start


_LINK = re.compile(
    r"(?:,|;|\b(?:and|or|to|from|than|with|against|plus|versus|by|while|but|only)\b)[^.;]{0,60}$"
)

_SERIES = re.compile(r",\s+(?:and\s+)?")

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


def _of_series(text: str, figure: Figure, after: Figure) -> Figure:
    """ "16, 40 and 35 tablets" are all of tablets."""
    bare = figure.kind == "count" and not (figure.head or figure.unit or figure.weak)
    listed = bare and _SERIES.fullmatch(text, figure.end, after.start)
    return _as(figure, after) if listed and _lends(after, figure) else figure


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
        if number == begin == 0:
            found += _of_sentence(sentence)
            continue
        for figure in _of_sentence(sentence):
            core = (figure.core[0] + begin, figure.core[1] + begin)
            start, end = figure.start + begin, figure.end + begin
            found.append(replace(figure, start=start, end=end, core=core, sentence=number))
    return tuple(found)
