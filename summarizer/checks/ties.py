"""Whose words of the source a claim gives to a name, where no verb of it can be compared.

Each clause of the source, with the descriptions in it, ties its words to the names in it. A claim
ties its words to its names. Where the source ties nearly all of them to another name of the same
kind, and none of them to the claim's, the claim has put one for the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.first_names import FEMALE, MALE
from summarizer.text.lexicon import lemmas, synonyms
from summarizer.text.places import NATIONAL
from summarizer.text.referents import Referent, Scene
from summarizer.text.syntax.frames import Frame
from summarizer.text.syntax.kin import kin
from summarizer.text.syntax.reading import Reading
from summarizer.text.syntax.tagging import Token
from summarizer.text.words import STOP_WORDS, words

COMPASS = frozenset("north south east west northeast northwest southeast southwest".split())
_CONTENT = ("noun", "verb", "adj", "name", "num", "time")
_LIGHT = frozenset(
    """be have do make take get go come say tell give become use work person people thing year month
    week day time new old first last one two other more most many""".split()
)
_SPEAKING = frozenset(
    """say tell add ask argue warn note announce explain insist reply write admit deny confirm
    report claim believe think call describe accuse urge suggest propose respond state stress hope
    fear promise vow pledge demand want order""".split()
)
NONE = frozenset(
    "no none neither nor nobody without didn't isn't wasn't doesn't don't hasn't".split()
)
"""Words that deny besides those that are tagged so."""
_STRONG = frozenset("while whereas but although though because".split())
_NEAR = 1
_SHARE = 0.5


@dataclass(frozen=True)
class Tie:
    """The words of a stretch of the source and whom they are tied to."""

    holders: frozenset[Referent]
    words: frozenset[str]
    sentence: int
    denied: bool = False
    """Whether something is denied there."""
    loose: bool = False
    """Whether it only says that these words are not strange to the holders."""


@lru_cache(maxsize=50_000)
def same(word: str) -> frozenset[str]:
    """The lemmas that a lower-case word may be of, and those of its synonyms."""
    return lemmas(word) | synonyms(word)


@lru_cache(maxsize=50_000)
def near(word: str) -> frozenset[str]:
    """Those, and the verbs that are used for the same act."""
    return same(word).union(*(kin(lemma) for lemma in lemmas(word)))


@lru_cache(maxsize=256)
def ties(told: Scene) -> tuple[Tie, ...]:
    """The ties of some sentences."""
    found: list[Tie] = []
    speaker: frozenset[Referent] = frozenset()
    for number, reading in enumerate(told.readings):
        speaker = _label(told, number) or speaker
        if speaker:
            # "Client: I am interested.": all is said by the one named last.
            found.append(Tie(speaker, _lemmas(reading.words), number, loose=True))
        found += _of_sentence(told, number)
    return tuple(found)


def _label(told: Scene, number: int) -> frozenset[Referent]:
    """Who speaks by the name before a colon that opens a sentence."""
    reading = told.readings[number]
    if not reading.phrases or reading.phrases[0].end >= len(reading.words):
        return frozenset()
    opens = reading.words[reading.phrases[0].end].text == ":"
    return told.referents[number][0] if opens else frozenset()


def _of_sentence(told: Scene, number: int) -> Iterator[Tie]:
    reading = told.readings[number]
    described = [
        (
            d.begin,
            d.end,
            told.referents[number][d.phrase].union(
                *(
                    told.referents[number][i]
                    for i, p in enumerate(reading.phrases)
                    if p.named and d.begin <= p.start < d.end
                )
            ),
        )
        for d in reading.descriptions
        if d.what != d.phrase and d.end - d.begin < len(reading.words) // 2
    ]
    for begin, end, holders in described:
        yield Tie(holders, _lemmas(reading.words[begin:end]), number)
    frames = [f for f in reading.frames if not f.nominal]
    finite = [f for i, f in enumerate(frames) if f.finite or not i]
    begin = 0
    last: frozenset[Referent] = frozenset()
    for place, frame in enumerate(finite):
        end = max(frame.end, begin)
        following = finite[place + 1].begin if place + 1 < len(finite) else len(reading.words)
        end = max(end, following)
        begin = max(begin, _after_boundary(reading.words, begin, frame.at))
        start = min(begin, frame.begin) if frame.begin >= begin else begin
        inside = [i for i in range(start, end) if not any(a <= i < b for a, b, _ in described)]
        there = set(_holders(told, number, start, end, inside))
        if place and _cleft(told, number, finite[place - 1]):
            there |= set(_holders(told, number, finite[place - 1].at, start, list(range(start))))
        core = frozenset(
            r for p in (*frame.agent, *frame.patient) for r in told.referents[number][p]
        )
        said = _lemmas([reading.words[i] for i in inside])
        for p in frame.patient:
            raised = reading.phrases[p]
            said |= _lemmas(reading.words[raised.start : raised.end])
        said |= {f.verb for f in frames if " " in f.verb and start <= f.at < end}
        # "Relodane lost its patent, and sales have halved": those of what was spoken of
        if not any(r[0] != "#" for r in (*there, *core)):
            there |= last
        last = frozenset(r for p in frame.agent for r in told.referents[number][p]) or last
        none = any(reading.words[i].tag == "not" or reading.words[i].lower in NONE for i in inside)
        yield Tie(frozenset(there) | core, said, number, denied=none)
        if frame.verb in _SPEAKING:
            agents = frozenset(r for p in frame.agent for r in told.referents[number][p])
            yield Tie(agents, _lemmas(reading.words), number, loose=True)
        begin = end


def _cleft(told: Scene, number: int, frame: Frame) -> bool:
    """ "It was Roth who": the next clause is of whom "was" ties."""
    phrases = told.readings[number].phrases
    return frame.verb == "be" and any(phrases[p].head == "it" for p in frame.agent)


def _holders(
    told: Scene, number: int, start: int, end: int, inside: list[int]
) -> Iterator[Referent]:
    for place, phrase in enumerate(told.readings[number].phrases):
        vague = phrase.pronoun and len(told.referents[number][place]) > 1
        if start <= phrase.start and phrase.end <= end and phrase.end - 1 in inside and not vague:
            yield from told.referents[number][place]


def _after_boundary(said: tuple[Token, ...], begin: int, at: int) -> int:
    for i in range(at - 1, begin - 1, -1):
        if said[i].text == ";" or said[i].lower in _STRONG:
            return i + 1
    return begin


def _lemmas(said: list[Token] | tuple[Token, ...]) -> frozenset[str]:
    found: set[str] = set()
    for token in said:
        if token.tag in _CONTENT and token.lower not in STOP_WORDS:
            found |= set(token.core) if token.core else lemmas(token.lower)
    return frozenset(found)


def content(reading: Reading, skipped: frozenset[int]) -> tuple[tuple[int, frozenset[str]], ...]:
    """The telling words of a claim: the token, and the lemmas that may stand for it in a source.

    Args:
        skipped: tokens to leave out.
    """
    found = []
    phrasal = {f.at: f.verb for f in reading.frames if " " in f.verb}
    for place, token in enumerate(reading.words):
        if place in skipped or token.tag not in _CONTENT or token.lower in STOP_WORDS:
            continue
        if token.core:
            found.append((place, frozenset(token.core)))
        elif not lemmas(token.lower) & _LIGHT and len(token.lower) > 1:
            forms = near(token.lower)
            found.append((place, forms | near(phrasal[place]) if place in phrasal else forms))
    return tuple(found)


def held_by(
    told: Scene, wanted: tuple[frozenset[str], ...], *, loose: bool
) -> dict[Referent, frozenset[int]]:
    """For each referent which of the wanted words the source ties to it."""
    found: dict[Referent, set[int]] = {}
    for tie in ties(told):
        if (tie.loose and not loose) or tie.denied:
            continue
        got = [i for i, forms in enumerate(wanted) if forms & tie.words]
        if got:
            for holder in tie.holders:
                found.setdefault(holder, set()).update(got)
    return {holder: frozenset(got) for holder, got in found.items()}


Governor = tuple[str, str]  # a lemma and a preposition, "of" for possessors too


def governing(reading: Reading) -> Iterator[tuple[Governor, int]]:
    """Named phrases with the word that a preposition ties them to: "ahead of Brae"."""
    for place, phrase in enumerate(reading.phrases):
        if phrase.owner is not None and reading.phrases[phrase.owner].named:
            yield from (((lemma, "of"), phrase.owner) for lemma in lemmas(phrase.head))
        if not phrase.named or phrase.start < 2:  # noqa: PLR2004
            continue
        at = phrase.start - 1
        before, word = reading.words[at], reading.words[at - 1]
        if before.tag == "prep" and word.tag in ("noun", "adj", "adv"):
            yield from (((lemma, before.lower), place) for lemma in lemmas(word.lower))


@lru_cache(maxsize=256)
def governors(told: Scene) -> dict[Governor, frozenset[Referent]]:
    """What stands behind each word and preposition in some sentences."""
    found: dict[Governor, set[Referent]] = {}
    for reading, referents in zip(told.readings, told.referents, strict=True):
        for key, place in governing(reading):
            found.setdefault(key, set()).update(referents[place])
        for phrase in reading.phrases:
            for core in phrase.names[: len(phrase.names) - phrase.named]:
                found.setdefault((phrase.head, "of"), set()).update(told.named(core))
    return {key: frozenset(referents) for key, referents in found.items()}


def nearest(
    told: Scene,
    wanted: tuple[frozenset[str], ...],
    whose: frozenset[Referent],
    without: frozenset[Referent] = frozenset(),
) -> int:
    """How many of the wanted words the clause has that says most of them of somebody.

    Args:
        without: clauses that speak of these are left out.
    """
    return max(
        (
            sum(not forms.isdisjoint(tie.words) for forms in wanted)
            for tie in ties(told)
            if not (tie.loose or tie.denied)
            and not whose.isdisjoint(tie.holders)
            and without.isdisjoint(tie.holders)
        ),
        default=0,
    )


def rival(
    told: Scene,
    wanted: tuple[frozenset[str], ...],
    own: frozenset[Referent],
    excluded: frozenset[Referent],
    main: int | None,
    *,
    verb: frozenset[str],
) -> tuple[Referent, frozenset[int]] | None:
    """The other name that the source ties the wanted words to, instead of ``own``,
    and which of them; or None.

    Args:
        own: what the claim's name stands for.
        excluded: what else the claim names.
        main: which of the wanted words is the claim's verb; None if none is.
        verb: its lemmas and synonyms.
    """
    held = held_by(told, wanted, loose=False)
    lenient = held_by(told, wanted, loose=True)
    mine = frozenset(i for r in own for i in lenient.get(r, ()))
    where = _sentences(told)
    at = {s for r in own for s in where.get(r, ())}
    best: tuple[Referent, frozenset[int]] | None = None
    for other, got in sorted(held.items()):
        if other in own or other in excluded or not _same_kind(told, own, other):
            continue
        if any(_form_of(r, other) for r in own):
            continue
        if not any(abs(a - b) <= _NEAR for a in at for b in where[other]):
            continue
        if main is not None and _does(told, verb, own, other):
            continue
        gain, loss = len(got - mine), len(mine - got)
        decisive = gain > 1 or not mine or main in got - mine or len(got) == len(wanted)
        clear = gain and decisive and gain >= 2 * loss and len(got) >= _SHARE * len(wanted)
        if clear and (best is None or gain > len(best[1])):
            best = other, got - mine
    return best


@lru_cache(maxsize=4_000)
def said_in(sentence: str) -> frozenset[str]:
    """The lemmas of all words of a sentence."""
    return frozenset(lemma for w in words(sentence) for lemma in lemmas(w.lower))


def elsewhere(told: Scene, own: frozenset[Referent], forms: list[frozenset[str]]) -> bool:
    """Whether a sentence of the document outside of those read names ``own`` beside the words."""
    return any(
        sentence not in told.sentences and any(f & said_in(sentence) for f in forms)
        for referent in own
        for sentence in told.names.lines_with(referent[-1])
    )


def _does(told: Scene, verb: frozenset[str], own: frozenset[Referent], other: Referent) -> bool:
    """Whether the source ties the claim's verb to its name where the other is not named."""
    return any(
        verb & tie.words and own & tie.holders and other not in tie.holders for tie in ties(told)
    )


