"""Who does what to whom in a sentence: its verbs with their noun phrases, and its appositions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from summarizer.text.lexicon.data import lexicon
from summarizer.text.syntax import Phrase, Token, person_noun, phrases, tokens, verb_lemma

Spans = tuple[tuple[int, int, tuple[str, ...]], ...]

_SAYING = frozenset(
    """say tell add ask argue warn note announce explain insist reply write admit deny confirm
    report claim""".split()
)
GIVING = frozenset(
    """give offer send lend award hand pay tell teach grant sell show owe leave promise buy fine
    charge cost ask deny allow""".split()
)
_APPOINTING = frozenset("serve act appoint elect name make nominate choose hire".split())
_CLAUSAL = _SAYING | frozenset(
    """believe think know hope fear expect find show mean suggest see feel hear learn understand
    conclude estimate allege assume decide agree ensure""".split()
)
_PARTICLES = frozenset("up down off out away back over through along apart aside forward".split())
_ALSO_SUB = frozenset("until before after since than".split())


@dataclass(frozen=True)
class Frame:
    """One verb, or noun of what a verb does, with the noun phrases that go with it.

    Attributes:
        verb: its lemma, with its particle if it has one ("turn down").
        at: its token.
        begin, end: the tokens that it reaches over.
        agent, patient: numbers of phrases; several are joined by "and", or it is not sure which.
        other: preposition and phrase; "is" holds what somebody is, "as" also what somebody is made
            or called.
        passive: whether it is one in the text; ``agent`` and ``patient`` are as in the active.
        nominal: whether it is a noun: "Roth's purchase of the port".
        finite: whether it is the verb of a clause, and no infinitive or participle.
    """

    verb: str
    at: int
    begin: int
    end: int
    agent: tuple[int, ...]
    patient: tuple[int, ...]
    other: tuple[tuple[str, int], ...]
    passive: bool = False
    nominal: bool = False
    finite: bool = True


@dataclass(frozen=True)
class Description:
    """What a phrase is said to be beside it: "Ana Roth, the mayor of Brae".

    Attributes:
        phrase: whom it describes.
        what: the describing phrase; the same as ``phrase`` for words before a name.
        begin, end: the tokens of the description.
    """

    phrase: int
    what: int
    begin: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A sentence as read."""

    words: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    frames: tuple[Frame, ...]
    descriptions: tuple[Description, ...]
    same: tuple[tuple[int, int], ...] = ()
    """Phrases that name the same: "the Dock Union (DU)"."""

    def phrases_at(self, token: int) -> Phrase:
        """The phrase that ends with a token."""
        return next(p for p in self.phrases if p.end == token + 1)

    def text(self, source: str, begin: int, end: int) -> str:
        """The words of ``source`` from one token up to another."""
        return source[self.words[begin].start : self.words[end - 1].end] if end > begin else ""


@dataclass
class _Verb:
    """A verb with its auxiliaries."""

    begin: int
    end: int  # tokens
    main: int
    passive: bool = False
    to: bool = False
    bare: bool = False
    """Without an auxiliary."""
    copula: bool = False
    frame: Frame | None = None
    subject: tuple[int, ...] = field(default=())


_Item = tuple[str, int]  # "np" and its number, "verb" and its number, or a tag and its token


@lru_cache(maxsize=4_000)
def read(text: str, names: Spans) -> Reading:
    """Read one sentence, or a clause; see :func:`summarizer.text.syntax.tokens` for ``names``."""
    words = tokens(text, names)
    nouns = phrases(words)
    verbs = _verbs(words)
    reader = _Reader(words, nouns, verbs)
    frames = tuple(reader.frames())
    return Reading(words, nouns, frames, tuple(reader.descriptions()), tuple(reader.aliases()))


