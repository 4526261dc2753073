"""A small story with its labels, and a note that has everything right. All of it is invented."""

from __future__ import annotations

import copy
import hashlib
from pathlib import Path
from typing import Any

from summarizer.briefing.schema import (
    BriefingNote,
    Cluster,
    Conflict,
    Focus,
    Judgement,
    NoteEvent,
    NoteQuestion,
    NoteSource,
    Resolution,
    Side,
)
from summarizer.evaluation.stories.gold import Labelled, Story, StoryClaim, load_story
from summarizer.evaluation.yaml import dump_yaml
from summarizer.schema import Claim, Coverage, Document, Evidence, Statement
from tests.evaluation.making import span
from tests.factories import make_claim, make_summary

TEXTS = {
    "post": """\
Selby Toll To Rise

The toll on the Selby bridge will rise to 4 crowns on 2 June, the Port of Selby said.

A lorry ran into the toll house on 12 May. It is not known who will pay for the new booths.
""",
    "courier": """\
Toll Goes To Five

The toll on the Selby bridge will rise to 5 crowns on 2 June, the Port of Selby said.

On 12 May a lorry ran into the toll house. Some 12,000 drivers cross the bridge every day.
""",
    "gazette": """\
Port Pays For Booths

The toll on the Selby bridge will rise to 4 crowns on 2 June, and not to 5, said the Port of Selby.

The Port of Selby will pay for the new booths. About 12,000 drivers cross the bridge every day.
""",
}
OUTLETS = {
    "post": ("Selby Evening Post", "2031-05-28"),
    "courier": ("Selby Courier", "2031-05-29"),
    "gazette": ("Tarn Gazette", "2031-05-31"),
}
PORT = [{"source": "Port of Selby", "kind": "organisation"}]


def day(text: str, on: str) -> list[dict[str, str]]:
    """A date as gold writes it."""
    return [{"text": text, "start": on, "end": on, "precision": "day", "anchor": "published"}]


CLAIMS: dict[str, dict[str, Any]] = {
    "post-1": {
        "text": "The toll on the Selby bridge will rise to 4 crowns on 2 June.",
        "words": "The toll on the Selby bridge will rise to 4 crowns on 2 June",
        "attribution": PORT,
        "commitment": "intended",
        "dates": day("2 June", "2031-06-02"),
    },
    "post-2": {
        "text": "A lorry ran into the toll house on 12 May.",
        "words": "A lorry ran into the toll house on 12 May",
        "dates": day("12 May", "2031-05-12"),
    },
    "post-3": {
        "text": "It is not known who will pay for the new booths.",
        "words": "It is not known who will pay for the new booths",
        "commitment": "unknown",
    },
    "courier-1": {
        "text": "The toll on the Selby bridge will rise to 5 crowns on 2 June.",
        "words": "The toll on the Selby bridge will rise to 5 crowns on 2 June",
        "attribution": PORT,
        "commitment": "intended",
        "dates": day("2 June", "2031-06-02"),
    },
    "courier-2": {
        "text": "A lorry ran into the toll house on 12 May.",
        "words": "On 12 May a lorry ran into the toll house",
        "dates": day("12 May", "2031-05-12"),
    },
    "courier-3": {
        "text": "Some 12,000 drivers cross the bridge every day.",
        "words": "Some 12,000 drivers cross the bridge every day",
    },
    "gazette-1": {
        "text": "The toll on the Selby bridge will rise to 4 crowns on 2 June.",
        "words": "The toll on the Selby bridge will rise to 4 crowns on 2 June",
        "attribution": PORT,
        "commitment": "intended",
        "dates": day("2 June", "2031-06-02"),
    },
    "gazette-2": {
        "text": "The Port of Selby will pay for the new booths.",
        "words": "The Port of Selby will pay for the new booths",
        "commitment": "intended",
    },
    "gazette-3": {
        "text": "About 12,000 drivers cross the bridge every day.",
        "words": "About 12,000 drivers cross the bridge every day",
    },
}
WHO_PAYS = "Who will pay for the new booths?"
YEARLY = "What does a yearly ticket cost?"


def labels() -> dict[str, Any]:
    """The content of the story's file."""
    claims = []
    for name, fields in CLAIMS.items():
        source = name.partition("-")[0]
        plain = {k: copy.deepcopy(v) for k, v in fields.items() if k != "words"}
        evidence = [[span(TEXTS[source], fields["words"])]]
        claims.append(
            {"id": name, "source": source, "commitment": "factual", "evidence": evidence, **plain}
        )
    return {
        "id": "selby-toll",
        "kind": "local news",
        "labelled_by": {
            "who": "A. Reader",
            "kind": "person",
            "how": "by hand",
            "date": "2031-06-01",
        },
        "sources": [
            {
                "file": f"{name}.txt",
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "published": OUTLETS[name][1],
                "outlet": OUTLETS[name][0],
            }
            for name, text in TEXTS.items()
        ],
        "claims": claims,
        "clusters": [
            {"claims": ["post-1", "gazette-1"], "origins": ["Port of Selby"]},
            {
                "claims": ["post-2", "courier-2"],
                "origins": ["Selby Evening Post", "Selby Courier"],
            },
            {"claims": ["courier-3", "gazette-3"], "origins": ["Selby Courier", "Tarn Gazette"]},
        ],
        "conflicts": [
            {
                "about": "How high the toll will be",
                "kind": "number",
                "sides": [["post-1", "gazette-1"], ["courier-1"]],
                "resolution": {"state": "corrected", "side": 0},
            }
        ],
        "timeline": [
            {
                "start": "2031-05-12",
                "end": "2031-05-12",
                "precision": "day",
                "claims": ["post-2", "courier-2"],
            },
            {
                "start": "2031-06-02",
                "end": "2031-06-02",
                "precision": "day",
                "claims": ["post-1", "courier-1", "gazette-1"],
            },
        ],
        "open_questions": [
            {"claims": ["post-3"], "state": "answered", "answered_by": ["gazette-2"]}
        ],
        "answers": [
            {"question": WHO_PAYS, "claims": ["gazette-2"]},
            {"question": YEARLY, "claims": []},
        ],
    }


