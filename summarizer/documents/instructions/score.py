"""How likely a sentence speaks to a program: a logistic regression over its words and their kinds.

Fitted by ``benchmarks/fit_instructions.py`` on the cases of the tests, which several writers made,
and on plain prose as content.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from summarizer.documents.instructions.disguise import plain
from summarizer.documents.instructions.features import features
from summarizer.documents.instructions.markers import MARKERS, ROLE
from summarizer.documents.instructions.quotes import is_inside
from summarizer.documents.instructions.reported import REPORTS
from summarizer.documents.sentences import Span

WEIGHTS = Path(__file__).with_name("weights.json.gz")
SURE = 0.7  # log-odds from which a sentence is an instruction by itself
LIKELY = -0.4  # enough beside a sentence that is one
NO_CHANCE = -9.0
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Weights:
    """Of a logistic regression; a feature that is not listed weighs nothing."""

    bias: float
    features: Mapping[str, float]


@cache
def weights() -> Weights:
    """The weights of this version."""
    read = json.loads(gzip.decompress(WEIGHTS.read_bytes()))
    return Weights(read["bias"], read["features"])


@lru_cache(maxsize=4096)
def weigh(words: str) -> float:
    """Log-odds that a sentence in plain words is an instruction, where both are as frequent."""
    if not WORD.search(words):
        return NO_CHANCE
    known = weights()
    return known.bias + sum(known.features.get(name, 0.0) for name in features(words))


def score_of_marks(sentence: str, start: int, quotes: Sequence[Span]) -> float:
    """What marks for programs say, where nobody quotes them."""
    words = sentence.lower()
    match = MARKERS.search(words)
    if match is None or is_inside(start + match.start(), quotes):
        return NO_CHANCE
    if REPORTS.search(words, 0, match.start()):
        return NO_CHANCE
    role = ROLE.match(words)
    if role and role.end() >= match.end():
        return max(LIKELY, weigh(plain(words[role.end() :])) - LIKELY)
    return SURE
