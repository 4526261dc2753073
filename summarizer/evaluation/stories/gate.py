"""The gate for CI: what every story has to reach."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import Field, TypeAdapter, ValidationError

from summarizer.errors import GoldError
from summarizer.evaluation.gold import read_file
from summarizer.evaluation.stories.results import COUNTS, SCORES, StoriesResult
from summarizer.schema import Value


class Floor(Value):
    """What a figure has to be in every story.

    Attributes:
        floor: the worst that passes: the least of a score, the most of a count.
        aim: what it is meant to be, shown beside it; None where that is the floor.
        stories: other floors, by the ids of the stories that have one of their own.
    """

    floor: float
    aim: float | None = None
    stories: dict[str, float] = Field(default_factory=dict)

    def of(self, story: str) -> float:
        """The floor of one story."""
        return self.stories.get(story, self.floor)


class Shortfall(Value):
    """A figure of one story that is worse than its floor."""

    story: str
    metric: str
    found: float
    floor: float


def load_floors(path: Path) -> dict[str, Floor]:
    """Read the table ``stories`` of a file of thresholds.

    Raises:
        GoldError: the file cannot be read, has no such table, or names a metric that there is not.
    """
    try:
        table = tomllib.loads(read_file(path)).get("stories")
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{path}: {error}") from None
    if not table:
        raise GoldError(
            f"{path} has no table [stories]", hint="write lines such as clusters_f1 = {floor = 0.8}"
        )
    try:
        floors = TypeAdapter(dict[str, Floor]).validate_python(table)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in ("stories", *fault["loc"]))
        raise GoldError(f"{path}: {field}: {fault['msg']}") from None
    unknown = sorted(set(floors) - {*SCORES, *COUNTS})
    if unknown:
        raise GoldError(
            f"{path}: stories.{unknown[0]}: there is no such metric",
            hint=f"there are {', '.join((*SCORES, *COUNTS))}",
        )
    return floors


def shortfalls(result: StoriesResult, floors: dict[str, Floor]) -> list[Shortfall]:
    """Where a story does not reach a floor; what could not be measured passes."""
    return [
        Shortfall(story=story.id, metric=metric, found=found, floor=floor.of(story.id))
        for story in result.stories
        if story.scored is not None
        for metric, floor in floors.items()
        if (found := story.scored.figure(metric)) is not None
        and worse(metric, found, floor.of(story.id))
    ]


def worse(metric: str, found: float, than: float) -> bool:
    """Whether one figure is worse than another."""
    return found > than if metric in COUNTS else found < than
