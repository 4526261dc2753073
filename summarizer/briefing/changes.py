"""What is new, changed and withdrawn since an earlier note."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from summarizer.briefing.comparison.contrasts import contrasts_of
from summarizer.briefing.comparison.matter import pairs_of, read_words
from summarizer.briefing.schema import BriefingNote, Change, Changes, Cluster
from summarizer.briefing.told import Told, outlet_of, told_of

_SAME = 0.5  # likelihood from which two statements are one


def changes_of(clusters: Sequence[Cluster], told: Sequence[Told], since: BriefingNote) -> Changes:
    """Compare the statements of a note with those of an earlier one.

    A statement is known where the earlier note has it in the same words, or in such that say the
    same; changed where the two contradict each other; new otherwise. What only the earlier note has
    is withdrawn: its sources no longer say so, or are not among this note's.
    """
    earlier = told_of(
        [(s.id, s.document) for s in since.sources],
        since.claims,
    )
    now = {one.id: index for index, one in enumerate(told)}
    before = {one.id: len(told) + index for index, one in enumerate(earlier)}
    # Ids and sources of the two notes are told apart by a mark before the earlier ones.
    both = (*told, *(_marked(one) for one in earlier))
    words = read_words(both)
    pairs = [p for p in pairs_of(both, words) if p.first < len(told) <= p.second]
    contrasts = {
        (c.first, c.second) for c in contrasts_of(both, read_words(both, whole=True), pairs)
    }
    # What stands in both notes in the same words is no other statement in other words.
    again = {_plain(one.claim.text) for one in told} & {_plain(o.claim.text) for o in earlier}
    alone = [_plain(one.claim.text) not in again for one in both]
    same = {
        (p.first, p.second) for p in pairs if p.same >= _SAME and alone[p.first] and alone[p.second]
    } - contrasts
    texts: dict[str, set[int]] = defaultdict(set)
    for index, one in enumerate(earlier, start=len(told)):
        texts[_plain(one.claim.text)].add(index)
    new: list[Change] = []
    changed: list[Change] = []
    met: set[int] = set()
    for cluster in clusters:
        mine = [now[claim] for claim in cluster.claims]
        known = {o for i, o in same if i in mine}
        known |= {o for i in mine for o in texts.get(_plain(told[i].claim.text), ())}
        against = {o for i, o in contrasts if i in mine} - known
        met |= known | against
        if known:
            continue
        if against:
            was = both[max(against, key=lambda i: (both[i].place, -i))].claim.text
            changed.append(Change(text=cluster.text, claims=cluster.claims, before=was))
        else:
            new.append(Change(text=cluster.text, claims=cluster.claims, before=None))
    withdrawn = [
        Change(text=cluster.text, claims=cluster.claims, before=cluster.text)
        for cluster in since.clusters
        if not met & {before[claim] for claim in cluster.claims if claim in before}
    ]
    return Changes(
        since=_told_as(since), new=tuple(new), changed=tuple(changed), withdrawn=tuple(withdrawn)
    )


def _marked(one: Told) -> Told:
    return Told(
        claim=one.claim.model_copy(update={"id": f"-{one.claim.id}"}),
        source=f"-{one.source}",
        outlet=one.outlet,
        published=one.published,
        place=one.place,
        content=one.content,
    )


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".")


def _told_as(note: BriefingNote) -> str:
    """What tells the earlier note: its sources and their dates."""
    return ", ".join(
        f"{outlet_of(s.document)}{f' ({s.document.published})' if s.document.published else ''}"
        for s in note.sources
    )
