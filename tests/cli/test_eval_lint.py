"""``summarizer eval lint`` as it is run: what it prints, writes and returns."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli import main

COMMAND = "from summarizer.cli import main; raise SystemExit(main())"
ARTICLE = """\
Ferry to Osk runs again

The ferry to Osk sailed again on Monday after three weeks in dock, its owner said. The repair cost
210,000 crowns. It is not known why the rudder broke.
"""
SHA = hashlib.sha256(ARTICLE.encode()).hexdigest()
WORDS = ("The ferry to Osk sailed again on Monday", "The repair cost\n210,000 crowns")


def span(words: str, *, shift: int = 0) -> str:
    start = ARTICLE.index(words) + shift
    return f"{{start: {start}, end: {start + len(words)}, text: {json.dumps(words)}}}"


def labels(
    first: str = span(WORDS[0]),
    second: str = span(WORDS[1]),
    *,
    sha: str = SHA,
    amount: str = "210,000 crowns",
) -> str:
    return f"""\
article: {{id: ferry, file: ferry.txt, sha256: "{sha}", genre: local news}}
labelled_by: {{who: Jo Marsh, kind: person, how: from the text alone, date: 2025-04-02}}
claims:
- id: g1
  text: The ferry to Osk sailed again on Monday.
  weight: 3
  evidence: [[{first}]]
  commitment: factual
- id: g2
  text: The repair of the ferry to Osk cost 210,000 crowns.
  weight: 2
  evidence: [[{second}]]
  commitment: factual
  quantities: [{{text: "{amount}", value: 210000, of: crowns}}]
"""


IN_WORDS = labels(*map(json.dumps, WORDS), sha="")
MISPLACED = (
    f"claims.0.evidence.0.0: {ARTICLE.index(WORDS[0]) + 1}:{ARTICLE.index(WORDS[0]) + 40} is"
    f" {ARTICLE[ARTICLE.index(WORDS[0]) + 1 :][:39]!r}, not {WORDS[0]!r}; use --fix"
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article and no labels, where the command runs."""
    (tmp_path / "evals" / "articles").mkdir(parents=True)
    (tmp_path / "evals" / "articles" / "ferry.txt").write_text(ARTICLE)
    (tmp_path / "gold").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(*arguments: str) -> int:
    return main(["eval", "lint", *arguments])


def put(text: str, name: str = "ferry") -> Path:
    path = Path("gold") / f"{name}.yaml"
    path.write_text(text)
    return path


def test_labels_without_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    put(labels())
    assert lint("gold") == 0
    assert capsys.readouterr() == (
        "",
        "summarizer: 1 files, 0 faults, 0 without their article\n",
    )


def test_each_fault_is_one_line_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    put(labels(span(WORDS[0], shift=1), amount="9 crowns"), "b")
    put(labels(amount="8 crowns"), "a")
    assert lint("gold") == 1
    elsewhere = "does not stand in the claim's text"
    assert capsys.readouterr() == (
        f"gold/a.yaml:14: claims.1.quantities.0: '8 crowns' {elsewhere}\n"
        f"gold/b.yaml:14: claims.1.quantities.0: '9 crowns' {elsewhere}\n"
        f"gold/b.yaml:7: {MISPLACED}\n",
        "summarizer: 2 files, 3 faults, 0 without their article\n",
    )


def test_a_file_that_cannot_be_read_is_a_fault_and_the_next_is_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(labels().replace("  weight: 3\n", "\tweight: 3\n"), "a")
    put(labels().replace("  weight: 2\n", "  weight: 2\n  weight: 2\n"), "b")
    put(labels().replace("  weight: 2\n", "  weight: 2\n  importance: 2\n"), "c")
    Path("gold/d.yaml").write_bytes(b"caf\xe9")
    put(labels(amount="8 crowns"), "e")
    assert lint("gold") == 1
    out, err = capsys.readouterr()
    assert [line.split(" ")[0] for line in out.splitlines()] == [
        "gold/a.yaml:6:",
        "gold/b.yaml:12:",
        "gold/c.yaml:12:",
        "cannot",
        "gold/e.yaml:14:",
    ]
    assert "cannot read 'gold/d.yaml': it is not UTF-8\n" in out
    assert err == "summarizer: 5 files, 5 faults, 0 without their article\n"


def test_a_fault_whose_words_run_over_a_line_is_still_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(labels(second=span(WORDS[1], shift=-1)))
    assert lint("gold") == 1
    out, _ = capsys.readouterr()
    assert out.count("\n") == 1
    assert r"not 'The repair cost\n210,000 crowns'" in out


