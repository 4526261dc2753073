from __future__ import annotations

import subprocess
import sys

import pytest

from summarizer import __version__
from summarizer.cli import main

COMMANDS: tuple[list[str], ...] = (
    [],
    ["summarize"],
    ["brief"],
    ["verify"],
    ["models"],
    ["models", "list"],
    ["models", "pull"],
    ["models", "path"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_with_an_example(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--help"]) == 0
    shown = capsys.readouterr()
    assert "\n  Example" in shown.out
    assert "summarizer " + " ".join(command) in shown.out
    assert shown.err == ""


def test_the_environment_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    main(["summarize", "--help"])
    shown = capsys.readouterr().out
    for name in (
        "SUMMARIZER_MODEL",
        "SUMMARIZER_CACHE_DIR",
        "SUMMARIZER_MAX_BYTES",
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
    ):
        assert f"\n    {name} " in shown


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"summarizer {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "missing command; see 'summarizer --help'"),
        (["shorten"], "no such command 'shorten'; see 'summarizer --help'"),
        (["summarize"], "missing argument 'SOURCE'; see 'summarizer summarize --help'"),
        (
            ["summarize", "a", "--zzz"],
            "no such option: --zzz; see 'summarizer summarize --help'",
        ),
        (
            ["summarize", "a", "--format", "odt"],
            "invalid value for '--format': 'odt' is not one of 'markdown', 'json', 'text', 'html', "
            "'docx', 'pdf'"
            "; see 'summarizer summarize --help'",
        ),
        (
            ["summarize", "a", "--published", "29 May 2025"],
            "invalid value for '--published': '29 May 2025' is no date written as YYYY-MM-DD; "
            "see 'summarizer summarize --help'",
        ),
        (
            ["summarize", "a", "--published", "20250529"],
            "invalid value for '--published': '20250529' is no date written as YYYY-MM-DD; "
            "see 'summarizer summarize --help'",
        ),
        (
            ["summarize", "-", "-"],
            "invalid value for 'SOURCE': '-' can stand only once; "
            "see 'summarizer summarize --help'",
        ),
        (
            ["summarize", "a", "b", "--title", "T"],
            "invalid value for '--title': a title fits one source only; "
            "see 'summarizer summarize --help'",
        ),
        (
            ["summarize", "a", "--max-bytes", "0"],
            "invalid value for '--max-bytes': Input should be greater than or equal to 1; "
            "see 'summarizer summarize --help'",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_use_is_one_line(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"summarizer: {line}\n")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from summarizer.cli import main; main(['summarize', '--help'])\n"
        "heavy = {'openai', 'instructor', 'nupunkt', 'rich', 'xllamacpp', 'httpx2'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == "[]\n"
