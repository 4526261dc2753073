"""What a number counts: the noun phrase after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.text.numeral import NUMBER_WORDS, Numeral
from summarizer.text.words import STOP_WORDS, bare, stem

_STEP = re.compile(r"[-\s]([A-Za-z][\w’'-]*)")
_OF = re.compile(
    r"\s+(?:of|out\s+of)\s+(?:(?:the|its|their|his|her|all|these|those|our|a|an)\s+)?", re.I
)
_WITHIN = re.compile(r"\s([a-z]+)\s+to\s")
_LONGEST = 5
_OCCASIONS = ("once", "twice", "thrice")
# Nouns that are plural without an s, and what is said of people without a noun.
_PLURAL = frozenset(
    """people men women children police staff dead wounded injured homeless aircraft fish sheep
    cattle pence cents feet media data personnel police crew troops offspring deer teeth mice geese
    spacecraft series species""".split()
)
_NO_NOUN = frozenset(
    """other others further new such same ahead behind abroad apiece each alike overall again away
    altogether together straight running consecutive successive only best worst largest smallest
    biggest highest lowest longest fastest oldest youngest""".split()
)
_NO_PLURAL = ("ss", "us", "is")
_ADVERBS = frozenset("always perhaps besides afterwards sometimes towards overseas yes".split())


@dataclass(frozen=True)
class Counted:
    """A counted thing: stems of its words, that of its noun or "", where and how it is written.

    ``noun`` is the noun as it stands, in lower case.
    """

    stems: frozenset[str]
    head: str
    end: int
    text: str
    noun: str = ""

    @classmethod
    def none(cls, end: int) -> Counted:
        """Nothing is named."""
        return cls(frozenset(), "", end, "")


def plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    return word in _PLURAL or (
        len(word) > 3  # noqa: PLR2004
        and word.endswith("s")
        and not word.endswith(_NO_PLURAL)
        and word not in _ADVERBS
        and word not in STOP_WORDS
    )


def counted_after(text: str, numeral: Numeral) -> Counted:
    """The noun phrase after a number: up to its first plural, at most five words.

    "31% of the teachers", "12 young nurses" and "the 12-member council" have one, "12 were hurt"
    has none.
    """
    end = numeral.end
    if numeral.kind in ("label", "date"):
        return Counted.none(end)
    if text[numeral.start : end].lower() in _OCCASIONS:
        return Counted(frozenset(["tim"]), "tim", end, "times", "times")
    within = _WITHIN.search(text, numeral.start, end) if numeral.kind == "score" else None
    if within:
        word = stem(within[1].lower())[:6]
        return Counted(frozenset([word]), word, end, within[1], within[1].lower())
    opening = _OF.match(text, end)
    if opening is not None:
        end = opening.end() - 1
    elif numeral.kind in ("share", "points", "money", "measure", "age"):
        return Counted.none(numeral.end)
    return _phrase(text, numeral, end)


def _said_of_them(text: str, word: str, end: int) -> bool:
    """Whether a participle is the verb: "12 injured in", and not "12 injured miners"."""
    if not word.endswith("ed") or word in _PLURAL:
        return False
    following = _STEP.match(text, end)
    return following is None or not plural(bare(following[1]).lower())


def _phrase(text: str, numeral: Numeral, begin: int) -> Counted:
    """The noun phrase that begins at ``begin``."""
    end = begin
    stems: list[str] = []
    for _ in range(_LONGEST):
        step = _STEP.match(text, end)
        if step is None:
            break
        word = bare(step[1]).lower()
        if word in STOP_WORDS or (not stems and _said_of_them(text, word, step.end())):
            break
        end = step.end()
        if word not in _NO_NOUN and word not in NUMBER_WORDS:
            stems.append(stem(word)[:6])
        if stems and plural(word):
            return Counted(frozenset(stems), stems[-1], end, text[begin:end].strip(" -"), word)
    if not stems:
        return Counted.none(numeral.end)
    single = _STEP.match(text, begin)
    attribute = text[numeral.end : numeral.end + 1] == "-"
    if single and (attribute or abs(numeral.value) == 1 or numeral.kind == "ordinal"):
        while single and bare(single[1]).lower() in _NO_NOUN:
            single = _STEP.match(text, single.end())
        if single is None or bare(single[1]).lower() in STOP_WORDS:
            return Counted.none(numeral.end)
        word = stem(bare(single[1]).lower())[:6]
        return Counted(frozenset([word]), word, single.end(), single[1], single[1].lower())
    return Counted.none(numeral.end)
