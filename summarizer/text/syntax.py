"""Words of a sentence with their part of speech, and its noun phrases.

A light reading by word lists, endings and neighbours, for English news prose: it is asked which
noun phrase is the subject or object of which verb, and nothing finer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.text.lexicon.data import lexicon
from summarizer.text.lexicon.forms import is_lemma, readings
from summarizer.text.places import national

Tag = Literal[
    "det",
    "num",
    "adj",
    "noun",
    "name",
    "time",
    "pron",
    "poss",
    "verb",
    "modal",
    "be",
    "have",
    "do",
    "to",
    "prep",
    "cc",
    "sub",
    "rel",
    "adv",
    "not",
    "comma",
    "quote",
    "stop",
]
Form = Literal["", "base", "s", "past", "part", "ing"]

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:(?:-|['’](?![sS]\b))[^\W_]+)*|['’][sS]?\b|[^\w\s]"
)
_CLOSED: dict[str, Tag] = {}


def _close(tag: Tag, listed: str) -> None:
    _CLOSED.update(dict.fromkeys(listed.split(), tag))


_close(
    "det",
    """a an the this these those his their its my our your no some any each every both all another
    either neither many several few most such""",
)
_close(
    "pron",
    """he she it they him them i we you us me himself herself itself themselves someone somebody
    everyone everybody nobody none anyone there one ones others that""",
)
_close("rel", "who whom whose which what")
_close("be", "is are was were be been being am isn't aren't wasn't weren't")
_close("have", "has have had having hasn't haven't hadn't")
_close("do", "do does did doesn't don't didn't")
_close(
    "modal",
    """will would can could may might shall should must cannot won't wouldn't can't couldn't
    shouldn't mustn't""",
)
_close("not", "not never n't hardly scarcely")
_close("cc", "and or but nor yet")
_close(
    "sub",
    """while whereas although though because since if when whenever until unless as where wherever
    whether once so than""",
)
_close(
    "prep",
    """of in on at by for from with without into onto over under about against between among
    through during across behind beyond near towards toward via upon within outside inside above
    below beside besides despite amid around along after before off like than per until except
    including following concerning regarding versus throughout alongside""",
)
_close(
    "adv",
    """also still already now then later ago soon just only even again once twice often always
    here there too very more less well up down out away back together apart abroad home forward
    aground ashore aboard adrift afloat aloft alone overseas online indoors outdoors overnight
    almost nearly longer about thus hence however instead meanwhile moreover therefore today tomorrow
    yesterday tonight first last finally ever perhaps rather quite""",
)
_close("to", "to")
_close(
    "num",
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion dozen half""",
)
_close(
    "time",
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight""",
)
_CLOSED["may"] = "modal"
_CLOSED["march"] = "noun"
FUNCTION_WORDS = frozenset(_CLOSED)
"""Determiners, pronouns, prepositions and the like, and common adverbs, lower case."""
_CALENDAR = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday""".split()
)
_TIME_NOUNS = frozenset(
    """day days night week weeks weekend month months year years decade decades century morning
    evening afternoon noon dawn hour hours minute minutes moment season summer winter spring autumn
    time while""".split()
)
_NOMINAL = frozenset(("det", "num", "adj", "noun", "name"))
_CONTRACTED = frozenset("it he she that there who what here".split())


@dataclass(frozen=True)
class Token:
    """A word or mark: where it stands, what it is, and for a verb in which form."""

    text: str
    lower: str
    start: int
    end: int
    tag: Tag
    form: Form = ""
    core: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phrase:
    """A noun phrase.

    Attributes:
        start, end: its tokens, ``end`` past the last.
        head: the last word, lower case.
        modifiers: its other content words, lower case.
        names: the cores of the names in it; the last one is what it names if ``named``.
        named: whether it is itself a name ("climber Ruth Abel"), not a thing of that name.
        determiner: "", or the determiner or possessive pronoun.
        owner: number of the phrase that owns it ("the town's manager"), or None.
        of: number of the phrase that "of" ties to it, or None.
        time: whether it says when.
    """

    start: int
    end: int
    head: str
    modifiers: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    named: bool
    determiner: str
    pronoun: bool
    owner: int | None
    of: int | None = None
    time: bool = False


