"""Nobody is given the act, post or fate of somebody else.

Where only one person can be meant, the statement may name that person. Where the source says "he"
after a sentence with two people, or "the two officials", it may not: the words of the source have
to stand. A person who stands in the part is compared by order: in the source, nobody else may
stand between that person and what the statement says the person did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.checks.bindings import faults
from summarizer.checks.case import Case
from summarizer.schema import Finding
from summarizer.text.clauses import clauses, first_verb, standalone
from summarizer.text.mentions import PERSON_NOUNS, Mention
from summarizer.text.names import Names
from summarizer.text.words import (
    PLURAL_PRONOUNS,
    SINGULAR_PRONOUNS,
    SUBJECT_PRONOUNS,
    carried,
    content_stems,
    stem,
    words,
)

NAME = "who"
_PLURAL = re.compile(r"\b(?:both|the (?:two|three|four|pair|couple)|they|them|their)\b", re.I)
_THE_PERSON = re.compile(rf"\b(?:the|this|that)\s+(?:\w+\s+)?(?:{PERSON_NOUNS})\b", re.IGNORECASE)
# A person after one of these is not the one who acts.
_NOT_ACTING = re.compile(
    r"\b(?:of|by|with|than|like|from|for|against|about|to|after|before|under|between|among|"
    r"including|replac\w+|succeed\w+|told|met|urged|asked|thanked|accused|blamed|joined)\s+"
    r"(?:the\s+|[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\s+(?:also\s+)?(?:said|says|added|told|noted|argued|warned)\b")
_SPEAKS_AFTER = re.compile(
    r"(?:,[^,]{1,80},)?(?:\s+[\w-]+){0,2}?\s+(?:said|says|added|told|noted|argued|warned|put|call|"
    r"den|confirm|think|report|estimat|expect)",
    re.IGNORECASE,
)
_SPEAKS_BEFORE = re.compile(
    r"\b(?:by|said|says|according to|added|noted|argued|warned)\s+(?:the\s+|[\w-]+\s+){0,3}$", re.I
)
_ACTS_BEFORE = re.compile(r"\b(?:by|is|are|was|were)\s+(?:the\s+|[\w-]+\s+){0,3}$", re.IGNORECASE)
_LOOK_BACK = 3
_NEAR = 40
_PREDICATE_WORDS = 3


def check(case: Case) -> Iterator[Finding]:
    """Fatal for every person of the statement who is not certainly the one that is meant.

    In a claim in anybody's words for each whom or what the source has in another place.
    """
    if case.derived:
        yield from _bound(case)
        return
    # Each person's first mention in the statement.
    for person in _distinct(case.names.persons(case.text)):
        problem = _problem(case, person)
        if problem:
            yield Finding(check=NAME, severity="fatal", message=problem, found=person.text)


def _bound(case: Case) -> Iterator[Finding]:
    for fault in faults(case):
        turned = ", the other way round" if fault.swapped else ""
        yield Finding(
            check=NAME,
            severity="fatal",
            message=f"claim says {fault.found}, source says {fault.expected}{turned}",
            expected=fault.expected,
            found=fault.found,
        )


def meant(case: Case) -> str:
    """The only person that a "he" or "she" of the part can stand for, or ""."""
    people = _candidates(case)
    return case.names.full(people[0].core) if len(people) == 1 else ""


def _candidates(case: Case) -> list[Mention]:
    """Whom a pronoun of the part may stand for: the people named before it in the sentence, or
    those of the nearest sentence that names any."""
    nearest = [case.lead, *reversed(case.before[-_LOOK_BACK:])]
    named = (_distinct(case.names.persons(words)) for words in nearest)
    return next((people for people in named if people), [])


def one_claim_each(text: str, claims: Sequence[str], names: Names) -> list[Finding]:
    """For a sentence made of several claims: the people of each clause are those of one claim.

    "Duarte and Vos will leave" is not what "Duarte will leave" and "Vos was moved" say.
    """
    found = []
    before: list[str] = []
    for start, end in clauses(text):
        clause = standalone(text[start:end], before) if before else text[start:end]
        before.append(text[start:end])
        people = _distinct(names.persons(clause))
        nearest = max(claims, key=lambda c: carried(clause, c))
        strangers = [p for p in people if not _holds(nearest, p)]
        if strangers:
            found.append(
                Finding(
                    check=NAME,
                    severity="fatal",
                    message=f"{strangers[0].text} is not in the claim that this restates",
                    expected=nearest,
                    found=clause,
                )
            )
    return found


def _problem(case: Case, person: Mention) -> str:
    in_part = _holds(case.part, person)
    if not in_part and not _holds(case.evidence, person):
        return _carried(case, person)
    if not in_part:
        return _from_the_sentence(case, person)
    copied = " ".join(w.lower for w in words(case.text)) in " ".join(
        w.lower for w in words(case.part)
    )
    if copied:
        return ""
    speaks = _SPEAKS.match(case.text[person.end :])
    return _speaks(case, person) if speaks else _order(case, person)


def _carried(case: Case, person: Mention) -> str:
    """The name comes from an earlier sentence: exactly one person may be meant."""
    pronoun = _said(case.part, SINGULAR_PRONOUNS) or _THE_PERSON.search(case.part)
    if not pronoun:
        plural = _PLURAL.search(case.part)
        group = f" and “{plural.group()}” is not certainly that person" if plural else ""
        return f"{person.text} is not in the source sentence{group}"
    subject = _said(case.part, SUBJECT_PRONOUNS) or _THE_PERSON.search(case.part)
    if _acts(case, person) and not subject:
        return f"in the source it is not {person.text} who acts"
    people = _candidates(case)
    alone = len(people) == 1 and _same(people[0], person)
    return "" if alone else f"it is not certain that {person.text} is meant"


def _from_the_sentence(case: Case, person: Mention) -> str:
    """The name stands in another clause of the sentence."""
    people = _distinct(case.names.persons(case.lead)) or _distinct(
        case.names.persons(case.evidence)
    )
    if len(people) == 1 and not _said(case.part, PLURAL_PRONOUNS):
        return ""
    if re.match(r"(?:who|whose)\b", case.part, re.IGNORECASE) and people:
        return "" if _same(people[-1], person) else f"“who” is {people[-1].text}"
    return f"it is not certain that {person.text} is meant: the sentence names several people"


def _speaks(case: Case, person: Mention) -> str:
    """Who is said to speak stands beside a word of saying in the source."""
    for known in case.names.persons(case.part):
        after, before = case.part[known.end :], case.part[: known.start][-_NEAR:]
        beside = _SPEAKS_AFTER.match(after) or _SPEAKS_BEFORE.search(before)
        if _same(known, person) and beside:
            return ""
    return f"in the source it is not {person.text} who speaks"


def _order(case: Case, person: Mention) -> str:
    """Several people in one clause: the nearest acting one before the predicate has to be it."""
    if not _acts(case, person):
        return ""
    wanted = content_stems(case.text[person.end :])[:_PREDICATE_WORDS]
    own = {stem(w) for m in case.names.persons(case.text) for w in m.core}
    at = _first_place(case.part, [w for w in wanted if w not in own])
    if at is None:
        return ""
    acting = _acting(case, at)
    if any(_same(m, person) for m in acting) or _named_as_actor_later(case, person):
        return ""
    who = acting[-1].text if acting else "somebody else"
    return f"in the source it is {who}, not {person.text}"


def _acts(case: Case, person: Mention) -> bool:
    """Whether the statement makes the person its subject."""
    verb = first_verb(case.text)
    possessive = re.match(r"['’]", case.text[person.end :])
    behind = _NOT_ACTING.search(case.text[: person.start][-_NEAR:])
    return verb is not None and person.start < verb and not possessive and not behind


def _named_as_actor_later(case: Case, person: Mention) -> bool:
    """ "… was praised by Roth", "the heir is Roth": who acts stands behind the act."""
    mentions = [m for m in case.names.persons(case.part) if _same(m, person)]
    return any(_ACTS_BEFORE.search(case.part[: m.start][-_NEAR:]) for m in mentions)


def _acting(case: Case, at: int) -> list[Mention]:
    """The nearest person before ``at`` who acts, with those joined to that one by "and"."""
    before = [m for m in case.names.persons(case.part) if m.end <= at]
    free = [m for m in before if not _NOT_ACTING.search(case.part[: m.start][-_NEAR:])]
    acting: list[Mention] = []
    for mention in reversed(free or before):
        if acting and not re.search(r"\band\b", case.part[mention.end : acting[0].start]):
            break
        acting.insert(0, mention)
    return acting


def _first_place(text: str, stems: list[str]) -> int | None:
    places = [w.start for w in words(text) if stem(w.lower) in stems]
    return min(places, default=None)


def _said(text: str, pronouns: frozenset[str]) -> bool:
    return any(w.lower in pronouns for w in words(text))


def _holds(text: str, person: Mention) -> bool:
    said = {w.lower for w in words(text)}
    return person.core[-1] in said or person.core[0] in said


def _same(a: Mention, b: Mention) -> bool:
    """One name may be shorter: "Duarte" and "Ana Duarte"."""
    return set(a.core) <= set(b.core) or set(b.core) <= set(a.core)


def _distinct(mentions: list[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for mention in mentions:
        if not any(_same(mention, m) for m in found):
            found.append(mention)
    return found
