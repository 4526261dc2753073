"""Who is named in a note: persons and organisations, each once, with roles and claims.

Within a source a short form stands for the one full name that it fits; across sources names are
one when nothing speaks against it. What may be a place, a thing or either of two people is left
out: a wrong merge is worse than a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from summarizer.attributes.speakers import DOCUMENT_NOUNS, ORGANISATION_NOUNS
from summarizer.briefing.parties.bearers import Bearer, Bearers
from summarizer.briefing.parties.names import Key, SourceNames, core_of, title_of, without_article
from summarizer.briefing.schema import Party
from summarizer.schema import Attribution, Claim, Document
from summarizer.text.mentions import Core

_ALONE = frozenset("police government parliament coastguard prosecution cabinet army navy".split())
"""Bodies that are told from others without another word."""
_BODIES = ORGANISATION_NOUNS | _ALONE | frozenset("police inspectorate institute".split())
_LONGEST_ACRONYM = 6
_UNTOLD = re.compile(
    r"^(?:its|his|her|their|our|an?|one|two|three|four|five|some|several|many|other|another|both|"
    r"same|own|\d+)\s|['’]s\s",
    re.IGNORECASE,
)
_AFTER_NOUN = re.compile(r"\s(?:of|for|in|at|by|from|on|that|which|who|to|with)\s")


def parties(
    claims: Sequence[Claim], documents: Mapping[str, Document]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The persons and the organisations that accepted claims name, in their words or their chains.

    Args:
        claims: accepted claims of all sources, ids ``s1.c3``.
        documents: by the id of their source (``s1``).

    Returns:
        Persons and organisations, those of most claims first, then in the order of first mention.
        Names, ``aliases`` and ``roles`` stand so in a source. Persons have names; an organisation
        may be called by what it is ("county fire service") where a chain has it as a source.
    """
    sources = {source: SourceNames(document) for source, document in documents.items()}
    for claim in claims:
        for link in claim.attribution:
            _hear(sources.get(_source(claim)), link)
    bearers = Bearers(sources)
    plain = _Plain(claims, sources, bearers)
    for claim in claims:
        source = sources.get(_source(claim))
        named = _named(claim, source, bearers) if source else []
        for bearer in dict.fromkeys((*named, *plain.named(claim))):
            bearer.claims.append(claim.id)
    order = {claim.id: place for place, claim in enumerate(claims)}
    found = [b for b in dict.fromkeys((*bearers.all(), *plain.bodies.values())) if b.claims]
    found.sort(key=lambda b: (-len(b.claims), order[b.claims[0]]))
    bodies = {core for b in found if b.kind == "organisation" for core in b.cores}
    return (
        tuple(_party(b, bodies) for b in found if b.kind == "person"),
        tuple(_party(b, bodies) for b in found if b.kind == "organisation"),
    )


def _source(claim: Claim) -> str:
    return claim.id.partition(".")[0]


def _keys(text: str, source: SourceNames) -> Iterator[Key]:
    for mention in source.mentions(text):
        yield mention.core, title_of(text, mention.start)


def _hear(source: SourceNames | None, link: Attribution) -> None:
    """What a chain calls a name is one sign of what it is."""
    if source is None or link.kind not in ("person", "organisation", "outlet"):
        return
    core = link_core(link, source)
    naming = source.namings.get((core, "")) if core else None
    if naming is not None and naming.heard != link.kind:
        naming.heard = link.kind
        if link.kind == "person":
            naming.votes["person"] += 1
        else:
            naming.votes["organisation"] += 2


def link_core(link: Attribution, source: SourceNames) -> Core | None:
    """The core of a source that is called by its name alone; None for others."""
    name = without_article(link.source)
    keys = list(_keys(link.source, source))
    said = core_of(name)
    if len(keys) == 1 and len(keys[0][0]) >= len([w for w in said if len(w) > 1]):
        return keys[0][0]
    return said if not keys and name[:1].isupper() and said else None


def _named(claim: Claim, source: SourceNames, bearers: Bearers) -> list[Bearer]:
    """Whom the claim and its chain name."""
    keys = list(_keys(claim.text, source))
    for link in claim.attribution:
        keys += _keys(link.source, source)
        core = link_core(link, source)
        keys += [(core, "")] if core else []
    found = (bearers.find(_source(claim), key) for key in dict.fromkeys(keys))
    return [bearer for bearer in found if bearer is not None]