@lru_cache(maxsize=50_000)
def classes(word: str) -> str:
    """Which of "n", "v", "a" a lower-case form may be, by the lexicon; "" when it is unknown."""
    known = lexicon()
    all_ = readings(word, known)
    found = {p for p, lemma in all_ if p in "nva" and lemma in known.lemmas[p]}
    if not found and any(is_lemma(lemma, known) for _, lemma in all_):
        return "a" if word.endswith(("al", "ic", "ous", "ful", "ish", "ive")) else "n"
    return "".join(p for p in "nva" if p in found)


_PERSON = re.compile(r"(?:[eo]rs?|ists?|m[ae]n|wom[ae]n|ians?|ants?|ees?|eurs?|ess(?:es)?)$")
_PERSONS = frozenset(
    """head chief captain mayor boss chair president king queen judge coach nurse chef pilot guard
    host clerk agent monk priest bishop pope hero mother father sister brother son daughter wife
    husband uncle aunt niece nephew cousin friend ally rival colleague counterpart partner boyfriend
    girlfriend widow widower child boy girl person member delegate candidate suspect victim witness
    patient pupil student driver spokesperson vice-president co-defendant defendant attorney
    executive representative ceo cfo coo cto mp mep pm vp
    architect athlete astronaut magnate tycoon envoy diplomat aide spy thief critic cleric jockey
    sergeant lieutenant corporal admiral superintendent constable detective sheriff dean rabbi imam
    nun novelist cook veteran resident citizen refugee founder secretary premier chancellor
    prosecutor midfielder goalkeeper surgeon acrobat bishop captain vocalist
    heir heiress guest expert official general colonel private star model poet author""".split()
)


_BODY = re.compile(r"(?:maker|producer|paper|ness|power|water|meter|centre|[^n]ger|tter|hter|wer)$")
_THINGS = frozenset(
    """manufacturer provider publisher supplier retailer carrier insurer lender broadcaster operator
    developer competitor newsletter river number order offer computer summer winter matter letter
    quarter chapter corner border theater theatre helicopter freighter trawler tanker cruiser tractor
    reactor motor factor sector door floor error terror harbor labor color honor favor vapor mirror
    tumor minor major transformer sensor monitor doctorate filter container router server
    printer engine cover layer paper plaster register rubber shoulder silver copper cancer cluster
    consumer member-state after other another over under rather per error interior exterior humor
    rumor armor anchor elevator generator processor corridor horror meteor chancellor-elect alder
    timber lumber thunder wonder danger finger trigger hunger burger cheeseburger ginger merger
    disaster poster plant restaurant grant elephant warrant pollutant giant variant hydrant covenant
    remnant implant instant constant pendant quadrant relevant committee coffee fee tree degree
    guarantee knee three free bee business process access success address press express progress
    congress mess stress dress less unless list mist twist wrist assist fist consist exist resist
    human german roman per er barrier carrier-bag tier pier frontier premier-league career peer deer
    beer steer engineer-corps cheer volunteer-force hour tour four colour harbour labour honour
    favour vapour rumour humour armour tumour want infant-school""".split()
)


@lru_cache(maxsize=20_000)
def person_noun(word: str) -> bool:
    """Whether a lower-case noun looks like one for a person."""
    single = word.removesuffix("s") if not word.endswith("ss") else word
    if word in _PERSONS or single in _PERSONS:
        return True
    return bool(_PERSON.search(word)) and single not in _THINGS and not _BODY.search(single)


@lru_cache(maxsize=50_000)
def has_base(word: str) -> bool:
    """Whether a lower-case word is an inflected form of another word that the lexicon has."""
    known = lexicon()
    return any(
        lemma != word and p in "nva" and lemma in known.lemmas[p]
        for p, lemma in readings(word, known)
    )


@lru_cache(maxsize=50_000)
def verb_lemma(word: str) -> str:
    """The verb that a lower-case form is most likely of, itself when the lexicon knows none."""
    known = lexicon()
    found = sorted(
        lemma for p, lemma in readings(word, known) if p == "v" and lemma in known.lemmas["v"]
    )
    other = [lemma for lemma in found if lemma != word]
    return (other or found or [word])[0]


