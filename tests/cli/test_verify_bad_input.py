"""Bad input of ``summarizer verify``: one line on standard error and nothing else."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from summarizer.cli import main
from tests.cli.verifying import (
    TEXT,
    claims_file,
    verified,
)
from tests.verification.sources import TOLL

pytestmark = pytest.mark.usefixtures("toll_folder")


@dataclass(frozen=True)
class Bad:
    """One case.

    Attributes:
        says: parts of the line, in order.
        content: of the claims file, which is not made when None.
        source: of the source, which is not made when None.
    """

    says: tuple[str, ...]
    content: str | bytes | None = TOLL
    claims: str = "claims.txt"
    source: bytes | None = TEXT.encode()
    more: tuple[str, ...] = ()
    environ: dict[str, str] = field(default_factory=dict)
    code: int = 2


GOOD = json.dumps({"text": TOLL})
LONE = '{"text": "the \\ud800 toll"}'
LONG_NUMBER = '{"text": "toll", "id": ' + "1" * 5000 + "}"

CASES = {
    "no claims file": Bad(("'claims.txt'", "no such file"), None),
    "empty claims file": Bad(("'claims.txt' holds no claim", ".jsonl"), b""),
    "blank claims file": Bad(("'claims.txt' holds no claim",), b" \n\r\n\t\n"),
    "blank objects file": Bad(("'c.jsonl' holds no claim",), b"\n", "c.jsonl"),
    "only a byte order mark": Bad(("'claims.txt' holds no claim",), "\ufeff"),
    "wrong suffix": Bad(("'claims.csv'", ".txt or .jsonl", ".csv"), TOLL, "claims.csv"),
    "no suffix": Bad(("'claims'", ".txt or .jsonl", "nothing"), TOLL, "claims"),
    "binary claims": Bad(("'claims.txt'", "binary"), bytes(range(256))),
    "latin-1 claims": Bad(("'claims.txt'", "UTF-8", "iconv"), "Zoë".encode("latin-1")),
    "utf-16 claims": Bad(("'claims.txt'", "UTF-16"), TOLL.encode("utf-16")),
    "a folder of claims": Bad(("'.'", "nothing"), None, "."),
    "claims larger than the limit": Bad(
        ("'claims.txt'", " 90 bytes"), TOLL, more=("--max-bytes", "90")
    ),
    "malformed line": Bad(
        ("'c.jsonl', line 3", "no JSON object", "{text: 1}"), f"{GOOD}\n\n{{text: 1}}\n", "c.jsonl"
    ),
    "cut line": Bad(("line 1", "no JSON object"), GOOD[:-2], "c.jsonl"),
    "two objects on a line": Bad(("line 1", "Extra data"), f"{GOOD} {GOOD}", "c.jsonl"),
    "text in an objects file": Bad(("line 1", "no JSON object", "The Port"), TOLL, "c.jsonl"),
    "nested too deeply": Bad(
        ("line 2", "nested too deeply"), f"{GOOD}\n" + "[" * 100_000, "c.jsonl"
    ),
    "number too long": Bad(("line 1", "a number is too long"), LONG_NUMBER, "c.jsonl"),
    "array": Bad(("line 1", "expected an object", "an array"), '["toll"]', "c.jsonl"),
    "string": Bad(("line 1", "expected an object", "a string"), '"toll"', "c.jsonl"),
    "number": Bad(("line 1", "expected an object", "a number"), "7", "c.jsonl"),
    "null": Bad(("line 1", "expected an object", "null"), "null", "c.jsonl"),
    "no text": Bad(("line 2", "no field text"), f'{GOOD}\n{{"claim": "toll"}}', "c.jsonl"),
    "empty text": Bad(("line 1", "the claim has no text"), '{"text": " \\n"}', "c.jsonl"),
    "text of the wrong type": Bad(
        ("line 1", "text is to be a string", "an array"), '{"text": ["toll"]}', "c.jsonl"
    ),
    "null text": Bad(("line 1", "text is to be a string", "null"), '{"text": null}', "c.jsonl"),
    "id of a list": Bad(("line 1", "id is", "an array"), '{"text": "t", "id": [1]}', "c.jsonl"),
    "id true": Bad(("line 1", "id is", "a boolean"), '{"text": "t", "id": true}', "c.jsonl"),
    "id 1.5": Bad(("line 1", "id is", "a number"), '{"text": "t", "id": 1.5}', "c.jsonl"),
    "id null": Bad(("line 1", "id is", "null"), '{"text": "t", "id": null}', "c.jsonl"),
    "lone surrogate": Bad(("line 2", "the text", "surrogate at 4"), f"{GOOD}\n{LONE}", "c.jsonl"),
    "lone surrogate in an id": Bad(
        ("line 1", "the id", "surrogate at 0"), '{"text": "t", "id": "\\udfff"}', "c.jsonl"
    ),
    "the first bad line is told": Bad(("line 1", "no JSON"), "x\ny\n", "c.jsonl"),
    "no source": Bad(("'toll.txt'", "no such file"), source=None),
    "empty source": Bad(("'toll.txt'", "empty"), source=b""),
    "binary source": Bad(("'toll.txt'", "binary"), source=b"\0\1"),
    "source larger than the limit": Bad(("'toll.txt'", " 120 bytes"), more=("--max-bytes", "120")),
    "environment is no number": Bad(
        ("SUMMARIZER_MAX_BYTES", "'x'"), environ={"SUMMARIZER_MAX_BYTES": "x"}
    ),
    "wrong date": Bad(("'2031-02-30'", "YYYY-MM-DD"), more=("--published", "2031-02-30")),
    "wrong level": Bad(("'--level'", "'guess'", "'rules'"), more=("--level", "guess")),
    "model without its level": Bad(
        ("'--model'", "--level model"), more=("--model", "openai:gpt-5-mini")
    ),
    "address without its level": Bad(
        ("'--base-url'", "--level model"), more=("--base-url", "http://127.0.0.1:9/v1")
    ),
    "no such model": Bad(("'gpt'", "openai:NAME"), more=("--level", "model", "--model", "gpt")),
    "no key": Bad(("OPENAI_API_KEY",), more=("--level", "model", "--model", "openai:gpt")),
    "nobody at the address": Bad(
        ("127.0.0.1:9",),
        code=3,
        more=("--level", "model", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bad_input(
    case: Bad, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("toll.txt").unlink()
    if case.source is not None:
        Path("toll.txt").write_bytes(case.source)
    if case.content is not None:
        claims_file(case.content, case.claims)
    for name, value in case.environ.items():
        monkeypatch.setenv(name, value)
    assert main(["verify", "toll.txt", "--claims", case.claims, *case.more]) == case.code
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1), err
    assert err.startswith("summarizer: ")
    place = 0
    for part in case.says:
        place = err.find(part, place)
        assert place >= 0, f"{part!r} is missing, or too early, in {err!r}"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["verify"], "missing argument 'SOURCE'"),
        (["verify", "toll.txt"], "missing option '--claims'"),
        (
            ["verify", "-", "--claims", "-"],
            "invalid value for '--claims': '-' can stand only once",
        ),
        (["verify", "toll.txt", "other.txt", "--claims", "c.txt"], "got unexpected extra argument"),
    ],
)
def test_bad_use_is_one_line(
    arguments: Sequence[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"summarizer: {line}")
    assert err.endswith("; see 'summarizer verify --help'\n")


@pytest.mark.parametrize("content", ["", " \n", "{"])
def test_bad_claims_on_standard_input(
    content: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert verified("-") == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "standard input" in err


def test_a_bad_line_does_not_reach_the_terminal_as_a_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert verified(claims_file("\x1b[2J\u202e {", "c.jsonl")) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert not {"\x1b", "\u202e"} & set(err)


def test_names_that_are_not_utf8(capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"caf\xe9")
    Path(f"{name}.txt").write_text(TEXT)
    assert main(["verify", f"{name}.txt", "--claims", claims_file(TOLL)]) == 2
    assert "is not UTF-8" in capsys.readouterr().err
    assert verified(claims_file("{", f"{name}.jsonl")) == 2
    assert r"'caf\udce9.jsonl', line 1" in capsys.readouterr().err
    assert verified(f"{name}.txt") in (0, 1)
