"""What shows whether a name is a person's, a body's, a place's or a thing's.

Signs are counted, none decides alone: the words of the name, those beside it, and what the source
says it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from summarizer.attributes.speakers import FEMALE, MALE, ORGANISATION_NOUNS, OUTLET_NOUNS, is_outlet
from summarizer.briefing.parties.roles import HONORIFICS, Role, role_noun
from summarizer.text.first_names import FEMALE as WOMEN
from summarizer.text.first_names import MALE as MEN
from summarizer.text.mentions import ORGANISATION, PLACE, SMALL, TITLES, Core, Mention, words_of
from summarizer.text.places import place_of
from summarizer.text.syntax.classes import FUNCTION_WORDS, classes, has_base

Kind = Literal["person", "organisation", "place", "thing"]
Gender = Literal["", "she", "he"]

LEGAL = frozenset("ltd inc plc llc corp limited incorporated gmbh ag sa nv bv spa oy co".split())
"""What a firm's name ends in and is left out of as often."""
_OTHERS = frozenset(
    """annals business newsletter journal consultancy brewery clinic society unit division ngo
    think-tank
    newsroom opposition inspectorate""".split()
)
BODIES = ORGANISATION_NOUNS | OUTLET_NOUNS | _OTHERS
_FIRMS = frozenset(
    """maker producer operator supplier provider carrier employer contractor regulator publisher
    manufacturer retailer insurer lender airline""".split()
)
"""Nouns for firms as for persons."""
_TRADES = frozenset(
    """haulage freight transport rail water electric sugar kitchens lines works data gas oil steel
    rangers harriers albion hotspur cellworks biosciences labs brewing textiles shipping chemicals
    plastics paper""".split()
)
"""What firms and clubs are called after."""
_MADE = frozenset(
    """ship ferry vessel boat yacht trawler tanker train plane aircraft satellite probe rocket app
    drug vaccine protein film book novel song album game disease virus medal prize law act test
    product device car model software programme project mission storm hurricane cyclone""".split()
)
LOCALITIES = frozenset(
    """city town village island capital region port river district suburb province state country
    county nation republic kingdom lake valley mountain coast street""".split()
)
# What a name ends in that is neither a person nor a body: places, buildings, prizes, laws, events.
PLACES = PLACE | frozenset(
    """cape fort mount camp isle lane row close crescent terrace drive gardens green wharf quay
    upper lower peninsula delta forest woods marsh pass heights ridge falls springs gate district
    quarter sea ocean gulf strait republic kingdom state states emirate duchy rocks isles shoals
    cliffs caves downs moors town village baths stadium arena hall tower palace pier dock docks
    station terminal refinery mill mine dam reactor plaza mall cathedral church chapel temple mosque
    building house road motorway highway""".split()
)
_CENTRES = frozenset("medical health research cancer arts law advice welfare".split())
_WIDE = frozenset(
    """national royal federal united central international athletic sporting real general european
    global universal imperial atlético deportivo dynamo""".split()
)
"""What bodies begin with and persons do not."""
_STORMS = frozenset("hurricane typhoon cyclone storm operation project".split())
_THINGS = frozenset(
    """cup medal prize award trophy act bill treaty convention agreement protocol accord study trial
    festival war olympics games championship report plan project programme program initiative day
    week month year summit conference meeting inquiry code directive law constitution atlas series
    show film book game app ecology""".split()
)
_LABELS = frozenset(
    """news media press office contact group company services service department board network
    hospital committee council commission court institute agency ministry times post herald daily
    team club party division section information enquiries inquiries""".split()
)
"""What is no name by itself, and stands in the headings of pages."""
_CHAMBERS = frozenset("parliament congress senate reuters".split())
_TITLES = HONORIFICS | TITLES - {"head", "former", "leader"}
_NOT_PERSONS = frozenset(
    "rival holder holders owner partner member winner loser host favourite".split()
)
_BEFORE_WORD = re.compile(r"([\w’'-]+)\.?\s+$")
_IN = re.compile(r"\b(?:in|near|across|around|outside|throughout|inside)\s+(?:the\s+)?$", re.I)
_FROM = re.compile(r"\b(?:from|to|of|at)\s+(?:the\s+)?$", re.I)
_ACTS = re.compile(
    r"\s+(?:also\s+|again\s+|now\s+)?(?:has|had|does|did|will|would|may|might|could|aims|intends|said|says|denied|denies|insists|insisted|plans|"
    r"planned|expects|expected|hopes|hoped|announced|declined|agreed|wants|wanted|promised|refused|"
    r"employs|sold|bought|offered|reported|puts|put|owns|makes|runs|replied|answered|won|led|lost)\b"
)
_FOLLOWED = re.compile(r"\s+([a-z]+)")
_THE = re.compile(r"\bthe\s+$", re.I)
_ABOARD = re.compile(r"\b(?:aboard|on\s+board)\s+(?:the\s+)?$", re.I)
_PLACE_OF = re.compile(
    r"\b(?:mayor|governor|capital|city|town|village|people|residents|port|coast|county|outskirts|"
    r"republic|state|province|district|north|south|east|west|centre|streets)\s+of\s+(?:the\s+)?$",
    re.I,
)
_STATE_HAS = re.compile(
    r"['’]s?\s+(?:(?:foreign|prime|finance|health|interior|defen[cs]e|culture)\s+minister|minister|"
    r"parliament|capital|government|coast|airport|port|people|streets|mayor|population|economy|"
    r"territory|border|council|university)\b",
    re.I,
)
_IS_DISTRICT = re.compile(r"\s+(?:district|coast|area|county|region|province|valley|road|shore)\b")
_FIRM_HAS = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?:shares?|shareholders?|stock|profits?|revenue|sales|customers|"
    r"founders?|co-founder|managing\s+director|chief\s+executive|chairman|chairwoman|chair|board|spokesman|spokeswoman|"
    r"spokesperson|workforce|employees|staff|works\s+council|headquarters|president|manager|"
    r"goalkeeper|captain|coach|striker|general\s+counsel|newsroom|editor|reporters?|refinery)\b",
    re.I,
)
_OF_FIRM = re.compile(
    r"\b(?:founder|owners?|chief\s+executive|chairman|chairwoman|managing\s+director|boss|"
    r"shareholders?|shares|employees|board|spokesman|spokeswoman|spokesperson)\s+"
    r"(?:of|for|at|in)\s+(?:the\s+)?$",
    re.I,
)
_CHIEF = re.compile(
    r"\s+(?:chief|boss|spokesman|spokeswoman|spokesperson|officials?|director|president|members?|"
    r"said|says|called|warned|denied|staff|has|will)\b"
)
_PERSON_AFTER = re.compile(r"(?:,?\s+(?:who|whose|himself|herself)\b|,\s+(?:aged\s+)?\d{1,3}\b,)")
_PERSON_ACTS = re.compile(
    r",?\s+(?:has\s+|had\s+)?(?:resigned|died|testified|wept|smiled|laughed|retired|married|pleaded|"
    r"apologi[sz]ed|was\s+(?:born|buried|arrested|sentenced|jailed|elected|booked))\b"
)
_DATE_AFTER = re.compile(r",?\s+(?:[A-Z][\w.]*,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?\d|\s+\(")
STANDING = re.compile(r"['’]s(?=\s*(?:[.,;:!?)]|$)|\s+(?:[a-z]+ed|in|on|at|and|or|says?|said)\b)")
_LONGEST_PERSON = 4


