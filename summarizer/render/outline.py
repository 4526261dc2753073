"""What a page says, in the order of reading: the model of Markdown, plain text and notebooks.

The first page comes first: what a decision needs ends with the open questions, and what is there
to be looked up follows. Lines that name many claims show a few; all of them are under Evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.render.blocks import (
    Block,
    Entry,
    Heading,
    Listing,
    Outline,
    Paragraph,
    Section,
    Table,
)
from summarizer.render.page import OWN_AUTHORITY, amount_of
from summarizer.render.periods import shown_period
from summarizer.render.wording import Wording, origins_of

if TYPE_CHECKING:
    from summarizer.briefing.schema import (
        Change,
        Cluster,
        Judgement,
        NoteQuestion,
        Party,
        QuestionState,
        ResolutionState,
    )
    from summarizer.render.page import Page, PageClaim
    from summarizer.schema import Statement

RESOLUTIONS: Mapping[ResolutionState, str] = {
    "open": "Open",
    "superseded": "Superseded by a later report",
    "corrected": "Corrected by a source",
}
QUESTIONS: Mapping[QuestionState, str] = {
    "open": "Open",
    "partly": "Partly answered",
    "answered": "Answered",
}
_CITED = 5  # claims that a person or an organisation cites
_FOCUSED = 8  # claims that bear on the question
_NEW = 10
_ALONE = 5  # statements of one source that no other makes
_MADE = 2  # program and model; prompts and parameters are in the JSON
_SHOWN = ("Who says so", "Evidence", "Checks", "Why")


def outline_of(page: Page) -> Outline:
    """The outline of ``page``; sections with nothing in them are left out."""
    words = Wording(page)
    first: tuple[tuple[str, Iterable[Block]], ...] = (
        ("Before you rely on this", _warnings(page, words)),
        ("Bottom line", _bottom_line(page)),
        ("Key judgements", _listing(_judgement(line, words) for line in page.key_judgements)),
        ("Key points", _listing(map(_statement, page.key_points))),
        ("The question", _focus(page, words)),
        ("What has changed", _changes(page, words)),
        ("Where the sources differ", _conflicts(page, words)),
        ("Open questions", _listing(_question(line, words) for line in page.open_questions)),
    )
    rest: tuple[tuple[str, Iterable[Block]], ...] = (
        ("What the sources say", _clusters(page, words)),
        ("Timeline", _timeline(page, words)),
        ("People", _listing(map(_party, page.people))),
        ("Organisations", _listing(map(_party, page.organisations))),
        ("Numbers", _numbers(page, words)),
        ("Background", _paragraph(map(_statement, page.background))),
        ("Evidence", _evidence(page)),
        ("Rejected by the checks", _listing(map(_rejected, page.rejected))),
        ("Coverage", _coverage(page, words)),
        ("How this was made", _made(page)),
    )
    sections = [Section(title, tuple(blocks), first=True) for title, blocks in first]
    sections += [Section(title, tuple(blocks), first=False) for title, blocks in rest]
    return Outline(page.title, _about(page, words), tuple(s for s in sections if s.blocks))


def _about(page: Page, words: Wording) -> str:
    if not page.sources:
        return page.kind
    if len(page.sources) == 1:
        only = page.sources[0]
        return f"{page.kind} of one source: {only.about or only.name}"
    names = words.names(source.id for source in page.sources)
    dates = sorted(source.published for source in page.sources if source.published)
    days = f" · {shown_period(dates[0], dates[-1], 'day')}" if dates else ""
    return f"{page.kind} from {len(page.sources)} sources: {names}{days}"


def _listing(entries: Iterable[Entry]) -> Iterator[Block]:
    every = tuple(entries)
    if every:
        yield Listing(every)


def _paragraph(entries: Iterable[Entry]) -> Iterator[Block]:
    every = tuple(entries)
    if every:
        yield Paragraph(every)


def _statement(line: Statement) -> Entry:
    return Entry(line.text, line.claims)


def _few(entries: Sequence[Entry], count: int) -> Iterator[Entry]:
    """The first of them, and one line that cites what the rest cite."""
    yield from entries[:count]
    rest = dict.fromkeys(claim for entry in entries[count:] for claim in entry.claims)
    if len(entries) > count:
        yield Entry(f"{len(entries) - count} more:", tuple(rest))


def _warnings(page: Page, words: Wording) -> Iterator[Block]:
    if page.empty:
        yield Paragraph((Entry(page.empty),))
    entries = [Entry(f"{f.source}: {f.error}", lead="Not used:") for f in page.failures]
    for notice in page.notices:
        names = f" ({words.names(notice.sources)})" if notice.sources else ""
        kind = notice.kind.replace("_", " ").capitalize()
        entries.append(Entry(f"{notice.message}{names}", lead=f"{kind}:"))
    stories = enumerate(page.parts, start=1)
    entries += [
        Entry(words.names(part.sources), lead=f"{part.title or f'Story {number}'}:")
        for number, part in stories
    ]
    yield from _listing(entries)


def _bottom_line(page: Page) -> Iterator[Block]:
    if page.headline:
        yield Paragraph((Entry("", page.headline.claims, lead=page.headline.text),))
    yield from _paragraph(map(_statement, page.bottom_line))


def _judgement(line: Judgement, words: Wording) -> Entry:
    lead = f"{line.confidence.capitalize()} confidence:"
    return Entry(line.text, line.claims, lead=lead, aside=words.basis(line.claims))


def _focus(page: Page, words: Wording) -> Iterator[Block]:
    if page.focus is None:
        return
    answer = "Answered." if page.focus.answered else "The sources do not answer it."
    yield Paragraph((Entry(answer, lead=page.focus.question),))
    claims = [words.claim(claim) for claim in page.focus.claims if claim in words.claims]
    yield from _listing(_few(claims, _FOCUSED))


def _changes(page: Page, words: Wording) -> Iterator[Block]:
    changes = page.changes
    if changes is None:
        return
    yield Paragraph((Entry(changes.since, lead="Since"),))
    # The claims of what was withdrawn are those of the earlier note: here they lead to nothing.
    entries = [
        *_few([_change(line, words, "New:") for line in changes.new], _NEW),
        *(_change(line, words, "Changed:") for line in changes.changed),
        *(Entry(line.text, lead="Withdrawn:") for line in changes.withdrawn),
    ]
    yield Listing(tuple(entries) or (Entry("Nothing."),))


def _change(line: Change, words: Wording, lead: str) -> Entry:
    known = tuple(claim for claim in line.claims if claim in words.claims)
    before = (Entry(line.before, lead="Before:"),) if line.before else ()
    return replace(words.said(line.text, known, lead), beneath=before)


def _conflicts(page: Page, words: Wording) -> Iterator[Block]:
    for conflict in page.conflicts:
        stands = conflict.resolution.side
        yield Heading(f"{conflict.about} ({conflict.kind})")
        yield Table(
            ("What is said", "Who says it"),
            tuple(
                (
                    words.said(side.text, side.claims, "Stands:" if place == stands else ""),
                    Entry(words.who(side)),
                )
                for place, side in enumerate(conflict.sides)
            ),
        )
        state = RESOLUTIONS[conflict.resolution.state]
        reason = conflict.resolution.reason
        yield Paragraph((Entry(reason, lead=f"{state}:" if reason else f"{state}."),))


def _question(line: NoteQuestion, words: Wording) -> Entry:
    answers = tuple(words.claim(c, "Answer:") for c in line.answered_by if c in words.claims)
    return Entry(line.text, line.claims, lead=f"{QUESTIONS[line.state]}:", beneath=answers)


def _clusters(page: Page, words: Wording) -> Iterator[Block]:
    """What several sources say, and then what only one says and no line above has told."""
    yield from _listing(_shared(c, words) for c in page.clusters if len(c.sources) > 1)
    told = {claim for line in page.bottom_line for claim in line.claims}
    told |= {claim for line in page.key_judgements for claim in line.claims}
    told |= {c for conflict in page.conflicts for side in conflict.sides for c in side.claims}
    entries: list[Entry] = []
    for source in page.sources:
        alone = [c for c in page.clusters if c.sources == (source.id,) and not told & {*c.claims}]
        own = [words.said(cluster.text, cluster.claims) for cluster in alone[:_ALONE]]
        if len(alone) > _ALONE:
            own.append(Entry(f"{len(alone) - _ALONE} more under Evidence"))
        if own and len(page.sources) > 1:
            own = [Entry("", lead=f"{words.names([source.id])}:", beneath=tuple(own))]
        entries += own
    if entries and len(page.sources) > 1:
        yield Heading("Said by one source only")
    yield from _listing(entries)


def _shared(cluster: Cluster, words: Wording) -> Entry:
    sources, origins = words.names(cluster.sources), origins_of(cluster)
    # Where each source is its own origin, their names stand there already.
    about = origins.removesuffix(f": {sources}")
    beneath = Entry(" · ".join(filter(None, [sources, about])))
    return replace(words.said(cluster.text, cluster.claims), beneath=(beneath,))


def _timeline(page: Page, words: Wording) -> Iterator[Block]:
    return _listing(
        words.said(
            event.text,
            event.claims,
            f"{shown_period(event.start, event.end, event.precision)}:",
        )
        for event in page.timeline
    )


def _party(party: Party) -> Entry:
    return Entry(
        "; ".join(party.roles),
        party.claims[:_CITED],
        lead=f"{party.name}:" if party.roles else party.name,
        aside=f"also {', '.join(party.aliases)}" if party.aliases else "",
        more=max(0, len(party.claims) - _CITED),
    )


def _numbers(page: Page, words: Wording) -> Iterator[Block]:
    rows = tuple(
        (
            Entry(figure.quantity.text),
            Entry(amount_of(figure.quantity)),
            words.said(figure.text, figure.claims),
        )
        for figure in page.numbers
    )
    if rows:
        yield Table(("As written", "Read as", "In"), rows)


def _evidence(page: Page) -> Iterator[Block]:
    for source in page.sources:
        entries = [_claim(claim) for claim in page.accepted if claim.source == source.id]
        if entries and len(page.sources) > 1:
            about = [f"{source.id} {source.name}", source.title, source.published]
            yield Heading(" · ".join(dict.fromkeys(filter(None, about))))
        yield from _listing(entries)


def _claim(claim: PageClaim) -> Entry:
    shown = [d for d in claim.view.details if d.label.startswith(_SHOWN)]
    beneath = tuple(Entry(f"{d.label}: {d.text}") for d in shown if d.text != OWN_AUTHORITY)
    view = claim.view
    return Entry(view.text, lead=f"[{view.id}]", aside=view.commitment, beneath=beneath)


def _rejected(claim: PageClaim) -> Entry:
    why = tuple(Entry(f"{d.label}: {d.text}") for d in claim.view.details[:1])
    return Entry(
        claim.view.text, lead=f"[{claim.view.id}]", aside=claim.view.commitment, beneath=why
    )


def _coverage(page: Page, words: Wording) -> Iterator[Block]:
    several = len(page.sources) > 1
    return _listing(
        Entry(line, lead=f"{words.names([source.id])}:" if several else "")
        for source in page.sources
        for line in source.coverage
    )


def _made(page: Page) -> Iterator[Block]:
    facts = [f"{detail.label}: {detail.text}." for detail in page.made[:_MADE]]
    return _paragraph([*map(Entry, facts), Entry(page.cost)])
