"""How often the matcher is right, on pairs labelled by hand, beside plain word overlap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from summarizer.errors import GoldError
from summarizer.evaluation import align
from summarizer.evaluation.articles import find_article
from summarizer.evaluation.gold import Gold, Labeller, Words, read_data, read_file
from summarizer.evaluation.results import MatcherQuality
from summarizer.evaluation.sides import side_of_gold
from summarizer.matching.relation import Statement
from summarizer.schema import Document, Value
from summarizer.text.words import content_stems

FITTED = ("a-", "c-")
"""How the ids of the pairs begin that the weights were fitted on; the others are held out."""

PairKind = Literal[
    "paraphrase",
    "reworded",
    "number",
    "date",
    "negation",
    "source",
    "subject",
    "hedge",
    "scope",
    "causal",
    "other-fact",
    "unrelated",
]


class LabelledPair(Value):
    """A gold claim and another statement about the same article.

    Attributes:
        where: the gold claim whose evidence the statement cites; that of ``gold`` when None.
        source: who the statement is attributed to, apart from its text.
        label: whether both state the same fact.
        hard: one difference that matters, or few words in common.
    """

    id: Words
    article: Words
    gold: str
    where: str | None = None
    source: str | None = None
    text: Words
    label: Literal["same", "different"]
    hard: bool
    kind: PairKind

    @property
    def fitted(self) -> bool:
        """Whether the matcher's weights were fitted on it."""
        return self.id.startswith(FITTED)


