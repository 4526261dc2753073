"""What the sources of a note say together: what the parts of the note are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from summarizer.briefing.comparison.ask import Answers, fused
from summarizer.briefing.comparison.clusters import clusters_of
from summarizer.briefing.comparison.contrasts import Contrast, contrasts_of
from summarizer.briefing.comparison.matter import Pair, Words, pairs_of, read_words
from summarizer.briefing.origins import Origins
from summarizer.briefing.parties import parties
from summarizer.briefing.schema import Party
from summarizer.briefing.told import Told, as_told
from summarizer.schema import Document, Summary

# A source seldom says a thing twice: its claims are one only where that is nearly sure.
_REPEATS = 0.7
_SURELY_SAME = 0.6


@dataclass(frozen=True)
class Story:
    """The accepted claims of all sources and how they stand to each other.

    Attributes:
        told: the claims; all else speaks of them by their index.
        documents: by the id of their source.
        groups: claims that say the same, every claim in one.
    """

    told: tuple[Told, ...]
    documents: Mapping[str, Document]
    words: Sequence[Words]
    pairs: Sequence[Pair]
    contrasts: Sequence[Contrast]
    groups: Sequence[tuple[int, ...]]
    people: tuple[Party, ...]
    organisations: tuple[Party, ...]

    @cached_property
    def origins(self) -> Origins:
        """Finds the origins of groups of claims."""
        return Origins(self.told, self.people, self.organisations)

    @cached_property
    def group_of(self) -> Mapping[int, int]:
        """For each claim the index of its group."""
        return {index: number for number, group in enumerate(self.groups) for index in group}

    @cached_property
    def nearest(self) -> Mapping[int, tuple[Pair, ...]]:
        """For each claim its pairs, the likeliest first."""
        found: dict[int, list[Pair]] = defaultdict(list)
        for pair in sorted(self.pairs, key=lambda p: -p.same):
            found[pair.first].append(pair)
            found[pair.second].append(pair)
        return {index: tuple(pairs) for index, pairs in found.items()}

    def members(self, group: Sequence[int]) -> list[Told]:
        """The claims of a group."""
        return [self.told[index] for index in group]

    def origins_of(self, group: Sequence[int]) -> tuple[str, ...]:
        """The independent origins of a group.

        A claim that may not say the same is in the group for the reader to see, and adds no origin.
        """
        sure = {
            index
            for pair in self.pairs_within(group)
            if pair.same >= _SURELY_SAME
            for index in (pair.first, pair.second)
        }
        return self.origins.of(self.members([i for i in group if i in sure] or group[:1]))

    def pairs_within(self, group: Sequence[int]) -> list[Pair]:
        """The pairs that were compared between claims of a group."""
        inside = set(group)
        return [
            pair
            for index in group
            for pair in self.nearest.get(index, ())
            if pair.first == index and pair.second in inside
        ]


def read_story(summaries: Sequence[Summary], answers: Answers = MappingProxyType({})) -> Story:
    """Set the claims of all summaries beside each other.

    Args:
        answers: what a model said of pairs that the code is in doubt about.
    """
    told = as_told(summaries)
    documents = {f"s{n}": summary.document for n, summary in enumerate(summaries, start=1)}
    words = read_words(told)
    pairs = [_judged(pair, told, answers) for pair in pairs_of(told, words)]
    contrasts = contrasts_of(told, read_words(told, whole=True), pairs)
    apart = {(c.first, c.second) for c in contrasts}
    people, organisations = parties([one.claim for one in told], documents)
    return Story(
        told=told,
        documents=documents,
        words=words,
        pairs=pairs,
        contrasts=contrasts,
        groups=clusters_of(len(told), pairs, apart),
        people=people,
        organisations=organisations,
    )


def _judged(pair: Pair, told: Sequence[Told], answers: Answers) -> Pair:
    first, second = told[pair.first], told[pair.second]
    if first.source == second.source and pair.same < _REPEATS:
        return replace(pair, same=0.0)
    log_odds = answers.get(frozenset((first.id, second.id)))
    return pair if log_odds is None else replace(pair, same=fused(pair.same, log_odds))
