"""On whose knowledge a statement rests: the root of each claim's chain, followed through sources.

Two names are two origins only where nothing joins them. What an outlet has from another source of
the note is that source's, and that source's own origin's in turn; a person speaks for the body that
his or her role names; a document is whoever's it says it is. No second origin beside a named one
is what has no name of its own ("two officials"), who speaks for a body that no source names ("its
director"), and a claim that sets out what others say ("the city holds to 14 million"). So the
number may be too low and is not too high.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.briefing.schema import Party
from summarizer.briefing.told import Told
from summarizer.matching.relation import same_source
from summarizer.schema import Attribution
from summarizer.text.words import STOP_WORDS, stem, words

_PAPERS = (
    "report|study|draft|document|statement|release|log|record|records|register|figures|data|note|"
    "letter|memo|email|survey|analysis|review|file|files|account|paper|budget|correction|minutes|"
    "portal|website|page"
)
_PAPER_OF = re.compile(
    rf"^(?:an?|the|its|their|this)?\s*(?:[\w-]+\s+){{0,3}}?(?:{_PAPERS})\s+(?:by|of|from)\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_WHOSE_PAPER = re.compile(
    rf"^(?P<who>.+?)['’]s?\s+(?:[\w-]+\s+){{0,3}}?(?:{_PAPERS})$", re.IGNORECASE
)
_PAPER = re.compile(rf"\b(?:{_PAPERS})\b", re.IGNORECASE)
_VOICE_OF = re.compile(
    r"^(?:an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){0,2}?(?:spokes\w+|official|representative|lawyer|head|"
    r"director|chief|chair\w*|president|member|officer|press office|board|staff)s?\s+(?:of|for|at|"
    r"from)\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_WHOSE_VOICE = re.compile(
    r"^(?P<who>.+?)['’]s?\s+(?:[\w-]+\s+){0,2}?(?:spokes\w+|officials?|lawyers?|management|board|"
    r"office|treasurer|statisticians?|engineers?|experts?)$",
    re.IGNORECASE,
)
_TITLES = frozenset(
    stem(w)
    for w in """spokesman spokeswoman spokesperson chief head director manager managing president
    chairman chairwoman chair leader officer minister secretary deputy vice general executive
    professor doctor senior former acting official member representative branch regional local
    national general captain colonel lieutenant commander""".split()
)
# Offices and bodies of one town, of one state, and of its police.
_POLICE = frozenset(
    stem(w)
    for w in "police force detective inspector sergeant constable superintendent officer".split()
)
_TOWN = frozenset(stem(w) for w in "mayor treasurer council city town municipality".split())
_STATE = frozenset(stem(w) for w in "government cabinet".split())
_OF_STATE = _STATE | {stem(w) for w in "minister ministry".split()}
# A claim without a source of its own that reports a position is its holder's.
_HOLDS = re.compile(
    rf"\b(?:(?:{_PAPERS})(?: \w+)? (?:has|have|had|gives?|gave|shows?|lists?|puts?|names?)|"
    r"says?|said|according to|hold(?:s|ing)? to|held to|st(?:ands?|ood) by|st(?:icks?|uck) to|"
    r"insist(?:s|ed)?|maintain(?:s|ed)?|claim(?:s|ed)?|den(?:y|ies|ied)|"
    r"put(?:s|ting)? (?:it|the|its))\b",
    re.IGNORECASE,
)
_SHORTEST_ACRONYM = 2


@dataclass(frozen=True)
class Origin:
    """A root: its name, whether that is a name of its own, and all names on the way to it."""

    name: str
    named: bool
    path: frozenset[str]


@dataclass(frozen=True)
class _Name:
    """A name as it is compared: without its article, its words, and their first letters."""

    bare: str
    words: frozenset[str]
    acronym: str


class Origins:
    """Finds the origins of groups of claims.

    Args:
        told: all claims of the note.
        people: the note's people, whose roles say for whom they speak.
        bodies: its organisations.
    """

    def __init__(
        self, told: Sequence[Told], people: Sequence[Party], bodies: Sequence[Party]
    ) -> None:
        self._outlets = {one.source: one.outlet for one in told}
        self._people = people
        self._bodies = [name for body in bodies for name in (body.name, *body.aliases)]
        self._bodies += self._outlets.values()
        self._bodies += [
            _bare(link.source)
            for one in told
            for link in one.claim.attribution
            if link.kind == "organisation" and not _PAPER.search(link.source)
        ]
        self._bodies = list(dict.fromkeys(self._bodies))
        self._ends: dict[Attribution, Origin] = {}

    def of(self, group: Sequence[Told]) -> tuple[str, ...]:
        """The names of the independent origins of claims that say the same, in their order."""
        # A source that says once from whom it has something has it from there.
        sourced = {one.source for one in group if one.claim.attribution}
        found = [
            self._root(one, group, frozenset({one.source}))
            for one in group
            if one.claim.attribution or one.source not in sourced
        ]
        joined: list[list[Origin]] = []
        for origin in [o for o in found if o.named] or found[:1]:
            near = [each for each in joined if any(_joined(origin, known) for known in each)]
            joined = [each for each in joined if each not in near]
            joined.append([o for each in near for o in each] + [origin])
        order = {id(origin): place for place, origin in enumerate(found)}
        firsts = [min(each, key=lambda o: order[id(o)]) for each in joined]
        return tuple(o.name for o in sorted(firsts, key=lambda o: order[id(o)]))

    def _root(self, one: Told, group: Sequence[Told], seen: frozenset[str]) -> Origin:
        links = one.claim.attribution
        if not links:
            own = not _HOLDS.search(one.claim.text)
            return Origin(one.outlet, own, frozenset({one.outlet}))
        path = frozenset(_bare(link.source) for link in links)
        quoted = self._quoted(links[-1].source)
        if quoted is not None and quoted not in seen:
            behind = [self._root(t, group, seen | {quoted}) for t in group if t.source == quoted]
            root = next((o for o in behind if o.named), behind[0] if behind else None)
            if root is not None:
                return Origin(root.name, root.named, path | root.path)
            return Origin(self._outlets[quoted], True, path)
        last = links[-1].model_copy(update={"cue": None})
        if last not in self._ends:
            self._ends[last] = self._end(last)
        end = self._ends[last]
        return Origin(end.name, end.named, path | end.path)

    def _end(self, link: Attribution) -> Origin:
        """The root that the last link of a chain leads to."""
        body = self._body_of(link)
        name = body or _bare(link.source)
        return Origin(name, body is not None or self._is_own(link, name), frozenset({name}))

    def _quoted(self, name: str) -> str | None:
        """The source of the note whose outlet this is."""
        for source, outlet in self._outlets.items():
            if _one_name(name, outlet):
                return source
        return None

    def _is_own(self, link: Attribution, name: str) -> bool:
        """Whether a name without a body behind it stands for itself."""
        if any(_one_name(name, body) for body in self._bodies):
            return True
        if link.kind == "person":
            roles = [_content(role) for role in self._roles(link)]
            return _is_name(name) and any(role - _TITLES for role in roles)
        return link.kind != "anonymous" and _is_name(name, first=link.kind != "group")

    def _body_of(self, link: Attribution) -> str | None:
        """The body that a person, an office or a paper speaks for."""
        for part in link.source.split(","):
            for form in (_PAPER_OF, _WHOSE_PAPER, _VOICE_OF, _WHOSE_VOICE):
                match = form.match(part.strip())
                if match is None:
                    continue
                name = _bare(match["who"])
                body = next((b for b in self._bodies if _one_name(name, b)), None)
                if body is not None or _is_name(name):
                    return body or name
        if link.kind == "person":
            for role in (*self._roles(link), link.source):
                body = next(self._bodies_of(_content(role) - _TITLES), None)
                if body is not None:
                    return body
        return None

    def _roles(self, link: Attribution) -> tuple[str, ...]:
        return next((p.roles for p in self._people if same_source(link.source, p.name)), ())

    def _bodies_of(self, role: frozenset[str]) -> Iterator[str]:
        """The bodies that a role names: all words of the one stand in the other."""
        for body in self._bodies:
            own = _content(body)
            if role and own and (role <= own or own <= role or _one_seat(role, own)):
                yield body


def _joined(one: Origin, other: Origin) -> bool:
    """Whether two roots may be one: a name on the way to the one is or may be the other's."""
    return any(
        _may_be_one(name, known)
        for name, known in (
            *((one.name, step) for step in (other.name, *other.path)),
            *((step, other.name) for step in one.path),
        )
    )


