from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from summarizer.errors import GoldError, SourceError
from summarizer.evaluation.articles import find_article
from summarizer.evaluation.gold import (
    Article,
    gold_files,
    load_gold,
    parse_gold,
    read_file,
)
from summarizer.evaluation.yaml import dump_yaml

SHA = "0123456789abcdef" * 4
LABELS = f"""\
article:
  id: weir
  file: weir.txt
  sha256: {SHA}
  genre: local news
labelled_by:
  who: Jo Marsh
  kind: person
  how: from the text alone
  date: 2025-04-02
claims:
- id: g1
  text: Fennick is to rebuild its weir in October.
  weight: 3
  evidence:
  - - {{start: 4, end: 9, text: words}}
    - {{start: 12, end: 20}}
  - - {{start: 40, end: 52}}
  attribution:
  - {{source: Runa Holt, kind: person}}
  commitment: intended
  dates:
  - {{text: October, precision: month}}
  entities:
  - {{name: Fennick, kind: place}}
  entails: [g2]
- id: g2
  text: Not all of the 9 piles can stay.
  weight: 1
  evidence: [[{{start: 60, end: 69}}]]
  commitment: unknown
  quantities: [{{text: 9 piles, value: 9}}]
traps:
- {{id: t1, text: Fennick has rebuilt its weir., kind: hedge, severity: critical, of: g1}}
- {{id: t2, text: The weir broke in a flood., kind: outside, severity: minor}}
open_questions:
- {{text: Whether the piles can stay., claim: g2}}
"""


def changed(old: str, new: str) -> str:
    """The labels with ``new`` in place of ``old``, which stands there once."""
    assert LABELS.count(old) == 1
    return LABELS.replace(old, new)


def refusal(text: str) -> str:
    """What is said about malformed labels."""
    with pytest.raises(GoldError) as caught:
        parse_gold(text, "weir.yaml")
    return str(caught.value)


