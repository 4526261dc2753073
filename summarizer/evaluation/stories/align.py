"""Which claims of a note are about which claims of a story, source by source.

Who says it and how firmly is not compared: ``eval run`` scores that, and a claim on another's word
still belongs where the gold claim does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.briefing.schema import BriefingNote
from summarizer.evaluation.align import SAME_PLACE, align, candidates
from summarizer.evaluation.stories.gold import Story, StoryClaim
from summarizer.matching.reading import parts, read
from summarizer.matching.relation import Comparison, Statement, compare
from summarizer.schema import Claim

# Share of a gold claim that a claim on the same place of the text has to say to be aligned; the
# share where the strict aligner sees a link too, and where it also has the same numbers.
_MOSTLY, _LINKED, _FIGURES = 0.7, 0.5, 0.3
_ALL = 0.95  # share from which it is the whole claim


@dataclass(frozen=True)
class Aligned:
    """The outcome, by ids.

    Attributes:
        golds: for each claim of the note that is aligned the gold claims that it states or rests
            on, the nearest first. A claim may hold several facts.
        found: gold claims that are stated, by one claim or by several together.
    """

    golds: dict[str, tuple[str, ...]]
    found: frozenset[str]

    def of(self, claims: Iterable[str]) -> set[str]:
        """The gold claims that these claims of the note are aligned with."""
        return {g for claim in claims for g in self.golds.get(claim, ())}

    @property
    def reached(self) -> set[str]:
        """All gold claims that a claim of the note is aligned with."""
        return self.of(self.golds)


def source_of(claim: str) -> str:
    """The id of the source in a claim's id."""
    return claim.partition(".")[0]


def align_note(story: Story, note: BriefingNote) -> Aligned:
    """Align the accepted claims of each source with the gold claims of that source."""
    golds: dict[str, tuple[str, ...]] = {}
    found: set[str] = set()
    ids = {source.document.source: source.id for source in note.sources}
    for source in story.sources:
        labelled = [claim for claim in story.claims if claim.source == source.stem]
        said = [claim for claim in note.claims if source_of(claim.id) == ids.get(source.file)]
        one, also = _of_source(labelled, said, source.published)
        golds |= one
        found |= also
    return Aligned(golds, frozenset(found))


def _of_source(
    labelled: Sequence[StoryClaim], said: Sequence[Claim], published: str | None
) -> tuple[dict[str, tuple[str, ...]], set[str]]:
    truth = [_gold(claim, published) for claim in labelled]
    predicted = [_claim(claim, published) for claim in said]
    strict = align(truth, predicted)
    linked = {(g, p) for p, gs in strict.right.items() for g in gs}
    linked |= {(g, p) for g, ps in strict.found.items() for p in ps}
    nearest: dict[int, list[int]] = defaultdict(list)
    found = set(strict.found)
    one_to_one = {at: compare(truth[at[0]], predicted[at[1]]) for at in strict.one_to_one.items()}
    for (g, p), seen in one_to_one.items():
        if max(seen.forward, seen.backward) >= _LINKED:  # the place alone is not enough
            nearest[p].append(g)
    likely = _likely(truth, predicted)
    # A claim of which its gold claim says all holds no other fact, however near another one is.
    whole = {p for (_, p), seen in one_to_one.items() if seen.backward >= _ALL}
    for (g, p), seen in likely:
        near = (seen.place or 0.0) >= SAME_PLACE and seen.forward >= _MOSTLY
        figures = _numbers(truth[g])
        least = _FIGURES if figures and figures <= _numbers(predicted[p]) else _LINKED
        if p not in whole and (near or ((g, p) in linked and seen.forward >= least)):
            nearest[p].append(g)
            found.add(g)
    # A claim that states no gold claim may be a part of one.
    parts_of = [at for at, s in likely if at in linked and s.backward >= _LINKED]
    parts_of += [at for at, s in likely if s.backward >= _MOSTLY and (s.place or 0.0) >= SAME_PLACE]
    for g, p in parts_of:
        if not nearest[p]:
            nearest[p].append(g)
    golds = {
        said[p].id: tuple(dict.fromkeys(labelled[g].id for g in gs))
        for p, gs in nearest.items()
        if gs
    }
    reached = {g for gs in nearest.values() for g in gs}
    return golds, {labelled[g].id for g in found & reached}


def _likely(
    truth: Sequence[Statement], predicted: Sequence[Statement]
) -> list[tuple[tuple[int, int], Comparison]]:
    """Pairs that do not contradict each other, the likest first.

    A claim of several clauses is compared as a whole and clause by clause, since what one clause
    says is no difference from another.
    """
    pairs = []
    for g, p in candidates(truth, predicted):
        whole = predicted[p]
        several = [replace(whole, text=clause, whole=whole.text) for clause in parts(whole.text)]
        seen = [compare(truth[g], said) for said in (whole, *several)]
        wrong = {"number", "date", "polarity"}
        if truth[g].commitment == "denied":
            wrong -= {"polarity"}  # the gold words it without the denial
        if set[float]() < _numbers(truth[g]) < _numbers(whole):
            wrong -= {"number", "polarity"}  # "81 percent and not 94"
        fitting = [s for s in seen if not wrong & set(s.differences)]
        if fitting:
            pairs.append(((g, p), max(fitting, key=lambda s: (s.forward, s.alike))))
    return sorted(pairs, key=lambda pair: -pair[1].alike)


def _numbers(statement: Statement) -> set[float]:
    return {value for value, _ in read(statement.text, statement.published).numbers}


def _gold(claim: StoryClaim, published: str | None) -> Statement:
    return Statement(
        id=claim.id,
        text=claim.text,
        evidence=tuple(tuple((s.start, s.end) for s in spans) for spans in claim.evidence),
        commitment="denied" if claim.commitment == "denied" else None,
        published=published,
    )


def _claim(claim: Claim, published: str | None) -> Statement:
    spans = tuple((e.start, e.end) for e in claim.evidence)
    return Statement(
        id=claim.id, text=claim.text, evidence=(spans,) if spans else (), published=published
    )
