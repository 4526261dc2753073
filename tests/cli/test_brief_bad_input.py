"""Bad use of ``summarizer brief``: one line on standard error, and no model is opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.briefing.note import note_of
from summarizer.cli import main
from tests.briefing.telling import tell

NOTE = note_of([tell("Post", "2031-05-29", "The barge sank off Selby.")]).model_dump(mode="json")
OLD = NOTE | {"provenance": NOTE["provenance"] | {"schema_version": "0"}}
FILES = {
    "a.txt": "Toll doubles\n\nThe port will double the bridge toll on 2 June.\n",
    "b.txt": "Toll falls\n\nThe port will halve the bridge toll on 2 July.\n",
    "old.json": json.dumps(OLD),
    "other.json": '{"claims": []}',
    "broken.json": '{"claims": [',
    "no.gguf": "no model",
}


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_MAX_BYTES", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).write_text(text, "utf-8")


CASES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "no source": ((), ("missing argument 'SOURCE'", "brief --help")),
    "an empty question": (("a.txt", "--focus", ""), ("'--focus'", "question is empty")),
    "a blank question": (("a.txt", "--focus", " \t"), ("'--focus'", "question is empty")),
    "no earlier note": (("a.txt", "--since", "none.json"), ("'none.json'", "No such file")),
    "a folder as earlier note": (("a.txt", "--since", "."), ("earlier note '.'",)),
    "an earlier note of another version": (
        ("a.txt", "--since", "old.json"),
        ("old.json", "version 0", "version 1", "make the note again"),
    ),
    "no note": (("a.txt", "--since", "other.json"), ("other.json", "no briefing note")),
    "no JSON": (("a.txt", "--since", "broken.json"), ("broken.json", "not JSON")),
    "an article as earlier note": (("a.txt", "--since", "b.txt"), ("b.txt", "not JSON")),
    "standard input twice": (("-", "-"), ("'-' can stand only once",)),
    "a date of no source": (
        ("a.txt", "b.txt", "--published", "2031-05-01"),
        ("'--published'", "names none of the sources", "a.txt="),
    ),
    "a wrong date": (("a.txt", "--published", "a.txt=1 May"), ("'1 May'", "YYYY-MM-DD")),
    "an outlet of no source": (
        ("a.txt", "b.txt", "--outlet", "c.txt=Post"),
        ("'--outlet'", "names none of the sources"),
    ),
    "output over a source": (("a.txt", "--output", "a.txt"), ("overwrite", "'a.txt'")),
    "no such model": (("a.txt", "--model", "gpt"), ("'gpt'", "openai:NAME")),
    "no such source": (("none.txt",), ("'none.txt'", "no such file")),
}


@pytest.mark.parametrize(("arguments", "says"), CASES.values(), ids=CASES)
def test_one_line(
    arguments: tuple[str, ...], says: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1), err
    assert err.startswith("summarizer: ")
    for part in says:
        assert part in err
    assert {path.name: path.read_text("utf-8") for path in Path().iterdir()} == FILES
