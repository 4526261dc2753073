"""Fixtures that several folders share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_ARTICLES = Path(__file__).parents[2] / "shared" / "articles"


@pytest.fixture(scope="session")
def articles_folder() -> Path:
    """Folder of real articles, which cannot be part of the project: ``SUMMARIZER_ARTICLES``, or
    ``../shared/articles`` beside the checkout."""
    folder = Path(os.environ.get("SUMMARIZER_ARTICLES") or _ARTICLES)
    if not folder.is_dir():
        pytest.skip(f"not run on real articles: no folder {folder}; set SUMMARIZER_ARTICLES")
    return folder
