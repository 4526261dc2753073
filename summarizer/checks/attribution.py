"""What is said is said by the one who says so in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.attributes.ledger import Ledger
from summarizer.attributes.reporting_lexicon import verbs
from summarizer.attributes.sayings import Saying
from summarizer.attributes.sources import Fit, fits, in_document
from summarizer.attributes.speakers import OUTLET_NOUNS, described
from summarizer.attributes.told import Told, levels, told
from summarizer.checks.carriers import carrying, content_of, restated, share, wanted_of
from summarizer.checks.case import Case
from summarizer.checks.crossed import crossed
from summarizer.checks.relayed import relayed
from summarizer.checks.spoken import book, sayings_of, sentences_of
from summarizer.schema import Finding
from summarizer.text.terms import Term, alternatives, keys, terms
from summarizer.text.words import content_stems, words

NAME = "attribution"

# A report is the one that a claim restates when it has this share of the claim's words.
_CARRIES = 0.3
_AS_WELL = 0.85
_FULLY = 0.6
_HALF = 0.5
_DENY = frozenset("deny dismiss reject dispute refute rebut contradict contest repudiate".split())
_UNTRUE = re.compile(
    r"\b(?:not|never|no|nothing|false|untrue|fiction|absurd|invented|nonsense|baseless|lie|lies|"
    r"unfounded|wrong)\b|n[’']t\b",
    re.IGNORECASE,
)
_ACCUSES = frozenset("accuse allege claim complain blame charge".split())
_PARTISAN = re.compile(
    r"\b(?:rivals?|challengers?|opponents?|opposition|competitors?|accusers?|plaintiffs?|critics?|"
    r"ex-(?:wife|husband)|defen[cs]e|prosecut\w+|anonymous|unnamed|detractors?|claimants?)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:alleged(?:ly)?|reported(?:ly)?|accus\w+|claim\w*|rumou?r\w*|suspect\w*|said\s+to|may|"
    r"might|could|apparently|supposed(?:ly)?|according|purported(?:ly)?|believed|thought|"
    r"allegation\w*|charge\w*|dispute\w*|complain\w*|would|likely|possibl[ey]|expected)\b",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:reporters?|journalists?|press|media|news\s+conference|interviewer|them|him|her|us|me)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:him|her|them|me|us|you|it)", re.IGNORECASE)
_SPEECH = frozenset("say tell claim allege write report testify assert insist state".split())


def check(case: Case) -> Iterator[Finding]:
    """Severe for a speaker, an outlet or a hearer who is another in the source, for a level of
    hearsay lost, and for an allegation stated as fact; mild for a fact on a named source's word."""
    reports = [t for t in told(case.text) if t.phrase and _tells(t)]
    known = book(case)
    if case.derived:
        for claimed, there in relayed(case, known):
            yield _severe(f"source says “{there}”, claim “{claimed}”", claimed, there)
            return
    near = sayings_of(case, known)
    if not near:
        return
    if reports:
        yield from _speakers(_View(case, known, near), reports)
    elif case.derived:
        for phrase, saying in crossed(known, near, case.text, case.names):
            yield _another(_View(case, known, near), saying, phrase)
            return
        if not told(case.said_before):
            yield from _dropped(case, known, near)


def _tells(report: Told) -> bool:
    """Whether a report is of words or thoughts, and not of what somebody does or wants."""
    return report.verb not in _DOES and not report.negated


_DOES = frozenset(
    """agree submit offer want wish plan intend aim refuse threaten hope promise present outline
    detail against opposed indicate emphasize emphasise stress highlight""".split()
)


@dataclass(frozen=True)
class _View:
    """What a claim is compared with: the ledger, and the reports in and near the evidence."""

    case: Case
    known: Ledger
    near: Sequence[Saying]

    def fits(self, phrase: str, report: Told, saying: Saying) -> Fit:
        """Whether the claim's words for the source of a report may mean the speaker."""
        before = f"{self.case.said_before} {self.case.text[: max(report.source, 0)]}"
        return fits(self.known, phrase, saying, before)

    def reach(self, wanted: frozenset[Term]) -> list[Saying]:
        """The reports near the evidence and, for others' claims, those anywhere that say it."""
        if not self.case.derived:
            return list(self.near)
        known = {id(s) for s in self.near}
        more = carrying(self.known, wanted)
        return [*self.near, *(s for s in more if id(s) not in known)]


