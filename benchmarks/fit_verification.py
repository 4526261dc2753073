"""Fit the weights of ``summarizer/verification/weights.json`` on the tuning half.

Run by hand after a check or a feature has changed::

    python benchmarks/fit_verification.py --data FOLDER [--answers FILE]

Logistic regression over the parts of a claim, whose score is that of its weakest part (a soft
minimum while fitting). Supported claims and others weigh the same, and so do the two sets and our
own minimal pairs; no feature may speak for a claim but its length. ``--answers`` holds what the
embedded model said (see ``verification.py``); without it the model's weights stay as they are.
Printed is what five folds by document give, so that the table shows what fitting adds.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import verification as data
from asking import Remembering
from numpy.typing import NDArray
from scipy.optimize import minimize

from summarizer.prompting import load_prompt
from summarizer.verification.entailment import entails
from summarizer.verification.features import FEATURES, features
from summarizer.verification.judge import Judge
from summarizer.verification.parts import parts, sentences
from summarizer.verification.scorer import WEIGHTS

Floats = NDArray[np.float64]
_SOFTNESS = 0.5
_RIDGE = 0.01
_FOLDS = 5
_FREE = ("length",)


@dataclass(frozen=True)
class Row:
    """One claim: its parts' features, the sentence of each, and the model's log-odds of each."""

    item: data.Item
    values: Floats
    sentence: tuple[int, ...]
    log_odds: tuple[float, ...] | None


async def rows(items: Sequence[data.Item], answers: Remembering | None) -> list[Row]:
    """The features of every item."""
    prompt = load_prompt("entail")
    found = []
    for document, group in data.grouped(items):
        judge = Judge(document)
        for item in group:
            said, values, places = "", [], []
            for place, sentence in enumerate(sentences(item.claim)):
                for part in parts(sentence):
                    values.append(features(judge.index, judge.part(part, said)))
                    places.append(place)
                    said = f"{said} {part}".strip()
            odds = None
            if answers is not None:
                try:
                    told = [
                        await entails(judge.index, s, answers, prompt)
                        for s in sentences(item.claim)
                    ]
                    odds = tuple(a.log_odds if a else 0.0 for a in told)
                except KeyError:
                    odds = None
            found.append(Row(item, np.array(values), tuple(places), odds))
    return found


def weakest(scores: Floats, owner: NDArray[np.int_], count: int, softness: float) -> Floats:
    """For each owner the (soft) minimum of its scores."""
    least = np.full(count, np.inf)
    np.minimum.at(least, owner, scores)
    if not softness:
        return least
    share = np.exp(-(scores - least[owner]) / softness)
    total, summed = np.zeros(count), np.zeros(count)
    np.add.at(total, owner, share)
    np.add.at(summed, owner, share * scores)
    return summed / total


def fit(
    values: Floats,
    owner: NDArray[np.int_],
    supported: NDArray[np.bool_],
    weight: Floats,
    bounds: Sequence[tuple[float | None, float | None]],
) -> Floats:
    """Bias and weights of the least weighted logistic loss."""
    sign = np.where(supported, 1.0, -1.0)

    def loss(b: Floats) -> float:
        z = weakest(values @ b[1:] + b[0], owner, len(sign), _SOFTNESS)
        return float((weight * np.logaddexp(0, -sign * z)).sum() + _RIDGE * (b[1:] ** 2).sum())

    begin = np.zeros(values.shape[1] + 1)
    options = {"maxiter": 100, "maxfun": 20_000}
    found = minimize(
        loss, begin, method="L-BFGS-B", bounds=[(None, None), *bounds], options=options
    )
    return np.asarray(found.x)


def balanced(groups: Sequence[Sequence[Row]]) -> Floats:
    """Weights that give every set, and both sides of each, the same say; they sum to 1."""
    found: list[float] = []
    for group in groups:
        good = sum(row.item.supported for row in group)
        sizes = {True: good, False: len(group) - good}
        found += [0.5 / len(groups) / sizes[row.item.supported] for row in group]
    return np.array(found)


def by_rules(groups: Sequence[Sequence[Row]]) -> tuple[Floats, Floats, Floats]:
    """Bias and weights for raw features, with the mean and spread that they were fitted under."""
    everything = [row for group in groups for row in group]
    values = np.vstack([row.values for row in everything])
    owner = np.repeat(np.arange(len(everything)), [len(row.values) for row in everything])
    mean, spread = values.mean(0), values.std(0) + 1e-6
    supported = np.array([row.item.supported for row in everything])
    bounds = [(None, None) if name in _FREE else (None, 0.0) for name in FEATURES]
    b = fit((values - mean) / spread, owner, supported, balanced(groups), bounds)
    raw = b[1:] / spread
    return np.concatenate([[b[0] - float(raw @ mean)], raw]), mean, spread


def score(row: Row, b: Floats) -> Floats:
    """Log-odds of each sentence of a claim: that of its weakest part."""
    z = row.values @ b[1:] + b[0]
    owner = np.array(row.sentence)
    return weakest(z, owner, int(owner.max()) + 1, 0.0)


def by_model(groups: Sequence[Sequence[Row]], b: Floats) -> Floats:
    """Bias and weights of the rules' log-odds and the model's, over sentences."""
    everything = [row for group in groups for row in group]
    pairs = [
        (k, z, odds)
        for k, row in enumerate(everything)
        for z, odds in zip(score(row, b), row.log_odds or (), strict=True)
    ]
    values = np.array([[z, odds] for _, z, odds in pairs])
    owner = np.array([k for k, _, _ in pairs])
    supported = np.array([row.item.supported for row in everything])
    return fit(values, owner, supported, balanced(groups), [(0.0, None), (0.0, None)])


def folds(row: Row) -> int:
    """The fold of an item's document."""
    return int(hashlib.sha256(b"fold" + row.item.document.encode()).hexdigest(), 16) % _FOLDS


