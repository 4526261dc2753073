"""A briefing note that says one thing everywhere."""

from __future__ import annotations

from typing import Any

from summarizer.briefing.schema import BriefingNote
from summarizer.schema import Claim
from tests.render.hostile import saying
from tests.render.notes import make_note


def _source(number: int, words: str) -> dict[str, Any]:
    document = saying(words).document
    return {"id": f"s{number}", "document": document, "origin_of": ("s1",)}


def _claim(number: int, words: str, quantities: tuple[dict[str, Any], ...]) -> Claim:
    known = saying(words).claims[0].model_dump()
    return Claim.model_validate(
        known | {"id": f"s{number}.{words}", "quantities": quantities, "commitment": "forecast"}
    )


def note_saying(words: str) -> BriefingNote:
    """A note in which everything that can be text of a source or a model is ``words``."""
    quantity = {"text": words, "value": 4, "high": None, "unit": words, "modifier": "exact"}
    quantity |= {"of": words, "compared_with": None}
    claims = tuple(_claim(number, words, (quantity,)) for number in (1, 2, 3))
    ids = tuple(claim.id for claim in claims)
    line = {"text": words, "claims": ids}
    side = line | {"sources": ("s1", "s2")}
    party = {"name": words, "aliases": (words,), "roles": (words, words), "claims": ids * 4}
    change = line | {"before": words}
    resolution = {"state": "corrected", "side": 0, "reason": words}
    fields: dict[str, Any] = {
        "sources": [_source(number, words) for number in (1, 2, 3)],
        "claims": claims,
        "rejected": [claim.model_copy(update={"id": f"{claim.id}x"}) for claim in claims],
        "bottom_line": (line, line),
        "key_judgements": [line | {"confidence": "low"}],
        "background": (line,),
        "clusters": [
            side | {"id": words, "origins": (words,)},
            line | {"id": f"{words}2", "claims": ids[2:], "sources": ("s3",), "origins": ()},
        ],
        "conflicts": [
            {"about": words, "kind": "name", "sides": (side, side), "resolution": resolution}
        ],
        "timeline": [line | {"start": words, "end": words, "precision": "day"}],
        "people": (party,),
        "organisations": (party,),
        "numbers": [line | {"quantity": quantity}],
        "open_questions": [line | {"state": "partly", "answered_by": ids}],
        "focus": {"question": words, "answered": False, "claims": ids},
        "changes": {
            "since": words,
            "new": (change,) * 12,
            "changed": (change,),
            "withdrawn": (change,),
        },
        "parts": [{"title": words, "sources": ("s1",)}] * 2,
        "notices": [{"kind": "no_date", "message": words, "sources": ("s2",)}],
        "failures": [{"source": words, "error": words}],
    }
    return BriefingNote.model_validate(make_note().model_dump() | fields)
