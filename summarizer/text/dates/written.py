"""What a text writes of a date or time, before it is placed in the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.text.dates.clock import Clock
from summarizer.text.dates.periods import Edge, Unit

Role = Literal["at", "from", "to", "by", "before", "after"]
Origin = Literal["published", "context"]


@dataclass(frozen=True)
class Shift:
    """So many units away from the publication date or from the date that was spoken of."""

    unit: Unit
    count: int
    origin: Origin
    rolling: bool = False  # "the past year" ends now


@dataclass(frozen=True)
class Expression:
    """A date or time as written.

    Attributes:
        text, start, end: its words and where they stand.
        role: what the words before it make of it: a point, or the bound of a stretch.
        preposition: the same without a "not": "not until noon" is from noon on.
        years, months: first and last; the months may run into the next year ("winter").
        day: of the month; ``swapped`` where it may as well be the month (04/05/2024).
        weekday: 0 for Monday; ``recurring`` for "on Fridays".
        which: -1 for "last", 0 "this", 1 "next", of a weekday, month or season.
        shift: how far from what; with ``months`` the year alone is meant ("April of last year").
        edge: the part of the period that is meant.
        clock: time of day.
        possessive: "Tuesday's price" is of no event of its sentence.
        week_of: "the week of 13 January".
        within: weekday of a week that ``shift`` names ("Monday of next week").
    """

    text: str
    start: int
    end: int
    role: Role = "at"
    preposition: Role = "at"
    years: tuple[int, int] | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    swapped: bool = False
    weekday: int | None = None
    recurring: bool = False
    which: int | None = None
    shift: Shift | None = None
    edge: Edge = ""
    clock: Clock | None = None
    possessive: bool = False
    week_of: bool = False
    within: int | None = None

    @property
    def dated(self) -> bool:
        """Whether it says more than a time of day."""
        return bool(self.years or self.months or self.day or self.shift or self.weekday is not None)

    @property
    def bare_weekday(self) -> bool:
        """A weekday and nothing that says of which week."""
        given = self.years or self.months or self.day or self.shift
        return self.weekday is not None and not given and not self.which
