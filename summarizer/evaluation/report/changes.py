"""What a run finds or gets wrong that an earlier run did not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from summarizer.evaluation.report.shared import counted_result, shown_result
from summarizer.evaluation.results import ArticleResult, PredictedOutcome, RunResult, Scored

Change = Literal["newly missed", "newly found", "newly wrong", "newly right"]
Verdict = Literal["right", "wrong", "duplicate"]


@dataclass(frozen=True)
class Changes:
    """Marks of one article; a claim that stands as it stood has none.

    Attributes:
        gold: by id.
        predicted: by index, with what was made of the same words before.
    """

    gold: Mapping[str, Change]
    predicted: Mapping[int, tuple[Change, str]]

    def each(self) -> list[Change]:
        """All marks, one for each claim that has one."""
        return [*self.gold.values(), *(change for change, _ in self.predicted.values())]


def verdict_of(claim: PredictedOutcome) -> Verdict:
    """A duplicate is neither right nor wrong: it counts for nothing."""
    return "duplicate" if claim.duplicate else "right" if claim.right else "wrong"


def changes(article: ArticleResult, before: RunResult | None) -> Changes | None:
    """The marks of an article, or None where there is nothing to compare it with.

    The same article, sample and stage are compared. Gold claims are the same by id, predicted
    ones by their words, whatever their case and spacing.
    """
    shown = shown_result(article)
    same = [a for a in before.articles if _key(a) == _key(article)] if before else []
    if not shown or not same or not counted_result(article) or not counted_result(same[0]):
        return None
    stage, now = shown
    old = same[0].stages.get(stage)
    return Changes(_gold(now, old), _predicted(now, old)) if old else None


def _key(article: ArticleResult) -> tuple[str, int, str]:
    return article.id, article.repeat, article.sha256


def _gold(now: Scored, old: Scored) -> dict[str, Change]:
    found = {claim.id: claim.found for claim in old.gold}
    return {
        claim.id: "newly found" if claim.found else "newly missed"
        for claim in now.gold
        if claim.found != found.get(claim.id, claim.found)
    }


def _predicted(now: Scored, old: Scored) -> dict[int, tuple[Change, str]]:
    stood = _stood(old.predicted)
    marks: dict[int, tuple[Change, str]] = {}
    for index, claim in enumerate(now.predicted):
        verdict, was = verdict_of(claim), stood.get(normalised(claim.text))
        said = f"was {was}" if was else "not said before"
        if verdict == "right" and was not in ("right", "duplicate"):
            marks[index] = ("newly right", said)
        elif verdict == "wrong" and was != "wrong":
            marks[index] = ("newly wrong", said)
    return marks


def _stood(claims: Iterable[PredictedOutcome]) -> dict[str, Verdict]:
    """Normalised words to what was made of them; of words said twice, the one that counted."""
    stood: dict[str, Verdict] = {}
    for claim in claims:
        words, verdict = normalised(claim.text), verdict_of(claim)
        if stood.get(words, "duplicate") == "duplicate":
            stood[words] = verdict
    return stood


def normalised(text: str) -> str:
    """Words by which predicted claims of two runs are the same."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(folded.split()).rstrip(".")
