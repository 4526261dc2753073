"""What is measured of one part of a claim against the passage that carries it best."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from summarizer.checks import FAITHFUL
from summarizer.text.lexicon import antonyms
from summarizer.text.words import stem
from summarizer.verification.index import LOOSE, SentenceIndex, Term, alternatives, keys, terms
from summarizer.verification.judge import Judged

_GRAVE = ("severe", "fatal")
_WINDOW = 3
CHECKS = tuple(check.__module__.rsplit(".", 1)[-1] for check in FAITHFUL)
FEATURES = (
    "uncovered",
    "uncovered_alone",
    "missing",
    "missing_share",
    "unmentioned",
    "unmentioned_share",
    "loose_share",
    "names_unmentioned",
    "opposed",
    "out_of_order",
    "length",
    "mild",
    *(f"found_{check}" for check in CHECKS),
)


@lru_cache(maxsize=50_000)
def _opposites(word: str) -> frozenset[str]:
    return frozenset(stem(w) for w in antonyms(word))


def features(index: SentenceIndex, judged: Judged) -> tuple[float, ...]:
    """The values of ``FEATURES`` for one part; all grow with doubt, but ``length``.

    Numbers are left to their checks, which know that "three thousand" is 3,000.
    """
    wanted = [t for t in terms(judged.text) if not t.key.startswith("#")]
    count = max(1, len(wanted))
    passage = judged.passage
    if passage is None:
        values = dict.fromkeys(FEATURES, 0.0)
        values |= {"uncovered": 1.0, "uncovered_alone": 1.0, "missing_share": 1.0}
        return tuple(values[name] for name in FEATURES)
    missing = [t for t in passage.missing if not t.key.startswith("#")]
    unmentioned = [t for t in missing if not index.mentions(t)]
    evidence = [index.document.words_of(n) for n in passage.sentences]
    held = frozenset().union(*(keys(sentence) for sentence in evidence))
    opposed = [t for t in missing if not held.isdisjoint(_opposites(t.word))]
    found = [f.check for f in judged.findings if f.severity in _GRAVE]
    values = {
        "uncovered": 1 - _covered(index, wanted, held),
        "uncovered_alone": 1 - _covered(index, wanted, keys(index.document.words_of(passage.main))),
        "missing": math.log1p(len(missing)),
        "missing_share": len(missing) / count,
        "unmentioned": math.log1p(len(unmentioned)),
        "unmentioned_share": len(unmentioned) / count,
        "loose_share": len(passage.loose) / count,
        "names_unmentioned": float(sum(t.name for t in unmentioned)),
        "opposed": float(len(opposed)),
        "out_of_order": _out_of_order(judged.text, evidence),
        "length": math.log1p(len(wanted)),
        "mild": float(sum(f.severity == "mild" for f in judged.findings)),
        **{f"found_{check}": float(check in found) for check in CHECKS},
    }
    return tuple(values[name] for name in FEATURES)


def _covered(index: SentenceIndex, wanted: list[Term], held: frozenset[str]) -> float:
    """Share of the terms that stand among the keys, weighted by rarity, 0 to 1."""
    weights = {t: index.weight(t.key) for t in wanted}
    shares = {
        t: 1.0 if t.key in held else LOOSE * (not held.isdisjoint(alternatives(t.word)))
        for t in wanted
    }
    total = sum(weights.values())
    return sum(shares[t] * w for t, w in weights.items()) / total if total else 1.0


def _out_of_order(text: str, evidence: list[str]) -> float:
    """Share of the claim's neighbouring terms that stand nowhere near each other, 0 to 1."""
    pairs = list(pairwise(t.key for t in terms(text) if not t.key.startswith("#")))
    near: set[tuple[str, str]] = set()
    for sentence in evidence:
        near |= _near(sentence)
    return sum(pair not in near for pair in pairs) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=20_000)
def _near(sentence: str) -> frozenset[tuple[str, str]]:
    order = [t.key for t in terms(sentence)]
    ahead = {(a, b) for i, a in enumerate(order) for b in order[i + 1 : i + 1 + _WINDOW]}
    return frozenset(ahead | {(b, a) for a, b in pairwise(order)})
