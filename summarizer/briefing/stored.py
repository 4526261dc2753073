"""Notes that were written to a file."""

from __future__ import annotations

import json

from pydantic import ValidationError

from summarizer.briefing.schema import BriefingNote
from summarizer.errors import InputError
from summarizer.schema import SCHEMA_VERSION

_MAKE_AGAIN = "make the note again with this version, or leave --since out"


def parse_note(text: str, name: str) -> BriefingNote:
    """A note from its JSON.

    Args:
        name: of the file, for errors.

    Raises:
        InputError: it is no note, or one of another version.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise InputError(
            f"{name} is not JSON: {error}", hint="give a note that brief --format json wrote"
        ) from None
    provenance = data.get("provenance") if isinstance(data, dict) else None
    if not isinstance(provenance, dict) or "clusters" not in data:
        raise InputError(
            f"{name} is no briefing note", hint="give a note that brief --format json wrote"
        )
    version = provenance.get("schema_version")
    if version != SCHEMA_VERSION:
        raise InputError(
            f"{name} is a note of schema version {version}, and this is version {SCHEMA_VERSION}",
            hint=_MAKE_AGAIN,
        )
    try:
        return BriefingNote.model_validate(data)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in fault["loc"]) or "the note"
        raise InputError(f"{name}: {place}: {fault['msg']}", hint=_MAKE_AGAIN) from None
