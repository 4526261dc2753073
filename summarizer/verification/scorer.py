"""From what the checks saw to a verdict and a score."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.schema import Finding, Verdict
from summarizer.verification.index import SentenceIndex
from summarizer.verification.judge import Judged

CUT = 0.5


def support(index: SentenceIndex, judged: Sequence[Judged], log_odds: float | None) -> float:
    """How surely the document supports one sentence of a claim, 0 to 1; below ``CUT`` it does not.

    Args:
        judged: the sentence's parts.
        log_odds: what the model said of it, or None where it was not asked.
    """
    return min((j.passage.coverage if j.passage else 0.0) for j in judged)


def verdict(score: float, findings: Sequence[Finding]) -> Verdict:
    """The verdict on a claim with this score and these findings."""
    grave = [f for f in findings if f.severity in ("severe", "fatal")]
    if any(f.expected and f.found for f in grave):
        return "contradicted"
    return "unsupported" if grave or score < CUT else "supported"
