"""Who does what in a claim, compared with who does it in its source.

For claims in anybody's words. A claim's act is compared with the acts of the source that its verb,
or one of its meaning, tells: where none of them has the claim's person or body in that role, and
the best one has another there, the claim has put one name for another, or turned subject and
object round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from summarizer.checks.case import Case
from summarizer.checks.claim_reading import Claim, read_claim, shown, window
from summarizer.checks.role_comparison import Compared, likest
from summarizer.checks.stand_ins import misgoverned, untied
from summarizer.checks.ties import NONE, content, nearest
from summarizer.text.referents import Scene, scene
from summarizer.text.syntax.acts import acts

_SAYING = frozenset(
    """say tell add argue warn note announce explain insist reply write admit report claim believe
    think be have do""".split()
)


@dataclass(frozen=True)
class Fault:
    """A role that the source gives to another.

    Attributes:
        found: the claim's words.
        expected: the source's.
        swapped: whether the claim's one stands in another role of the same act.
    """

    found: str
    expected: str
    swapped: bool


def faults(case: Case) -> Iterator[Fault]:
    """The roles of the statement's acts that the source gives to another."""
    told = scene(case.names, window(case))
    claim = read_claim(case.text, told)
    placed: frozenset[int] = frozenset()
    found = False
    # What others did is no sign against what a claim denies.
    denied = any(t.tag == "not" or t.lower in NONE for t in claim.reading.words)
    for act in acts(claim.reading):
        if act.verbs[0] in _SAYING and not act.role("patient"):
            continue
        compared = likest(claim, act, told)
        placed |= compared.placed
        if compared.wrong is None or (act.verbs[0] in _SAYING and not compared.swapped):
            continue
        sure = compared.swapped or (compared.certain and not denied)
        if sure or not (denied or _told_elsewhere(claim, compared, told)):
            found = True
            expected = shown(told, compared.there)
            yield Fault(claim.words_of(compared.wrong), expected, compared.swapped)
    if not found and not denied:
        misplaced = tuple(misgoverned(claim, told)) or untied(claim, told, placed)
        for number, there in misplaced:
            yield Fault(claim.words_of(number), shown(told, there), swapped=False)


def _told_elsewhere(claim: Claim, compared: Compared, told: Scene) -> bool:
    """Whether another clause of the source says as much of what the claim has in a place as the
    clause does that has another there."""
    number = cast(int, compared.wrong)
    phrase = claim.reading.phrases[number]
    skipped = frozenset((compared.verb, *range(phrase.start, phrase.end)))
    wanted = tuple(forms for _, forms in content(claim.reading, skipped))
    own = nearest(told, wanted, claim.referents[number], compared.there)
    return own > nearest(told, wanted, compared.there)
