"""What the matcher reads out of one statement: concepts, names, numbers, dates, polarity, strength.

A statement is compared by what it says, so that "X said that" before it is taken off first and kept
as its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from summarizer.matching.lexicon import OPPOSITES, SYNONYMS
from summarizer.matching.moments import date_spans, dates
from summarizer.text.numbers import Number, numbers
from summarizer.text.words import PRONOUNS, STOP_WORDS, Word, stem, words

_SAID = (
    r"(?:said|says|told|tells|reported|reports|added|adds|noted|notes|announced|claimed|claims|"
    r"argued|argues|warned|warns|wrote|writes|stated|states|insisted|insists|explained|explains|"
    r"testified|maintained|maintains|declared|declares|remarked|recalled|conceded|admitted|"
    r"acknowledged|confirmed|believes|thinks|predicts|predicted|estimates|estimated|expects)"
)
_SPEAKER = r"(?P<source>[^,;:“”\"]{2,70}?)"
_FRAMES = tuple(
    re.compile(form)
    for form in (
        rf"^(?i:according to)\s+{_SPEAKER},\s+(?P<rest>.+)$",
        rf"^(?P<rest>.+?),?\s+according to\s+{_SPEAKER}\.?$",
        rf"^{_SPEAKER}(?:, [^,]{{2,60}},)?\s+(?:has\s+|had\s+|have\s+|also\s+)?{_SAID}"
        r"(?:\s+(?:the|a)?\s*[A-Z]?[\w ]{0,30}?)?\s+that\s+(?P<rest>.+)$",
        rf"^{_SPEAKER}(?:, [^,]{{2,60}},)?\s+{_SAID}\s+(?P<rest>(?:the|there|it|its|his|her|"
        r"their|no|all|some|he|she|they|[A-Z]\w+|\d)[^.]*\b(?:is|are|was|were|will|would|had|has|have|could|may|might|did|does|"
        r"should)\b.+)$",
        rf"^(?P<rest>.+?),\s+(?:{_SPEAKER}\s+{_SAID}|{_SAID}\s+(?P<after>[^,;:“”\"]{{2,70}}?))\.?$",
        rf"^(?i:in the (?:view|words|opinion) of)\s+{_SPEAKER},\s+(?P<rest>.+)$",
    )
)
_DENIES = re.compile(
    rf"^{_SPEAKER}\s+(?:has\s+|have\s+|had\s+)?(?:denied|denies|deny|disputed|disputes|rejected|"
    r"rejects|dismissed)\s+(?:(?:the |a |any )?(?:claims?|reports?|suggestions?|allegations?|"
    r"accusations?|charges?)\s+)?(?:that|of)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not(?! only)|no(?! (?:fewer|less|more|later|sooner) than)|never|none|nobody|nothing|"
    r"neither|without|cannot|no one|not one|nowhere|\w+n['’]t)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:unclear|unknown|uncertain|undetermined|undecided|unresolved|"
    r"(?:not|n['’]t|never|nobody|no one|none)\b[\w\s]{0,24}\b(?:know|known|knows|clear|certain|"
    r"said|say|says|decided|determined|established|settled|disclosed|released|told)|"
    r"remains? to be seen|(?:would|has|have|had) not sa(?:y|id)|remains? open|"
    r"open question|mystery|anyone['’]s guess|under wraps|undisclosed|"
    r"refus\w+ to (?:say|disclose|comment)|"
    r"(?:yet|still) to be (?:\w+)|no word)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:(?-i:may)|might|could|possibl[ey]|perhaps|probabl[ey]|believed?|believes|alleged(?:ly)?|"
    r"suspected|suspects|potentially|apparently|appears?|seems?|likely|presumably|"
    r"fear(?:s|ed)?|thinks?|thought)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|won['’]t|would|shall|"
    r"(?:is|are|was|were) (?:also |now |not |still )?(?:to|due|going|set|expected|"
    r"planned|scheduled|about to)\b|plans?|planned|plann?ing|intends?|intention|aims?|vow\w*|"
    r"promis\w+|pledg\w+|hopes?|hoped|propos\w+|forecasts?|predict\w*|project(?:ed|ions?)|expects?|"
    r"expected|ordered|wants?|must|should|seeks? to|seeking to|assur\w+|in sight)\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(r"\b(?:reportedly|is said to|are said to|rumou?r\w*)\b", re.IGNORECASE)
_SEASON = re.compile(r"\b(spring|summer|autumn|fall(?= of)|winter)\b", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her)\s+([a-z]\w+)", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|he|she|they|them|him|both|which|who)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<=^In )((?:1[6-9]|20)\d\d)(?=,? )")
_VERB_NEXT = re.compile(
    r"^\s+(?:is|are|was|were|has|had|will|would|did|does|could|may|might|must|can|cannot|\w+ed)\b"
)
_CAUSAL = re.compile(
    r"\b(?:because|caus(?:ed|es|ing)|due to|as a result|led to|leads to|owing to|thanks to|"
    r"trigger(?:ed|s)|blamed (?:on|for)|prompted|brought about|resulted (?:in|from)|so that|"
    r"responsible for|on account of|drove|kill(?:ed|s) the)\b",
    re.IGNORECASE,
)
_SCOPES = (
    (
        "all",
        r"all|unanimous(?:ly)?|every|each|entire|whole|everyone|everything|everybody|both|always|any",
    ),
    ("most", r"most|majority|mostly|largely|chiefly|mainly"),
    ("some", r"some|several|certain|partly|in part|a few|many|sometimes"),
    ("only", r"only|solely|exclusively|alone|just"),
    ("none", r"none|nobody|no one|not one|nothing"),
    ("almost", r"almost|nearly|close to|just under"),
)
_SCOPE = re.compile("|".join(rf"\b(?P<{name}>{form})\b" for name, form in _SCOPES), re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|is|are|being|gets?|got)\s+(?:\w+\s+){0,3}?by\b", re.IGNORECASE
)
_FRACTIONS = {
    "half": 0.5,
    "halved": 0.5,
    "quarter": 0.25,
    "third": 1 / 3,
    "two-thirds": 2 / 3,
    "double": 2.0,
    "doubled": 2.0,
    "twice": 2.0,
    "triple": 3.0,
    "tripled": 3.0,
}
_SHARES = {50.0: 0.5, 25.0: 0.25}
_GENERIC = frozenset(
    stem(w)
    for w in """year month week day time people person man woman thing number group part case way
    place new old other former current total percent make take get go come do have be include
    involve begin start continue yet still already now so far""".split()
)
_EXTRA_STOP = frozenset("whose whom according said says while still yet also just been via".split())


@dataclass(frozen=True)
class Reading:
    """One statement, taken apart.

    Attributes:
        words: all words, lower-case, in order.
        tokens: concept of each content word in order, names and numbers not among them.
        signs: for each axis of opposites that occurs, the sides that do.
        names: lower-case words of names, in order of first mention; ``runs``: those that stand side
            by side.
        numbers: value and the concept of the word counted, in order.
        dates: each as (start, end, words); start and end are empty where it is not resolved.
        sources: who the text itself names as saying it.
        pointing: concepts that stand for something named before ("the union"), pronouns included.
    """

    words: tuple[str, ...]
    tokens: tuple[str, ...]
    signs: dict[str, frozenset[int]]
    names: tuple[str, ...]
    runs: tuple[tuple[str, ...], ...]
    numbers: tuple[tuple[float, str], ...]
    dates: frozenset[tuple[str, str, str]]
    sources: tuple[str, ...]
    pointing: frozenset[str]
    negations: int
    strength: str
    scopes: frozenset[str]
    causal: bool
    passive: bool

    @cached_property
    def said(self) -> Mapping[str, float]:
        """Each token once, with its weight."""
        return {token: weight(token) for token in self.tokens}

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of its names."""
        return frozenset(self.names)


