"""How sure a score is, and whether two systems differ; the article is the unit of resampling.

A difference is after minus before, in the unit of the score. Bad input raises ValueError.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_CELLS = 2**20  # of one array of draws: 8 MB
_LEAST_ARTICLES = 2
_MOST_EXACT = 30
_SHARE = "more than 0 and less than 1"
_ROUNDING = 1e-9  # relative; differences this close count as equal

_Array = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """Both ends belong to the interval; in the unit of what was estimated."""

    low: float
    high: float


@dataclass(frozen=True)
class Ratio:
    """What one article adds to a pooled (micro) ratio; its denominator is at least 0."""

    numerator: float
    denominator: float

    def __post_init__(self) -> None:
        _check("numerator", self.numerator, math.isfinite(self.numerator), "a finite number")
        fits = 0 <= self.denominator < math.inf
        _check("denominator", self.denominator, fits, "a finite number of at least 0")


Ratios = Sequence[Ratio]  # one for each article


def pooled(ratios: Ratios) -> float | None:
    """Sum of numerators by sum of denominators; None when the latter is 0."""
    whole = math.fsum(r.denominator for r in ratios)
    return math.fsum(r.numerator for r in ratios) / whole if whole else None


def bootstrap_interval(
    ratios: Ratios, *, seed: int, confidence: float = 0.95, resamples: int = 10_000
) -> Interval | None:
    """Percentile interval of the pooled ratio by a bootstrap over articles.

    Davison and Hinkley 1997, 5.3.1. The order of the articles does not matter. Resamples whose
    denominator is 0 are left out. None when fewer than 2 articles have a denominator above 0, or
    no resample is left.
    """
    return _interval(_table(ratios), seed, confidence, resamples)


def paired_difference(before: Ratios, after: Ratios) -> float | None:
    """Pooled ratio after minus before, over the same articles; None when either is None."""
    _check("articles after", len(after), len(after) == len(before), f"{len(before)} as before")
    first, second = pooled(before), pooled(after)
    return None if first is None or second is None else second - first


def paired_interval(
    before: Ratios, after: Ratios, *, seed: int, confidence: float = 0.95, resamples: int = 10_000
) -> Interval | None:
    """As ``bootstrap_interval``, of the paired difference; denominators of both sides must do."""
    return _interval(_table(before, after), seed, confidence, resamples)


def permutation_p(
    before: Ratios, after: Ratios, *, seed: int, resamples: int = 100_000, exact_up_to: int = 20
) -> float | None:
    """Two-sided p of the paired difference, above 0 to 1, by swapping the systems in articles.

    Exact when at most ``exact_up_to`` (0 to 30) articles differ between the sides, else from
    ``resamples`` random assignments, and one is added to both counts (Phipson and Smyth 2010).
    Assignments that leave either side with a denominator of 0 are left out. Neither the order of
    the articles nor which side comes first matters. None when the paired difference is None.
    """
    _check("resamples", resamples, resamples >= 1, "at least 1")
    _check("exact_up_to", exact_up_to, 0 <= exact_up_to <= _MOST_EXACT, f"0 to {_MOST_EXACT}")
    observed = paired_difference(before, after)
    if observed is None:
        return None
    table = _table(before, after).reshape(-1, 2, 2).tolist()
    # The larger first, whichever side it is on, so that a seed draws the same for both orders.
    pairs = sorted((max(pair), min(pair)) for pair in table if pair[0] != pair[1])
    larger, smaller = np.array(pairs).reshape(-1, 2, 2).swapaxes(0, 1)
    alike = np.array([one for one, other in table if one == other]).reshape(-1, 2).sum(axis=0)
    rng = np.random.default_rng(seed)
    bits, exact = np.arange(len(pairs)), len(pairs) <= exact_up_to
    least = abs(observed) - _ROUNDING * max(abs(pooled(side) or 0) for side in (before, after))
    extreme = total = 0 if exact else 1
    for rows in _chunks(2 ** len(bits) if exact else resamples, len(bits)):
        size = (len(rows), len(bits))
        draw = (np.array(rows)[:, None] >> bits) & 1 if exact else rng.integers(2, size=size)
        # Sums, not differences from a sum: a denominator of 0 comes out as 0.
        first = alike + draw @ larger + (1 - draw) @ smaller
        second = alike + draw @ smaller + (1 - draw) @ larger
        differences = _scores(np.hstack([first, second]))
        extreme += int(np.count_nonzero(np.abs(differences) >= least))
        total += len(differences)
    return extreme / total


def smallest_difference(
    before: Ratios, after: Ratios, *, power: float = 0.8, confidence: float = 0.95
) -> float | None:
    """The smallest true difference that a two-sided test on this many articles would show.

    (z of 1 - alpha/2 + z of power) times the standard error of the paired difference, from the
    delete-one jackknife over articles (Efron and Tibshirani 1993, 11.5). Never below 0; 0 when the
    articles do not vary. None when on either side fewer than 2 have a denominator above 0.
    """
    from scipy import stats

    _check("power", power, 0 < power < 1, _SHARE)
    _check("confidence", confidence, 0 < confidence < 1, _SHARE)
    table = _table(before, after)
    scores = _scores(table.sum(axis=0) - table)
    # Fewer scores without being thin: one article outweighs the others beyond a float's precision.
    if _is_thin(table) or len(scores) < len(table):
        return None
    error = math.sqrt((len(scores) - 1) * np.var(scores))
    return max(0.0, float(stats.norm.ppf((1 + confidence) / 2) + stats.norm.ppf(power)) * error)


def rate_interval(hits: int, trials: int, confidence: float = 0.95) -> Interval:
    """Two-sided exact interval of a rate, 0 to 1 (Clopper and Pearson 1934); 1 trial or more."""
    return _exact_interval(hits, trials, confidence, "two-sided")


def rate_upper_bound(hits: int, trials: int, confidence: float = 0.95) -> float:
    """One-sided exact upper bound of a rate, 0 to 1 (Clopper and Pearson 1934)."""
    return _exact_interval(hits, trials, confidence, "less").high


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """P-values adjusted for how many there are, 0 to 1, same keys in the same order (Holm 1979)."""
    for name, p in p_values.items():
        _check(f"p-value of {name}", p, 0 <= p <= 1, "0 to 1")
    adjusted = dict(p_values)
    latest = 0.0
    for rank, name in enumerate(sorted(p_values, key=lambda key: p_values[key])):
        latest = max(latest, min(1.0, (len(p_values) - rank) * p_values[name]))
        adjusted[name] = latest
    return adjusted


def krippendorff_alpha(
    units: Sequence[tuple[Hashable | None, Hashable | None]],
    distance: Callable[[Any, Any], float] | None = None,
) -> float | None:
    """Agreement of two coders, at most 1; 0 is chance (Krippendorff 2011).

    A unit with None is left out. ``distance`` of two unequal values is 0 to 1, squared already
    (the source's delta squared), and the same both ways round; without it, 1 (nominal). None when
    no unit has two values; 1.0 when all values are alike, where the formula is 0 by 0.
    """
    pairs = [(a, b) for a, b in units if a is not None and b is not None]
    counts = Counter(value for pair in pairs for value in pair)
    for value in counts:
        _check("units", value, not (isinstance(value, float) and math.isnan(value)), "no NaN")
    if not pairs:
        return None

    def apart(a: Hashable, b: Hashable) -> float:
        if a == b or distance is None:
            return float(a != b)
        found = distance(a, b)
        _check(f"distance of {a!r} and {b!r}", found, 0 <= found <= 1, "0 to 1")
        return found

    # The coincidence matrix has each pair both ways; the same factors are left out of both sums.
    coincidences = Counter(pairs) + Counter((b, a) for a, b in pairs)
    observed = sum(times * apart(a, b) for (a, b), times in coincidences.items())
    expected = sum(counts[a] * counts[b] * apart(a, b) for a in counts for b in counts)
    return 1 - (2 * len(pairs) - 1) * observed / expected if expected else 1.0


def _check(name: str, found: object, fits: bool, expected: str) -> None:
    if not fits:  # as all comparisons of NaN
        raise ValueError(f"{name}: expected {expected}, found {found}")


def _table(*sides: Ratios) -> _Array:
    """A row an article: numerator and denominator of each side; sorted, so order is nothing."""
    first, last = len(sides[0]), len(sides[-1])
    _check("articles after", last, last == first, f"{first} as before")
    articles = zip(*sides, strict=True)
    rows = sorted([x for r in row for x in (r.numerator, r.denominator)] for row in articles)
    return np.array(rows, dtype=np.float64).reshape(-1, 2 * len(sides))


def _is_thin(table: _Array) -> bool:
    """Whether a side has too few articles with a denominator to tell how much they vary."""
    return bool((np.count_nonzero(table[:, 1::2], axis=0) < _LEAST_ARTICLES).any())


def _scores(sums: _Array) -> _Array:
    """The ratio of each row of 2, second ratio minus first of 4; rows with a 0 below left out."""
    sums = sums[(sums[:, 1::2] > 0).all(axis=1)]
    scores = sums[:, ::2] / sums[:, 1::2]
    return scores[:, 0] if scores.shape[1] == 1 else scores[:, 1] - scores[:, 0]


def _interval(table: _Array, seed: int, confidence: float, resamples: int) -> Interval | None:
    _check("confidence", confidence, 0 < confidence < 1, _SHARE)
    _check("resamples", resamples, resamples >= 1, "at least 1")
    rng, articles = np.random.default_rng(seed), len(table)
    if _is_thin(table):
        return None
    sizes = ((len(rows), articles) for rows in _chunks(resamples, articles))
    draws = (rng.integers(articles, size=size) for size in sizes)
    scores = np.concatenate([_scores(table[draw].sum(axis=1)) for draw in draws])
    if not len(scores):
        return None
    low, high = np.quantile(scores, [(1 - confidence) / 2, (1 + confidence) / 2])
    return Interval(float(low), float(high))


def _chunks(rows: int, width: int) -> Iterator[range]:
    """The rows in parts, each of at most ``_CELLS`` cells or one row."""
    most = max(1, _CELLS // max(1, width))
    return (range(start, min(start + most, rows)) for start in range(0, rows, most))


def _exact_interval(hits: int, trials: int, confidence: float, side: str) -> Interval:
    from scipy import stats

    _check("confidence", confidence, 0 < confidence < 1, _SHARE)
    _check("trials", trials, trials >= 1, "at least 1")
    _check("hits", hits, 0 <= hits <= trials, f"0 to {trials}")
    found = stats.binomtest(hits, trials, alternative=side).proportion_ci(confidence, "exact")
    return Interval(float(found.low), float(found.high))
