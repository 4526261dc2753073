"""Where names stand in a text.

A name is a run of capitalised words, joined by small words only where organisations and titles
are joined ("Bank of England"). What is capitalised only because it opens a sentence, or because a
title capitalises everything, is no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.first_names import FEMALE, MALE
from summarizer.text.places import national
from summarizer.text.syntax.classes import CLOSED, FUNCTION_WORDS, classes, has_base
from summarizer.text.syntax.persons import person_noun
from summarizer.text.words import STOP_WORDS, bare

# Letters that open a name: Latin with all its accents, Greek, Cyrillic.
_CAPITALS = "".join(
    c for c in map(chr, (*range(0x41, 0x530), *range(0x1E00, 0x1F00))) if c.isupper()
)
_CAPITAL = f"[{_CAPITALS}]"
_PARTICLES = (
    "de|van|von|der|den|ter|ten|bin|ibn|al|el|da|das|do|dos|del|della|la|le|du|di|y|zu|zur|af|av"
)
SMALL = frozenset(_PARTICLES.split("|"))
_WORD = rf"(?:(?:al|el|ben|d[’'])-?(?={_CAPITAL}))?{_CAPITAL}[\w’'.&-]*[\w’']"
# "J. R. Diaz", and not the letter that closes a sentence.
_INITIAL = rf"{_CAPITAL}\.(?=[ \t]+{_CAPITAL})(?!\s+(?:The|An?|It|He|She|They|In|On|At|But|And)\b)"
_RUN = re.compile(
    rf"(?<![\w’'])(?:{_WORD}|{_CAPITAL}(?:\.{_CAPITAL})+\.?|{_INITIAL}|{_CAPITAL})"
    rf"(?:(?:[ \t]+(?:of|for|and|the|&|{_PARTICLES})){{0,2}}"
    rf"[ \t]+(?:{_WORD}|{_CAPITAL}(?:\.{_CAPITAL})+\.?|{_CAPITAL}\.?(?=\s+{_CAPITAL})))*"
)
TITLES = frozenset(
    """mr mrs ms miss dr prof professor president vice chancellor secretary minister premier prime
    senator sen rep representative congressman congresswoman governor gov mayor judge justice
    general gen colonel col captain capt sergeant lieutenant chief director commissioner chairman
    chairwoman chair ceo cfo adviser advisor spokesman spokeswoman spokesperson councillor
    councilman councilwoman councilor attorney prosecutor king queen prince princess pope bishop
    archbishop sir dame lord lady coach officer inspector superintendent ambassador sheriff deputy
    analyst economist researcher hydrologist engineer founder leader head former acting""".split()
)
PERSON_NOUNS = "|".join(sorted(TITLES | {"official", "man", "woman", "agent", "leader", "author"}))
ORGANISATION = frozenset(
    """agency administration department ministry office bureau commission committee council
    company corporation corp inc ltd llc plc group bank university institute college school
    association union party news times post herald tribune journal gazette reuters court
    parliament senate congress house police army navy force forces service services authority
    board foundation federation league club team hospital holdings partners media network
    operations investigations enforcement security customs organization organisation society
    alliance coalition airlines motors energy systems technologies fund trust press ledger
    observer chronicle daily register courier inspectorate industries laboratories laboratory
    foods pharma pharmaceuticals mining shipping insurance airways railways academy polytechnic
    theatre museum gallery library clinic tribunal directorate secretariat council confederation
    credit capital finance savings assurance steel energy telecom software logistics
    fc rovers wanderers orchestra philharmonic choir brigade regiment battalion squadron""".split()
)
BODIES = ORGANISATION - frozenset(
    """agency company group party team club board body service services authority department office
    committee council organization organisation institution society network operations""".split()
)
"""Nouns for bodies that no other body is called by."""
PLACE = frozenset(
    """street road avenue river lake mountain mount valley island islands bay harbour harbor port
    city county state province district airport bridge park square coast beach north south east
    west hill bridge creek""".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CALENDAR = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep
    oct nov dec""".split()
)
_OPENERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
    hundreds thousand thousands million dozens half moreover meanwhile nevertheless nonetheless
    additionally furthermore separately still yes no okay besides whereas anyone everyone nobody
    yesterday today tomorrow earlier later following despite instead overall asked unlike
    perhaps see image file photo residents officials police neither either none both all many
    several some most few""".split()
)
_CONTRACTED = re.compile(r"(?:i|we|you|he|she|it|they|that|there|who|what)['’](?:ll|re|ve|d|m|s)$")
_PEOPLE = frozenset("people police men women children staff".split())
_CUT = re.compile(
    rf"['’]s?\s+(?={_CAPITAL})|\s+and\s+(?:the\s+)?(?=(?:al-)?{_CAPITAL})|"
    rf"\s+of\s+(?:the\s+)?(?={_CAPITAL})"
)
_PREFIXED = re.compile(r"(?:ex|vice|co|then|former|deputy|mid|non|anti|pro|pre|post|self|ultra)-")
_FIRST_CAPITAL = re.compile(_CAPITAL)
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_TITLE_WORDS = 4
_TITLE_SHARE = 0.8
WINDOW = 40
Core = tuple[str, ...]


@dataclass(frozen=True)
class Mention:
    """One place where a name stands.

    Attributes:
        text: the words, possessive ending removed.
        start, end: in the string that was read.
        core: the lower-case words that identify it, titles and small words left out.
    """

    text: str
    start: int
    end: int
    core: Core


def _tidy(run: str) -> str:
    text = run.rstrip()
    text = text if re.search(r"\.[A-Z]\.?$", text) else text.rstrip(".")
    return text[: len(text) - len(text.replace("’", "'")) + len(bare(text))]


def _core(text: str) -> Core:
    return tuple(
        w
        for w in (bare(x).lower().strip(".,") for x in text.split())
        if w and w not in TITLES and w not in STOP_WORDS
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - WINDOW) : start]
    return not before.rstrip(" \t\n“\"'(‘-–—•*") or bool(
        re.search(r"[.!?:]['\"”’)]*[\s“\"'(‘]*$|\n[\s“\"'(‘•*-]*$", before)
    )


def _split_run(text: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """A run as names: "Ana Duarte and Piet Vos" is two, "Department of Trade and Industry" one."""
    run = match.group()
    pieces = [(0, len(run))]
    for cut in _CUT.finditer(run):
        begin, end = pieces[-1]
        if "of" in cut.group():
            if not _of_a_person(run[begin : cut.start()]):
                continue
            pieces[-1:] = [(begin, cut.start()), (cut.end(), end)]
            continue
        plural = cut.group().strip() in ("'", "’")
        if plural and set(words_of(run[cut.end() : end])[:1]) & ORGANISATION:
            continue  # "the Farmers' League"
        joined = "and" in cut.group() and "the" not in cut.group()
        if joined and _joins(run[begin : cut.start()], run[cut.end() : end]):
            continue
        stop = cut.start() if "and" in cut.group() else cut.end()
        pieces[-1:] = [(begin, stop), (cut.end(), end)]
    pieces = [part for a, b in pieces for part in _after_title(run, a, b)]
    return [(match.start() + a, match.start() + b) for a, b in pieces]


def _after_day(text: str, begin: int, end: int) -> int:
    """ "On Tuesday Roth left": the day is no part of the name."""
    first, _, rest = text[begin:end].partition(" ")
    return begin + len(first) + 1 if rest and first.lower() in _DAYS else begin


def _after_title(run: str, begin: int, end: int) -> list[tuple[int, int]]:
    """ "Trade Secretary Ana Duarte" is an office and a person."""
    tokens = [(m.start() + begin, m.end() + begin) for m in re.finditer(r"\S+", run[begin:end])]
    titles = [i for i, (a, b) in enumerate(tokens) if run[a:b].lower().strip(".,") in TITLES]
    last = titles[-1] if titles else -1
    if last < 0 or last == len(tokens) - 1 or run[slice(*tokens[last + 1])] in {"of", "for"}:
        return [(begin, end)]
    office = [(begin, tokens[last][1])] if last else []
    return [*office, (tokens[last + 1][0], end)]


def _of_a_person(left: str) -> bool:
    """Whether "of" ties a person to a place or body ("Ana Duarte of Lisbon") inside no name."""
    said = [w.strip(".") for w in words_of(left)]
    while said and said[0] in TITLES:
        said = said[1:]
    return len(said) > 1 and not any(
        w in ORGANISATION or w in PLACE or w in TITLES or w in STOP_WORDS or classes(w)
        for w in said
    )


def _joins(left: str, right: str) -> bool:
    """Whether "and" stands inside one name ("Customs and Border Protection")."""
    one_name = len(left.split()) == 1 or re.search(r"\b(?:of|for)\b", left)
    ends_as_body = set(words_of(right)) & ORGANISATION or " of " in left
    return bool(one_name and ends_as_body and not set(words_of(right)) & TITLES)


def words_of(run: str) -> list[str]:
    return [bare(w).lower() for w in run.split()]


def mentions(
    text: str,
    lower_words: frozenset[str] = frozenset(),
    cased: frozenset[str] = frozenset(),
) -> list[Mention]:
    """Names of ``text`` in order.

    Args:
        text: what to read.
        lower_words: words that the document also writes in lower case; one of them that opens a
            sentence is taken as an ordinary word.
        cased: words that the document capitalises within its sentences, in lower case; one of
            them that opens a sentence is part of a name though the language has it as a word.
    """
    found: list[Mention] = []
    titles = _title_lines(text)
    for match in _RUN.finditer(text):
        pieces = _split_run(text, match)
        if any(a <= match.start() < b for a, b in titles):
            pieces = [p for piece in pieces for p in _in_title(text, *piece, lower_words, cased)]
        for begin, end in pieces:
            start = _skip_opening(text, begin, end, lower_words, cased)
            start = _after_day(text, start, end)
            name = _tidy(text[start:end])
            core = _core(name)
            if not core or set(core) <= _CALENDAR or name in {"I", "A"}:
                continue
            if len(core) == 1 and _CONTRACTED.match(core[0]):
                continue
            found.append(Mention(name, start, start + len(name), core))
    return found


def _title_lines(text: str) -> list[tuple[int, int]]:
    """Offsets of lines in title case or capitals, where a capital says nothing."""
    found = []
    start = 0
    for line in text.split("\n"):
        if line and line[-1] not in '.!?”"':
            said = _LONG_WORD.findall(line)
            capital = sum(w[0].isupper() for w in said)
            if len(said) >= _TITLE_WORDS and capital >= _TITLE_SHARE * len(said):
                found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _in_title(
    text: str, begin: int, end: int, lower_words: frozenset[str], cased: frozenset[str]
) -> list[tuple[int, int]]:
    """The stretches of a run of a title that are no ordinary words."""
    found: list[tuple[int, int]] = []
    open_ = False
    for token in re.finditer(r"\S+", text[begin:end]):
        plain = bare(token.group().strip(".,")).lower()
        known = plain in lower_words or plain in STOP_WORDS or bool(classes(plain))
        if known and plain not in cased:
            open_ = False
            continue
        span = (begin + token.start(), begin + token.end())
        if open_:
            found[-1] = (found[-1][0], span[1])
        else:
            found.append(span)
        open_ = True
    return found


def _skip_opening(
    text: str, start: int, end: int, lower_words: frozenset[str], cased: frozenset[str]
) -> int:
    """Leave out the first word when it is capitalised only because it opens a sentence."""
    first = text[start:end].split(maxsplit=1)[0]
    plain = bare(first).lower()
    ordinary = (
        plain in lower_words
        or plain in _OPENERS
        or plain in FUNCTION_WORDS
        or plain.endswith("ly")
        or (plain not in cased and _common(plain, text[start + len(first) :]))
    )
    if plain in STOP_WORDS or (ordinary and plain not in TITLES and _opens_sentence(text, start)):
        rest = text[start + len(first) : end]
        begin = _FIRST_CAPITAL.search(rest)
        return start + len(first) + begin.start() if begin else end
    return start


@lru_cache(maxsize=20_000)
def _plural_or_form(word: str) -> bool:
    """Whether a word of the language is a plural, a participle or only an adjective."""
    kinds = classes(word)
    changed = word.endswith(("s", "ing", "ed")) and not word.endswith(("ss", "us"))
    if word.endswith(("ers", "ors")):
        doing = word.removesuffix("s")[:-2]
        if classes(doing) or classes(doing + "e"):
            return True  # "dockers", not "Reuters"
    return bool(kinds) and (kinds == "a" or word in _PEOPLE or (changed and has_base(word)))


def _common(word: str, rest: str) -> bool:
    """Whether a word that opens a sentence is an ordinary one of the language there.

    A noun in the singular that a verb follows may be a name ("Apple said"), and so may one that
    another capital follows ("Green Acre").
    """
    if _plural_or_form(word):
        return True
    after = re.match(r"\s+([^\W\d_]+)", rest)
    if _PREFIXED.match(word) and classes(word.partition("-")[2]):
        return True
    named = re.match(rf"\s+[^\W\d_]+\s+{_CAPITAL}", rest) and not national(word)
    if named and after and after[1] not in FUNCTION_WORDS:
        compound = "n" in classes(after[1]) and not after[1].endswith(("s", "ed"))
        if compound and after[1].islower():
            return True  # "Software house Inkwell"
    if not after or not classes(word):
        return False
    if not after[1].islower():
        known = bool(classes(word)) or re.match(rf"\s+[^\W\d_]+\s+{_CAPITAL}", rest)
        occupied = bool(known) and person_noun(word) and word not in FEMALE | MALE
        return occupied and not classes(after[1].lower())
    # A verb would agree with it: "Apple says", but "assistant coach".
    agrees = has_base(after[1]) and not person_noun(after[1])
    agrees = agrees and CLOSED.get(after[1]) != "prep"  # "Work on the bridge"
    return "n" in classes(after[1]) and not agrees


def lower_words(text: str) -> frozenset[str]:
    """The words that ``text`` writes in lower case somewhere."""
    return frozenset(re.findall(r"\b[a-z]{2,}\b", text))


def cased_words(text: str) -> frozenset[str]:
    """The words, in lower case, that ``text`` capitalises within its sentences."""
    titles = _title_lines(text)
    found: set[str] = set()
    for match in _RUN.finditer(text):
        if any(a <= match.start() < b for a, b in titles):
            continue
        said = words_of(match.group())
        found.update(said[1:] if _opens_sentence(text, match.start()) else said)
    return frozenset(found)


def initials_of(name: str) -> set[str]:
    """The acronyms that a name of several words may have, in lower case: with and without its
    small words."""
    said = [w for part in name.split() for w in part.split("-") if w]
    capital = "".join(w[0] for w in said if w[0].isupper())
    every = "".join(w[0] for w in said)
    return {x.lower() for x in (capital, every) if len(x) > 1}
