from __future__ import annotations

import sys
from typing import Any, get_args

import pytest

from summarizer.errors import InputError
from summarizer.render.frames import COLUMNS, FrameTable
from tests.factories import make_empty_summary, make_summary
from tests.render.notes import GAZETTE, make_note
from tests.render.test_outline import NOTHING

TABLES = get_args(FrameTable)


def rows(result: Any, table: FrameTable) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = result.to_frame(table).to_dict("records")
    return found


def test_every_table_has_its_columns() -> None:
    assert tuple(COLUMNS) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_the_types_are_the_same_with_and_without_rows(table: FrameTable) -> None:
    wanted = dict(COLUMNS[table])
    for result in (make_note(), make_note(**NOTHING), make_summary(), make_empty_summary()):
        frame = result.to_frame(table)
        assert {name: f"{dtype}" for name, dtype in frame.dtypes.items()} == wanted
    assert len(make_note().to_frame(table)) > 0
    assert len(make_note(**NOTHING).to_frame(table)) == 0


def test_a_claim_of_a_note() -> None:
    frame = make_note().to_frame()
    assert list(frame["id"]) == [claim.id for claim in make_note().claims]
    row = rows(make_note(), "claims")[7]
    words = "The toll will be 4 crowns and not 5"
    assert {key: row[key] for key in list(row)[:13]} == {
        "id": "s3.c2",
        "source": "s3",
        "outlet": "Gazette",
        "text": "The toll will be 4 crowns.",
        "attribution": "Ana Roth",
        "commitment": "factual",
        "negated": False,
        "importance": 0.5,
        "support": 1.0,
        "sentence": 3,
        "start": GAZETTE.index(words),
        "end": GAZETTE.index(words) + len(words),
        "evidence": words,
    }
    assert (row["quantities"], row["cluster"]) == (("4 crown (toll)",), "k1")


def test_a_claim_of_a_summary() -> None:
    first, second, _ = rows(make_summary(), "claims")
    assert (first["dates"], first["source"]) == (("2031-06-02",), "s1")
    assert second["findings"] == ("mild, citation: moved from sentence 4",)
    assert make_summary().to_frame()["cluster"].isna().all()
    assert [row["id"] for row in rows(make_summary(), "rejected")] == ["c4"]


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2031-06-02", "2031-06-02", ("2031-06-02",)),
        ("2031-06-02", "2031-06-08", ("2031-06-02/2031-06-08",)),
        (None, None, ()),
    ],
)
def test_dates_are_iso_periods(start: str | None, end: str | None, shown: tuple[str, ...]) -> None:
    date = {"text": "then", "start": start, "end": end, "precision": "day", "anchor": None}
    note = make_note()
    claim = type(note.claims[0]).model_validate(note.claims[0].model_dump() | {"dates": [date]})
    assert rows(make_note(claims=(claim, *note.claims[1:])), "claims")[0]["dates"] == shown


def test_a_conflict_has_a_row_for_each_side() -> None:
    about = {"conflict": 0, "about": "the toll", "kind": "number", "state": "corrected"}
    shared = about | {"reason": "the director takes the 5 back"}
    sides = rows(make_note(), "conflicts")
    assert [{key: side[key] for key in shared} for side in sides] == [shared, shared]
    assert [(s["claims"], s["sources"], s["stands"]) for s in sides] == [
        (("s1.c2", "s3.c2"), ("s1", "s3"), True),
        (("s2.c1",), ("s2",), False),
    ]


def test_lines_can_be_joined_to_their_claims() -> None:
    note = make_note()
    clusters = note.to_frame("clusters").explode("claims")
    joined = clusters.merge(note.to_frame(), left_on="claims", right_on="id")
    assert list(joined["outlet"]) == ["Selby Evening Post", "Gazette", "Selby Courier"]


def test_without_pandas_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match=r"pip install 'summarizer\[notebook\]'"):
        make_summary().to_frame()


def test_an_unknown_table_is_named_with_those_there_are() -> None:
    with pytest.raises(InputError, match="no table 'facts'; take one of claims, rejected, "):
        make_note().to_frame("facts")  # type: ignore[arg-type]