def _may_be_one(one: str, other: str) -> bool:
    return _one_name(one, other) or _one_seat(_content(one), _content(other))


def _one_seat(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are of the town, of its police, or of the state."""
    return bool(
        (one & _TOWN and other & _TOWN)
        or (one & _POLICE and other & _POLICE)
        or (one & _STATE and other & _OF_STATE)
        or (one & _OF_STATE and other & _STATE)
    )


def _one_name(one: str, other: str) -> bool:
    """Whether two names may be of one: in other words fewer, or as an acronym."""
    left, right = _read(one), _read(other)
    within = left.words <= right.words or right.words <= left.words
    return (
        left.bare.casefold() == right.bare.casefold()
        or bool(left.words and right.words and within)
        or _is_short_for(left, right)
        or _is_short_for(right, left)
    )


def _is_short_for(short: _Name, name: _Name) -> bool:
    return len(short.bare) >= _SHORTEST_ACRONYM and short.bare == name.acronym


@lru_cache(maxsize=20_000)
def _read(name: str) -> _Name:
    told = [w for w in words(name) if w.lower not in STOP_WORDS]
    return _Name(
        _bare(name),
        frozenset(w.lower for w in told),
        "".join(w.text[0] for w in told).upper(),
    )


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|its|their|an?)\s+", "", name.strip(), flags=re.IGNORECASE)


def _is_name(name: str, *, first: bool = True) -> bool:
    """Whether it names somebody, and not "two officials" or "a report".

    Args:
        first: whether a capital of the first word counts: one that begins a sentence has it anyway.
    """
    if any(w.text[0].isupper() and w.lower not in STOP_WORDS for w in words(name)[1:]):
        return True
    return first and name[:1].isupper() and not _PAPER.search(name)


@lru_cache(maxsize=5_000)
def _content(name: str) -> frozenset[str]:
    return frozenset(stem(w.lower) for w in words(name) if w.lower not in STOP_WORDS)