def cross(groups: dict[str, list[Row]]) -> None:
    """Print what folds by document give: rules, and with the model where it was asked."""
    for name, group in groups.items():
        z, m, asked = [], [], []
        for row in group:
            z.append(0.0)
            m.append(0.0)
            asked.append(row.log_odds is not None)
        for fold in range(_FOLDS):
            train = {n: [r for r in g if folds(r) != fold] for n, g in groups.items()}
            b, _, _ = by_rules(list(train.values()))
            with_model = [[r for r in g if r.log_odds is not None] for g in train.values()]
            with_model = [g for g in with_model if g]
            c = by_model(with_model, b) if with_model else None
            for k, row in enumerate(group):
                if folds(row) != fold:
                    continue
                own = score(row, b)
                z[k] = float(own.min())
                if c is not None and row.log_odds is not None:
                    m[k] = float((c[0] + c[1] * own + c[2] * np.array(row.log_odds)).min())
        report(f"{name}, rules", [r.item for r in group], z)
        if any(asked):
            chosen = [k for k, a in enumerate(asked) if a]
            items = [group[k].item for k in chosen]
            report(f"{name}, rules on the items asked", items, [z[k] for k in chosen])
            odds = [min(group[k].log_odds or (0.0,)) for k in chosen]
            report(f"{name}, the model's answer alone", items, odds)
            report(f"{name}, model", items, [m[k] for k in chosen])


def report(name: str, items: Sequence[data.Item], scores: Sequence[float]) -> None:
    """One line."""
    kept = [z > 0 for z in scores]
    print(
        f"{name}: {len(items)} items, balanced accuracy "
        f"{data.balanced_accuracy(items, kept):.3f}, AUC {data.area(items, scores):.3f}"
    )


async def run(folder: Path, answers: Path | None) -> None:
    """Fit, print, write."""
    told = Remembering(answers, None) if answers else None
    groups = {
        name: await rows([i for i in read(folder) if data.tuning(i.document)], told)
        for name, read in data.SETS.items()
    }
    own = data.minimal_pairs()
    groups["minimal pairs"] = await rows([*own, *data.off_topic(own)], None)
    cross(groups)
    b, _, _ = by_rules(list(groups.values()))
    with_model = [[r for r in g if r.log_odds is not None] for g in groups.values()]
    with_model = [g for g in with_model if g]
    old = json.loads(WEIGHTS.read_text("utf-8")) if WEIGHTS.exists() else {}
    model = dict(old.get("model", {"bias": 0.0, "rules": 1.0, "log_odds": 0.0}))
    if with_model:
        c = by_model(with_model, b)
        model = dict(
            zip(("bias", "rules", "log_odds"), (round(float(x), 4) for x in c), strict=True)
        )
    weights = {
        "bias": round(float(b[0]), 4),
        "features": {n: round(float(x), 4) for n, x in zip(FEATURES, b[1:], strict=True)},
        "model": model,
    }
    WEIGHTS.write_text(json.dumps(weights, indent=2) + "\n", "utf-8")
    print(json.dumps(weights))


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--answers", type=Path)
    args = parser.parse_args()
    asyncio.run(run(args.data / "faithfulness", args.answers))


if __name__ == "__main__":
    main()
