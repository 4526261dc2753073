"""A text as the rules for reported speech read it: tokens, coarse word classes, quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

# Classes: pronoun subject, determiner or possessive, auxiliary, adverb, preposition, conjunction,
# subordinator, relative or question word, "to", lower-case word, capitalised word, number, quote.
Kind = Literal[
    "P", "D", "A", "R", "I", "C", "S", "W", "T", "N", "X", "#", "'", ",", ".", ":", "-", '"', "("
]  # fmt: skip

_TOKEN = re.compile(
    r"``|''|--+|\.\.+|…|"
    r"(?:[^\W\d_]\.){2,}|"  # U.S.
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|Prof|Rev|Hon|No|vs|Inc|Corp|Co|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|[A-Z])\.(?!\w)|"
    r"[$£€]?\d+(?:[.,:]\d+)*%?|"
    r"(?:ca|wo|do|does|did|is|are|was|were|has|have|had|would|could|should|might|must)(?=n['’]t\b)|"
    r"n['’]t\b|['’](?:s|re|ve|ll|d|m|S)\b|"
    r"[^\W\d_]+(?:(?:-|['’](?!(?:s|re|ve|ll|d|m|S|t)\b))[^\W_]+)*|"
    r"\S",
    re.IGNORECASE,
)
_WORDS: dict[Kind, str] = {
    "P": "he she they it we i you everyone everybody nobody someone somebody",
    "D": """the a an this that these those his her its their my our your no some any every each
        all both many several few most other another such what's whose more one""",
    "A": """is are was were be been being am has have had having do does did will would can could
        may might must shall should 's 're 've 'll 'd 'm ca wo let""",
    "R": """not n't also then now never ever often always still once again even just only already
        long first later soon yet further recently therefore thus instead rather simply sometimes
        almost hardly barely perhaps too very quite well so here there far back else ago more out up
        off down away""",
    "I": """of in on at by for with from about over under against during through between among into
        onto toward towards across amid despite within without upon around behind beyond near
        per via outside inside above below alongside including regarding concerning than like
        unlike besides throughout beside following""",
    "C": "and or but nor",
    "S": """if when while because although though since unless until after before as whether
        whereas once lest where how why""",
    "W": "who which whom what whoever whatever",
    "T": "to",
}
KINDS: dict[str, Kind] = {word: kind for kind, listed in _WORDS.items() for word in listed.split()}
_MARKS: dict[str, Kind] = {
    ",": ",", ".": ".", "?": ".", "!": ".", ":": ":", ";": ":", "--": "-", "—": "-", "–": "-",
    "-": "-", "“": '"', "”": '"', '"': '"', "``": '"', "''": '"', "(": "(", ")": "(", "[": "(",
    "]": "(", "...": ".", "…": ".", "„": '"', "«": '"', "»": '"',
}  # fmt: skip
_CLITIC_HOSTS = frozenset("he she it that who there what here where how i you we they let".split())
_AFTER_IS = frozenset(["not", "been", "also"])
_SHORTEST_ING = 5
_NOT_ADVERB = frozenset(
    "family reply rally ally supply apply july italy assembly monopoly bully imply rely comply "
    "multiply fly daily weekly early only friendly likely unlikely elderly deadly anomaly".split()
)
_ASKED = frozenset("said says asked asks shouted cried wrote wondered tweeted added told".split())
# How far, in tokens, the speaker of a quoted question may stand behind it.
_REACH = 14
_OPENING, _CLOSING = frozenset(["“", "``", "„", "«"]), frozenset(["”", "''", "»"])


