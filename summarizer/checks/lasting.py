"""Durations of a claim against those of its source, stated or between two of its dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from summarizer.checks.case import Case
from summarizer.checks.numbers import settled_here
from summarizer.checks.places import Place
from summarizer.checks.swaps import near, rival
from summarizer.checks.timeline import Setting, timeline
from summarizer.schema import Finding
from summarizer.text.dates.durations import Duration

NAME = "dates"
_DAY = 1440
_SAME_MATTER = 2
# Of more dates than these the lengths between them say nothing.
_MOST = 6


def lasting(claim: Place, source: Setting, case: Case) -> Iterator[Finding]:
    """Fatal for a duration that the evidence gives otherwise, severe for one that is sharper."""
    mine = claim.duration
    if mine is None or mine.whole:
        return
    stated = [p for p in source.evidence if p.duration is not None]
    right = [p for p in stated if _allowed(mine, p.duration)]
    others = [p for p in stated if not _allowed(mine, p.duration)]
    if right:
        best = max(right, key=lambda p: near(claim, p))
        other = rival(claim, best, others)
        if other is not None:
            yield _contradicted(claim, other.text)
        return
    if case.derived and settled_here(case, *claim.span):
        return
    between = list(_between(source.evidence)) or list(_between(source.evidence + source.around))
    between += _until_now(source.evidence, case)
    if any(mine.meets(low, high) for low, high, _ in between):
        return
    if any(_allowed(mine, p.duration) for p in source.around) or _elsewhere(claim, case):
        yield Finding(
            check=NAME, severity="mild", message=f"{claim.text} stands elsewhere", found=claim.text
        )
        return
    if stated:
        best = max(stated, key=lambda p: near(claim, p))
        if best.duration is not None and _inside(mine, best.duration):
            yield Finding(
                check=NAME,
                severity="severe",
                message=f"claim says {claim.text}, source says only {best.text}",
                found=claim.text,
            )
        else:
            yield _contradicted(claim, best.text)
    elif between and _comparable(mine, between):
        yield _contradicted(claim, between[0][2])
    else:
        yield Finding(
            check=NAME,
            severity="fatal",
            message=f"not in the source: {claim.text}",
            found=claim.text,
        )


def measured(claim: Place, source: Setting) -> bool:
    """Whether a date such as "two years later" is that far from another one of the source."""
    expression = claim.expression
    if expression is None or expression.shift is None or not expression.shift.count:
        return False
    from summarizer.text.dates.durations import durations

    mine = next(iter(durations(expression.text)), None)
    if mine is None:
        return False
    stated = [p.duration for p in source.evidence if p.duration is not None]
    return any(_allowed(mine, d) for d in stated)


def _allowed(mine: Duration, theirs: Duration | None) -> bool:
    if theirs is None:
        return False
    if mine.covers(theirs.low, theirs.high, theirs.unit):
        return True
    # "Two weeks" for "about two weeks", and for "over two weeks" in the sense of "in".
    if theirs.text.lower().startswith("over "):
        return theirs.low == mine.low
    return theirs.loose and not theirs.bound and theirs.covers(mine.low, mine.high)


def _inside(mine: Duration, theirs: Duration) -> bool:
    return theirs.low < theirs.high and theirs.covers(mine.low, mine.high)


def _comparable(mine: Duration, between: Sequence[tuple[float, float, str]]) -> bool:
    """Whether a day's length is set against one of days, and not against hours."""
    return any((mine.low < 1) == (high < 1) for _, high, _ in between)


def _between(places: Sequence[Place]) -> Iterator[tuple[float, float, str]]:
    """How long it is from each date of the evidence to the next: at least, at most, its words."""
    dated = [p for p in places if p.dated is not None]
    for first, second in combinations(dated[:_MOST], 2):
        shown = f"{first.text} … {second.text}"
        a, b = first.dated, second.dated
        one, other = a and a.expression.clock, b and b.expression.clock
        if one and other and one.exact and other.exact:
            apart = (other.low - one.low) % _DAY / _DAY
            yield apart, apart, shown
        early, late = a and a.period, b and b.period
        if a and b and early and late and a.frame == b.frame:
            if early.start > late.start:
                early, late = late, early
            least = max(0, (late.start - early.end).days)
            most = (late.end - early.start).days
            near_days = early.days == late.days == 1
            yield (least, most + near_days, shown) if near_days else (least, most, shown)
            if not near_days and early.days == late.days:
                apart_days = float((late.start - early.start).days)
                yield apart_days, apart_days, shown


def _until_now(places: Sequence[Place], case: Case) -> Iterator[tuple[float, float, str]]:
    """How long it is from a "since" to the publication."""
    published = case.document.published if case.document else None
    for place in places:
        dated = place.dated
        if published and dated and dated.period and dated.expression.role == "from":
            now = date.fromisoformat(published)
            if dated.frame == "calendar" and dated.period.start <= now:
                least = max(0, (now - dated.period.end).days)
                yield least, (now - dated.period.start).days, _shown(place)


def _shown(place: Place) -> str:
    return f"since {place.text}"


def _elsewhere(claim: Place, case: Case) -> bool:
    if case.document is None or claim.duration is None:
        return False
    said = claim.words
    for place in timeline(case.document).elsewhere(case.evidence):
        common = len(said & place.words)
        if common >= _SAME_MATTER and _allowed(claim.duration, place.duration):
            return True
    return False


def _contradicted(claim: Place, expected: str) -> Finding:
    return Finding(
        check=NAME,
        severity="fatal",
        message=f"claim says {claim.text}, source says {expected}",
        expected=expected,
        found=claim.text,
    )
