"""Fitted log-odds, as ``benchmarks/fit_matter.py`` writes them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib.resources import files

_TABLES: Mapping[str, Mapping[str, float]] = json.loads(
    files(__package__).joinpath("weights.json").read_text("utf-8")
)
SAME = _TABLES["same"]
CONTRAST = _TABLES["contrast"]
ASKED = _TABLES["asked"]


def likelihood(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """0 to 1: the logistic of the weighted sum of signs."""
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in signs.items())))
