"""Sources that are one text, and sources that share sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from summarizer.briefing.schema import Notice
from summarizer.briefing.told import outlet_of
from summarizer.schema import Document
from summarizer.text.words import words

_SAME_TEXT = 0.9  # share of the shorter body's sentences that both have
_SHORTEST = 6  # words of a sentence that two do not write alike by chance
_COPIED = 3  # such sentences from which two sources do not stand apart


def distinct(documents: Sequence[Document]) -> tuple[list[int], list[Notice]]:
    """Which documents to keep, by index, so that each text counts once, and what to tell of others.

    Two are one text where their bodies share nine of ten sentences: the page around may differ.
    """
    bodies = [_sentences(document) for document in documents]
    kept: list[int] = []
    repeats: list[tuple[int, int]] = []
    for index, document in enumerate(documents):
        first = next(
            (
                k
                for k in kept
                if document.sha256 == documents[k].sha256 or _one_text(bodies[k], bodies[index])
            ),
            None,
        )
        if first is None:
            kept.append(index)
        else:
            repeats.append((first, index))
    notices = [
        Notice(
            kind="duplicate",
            message=f"{documents[again].source} is the text of {documents[first].source}, and is"
            " counted once",
            sources=(f"s{kept.index(first) + 1}",),
        )
        for first, again in repeats
    ]
    return kept, notices


def shared_sentences(documents: Sequence[Document]) -> list[Notice]:
    """Pairs of sources of which one copies the other, or both a third, by their wording."""
    bodies = [_sentences(document) for document in documents]
    notices = []
    for one, other in combinations(range(len(documents)), 2):
        shared = len(bodies[one] & bodies[other])
        if shared >= _COPIED:
            notices.append(
                Notice(
                    kind="shared_origin",
                    message=f"{outlet_of(documents[one])} and {outlet_of(documents[other])} share"
                    f" {shared} sentences word for word, and no one says from where",
                    sources=(f"s{one + 1}", f"s{other + 1}"),
                )
            )
    return notices


def _one_text(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer = min(len(one), len(other))
    return (
        bool(fewer)
        and len(one & other) >= _SAME_TEXT * fewer
        and 2 * fewer > max(len(one), len(other))
    )


def _sentences(document: Document) -> frozenset[str]:
    """The sentences of the body that are long enough to tell, by their words."""
    said = (words(document.words_of(sentence.id)) for sentence in document.body)
    return frozenset(" ".join(w.lower for w in s) for s in said if len(s) >= _SHORTEST)
