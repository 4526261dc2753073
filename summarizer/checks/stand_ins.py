"""Names of a claim that stand where the source has another name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.claim_reading import Claim, personal
from summarizer.checks.ties import (
    COMPASS,
    content,
    elsewhere,
    governing,
    governors,
    nearest,
    rival,
    same,
    together,
)
from summarizer.text.places import national
from summarizer.text.referents import Referent, Scene
from summarizer.text.syntax.classes import classes
from summarizer.text.syntax.phrases import Phrase

_GOVERNED = 2  # words that the clause with the other name has to share
_KNOWN = frozenset("the this that these those his her its their".split())


Misplaced = tuple[int, frozenset[Referent]]
"""A phrase of the claim, and what the source has in its place."""


def misgoverned(claim: Claim, told: Scene) -> Iterator[Misplaced]:
    """Names that another name stands for behind the same word: "a point ahead of Brae"."""
    known = governors(told)
    for key, place in governing(claim.reading):
        phrase = claim.reading.phrases[place]
        own = claim.referents[place]
        fillers = known.get(key, frozenset())
        if not fillers or not own or own & fillers or any(r[0] == "#" for r in (*own, *fillers)):
            continue
        if any(personal(told, r) for r in own) != any(personal(told, r) for r in fillers):
            continue
        present = frozenset(r for found in claim.referents for r in found)
        skipped = frozenset(range(phrase.start, phrase.end))
        wanted = tuple(forms for _, forms in content(claim.reading, skipped))
        enough = nearest(told, wanted, fillers) >= max(
            _GOVERNED, nearest(told, wanted, own, fillers) + 1
        )
        if enough and not fillers & present and own <= frozenset(told.called):
            yield place, fillers


def untied(claim: Claim, told: Scene, placed: frozenset[int]) -> Iterator[Misplaced]:
    """Names to which the source ties none of the claim's words, where it ties them to another.

    Args:
        placed: phrases whose role in the claim is also theirs in the source.
    """
    described = {d.what for d in claim.reading.descriptions if d.what != d.phrase}
    for number, phrase in enumerate(claim.reading.phrases):
        if number in placed or number in described:
            continue
        own = claim.referents[number]
        if not own or not claim.sure[number] or not _telling(phrase, own):
            continue
        others = _present(claim, number, told) - own
        skipped = frozenset(range(phrase.start, phrase.end))
        wanted = content(claim.reading, skipped)
        verbs = {f.at for f in claim.reading.frames if not f.nominal}
        main = next((i for i, (place, _) in enumerate(wanted) if place in verbs), None)
        forms = tuple(forms for _, forms in wanted)
        verb = same(claim.reading.words[wanted[main][0]].lower) if main is not None else frozenset()
        if _quoted_of(claim, wanted, told, own):
            continue
        found = rival(told, forms, own, others, main, verb=verb)
        names = {i for i, (place, _) in enumerate(wanted) if claim.reading.words[place].core}
        if found is not None and found[1] <= names:
            continue  # named in one clause with others, and no more
        if found is not None and all(r[0] == "#" for r in own) and main not in found[1]:
            continue
        mates = frozenset(
            r for i in _joined(claim, number) for r in claim.referents[i] if claim.sure[i]
        )
        if found is None and mates and not mates & own:
            found = rival(told, forms, own, others - mates, main, verb=verb)
            alone = found is not None and found[0] in mates
            found = found if alone and not together(told, forms, own, mates) else None
        if found is not None and not elsewhere(told, own, [forms[i] for i in found[1]]):
            yield number, frozenset({found[0]})


def _telling(phrase: Phrase, own: frozenset[Referent]) -> bool:
    """Whether a phrase says of whom or what it is: a name, "the agency" whose name is known."""
    if phrase.named or phrase.head in COMPASS or national(phrase.head):
        return True
    known = all(r[0] != "#" and (len(r) > 1 or not classes(r[0])) for r in own)
    return known or (phrase.determiner == "the" and len(own) == 1)


def _present(claim: Claim, number: int, told: Scene) -> frozenset[Referent]:
    """Who is spoken of in the claim besides a phrase, and whose that is in the source."""
    others = {
        r
        for i, found in enumerate(claim.referents)
        if i != number and _told_apart(claim.reading.phrases[i])
        for r in found
    }
    others |= {r for p in claim.reading.phrases for core in p.names for r in told.named(core)}
    known = _owners(told)
    return frozenset(others).union(*(known.get(r, ()) for r in claim.referents[number]))


def _quoted_of(
    claim: Claim,
    wanted: tuple[tuple[int, frozenset[str]], ...],
    told: Scene,
    own: frozenset[Referent],
) -> bool:
    """Whether the source ties words that the claim quotes to its name."""
    marks = [i for i, t in enumerate(claim.reading.words) if t.tag == "quote" and t.text != "'"]
    quoted = [
        forms
        for place, forms in wanted
        if any(a < place < b for a, b in zip(marks[::2], marks[1::2], strict=False))
    ]
    return bool(quoted) and nearest(told, tuple(quoted), own) == len(quoted)


@lru_cache(maxsize=256)
def _owners(told: Scene) -> dict[Referent, frozenset[Referent]]:
    """Whose each is in the source: "Volta's Model 7"."""
    found: dict[Referent, frozenset[Referent]] = {}
    for number, reading in enumerate(told.readings):
        for place, phrase in enumerate(reading.phrases):
            for r in told.referents[number][place]:
                found[r] = found.get(r, frozenset()) | told.owner_of(number, phrase)
    return found


def _told_apart(phrase: Phrase) -> bool:
    """Whether a phrase speaks of somebody whom the reader knows: a name, "the mayor"."""
    return phrase.named or phrase.owner is not None or phrase.determiner in _KNOWN


def _joined(claim: Claim, number: int) -> Iterator[int]:
    """The phrases that "and" joins to one."""
    phrases, words_ = claim.reading.phrases, claim.reading.words
    for i, (left, right) in enumerate(pairwise(phrases)):
        between = words_[left.end : right.start]
        if number in (i, i + 1) and [t.lower for t in between] == ["and"]:
            yield i if number == i + 1 else i + 1
