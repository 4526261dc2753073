"""The order of two events of a claim against that of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product

from summarizer.checks.case import Case
from summarizer.checks.places import Place, is_name, meanings
from summarizer.checks.timeline import of_source, sentences_of
from summarizer.schema import Finding
from summarizer.text.dates.expressions import expressions
from summarizer.text.dates.resolve import Dated
from summarizer.text.words import STOP_WORDS, stem, words

NAME = "dates"
_AFTER = (
    r"after|following|subsequent\s+to|as\s+soon\s+as|"
    r"once(?=\s+(?:the|an?|he|she|it|they|his|her|its|their|all|(?-i:[A-Z])))"
)
_BEFORE = "before|prior\\s+to|ahead\\s+of|preceding|until|till"
_CONNECTIVE = re.compile(rf"\b(?P<after>{_AFTER})\b|\b(?P<before>{_BEFORE})\b", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"\b(?:was|were|is|are)\s+followed\s+by\b|\bpreced(?:ed|es)\b", re.IGNORECASE
)
_FOLLOWS = re.compile(r"\b(?:followed|follows|came\s+after)\b(?!\s+by\b)", re.IGNORECASE)
_ENOUGH = 0.75
_LEAD = 0.3
_TOGETHER = 1.8
_MOST_SEGMENTS = 14
_MOST_CONNECTIVES = 5
# Longer ones are tables and lists.
_LONGEST = 800


@dataclass(frozen=True)
class _Order:
    """Two events of a claim, the first one first, and the word that orders them."""

    first: str
    second: str
    word: str


@dataclass(frozen=True)
class _Segment:
    """A clause of the source.

    Attributes:
        index: which one of its sentence it is.
        link: the word that hangs it on the main clause, or "".
        sentence, number: its sentence and which it is.
        start, end: where it stands there.
    """

    link: str
    sentence: str
    number: int
    start: int
    end: int
    index: int = 0

    @property
    def text(self) -> str:
        return self.sentence[self.start : self.end]


def chronology(case: Case) -> Iterator[Finding]:
    """Fatal for two events in the other order than the source tells them."""
    if (
        _CONNECTIVE.search(case.text) is None
        and "preced" not in case.text
        and "follow" not in case.text
    ):
        return
    claimed = _claimed(case.text) if len(case.text) <= _LONGEST else None
    if claimed is None:
        return
    told = [(n, text) for n, text in enumerate(sentences_of(case)) if len(text) <= _LONGEST]
    segments = [s for n, text in told for s in _segments(text, n)]
    found = _located(claimed, segments[:_MOST_SEGMENTS])
    if found is None:
        return
    first, second = found
    places = of_source(case)
    known = _ordered(first, second, (*places.evidence, *places.around))
    if known is not None and known[0] < 0:
        yield Finding(
            check=NAME,
            severity="fatal",
            message=f"claim says {claimed.word}, source says {known[1]}",
            expected=known[1],
            found=claimed.word,
        )


@lru_cache(maxsize=4_000)
def _claimed(text: str) -> _Order | None:
    """The order of two events that a claim asserts, or None."""
    for pattern, turned in ((_FOLLOWED, False), (_FOLLOWS, True)):
        match = pattern.search(text)
        if match is not None:
            left, right = text[: match.start()], text[match.end() :]
            return (
                _order(right, left, match.group()) if turned else _order(left, right, match.group())
            )
    for match in islice(_CONNECTIVE.finditer(text), _MOST_CONNECTIVES):
        left, right = text[: match.start()], text[match.end() :]
        if re.search(r"\b(?:not|never|n[’']t)\b", left):
            continue
        if not _stems(left):
            # "After the vote, he left."
            right, comma, left = right.partition(", ")
            if not comma:
                continue
        if any(e.start < _NEAR_START for e in expressions(right)):
            continue
        first, second = (right, left) if match["after"] else (left, right)
        return _order(first, second, match.group())
    return None


_NEAR_START = 5


def _order(first: str, second: str, word: str) -> _Order | None:
    return _Order(first, second, word) if _stems(first) and _stems(second) else None


@lru_cache(maxsize=8_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(w.lower for w in words(text) if w.lower not in STOP_WORDS and len(w.lower) > 2)  # noqa: PLR2004


_LINKS = (
    r"by\s+the\s+time(?:\s+that)?|as\s+soon\s+as|before|after|until|once|when|following|prior\s+to|ahead\s+of|"
    r"and\s+then|then|followed\s+by|and\s+later|only\s+then"
)
_CUT = re.compile(
    rf"[;:,]\s+(?:(?:and|but)\s+)?(?:(?P<link>{_LINKS})\s+)?|\s+(?P<inner>{_LINKS})\s+|\s+(?:and|but|while)\s+(?=\w+)",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"(?:only\s+(?:when|after|once)|not\s+until)\s+(?P<first>.+?)\s+(?:did|was|were|had|could|would|do|does)\s+"
    r"(?P<second>(?:the|an?|he|she|it|they|[A-Z])[^.]*)",
    re.IGNORECASE | re.DOTALL,
)
_OPENING = re.compile(
    rf"(?:[\w-]+\s+(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)\s+|(?:shortly|just|soon|long|only|even|"
    rf"right|immediately|moments|a\s+\w+)\s+)?(?P<link>{_LINKS})\s+",
    re.IGNORECASE,
)


_SHORT = 3


@lru_cache(maxsize=4_000)
def _segments(sentence: str, number: int) -> tuple[_Segment, ...]:
    found = []
    turned = _TURNED.match(sentence)
    if turned:
        # "Only when he had left did she speak."
        first = _Segment("after", sentence, number, *turned.span("first"))
        return first, _Segment("", sentence, number, *turned.span("second"), 1)
    opening = _OPENING.match(sentence)
    link, start = (opening["link"].lower(), opening.end()) if opening else ("", 0)
    for match in _CUT.finditer(sentence, start):
        if match.start() > start and _stems(sentence[start : match.start()]):
            found.append(_Segment(link, sentence, number, start, match.start()))
        elif match.start() > start:
            continue
        link = " ".join((match["link"] or match["inner"] or "").lower().split())
        start = match.end()
    found.append(_Segment(link, sentence, number, start, len(sentence)))
    # "When it rang, they said, smoke filled the hall": who says so stands between no two events.
    whole = [s for s in found if len(s.text.split()) > _SHORT]
    return tuple(replace(s, index=sum(o.start < s.start for o in whole)) for s in found)


def _located(claim: _Order, segments: Sequence[_Segment]) -> tuple[_Segment, _Segment] | None:
    """The clauses that tell of the claim's two events."""
    firsts = [_likeness(claim.first, s) for s in segments]
    seconds = [_likeness(claim.second, s) for s in segments]
    pairs = [(i, j) for i, j in product(range(len(segments)), repeat=2) if i != j]
    if not pairs:
        return None
    best = max(pairs, key=lambda p: firsts[p[0]] + seconds[p[1]])
    i, j = best
    straight, crossed = firsts[i] + seconds[j], firsts[j] + seconds[i]
    if min(firsts[i], seconds[j]) < _ENOUGH or straight < max(_TOGETHER, crossed + _LEAD):
        return None
    return segments[i], segments[j]


