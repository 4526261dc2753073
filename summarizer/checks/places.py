"""The dates, times and durations of a sentence, each with the words that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarizer.text.clauses import first_verb, full_verb
from summarizer.text.dates.durations import Duration, durations
from summarizer.text.dates.reckoned import Reckoned, reckoned
from summarizer.text.dates.resolve import Dated
from summarizer.text.dates.tense import PAST_FORMS, first_cue
from summarizer.text.dates.written import Expression
from summarizer.text.lexicon import lemmas, synonyms
from summarizer.text.numeral import ORDINALS
from summarizer.text.words import STOP_WORDS, stem, words

# A sentence with more dates than this is a table.
_MOST = 40
POINTING = re.compile(
    r"\b(?:it|its|they|their|them|he|his|him|she|her|this|these|there|the\s+(?:first|second|last|other|two|three|"
    r"four|pair|both|latter|former|rest))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Around:
    """The words around one date of a sentence.

    Attributes:
        own: stems of those that go with it alone, of the sentence's dates.
        shared: stems of those that go with all.
        names: those of ``own`` that are names.
        points: whether a word of its clause stands for something named before ("taught there").
        follows: whether its clause takes up the verb of the one before ("Norway followed").
    """

    own: frozenset[str]
    shared: frozenset[str]
    names: frozenset[str]
    points: bool
    follows: bool


@dataclass(frozen=True)
class Place:
    """Where a text gives a date, a time or a duration.

    Attributes:
        dated, duration: what stands there; one of the two.
        sentence: the words of its sentence.
        number: where the sentence stands in its text, for order and nearness.
        around: the words with it.
        span: where it stands in its sentence.
    """

    dated: Dated | None
    duration: Duration | None
    sentence: str
    number: int
    around: Around
    span: tuple[int, int]

    @property
    def own(self) -> frozenset[str]:
        """Stems of the words that go with it alone."""
        return self.around.own

    @property
    def words(self) -> frozenset[str]:
        """Stems of all words that go with it."""
        return self.around.own | self.around.shared

    @property
    def superseded(self) -> bool:
        """Whether another date has taken its place ("originally planned for Monday")."""
        return bool(_FORMER.search(self.sentence[: self.span[0]][-60:]))

    @property
    def planned(self) -> bool:
        """Whether it was only a plan, as far as its own clause says."""
        return bool(_PLANNED.search(self.sentence[: self.span[0]][-60:]))

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
    r"\b(?:originally|previously|formerly|initially|normally|usually|typically|first\s+(?:planned|scheduled|promised|due|"
    r"announced|expected|set|meant)|instead\s+of|rather\s+than|(?:had|was|were)\s+(?:been\s+)?"
    r"(?:planned|scheduled|due|set|expected|meant|supposed|to\s+have)|(?:postponed|moved|brought\s+forward|delayed)\s+from)"
    r"\b(?:\s+(?!but\b|now\b|until\b)[\w-]+){0,5}\s+$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:planned|promised|scheduled|set|due|expected|announced|fixed)\s+(?:for|on|in|to)\s+(?:[\w-]+\s+){0,3}$",
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
        r",\s+(?:and|who|which|when|where|then)\s+|\s+and\s+(?:then\s+|later\s+)?(?="
        rf"\w+(?:ed|s)\b|will\b|has\b|would\b|to\b|(?:{PAST_FORMS})\b)",
        r"\s+(?:and|or|when|that|who|which|because(?!\s+of)|than)\s+",
        r"\s+(?:after|before|until|since|as)\s+(?=\w+\s+\w+)",
        r"\s+(?=will\s)",
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
        if (w.lower not in STOP_WORDS and len(w.lower) > 2) or w.lower[0].isdigit()  # noqa: PLR2004
    )


@lru_cache(maxsize=8_000)
def content(text: str) -> frozenset[str]:
    """Stems of a text's words that carry meaning."""
    return frozenset(stem(word) for _, word in words_of(text))


def places_of(number: int, text: str, found: Sequence[Dated]) -> Iterator[Place]:
    """The dates of a sentence, placed already, and its durations, in order.

    Args:
        number: of the sentence in its text.
    """
    taken = [(d.expression.start, d.expression.end) for d in found]
    lasting = durations(text)
    every = sorted(
        [
            *((a, b, d, None) for (a, b), d in zip(taken, found, strict=True)),
            *((d.start, d.end, None, d) for d in lasting),
        ],
        key=lambda item: (item[0], item[1]),
    )
    del every[_MOST:]
    if not every:
        return
    # "A fortnight later" is read as a date and as a duration; it has the words of one.
    spans = [(a, b) for a, b, d, _ in every if d or not any(x < b and a < y for x, y in taken)]
    around = _around(text, tuple(spans))
    main = dict(zip(spans, around, strict=True))
    for start, end, dated, duration in every:
        over = next(span for span in spans if span[0] < end and start < span[1])
        beside = main[(start, end)] if (start, end) in main else main[over]
        yield Place(dated, duration, text, number, beside, (start, end))
    for other in reckoned(text, found):
        span = other.dated.expression.start, other.dated.expression.end
        yield Place(other.dated, None, text, number, _of_clause(text, other, main, spans), span)


