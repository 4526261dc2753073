"""Every date, time and duration of the statement is that of its evidence, or vaguer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.checks.case import Case
from summarizer.checks.chronology import chronology
from summarizer.checks.implied import adjoins, reckoned_from
from summarizer.checks.lasting import lasting, measured
from summarizer.checks.places import Place, content
from summarizer.checks.swaps import near, rival
from summarizer.checks.timeline import Setting, of_claim, of_source, timeline
from summarizer.schema import Finding, Severity
from summarizer.text.dates.compare import ALLOWED, Relation, of_days, of_times
from summarizer.text.dates.expressions import expressions
from summarizer.text.lexicon import opposed
from summarizer.text.words import STOP_WORDS, words

NAME = "dates"

_NEARBY = 3

_Facet = Literal["day", "time"]

_LEFT = frozenset(["from", "after"])

_RIGHT = frozenset(["to", "by", "before"])

_BEGINS = re.compile(
    r"\b(?:beg[iau]n\w*|start\w*|open(?:s|ed|ing)?|launch\w*|commenc\w+|kick\w*\s+off|took\s+office|take[ns]?\s+office|"
    r"took\s+over|bec[ao]me\w*|elected|appointed|born|birth|found(?:ed|ing)|join\w*|enter\w*|onset|effect)\b",
    re.IGNORECASE,
)

_ENDS = re.compile(
    r"\b(?:end(?:s|ed|ing)?|clos(?:es?|ed|ing|ure)|finish\w*|conclud\w+|le(?:ft|aves?|aving)|quit\w*|expir\w+|"
    r"r[au]ns?\s+out|stop\w*|step\w*\s+down|ceas\w+|lift\w*|retir\w+|di(?:ed|es|e)|death|dying|over|resign\w*|"
    r"last\s+day|deadline)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Match:
    place: Place
    relation: Relation


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a date or time that the evidence gives otherwise or not at all.

    A claim may be vaguer ("in spring" for "on 3 April") and never sharper, which is severe. Where
    the evidence gives another date for the same event, that one is ``expected``. A duration, the
    bound of a stretch ("since", "until") and the order of two events are compared likewise.
    """
    published = case.document.published if case.document else None
    claimed = of_claim(case, published)
    if claimed:
        source = of_source(case)
        for place in claimed:
            if place.dated is not None:
                yield from _impossible(place, case)
                yield from _facets(place, source, case)
            elif place.duration is not None and not _within_date(place, claimed):
                yield from lasting(place, source, case)
    yield from chronology(case)


def _within_date(place: Place, claimed: Sequence[Place]) -> bool:
    start, end = place.span
    return any(p.dated and p.span[0] < end and start < p.span[1] for p in claimed)


def _impossible(place: Place, case: Case) -> Iterator[Finding]:
    """A weekday that its date does not fall on."""
    dated = place.dated
    period = dated.period if dated else None
    given = dated.expression if dated else None
    if not (given and period and given.years and given.day and given.weekday is not None):
        return
    falls = period.start.weekday()
    if falls != given.weekday:
        copied = given.text in case.evidence
        yield Finding(
            check=NAME,
            severity="info" if copied else "fatal",
            message=f"{given.text} was a {period.start:%A}",
            expected=None if copied else f"{period.start:%A}",
            found=given.text,
        )


def _facets(place: Place, source: Setting, case: Case) -> Iterator[Finding]:
    given = place.expression
    if given is None or given.text.lower() == "then":
        return
    if given.dated:
        yield from _judge(place, source, case, "day")
    if given.clock is not None:
        yield from _judge(place, source, case, "time")


def _relation(claim: Place, source: Place, facet: _Facet) -> Relation | None:
    mine, theirs = claim.dated, source.dated
    if mine is None or theirs is None:
        return None
    if facet == "day":
        return of_days(mine, theirs)
    if mine.expression.clock is None or theirs.expression.clock is None:
        return None
    return of_times(mine.expression.clock, theirs.expression.clock)


def _matches(claim: Place, places: Iterable[Place], facet: _Facet) -> list[_Match]:
    return [
        _Match(place, relation)
        for place in places
        for relation in [_relation(claim, place, facet)]
        if relation is not None
    ]


