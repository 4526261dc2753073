"""A claim taken apart for comparison: its clauses, and in each its figures, dates and polarity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache

from summarizer.briefing.comparison.matter import Words, mean
from summarizer.briefing.comparison.vocabulary import mentions, of_matters
from summarizer.briefing.told import Told
from summarizer.matching.reading import parts, read
from summarizer.schema import DateMention
from summarizer.text.figures import Figure, figures
from summarizer.text.lexicon import lemmas
from summarizer.text.words import STOP_WORDS, stem, words

# Groups of people: what is said of one says nothing of another.
GROUPS = of_matters(
    "kill injure critical missing evacuate rescue homeless arrest charge convict employ lay_off "
    "false_alarm"
)
CHANGES = of_matters("change double")
_KINDS = ("count", "share", "measure", "money", "points")
_NEARLY_ALL, _MUCH = 0.85, 0.4  # one says nearly all of the other, which says more
_PART = re.compile(r"\s+(?:people |more )?(?:of|among) (?:the|those|these|them|its|their|whom)\b")
_AMONG = re.compile(
    r"\b(?:(?:of|among) (?:these|those|them|whom),?|including|"
    r"(?:town|city|village|country|island|region|population) of)\s+$",
    re.IGNORECASE,
)
# "81 percent and not 94": the second figure is named and not stated.
_NOT_SO = re.compile(
    r"\b(?:not|instead of|rather than|(?:took|taken|takes) back)\s+"
    r"(?:(?:the|of|by|in|its|his|her|their) (?:(?:figure|number|count) of )?)?$",
    re.IGNORECASE,
)
_NOT_THEY = re.compile(r"\b[Nn]ot (?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})")
_SET_ASIDE = re.compile(
    r"\b(?:not|instead of|rather than|than|unlike|compared (?:with|to))\s+(?:the |of )?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:,|\band|\bbut)\s+not\s+(?=(?:(?:the|some|about|by|in|on|at|an?) |[\d£$€A-Z]))|"
    r"\bnot only\b"
)
_COMPARED = re.compile(r"\bthan (?:in |a |an |the |last |one )", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not(?! only)|no|never|none|nobody|nothing|neither|cannot|nowhere|\w+n['’]t|"
    r"(?<=\w )without|"
    r"(?:declin|refus|fail|den[yi])(?:e|ed|es|s|ing)?)\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\b(?:(?:took|takes?|taken) back|retract\w*|withdr[ae]w\w*|no longer (?:stands?|says?))\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"\b(?:(?:admit|say|claim|insist|confirm|den(?:y|i)|announc|state|believe|reckon|estimate|"
    r"report|find|think|warn|stress|add|note|argue|maintain|conced|acknowledg|reveal|declar)\w*|"
    r"said|found|told|thought|sure|true|certain|clear|evidence|convinced|aware)\s"
    r"(?:[\w’']+\s){0,3}?that\s",
    re.IGNORECASE,
)
_AT_COLON = re.compile(r"(?<=\w):\s+(?=\w)")
_DENIED_THAT = re.compile(
    r"\b(?:den(?:y|ied|ies)|not true|untrue|false|no evidence|not sa(?:y|id)|never sa(?:y|id))\b",
    re.IGNORECASE,
)
_MOVES: Mapping[int, frozenset[str]] = {
    1: frozenset(
        """rise increase grow growth gain climb jump surge soar more higher improve rally
        expand swell double""".split()
    ),
    -1: frozenset(
        """fall decrease drop decline shrink sink slip slump plunge tumble fewer less lower worsen
        contract halve dwindle""".split()
    ),
}
# The pairs of opposites by which one statement turns another round; a teacher and a pupil, or
# north and south, are merely two.
_TURNS = frozenset(
    f"±{word}"
    for word in """approve keep confirm win allow open begin guilty succeed strengthen likely
    possible safe lawful agree lift more""".split()
)
_WENT = re.compile(
    r"\b(?:go|goes|going|gone|went|edg\w+|tick\w*|is|are|was|were) (?P<way>up|down)\b"
)
_NO_MOVE = re.compile(
    r"\b(?:fall|falls|fell|fallen) (?:ill|asleep|silent|victim|short|apart|behind|through|out)\b|"
    r"\b(?:grow|grows|grew|grown|growing) up\b|\b(?:more|less) (?:than|or)\b|"
    r"\bno (?:more|fewer|less)\b",
    re.IGNORECASE,
)
_STATE = re.compile(r"\b(?:still|remain\w*|down from|up from|left in)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|shall|would|(?:is|are|was|were) (?:to|due|set|going))\b")
_NEAR = 7  # words
_WELL_ABOVE = 1.25
_LONG_AGO = 730  # days
_CLOCK = timedelta(minutes=90)  # "about four" and "by half past four" are of one moment
_NO_NAMES = STOP_WORDS | frozenset(
    "professor doctor mayor president minister monday tuesday wednesday thursday friday saturday "
    "sunday".split()
)
_SCALES = frozenset(stem(w) for w in ("million", "billion", "thousand", "hundred", "trillion"))


@dataclass(frozen=True)
class Unit:
    """A claim, or one of its clauses, and whether it says that something is not so."""

    told: Told
    content: str
    words: Words
    denied: bool

    @cached_property
    def sides(self) -> Mapping[str, int]:
        """On which side of each pair of opposites its words are."""
        signs = read(self.content, self.told.published).signs.items()
        sides = {axis: next(iter(s)) for axis, s in signs if len(s) == 1 and axis in _TURNS}
        moving = _NO_MOVE.sub(" ", self.content)
        told = [w for n, w in enumerate(words(moving)) if not n or w.text[0].islower()]
        ways = {way for word in told for way in _ways(word.lower)}
        ways |= {1 if went["way"] == "up" else -1 for went in _WENT.finditer(moving)}
        return sides | ({"change": next(iter(ways))} if len(ways) == 1 else {})

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that it states, without those that it sets aside or is changed by."""
        dated = [d.text for d in self.told.claim.dates]
        return tuple(f for f in _stated(self.content) if not any(f.text in d for d in dated))

    @cached_property
    def set_aside(self) -> tuple[Figure, ...]:
        """The figures that it names as not being so ("not 94 percent", "instead of 412")."""
        return tuple(
            f
            for f in figures(self.content)
            if f.kind in _KINDS and _NOT_SO.search(self.content, 0, f.start)
        )

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The resolved dates of what is said, not those of the saying."""
        return tuple(
            d for d in self.told.claim.dates if d.start and d.end and d.text in self.content
        )

    @cached_property
    def matter(self) -> Words:
        """Its words without numbers and without what it is compared with."""
        compared = _COMPARED.search(self.content)
        words = self.words.part(self.content[: compared.start()]) if compared else self.words
        return words.only({k for k, term in words.terms.items() if not term.number})

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of the names in it."""
        terms = self.words.terms.items()
        return frozenset(k for k, term in terms if term.name and term.word not in _NO_NAMES)

    @cached_property
    def doers(self) -> frozenset[str]:
        """Keys of the names that open it, or of those after "by" in the passive."""
        return _doers(self.content)

    @cached_property
    def lasting(self) -> Words:
        """Its matter without names and words of change."""
        words = self.matter
        changing = {key for key, those in words.matters.items() if those & CHANGES}
        return words.only(
            {key for key, term in words.terms.items() if not term.name and key not in changing}
        )

    @cached_property
    def tells_state(self) -> bool:
        """Whether it tells what has become of something."""
        return bool(_STATE.search(self.content))

    @cached_property
    def is_to_come(self) -> bool:
        """Whether its words put it in the future."""
        return bool(_TO_COME.search(self.content))

    @cached_property
    def is_ahead(self) -> bool:
        """Whether it dates something after its source was published."""
        published = self.told.published
        return any(published and str(d.end)[:10] > published for d in self.dates)

    def slot(self, figure: Figure) -> Words:
        """The words that belong to one of its figures, without what it counts."""
        own = figure.own | figure.shared
        alone = len(self.figures) == 1
        gone = {head(figure), *_SCALES}
        return self.words.only(
            {
                k
                for k, term in self.words.terms.items()
                if not term.number and k not in gone and (alone or k in own)
            }
        )


