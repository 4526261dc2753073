"""Words that are there without their meaning of direction ("set up", "last year", "high-end")."""

from __future__ import annotations

from summarizer.checks.predicates import Reading
from summarizer.checks.tokens import Token

# What "above" and "below" are taken of.
_LIMITS = frozenset(
    """limit maximum minimum average target threshold norm normal level forecast cap ceiling usual
    expectation expectations standard freezing zero estimate estimates budget requirement price
    prices value mark rate offer sum cost""".split()
)
_SMALL = {
    word: kind
    for kind, line in {
        "agent": "buyer seller lender borrower winner loser leader employer owner runner",
        "level": "low high",
        "move": "up down",
        "limit": "above over below under within beyond beneath",
        "bound": "more less fewer higher lower larger smaller most",
        "time": "first last late early",
    }.items()
    for word in line.split()
}
_LINKS = frozenset("is are was were be been percent".split())
_COUNTS = frozenset(
    """a an one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty
    forty fifty sixty seventy eighty ninety half hundred hundreds thousands""".split()
)
_SET = frozenset((("right", "put"), ("right", "set"), ("right", "putting"), ("ordinary", "the")))
_NOUNS = frozenset("end start close defeat defeats rest beginning".split())
_DETERMINERS = frozenset("the a an this that their his her its home away first no".split())
_MOVED = frozenset("from by to on sharply slightly again further".split())
_TIMES = frozenset("year years week month day night season time summer winter quarter".split())


def idle(reading: Reading, i: int) -> bool:
    """Whether a word is there without its meaning of direction ("set up", "last year")."""
    tokens, lower = reading.tokens, reading.tokens[i].lower
    before = tokens[i - 1] if i else None
    after = tokens[i + 1 : i + 5]
    if _in_compound(reading, i) or _fixed(lower, before, after):
        return True
    kind = _SMALL.get(lower, "agent" if lower.endswith("ers") else "")
    if kind == "move":
        return not _moves(lower, before, after)
    if kind == "limit":
        return not any(t.lower in _LIMITS for t in after)
    following = after[0].lower if after else ""
    return kind == "agent" or bool(
        (kind == "bound" and following in ("than", "of") and _figure(after[1:2]))
        or (kind == "time" and following in _TIMES)
        or (kind == "level" and (_figure(after[:1]) or following.endswith("ies")))
    )


def _in_compound(reading: Reading, i: int) -> bool:
    start, end = reading.tokens[i].start, reading.tokens[i].end
    return "-" in (reading.text[start - 1 : start], reading.text[end : end + 1])


def _fixed(lower: str, before: Token | None, after: tuple[Token, ...]) -> bool:
    """ "Close to", "the opening night", "put right", "at the end"."""
    if after and (lower, after[0].lower) == ("close", "to"):
        return True
    if lower == "opening" and after and after[0].content:
        return True
    behind = before.lower if before is not None else ""
    return (lower, behind) in _SET or (lower in _NOUNS and behind in _DETERMINERS)


def _moves(lower: str, before: Token | None, after: tuple[Token, ...]) -> bool:
    """ "Up by 3", "is down"; not "up to 3"."""
    moved = after and (after[0].number or after[0].lower in _MOVED)
    linked = before is not None and (before.lower in _LINKS or before.number)
    return linked or bool(moved and (lower, after[0].lower) != ("up", "to"))


def bound(reading: Reading, i: int, size: int) -> bool:
    """Whether a phrase only says that a figure is a bound ("more than five weeks")."""
    than = reading.tokens[i + size - 1].lower == "than"
    return size > 1 and than and _figure(reading.tokens[i + size : i + size + 1])


def _figure(tokens: tuple[Token, ...]) -> bool:
    return any(t.number or t.lower in _COUNTS for t in tokens)
