"""Words, their stems, and how much of one text another carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# A word, a number with its separators, or an abbreviation with inner periods.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)

STOP_WORDS = frozenset(
    """a about above after again against all also although am among an and another any are as at be
    because been before being below between both but by can could did do does doing down during
    each few for from further had has have having he her here hers him his how however i if in into
    is it its itself just may me might more most much must my nor not of off on once only or other
    our out over own per same she should since so some such than that the their them then there
    these they this those though through to too under until up upon very was we were what when
    where whether which while who whom whose why will with within without would you your says said
    say told tell added reported according""".split()
)
PRONOUNS = frozenset("he she it they him her them his its their hers theirs who which".split())
SUBJECT_PRONOUNS = frozenset(["he", "she"])
SINGULAR_PRONOUNS = frozenset("he she him her his hers".split())
PLURAL_PRONOUNS = frozenset("they them their theirs both".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its text and where it stands in the string that was read.

    Attributes:
        lower: in lower case, typographic apostrophes and the possessive 's removed.
    """

    text: str
    start: int
    end: int
    lower: str


def bare(word: str) -> str:
    """The word without a possessive ending or inner typographic apostrophes."""
    if "'" not in word and "’" not in word:
        return word  # nearly all
    word = word.replace("’", "'")
    for ending in ("'s", "'S"):
        word = word.removesuffix(ending)
    return word.removesuffix("'")


@lru_cache(maxsize=4_000)
def words(text: str) -> tuple[Word, ...]:
    """All words and numbers of ``text`` in order."""
    return tuple(
        Word(m.group(), m.start(), m.end(), bare(m.group()).lower()) for m in _WORD.finditer(text)
    )


# Irregular forms that news prose is full of; everything else goes by its endings.
_IRREGULAR = {
    "left": "leav",
    "leaves": "leav",
    "said": "say",
    "told": "tell",
    "took": "take",
    "taken": "take",
    "made": "make",
    "gave": "give",
    "given": "give",
    "went": "go",
    "gone": "go",
    "began": "begin",
    "begun": "begin",
    "held": "hold",
    "met": "meet",
    "sought": "seek",
    "fell": "fall",
    "fallen": "fall",
    "rose": "rise",
    "risen": "rise",
    "grew": "grow",
    "grown": "grow",
    "won": "win",
    "lost": "lose",
    "came": "come",
    "saw": "see",
    "seen": "see",
    "kept": "keep",
    "led": "lead",
    "ran": "run",
    "sent": "send",
    "paid": "pay",
    "bought": "buy",
    "brought": "bring",
    "became": "become",
    "chose": "choose",
    "chosen": "choose",
    "drew": "draw",
    "drove": "drive",
    "found": "find",
    "knew": "know",
    "known": "know",
    "meant": "mean",
    "sold": "sell",
    "spoke": "speak",
    "stood": "stand",
    "stopped": "stop",
    "thought": "think",
    "wrote": "write",
    "written": "write",
    "children": "child",
    "people": "person",
    "men": "man",
    "women": "woman",
}
_ENDINGS = tuple(
    "ations ation ments ment ings ing ies ied ers er ed es ly s e y".split()  # longest first
)
_SHORTEST_STEM = 3


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A rough stem of a lower-case word, for comparison only."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            base = word[: -len(ending)]
            if base[-1] == base[-2] and base[-1] not in "aeiousl":
                base = base[:-1]
            return base
    return word


@lru_cache(maxsize=2_000)
def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, in order, repeats kept.

    Remembered for the latest texts: each claim is compared with many others.
    """
    lowered = (w.lower for w in words(text))
    return tuple(stem(w) for w in lowered if w not in STOP_WORDS and len(w) > 1)


def carried(text: str, source: str) -> float:
    """Share of the meaning-carrying words of ``text`` that stand in ``source``, 0 to 1.

    1.0 when ``text`` has no such word.
    """
    wanted = content_stems(text)
    there = set(content_stems(source))
    return sum(w in there for w in wanted) / len(wanted) if wanted else 1.0


def same_content(a: str, b: str) -> float:
    """Overlap coefficient of two texts' stems, 0 to 1 (Szymkiewicz-Simpson)."""
    first, second = set(content_stems(a)), set(content_stems(b))
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else float(first == second)
