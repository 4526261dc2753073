from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarizer.briefing.brief import read_note
from summarizer.briefing.note import note_of
from summarizer.briefing.stored import parse_note
from summarizer.errors import InputError
from tests.briefing.telling import tell

NOTE = note_of([tell("Post", "2031-05-29", "The barge sank off Selby.")])


def changed(**fields: Any) -> str:
    """The note's JSON with other fields, by their paths with ``__`` for a step."""
    data = NOTE.model_dump(mode="json")
    for path, value in fields.items():
        *steps, last = path.split("__")
        at = data
        for step in steps:
            at = at[step]
        at[last] = value
    return json.dumps(data)


def test_a_note_comes_back_as_it_was() -> None:
    assert parse_note(NOTE.model_dump_json(), "old.json") == NOTE


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "old.json is not JSON"),
        ("[1, 2]", "no briefing note"),
        ("{}", "no briefing note"),
        ('{"claims": [], "provenance": {"schema_version": "1"}}', "no briefing note"),
        (changed(provenance__schema_version="0"), "schema version 0, and this is version 1"),
        (changed(clusters=[{"id": "k1"}]), "clusters.0.text: Field required"),
        (changed(bottom_line=[{"text": "X.", "claims": ["s9.c9"]}]), "was not accepted"),
        (changed(surprise=1), "surprise: Extra inputs"),
    ],
)
def test_what_is_no_note_of_this_version(text: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_note(text, "old.json")
    assert says in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("content", [None, "folder", b"\xff\xfe\x00"])
def test_what_cannot_be_read(content: str | bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"cannot read the earlier note '.*old\.json'"):
        read_note(path)
