"""Which noun phrases of some sentences speak of the same person or thing.

Each phrase has a set of referents: what it may stand for. A name has the persons or bodies that the
document knows by it; "the agency" those that are called an agency; a pronoun everybody who was
named before it and fits. Where the set has one member it is sure, so two phrases are only held to
be of different things when their sets share none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from summarizer.text.first_names import FEMALE, MALE
from summarizer.text.lexicon import lemmas, related
from summarizer.text.mentions import BODIES
from summarizer.text.names import Names
from summarizer.text.syntax.classes import classes
from summarizer.text.syntax.persons import person_noun
from summarizer.text.syntax.phrases import Phrase
from summarizer.text.syntax.reading import Reading, read

Referent = tuple[str, ...]
"""The core of a name, or "#" with the numbers of a sentence and of a phrase in it."""

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her herself".split())
_IT = frozenset("it its itself".split())
_THEY = frozenset("they them their themselves".split())
_MEN = frozenset(
    """mr sir lord king prince father brother son husband uncle man boy he
    nephew grandfather grandson boyfriend widower duke baron monk gentleman waiter stepfather
    stepson father-in-law brother-in-law son-in-law spokesman chairman businessman congressman
    councilman policeman fisherman sportsman""".split()
)
_WOMEN = frozenset(
    """mrs ms miss lady queen princess mother sister daughter wife aunt woman girl actress she
    widow niece grandmother granddaughter girlfriend duchess countess baroness waitress heroine
    goddaughter stepmother stepdaughter mother-in-law sister-in-law daughter-in-law madam
    chairwoman spokeswoman businesswoman congresswoman councilwoman""".split()
)
_PAIR = frozenset(("former", "latter"))
# Nouns that say no more of somebody than a pronoun, and which one.
_GENERIC = {
    noun: pronoun
    for pronoun, nouns in {
        "he": "man boy gentleman",
        "she": "woman girl lady",
        "one": "child toddler baby infant youngster teenager pensioner victim patient suspect "
        "accused defendant",
        "it": "company firm business group agency organisation organization body institution",
    }.items()
    for noun in nouns.split()
}
_SMALL = frozenset("other same new old first last former own".split())


def spans(text: str, names: Names) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """The names of a text as :func:`summarizer.text.syntax.reading.read` takes them."""
    return tuple((m.start, m.end, m.core) for m in names.in_text(text))


class Scene:
    """Some sentences of a document in order, read together.

    Args:
        names: the document's names.
        sentences: their words.
    """

    def __init__(self, names: Names, sentences: tuple[str, ...]) -> None:
        self.names = names
        self.sentences = sentences
        self.readings: list[Reading] = [read(s, spans(s, names)) for s in sentences]
        self.referents: list[list[frozenset[Referent]]] = []
        self.called: dict[Referent, set[str]] = {}
        """The words by which each is called, in lower case."""
        self._by_lemma: dict[str, set[Referent]] = {}
        self.shown: dict[Referent, str] = {}
        self.labelled: set[Referent] = set()
        """Those without a name of their own that a name tells from others: "the Nimbus kettle"."""
        self._kinds: dict[Referent, dict[str, set[str]]] = {}
        self._pairs: set[frozenset[Referent]] | None = None
        self._plural: set[Referent] = set()
        self._people: set[Referent] = set()
        self._persons: set[Referent] = set()  # not only by the look of their names
        self._male: set[Referent] = set()
        self._female: set[Referent] = set()
        for number, reading in enumerate(self.readings):
            self.referents.append([frozenset()] * len(reading.phrases))
            for place, phrase in enumerate(reading.phrases):
                if not phrase.pronoun:
                    self.referents[number][place] = self._referents(number, place, phrase)
            self._describe(number, reading)
            for place, phrase in enumerate(reading.phrases):
                if phrase.pronoun:
                    self.referents[number][place] = self._of_pronoun(number, place, phrase.head)

    def _referents(self, number: int, place: int, phrase: Phrase) -> frozenset[Referent]:
        if phrase.time:
            return frozenset()
        if phrase.named:
            found = self.named(phrase.names[-1])
        else:
            found = self._known(number, phrase) or frozenset({("#", str(number), str(place))})
        for referent in found:
            self._learn(referent, phrase, number)
        return found

    def named(self, core: tuple[str, ...]) -> frozenset[Referent]:
        """What a name stands for."""
        return self.names.bearers(core) or frozenset({core})

    def _known(self, number: int, phrase: Phrase) -> frozenset[Referent]:
        """Whom a definite phrase may take up."""
        if phrase.determiner not in ("the", "this", "that", "these", "those") or phrase.names:
            return frozenset()
        if phrase.owner is not None or phrase.of is not None:
            return frozenset()
        if phrase.head in _PAIR and number:
            return self._of_pair(number, phrase.head)
        return self.fitting(phrase, synonyms=False) or self._generic(number, phrase)

    def _of_pair(self, number: int, word: str) -> frozenset[Referent]:
        """ "The former", "the latter": one of the last two that "and" joins."""
        for step in (number, number - 1):
            names = self.readings[step].phrases
            for one, two in reversed(list(pairwise(range(len(self.referents[step]))))):
                between = self.readings[step].words[names[one].end : names[two].start]
                joined = any(t.lower in ("and", "or") for t in between) and len(between) <= 2  # noqa: PLR2004
                both = self.referents[step][one], self.referents[step][two]
                if joined and all(both):
                    return both[word == "latter"]
        return frozenset()

    def _generic(self, number: int, phrase: Phrase) -> frozenset[Referent]:
        """ "The girl", "the firm" after a name: whoever that may be."""
        if phrase.modifiers:
            return frozenset()
        word = _GENERIC.get(phrase.head)
        if word is None:
            return frozenset()
        earlier = (r for s in reversed(self.referents[: number + 1]) for refs in s for r in refs)
        named = [r for r in earlier if r[0] != "#"]
        if word == "it":
            return frozenset(r for r in named if r not in self._people)
        return self._fit(word, named)

    def fitting(self, phrase: Phrase, *, synonyms: bool = True) -> frozenset[Referent]:
        """Whom a phrase with a noun may stand for, by what they are called."""
        found = self._called_by(phrase.head)
        if not found and synonyms:
            found = {
                r
                for r, said in self.called.items()
                if _related_in(phrase.head, said - set(r) if r[0] != "#" else said)
            }
        if phrase.names:
            # "the Nimbus kettle": only that one, or what is not known by any name.
            own = {w for core in phrase.names for w in core}
            return frozenset(r for r in found if own & (self.called[r] | set(r)))
        telling = [m for m in phrase.modifiers if m not in _SMALL]
        found = {r for r in found if not self._of_another_kind(phrase.head, telling, r)}
        narrow = {r for m in telling for r in self._called_by(m) if r in found}
        if telling and narrow:
            return frozenset(narrow)
        return frozenset(found)

    def _of_another_kind(self, head: str, telling: list[str], referent: Referent) -> bool:
        """Whether a phrase names another kind than something: "the trade ministry" and "the health
        ministry"."""
        told = self._kinds.get(referent, {}).get(head)
        kinds = {m for m in telling if _names_kind(m)}
        return bool(told and kinds) and not any(
            a == b or related(a, b) for a in told or () for b in kinds
        )

    def _call(self, referent: Referent, by: Iterable[str]) -> None:
        """Remember words by which a referent is called."""
        said = self.called.setdefault(referent, set())
        for word in by:
            if word not in said:
                said.add(word)
                for form in _forms(word):
                    self._by_lemma.setdefault(form, set()).add(referent)

    def _called_by(self, word: str) -> set[Referent]:
        """Those that are called by a form of a word."""
        found = {r for form in _forms(word) for r in self._by_lemma.get(form, ())}
        return {r for r in found if r in self.called}

    def distinct(self, one: Referent, other: Referent) -> bool:
        """Whether some sentence joins the two persons by "and": they are not the same."""
        if self._pairs is None:
            self._pairs = set(self._met())
        return frozenset((one, other)) in self._pairs

    def _met(self) -> Iterator[frozenset[Referent]]:
        for number, reading in enumerate(self.readings):
            for frame in reading.frames:
                if frame.nominal or not frame.finite:
                    continue
                for group in (frame.agent, frame.patient):
                    for one, two in pairwise(group):
                        left, right = self.referents[number][one], self.referents[number][two]
                        between = reading.words[
                            reading.phrases[one].end : reading.phrases[two].start
                        ]
                        if any(t.lower == "and" for t in between) and len(left | right) == 2:  # noqa: PLR2004
                            yield left | right

    def _learn(self, referent: Referent, phrase: Phrase, number: int) -> None:
        if phrase.named:
            self._call(referent, phrase.modifiers)
            if self.names.kind(phrase.names[-1]) != "person":
                self._call(referent, referent)
        else:
            self._call(referent, (phrase.head, *phrase.modifiers))
            kinds = {m for m in phrase.modifiers if _names_kind(m)}
            self._kinds.setdefault(referent, {}).setdefault(phrase.head, set()).update(kinds)
            self._call(referent, (w for core in phrase.names for w in core))
            if phrase.names:
                self.labelled.add(referent)
        reading = self.readings[number]
        shown = reading.text(self.sentences[number], phrase.start, phrase.end)
        if phrase.named:
            shown = reading.words[phrase.end - 1].text
        self.shown[referent] = max(self.shown.get(referent, ""), shown, key=len)
        if not phrase.named and phrase.head.endswith("s") and lemmas(phrase.head) != {phrase.head}:
            self._plural.add(referent)
        if (phrase.named and self.names.kind(phrase.names[-1]) == "person") or (
            not phrase.named and person_noun(phrase.head)
        ):
            self._people.add(referent)
        if person_noun(phrase.head) or any(person_noun(m) for m in phrase.modifiers[-1:]):
            self._persons.add(referent)
            self._people.add(referent)
        words = {*self.called[referent], *(referent if referent[0] != "#" else ())}
        if words & _MEN or referent[0] in MALE:
            self._male.add(referent)
        if words & _WOMEN or referent[0] in FEMALE:
            self._female.add(referent)

    def _describe(self, number: int, reading: Reading) -> None:
        """Appositions and brackets: what is said of a name is what it is called."""
        for description in reading.descriptions:
            what = reading.phrases[description.what]
            for referent in self.referents[number][description.phrase]:
                if description.what != description.phrase:
                    self._call(referent, (what.head, *what.modifiers))
                    kinds = {m for m in what.modifiers if _names_kind(m)}
                    self._kinds.setdefault(referent, {}).setdefault(what.head, set()).update(kinds)
                    if person_noun(what.head):
                        self._people.add(referent)
                        self._persons.add(referent)
                    self._merge(number, description.what, description.phrase)
        for one, other in reading.same:
            both = self.referents[number][one] | self.referents[number][other]
            self.referents[number][one] = self.referents[number][other] = both

    def _merge(self, number: int, what: int, whom: int) -> None:
        own = ("#", str(number), str(what))
        if own in self.referents[number][what]:
            self.referents[number][what] = self.referents[number][whom]
            self.called.pop(own, None)

    def _of_pronoun(self, number: int, place: int, word: str) -> frozenset[Referent]:
        if word not in _HE | _SHE | _IT | _THEY:
            return frozenset()
        here = list(self._before(number, place))
        if word in _IT | _THEY and here and number:
            here += [r for s in self.referents[number - 1] for r in s]
        found = self._fit(word, here)
        step = number - 1
        while not found and step >= max(0, number - 3):
            found = self._fit(word, (r for s in self.referents[step] for r in s))
            step -= 1
        return found

    def _before(self, number: int, place: int) -> Iterator[Referent]:
        for earlier in range(place):
            yield from self.referents[number][earlier]

    def _fit(self, word: str, candidates: Iterable[Referent]) -> frozenset[Referent]:
        found = list(dict.fromkeys(candidates))
        if word in _THEY:
            return frozenset(found)
        if word in _IT:
            unfit = self._persons | self._male | self._female | self._plural
            return frozenset(r for r in found if r not in unfit)
        if word == "one":
            return frozenset(r for r in found if r in self._people)
        own, other = (self._male, self._female) if word in _HE else (self._female, self._male)
        sure = frozenset(r for r in found if r in own and r not in other)
        people = frozenset(r for r in found if r in self._people and (r not in other or r in own))
        return sure or people

    def unlike(self, one: Referent, other: Referent) -> bool:
        """Whether two without names are known apart: of two kinds of one thing, or both persons
        and in one sentence."""
        if one == other:
            return False
        first, second = self._kinds.get(one, {}), self._kinds.get(other, {})
        for head in first.keys() & second.keys():
            a, b = first[head], second[head]
            if a and b and not any(x == y or related(x, y) for x in a for y in b):
                return True
        return self._apart(one, other) and any(
            one in said and other in said
            for phrases in self.referents
            for said in [{r for refs in phrases if len(refs) == 1 for r in refs}]
        )

    def _apart(self, one: Referent, other: Referent) -> bool:
        """Whether two that one sentence speaks of are then two."""
        if one in self._plural or other in self._plural:
            return False  # "the union", "its members"
        if other[0] == "#":
            return one in self._persons and other in self._persons
        body = bool(self.called.get(one, set()) & BODIES)
        person = one in self._people
        return one[0] == "#" and person != (other in self._people) and (person or body)

    def is_person(self, referent: Referent) -> bool:
        """Whether a referent is likely a person."""
        return referent in self._people

    def owner_of(self, number: int, phrase: Phrase) -> frozenset[Referent]:
        """Whose a phrase is: "Roth's sister", "her sister"."""
        if phrase.owner is not None:
            return self.referents[number][phrase.owner]
        if phrase.determiner in ("his", "her", "its", "their"):
            place = self.readings[number].phrases.index(phrase)
            return self._of_pronoun(number, place, phrase.determiner)
        return frozenset()


@lru_cache(maxsize=20_000)
def _names_kind(modifier: str) -> bool:
    """Whether a modifier is a noun that says which of a kind something is ("trade ministry")."""
    kinds = classes(modifier)
    return "n" in kinds and "a" not in kinds and not person_noun(modifier)


@lru_cache(maxsize=256)
def scene(names: Names, sentences: tuple[str, ...]) -> Scene:
    """The sentences read together; remembered."""
    return Scene(names, sentences)


@lru_cache(maxsize=50_000)
def _forms(word: str) -> frozenset[str]:
    return lemmas(word) | {word}


def _related_in(word: str, said: set[str]) -> bool:
    return any(related(word, s) for s in said)
