"""A model that repeats what it is asked about, for tests of everything around the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.loopback import Received

_PART = re.compile(r"^\((\w+)\) (.+)$", re.MULTILINE)


def echo(request: Received) -> Mapping[str, Any]:
    """Each labelled part as its own claim; for a composition, the first of the statements."""
    asked = request.json["messages"][-1]["content"]
    parts = dict(_PART.findall(asked))
    if parts:
        return {label: [text] for label, text in parts.items()}
    return {"text": asked.split("\n- ")[1].splitlines()[0]}