def units(told: Told, claim: Words) -> Iterator[Unit]:
    """The claim and, where it says several things, each of its clauses.

    A denied claim is worded as what is denied.

    Args:
        claim: the words of the whole claim, those that name its speaker among them.
    """
    turned = told.claim.commitment == "denied"

    def unit(text: str, *, denied: bool) -> Unit:
        return Unit(told, text, claim.part(text), denied != turned)

    yield unit(told.content, denied=denies(told.content))
    whole = " ".join(told.claim.text.split())
    if whole != told.content:
        yield unit(whole, denied=denies(whole))
    clauses = {
        clause for text in _AT_COLON.split(told.content) for clause in parts(text) or (text,)
    }
    clauses -= {told.content}
    for text in (told.content, *sorted(clauses)):
        that = _THAT.search(text)
        if that:
            head, said = text[: that.end()], text[that.end() :]
            yield unit(said, denied=denies(said) != bool(_DENIED_THAT.search(head)))
            clauses -= {text}
    for text in sorted(clauses):
        back = _TAKES_BACK.search(text)
        if back and text[back.end() :].strip():
            yield unit(text[back.end() :].strip(), denied=not denies(text[back.end() :]))
        else:
            yield unit(text, denied=denies(text))


def denies(content: str) -> bool:
    """Whether a statement says that something is not so."""
    content = _ASIDE.sub(" ", content)
    return (len(_NOT.findall(content)) + bool(_TAKES_BACK.search(content))) % 2 == 1