@lru_cache(maxsize=20_000)
def read(text: str, published: str | None = None) -> Reading:
    """Take one statement apart.

    Args:
        published: ISO date that "Thursday" is resolved against.
    """
    content, sources, denied = unframed(" ".join(text.split()))
    dated = [*date_spans(content), *((m.start(), m.end()) for m in _YEAR.finditer(content))]
    counted = [n for n in numbers(content) if not any(a < n.end and n.start < b for a, b in dated)]
    taken = [*dated, *((n.start, n.end) for n in counted)]
    plain = [w for w in words(content) if not any(a < w.end and w.start < b for a, b in taken)]
    capital = _names(content, plain)
    tokens, signs = _concepts(w for w in plain if w.lower not in capital)
    without = _UNKNOWN.sub(" ", content)
    return Reading(
        words=tuple(w.lower for w in words(content)),
        tokens=tokens,
        signs=signs,
        names=capital,
        runs=_runs(plain, set(capital)),
        numbers=(*(_bound(content, n) for n in counted), *_fractions(plain)),
        dates=frozenset(
            (
                *((d.start or "", d.end or "", d.text.lower()) for d in dates(content, published)),
                *((f"{m[1]}-01-01", f"{m[1]}-12-31", m[1]) for m in _YEAR.finditer(content)),
                *(("season", "", m.group().lower()) for m in _SEASON.finditer(content)),
            )
        ),
        sources=sources,
        pointing=frozenset(
            {concept(m[1].lower()) for m in _THE.finditer(content)}
            | {m.group().lower() for m in _PRONOUN.finditer(content)}
        ),
        negations=len(_NEGATION.findall(without)),
        strength="denied" if denied else _strength(content),
        scopes=frozenset(str(m.lastgroup) for m in _SCOPE.finditer(content)),
        causal=bool(_CAUSAL.search(content)),
        passive=bool(_PASSIVE.search(content)),
    )


