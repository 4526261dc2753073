"""How important claims are."""

from __future__ import annotations

import pytest

from summarizer.claims.extract import Draft
from summarizer.claims.gate import Assessed
from summarizer.claims.passages import Part
from summarizer.claims.rank import number_and_rank
from summarizer.schema import Finding
from tests.factories import make_claim, make_document

REJECTED = (Finding(check="names", severity="fatal", message="not in the source"),)


def assessed(text: str, start: int, findings: tuple[Finding, ...] = ()) -> Assessed:
    part = Part("2a", 2, start, start + 10, text)
    claim = make_claim(make_document(), 1, 2, text, findings=findings)
    return Assessed(Draft(part, text, (2,)), claim)


@pytest.mark.parametrize("start", [0, 270])
def test_importance_is_between_0_and_1_wherever_a_claim_stands(start: int) -> None:
    rows = [
        assessed("The port doubles the toll.", 40),
        assessed("The toll doubles.", 60),
        assessed("Zebras munch violet buckets.", start, REJECTED),
    ]
    for claims in number_and_rank(make_document(), rows, []):
        assert all(0 <= claim.importance <= 1 for claim in claims)