def takes_back(content: str) -> bool:
    """Whether a statement says that something said before does not stand."""
    return bool(_TAKES_BACK.search(content))


def opposite(one: Unit, other: Unit) -> bool:
    """Whether one turns the other round, by an opposite or by a denial and not by both."""
    return turned(one, other) != (one.denied != other.denied)


def turned(one: Unit, other: Unit) -> bool:
    """Whether they are on two sides of a pair of opposites."""
    both = one.sides.keys() & other.sides.keys()
    if both:
        return any(one.sides[axis] != other.sides[axis] for axis in both)
    if one.denied != other.denied:
        return False  # the denial turns it round; a chance opposite does not turn it back
    return False


@lru_cache(maxsize=20_000)
def _ways(word: str) -> frozenset[int]:
    """Which way a word says that something moves: 1 up, -1 down."""
    forms = lemmas(word) | {word}
    return frozenset(way for way, moves in _MOVES.items() if not moves.isdisjoint(forms))


def agreement(first: Words, second: Words) -> float:
    """How much two claims say of the same, 0 to 1."""
    forth, back = first.share(second), second.share(first)
    if max(forth, back) >= _NEARLY_ALL and min(forth, back) >= _MUCH:
        return max(mean(forth, back), _NEARLY_ALL * max(forth, back))
    return mean(forth, back)


def comparable(x: Figure, y: Figure) -> bool:
    """Whether two figures are of one sort and exclude each other."""
    if x.kind != y.kind or x.unit != y.unit or x.per != y.per or x.step != y.step:
        return False
    if x.step and x.kind != "count":
        return False
    return x.interval.low > y.interval.high or y.interval.low > x.interval.high


def outgrown(x: Figure, y: Figure) -> bool:
    """Whether one count is "at least" so many and the other is well above that."""
    low, high = sorted((x, y), key=lambda figure: figure.value)
    open_ended = low.interval.high > low.value and x.kind == y.kind == "count"
    return open_ended and high.value >= _WELL_ABOVE * low.value


def head(figure: Figure) -> str:
    """The stem of the noun that is counted, or ""."""
    return stem(figure.noun.lower()) if figure.noun else ""


