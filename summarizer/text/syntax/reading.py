"""A sentence as read: its words, noun phrases, verbs and appositions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.syntax.descriptions import Description, aliases, descriptions
from summarizer.text.syntax.elements import Elements, verbs
from summarizer.text.syntax.frames import Frame, frames
from summarizer.text.syntax.phrases import Phrase, phrases
from summarizer.text.syntax.tagging import Names, Token, tokens


@dataclass(frozen=True, eq=False)
class Reading:
    """A sentence as read; equal to itself only, so that what is read of it can be remembered."""

    words: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    frames: tuple[Frame, ...]
    descriptions: tuple[Description, ...]
    same: tuple[tuple[int, int], ...] = ()
    """Phrases that name the same: "the Dock Union (DU)"."""

    def phrases_at(self, token: int) -> Phrase:
        """The phrase that ends with a token."""
        return next(p for p in self.phrases if p.end == token + 1)

    def text(self, source: str, begin: int, end: int) -> str:
        """The words of ``source`` from one token up to another."""
        return source[self.words[begin].start : self.words[end - 1].end] if end > begin else ""


@lru_cache(maxsize=4_000)
def read(text: str, names: Names) -> Reading:
    """Read one sentence, or a clause.

    Args:
        text: the sentence.
        names: its names, as :func:`summarizer.text.syntax.tagging.tokens` takes them.
    """
    words = tokens(text, names)
    nouns = phrases(words)
    elements = Elements(words, nouns, verbs(words))
    found = tuple(frames(elements))
    told = tuple(descriptions(elements, found))
    return Reading(words, nouns, found, told, tuple(aliases(elements)))
