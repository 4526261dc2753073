"""Whether the source that a claim names may be a given speaker of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.attributes.ledger import Ledger
from summarizer.attributes.roster import Known, Speaker
from summarizer.attributes.sayings import Saying
from summarizer.attributes.speakers import (
    ANY_BODY,
    DOCUMENT_NOUNS,
    ORGANISATION_NOUNS,
    OUTLET_NOUNS,
    Described,
    described,
)
from summarizer.text.lexicon import related
from summarizer.text.names import Core, Names
from summarizer.text.syntax import person_noun
from summarizer.text.words import STOP_WORDS, stem, words

# Who speaks for a body, so that the body itself may be said to speak.
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|press\s+officers?|statement|representatives?|"
    r"chief|ceo|head|director|president|chair\w*|leader|secretary|minister|lawyers?|attorneys?|"
    r"founder|owner|manager|team|report|letter|website|executives?)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:spokes\w+|press\s+officers?|statement|representatives?)\b", re.IGNORECASE
)
_SMALL = frozenset(
    """own other new old first last former then current senior leading top local many several
    some two three four five six seven eight nine ten one number group member members part people
    person""".split()
)
_MANY = frozenset(["all", "every", "both"])
_FEW = frozenset("two three four five six seven eight nine ten some several few a an one".split())
_ALL_OF = re.compile(r"\b(?:all|every(?:\s+one)?|each)\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)
_IN_DOCUMENT = re.compile(
    r"\b(?:in|with)\s+(?:an?|the|his|her|its|their)\s+(?:[\w’'-]+\s+){0,2}?([a-z]+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Fit:
    """How a claimed source stands to a speaker: the same, another, or not to be told.

    Attributes:
        same: True, False, or None where it cannot be told.
        other: the speaker or thing of the document that it means instead, or "".
    """

    same: bool | None
    other: str = ""


# A longer phrase without a name is likely misread.
_LONGEST = 10
UNSURE = Fit(None)
SAME = Fit(True)


def fits(ledger: Ledger, phrase: str, saying: Saying, before: str = "") -> Fit:
    """Whether a claim's words for a source may mean the speaker of a saying.

    Args:
        phrase: the claim's noun phrase ("the ministry's spokeswoman").
        before: what the claim says before it.
    """
    speaker = saying.speaker
    said = described(phrase, ledger.names)
    misread = said.mention is None and len(phrase.split()) > _LONGEST
    if speaker is None or misread:
        return UNSURE
    if said.pronoun:
        return _pronoun(ledger, said, saying, before)
    if said.kind == "anonymous" and speaker.kind == "anonymous":
        return SAME
    known = _known(ledger, speaker)
    if said.mention is not None:
        return _by_name(ledger, said, saying, known)
    if (_ALL_OF.search(before) or said.count in _MANY) and _are_few(ledger, saying):
        return Fit(False, speaker.name)
    return _by_words(ledger, said, saying, known)


def _are_few(ledger: Ledger, saying: Saying) -> bool:
    """Whether the source has a number of them, some of them or one."""
    counted = described(saying.told.phrase, ledger.names)
    one = saying.speaker is not None and saying.speaker.kind == "person" and not counted.plural
    return counted.count in _FEW or one


def _known(ledger: Ledger, speaker: Speaker) -> Known:
    return ledger.roster.known.get(speaker.name.lower()) or Known(speaker.name, speaker.kind)


def _pronoun(ledger: Ledger, said: Described, saying: Saying, before: str) -> Fit:
    """ "She" of a claim: whoever the claim named last, where that is one person."""
    if said.pronoun not in ("he", "she"):
        return UNSURE
    people = [m for m in ledger.names.in_text(before) if ledger.names.kind(m.core) == "person"]
    if len({m.core[-1] for m in people}) != 1:
        return UNSURE
    return fits(ledger, people[0].text, saying)


def _by_name(ledger: Ledger, said: Described, saying: Saying, known: Known) -> Fit:
    mention, names = said.mention, ledger.names
    assert mention is not None
    core = set(mention.core) - {"&"}
    if _apposed(mention.text, saying.told.phrase) or _bears(names, mention.core, known):
        return SAME
    named = {w.lower for w in words(saying.told.phrase)}
    said_of = known.nouns | named | known.stems
    inside = described(saying.told.phrase, names).inside
    if any(_short_for(names, m.core, mention.core) for m in inside):
        core = core & set(inside[0].core) or core
    within = core <= said_of or {stem(w) for w in core} <= known.stems
    if within:
        speaks = _SPEAKS_FOR if known.core else _FIRST
        if speaks.search(f"{saying.told.phrase} {' '.join(known.nouns)}") or said.kind == "outlet":
            return SAME
        if known.core:
            return UNSURE
    if saying.speaker and saying.speaker.name and names.knows(mention.core):
        return Fit(False, known.name)
    return Fit(False, known.name) if known.core or known.kind == "anonymous" else UNSURE


def _bears(names: Names, core: Core, known: Known) -> bool:
    """Whether a known speaker has the name, or a longer or shorter form of it."""
    own = set(core) - {"&"}
    bearers = [own, *(set(c) for c in names.bearers(core))]
    if not known.core:
        return False
    if any(c <= known.core or known.core <= c for c in bearers):
        return True
    person = known.kind == "person" and bool(own & known.core)
    return person and own <= known.core | known.nouns


def _apposed(name: str, phrase: str) -> bool:
    """Whether a name stands in the apposition of a phrase: "the two dissenters, Ash and Vries"."""
    apposed = phrase.partition(",")[2].strip()
    return apposed[:1].isupper() and name.lower() in apposed.lower()


def _short_for(names: Names, short: Core, full: Core) -> bool:
    """Whether a name may be another's first words: "Sunda" of "Sunda Wings"."""
    return names.full(short) == names.full(full) or full[: len(short)] == short


