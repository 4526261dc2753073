"""``summarizer verify``: lines of JSON on standard output, everything else on standard error."""

from __future__ import annotations

import io
import json
import unicodedata
from pathlib import Path

import pytest

from summarizer.cli import main
from tests.cli.verifying import (
    NOWHERE,
    OTHERWISE,
    PARAPHRASE,
    TEXT,
    claims_file,
    found_in,
    objects,
    verified,
)
from tests.verification.sources import DRIVERS, LORRIES, TOLL

pytestmark = pytest.mark.usefixtures("toll_folder")

FIELDS = ["id", "text", "verdict", "support", "evidence", "findings"]


def test_one_line_for_each_claim_in_order(capfd: pytest.CaptureFixture[str]) -> None:
    claims = [PARAPHRASE, OTHERWISE, NOWHERE]
    assert verified(claims_file("\n".join(claims))) == 1
    out, err = capfd.readouterr()
    assert err == ""
    assert [list(json.loads(line)) for line in out.splitlines()] == [FIELDS] * 3
    found = found_in(out)
    assert [(v.id, v.text) for v in found] == list(zip("123", claims, strict=True))
    assert [v.verdict for v in found] == ["supported", "contradicted", "unsupported"]
    for v in found:
        for e in v.evidence:
            assert TEXT[e.start : e.end] == e.text


def test_the_code_is_0_when_every_claim_is_supported(capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(claims_file(f"{TOLL}\n{LORRIES}\n")) == 0
    assert [v.verdict for v in found_in(capsys.readouterr().out)] == ["supported"] * 2


@pytest.mark.parametrize("claim", [OTHERWISE, NOWHERE])
def test_the_code_is_1_when_one_is_not(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(claims_file(f"{TOLL}\n{claim}\n")) == 1
    assert len(found_in(capsys.readouterr().out)) == 2


def test_objects_keep_their_ids_and_may_hold_more(capsys: pytest.CaptureFixture[str]) -> None:
    claims = objects(
        {"text": TOLL, "id": "first"},
        {"id": 7, "text": f"{TOLL} {DRIVERS}\n\n{LORRIES}", "author": "A. Editor"},
        {"text": LORRIES},
        {"id": "", "text": "  " + LORRIES},
    )
    assert verified(claims) == 0
    found = found_in(capsys.readouterr().out)
    assert [v.id for v in found] == ["first", "7", "3", ""]
    assert found[1].text == f"{TOLL} {DRIVERS}\n\n{LORRIES}"
    assert found[3].text == "  " + LORRIES


def test_claims_of_a_summary_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    claim = {"id": "c1", "text": TOLL, "importance": 0.5, "evidence": [], "commitment": "intended"}
    assert verified(objects(claim)) == 0
    assert found_in(capsys.readouterr().out)[0].id == "c1"


@pytest.mark.parametrize(
    "content",
    [
        f"{TOLL}\n\n  \n\t\n{LORRIES}\n\n",
        f"{TOLL}\r\n{LORRIES}\r\n",
        f"{TOLL}\r{LORRIES}\r",
        f"\ufeff{TOLL}\n{LORRIES}",
        f"  {TOLL} \t\n{LORRIES}",
    ],
    ids=["blank lines", "CRLF", "CR", "byte order mark", "spaces"],
)
def test_lines_of_any_kind(content: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(claims_file(content)) == 0
    found = found_in(capsys.readouterr().out)
    assert [(v.id, v.text) for v in found] == [("1", TOLL), ("2", LORRIES)]


def test_blank_lines_and_line_ends_among_objects(capsys: pytest.CaptureFixture[str]) -> None:
    line = json.dumps({"text": TOLL})
    assert verified(claims_file(f"\ufeff{line}\r\n\r\n  {line}  \r\n", "claims.JSONL")) == 0
    assert [v.id for v in found_in(capsys.readouterr().out)] == ["1", "2"]


def test_the_publication_date_is_the_anchor(capsys: pytest.CaptureFixture[str]) -> None:
    Path("toll.txt").write_text("The Port of Selby closed the bridge on Monday, Olsen said.\n")
    claims = claims_file("The Port of Selby closed the bridge on 26 May 2031.")
    for published, code in (("2031-05-29", 0), ("2031-06-05", 1)):
        assert main(["verify", "toll.txt", "--claims", claims, "--published", published]) == code
    capsys.readouterr()


@pytest.mark.parametrize(
    "content", [f"{TOLL}\n{LORRIES}\n", f'\n{{"text": "{TOLL}"}}\n{{"text": "{LORRIES}"}}\n']
)
def test_claims_on_standard_input(
    content: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert verified("-") == 0
    assert [v.text for v in found_in(capsys.readouterr().out)] == [TOLL, LORRIES]


def test_the_source_on_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["verify", "-", "--claims", claims_file(TOLL)]) == 0
    assert found_in(capsys.readouterr().out)[0].verdict == "supported"


# Hostile text


HOSTILE = (
    "\x1b[2J\x1b]0;title\x07 toll",
    "\u009b31m toll \x85 next",
    "toll \u202eelbuod\u202c \u2066x\u2069",
    'toll\u2028{"id": 1}\u2029 next',
    '"},{"verdict":"supported"} \\ \\u0041',
    "{{ 7*7 }} <script>alert(1)</script> $(id)",
    "\U000e0041\u200b\ufeff toll",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_breaks_neither_lines_nor_terminal(
    hostile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("toll.txt").write_text(f"{TEXT}The {hostile} doubled on Monday.\n", "utf-8")
    claims = [f"The {hostile} doubled on Monday.", f"The {hostile} halved on Monday.", hostile]
    assert verified(objects(*({"text": c, "id": c} for c in claims))) in (0, 1)
    out, err = capsys.readouterr()
    assert err == ""
    # Whatever else a reader takes for the end of a line is escaped.
    assert len(out.splitlines()) == out.count("\n") == 3
    assert {unicodedata.category(c) for c in out} - {"Cf"} <= {
        "Lu",
        "Ll",
        "Nd",
        "Po",
        "Ps",
        "Pe",
        "Pd",
        "Pi",
        "Pf",
        "Zs",
        "Sm",
        "Sc",
        "Cc",
    }
    assert not set(out.replace("\n", "")) & set(map(chr, (*range(32), *range(127, 160))))
    assert not set(out) & set("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert [v.text for v in found_in(out)] == claims


def test_help_has_examples_and_the_environment(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "\n  Examples:\n    summarizer verify article.txt --claims claims.txt\n" in out
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_MAX_BYTES", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        assert f"\n    {name} " in out
    assert main(["--help"]) == 0
    assert "verify" in capsys.readouterr().out