def _verbs(words: tuple[Token, ...]) -> list[_Verb]:
    found: list[_Verb] = []
    at = 0
    while at < len(words):
        tag = words[at].tag
        to = tag == "to" and _verb_follows(words, at + 1)
        if tag not in ("modal", "be", "have", "do", "verb") and not to:
            at += 1
            continue
        begin, helpers = at, []
        while at < len(words) and words[at].tag in (
            "modal",
            "be",
            "have",
            "do",
            "adv",
            "not",
            "to",
        ):
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
            found.append(_Verb(begin, at + 1, at, passive, to, bare=not aids))
            at += 1
            continue
        last = max(
            (i for i in range(begin, at) if words[i].tag in ("be", "have", "do", "modal")),
            default=-1,
        )
        if last >= 0:
            found.append(_Verb(begin, last + 1, last, to=to, copula=words[last].tag == "be"))
        at = max(at, begin + 1)
    return found


def _verb_follows(words: tuple[Token, ...], at: int) -> bool:
    while at < len(words) and words[at].tag in ("adv", "not"):
        at += 1
    return at < len(words) and (
        (words[at].tag == "verb" and words[at].form in ("base", "past"))
        or words[at].lower in ("be", "have", "do")
    )


class _Reader:
    """The elements of one sentence in order, and what is found by walking along them."""

    def __init__(
        self, words: tuple[Token, ...], nouns: tuple[Phrase, ...], verbs: list[_Verb]
    ) -> None:
        self.words, self.nouns, self.verbs = words, nouns, verbs
        self.items: list[_Item] = []
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
                if number not in owners:
                    self.items.append(("np", number))
                at = nouns[number].end
            else:
                if words[at].tag not in ("adv", "not", "poss", "quote"):
                    self.items.append((words[at].tag, at))
                at += 1
        self.place = {item: k for k, item in enumerate(self.items)}

    def kind(self, k: int) -> str:
        """What stands at a place of the sentence; "stop" outside of it."""
        return self.items[k][0] if 0 <= k < len(self.items) else "stop"

    def _word(self, k: int) -> str:
        kind, number = self.items[k] if 0 <= k < len(self.items) else ("stop", -1)
        return self.words[number].lower if kind not in ("np", "verb", "stop") else ""

    def _noun(self, k: int) -> Phrase | None:
        return self.nouns[self.items[k][1]] if self.kind(k) == "np" else None

    def frames(self) -> Iterator[Frame]:
        """Frames of the verbs, in order, then those of nouns."""
        there = [
            (self.place[("verb", n)], n)
            for n in range(len(self.verbs))
            if ("verb", n) in self.place
        ]
        for k, number in there:
            self.verbs[number].subject = self._subject(k, number)
        for k, number in there:
            verb = self.verbs[number]
            if self.words[verb.main].tag in ("do", "modal") and verb.end - verb.begin == 1:
                continue
            verb.frame = self._frame(k, verb)
            yield verb.frame
        yield from self._nominal()

    def _lemma(self, verb: _Verb) -> str:
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
        return phrasal if particle or phrasal in lexicon().news.words else lemma

    # Subjects

    def _subject(self, k: int, number: int) -> tuple[int, ...]:
        verb = self.verbs[number]
        before = self.kind(k - 1)
        if before == "rel":
            return self._antecedent(k - 1)
        if verb.to:
            return self._of_infinitive(k, number)
        if self._gerund(verb):
            return self._of_participle(k, number)
        if before == "cc":
            return self._shared(k - 1, number)
        return self._walk(k - 1, number)

    def _walk(self, j: int, number: int) -> tuple[int, ...]:
        """The noun phrase to the left that no preposition governs."""
        while j >= 0:
            kind = self.kind(j)
            if kind == "np":
                noun = self._noun(j)
                if self.kind(j - 1) in ("prep", "to") and self._word(j - 1) not in _ALSO_SUB:
                    j -= 2
                    continue
                if noun is not None and noun.time:
                    j -= 1
                    continue
                if self._inside_pair(j):
                    j -= 4  # "pupils in Hale and Mora were": both stand behind "in"
                    continue
                return self._group_left(j)
            if kind == "comma":
                opening = self._opening_comma(j)
                j = opening - 1 if opening is not None else j - 1
                continue
            if kind in ("verb", "stop"):
                break
            if kind == "sub" and j:
                break
            j -= 1
        return self.verbs[number - 1].subject if number else ()

    def _inside_pair(self, j: int) -> bool:
        left, right = self._noun(j - 2), self._noun(j)
        return (
            self.kind(j - 1) == "cc"
            and left is not None
            and right is not None
            and left.named
            and right.named
            and self.kind(j - 3) in ("prep", "to")
            and self.kind(j - 4) == "np"
        )

    def _opening_comma(self, j: int) -> int | None:
        """The comma that opens the aside which the comma at ``j`` closes."""
        for i in range(j - 1, 0, -1):
            if self.kind(i) == "stop":
                return None
            if self.kind(i) == "comma" and self.kind(i - 1) in ("np", "comma"):
                following = self.kind(i + 1)
                noun = self._noun(i + 1)
                listed = following == "cc" or (noun is not None and noun.named and i + 2 < j)
                return None if listed and following == "cc" else i
        return None

    def _group_left(self, j: int) -> tuple[int, ...]:
        """The phrase at ``j`` with those joined to its left by "and" or commas."""
        group = [self.items[j][1]]
        while self.kind(j - 1) == "cc" and self._word(j - 1) in ("and", "or", "nor"):
            left = j - 2
            if self.kind(left) == "comma":
                opening = self._opening_comma(left)
                left = opening - 1 if opening is not None else left - 1
            while self.kind(left) == "np" and self.kind(left - 1) == "prep":
                if self._word(left - 1) != "of" and self.kind(left - 2) != "np":
                    break
                left -= 2
            if self.kind(left) != "np" or self.kind(left - 1) in ("prep", "to", "verb"):
                break
            group.insert(0, self.items[left][1])
            j = left
            while self.kind(j - 1) == "comma" and self.kind(j - 2) == "np":
                group.insert(0, self.items[j - 2][1])
                j -= 2
        return tuple(group)

    def _antecedent(self, k: int) -> tuple[int, ...]:
        """What "who" or "which" at ``k`` stands for."""
        j = k - 1
        while self.kind(j) in ("comma", "prep", "cc") and j >= k - 3:
            j -= 1
        if self.kind(j) != "np":
            return ()
        found = [self.items[j][1]]
        if self.kind(j - 1) == "prep" and self.kind(j - 2) == "np":
            # "the head of the port, who": either.
            found.append(self.items[j - 2][1])
        return tuple(found)

    def _of_infinitive(self, k: int, number: int) -> tuple[int, ...]:
        if not number:
            return ()
        previous = self.verbs[number - 1]
        if self.kind(k - 1) == "np" and self.kind(k - 2) == "verb":
            return self._group_left(k - 1)
        if self.kind(k - 1) == "np" and self._word(k - 2) == "for":
            return (self.items[k - 1][1], *previous.subject)
        return previous.subject

    def _of_participle(self, k: int, number: int) -> tuple[int, ...]:
        before = self.kind(k - 1)
        main = self.verbs[number - 1].subject if number else ()
        if before == "np":
            return (self.items[k - 1][1], *main)
        if before == "prep" and number:
            # "accused the city of dragging": who drags is one of those named since the last verb.
            start = self.place.get(("verb", number - 1), k)
            between = (self.items[j] for j in range(start + 1, k))
            return (*(n for kind, n in between if kind == "np"), *main)
        if not number:
            following = self.place.get(("verb", 1))
            return self._walk(following - 1, 0) if following is not None else ()
        return main

    def _shared(self, j: int, number: int) -> tuple[int, ...]:
        """ "… and left": the subjects of the verbs before it that it may be joined to."""
        found: list[int] = []
        for earlier in reversed(range(number)):
            verb = self.verbs[earlier]
            if self.place.get(("verb", earlier), -1) < self._clause_start(j):
                break
            found += [p for p in verb.subject if p not in found]
        return tuple(found)

    def _clause_start(self, j: int) -> int:
        for i in range(j, -1, -1):
            if self.kind(i) == "stop":
                return i
        return 0

    # What stands after the verb

    def _frame(self, k: int, verb: _Verb) -> Frame:
        objects, others, end = self._after(k, verb)
        subject, passive = verb.subject, verb.passive
        lemma = self._lemma(verb)
        token = self.words[verb.main]
        passive = passive or (not objects and self._passive_like_last(k, verb))
        reduced = verb.bare and token.form in ("past", "part") and self._reduced(k)
        if reduced:
            passive = True
            subject = (self.items[k - 1][1],) if self.kind(k - 1) == "np" else subject
        inverted = lemma.split(" ")[0] in _SAYING and objects and self._inverted(k)
        if inverted:
            subject, objects = objects[:1], objects[1:]
        begin = min((self.nouns[p].start for p in subject), default=verb.begin)
        begin = min(begin, verb.begin)
        finite = not (verb.to or reduced or self._gerund(verb) or self._hangs(k, verb))
        if passive:
            agents = tuple(
                p
                for prep, p in others
                if prep == "by" and self.words[self.nouns[p].start].tag != "num"
            )
            rest = tuple((prep, p) for prep, p in others if prep != "by")
            rest += tuple(("as", p) for p in objects)
            return Frame(
                lemma, verb.main, begin, end, agents, subject, rest, passive=True, finite=finite
            )
        if verb.copula:
            rest = (*others, *(("is", p) for p in objects))
            return Frame("be", verb.main, begin, end, subject, (), rest, finite=finite)
        if not objects:
            objects = self._relative_object(k, subject)
        return Frame(
            lemma, verb.main, begin, end, subject, tuple(objects), tuple(others), finite=finite
        )

    def _hangs(self, k: int, verb: _Verb) -> bool:
        """ "left Mora bound for Brae": a participle behind the object of another verb."""
        form = self.words[verb.main].form
        if not (verb.bare and form in ("past", "part")):
            return False
        j = k - 1
        while self.kind(j) == "np":
            if self.kind(j - 1) in ("prep", "to"):
                j -= 2
            elif self.nouns[self.items[j][1]].time:
                j -= 1
            else:
                break
        if self.kind(j) != "np" or self.kind(j - 1) != "verb":
            return False
        before = self.verbs[self.items[j - 1][1]]
        return self._lemma(before).split(" ")[0] not in _CLAUSAL

    def _passive_like_last(self, k: int, verb: _Verb) -> bool:
        """ "were caught and sold": the second one is passive as well."""
        number = self.verbs.index(verb)
        form = self.words[verb.main].form
        joined = self.kind(k - 1) in ("cc", "comma")
        if not (number and verb.bare and joined and form in ("past", "part")):
            return False
        last = self.verbs[number - 1]
        return last.passive or (last.frame is not None and last.frame.passive)

    def _relative_object(self, k: int, subject: tuple[int, ...]) -> tuple[int, ...]:
        """ "a log, which the archive lent": what "which" stands for."""
        if not subject:
            return ()
        j = self.place.get(("np", subject[0]))
        if j is None or self.kind(j - 1) != "rel" or j > k:
            return ()
        governed = self.kind(j - 2) in ("prep", "to")
        before = self._noun(j - 2)
        if self._word(j - 1) == "that" and before is not None and before.named:
            return ()  # a conjunction: "heard from Roth that Abel left"
        return () if governed else self._antecedent(j - 1)

    def _after(self, k: int, verb: _Verb) -> tuple[tuple[int, ...], list[tuple[str, int]], int]:
        """Objects, prepositions with their phrases, and the token where the verb's reach ends."""
        j = k + 1
        objects: list[int] = []
        others: list[tuple[str, int]] = []
        while self.kind(j) == "np" and not self._opens_clause(j):
            noun = self.nouns[self.items[j][1]]
            if noun.time:
                j += 1
                continue
            if len(objects) and self.kind(j - 1) != "np":
                break
            group, after = self._group_right(j)
            if objects:
                first, objects = objects, list(group)
                if verb_lemma(self.words[verb.main].lower) in GIVING:
                    others += [("to", p) for p in first]
                else:
                    others += [("as", p) for p in objects]
                    objects = first
                j = after
                break
            objects = list(group)
            j = after
        while True:
            step = 1 if self.kind(j) == "comma" and self.kind(j + 1) == "prep" else 0
            j += step
            if self.kind(j) in ("prep", "to") and self.kind(j + 1) == "np":
                group, after = self._group_right(j + 1)
                others += [(self._word(j), p) for p in group]
                j = after
            elif self.kind(j) in ("adj", "num", "time") or (
                self.kind(j) == "np" and self.nouns[self.items[j][1]].time
            ):
                j += 1
            elif self.kind(j) == "sub" and self._word(j) == "as" and self.kind(j + 1) == "np":
                group, after = self._group_right(j + 1)
                if self.kind(after) == "verb":
                    break
                others += [("as", p) for p in group]
                j = after
            else:
                break
        return tuple(objects), others, self._token(j)

    def _token(self, j: int) -> int:
        """The first token of the element at ``j``."""
        if j >= len(self.items):
            return len(self.words)
        kind, number = self.items[j]
        if kind == "np":
            phrase = self.nouns[number]
            return self.nouns[phrase.owner].start if phrase.owner is not None else phrase.start
        return self.verbs[number].begin if kind == "verb" else number

    def _group_right(self, j: int) -> tuple[tuple[int, ...], int]:
        """The phrase at ``j`` with those joined on its right, and the place after them."""
        group = [self.items[j][1]]
        j += 1
        while True:
            k = j + 1 if self.kind(j) == "comma" else j
            if self.kind(k) == "cc" and self.kind(k + 1) == "np" and not self._opens_clause(k + 1):
                group.append(self.items[k + 1][1])
                j = k + 2
            else:
                return tuple(group), j

    def _opens_clause(self, j: int) -> bool:
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
        if verb.to or self._gerund(verb):
            return False
        return not (verb.bare and form in ("past", "part") and self._reduced(k))

    def _gerund(self, verb: _Verb) -> bool:
        first = self.words[verb.begin].lower
        return first in ("having", "being") or (verb.bare and self.words[verb.main].form == "ing")

    def _reduced(self, k: int) -> bool:
        """ "a survey led by Roth": a participle that describes the phrase before it."""
        if self.kind(k - 1) == "rel":
            return False
        if self.kind(k + 1) == "prep" and self._word(k + 1) == "by" and self.kind(k + 2) == "np":
            noun = self._noun(k + 2)
            return noun is not None and not noun.time and self.kind(k - 1) in ("np", "comma")
        if self.kind(k - 1) != "np" or self.kind(k + 1) not in ("prep", "to"):
            return False
        # "the man arrested on Monday said": another verb follows in the same clause.
        j = k + 1
        while self.kind(j) in ("prep", "to", "np", "time", "num", "adj"):
            if self.kind(j) == "np" and self.kind(j - 1) == "np":
                return False
            j += 1
        if self.kind(j) != "verb":
            return False
        verb = self.verbs[self.items[j][1]]
        return not verb.to and not self._gerund(verb)

    def _inverted(self, k: int) -> bool:
        """ "“…,” said Roth"."""
        return k == 0 or self.kind(k - 1) in ("comma", "stop")

    # Nouns of what a verb does, descriptions

    def _nominal(self) -> Iterator[Frame]:
        """ "Roth's purchase of the port", "the purchase of the port by Roth"."""
        for number, noun in enumerate(self.nouns):
            if noun.pronoun or noun.named or noun.time:
                continue
            k = self.place.get(("np", number))
            if k is None or (
                noun.owner is None and noun.of is None and noun.determiner not in OWNERS
            ):
                continue
            agents: list[int] = [noun.owner] if noun.owner is not None else []
            patient = [noun.of] if noun.of is not None else []
            j = k + 1
            others: list[tuple[str, int]] = []
            while self.kind(j) in ("prep", "to") and self.kind(j + 1) == "np" and j < k + 7:
                if self._word(j) == "by":
                    agents = [self.items[j + 1][1]]
                elif self._word(j) != "of":
                    others.append((self._word(j), self.items[j + 1][1]))
                j += 2
            yield Frame(
                noun.head, noun.end - 1, noun.start, self._token(j), tuple(agents), tuple(patient),
                tuple(others), nominal=True,
            )  # fmt: skip

    def descriptions(self) -> Iterator[Description]:
        """Words before a name, appositions and what "is" ties to a subject."""
        for number, noun in enumerate(self.nouns):
            if noun.named and (noun.modifiers or noun.owner is not None):
                begin = noun.start
                if noun.owner is not None:
                    begin = self.nouns[noun.owner].start
                yield Description(number, number, begin, noun.end - 1)
        for k in range(len(self.items) - 2):
            if self.kind(k) == "np" and self.kind(k + 1) == "comma":
                found = self._apposition(k)
                if found is not None:
                    yield found
        for verb in self.verbs:
            if verb.frame is not None and verb.frame.verb in ("be", "become", "remain"):
                told = [p for prep, p in verb.frame.other if prep == "is"]
                told = told or [p for prep, p in verb.frame.other if prep == "as"]
                told += verb.frame.patient if verb.frame.verb != "be" else ()
                for subject in verb.frame.agent:
                    for what in told[:1]:
                        yield self._complement(subject, what, verb.frame)
            elif verb.frame is not None and verb.frame.verb in _APPOINTING:
                whom = verb.frame.patient or verb.frame.agent
                for what in [p for prep, p in verb.frame.other if prep == "as"][:1]:
                    for subject in whom[:1]:
                        yield self._complement(subject, what, verb.frame)

    def _complement(self, subject: int, what: int, frame: Frame) -> Description:
        """What "is" ties: "Roth is the mayor", "the mayor is Roth"."""
        first, second = self.nouns[subject], self.nouns[what]
        if second.named and not first.named and not first.pronoun:
            subject, what, end = what, subject, first.end
        else:
            end = frame.end
        noun = self.nouns[what]
        begin = self.nouns[noun.owner].start if noun.owner is not None else noun.start
        return Description(subject, what, begin, max(end, noun.end))

    def _apposition(self, k: int) -> Description | None:
        first = self.nouns[self.items[k][1]]
        j = k + 2
        if self._word(j) == "at" and self.kind(j + 1) == "np":
            j += 2 if self.kind(j + 2) == "np" else 1  # ", at 40 the oldest player"
        if self.kind(j) != "np" or first.pronoun or first.time:
            return None
        number = self.items[j][1]
        second = self.nouns[number]
        if first.named and second.named and self._word(k - 1) == "of" and self.kind(k - 2) == "np":
            k -= 2  # "the head of the Dock Union, Ana Roth"
            first = self.nouns[self.items[k][1]]
        counted = self.words[second.start].tag == "num"
        if second.pronoun or second.time or first.named == second.named or counted:
            return None
        if first.named and not _describes(second):
            return None
        after = j + 1
        while self.kind(after) in ("prep", "to") and self.kind(after + 1) == "np":
            after += 2
        if self.kind(after) == "verb" and not self._participle(after):
            return None  # the subject of what follows
        joined = self.kind(after) == "cc" and second.determiner not in ("a", "an")
        if joined and self.kind(after + 1) == "np" and not self._opens_clause(after + 1):
            return None
        begin, end = self._token(j), self._token(after)
        if first.named:
            return Description(self.items[k][1], number, begin, end)
        head = k
        while (
            self._word(head - 1) == "of"
            and self.kind(head - 2) == "np"
            and not person_noun(self.nouns[self.items[head][1]].head)
        ):
            head -= 2  # "the head of the port, Ana Roth"
        return Description(number, self.items[head][1], self._token(head), self._token(j - 1))

    def _participle(self, k: int) -> bool:
        verb = self.verbs[self.items[k][1]]
        form = self.words[verb.main].form
        return verb.to or (verb.bare and (form == "ing" or self._reduced(k)))

    def aliases(self) -> Iterator[tuple[int, int]]:
        """Two names one of which stands in brackets behind the other."""
        for begin, end in self.brackets:
            for number, noun in enumerate(self.nouns[1:], start=1):
                first = self.nouns[number - 1]
                if (noun.start, noun.end, first.end) == (begin + 1, end, begin):
                    if first.named and noun.named:
                        yield number - 1, number


@lru_cache(maxsize=4_000)
def _phrasal(lemma: str) -> frozenset[tuple[str, ...]]:
    return frozenset(lexicon().phrases.get(lemma, ()))


OWNERS = frozenset("his her its their".split())


def _describes(phrase: Phrase) -> bool:
    """Whether a phrase behind a name is likely to say what it names."""
    return bool(
        phrase.determiner in {"a", "an", "the", "one", *OWNERS}
        or phrase.owner is not None
        or phrase.of is not None
        or phrase.modifiers
    )
