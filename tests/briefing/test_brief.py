"""From sources to a note, with a model that repeats what it is asked about."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

import summarizer
from summarizer import Document, abrief, brief
from summarizer.briefing.schema import BriefingNote
from summarizer.errors import EndpointError, InputError, RunError, SourceError
from summarizer.llm.model import Request
from summarizer.llm.scripted import Scripted, ScriptedModel

PART = re.compile(r"^\((\w+)\) (.+)$", re.MULTILINE)
WIRE = """Barge sinks off Selby

The barge Marigold sank off Selby on 19 May 2031, the coastguard said.

Captain Ada Vane was saved by the Selby lifeboat.
"""
POST = """Marigold to be raised

The wreck of the Marigold will be raised in June 2031, the coastguard said.

Captain Ada Vane thanked the crew of the Selby lifeboat.
"""
DEAD = "Whole page that no model reads.\n\nUNREADABLE gravel covers the beach of Selby.\n"


def faithful(request: Request[Any]) -> Scripted:
    asked = request.messages[-1].content
    if "UNREADABLE" in asked:
        raise EndpointError("the endpoint is gone", status=500)
    if request.stage == "compose":
        return {"text": asked.split("\n- ")[1].splitlines()[0]}
    return {label: [text] for label, text in PART.findall(asked)}


@pytest.fixture
def model() -> ScriptedModel:
    return ScriptedModel(faithful, decisions=lambda _: -5.0)


def page(text: str, name: str = "a.txt") -> Document:
    return Document.from_text(text, source=name, published="2031-05-20")


def test_two_sources(model: ScriptedModel) -> None:
    note = brief(page(WIRE), page(POST, "b.txt"), model=model, focus="Who was saved?")
    assert [s.document.source for s in note.sources] == ["a.txt", "b.txt"]
    assert {c.id.partition(".")[0] for c in note.claims} == {"s1", "s2"}
    assert note.usage.seconds > 0
    assert set(note.coverage) == {"s1", "s2"}
    assert note.focus is not None


async def test_it_works_inside_a_running_loop(model: ScriptedModel) -> None:
    assert brief(page(WIRE), model=model).claims
    assert (await abrief(page(WIRE), model=model)).claims


def test_a_text_that_is_there_twice_is_asked_about_once(model: ScriptedModel) -> None:
    note = brief(page(WIRE), page("Home | Sport\n\n" + WIRE, "b.txt"), model=model)
    again = ScriptedModel(faithful)
    brief(page(WIRE), model=again)
    assert len(model.requests) == len(again.requests)
    assert [n.kind for n in note.notices] == ["duplicate"]
    assert "b.txt" in note.notices[0].message


def test_a_source_that_fails_is_named_and_the_rest_goes_on(
    model: ScriptedModel, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.txt"
    note = brief(page(DEAD, "dead.txt"), gone, page(WIRE), model=model)
    assert [s.id for s in note.sources] == ["s1"]
    assert [
        (f.source, part in f.error)
        for f, part in zip(note.failures, ("no such file", "endpoint is gone"), strict=True)
    ] == [(str(gone), True), ("dead.txt", True)]


def test_all_fail(model: ScriptedModel, tmp_path: Path) -> None:
    with pytest.raises(EndpointError, match="endpoint is gone"):
        brief(page(DEAD), model=model)
    with pytest.raises(RunError, match=r"none of the 2 sources .* dead.txt: .* gone"):
        brief(page(DEAD, "dead.txt"), page(DEAD + "Sand too, and more of it.\n"), model=model)
    with pytest.raises(SourceError, match="no such file"):
        brief(tmp_path / "a", tmp_path / "b", model=model)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"focus": ""}, "question to focus on is empty"),
        ({"focus": "\t"}, "question to focus on is empty"),
        ({"since": "none.json"}, "cannot read the earlier note 'none.json'"),
    ],
)
def test_bad_options_are_told_before_any_work(
    options: dict[str, Any], says: str, model: ScriptedModel
) -> None:
    with pytest.raises(InputError, match=says):
        brief(page(WIRE), model=model, **options)
    assert model.requests == []


def test_no_source(model: ScriptedModel) -> None:
    with pytest.raises(InputError, match="at least one source"):
        brief(model=model)


def test_since_a_note_or_its_file(model: ScriptedModel, tmp_path: Path) -> None:
    old = brief(page(WIRE), model=model)
    (tmp_path / "old.json").write_text(old.model_dump_json(), "utf-8")
    for since in (old, tmp_path / "old.json", str(tmp_path / "old.json")):
        changes = brief(page(WIRE), page(POST), model=model, since=since).changes
        assert changes is not None
        assert changes.since == "Barge sinks off Selby (2031-05-20)"
        assert (changes.changed, changes.withdrawn) == ((), ())
        assert {c.claims[0][:2] for c in changes.new} == {"s2"}


def test_the_public_names_are_the_functions() -> None:
    assert (summarizer.brief, summarizer.abrief) == (brief, abrief)
    assert summarizer.BriefingNote is BriefingNote
    assert asyncio.iscoroutinefunction(abrief)
