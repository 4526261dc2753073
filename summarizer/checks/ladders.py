"""Words that stand in an order of strength, and a claim that climbs above its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.checks.predicates import Reading, perfect, read
from summarizer.text.words import stem

_NEAR = 8
_MODAL = frozenset("can could may might would will should to".split())


@dataclass(frozen=True, eq=False)
class Ladder:
    """Rungs of growing strength: which one each word form's key stands on."""

    rungs: dict[str, int]


def ladder(*rungs: str) -> Ladder:
    """A ladder from the words of each rung, the lowest first."""
    found: dict[str, int] = {}
    for height, line in enumerate(rungs):
        for word in line.split():
            found[word.replace("_", " ")] = height
            found.setdefault(stem(word), height)
    return Ladder(found)


STEPS = (
    ladder(
        "suspect investigate probe suspicion",
        "arrest detain custody",
        "charge charge_with indict accuse prosecute trial",
        "convict guilty conviction sentence",
    ),
    ladder(
        "consider weigh mull negotiate talks negotiation",
        "propose proposal draft recommend call_for call_on demand urge apply",
        "reach_an_agreement reach_a_deal strike_a_deal decide agree agreement approve approval "
        "adopt finalise finalize clinch ban",
        "implement impose enact",
    ),
    ladder("try attempt effort bid struggle", "succeed success"),
    ladder("suggest indicate hint", "prove establish confirm proof"),
    ladder("believe think suspect guess", "know prove establish"),
    ladder("hope wish", "expect"),
    ladder("bill draft", "law"),
    ladder("apply application", "grant gain obtain receive"),
    ladder("option", "order"),
    ladder("draft preliminary provisional interim", "final definitive"),
    ladder("link associate correlate tie connect", "cause trigger lead_to result_in produce"),
)


@lru_cache(maxsize=4_000)
def _heights(text: str, which: tuple[Ladder, ...]) -> dict[Ladder, dict[int, int]]:
    """On each ladder that the text steps on, the rung of each token that does."""
    found: dict[Ladder, dict[int, int]] = {}
    for i, token in enumerate(read(text).tokens):
        for key in {*token.keys, token.lower}:
            for each, height in _steps(which).get(key, ()):
                rungs = found.setdefault(each, {})
                rungs[i] = max(height, rungs.get(i, 0))
    return found


@lru_cache(maxsize=8)
def _steps(which: tuple[Ladder, ...]) -> dict[str, list[tuple[Ladder, int]]]:
    """The ladders of each word, with its rung."""
    found: dict[str, list[tuple[Ladder, int]]] = {}
    for each in which:
        for key, height in each.rungs.items():
            found.setdefault(key, []).append((each, height))
    return found


def climbed(text: str, evidence: str, which: tuple[Ladder, ...]) -> tuple[str, str] | None:
    """The words of source and claim where the claim stands higher than all of the source, or None.

    A word that the claim denies does not count.
    """
    claim, source = read(text), read(evidence)
    stepped = _heights(evidence, which)
    for each, places in _heights(text, which).items():
        here = {i: h for i, h in places.items() if _said(claim, i)}
        there = stepped.get(each, {})
        if not here or not there:
            continue
        top = max(here, key=lambda i: here[i])
        best = max(there, key=lambda j: there[j])
        lower = any(i != top and here[i] <= there[best] for i in here) and not perfect(claim, top)
        if here[top] > there[best] and not lower and _together(claim, top, source, best):
            return source.words(best), claim.words(top)
    return None


def _said(reading: Reading, i: int) -> bool:
    """Whether the text says so: it neither denies the word nor only allows it."""
    before = {t.lower for t in reading.tokens[max(0, i - 3) : i]}
    return reading.signs[i] > 0 and not before & _MODAL


def _together(claim: Reading, i: int, source: Reading, j: int) -> bool:
    """Whether the two words stand among the same ones."""
    here = _around(claim, i)
    return bool(here & _around(source, j))


def _around(reading: Reading, i: int) -> set[str]:
    segment = reading.tokens[i].segment
    return {
        key
        for k, t in enumerate(reading.tokens)
        if t.content and k != i and (t.segment == segment or abs(k - i) <= _NEAR)
        for key in t.keys
    }
