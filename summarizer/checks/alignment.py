"""Which words of the source the words of a claim stand for."""

from __future__ import annotations

from functools import lru_cache

from summarizer.checks.predicates import read
from summarizer.checks.tokens import Token
from summarizer.text.lexicon import opposed, related
from summarizer.text.words import stem

# Places that one word is looked for: more say nothing new.
MOST = 12
_SHORTEST_BASE = 4
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
# Verbs that stand for each other where one of them is denied.
_SAME = (
    "say tell disclose reveal specify explain",
    "reject rule exclude dismiss",
    "run operate",
    "tell inform notify",
    "keep store",
)
_KIN = {
    word: frozenset(n for n, line in enumerate(_SAME) if word in map(stem, line.split()))
    for word in {stem(w) for line in _SAME for w in line.split()}
}
_NONE: frozenset[int] = frozenset()
_AGAINST = dict.fromkeys("ruled rule rules excluded exclude".split(), "possible")


@lru_cache(maxsize=200_000)
def relation(a: str, b: str) -> int:
    """1 for words of one meaning, -1 for opposites, 0 for others."""
    if _AGAINST.get(a) == b or _AGAINST.get(b) == a or b in _bases(a) or a in _bases(b):
        return -1
    if any(related(base, b) for base in _sure(a)) or any(related(base, a) for base in _sure(b)):
        return -1
    if related(a, b) or _kin(a) & _kin(b):
        return 1
    return -1 if opposed(a, b) == "direct" else 0


@lru_cache(maxsize=20_000)
def _kin(word: str) -> frozenset[int]:
    return _KIN.get(stem(word), _NONE)


@lru_cache(maxsize=20_000)
def _bases(word: str) -> tuple[str, ...]:
    """What a word with "un-" or its like may be made of ("unhurt": hurt)."""
    bases = (word.removeprefix(prefix) for prefix in _PREFIXES)
    return tuple(b for b in bases if b != word and len(b) >= _SHORTEST_BASE)


@lru_cache(maxsize=20_000)
def _sure(word: str) -> tuple[str, ...]:
    """The same where words like that base are meant too ("unhurt": injured)."""
    return tuple(b for b in _bases(word) if word.removesuffix(b) in ("un", "non"))


@lru_cache(maxsize=4_000)
def _places(text: str) -> dict[str, tuple[int, ...]]:
    """Where each key of the content words of a text stands."""
    found: dict[str, list[int]] = {}
    reading = read(text)
    for i in reading.content:
        for key in reading.tokens[i].keys:
            found.setdefault(key, []).append(i)
    return {key: tuple(where) for key, where in found.items()}


def _exact(token: Token, evidence: str) -> tuple[int, ...]:
    places = _places(evidence)
    return tuple(sorted({j for key in token.keys for j in places.get(key, ())})[:MOST])


@lru_cache(maxsize=512)
def exact(text: str, evidence: str) -> dict[int, tuple[int, ...]]:
    """For each word of the claim that carries meaning, where the source has the same word."""
    claim = read(text)
    return {i: _exact(claim.tokens[i], evidence) for i in claim.content}


@lru_cache(maxsize=512)
def alike(text: str, evidence: str) -> dict[int, tuple[tuple[int, int], ...]]:
    """For each other word of the claim, the words of the source of one meaning, or of opposite.

    Each as the place and the :func:`relation`. Names and figures have none.
    """
    claim, source = read(text), read(evidence)
    own = exact(text, evidence)
    matched = {j for places in own.values() for j in places}
    free = [
        (j, source.tokens[j].lower)
        for j in source.content
        if j not in matched and not source.tokens[j].number
    ]
    found = {}
    for i in own:
        token = claim.tokens[i]
        if token.number or token.name:
            continue
        how = ((j, relation(token.lower, word)) for j, word in free)
        found[i] = tuple((j, r) for j, r in how if r)
    return found


@lru_cache(maxsize=512)
def aligned(text: str, evidence: str) -> dict[int, tuple[int, ...]]:
    """For each word of the claim that carries meaning, the words of the source of one meaning."""
    others = alike(text, evidence)
    return {
        i: places or tuple(j for j, how in others.get(i, ()) if how > 0)
        for i, places in exact(text, evidence).items()
    }