def together(told: Scene, wanted: tuple[frozenset[str], ...], one: frozenset[Referent],
             two: frozenset[Referent]) -> bool:  # fmt: skip
    """Whether the source ties any of the wanted words to both."""
    return any(
        one & tie.holders and two & tie.holders and any(forms & tie.words for forms in wanted)
        for tie in ties(told)
    )


@lru_cache(maxsize=256)
def _sentences(told: Scene) -> dict[Referent, frozenset[int]]:
    """In which sentences each is spoken of."""
    found: dict[Referent, set[int]] = {}
    for number, phrases in enumerate(told.referents):
        for referents in phrases:
            for referent in referents:
                found.setdefault(referent, set()).add(number)
    return {referent: frozenset(numbers) for referent, numbers in found.items()}


def _form_of(one: Referent, other: Referent) -> bool:
    """Whether one name has all words of the other, singular or plural."""
    first, second = (
        {part.removesuffix("s") for word in name for part in word.split("-")}
        for name in (one, other)
    )
    return first <= second or second <= first


def _same_kind(told: Scene, own: frozenset[Referent], other: Referent) -> bool:
    for listed in (COMPASS, NATIONAL):
        if any(r[0] == "#" and told.called.get(r, set()) & listed for r in own):
            return any(w.removesuffix("s") in listed for w in told.called.get(other, ()))
    if other[0] == "#":
        return all(r[0] == "#" and told.unlike(r, other) for r in own)
    if all(r[0] == "#" for r in own):
        return False
    kinds = {_kind(told, r) for r in own}
    kind = _kind(told, other)
    return kind in kinds or (kind != "person" and "person" not in kinds)


def _kind(told: Scene, referent: Referent) -> str:
    first = len(referent) == 1 and referent[0] in FEMALE | MALE
    kind = told.names.kind(referent)
    return "person" if first and kind == "other" else kind
