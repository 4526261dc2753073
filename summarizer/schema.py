"""Public values: what goes in, what comes out.

Every model is frozen and refuses unknown fields. Offsets count Unicode code points into the exact
input text, ``start`` inclusive and ``end`` exclusive, and
``document.text[span.start:span.end] == span.text`` always holds: the models check it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

if TYPE_CHECKING:
    from pandas import DataFrame

    from summarizer.render.frames import FrameTable

SCHEMA_VERSION = "1"

_N = TypeVar("_N", int, float)

SentenceKind = Literal["body", "headline", "boilerplate", "instruction"]
SourceKind = Literal["outlet", "organisation", "person", "group", "anonymous"]
Commitment = Literal["unknown", "denied", "forecast", "intended", "possible", "reported", "factual"]
Modifier = Literal["exact", "approx", "at_least", "at_most", "more_than", "less_than", "range"]
Precision = Literal["year", "quarter", "month", "week", "day", "time"]
EntityKind = Literal["person", "organisation", "place", "other"]
Severity = Literal["info", "mild", "severe", "fatal"]
Stage = Literal["extract", "repair", "compose", "verify", "compare"]
Verdict = Literal["supported", "unsupported", "contradicted"]
Level = Literal["rules", "model"]
Unit = Annotated[float, Field(ge=0, le=1)]


class Value(BaseModel):
    """Base of all public values: frozen, strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """A stretch of the document's text: code points, ``end`` exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"span {self.start}:{self.end} does not fit its {len(self.text)} characters"
            )
        return self


class Sentence(Value):
    """One numbered sentence. ``id`` counts from 1 over the whole document, all kinds included."""

    id: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    kind: SentenceKind


class Document(Value):
    """A source text with its numbered sentences and what is known about it.

    Build one with :meth:`from_text` or :func:`summarizer.documents.load`.

    Attributes:
        source: path as it was given, or a name such as ``-`` for standard input.
        sha256: of the bytes that were read, or of the UTF-8 encoding of a text given as ``str``.
        published: ISO 8601 date (``YYYY-MM-DD``), the anchor of relative dates, or None.
        language: ISO 639-1 code, or None when it cannot be told.
        text: the exact input; all offsets count into it.
    """

    source: str
    sha256: str
    title: str | None
    outlet: str | None
    section: str | None
    byline: str | None
    published: str | None
    language: str | None
    text: str
    sentences: tuple[Sentence, ...]

    @model_validator(mode="after")
    def _sentences_are_in_order(self) -> Self:
        end = 0
        for number, sentence in enumerate(self.sentences, start=1):
            if sentence.id != number or not end <= sentence.start < sentence.end <= len(self.text):
                raise ValueError(f"sentence {sentence.id} is out of order or outside the text")
            end = sentence.end
        return self

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        source: str = "text",
        title: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
    ) -> Document:
        """Number the sentences of ``text`` and find what it shows about itself.

        Args:
            text: the article, as it was copied or read.
            source: a name for it in messages and results.
            title, outlet: given here, they win over what the text shows.
            published: ISO 8601 date; given here, it wins over what the text shows.

        Raises:
            SourceError: ``text`` is empty or only white space, or ``published`` is no date.
        """
        from summarizer.documents import document_from_text

        return document_from_text(
            text, source=source, title=title, outlet=outlet, published=published
        )

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences that a model may be asked about."""
        return tuple(s for s in self.sentences if s.kind == "body")

    @cached_property
    def article(self) -> tuple[Sentence, ...]:
        """The sentences that a claim may rest on: the body's and the headline's.

        The page around the article and instructions to software are not among them.
        """
        return tuple(s for s in self.sentences if s.kind in ("body", "headline"))

    def sentence(self, number: int) -> Sentence:
        """The sentence with this number (from 1). Raises IndexError when there is none."""
        if not 1 <= number <= len(self.sentences):
            raise IndexError(f"sentence {number} of {len(self.sentences)}")
        return self.sentences[number - 1]

    def words_of(self, number: int) -> str:
        """The exact text of sentence ``number``."""
        sentence = self.sentence(number)
        return self.text[sentence.start : sentence.end]

    def span(self, start: int, end: int) -> Span:
        """The span from ``start`` to ``end`` with its text."""
        return Span(start=start, end=end, text=self.text[start:end])


