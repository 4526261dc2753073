"""Whether the sources tell one story."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from summarizer.briefing.schema import Part
from summarizer.briefing.story import Story
from summarizer.briefing.told import outlet_of
from summarizer.text.terms import keys

# Measured on the pairs of sources of our own stories: of 30 of one story 28 reach one of these,
# and of 160 of two stories none does.
_SAME = 0.8  # likelihood that two claims say the same
_WORDS = 0.2  # share of the fewer words that both have
_NAMES = 0.15  # share of the fewer names that both have
_FEWEST = 2  # and how many, where there are as many


def parts_of(story: Story) -> tuple[Part, ...]:
    """The stories that the sources tell, each with its sources; one part where it is one story.

    Two sources tell one story where two of their claims surely say the same, or where they share
    enough words, or names of people, bodies and places; a source that shares with one of a story is
    of it.
    """
    ids = list(story.documents)
    part = {source: {source} for source in ids}
    told = {
        frozenset((story.told[p.first].source, story.told[p.second].source))
        for p in story.pairs
        if p.same >= _SAME
    }
    names, said = _keys(story, named=True), _keys(story, named=False)
    for one, other in combinations(ids, 2):
        shared = names[one] & names[other]
        fewer = min(len(names[one]), len(names[other]))
        named = len(shared) >= max(1, min(_FEWEST, fewer)) and len(shared) >= _NAMES * fewer
        least = min(len(said[one]), len(said[other]))
        alike = named or (least and len(said[one] & said[other]) >= _WORDS * least)
        if alike or frozenset((one, other)) in told:
            joined = part[one] | part[other]
            part.update(dict.fromkeys(joined, joined))
    found = dict.fromkeys(tuple(s for s in ids if s in part[source]) for source in ids)
    return tuple(Part(title=_title(story, sources), sources=sources) for sources in found)


def _keys(story: Story, *, named: bool) -> dict[str, set[str]]:
    """The names of each source's claims, or all words, as keys."""
    found: dict[str, set[str]] = {source: set() for source in story.documents}
    for one, words in zip(story.told, story.words, strict=True):
        found[one.source].update(
            key
            for key, term in words.terms.items()
            if not named or (term.name and term.word not in _CALENDAR)
        )
    return found


def _title(story: Story, sources: tuple[str, ...]) -> str:
    """The headline that holds most of what the claims speak of, or else whom the first is by."""
    counts = Counter(
        key
        for one, words in zip(story.told, story.words, strict=True)
        if one.source in sources
        for key in words.terms
    )
    documents = [story.documents[source] for source in sources]
    headlines = [d.title for d in documents if d.title]
    # Who speaks of himself tells his side of it.
    others = [d.title for d in documents if d.title and not keys(d.title) & keys(d.outlet or "")]
    headlines = others or headlines
    telling = {title: sum(counts[key] for key in keys(title)) for title in headlines}
    return max(telling, key=lambda t: telling[t], default=outlet_of(story.documents[sources[0]]))


_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december""".split()
)
