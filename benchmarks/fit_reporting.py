"""Fits the weights that correct the rules for reported speech, and says how well they carry over.

    python benchmarks/fit_reporting.py --data ../shared/data [--write]

On the tuning half alone (see attribution.py): first five times with a fifth of the articles left
out, then on all of it. The likelihood of the gold labels under the chain, with a penalty on the
absolute and squared weights, so that most are zero and need not be stored. A feature must occur
`COMMON` times.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from attribution import FILE, NAMES, Passage, held, load, score
from summarizer.attributes import reporting_model as model
from summarizer.attributes.reporting_rules import find
from summarizer.attributes.reporting_tokens import read

COMMON = 4
ABSOLUTE = 0.15
SQUARED = 0.02
ROUNDS = 120
FOLDS = 5
TARGET = Path("summarizer/attributes") / model.WEIGHTS_FILE
MARKS = {"source": "S", "cue": "C", "content": "T"}

Floats = NDArray[np.float64]
Sentence = tuple[list[list[str]], list[int]]


def sentences(passages: Sequence[Passage]) -> Iterator[Sentence]:
    """Features and gold label indices of each sentence that the reader makes of the passages."""
    for passage in passages:
        r = read(passage.text)
        gold = [0] * len(r.words)
        starts = {a: (name, n) for name, n, _ in passage.spans for a in [passage.tokens[n][0]]}
        at = 0
        for i, (start, end) in enumerate(r.spans):
            while at < len(passage.tokens) - 1 and passage.tokens[at][1] <= start:
                at += 1
            label = passage.labels[at]
            if label:
                begins = (
                    any(start <= a < end for a in starts)
                    or not i
                    or not passage_same(passage, r.spans[i - 1], label)
                )
                mark = MARKS[label] if begins else MARKS[label].lower()
                gold[i] = model.LABELS.index(mark)
        said = model.rule_labels(r, find(r))
        for low, high in r.units:
            yield model.features(r, said, low, high), gold[low:high]


def passage_same(passage: Passage, before: tuple[int, int], label: str) -> bool:
    """Whether the token before has the same label."""
    touching = [
        passage.labels[k]
        for k, (a, b) in enumerate(passage.tokens)
        if a < before[1] and before[0] < b
    ]
    return bool(touching) and touching[-1] == label


@dataclass(frozen=True)
class Batch:
    """Sentences as one sparse matrix.

    Attributes:
        x: tokens by features, 0 or 1.
        gold: label index of each token.
        grid: sentences by longest length, the row of ``x`` of each token, -1 behind the end.
    """

    x: csr_matrix
    gold: NDArray[np.intp]
    grid: NDArray[np.intp]


def batch(rows: Sequence[Sentence], known: dict[str, int]) -> Batch:
    indices: list[int] = []
    ends, gold = [0], []
    grid = np.full((len(rows), max(len(g) for _, g in rows)), -1)
    for s, (tokens, labels) in enumerate(rows):
        for t, token in enumerate(tokens):
            grid[s, t] = len(gold) + t
            indices += [known[f] for f in token if f in known]
            ends.append(len(indices))
        gold += labels
    ones = np.ones(len(indices))
    x = csr_matrix((ones, indices, ends), shape=(len(gold), len(known)))
    return Batch(x, np.array(gold), grid)


def loss(flat: Floats, b: Batch) -> tuple[float, Floats]:
    """Negative log likelihood and its gradient, scores first and moves behind them."""
    k = len(model.LABELS)
    width = b.x.shape[1] * k
    w, moves = flat[:width].reshape(-1, k), flat[width:].reshape(k + 1, k)
    emit = b.x @ w
    rows, length = b.grid.shape
    alive = b.grid >= 0
    forward = np.zeros((length, rows, k))
    forward[0] = emit[b.grid[:, 0]] + moves[-1]
    for t in range(1, length):
        step = forward[t - 1][:, :, None] + moves[:-1]
        new = logsumexp(step, 1) + emit[b.grid[:, t]]
        forward[t] = np.where(alive[:, t, None], new, forward[t - 1])
    total = logsumexp(forward[-1], 1)
    backward = np.zeros((rows, k))
    d_moves = np.zeros_like(moves)
    share = np.zeros_like(emit)
    for t in range(length - 1, -1, -1):
        on = alive[:, t]
        at = b.grid[on, t]
        share[at] = np.exp(forward[t][on] + backward[on] - total[on, None])
        if t:
            ahead = emit[at] + backward[on]
            pair = forward[t - 1][on][:, :, None] + moves[:-1] + ahead[:, None, :]
            d_moves[:-1] += np.exp(pair - total[on, None, None]).sum(axis=0)
            backward[on] = logsumexp(moves[:-1] + ahead[:, None, :], 2)
    d_moves[-1] = share[b.grid[:, 0]].sum(axis=0)
    value = total.sum()
    for t in range(length):
        on = alive[:, t]
        here = b.gold[b.grid[on, t]]
        before = b.gold[b.grid[on, t - 1]] if t else np.full(len(here), k)
        value -= emit[b.grid[on, t], here].sum() + moves[before, here].sum()
        np.subtract.at(d_moves, (before, here), 1)
    share[np.arange(len(b.gold)), b.gold] -= 1
    return float(value), np.r_[(b.x.T @ share).ravel(), d_moves.ravel()]


def logsumexp(a: Floats, axis: int) -> Floats:
    top = a.max(axis=axis, keepdims=True)
    return np.asarray(np.log(np.exp(a - top).sum(axis=axis)) + top.squeeze(axis))


def fit(rows: Sequence[Sentence]) -> dict[str, Any]:
    """Weights in their stored form."""
    seen = Counter(f for tokens, _ in rows for token in tokens for f in set(token))
    known = {f: n for n, f in enumerate(sorted(f for f, c in seen.items() if c >= COMMON))}
    rows = sorted(rows, key=lambda row: -len(row[1]))
    parts = [batch(rows[i : i + 256], known) for i in range(0, len(rows), 256)]
    size = (len(known) + len(model.LABELS) + 1) * len(model.LABELS)

    def penalised(both: Floats) -> tuple[float, Floats]:
        w = both[:size] - both[size:]
        value, gradient = SQUARED * float(w @ w), 2 * SQUARED * w
        for part in parts:
            more, slope = loss(w, part)
            value, gradient = value + more, gradient + slope
        return value + ABSOLUTE * float(both.sum()), np.r_[gradient, -gradient] + ABSOLUTE

    bounds = [(0, None)] * (2 * size)
    found = minimize(
        penalised, np.zeros(2 * size), jac=True, method="L-BFGS-B", bounds=bounds,
        options={"maxiter": ROUNDS},
    ).x  # fmt: skip
    whole = np.rint(100 * (found[:size] - found[size:])).astype(int)
    k = len(model.LABELS)
    scores, moves = whole[: len(known) * k].reshape(-1, k), whole[len(known) * k :].reshape(-1, k)
    stored = {
        f: [int(v) for label in np.flatnonzero(scores[n]) for v in (label, scores[n, label])]
        for f, n in known.items()
        if scores[n].any()
    }
    return {"features": stored, "moves": moves.tolist()}


def fold(article: str) -> int:
    return int(hashlib.sha256(article.encode()).hexdigest()[:8], 16) // 2 % FOLDS


def cross_validated(passages: Sequence[Passage]) -> None:
    """Prints token F1 of each left-out fifth, by rules and with weights of the other four."""
    kept = model.weights
    for n in range(FOLDS):
        left = [p for p in passages if fold(p.article) == n]
        found = model.unpacked(fit(list(sentences([p for p in passages if fold(p.article) != n]))))
        model.weights = lambda found=found: found  # type: ignore[assignment,misc]
        for name, learned in (("rules", False), ("rules + weights", True)):
            scores = score(left, learned=learned)
            cells = "".join(f"{scores.token[x]:8.3f}" for x in NAMES)
            cells += "".join(f"{scores.exact[x]:8.3f}" for x in NAMES)
            print(f"without fifth {n + 1}, {len(left):4} passages, {name:16}{cells}", flush=True)
    model.weights = kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--write", action="store_true", help=f"replace {TARGET}")
    arguments = parser.parse_args()
    if not (arguments.data / FILE).is_file():
        print(f"did not run: there is no {arguments.data / FILE}")
        return 0
    passages = [p for p in load(arguments.data) if not held(p.article)]
    if arguments.write:
        stored = fit(list(sentences(passages)))
        TARGET.write_text(json.dumps(stored, separators=(",", ":"), ensure_ascii=False), "utf-8")
        print(f"{len(stored['features'])} features, {TARGET.stat().st_size / 1000:.0f} kB")
    else:
        cross_validated(passages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
