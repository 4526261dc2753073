"""Words that stand in an order of strength, and a claim that climbs above its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.checks.company import company
from summarizer.checks.predicates import Reading, perfect, read
from summarizer.checks.tokens import keys
from summarizer.text.words import stem

_NEAR = 8
_AHEAD = 5
_TO_COME = frozenset("due pending awaited awaiting awaits imminent outstanding short".split())
_MODAL = frozenset("can could may might would will should to".split())
_NEARER = 1.0  # how many words more make one clause nearer than another


@dataclass(frozen=True, eq=False)
class Ladder:
    """Rungs of growing strength: which one each word or phrase stands on."""

    rungs: dict[tuple[str, ...], int]


def ladder(*rungs: str) -> Ladder:
    """A ladder from the words of each rung, the lowest first; "_" joins the words of a phrase."""
    words = ((word, height) for height, line in enumerate(rungs) for word in line.split())
    return Ladder({tuple(word.split("_")): height for word, height in words})


_LADDERS = (
    ladder(
        "suspect suspicion investigate probe question accuse accusation allege allegation",
        "arrest detain custody",
        "charge charged_with indict indictment prosecute trial",
        "convict conviction guilty sentence sentenced responsible_for found_to_have found_to_be "
        "murderer killer arsonist culprit",
    ),
    ladder(
        "consider consideration weigh mull contemplate ponder explore discuss discussion debate "
        "negotiate negotiation talks think_about think_of look_at look_into examine review",
        "propose proposal draft recommend recommendation call_for call_on demand urge apply",
        "reach_agreement reach_an_agreement reach_a_deal strike_a_deal decide decision agree "
        "agreement approve approval adopt adoption finalise finalize clinch settle_on sign "
        "opt choose conclude",
        "implement impose enact",
    ),
    ladder(
        "introduce introduced table tabled submit submitted draft propose proposal bill put_before",
        "pass passed adopt adopted approve approved",
        "law enact enacted into_law",
    ),
    ladder(
        "hope wish want would_like aspire plan intend intention aim seek dream consider",
        "promise vow pledge guarantee swear commit commitment undertake",
    ),
    ladder(
        "possible possibly may might could perhaps maybe conceivable likely probable probably "
        "expect expected doubtful chance",
        "certain certainly known sure surely definite definitely inevitable guarantee guaranteed "
        "bound_to confirm confirmed undoubtedly",
    ),
    ladder("try attempt effort bid struggle seek", "succeed success successful manage_to"),
    ladder(
        "suggest indicate indication hint point_to believe belief think suspect suspicion "
        "presume assume guess theory hypothesis rumour rumor allege allegation fear "
        "unconfirmed apparently appear seem",
        "prove proof establish confirm confirmation verify demonstrate show shown proven "
        "conclusive know certain",
    ),
    ladder("hope wish", "expect"),
    ladder("apply application request bid approach", "grant gain obtain receive secure"),
    ladder("option letter_of_intent", "order contract"),
    ladder(
        "draft preliminary provisional provisionally interim tentative tentatively outline initial "
        "in_principle partial early",
        "final finally definitive definitively binding conclusive",
    ),
    ladder(
        "link associate association correlate correlation tied_to coincide contribute",
        "cause trigger lead_to result_in bring_about responsible_for down_to because_of blame",
    ),
    ladder("lead ahead_in", "win victory elect re_elect reelect winner"),
    ladder(
        "ask request urge appeal recommend recommendation advise advice invite call_on encourage",
        "order instruct command direct compel force oblige require decree",
    ),
    ladder("missing unaccounted_for", "dead kill die drown death perish"),
    ladder(
        "nominate nominee nomination shortlist candidate finalist contender favourite tipped_to",
        "appoint appointment elect winner win",
    ),
    ladder(
        "suspend suspension postpone delay pause defer adjourn shelve",
        "cancel cancellation scrap abandon abolish axe terminate",
    ),
)


Entry = tuple[tuple[str, ...], Ladder, int]


def _by_first() -> dict[str, tuple[Entry, ...]]:
    """The entries of all ladders by the keys of their first word: its other words and its rung."""
    found: dict[str, list[Entry]] = {}
    for each in _LADDERS:
        for (first, *rest), height in each.rungs.items():
            for key in {first, stem(first)}:
                found.setdefault(key, []).append((tuple(rest), each, height))
    return {key: tuple(entries) for key, entries in found.items()}


_ENTRIES = _by_first()


@lru_cache(maxsize=4_000)
def _heights(text: str) -> dict[Ladder, dict[int, int]]:
    """On each ladder that the text steps on, the rung of each token that does."""
    flat = [({*keys(w), w}, i) for i, t in enumerate(read(text).tokens) for w in t.lower.split()]
    found: dict[Ladder, dict[int, int]] = {}
    for at, (first, i) in enumerate(flat):
        for key in first & _ENTRIES.keys():
            for rest, each, height in _ENTRIES[key]:
                following = flat[at + 1 : at + 1 + len(rest)]
                if len(following) == len(rest) and all(
                    word in known for word, (known, _) in zip(rest, following, strict=True)
                ):
                    rungs = found.setdefault(each, {})
                    rungs[i] = max(height, rungs.get(i, 0))
    return found


def climbed(text: str, evidence: str) -> tuple[str, str] | None:
    """The words of source and claim where the claim stands higher than its source, or None.

    Of the source's words those count that the claim's other words stand beside. A word that the
    claim denies does not count.
    """
    claim, source = read(text), read(evidence)
    stepped = _heights(evidence)
    for each, places in _heights(text).items():
        here = {i: h for i, h in places.items() if _said(claim, i)}
        there = {j: h for j, h in stepped.get(each, {}).items() if not _awaited(source, j)}
        if not here or not there:
            continue
        top = max(here, key=lambda i: here[i])
        beside = company(text, evidence, frozenset([top]))
        nearest = max(beside[j] for j in there)
        best = max(
            (j for j in there if beside[j] > nearest - _NEARER),
            key=lambda j: (there[j], beside[j]),
        )
        lower = any(i != top and here[i] <= there[best] for i in here) and not perfect(claim, top)
        if (
            nearest
            and here[top] > there[best]
            and not lower
            and _together(claim, top, source, best)
        ):
            return source.words(best), claim.words(top)
    return None


def _said(reading: Reading, i: int) -> bool:
    """Whether the text says so: it neither denies the word nor only allows it."""
    before = {t.lower for t in reading.tokens[max(0, i - 3) : i]}
    return reading.signs[i] > 0 and not before & _MODAL


def _awaited(reading: Reading, i: int) -> bool:
    """Whether the text denies the word, or says that it is still to come ("a decision is due")."""
    around = reading.tokens[max(0, i - 3) : i + _AHEAD]
    segment = reading.tokens[i].segment
    to_come = any(t.segment == segment and _TO_COME & set(t.lower.split()) for t in around)
    return reading.signs[i] < 0 or to_come


def _together(claim: Reading, i: int, source: Reading, j: int) -> bool:
    """Whether the two words stand among the same ones."""
    here = _around(claim, i)
    return bool(here & _around(source, j))


def _around(reading: Reading, i: int) -> set[str]:
    segment = reading.tokens[i].segment
    return {
        key
        for k, t in enumerate(reading.tokens)
        if t.content and k != i and (t.segment == segment or abs(k - i) <= _NEAR)
        for key in t.keys
    }
