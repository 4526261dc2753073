"""The sources' side of an HTML page: the full texts, with what claims rest on marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarizer.render.markup import Raw, element, joined
from summarizer.render.page import Page, PageClaim, PageSource
from summarizer.render.stretches import Paragraph, Run, Stretch
from summarizer.schema import SentenceKind

LABELS: Mapping[SentenceKind, str] = {
    "boilerplate": "Boilerplate",
    "instruction": "Instruction to software",
}
_DEEPEST = 3  # shades for words that several claims rest on


def source_anchor(place: int) -> str:
    """Id of the source at this place, from 0, in the page."""
    return f"source-{place + 1}"


def sentence_anchor(place: int, sentence: int) -> str:
    """Id of a sentence of the source at this place, from 0."""
    return f"s{place + 1}-{sentence}"


def sources_side(page: Page) -> Raw:
    """All sources, with links to each where there are several."""
    claims = {claim.number: claim for claim in page.claims}
    one = len(page.sources) == 1
    return element(
        "aside",
        element("h2", "Source" if one else "Sources", id="sources-title"),
        *([] if one else [_links(page.sources)]),
        *(_source(place, source, claims) for place, source in enumerate(page.sources)),
        id="sources",
        aria_labelledby="sources-title",
        tabindex="-1",
    )


def _links(sources: Sequence[PageSource]) -> Raw:
    items = (
        element("li", element("a", source.id, " ", name(source), href=f"#{source_anchor(place)}"))
        for place, source in enumerate(sources)
    )
    return element("nav", element("ol", *items), aria_label="Sources", class_="tabs")


def name(source: PageSource) -> Raw:
    """The source's name, whichever way it is written."""
    return element("bdi", source.name)


def _source(place: int, source: PageSource, claims: Mapping[int, PageClaim]) -> Raw:
    head = [
        element("p", source.id, " · ", name(source), class_="kicker"),
        element("h3", source.title, dir="auto", lang=source.language),
    ]
    head += [element("p", source.about, class_="about", dir="auto")] if source.about else []
    if source.origins:
        origins = ", ".join(source.origins)
        head.append(element("p", f"Drawn on by {origins}.", class_="about"))
    return element(
        "section",
        element("header", *head),
        element(
            "div",
            *_paragraphs(place, source.paragraphs, claims),
            class_="text",
            lang=source.language,
        ),
        class_="source",
        id=source_anchor(place),
        tabindex="-1",
    )


def _paragraphs(
    place: int, paragraphs: Sequence[Paragraph], claims: Mapping[int, PageClaim]
) -> Iterator[Raw]:
    kind: SentenceKind | None = None
    for paragraph in paragraphs:
        parts: list[Raw] = []
        for run in paragraph.runs:
            if run.kind and run.kind != kind:
                kind = run.kind
                parts += _label(kind)
            parts.append(_run(place, run, claims))
        if any(not stretch.text.isspace() for run in paragraph.runs for stretch in run.stretches):
            shown = paragraph.kind if paragraph.kind != "body" else None
            yield element("p", *parts, dir="auto", class_=shown)


def _label(kind: SentenceKind) -> list[Raw]:
    return [element("bdi", LABELS[kind], class_="label")] if kind in LABELS else []


def _run(place: int, run: Run, claims: Mapping[int, PageClaim]) -> Raw:
    inside = joined(*(_stretch(stretch, claims) for stretch in run.stretches))
    if run.sentence is None:
        return inside
    shown = run.kind if run.kind in LABELS else None
    return element("span", inside, id=sentence_anchor(place, run.sentence), class_=shown)


def _stretch(stretch: Stretch, claims: Mapping[int, PageClaim]) -> str:
    accepted = [n for n in stretch.claims if not claims[n].rejected]
    rejected = [n for n in stretch.claims if claims[n].rejected]
    if not stretch.claims:
        return stretch.text
    ending = [claims[n].view.id for n in stretch.ending if not claims[n].rejected]
    depth = min(len(accepted), _DEEPEST)
    return element(
        "mark" if accepted else "span",
        stretch.text,
        class_=f"d{depth}" if depth > 1 else None,
        data_c=" ".join(map(str, accepted)) or None,
        data_x=" ".join(map(str, rejected)) or None,
        data_end=" ".join(ending) or None,
    )