@dataclass(frozen=True)
class Reading:
    """The tokens of a text, in step.

    Attributes:
        words: lower case, typographic apostrophes made straight.
        spans: character offsets ``(start, end)`` into the text.
        kinds: coarse classes.
        capital: whether a token begins with a capital letter.
        mate: for a quotation mark the index of its partner (the last token where it is never
            closed, -1 for a closing mark that nothing opened), for anything else -1.
        quoted: whether a token stands inside a quotation or is one of its marks.
        units: token ranges ``(first, end)`` of the sentences; a quotation is never cut.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    kinds: tuple[Kind, ...]
    capital: tuple[bool, ...]
    mate: tuple[int, ...]
    quoted: tuple[bool, ...]
    units: tuple[tuple[int, int], ...]


def read(text: str) -> Reading:
    """Tokens and classes of ``text``, in one pass each."""
    matches = list(_TOKEN.finditer(text))
    raw = [m.group() for m in matches]
    words = tuple(w.lower().replace("’", "'") for w in raw)
    spans = tuple(m.span() for m in matches)
    kinds = tuple(_kind(raw[i], words, i) for i in range(len(words)))
    capital = tuple(w[0].isupper() for w in raw)
    breaks = tuple(
        i + 1 < len(spans) and "\n" in text[end : spans[i + 1][0]]
        for i, (_, end) in enumerate(spans)
    )
    mate, quoted = _quotations(text, raw, spans, breaks)
    whole = Reading(words, spans, kinds, capital, mate, quoted, ())
    return replace(whole, units=_units(whole, breaks))


def _kind(raw: str, words: tuple[str, ...], i: int) -> Kind:
    word = words[i]
    if word == "'s":
        return _apostrophe_s(words, i)
    known = _MARKS.get(word) or KINDS.get(word)
    if known is not None:
        return known
    if word[0] in "-.":
        return "-" if word[0] == "-" else "."
    if word[0].isdigit() or word[0] in "$£€":
        return "#"
    plain: Kind = "R" if word.endswith("ly") and word not in _NOT_ADVERB else "N"
    return "X" if raw[0].isupper() else plain


def _apostrophe_s(words: tuple[str, ...], i: int) -> Kind:
    """ "He's", "the mayor's calling" against "the mayor's house"."""
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    verbal = after in _AFTER_IS or (after.endswith("ing") and len(after) > _SHORTEST_ING)
    return "A" if before in _CLITIC_HOSTS or verbal else "'"


def _quotations(
    text: str, raw: list[str], spans: tuple[tuple[int, int], ...], breaks: tuple[bool, ...]
) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """Partners of the quotation marks; one that nothing closes reaches to the end of its line."""
    mate = [-1] * len(raw)
    quoted = [False] * len(raw)
    opened = -1
    for i, word in enumerate(raw):
        opens, closes = word in _OPENING, word in _CLOSING
        if word == '"' or (closes and opened < 0):
            # Which way a mark points that does not say so: it opens with a space before it alone.
            start, end = spans[i]
            free = start == 0 or text[start - 1].isspace() or text[start - 1] in "([—–-"
            ends = end >= len(text) or text[end].isspace()
            opens, closes = opened < 0 and free and not ends, opened >= 0
        if opens and opened < 0:
            opened = i
        quoted[i] = opened >= 0
        if opened >= 0 and closes:
            mate[opened], mate[i] = i, opened
            opened = -1
        elif opened >= 0 and (breaks[i] or i + 1 == len(raw)):
            mate[opened], opened = i, -1
    return tuple(mate), tuple(quoted)


def _units(r: Reading, breaks: tuple[bool, ...]) -> tuple[tuple[int, int], ...]:
    """Sentences: cut at line ends and behind full stops and the quotations that hold one."""
    found = []
    begin, count = 0, len(r.words)
    for i in range(count):
        last = i + 1 == count
        if last or breaks[i] or (_ends_sentence(r, i, begin) and _may_open(r, i + 1)):
            found.append((begin, i + 1))
            begin = i + 1
    return tuple(found)


def _may_open(r: Reading, i: int) -> bool:
    closes = r.words[i] in {")", "]", ","}
    return not closes and (r.capital[i] or not r.words[i][0].isalpha())


def _ends_sentence(r: Reading, i: int, begin: int) -> bool:
    if r.kinds[i] == "." and not r.quoted[i]:
        return r.words[i] not in {"...", "…"}
    if r.kinds[i] != '"' or i == begin or r.kinds[i - 1] != "." or not r.quoted[i]:
        return False
    closed = not r.quoted[i + 1] or r.kinds[i + 1] == '"'
    return closed and (r.words[i - 1] == "." or not _source_follows(r, i))


def _source_follows(r: Reading, i: int) -> bool:
    """ "“Who pays?” Morrow asked": no sentence ends where a source follows."""
    for word in r.words[i + 1 : i + _REACH]:
        if word in _ASKED:
            return True
        if word in {".", "“", "``", '"'}:
            return False
    return False