def _by_words(ledger: Ledger, said: Described, saying: Saying, known: Known) -> Fit:
    """A claim's source without a name, by the words that describe it."""
    wanted = _telling(said.phrase)
    own = known.stems | known.nouns | _telling_words(saying.told.phrase)
    if not wanted or not any(w.isalpha() for w in own):
        return UNSURE  # "180" of those who answered
    if _more_than_one(said, saying, known):
        return Fit(False, known.name)
    writing = said.head in DOCUMENT_NOUNS and said.head in _documents(_sentence(ledger, saying))
    if writing or (said.head in OUTLET_NOUNS and known.kind == "outlet"):
        return SAME
    held = {w for w in wanted if _holds(w, own)}
    if said.head and said.head in held:
        main = _telling(said.main)
        rival = _rival(ledger, main, known, own) or _described_by(ledger, wanted - main, known)
        if said.plural and _single(saying):
            # "Doctors said" is more than "a doctor said".
            rival = known.name
        return Fit(False, rival) if rival else SAME
    if _on_the_strength_of(ledger, said, saying, known):
        return UNSURE
    return _elsewhere(ledger, said, wanted, held, known)


def _on_the_strength_of(ledger: Ledger, said: Described, saying: Saying, known: Known) -> bool:
    """ "Tests suggest" of what somebody suggests after tests."""
    thing = said.kind not in ("organisation", "outlet", "anonymous") and not person_noun(said.head)
    found = thing and saying.told.verb in _FINDS and not _names_other(ledger, said.head, known)
    return found and said.head in _all_words(_sentence(ledger, saying))


_FINDS = frozenset(
    "suggest find show indicate conclude estimate report reveal demonstrate say".split()
)


def _more_than_one(said: Described, saying: Saying, known: Known) -> bool:
    """Whether the claim makes a body or several of the one or the few who speak."""
    return (
        _body_for_its_people(said, known)
        or _many_for_one(said, saying, known)
        or _body_for_member(said, saying, known)
    )


def _body_for_its_people(said: Described, known: Known) -> bool:
    """ "The ministry said" is more than "two officials in the ministry said"."""
    bodily = said.kind == "organisation" and said.head in ORGANISATION_NOUNS
    unnamed = known.kind in ("group", "anonymous", "person") and not known.core
    return bodily and unnamed and said.head not in known.nouns and not _FIRST.search(known.name)


def _many_for_one(said: Described, saying: Saying, known: Known) -> bool:
    """ "Doctors said" of what one doctor said, who speaks for nobody else."""
    one = known.kind == "person" and bool(known.core) and said.plural and not said.inside
    spoken = f"{saying.told.phrase} {' '.join(known.nouns)}"
    return one and said.head not in _BODILY and not _SPEAKS_FOR.search(spoken)


_BODILY = frozenset("officials authorities police organisers organizers bosses management".split())


def _body_for_member(said: Described, saying: Saying, known: Known) -> bool:
    """ "The panel said" of what one of its members said."""
    spoken = f"{saying.told.phrase} {' '.join(sorted(known.nouns))}"
    body = said.kind == "organisation" and said.mention is None
    member = known.kind == "person" and bool(_MEMBER.search(spoken))
    return body and member and not _SPEAKS_FOR.search(spoken)


_MEMBER = re.compile(
    r"\b(?:members?|one\s+of|councillors?|dissent\w*|juror|delegate)\b", re.IGNORECASE
)


def _single(saying: Saying) -> bool:
    return (
        saying.speaker is not None
        and saying.speaker.kind in ("person", "anonymous")
        and bool(re.match(r"(?:an?|one)\s", saying.told.phrase, re.IGNORECASE))
    )


def _rival(ledger: Ledger, wanted: frozenset[str], known: Known, own: set[str]) -> str:
    """Another speaker who has all the words, where this one lacks some ("chief executive")."""
    stems = {stem(w) for w in wanted}
    held = stems & own
    if held == stems:
        return ""
    for other in ledger.roster.known.values():
        if other is not known and held < stems & other.stems and _speaks(ledger, other):
            return other.name
    return ""