def _speakers(view: _View, reports: Sequence[Told]) -> Iterator[Finding]:
    for chain in levels(reports):
        inner = chain[-1]
        if inner.verb in _DENY:
            yield from _denied(view, inner)
            continue
        best = _best(view, chain)
        if best is None:
            if view.case.derived:
                yield from _nobodys(view, chain)
            continue
        found = list(_compare(view, chain, _chain(view, best, wanted_of(view.case.text, chain))))
        yield from found
        if not found:
            yield from _heard(view.known, inner, best)


def _best(view: _View, chain: Sequence[Told]) -> Saying | None:
    """The report of the source that the claim restates, or None where that is not sure.

    Where the claimed speaker says about as much of it somewhere, that one is meant.
    """
    known, inner = view.known, chain[-1]
    wanted = wanted_of(view.case.text, chain)
    if not wanted:
        return None
    spoken = [s for s in view.reach(wanted) if s.speaker and not s.told.negated]
    scored = [(restated(view.case.text, chain, wanted, content_of(known, s)), s) for s in spoken]
    scored = _with_figures(known, wanted, scored)
    top = max((score for score, _ in scored), default=0.0)
    # What is said in a conversation is summed up from many turns.
    enough = _FULLY if known.transcript else _CARRIES
    if top < enough or _plain(view.case, known, wanted) > top:
        return None
    least = (_FULLY if known.transcript else _AS_WELL) * top
    good = [(score, s) for score, s in scored if score >= least]
    for _, saying in good:
        if view.fits(inner.phrase, inner, saying).same:
            return saying
    # Of two levels that say the same the inner one.
    return max(good, key=lambda x: (round(x[0], 2), sum(o.holds(x[1]) for _, o in good)))[1]


def _nobodys(view: _View, chain: Sequence[Told]) -> Iterator[Finding]:
    """ "It was said that", and the claim says who."""
    known, phrase = view.known, chain[-1].phrase
    wanted = wanted_of(view.case.text, chain)
    if not wanted or described(phrase, known.names).kind not in ("person", "organisation"):
        return
    reach = view.reach(wanted)
    here = [s for s in reach if s.speaker and view.fits(phrase, chain[-1], s).same is not False]
    mine = max((share(wanted, content_of(known, s)) for s in here), default=0.0)
    for saying in reach:
        scored = share(wanted, content_of(known, saying))
        if _impersonal(known, saying) and scored >= _FULLY and mine < _AS_WELL * scored:
            yield _severe(f"source does not say that “{phrase}” said so", phrase)
            return


def _impersonal(known: Ledger, saying: Saying) -> bool:
    cue = saying.told.cue
    if saying.speaker is not None or saying.told.phrase or cue is None or saying.told.negated:
        return False
    return bool(_IT_WAS.search(known.text[max(0, cue[0] - _FEW) : cue[1]]))


_FEW = 12
_IT_WAS = re.compile(r"\bit\s+(?:is|was|has\s+been|had\s+been)\s+(?:\w+\s+)?\w+$", re.IGNORECASE)


def _with_figures(
    known: Ledger, wanted: frozenset[Term], scored: list[tuple[float, Saying]]
) -> list[tuple[float, Saying]]:
    """Of reports with different figures those with the claim's."""
    figures = {t.key for t in wanted if t.number}
    having = [x for x in scored if figures <= keys(content_of(known, x[1]))]
    return having if figures and having else scored


def _meant(chain: Sequence[Told]) -> str:
    """The claim's words for the innermost source; "he" is the one outside it."""
    inner = chain[-1].phrase
    return chain[-2].phrase if len(chain) > 1 and inner.lower() in ("he", "she") else inner


def _plain(case: Case, known: Ledger, wanted: frozenset[Term]) -> float:
    """The largest share of the wanted terms in what a sentence says on nobody's word."""
    numbers = sentences_of(case, known)
    return max((share(wanted, known.plain(number)) for number in numbers), default=0.0)


