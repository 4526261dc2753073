"""Questions: what sort of answer one wants, and how far a claim could be it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from summarizer.briefing.comparison.matter import Words
from summarizer.briefing.comparison.vocabulary import matters
from summarizer.briefing.openness import is_open
from summarizer.briefing.story import Story
from summarizer.matching.reading import concept, weight
from summarizer.text.figures import figures
from summarizer.text.lexicon import lemmas
from summarizer.text.terms import Term, terms
from summarizer.text.words import stem

Sort = Literal["money", "time", "amount", "date", "person", "place", "reason", "other"]

# How a question of each sort begins, or is told within a claim; of those that begin together the
# first. What is found is no part of what is asked about.
_FORMS: tuple[tuple[Sort, str], ...] = (
    ("money", r"how much (?:money|cash|funding|compensation)"),
    ("time", r"how long|how much time|how old"),
    (
        "amount",
        r"how (?:many|much|far|big|large|high|fast|deep|heavy|strong|often)|"
        r"what (?:share|number|percentage|proportion|part)(?: of)?",
    ),
    (
        "date",
        r"(?:on |in |at |since |until |by |from )?(?:when|(?:which|what) (?:day|date|night|"
        r"evening|morning|week|month|year|time))|how soon|an? (?:new )?date for",
    ),
    ("place", r"(?:from |to )?where|(?:which|what) (?:place|town|city|country|street)"),
    ("person", r"(?:by |to |with |for |from )?wh(?:o|om|ose)"),
    ("reason", r"why|how|what (?:is|was) the (?:reason|cause|motive)|for what reason"),
    ("other", r"whether|what|which"),
)
_YES_OR_NO = re.compile(
    r"^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b",
    re.IGNORECASE,
)
_SORTS = [(sort, re.compile(rf"\b(?:{form})\b", re.IGNORECASE)) for sort, form in _FORMS]
_PRICED = re.compile(r"\b(?:costs?|prices?d?|worth|value[ds]?|fees?)\b", re.IGNORECASE)
_PAID = re.compile(r"\b(?:pays?|paid|spen[dt]s?|earns?)\b", re.IGNORECASE)
_ASKED_OF_PRICE = re.compile(r"\bwhat\b|\bhow much\b|^an?\b|^no\b|^the\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|every|per|apiece|an? (?:head|day|week|month|year))\b", re.IGNORECASE)
_TELLS: dict[Sort, re.Pattern[str]] = {
    "reason": re.compile(
        r"\b(?:because|since|due to|owing to|caused?|so that|in order|reasons?|put down to|"
        r"blamed?|after|when|led to|triggered|through|by means of)\b",
        re.IGNORECASE,
    ),
    "place": re.compile(
        r"\b(?:in|at|on|near|under|to|into|off|outside|inside|behind|across|from|beside|along) "
        r"(?:the |an? |his |her |its |their )?\w+",
        re.IGNORECASE,
    ),
}
_HELP_TO = re.compile(r"\bhelp(?:s|ed)? to\b", re.IGNORECASE)
_TELL_FROM = re.compile(r"\btell (.+?) (?:apart )?from\b", re.IGNORECASE)
_ASKS = frozenset(
    """what who whom whose when where which why how whether much many long far often will would does
    did do is are was were has have had can could may might should no not never yet still""".split()
)
# Words that say little alone ("take part in the strike"), and how little.
_LIGHT = frozenset(stem(w) for w in "get happen take part place set put make give keep".split())
_LITTLE = 0.2
_OF_OTHER, _OF_SORT = 0.6, 0.5
_ALL_OVER = 0.6  # a word in more than this share of the sources is what they are all about:
_UNSAID = 0.4  # a claim leaves it out, and it counts less
_FORM = 0.8  # what another form or a synonym counts for, of what the word itself does


@dataclass(frozen=True)
class Asked:
    """What is asked.

    Attributes:
        words: that an answer speaks of.
        sort: of the answer.
        each: whether it is asked of each of several.
    """

    words: Words
    sort: Sort
    each: bool

    @property
    def enough(self) -> float:
        """The share of the words from which a claim of that sort answers."""
        return _OF_OTHER if self.sort == "other" else _OF_SORT


class Asker:
    """Reads questions on one story, and judges its claims as answers."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._known = Counter(key for words in story.words for key in words.terms)
        telling: dict[str, set[str]] = defaultdict(set)
        for one, words in zip(story.told, story.words, strict=True):
            for key in words.terms:
                telling[key].add(one.source)
        most = max(1, _ALL_OVER * len(story.documents))
        # Forms and synonyms that each claim's words may stand for: "came" for "come".
        self._forms = [frozenset().union(*words.reach.values()) for words in story.words]
        self._all_over = {key for key, sources in telling.items() if len(sources) > most}

    def read(self, question: str) -> Asked:
        """What a question asks, or a claim without the words by which it calls something open."""
        plain = _HELP_TO.sub(" ", _TELL_FROM.sub(r"distinguish \1", question.strip()))
        sort, about = _sort(plain)
        found = {t.key: t for t in terms(about) if t.word not in _ASKS}
        of = self._matters(about, found)
        for key in [key for key, term in found.items() if _is_light(term) and key in of]:
            # Half of a phrase ("set off"), which no other phrase with the word is.
            found[f"{key}…"], of[f"{key}…"] = found.pop(key), of.pop(key)
        return Asked(
            Words(found, {key: self._weight(key, term) for key, term in found.items()}, of),
            sort,
            bool(_EACH.search(question)),
        )

    def share(self, asked: Asked, index: int) -> float:
        """The weighted share of what is asked about that a claim speaks of, 0 to 1."""
        words, asks = self._story.words[index], asked.words
        have = sum(
            worth
            if key in words.terms
            else _FORM
            * worth
            * (key in self._forms[index] or not words.keys.isdisjoint(asks.reach[key]))
            for key, worth in asks.weights.items()
        )
        return have / asks.total if asks.total else 0.0

    def untold(self, asked: Asked) -> float:
        """The weighted share of what is asked about that no claim speaks of, 0 to 1."""
        told = frozenset(self._known).union(*self._forms)
        words = asked.words
        missing = sum(
            worth
            for key, worth in words.weights.items()
            if key not in told and words.reach[key].isdisjoint(told)
        )
        return missing / words.total if words.total else 1.0

    def fits(self, asked: Asked, index: int) -> bool:
        """Whether a claim is of the sort of answer that is wanted, and calls nothing open."""
        one = self._story.told[index]
        if is_open(one) or (asked.each and not _EACH.search(one.claim.text)):
            return False
        return self._has(asked, index)

    def _has(self, asked: Asked, index: int) -> bool:
        """Whether a claim has something of the sort that is wanted."""
        claim = self._story.told[index].claim
        if asked.sort in ("money", "time"):
            of = (figure.unit for figure in figures(claim.text))
            return any(unit and unit.dimension == asked.sort for unit in of)
        if asked.sort == "amount":
            return bool(claim.quantities)
        if asked.sort == "date":
            return any(date.start for date in claim.dates)
        if asked.sort == "person":
            said = self._story.words[index].terms.items()
            return any(term.name and key not in asked.words.terms for key, term in said)
        form = _TELLS.get(asked.sort)
        return form is None or bool(form.search(claim.text))

    def _matters(self, about: str, found: Mapping[str, Term]) -> dict[str, frozenset[str]]:
        """The matters of the words, and the nouns of adjectives ("regional", the region)."""
        of = {key: those for key, those in matters(about).items() if key in found}
        for key, term in found.items():
            noun = stem(term.word.removesuffix("al"))
            if term.word.endswith("al") and noun in self._known:
                of[key] = of.get(key, frozenset()) | {noun}
        return of

    def _weight(self, key: str, term: Term) -> float:
        rare = math.log(1 + len(self._story.told) / max(1, self._known[key]))
        common = _UNSAID if key in self._all_over else 1.0
        light = _LITTLE if key == term.key and _is_light(term) else 1.0
        return rare * weight(concept(term.word)) * common * light


def _is_light(term: Term) -> bool:
    return term.key in _LIGHT or not _LIGHT.isdisjoint(stem(w) for w in lemmas(term.word))


def _sort(question: str) -> tuple[Sort, str]:
    """The sort of answer, and the question without the words that ask."""
    if _YES_OR_NO.match(question):
        return "other", question
    met = [
        (match.start(), sort, match) for sort, form in _SORTS if (match := form.search(question))
    ]
    sort: Sort = "other"
    about = question
    if met:
        _, sort, match = min(met, key=lambda m: m[0])
        about = f"{question[: match.start()]} {question[match.end() :]}"
    if re.search(r"\bhow much\b", question, re.IGNORECASE):
        return ("money" if _PRICED.search(about) or _PAID.search(about) else sort), about
    if sort == "other" and _PRICED.search(question) and _ASKED_OF_PRICE.search(question):
        return "money", about
    return sort, about