@dataclass
class Naming:
    """One name of one source.

    Attributes:
        core: the words that identify it; a firm's legal form left out.
        title: gender of the title that it is written with ("Mr Strand"), or "".
        forms: how it is written, with how often, in order.
        own: how much its words speak for each kind; ``votes`` what stands beside it.
        genders: what shows the bearer's gender.
        roles: what stands beside it and says what it is.
        acronyms: cores that stand in brackets behind it, or before.
        bodies: what may be a body that it is said to be of ("of the Perrin Institute"), by core.
        titled: whether a title or an office stands before it.
        heard: what a chain calls it.
        pointed: how often it stands with "the" and without another noun ("the Post said").
        acting: how often it says or does something, or has what is a firm's.
        near: how often it stands after "from", "to", "at" or "of", as a place may.
    """

    core: Core
    title: Gender
    forms: Counter[str] = field(default_factory=Counter)
    own: Counter[Kind] = field(default_factory=Counter)
    votes: Counter[Kind] = field(default_factory=Counter)
    genders: set[Gender] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    acronyms: set[Core] = field(default_factory=set)
    bodies: dict[Core, str] = field(default_factory=dict)
    titled: bool = False
    heard: str = ""
    pointed: int = 0
    acting: int = 0
    near: int = 0


def learn(naming: Naming, role: Role) -> None:
    """Take in one description."""
    head = role.head
    given = len(naming.core) > 1 and naming.core[0] in WOMEN | MEN
    if head in BODIES and given:
        return
    if head in _FIRMS:
        naming.votes["organisation"] += 1 if len(naming.core) > 1 else 2
    elif head in BODIES:
        naming.votes["organisation"] += 3
    elif head in _MADE:
        naming.votes["thing"] += 5
    elif head in LOCALITIES:
        naming.votes["place"] += 3
    elif head in HONORIFICS or head in TITLES:
        naming.votes["person"] += 3
    elif role_noun(head):
        naming.votes["person"] += 0 if head in _NOT_PERSONS else 2
    elif not role.before and head.isalpha() and "n" in classes(head):
        naming.votes["thing"] += 1
    said = set(role.text.lower().split())
    she, he = said & (FEMALE | {"herself"}), said & (MALE | {"himself"})
    if bool(she) != bool(he):
        naming.genders.add("she" if she else "he")
    shown = role.shown()
    if shown and (role_noun(head) or head in BODIES | _FIRMS or role.clause):
        naming.roles.append(shown)


