"""What is wrong with gold data, found by code before anyone relies on it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path as File
from typing import Any

from summarizer.documents import document_from_text
from summarizer.errors import GoldError, SourceError
from summarizer.evaluation.anchor import AnchorError, anchored, wordless
from summarizer.evaluation.gold import (
    Gold,
    GoldDate,
    GoldSpan,
    parse_gold,
    read_data,
    read_file,
    validated,
)
from summarizer.evaluation.sides import side_of_gold
from summarizer.evaluation.yaml import Path, dump_yaml
from summarizer.matching.reading import unframed
from summarizer.matching.relation import Relation, Statement, relate
from summarizer.schema import Document

# Days that a date of each precision may span, first to last.
_LENGTHS = {
    "time": (1, 1),
    "day": (1, 1),
    "week": (2, 7),
    "month": (2, 31),
    "quarter": (32, 92),
    "year": (93, 366),
}


LineOf = Callable[[Path], int]
_SAME = 0.99  # share of each other's words that two statements have that say the same


@dataclass(frozen=True)
class Problem:
    """One fault: file, line from 1, field, and what is wrong."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.message}"


@dataclass(frozen=True)
class Linted:
    """The outcome for one file.

    Attributes:
        checked: False where the article's text is not here, so that only the form was checked.
        fixed: the file's new text, or None when there is nothing to write.
    """

    problems: tuple[Problem, ...]
    checked: bool
    fixed: str | None = None


def lint(file: File, folders: Sequence[File], *, fix: bool = False) -> Linted:
    """Check one gold file against its article.

    Args:
        folders: where articles are looked for, in order.
        fix: find offsets and hash from the words, and return the text to write.

    Raises:
        GoldError: the file cannot be read, or is malformed; the message names file, line, field.
    """
    text = read_file(file)
    data, lines = read_data(text, str(file))
    raw = _article_bytes(data, folders)
    fixed = None
    if fix and raw is not None:
        lost = _unmovable(data, raw) or None
        if lost is None:
            data, lost = anchored(data, _decoded(raw, data), hashlib.sha256(raw).hexdigest())
        if lost:
            return Linted(tuple(_lost(e, file, lines.of) for e in lost), True)
        validated(data, lines, str(file))
        new = dump_yaml(data)
        if new != text:
            text = fixed = new
    gold, lines = parse_gold(text, str(file))
    if raw is None:
        return Linted(tuple(_of_form(gold, file, lines.of)), False, fixed)
    if hashlib.sha256(raw).hexdigest() != gold.article.sha256:
        message = "is not that of the article; see that the labels still fit, then use --fix"
        at = At(file, lines.of)
        return Linted((at(("article", "sha256"), message),), True)
    document = _document(gold, _decoded(raw, data))
    found = [*_of_form(gold, file, lines.of), *_of_text(gold, document, file, lines.of)]
    return Linted(tuple(found), True, fixed)


def _lost(error: AnchorError, file: File, line_of: LineOf) -> Problem:
    return At(file, line_of)(error.path, str(error))


def _unmovable(data: Any, raw: bytes) -> list[AnchorError]:
    """Spans without words are offsets into one text: they cannot be moved to another one."""
    known = data["article"].get("sha256")
    if not known or known == hashlib.sha256(raw).hexdigest() or not wordless(data.get("claims")):
        return []
    message = (
        "the article has changed, and spans without words cannot be found anew; label it again"
    )
    return [AnchorError(("article", "sha256"), message)]


def _decoded(raw: bytes, data: Any) -> str:
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise GoldError(f"the article {data['article']['file']!r} is not UTF-8") from None


def _document(gold: Gold, text: str) -> Document:
    try:
        return document_from_text(text, source=gold.article.file, published=gold.article.published)
    except SourceError as error:
        raise GoldError(f"the article of {gold.article.id}: {error.message}") from None


def _article_bytes(data: Any, folders: Sequence[File]) -> bytes | None:
    article = data.get("article") if isinstance(data, dict) else None
    name = article.get("file") if isinstance(article, dict) else None
    if not isinstance(name, str):
        return None
    try:
        return next(((f / name).read_bytes() for f in folders if (f / name).is_file()), None)
    except (OSError, ValueError):
        return None  # no name of a file; the form is checked for that


def _field(path: Path) -> str:
    return ".".join(str(step) for step in path)


class At:
    """Makes problems of one file."""

    def __init__(self, file: File, line_of: LineOf) -> None:
        self._file = str(file)
        self._line_of = line_of

    def __call__(self, path: Path, message: str) -> Problem:
        line = self._line_of(path)
        return Problem(self._file, line, _field(path), message)


