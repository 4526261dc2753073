"""One HTML page that holds all it needs: it asks for nothing, and works from a file.

Text of a source or of a model is escaped wherever it stands. The page's policy lets apply only the
one style and run only the one script that are written into it; the script reads ids and numbers
from ``data-`` attributes, and no markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.render.markup import Raw, asset, element, security_policy

if TYPE_CHECKING:
    from summarizer.briefing.schema import BriefingNote
    from summarizer.render.html_note import Section
    from summarizer.render.page import Page
    from summarizer.schema import Summary

_PACKAGE = "summarizer.render"
_STYLES = ("base.css", "note.css", "claims.css", "sources.css", "media.css")
_NAMED_SOURCES = 5


def render_html(result: Summary | BriefingNote) -> str:
    """One summary or briefing note as one self-contained page; the same bytes for the same one."""
    from summarizer.render.html_note import sections_of
    from summarizer.render.html_sources import sources_side
    from summarizer.render.page import page_of

    page = page_of(result)
    sections = sections_of(page)
    style = Raw("\n".join(asset(_PACKAGE, "html_assets", name) for name in _STYLES))
    script = asset(_PACKAGE, "html_assets", "page.js")
    policy = security_policy(style, script)
    head = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{page.title} · {page.kind}"),
        element("style", style),
    ]
    body = [
        _skip_links(sections),
        element("header", *_masthead(page, sections), class_="masthead"),
        element("main", *map(_section, sections), id="note", tabindex="-1"),
        sources_side(page),
        *_selection(),
        element("script", script),
    ]
    whole = element("html", element("head", *head), element("body", *body), lang="en")
    return f"<!DOCTYPE html>\n{whole}\n"


def _skip_links(sections: Sequence[Section]) -> Raw:
    targets = [("note", "Skip to the note")]
    if any(section.anchor == "claims" for section in sections):
        targets.append(("claims", "Skip to the claims"))
    targets.append(("sources", "Skip to the sources"))
    links = (element("a", words, href=f"#{anchor}") for anchor, words in targets)
    return element("nav", *links, class_="skip", aria_label="Skip links")


def _masthead(page: Page, sections: Sequence[Section]) -> Iterator[Raw]:
    switch = element(
        "button", "Dark", type="button", id="theme", aria_pressed="false", class_="controls"
    )
    yield element("div", element("p", page.kind, class_="kicker"), switch, class_="top")
    yield element("h1", page.title, dir="auto")
    yield element("p", *_dateline(page), class_="dateline")
    links = (
        element("li", element("a", section.title, href=f"#{section.anchor}"))
        for section in sections
    )
    yield element("nav", element("ol", *links), aria_label="Contents", class_="contents")


def _dateline(page: Page) -> Iterator[str]:
    if len(page.sources) == 1:
        yield element("bdi", page.sources[0].about or page.sources[0].name)
    else:
        yield f"{len(page.sources)} sources"
        if 0 < len(page.sources) <= _NAMED_SOURCES:
            for number, source in enumerate(page.sources):
                yield ", " if number else ": "
                yield element("bdi", source.name)
        from summarizer.render.periods import shown_period

        dates = sorted(source.published for source in page.sources if source.published)
        if dates:
            yield f" · {shown_period(dates[0], dates[-1], 'day')}"
    claims, rejected = len(page.accepted), len(page.rejected)
    yield f" · {claims} claim{'s' * (claims != 1)}"
    yield f", {rejected} rejected" if rejected else ""


def _section(section: Section) -> Raw:
    count = [" ", element("small", f"{section.count}")] if section.count is not None else []
    return element(
        "section",
        element("h2", section.title, *count),
        *section.children,
        id=section.anchor,
        tabindex="-1",
    )


def _selection() -> Iterator[Raw]:
    """What the script fills: the bar of the selected claim, a list to choose from, a voice."""
    buttons = (
        element("button", words, type="button", data_do=action)
        for action, words in (
            ("previous", "Previous"),
            ("next", "Next"),
            ("words", "To its words"),
            ("claim", "To the claim"),
            ("back", "Back"),
            ("close", "Close"),
        )
    )
    yield element(
        "aside",
        element("p", id="selected"),
        element("div", *buttons, class_="buttons"),
        id="bar",
        aria_label="Selected claim",
        class_="controls",
        hidden=True,
    )
    yield element(
        "div",
        id="choices",
        popover="auto",
        role="dialog",
        aria_label="Claims that rest on these words",
    )
    yield element("p", id="said", role="status", class_="unseen")
