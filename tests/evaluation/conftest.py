"""A desk to label at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """For properties, which write the same file again and again."""
    return Desk(tmp_path_factory.mktemp("desk"))
