"""The timeline: is each date the labelled one, and are the labelled events there?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from summarizer.briefing.schema import BriefingNote, NoteEvent
from summarizer.evaluation.results import ratio
from summarizer.evaluation.stories.align import Aligned
from summarizer.evaluation.stories.gold import Story
from summarizer.evaluation.stories.results import Part, Remark

_Interval = tuple[str, str]
_Verdict = Literal["right", "coarser", "wrong"]


def score_timeline(story: Story, note: BriefingNote, aligned: Aligned) -> Part:
    """Each entry's interval against those that are labelled for its claims.

    An entry is wrong when one of its claims is labelled with other dates only, and ``coarser`` when
    it lies in the labelled interval or that in it. Claims without a labelled date tell nothing.
    """
    verdicts = [_judged(story, event, aligned) for event in note.timeline]
    remarks = []
    for event, verdict in zip(note.timeline, verdicts, strict=True):
        shown = f"{_span((event.start, event.end))}: {event.text}"
        labelled = ", ".join(sorted({_span(i) for i in _all_of(story, event, aligned)}))
        if verdict in ("wrong", "coarser"):
            about = "wrong_dates" if verdict == "wrong" else "coarser_dates"
            remarks.append(Remark(about=about, text=f"{shown} (labelled {labelled})"))
        elif verdict is None:
            remarks.append(Remark(about="unlabelled", text=f"date {shown}"))
    reached = aligned.reached
    found = 0
    for gold in story.timeline:
        hit = any(
            set(gold.claims) & aligned.of(event.claims)
            and _compared((event.start, event.end), (gold.start, gold.end)) != "wrong"
            for event in note.timeline
        )
        found += hit
        if not hit:
            lost = "" if set(gold.claims) & reached else ", not extracted"
            text = f"{_span((gold.start, gold.end))}: {', '.join(gold.claims)}{lost}"
            remarks.append(Remark(about="timeline", text=text))
    judged = [verdict for verdict in verdicts if verdict]
    return Part(
        scores={
            "dates": ratio(judged.count("right"), len(judged)),
            "timeline": ratio(found, len(story.timeline)),
        },
        counts={
            "wrong_dates": judged.count("wrong"),
            "coarser_dates": judged.count("coarser"),
        },
        remarks=tuple(remarks),
    )


def _judged(story: Story, event: NoteEvent, aligned: Aligned) -> _Verdict | None:
    """The worst over its claims, each judged by its best date; None where none is labelled."""
    order: tuple[_Verdict, ...] = ("right", "coarser", "wrong")
    worst: _Verdict | None = None
    for claim in event.claims:
        verdicts = [
            _compared((event.start, event.end), labelled)
            for labelled in _labelled(story, aligned.golds.get(claim, ()))
        ]
        if verdicts:
            best = min(verdicts, key=order.index)
            worst = max(worst or best, best, key=order.index)
    return worst


def _all_of(story: Story, event: NoteEvent, aligned: Aligned) -> Iterator[_Interval]:
    for claim in event.claims:
        yield from _labelled(story, aligned.golds.get(claim, ()))


def _labelled(story: Story, golds: tuple[str, ...]) -> Iterator[_Interval]:
    """The dates of the events of these gold claims, and of the claims themselves."""
    for event in story.timeline:
        if set(event.claims) & set(golds):
            yield event.start, event.end
    for gold in golds:
        for date in story.by_id[gold].dates:
            if date.start is not None and date.end is not None:
                yield date.start, date.end


def _compared(found: _Interval, labelled: _Interval) -> _Verdict:
    if found == labelled:
        return "right"
    if _within(found, labelled) or _within(labelled, found):
        return "coarser"
    return "wrong"


def _within(inner: _Interval, outer: _Interval) -> bool:
    """ISO times compare as text; a day holds its times, so that ends compare by their length."""
    return inner[0] >= outer[0] and inner[1][: len(outer[1])] <= outer[1]


def _span(interval: _Interval) -> str:
    start, end = interval
    return start if start == end else f"{start} to {end}"
