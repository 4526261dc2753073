"""A desk to label at, and two labelled articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.evaluation.gold import Gold
from summarizer.evaluation.runner import Outcome, run
from tests.evaluation.desk import Desk
from tests.evaluation.making import asking, plan, slip, two_articles


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """For properties, which write the same file again and again."""
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def golds(tmp_path: Path) -> list[Gold]:
    return two_articles(tmp_path)


@pytest.fixture
async def recorded(tmp_path: Path, golds: list[Gold]) -> Outcome:
    """Both articles, recorded with a model that slips once."""
    return await run(plan(tmp_path, asking(slip)), golds, [tmp_path / "articles"])
