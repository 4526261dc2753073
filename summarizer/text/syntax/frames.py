"""Verbs, and nouns of what verbs do, with the noun phrases that go with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.text.syntax.classes import verb_lemma
from summarizer.text.syntax.elements import Elements, Verb
from summarizer.text.syntax.subjects import antecedent, subject

_SAYING = frozenset(
    """say tell add ask argue warn note announce explain insist reply write admit deny confirm
    report claim""".split()
)
GIVING = frozenset(
    """give offer send lend award hand pay tell teach grant sell show owe leave promise buy fine
    charge cost ask deny allow""".split()
)
_CLAUSAL = _SAYING | frozenset(
    """believe think know hope fear expect find show mean suggest see feel hear learn understand
    conclude estimate allege assume decide agree ensure""".split()
)
OWNERS = frozenset("his her its their".split())


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


def frames(e: Elements) -> Iterator[Frame]:
    """Frames of the verbs, in order, then those of nouns."""
    there = [(e.place["verb", n], n) for n in range(len(e.verbs)) if ("verb", n) in e.place]
    for k, number in there:
        e.verbs[number].subject = subject(e, k, number)
    found: list[Frame] = []
    for k, number in there:
        verb = e.verbs[number]
        if e.words[verb.main].tag in ("do", "modal") and verb.end - verb.begin == 1:
            continue
        last = found[-1] if found else None
        found.append(_frame(e, k, verb, last))
        shared = last is not None and not (last.patient or last.passive or last.other)
        if shared and last is not None and _raised(e, k, last):
            # "Roth proposed and Abel seconded the motion"
            found[-2] = replace(last, patient=found[-1].patient)
    yield from found
    yield from _nominal(e)


def _raised(e: Elements, k: int, last: Frame) -> bool:
    """Whether the verb at ``k`` follows another one directly but for "and" and a subject."""
    j = k - 1
    while e.kind(j) == "np":
        j -= 1
    before = e.items[j - 1] if j > 0 else ("stop", -1)
    joined = e.kind(j) == "cc" and before[0] == "verb"
    return joined and e.verbs[before[1]].main == last.at


def _frame(e: Elements, k: int, verb: Verb, last: Frame | None) -> Frame:
    objects, others, end = _after(e, k, verb)
    who, passive = verb.subject, verb.passive
    lemma = e.lemma(verb)
    token = e.words[verb.main]
    passive = passive or (not objects and _passive_like_last(e, k, verb, last))
    reduced = verb.bare and token.form in ("past", "part") and e.reduced(k)
    if reduced:
        passive = True
        who = (e.items[k - 1][1],) if e.kind(k - 1) == "np" else who
    inverted = lemma.split(" ")[0] in _SAYING and objects and _inverted(e, k)
    if inverted:
        who, objects = objects[:1], objects[1:]
    begin = min((e.nouns[p].start for p in who), default=verb.begin)
    begin = min(begin, verb.begin)
    finite = not (verb.to or reduced or e.gerund(verb) or _hangs(e, k, verb))
    if passive:
        agents = tuple(
            p for prep, p in others if prep == "by" and e.words[e.nouns[p].start].tag != "num"
        )
        rest = tuple((prep, p) for prep, p in others if prep != "by")
        rest += tuple(("as", p) for p in objects)
        return Frame(lemma, verb.main, begin, end, agents, who, rest, passive=True, finite=finite)
    if verb.copula:
        rest = (*others, *(("is", p) for p in objects))
        return Frame("be", verb.main, begin, end, who, (), rest, finite=finite)
    if not objects:
        objects = _relative_object(e, k, who)
    return Frame(lemma, verb.main, begin, end, who, tuple(objects), tuple(others), finite=finite)


def _hangs(e: Elements, k: int, verb: Verb) -> bool:
    """ "left Mora bound for Brae": a participle behind the object of another verb."""
    form = e.words[verb.main].form
    if not (verb.bare and form in ("past", "part")):
        return False
    j = k - 1
    while e.kind(j) == "np":
        if e.kind(j - 1) in ("prep", "to"):
            j -= 2
        elif e.nouns[e.items[j][1]].time:
            j -= 1
        else:
            break
    if e.kind(j) != "np" or e.kind(j - 1) != "verb":
        return False
    before = e.verbs[e.items[j - 1][1]]
    return e.lemma(before).split(" ")[0] not in _CLAUSAL


def _passive_like_last(e: Elements, k: int, verb: Verb, last: Frame | None) -> bool:
    """ "were caught and sold": the second one is passive as well."""
    form = e.words[verb.main].form
    joined = e.kind(k - 1) in ("cc", "comma")
    fits = verb.bare and joined and form in ("past", "part")
    listed = last is not None and (last.finite or e.kind(k - 1) == "cc")
    return fits and listed and last is not None and last.passive


def _relative_object(e: Elements, k: int, who: tuple[int, ...]) -> tuple[int, ...]:
    """ "a log, which the archive lent": what "which" stands for."""
    if not who:
        return ()
    j = e.place.get(("np", who[0]))
    if j is None or e.kind(j - 1) != "rel" or j > k:
        return ()
    if e.word(j - 1) == "what" and e.kind(j - 2) == "verb":
        verb = e.verbs[e.items[j - 2][1]]
        return verb.subject if verb.copula else ()  # "a pardon was what Roth asked for"
    governed = e.kind(j - 2) in ("prep", "to")
    before = e.noun(j - 2)
    if e.word(j - 1) == "that" and before is not None and before.named:
        return ()  # a conjunction: "heard from Roth that Abel left"
    return () if governed else antecedent(e, j - 1)


def _after(e: Elements, k: int, verb: Verb) -> tuple[tuple[int, ...], list[tuple[str, int]], int]:
    """Objects, prepositions with their phrases, and the token where the verb's reach ends."""
    j = k + 1
    objects: list[int] = []
    others: list[tuple[str, int]] = []
    while e.kind(j) == "np" and not e.opens_clause(j):
        noun = e.nouns[e.items[j][1]]
        if noun.time:
            j += 1
            continue
        if objects and e.kind(j - 1) != "np":
            break
        group, after = e.group_right(j)
        if objects:
            first, objects = objects, list(group)
            if verb_lemma(e.words[verb.main].lower) in GIVING:
                others += [("to", p) for p in first]
            else:
                others += [("as", p) for p in objects]
                objects = first
            j = after
            break
        objects = list(group)
        j = after
    while True:
        step = 1 if e.kind(j) == "comma" and e.kind(j + 1) == "prep" else 0
        j += step
        if e.kind(j) in ("prep", "to") and e.kind(j + 1) == "np":
            group, after = e.group_right(j + 1)
            others += [(e.word(j), p) for p in group]
            j = after
        elif e.kind(j) in ("adj", "num", "time") or (
            e.kind(j) == "np" and e.nouns[e.items[j][1]].time
        ):
            j += 1
        elif e.kind(j) == "sub" and e.word(j) == "as" and e.kind(j + 1) == "np":
            group, after = e.group_right(j + 1)
            if e.kind(after) == "verb":
                break
            others += [("as", p) for p in group]
            j = after
        else:
            break
    return tuple(objects), others, e.token(j)


def _inverted(e: Elements, k: int) -> bool:
    """ "“…,” said Roth"."""
    return k == 0 or e.kind(k - 1) in ("comma", "stop")


def _nominal(e: Elements) -> Iterator[Frame]:
    """ "Roth's purchase of the port", "the purchase of the port by Roth"."""
    for number, noun in enumerate(e.nouns):
        if noun.pronoun or noun.named or noun.time:
            continue
        k = e.place.get(("np", number))
        if k is None or (noun.owner is None and noun.of is None and noun.determiner not in OWNERS):
            continue
        agents: list[int] = [noun.owner] if noun.owner is not None else []
        patient = [noun.of] if noun.of is not None else []
        j = k + 1
        others: list[tuple[str, int]] = []
        while e.kind(j) in ("prep", "to") and e.kind(j + 1) == "np" and j < k + 7:
            if e.word(j) == "by":
                agents = [e.items[j + 1][1]]
            elif e.word(j) != "of":
                others.append((e.word(j), e.items[j + 1][1]))
            j += 2
        yield Frame(
            noun.head, noun.end - 1, noun.start, e.token(j), tuple(agents), tuple(patient),
            tuple(others), nominal=True,
        )  # fmt: skip
