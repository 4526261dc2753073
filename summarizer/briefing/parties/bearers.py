"""Who bears which name: the names of all sources sorted by kind, and forms of one name together.

Full names first, then short forms: a surname, a firm's first word, an acronym stand for the one
full name that they fit in their own source, or else in the story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from summarizer.attributes.speakers import OUTLET_NOUNS
from summarizer.briefing.parties.names import Key, SourceNames
from summarizer.briefing.parties.signs import LEGAL, Gender, Kind, Naming
from summarizer.text.first_names import FEMALE, MALE
from summarizer.text.mentions import ORGANISATION, Core, initials_of
from summarizer.text.places import aliases

_GENERATIONS = frozenset("jr sr ii iii iv".split())
_FIRMS = LEGAL | frozenset(
    """group corp corporation company holdings partners systems technologies motors energy airlines
    foods pharma pharmaceuticals mining shipping insurance airways railways steel telecom software
    logistics laboratories industries capital finance operations""".split()
)
_LOCAL = (ORGANISATION | OUTLET_NOUNS | frozenset(["airport"])) - _FIRMS
"""Nouns for bodies that are called after where they are: "Dunmoor" is not "Dunmoor University"."""
_SHORTEST_ACRONYM = 3
_MANY = 8


@dataclass(eq=False)
class Bearer:
    """A person or body in the making.

    Attributes:
        namings: its names, each with the id of the source.
        plain: what a body without a name is called, or "".
        claims: ids of claims that name it.
    """

    kind: Literal["person", "organisation"]
    namings: list[tuple[str, Naming]] = field(default_factory=list)
    plain: str = ""
    claims: list[str] = field(default_factory=list)

    @property
    def cores(self) -> set[Core]:
        """By what it is known."""
        return {naming.core for _, naming in self.namings}

    @property
    def sources(self) -> set[str]:
        """Where it is named."""
        return {source for source, _ in self.namings}

    @property
    def genders(self) -> set[Gender]:
        """What its names show; both where they contradict each other."""
        return {g for _, naming in self.namings for g in naming.genders}


class Bearers:
    """Who bears the names of some sources.

    Attributes:
        of: the bearer of a name of a source; names of places, things and of two people have none.
    """

    def __init__(self, sources: Mapping[str, SourceNames]) -> None:
        self.of: dict[tuple[str, Key], Bearer] = {}
        self._votes: dict[Core, Counter[Kind]] = {}
        self._places: dict[Core, list[tuple[str, Naming]]] = {}
        own: dict[Core, Counter[Kind]] = {}
        for source, names in sources.items():
            for naming in names.namings.values():
                own[naming.core] = own.get(naming.core, Counter()) | naming.own
                self._votes.setdefault(naming.core, Counter()).update(naming.votes)
                self._places.setdefault(naming.core, []).append((source, naming))
        for core, votes in own.items():
            self._votes[core].update(votes)
        self._longer: dict[tuple[str | None, Core], list[Core]] = {}
        """The longer names that begin or end so, by source, and None for all."""
        for core, places in self._places.items():
            for short in _parts(core):
                for where in {None, *(source for source, _ in places)}:
                    self._longer.setdefault((where, short), []).append(core)
        self._count_short_forms()
        self._full: dict[Core, Bearer] = {}
        self._persons()
        self._bodies()
        self._short()

    def all(self) -> list[Bearer]:
        """Each bearer once, in the order of the sources."""
        return list(dict.fromkeys(self.of.values()))

    def find(self, source: str, key: Key) -> Bearer | None:
        """Who is meant by a name in a claim, which may write it as its source does not."""
        core, _ = key
        for gender in dict.fromkeys((key[1], "", "he", "she")):
            found = self.of.get((source, (core, gender)))
            if found is not None:
                return found
        if any(where == source for where, _ in self._places.get(core, ())):
            return None
        if core in self._full or len(core) == 1:
            return self._full.get(core)
        longer = {
            id(b): b for c in self._longer.get((source, core), ()) if (b := self._full.get(c))
        }
        return next(iter(longer.values())) if len(longer) == 1 else None

    def _count_short_forms(self) -> None:
        """A person is called again by the last word of the name, a firm by the first."""
        for core in [c for c in self._places if len(c) == 1]:
            word, votes = core[0], self._votes[core]
            firm = votes["organisation"] > votes["person"]
            firm = firm or any(n.pointed for _, n in self._places[core])
            beside = {
                long: None
                for source, _ in self._places[core]
                for long in self._longer.get((source, core), ())
            }
            for long in beside:
                if surname(long) == word:
                    self._votes[long]["organisation" if firm else "person"] += 2
                elif word not in FEMALE | MALE and votes["organisation"] > votes["place"]:
                    self._votes[long]["organisation"] += 2

    def kind(self, core: Core) -> Kind:
        """What most speaks for; a thing where nothing does."""
        votes = self._votes.get(core, Counter[Kind]())
        person, body, place = votes["person"], votes["organisation"], votes["place"]
        if votes["thing"] > max(person, body):
            return "thing"
        if place and place >= max(person, body):
            return "place"
        titled = len(core) > 1 or any(n.titled for _, n in self._places.get(core, ()))
        if person > body and titled:
            return "person"
        return "organisation" if body >= 2 and body > place else "thing"  # noqa: PLR2004

    def _bear(self, bearer: Bearer, core: Core) -> None:
        self._full[core] = bearer
        for source, naming in self._places[core]:
            self._join(bearer, source, naming)

    def _join(self, bearer: Bearer, source: str, naming: Naming) -> None:
        bearer.namings.append((source, naming))
        self.of[source, (naming.core, naming.title)] = bearer

    def _persons(self) -> None:
        people: dict[tuple[str, str], list[Core]] = {}
        for core in self._places:
            if len(core) > 1 and self.kind(core) == "person":
                people.setdefault((surname(core), core[0][0]), []).append(core)
        for cores in people.values():
            apart: list[tuple[list[Core], Bearer]] = []
            for core in sorted(cores, key=len, reverse=True):
                fitting = [b for known, b in apart if all(same_person(core, k) for k in known)]
                fitting = [b for b in fitting if self._fits(b, (n for _, n in self._places[core]))]
                bearer = fitting[0] if len(fitting) == 1 else Bearer("person")
                if len(fitting) != 1:
                    apart.append(([], bearer))
                next(known for known, b in apart if b is bearer).append(core)
                self._bear(bearer, core)

    def _fits(self, bearer: Bearer, namings: Iterable[Naming]) -> bool:
        """Whether no gender speaks against it."""
        genders = bearer.genders | {g for naming in namings for g in naming.genders}
        return not {"he", "she"} <= genders

    def _bodies(self) -> None:
        named = [c for c in self._places if len(c) > 1]
        bodies = [c for c in named if self.kind(c) == "organisation"]
        saints = [c for c in named if c[0] == "st" and len(c) == 2]  # noqa: PLR2004
        shorter = dict.fromkeys((*bodies, *saints))
        short = {core: long for core in shorter if (long := self._only_longer(core))}
        for core in bodies:
            if core not in short:
                self._bear(Bearer("organisation"), core)
        for core in sorted(short, key=len, reverse=True):
            self._bear(self._full[short[core]], core)
        for acronym, full in self._acronyms(bodies):
            if acronym not in self._full:
                self._bear(self._full[full], acronym)

    def _only_longer(self, core: Core) -> Core | None:
        """The one longer name of a body that a name of several words shortens."""
        longer = self._longer.get((None, core), ())
        found = [
            long
            for long in longer
            if self.kind(long) == "organisation" and not self._after_of(core, long)
        ]
        return found[0] if len(found) == 1 else None

    def _acronyms(self, bodies: list[Core]) -> Iterator[tuple[Core, Core]]:
        """Each acronym with what it spells: in brackets, or the only name with these initials."""
        spelling: dict[str, set[Core]] = {}
        bracketed: dict[Core, set[Core]] = {}
        for core in bodies:
            for _, naming in self._places[core]:
                for short in naming.acronyms:
                    bracketed.setdefault(short, set()).add(core)
                for form in naming.forms:
                    for initials in initials_of(form):
                        spelling.setdefault(initials, set()).add(core)
        for core in [c for c in self._places if len(c) == 1]:
            if not any(form.isupper() for _, n in self._places[core] for form in n.forms):
                continue
            spelt = bracketed.get(core) or (
                spelling.get(core[0], set()) if len(core[0]) >= _SHORTEST_ACRONYM else set()
            )
            known = {c for c in bodies if " ".join(c) in aliases(core[0])} if not spelt else set()
            bearers = {id(self._full[c]): c for c in spelt | known}
            if len(bearers) == 1:
                yield core, next(iter(bearers.values()))

    def _short(self) -> None:
        """Names of one word, and what else has no bearer yet."""
        known = {id(bearer): bearer.genders for bearer in self._full.values()}
        alone: dict[tuple[Core, Gender], Bearer] = {}
        for core, places in self._places.items():
            if core in self._full:
                continue
            kind = self.kind(core)
            titles = {naming.title for _, naming in places} - {""}
            for source, naming in places:
                bearer = self._meant(source, naming, known)
                if bearer is None and len(core) == 1 and kind in ("person", "organisation"):
                    if self._candidates(naming, None) and not naming.title:
                        continue  # it may be either of two
                    title = min(titles) if len(titles) == 1 else naming.title
                    bearer = alone.setdefault((core, title), Bearer(kind))
                if bearer is not None:
                    self._join(bearer, source, naming)

    def _meant(
        self, source: str, naming: Naming, known: Mapping[int, set[Gender]]
    ) -> Bearer | None:
        """The one full name that a short form stands for: of its own source, else of the story.

        "Ms Roth" is a woman of the story before she is somebody of whom that is not known.

        Args:
            known: for the id of each bearer of a full name what shows its gender.
        """
        own, every = self._candidates(naming, source), self._candidates(naming, None)
        if naming.title and not any(naming.title in known[id(b)] for b in own):
            sure = [b for b in every if naming.title in known[id(b)]]
            own = sure or own
        found = own or every
        return found[0] if len(found) == 1 else None

    def _candidates(self, naming: Naming, within: str | None) -> list[Bearer]:
        """Who may be meant by a short form; a few of them are as good as all."""
        core, votes = naming.core, self._votes[naming.core]
        written = max(sum(naming.forms.values()), votes["person"])
        person = bool(naming.title) or naming.votes["place"] + 2 * naming.pointed <= written
        person = person and (within is not None or bool(naming.title) or not votes["place"])
        couple = {"he", "she"} <= {n.title for _, n in self._places[core]}
        found: dict[int, Bearer] = {}
        for long in self._longer.get((within, core), ()):
            bearer = self._full.get(long)
            if bearer is None or id(bearer) in found:
                continue
            if bearer.kind == "person":
                last = long[-len(core) :] == core or surname(long) == core[0]
                first = long[: len(core)] == core and within is not None
                fits = person and (last or first) and self._fits(bearer, [naming])
                # Of "Mr Roth" and "Mrs Roth" only the one whose gender is known may be Kim Roth.
                fits = fits and (not couple or bool(bearer.genders and naming.title))
            else:
                fits = not naming.title and self._shortens(core, long, naming)
            if fits:
                found[id(bearer)] = bearer
            if len(found) > _MANY:
                break
        return list(found.values())

    def _shortens(self, core: Core, long: Core, naming: Naming) -> bool:
        """Whether a body may be called so: "Brunskill" of "Brunskill Sugar", "the Post"."""
        if long[-len(core) :] == core:
            shown = naming.pointed > 0 or core[-1] in ORGANISATION
            return shown and not self._after_of(core, long)
        if long[: len(core)] != core:
            return False
        if len(core) > 1:
            return self.kind(core) != "place"
        if naming.pointed:
            return True
        places = [n for _, n in self._places[core]]
        acting = sum(n.acting for n in places) + self._votes[core]["organisation"]
        near = sum(n.near for n in places) + self._votes[core]["place"]
        return not set(long) & _LOCAL and acting > near

    def _after_of(self, core: Core, long: Core) -> bool:
        """Whether a name stands in another one after "of": "Friends of the Kelder Baths"."""
        end = re.compile(rf"\b(?:of|for)\s+(?:the\s+)?{'.*'.join(map(re.escape, core))}\W*$")
        return any(end.search(f.lower()) for _, n in self._places[long] for f in n.forms)


def _parts(core: Core) -> set[Core]:
    """What a name may be shortened to: its first words, its last words, the surname."""
    cuts = range(1, len(core))
    parts = {core[:n] for n in cuts} | {core[n:] for n in cuts}
    return parts | ({(surname(core),)} if len(core) > 1 else set())


def surname(core: Core) -> str:
    """The last word of a name, a generation left out."""
    kept = [w for w in core if w not in _GENERATIONS]
    return (kept or list(core))[-1]


def same_person(one: Core, other: Core) -> bool:
    """Whether two full names with one surname may be one person's: no part speaks against it."""
    generations = {w for w in one if w in _GENERATIONS}, {w for w in other if w in _GENERATIONS}
    if generations[0] != generations[1]:
        return False
    left, right = ([w for w in core if w not in _GENERATIONS][:-1] for core in (one, other))
    if not left or not right or not _same_given(left[0], right[0]):
        return False
    return all(_same_given(a, b) for a, b in zip(left[1:], right[1:], strict=False))


def _same_given(one: str, other: str) -> bool:
    """Whether two given names may be one: the same, or an initial of it."""
    short, long = sorted((one.strip("."), other.strip(".")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))