def _chain(view: _View, saying: Saying, wanted: frozenset[Term]) -> list[Saying]:
    """A report with those that it is part of, outermost first, and the one that is all of it."""
    outer = [s for s in view.known.of(saying.number) if s.holds(saying) and s.speaker]
    held = [s for s in view.near if saying.holds(s) and s.speaker and _most(saying, s)]
    least = _HALF * share(wanted, content_of(view.known, saying))
    inner = [s for s in held if share(wanted, content_of(view.known, s)) >= least]
    return [*sorted(outer, key=lambda s: s.told.start), saying, *inner[:1]]


def _most(outer: Saying, inner: Saying) -> bool:
    """Whether a report is most of what another one reports."""
    length = sum(b - a for a, b in outer.content)
    return 2 * sum(b - a for a, b in inner.content) > length


def _compare(view: _View, chain: Sequence[Told], source: Sequence[Saying]) -> Iterator[Finding]:
    """A claim's chain of reports against that of the source, both outermost first."""
    inner, last = chain[-1], source[-1]
    results = [view.fits(_meant(chain), inner, s) for s in source]
    place = next((i for i in reversed(range(len(results))) if results[i].same), None)
    outlets = view.known.outlets_of(last.number)
    passed_on = len(chain) > 1 and len(source) > 1
    if results[-1].same is False and (place is None or passed_on):
        if _of_him(view.known, inner, last):
            return
        if passed_on or not _fits_outlet(view.known, inner.phrase, outlets):
            yield _another(view, last, inner.phrase)
        return
    for outer in chain[:-1]:
        yield from _outer(view, outer, source, outlets)
    if place is not None and len(chain) == 1:
        yield from _hearsay(view, inner, source[place:])


def _of_him(known: Ledger, report: Told, saying: Saying) -> bool:
    """ "The regret was the president's" of what somebody says of the president."""
    nominal = report.verb not in verbs() and report.verb != "according to"
    return nominal and keys(report.phrase) <= keys(content_of(known, saying))


def _outer(
    view: _View, outer: Told, source: Sequence[Saying], outlets: Sequence[str]
) -> Iterator[Finding]:
    """Who passes it on has to be one who does."""
    results = [view.fits(outer.phrase, outer, s) for s in source[:-1] or source]
    outlet = _fits_outlet(view.known, outer.phrase, outlets)
    if not outlet and all(r.same is False for r in results):
        yield _another(view, source[0], outer.phrase)


def _hearsay(view: _View, inner: Told, source: Sequence[Saying]) -> Iterator[Finding]:
    """The claim leaves out who says so, and keeps the one who only passes it on."""
    teller, hidden = source[0], source[1] if len(source) > 1 else None
    if hidden is None or hidden.speaker is None or teller.speaker is None:
        return
    outlet = teller.speaker.kind == "outlet" or hidden.speaker == teller.speaker
    if outlet or hidden.told.verb not in _SPEECH or _mentions(view.case.text, hidden):
        return
    yield _severe(
        f"{hidden.speaker.name} is who says so; “{inner.phrase}” only passes it on", inner.phrase
    )


def _fits_outlet(known: Ledger, phrase: str, outlets: Sequence[str]) -> bool:
    """Whether a phrase is for one of the outlets that answer for a sentence."""
    said = frozenset(content_stems(phrase))
    seen = described(phrase, known.names)
    if outlets and seen.mention is None and seen.head in OUTLET_NOUNS:
        return True
    held = (frozenset(content_stems(o)) for o in outlets)
    return any((said and said <= o) or o <= said for o in held)


def _mentions(text: str, saying: Saying) -> bool:
    """Whether a claim speaks of the source of a report in any way."""
    said = frozenset(content_stems(text))
    named = frozenset(content_stems(saying.speaker.name if saying.speaker else ""))
    return bool(named & said) and bool(re.search(r"\bfrom|said|told|quot|cit|accord", text))


