"""Reported speech and thought: who is said to have said, believed, promised or attacked what.

    reported("The toll, Vale said, will rise.")

has one report: source "Vale", cue "said", content "The toll" and "will rise". What a span takes in
follows PolNeAR (Newell, Margolin and Ruths, 2018): the cue is the verb with its auxiliaries,
adverbs and "to", or a noun ("promise"), or "according to"; the source is the whole noun phrase with
its appositions; the content is the whole complement with its quotation marks and "that", without
the full stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.attributes.reporting_phrases import Range, subject, verb_like
from summarizer.attributes.reporting_rules import Found, find, outermost
from summarizer.attributes.reporting_tokens import Reading, read


@dataclass(frozen=True)
class Report:
    """One report, in character offsets ``(start, end)`` into the text that was read.

    Attributes:
        source: whose words or thoughts they are; None where nobody is named. Reports that share
            one subject ("she denied it and called it a lie") have the same source.
        cue: the words that say so; None for a quotation that nothing introduces.
        content: what is said or thought, in order; several spans when it is interrupted or goes on
            in a later quotation. A report that is reported itself has its spans inside these.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]


def reported(text: str) -> tuple[Report, ...]:
    """The reports of a sentence or a passage, in the order of their cues, nested ones included.

    The work is linear in the length of ``text``.

    Args:
        text: prose with typographic, straight or `` '' quotation marks.
    """
    r = read(text)
    reports = {_in_characters(r, f) for f in find(r)}
    return tuple(sorted(reports, key=lambda x: (x.cue or x.content[0], x.content)))


def _in_characters(r: Reading, found: Found) -> Report:
    def span(tokens: Range) -> tuple[int, int]:
        return r.spans[tokens[0]][0], r.spans[tokens[1] - 1][1]

    return Report(
        span(found.source) if found.source else None,
        span(found.cue) if found.cue else None,
        tuple(span(c) for c in sorted(found.content)),
    )


def first_subject(clause: str) -> tuple[int, int] | None:
    """Offsets ``(start, end)`` of the subject of the first verb of a clause, or None."""
    r = read(clause)
    for i in range(1, len(r.words)):
        if verb_like(r, i):
            found = subject(r, 0, i)
            return (r.spans[found[0]][0], r.spans[found[1] - 1][1]) if found else None
    return None


def outer(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports whose cue does not stand inside the content of another."""
    return tuple(
        Report(f.source, f.cue, f.content)
        for f in outermost([Found(x.source, x.cue, x.content) for x in reports])
    )
