"""The dates, times and durations of a sentence, each with the words that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarizer.text.clauses import first_verb
from summarizer.text.dates.durations import Duration, durations
from summarizer.text.dates.resolve import Dated
from summarizer.text.dates.tense import first_cue
from summarizer.text.dates.written import Expression
from summarizer.text.lexicon import lemmas, synonyms
from summarizer.text.words import STOP_WORDS, stem, words

POINTING = re.compile(
    r"\b(?:it|its|they|their|them|he|his|him|she|her|this|these|there|the\s+(?:first|second|last|other|two|three|"
    r"four|pair|both|latter|former|rest))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Place:
    """Where a text gives a date, a time or a duration.

    Attributes:
        dated, duration: what stands there; one of the two.
        sentence: the words of its sentence.
        number: where the sentence stands in its text, for order and nearness.
        own: stems of the words that go with it alone, of its sentence's times.
        shared: stems of the sentence's other words.
        span: where it stands in its sentence.
        points: whether a word of its clause stands for something named before ("taught there").
    """

    dated: Dated | None
    duration: Duration | None
    sentence: str
    number: int
    own: frozenset[str]
    shared: frozenset[str]
    span: tuple[int, int]
    points: bool = False

    @property
    def superseded(self) -> bool:
        """Whether another date has taken its place ("originally planned for Monday")."""
        return bool(_FORMER.search(self.sentence[: self.span[0]][-60:]))

    @property
    def revised(self) -> bool:
        """Whether it has taken the place of another ("put off until Friday")."""
        return bool(_REVISED.search(self.sentence[: self.span[0]][-60:]))

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence[self.span[0] : self.span[1]]

    @property
    def baseline(self) -> bool:
        """Whether something else is set against it ("up from 2019")."""
        return bool(_BASELINE.search(self.sentence[: self.span[0]][-48:]))

    @property
    def expression(self) -> Expression | None:
        """The date as written, if it is one."""
        return self.dated.expression if self.dated else None


_BASELINE = re.compile(
    r"\b(?:compar(?:ed|ison)\s+(?:to|with)|versus|vs\.?|than|against|relative\s+to|(?:up|down|higher|"
    r"lower|increase[ds]?|decrease[ds]?|decline[ds]?|rise|rose|fell|change[ds]?|drop(?:ped)?|grew|growth)\s+"
    r"(?:(?:by\s+)?\S+\s+){0,4}?from)(?:\s+(?:the|a|an|that|those|same|of|in|\w+|period|\S?[\d.,]+)){0,5}?\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)


_FORMER = re.compile(
    r"\b(?:originally|previously|formerly|initially|first\s+(?:planned|scheduled)|instead\s+of|rather\s+than|(?:had|was|were)\s+(?:been\s+)?"
    r"(?:planned|scheduled|due|set|expected|meant|supposed|to\s+have)|(?:postponed|moved|brought\s+forward|delayed)\s+from)"
    r"\b(?:\s+(?!but\b|now\b|until\b)[\w-]+){0,5}\s+$",
    re.IGNORECASE,
)
_REVISED = re.compile(
    r"\b(?:put\s+(?:off|back)|postponed|pushed\s+back|moved|delayed|brought\s+forward|deferred|rescheduled|extended|"
    r"changed|shifted|adjourned|now|instead)\b(?:\s+[\w-]+){0,3}?\s+(?:to|until|till|for|on|in|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)

# Where the words of one time end and those of the next begin, the surest first.
_CUTS = tuple(
    re.compile(cut, re.IGNORECASE)
    for cut in (
        r"[;:]\s+|\s+[–—-]\s+|[()]|,?\s+(?:but|while|whereas|although|though)\s+",
        r",\s+(?:and|who|which|when|where|then)\s+|\s+and\s+(?:then\s+|later\s+)?(?=\w+(?:ed|s)\b|will\b|was\b|were\b|had\b|has\b)",
        r"\s+(?:and|or|when|that|who|which|because|than)\s+",
        r"\s+(?:after|before|until|since|as)\s+(?=\w+\s+\w+)",
        r",\s+",
        r"\s+(?=(?:in|on|at|by|from|to|since|until|for|after|before)\s+(?:the\s+)?$)",
    )
)


@lru_cache(maxsize=50_000)
def meanings(word: str) -> frozenset[str]:
    """Stems of a lower-case word's other forms and synonyms, its own left out."""
    return frozenset(stem(w) for w in lemmas(word) | synonyms(word)) - {stem(word)}


