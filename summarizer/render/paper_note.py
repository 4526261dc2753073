"""A printed note: its sections, in the order of what a reader needs first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.render.html_claims import claim_anchor
from summarizer.render.html_sources import source_anchor
from summarizer.render.outline import QUESTIONS, RESOLUTIONS
from summarizer.render.page import Page, amount_of, page_of
from summarizer.render.paper import (
    Block,
    Cite,
    Heading,
    Inline,
    Link,
    Paper,
    Paragraph,
    Phrase,
    Style,
    Table,
    Words,
)
from summarizer.render.paper_appendix import claims_blocks, notes_of, sources_blocks
from summarizer.render.periods import shown_period

if TYPE_CHECKING:
    from summarizer.briefing.schema import (
        BriefingNote,
        Change,
        Cluster,
        Conflict,
        NoteQuestion,
        Party,
    )
    from summarizer.schema import Statement, Summary

_NAMED_SOURCES = 5
_ABREAST = 4  # sides of a conflict that fit beside one another


def paper_of(result: Summary | BriefingNote) -> Paper:
    """The paper that shows ``result``."""
    page = page_of(result)
    blocks: list[Block] = []
    for title, found in _Sections(page).every():
        inside = list(found)
        if inside:
            blocks += [Heading(1, title), *inside]
    blocks += claims_blocks(page, result)
    blocks += sources_blocks(page)
    blocks += [Heading(1, "How this was made"), *_made(page)]
    return Paper(
        kind=page.kind,
        title=page.title,
        dateline="".join(_dateline(page)),
        blocks=tuple(blocks),
        ids={claim.number: claim.view.id for claim in page.accepted},
        notes=notes_of(page, result),
    )


def _dateline(page: Page) -> Iterator[str]:
    if len(page.sources) == 1:
        yield page.sources[0].about or page.sources[0].name
    else:
        yield f"{len(page.sources)} sources"
        if 0 < len(page.sources) <= _NAMED_SOURCES:
            yield f": {', '.join(source.name for source in page.sources)}"
        dates = sorted(source.published for source in page.sources if source.published)
        if dates:
            yield f" · {shown_period(dates[0], dates[-1], 'day')}"
    claims, rejected = len(page.accepted), len(page.rejected)
    yield f" · {claims} claim{'s' * (claims != 1)}"
    yield f", {rejected} rejected" if rejected else ""


class _Sections:
    """The sections of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._numbers = {claim.view.id: claim.number for claim in page.accepted}
        self._places = {source.id: place for place, source in enumerate(page.sources)}

    def every(self) -> Iterator[tuple[str, Iterable[Block]]]:
        """Titles, and what is under them; some may be empty."""
        page = self._page
        yield "Bottom line", self._bottom_line()
        yield "Before you rely on this", self._warnings()
        yield "The question", self._focus()
        yield "Key judgements", self._judgements()
        yield "Key points", self._statements(page.key_points)
        yield (
            f"Where the sources differ ({len(page.conflicts)})",
            (block for conflict in page.conflicts for block in self._conflict(conflict)),
        )
        yield "What has changed", self._changes()
        yield (
            f"Open questions ({len(page.open_questions)})",
            map(self._question, page.open_questions),
        )
        yield "Timeline", self._timeline()
        yield "People", map(self._party, page.people)
        yield "Organisations", map(self._party, page.organisations)
        yield "Numbers", self._figures()
        yield "Background", self._statements(page.background)
        yield "Who else says so", self._clusters()
        yield "Separate stories", self._parts()

    def _cites(self, ids: Sequence[str]) -> Iterator[Inline]:
        for claim in ids:
            number = self._numbers.get(claim)
            yield Words(f" [{claim}]") if number is None else Cite(number)

    def _line(self, text: str, ids: Sequence[str], style: Style = "item") -> Paragraph:
        return Paragraph((Words(text), *self._cites(ids)), style)

    def _statements(self, lines: Iterable[Statement]) -> Iterator[Block]:
        return (self._line(line.text, line.claims) for line in lines)

    def _from(self, sources: Sequence[str]) -> Iterator[Inline]:
        for number, source in enumerate(sources):
            yield Words(", " if number else "")
            place = self._places.get(source)
            if place is None:
                yield Words(source)
            else:
                name = self._page.sources[place].name
                yield Link(f"{source} {name}", source_anchor(place))

    def _bottom_line(self) -> Iterator[Block]:
        headline = self._page.headline
        if headline:
            yield Paragraph((Words(headline.text, "strong"), *self._cites(headline.claims)), "lead")
        phrase: list[Inline] = []
        for line in self._page.bottom_line:
            phrase += [Words(" " if phrase else ""), Words(line.text), *self._cites(line.claims)]
        if phrase:
            yield Paragraph(tuple(phrase), "lead")

    def _warnings(self) -> Iterator[Block]:
        if self._page.empty:
            yield Paragraph((Words(self._page.empty),))
        for notice in self._page.notices:
            kind = Words(f"{notice.kind.replace('_', ' ').capitalize()}: ", "strong")
            dash = [Words(" — ")] if notice.sources else []
            phrase = (kind, Words(notice.message), *dash, *self._from(notice.sources))
            yield Paragraph(phrase, "item")
        for failure in self._page.failures:
            unused = Words(f"Not used: {failure.source}: ", "strong")
            yield Paragraph((unused, Words(failure.error)), "item")

    def _focus(self) -> Iterator[Block]:
        focus = self._page.focus
        if focus:
            answered = "Answered." if focus.answered else "Not answered by these sources."
            found = "These claims bear on it:" if focus.claims else "No claim bears on it."
            yield Paragraph((Words(focus.question, "emphasis"),), "lead")
            about = (Words(answered, "strong"), Words(f" {found}"), *self._cites(focus.claims))
            yield Paragraph(about)

    def _judgements(self) -> Iterator[Block]:
        for line in self._page.key_judgements:
            confidence = Words(f"{line.confidence.capitalize()} confidence: ", "strong")
            yield Paragraph((confidence, Words(line.text), *self._cites(line.claims)), "item")

    def _conflict(self, conflict: Conflict) -> Iterator[Block]:
        """A heading, the sides beside one another (below one another if many), what came of it."""
        yield Heading(2, f"{conflict.about} ({conflict.kind})")
        resolution = conflict.resolution
        who, said = list[Phrase](), list[Phrase]()
        for place, side in enumerate(conflict.sides):
            stands = [Words(" (stands)", "strong")] if place == resolution.side else []
            who.append((*self._from(side.sources), *stands))
            said.append((Words(side.text), *self._cites(side.claims)))
        if len(said) <= _ABREAST:
            row = tuple((Paragraph(phrase),) for phrase in said)
            yield Table(tuple(who), (row,), (1,) * len(said))
        else:
            pairs = zip(who, said, strict=True)
            rows = tuple(((Paragraph(by),), (Paragraph(words),)) for by, words in pairs)
            yield Table(((Words("Sources"),), (Words("What they say"),)), rows, (1, 2))
        state = f"{RESOLUTIONS[resolution.state]}{': ' if resolution.reason else '.'}"
        yield Paragraph((Words(state, "strong"), Words(resolution.reason)))

    def _changes(self) -> Iterator[Block]:
        changes = self._page.changes
        if changes is None:
            return
        yield Paragraph((Words(f"Since {changes.since}"),), "about")
        for title, lines in (
            ("New", changes.new),
            ("Changed", changes.changed),
            ("Withdrawn", changes.withdrawn),
        ):
            if lines:
                yield Heading(2, title)
                yield from (self._change(line, own=title != "Withdrawn") for line in lines)
        if not (changes.new or changes.changed or changes.withdrawn):
            yield Paragraph((Words("Nothing."),))

    def _change(self, line: Change, *, own: bool) -> Paragraph:
        # The claims of what was withdrawn are those of the earlier note.
        cites = self._cites(line.claims) if own else (Words(f" [{c}]") for c in line.claims)
        before = [Words(" Before: "), Words(line.before, "struck")] if line.before else []
        return Paragraph((Words(line.text), *cites, *before), "item")

    def _question(self, question: NoteQuestion) -> Paragraph:
        state = Words(f"{QUESTIONS[question.state]}: ", "strong")
        phrase: list[Inline] = [state, Words(question.text), *self._cites(question.claims)]
        if question.answered_by:
            phrase += [Words(" Answered by", "emphasis"), *self._cites(question.answered_by)]
        return Paragraph(tuple(phrase), "item")

    def _timeline(self) -> Iterator[Block]:
        rows = tuple(
            (
                (Paragraph((Words(shown_period(event.start, event.end, event.precision)),)),),
                (self._line(event.text, event.claims, "body"),),
            )
            for event in self._page.timeline
        )
        if rows:
            yield Table(((Words("When"),), (Words("What"),)), rows, (1, 3))

    def _party(self, party: Party) -> Paragraph:
        roles = f", {'; '.join(party.roles)}" if party.roles else ""
        aliases = f" (also {', '.join(party.aliases)})" if party.aliases else ""
        about = Words(f"{roles}{aliases}")
        return Paragraph((Words(party.name, "strong"), about, *self._cites(party.claims)), "item")

    def _figures(self) -> Iterator[Block]:
        rows = tuple(
            (
                (Paragraph((Words(figure.quantity.text, "strong"),)),),
                (Paragraph((Words(amount_of(figure.quantity)),)),),
                (self._line(figure.text, figure.claims, "body"),),
            )
            for figure in self._page.numbers
        )
        if rows:
            heads = (Words("As written"),), (Words("Read as"),), (Words("In"),)
            yield Table(heads, rows, (2, 2, 5))

    def _clusters(self) -> Iterator[Block]:
        for cluster in self._page.clusters:
            if len(cluster.claims) > 1:
                yield from self._cluster(cluster)
        single = [
            claim
            for cluster in self._page.clusters
            if len(cluster.claims) == 1
            for claim in cluster.claims
        ]
        if single:
            phrase: list[Inline] = [Words(f"Said by one source, once ({len(single)}):")]
            for claim in single:
                # No citation: a list of everything else is no line that rests on its claims.
                phrase += [Words(" "), Link(claim, claim_anchor(self._numbers[claim]))]
            yield Paragraph(tuple(phrase))

    def _cluster(self, cluster: Cluster) -> Iterator[Block]:
        yield self._line(cluster.text, cluster.claims)
        count = len(cluster.origins)
        origins = f" · {count} independent origin{'s' * (count != 1)}{': ' if count else ''}"
        about = Words(f"{origins}{', '.join(cluster.origins)}")
        yield Paragraph((*self._from(cluster.sources), about), "detail")

    def _parts(self) -> Iterator[Block]:
        for part in self._page.parts:
            title = Words(part.title, "strong")
            yield Paragraph((title, Words(" — "), *self._from(part.sources)), "item")


def _made(page: Page) -> Iterator[Block]:
    facts = [(detail.label, detail.text) for detail in page.made]
    facts += [("Cost", page.cost)]
    facts += [(f"SHA-256 of {source.id}", source.sha256) for source in page.sources]
    for label, text in facts:
        yield Paragraph((Words(f"{label}: ", "strong"), Words(text)), "about")
