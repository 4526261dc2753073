"""The numbers of a note: each once, with the claim that gives it best and all that give it.

Left out is what no table would hold: years, ages and clock times, "one", what is said not to be so,
small numbers of nothing in particular ("two more things"), and what only serves another number
("out of a hundred", "twice").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from summarizer.briefing.schema import Figure
from summarizer.matching.reading import concept
from summarizer.schema import Claim, Quantity
from summarizer.text.words import STOP_WORDS, stem, words

_SMALL = 12
"""Up to here a number is often said of different things of one kind."""
_HUNDREDS = 100
_YEARS = range(1000, 2200)
_TELLING = 12  # words of a claim, the rarest
_COMMON = 0.2  # of the claims: a word of more of them is what the story is about
_FEW = 10  # claims, of which no word is too common
_SCORE = re.compile(r"\s*(?:[\w’'-]+\s+){0,2}to\s+|\s*[-–:]\s*")
_RELATIVE = frozenset("twice double doubled triple tripled once thrice quadruple".split())
_NOT_SO = re.compile(
    r"\b(?:not|instead of|rather than|no longer|never)\s+(?:the\s+)?$", re.IGNORECASE
)
_OUT_OF = re.compile(r"\b(?:out\s+of|of|in|per|for)\s+(?:an?|every|each)\s*$|\bout\s+of\s+$", re.I)
_CLOCK_BEFORE = re.compile(r"\b(?:at|until|till|by|from|past|before|after|around|to)\s+$", re.I)
_CLOCK_AFTER = re.compile(
    r"\s*(?:o['’]clock|[ap]\.?m\b|noon|sharp)|\s+in\s+the\s+(?:morning|afternoon|evening)", re.I
)
_WHEN = re.compile(r"\s+(?:after|later|before|ago|earlier)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages)\s+(?:of\s+)?$|[a-z],\s+$", re.IGNORECASE)
_OLD = re.compile(r"[-\s]*years?[-\s]olds?\b", re.IGNORECASE)
_AGES = re.compile(
    r"\b(?:children|people|patients|pupils|boys|girls|those|anyone|none|women|men)\s+$",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\s+(?:(?:of\s+(?:them|whom)|more|others?|were|was|are|have|had|has|been)\s+){0,3}"
    r"(?:killed|hurt|injured|dead|died|missing|wounded|arrested|held|rescued|evacuated|confirmed|"
    r"treated|charged|ill|infected)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:number|toll|total|count|figure)\b[^.;]{0,60}?\b(?:to|at|is|was|of|by|stands|stood)\s+$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_SPEAKERS = re.compile(r"\s+[^.]{0,60}?(?:,?\s+who\b|\s+(?:said|told|say|told)\b)")
_BASES = (10, 100, 1000, 10_000, 100_000)
_GENERIC = frozenset(
    stem(w)[:6]
    for w in """people persons men women children others members cases times points places things
    seconds minutes hours days weeks months years decades kilometres metres miles feet kilograms
    tonnes tons litres degrees dollars euros pounds crowns marks kroner francs""".split()
) | {""}
"""Heads that say too little to tell what is counted."""
_TIME = frozenset("seconds minutes hours days weeks months years decades".split())


@dataclass(frozen=True)
class _Item:
    """A number in the claim that gives it.

    Attributes:
        against: whether it is only what another number is set against.
        head: stem of the noun that is counted, or "".
        topics: concepts of its claim's words, the rarest first.
        place: of the claim among all.
    """

    claim: Claim
    quantity: Quantity
    cluster: str
    against: bool
    head: str
    topics: tuple[str, ...]
    place: int

    @property
    def large(self) -> bool:
        """Whether another number of this value is hardly another one."""
        value = abs(self.quantity.value)
        return value > _SMALL or value != int(value)

    @property
    def sharp(self) -> bool:
        """Whether it is no round number, so that two that count the same are one."""
        return self.quantity.unit is None and self.large and self.quantity.value % 10 != 0

    @property
    def exact(self) -> bool:
        """Whether it is so exact that it is one number wherever it stands."""
        return self.sharp and self.quantity.value >= _HUNDREDS


def figures(claims: Sequence[Claim], same: Mapping[str, str]) -> tuple[Figure, ...]:
    """One row for each number, those that most claims give first, then in the order of the claims.

    Two numbers are one row when they have the same value and unit, and their claims are of one
    cluster, or count the same and share a word that is not in every claim (two words where the
    number is small). Numbers that count different things stay apart.

    Args:
        claims: accepted claims of all sources in their order.
        same: for each claim's id that of its cluster; a claim without one is alone.
    """
    told = [_topics(claim) if claim.quantities else frozenset[str]() for claim in claims]
    counted = Counter(word for topics in told for word in topics)
    most = max(_FEW, _COMMON * sum(bool(topics) for topics in told))
    alike: dict[Hashable, list[_Item]] = {}
    for place, (claim, topics) in enumerate(zip(claims, told, strict=True)):
        rare = sorted((w for w in topics if counted[w] <= most), key=lambda w: (counted[w], w))
        cluster = same.get(claim.id, claim.id)
        for quantity in _shown(claim):
            against = any(
                q.compared_with is not None and claim.quantities[q.compared_with] is quantity
                for q in claim.quantities
            )
            item = _Item(
                claim, quantity, cluster, against, _head(quantity), tuple(rare[:_TELLING]), place
            )
            alike.setdefault((quantity.value, quantity.high, quantity.unit), []).append(item)
    values: dict[str, set[float]] = {}
    for item in (i for items in alike.values() for i in items):
        values.setdefault(item.head, set()).add(item.quantity.value)
    once = {head for head, found in values.items() if len(found) == 1} - _GENERIC
    rows = [row for items in alike.values() for row in _rows(items, once)]
    rows.sort(key=lambda row: (-len({i.place for i in row}), row[0].place))
    return tuple(_figure(row) for row in rows)


def _figure(row: list[_Item]) -> Figure:
    """A row: the words of the shortest claim that says what is counted, before one that denies."""
    best = min(
        row,
        key=lambda i: (
            i.claim.commitment == "denied" or i.claim.negated,
            not (i.quantity.of or i.quantity.unit),
            i.against,
            len(i.claim.text),
        ),
    )
    ids = tuple(dict.fromkeys(item.claim.id for item in row))
    return Figure(quantity=best.quantity, text=best.claim.text, claims=ids)


def _shown(claim: Claim) -> Iterator[Quantity]:
    """The quantities of a claim that a table would hold."""
    at, last, scored = 0, 0, False
    for number, quantity in enumerate(claim.quantities):
        found = claim.text.find(quantity.text, at)
        start = found if found >= 0 else claim.text.find(quantity.text)
        if start < 0:
            continue
        before, after = claim.text[:start], claim.text[start + len(quantity.text) :]
        previous = claim.quantities[number - 1] if number else None
        opposed = bool(previous and previous.compared_with == number)
        second = opposed and not scored and bool(_SCORE.fullmatch(claim.text[last:start]))
        at = last = start + len(quantity.text)
        scored = second
        if not second and _tells(quantity, before, after):
            yield quantity


def _tells(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a reader would look a number up, by the words on both sides of it."""
    said, value = quantity.text.lower(), quantity.value
    lettered = not any(c.isdigit() for c in said)
    if said in _RELATIVE or (lettered and value == 1 and quantity.unit is None):
        return False
    if _NOT_SO.search(before) or _is_age(quantity, before, after):
        return False
    if (quantity.of in _TIME and _WHEN.match(after)) or (
        value in _BASES and quantity.unit is None and _OUT_OF.search(before)
    ):
        return False
    if quantity.unit is not None or quantity.high is not None:
        return True
    if lettered and not before.strip("“\"'‘ ") and value <= _SMALL and _SPEAKERS.match(after):
        return False  # "Two packers, who begged us not to print their names"
    # What a small number counts may be taken from another one: "Ninety crews, two from Brae".
    near = {stem(w.lower)[:6] for w in words(f"{said} {after}")}
    own = quantity.of and (not lettered or value > _SMALL or _head(quantity) in near)
    own = own or quantity.compared_with is not None
    return bool(own) or _bare_tells(quantity, lettered, before, after)