def _another(view: _View, saying: Saying, phrase: str) -> Finding:
    """The source says otherwise where it names the one of the claim, or where that one speaks."""
    assert saying.speaker is not None
    named = described(phrase, view.known.names).mention is not None
    speaks = named and saying.speaker.kind != "anonymous"
    speaks = speaks or any(s is not saying and fits(view.known, phrase, s).same for s in view.near)
    return _severe(
        f"source gives it to {saying.speaker.name}, claim to “{phrase}”",
        phrase,
        (saying.told.phrase or saying.speaker.name) if speaks else None,
    )


def _heard(known: Ledger, report: Told, best: Saying) -> Iterator[Finding]:
    """Whom it was told."""
    if not report.hearer or _PRESS.search(report.hearer) or _PRONOUN.fullmatch(best.told.hearer):
        return
    outlets = known.outlets_of(best.number)
    heard, wanted = best.told.hearer, terms(report.hearer)
    if described(report.hearer, known.names).mention and outlets:
        if not _fits_outlet(known, report.hearer, outlets):
            yield _told_to(outlets[0], report.hearer)
        return
    line = known.line(best.number)
    if line is None or not wanted or _share_any(wanted, heard):
        return
    here = _share_any(wanted, known.text[line.start : line.end])
    elsewhere = any(in_document(known, t.word) for t in wanted)
    if heard and (elsewhere or not _PRESS.search(heard)):
        yield _told_to(heard, report.hearer)
    elif not heard and not here:
        yield _severe(f"source does not say that “{report.hearer}” was told", report.hearer)


def _share_any(wanted: Sequence[Term], text: str) -> bool:
    own = keys(text)
    return any(t.key in own or not own.isdisjoint(alternatives(t.word)) for t in wanted)


def _told_to(source: str, claim: str) -> Finding:
    return _severe(f"source says it was told “{source}”, claim says “{claim}”", claim, source)


def _severe(message: str, found: str, expected: str | None = None) -> Finding:
    return Finding(check=NAME, severity="severe", message=message, found=found, expected=expected)


def _denied(view: _View, report: Told) -> Iterator[Finding]:
    """A denial is that of somebody who denies."""
    denying = [s for s in view.near if s.speaker and _denies(view.known, s)]
    results = [view.fits(report.phrase, report, s) for s in denying]
    if results and all(fit.same is False for fit in results):
        yield _another(view, denying[0], report.phrase)


def _denies(known: Ledger, saying: Saying) -> bool:
    content = " ".join(known.text[a:b] for a, b in saying.content)
    return saying.told.verb in _DENY or bool(_UNTRUE.search(content))


def _dropped(case: Case, known: Ledger, near: Sequence[Saying]) -> Iterator[Finding]:
    """A claim states as a fact what the source only has from somebody."""
    if _HEDGED.search(case.text):
        return
    wanted = frozenset(terms(case.text))
    if not wanted:
        return
    scored = [(share(wanted, content_of(known, s)), s) for s in near if not s.told.negated]
    top, saying = max(scored, key=lambda x: x[0], default=(0.0, None))
    if saying is None or top < _FULLY or _plain(case, known, wanted) >= top:
        return
    if saying.speaker is None or _own_words(case, known, saying):
        return
    contested = _contested(known, saying)
    name = saying.speaker.name
    yield Finding(
        check=NAME,
        severity="severe" if contested else "mild",
        message=f"an allegation of {name} is stated as fact"
        if contested
        else f"claim leaves out that {name} says so",
    )


def _own_words(case: Case, known: Ledger, saying: Saying) -> bool:
    """Whether somebody speaks of herself: "she had left" on her own word is as good as a fact."""
    assert saying.speaker is not None
    names = {m.core[-1] for m in known.names.in_text(case.text)[:1]}
    return bool(names & {w.lower for w in words(saying.speaker.name)})


def _contested(known: Ledger, saying: Saying) -> bool:
    """Whether who says so is anonymous, a party to a dispute, or only accuses."""
    assert saying.speaker is not None
    if saying.speaker.kind == "anonymous" or saying.told.verb in _ACCUSES:
        return True
    entry = known.roster.known.get(saying.speaker.name.lower())
    described_ = " ".join([saying.told.phrase, *(entry.nouns if entry else ())])
    return bool(_PARTISAN.search(described_))