@lru_cache(maxsize=8_000)
def words_of(text: str) -> tuple[tuple[int, str], ...]:
    """Lower-case words that carry meaning, and where they stand."""
    return tuple(
        (w.start, w.lower)
        for w in words(text)
        if w.lower not in STOP_WORDS and len(w.lower) > 2 and not w.lower[0].isdigit()  # noqa: PLR2004
    )


@lru_cache(maxsize=8_000)
def content(text: str) -> frozenset[str]:
    """Stems of a text's words that carry meaning."""
    return frozenset(stem(word) for _, word in words_of(text))


def places_of(number: int, text: str, found: Sequence[Dated]) -> Iterator[Place]:
    taken = [(d.expression.start, d.expression.end) for d in found]
    lasting = durations(text)
    every = sorted(
        [
            *((a, b, d, None) for (a, b), d in zip(taken, found, strict=True)),
            *((d.start, d.end, None, d) for d in lasting),
        ],
        key=lambda item: (item[0], item[1]),
    )
    if not every:
        return
    spans = [(a, b) for a, b, _, _ in every]
    around = _around(text, tuple(spans))
    for (start, end, dated, duration), (own, shared, points) in zip(every, around, strict=True):
        yield Place(dated, duration, text, number, own, shared, (start, end), points)


@lru_cache(maxsize=8_000)
def _around(
    text: str, spans: tuple[tuple[int, int], ...]
) -> tuple[tuple[frozenset[str], frozenset[str], bool], ...]:
    """For each time of a sentence the stems that go with it alone, those that go with all, and
    whether its clause points back."""
    said = [(at, stem(w)) for at, w in words_of(text) if not any(a <= at < b for a, b in spans)]
    everything = frozenset(root for _, root in said)
    borders = [0]
    for (_, left), (right, _) in pairwise(spans):
        borders.append(_cut(text, left, right) if left <= right else right)
    borders.append(_tail(text, spans[-1][1]) if len(spans) > 1 else len(text))
    owned = []
    points = []
    for i, span in enumerate(spans):
        low, high = borders[i], max(borders[i + 1], span[1])
        if i and span[0] == spans[i - 1][0]:
            low = borders[i - 1]
        begins = low + (subject_end(text[low:high]) if i == 0 and len(spans) > 1 else 0)
        points.append(bool(POINTING.search(text, low, high)))
        owned.append(frozenset(root for at, root in said if begins <= at < high))
    if len(spans) > 1 and _HANGING.match(text):
        # "Built in 1911, the tower was sold in 1988": the tower is what both are about.
        end = borders[-2] + subject_end(text[borders[-2] :])
        subject = {root for at, root in said if borders[-2] <= at < end}
        owned = [own - subject for own in owned]
    common = everything.difference(*owned)
    return tuple((own, common, back) for own, back in zip(owned, points, strict=True))


def subject_end(text: str) -> int:
    """Where the first verb begins, 0 where none is seen."""
    found = [at for at in (first_verb(text), first_cue(text)) if at is not None]
    return min(found, default=0)


_TAIL = re.compile(
    r"[”\"]\s|;\s|\s[–—]\s|,\s+(?:\w+\s+){1,5}?(?:said|says|told|added|reported|wrote|announced|believes?|calculated)\b|"
    r",?\s+(?:but|while|whereas|although|though)\s|,\s+(?:and|who|which|where)\s"
)


def _tail(text: str, end: int) -> int:
    """Where the words after the last date are no longer its own."""
    found = _TAIL.search(text, end)
    return found.start() if found else len(text)


_HANGING = re.compile(
    r"(?:\w{2,}(?:ed|ing)|Built|Born|Made|Found|Set|Cut|Sold|Bought|Held|Left|Begun|Sunk|Lost|Won)\b"
    r"(?!\s+(?:was|were|is|has|had|will)\b)"
)


def _cut(text: str, left: int, right: int) -> int:
    for pattern in _CUTS:
        found = pattern.search(text, left, right)
        if found is not None:
            return found.end() if found.end() > found.start() else found.start()
    return right