@lru_cache(maxsize=8_000)
def _likeness(text: str, segment: _Segment) -> float:
    held = {stem(w) for w in _stems(segment.text)}
    # Who did it says little: both events may be of the same person.
    return sum(
        (_NAME if name or f" {word.capitalize()}" in segment.sentence else 1.0)
        * (1.0 if stem(word) in held else 0.8 if not held.isdisjoint(meanings(word)) else 0.0)
        for word, name in _words(text)
    )


_NAME = 0.4


@lru_cache(maxsize=8_000)
def _words(text: str) -> tuple[tuple[str, bool], ...]:
    """The words that ``_stems`` keeps, and whether each is a name."""
    found = {w.lower: is_name(text, w.start, w.lower) for w in words(text)}
    return tuple((word, found[word]) for word in _stems(text))


_UNTIL = frozenset(["until"])
_NEGATED = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|n[’']t|cannot)\b|n[’']t\b", re.IGNORECASE
)
_FIRST_LINKS = frozenset(["after", "once", "following", "as soon as"])
_LATER_LINKS = frozenset(
    ["before", "prior to", "ahead of", "until", "and then", "then", "followed by"]
)
_LATER_LINKS |= {"by the time", "by the time that", "and later", "only then"}
_THEN = re.compile(
    r"\b(?:later|then|afterwards?|subsequently|followed|the\s+(?:next|following)\s+\w+|after\s+(?:that|this|which)|"
    r"thereafter|eventually|in\s+the\s+end)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:earlier|previously|before\s+(?:that|this|then)|beforehand|until\s+then|the\s+(?:day|week|month|year)\s+before)\b",
    re.IGNORECASE,
)
_PLUPERFECT = re.compile(
    r"\bhad\s+(?:already\s+|just\s+|been\s+|not\s+|also\s+|\w+ly\s+){0,2}\w+", re.IGNORECASE
)


