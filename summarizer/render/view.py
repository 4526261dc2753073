"""What a reader is shown of a :class:`~summarizer.schema.Summary`, whatever the format.

Every string here is plain text, in parts text of the source: a renderer must escape it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.schema import (
        Attribution,
        Claim,
        Coverage,
        DateMention,
        Document,
        Finding,
        Quantity,
        Statement,
        Summary,
        TimelineEntry,
        Usage,
    )

NO_CLAIMS = "No claims: nothing in this text could be established as a claim with its evidence."
ALL_REJECTED = "No claims: none passed the checks, and those that failed them are under Rejected."
ALL_FAILED = "No claims: passages of this text failed, and the reasons are under Coverage."


@dataclass(frozen=True)
class Line:
    """A sentence, and the ids of the claims that it rests on."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Detail:
    """One labelled fact about a claim, such as ``Evidence (sentence 3)``."""

    label: str
    text: str


@dataclass(frozen=True)
class ClaimView:
    """One claim.

    Attributes:
        commitment: such as ``forecast`` or ``factual, negated``.
        details: who says so (the outermost first), evidence, numbers, dates, what the checks saw
            and, as notes, what they only remark; for a rejected claim the reasons and evidence.
    """

    id: str
    text: str
    commitment: str
    details: tuple[Detail, ...]


@dataclass(frozen=True)
class SummaryView:
    """One summary.

    Attributes:
        published: outlet, byline and date as one line; empty when none is known.
        notice: why there are no claims; empty when there are some.
        coverage, footer: lines about the run.
    """

    title: str
    published: str
    headline: Line | None
    summary: tuple[Line, ...]
    key_points: tuple[Line, ...]
    claims: tuple[ClaimView, ...]
    notice: str
    open_questions: tuple[Line, ...]
    timeline: tuple[Line, ...]
    rejected: tuple[ClaimView, ...]
    coverage: tuple[str, ...]
    footer: tuple[str, ...]


def view_of(summary: Summary) -> SummaryView:
    """The shared view model of all renderers for people."""
    return SummaryView(
        title=summary.document.title or f"Summary of {name_of(summary.document.source)}",
        published=published_line(summary.document),
        headline=_line(summary.headline) if summary.headline else None,
        summary=tuple(map(_line, summary.summary)),
        key_points=tuple(map(_line, summary.key_points)),
        claims=tuple(map(claim_of, summary.claims)),
        notice=notice_of(summary),
        open_questions=tuple(Line(q.text, (q.claim,)) for q in summary.open_questions),
        timeline=tuple(map(_event, summary.timeline)),
        rejected=tuple(map(rejected_of, summary.rejected)),
        coverage=tuple(coverage_of(summary.coverage)),
        footer=(_made_by(summary), cost_of(summary.usage)),
    )


def notice_of(summary: Summary) -> str:
    if summary.claims:
        return ""
    if summary.rejected:
        return ALL_REJECTED
    return ALL_FAILED if summary.coverage.failed else NO_CLAIMS


def name_of(source: str) -> str:
    return "standard input" if source == "-" else PurePath(source).name or source


def published_line(document: Document) -> str:
    date = f"published {document.published}" if document.published else None
    parts = [document.outlet, document.section, document.byline, date]
    return " · ".join(part for part in parts if part)


def _line(statement: Statement) -> Line:
    return Line(statement.text, statement.claims)


def _event(entry: TimelineEntry) -> Line:
    return Line(f"{period_of(entry.start, entry.end)}: {entry.text}", entry.claims)


def period_of(start: str | None, end: str | None) -> str:
    if start is None and end is None:
        return "unresolved"
    if start is None or end is None:
        return f"from {start}" if start else f"until {end}"
    return start if start == end else f"{start} to {end}"


