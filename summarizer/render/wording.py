"""How a line of a page is told: with how firmly it is said, by whom, and on whose knowledge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from summarizer.render.blocks import Entry
from summarizer.render.periods import shown_period

if TYPE_CHECKING:
    from summarizer.briefing.schema import Cluster, Side
    from summarizer.render.page import Page, PageClaim, PageSource

_NAMED = 5  # names in one line before the rest is a number


class Wording:
    """The words of one page: what its sources are called, and what its accepted claims say."""

    def __init__(self, page: Page) -> None:
        self.claims: Mapping[str, PageClaim] = {c.view.id: c for c in page.accepted}
        self._sources = page.sources
        known = Counter(source.name for source in page.sources)
        self._names = {
            source.id: source.name if known[source.name] == 1 else f"{source.name} ({source.id})"
            for source in page.sources
        }
        self._clusters = {claim: cluster for cluster in page.clusters for claim in cluster.claims}

    def names(self, sources: Iterable[str]) -> str:
        """What these sources are called; with its id where two are called the same."""
        return listed(self._names.get(source, source) for source in sources)

    def said(self, text: str, claims: tuple[str, ...], lead: str = "") -> Entry:
        """What sources say in words of one of them, with how firmly unless it is as a fact."""
        known = [self.claims[claim].commitment for claim in claims if claim in self.claims]
        firmness = [*dict.fromkeys(known)]
        aside = "" if firmness == ["factual"] else ", ".join(firmness)
        return Entry(text, claims, lead=lead, aside=aside)

    def claim(self, claim: str, lead: str = "") -> Entry:
        """An accepted claim in its own words. Raises KeyError when it is none of the page's."""
        return self.said(self.claims[claim].view.text, (claim,), lead)

    def basis(self, claims: Iterable[str]) -> str:
        """On whose knowledge a judgement rests; empty where that is not known."""
        found = [self._clusters[claim] for claim in claims if claim in self._clusters]
        clusters = {cluster.id: cluster for cluster in found}
        if len(clusters) == 1:
            return origins_of(found[0])
        # Origins of different statements do not bear each other out, so they are not counted.
        origins = dict.fromkeys(name for cluster in found for name in cluster.origins)
        return f"{len(clusters)} statements, from {listed(origins)}" if origins else ""

    def who(self, side: Side) -> str:
        """The sources of a side with their dates, each with those whom it cites."""
        return "; ".join(
            ", ".join(self._saying(source, side))
            for source in self._sources
            if source.id in side.sources
        )

    def _saying(self, source: PageSource, side: Side) -> Iterator[str]:
        yield self._names[source.id]
        if source.published:
            yield shown_period(source.published, source.published, "day")
        claims = [self.claims[claim] for claim in side.claims if claim in self.claims]
        cited = dict.fromkeys(
            voice.name
            for claim in claims
            if claim.source == source.id
            for voice in claim.voices
            if voice.kind is not None
        )
        if cited:
            yield f"citing {listed(cited)}"


def listed(names: Iterable[str]) -> str:
    """A few of the names, and how many more there are."""
    every = [*names]
    rest = f" and {len(every) - _NAMED} more" if len(every) > _NAMED else ""
    return f"{', '.join(every[:_NAMED])}{rest}"


def origins_of(cluster: Cluster) -> str:
    """The independent origins of a statement; empty where none is known."""
    count = len(cluster.origins)
    kind = "one origin" if count == 1 else f"{count} independent origins"
    return f"{kind}: {listed(cluster.origins)}" if count else ""
