"""From a form that matched to the expression that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from summarizer.text.dates import forms
from summarizer.text.dates.clock import PARTS, Clock
from summarizer.text.dates.periods import Edge, Unit
from summarizer.text.dates.words import (
    ORDINALS,
    SEASONS,
    UNITS,
    month_of,
    number_of,
    unit_of,
    weekday_of,
)
from summarizer.text.dates.written import Expression, Origin, Shift

_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "that": 0, "same": 0}
_WHICH |= {"next": 1, "coming": 1, "following": 1, "the": 0}
_OF_CONTEXT = frozenset(["previous", "following", "same", "that"])
_EDGES: tuple[tuple[str, Edge], ...] = (
    ("first half", "first half"),
    ("second half", "second half"),
    ("early", "early"),
    ("mid", "mid"),
    ("late", "late"),
    ("beginning", "start"),
    ("start", "start"),
    ("turn", "start"),
    ("first", "early"),
    ("opening", "early"),
    ("last", "late"),
    ("final", "late"),
    ("closing", "late"),
    ("end", "end"),
    ("close", "end"),
)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1}
_DAY_WORDS |= {"day before yesterday": -2, "day after tomorrow": 2}
# "'47" is of the last century, 12/5/47 of this one.
_HALF_CENTURY, _LATEST_SHORT = 50, 40


def year(text: str, match: re.Match[str]) -> list[Expression]:
    """The year, or both ends of the years, that a number of four digits stands for, if it does."""
    before = text[max(0, match.start("year") - 14) : match.start("year")]
    sure = forms.SURE_YEAR.search(before) or match["edge"] or match["year2"]
    unsure = not forms.BEFORE_YEAR.search(before) or forms.COUNTED.match(text, match.end())
    if not sure and unsure:
        return []
    first = Expression(match.group(), match.start(), match.end(), edge=_edge(match["edge"]))
    begin = int(match["year"])
    if not match["year2"]:
        return [replace(first, years=(begin, begin))]
    last = int(match["year2"])
    if len(match["year2"]) == len("24"):
        last += begin - begin % 100
    if not begin < last:
        return [replace(first, years=(begin, begin))]
    if match["to"] == "/":
        return [replace(first, years=(begin, last))]
    return [
        replace(first, years=(begin, begin), role="from"),
        replace(first, years=(last, last), role="to"),
    ]


def built(text: str, match: re.Match[str]) -> list[Expression]:
    """What a match of one of ``forms.FORMS`` stands for; empty where it is no date."""
    given = {k: " ".join(v.lower().split()) for k, v in match.groupdict().items() if v}
    start, end = match.start(), match.end()
    if given.get("month") and not _is_month(text, match):
        return []
    possessive = text[end : end + 2] in ("'s", "’s")
    base = Expression(text[start:end], start, end, possessive=possessive)
    base = replace(base, edge=_edge(given.get("edge")))
    base = _with_year(base, given)
    for keys, build in _BUILDERS:
        if keys <= given.keys():
            return build(base, given)
    return []


def _is_month(text: str, match: re.Match[str]) -> bool:
    """ "May" is more often a verb, and "April", "June" and "August" may be people."""
    word = match["month"]
    if word[0].isdigit():
        return 1 <= int(word) <= 12  # noqa: PLR2004
    alone = match.group() == word
    if not alone or word not in ("May", "March", "April", "June", "August", "Mar", "Jun"):
        return True
    before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() :]
    if _BEFORE_MONTH.search(before) or after[:2] in ("'s", "’s"):
        return True
    return word not in ("May", "March", "Mar", "Jun") and not re.match(r"\s+[A-Z]", after)


_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|of|until|till|from|to|by|last|this|next|early|late|mid|before|after|during|for|"
    r"between|through|than|over|following|previous|around|every|each|on|"
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:,|\s+and|\s+or)?)[\s-]+$",
    re.IGNORECASE,
)


def _edge(words: str | None) -> Edge:
    if not words:
        return ""
    plain = words.lower()
    return next((edge for word, edge in _EDGES if word in plain), "mid")


def _with_year(base: Expression, given: dict[str, str]) -> Expression:
    year, of = given.get("year") or given.get("short"), given.get("of") or given.get("of_before")
    if year:
        number = int(year)
        if len(year) == 2:  # noqa: PLR2004
            latest = _LATEST_SHORT if "short" in given else _HALF_CENTURY
            number += 2000 if number < latest else 1900
        return replace(base, years=(number, number))
    if of:
        last = of.split()[-1]
        origin: Origin = "context" if last in _OF_CONTEXT else "published"
        return replace(base, shift=Shift("year", _WHICH[last], origin))
    return base


def _numeric(base: Expression, given: dict[str, str]) -> list[Expression]:
    first, second = int(given["first"]), int(given["second"])
    largest = 12
    if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > largest:  # noqa: PLR2004
        return []
    if second > largest:
        first, second = second, first
    swapped = given["mark"] == "/" and first <= largest and first != second
    return [replace(base, day=first, months=(second, second), swapped=swapped)]


def _days(base: Expression, given: dict[str, str]) -> list[Expression]:
    month = _month_number(given["month"])
    first, last = _day_number(given["day"]), _day_number(given["day2"])
    dated = replace(base, months=(month, month))
    ranged = given["to"] != "and"
    return [
        replace(dated, day=first, role="from" if ranged else "at"),
        replace(dated, day=last, role="to" if ranged else "at"),
    ]


def _day(base: Expression, given: dict[str, str]) -> list[Expression]:
    day = ORDINALS[given["spelt"]] if given.get("spelt") in ORDINALS else _day_number(given["day"])
    if not 1 <= day <= 31:  # noqa: PLR2004
        return []
    if "month" not in given:
        return [replace(base, day=day)]
    month = _month_number(given["month"])
    return [replace(base, day=day, months=(month, month))]


def _month_number(word: str) -> int:
    return int(word) if word.isdigit() else month_of(word)


def _day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word) or 0)


def _month(base: Expression, given: dict[str, str]) -> list[Expression]:
    month = _month_number(given["month"])
    return [_which(replace(base, months=(month, month)), given)]


def _which(base: Expression, given: dict[str, str]) -> Expression:
    """ "Last May" counts from now, "the following May" from what was spoken of."""
    if base.years or base.shift:
        return base
    word = given.get("which") or given.get("then")
    if word in ("after", "following") or (word == "next" and "the" in given):
        return replace(base, shift=Shift("month", 1, "context"))
    if word in ("before", "previous"):
        return replace(base, shift=Shift("month", -1, "context"))
    return replace(base, which=_WHICH[word] if word else None)


def _season(base: Expression, given: dict[str, str]) -> list[Expression]:
    if "season2" in given:
        base, season = replace(base, edge=_edge(given["season"])), given["season2"]
    else:
        season = given["season"]
        base = replace(base, edge=_edge(given.get("edge2")) or base.edge)
    return [_which(replace(base, months=SEASONS[season]), given)]


def _quarter(base: Expression, given: dict[str, str]) -> list[Expression]:
    word = given["quarter"]
    if word in ("last", "final") and not (base.years or base.shift):
        return []
    number = _QUARTERS[word] if word in _QUARTERS else int(word[0])
    return [replace(base, months=(3 * number - 2, 3 * number))]


def _half(base: Expression, given: dict[str, str]) -> list[Expression]:
    return [replace(base, months=(7, 12) if given["half"] == "2" else (1, 6))]


def _decade(base: Expression, given: dict[str, str]) -> list[Expression]:
    word = given["decade"]
    if not word.isdigit():
        tens = "twen thir for fif six seven eigh nine".split()
        first = 1920 + 10 * tens.index(word.removeprefix("nineteen-").removesuffix("ties"))
    else:
        first = int(word) if len(word) > 2 else 1900 + int(word)  # noqa: PLR2004
    return [replace(base, years=(first, first + 9))]


def _century(base: Expression, given: dict[str, str]) -> list[Expression]:
    word = given["century"]
    number = ORDINALS[word] if word in ORDINALS else _day_number(word)
    return [replace(base, years=(100 * number - 99, 100 * number))] if number else []


def _day_word(base: Expression, given: dict[str, str]) -> list[Expression]:
    word = given["day_word"]
    part = given.get("part") or next((p for p in PARTS if word.endswith(p)), "")
    clock = PARTS[part] if part in PARTS and part not in ("day",) else None
    return [replace(base, shift=Shift("day", _DAY_WORDS.get(word, 0), "published"), clock=clock)]


def _weekday(base: Expression, given: dict[str, str]) -> list[Expression]:
    which = _WHICH[given["which"]] if "which" in given else None
    recurring = given["weekday"].endswith("days")
    return [replace(base, weekday=weekday_of(given["weekday"]), recurring=recurring, which=which)]


def _weekday_and_day(base: Expression, given: dict[str, str]) -> list[Expression]:
    """ "Thursday 12" of "Thursday 12 and Friday 13 February"."""
    return [replace(base, weekday=weekday_of(given["weekday"]), day=_day_number(given["day"]))]


_BACK = frozenset(["ago", "earlier", "previously", "before", "prior"])


def _offset(base: Expression, given: dict[str, str]) -> list[Expression]:
    count, unit, way = number_of(given["number"]), unit_of(given["unit"]), given["way"]
    if count is None:
        return []
    if given["unit"].startswith("fortnight"):
        count *= 2
    now = way in ("ago", "hence", "from now")
    whole = round(count) * (-1 if way in _BACK else 1)
    return [replace(base, shift=Shift(unit, whole, "published" if now else "context"))]


def _beside(base: Expression, given: dict[str, str]) -> list[Expression]:
    unit, clock = _span_unit(given["span"])
    count = 1 if given["way"] == "after" else -1
    return [replace(base, shift=Shift(unit, count, "context"), clock=clock)]


def _before_last(base: Expression, given: dict[str, str]) -> list[Expression]:
    unit, clock = _span_unit(given["span"])
    return [replace(base, shift=Shift(unit, -2, "published"), clock=clock)]


def _span_unit(span: str) -> tuple[Unit, Clock | None]:
    if span in PARTS and span != "day":
        return "day", PARTS[span]
    return UNITS.get(span, "week"), None


def _which_span(base: Expression, given: dict[str, str]) -> list[Expression]:
    which, span = given["which"], given["span"]
    unit, clock = _span_unit(span)
    count = _WHICH[which] * (2 if span == "fortnight" else 1)
    if which == "next" and span == "day" and "the" not in given:
        return []
    context = which in _OF_CONTEXT or (which == "next" and "the" in given)
    rolling = which in ("past", "coming") and not context
    shift = Shift(unit, count, "context" if context else "published", rolling)
    weekend = 5 if span == "weekend" else None
    return [replace(base, shift=shift, clock=clock, weekday=weekend)]


def _year_before(base: Expression, _given: dict[str, str]) -> list[Expression]:
    """ "The same quarter last year"."""
    return [replace(base, shift=Shift("year", -1, "context"))]


def _weekend(base: Expression, _given: dict[str, str]) -> list[Expression]:
    return [replace(base, shift=Shift("week", 0, "published"), weekday=5)]


def _edge_span(base: Expression, given: dict[str, str]) -> list[Expression]:
    unit, _ = _span_unit(given["span"])
    return [replace(base, shift=Shift(unit, 0, "published"))]


def _unfinished(base: Expression, given: dict[str, str]) -> list[Expression]:
    """ "Before the year is out"."""
    unit, _ = _span_unit(given["span"])
    return [replace(base, shift=Shift(unit, 0, "published"))]


def _then(base: Expression, _given: dict[str, str]) -> list[Expression]:
    """ "Since then": when that was that was spoken of."""
    return [replace(base, shift=Shift("day", 0, "context"))]


def _edge_end(base: Expression, given: dict[str, str]) -> list[Expression]:
    return [replace(base, edge="end", shift=Shift(unit_of(given["edge"]), 0, "published"))]


def _named(base: Expression, given: dict[str, str]) -> list[Expression]:
    month, day = forms.NAMED[given["named"].replace("’", "'")]
    return [replace(base, months=(month, month), day=day)]


_Build = Callable[[Expression, dict[str, str]], list[Expression]]
_BUILDERS: tuple[tuple[set[str], _Build], ...] = (
    ({"first", "second", "mark"}, _numeric),
    ({"day2"}, _days),
    ({"weekday", "day"}, _weekday_and_day),
    ({"day"}, _day),
    ({"unfinished"}, _unfinished),
    ({"month"}, _month),
    ({"season"}, _season),
    ({"quarter"}, _quarter),
    ({"half"}, _half),
    ({"decade"}, _decade),
    ({"century"}, _century),
    ({"day_word"}, _day_word),
    ({"weekday"}, _weekday),
    ({"number", "unit", "way"}, _offset),
    ({"which", "span"}, _which_span),
    ({"span", "way"}, _beside),
    ({"span", "last"}, _before_last),
    ({"span", "edge"}, _edge_span),
    ({"same"}, _year_before),
    ({"days_off"}, _weekend),
    ({"then"}, _then),
    ({"edge"}, _edge_end),
    ({"named"}, _named),
)
