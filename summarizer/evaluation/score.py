"""Scores of one prediction against the gold of one article. Code only: no model is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.checks import Case, run_checks
from summarizer.evaluation.align import Alignment, align, judge
from summarizer.evaluation.attributes import (
    amounts,
    iou,
    links,
    macro_f1,
    moments,
    shared,
    shift,
    touches,
)
from summarizer.evaluation.gold import Gold
from summarizer.evaluation.results import (
    NOT_MEASURED,
    GoldOutcome,
    PredictedOutcome,
    Score,
    Scored,
    TrapOutcome,
    ratio,
)
from summarizer.evaluation.sides import Side, SideClaim, side_of_gold
from summarizer.matching.relation import Relation, Statement, overlap, relate
from summarizer.schema import Document, accepts
from summarizer.text.names import Names
from summarizer.text.words import words

_MOSTLY = 0.6  # share of a trap that a statement has to say in its words to walk into it
_WHOLE = 0.9  # share of a trap that a longer statement has to say to walk into it
_NEWS = 3  # weight of a claim that the summary must not lack


def score(gold: Gold, predicted: Side) -> Scored:
    """Align and score.

    Args:
        predicted: claims and what was chosen of them; see :mod:`summarizer.evaluation.sides`.

    Returns:
        ``scores`` by name. ``recall`` is the weighted share of required gold claims found;
        ``precision`` the share of predicted claims, duplicates aside, that say no more than gold
        claims do; attributes are scored on the claims aligned one to one.
    """
    truth = side_of_gold(gold)
    work = _Scoring(gold, truth, predicted)
    return work.scored()


class _Scoring:
    """One prediction under way."""

    def __init__(self, gold: Gold, truth: Side, predicted: Side) -> None:
        self._gold = gold
        self._truth = truth.claims
        self._side = predicted
        self._claims = predicted.claims
        published = gold.article.published
        self._statements = [c.statement(published) for c in self._claims]
        self._found: Alignment = align(
            [c.statement(published) for c in self._truth], self._statements
        )
        self._pairs = [
            (self._truth[g], self._claims[p]) for g, p in sorted(self._found.one_to_one.items())
        ]
        self._verdicts = _verdicts(predicted)
        self._trapped = self._traps()
        hits = {i for trap in self._trapped for i in trap.hit_by}
        # What walks into a trap is wrong, however near it is to a gold claim.
        wrong = {p for p, claim in enumerate(self._claims) if claim.id in hits}
        self._right = {p: gs for p, gs in self._found.right.items() if p not in wrong}
        self._again = self._found.duplicates - wrong

    def scored(self) -> Scored:
        traps = self._trapped
        return Scored(
            scores={
                **self._claim_scores(),
                **self._attribute_scores(),
                **self._place_scores(),
                "traps": ratio(sum(not t.hit_by for t in traps), len(traps)),
                **self._choice_scores(),
                **self._form_scores(),
            },
            pairs=self._found.pairs,
            gold=tuple(self._gold_outcome(g) for g in range(len(self._truth))),
            predicted=tuple(self._outcome(p) for p in range(len(self._claims))),
            traps=traps,
            shifts=dict(Counter(shift(g.commitment, p.commitment) for g, p in self._pairs)),
        )

    def _gold_outcome(self, g: int) -> GoldOutcome:
        claim = self._truth[g]
        by = tuple(self._claims[p].id for p in self._found.found.get(g, ()))
        return GoldOutcome(
            id=claim.id,
            text=claim.text,
            weight=claim.weight,
            required=claim.required,
            found=bool(by),
            by=by,
        )

    def _outcome(self, p: int) -> PredictedOutcome:
        claim = self._claims[p]
        matches = tuple(self._truth[g].id for g in self._right.get(p, ()))
        return PredictedOutcome(
            id=claim.id,
            text=claim.text,
            right=bool(matches),
            duplicate=p in self._again,
            unsupported=self._verdicts[p],
            matches=matches,
            evidence=claim.evidence[0] if claim.evidence else (),
        )

    def _claim_scores(self) -> dict[str, Score]:
        required = [g for g, claim in enumerate(self._truth) if claim.required]
        found = sum(self._truth[g].weight for g in required if g in self._found.found)
        recall = ratio(found, sum(self._truth[g].weight for g in required))
        counted = [p for p in range(len(self._claims)) if p not in self._again]
        right = sum(p in self._right for p in counted)
        precision = ratio(right, len(counted))
        both = (recall.value or 0.0) + (precision.value or 0.0)
        f1 = ratio(2 * (recall.value or 0.0) * (precision.value or 0.0), both)
        if recall.value is not None and not both:
            f1 = Score(value=0.0, state="scored", numerator=0, denominator=1)
        return {"recall": recall, "precision": precision, "f1": f1}

    def _attribute_scores(self) -> dict[str, Score]:
        chains = [links(g, p) for g, p in self._pairs]
        numbers = [shared(amounts(g), amounts(p)) for g, p in self._exact()]
        dated = [shared(moments(g), moments(p)) for g, p in self._exact()]
        agreed = sum(g.negated == p.negated for g, p in self._pairs)
        same = sum(g.commitment == p.commitment for g, p in self._pairs)
        return {
            "attribution": _summed(chains),
            "commitment": macro_f1([(g.commitment, p.commitment) for g, p in self._pairs]),
            "commitment_agreement": ratio(same, len(self._pairs)),
            "quantities": _summed(numbers),
            "dates": _summed(dated),
            "negation": ratio(agreed, len(self._pairs)),
        }

    def _exact(self) -> list[tuple[SideClaim, SideClaim]]:
        """Aligned claims that say the same: of the others one may rightly hold more figures."""
        return [
            (self._truth[g], self._claims[p])
            for g, p in sorted(self._found.one_to_one.items())
            if p in self._found.same
        ]

    def _place_scores(self) -> dict[str, Score]:
        placed = [(g, p) for g, p in self._pairs if g.evidence and self._side.grounded]
        covers = sum(iou(g, p) for g, p in placed)
        exact = sum((overlap(g.evidence, p.evidence) or 0.0) >= 1.0 for g, p in placed)
        return {
            "grounding": ratio(covers, len(placed)),
            "grounding_exact": ratio(exact, len(placed)),
        }

    def _choice_scores(self) -> dict[str, Score]:
        """What was chosen to stand in the summary and the key points."""
        news = [g for g, c in enumerate(self._truth) if c.required and c.weight == _NEWS]
        told = [g for g in news if self._is_told(g)]
        asked = {q.claim for q in self._gold.open_questions}
        raised = set(self._side.questions)
        index = {claim.id: p for p, claim in enumerate(self._claims)}
        met = {
            self._truth[g].id
            for g, ps in self._found.found.items()
            if any(self._claims[p].id in raised for p in ps)
        } & asked
        answering = {
            q
            for q in raised
            if q in index and {self._truth[g].id for g in self._right.get(index[q], ())} & asked
        }
        return {
            "coverage": ratio(len(told), len(news)),
            "open_questions": ratio(len(met) + len(answering), len(asked) + len(raised)),
        }

    def _is_told(self, g: int) -> bool:
        cited = {self._claims[p].id for p in self._found.found.get(g, ())}
        if cited & set(self._side.told):
            return True
        claim = self._truth[g].statement(self._gold.article.published)
        return any(relate(claim, x).kind in ("equivalent", "entails") for x in self._lines)

    def _form_scores(self) -> dict[str, Score]:
        size = len(self._claims)
        checked = [v for v in self._verdicts if v is not None]
        several = sum(len(self._independent(p)) > 1 for p in range(size))
        grounded = [c for c in self._claims if c.evidence]
        astray = sum(all(not touches(c, g) for g in self._truth) for c in grounded)
        text = self._side.document.text if self._side.document else None
        squeezed = " ".join(text.split()) if text else ""
        copied = sum(" ".join(c.text.split()).rstrip(".") in squeezed for c in self._claims)
        return {
            "unsupported": ratio(sum(checked), len(checked)),
            "duplicates": ratio(len(self._again), size),
            "atomicity": ratio(size - several, size),
            "boilerplate": ratio(astray, len(grounded)),
            "verbatim": ratio(copied, size) if text else NOT_MEASURED,
            "length": ratio(sum(len(words(c.text)) for c in self._claims), size),
        }

    def _independent(self, p: int) -> set[str]:
        """Gold claims that a predicted one states which is the same as none of them, without those
        that follow from others."""
        if p in self._found.same:
            return set()
        stated = {self._truth[g].id for g, ps in self._found.found.items() if p in ps}
        return stated - {e for c in self._gold.claims if c.id in stated for e in c.entails}

    def _traps(self) -> tuple[TrapOutcome, ...]:
        """Which statements say what a trap says, and not rather what a gold claim says."""
        if not self._gold.traps:
            return ()
        published = self._gold.article.published
        places = {claim.id: claim.evidence for claim in self._truth}
        wrong = [
            Statement(
                id=trap.id,
                text=trap.text,
                evidence=places.get(trap.of or "", ()),
                published=published,
            )
            for trap in self._gold.traps
        ]
        right = [claim.statement(published) for claim in self._truth]
        said = [*self._statements, *self._lines]
        judged = judge([*right, *wrong], said).relations
        best = [_Best() for _ in said]
        for (g, p), found in judged.items():
            if g < len(right):
                best[p].see(found)
        hits: dict[int, list[str]] = {}
        for (g, p), found in sorted(judged.items()):
            if g >= len(right) and best[p].is_beaten_by(found):
                hits.setdefault(g - len(right), []).append(said[p].id)
        return tuple(
            TrapOutcome(
                id=trap.id,
                kind=trap.kind,
                severity=trap.severity,
                text=trap.text,
                hit_by=tuple(hits.get(number, ())),
            )
            for number, trap in enumerate(self._gold.traps)
        )

    @property
    def _lines(self) -> list[Statement]:
        """The composed sentences; named by their own words, since they have no ids."""
        published = self._gold.article.published
        return [
            Statement(id=f"“{x.text}”", text=x.text, evidence=x.evidence, published=published)
            for x in self._side.texts
        ]


class _Best:
    """How well the gold explains a statement."""

    def __init__(self) -> None:
        self._score = 0.0
        self._share = 0.0

    def see(self, found: Relation) -> None:
        """Take a gold claim into account."""
        self._score = max(self._score, found.score)
        if not set(found.differences) & {"number", "source", "polarity"}:
            self._share = max(self._share, found.comparison.forward)

    def is_beaten_by(self, found: Relation) -> bool:
        """Whether a trap explains the statement better."""
        if set(found.differences) & {"number", "date", "polarity", "source", "subject"}:
            return False
        share = found.comparison.forward
        if found.kind == "equivalent":
            return share >= _MOSTLY and found.score > self._score
        return found.kind == "entails" and share >= _WHOLE and share > self._share


def _summed(parts: Sequence[tuple[float, float]]) -> Score:
    return ratio(sum(n for n, _ in parts), sum(d for _, d in parts))


def _verdicts(side: Side) -> list[bool | None]:
    """For each claim, whether the checks find it unsupported by the evidence that it cites.

    None where it cannot be told: labels are not verified, and nothing can be without the text.
    """
    document = side.document
    if document is None or not side.verifiable:
        return [None] * len(side.claims)
    names = Names("\n".join(document.words_of(s.id) for s in document.body))
    return [not _supported(claim, document, names) for claim in side.claims]


def _supported(claim: SideClaim, document: Document, names: Names) -> bool:
    if not claim.evidence:
        return False
    said = " ".join(document.text[start:end] for start, end in claim.evidence[0])
    case = Case(
        text=claim.text,
        part=said,
        lead="",
        evidence=said,
        before=(),
        named_before=lambda _: True,
        others=(),
        accepted=(),
        names=names,
    )
    wrong = [f for f in run_checks(case) if f.check in _VERIFYING]
    return accepts(tuple(wrong))


# The checks that are about truth to the source; the others are about form.
_VERIFYING = frozenset({"numbers", "names", "who", "support", "negation", "hedging"})
