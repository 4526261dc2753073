from __future__ import annotations

import pytest

from summarizer.render.periods import shown_period
from summarizer.schema import Precision


@pytest.mark.parametrize(
    ("start", "end", "precision", "shown"),
    [
        ("2025-02-11", "2025-02-11", "day", "11 February 2025"),
        ("2025-02-11", "2025-02-12", "day", "11 to 12 February 2025"),
        ("2025-02-24", "2025-03-02", "week", "24 February to 2 March 2025"),
        ("2024-12-30", "2025-01-05", "week", "30 December 2024 to 5 January 2025"),
        ("2025-02-01", "2025-02-28", "month", "February 2025"),
        ("2025-02-01", "2025-03-31", "month", "February 2025 to March 2025"),
        ("2025-04-01", "2025-06-30", "quarter", "Q2 2025"),
        ("2025-04-01", "2025-09-30", "quarter", "1 April to 30 September 2025"),
        ("2008-01-01", "2008-12-31", "year", "2008"),
        ("2008-01-01", "2011-12-31", "year", "2008 to 2011"),
        ("2025-02-11T05:52", "2025-02-11T05:52", "time", "11 February 2025, 05:52"),
        (
            "2025-02-11T05:52",
            "2025-02-11T06:00",
            "time",
            "11 February 2025, 05:52 to 11 February 2025, 06:00",
        ),
        ("2025-02-11", "2025-02-11", "time", "11 February 2025"),
        ("spring", "spring", "day", "spring"),
        ("2025-02-11Tnoon", "2025-02-11Tnoon", "time", "2025-02-11Tnoon"),
    ],
)
def test_periods_are_shown_as_readers_write_them(
    start: str, end: str, precision: Precision, shown: str
) -> None:
    assert shown_period(start, end, precision) == shown
