"""How often the matcher is right, on made-up judgements and on the pairs that are shipped."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import GoldError
from summarizer.evaluation.calibrate import (
    Calibration,
    Judged,
    LabelledPair,
    Report,
    calibrated,
    calibration,
    judge,
    load_pairs,
    statements,
    word_overlap,
)
from summarizer.evaluation.gold import Gold, gold_files, load_gold
from summarizer.evaluation.yaml import dump_yaml
from summarizer.matching.relation import Statement
from summarizer.schema import Document
from tests.evaluation.making import LABELLER, TOLL, saved, toll_labels, two_articles

EVALS = Path(__file__).parents[2] / "evals"
HEAD = dump_yaml({"labelled_by": LABELLER})


def pair(number: int = 1, **fields: Any) -> dict[str, Any]:
    """A pair as a file has it, with ``fields`` in place of its own."""
    plain = {
        "id": f"x-{number}",
        "article": "toll",
        "gold": "g1",
        "text": "The toll of the bridge will be doubled to 4 crowns on 2 June 2031.",
        "label": "same",
        "hard": False,
        "kind": "reworded",
    }
    return plain | fields


def labelled(**fields: Any) -> LabelledPair:
    return LabelledPair.model_validate(pair(**fields))


def judged(
    *, same: bool, says: bool, score: float = 0.5, words: float = 0.5, **fields: Any
) -> Judged:
    return Judged(labelled(label="same" if same else "different", **fields), says, score, words)


@pytest.fixture
def toll(tmp_path: Path) -> tuple[Gold, Document]:
    gold = saved(tmp_path, toll_labels(), TOLL)
    return gold, Document.from_text(TOLL)


def write_pairs(folder: Path, *pairs: dict[str, Any], name: str = "a.yaml") -> Path:
    """A file with one pair a line, the first of them on line 4."""
    folder.mkdir(exist_ok=True)
    listed = "".join(f"- {dump_flow(p)}\n" for p in pairs)
    path = folder / name
    path.write_text(f"labelled_by: {dump_flow(dict(LABELLER))}\n\npairs:\n{listed}")
    return path


def dump_flow(fields: dict[str, Any]) -> str:
    """A mapping of strings and flags in one line."""
    cells = (
        f"{k}: {str(v).lower() if isinstance(v, bool) else repr(v)}" for k, v in fields.items()
    )
    return "{" + ", ".join(cells) + "}"


def test_the_pairs_of_all_files_are_read_in_order(tmp_path: Path) -> None:
    write_pairs(tmp_path, pair(2), name="b.yaml")
    write_pairs(tmp_path, pair(1, where="g2", source="Selby Courier"), name="a.yaml")
    (tmp_path / "README.md").write_text("no pairs")
    one, two = load_pairs(tmp_path)
    assert (one.id, one.where, one.source) == ("x-1", "g2", "Selby Courier")
    assert (two.id, two.where, two.source) == ("x-2", None, None)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"label": "alike"}, "pairs.1.label: Input should be 'same' or 'different'"),
        ({"kind": "odd"}, "pairs.1.kind: Input should be 'paraphrase'"),
        ({"hard": "very"}, "pairs.1.hard: Input should be a valid boolean"),
        ({"text": "  "}, "pairs.1.text: String should have at least 1 character"),
        ({"note": "?"}, "pairs.1.note: Extra inputs are not permitted"),
    ],
)
def test_an_error_in_a_file_is_named_by_file_line_and_field(
    tmp_path: Path, fields: dict[str, Any], said: str
) -> None:
    path = write_pairs(tmp_path, pair(1), pair(2, **fields))
    with pytest.raises(GoldError) as error:
        load_pairs(tmp_path)
    assert str(error.value).startswith(f"{path}:5: {said}")


def test_a_missing_field_is_named_at_the_line_of_its_pair(tmp_path: Path) -> None:
    without = {k: v for k, v in pair(3).items() if k != "label"}
    path = write_pairs(tmp_path, pair(1), pair(2), without)
    with pytest.raises(GoldError) as error:
        load_pairs(tmp_path)
    assert str(error.value) == f"{path}:6: pairs.2.label: Field required"


def test_a_file_that_is_no_yaml_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = write_pairs(tmp_path, pair(1))
    path.write_text(path.read_text() + "- {id: x-2, text: [\n")
    with pytest.raises(GoldError) as error:
        load_pairs(tmp_path)
    assert str(error.value).startswith(f"{path}:6: not YAML: ")


def test_a_key_given_twice_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = write_pairs(tmp_path, pair(1))
    path.write_text(path.read_text() + "- {id: x-2, id: x-3}\n")
    with pytest.raises(GoldError) as error:
        load_pairs(tmp_path)
    assert str(error.value) == f"{path}:5: the key 'id' is given twice"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("pairs: []\n" + HEAD, "pairs: Tuple should have at least 1 item"),
        ("pairs: [1]\n", "labelled_by: Field required"),
    ],
)
def test_a_file_without_pairs_or_labeller_is_named(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "a.yaml").write_text(content)
    with pytest.raises(GoldError) as error:
        load_pairs(tmp_path)
    assert str(error.value).startswith(f"{tmp_path / 'a.yaml'}:1: {said}")


def test_an_id_given_twice_is_named_even_over_two_files(tmp_path: Path) -> None:
    write_pairs(tmp_path, pair(1), name="a.yaml")
    write_pairs(tmp_path, pair(1), pair(2), name="b.yaml")
    with pytest.raises(GoldError) as error:
        load_pairs(tmp_path)
    assert str(error.value) == f"{tmp_path}: pair id x-1 is given twice"


@pytest.mark.parametrize("name", [".", "none"])
def test_a_folder_without_pairs_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    with pytest.raises(GoldError) as error:
        load_pairs(folder)
    assert str(error.value) == f"there are no labelled pairs in '{folder}'"


def test_a_statement_cites_the_whole_sentences_of_its_claim(toll: tuple[Gold, Document]) -> None:
    gold, page = toll
    claims, index, second = statements(labelled(source="the port"), gold, page)
    assert [c.id for c in claims] == ["g1", "g2", "g3"]
    sentence = page.sentence(2)
    assert (index, second.evidence) == (0, (((sentence.start, sentence.end),),))
    assert (second.id, second.sources, second.published) == ("x-1", ("the port",), None)


def test_a_statement_may_cite_the_place_of_another_claim(toll: tuple[Gold, Document]) -> None:
    gold, page = toll
    _, index, second = statements(labelled(where="g3"), gold, page)
    sentence = page.sentence(4)
    assert (index, second.evidence) == (0, (((sentence.start, sentence.end),),))


@pytest.mark.parametrize("fields", [{"gold": "g9"}, {"where": "g9"}])
def test_a_pair_of_a_claim_that_is_not_there_is_named(
    toll: tuple[Gold, Document], fields: dict[str, str]
) -> None:
    with pytest.raises(GoldError, match=r"pair x-1: toll has no claim .*g9"):
        judge([labelled(**fields)], {"toll": toll})


def test_pairs_of_articles_that_are_not_here_are_left_out(toll: tuple[Gold, Document]) -> None:
    found = judge([labelled(article="pond"), labelled()], {"toll": toll})
    assert [j.pair.article for j in found] == ["toll"]


def test_the_matcher_is_asked_beside_the_other_claims(toll: tuple[Gold, Document]) -> None:
    wrong = "The Port of Selby will double the bridge toll to 5 crowns on 2 June 2031."
    alike = judge([labelled(text=wrong.replace("5", "4"))], {"toll": toll})[0]
    differs = judge([labelled(text=wrong, label="different")], {"toll": toll})[0]
    assert (alike.says, alike.same, differs.says, differs.same) == (True, True, False, False)
    assert alike.score > differs.score
    assert alike.words == differs.words == 1.0  # to which numbers are no words


def test_a_whole_folder_is_judged_in_parts_and_kinds(tmp_path: Path) -> None:
    golds = two_articles(tmp_path)
    claim = "The Port of Selby will double the bridge toll to 4 crowns on 2 June 2031."
    folder = write_pairs(
        tmp_path / "pairs",
        pair(1, id="a-1", text=claim),
        pair(
            2, id="b-1", text=claim.replace("4", "5"), label="different", hard=True, kind="number"
        ),
        pair(3, id="c-1", text="Carp moved.", label="different", hard=True, kind="unrelated"),
        pair(4, id="d-1", text="Anything.", article="absent"),
    ).parent
    found = calibrated(folder, golds, [tmp_path / "articles"])
    assert found.kinds == {"number": (1, 1), "reworded": (1, 1), "unrelated": (1, 1)}
    assert {name: (c.pairs, c.same) for name, c in found.groups.items()} == {
        "all": (3, 1),
        "hard": (2, 0),
        "easy": (1, 1),
        "fitted on": (2, 1),
        "held out": (1, 0),
        "held out, hard": (1, 0),
    }
    assert found.groups["all"].accuracy == 1.0
    assert [j.pair.id for j in found.judged] == ["a-1", "b-1", "c-1"]


def test_an_article_that_is_not_here_is_left_out_of_the_calibration(tmp_path: Path) -> None:
    golds = two_articles(tmp_path)
    folder = write_pairs(tmp_path / "pairs", pair(1), pair(2, article="pond", text="Carp.")).parent
    (tmp_path / "articles" / "pond.txt").unlink()
    found = calibrated(folder, golds, [tmp_path / "articles"])
    assert [j.pair.id for j in found.judged] == ["x-1"]


def test_balanced_accuracy_weighs_both_labels_alike() -> None:
    found = calibration(
        [
            judged(same=True, says=True),
            judged(same=False, says=True),
            judged(same=False, says=True),
            judged(same=False, says=False),
            judged(same=False, says=False),
        ]
    )
    assert (found.pairs, found.same, found.accuracy) == (5, 1, 0.75)


def test_auc_counts_the_pairs_in_order_and_ties_as_half() -> None:
    found = calibration(
        [
            judged(same=True, says=True, score=0.9, words=0.1),
            judged(same=True, says=True, score=0.5, words=0.1),
            judged(same=False, says=False, score=0.5, words=0.9),
            judged(same=False, says=False, score=0.1, words=0.8),
        ]
    )
    assert (found.auc, found.words_auc) == (3.5 / 4, 0.0)
    # No cut helps a measure that has it the wrong way round; "all the same" is right half the time.
    assert found.words_accuracy == 0.5


def test_word_overlap_is_given_its_best_cut() -> None:
    found = calibration(
        [
            judged(same=True, says=False, words=0.6),
            judged(same=True, says=False, words=0.7),
            judged(same=False, says=True, words=0.5),
            judged(same=False, says=True, words=0.65),
        ]
    )
    assert (found.words_accuracy, found.accuracy) == (0.75, 0.0)


@pytest.mark.parametrize("same", [True, False])
def test_with_one_label_alone_there_is_nothing_to_measure(same: bool) -> None:
    found = calibration([judged(same=same, says=True)] * 3)
    assert found == Calibration(3, 3 * same, None, None, None, None)
    assert calibration([]) == Calibration(0, 0, None, None, None, None)


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.floats(0, 1)), min_size=2))
def test_measures_are_shares_and_turned_scores_turn_the_auc(
    given_pairs: list[tuple[bool, bool, float]],
) -> None:
    pairs = [judged(same=s, says=y, score=v, words=1 - v) for s, y, v in given_pairs]
    found = calibration(pairs)
    if 0 < found.same < found.pairs:
        for share in (found.accuracy, found.auc, found.words_accuracy, found.words_auc):
            assert share is not None
            assert 0 <= share <= 1
        assert found.words_accuracy is not None
        assert found.words_accuracy >= 0.5
        turned = calibration(
            [judged(same=j.same, says=j.says, score=-j.score, words=j.words) for j in pairs]
        )
        assert found.auc is not None
        assert turned.auc == pytest.approx(1 - found.auc)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("The toll doubled.", "The toll doubled!", 1.0),
        ("The toll doubled.", "Four bears slept.", 0.0),
        ("The toll doubled.", "The toll fell.", 0.5),
        ("", "", 1.0),
        ("", "The toll doubled.", 0.0),
    ],
)
def test_word_overlap(one: str, other: str, share: float) -> None:
    first, second = Statement(id="a", text=one), Statement(id="b", text=other)
    assert word_overlap(first, second) == word_overlap(second, first) == share


@pytest.fixture(scope="module")
def shipped() -> Report:
    golds = [load_gold(path) for path in gold_files(EVALS / "gold")]
    return calibrated(EVALS / "pairs", golds, [EVALS / "articles"])


def test_the_shipped_pairs_are_many_and_mostly_hard(shipped: Report) -> None:
    pairs = load_pairs(EVALS / "pairs")
    assert len(pairs) >= 400
    assert sum(p.hard for p in pairs) >= len(pairs) / 2
    assert len({p.id for p in pairs}) == len(pairs)
    assert [j.pair for j in shipped.judged] == list(pairs)


def test_the_shipped_pairs_have_both_labels_in_every_part(shipped: Report) -> None:
    for part in shipped.groups.values():
        assert part.pairs / 3 <= part.same <= part.pairs * 2 / 3


def test_no_statement_of_the_shipped_pairs_stands_twice() -> None:
    pairs = load_pairs(EVALS / "pairs")
    told = Counter((p.article, p.gold, p.text) for p in pairs)
    assert [what for what, count in told.items() if count > 1] == []


def test_the_matcher_is_right_about_the_shipped_pairs(shipped: Report) -> None:
    every, hard = shipped.groups["all"], shipped.groups["hard"]
    assert every.accuracy is not None
    assert every.accuracy >= 0.85
    assert hard.accuracy is not None
    assert hard.accuracy >= 0.80


def test_the_matcher_is_right_about_hard_pairs_that_it_was_not_fitted_on(shipped: Report) -> None:
    found = shipped.groups["held out, hard"]
    assert found.accuracy is not None
    assert found.words_accuracy is not None
    assert found.accuracy > found.words_accuracy + 0.2


def test_words_in_common_do_not_tell_the_hard_pairs_apart(shipped: Report) -> None:
    hard = shipped.groups["hard"]
    assert hard.words_auc is not None
    assert hard.words_auc < 0.6
    assert hard.auc is not None
    assert hard.auc > 0.8
