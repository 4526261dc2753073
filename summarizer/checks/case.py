"""What a check looks at, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summarizer.schema import Document, Finding
from summarizer.text.names import Names


@dataclass(frozen=True)
class Case:
    """A statement to be checked against the words that it rests on.

    Attributes:
        text: the statement.
        part: the clause that it restates; for a composed sentence all of its claims.
        lead: what the cited sentence says before that clause.
        evidence: the cited sentence, whole; for a composed sentence its claims.
        before: the sentences just before the cited one, nearest last.
        named_before: whether a lower-case word stands in the document before the cited sentence,
            headline included.
        others: other sentences that the statement may have been taken from by mistake.
        accepted: statements that were accepted before this one.
        names: the document's names.
        document: where the evidence stands; None for a composed sentence.
        sentence: number of the cited sentence, or None.
        said_before: what the same claim says before ``text``, for its pronouns.
        derived: whether a figure that follows from the evidence by arithmetic is let through.
    """

    text: str
    part: str
    lead: str
    evidence: str
    before: tuple[str, ...]
    named_before: Callable[[str], bool]
    others: tuple[str, ...]
    accepted: tuple[str, ...]
    names: Names
    document: Document | None = None
    sentence: int | None = None
    said_before: str = ""
    derived: bool = False


Check = Callable[[Case], Iterator[Finding]]
