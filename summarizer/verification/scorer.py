"""From what the checks saw to a verdict and a score."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summarizer.schema import Finding, Verdict
from summarizer.verification.features import FEATURES, features
from summarizer.verification.index import SentenceIndex
from summarizer.verification.judge import Judged

CUT = 0.5
_LARGEST = 30.0  # log-odds; beyond, the score is 0 or 1 in every figure shown
WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class Weights:
    """Of two logistic regressions, fitted by ``benchmarks/fit_verification.py``.

    Attributes:
        bias, features: log-odds of a part by the rules, in the order of ``FEATURES``.
        model: bias, weight of the rules' log-odds and of the model's, for a sentence.
    """

    bias: float
    features: tuple[float, ...]
    model: tuple[float, float, float]


@cache
def weights() -> Weights:
    """The weights of this version."""
    read = json.loads(WEIGHTS.read_text("utf-8"))
    model = read["model"]
    return Weights(
        bias=read["bias"],
        features=tuple(read["features"][name] for name in FEATURES),
        model=(model["bias"], model["rules"], model["log_odds"]),
    )


def support(index: SentenceIndex, judged: Sequence[Judged], log_odds: float | None) -> float:
    """How surely the document supports one sentence of a claim, 0 to 1; below ``CUT`` it does not.

    Calibrated where half of the claims are supported. A sentence is as good as its worst part.

    Args:
        judged: the sentence's parts.
        log_odds: what the model said of it, or None where it was not asked.
    """
    if any(part.passage is None for part in judged):
        return 0.0
    known = weights()
    score = min(
        known.bias + sum(w * x for w, x in zip(known.features, features(index, part), strict=True))
        for part in judged
    )
    if log_odds is not None:
        bias, rules, model = known.model
        score = bias + rules * score + model * log_odds
    return 1 / (1 + math.exp(-max(-_LARGEST, min(_LARGEST, score))))


def verdict(score: float, findings: Sequence[Finding]) -> Verdict:
    """The verdict on a claim with this score and these findings."""
    grave = [f for f in findings if f.severity in ("severe", "fatal")]
    if any(f.expected and f.found for f in grave):
        return "contradicted"
    return "unsupported" if grave or score < CUT else "supported"
