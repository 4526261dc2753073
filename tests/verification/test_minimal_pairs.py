"""Minimal pairs: a source, a right claim, and a wrong one that differs from it in one thing.

The checks were tuned on these pairs; what others give is printed by ``benchmarks/verification.py``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from summarizer.schema import Document
from summarizer.verification import verify
from summarizer.verification.features import FEATURES
from summarizer.verification.scorer import WEIGHTS

FILES = sorted((Path(__file__).parent.parent / "pairs").glob("*.jsonl"))
PAIRS = [json.loads(line) for path in FILES for line in path.read_text("utf-8").splitlines()]
KEPT, CAUGHT = 0.90, 0.85
"""Shares over all pairs; no check may be far below."""
FAR = 0.15


def test_there_are_enough_of_every_kind() -> None:
    assert len(PAIRS) >= 400
    assert len({pair["id"] for pair in PAIRS}) == len(PAIRS)
    assert sum(pair["subtle"] for pair in PAIRS) >= 60
    assert all(pair["fault"] in pair["wrong"] for pair in PAIRS)
    assert all(pair["right"] != pair["wrong"] for pair in PAIRS)


def test_right_claims_are_kept_and_wrong_ones_caught() -> None:
    kept: dict[str, list[bool]] = defaultdict(list)
    caught: dict[str, list[bool]] = defaultdict(list)
    for pair in PAIRS:
        document = Document.from_text(pair["source"], published=pair["published"])
        right, wrong = verify(document, [pair["right"], pair["wrong"]])
        for name in (pair["check"], "all"):
            kept[name].append(right.verdict == "supported")
            caught[name].append(wrong.verdict != "supported")
    shares = {n: (_share(kept[n]), _share(caught[n])) for n in kept}
    assert shares["all"][0] >= KEPT, shares
    assert shares["all"][1] >= CAUGHT, shares
    assert all(k >= KEPT - FAR and c >= CAUGHT - FAR for k, c in shares.values()), shares


def _share(found: list[bool]) -> float:
    return sum(found) / len(found)


@pytest.mark.parametrize("part", ["bias", "features", "model"])
def test_the_weights_are_those_of_the_features(part: str) -> None:
    read = json.loads(WEIGHTS.read_text("utf-8"))
    assert part in read
    assert tuple(read["features"]) == FEATURES