def unframed(text: str) -> tuple[str, tuple[str, ...], bool]:
    """The statement without "X said that", who X is, and whether X denies it."""
    sources: list[str] = []
    denied = _DENIES.match(text)
    if denied:
        return denied["rest"], (denied["source"],), True
    for _ in range(2):
        for frame in _FRAMES:
            match = frame.match(text)
            groups = match.groupdict() if match else {}
            source = groups.get("source") or groups.get("after") or ""
            if match and not _NEGATION.search(source):
                sources += [source] if source.lower() not in PRONOUNS else []
                text = match["rest"]
                text = text[0].upper() + text[1:]
                break
        else:
            break
    return text, tuple(s for s in sources if s), False


_CUT = re.compile(
    r";\s+|,\s+(?=(?:(?:under|of|with|for|in|from) )?(?:which|whom)\b|who\b|whose\b|where\b|"
    r"while\b|whereas\b|though\b|although\b|but\b|and\b|or\b|with\b|giving\b|leaving\b|making\b|saying\b|"
    r"adding\b|as\b|an?\s|the\b|because\b|after\b|before\b|up\b|down\b|compared\b|some\b|most\b|"
    r"each\b|both\b|including\b|among\b|one\b|two\b)|"
    r"\s+(?=(?:but|while|whereas|because|although)\b)"
)
_SHORTEST_PART = 3  # words


@lru_cache(maxsize=20_000)
def parts(text: str) -> tuple[str, ...]:
    """The clauses of a statement that says several things; empty for one that says one.

    A coarse cut at semicolons, relative clauses and conjunctions. A part that is too short to say
    anything goes to the one before it.
    """
    found: list[str] = []
    for piece in _CUT.split(text):
        if found and len(words(piece)) < _SHORTEST_PART:
            found[-1] += ", " + piece
        elif piece.strip():
            found.append(piece)
    return tuple(found) if len(found) > 1 else ()


def _strength(content: str) -> str:
    """How firmly the words put it; the first that fits."""
    for level, cue in (("unknown", _UNKNOWN), ("possible", _POSSIBLE), ("future", _FUTURE)):
        if cue.search(content):
            return level
    return "reported" if _HEARSAY.search(content) else "factual"


