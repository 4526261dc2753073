"""From what the checks saw to a verdict and a score."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.schema import Finding, Verdict
from summarizer.verification.judge import Judged

CUT = 0.5


def support(judged: Judged) -> float:
    """How surely the document supports a part, 0 to 1; below ``CUT`` it does not."""
    if judged.passage is None:
        return 0.0
    return judged.passage.coverage


def verdict(score: float, findings: Sequence[Finding]) -> Verdict:
    """The verdict on a claim with this score and these findings."""
    grave = [f for f in findings if f.severity in ("severe", "fatal")]
    if any(f.expected and f.found for f in grave):
        return "contradicted"
    return "unsupported" if grave or score < CUT else "supported"