def written(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text(LABELS)
    return paths


def test_what_is_left_out_has_its_default() -> None:
    plain = parse_gold(LABELS, "weir.yaml")[0].model_dump(mode="json")
    first, second = plain["claims"]
    assert plain["article"] == {
        "id": "weir",
        "file": "weir.txt",
        "sha256": SHA,
        "genre": "local news",
        "published": None,
        "split": "test",
    }
    assert first["evidence"] == [
        [{"start": 4, "end": 9, "text": "words"}, {"start": 12, "end": 20, "text": None}],
        [{"start": 40, "end": 52, "text": None}],
    ]
    assert first["attribution"] == [{"source": "Runa Holt", "kind": "person", "cue": None}]
    assert first["dates"] == [
        {"text": "October", "start": None, "end": None, "precision": "month", "anchor": None}
    ]
    assert (first["required"], first["negated"], first["entails"]) == (True, False, ["g2"])
    assert second["quantities"] == [
        {
            "text": "9 piles",
            "value": 9.0,
            "high": None,
            "unit": None,
            "modifier": "exact",
            "of": None,
            "compared_with": None,
        }
    ]
    empty = ("attribution", "dates", "entities", "entails")
    assert {key: second[key] for key in empty} == {key: [] for key in empty}
    assert [trap["of"] for trap in plain["traps"]] == ["g1", None]


def test_traps_and_open_questions_may_be_left_out() -> None:
    gold = parse_gold(LABELS.partition("traps:")[0], "weir.yaml")[0]
    assert (gold.traps, gold.open_questions) == ((), ())


def test_the_lines_are_those_of_the_file() -> None:
    lines = parse_gold(LABELS, "weir.yaml")[1]
    places = [("article", "sha256"), ("claims", 0, "entails"), ("claims", 1), ("traps", 1)]
    found = [LABELS.splitlines()[lines.of(place) - 1].strip()[:9] for place in places]
    assert found == ["sha256: 0", "entails: ", "- id: g2", "- {id: t2"]


def test_gold_that_is_dumped_is_read_as_the_same_gold() -> None:
    gold = parse_gold(LABELS, "weir.yaml")[0]
    assert parse_gold(dump_yaml(gold.model_dump(mode="json")), "weir.yaml")[0] == gold


def test_a_claim_is_found_by_its_id() -> None:
    gold = parse_gold(LABELS, "weir.yaml")[0]
    assert gold.claim("g2") is gold.claims[1]
    with pytest.raises(KeyError, match="g9"):
        gold.claim("g9")


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("  genre: local news\n", "  genre: local news\n  tone: dry\n", "6: article.tone"),
        ("  who: Jo Marsh\n", "  who: Jo Marsh\n  age: 40\n", "8: labelled_by.age"),
        ("- id: g2\n", "- id: g2\n  importance: 2\n", "28: claims.1.importance"),
        ("end: 20}", "end: 20, line: 3}", "17: claims.0.evidence.0.1.line"),
        ("value: 9}", "value: 9, scale: 1}", "32: claims.1.quantities.0.scale"),
        ("severity: minor}", "severity: minor, why: x}", "35: traps.1.why"),
        ("open_questions:\n", "notes: none\nopen_questions:\n", "36: notes"),
    ],
)
def test_an_unknown_field_is_refused_with_its_line(old: str, new: str, where: str) -> None:
    assert refusal(changed(old, new)) == (
        f"weir.yaml:{where}: extra inputs are not permitted; evals/GUIDE.md shows the form"
    )


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("- id: g2", "- id: 2", "27: claims.1.id: "),
        ("- id: g2", "- id: c2", "27: claims.1.id: "),
        ("{id: t2,", "{id: g3,", "35: traps.1.id: "),
        ("id: weir\n", "id: The Weir\n", "2: article.id: "),
        (SHA, '""', "4: article.sha256: "),
        (SHA, SHA.upper(), "4: article.sha256: "),
        ("  kind: person\n", "  kind: robot\n", "8: labelled_by.kind: "),
        ("date: 2025-04-02", "date: April 2", "10: labelled_by.date: "),
        ("weight: 3", "weight: 4", "14: claims.0.weight: "),
        ("weight: 1", "weight: 0", "29: claims.1.weight: "),
        ("commitment: unknown", "commitment: unsure", "31: claims.1.commitment: "),
        ("[[{start: 60, end: 69}]]", "[]", "30: claims.1.evidence: "),
        ("[[{start: 60, end: 69}]]", "[[]]", "30: claims.1.evidence.0: "),
        ("[[{start: 60, end: 69}]]", "[[the 9 piles]]", "30: claims.1.evidence.0.0: "),
        ("start: 60", "start: -1", "30: claims.1.evidence.0.0.start: "),
        ("text: Whether the piles can stay.", "text: ' '", "37: open_questions.0.text: "),
        ("  commitment: unknown\n", "", "27: claims.1.commitment: "),
        ("precision: month", "precision: season", "23: claims.0.dates.0.precision: "),
        ("kind: hedge", "kind: tone", "34: traps.0.kind: "),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_line(old: str, new: str, where: str) -> None:
    line = refusal(changed(old, new))
    assert line.startswith(f"weir.yaml:{where}")
    assert line.endswith("; evals/GUIDE.md shows the form")
    assert "\n" not in line


@pytest.mark.parametrize("end", [60, 59])
def test_a_span_holds_at_least_one_character(end: int) -> None:
    assert refusal(changed("end: 69", f"end: {end}")) == (
        f"weir.yaml:30: claims.1.evidence.0.0: a span from 60 to {end} holds nothing"
        "; evals/GUIDE.md shows the form"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- id: g2", "- id: g1", "claim id g1 is given twice"),
        ("{id: t2,", "{id: t1,", "trap id t1 is given twice"),
        ("entails: [g2]", "entails: [g2, g7]", "g1 names g7, and there is no such claim"),
        ("of: g1}", "of: g7}", "t1 names g7, and there is no such claim"),
        ("of: g1}", "of: t2}", "t1 names t2, and there is no such claim"),
        ("claim: g2}", "claim: g7}", "open question names g7, and there is no such claim"),
    ],
)
def test_an_id_is_given_once_and_leads_somewhere(old: str, new: str, message: str) -> None:
    assert refusal(changed(old, new)) == (
        f"weir.yaml:1: the file: {message}; evals/GUIDE.md shows the form"
    )


