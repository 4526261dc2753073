"""The note's side of an HTML page: everything but the sources and the list of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.briefing.schema import (
    Change,
    Cluster,
    Conflict,
    NoteQuestion,
    Notice,
    Party,
    ResolutionState,
)
from summarizer.render.html_claims import Citations, claims_section
from summarizer.render.html_sources import source_anchor
from summarizer.render.markup import Raw, element, joined
from summarizer.render.page import Page, amount_of
from summarizer.render.periods import shown_period
from summarizer.schema import Statement

_STATES: dict[ResolutionState, str] = {
    "open": "Open",
    "superseded": "Superseded by a later report",
    "corrected": "Corrected by a source",
}
_LEVELS = ("low", "moderate", "high")


@dataclass(frozen=True)
class Section:
    """One part of the note; left out of the page when it has nothing to show."""

    anchor: str
    title: str
    children: tuple[Raw, ...]
    count: int | None = None


def sections_of(page: Page) -> list[Section]:
    """All sections with something in them, in the order of what a reader needs first."""
    cite = Citations(page.claims)
    every = [
        Section("bottom-line", "Bottom line", tuple(_bottom_line(page, cite))),
        Section("notices", "Before you rely on this", tuple(_warnings(page))),
        Section("focus", "The question", tuple(_focus(page, cite))),
        Section("judgements", "Key judgements", tuple(_judgements(page, cite))),
        Section("key-points", "Key points", _statements(page.key_points, cite)),
        _counted("conflicts", "Where the sources differ", _conflicts(page, cite)),
        Section("changes", "What has changed", tuple(_changes(page, cite))),
        _counted("questions", "Open questions", _questions(page, cite)),
        Section("timeline", "Timeline", tuple(_timeline(page, cite))),
        Section("people", "People", _parties(page.people, cite)),
        Section("organisations", "Organisations", _parties(page.organisations, cite)),
        Section("numbers", "Numbers", tuple(_numbers(page, cite))),
        Section("background", "Background", _statements(page.background, cite)),
        Section("clusters", "Who else says so", tuple(_clusters(page, cite))),
        Section("parts", "Separate stories", tuple(_parts(page))),
        Section("claims", "All claims", tuple(claims_section(page)), len(page.accepted)),
        Section("coverage", "Coverage", tuple(_coverage(page))),
        Section("made", "How this was made", tuple(_made(page))),
    ]
    return [section for section in every if section.children]


def _counted(anchor: str, title: str, items: Iterable[Raw]) -> Section:
    children = tuple(items)
    return Section(anchor, title, children, len(children))


def _list(items: Iterable[Raw], **attributes: str) -> tuple[Raw, ...]:
    listed = [element("li", item) for item in items]
    return (element("ul", *listed, **attributes),) if listed else ()


def _words(text: str) -> Raw:
    """Text beside other text, whichever way it is written."""
    return element("bdi", text)


def _statements(lines: Iterable[Statement], cite: Citations) -> tuple[Raw, ...]:
    return _list(joined(_words(line.text), cite(line.claims)) for line in lines)


def _warnings(page: Page) -> Iterator[Raw]:
    if page.empty:
        yield element("p", page.empty, class_="notice")
    yield from _list((_notice(page, notice) for notice in page.notices), class_="notices")
    failures = [
        joined(element("b", "Not used: ", _words(failure.source)), " ", _words(failure.error))
        for failure in page.failures
    ]
    yield from _list(failures, class_="failures")


def _notice(page: Page, notice: Notice) -> Raw:
    kind = element("b", notice.kind.replace("_", " ").capitalize(), ":")
    return joined(kind, " ", _words(notice.message), *_from(page, notice.sources))


def _from(page: Page, sources: Sequence[str]) -> Iterator[str]:
    """Links to sources, after a dash."""
    places = {source.id: place for place, source in enumerate(page.sources)}
    for number, source in enumerate(sources):
        yield ", " if number else " — "
        if source in places:
            shown = page.sources[places[source]].name
            target = f"#{source_anchor(places[source])}"
            yield element("a", source, " ", _words(shown), href=target, class_="from")
        else:
            yield source


def _bottom_line(page: Page, cite: Citations) -> Iterator[Raw]:
    if page.headline:
        yield element("div", _words(page.headline.text), cite(page.headline.claims), class_="head")
    lines = [joined(_words(line.text), cite(line.claims), " ") for line in page.bottom_line]
    if lines:
        yield element("div", *lines, class_="lead")


def _focus(page: Page, cite: Citations) -> Iterator[Raw]:
    if page.focus:
        found = "These claims bear on it:" if page.focus.claims else "No claim bears on it."
        answered = "Answered." if page.focus.answered else "Not answered by these sources."
        yield element("p", page.focus.question, class_="question", dir="auto")
        yield element("div", element("b", answered), " ", found, cite(page.focus.claims))


def _judgements(page: Page, cite: Citations) -> Iterator[Raw]:
    items = []
    for line in page.key_judgements:
        level = _LEVELS.index(line.confidence) + 1
        dots = element("span", "●" * level + "○" * (3 - level), aria_hidden="true")
        badge = element(
            "span", dots, f" {line.confidence} confidence", class_=f"badge {line.confidence}"
        )
        items.append(joined(badge, " ", _words(line.text), cite(line.claims)))
    yield from _list(items, class_="judgements")


def _conflicts(page: Page, cite: Citations) -> Iterator[Raw]:
    return (_conflict(page, conflict, cite) for conflict in page.conflicts)


def _conflict(page: Page, conflict: Conflict, cite: Citations) -> Raw:
    resolution = conflict.resolution
    sides = []
    for place, side in enumerate(conflict.sides):
        stands = place == resolution.side
        sides.append(
            element(
                "div",
                *([element("p", "✓ Stands", class_="verdict")] if stands else []),
                element("p", side.text, dir="auto", class_="words"),
                element("div", *[*_from(page, side.sources)][1:], class_="about"),
                cite(side.claims),
                class_="side stands" if stands else "side",
            )
        )
    state = element("b", _STATES[resolution.state], ":" if resolution.reason else ".")
    return element(
        "article",
        element("h3", conflict.about, " ", element("small", conflict.kind)),
        element("div", *sides, class_="sides"),
        element("p", state, " ", _words(resolution.reason), class_="resolution"),
        class_=f"conflict {resolution.state}",
    )


def _changes(page: Page, cite: Citations) -> Iterator[Raw]:
    if page.changes is None:
        return
    changes = page.changes
    yield element("p", "Since ", _words(changes.since), class_="about")
    for title, lines in (
        ("New", changes.new),
        ("Changed", changes.changed),
        ("Withdrawn", changes.withdrawn),
    ):
        if lines:
            yield element("h3", title)
            # The claims of what was withdrawn are those of the earlier note.
            own = cite if title != "Withdrawn" else Citations(())
            yield from _list(_change(line, own) for line in lines)
    if not (changes.new or changes.changed or changes.withdrawn):
        yield element("p", "Nothing.")


def _change(line: Change, cite: Citations) -> Raw:
    before = [" Before: ", element("s", line.before, dir="auto")] if line.before else []
    return joined(_words(line.text), cite(line.claims), *before)


def _questions(page: Page, cite: Citations) -> tuple[Raw, ...]:
    return tuple(_question(question, cite) for question in page.open_questions)


def _question(question: NoteQuestion, cite: Citations) -> Raw:
    state = {"open": "Open", "partly": "Partly answered", "answered": "Answered"}[question.state]
    answer = [" ", element("i", "Answered by"), cite(question.answered_by)]
    return element(
        "div",
        element("span", state, class_=f"badge {question.state}"),
        " ",
        _words(question.text),
        cite(question.claims),
        *(answer if question.answered_by else []),
        class_="item",
    )


def _timeline(page: Page, cite: Citations) -> Iterator[Raw]:
    events = [
        element(
            "li",
            element("div", shown_period(event.start, event.end, event.precision), class_="when"),
            element("div", _words(event.text), cite(event.claims)),
        )
        for event in page.timeline
    ]
    if events:
        yield element("ol", *events, class_="timeline")


def _parties(parties: Sequence[Party], cite: Citations) -> tuple[Raw, ...]:
    return _list((_party(party, cite) for party in parties), class_="parties")


def _party(party: Party, cite: Citations) -> Raw:
    parts: list[str] = [element("b", _words(party.name))]
    for number, role in enumerate(party.roles):
        parts += [", " if not number else "; ", _words(role)]
    if party.aliases:
        parts += [" (also ", *_named(party.aliases), ")"]
    return joined(*parts, cite(party.claims))


def _numbers(page: Page, cite: Citations) -> Iterator[Raw]:
    if page.numbers:
        heads = (element("th", head, scope="col") for head in ("As written", "Read as", "In"))
        rows = (
            element(
                "tr",
                element("th", figure.quantity.text, scope="row", dir="auto"),
                element("td", amount_of(figure.quantity), dir="auto"),
                element("td", _words(figure.text), cite(figure.claims)),
            )
            for figure in page.numbers
        )
        table = element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
        yield _wide(table, "Numbers")


def _wide(table: Raw, title: str) -> Raw:
    """A table that scrolls on a narrow screen."""
    return element("div", table, class_="wide", role="region", aria_label=title, tabindex="0")


def _clusters(page: Page, cite: Citations) -> Iterator[Raw]:
    names = {source.id: source.name for source in page.sources}
    shared = [cluster for cluster in page.clusters if len(cluster.claims) > 1]
    yield from _list((_cluster(cluster, names, cite) for cluster in shared), class_="clusters")
    single = [c for cluster in page.clusters if len(cluster.claims) == 1 for c in cluster.claims]
    if single:
        yield element(
            "div", f"Said by one source, once ({len(single)}):", cite(single), class_="once"
        )


def _cluster(cluster: Cluster, names: Mapping[str, str], cite: Citations) -> Raw:
    sources = _named(names.get(source, source) for source in cluster.sources)
    count = len(cluster.origins)
    origins = f" · {count} independent origin{'s' * (count != 1)}{':' * bool(count)} "
    about = [*sources, origins, *_named(cluster.origins)]
    return joined(
        _words(cluster.text),
        cite(cluster.claims),
        element("div", *about, class_="about"),
    )


def _named(names: Iterable[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        yield ", " if number else ""
        yield _words(name)


def _parts(page: Page) -> tuple[Raw, ...]:
    return _list(
        joined(element("b", _words(part.title)), *_from(page, part.sources)) for part in page.parts
    )


def _coverage(page: Page) -> Iterator[Raw]:
    several = len(page.sources) > 1
    for source in page.sources:
        for line in source.coverage:
            head = [element("b", source.id, " ", _words(source.name)), ": "] if several else []
            yield element("p", *head, _words(line))


def _made(page: Page) -> Iterator[Raw]:
    facts = [(detail.label, detail.text) for detail in page.made]
    facts += [("Cost", page.cost)]
    facts += [(f"SHA-256 of {source.id}", source.sha256) for source in page.sources]
    yield element("dl", *(part for k, v in facts for part in (element("dt", k), element("dd", v))))