class Pairs(Value):
    """A file of labelled pairs."""

    labelled_by: Labeller
    pairs: tuple[LabelledPair, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Judged:
    """One pair and what was made of it.

    Attributes:
        says: whether the matcher finds both the same.
        score: the matcher's, 0 to 1; ``words``: the share of words in common (F1), 0 to 1.
    """

    pair: LabelledPair
    says: bool
    score: float
    words: float

    @property
    def same(self) -> bool:
        """The label."""
        return self.pair.label == "same"


@dataclass(frozen=True)
class Report:
    """All measures of a folder of pairs.

    Attributes:
        groups: name of a part of the pairs to its measures.
        kinds: kind to how many were judged right, and how many there are.
    """

    groups: dict[str, Calibration]
    kinds: dict[str, tuple[int, int]]
    judged: tuple[Judged, ...]


@dataclass(frozen=True)
class Calibration:
    """The measures on one set of pairs; all 0 to 1, None where one label is missing.

    Attributes:
        accuracy: balanced accuracy, the mean of the share of ``same`` and of ``different`` pairs
            that are judged right.
        auc: area under the ROC curve of the score.
        words_accuracy: of word overlap at its best cut on these very pairs, which flatters it.
        words_auc: of word overlap.
    """

    pairs: int
    same: int
    accuracy: float | None
    auc: float | None
    words_accuracy: float | None
    words_auc: float | None


def load_pairs(folder: Path) -> tuple[LabelledPair, ...]:
    """The pairs of all files of a folder.

    Raises:
        GoldError: there is none, a file is malformed, or an id is given twice.
    """
    found: list[LabelledPair] = []
    for path in sorted(folder.glob("*.yaml")):
        data, lines = read_data(read_file(path), str(path))
        try:
            found += Pairs.model_validate(data).pairs
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            field = ".".join(str(step) for step in fault["loc"])
            line = lines.of(tuple(fault["loc"]))
            raise GoldError(f"{path}:{line}: {field}: {fault['msg']}") from None
    ids = [pair.id for pair in found]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise GoldError(f"{folder}: pair id {', '.join(twice)} is given twice")
    if not found:
        raise GoldError(f"there are no labelled pairs in {str(folder)!r}")
    return tuple(found)


def judge(
    pairs: Sequence[LabelledPair], golds: Mapping[str, tuple[Gold, Document]]
) -> list[Judged]:
    """What the matcher says of each pair, beside the other claims of its article as in scoring.

    Pairs of articles that are not in ``golds`` are left out.

    Raises:
        GoldError: a pair names a claim that its article has not.
    """
    judged = []
    for pair in pairs:
        if pair.article not in golds:
            continue
        claims, index, second = statements(pair, *golds[pair.article])
        found = align.judge(claims, [second]).relations.get((index, 0))
        judged.append(
            Judged(
                pair,
                found is not None and found.kind == "equivalent",
                found.score if found else 0.0,
                word_overlap(claims[index], second),
            )
        )
    return judged


def statements(
    pair: LabelledPair, gold: Gold, document: Document
) -> tuple[list[Statement], int, Statement]:
    """All claims of the article, the index of the pair's, and its other statement.

    The statement cites whole sentences, as a program does: the gold spans would give away more.

    Raises:
        GoldError: the pair names a claim that the article has not.
    """
    claims = [c.statement(gold.article.published) for c in side_of_gold(gold).claims]
    index = {claim.id: i for i, claim in enumerate(claims)}
    where = pair.where or pair.gold
    if pair.gold not in index or where not in index:
        raise GoldError(f"pair {pair.id}: {pair.article} has no claim {pair.gold} or {where}")
    spans = claims[index[where]].evidence[0]
    cited = tuple(
        (s.start, s.end)
        for s in document.sentences
        if any(s.start < end and start < s.end for start, end in spans)
    )
    second = Statement(
        id=pair.id,
        text=pair.text,
        evidence=(cited,) if cited else (),
        sources=(pair.source,) if pair.source else (),
        published=gold.article.published,
    )
    return claims, index[pair.gold], second


def calibrated(folder: Path, golds: Sequence[Gold], articles: Sequence[Path]) -> Report:
    """Judge every pair of a folder whose article is here."""
    known = {}
    for gold in golds:
        document = find_article(gold.article, articles)
        if document is not None:
            known[gold.article.id] = (gold, document)
    judged = judge(load_pairs(folder), known)
    parts = {
        "all": judged,
        "hard": [j for j in judged if j.pair.hard],
        "easy": [j for j in judged if not j.pair.hard],
        "fitted on": [j for j in judged if j.pair.fitted],
        "held out": [j for j in judged if not j.pair.fitted],
        "held out, hard": [j for j in judged if j.pair.hard and not j.pair.fitted],
    }
    kinds: dict[str, tuple[int, int]] = {}
    for one in judged:
        right, total = kinds.get(one.pair.kind, (0, 0))
        kinds[one.pair.kind] = (right + (one.says == one.same), total + 1)
    groups = {name: calibration(part) for name, part in parts.items()}
    return Report(groups, dict(sorted(kinds.items())), tuple(judged))


def matcher_quality(report: Report) -> MatcherQuality | None:
    """The figures that stand beside every score; None where a label is missing."""
    whole, hard = report.groups["all"], report.groups["hard"]
    figures = (whole.accuracy, hard.accuracy, whole.auc, whole.words_accuracy, whole.words_auc)
    if any(figure is None for figure in figures):
        return None
    return MatcherQuality(
        pairs=whole.pairs,
        accuracy=whole.accuracy or 0.0,
        hard_accuracy=hard.accuracy or 0.0,
        auc=whole.auc or 0.0,
        words_accuracy=whole.words_accuracy or 0.0,
        words_auc=whole.words_auc or 0.0,
    )


def word_overlap(first: Statement, second: Statement) -> float:
    """F1 of the content words of two texts, the plain measure to be better than."""
    left, right = set(content_stems(first.text)), set(content_stems(second.text))
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def calibration(judged: Sequence[Judged]) -> Calibration:
    """The measures on some judged pairs."""
    yes = [j for j in judged if j.same]
    no = [j for j in judged if not j.same]
    if not yes or not no:
        return Calibration(len(judged), len(yes), None, None, None, None)
    cuts = sorted({j.words for j in judged})
    best = max(
        _balanced([j.words >= cut for j in yes], [j.words < cut for j in no]) for cut in cuts
    )
    return Calibration(
        pairs=len(judged),
        same=len(yes),
        accuracy=_balanced([j.says for j in yes], [not j.says for j in no]),
        auc=_auc([j.score for j in yes], [j.score for j in no]),
        words_accuracy=best,
        words_auc=_auc([j.words for j in yes], [j.words for j in no]),
    )


def _balanced(right_of_same: Sequence[bool], right_of_different: Sequence[bool]) -> float:
    shares = (sum(r) / len(r) for r in (right_of_same, right_of_different))
    return sum(shares) / 2


def _auc(higher: Sequence[float], lower: Sequence[float]) -> float:
    """Chance that a ``same`` pair scores above a ``different`` one, ties half (Mann-Whitney)."""
    wins = sum((a > b) + 0.5 * (a == b) for a in higher for b in lower)
    return wins / (len(higher) * len(lower))
