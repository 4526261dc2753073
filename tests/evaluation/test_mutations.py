"""One thing changed in one claim of the shipped gold is noticed, and the claim is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.evaluation.gold import Gold, gold_files, load_gold
from summarizer.evaluation.score import score
from summarizer.evaluation.sides import SideClaim, side_of_gold

GOLDS = [load_gold(p) for p in gold_files(Path(__file__).parents[2] / "evals" / "gold")]
_NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
_VERB = re.compile(r"\b(was|were|is|are|had|has|will|would|could|may)\b")
_NEGATIVE = re.compile(r"\b(?:not|no|never|none|nobody|neither|only)\b|n't|unclear|unknown")

Change = Callable[[SideClaim], SideClaim | None]


def other_number(claim: SideClaim) -> SideClaim | None:
    match = _NUMBER.search(claim.text)
    counted = match and any(q.value == float(match[0].replace(",", "")) for q in claim.quantities)
    if not match or not counted:
        return None
    changed = str(int(re.sub(r"\D", "", match[0])) + 7)
    return replace(claim, text=claim.text[: match.start()] + changed + claim.text[match.end() :])


def denied(claim: SideClaim) -> SideClaim | None:
    match = _VERB.search(claim.text)
    if not match or _NEGATIVE.search(claim.text):
        return None
    return replace(claim, text=f"{claim.text[: match.end()]} not{claim.text[match.end() :]}")


def other_source(claim: SideClaim) -> SideClaim | None:
    if not claim.chain:
        return None
    return replace(claim, chain=(("Zebulon Quark", claim.chain[0][1]), *claim.chain[1:]))


def changed_claims(gold: Gold, change: Change) -> Iterator[tuple[str, SideClaim]]:
    for claim in side_of_gold(gold).claims[::3]:
        wrong = change(claim)
        if wrong is not None:
            yield claim.id, wrong


@pytest.mark.parametrize(
    ("change", "noticed"), [(other_number, 1.0), (denied, 0.9), (other_source, 0.95)]
)
def test_a_changed_claim_is_named(change: Change, noticed: float) -> None:
    named = total = 0
    for gold in GOLDS[::4]:
        side = side_of_gold(gold)
        for claim_id, wrong in changed_claims(gold, change):
            claims = tuple(wrong if c.id == claim_id else c for c in side.claims)
            scored = score(gold, replace(side, claims=claims))
            missed = any(g.id == claim_id and not g.found for g in scored.gold)
            refused = any(p.id == claim_id and not p.right for p in scored.predicted)
            lower = (scored.scores["f1"].value or 0.0) < 1.0
            named += lower and (missed or refused)
            total += 1
    assert total >= 20
    assert named >= noticed * total, f"{named} of {total}"


def alike_neighbours(gold: Gold) -> Iterator[tuple[int, str]]:
    """Places of a claim and the next one that one sentence could state together, and its text."""
    side = side_of_gold(gold)
    for index in range(0, len(gold.claims) - 1, 4):
        one, other = side.claims[index], side.claims[index + 1]
        same = (one.commitment, one.negated, one.chain) == (
            other.commitment,
            other.negated,
            other.chain,
        )
        if same and one.commitment not in ("denied", "unknown"):
            yield index, f"{one.text.rstrip('.')}, and {other.text}"


def lost(missed: list[bool]) -> float:
    assert len(missed) >= 20
    return sum(missed) / len(missed)


def test_one_claim_that_states_two_loses_neither() -> None:
    missed = []
    for gold in GOLDS[::2]:
        side = side_of_gold(gold)
        for index, text in alike_neighbours(gold):
            one, other = side.claims[index : index + 2]
            spans = tuple(sorted({*one.evidence[0], *other.evidence[0]}))
            both = replace(one, text=text, evidence=(spans,))
            claims = (*side.claims[:index], both, *side.claims[index + 2 :])
            missed.append(any(not g.found for g in score(gold, replace(side, claims=claims)).gold))
    assert lost(missed) <= 0.1


def test_two_claims_that_state_one_lose_nothing() -> None:
    missed = []
    for gold in GOLDS[::2]:
        plain = [c.model_copy(update={"entails": ()}) for c in gold.claims]
        for index, text in alike_neighbours(gold):
            one, other = plain[index : index + 2]
            spans = ((*one.evidence[0], *other.evidence[0]),)
            both = one.model_copy(update={"text": text, "evidence": spans})
            claims = (*plain[:index], both, *plain[index + 2 :])
            joined = gold.model_copy(update={"claims": claims, "traps": (), "open_questions": ()})
            missed.append(any(not g.found for g in score(joined, side_of_gold(gold)).gold))
    assert lost(missed) <= 0.1