@lru_cache(maxsize=50_000)
def _form(word: str) -> Form:
    """In which form a word would be a verb."""
    if "v" not in classes(word) and not word.endswith("ed"):
        return ""
    if word.endswith("ing") and verb_lemma(word) != word:
        return "ing"
    if verb_lemma(word) == word:
        return "past" if word in _SAME_PAST else "base"
    if word.endswith("s") and not word.endswith("ss"):
        return "s"
    return "part" if word in _ONLY_PARTICIPLE else "past"


_NO_ADVERB = frozenset(
    """family ally supply only early daily weekly monthly yearly friendly elderly likely unlikely
    deadly assembly monopoly reply rally bully apply rely fly anomaly butterfly lily holy ugly silly
    lovely lonely costly orderly quarterly homely belly folly multiply imply comply jelly""".split()
)
_SAME_PAST = frozenset("put cut set hit let cost shut split spread hurt quit beat".split())
_ONLY_PARTICIPLE = frozenset(
    """given taken seen known gone done written driven stolen chosen spoken broken shown born drawn
    grown thrown flown worn beaten eaten fallen forgotten risen sworn torn woken begun sung""".split()
)


def tokens(text: str, names: tuple[tuple[int, int, tuple[str, ...]], ...]) -> tuple[Token, ...]:
    """The tokens of one sentence.

    Args:
        text: the sentence.
        names: offsets and core of each name in it, in order; a name is one token.
    """
    raw: list[tuple[int, int, tuple[str, ...]]] = []
    at = 0
    for match in _TOKEN.finditer(text):
        while at < len(names) and names[at][1] <= match.start():
            at += 1
        if at < len(names) and names[at][0] <= match.start() < names[at][1]:
            if not raw or raw[-1][0] != names[at][0]:
                raw.append(names[at])
            if match.end() <= names[at][1]:
                continue
        raw.append((match.start(), match.end(), ()))
    found: list[Token] = []
    for place, (start, end, core) in enumerate(raw):
        following = text[slice(*raw[place + 1][:2])] if place + 1 < len(raw) else ""
        found.append(_token(text, start, end, core, found, following))
    return tuple(found)


def _token(
    text: str, start: int, end: int, core: tuple[str, ...], before: list[Token], following: str
) -> Token:
    word = text[start:end]
    lower = word.lower().replace("’", "'")
    if core and not national(lower):
        return Token(word, lower, start, end, "name", core=core)
    if core:
        return Token(word, lower, start, end, "adj")
    tag, form = _tagged(word, lower, before, following)
    return Token(word, lower, start, end, tag, form)


def _tagged(word: str, lower: str, before: list[Token], following: str) -> tuple[Tag, Form]:
    prev = before[-1] if before else None
    if lower in ("'s", "'"):
        contracted = prev is not None and prev.lower in _CONTRACTED
        plural = lower == "'s" or (prev is not None and prev.lower.endswith("s"))
        return ("be", "") if contracted else ("poss", "") if plural and prev else ("quote", "")
    if not word[0].isalnum():
        return _mark(word), ""
    if word[0].isdigit():
        return "num", ""
    if lower in _CALENDAR and word[0].isupper() and (prev or lower not in ("may", "march")):
        return "time", ""
    if lower in ("her", "that", "to", "so", "about", "over") or lower in _CLOSED:
        return _closed(lower, prev, following), ""
    return _open(lower, prev, before, following)


def _mark(word: str) -> Tag:
    if word in ",()–—[]":
        return "comma"
    return "quote" if word in "“”\"‘’'" else "stop"


_BETWEEN = frozenset("both all each since long".split())