def _ordered(first: _Segment, second: _Segment, places: Sequence[Place]) -> tuple[int, str] | None:
    """1 where the source has the two in this order, -1 where in the other, and its word for it."""
    if first.number == second.number:
        linked = _by_own_dates(first, second, places) or _by_link(first, second)
        if linked is not None:
            return linked
    dated = _by_dates(first, second, places)
    if dated is not None:
        return dated
    if first.number == second.number:
        return None
    return _by_cue(first, second)


def _by_link(first: _Segment, second: _Segment) -> tuple[int, str] | None:
    """By the conjunction that joins the two clauses."""
    for this, other, sign in ((second, first, 1), (first, second, -1)):
        if this.index != other.index + 1 and other.index != this.index + 1:
            continue
        if this.link in _UNTIL and _NEGATED.search(other.text):
            # "It did not open until he had died": he died first.
            return -sign, this.link
        if this.link == "when" and other.link in _UNTIL and this.index > other.index:
            # "They held it until dark, when she came": dark fell first.
            return sign, other.link
        if not this.link or other.link in (_FIRST_LINKS | _LATER_LINKS) - {""}:
            continue
        if this.link in _LATER_LINKS:
            return sign, this.link
        if this.link in _FIRST_LINKS:
            return -sign, this.link
        if this.link == "when" and _PLUPERFECT.search(other.text):
            had = _PLUPERFECT.search(other.text)
            return sign, had.group() if had else this.link
    return None


def _by_own_dates(
    first: _Segment, second: _Segment, places: Sequence[Place]
) -> tuple[int, str] | None:
    """By the dates of two clauses that have one each."""
    own = [[p for p in places if p.dated and _inside(p, s)] for s in (first, second)]
    return _by_dates(first, second, places) if all(len(found) == 1 for found in own) else None


def _inside(place: Place, segment: _Segment) -> bool:
    return place.sentence == segment.sentence and segment.start <= place.span[0] < segment.end


def _by_dates(first: _Segment, second: _Segment, places: Sequence[Place]) -> tuple[int, str] | None:
    one, other = _place_of(first, places), _place_of(second, places)
    if one is None or other is None or one == other:
        return None
    a, b = one.dated, other.dated
    if a is None or b is None:
        return None
    earlier, later = sorted((one, other), key=lambda p: (p.number, p.span))
    sign = _days_apart(a, b) or _hours_apart(a, b)
    return (sign, f"{earlier.text} … {later.text}") if sign else None


def _days_apart(a: Dated, b: Dated) -> int:
    """1 where the first date is over before the second, -1 the other way round, else 0."""
    if not a.period or not b.period or a.frame != b.frame:
        return 0
    return (a.period.end < b.period.start) - (b.period.end < a.period.start)


def _hours_apart(a: Dated, b: Dated) -> int:
    """The same of two times of day, where at most one of them names a day."""
    one, other = a.expression.clock, b.expression.clock
    if not one or not other or (a.expression.dated and b.expression.dated):
        return 0
    first = one.low < other.low and one.high < other.high
    second = other.low < one.low and other.high < one.high
    return first - second


def _place_of(segment: _Segment, places: Sequence[Place]) -> Place | None:
    """The date of a clause, or the only one of its sentence."""
    here = [p for p in places if p.sentence == segment.sentence and p.dated is not None]
    inside = [p for p in here if _inside(p, segment)]
    if len(inside) == 1:
        return inside[0]
    return here[0] if len(here) == 1 and not inside else None


def _by_cue(first: _Segment, second: _Segment) -> tuple[int, str] | None:
    """By a word in the later of two sentences."""
    for earlier, later, sign in ((first, second, 1), (second, first, -1)):
        if earlier.number >= later.number:
            continue
        then, before = _THEN.search(later.sentence), _EARLIER.search(later.sentence)
        if then and not before:
            return sign, then.group()
        if before and not then:
            return -sign, before.group()
        had = _PLUPERFECT.search(later.text)
        if had and not _PLUPERFECT.search(earlier.text) and not then:
            return -sign, had.group()
    return None