class Evidence(Span):
    """A span inside the sentence with number ``sentence``."""

    sentence: int = Field(ge=1)

    @classmethod
    def of(cls, document: Document, number: int) -> Self:
        """The whole sentence with this number. Raises IndexError when there is none."""
        sentence = document.sentence(number)
        return cls(
            sentence=number,
            start=sentence.start,
            end=sentence.end,
            text=document.text[sentence.start : sentence.end],
        )


class Attribution(Value):
    """One link of the chain of who says so.

    Attributes:
        source: canonical name.
        cue: the words of the text that show it ("according to …", "said"), or None.
    """

    source: str
    kind: SourceKind
    cue: Span | None


class Quantity(Value):
    """A number of a claim.

    Attributes:
        text: as the claim writes it.
        value: its value; ``high`` is the upper end of a range.
        unit: what it is measured in (``percent``, ``USD``, …), or None for a count.
        of: what is counted, or None.
        compared_with: index in the claim's ``quantities`` that it is set against, or None.
    """

    text: str
    value: float
    high: float | None
    unit: str | None
    modifier: Modifier
    of: str | None
    compared_with: int | None


class DateMention(Value):
    """A date of a claim; ``start`` and ``end`` ISO 8601, end inclusive, null when unresolved.

    ``anchor`` is the number of the sentence that the date was resolved from, ``"published"``,
    or None.
    """

    text: str
    start: str | None
    end: str | None
    precision: Precision
    anchor: int | Literal["published"] | None


class Entity(Value):
    """A name that a claim mentions; ``start`` and ``end`` are where the document has it."""

    name: str
    kind: EntityKind
    start: int
    end: int


class Finding(Value):
    """What one check saw. Any ``fatal``, or two ``severe``, reject the claim.

    Attributes:
        expected: the words of the source, where it says something else on the same thing.
        found: the words of the claim at fault, or None where it leaves something out.
    """

    check: str
    severity: Severity
    message: str
    expected: str | None = None
    found: str | None = None


class Claim(Value):
    """One statement of the source, with its evidence and what the checks saw.

    Attributes:
        id: ``c1``, ``c2``, … in the order of the source.
        importance: 0 to 1, for ranking within one document.
        support: 0 to 1, how much of the claim's wording its evidence carries.
        negated: polarity of the content.
        attribution: outermost source first; empty on the document's own authority.
    """

    id: str
    text: str
    importance: Unit
    support: Unit
    negated: bool
    evidence: tuple[Evidence, ...]
    attribution: tuple[Attribution, ...]
    commitment: Commitment
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    entities: tuple[Entity, ...]
    findings: tuple[Finding, ...]

    @property
    def accepted(self) -> bool:
        """Whether the findings let the claim through."""
        return accepts(self.findings)


class Verification(Value):
    """The judgement on one claim that anyone may have written.

    Attributes:
        id: as given with the claim, or its place (``1``, ``2``, …).
        verdict: ``contradicted`` where the source says something else, ``unsupported`` where it
            does not say it.
        support: 0 to 1, calibrated: of claims with support 0.8, about 80 % are supported.
        evidence: the best sentences, the most telling first; empty when nothing is near.
    """

    id: str
    text: str
    verdict: Verdict
    support: Unit
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]


def accepts(findings: tuple[Finding, ...]) -> bool:
    """The gate: False with any ``fatal`` finding or with two ``severe`` ones."""
    severities = [finding.severity for finding in findings]
    return "fatal" not in severities and severities.count("severe") < 2  # noqa: PLR2004


class Statement(Value):
    """A sentence of the summary and the ids of the claims that it rests on."""

    text: str
    claims: tuple[str, ...]


class OpenQuestion(Value):
    """What the source says is not known, and the claim that says so."""

    text: str
    claim: str


class TimelineEntry(Value):
    """One dated event; dates as in :class:`DateMention`."""

    start: str
    end: str
    precision: Precision
    text: str
    claims: tuple[str, ...]


class FailedPassage(Value):
    """Sentences that no model reply covered, and why."""

    sentences: tuple[int, ...]
    error: str


