"""A sentence as a row of noun phrases, verbs with their auxiliaries, and the words between."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.lexicon.data import lexicon
from summarizer.text.syntax.classes import verb_lemma
from summarizer.text.syntax.kin import kin
from summarizer.text.syntax.phrases import Phrase
from summarizer.text.syntax.tagging import Token

_HELPERS = frozenset("modal be have do adv not to".split())
_PARTICLES = frozenset("up down off out away back over through along apart aside forward".split())


@dataclass
class Verb:
    """A verb with its auxiliaries."""

    begin: int
    end: int  # tokens
    main: int
    passive: bool = False
    to: bool = False
    bare: bool = False
    """Without an auxiliary."""
    copula: bool = False
    subject: tuple[int, ...] = ()


Item = tuple[str, int]  # "np" and its number, "verb" and its number, or a tag and its token


def verbs(words: tuple[Token, ...]) -> list[Verb]:
    found: list[Verb] = []
    at = 0
    while at < len(words):
        tag = words[at].tag
        to = tag == "to" and _verb_follows(words, at + 1)
        if tag not in ("modal", "be", "have", "do", "verb") and not to:
            at += 1
            continue
        begin = at
        helpers: list[str] = []
        while at < len(words) and words[at].tag in _HELPERS:
            if words[at].tag == "to" and not _verb_follows(words, at + 1):
                break
            if words[at].tag == "to" and at > begin and helpers and helpers[-1] == "be":
                helpers = []  # "is to be held"
            helpers.append(words[at].tag)
            at += 1
        if at < len(words) and words[at].tag == "verb":
            form = words[at].form
            aids = [h for h in helpers if h not in ("adv", "not", "to")]
            passive = bool(aids) and aids[-1] == "be" and form in ("past", "part")
            found.append(Verb(begin, at + 1, at, passive, to, bare=not aids))
            at += 1
            continue
        last = max(
            (i for i in range(begin, at) if words[i].tag in ("be", "have", "do", "modal")),
            default=-1,
        )
        if last >= 0:
            found.append(Verb(begin, last + 1, last, to=to, copula=words[last].tag == "be"))
        at = max(at, begin + 1)
    return found


def _verb_follows(words: tuple[Token, ...], at: int) -> bool:
    while at < len(words) and words[at].tag in ("adv", "not"):
        at += 1
    return at < len(words) and (
        (words[at].tag == "verb" and words[at].form in ("base", "past"))
        or words[at].lower in ("be", "have", "do")
    )


class Elements:
    """The elements of one sentence in order."""

    def __init__(
        self, words: tuple[Token, ...], nouns: tuple[Phrase, ...], verbs: list[Verb]
    ) -> None:
        self.words, self.nouns, self.verbs = words, nouns, verbs
        self.items: list[Item] = []
        self.brackets: list[tuple[int, int]] = []
        starts = {p.start: i for i, p in enumerate(nouns)}
        groups = {v.begin: i for i, v in enumerate(verbs)}
        owners = {p.owner for p in nouns if p.owner is not None}
        at = 0
        while at < len(words):
            if words[at].text == "(":
                close = next(
                    (i for i in range(at, min(at + 12, len(words))) if words[i].text == ")"), 0
                )
                if close:
                    self.brackets.append((at, close))
                    at = close + 1
                    continue
            if at in groups:
                self.items.append(("verb", groups[at]))
                at = verbs[groups[at]].end
            elif at in starts:
                number = starts[at]
                if self._age(number):
                    self.items.pop()  # "Ada Roth, 34, who": as if it were not there
                elif number not in owners:
                    self.items.append(("np", number))
                at = nouns[number].end
            else:
                if words[at].tag not in ("adv", "not", "poss", "quote"):
                    self.items.append((words[at].tag, at))
                at += 1
        self.place = {item: k for k, item in enumerate(self.items)}

    def _age(self, number: int) -> bool:
        """Whether a phrase is a bare figure between commas behind a name."""
        phrase, following = self.nouns[number], self.nouns[number].end
        bare = phrase.end - phrase.start == 1 and self.words[phrase.start].tag == "num"
        closed = following < len(self.words) and self.words[following].text == ","
        last = self.noun(len(self.items) - 2)
        named = last is not None and last.named and self.kind(len(self.items) - 1) == "comma"
        return bare and closed and named

    def kind(self, k: int) -> str:
        """What stands at a place of the sentence; "stop" outside of it."""
        return self.items[k][0] if 0 <= k < len(self.items) else "stop"

    def word(self, k: int) -> str:
        kind, number = self.items[k] if 0 <= k < len(self.items) else ("stop", -1)
        return self.words[number].lower if kind not in ("np", "verb", "stop") else ""

    def noun(self, k: int) -> Phrase | None:
        return self.nouns[self.items[k][1]] if self.kind(k) == "np" else None

    def token(self, j: int) -> int:
        """The first token of the element at ``j``."""
        if j >= len(self.items):
            return len(self.words)
        kind, number = self.items[j]
        if kind == "np":
            phrase = self.nouns[number]
            return self.nouns[phrase.owner].start if phrase.owner is not None else phrase.start
        return self.verbs[number].begin if kind == "verb" else number

    def lemma(self, verb: Verb) -> str:
        token = self.words[verb.main]
        if verb.copula:
            return "be"
        if token.tag == "have":
            return "have"
        lemma = verb_lemma(token.lower)
        following = self.words[verb.end] if verb.end < len(self.words) else None
        if following is None:
            return lemma
        phrasal = f"{lemma} {following.lower}"
        particle = following.lower in _PARTICLES and tuple(phrasal.split()) in _phrasal(lemma)
        known = particle or phrasal in lexicon().news.words
        return phrasal if known or (following.tag == "adv" and kin(phrasal)) else lemma

    def group_right(self, j: int) -> tuple[tuple[int, ...], int]:
        """The phrase at ``j`` with those joined on its right, and the place after them."""
        group = [self.items[j][1]]
        j += 1
        while True:
            k = j + 1 if self.kind(j) == "comma" else j
            if self.kind(k) == "cc" and self.kind(k + 1) == "np" and not self.opens_clause(k + 1):
                group.append(self.items[k + 1][1])
                j = k + 2
            else:
                return tuple(group), j

    def opens_clause(self, j: int) -> bool:
        """Whether the phrase at ``j`` is the subject of a verb that follows it."""
        k = j + 1
        while self.kind(k) in ("prep", "np") and self.kind(k - 1) != "verb" and k < j + 5:
            if self.kind(k) == "np" and self.kind(k - 1) == "np":
                return False
            k += 1
        if self.kind(k) != "verb" or self.kind(k - 1) == "prep":
            return False
        verb = self.verbs[self.items[k][1]]
        form = self.words[verb.main].form
        if verb.to or self.gerund(verb):
            return False
        return not (verb.bare and form in ("past", "part") and self.reduced(k))

    def gerund(self, verb: Verb) -> bool:
        first = self.words[verb.begin].lower
        return first in ("having", "being") or (verb.bare and self.words[verb.main].form == "ing")

    def reduced(self, k: int) -> bool:
        """ "a survey led by Roth": a participle that describes the phrase before it."""
        if self.kind(k - 1) == "rel":
            return False
        if self.kind(k + 1) == "prep" and self.word(k + 1) == "by" and self.kind(k + 2) == "np":
            noun = self.noun(k + 2)
            return noun is not None and not noun.time and self.kind(k - 1) in ("np", "comma")
        if self.kind(k - 1) == "comma":
            return self._by_follows(k)
        if self.kind(k - 1) != "np" or self.kind(k + 1) not in ("prep", "to"):
            return False
        return self._verb_follows(k)

    def _verb_follows(self, k: int) -> bool:
        """ "the man arrested on Monday said": another verb follows in the same clause."""
        j = k + 1
        while self.kind(j) in ("prep", "to", "np", "time", "num", "adj"):
            if self.kind(j) == "np" and self.kind(j - 1) == "np":
                return False
            j += 1
        if self.kind(j) != "verb":
            return False
        verb = self.verbs[self.items[j][1]]
        return not verb.to and not self.gerund(verb)

    def _by_follows(self, k: int) -> bool:
        """ ", built in 1911 by Roth"."""
        j = k + 1
        while self.kind(j) == "prep" and self.kind(j + 1) in ("np", "num", "time"):
            noun = self.noun(j + 1)
            if self.word(j) == "by" and noun is not None and not noun.time:
                return self.words[noun.start].tag != "num"
            j += 2
        return False


@lru_cache(maxsize=4_000)
def _phrasal(lemma: str) -> frozenset[tuple[str, ...]]:
    return frozenset(lexicon().phrases.get(lemma, ()))
