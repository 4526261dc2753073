"""How important each accepted claim is within its document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.claims.gate import Assessed
from summarizer.schema import Claim, Document
from summarizer.text.words import content_stems

# Shares of the score. News puts first what matters (the lead), and its headline names it.
_LEAD, _HEADLINE, _CENTRAL, _FIGURE = 0.35, 0.25, 0.25, 0.15
_LEANS = re.compile(
    r"^(?:it|this|that|these|those|they|their|he|his|she|her|there|the other)\b"
    r"|\b(?:the (?:two|three|four|former|latter|outlet|pair)|both|in question)\b",
    re.IGNORECASE,
)
_NOT_ALONE = 0.6  # factor for a claim that leans on another sentence, or with a finding


def number_and_rank(
    document: Document, standing: Sequence[Assessed], replaced: Sequence[Assessed]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Accepted and rejected claims with ids ``c1``, ``c2``, … in the order of the source.

    Importance is the weighted sum of the claim's place (1 at the start, falling to 0 at the end),
    its share of headline words, its centrality (how often its words come up in all claims, against
    the claim where they come up most), and whether it carries a figure.
    """
    rows = sorted([*standing, *replaced], key=lambda a: a.draft.part.start)
    weights = Counter(w for a in rows if a.claim.accepted for w in set(content_stems(a.claim.text)))
    central = {id(a): _centrality(a.claim.text, weights) for a in rows}
    most = max(central.values(), default=0.0) or 1.0
    headline = set(content_stems(document.title or ""))
    last = max((s.end for s in document.body), default=1)
    first = min((s.start for s in document.body), default=0)
    claims: list[Claim] = []
    rejected: list[Claim] = []
    for index, row in enumerate(rows, start=1):
        words = set(content_stems(row.claim.text))
        place = 1 - (row.draft.part.start - first) / max(1, last - first)
        score = (
            _LEAD * place
            + _HEADLINE * (len(words & headline) / len(headline) if headline else place)
            + _CENTRAL * central[id(row)] / most
            + _FIGURE * bool(row.claim.quantities)
        )
        if _LEANS.search(row.claim.text) or row.worst:
            score *= _NOT_ALONE
        rank = {"id": f"c{index}", "importance": round(min(1.0, score), 3)}
        claim = row.claim.model_copy(update=rank)
        (claims if claim.accepted else rejected).append(claim)
    return tuple(claims), tuple(rejected)


def _centrality(text: str, weights: Counter[str]) -> float:
    words = set(content_stems(text))
    # A word of rejected claims alone is in no accepted one.
    return sum(max(0, weights[w] - 1) for w in words) / len(words) if words else 0.0
