"""Gold data: what a careful reader takes from one article, labelled by hand.

The shapes are those of the program's own output (:mod:`summarizer.schema`), so that gold and
prediction are compared like with like. ``evals/GUIDE.md`` says how a label is made.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import AfterValidator, Field, StringConstraints, ValidationError, model_validator

from summarizer.errors import GoldError
from summarizer.evaluation.yaml import DuplicateKeyError, Lines, load_yaml
from summarizer.schema import (
    Commitment,
    EntityKind,
    Modifier,
    Precision,
    SourceKind,
    Value,
)

TrapKind = Literal[
    "attribution",
    "hedge",
    "number",
    "unit",
    "date",
    "negation",
    "scope",
    "subject",
    "causal",
    "outside",
]
TrapSeverity = Literal["critical", "major", "minor"]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _day(text: str) -> str:
    try:
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    raise ValueError(f"{text!r} is no date written as YYYY-MM-DD")


def _moment(text: str) -> str:
    day, at, time_of_day = text.partition("T")
    if at and not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?", time_of_day):
        raise ValueError(f"{text!r} is no time written as YYYY-MM-DDTHH:MM")
    return _day(day) + text[len(day) :]


Day = Annotated[str, AfterValidator(_day)]
Moment = Annotated[str, AfterValidator(_moment)]
Number = Annotated[float, Field(allow_inf_nan=False)]


class GoldSpan(Value):
    """A stretch of the article. ``text`` is left out where the article is another's property."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"a span from {self.start} to {self.end} holds nothing")
        return self


class GoldLink(Value):
    """One link of the chain of who says so."""

    source: Words
    kind: SourceKind
    cue: GoldSpan | None = None


class GoldQuantity(Value):
    """A number of the claim; see :class:`summarizer.schema.Quantity`."""

    text: Words
    value: Number
    high: Number | None = None
    unit: str | None = None
    modifier: Modifier = "exact"
    of: str | None = None
    compared_with: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _range_is_in_order(self) -> Self:
        if self.high is not None and self.high <= self.value:
            raise ValueError(f"the range ends at {self.high:g} and begins at {self.value:g}")
        return self


class GoldDate(Value):
    """A date of the claim; see :class:`summarizer.schema.DateMention`."""

    text: Words
    start: Moment | None = None
    end: Moment | None = None
    precision: Precision
    anchor: int | Literal["published"] | None = None


class GoldEntity(Value):
    """A name of the claim."""

    name: Words
    kind: EntityKind


class GoldClaim(Value):
    """One fact of the article.

    Attributes:
        evidence: alternative sets of spans; each set alone carries the claim.
        weight: 3 the news itself, 2 what an informed reader wants, 1 the rest.
        required: False where a good summary may leave it out.
        entails: ids of claims of the same file that follow from this one.
    """

    id: str = Field(pattern=r"^g\d+$")
    text: Words
    weight: int = Field(ge=1, le=3)
    required: bool = True
    evidence: tuple[Annotated[tuple[GoldSpan, ...], Field(min_length=1)], ...] = Field(min_length=1)
    attribution: tuple[GoldLink, ...] = ()
    commitment: Commitment
    negated: bool = False
    quantities: tuple[GoldQuantity, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    entails: tuple[str, ...] = ()


class Trap(Value):
    """A statement that must not appear: one step away from the claim ``of``."""

    id: str = Field(pattern=r"^t\d+$")
    text: Words
    kind: TrapKind
    severity: TrapSeverity
    of: str | None = None


class GoldQuestion(Value):
    """What the article says is not known, and the claim that says so."""

    text: Words
    claim: str


class Article(Value):
    """Which text the labels are about.

    Attributes:
        file: its name in the folder of articles.
        sha256: of its bytes; an article that is not part of the project is found by it.
        published: the date that relative dates are resolved against, or None.
        split: ``dev`` was looked at while the program was made, ``test`` was not.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    file: Annotated[str, StringConstraints(pattern=r"^[^/\\\x00]{1,200}$")]
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    genre: Words
    published: Day | None = None
    split: Literal["dev", "test"] = "test"


class Labeller(Value):
    """Who or what made the label, and how; a label made by a model is called one."""

    who: Words
    kind: Literal["person", "model"]
    how: Words
    date: Day


class Gold(Value):
    """The labels of one article."""

    article: Article
    labelled_by: Labeller
    claims: tuple[GoldClaim, ...] = Field(min_length=1)
    traps: tuple[Trap, ...] = ()
    open_questions: tuple[GoldQuestion, ...] = ()

    @model_validator(mode="after")
    def _ids_lead_somewhere(self) -> Self:
        claims = [claim.id for claim in self.claims]
        for name, ids in (("claim", claims), ("trap", [trap.id for trap in self.traps])):
            twice = sorted({i for i in ids if ids.count(i) > 1})
            if twice:
                raise ValueError(f"{name} id {', '.join(twice)} is given twice")
        named = [(c.id, i) for c in self.claims for i in c.entails]
        named += [(t.id, t.of) for t in self.traps if t.of is not None]
        named += [("open question", q.claim) for q in self.open_questions]
        for whose, which in named:
            if which not in claims:
                raise ValueError(f"{whose} names {which}, and there is no such claim")
        return self

    def claim(self, claim_id: str) -> GoldClaim:
        """The claim with this id. Raises KeyError when there is none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)


def parse_gold(text: str, name: str) -> tuple[Gold, Lines]:
    """Read one gold file.

    Args:
        name: of the file, for errors.

    Raises:
        GoldError: it is malformed; the message names file, line and field.
    """
    data, lines = read_data(text, name)
    return validated(data, lines, name), lines


def validated(data: Any, lines: Lines, name: str) -> Gold:
    """The gold in YAML that was read; errors as in :func:`parse_gold`."""
    try:
        return Gold.model_validate(data)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        path = tuple(problem["loc"])
        field = ".".join(str(step) for step in path) or "the file"
        said = problem["msg"].removeprefix("Value error, ")
        raise GoldError(
            f"{name}:{lines.of(path)}: {field}: {said[:1].lower()}{said[1:]}",
            hint="evals/GUIDE.md shows the form",
        ) from None


def read_data(text: str, name: str) -> tuple[Any, Lines]:
    """The YAML of a gold file as it stands, not yet a :class:`Gold`.

    Raises:
        GoldError: it is no YAML.
    """
    try:
        return load_yaml(text)
    except DuplicateKeyError as error:
        raise GoldError(f"{name}:{error.line}: the key {error.key!r} is given twice") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise GoldError(f"{name}:{line}: not YAML: {error.problem}") from None
    except (yaml.YAMLError, TypeError, ValueError, RecursionError) as error:
        raise GoldError(f"{name}: not YAML: {error}") from None


def load_gold(path: Path) -> Gold:
    """Read one gold file; errors as in :func:`parse_gold`."""
    return parse_gold(read_file(path), str(path))[0]


def read_file(path: Path) -> str:
    """The text of a gold file.

    Raises:
        GoldError: it cannot be read as UTF-8 text.
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise GoldError(f"cannot read {str(path)!r}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise GoldError(f"cannot read {str(path)!r}: it is not UTF-8") from None


def gold_files(folder: Path) -> list[Path]:
    """The gold files of a folder in order, or the one file that is named.

    Raises:
        GoldError: there is none.
    """
    found = sorted(folder.glob("*.yaml")) if folder.is_dir() else [folder]
    if not found or not found[0].is_file():
        raise GoldError(
            f"there is no gold file in {str(folder)!r}", hint="name a folder with *.yaml files"
        )
    return found
