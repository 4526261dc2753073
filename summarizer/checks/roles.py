"""Everybody keeps the office, the relations and the nationality that the source gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.case import Case
from summarizer.checks.claim_reading import Claim, read_claim, window
from summarizer.schema import Finding
from summarizer.text.names import Names
from summarizer.text.offices import Office, changed, held, office, offices, same_office
from summarizer.text.places import NATIONAL, place_of
from summarizer.text.referents import Referent, Scene, scene
from summarizer.text.relations import RELATIONS, composed, implied, looser
from summarizer.text.words import words

NAME = "roles"
# Words that are also used of others than relatives, or that say no more than "relative".
_LOOSE = frozenset(
    "child parent partner relative sibling spouse twin godchild ex in-law family".split()
)
# "A father-in-law" is no father.
_WHOLE = re.compile(r"^(?:step|god|grand)|-in-laws?$")
_MARRIED = frozenset("married marry marries wed weds wedding marriage widowed divorced".split())


def check(case: Case) -> Iterator[Finding]:
    """Fatal for an office, relation or nationality that the source gives in another way."""
    told = scene(case.names, window(case))
    claim = read_claim(case.text, told)
    found = list(_offices(case, claim, told))
    found += _relations(case, claim, told)
    found += _nationalities(claim, told)
    for message, expected, wrong in dict.fromkeys(found):
        yield Finding(
            check=NAME,
            severity="fatal",
            message=message,
            expected=expected or None,
            found=wrong,
        )


def _said(found: str, expected: str) -> tuple[str, str, str]:
    return f"claim says {found}, source says {expected}", expected, found


def _offices(case: Case, claim: Claim, told: Scene) -> Iterator[tuple[str, str, str]]:
    for described in claim.reading.descriptions:
        if not claim.reading.phrases[described.phrase].named:
            continue
        claimed = office(claim.reading, claim.text, described)
        if claimed is None:
            continue
        whose = claim.referents[described.phrase]
        own = tuple(o for who in sorted(whose) for o in offices(case.names, who))
        wrong = _wrong(claimed, own, whose, told)
        if wrong:
            yield _said(claimed.text, wrong)


def _wrong(
    claimed: Office, own: tuple[Office, ...], whose: frozenset[Referent], told: Scene
) -> str:
    """What the source has in place of a claimed office; "" where the claim may be right."""
    same = [o for o in own if same_office(claimed.head, o.head)]
    if claimed.head in RELATIONS:
        related = [o for o in own if o.head in RELATIONS]
        if related and not any(claimed.head in looser(o.head) for o in related):
            return related[0].text
        return ""
    if any(not changed(claimed, o) and not _other_field(claimed, o, whose, told) for o in same):
        return ""
    if same:
        return min(same, key=lambda o: len(changed(claimed, o))).text
    others = [
        o
        for who, o in held(told)
        if not who & whose and claimed.head == o.head and not changed(claimed, o)
    ]
    if others and own:
        return own[0].text
    return _holder(claimed, whose, told)


def _holder(claimed: Office, whose: frozenset[Referent], told: Scene) -> str:
    """Who else has the claimed office, by name; "" when it may be the claim's."""
    if not claimed.text.lower().startswith(("the ", "its ")) and "’s " not in claimed.text:
        return ""
    for who, o in held(told):
        same = claimed.head == o.head and not changed(claimed, o) and claimed.field & o.field
        if same and not who & whose and all(r[0] != "#" for r in who):
            return min(told.shown.get(r, " ".join(r)) for r in who)
    return ""


def _other_field(claimed: Office, source: Office, whose: frozenset[Referent], told: Scene) -> bool:
    """Whether the claim gives the field of somebody else's office: the defence minister's."""
    strange = claimed.field - source.field
    return any(
        strange & o.field
        for who, o in held(told)
        if not who & whose and same_office(claimed.head, o.head) and not o.field & source.field
    )


def _relations(case: Case, claim: Claim, told: Scene) -> Iterator[tuple[str, str, str]]:
    """Words for relatives that do not follow from those of the source."""
    wanted = [(w.text, _singular(w.lower)) for w in words(claim.text)]
    wanted = [(text, word) for text, word in wanted if word in RELATIONS - _LOOSE]
    if not wanted:
        return
    here = {_singular(w.lower) for w in words(case.evidence)}
    known = _related(case.names)
    following = dict(pairwise(word for _, word in wanted))
    for text, word in wanted:
        # "her husband's father": her father-in-law
        made = {composed(then, first) for first, then in following.items() if word in (first, then)}
        if word in known or made & known:
            continue
        meant = sorted(here & RELATIONS)
        if len(meant) == 1:
            yield _said(text, meant[0])
        else:
            yield f"not found: {text}", "", text


@lru_cache(maxsize=64)
def _related(names: Names) -> frozenset[str]:
    """The relations that a document speaks of or implies."""
    said = frozenset(
        _singular(part)
        for word in names.tokens
        for part in ((word,) if _WHOLE.search(word) else (word, *word.split("-")))
    )
    married = {"husband", "wife", "spouse"} if said & _MARRIED else set()
    siblings = {"sibling", "brother", "sister"} if "children" in names.tokens else set()
    return implied(said) | married | siblings


def _singular(word: str) -> str:
    return "wife" if word == "wives" else word.removesuffix("s") if word[-2:] != "ss" else word


def _nationalities(claim: Claim, told: Scene) -> Iterator[tuple[str, str, str]]:
    """Adjectives of nations on a person or thing to which the source gives others."""
    for phrase, word in _national(claim):
        called = [told.called.get(r, set()) & NATIONAL for r in sorted(claim.referents[phrase])]
        known = [c for c in called if c]
        if not claim.referents[phrase] or len(known) < len(called):
            continue
        if not any(place_of(word) == place_of(w) for c in known for w in c):
            yield _said(word.capitalize(), sorted(known[0])[0].capitalize())


def _national(claim: Claim) -> Iterator[tuple[int, str]]:
    """Phrases of the claim and the nation that it gives them."""
    for number, phrase in enumerate(claim.reading.phrases):
        yield from ((number, w) for w in phrase.modifiers if w in NATIONAL)
    for described in claim.reading.descriptions:
        what = claim.reading.phrases[described.what]
        for word in (what.head, *what.modifiers):
            if word in NATIONAL and described.what != described.phrase:
                yield described.phrase, word
        for before, token in pairwise(claim.reading.words[described.begin : described.end]):
            if before.lower == "from" and len(token.core) == 1 and place_of(token.core[0]):
                yield described.phrase, token.core[0]
