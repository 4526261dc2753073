"""``summarizer summarize`` against a model on loopback that repeats what it is asked."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from summarizer.cli import main
from summarizer.schema import Summary
from tests.echoing import echo
from tests.factories import ARTICLE, SENTENCES
from tests.loopback import HANG, LoopbackServer, Reply, failure

COMMAND = (sys.executable, "-c", "from summarizer.cli import main; raise SystemExit(main())")
# With the headline on its own, as it stands in an article.
TEXT = ARTICLE.replace("\n", "\n\n", 1)


@pytest.fixture(autouse=True)
def _without_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_MAX_BYTES", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with LoopbackServer(echo) as running:
        yield running


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "toll.txt"
    path.write_text(TEXT, "utf-8")
    return path


def asking(server: LoopbackServer, *arguments: str | Path) -> list[str]:
    """The arguments of a command that asks this server."""
    model = ("--model", "echo", "--base-url", server.url)
    return ["summarize", *map(str, arguments), *model]


def test_markdown_on_standard_output_and_nothing_else(
    server: LoopbackServer, article: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(asking(server, article)) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert out.startswith(f"# {SENTENCES[0]}\n")
    assert f"“{SENTENCES[-1]}”" in out


def test_what_is_told_about_a_source_wins(
    server: LoopbackServer, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ("--title", "Tolls", "--outlet", "The Crier", "--published", "2031-05-29")
    assert main(asking(server, article, *told, "--format", "json")) == 0
    document = Summary.model_validate_json(capsys.readouterr().out).document
    assert (document.title, document.outlet, document.published, document.text) == (
        "Tolls",
        "The Crier",
        "2031-05-29",
        TEXT,
    )


def test_standard_input(
    server: LoopbackServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(asking(server, "-", "--format", "json")) == 0
    summary = Summary.model_validate_json(capsys.readouterr().out)
    assert (summary.document.source, summary.document.text) == ("-", TEXT)


@pytest.mark.parametrize("word", ["Toll", "Toll."])
def test_an_article_of_one_word(
    word: str, server: LoopbackServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text(word)
    assert main(asking(server, tmp_path / "one.txt")) == 0
    out, err = capsys.readouterr()
    assert "\nNo claims: " in out
    assert err == ""


def test_of_several_sources_the_good_come_out_and_the_bad_are_named(
    server: LoopbackServer, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    sources = (tmp_path / "empty.txt", article, tmp_path / "none.txt", article)
    assert main(asking(server, *sources, "--format", "json")) == 2
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert [Summary.model_validate_json(line).document.text for line in lines] == [TEXT] * 2
    named = err.splitlines()
    assert len(named) == 2
    assert "empty.txt" in named[0]
    assert "none.txt" in named[1]


def test_several_sources_into_a_folder(
    server: LoopbackServer, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert main(asking(server, article, article, "--output", folder)) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["toll-2.md", "toll.md"]
    assert capsys.readouterr() == ("", "")


def test_nothing_is_asked_when_no_source_can_be_read(
    server: LoopbackServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asking(server, tmp_path / "a.txt", tmp_path / "b.txt")) == 2
    assert capsys.readouterr().err.count("\n") == 2
    assert server.requests == []


def test_a_refusal_is_one_line_and_no_file(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with LoopbackServer(lambda _: failure(401, "bad key")) as server:
        assert main(asking(server, article, "--output", tmp_path / "out.md")) == 3
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "401" in err
    assert [path.name for path in tmp_path.iterdir()] == ["toll.txt"]


def test_a_full_disk(
    server: LoopbackServer, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asking(server, article, "--output", "/dev/full")) == 3
    assert capsys.readouterr() == (
        "",
        "summarizer: cannot write '/dev/full': No space left on device; "
        "name another place with --output\n",
    )


def test_standard_output_on_a_full_disk(server: LoopbackServer, article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *asking(server, article)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=120,
        )
    assert (done.returncode, done.stderr) == (
        3,
        "summarizer: cannot write to standard output: No space left on device; "
        "name another place with --output\n",
    )


def test_a_reader_that_goes_away_ends_the_work_quietly(
    server: LoopbackServer, article: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*COMMAND, *asking(server, article, article)],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=120,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_interruption_is_one_line_and_no_file(article: Path, tmp_path: Path) -> None:
    asking_commands: SimpleQueue[subprocess.Popen[str]] = SimpleQueue()

    def interrupt(_: object) -> Reply:
        asking_commands.get(timeout=60).send_signal(signal.SIGINT)
        return HANG

    with (
        LoopbackServer(interrupt) as server,
        subprocess.Popen(
            [*COMMAND, *asking(server, article, "--output", tmp_path / "out.md")],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # A shell starts background jobs, and so perhaps these tests, with the signal ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        ) as command,
    ):
        asking_commands.put(command)
        out, err = command.communicate(timeout=120)
    assert (command.returncode, out, err) == (130, "", "summarizer: interrupted\n")
    assert [path.name for path in tmp_path.iterdir()] == ["toll.txt"]


def test_progress_goes_to_a_terminal_on_standard_error_only(
    server: LoopbackServer, article: Path
) -> None:
    terminal, end = os.openpty()
    with subprocess.Popen(
        [*COMMAND, *asking(server, article)],
        stdout=subprocess.PIPE,
        stderr=end,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120", "NO_COLOR": "1"},
    ) as command:
        os.close(end)
        shown = b""
        try:
            while block := os.read(terminal, 65536):
                shown += block
        except OSError:  # how Linux tells that the other end is closed
            pass
        finally:
            os.close(terminal)
        assert command.stdout is not None
        out = command.stdout.read().decode()
    assert command.returncode == 0
    assert out.startswith("# ")
    assert "\x1b" not in out
    assert b"reading" in shown
    assert b"\x1b[3" not in shown  # no colours


def test_a_bug_keeps_its_traceback(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("summarizer.pipeline.Summarizer", broken)
    with pytest.raises(ZeroDivisionError):
        main(["summarize", str(article)])