def _closed(lower: str, prev: Token | None, following: str) -> Tag:
    after = following.lower()
    if prev is not None and prev.tag in ("have", "be", "modal") and lower in _BETWEEN:
        return "adv"
    if lower in ("one", "ones") and prev is not None and prev.tag == "det":
        return "noun"
    if lower in ("both", "all", "each") and after[:1].isalpha() and not _noun_like(following):
        return "adv" if after not in ("of", "the", "its", "his", "their") else "det"
    if lower == "no" and after == "longer":
        return "not"
    if lower == "her":
        noun = bool(after) and after[0].isalnum() and _CLOSED.get(after, "adv") == "adv"
        noun = noun and after not in ("here", "there", "again", "then", "now", "also")
        return "det" if noun else "pron"
    if lower == "that":
        if prev is not None and prev.tag in ("noun", "name", "comma"):
            return "rel"
        return "sub"
    if lower in ("before", "after", "since", "until") and _CLOSED.get(after) == "pron":
        return "sub"
    return _CLOSED[lower]


def _open(lower: str, prev: Token | None, before: list[Token], following: str) -> tuple[Tag, Form]:
    kinds, form = classes(lower), _form(lower)
    if lower.endswith("ly") and lower not in _NO_ADVERB:
        return "adv", ""
    if not form:
        return ("adj" if "a" in kinds and _before_noun(kinds, following) else "noun"), ""
    governor = next((t for t in reversed(before) if t.tag not in ("adv", "not")), None)
    if form in ("base", "s"):
        return _finite_or_noun(lower, kinds, form, before, governor, following)
    if lower == "acting" and _noun_like(following):
        return "adj", ""
    inside = prev is not None and prev.tag in ("det", "adj", "num", "poss")
    if inside:
        nominal = form == "ing" and not _noun_like(following)
        return ("noun" if nominal else "adj"), ""
    if form == "ing" and "n" in kinds and prev is not None and prev.tag in ("noun",):
        return "noun", ""
    if form != "ing" and prev is not None and prev.tag == "prep" and _noun_like(following):
        return "adj", ""
    return "verb", form


def _closes_aside(before: list[Token]) -> bool:
    """Whether the comma just read is the second one behind a name or noun."""
    return sum(t.tag == "comma" for t in before) > 1 and any(
        t.tag == "comma" and i and before[i - 1].tag in ("name", "noun")
        for i, t in enumerate(before[:-1])
    )


def _finite_or_noun(
    lower: str,
    kinds: str,
    form: Form,
    before: list[Token],
    governor: Token | None,
    following: str,
) -> tuple[Tag, Form]:
    """A form that may be a noun or a verb ("plans", "report")."""
    prev = before[-1] if before else None
    other: Tag = "adj" if "a" in kinds and _before_noun(kinds, following) else "noun"
    if prev is None and _noun_like(following):
        return other, ""
    if governor is not None and governor.tag in ("to", "modal", "do"):
        plain = form == "base" and not (governor.tag == "to" and _after_to_noun(kinds, following))
        return ("verb", form) if plain else (other, "")
    after = _CLOSED.get(following.lower(), "name" if following[:1].isupper() else "")
    if governor is not None and governor.tag == "be":
        return other, ""
    if (prev is not None and prev.tag == "prep") or after in ("be", "have", "modal", "do"):
        return other, ""
    if kinds == "v" and (prev is None or prev.tag not in ("det", "adj", "poss")):
        return "verb", form
    if prev is None or prev.tag not in ("noun", "name", "pron", "rel", "adv", "comma", "time"):
        return other, ""
    if (
        prev.tag == "comma"
        and form == "s"
        and _closes_aside(before)
        and following.lower() in _CLOSED
    ):
        return "verb", form
    subject = governor is not None and governor.tag in ("noun", "name", "pron", "rel", "time")
    plural = governor is not None and (
        governor.tag in ("rel", "pron")
        or (governor.tag == "noun" and governor.lower.endswith("s"))
        or governor.lower in ("people", "police")
    )
    if prev.tag == "comma" or not subject:
        return other, ""
    fits = (
        plural or governor is None or governor.tag == "name"
        if form == "base"
        else not (governor is not None and governor.tag == "noun" and governor.lower.endswith("s"))
    )
    opens_object = after in ("det", "pron", "to", "name", "adv", "sub", "not") or (
        following.lower() in ("that", "her") or following[:1].isdigit()
    )
    if fits and (opens_object or (governor is not None and governor.tag in ("rel", "pron"))):
        return "verb", form
    if (
        fits
        and form == "s"
        and (after == "prep" and governor is not None and governor.tag == "name")
    ):
        return "verb", form
    return other, ""


