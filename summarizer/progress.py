"""What a long run tells while it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Progress:
    """One step.

    Attributes:
        stage: ``fetch`` counts bytes, ``start`` is the embedded server's start,
            ``verify`` claims, ``evaluate`` articles, the others model calls.
        done, total: steps of this stage; ``total`` may grow.
        note: one line about what just came out, such as the latest claim; may be empty.
    """

    stage: Literal[
        "fetch", "start", "extract", "repair", "compose", "compare", "verify", "evaluate"
    ]
    done: int
    total: int
    note: str = ""


Report = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """Tell nobody."""
