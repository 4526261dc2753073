"""``summarizer brief`` against a model on loopback that repeats what it is asked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.briefing.schema import BriefingNote
from summarizer.cli import main
from tests.echoing import echo
from tests.loopback import LoopbackServer, Received, Reply, failure

WIRE = """Barge sinks off Selby

The barge Marigold sank off Selby on 19 May 2031, the coastguard said.

Captain Ada Vane was saved by the Selby lifeboat.
"""
POST = """Marigold to be raised

The wreck of the Marigold will be raised in June 2031, the coastguard said.

Captain Ada Vane thanked the crew of the Selby lifeboat.
"""
DEAD = "Gravel\n\nUNREADABLE gravel covers the beach of Selby.\n"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_MAX_BYTES", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    for name, text in (("wire.txt", WIRE), ("post.txt", POST), ("dead.txt", DEAD)):
        Path(name).write_text(text, "utf-8")


def unless_unreadable(request: Received) -> Reply:
    return failure(400, "cannot read that") if b"UNREADABLE" in request.body else echo(request)


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with LoopbackServer(unless_unreadable) as running:
        yield running


def asking(server: LoopbackServer, *arguments: str) -> list[str]:
    """The arguments of a command that asks this server."""
    return ["brief", *arguments, "--model", "echo", "--base-url", server.url]


def noted(
    server: LoopbackServer, capsys: pytest.CaptureFixture[str], *arguments: str
) -> BriefingNote:
    assert main(asking(server, *arguments, "--format", "json")) == 0
    return BriefingNote.model_validate_json(capsys.readouterr().out)


def test_markdown_on_standard_output_and_nothing_else(
    server: LoopbackServer, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(asking(server, "wire.txt", "post.txt", "--published", "wire.txt=2031-05-20")) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert out.startswith("# ")
    assert "Captain Ada Vane was saved by the Selby lifeboat." in out


def test_what_is_told_about_each_source(
    server: LoopbackServer, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("--published", "wire.txt=2031-05-20", "--published", "post.txt=2031-05-24")
    named = ("--outlet", "wire.txt=North=line", "--focus", "When did the Marigold sink?")
    note = noted(server, capsys, "wire.txt", "post.txt", *given, *named)
    documents = [s.document for s in note.sources]
    assert [(d.outlet, d.published) for d in documents] == [
        ("North=line", "2031-05-20"),
        (None, "2031-05-24"),
    ]
    assert note.focus is not None
    assert note.focus.answered


def test_one_source_from_standard_input_with_a_date_of_its_own(
    server: LoopbackServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WIRE.encode())))
    note = noted(server, capsys, "-", "--published", "2031-05-20", "--outlet", "Northline")
    document = note.sources[0].document
    assert (document.source, document.published, document.outlet) == (
        "-",
        "2031-05-20",
        "Northline",
    )


def test_a_text_given_twice_is_asked_about_once(
    server: LoopbackServer, capsys: pytest.CaptureFixture[str]
) -> None:
    noted(server, capsys, "wire.txt")
    alone = len(server.requests)
    Path("copy.txt").write_text(WIRE, "utf-8")
    note = noted(server, capsys, "wire.txt", "copy.txt", "wire.txt")
    assert len(server.requests) == 2 * alone
    assert [n.kind for n in note.notices if n.kind == "duplicate"] == ["duplicate"] * 2


def test_since_an_earlier_note(server: LoopbackServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(asking(server, "wire.txt", "--format", "json", "--output", "old.json")) == 0
    assert capsys.readouterr() == ("", "")
    changes = noted(server, capsys, "wire.txt", "post.txt", "--since", "old.json").changes
    assert changes is not None
    assert (len(changes.new), changes.changed, changes.withdrawn) == (2, (), ())


@pytest.mark.parametrize(
    ("sources", "code", "failed"),
    [
        (("wire.txt", "none.txt"), 2, ["none.txt"]),
        (("dead.txt", "wire.txt"), 3, ["dead.txt"]),
        (("none.txt", "dead.txt", "wire.txt"), 3, ["none.txt", "dead.txt"]),
    ],
)
def test_a_source_that_fails_is_named_and_the_rest_goes_on(
    sources: tuple[str, ...],
    code: int,
    failed: list[str],
    server: LoopbackServer,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(asking(server, *sources, "--format", "json")) == code
    out, err = capsys.readouterr()
    note = BriefingNote.model_validate_json(out)
    assert [f.source for f in note.failures] == failed
    assert [s.document.source for s in note.sources] == ["wire.txt"]
    lines = err.splitlines()
    assert len(lines) == len(failed)
    assert all(name in line for name, line in zip(failed, lines, strict=True))


def test_all_fail_at_the_model(server: LoopbackServer, capsys: pytest.CaptureFixture[str]) -> None:
    Path("sand.txt").write_text(
        "Sand\n\nUNREADABLE sand lies on the pier of Ostley now.\n", "utf-8"
    )
    assert main(asking(server, "dead.txt", "sand.txt", "--output", "note.md")) == 3
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert all(name in line for name, line in zip(("dead.txt", "sand.txt"), lines, strict=False))
    assert "none of the 2 sources" in lines[-1]
    assert not Path("note.md").exists()


def test_nothing_is_asked_when_no_source_can_be_read(
    server: LoopbackServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asking(server, "a.txt", "b.txt")) == 2
    assert capsys.readouterr().err.count("\n") == 2
    assert server.requests == []


def test_thirty_sources(server: LoopbackServer, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"p{n}.txt" for n in range(30)]
    for n, name in enumerate(names):
        Path(name).write_text(f"Flood {n}\n\nFlood {n} took {n + 2} barns of Selby.\n", "utf-8")
    assert len(noted(server, capsys, *names).sources) == 30
