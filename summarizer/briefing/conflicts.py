"""Contradictions between sources, side by side, and how each of them stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarizer.briefing.comparison.contrasts import Contrast
from summarizer.briefing.comparison.matter import Words
from summarizer.briefing.comparison.vocabulary import TALLIES
from summarizer.briefing.schema import Conflict, ConflictKind, Resolution, Side
from summarizer.briefing.story import Story
from summarizer.briefing.told import Told
from summarizer.schema import Document
from summarizer.text.bounds import Interval
from summarizer.text.words import stem, words

_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ing|ion|ions)|t(?:ook|aken|akes|ake|aking) back|retract\w*|withdrew|"
    r"withdrawn|mended|revised|admit\w*|conced\w*|apologi[sz]\w*|amended|(?:mis|wrongly )stated|"
    r"(?:had|has) been wrong|by mistake|in error|erroneous\w*|blunder|swapped)\b",
    re.IGNORECASE,
)
_ABOUT, _FEWEST = 8, 2  # words
_SURELY_SAME = 0.6


def conflicts_of(story: Story) -> tuple[Conflict, ...]:
    """The conflicts that the contrasts of a story make, in the order of their first claim."""
    found = []
    for together in _together(story):
        sides = _sides(together, story)
        if len(sides) > 1:
            found.append((min(min(side) for side in sides), _conflict(together, sides, story)))
    return tuple(conflict for _, conflict in sorted(found, key=lambda f: f[0]))


def _together(story: Story) -> Iterator[list[Contrast]]:
    """Contrasts of one matter: of one kind, and they share a claim or a group of claims."""
    contrasts = story.contrasts
    parent = list(range(len(contrasts)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    first: dict[tuple[str, int], int] = {}
    for number, contrast in enumerate(contrasts):
        for index in (contrast.first, contrast.second):
            known = first.setdefault((_sort(contrast), story.group_of[index]), number)
            parent[root(number)] = root(known)
    joined: dict[int, list[Contrast]] = defaultdict(list)
    for number, contrast in enumerate(contrasts):
        joined[root(number)].append(contrast)
    yield from joined.values()


def _sort(contrast: Contrast) -> str:
    """Contrasts of these are of one conflict: a figure that is denied is one of its numbers."""
    tally = sorted(contrast.measures & TALLIES)
    kind = "number" if contrast.denied_figure else contrast.kind
    return f"{kind} {tally[0] if tally else ''}"


def _sides(contrasts: Sequence[Contrast], story: Story) -> list[tuple[int, ...]]:
    """The claims of each side, in the order of the sources.

    Claims whose values meet are on one side, and so are those that contradict the same and not each
    other.
    """
    values: dict[int, object] = {}
    against: dict[int, set[int]] = defaultdict(set)
    for contrast in contrasts:
        for index, value in zip((contrast.first, contrast.second), contrast.values, strict=True):
            values.setdefault(index, value)
        against[contrast.first].add(contrast.second)
        against[contrast.second].add(contrast.first)
    sides: list[list[int]] = []
    for index in sorted(values):
        side = next(
            (s for s in sides if all(_fits(index, other, values, against) for other in s)), None
        )
        if side is None:
            sides.append(side := [])
        side.append(index)
    placed = set(values)
    for side in sides:
        mates = {mate for index in side for mate in _mates(index, story)} - placed
        placed |= mates
        side.extend(sorted(mates))
    return [tuple(sorted(side)) for side in sides]


def _mates(index: int, story: Story) -> Iterator[int]:
    """The claims of its group that surely say the same."""
    group = story.groups[story.group_of[index]]
    for pair in story.nearest.get(index, ()):
        other = pair.second if pair.first == index else pair.first
        if other in group and pair.same >= _SURELY_SAME:
            yield other


def _fits(
    one: int, other: int, values: Mapping[int, object], against: Mapping[int, set[int]]
) -> bool:
    if other in against[one]:
        return False
    x, y = values[one], values[other]
    if isinstance(x, Interval) and isinstance(y, Interval):
        return x.low <= y.high and y.low <= x.high
    return bool(against[one] & against[other]) or x == y


def _conflict(
    contrasts: Sequence[Contrast], sides: Sequence[tuple[int, ...]], story: Story
) -> Conflict:
    told = story.told
    best = max(contrasts, key=lambda c: c.score)
    scores: dict[int, float] = defaultdict(float)
    for contrast in contrasts:
        for index in (contrast.first, contrast.second):
            scores[index] = max(scores[index], contrast.score)
    return Conflict(
        about=_about(told[best.first], story.words[best.first], story.words[best.second]),
        kind=_kind(contrasts, best),
        sides=tuple(
            Side(
                text=told[max(side, key=lambda i: scores[i])].claim.text,
                claims=tuple(told[i].id for i in side),
                sources=tuple(dict.fromkeys(told[i].source for i in side)),
            )
            for side in sides
        ),
        resolution=_resolution(best, sides, story),
    )


def _kind(contrasts: Sequence[Contrast], best: Contrast) -> ConflictKind:
    """That of the best one; a figure that is denied or taken back is about the number."""
    about_number = any(c.kind == "number" or c.denied_figure == "taken back" for c in contrasts)
    return "number" if about_number else best.kind


def _about(one: Told, first: Words, second: Words) -> str:
    """The words that both sides share, as the first has them; the topic only if need be."""
    shared = {
        key
        for key, term in first.terms.items()
        if not term.number and (key in second.terms or not first.reach[key].isdisjoint(second.keys))
    }
    telling = shared - first.topic
    keys = telling if len(telling) >= _FEWEST else shared
    told = [w.text for w in words(one.content) if stem(w.lower) in keys]
    return " ".join(dict.fromkeys(told[:_ABOUT])) or one.content


def _resolution(contrast: Contrast, sides: Sequence[tuple[int, ...]], story: Story) -> Resolution:
    told = story.told
    earliest = [min(told[i].place for i in side) for side in sides]
    numbers = range(len(sides))
    for number in sorted(numbers, key=lambda n: -earliest[n]):
        before = min(earliest[n] for n in numbers if n != number)
        for index in sides[number]:
            said = told[index].place > before and _correcting(told[index], story.documents)
            if said:
                reason = f"{told[index].outlet} tells a correction (“{said}”)"
                return Resolution(state="corrected", side=number, reason=reason)
    newest = max(numbers, key=lambda n: earliest[n])
    others = [n for n in numbers if n != newest]
    why = _supersedes(contrast, sides, newest, story)
    if why and all(earliest[newest] > earliest[n] for n in others):
        return Resolution(state="superseded", side=newest, reason=why)
    return Resolution(state="open", side=None, reason="no source settles it")


def _supersedes(
    contrast: Contrast, sides: Sequence[tuple[int, ...]], newest: int, story: Story
) -> str | None:
    """Why the newest side takes the place of the others, if it does."""
    told = story.told
    outlet = told[max(sides[newest], key=lambda i: told[i].place)].outlet
    if contrast.measures & TALLIES:
        return f"a later count, in {outlet}"
    if contrast.kind == "date" and all(_ahead(told[i]) for side in sides for i in side):
        return f"a later date, in {outlet}"
    roots = [{root for i in side for root in story.origins.of([told[i]])} for side in sides]
    shared = set.intersection(*roots)
    if contrast.kind in ("number", "date") and shared:
        return f"{min(shared)} later gave another"
    return None


def _ahead(one: Told) -> bool:
    """Whether it dates something after its source was published."""
    return any(d.end and one.published and d.end[:10] > one.published for d in one.claim.dates)


def _correcting(one: Told, documents: Mapping[str, Document]) -> str | None:
    """The words beside a claim by which its source tells a correction."""
    document = documents[one.source]
    for evidence in one.claim.evidence:
        near = range(max(1, evidence.sentence - 1), evidence.sentence + 2)
        for number in (evidence.sentence, *near):
            if number <= len(document.sentences):
                match = _CORRECTS.search(document.words_of(number))
                if match:
                    return match.group()
    return None