@lru_cache(maxsize=20_000)
def _stated(content: str) -> tuple[Figure, ...]:
    return tuple(
        f
        for f in figures(content)
        if f.kind in _KINDS
        and not f.weak
        and not (f.kind == "count" and _PART.match(content, f.end))
        and not _SET_ASIDE.search(content, 0, f.start)
        and not _AMONG.search(content, 0, f.start)
        and (not f.role or f.role == "new" or (f.role == "by" and f.kind == "count"))
    )


@lru_cache(maxsize=20_000)
def counted_by(content: str, figure: Figure) -> frozenset[str]:
    """The group of people (``@kill``, ``@injure`` …) that a figure counts; empty if none is near.

    The nearest word counts, of two as near the one that follows, and none beyond another figure.
    """
    stands = [(w.start, place) for place, w in enumerate(words(content))]
    at = next((place for start, place in stands if start >= figure.core[0]), len(stands))
    others = [f.core[0] for f in figures(content) if f.start != figure.start]
    begin = max((s for s in others if s < figure.core[0]), default=-1)
    end = min((s for s in others if s > figure.core[0]), default=len(content))
    near = [
        (abs(m.place - at), m.place < at, m.matters & GROUPS)
        for m in mentions(content)
        if m.matters & GROUPS and begin < stands[m.place][0] < end
    ]
    distance, _, group = min(near, key=lambda n: n[:2], default=(0, False, frozenset[str]()))
    return group if distance <= _NEAR else frozenset()


def meet(x: DateMention, y: DateMention) -> bool:
    """Whether two dates may be of one moment."""
    if x.precision == y.precision == "time":
        begin, end, first, last = (
            datetime.fromisoformat(str(d)) for d in (x.start, x.end, y.start, y.end)
        )
        return begin - _CLOCK <= last and first <= end + _CLOCK
    return str(x.start)[:10] <= str(y.end)[:10] and str(y.start)[:10] <= str(x.end)[:10]


def days_apart(one: Unit, other: Unit) -> int:
    """How many days lie between the dates that they give; 0 where they meet or one gives none.

    Where one gives none, the other's date tells something only if it is of years before.
    """
    if bool(one.dates) != bool(other.dates):
        dated, undated = (one, other) if one.dates else (other, one)
        return _long_before(dated.dates, undated.told.published)
    if not one.dates or any(meet(x, y) for x in one.dates for y in other.dates):
        return 0
    return min(_gap(x, y) for x in one.dates for y in other.dates)


def _long_before(dates: Sequence[DateMention], published: str | None) -> int:
    if published is None:
        return 0
    last = max(str(d.end)[:10] for d in dates)
    days = (date.fromisoformat(published) - date.fromisoformat(last)).days
    return days if days >= _LONG_AGO else 0


def _gap(x: DateMention, y: DateMention) -> int:
    begin, end, first, last = (
        date.fromisoformat(str(d)[:10]) for d in (x.start, x.end, y.start, y.end)
    )
    return max((first - end).days, (begin - last).days, 1)


@lru_cache(maxsize=5_000)
def named_as_wrong(content: str) -> frozenset[str]:
    """Keys of the names that are given as the wrong ones ("he and not Crane")."""
    return frozenset(
        stem(word.lower)
        for match in _NOT_THEY.finditer(content)
        for word in words(match["who"])
        if word.lower not in _NO_NAMES
    )


def _doers(content: str) -> frozenset[str]:
    stands = list(words(content))
    passive = re.search(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+\s+){1,3}by\s", content)
    begin = passive.end() if passive else 0
    found: list[str] = []
    for word in (w for w in stands if w.start >= begin):
        named = word.text[0].isupper() and word.lower not in _NO_NAMES
        if found and not named and word.lower not in ("of", "the", "and", "&"):
            break
        if named:
            found.append(word.lower)
    # A word that opens a statement has a capital whatever it is.
    if len(found) == 1 and not begin and lemmas(found[0]):
        return frozenset()
    return frozenset(map(stem, found))
