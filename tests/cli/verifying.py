"""What the tests of ``summarizer verify`` share."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from summarizer.cli import main
from summarizer.schema import Verification
from tests.verification.sources import ARTICLE

COMMAND = (sys.executable, "-c", "from summarizer.cli import main; raise SystemExit(main())")
TEXT = "\n".join(ARTICLE) + "\n"
PARAPHRASE = "The Port of Selby will double the toll."
OTHERWISE = "More than 21,000 drivers cross the bridge every day."
NOWHERE = "Whales prefer jazz."


def claims_file(content: str | bytes, name: str = "claims.txt") -> str:
    """The name of a file in the current folder with this content."""
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def objects(*claims: Any) -> str:
    """The name of a claims file of these objects."""
    return claims_file("".join(json.dumps(claim) + "\n" for claim in claims), "claims.jsonl")


def verified(claims: str, *more: str) -> int:
    """The code with which the claims are judged against ``toll.txt``."""
    return main(["verify", "toll.txt", "--claims", claims, "--published", "2031-05-29", *more])


def found_in(out: str) -> list[Verification]:
    """The judgements that were printed, one a line."""
    lines = out.split("\n")
    assert lines.pop() == ""
    return [Verification.model_validate_json(line) for line in lines]
