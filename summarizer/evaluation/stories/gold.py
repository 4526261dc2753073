"""Stories: the pages of several outlets, and what a good briefing note finds in them.

A story is a folder with its texts and a ``story.yaml``. ``evals/stories/GUIDE.md`` says how its
labels are made; claims have the form of :mod:`summarizer.evaluation.gold`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from summarizer.briefing.schema import ConflictKind, QuestionState, ResolutionState
from summarizer.errors import GoldError, SourceError
from summarizer.evaluation.gold import (
    Day,
    GoldDate,
    GoldLink,
    GoldSpan,
    Labeller,
    Moment,
    Words,
    read_data,
    read_file,
)
from summarizer.evaluation.yaml import Lines
from summarizer.evaluation.yaml import Path as Place
from summarizer.schema import Commitment, Document, Precision, Value

STORY_FILE = "story.yaml"
_HINT = "evals/stories/GUIDE.md shows the form"
_Ids = Annotated[tuple[str, ...], Field(min_length=1)]


class StorySource(Value):
    """One page of the story; claims name it by ``stem``.

    Attributes:
        file: its name in the story's folder.
        sha256: of its bytes.
        published, outlet: given to the program with the text.
    """

    file: Annotated[str, StringConstraints(pattern=r"^[^/\\\x00]{1,200}$")]
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    published: Day | None = None
    outlet: Words | None = None

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return PurePath(self.file).stem


class StoryClaim(Value):
    """One fact of one source; see :class:`summarizer.evaluation.gold.GoldClaim`."""

    id: Words
    source: str
    text: Words
    required: bool = True
    evidence: tuple[Annotated[tuple[GoldSpan, ...], Field(min_length=1)], ...] = Field(min_length=1)
    attribution: tuple[GoldLink, ...] = ()
    commitment: Commitment
    negated: bool = False
    dates: tuple[GoldDate, ...] = ()


class StoryCluster(Value):
    """Claims of two or more sources that are true or false together.

    Attributes:
        origins: on whose knowledge they rest, one name for each that is independent.
    """

    claims: tuple[str, ...] = Field(min_length=2)
    origins: tuple[Words, ...] = Field(min_length=1)


class StoryResolution(Value):
    """How a conflict stands after the last source; ``side`` counts from 0."""

    state: ResolutionState
    side: int | None = Field(default=None, ge=0)


class StoryConflict(Value):
    """Claims that cannot all be true."""

    about: Words
    kind: ConflictKind
    sides: tuple[_Ids, ...] = Field(min_length=2)
    resolution: StoryResolution


class StoryEvent(Value):
    """An event or plan, and all claims that date it; ``end`` is inclusive."""

    start: Moment
    end: Moment
    precision: Precision
    claims: _Ids


class StoryQuestion(Value):
    """What is not known, and the claims that settle it."""

    claims: _Ids
    state: QuestionState
    answered_by: tuple[str, ...] = ()


class StoryAnswer(Value):
    """A question for ``--focus`` and the claims that answer it; none where no source does."""

    question: Words
    claims: tuple[str, ...] = ()


class Story(Value):
    """The labels of one story; all ids lead somewhere once it was loaded."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    kind: Words
    labelled_by: Labeller
    sources: tuple[StorySource, ...] = Field(min_length=1)
    claims: tuple[StoryClaim, ...] = Field(min_length=1)
    clusters: tuple[StoryCluster, ...] = ()
    conflicts: tuple[StoryConflict, ...] = ()
    timeline: tuple[StoryEvent, ...] = ()
    open_questions: tuple[StoryQuestion, ...] = ()
    answers: tuple[StoryAnswer, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, StoryClaim]:
        """The claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def cluster_of(self) -> dict[str, int]:
        """Index of the cluster of each claim that is in one."""
        return {i: k for k, cluster in enumerate(self.clusters) for i in cluster.claims}


@dataclass(frozen=True)
class Labelled:
    """A story and the folder of its texts."""

    story: Story
    folder: Path

    def documents(self) -> list[Document]:
        """The sources in order, read as a user's would be.

        Raises:
            SourceError: a text is not there, is not UTF-8, or is not the one that was labelled.
        """
        return [self._document(source) for source in self.story.sources]

    def _document(self, source: StorySource) -> Document:
        path = self.folder / source.file
        try:
            raw = path.read_bytes()
            text = raw.decode("utf-8")
        except OSError as error:
            raise SourceError(f"cannot read {str(path)!r}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise SourceError(f"cannot read {str(path)!r}: it is not UTF-8") from None
        found = hashlib.sha256(raw).hexdigest()
        if found != source.sha256:
            raise SourceError(
                f"{str(path)!r} is not the text that was labelled: its SHA-256 begins with"
                f" {found[:12]}, that of the story with {source.sha256[:12]}",
                hint="label it anew",
            )
        return Document.from_text(
            text, source=source.file, published=source.published, outlet=source.outlet
        )


def story_files(place: Path, only: Sequence[str] = ()) -> list[Path]:
    """The ``story.yaml`` of every story in a folder, or of the one story that the folder is.

    Args:
        only: names of the folders that are wanted; all when empty.

    Raises:
        GoldError: there is none, or one of ``only`` is not there.
    """
    here = place / STORY_FILE
    found = [here] if here.is_file() else sorted(place.glob(f"*/{STORY_FILE}"))
    if not found:
        raise GoldError(
            f"there is no story in {str(place)!r}",
            hint=f"name a folder with stories, each a folder with a {STORY_FILE}",
        )
    known = {file.resolve().parent.name: file for file in found}
    unknown = sorted(set(only) - set(known))
    if unknown:
        raise GoldError(
            f"there is no story {unknown[0]!r} in {str(place)!r}",
            hint=f"there is {', '.join(known)}",
        )
    return [file for name, file in known.items() if not only or name in only]


def load_story(file: Path) -> Labelled:
    """Read one ``story.yaml``.

    Raises:
        GoldError: it is malformed; the message names file, line and field.
    """
    story, lines = parse_story(read_file(file), str(file))
    for path, message in faults(story):
        raise GoldError(f"{file}:{lines.of(path)}: {field_name(path)}: {message}", hint=_HINT)
    return Labelled(story, file.parent)


def parse_story(text: str, name: str) -> tuple[Story, Lines]:
    """Read the fields of a story, not yet whether its ids lead anywhere.

    Args:
        name: of the file, for errors.

    Raises:
        GoldError: it is malformed; the message names file, line and field.
    """
    data, lines = read_data(text, name)
    try:
        return Story.model_validate(data), lines
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        path = tuple(problem["loc"])
        said = problem["msg"].removeprefix("Value error, ")
        raise GoldError(
            f"{name}:{lines.of(path)}: {field_name(path)}: {said[:1].lower()}{said[1:]}", hint=_HINT
        ) from None


def field_name(path: Place) -> str:
    """A path of keys and indices as errors write it."""
    return ".".join(str(step) for step in path) or "the file"


def faults(story: Story) -> Iterator[tuple[Place, str]]:
    """What breaks a rule that the scores rely on: where, and what is wrong."""
    yield from _of_ids(story)
    if any(True for _ in _of_ids(story)):
        return  # the other rules look ids up
    yield from _of_clusters(story)
    yield from _of_conflicts(story)
    yield from _of_times(story)
    yield from _of_questions(story)


def _of_ids(story: Story) -> Iterator[tuple[Place, str]]:
    stems = [source.stem for source in story.sources]
    for n, stem in enumerate(stems):
        if stem in stems[:n]:
            yield ("sources", n, "file"), f"another source is called {stem!r}"
    ids = [claim.id for claim in story.claims]
    seen = Counter[str]()
    for n, claim in enumerate(story.claims):
        seen[claim.id] += 1
        if claim.source not in stems:
            message = f"there is no source {claim.source!r}; there is {', '.join(stems)}"
            yield ("claims", n, "source"), message
        elif not claim.id.removeprefix(f"{claim.source}-").isdigit():
            yield ("claims", n, "id"), f"{claim.id!r} is not {claim.source}- and a number"
        if seen[claim.id] > 1:
            yield ("claims", n, "id"), f"{claim.id!r} is given twice"
    for path, named in _references(story):
        for which in dict.fromkeys(named):
            if which not in ids:
                yield path, f"there is no claim {which!r}"
            elif Counter(named)[which] > 1:
                yield path, f"{which} stands there twice"


def _references(story: Story) -> Iterator[tuple[Place, Iterable[str]]]:
    for n, cluster in enumerate(story.clusters):
        yield ("clusters", n, "claims"), cluster.claims
    for n, conflict in enumerate(story.conflicts):
        yield ("conflicts", n, "sides"), [i for side in conflict.sides for i in side]
    for n, event in enumerate(story.timeline):
        yield ("timeline", n, "claims"), event.claims
    for n, question in enumerate(story.open_questions):
        yield ("open_questions", n, "claims"), question.claims
        yield ("open_questions", n, "answered_by"), question.answered_by
    for n, answer in enumerate(story.answers):
        yield ("answers", n, "claims"), answer.claims


def _of_clusters(story: Story) -> Iterator[tuple[Place, str]]:
    first: dict[str, int] = {}
    for n, cluster in enumerate(story.clusters):
        path: Place = ("clusters", n, "claims")
        if len({story.by_id[i].source for i in cluster.claims}) == 1:
            yield path, "its claims are of one source; a cluster tells what several say"
        for i in cluster.claims:
            if i in first:
                yield path, f"{i} is in cluster {first[i]} already"
            first.setdefault(i, n)
        if len({o.casefold() for o in cluster.origins}) < len(cluster.origins):
            yield ("clusters", n, "origins"), "an origin stands there twice"


def _of_conflicts(story: Story) -> Iterator[tuple[Place, str]]:
    for n, conflict in enumerate(story.conflicts):
        path: Place = ("conflicts", n, "sides")
        for k, side in enumerate(conflict.sides):
            touched = {story.cluster_of[i] for i in side if i in story.cluster_of}
            for c in sorted(touched):
                rest = [i for i in story.clusters[c].claims if i not in side]
                if rest:
                    yield (*path, k), f"the rest of cluster {c} is not on it: {', '.join(rest)}"
        state, stands = conflict.resolution.state, conflict.resolution.side
        at: Place = ("conflicts", n, "resolution", "side")
        if (state == "open") != (stands is None):
            yield at, f"a conflict that is {state} has {'no' if state == 'open' else 'a'} side"
        elif stands is not None and stands >= len(conflict.sides):
            yield at, f"there is no side {stands}: the last is {len(conflict.sides) - 1}"


def _of_times(story: Story) -> Iterator[tuple[Place, str]]:
    for n, event in enumerate(story.timeline):
        if event.end < event.start[: len(event.end)]:
            message = f"it ends on {event.end}, before its start on {event.start}"
            yield ("timeline", n, "end"), message


def _of_questions(story: Story) -> Iterator[tuple[Place, str]]:
    for n, question in enumerate(story.open_questions):
        if (question.state == "open") != (not question.answered_by):
            has = "no claim" if question.state == "open" else "a claim"
            path: Place = ("open_questions", n, "answered_by")
            yield path, f"a question that is {question.state} is answered by {has}"
