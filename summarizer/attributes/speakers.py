"""What a noun phrase says of the source that it names: its kind, its name, its role, its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.schema import SourceKind
from summarizer.text.names import Mention, Names
from summarizer.text.words import STOP_WORDS, bare, stem, words

OUTLET_NOUNS = frozenset(
    """outlet newspaper paper network broadcaster magazine station channel daily weekly tabloid
    website site blog newsletter broadsheet""".split()
)
ORGANISATION_NOUNS = frozenset(
    """agency ministry department government council commission committee company firm corporation
    bank union association federation institute university college school office bureau board
    court parliament senate congress house administration authority regulator club party operator
    museum hospital state county city town district country foundation trust group organisation
    organization charity body panel team jury service laboratory lab army navy force forces
    airline maker producer manufacturer retailer utility lender insurer coalition alliance
    cabinet presidency embassy coastguard prosecution defence defense watchdog tribunal nation
    league cooperative chamber secretariat headquarters management leadership village
    municipality region province police kremlin start-up startup publisher supplier""".split()
)
ANY_BODY = frozenset(
    "organisation organization company firm group body agency institution business".split()
)
"""What any organisation may be called once it has been named."""
DOCUMENT_NOUNS = frozenset(
    """study report survey poll analysis audit letter memo memoir memoirs indictment document
    documents records statement suit lawsuit complaint filing article book footnote comment
    review census archives archive census figures data note notes email message paper research
    investigation findings transcript dossier affidavit index interview post diary petition
    autobiography biography essay speech sermon lecture testimony manifesto
    brochure thesis novel poem podcast video recording opinion catalogue
    ruling verdict judgment judgement forecast model story column editorial programme""".split()
)
_PLURAL_NOUNS = frozenset(
    "people police men women authorities staff children researchers media press".split()
)
_SINGULAR_IN_S = frozenset("boss witness press governess princess hostess actress".split())
_ANONYMOUS = re.compile(
    r"\b(?:sources?|insiders?|unnamed|anonymous(?:ly)?|anonymity|unidentified)\b|"
    r"\b(?:person|people|persons|official|officials|individual|individuals|executives?|someone)\s+"
    r"(?:with\s+(?:direct\s+|first-hand\s+)?knowledge|familiar|close|briefed|aware|who\s+knew)\b|"
    r"\b(?:not|nor)\s+(?:want(?:ing)?\s+|wish(?:ing)?\s+)?to\s+be\s+(?:named|identified|quoted)\b|"
    r"\b(?:declin|refus)(?:ed|ing)\s+to\s+be\s+(?:named|identified|quoted)\b|"
    r"\bwithout\s+(?:being|giving)\s+(?:named|identified|(?:a|her|his|their)\s+names?)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r",|\s[—–(-]\s?|\s(?:who|whom|whose|which|that|of|in|at|for|from|with|to|on|by|about|near|"
    r"close|familiar|briefed|aware|inside|within|behind|under|against|cited|quoted|published|"
    r"paid|sent|working|leading|speaking|representing|named|called|led|headed|chaired|run|owned|founded|based|"
    r"made|written|carried|conducted|commissioned|published)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r",?\s+(?:who|whose|which|whom|(?:cited|quoted|interviewed)\s+(?:by|in))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_TRIMMED = re.compile(r"^[\s“”\"'‘’,(–—-]+|^(?:both|even|only|that|and|but|then|when|as)\s+", re.I)
_PRONOUN = re.compile(
    r"^(he|she|they|it|who|which|both|i|we|you|this|that|these|those|one|some|others|"
    r"his|her|its|their|my|our)\b",
    re.I,
)
_DETERMINER = re.compile(
    r"^(the|an?|this|that|these|those|his|her|its|their|my|our|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|all|some|several|many|multiple|most|both|few|a few|dozens|hundreds|other|"
    r"another|every|each|no)\b\s*",
    re.IGNORECASE,
)
_COUNTED = frozenset(
    "two three four five six seven eight nine ten some several many few most".split()
)
_POSSESSIVE = re.compile(r"^['’](?:s\b)?")
_OUTLET_NAME = re.compile(
    r"\b(?:news|times|post|herald|tribune|journal|gazette|press|ledger|observer|chronicle|daily|"
    r"courier|reuters|bloomberg|politico|axios|bbc|cnn|npr|nbc|abc|cbs|pbs|afp|itv|guardian|"
    r"telegraph|magazine|radio|canal|kanal|television|tv|fm|broadcasting|weekly|sentinel|examiner|"
    r"inquirer|dispatch|bulletin|register|independent|mirror|zeitung|monde|figaro)\b",
    re.IGNORECASE,
)
_NOT_OUTLET = frozenset("conference release freedom office secretary officer corps".split())
FEMALE = frozenset(
    """mrs ms miss widow wife sister mother daughter aunt niece queen princess spokeswoman
    chairwoman actress businesswoman councilwoman congresswoman girlfriend grandmother ex-wife
    dame lady woman girl headmistress bride waitress policewoman""".split()
)
MALE = frozenset(
    """mr sir lord king prince husband brother father son uncle nephew spokesman chairman
    businessman councilman congressman boyfriend grandfather ex-husband man boy ferryman headmaster
    fisherman policeman foreman groom bishop priest""".split()
)


@dataclass(frozen=True)
class Described:
    """A source as one phrase gives it.

    Attributes:
        kind: what it is.
        mention: the name that the phrase stands for, or None.
        head: the noun that it is built on, lower case; "" for a bare name or a pronoun.
        phrase: the words without a relative clause, for a source that has no name.
        main: the words before the first preposition or comma.
        stems: of the words that say what it is, those of relative clauses and appositions included.
        pronoun: lower case, or "".
        definite: whether "the" or a possessive opens it.
        plural: whether it stands for several.
        count: the number word or quantifier that opens it, or "".
        inside: names that stand inside the phrase without being its own ("a Norvik spokesman").
    """

    kind: SourceKind
    mention: Mention | None
    head: str
    phrase: str
    main: str
    stems: frozenset[str]
    pronoun: str
    definite: bool
    plural: bool
    count: str
    inside: tuple[Mention, ...]


@lru_cache(maxsize=4_000)
def described(phrase: str, names: Names) -> Described:
    """Read a noun phrase such as "her deputy, Ana Vale" or "two people familiar with the talks"."""
    text = _trim(phrase)
    first = _PRONOUN.match(text)
    mentions = tuple(names.in_text(text))
    pronoun = first[1].lower() if first and _bare_pronoun(text, first) else ""
    own = None if pronoun else _own_name(text, mentions)
    cut = _CUT.search(text)
    main = text[: cut.start()] if cut else text
    head = "" if own and own.start < len(main) and not _description(main, own) else _head(main)
    opening = _DETERMINER.match(text)
    count = opening[1].lower() if opening else ""
    plural = own is None and (_is_plural(head) or (not pronoun and _joined(main)))
    plural = plural or pronoun in {"they", "both", "some", "others", "these", "those", "we"}
    kind = _kind(text, own, head, names, plural=plural, pronoun=pronoun)
    return Described(
        kind=kind,
        mention=own,
        head=head,
        phrase=_short(text),
        main=main,
        stems=_stems(text),
        pronoun=pronoun,
        definite=count in {"the", "his", "her", "its", "their", "my", "our"}
        or bool(re.match(r"[\w-]+(?:\s[\w-]+){0,3}['’]s?\s", main)),
        plural=plural,
        count=count if count in _COUNTED | {"all", "both", "every", "one", "a", "an"} else "",
        inside=tuple(m for m in mentions if m is not own),
    )


def is_outlet(mention: Mention) -> bool:
    """Whether a name alone shows that it is that of a newspaper, a station or an agency."""
    found = _OUTLET_NAME.search(mention.text)
    return bool(found) and not set(mention.text.lower().split()) & _NOT_OUTLET


def is_anonymous(text: str) -> bool:
    """Whether a phrase says that the source is not to be named."""
    return bool(_ANONYMOUS.search(text))


def _trim(phrase: str) -> str:
    text = phrase
    while True:
        shorter = _TRIMMED.sub("", text, count=1)
        if shorter == text or not shorter:
            break
        # "that Dietz" is a clause; "that" alone is a pronoun.
        text = shorter
    return text.strip().strip(",").strip()


def _bare_pronoun(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() :].strip()
    who = match[1].lower()
    if who in {"one", "some", "others", "both", "this", "that", "these", "those"}:
        return not rest or rest.lower() in {"of them", "of these", "of those", "others"}
    if who in {"his", "her", "its", "their", "my", "our"}:
        return not rest
    return not rest or not re.match(r"[\w’'-]+$", rest)


def _description(main: str, own: Mention) -> bool:
    """Whether ordinary words stand before the name ("hotel manager Sian Pryce")."""
    return bool(re.search(r"[a-z]{3,}\s*$", main[: own.start]))


def _own_name(text: str, mentions: tuple[Mention, ...]) -> Mention | None:
    cut = _CUT.search(text)
    end = cut.start() if cut else len(text)
    for mention in mentions:
        if mention.start < end and mention.end >= end - 1:
            return mention
    # "The Tribune of Sarno": the name itself holds the preposition.
    for mention in mentions:
        if mention.start < end < mention.end and not _POSSESSIVE.match(text[mention.end :]):
            return mention
    for mention in mentions:
        before = text[: mention.start]
        comma = before.rfind(",")
        stands = comma >= 0 and len(before[comma + 1 :].split()) <= _APPOSED
        after = text[mention.end :].lstrip(".")
        if stands and (not after.strip(" ,") or after.lstrip().startswith((",", "and ", "of "))):
            return mention
    return None


_APPOSED = 4


def _head(main: str) -> str:
    """The last word before the first preposition, lower case; a name after it is left out."""
    said = [w for w in words(main) if w.text[0].islower() or w.start == 0]
    rest = words(main)
    chosen = rest[-1] if rest and rest[-1].text[0].islower() else (said[-1] if said else None)
    return bare(chosen.text).lower() if chosen and chosen.lower not in STOP_WORDS else ""


def _is_plural(head: str) -> bool:
    if head in _PLURAL_NOUNS:
        return True
    return (
        head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in _SINGULAR_IN_S
    )


def _joined(main: str) -> bool:
    return bool(re.search(r"\s(?:and|or)\s", main))


def _kind(
    text: str, own: Mention | None, head: str, names: Names, *, plural: bool, pronoun: str
) -> SourceKind:
    if is_anonymous(text):
        return "anonymous"
    if own is not None:
        return _kind_of_name(text, own, head, names)
    if pronoun:
        return "person" if pronoun in {"he", "she", "i", "who"} else "organisation"
    return _kind_of_noun(head, plural=plural)


def _kind_of_noun(head: str, *, plural: bool) -> SourceKind:
    if head in OUTLET_NOUNS:
        return "outlet"
    if head in ORGANISATION_NOUNS and head != "police":
        return "organisation"
    return "group" if head in DOCUMENT_NOUNS or plural else "person"


def _kind_of_name(text: str, own: Mention, head: str, names: Names) -> SourceKind:
    before = [w.lower for w in words(text[: own.start])][-2:]
    after = re.match(r",\s+(?:an?|the|its|their)\s+([\w\s’'-]{3,50})", text[own.end :])
    apposed = {w.lower for w in words(after[1])} if after else set()
    if is_outlet(own) or set(before) & OUTLET_NOUNS or apposed & OUTLET_NOUNS:
        return "outlet"
    known = names.kind(own.core)
    if known == "person" and not (set(before) & ORGANISATION_NOUNS):
        return "person"
    if set(before[-1:]) & ORGANISATION_NOUNS or known in ("organisation", "place"):
        return "organisation"
    # "Geologist Sandoe": a noun that is no body before a name makes it a person.
    return "person" if head and head not in ORGANISATION_NOUNS else "organisation"


def _short(text: str) -> str:
    """The phrase without a relative clause or an aside."""
    short = _RELATIVE.sub("", text)
    comma = short.find(",")
    return (short[:comma] if comma > 0 else short).strip()


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        stem(w.lower) for w in words(text) if w.lower not in STOP_WORDS and len(w.lower) > 1
    )


_NO_SOURCE_FIRST = frozenset(
    """in on at by with from to of as for after before since until during under over today yesterday
    tomorrow now then that which what when where why how if whether because while although but and
    or so not there here nothing something anything""".split()
)
_NO_SOURCE_LAST = frozenset(
    "it he she they and or but that which to of had has have was is".split()
)
_CLAUSE = re.compile(
    r"[“”\"]|\b(?:had|has|would|will|could|may|might|is|was|were|are|intends?|expects?|plans?)\b"
)
_LONGEST_SOURCE = 9


@lru_cache(maxsize=10_000)
def may_speak(name: str) -> bool:
    """Whether words can name a source: a noun phrase, and no stretch of a clause."""
    found = name.split()
    if not found or len(found) > _LONGEST_SOURCE or _CLAUSE.search(name):
        return False
    first, last = found[0].lower().strip(","), found[-1].lower().strip(",.")
    return first not in _NO_SOURCE_FIRST and last not in _NO_SOURCE_LAST