def _judge(claim: Place, source: Setting, case: Case, facet: _Facet) -> Iterator[Finding]:
    cited = _matches(claim, source.evidence, facet)
    right = [m for m in cited if m.relation in ALLOWED]
    if right:
        yield from _right(claim, right, [*cited, *_matches(claim, source.around, facet)], case)
        return
    if facet == "day" and measured(claim, source):
        return
    earlier = _matches(claim, source.around, facet)
    right = [m for m in earlier if m.relation in ALLOWED]
    if right:
        yield from _right(claim, right, [*cited, *earlier], case, said_before=True)
        return
    yield from _wrong(claim, cited, case, facet)


def _right(
    claim: Place,
    right: Sequence[_Match],
    cited: Sequence[_Match],
    case: Case,
    *,
    said_before: bool = False,
) -> Iterator[Finding]:
    """The evidence has the date: of the same event, and the same end of it?"""
    best = max(right, key=lambda m: (near(claim, m.place), m.relation == "same"))
    swapped = rival(claim, best.place, (m.place for m in cited if m.relation == "apart"))
    if swapped is not None:
        yield _contradicted(claim, swapped)
        return
    turned = None if said_before else _bound_turned(claim, best, right, case)
    if turned is not None:
        yield turned
    elif said_before:
        yield Finding(
            check=NAME,
            severity="mild",
            message=f"{claim.text} stands before the cited sentence",
            found=claim.text,
        )


def _bound_turned(
    claim: Place, best: _Match, right: Sequence[_Match], case: Case
) -> Finding | None:
    """ "Since" for "until", or the first day of a stretch for its last."""
    said, given = _side(claim), _side(best.place)
    wanted = said or _side_of_verb(claim)
    if best.relation == "overlap" or not (wanted and given) or wanted == given:
        return None
    # "None since 1971" and "gone since 1971" are the same, though one of them is negated.
    if said and _side(claim, worded=True) == _side(best.place, worded=True):
        return None
    if not said:
        other = _other_end(best.place, case)
        return _contradicted(claim, other) if other is not None else None
    agreed = any(_side(m.place) == said for m in right)
    worded = _with_role(claim).lower() == _with_role(best.place).lower()
    if agreed or worded or _opposite_words(claim, best.place):
        return None
    return _contradicted(claim, best.place, roles=True)


def _side(place: Place, *, worded: bool = False) -> str:
    """Which end of a stretch a date is, by its words alone or with a "not" before them."""
    given = place.expression
    role = "at" if given is None else given.preposition if worded else given.role
    return "left" if role in _LEFT else "right" if role in _RIGHT else ""


def _side_of_verb(claim: Place) -> str:
    """Whether the claim speaks of a beginning or an end."""
    before, after = claim.sentence[: claim.span[0]], claim.sentence[claim.span[1] :]
    for text in (before, after):
        begins = max((m.start() for m in _BEGINS.finditer(text)), default=-1)
        ends = max((m.start() for m in _ENDS.finditer(text)), default=-1)
        if begins != ends:
            return "left" if begins > ends else "right"
    return ""


def _other_end(place: Place, case: Case) -> Place | None:
    """The other date of "from … to …"."""
    for other in of_source(case).evidence:
        if other.sentence == place.sentence and other != place and other.expression:
            roles = {other.expression.role, place.expression.role if place.expression else ""}
            if roles == {"from", "to"}:
                return other
    return None


_REACH = 40


def _opposite_words(claim: Place, source: Place) -> bool:
    """ "Open from 17 May" is "closed until 17 May"."""
    mine, theirs = (
        [
            w.lower
            for w in words(p.sentence[max(0, p.span[0] - _REACH) : p.span[0]])
            if w.lower not in STOP_WORDS
        ]
        for p in (claim, source)
    )
    return any(opposed(a, b) == "direct" for a in mine for b in theirs)