def _of_clause(
    text: str,
    other: Reckoned,
    main: Mapping[tuple[int, int], Around],
    spans: Sequence[tuple[int, int]],
) -> Around:
    """The words of a clause that says what happened so long before or after a date.

    A pronoun there may stand for anything that the rest of the sentence names.
    """
    low, high = other.clause
    said = [
        (at, stem(w), is_name(text, at, w))
        for at, w in words_of(text)
        if not any(a <= at < b for a, b in spans)
    ]
    own = {root for at, root, _ in said if low <= at < high}
    points = bool(POINTING.search(text, low, high))
    verb = stem(full_verb(text[:low]) or full_verb(text[high:]))
    rest = {root for _, root, _ in said} - own
    if points:
        own |= rest - {verb}
    names = frozenset(root for _, root, name in said if name and root in own)
    return Around(frozenset(own), frozenset(rest - own), names, points=False, follows=False)


@lru_cache(maxsize=8_000)
def _around(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Around, ...]:
    """The words around each time of a sentence."""
    said = [
        (at, stem(w), is_name(text, at, w))
        for at, w in words_of(text)
        if not any(a <= at < b for a, b in spans)
    ]
    stretches = _stretches(text, spans)
    subject: frozenset[str] = frozenset()
    for low, end in _common_subjects(text, stretches):
        subject |= {root for at, root, _ in said if low <= at < end}
    owned = [
        frozenset(root for at, root, _ in said if low <= at < high) - subject
        for low, high in stretches
    ]
    for i in range(1, len(owned)):
        # "From 1 July to 30 June": what is said is of both.
        if not owned[i] and _TO.fullmatch(text, spans[i - 1][1], spans[i][0]):
            owned[i] = owned[i - 1]
    shared = frozenset(root for _, root, _ in said).difference(*owned)
    named = frozenset(root for _, root, name in said if name)
    return tuple(
        Around(
            own=own,
            shared=shared,
            names=own & named,
            points=bool(POINTING.search(text, low, high)),
            follows=bool(_FOLLOWS.search(text, low, high)),
        )
        for own, (low, high) in zip(owned, stretches, strict=True)
    )


def _common_subjects(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the subjects stand that several dates are about.

    "Built in 1911, the tower was sold in 1988", "the firm bought two ships in May and sold one in
    June".
    """
    if len(stretches) > 1 and _HANGING.match(text):
        comma = text.find(", ", 0, stretches[-1][1])
        if comma > 0:
            yield comma + 2, comma + 2 + subject_end(text[comma + 2 :])
    last: tuple[int, int] | None = None
    for low, high in stretches:
        verb = subject_end(text[low:high])
        if verb and content(text[low : low + verb]):
            last = low, low + verb
        elif last is not None and _CONTINUES.match(text, low, high):
            yield last


_TO = re.compile(r"\s*(?:to|and|or|until|till|through|-|–|,)\s*(?:the\s+)?", re.IGNORECASE)
# A verb follows without a subject of its own.
_CONTINUES = re.compile(
    rf"(?:,?\s*(?:and|but|or|then|later)\s+)*(?:\w+ly\s+)?(?:was|were|is|are|has|had|have|will|would|{PAST_FORMS}|"
    r"[a-z]{2,}ed)\b",
    re.IGNORECASE,
)


def _stretches(text: str, spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Where the words that go with each of some dates begin and end."""
    if len(spans) == 1:
        return [(0, len(text))]
    borders = [0]
    for (_, left), (right, _) in pairwise(spans):
        borders.append(_cut(text, left, right) if left <= right else right)
    second = text[borders[1] : max(borders[1], spans[1][0])]
    if not content(second[: subject_end(second)]):
        # "The tower was built in 1911 and sold in 1988": the tower is what both are about.
        borders[0] = subject_end(text[: spans[0][1]]) or subject_end(text[: borders[1]])
    borders.append(_tail(text, spans[-1][1]))
    found = [
        (low, max(high, span[1]))
        for (low, high), span in zip(pairwise(borders), spans, strict=True)
    ]
    for i, (one, other) in enumerate(pairwise(spans), start=1):
        if one[0] == other[0]:
            found[i] = (found[i - 1][0], found[i][1])
    return found


def is_name(text: str, at: int, word: str) -> bool:
    """Whether a word is a name; the first one of a text where the lexicon does not know it."""
    if word in ORDINALS:
        # "The fourth beta": which one it is.
        return True
    return text[at].isupper() and (at > 0 or not synonyms(word))


_FOLLOWS = re.compile(
    r"\b(?:follow(?:s|ed|ing)?|likewise|(?:did|does|do)\s+(?:so|the\s+same)|joined|as\s+well|too)\b",
    re.IGNORECASE,
)


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
