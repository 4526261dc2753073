"""Fits the matcher's weights on labelled pairs, and says how well they carry over.

    python benchmarks/fit_matcher.py a c

Pairs of the files named (evals/pairs) are fitted on; the others are held out. Beside them stand,
with less weight, three kinds that need no further labels: each gold claim and itself (same), a trap
and the claim that it distorts (different), a claim and the one after it (different). Likeness and
place may only speak for a pair and differences only against it, so that no quirk of how the pairs
were written (few words in common in most that are the same) is learnt.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from summarizer.evaluation import align
from summarizer.evaluation.articles import find_article
from summarizer.evaluation.calibrate import LabelledPair, load_pairs, statements
from summarizer.evaluation.gold import Gold, load_gold
from summarizer.matching.relation import WEIGHTS, compare, features
from summarizer.schema import Document

EVALS = Path("evals")
NAMES = tuple(WEIGHTS)
POSITIVE = ("alike", "place", "ahead_near", "ahead")
RIDGE = 0.3
EXTRA = {"itself": 0.3, "trap": 0.4, "next": 0.3}

Known = dict[str, tuple[Gold, Document]]


def known(articles: set[str]) -> Known:
    """Gold and text of the articles."""
    found = {}
    for gold in (load_gold(EVALS / "gold" / f"{article}.yaml") for article in sorted(articles)):
        document = find_article(gold.article, [EVALS / "articles"])
        if document is not None:
            found[gold.article.id] = (gold, document)
    return found


def signs(pair: LabelledPair, at: Known) -> np.ndarray:
    """The features of one pair, in the order of ``NAMES``."""
    claims, index, second = statements(pair, *at[pair.article])
    found = compare(claims[index], second)
    rivals = [compare(c, second) for i, c in enumerate(claims) if i != index]
    near = [r.alike for r in rivals if (r.place or 0.0) >= align.SAME_PLACE]
    has = features(found, max((r.alike for r in rivals), default=0.0), max(near, default=0.0))
    return np.array([has.get(name, 0.0) for name in NAMES])


def extras(at: Known, articles: set[str]) -> list[tuple[str, LabelledPair]]:
    """Pairs that need no further labels, with their kind."""
    made: list[tuple[str, LabelledPair]] = []

    def add(kind: str, article: str, gold: str, text: str, **more: object) -> None:
        label = "same" if kind == "itself" else "different"
        fields = {"id": "-", "hard": False, "kind": "reworded", "label": label, **more}
        made.append(
            (
                kind,
                LabelledPair.model_validate(
                    {"article": article, "gold": gold, "text": text, **fields}
                ),
            )
        )

    for article in sorted(articles & set(at)):
        gold = at[article][0]
        for claim in gold.claims[::3]:
            said = claim.attribution[0].source if claim.attribution else None
            add("itself", article, claim.id, claim.text, source=said)
        for trap in gold.traps:
            if trap.of:
                add("trap", article, trap.of, trap.text)
        for one, other in zip(gold.claims[::2], gold.claims[1::2], strict=False):
            if other.id not in one.entails and one.id not in other.entails:
                said = other.attribution[0].source if other.attribution else None
                add("next", article, one.id, other.text, where=other.id, source=said)
    return made


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Ridge logistic regression with signs held."""
    bounds = [
        (None, None) if n == "bias" else (0, None) if n in POSITIVE else (None, 0) for n in NAMES
    ]

    def loss(w: np.ndarray) -> float:
        z = x @ w
        return float((weight * (np.logaddexp(0, z) - y * z)).sum() + RIDGE * (w[1:] ** 2).sum())

    return np.asarray(minimize(loss, np.zeros(len(NAMES)), method="L-BFGS-B", bounds=bounds).x)


def balanced(z: np.ndarray, y: np.ndarray) -> float:
    """Balanced accuracy at even odds."""
    return float(((z[y == 1] > 0).mean() + (z[y == 0] <= 0).mean()) / 2)


def main(files: list[str]) -> None:
    pairs = load_pairs(EVALS / "pairs")
    at = known({p.article for p in pairs})
    mine = [p for p in pairs if p.id.split("-")[0] in files]
    held = [p for p in pairs if p.id.split("-")[0] not in files]
    more = extras(at, {p.article for p in mine})
    y = np.array([p.label == "same" for p in mine], float)
    even = np.where(y == 1, 0.5 / y.mean(), 0.5 / (1 - y.mean()))
    x = np.array([signs(p, at) for p in mine])
    x_more = np.array([signs(p, at) for _, p in more])
    y_more = np.array([p.label == "same" for _, p in more], float)
    w_more = np.array([EXTRA[kind] for kind, _ in more])
    of, of_more = np.array([p.article for p in mine]), np.array([p.article for _, p in more])
    weights = fit(np.vstack([x, x_more]), np.r_[y, y_more], np.r_[even, w_more])
    for name, value in zip(NAMES, weights, strict=True):
        print(f'        "{name}": {value:.2f},')
    hard = np.array([p.hard for p in mine])
    print(f"fitted on {len(mine)} pairs: {balanced(x @ weights, y):.3f}, ", end="")
    print(f"hard {balanced((x @ weights)[hard], y[hard]):.3f}")
    z = np.zeros(len(y))
    for article in sorted(set(of)):
        keep, keep_more = of != article, of_more != article
        z[~keep] = x[~keep] @ fit(
            np.vstack([x[keep], x_more[keep_more]]),
            np.r_[y[keep], y_more[keep_more]],
            np.r_[even[keep], w_more[keep_more]],
        )
    print(f"left out by article: {balanced(z, y):.3f}, hard {balanced(z[hard], y[hard]):.3f}")
    for kind in EXTRA:
        this = np.array([k == kind for k, _ in more])
        right = ((x_more[this] @ weights > 0) == (y_more[this] == 1)).mean()
        print(f"  {kind}: {right:.3f} of {this.sum()} right")
    if held and "--held-out" in sys.argv:
        x, y = np.array([signs(p, at) for p in held]), np.array([p.label == "same" for p in held])
        hard = np.array([p.hard for p in held])
        print(f"held out {len(held)} pairs: {balanced(x @ weights, y):.3f}, ", end="")
        print(f"hard {balanced((x @ weights)[hard], y[hard]):.3f}")


if __name__ == "__main__":
    main([a for a in sys.argv[1:] if not a.startswith("-")])
