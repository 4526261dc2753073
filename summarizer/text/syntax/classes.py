"""Which classes of words an English word may belong to."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from summarizer.text.lexicon.data import lexicon
from summarizer.text.lexicon.forms import is_lemma, readings

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

CLOSED: dict[str, Tag] = {}
"""The class of each word of a closed class, lower case."""


def _close(tag: Tag, listed: str) -> None:
    CLOSED.update(dict.fromkeys(listed.split(), tag))


_close(
    "det",
    """a an the this these those his her their its my our your no some any each every both all
    another either neither many several few most such""",
)
_close(
    "pron",
    """he she it they him them i we you us me himself herself itself themselves someone somebody
    everyone everybody nobody none anyone there one ones others that mine yours hers ours theirs""",
)
_close("rel", "who whom whose which what")
_close("be", "is are was were be been being am isn't aren't wasn't weren't")
_close("have", "has have had having hasn't haven't hadn't")
_close("do", "do does did doesn't don't didn't")
_close(
    "modal",
    """will would can could may might shall should must cannot ought won't wouldn't can't couldn't
    shouldn't mustn't""",
)
_close("not", "not never hardly scarcely")
_close("cc", "and or but nor yet")
_close(
    "sub",
    """while whereas although though because since if when whenever until unless as where wherever
    whether once so than according""",
)
_close(
    "prep",
    """of in on at by for from with without into onto over under about against between among
    through during across behind beyond near towards toward via upon within outside inside above
    below beside besides despite amid amidst amongst around along after before off like unlike than
    per until till except including following concerning regarding versus throughout alongside atop
    past""",
)
_close(
    "adv",
    """also still already now then later ago soon just only even again once twice often always here
    there too very more less well up down out away back together apart abroad home forward
    aground ashore aboard adrift afloat aloft alone overseas online indoors outdoors overnight
    almost nearly longer thus hence however instead meanwhile moreover therefore today
    tomorrow yesterday tonight first last finally ever perhaps rather quite afterwards afterward
    elsewhere somewhere anywhere everywhere otherwise thereafter beforehand likewise furthermore
    indeed maybe sometimes seldom instead nowadays whatsoever ahead""",
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
CLOSED["may"] = "modal"
CLOSED["march"] = "noun"
FUNCTION_WORDS = frozenset(CLOSED)
"""Determiners, pronouns, prepositions and the like, and common adverbs, lower case."""

_SAME_PAST = frozenset(
    """put cut set hit let cost shut split spread hurt quit beat burst cast bet bid rid shed thrust
    upset wed broadcast forecast""".split()
)
_ONLY_PARTICIPLE = frozenset(
    """given taken seen known gone done written driven stolen chosen spoken broken shown born drawn
    grown thrown flown worn beaten eaten fallen forgotten risen sworn torn woken begun
    sung""".split()
)


@lru_cache(maxsize=50_000)
def classes(word: str) -> str:
    """Which of "n", "v", "a" a lower-case form may be, by the lexicon; "" when it is unknown."""
    known = lexicon()
    all_ = readings(word, known)
    found = {p for p, lemma in all_ if p in "nva" and lemma in known.lemmas[p]}
    if "our" in word[2:]:
        found |= set(classes(word.replace("our", "or")))  # "rumour"
    if not found and any(is_lemma(lemma, known) for _, lemma in all_):
        return "a" if word.endswith(("al", "ic", "ous", "ful", "ish", "ive")) else "n"
    return "".join(p for p in "nva" if p in found)


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
def form_of(word: str) -> Form:
    """In which form a lower-case word would be a verb; "" when it can be none."""
    if "v" not in classes(word) and not word.endswith("ed"):
        return ""
    if word.endswith("ing") and verb_lemma(word) != word:
        return "ing"
    if verb_lemma(word) == word:
        return "past" if word in _SAME_PAST else "base"
    if word.endswith("s") and not word.endswith("ss"):
        return "s"
    return "part" if word in _ONLY_PARTICIPLE else "past"
