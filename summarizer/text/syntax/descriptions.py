"""What names are said to be: words before them, appositions, and what "is" ties to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.text.syntax.elements import Elements
from summarizer.text.syntax.frames import OWNERS, Frame
from summarizer.text.syntax.persons import person_noun
from summarizer.text.syntax.phrases import Phrase

_COPULAS = frozenset("be become remain".split())
_CALLED = frozenset("named called dubbed nicknamed".split())
_APPOINTING = frozenset("serve act appoint elect name make nominate choose hire".split())


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


def descriptions(e: Elements, frames: Sequence[Frame]) -> Iterator[Description]:
    """Words before a name, appositions and what "is" ties to a subject."""
    for number, noun in enumerate(e.nouns):
        if noun.named and (noun.modifiers or noun.owner is not None):
            begin = noun.start
            if noun.owner is not None:
                begin = e.nouns[noun.owner].start
            yield Description(number, number, begin, noun.end - 1)
    for k in range(len(e.items) - 2):
        if e.kind(k) == "np" and e.kind(k + 1) == "comma":
            found = _apposition(e, k)
            if found is not None:
                yield found
    yield from _bracketed(e)
    yield from _called(e)
    for frame in frames:
        yield from _told(e, frame)


def _bracketed(e: Elements) -> Iterator[Description]:
    """ "Ana Roth (chair)": who is what."""
    for begin, end in e.brackets:
        for number, noun in enumerate(e.nouns[1:], start=1):
            first = e.nouns[number - 1]
            beside = (noun.start, first.end) == (begin + 1, begin) and noun.end <= end
            if beside and first.named and not noun.named and person_noun(noun.head):
                yield Description(number - 1, number, begin + 1, end)


def _called(e: Elements) -> Iterator[Description]:
    """ "a physician named Roth"."""
    for k in range(1, len(e.items) - 1):
        if e.kind(k) != "verb" or e.kind(k - 1) != "np" or e.kind(k + 1) != "np":
            continue
        verb = e.verbs[e.items[k][1]]
        what, name = e.items[k - 1][1], e.items[k + 1][1]
        fits = e.nouns[name].named and not e.nouns[what].named and not e.nouns[what].pronoun
        if fits and verb.bare and e.words[verb.main].lower in _CALLED:
            yield Description(name, what, e.token(k - 1), e.token(k))


def _told(e: Elements, frame: Frame) -> Iterator[Description]:
    """What a verb says that somebody is, becomes or is made."""
    told = [p for prep, p in frame.other if prep == "as"]
    if frame.nominal or not (frame.verb in _COPULAS or frame.verb in _APPOINTING):
        return
    if frame.verb in _APPOINTING:
        whose = (frame.patient or frame.agent)[:1]
    else:
        whose = frame.agent
        told = [p for prep, p in frame.other if prep == "is"] or told
        told += frame.patient if frame.verb != "be" else ()
    for whom in whose:
        for what in told[:1]:
            yield _complement(e, whom, what, frame)


def _complement(e: Elements, whom: int, what: int, frame: Frame) -> Description:
    """What "is" ties: "Roth is the mayor", "the mayor is Roth"."""
    first, second = e.nouns[whom], e.nouns[what]
    if second.named and not first.named and not first.pronoun:
        whom, what, end = what, whom, first.end
    else:
        end = frame.end
    noun = e.nouns[what]
    begin = e.nouns[noun.owner].start if noun.owner is not None else noun.start
    return Description(whom, what, begin, max(end, noun.end))


def _apposition(e: Elements, k: int) -> Description | None:
    """What stands between commas behind the phrase at ``k``, or the name behind what it is."""
    first = e.nouns[e.items[k][1]]
    j = k + 2
    if e.word(j) == "at" and e.kind(j + 1) == "np":
        j += 2 if e.kind(j + 2) == "np" else 1  # ", at 40 the oldest player"
    if e.kind(j) != "np" or first.pronoun or first.time:
        return None
    number = e.items[j][1]
    second = e.nouns[number]
    if first.named and second.named and e.word(k - 1) == "of" and e.kind(k - 2) == "np":
        k -= 2  # "the head of the Dock Union, Ana Roth"
        first = e.nouns[e.items[k][1]]
    counted = e.words[second.start].tag == "num"
    unfit = second.pronoun or second.time or first.named == second.named or counted
    if unfit or (first.named and not _describes(second)):
        return None
    after = j + 1
    while e.kind(after) in ("prep", "to") and e.kind(after + 1) == "np":
        after += 2
    if _goes_on(e, after, second):
        return None
    if first.named:
        return Description(e.items[k][1], number, e.token(j), e.token(after))
    head = k
    while (
        e.word(head - 1) == "of"
        and e.kind(head - 2) == "np"
        and not person_noun(e.nouns[e.items[head][1]].head)
    ):
        head -= 2  # "the head of the port, Ana Roth"
    return Description(number, e.items[head][1], e.token(head), e.token(j - 1))


def _goes_on(e: Elements, after: int, second: Phrase) -> bool:
    """Whether the second phrase is the subject of what follows, or the last of a list."""
    if e.kind(after) == "verb" and not _participle(e, after):
        return True
    joined = e.kind(after) == "cc" and second.determiner not in ("a", "an")
    return joined and e.kind(after + 1) == "np" and not e.opens_clause(after + 1)


def _participle(e: Elements, k: int) -> bool:
    verb = e.verbs[e.items[k][1]]
    form = e.words[verb.main].form
    return verb.to or (verb.bare and (form == "ing" or e.reduced(k)))


def aliases(e: Elements) -> Iterator[tuple[int, int]]:
    """Two names one of which stands in brackets behind the other."""
    for begin, end in e.brackets:
        for number, noun in enumerate(e.nouns[1:], start=1):
            first = e.nouns[number - 1]
            beside = (noun.start, noun.end, first.end) == (begin + 1, end, begin)
            if beside and first.named and noun.named:
                yield number - 1, number


def _describes(phrase: Phrase) -> bool:
    """Whether a phrase behind a name is likely to say what it names."""
    return bool(
        phrase.determiner in {"a", "an", "the", "one", *OWNERS}
        or phrase.owner is not None
        or phrase.of is not None
        or phrase.modifiers
    )
