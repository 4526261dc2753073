"""What a quotation is said of."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.attributes.ledger import Ledger
from summarizer.attributes.reporting_lexicon import NOUNS, verbs
from summarizer.attributes.told import Told
from summarizer.checks.case import Case
from summarizer.checks.quoted import THINGS, Place, Stretches, stretches
from summarizer.text.clauses import clauses
from summarizer.text.quotations import Quotation
from summarizer.text.terms import alternatives
from summarizer.text.words import STOP_WORDS, stem, words

_LONGEST = 180


@lru_cache(maxsize=2_000)
def content_words(text: str) -> frozenset[str]:
    """The lower-case words of a phrase that tell one speaker from another."""
    kept = (w.lower for w in words(text))
    return frozenset(w for w in kept if w not in STOP_WORDS or w in ("anyone", "those"))


def said_of_another(
    case: Case, known: Ledger, quoted: Quotation, place: Place, report: Told | None
) -> tuple[str, str] | None:
    """What the claim says a quotation of, and the words of the source before it, where the source
    says it of another thing that is quoted on as well; None otherwise."""
    if quoted.end - quoted.start > _LONGEST:
        return None
    there = stretches(known, place)
    if not _rival(there.intro, report):
        return None
    about = _about(case.text, quoted)
    if there.own & THINGS:
        # "It" stands for what was named before, and never for what comes behind.
        if not about & there.after or about & (there.own | there.before):
            return None
    elif case.derived and not about:
        beside = _beside(case.text, quoted, report)
        about = frozenset(map(stem, beside))
        own = any(not there.own.isdisjoint(alternatives(w)) for w in beside)
        if own or 2 * len(about & there.framing) < len(about):
            return None
    apart = not about & there.own and about & there.others
    if about and (apart or _of_its_fellow(about, there, report)):
        introduced = known.text[max(0, place.start - _NEAR) : place.end].strip()
        return _shown(case, about), introduced
    return None


def _of_its_fellow(about: frozenset[str], there: Stretches, report: Told | None) -> bool:
    """ "The north pier" for "the south pier": one word is another's, the rest is shared."""
    speaker = {stem(w) for w in content_words(report.phrase)} if report else set()
    lacking, instead = about - there.own, there.intro - about - speaker - _saying()
    return (
        len(lacking) == len(instead) == 1 and lacking <= there.others and bool(about & there.intro)
    )


def _rival(own: frozenset[str], report: Told | None) -> bool:
    """Whether a stretch names anything but who speaks and that one does."""
    speaker = {stem(w) for w in content_words(report.phrase)} if report else set()
    return bool(own - speaker - _saying())


@lru_cache(maxsize=1)
def _saying() -> frozenset[str]:
    speech = (w for w, verb in verbs().items() if verb.frame in ("speech", "tell", "think"))
    return frozenset(stem(w) for w in (*speech, *NOUNS, *_FRAMING))


_FRAMING = """word words prove proved proves become became seem seemed remain remained turn turned
    own call called calls describe described describes dub dubbed brand branded label labelled
    name named term termed speak spoke spoken speaks quote quoted""".split()


def _beside(text: str, quoted: Quotation, report: Told | None) -> frozenset[str]:
    """The words of a claim's clause outside the quotation, but for who speaks and that one does."""
    begin, end = next(c for c in clauses(text) if quoted.start < c[1])
    joined = [m.end() for m in _JOINED.finditer(text, begin, quoted.start)]
    begin, end = max([begin, *joined]), max(end, quoted.end)
    outside = _WHOSE.sub(" ", f"{text[begin : quoted.start]} {text[quoted.end : end]}")
    outside = re.sub(r"[“\"][^“”\"]*[”\"]", " ", outside)
    speaker = content_words(f"{report.phrase} {report.hearer}") if report else frozenset()
    kept = (w.lower for w in words(outside) if len(w.lower) > 1 and w.lower not in STOP_WORDS)
    return frozenset(w for w in kept if w not in verbs()) - speaker


_JOINED = re.compile(r"(?:,\s+(?:while|whereas|but|and)|;)\s")
_WHOSE = re.compile(r",\s(?:\w+\s)?(?:who|whom|whose|which)\s[^,;“”\"]*")
_NEAR = 60


def _shown(case: Case, about: frozenset[str]) -> str:
    """The claim's words, from the first to the last of these stems."""
    spans = [(w.start, w.end) for w in words(case.text) if stem(w.lower) in about]
    first, last = spans[0], next((s for s in reversed(spans[:4])), spans[0])
    return case.text[first[0] : last[1]]


_SAID_OF = re.compile(
    r"\b(?:said|says|wrote|writes|spoke)\s+(?:of|about)\s+([^,:“”\"]{2,60}?)[,:]?\s*$"
)


_CALLED = re.compile(
    r"\b(?:called|calls|described|describes|dubbed|branded|labelled|found|finds|considered|considers|"
    r"thought|thinks|judged|deemed|deems|regarded|regards|saw|sees|rated|rates|named|termed|hailed|dismissed|"
    r"praised|viewed|views)\s+([^,:“”\"]{2,60}?)\s+(?:as\s+|to\s+be\s+)?$"
)


_IS = re.compile(r"([^,:“”\"]{2,60}?)\s+(?:is|are|was|were|had\s+been|has\s+been|as)\s+$")


def _about(text: str, quoted: Quotation) -> frozenset[str]:
    """Stems of what the claim says the quotation of: the subject of "was “…”", "of X: “…”"."""
    before = text[: quoted.start]
    match = _SAID_OF.search(before) or _CALLED.search(before) or _IS.match(before)
    if not match:
        return frozenset()
    return frozenset(
        stem(w.lower)
        for w in words(match[1].split(" that ")[-1])
        if w.lower not in STOP_WORDS and len(w.lower) > 1
    )
