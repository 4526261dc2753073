"""A model that repeats what it is asked about, for tests of everything around the model."""

from __future__ import annotations

import re
from typing import Any

from tests.loopback import Received

_PART = re.compile(r"^\((\w+)\) (.+)$", re.MULTILINE)


def echo(request: Received) -> Any:
    """Each labelled part as its own claim; for a composition, the first of the statements.

    A question that wants yes or no gets no.
    """
    asked = request.json["messages"][-1]["content"]
    parts = dict(_PART.findall(asked))
    if parts:
        return {label: [text] for label, text in parts.items()}
    stated = asked.split("\n- ")
    return {"text": stated[1].splitlines()[0]} if len(stated) > 1 else "no"