def _of_form(gold: Gold, file: File, line_of: LineOf) -> Iterator[Problem]:
    """What is wrong whatever the article says."""
    at = At(file, line_of)
    yield from _of_dates(gold, at)
    for index, claim in enumerate(gold.claims):
        path: Path = ("claims", index)
        for number, quantity in enumerate(claim.quantities):
            here = (*path, "quantities", number)
            if quantity.text not in claim.text:
                yield at(here, f"{quantity.text!r} does not stand in the claim's text")
            other = quantity.compared_with
            if other is not None and (other == number or other >= len(claim.quantities)):
                yield at(here, f"compared_with {other} is none of the claim's other quantities")
            if (quantity.high is not None) != (quantity.modifier == "range"):
                yield at(here, "a range has the modifier range and a high, and nothing else has")
        if claim.id in claim.entails:
            yield at((*path, "entails"), "a claim cannot entail itself")
    if not any(c.weight == 3 and c.required for c in gold.claims):  # noqa: PLR2004
        yield at(("claims",), "no required claim has weight 3: what is the news?")
    for index, question in enumerate(gold.open_questions):
        if gold.claim(question.claim).commitment != "unknown":
            message = f"{question.claim} is not labelled unknown"
            yield at(("open_questions", index, "claim"), message)
    yield from _doubles(gold, at)
    for index, trap in enumerate(gold.traps):
        if (trap.of is None) != (trap.kind == "outside"):
            message = "a trap is a step away from a claim (of), or comes from outside"
            yield at(("traps", index), message)
        yield from _supported(gold, index, at)


def _doubles(gold: Gold, at: At) -> Iterator[Problem]:
    sides = _statements(gold)
    for second, claim in enumerate(gold.claims):
        for first in range(second):
            same = _sure(relate(sides[first], sides[second]))
            linked = (
                claim.id in gold.claims[first].entails or gold.claims[first].id in claim.entails
            )
            if same and not linked:
                message = f"says the same as {gold.claims[first].id}"
                yield at(("claims", second), message)


def _statements(gold: Gold) -> list[Statement]:
    return [c.statement(gold.article.published) for c in side_of_gold(gold).claims]


def _sure(found: Relation) -> bool:
    """Whether two statements have the same words and no difference that is seen."""
    seen = found.comparison
    alike = min(seen.forward, seen.backward) >= _SAME
    return alike and not seen.differences and seen.place in (None, 1.0)


def _supported(gold: Gold, index: int, at: At) -> Iterator[Problem]:
    trap = gold.traps[index]
    if unframed(trap.text)[1]:
        return  # "X confirmed that …" may be what makes it false
    said = Statement(id=trap.id, text=trap.text, published=gold.article.published)
    for claim in _statements(gold):
        found = relate(said, replace(claim, evidence=()))
        if _sure(found) and found.comparison.order >= _SAME:
            yield at(("traps", index), f"the source supports it: it says the same as {claim.id}")
            return


def _of_dates(gold: Gold, at: At) -> Iterator[Problem]:
    for index, claim in enumerate(gold.claims):
        for number, mention in enumerate(claim.dates):
            fault = date_fault(mention, claim.text)
            if fault:
                yield at(("claims", index, "dates", number), fault)


def date_fault(mention: GoldDate, claim: str) -> str:
    """What is wrong with a date of a claim with these words, or nothing."""
    if mention.text not in claim:
        return f"{mention.text!r} does not stand in the claim's text"
    if mention.start is None or mention.end is None:
        return "" if mention.start == mention.end else "one end of it is missing"
    start, end = (date.fromisoformat(at[:10]) for at in (mention.start, mention.end))
    return _length_fault(mention, start, end)


def _length_fault(mention: GoldDate, start: date, end: date) -> str:
    if end < start:
        return f"it ends on {mention.end}, before its start on {mention.start}"
    shortest, longest = _LENGTHS[mention.precision]
    days = (end - start + timedelta(days=1)).days
    if not shortest <= days <= longest:
        return f"{days} days are no {mention.precision}"
    weekday = re.search(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", mention.text)
    if weekday and mention.precision == "day" and f"{start:%A}" != weekday.group():
        return f"{mention.start} is a {start:%A}"
    return ""


def _of_text(gold: Gold, document: Document, file: File, line_of: LineOf) -> Iterator[Problem]:
    """What does not fit the article."""
    at = At(file, line_of)
    for index, claim in enumerate(gold.claims):
        for number, spans in enumerate(claim.evidence):
            for place, span in enumerate(spans):
                path: Path = ("claims", index, "evidence", number, place)
                fault = span_fault(span, document) or unreachable(span, document)
                if fault:
                    yield at(path, fault)
        for number, link in enumerate(claim.attribution):
            fault = span_fault(link.cue, document) if link.cue else ""
            if fault:
                yield at(("claims", index, "attribution", number, "cue"), fault)
        for number, mention in enumerate(claim.dates):
            if mention.anchor == "published" and gold.article.published is None:
                yield at(("claims", index, "dates", number), "the article has no publication date")


def span_fault(span: GoldSpan, document: Document) -> str:
    """What is wrong with a span of this text, or nothing."""
    if span.end > len(document.text):
        return f"it ends at {span.end}, and the article at {len(document.text)}"
    words = document.text[span.start : span.end]
    if span.text is not None and span.text != words:
        return f"{span.start}:{span.end} is {words[:40]!r}, not {span.text[:40]!r}; use --fix"
    return "" if words.strip() else "it holds white space only"


def unreachable(span: GoldSpan, document: Document) -> str:
    """Why no claim can rest on a span, or nothing."""
    kinds = {s.kind for s in document.sentences if s.start < span.end and span.start < s.end}
    if "body" in kinds:
        return ""
    found = ", ".join(sorted(kinds)) or "between sentences"
    return f"no sentence of the body is there ({found}): no claim can rest on it"
