"""What is wrong with the labels of a story, found by code before anyone relies on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path as File

from summarizer.errors import SourceError
from summarizer.evaluation.gold import GoldDate, read_file
from summarizer.evaluation.lint import At, Problem, date_fault, span_fault, unreachable
from summarizer.evaluation.stories.gold import Labelled, Story, StoryClaim, faults, parse_story
from summarizer.evaluation.yaml import Path
from summarizer.schema import Document


def lint_story(file: File) -> list[Problem]:
    """Check one ``story.yaml``: ids and rules, and hashes and offsets against its texts.

    Raises:
        GoldError: the file cannot be read, or is malformed; the message names file, line, field.
    """
    story, lines = parse_story(read_file(file), str(file))
    at = At(file, lines.of)
    found = [at(path, message) for path, message in faults(story)]
    found += [at(path, message) for path, message in _of_form(story)]
    documents: dict[str, Document] = {}
    for number, source in enumerate(story.sources):
        one = story.model_copy(update={"sources": (source,)})
        try:
            documents[source.stem] = Labelled(one, file.parent).documents()[0]
        except SourceError as error:
            found.append(at(("sources", number, "sha256"), error.message))
    found += [at(path, message) for path, message in _of_texts(story, documents)]
    return found


def _of_form(story: Story) -> Iterator[tuple[Path, str]]:
    days = [source.published for source in story.sources]
    for number, (one, other) in enumerate(pairwise(days)):
        if one is not None and other is not None and other < one:
            message = f"{other} is before {one}: sources stand in the order of publication"
            yield ("sources", number + 1, "published"), message
    published = {source.stem: source.published for source in story.sources}
    for index, claim in enumerate(story.claims):
        for number, mention in enumerate(claim.dates):
            fault = _date_fault(mention, claim.text)
            if mention.anchor == "published" and published.get(claim.source) is None:
                fault = fault or "its source has no publication date"
            if fault:
                yield ("claims", index, "dates", number), fault
    known = {claim.id: claim for claim in story.claims}
    for number, event in enumerate(story.timeline):
        mention = GoldDate(text="it", start=event.start, end=event.end, precision=event.precision)
        fault = _date_fault(mention, claim="it")
        if fault:
            yield ("timeline", number), fault
        for i in event.claims:
            if i in known and not any(d.start for d in known[i].dates):
                yield ("timeline", number, "claims"), f"{i} has no date"


def _date_fault(mention: GoldDate, claim: str) -> str:
    """As for an article, but a night is a day that ends on the next date."""
    if mention.precision == "day" and mention.start and mention.end:
        first, last = (date.fromisoformat(at[:10]) for at in (mention.start, mention.end))
        if last - first == timedelta(days=1):
            mention = mention.model_copy(update={"end": mention.start})
    return date_fault(mention, claim)


def _of_texts(story: Story, documents: dict[str, Document]) -> Iterator[tuple[Path, str]]:
    for index, claim in enumerate(story.claims):
        document = documents.get(claim.source)
        if document is not None:
            yield from _of_claim(claim, ("claims", index), document)


def _of_claim(claim: StoryClaim, path: Path, document: Document) -> Iterator[tuple[Path, str]]:
    for number, spans in enumerate(claim.evidence):
        for place, span in enumerate(spans):
            fault = span_fault(span, document) or unreachable(span, document)
            if fault:
                yield (*path, "evidence", number, place), fault
    for number, link in enumerate(claim.attribution):
        fault = span_fault(link.cue, document) if link.cue else ""
        if fault:
            yield (*path, "attribution", number, "cue"), fault
