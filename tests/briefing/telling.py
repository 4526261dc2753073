"""Sources built from what they tell, one sentence for each claim. All of it is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from summarizer.attributes.dates import dates
from summarizer.attributes.quantities import quantities
from summarizer.briefing.story import Story, read_story
from summarizer.schema import Attribution, Claim, Summary
from tests.factories import make_claim, make_document, make_empty_summary


@dataclass(frozen=True)
class Line:
    """One sentence of a source, which is a claim of its own.

    Attributes:
        by: the chain of who says so, outermost first, each as ``KIND NAME``
            (``organisation Port of Selby``).
        fields: of the claim, in place of the plain ones.
    """

    text: str
    by: tuple[str, ...] = ()
    fields: dict[str, Any] = field(default_factory=dict)


def said(text: str, *by: str, **fields: Any) -> Line:
    """A line on the word of ``by``."""
    return Line(text, by, fields)


def tell(
    outlet: str | None,
    published: str | None,
    *lines: Line | str,
    title: str = "Headline",
    also: Sequence[str] = (),
) -> Summary:
    """The summary of a source that says these lines; numbers and dates are read from them.

    Args:
        also: sentences of the text that no claim is made of.
    """
    told = [line if isinstance(line, Line) else Line(line) for line in lines]
    text = "\n".join((title, *(line.text for line in told), *also))
    document = make_document(text, source=f"{outlet or 'page'}.txt", title=title)
    document = document.model_copy(update={"outlet": outlet, "published": published})
    claims = tuple(_claim(document, n, line) for n, line in enumerate(told, start=1))
    return make_empty_summary().model_copy(update={"document": document, "claims": claims})


def story_of(*summaries: Summary) -> Story:
    """What the sources say together."""
    return read_story(summaries)


def _claim(document: Any, number: int, line: Line) -> Claim:
    chain = (by.partition(" ") for by in line.by)
    plain: dict[str, Any] = {
        "attribution": [Attribution(source=n, kind=k, cue=None) for k, _, n in chain],  # type: ignore[arg-type]
        "quantities": quantities(line.text),
        "dates": dates(line.text, document.published),
    }
    return make_claim(document, number, number + 1, line.text, **(plain | line.fields))