def claim_of(claim: Claim) -> ClaimView:
    details = [Detail("Who says so", _chain(claim.attribution)), *_evidence(claim)]
    if claim.quantities:
        details.append(Detail("Numbers", "; ".join(amounts_of(claim.quantities))))
    if claim.dates:
        details.append(Detail("Dates", "; ".join(map(_date, claim.dates))))
    seen = [finding for finding in claim.findings if finding.severity != "info"]
    if seen:
        details.append(Detail("Checks", "; ".join(map(_finding, seen))))
    notes = [f"{f.check}: {f.message}" for f in claim.findings if f.severity == "info"]
    if notes:
        details.append(Detail("Notes", "; ".join(notes)))
    return ClaimView(claim.id, claim.text, _commitment(claim), tuple(details))


def rejected_of(claim: Claim) -> ClaimView:
    reasons = [finding for finding in claim.findings if finding.severity in ("severe", "fatal")]
    shown = "; ".join(map(_finding, reasons)) or "no reason was recorded"
    details = (Detail("Why", shown), *_evidence(claim))
    return ClaimView(claim.id, claim.text, _commitment(claim), details)


def _commitment(claim: Claim) -> str:
    return f"{claim.commitment}, negated" if claim.negated else claim.commitment


def _chain(links: tuple[Attribution, ...]) -> str:
    return ", citing ".join(map(_link, links)) or "the document itself"


def _link(link: Attribution) -> str:
    cue = f"; “{link.cue.text}”" if link.cue else ""
    return f"{link.source} ({link.kind}{cue})"


def _evidence(claim: Claim) -> list[Detail]:
    return [Detail(f"Evidence (sentence {e.sentence})", f"“{e.text}”") for e in claim.evidence]


def amounts_of(quantities: tuple[Quantity, ...]) -> Iterable[str]:
    for quantity in quantities:
        low, high = quantity.value, quantity.high
        amount = _number(low) if high is None else f"{_number(low)} to {_number(high)}"
        modifier = "" if quantity.modifier in ("exact", "range") else quantity.modifier
        words = [modifier.replace("_", " "), amount, quantity.unit or ""]
        words.append(f"({quantity.of})" if quantity.of else "")
        shown = f"“{quantity.text}” = {' '.join(word for word in words if word)}"
        other = quantity.compared_with
        if other is not None and 0 <= other < len(quantities):
            shown += f", against “{quantities[other].text}”"
        yield shown


def _number(value: float) -> str:
    return f"{value:,.12g}"


def _date(date: DateMention) -> str:
    resolved = f", {date.precision}" if date.start or date.end else ""
    return f"“{date.text}” = {period_of(date.start, date.end)}{resolved}"


def _finding(finding: Finding) -> str:
    compared = [
        f"{name} “{text}”"
        for name, text in (("expected", finding.expected), ("found", finding.found))
        if text is not None and text not in finding.message
    ]
    aside = f" ({', '.join(compared)})" if compared else ""
    return f"{finding.severity}, {finding.check}: {finding.message}{aside}"


def coverage_of(coverage: Coverage) -> Iterable[str]:
    line = f"The claims rest on {coverage.cited} of {coverage.body_sentences} body sentences"
    if coverage.uncited:
        line += f"; not cited: {_list(coverage.uncited)}"
    yield f"{line}."
    for passage in coverage.failed:
        yield f"Failed, so without claims: sentences {_list(passage.sentences)}: {passage.error}"


def _list(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))


def _made_by(summary: Summary) -> str:
    made = summary.provenance
    return (
        f"Made by summarizer {made.package_version} with {made.model} at {made.endpoint} "
        f"({made.mode})."
    )


def cost_of(usage: Usage) -> str:
    retries = f" ({usage.retries} of them retries)" if usage.retries else ""
    cached = f" ({usage.cached_tokens:,} of them cached)" if usage.cached_tokens else ""
    cost = "" if usage.cost is None else f", cost {_number(usage.cost)}"
    calls = "1 call" if usage.calls == 1 else f"{usage.calls} calls"
    return (
        f"{calls}{retries}, {_tokens(usage.input_tokens)} in{cached}, "
        f"{_tokens(usage.output_tokens)} out, {usage.seconds:.1f} s{cost}."
    )


def _tokens(count: int | None) -> str:
    return "unknown tokens" if count is None else f"{count:,} tokens"