def _names(content: str, plain: list[Word]) -> tuple[str, ...]:
    """Lower-case words that are capitalised within the sentence, or open it beside another one."""
    found: dict[str, None] = {}
    for index, word in enumerate(plain):
        if not word.text[0].isupper() or word.lower in STOP_WORDS:
            continue
        opens = not content[: word.start].strip(" “\"'‘(")
        following = plain[index + 1] if index + 1 < len(plain) else None
        beside = (
            following is not None
            and following.text[0].isupper()
            and content[word.end : following.start] in (" ", "-")
        )
        known = stem(word.lower) in _axes() or stem(word.lower) in _concept_ids()
        acronym = len(word.text) > 1 and word.text.isupper()
        after = content[word.end :]
        acts = not known and bool(_VERB_NEXT.match(after))
        if acronym or not opens or (beside and not known) or acts or after[:2] in ("'s", "’s"):
            found[word.lower] = None
    return tuple(found)


def _runs(plain: list[Word], names: set[str]) -> tuple[tuple[str, ...], ...]:
    runs: list[list[str]] = []
    end = -2
    for word in plain:
        if word.lower in names:
            if word.start <= end + 1:
                runs[-1].append(word.lower)
            else:
                runs.append([word.lower])
            end = word.end
    return tuple(tuple(run) for run in runs)


def _concepts(plain: Iterator[Word]) -> tuple[tuple[str, ...], dict[str, frozenset[int]]]:
    tokens: list[str] = []
    signs: dict[str, set[int]] = {}
    for word in plain:
        lower = word.lower
        for axis, sign in _axes().get(stem(lower), ()):
            signs.setdefault(axis, set()).add(sign)
        if lower not in STOP_WORDS and lower not in _EXTRA_STOP and len(lower) > 1:
            tokens.append(concept(lower))
    return tuple(tokens), {axis: frozenset(found) for axis, found in signs.items()}


def concept(word: str) -> str:
    """The concept of a lower-case word: that of its line in the lexicon, else its stem."""
    root = stem(word)
    if root in _axes():
        return _axes()[root][0][0]
    return _concept_ids().get(root, root)


def weight(token: str) -> float:
    """How much a concept says: words that go with everything say little."""
    return 0.5 if token in _generic() else 1.0


@cache
def _generic() -> frozenset[str]:
    return frozenset(_concept_ids().get(root, root) for root in _GENERIC)


@cache
def _axes() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each stem the axes that it lies on, and its side of each."""
    axes: dict[str, dict[str, int]] = {}
    for line in OPPOSITES.splitlines():
        for sign, side in zip((1, -1), line.split("|"), strict=True):
            for word in side.split():
                axes.setdefault(stem(word), {}).setdefault(f"±{line.split()[0]}", sign)
    return {root: tuple(found.items()) for root, found in axes.items()}


@cache
def _concept_ids() -> dict[str, str]:
    ids: dict[str, str] = {}
    for line in SYNONYMS.splitlines():
        first = line.split()[0]
        for word in line.split():
            ids.setdefault(stem(word), f"={first}")
    return ids


def _bound(content: str, number: Number) -> tuple[float, str]:
    """The number with its unit, or with what is counted; months that make years are years."""
    if number.unit == "percent" and number.value in _SHARES:
        return _SHARES[number.value], ""
    if number.unit is not None:
        return number.value, number.unit
    after = [w for w in words(content[number.end : number.end + 40]) if w.lower not in STOP_WORDS]
    counted = concept(after[0].lower) if after else ""
    if counted == concept("months") and number.value % 12 == 0 and number.value:
        return number.value / 12, concept("years")
    return number.value, counted


def _fractions(plain: list[Word]) -> Iterator[tuple[float, str]]:
    for word, following in zip(plain, [*plain[1:], None], strict=False):
        # "The fifth quarter" and "the third bid" are no shares.
        is_share = following is not None and following.lower in ("of", "as")
        if word.lower in _FRACTIONS and (is_share or word.lower not in ("quarter", "third")):
            yield _FRACTIONS[word.lower], ""