def written(folder: Path, data: dict[str, Any] | None = None) -> Path:
    """The story's file in a folder of its own, with its texts beside it."""
    place = folder / "selby-toll"
    place.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    (place / "story.yaml").write_text(dump_yaml(data or labels()), encoding="utf-8")
    return place / "story.yaml"


def told(folder: Path) -> Labelled:
    """The story, read."""
    return load_story(written(folder))


def note_ids(story: Story) -> dict[str, str]:
    """Under which id the ideal note has each gold claim."""
    sources = {source.stem: n for n, source in enumerate(story.sources, start=1)}
    return {c.id: f"s{sources[c.source]}.c{n}" for n, c in enumerate(story.claims, start=1)}


def ideal_note(labelled: Labelled) -> BriefingNote:
    """A note that has every label of the story, and nothing else."""
    story = labelled.story
    ids = note_ids(story)
    documents = dict(zip([s.stem for s in story.sources], labelled.documents(), strict=True))
    sources = tuple(
        NoteSource(id=f"s{n}", document=document, origin_of=())
        for n, document in enumerate(documents.values(), start=1)
    )
    claims = tuple(_claim(c, ids[c.id], documents[c.source]) for c in story.claims)
    summary = make_summary()
    plain: dict[str, Any] = dict.fromkeys(
        ("rejected", "people", "organisations", "numbers", "parts", "notices", "failures"), ()
    )
    first = claims[0]
    return BriefingNote(
        **plain,
        **_found(story, ids),
        sources=sources,
        claims=claims,
        bottom_line=(Statement(text=first.text, claims=(first.id,)),),
        key_judgements=(Judgement(text=first.text, confidence="high", claims=(first.id,)),),
        background=(),
        focus=None,
        changes=None,
        coverage={
            s.id: Coverage(body_sentences=1, cited=1, uncited=(), failed=()) for s in sources
        },
        usage=summary.usage,
        provenance=summary.provenance,
    )


def _claim(gold: StoryClaim, name: str, document: Document) -> Claim:
    evidence = tuple(
        Evidence(
            sentence=next(x.id for x in document.sentences if x.start <= s.start < x.end),
            start=s.start,
            end=s.end,
            text=document.text[s.start : s.end],
        )
        for s in gold.evidence[0]
    )
    plain = make_claim(document, 1, 1, gold.text, evidence=evidence, commitment=gold.commitment)
    return plain.model_copy(update={"id": name})


def _found(story: Story, ids: dict[str, str]) -> dict[str, Any]:
    """What the labels say, in the note's own form."""

    def cited(claims: tuple[str, ...]) -> dict[str, Any]:
        found = tuple(ids[claim] for claim in claims)
        return {"text": story.by_id[claims[0]].text, "claims": found}

    def sources(claims: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids[claim].partition(".")[0] for claim in claims))

    return {
        "clusters": tuple(
            Cluster(id=f"k{n}", sources=sources(c.claims), origins=c.origins, **cited(c.claims))
            for n, c in enumerate(story.clusters, start=1)
        ),
        "conflicts": tuple(
            Conflict(
                about=c.about,
                kind=c.kind,
                sides=tuple(Side(sources=sources(side), **cited(side)) for side in c.sides),
                resolution=Resolution(
                    state=c.resolution.state, side=c.resolution.side, reason="it is said"
                ),
            )
            for c in story.conflicts
        ),
        "timeline": tuple(
            NoteEvent(start=e.start, end=e.end, precision=e.precision, **cited(e.claims))
            for e in story.timeline
        ),
        "open_questions": tuple(
            NoteQuestion(
                state=q.state,
                answered_by=tuple(ids[claim] for claim in q.answered_by),
                **cited(q.claims),
            )
            for q in story.open_questions
        ),
    }


def ideal_focus(story: Story) -> dict[str, Focus | None]:
    """The focus of a note for each question of the story."""
    ids = note_ids(story)
    return {
        answer.question: Focus(
            question=answer.question,
            answered=bool(answer.claims),
            claims=tuple(ids[claim] for claim in answer.claims),
        )
        for answer in story.answers
    }