def _speaks(ledger: Ledger, known: Known) -> bool:
    return bool(known.core) or known.name in ledger.speaking


def _described_by(ledger: Ledger, tail: frozenset[str], known: Known) -> str:
    """Another person of whom the document says what the claim's phrase goes on to say ("the
    climber with frostbitten fingers")."""
    stems = {stem(w) for w in tail}
    if len(stems) < _TELLING or stems & (known.facts | known.stems):
        return ""
    for other in ledger.roster.known.values():
        fits_better = other is not known and other.kind == "person" and other.core
        if fits_better and len(stems & (other.facts | other.stems)) >= _TELLING:
            return other.name
    return ""


_TELLING = 2


def _elsewhere(
    ledger: Ledger,
    said: Described,
    wanted: frozenset[str],
    held: set[str],
    known: Known,
) -> Fit:
    """The words do not fit the speaker: do they stand for something else of the document?"""
    general = said.head in ANY_BODY and known.kind in ("organisation", "outlet")
    there = {w for w in wanted - held if in_document(ledger, w)}
    if said.head and (said.head in there or _names_other(ledger, said.head, known)):
        if general and len(wanted) == 1 and not _names_other(ledger, said.head, known):
            return UNSURE
        return Fit(False, known.name)
    if not held and there and said.head:
        return Fit(False, known.name)
    if _stranger(said, known):
        return Fit(False, known.name)
    # The claim's words are nowhere: "a relative" for "a cousin".
    return UNSURE


def _stranger(said: Described, known: Known) -> bool:
    """Whether a definite role ("the mediator") is none that the document knows or that a wider word
    may stand for."""
    if not said.definite or said.plural or said.head in _WIDE or not person_noun(said.head):
        return False
    if known.kind in ("organisation", "outlet"):
        return not _SPEAKS_FOR.search(said.main)
    roles = {n for n in known.nouns if person_noun(n)}
    return bool(roles) and known.kind == "person"


_WIDE = frozenset(
    """person man woman official politician executive expert scientist researcher academic scholar
    analyst leader lawmaker legislator player athlete sportsman star author writer critic relative
    resident worker employee boss spokesman spokeswoman spokesperson representative member speaker
    specialist professional figure insider artist performer musician singer actor entrepreneur
    businessman businesswoman manager head chief director source defendant accused suspect plaintiff
    claimant witness applicant appellant complainant respondent minister lawyer parent owner founder
    organiser organizer campaigner activist opponent supporter rival veteran newcomer predecessor
    successor colleague partner friend neighbour neighbor host guest candidate winner loser user
    customer client patient reader visitor traveller passenger tenant teenager adult journalist
    reporter correspondent columnist commentator""".split()
)
"""Roles that may be said of somebody whom the document calls otherwise."""


def _names_other(ledger: Ledger, head: str, known: Known) -> bool:
    return any(
        _holds(head, other.nouns)
        for other in ledger.roster.known.values()
        if other is not known and other.kind != "outlet"
    )


def _holds(word: str, own: set[str] | frozenset[str]) -> bool:
    if stem(word) in own or word in own:
        return True
    return any(len(w) > _SHORT and related(word, w) for w in own)


_SHORT = 3


@lru_cache(maxsize=4_000)
def _telling(phrase: str) -> frozenset[str]:
    """The words of a phrase that tell one source from another."""
    return frozenset(_telling_words(phrase))


def _telling_words(phrase: str) -> set[str]:
    return {
        w.lower
        for w in words(phrase)
        if w.lower not in STOP_WORDS and w.lower not in _SMALL and not w.text[0].isdigit()
    }


@lru_cache(maxsize=64)
def _all_words(text: str) -> frozenset[str]:
    return frozenset(form for w in words(text) for form in (w.lower, stem(w.lower)))


def in_document(ledger: Ledger, word: str) -> bool:
    """Whether the document has a word or another form of it."""
    there = _all_words(ledger.text)
    return word in there or stem(word) in there


def _sentence(ledger: Ledger, saying: Saying) -> str:
    line = ledger.line(saying.number)
    return ledger.text[line.start : line.end] if line else ""


@lru_cache(maxsize=2_000)
def _documents(sentence: str) -> frozenset[str]:
    """Kinds of writing that a sentence says something stands in ("in her memoir")."""
    return frozenset(
        m[1].lower() for m in _IN_DOCUMENT.finditer(sentence) if m[1].lower() in DOCUMENT_NOUNS
    ) | frozenset(
        w.lower for w in words(sentence) if w.lower in DOCUMENT_NOUNS and _led(sentence, w.start)
    )


def _led(sentence: str, at: int) -> bool:
    return bool(re.search(r"\b(?:in|by)\s+(?:\S+\s+){0,3}$", sentence[max(0, at - 40) : at], re.I))
