"""From the words that a labeller writes to the offsets that a gold file holds."""

from __future__ import annotations

from typing import Any

from summarizer.evaluation.yaml import Path


class AnchorError(Exception):
    """Words stand nowhere in the article, or more than once.

    Attributes:
        path: of the span in the file.
    """

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


def anchored(data: Any, text: str, sha256: str) -> tuple[Any, list[AnchorError]]:
    """A gold file's data with every span's offsets and the article's hash.

    Args:
        data: as it was read; a span is a string, or a mapping with ``text``. Spans without
            ``text`` stay as they are.
        text: of the article.
        sha256: of its bytes.

    Returns:
        New data, and what could not be placed and stays as it was.
    """
    anchor = _Anchor(text)
    claims = data.get("claims") if isinstance(data, dict) else None
    if not isinstance(claims, list) or not isinstance(data.get("article"), dict):
        return data, []
    return {
        **data,
        "article": {**data["article"], "sha256": sha256},
        "claims": [anchor.claim(c, ("claims", i)) for i, c in enumerate(claims)],
    }, anchor.errors


def wordless(data: Any) -> bool:
    """Whether a span has no words: offsets alone cannot follow an article that has changed."""
    if isinstance(data, dict):
        offsets_only = "start" in data and "end" in data and "precision" not in data
        return (offsets_only and not data.get("text")) or any(map(wordless, data.values()))
    return isinstance(data, list) and any(map(wordless, data))


class _Anchor:
    def __init__(self, text: str) -> None:
        self._text = text
        self.errors: list[AnchorError] = []

    def claim(self, claim: Any, path: Path) -> Any:
        if not isinstance(claim, dict):
            return claim
        sets = claim.get("evidence")
        if isinstance(sets, list):
            sets = [
                [self._span(s, (*path, "evidence", i, j), None) for j, s in enumerate(group)]
                if isinstance(group, list)
                else group
                for i, group in enumerate(sets)
            ]
        links = claim.get("attribution")
        if isinstance(links, list):
            near = _first(sets)
            links = [
                {**link, "cue": self._span(link["cue"], (*path, "attribution", i, "cue"), near)}
                if isinstance(link, dict) and link.get("cue") is not None
                else link
                for i, link in enumerate(links)
            ]
        return {
            key: sets if key == "evidence" else links if key == "attribution" else value
            for key, value in claim.items()
        }

    def _span(self, span: Any, path: Path, near: int | None) -> Any:
        words = span.get("text") if isinstance(span, dict) else span
        if not isinstance(words, str):
            return span
        if isinstance(span, dict):
            start, end = span.get("start"), span.get("end")
            if isinstance(start, int) and isinstance(end, int) and self._text[start:end] == words:
                return span
        places = _places(self._text, words)
        if near is not None and places:
            places = [min(places, key=lambda at: (abs(at - near), at))]
        if len(places) != 1:
            found = "stand nowhere" if not places else f"stand {len(places)} times"
            self.errors.append(AnchorError(path, f"the words {words!r} {found} in the article"))
            return span
        return {"start": places[0], "end": places[0] + len(words), "text": words}


def _first(sets: Any) -> int | None:
    """Where the evidence begins: a cue is looked for beside it."""
    try:
        return int(sets[0][0]["start"])
    except (TypeError, KeyError, IndexError, ValueError):
        return None


def _places(text: str, words: str) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0 and words:
        found.append(at)
        at = text.find(words, at + 1)
    return found
