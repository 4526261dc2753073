"""Two opposites whose ends are changed round say one thing: "A beat B", "B lost to A"."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.checks.negating import BE
from summarizer.checks.predicates import Reading
from summarizer.checks.tokens import verb_like

Pairs = Mapping[int, tuple[int, ...]]

_CONVERSE = frozenset(
    """beat defeat win lose buy sell acquire lend borrow lead trail ahead behind above below
    precede follow import export overcome give receive get""".split()
)
_GOODS = frozenset("buy sell acquire lend borrow import export give receive get".split())
# What says of its subject how it stands to its object.
_COMPARING = frozenset(
    """trail behind ahead above below exceed outnumber outweigh outsell outpace outperform
    precede predate dwarf""".split()
)
_DEGREES = frozenset("more less better worse trails trailed trailing".split())
_REACH = 12


def turned_round(claim: Reading, i: int, source: Reading, j: int, pairs: Pairs) -> bool:
    """Whether opposites say one thing, as what stands before one stands behind the other."""
    way = orientation(claim, i, source, j, pairs)
    if way:
        return way < 0
    tokens = claim.tokens[i], source.tokens[j]
    words = tokens[0].keys | tokens[1].keys
    if not (words & _CONVERSE or any(t.lower[:3] == "be " for t in tokens)):
        return False
    voices = _passive(claim, i) != _passive(source, j)
    if voices and words & _GOODS:
        return True  # who buys and who sells is not told
    return _swapped(claim, i, source, j, pairs) != voices


def orientation(claim: Reading, i: int, source: Reading, j: int, pairs: Pairs) -> int:
    """1 where claim and source compare two things the same way, -1 the other way round, 0 else."""
    here, there = _halves(claim, i), _halves(source, j)
    if there is None:
        return 0
    first, second = here or (range(i), range(0))
    straight = crossed = 0
    for m, places in pairs.items():
        weight = 1 + (claim.tokens[m].name or any(source.tokens[k].name for k in places))
        own = (m in first, m in second)
        met = (any(k in there[0] for k in places), any(k in there[1] for k in places))
        if m != i and any(own) and met[0] != met[1]:
            straight += weight * (own == met)
            crossed += weight * (own != met)
    return (straight > crossed) - (crossed > straight) if here or crossed > 1 or straight > 1 else 0


def compares(reading: Reading, i: int) -> bool:
    """Whether a word is a comparative, or says how one thing stands to another."""
    lower = reading.tokens[i].lower
    return lower.endswith("er") or lower in _DEGREES or bool(_COMPARING & set(lower.split()))


def _halves(reading: Reading, i: int) -> tuple[range, range] | None:
    """The tokens of what is compared, and of what it is compared with; None where nothing is."""
    tokens = reading.tokens
    sentence = tokens[i].sentence
    begin = i
    while begin and tokens[begin - 1].sentence == sentence:
        begin -= 1
    stop = next((k for k in range(i, len(tokens)) if tokens[k].sentence != sentence), len(tokens))
    for k in range(i + 1, min(stop, i + _REACH)):
        if tokens[k].lower == "than":
            clause = tokens[k].clause
            end = next((n for n in range(k, stop) if tokens[n].clause != clause), stop)
            return range(begin, k), range(k, end)
    if tokens[i].keys & _COMPARING or any(w in _COMPARING for w in tokens[i].lower.split()):
        clause = tokens[i].clause
        begin = next(k for k in range(begin, i + 1) if tokens[k].clause == clause)
        stop = next((k for k in range(i, stop) if tokens[k].clause != clause), stop)
        return range(begin, i), range(i + 1, stop)
    return None


def _swapped(claim: Reading, i: int, source: Reading, j: int, pairs: Pairs) -> bool:
    """Whether what stands before the claim's word stands behind the source's."""
    sentence = source.tokens[j].sentence
    ends: tuple[list[int], list[int]] = ([], [])
    for m, places in pairs.items():
        ends[m > i].extend(
            k for k in places if m != i and k != j and source.tokens[k].sentence == sentence
        )
    return bool(ends[0]) and all(k > j for k in ends[0]) and any(k < j for k in ends[1])


def _passive(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    if token.lower[:3] == "be " or not verb_like(token):
        return False
    before = reading.tokens[max(0, i - 3) : i]
    return any(t.lower in BE and t.clause == reading.tokens[i].clause for t in before)