@pytest.mark.parametrize("text", ["", "weir\n", "- g1\n- g2\n"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    assert refusal(text).startswith("weir.yaml:1: the file: ")


@pytest.mark.parametrize("claims", ["", "claims: []\n"], ids=["left out", "empty"])
def test_gold_without_a_claim_is_refused(claims: str) -> None:
    head = LABELS.partition("claims:")[0]
    line = 11 if claims else 1
    assert refusal(head + claims).startswith(f"weir.yaml:{line}: claims: ")


def test_yaml_that_is_malformed_is_refused_with_its_line() -> None:
    assert refusal(changed("  weight: 1\n", "\tweight: 1\n")) == (
        "weir.yaml:29: not YAML: found a tab character that violates indentation"
    )


def test_a_character_that_yaml_does_not_allow_is_refused_in_one_line() -> None:
    line = refusal(changed("Jo Marsh", "Jo \x07 Marsh"))
    assert line.startswith("weir.yaml: not YAML: unacceptable character #x0007: ")
    assert "\n" not in line


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("  weight: 1\n", "  weight: 1\n  id: g2\n", "30: the key 'id'"),
        ("end: 52}", "end: 52, start: 41}", "18: the key 'start'"),
        ("open_questions:\n", "traps: []\nopen_questions:\n", "36: the key 'traps'"),
    ],
)
def test_a_key_that_is_given_twice_is_refused_with_its_line(old: str, new: str, where: str) -> None:
    assert refusal(changed(old, new)) == f"weir.yaml:{where} is given twice"


def test_a_gold_file_is_loaded_and_a_fault_in_it_names_its_path(tmp_path: Path) -> None:
    (path,) = written(tmp_path, "weir.yaml")
    assert load_gold(path) == parse_gold(LABELS, "weir.yaml")[0]
    path.write_text(changed("weight: 3", "weight: 4"))
    with pytest.raises(GoldError) as caught:
        load_gold(path)
    assert str(caught.value).startswith(f"{path}:14: claims.0.weight: ")


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("who: Zoë".encode("latin-1"))
    for path, why in [
        (latin, "it is not UTF-8"),
        (tmp_path / "no.yaml", "No such file or directory"),
        (tmp_path, "Is a directory"),
    ]:
        with pytest.raises(GoldError) as caught:
            read_file(path)
        assert str(caught.value) == f"cannot read '{path}': {why}"


def test_the_gold_files_of_a_folder_are_its_yaml_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    b, a, _, _ = written(tmp_path, "b.yaml", "a.yaml", "notes.txt", "second/c.yaml")
    assert gold_files(tmp_path) == [a, b]
    assert gold_files(b) == [b]


@pytest.mark.parametrize("name", ["", "no.yaml"], ids=["empty folder", "no such file"])
def test_where_there_is_no_gold_file_the_place_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(GoldError) as caught:
        gold_files(tmp_path / name)
    assert str(caught.value) == (
        f"there is no gold file in '{tmp_path / name}'; name a folder with *.yaml files"
    )


TEXT = "Weir breaks\n\nThe weir at Fennick broke on Monday, its keeper said.\n"


def article(text: str = TEXT, published: str | None = None) -> Article:
    return Article(
        id="weir",
        file="weir.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        genre="local news",
        published=published,
    )


def test_an_article_is_found_in_the_first_folder_that_has_it(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("none", "empty", "first", "other")]
    for folder in folders[1:]:
        folder.mkdir()
    (folders[2] / "weir.txt").write_text(TEXT)
    (folders[3] / "weir.txt").write_text("another text")
    document = find_article(article(published="2025-03-14"), folders)
    assert document is not None
    assert (document.source, document.text) == (str(folders[2] / "weir.txt"), TEXT)
    assert (document.sha256, document.published) == (article().sha256, "2025-03-14")


def test_an_article_that_no_folder_has_is_none(tmp_path: Path) -> None:
    assert find_article(article(), [tmp_path, tmp_path / "none"]) is None
    assert find_article(article(), []) is None


def test_an_article_with_other_bytes_than_were_labelled_is_refused(tmp_path: Path) -> None:
    (tmp_path / "weir.txt").write_text(TEXT.replace("Monday", "Sunday"))
    found = hashlib.sha256((tmp_path / "weir.txt").read_bytes()).hexdigest()
    with pytest.raises(SourceError) as caught:
        find_article(article(), [tmp_path])
    assert str(caught.value) == (
        f"'{tmp_path / 'weir.txt'}' is not the text that was labelled: its SHA-256 begins with "
        f"{found[:12]}, that of the gold with {article().sha256[:12]}"
        "; label it anew, or run eval lint --fix where only offsets moved"
    )