def _wrong(claim: Place, cited: Sequence[_Match], case: Case, facet: _Facet) -> Iterator[Finding]:
    if facet == "day" and _pointing_back(claim):
        cited = [m for m in cited if m.place.expression and m.place.expression.shift]
        if not cited:
            return
    best = max(cited, key=lambda m: _likeness(claim, m), default=None)
    if facet == "day" and any(adjoins(claim, m.place, case) for m in cited):
        return
    span = reckoned_from(claim, [m.place for m in cited]) if facet == "day" else None
    if span is not None:
        yield Finding(check=NAME, severity="mild", message=span, found=claim.text)
    elif _elsewhere(claim, case, facet):
        yield Finding(
            check=NAME,
            severity="mild",
            message=f"{claim.text} stands in another sentence",
            found=claim.text,
        )
    elif best is None:
        yield from _not_in_source(claim, case, facet)
    elif best.relation == "sharper" and (
        _of_publication(claim, case) or _year_alone(claim, best.place, case)
    ):
        return
    elif best.relation == "sharper":
        yield Finding(
            check=NAME,
            severity="severe",
            message=f"claim says {claim.text}, source says only {best.place.text}",
            found=claim.text,
        )
    else:
        yield _contradicted(claim, best.place)


def _pointing_back(claim: Place) -> bool:
    """ "The previous year", where the claim does not say which, or only to compare with it."""
    given, dated = claim.expression, claim.dated
    if given is None or dated is None or given.shift is None or given.shift.origin != "context":
        return False
    return claim.baseline or dated.anchor in (None, "published")


def _likeness(claim: Place, match: _Match) -> float:
    """How surely a date of the source is the one that the claim gives wrongly."""
    mine, theirs = claim.expression, match.place.expression
    alike = bool(mine and theirs and bool(mine.day) == bool(theirs.day))
    return near(claim, match.place) + 0.5 * (match.relation == "sharper") + 0.75 * alike


def _elsewhere(claim: Place, case: Case, facet: _Facet) -> bool:
    """Whether a sentence nearby, or one on the same matter, has the date."""
    if case.document is None:
        return False
    line = timeline(case.document)
    cited = line.numbers(case.evidence)
    said = content(case.text)
    for place in line.elsewhere(case.evidence):
        if _relation(claim, place, facet) not in ("same", "vaguer"):
            continue
        close = any(abs(place.number - n) <= _NEARBY for n in cited)
        common = len(said & place.words)
        if common >= (2 if close else 3):
            return True
    return False


def _not_in_source(claim: Place, case: Case, facet: _Facet) -> Iterator[Finding]:
    dated = claim.dated
    given = claim.expression
    if dated is None or given is None or given.text.lower() in case.evidence.lower():
        return
    severity: Severity = "fatal"
    if facet == "time" and given.clock is not None and not given.clock.exact:
        severity = "severe"
    if facet == "day" and _of_publication(claim, case):
        severity = "mild"
    if given.text.lower() == "today" and _PRESENT.search(case.evidence):
        return
    if facet == "day" and dated.frame in ("week", "now") and expressions(case.evidence):
        # Without a publication date a weekday and "yesterday" cannot be compared.
        severity = "mild"
    yield Finding(
        check=NAME,
        severity=severity,
        message=f"not in the source: {claim.text}",
        found=claim.text,
    )


# "Scholars today believe" of what they "now" believe.
_PRESENT = re.compile(
    r"\b(?:now|nowadays|currently|these\s+days|at\s+present|still|is|are)\b", re.I
)


def _of_publication(claim: Place, case: Case) -> bool:
    """Whether a date that the source need not give is that of its publication."""
    published = case.document.published if case.document else None
    period = claim.dated.period if claim.dated else None
    if published is None or period is None:
        return False
    return period.start.isoformat() <= published <= period.end.isoformat()


def _year_alone(claim: Place, source: Place, case: Case) -> bool:
    """Whether the claim adds no more than a year that the document names."""
    mine, theirs = claim.expression, source.expression
    if mine is None or theirs is None or not mine.years or theirs.years:
        return False
    text = case.document.text if case.document else " ".join((*case.before, case.evidence))
    return (mine.months, mine.day) == (theirs.months, theirs.day) and str(mine.years[0]) in text


def _contradicted(claim: Place, source: Place, *, roles: bool = False) -> Finding:
    expected, found = source.text, claim.text
    if roles:
        expected, found = _with_role(source), _with_role(claim)
    return Finding(
        check=NAME,
        severity="fatal",
        message=f"claim says {found}, source says {expected}",
        expected=expected,
        found=found,
    )


def _with_role(place: Place) -> str:
    before = re.search(r"\S+\s+$", place.sentence[: place.span[0]])
    return (before.group() if before else "") + place.text
