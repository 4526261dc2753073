"""From the summaries of several sources to one note, by code alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from summarizer.briefing.changes import changes_of
from summarizer.briefing.comparison.ask import Answers
from summarizer.briefing.conflicts import conflicts_of
from summarizer.briefing.copies import distinct, shared_sentences
from summarizer.briefing.figures import figures
from summarizer.briefing.focus import focus_of, relevance
from summarizer.briefing.judgements import background_of, bottom_line_of, judgements_of
from summarizer.briefing.leads import Lead, best_of, leads_of
from summarizer.briefing.parts import parts_of
from summarizer.briefing.questions import questions_of
from summarizer.briefing.schema import (
    BriefingNote,
    Cluster,
    Failure,
    NoteSource,
    Notice,
    Part,
)
from summarizer.briefing.story import Story, read_story
from summarizer.briefing.timeline import timeline_of
from summarizer.briefing.told import named, outlet_of
from summarizer.errors import InputError
from summarizer.matching.relation import same_source
from summarizer.schema import Provenance, Stage, StageUsage, Summary, Usage


def note_of(
    summaries: Sequence[Summary],
    *,
    focus: str | None = None,
    since: BriefingNote | None = None,
    notices: Sequence[Notice] = (),
    failures: Sequence[Failure] = (),
    answers: Answers = MappingProxyType({}),
) -> BriefingNote:
    """One note from the summaries of one or several sources. No model is asked.

    Args:
        summaries: in the order that their sources are to have; of two of one text the first counts.
        focus: the question that the note is for: what bears on it comes first.
        since: an earlier note, to mark what is new, changed and withdrawn.
        notices, failures: what happened on the way to the summaries.
        answers: what a model said of pairs of claims, for summaries without two of one text.

    Raises:
        InputError: there is no summary, or the question is empty.
    """
    if not summaries:
        raise InputError("a briefing note needs at least one source", hint="give one or more")
    if focus is not None and not focus.strip():
        raise InputError("the question to focus on is empty", hint="ask one, or leave it out")
    kept, repeats = distinct([s.document for s in summaries])
    summaries = [summaries[index] for index in kept]
    story = read_story(summaries, answers)
    conflicts = conflicts_of(story)
    bearing = relevance(story, focus) if focus else [0.0] * len(story.told)
    leads = sorted(
        leads_of(story, conflicts), key=lambda lead: -max(bearing[i] for i in lead.group)
    )
    clusters = _clusters(story, leads, bearing)
    parts = parts_of(story)
    bottom_line = bottom_line_of(story, leads, conflicts)
    judgements = judgements_of(story, leads, conflicts)
    return BriefingNote(
        sources=tuple(
            NoteSource(id=source, document=document, origin_of=_origin_of(story, source))
            for source, document in story.documents.items()
        ),
        claims=tuple(one.claim for one in story.told),
        rejected=tuple(
            named(claim, source)
            for source, summary in zip(story.documents, summaries, strict=True)
            for claim in summary.rejected
        ),
        bottom_line=bottom_line,
        key_judgements=judgements,
        background=background_of(story, leads, conflicts, [*bottom_line, *judgements]),
        clusters=clusters,
        conflicts=conflicts,
        timeline=timeline_of(story),
        people=story.people,
        organisations=story.organisations,
        numbers=figures(
            [one.claim for one in story.told],
            {claim: cluster.id for cluster in clusters for claim in cluster.claims},
        ),
        open_questions=questions_of(story),
        focus=focus_of(story, focus.strip()) if focus else None,
        changes=changes_of(clusters, story.told, since) if since else None,
        parts=parts,
        notices=(*notices, *repeats, *_notices(story, parts)),
        failures=tuple(failures),
        coverage={
            source: summary.coverage
            for source, summary in zip(story.documents, summaries, strict=True)
        },
        usage=_usage([summary.usage for summary in summaries]),
        provenance=_provenance([summary.provenance for summary in summaries]),
    )


def _clusters(story: Story, leads: Sequence[Lead], bearing: Sequence[float]) -> tuple[Cluster, ...]:
    """Every statement once, those first that lead the note."""
    first = [lead.group for lead in leads]
    led = set(first)
    rest = [group for group in story.groups if group not in led]
    rest.sort(
        key=lambda g: (
            -max(bearing[i] for i in g),
            -max(story.told[i].claim.importance for i in g),
            g,
        )
    )
    found = []
    for number, group in enumerate((*first, *rest), start=1):
        members = story.members(group)
        found.append(
            Cluster(
                id=f"k{number}",
                text=story.told[best_of(story, group)].claim.text,
                claims=tuple(one.id for one in members),
                sources=tuple(dict.fromkeys(one.source for one in members)),
                origins=story.origins_of(group),
            )
        )
    return tuple(found)


def _origin_of(story: Story, source: str) -> tuple[str, ...]:
    """The sources that have something from this one's outlet."""
    outlet = outlet_of(story.documents[source])
    return tuple(
        dict.fromkeys(
            one.source
            for one in story.told
            if one.source != source
            and any(same_source(link.source, outlet) for link in one.claim.attribution)
        )
    )


def _notices(story: Story, parts: Sequence[Part]) -> Iterator[Notice]:
    if len(parts) > 1:
        yield Notice(
            kind="unrelated",
            message=f"the sources tell {len(parts)} stories that have nothing in common; each is"
            " a part of its own",
            sources=tuple(story.documents),
        )
    for source, document in story.documents.items():
        if document.published is None:
            yield Notice(
                kind="no_date",
                message=f"{outlet_of(document)} has no date of publication: its relative dates stay"
                " unresolved, and it counts as no later than the source before it",
                sources=(source,),
            )
        citing = _origin_of(story, source)
        if citing:
            outlets = ", ".join(outlet_of(story.documents[other]) for other in citing)
            yield Notice(
                kind="shared_origin",
                message=f"{outlets} cites {outlet_of(document)}: what it has from there is no"
                " second origin",
                sources=(source, *citing),
            )
    yield from shared_sentences(list(story.documents.values()))


def _usage(all_of: Sequence[Usage]) -> Usage:
    summed = sum(all_of, StageUsage())
    stages: dict[Stage, StageUsage] = {}
    for usage in all_of:
        for stage, cost in usage.stages.items():
            stages[stage] = stages.get(stage, StageUsage()) + cost
    return Usage(**summed.model_dump(include=set(StageUsage.model_fields)), stages=stages)


def _provenance(all_of: Sequence[Provenance]) -> Provenance:
    """What made the summaries; of several models all are named."""
    models = Counter(each.model for each in all_of)
    return all_of[0].model_copy(update={"model": ", ".join(models)})
