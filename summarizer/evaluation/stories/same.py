"""Clusters: what is told once, and on how many independent words it rests."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from summarizer.briefing.schema import BriefingNote, Cluster
from summarizer.evaluation.results import ratio
from summarizer.evaluation.stories.align import Aligned, source_of
from summarizer.evaluation.stories.gold import Story
from summarizer.evaluation.stories.partition import Companions, sharing
from summarizer.evaluation.stories.results import Part, Remark
from summarizer.matching.relation import same_source


def score_clusters(story: Story, note: BriefingNote, aligned: Aligned) -> Part:
    """B-cubed and pairwise scores over the claims that are aligned with a gold claim."""
    found = companions(story, note, aligned)
    precision, recall, f1 = found.bcubed()
    joined = found.bcubed(joined=True)
    pairs = found.pairs()
    return Part(
        scores={
            "clusters_precision": precision,
            "clusters_recall": recall,
            "clusters_f1": f1,
            "joined_precision": joined[0],
            "joined_recall": joined[1],
            "joined_f1": joined[2],
            "pairs_precision": pairs[0],
            "pairs_recall": pairs[1],
        },
        remarks=tuple(_wrong_pairs(note, found)),
    )


def companions(story: Story, note: BriefingNote, aligned: Aligned) -> Companions[str]:
    """Which aligned claims the note puts together, and which belong together.

    A gold claim that is in no cluster is a class of its own. Two claims of one source that share a
    class may stand together and need not: parts of one gold claim are no repetition.
    """
    classes = {
        claim: {story.cluster_of.get(g, g) for g in golds} for claim, golds in aligned.golds.items()
    }
    groups: dict[str, set[str]] = defaultdict(set)
    for cluster in note.clusters:
        for claim in cluster.claims:
            groups[claim].add(cluster.id)
    predicted = sharing({claim: groups.get(claim, set()) for claim in classes})
    gold = {
        claim: frozenset(
            other
            for other in others
            if source_of(other) != source_of(claim) or other in predicted[claim]
        )
        for claim, others in sharing(classes).items()
    }
    return Companions(predicted, gold)


def _wrong_pairs(note: BriefingNote, found: Companions[str]) -> Iterator[Remark]:
    texts = {claim.id: claim.text for claim in note.claims}
    for claim in found.gold:
        for about, others in (
            ("pairs_recall", found.gold[claim] - found.predicted[claim]),
            ("pairs_precision", found.predicted[claim] - found.gold[claim]),
        ):
            for other in sorted(others):
                if claim < other:
                    word = "apart" if about == "pairs_recall" else "together"
                    text = f"{word}: {claim} {texts[claim]} | {other} {texts[other]}"
                    yield Remark(about=about, text=text)


def score_origins(story: Story, note: BriefingNote, aligned: Aligned) -> Part:
    """Whether clusters rest on no more independent origins than the labels say."""
    remarks: list[Remark] = []
    named = right = over = 0
    for cluster in note.clusters:
        if len(set(cluster.sources)) < 2:  # noqa: PLR2004
            continue
        gold = _gold_cluster(story, cluster, aligned)
        said = f"{cluster.text} [{', '.join(cluster.origins)}]"
        if gold is None:
            remarks.append(Remark(about="unlabelled", text=f"cluster {cluster.id}: {said}"))
            continue
        labelled = story.clusters[gold].origins
        hits = _matched(cluster.origins, labelled)
        named += len(cluster.origins)
        right += hits
        extra = max(0, len(cluster.origins) - len(labelled))
        over += extra
        if extra or hits < len(cluster.origins):
            about = "false_independence" if extra else "origins"
            text = f"cluster {cluster.id}: {said}, labelled [{', '.join(labelled)}]"
            remarks.append(Remark(about=about, text=text))
    return Part(
        scores={"origins": ratio(right, named)},
        counts={"false_independence": over},
        remarks=tuple(remarks),
    )


def _gold_cluster(story: Story, cluster: Cluster, aligned: Aligned) -> int | None:
    """The gold cluster of which most sources' claims are in it, of two sources or more."""
    sources = Counter(
        number
        for claims in _by_source(cluster).values()
        for number in {story.cluster_of[g] for g in aligned.of(claims) if g in story.cluster_of}
    )
    best = max(sources, key=lambda number: (sources[number], -number), default=None)
    return best if best is not None and sources[best] > 1 else None


def _by_source(cluster: Cluster) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for claim in cluster.claims:
        found[source_of(claim)].append(claim)
    return found


def _matched(names: Sequence[str], labelled: Sequence[str]) -> int:
    """How many names are of a labelled origin, each origin counting once."""
    rest = list(labelled)
    for name in names:
        hit = next((other for other in rest if same_source(name, other)), None)
        if hit is not None:
            rest.remove(hit)
    return len(labelled) - len(rest)