def test_files_and_folders_are_checked_in_the_order_given(
    capsys: pytest.CaptureFixture[str], project: Path
) -> None:
    (project / "more").mkdir()
    for name in ("a", "b"):
        (project / "more" / f"{name}.yaml").write_text(labels(sha="0" * 64))
    put(labels(sha="f" * 64), "c")
    put(labels(), "unasked")
    assert lint("more", "gold/c.yaml") == 1
    out, err = capsys.readouterr()
    assert [line.partition(" ")[0] for line in out.splitlines()] == [
        "more/a.yaml:1:",
        "more/b.yaml:1:",
        "gold/c.yaml:1:",
    ]
    assert err == "summarizer: 3 files, 3 faults, 0 without their article\n"


def test_without_fix_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    path = put(IN_WORDS)
    assert lint("gold") == 1
    assert capsys.readouterr().out.startswith("gold/ferry.yaml:1: article.sha256: ")
    assert path.read_text() == IN_WORDS


def test_fix_writes_offsets_and_hash(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    path = put(IN_WORDS)
    assert lint("gold", "--fix") == 0
    assert capsys.readouterr().out == ""
    fixed = path.read_text()
    assert f"sha256: {SHA}" in fixed
    assert span(WORDS[0]).replace('"', "") in fixed
    assert [p.name for p in (project / "gold").iterdir()] == ["ferry.yaml"]
    assert lint("gold") == 0


def test_fix_leaves_a_file_alone_that_needs_nothing(project: Path) -> None:
    path = put(IN_WORDS)
    lint("gold", "--fix")
    before = (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
    assert lint("gold", "--fix") == 0
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_fix_writes_nothing_where_words_cannot_be_placed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = labels('"The submarine"', '"The"', sha="")
    path = put(text)
    assert lint("gold", "--fix") == 1
    assert capsys.readouterr() == (
        "gold/ferry.yaml:7: claims.0.evidence.0.0: the words 'The submarine' stand nowhere in the"
        " article\n"
        "gold/ferry.yaml:12: claims.1.evidence.0.0: the words 'The' stand 2 times in the article\n",
        "summarizer: 1 files, 2 faults, 0 without their article\n",
    )
    assert path.read_text() == text


def test_fix_writes_what_it_can_and_tells_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    path = put(labels(*map(json.dumps, WORDS), sha="", amount="8 crowns"))
    assert lint("gold", "--fix") == 1
    fixed = path.read_text()
    line = next(i for i, text in enumerate(fixed.splitlines(), 1) if "8 crowns" in text)
    assert SHA in fixed
    assert capsys.readouterr().out == (
        f"gold/ferry.yaml:{line}: claims.1.quantities.0: '8 crowns' does not stand in the claim's"
        " text\n"
    )


def test_without_its_article_only_the_form_is_checked(
    capsys: pytest.CaptureFixture[str], project: Path
) -> None:
    (project / "evals" / "articles" / "ferry.txt").unlink()
    put(labels(span(WORDS[0], shift=1)))
    assert lint("gold") == 0
    assert capsys.readouterr() == (
        "",
        "summarizer: gold/ferry.yaml: its article is not here; only the form was checked\n"
        "summarizer: 1 files, 0 faults, 1 without their article\n",
    )


def test_a_further_folder_of_articles_is_looked_in(
    capsys: pytest.CaptureFixture[str], project: Path
) -> None:
    (project / "elsewhere").mkdir()
    (project / "evals" / "articles" / "ferry.txt").rename(project / "elsewhere" / "ferry.txt")
    put(labels(span(WORDS[0], shift=1)))
    assert lint("gold", "--articles", "evals", "--articles", "elsewhere") == 1
    assert capsys.readouterr() == (
        f"gold/ferry.yaml:7: {MISPLACED}\n",
        "summarizer: 1 files, 1 faults, 0 without their article\n",
    )


@pytest.mark.parametrize("place", ["gold", "nowhere", "gold/no.yaml"])
def test_a_place_without_labels_is_bad_input(
    place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lint(place) == 2
    assert capsys.readouterr() == (
        "",
        f"summarizer: there is no gold file in '{place}'; name a folder with *.yaml files\n",
    )


def test_a_place_without_labels_stops_the_command_before_it_starts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = put(IN_WORDS)
    assert lint("gold", "nowhere", "--fix") == 2
    assert capsys.readouterr().out == ""
    assert path.read_text() == IN_WORDS


def test_no_place_is_bad_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint() == 2
    assert capsys.readouterr() == (
        "",
        "summarizer: missing argument 'GOLD'; see 'summarizer eval lint --help'\n",
    )


@pytest.mark.parametrize(("text", "code"), [(labels(), 0), (labels(sha="0" * 64), 1)])
def test_the_process_ends_with_the_exit_code(text: str, code: int, project: Path) -> None:
    put(text)
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "eval", "lint", "gold"],
        cwd=project,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout.count(b"\n")) == (code, code)
    assert done.stderr.count(b"\n") == 1
