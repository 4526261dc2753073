from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from summarizer.cli.output import open_sink, write_whole
from summarizer.errors import InputError, OutputError
from summarizer.render import RENDERERS, Format
from summarizer.render.html import render_html
from summarizer.render.json import render_json, render_json_line
from summarizer.render.markdown import render_markdown
from summarizer.schema import Summary
from tests.factories import make_empty_summary, make_summary
from tests.render.notes import make_note

FULL = make_summary()
EMPTY = make_empty_summary()
MARKDOWN = render_markdown


def listing(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_results_on_standard_output_are_separated(capsys: pytest.CaptureFixture[str]) -> None:
    sink = open_sink(["a.txt", "b.txt"], None, "markdown")
    sink.put(0, FULL)
    assert capsys.readouterr().out == MARKDOWN(FULL)
    sink.put(1, EMPTY)
    assert capsys.readouterr().out == "\n---\n\n" + MARKDOWN(EMPTY)


def test_json_of_several_sources_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    sink = open_sink(["a.txt", "b.txt"], None, "json")
    sink.put(0, FULL)
    sink.put(1, EMPTY)
    lines = capsys.readouterr().out.splitlines()
    assert [Summary.model_validate_json(line) for line in lines] == [FULL, EMPTY]


def test_pages_go_one_by_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    open_sink(["a.txt"], None, "html").put(0, FULL)
    assert capsys.readouterr().out == RENDERERS["html"](FULL)
    with pytest.raises(InputError, match="several html results cannot follow one another"):
        open_sink(["a.txt", "b.txt"], None, "html")
    several = open_sink(["a.txt", "b.txt"], str(tmp_path), "html")
    several.put(0, FULL)
    several.put(1, EMPTY)
    assert listing(tmp_path) == ["a.html", "b.html"]


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_binary_formats_go_into_files_and_pipes_and_not_onto_a_terminal(
    form: Format,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    magic = {"docx": b"PK\x03\x04", "pdf": b"%PDF-"}[form]
    several = open_sink(["a.txt", "b.txt"], str(tmp_path), form)
    several.put(0, FULL)
    several.put(1, EMPTY)
    assert listing(tmp_path) == [f"a.{form}", f"b.{form}"]
    assert (tmp_path / f"a.{form}").read_bytes().startswith(magic)
    with monkeypatch.context() as patch, (tmp_path / "piped").open("w") as stdout:
        patch.setattr(sys, "stdout", stdout)
        open_sink(["a.txt"], None, form).put(0, FULL)
    assert (tmp_path / "piped").read_bytes() == (tmp_path / f"a.{form}").read_bytes()
    with pytest.raises(InputError, match=f"several {form} results cannot follow one another"):
        open_sink(["a.txt", "b.txt"], None, form)
    terminal, other = os.openpty()
    with os.fdopen(terminal, "wb"), os.fdopen(other, "w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        with pytest.raises(InputError, match=f"cannot show {form}; name a file with --output, "):
            open_sink(["a.txt"], None, form)
        open_sink(["a.txt"], None, "text")


@pytest.mark.parametrize(("form", "module"), [("docx", "docx"), ("pdf", "typst")])
def test_a_missing_extra_is_told_before_the_work(
    form: Format, module: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=r"docs` extra; pip install 'summarizer\[docs\]'"):
        open_sink(["a.txt"], str(tmp_path), form)


def test_one_result_of_several_sources(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    note, sources = make_note(), ["a.txt", "b.txt"]
    for form in RENDERERS:
        open_sink(sources, str(tmp_path), form, results=["brief"]).put(0, note)
    suffixes = ("docx", "html", "json", "md", "pdf", "txt")
    assert listing(tmp_path) == [f"brief.{suffix}" for suffix in suffixes]
    assert (tmp_path / "brief.json").read_text("utf-8") == render_json(note)
    open_sink(sources, None, "html", results=["brief"]).put(0, note)
    assert capsys.readouterr().out == render_html(note)
    with pytest.raises(InputError, match="would overwrite the source"):
        open_sink(
            [str(tmp_path / "a"), str(tmp_path / "brief.md")],
            str(tmp_path),
            "markdown",
            results=["brief"],
        )


def test_one_source_goes_to_the_file(tmp_path: Path) -> None:
    open_sink(["a.txt"], str(tmp_path / "out"), "markdown").put(0, FULL)
    assert listing(tmp_path) == ["out"]
    assert (tmp_path / "out").read_text("utf-8") == MARKDOWN(FULL)


@pytest.mark.parametrize("name", ["", "new/"])
def test_one_source_goes_into_a_folder(name: str, tmp_path: Path) -> None:
    open_sink(["in/a.txt"], f"{tmp_path}/{name}", "json").put(0, FULL)
    assert listing(tmp_path) == [f"{name}a.json"]


def test_several_sources_go_into_a_folder_under_their_own_names(tmp_path: Path) -> None:
    sources = ["a.txt", "x/a.txt", "a-2.txt", "-", "y/a.md"]
    sink = open_sink(sources, str(tmp_path / "deep" / "out"), "text")
    assert listing(tmp_path) == []
    for index in range(len(sources)):
        sink.put(index, FULL)
    names = ["a-2-2.txt", "a-2.txt", "a-3.txt", "a.txt", "stdin.txt"]
    assert listing(tmp_path) == [f"deep/out/{name}" for name in names]


def test_json_lines_file_is_whole_after_each_result(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    sink = open_sink(["a", "b"], str(path), "json")
    sink.put(0, FULL)
    assert path.read_text("utf-8") == render_json_line(FULL)
    sink.put(1, EMPTY)
    assert path.read_text("utf-8") == render_json_line(FULL) + render_json_line(EMPTY)
    assert listing(tmp_path) == ["all.jsonl"]


def test_an_existing_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(path)
    write_whole(link, "new")
    assert link.is_symlink()
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", 0o640)


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_whole(tmp_path / "out.md", "x")
    assert (tmp_path / "out.md").stat().st_mode == usual.stat().st_mode


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, "text")
        assert os.read(reader, 100) == b"text"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_full_disk_is_told() -> None:
    with pytest.raises(OutputError, match=r"^cannot write '/dev/full': No space left on device; "):
        write_whole(Path("/dev/full"), "text")


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert listing(tmp_path) == ["out.md"]
    assert path.read_text() == "old"


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("file/out.md", "'{0}/file' is not a folder"),
        ("none/out.md", "there is no folder '{0}/none'; create it"),
    ],
)
def test_a_hopeless_place_is_told_before_the_work(
    output: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError) as caught:
        open_sink(["a.txt"], str(tmp_path / output), "markdown")
    assert message.format(tmp_path) in str(caught.value)


def test_several_sources_do_not_fit_one_file(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.touch()
    with pytest.raises(OutputError, match="is not a folder; name another"):
        open_sink(["a.txt", "b.txt"], str(path), "markdown")


def test_a_folder_in_a_results_place(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(OutputError, match="it is a folder"):
        open_sink(["a.txt", "b.txt"], str(tmp_path), "markdown")


@pytest.mark.parametrize("output", ["a.txt", "link.txt", "."])
def test_a_source_is_never_overwritten(output: str, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("words")
    (tmp_path / "link.txt").symlink_to(source)
    with pytest.raises(InputError, match="would overwrite the source"):
        open_sink([str(source)], str(tmp_path / output), "text")
    assert source.read_text() == "words"