def _bare_tells(quantity: Quantity, lettered: bool, before: str, after: str) -> bool:
    """Whether a number that does not say what it counts is more than a way of speaking."""
    value = quantity.value
    if value == int(value) and int(value) in _YEARS and re.fullmatch(r"\d{4}", quantity.text):
        return False
    if _HAPPENED.match(after) or _NUMBERED.search(before):
        return True
    if 0 < value < 1:
        return not lettered or bool(_BY.search(before))
    clock = value <= 24 and (_CLOCK_BEFORE.search(before) or _CLOCK_AFTER.match(after))  # noqa: PLR2004
    return value > _SMALL and not (clock and lettered)


def _is_age(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a number says how old somebody is: "56" in "Ana Roth, 56", "children under 12"."""
    if quantity.of == "years":
        plain = not re.search(r"year", quantity.text, re.IGNORECASE)
        return plain or bool(
            _OLD.search(quantity.text) or _OLD.match(after) or after.startswith(" old")
        )
    under = quantity.text.lower().startswith(("under", "over", "about", "below"))
    bare = quantity.unit is None and not quantity.of
    aged = _AGED.search(before) and re.match(r"\s*(?:[,.;)]|$)", after)
    return bare and bool((under and _AGES.search(before)) or aged)


def _head(quantity: Quantity) -> str:
    """The noun of what is counted, as a stem."""
    said = words((quantity.of or "").lower())
    return stem(said[-1].lower)[:6] if said else ""


def _topics(claim: Claim) -> frozenset[str]:
    """Concepts of the words of a claim, those of its numbers and of what they count left out."""
    own = {w.lower for q in claim.quantities for w in words(f"{q.text} {q.of or ''}")}
    return frozenset(
        concept(w.lower)
        for w in words(claim.text)
        if w.lower not in STOP_WORDS and w.lower not in own and w.lower.isalpha()
    )


def _rows(items: list[_Item], once: set[str]) -> list[list[_Item]]:
    """Numbers of one value and unit, sorted by whether they are one and the same.

    Args:
        once: heads of what all claims count alike ("six clinics").
    """
    parent = list(range(len(items)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    first: dict[Hashable, int] = {}
    for i, item in enumerate(items):
        for key in _ties(item, item.head in once):
            parent[root(i)] = root(first.setdefault(key, i))
    headed: dict[Hashable, set[int]] = {}
    for i, item in enumerate(items):
        for key in _near(item) if item.head else ():
            headed.setdefault(key, set()).add(root(i))
    for i, item in enumerate(items):
        if not item.head:
            # What it counts is left out: the one number of that value that it may repeat.
            fitting = {root(r) for key in _near(item) for r in headed.get(key, ())}
            if len(fitting) == 1:
                parent[root(i)] = fitting.pop()
    rows: dict[int, list[_Item]] = {}
    for i, item in enumerate(items):
        rows.setdefault(root(i), []).append(item)
    return list(rows.values())


def _ties(item: _Item, once: bool) -> Iterator[Hashable]:
    """What two numbers that count the same have in common when they are one."""
    yield "cluster", item.cluster, item.head
    if (item.head and once) or (item.sharp and (item.head or item.exact)):
        yield "head", item.head
    elif item.large and item.head:
        yield from (("word", item.head, word) for word in item.topics)
    elif item.large or item.head:
        yield from (("words", item.head, *pair) for pair in combinations(sorted(item.topics), 2))


def _near(item: _Item) -> Iterator[Hashable]:
    """What a number has in common with one that says what it counts."""
    yield "cluster", item.cluster
    if item.exact:
        yield "value"
    if item.large:
        yield from combinations(sorted(item.topics), 2)