class Coverage(Value):
    """How much of the body the accepted claims rest on."""

    body_sentences: int
    cited: int
    uncited: tuple[int, ...]
    failed: tuple[FailedPassage, ...]


class StageUsage(Value):
    """What one stage cost. Tokens and seconds; None where the endpoint does not tell.

    ``calls`` counts every try that was sent, ``retries`` those after the first of a request.
    ``server_seconds`` is the time that the server itself reports for prompt and generation.
    """

    calls: int = 0
    retries: int = 0
    input_tokens: int | None = None
    cached_tokens: int | None = None
    output_tokens: int | None = None
    seconds: float = 0.0
    server_seconds: float | None = None
    cost: float | None = None

    def __add__(self, other: StageUsage) -> StageUsage:
        return StageUsage(
            calls=self.calls + other.calls,
            retries=self.retries + other.retries,
            input_tokens=_plus(self.input_tokens, other.input_tokens),
            cached_tokens=_plus(self.cached_tokens, other.cached_tokens),
            output_tokens=_plus(self.output_tokens, other.output_tokens),
            seconds=self.seconds + other.seconds,
            server_seconds=_plus(self.server_seconds, other.server_seconds),
            cost=_plus(self.cost, other.cost),
        )


def _plus(a: _N | None, b: _N | None) -> _N | None:
    return b if a is None else a if b is None else a + b


class Usage(StageUsage):
    """What the whole run cost; ``seconds`` is wall time, the stages' are summed over calls."""

    stages: dict[Stage, StageUsage] = Field(default_factory=dict)


class Provenance(Value):
    """What made the summary: enough to make it again.

    Attributes:
        endpoint: scheme, host and port; never a key.
        mode: how the schema was enforced (``json_schema``).
        prompts: prompt id to the SHA-256 of its file.
    """

    model: str
    endpoint: str
    mode: str
    prompts: dict[str, str]
    schema_version: str
    package_version: str
    parameters: dict[str, str | int | float | bool | None]


class Summary(Value):
    """The structured summary of one document."""

    document: Document
    headline: Statement | None
    summary: tuple[Statement, ...]
    key_points: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    rejected: tuple[Claim, ...]
    open_questions: tuple[OpenQuestion, ...]
    timeline: tuple[TimelineEntry, ...]
    coverage: Coverage
    usage: Usage
    provenance: Provenance

    @model_validator(mode="after")
    def _everything_leads_to_evidence(self) -> Self:
        text = self.document.text
        for claim in (*self.claims, *self.rejected):
            spans = [*claim.evidence, *(a.cue for a in claim.attribution if a.cue)]
            for span in spans:
                if text[span.start : span.end] != span.text:
                    raise ValueError(
                        f"claim {claim.id}: span {span.start}:{span.end} is not its text"
                    )
        known = {claim.id for claim in self.claims}
        lines = [(line.text, line.claims) for line in (*self.summary, *self.key_points)]
        lines += [(entry.text, entry.claims) for entry in self.timeline]
        lines += [(self.headline.text, self.headline.claims)] if self.headline else []
        for words, claims in lines:
            if not set(claims) <= known:
                raise ValueError(f"{words!r} cites a claim that was not accepted")
        return self

    def _repr_html_(self) -> str:
        """What a notebook shows: without scripts, and with all text escaped."""
        from summarizer.render.notebook import render_notebook

        return render_notebook(self)

    def to_frame(self, table: FrameTable = "claims") -> DataFrame:
        """One table as a pandas frame (extra ``notebook``), one row for each thing in it.

        Columns of ``claims`` and ``rejected``: ``id``, ``source``, ``outlet``, ``text``,
        ``attribution`` (outermost first: ``A, citing B``; empty on the document's own authority),
        ``commitment``, ``negated``, ``importance``, ``support``; ``sentence``, ``start``, ``end``
        and ``evidence`` (its text) of the first evidence; ``dates`` (ISO 8601, periods as
        ``start/end``, unresolved ones left out), ``quantities``, ``entities`` and ``findings``
        (tuples); ``cluster``, missing in a summary. The other tables and all dtypes are in
        :data:`summarizer.render.frames.COLUMNS`.

        Raises:
            InputError: pandas is not installed, or there is no such table.
        """
        from summarizer.render.frames import frame_of

        return frame_of(self, table)