def signs(naming: Naming, text: str, mention: Mention) -> None:
    """Count what the words of a name and those beside it say of its kind.

    Args:
        text: the sentence that it stands in.
    """
    naming.own = naming.own or _by_itself(mention)
    before, after = text[max(0, mention.start - 50) : mention.start], text[mention.end :][:60]
    _as_person(naming, before, after)
    _as_body(naming, mention.text, before, after)
    opening = not text[: mention.start].strip("“\"' ")
    dateline = opening and mention.text.isupper() and _DATE_AFTER.match(after)
    if _STATE_HAS.match(after) or _PLACE_OF.search(before) or _IS_DISTRICT.match(after) or dateline:
        naming.votes["place"] += 3
    elif _IN.search(before) and not after.startswith(("'s", "’s")):
        naming.votes["place"] += 2
    if _ABOARD.search(before):
        naming.votes["thing"] += 3
    naming.near += bool(_FROM.search(before) and not _OF_FIRM.search(before))


def _as_person(naming: Naming, before: str, after: str) -> None:
    first = naming.core[0]
    word = _BEFORE_WORD.search(before)
    if word and word[1].lower() in _TITLES:
        naming.titled = True
        naming.votes["person"] += 3
    if naming.title:
        naming.genders.add(naming.title)
    elif len(naming.core) > 1 and (first in WOMEN) != (first in MEN):
        naming.genders.add("she" if first in WOMEN else "he")
    if _PERSON_AFTER.match(after) or _PERSON_ACTS.match(after):
        naming.votes["person"] += 2


def _as_body(naming: Naming, written: str, before: str, after: str) -> None:
    firm = bool(_FIRM_HAS.match(after) or _OF_FIRM.search(before))
    if firm or re.match(r",\s+which\b", after):
        naming.votes["organisation"] += 2
    if written.isupper() and _CHIEF.match(after):
        naming.votes["organisation"] += 2
    if _THE.search(before) and _alone(after):
        naming.pointed += 1
        if len(naming.core) > 1 and naming.pointed == 1:
            naming.votes["organisation"] += 1
    naming.acting += firm or bool(_ACTS.match(after))
    naming.acting += bool(STANDING.match(after))


def _alone(after: str) -> bool:
    """Whether no noun follows: "the Post said", not "the Skerran coast"."""
    following = _FOLLOWED.match(after)
    if following is None:
        return True
    word = following[1]
    return word in FUNCTION_WORDS or word.endswith("ed") or "n" not in classes(word)


def _by_itself(mention: Mention) -> Counter[Kind]:
    """What the words of a name say."""
    said, core = words_of(mention.text), mention.core
    votes: Counter[Kind] = Counter()
    head = words_of(mention.text.partition(" of ")[0])[-1]
    given = len(core) > 1 and (core[0] in WOMEN or core[0] in MEN)
    if given:
        votes["person"] += 3
    if (
        head in _THINGS
        or (len(core) > 1 and said[0] in _STORMS)
        or any(c.isdigit() for c in mention.text)
    ):
        votes["thing"] += 8
    elif not given and (head in PLACES or said[0] in PLACES or place_of(core[0])):
        votes["place"] += 3
    if core[0] == "st" and len(core) == 2:  # noqa: PLR2004
        votes["place"] += 2
        return votes
    if set(core) <= _LABELS or (len(core) == 1 and core[0] in ORGANISATION - _CHAMBERS):
        votes["thing"] += 8
    centre = head in ("center", "centre") and bool(set(said) & _CENTRES)
    if centre or set(said) & ORGANISATION or set(said) & LEGAL or "&" in mention.text:
        votes["organisation"] += 2 if given else 5
    elif len(core) > 1 and not given:
        if head in BODIES - LOCALITIES or is_outlet(mention):
            votes["organisation"] += 3
        elif core[-1].endswith("ics") or core[-1] in _TRADES or _several(core, votes):
            votes["organisation"] += 2
    short = 2 <= len(core) <= _LONGEST_PERSON and " of " not in mention.text  # noqa: PLR2004
    plain = [w for w in core if w not in SMALL]
    if short and plain and not classes(plain[-1]) and not votes["organisation"]:
        votes["person"] += 1
    return votes


def _several(core: Core, votes: Counter[Kind]) -> bool:
    """Whether a name is that of a club or firm: "Selby Rangers", "National Grid"."""
    plural = core[-1].endswith("s") and has_base(core[-1]) and not votes["place"]
    return core[0] in _WIDE or plural
