"""Where the texts are that gold data is about."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from summarizer.documents import load
from summarizer.errors import SourceError
from summarizer.evaluation.gold import Article
from summarizer.schema import Document


def find_article(article: Article, folders: Sequence[Path]) -> Document | None:
    """The article's document, or None where no folder has a file of its name.

    Raises:
        SourceError: the file is there and its bytes are not those that were labelled.
    """
    for folder in folders:
        path = folder / article.file
        if path.is_file():
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found != article.sha256:
                raise SourceError(
                    f"{str(path)!r} is not the text that was labelled: its SHA-256 begins with"
                    f" {found[:12]}, that of the gold with {article.sha256[:12]}",
                    hint="label it anew, or run eval lint --fix where only offsets moved",
                )
            return load(path, published=article.published)
    return None