def _after_to_noun(kinds: str, following: str) -> bool:
    """Whether what follows "to" is more likely a noun: "to court", "to work" stay verbs."""
    return "v" not in kinds


def _before_noun(kinds: str, following: str) -> bool:
    return "n" not in kinds or _noun_like(following)


def _noun_like(word: str) -> bool:
    lower = word.lower()
    if not lower or not lower[0].isalnum() or lower in _CLOSED:
        return False
    kinds = classes(lower)
    return word[0].isupper() or "n" in kinds or not kinds or "a" in kinds


_NUMBERED = frozenset(
    """number page gate chapter section article room platform pier route line phase grade level age
    no day game group act scene floor track lane flight unit terminal stage round class""".split()
)


def phrases(words: tuple[Token, ...]) -> tuple[Phrase, ...]:
    """The noun phrases of a sentence, in order."""
    found: list[Phrase] = []
    at = 0
    owner: int | None = None
    while at < len(words):
        tag = words[at].tag
        if tag == "pron" or (tag == "rel" and words[at].lower == "whose"):
            if tag == "pron":
                token = words[at]
                found.append(Phrase(at, at + 1, token.lower, (), (), False, "", True, None))
            at, owner = at + 1, None
            continue
        if tag == "time":
            found.append(
                Phrase(at, at + 1, words[at].lower, (), (), False, "", False, None, time=True)
            )
            at, owner = at + 1, None
            continue
        if tag not in _NOMINAL:
            at, owner = at + 1, None
            continue
        end = at
        while end < len(words) and words[end].tag in _NOMINAL:
            if end > at and words[end].tag == "det":
                break
            before = words[end - 1]
            counted = before.tag == "name" or before.lower not in _NUMBERED
            if end > at and words[end].tag == "num" and before.tag in ("noun", "name") and counted:
                break
            end += 1
        phrase = _phrase(words, at, end, owner)
        owned = end < len(words) and words[end].tag == "poss"
        if phrase is not None:
            found.append(phrase)
        owner = len(found) - 1 if owned and phrase is not None else None
        at = end + owned if end > at else at + 1
    return _tie(words, found)


def _phrase(words: tuple[Token, ...], start: int, end: int, owner: int | None) -> Phrase | None:
    inside = words[start:end]
    determiner = inside[0].lower if inside[0].tag == "det" else ""
    content = [t for t in inside if t.tag != "det"]
    if not content:
        # "both", "many", "this" alone
        return Phrase(start, end, determiner, (), (), False, "", True, None)
    head = content[-1]
    names = tuple(t.core for t in content if t.core)
    return Phrase(
        start=start,
        end=end,
        head=head.lower,
        modifiers=tuple(w for t in content[:-1] for w in _as_modifier(t)),
        names=names,
        named=bool(head.core),
        determiner=determiner,
        pronoun=False,
        owner=owner,
        time=head.lower in _TIME_NOUNS,
    )


def _as_modifier(token: Token) -> tuple[str, ...]:
    """The words of an office before a name ("Trade Secretary Ana Roth"); no other name is one."""
    if not token.core:
        return (token.lower,)
    said = tuple(token.lower.split())
    return said if len(said) > 1 and person_noun(said[-1]) else ()


def _tie(words: tuple[Token, ...], found: list[Phrase]) -> tuple[Phrase, ...]:
    """Tie "X of Y"."""
    tied = list(found)
    for i in range(len(found) - 2, -1, -1):
        here, following = found[i], tied[i + 1]
        between = words[here.end : following.start]
        if len(between) == 1 and between[0].lower == "of" and not following.pronoun:
            tied[i] = Phrase(**{**_fields(here), "of": i + 1})
    # "the head of the town's department": the owner stands between.
    for i in range(len(found) - 2):
        here, middle, after = tied[i], tied[i + 1], tied[i + 2]
        if after.owner == i + 1 and here.of == i + 1:
            tied[i] = Phrase(**{**_fields(here), "of": i + 2})
            del middle
    return tuple(tied)


def _fields(phrase: Phrase) -> dict[str, object]:
    return {name: getattr(phrase, name) for name in phrase.__dataclass_fields__}