class _Plain:
    """Bodies that chains call by what they are, and persons that they call by their role.

    Attributes:
        bodies: by what they are called, lower case.
    """

    def __init__(
        self, claims: Sequence[Claim], sources: Mapping[str, SourceNames], bearers: Bearers
    ) -> None:
        self.bodies: dict[str, Bearer] = {}
        self._named = {" ".join(core): b for b in bearers.all() for core in b.cores}
        self._calling: dict[tuple[str, str], list[Bearer]] = {}
        for bearer in bearers.all():
            for source in bearer.sources:
                for word in _called(bearer):
                    self._calling.setdefault((source, word), []).append(bearer)
        links = [(_source(c), link) for c in claims for link in c.attribution]
        self._meant: dict[tuple[str, str], Bearer] = {}
        for source, link in links:
            phrase = called_plainly(link) if source in sources else ""
            if len(phrase.split()) > 1 or phrase in _ALONE:
                named = self._named.get(phrase)
                self._meant[source, phrase] = named or self.bodies.setdefault(
                    phrase,
                    Bearer("organisation", plain=without_article(link.source)[: len(phrase)]),
                )
        self._shorten()
        for source, link in links:
            self._point(source, link)
        forms = sorted(self.bodies, key=len, reverse=True)
        self._written = re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b") if forms else None

    def _shorten(self) -> None:
        """ "Fire service" is the one "county fire service"."""
        by_end: dict[str, list[str]] = {}
        for phrase in self.bodies:
            said = phrase.split()
            for at in range(1, len(said)):
                by_end.setdefault(" ".join(said[at:]), []).append(phrase)
        for phrase, longer in by_end.items():
            if phrase in self.bodies and len(longer) == 1:
                self.bodies[phrase] = self.bodies[longer[0]]

    def _point(self, source: str, link: Attribution) -> None:
        """ "The university", "the treasurer": the only one that its source calls so."""
        phrase = called_plainly(link)
        if link.kind == "person":
            phrase = without_article(link.source).lower()
        fitting = self._calling.get((source, phrase), [])
        kind = "person" if link.kind == "person" else "organisation"
        fitting = [b for b in fitting if b.kind == kind]
        if phrase and (source, phrase) not in self._meant and len(fitting) == 1:
            self._meant[source, phrase] = fitting[0]

    def named(self, claim: Claim) -> Iterator[Bearer]:
        """Those in the claim's chain, and the bodies in its words."""
        for link in claim.attribution:
            for phrase in (called_plainly(link), without_article(link.source).lower()):
                found = self._meant.get((_source(claim), phrase))
                if phrase and found:
                    yield self.bodies.get(phrase, found) if found.plain else found
        if self._written:
            for match in self._written.finditer(claim.text):
                yield self.bodies[match.group()]


def _called(bearer: Bearer) -> set[str]:
    """Words by which a bearer may be called without its name: nouns of it, or whole roles."""
    roles = {role.lower() for _, naming in bearer.namings for role in naming.roles}
    if bearer.kind == "person":
        return roles
    nouns = {role.split()[-1] for role in roles} | {w for core in bearer.cores for w in core}
    return nouns & _BODIES


def called_plainly(link: Attribution) -> str:
    """What an organisation without a name is called, lower case; "" where the chain has none."""
    said = without_article(link.source)
    cut = _AFTER_NOUN.search(said)
    main = said[: cut.start()] if cut else said
    parts = main.split()
    fits = link.kind == "organisation" and parts and not _UNTOLD.search(said)
    if not fits or any(w[0].isupper() for w in parts[1:]):
        return ""
    head = parts[-1].lower()
    return main.lower() if head in _BODIES and head not in DOCUMENT_NOUNS else ""


def _party(bearer: Bearer, bodies: set[Core]) -> Party:
    if bearer.plain:
        return Party(name=bearer.plain, aliases=(), roles=(), claims=tuple(bearer.claims))
    forms: dict[str, int] = {}
    for _, naming in bearer.namings:
        for form, count in naming.forms.items():
            forms[form] = forms.get(form, 0) + count
    calm = {form: count for form, count in forms.items() if not _shouted(form)} or forms
    name = max(calm, key=lambda form: (len(form.split()), calm[form]))
    said = (
        role
        for _, naming in bearer.namings
        for role in (
            *naming.roles,
            *(text for core, text in naming.bodies.items() if core in bodies),
        )
    )
    return Party(
        name=name,
        aliases=tuple(f for f in distinct(calm) if f.casefold() != name.casefold()),
        roles=tuple(distinct(said)),
        claims=tuple(bearer.claims),
    )


def _shouted(name: str) -> bool:
    """Whether a name is written in capitals, and no acronym."""
    return name.isupper() and sum(c.isalpha() for c in name) > _LONGEST_ACRONYM


def distinct(texts: Iterable[str]) -> list[str]:
    """Each once; case and articles make no difference."""
    return list({without_article(t).casefold(): t for t in reversed(list(texts))}.values())[::-1]
