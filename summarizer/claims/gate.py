"""From drafts to claims: ground each to its sentences, check it, read its attributes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.attributes.attribution import attribution
from summarizer.attributes.commitment import commitment, negated
from summarizer.attributes.dates import dates
from summarizer.attributes.entities import entities
from summarizer.attributes.quantities import quantities
from summarizer.checks import Case, run_checks
from summarizer.checks.names import carried_names, lowered
from summarizer.checks.support import UNSUPPORTED, support
from summarizer.claims.extract import Draft
from summarizer.claims.passages import Part
from summarizer.schema import Claim, Document, Evidence, Finding
from summarizer.text.names import Names
from summarizer.text.numbers import values
from summarizer.text.words import carried
from summarizer.verification.index import closest_clauses

_LOOK_BACK = 3
COMPARED = 200
"""How many claims before a new one it is compared with, so that time grows with the length."""

# What the model's own citation adds to its sentence, of 1 for a sentence with all of the claim's
# words, numbers and names: another one has to carry clearly more.
_VOTE = 0.25


@dataclass(frozen=True)
class Assessed:
    """A draft and what the gate says of it; the claim's id and importance are set later."""

    draft: Draft
    claim: Claim

    @property
    def worst(self) -> int:
        """0 nothing, 1 mild, 2 severe, 3 fatal: the gravest finding."""
        order = {"info": 0, "mild": 1, "severe": 2, "fatal": 3}
        return max((order[f.severity] for f in self.claim.findings), default=0)


class Gate:
    """The checks of one document.

    Args:
        document: what all drafts are about.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names = Names("\n".join(document.words_of(s.id) for s in document.body))
        # For each lower-case word, the numbers of the sentences that have it, ascending.
        self._having: dict[str, list[int]] = {}
        for sentence in document.article:
            for word in lowered(document.words_of(sentence.id)):
                self._having.setdefault(word, []).append(sentence.id)
        self._body = [s.id for s in document.body]
        self._place = {number: index for index, number in enumerate(self._body)}

    def assess(self, draft: Draft, accepted: Sequence[str]) -> Assessed:
        """Ground and check one draft.

        Args:
            accepted: texts of the claims accepted so far.
        """
        draft, moved = self._ground(draft)
        case = self._case(draft, accepted)
        findings = (*moved, *run_checks(case))
        return Assessed(draft, self._claim(draft, case, findings))

    def assess_all(self, drafts: Sequence[Draft]) -> list[Assessed]:
        """Assess in order, each against those accepted before it."""
        assessed: list[Assessed] = []
        accepted: list[str] = []
        for draft in drafts:
            result = self.assess(draft, accepted[-COMPARED:])
            assessed.append(result)
            if result.claim.accepted:
                accepted.append(result.claim.text)
        return assessed

    def context(self, draft: Draft) -> str:
        """The words just before a draft's sentence."""
        return " ".join(self._before(draft.part.sentence))

    def _before(self, number: int) -> tuple[str, ...]:
        place = self._place[number]
        return tuple(
            self.document.words_of(n) for n in self._body[max(0, place - _LOOK_BACK) : place]
        )

    def _ground(self, draft: Draft) -> tuple[Draft, tuple[Finding, ...]]:
        """Settle the sentence of the passage that carries the claim; the model's own citation is
        one vote. A moved citation is a finding."""
        cited = draft.part.sentence
        if draft.passage == (cited,):
            return draft, ()
        best = max(draft.passage, key=lambda n: self._carries(draft.text, n) + (n == cited) * _VOTE)
        if best == cited or self._carries(draft.text, best) < UNSUPPORTED:
            return draft, ()
        sentence = self.document.sentence(best)
        words = self.document.words_of(best)
        begin, end = closest_clauses(words, draft.text)
        part = Part(
            draft.part.label,
            best,
            sentence.start + begin,
            sentence.start + end,
            words[begin:end],
        )
        finding = Finding(
            check="citation",
            severity="info",
            message=f"the model cited sentence {cited}; its words stand in {best}",
            expected=str(best),
            found=str(cited),
        )
        return replace(draft, part=part), (finding,)

    def _carries(self, text: str, number: int) -> float:
        """How much of a claim's words, numbers and names a sentence has; each kind with the
        same say: a neighbouring sentence may have its words by chance, and seldom its numbers."""
        sentence = self.document.words_of(number)
        shares = [carried(text, sentence)]
        stated, there = values(text), values(sentence)
        shares += [len(stated & there) / len(stated)] if stated else []
        named, here = self.names.in_text(text), lowered(sentence)
        shares += [sum(set(m.core) <= here for m in named) / len(named)] if named else []
        return sum(shares) / len(shares)

    def _case(self, draft: Draft, accepted: Sequence[str]) -> Case:
        number = draft.part.sentence
        sentence = self.document.sentence(number)
        before = self._before(number)
        place = self._place[number]
        after = tuple(self.document.words_of(n) for n in self._body[place + 1 : place + 2])
        return Case(
            text=draft.text,
            part=draft.part.text,
            lead=self.document.text[sentence.start : draft.part.start],
            evidence=self.document.words_of(number),
            before=before,
            named_before=lambda word: self._having.get(word, [number])[0] < number,
            others=before + after,
            accepted=tuple(accepted),
            names=self.names,
        )

    def _claim(self, draft: Draft, case: Case, findings: tuple[Finding, ...]) -> Claim:
        document = self.document
        evidence = self._evidence(draft, case)
        chain = attribution(
            document, self.names, draft.part.sentence, draft.part.start, draft.part.end
        )
        mentioned = dates(draft.text, document.published)
        unresolved = [d.text for d in mentioned if d.start is None]
        if unresolved:
            note = Finding(
                check="dates",
                severity="info",
                message=f"{', '.join(unresolved)} cannot be placed without a publication date",
            )
            findings = (*findings, note)
        return Claim(
            id="c0",
            text=draft.text,
            importance=0.0,
            support=round(support(case), 3),
            negated=negated(draft.text),
            evidence=evidence,
            attribution=chain,
            commitment=commitment(draft.part.text, chain),
            quantities=quantities(draft.text),
            dates=mentioned,
            entities=entities(draft.text, document, self.names, evidence),
            findings=findings,
        )

    def _evidence(self, draft: Draft, case: Case) -> tuple[Evidence, ...]:
        """The cited sentence, and for each name from earlier on the last sentence that has it."""
        numbers = [draft.part.sentence]
        for mention in carried_names(case):
            numbers += self._last_before(mention.core, draft.part.sentence)
        return tuple(Evidence.of(self.document, n) for n in dict.fromkeys(numbers))

    def _last_before(self, words: Sequence[str], number: int) -> list[int]:
        """The last body sentence before ``number`` that has all the words; empty if none has."""
        having = [self._having.get(word, []) for word in words]
        rarest = min(having, key=len)
        for earlier in reversed(rarest[: bisect_left(rarest, number)]):
            if earlier in self._place and all(_in(numbers, earlier) for numbers in having):
                return [earlier]
        return []


def _in(numbers: list[int], number: int) -> bool:
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number
