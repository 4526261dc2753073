"""Axes along which news says that something went one way or the other.

The lexicon knows opposites word by word. Here are whole sides of an axis, with the turns of phrase
that stand for them, so that "was sent down a division" is known to be the contrary of "promoted".
An underscore joins the words of a phrase; its words may be inflected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from summarizer.checks.predicates import Reading, read
from summarizer.text.numbers import numbers

_AXES = """
rise increase climb grow growth jump surge soar gain up higher more additional extra greater \
larger bigger widen expand raise lift hike boost swell double triple upward record_high uptick \
upturn longer gain_# add_# put_on_# | lose_# fall decrease decline drop slip slide tumble \
plunge shrink narrow fewer less lower smaller down cut reduce slash halve downward record_low \
downturn slump dwindle ease trim shorter shed
warm warmer hot hotter mild milder warmth balmy | cold colder cool cooler chilly chill \
chillier frosty
better improve improvement more_soundly healthier recover recovery brighten fitter rally | \
worse worsen deteriorate deterioration poorer decline sicker
upbeat optimistic confident confidence hopeful cheerful buoyant look_forward optimism bullish \
| gloomy pessimistic worried anxious pessimism downbeat despondent gloom bleak bearish fearful
success succeed successful without_a_hitch go_well go_smoothly go_to_plan as_planned smoothly \
flawless flawlessly triumph | failure fail unsuccessful go_wrong botch botched fiasco flop \
misfire
safe fit_for_use fit_to safely harmless secure sound | unsafe dangerous unfit hazardous \
perilous not_fit
in_public openly publicly open_to_the_public open_doors | behind_closed_doors in_private \
privately in_camera in_secret secretly
likely probable good_chance high_chance probably | unlikely little_chance slim_chance \
small_chance no_chance improbable not_much_chance remote
sell sale dispose_of dispose divest offload part_with sell_off get_rid_of | buy purchase \
acquire acquisition snap_up take_over buy_up
lend loan_to on_loan_to | borrow on_loan_from on_loan have_on_loan
export ship_abroad sell_abroad go_abroad abroad | import bring_in from_abroad
uphold affirm let_stand leave_standing stand | overturn quash throw_out strike_down annul \
reverse set_aside overrule void
approve adopt accept pass ratify endorse vote_through wave_through agree_to green_light \
nod_through back | reject refuse vote_down turn_down throw_out veto vote_against spurn decline \
rebuff
support back favour favor in_favour_of in_favor_of welcome for_it champion applaud | oppose \
against object_to resist criticise criticize denounce condemn
hire recruit take_on employ appoint sign_up | dismiss sack fire lay_off let_go axe \
make_redundant
join enter sign_up_to accede | leave quit resign step_down walk_out_of pull_out_of \
withdraw_from
lift ease relax loosen scrap abolish end waive soften liberalise liberalize | impose introduce \
tighten toughen bring_in stiffen need_a_permit harden
win beat defeat victory triumph too_strong_for see_off overcome edge_past thrash oust | lose \
be_beaten be_defeated loss fall_to go_down_to
promote go_up move_up promotion elevate | relegate send_down go_down drop_down relegation \
demote
first | last final
highest record_high peak largest biggest top most | lowest record_low trough smallest bottom \
least fewest
early earlier sooner ahead_of_schedule ahead_of_time in_advance | late later behind_schedule \
belated overdue
above over exceed in_excess_of more_than beyond higher_than top surpass | below under beneath \
short_of less_than within lower_than
upstream above | downstream below
fast faster quicker quick shorter speedier rapid | slow slower longer sluggish
strengthen firm_up appreciate stronger firmer gain | weaken depreciate weaker lose_value slide
older earlier predate oldest | younger later newer postdate youngest
extend lengthen prolong extension longer now_run_until | shorten curtail cut_short truncate \
shorter
ahead lead leader ahead_of | behind trail behind_in lag
surplus profit in_the_black less_than_it_take | deficit loss shortfall in_the_red \
more_than_it_take
majority most more_than_half | minority less_than_half
survive alive survivor live rescue | die dead kill death drown perish
release free set_free bail | arrest detain hold jail imprison custody lock_up
arrive arrival come enter land | depart departure leave go set_off
lift grade upgrade raise upgraded | lower downgrade cut
binding | advisory non-binding non_binding
north northern northward | south southern southward
east eastern eastward | west western westward
indoors inside indoor | outdoors outside outdoor
voluntary optional free_to choose | compulsory obligatory mandatory oblige
profit earn profitable in_the_black | loss lose loss-making in_the_red
richer rich wealthy | poorer poor
cheaper cheap | dearer expensive pricier costlier
tighten | loosen
widen broaden | narrow
legal lawful allow permit | illegal unlawful ban outlaw
reopen open | close shut shut_down closure
start begin launch | end finish stop halt
agree agreement deal accord | disagree deadlock collapse no_deal break_down
confirm admit acknowledge | deny dispute reject
accept | decline
true correct accurate | false untrue wrong incorrect
guilty convict conviction | acquit clear acquittal innocent not_guilty exonerate
increase_the | reduce_the
build erect construct | demolish tear_down pull_down knock_down raze
extend_its_lead | lose_its_lead
praise hail laud commend | criticise criticize condemn slam blast
local domestic home | foreign overseas abroad
public state | private
permanent permanently for_good | temporary temporarily for_now
partly partial partially | fully full entire entirely completely
present attend attendance turn_up | absent miss stay_away skip absence boycott
"""


_MOST = 64  # sides that one text is taken to take


@dataclass(frozen=True)
class Pole:
    """A place where a text takes a side of an axis.

    Attributes:
        axis: number of the axis.
        side: 1 or -1; turned round where the text denies it.
        first, last: numbers of the tokens.
        text: the words.
    """

    axis: int
    side: int
    first: int
    last: int
    text: str


_Entry = tuple[tuple[str, ...], int, int]


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Each phrase under the keys of its first word."""
    found: dict[str, list[_Entry]] = {}
    for axis, line in enumerate(_AXES.strip().splitlines()):
        for side, words in zip((1, -1), line.split("|"), strict=True):
            for phrase in words.split():
                parts = tuple(phrase.split("_"))
                found.setdefault(parts[0], []).append((parts, axis, side))
    return {key: tuple(entries) for key, entries in found.items()}


@lru_cache(maxsize=4_000)
def poles(text: str) -> tuple[Pole, ...]:
    """The sides that a text takes, of each axis the longest phrase at each place."""
    reading = read(text)
    return (*islice(_poles(reading), _MOST), *_compared(reading))


def _poles(reading: Reading) -> Iterator[Pole]:
    entries = _entries()
    for i, token in enumerate(reading.tokens):
        best: dict[int, tuple[int, int]] = {}
        parts = tuple(token.lower.split(" "))
        for key in {*token.keys, token.lower, parts[0]}:
            for words, axis, side in entries.get(key, ()):
                size = _matches(reading, i, words)
                if size > best.get(axis, (0, 0))[0]:
                    best[axis] = (size, side)
        for axis, (size, side) in best.items():
            sign = reading.signs[i]
            if sign and not (size == 1 and idle(reading, i)):
                last = min(i + size, len(reading.tokens)) - 1
                words_ = reading.text[token.start : reading.tokens[last].end]
                yield Pole(axis, side * sign, i, last, words_)


_YEARS = range(1800, 2101)
_CHANGE = 0  # the axis of what rises and falls
_AGAINST = re.compile(
    r"[^.;]{0,60}?\b(?:compared (?:with|to)|against|versus|up from|down from|from)\b[^.;\d]{0,25}",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\s+(?:\w+\s+)?to\s+(?:\w+\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+)?$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)\b|\b(?:last|the previous) "
    r"(?:year|month|week|time)\b|\bpreviously\b",
    re.IGNORECASE,
)


def _compared(reading: Reading) -> Iterator[Pole]:
    """Whether a figure is more or less than the one that it is set against ("48, against 31")."""
    text = reading.text
    found = [n for n in numbers(text) if n.value not in _YEARS]
    for one, other in pairwise(found):
        gap = text[one.end : other.start]
        if one.unit != other.unit and other.unit is not None:
            continue
        if _UP_TO.fullmatch(gap) and _FROM.search(text, 0, one.start):
            change = other.value - one.value
        elif _AGAINST.fullmatch(gap) or (len(found) == len("ab") and _EARLIER.search(gap)):
            change = one.value - other.value
        else:
            continue
        at = next((i for i, t in enumerate(reading.tokens) if t.end > one.start), None)
        if at is not None and change:
            yield Pole(_CHANGE, 1 if change > 0 else -1, at, at, text[one.start : other.end])


# What "above" and "below" are taken of.
_LIMITS = frozenset(
    """limit maximum minimum average target threshold norm normal level forecast cap ceiling usual
    expectation expectations standard freezing zero estimate estimates budget requirement""".split()
)
_SMALL = {
    word: kind
    for kind, line in {
        "agent": "buyer seller lender borrower winner loser leader employer owner runner",
        "level": "low high",
        "move": "up down",
        "limit": "above over below under within beyond beneath",
        "bound": "more less fewer higher lower larger smaller most",
        "time": "first last late early",
    }.items()
    for word in line.split()
}
_FIGURE = re.compile(r"\d[\d.,]*\s?(?:%|per\s?cent|percent|points|cents)")
_LINKS = frozenset("is are was were be been percent".split())
_TIMES = frozenset("year years week month day night season time summer winter quarter".split())


def idle(reading: Reading, i: int) -> bool:
    """Whether a word is there without its meaning of direction ("set up", "last year")."""
    tokens = reading.tokens
    lower = tokens[i].lower
    before = tokens[i - 1] if i else None
    after = tokens[i + 1 : i + 5]
    kind = _SMALL.get(lower, "agent" if lower.endswith("ers") else "")
    if kind == "move":
        moved = after and (after[0].number or after[0].lower in ("from", "by", "on", "sharply"))
        linked = before is not None and (before.lower in _LINKS or before.number)
        return not (moved or linked)
    if kind == "limit":
        return not any(t.lower in _LIMITS for t in after)
    if kind == "bound":
        return len(after) > 1 and after[0].lower in ("than", "of") and after[1].number
    if kind == "time":
        return bool(after) and after[0].lower in _TIMES
    if kind == "level":
        return bool(after) and (after[0].number or after[0].lower.endswith("ies"))
    return kind == "agent"


def _matches(reading: Reading, i: int, words: tuple[str, ...]) -> int:
    """How many tokens a phrase takes at a place, 0 when it does not stand there."""
    if len(words) == 1 and words[0] in reading.tokens[i].keys:
        return 1
    said: list[frozenset[str]] = []
    size = 0
    for token in reading.tokens[i : i + len(words)]:
        pieces = token.lower.split(" ")
        figure = ("#",) if _FIGURE.match(reading.text, token.start) else ()
        said += [frozenset((p, *figure, *(token.keys if len(pieces) == 1 else ()))) for p in pieces]
        size += 1
        if len(said) >= len(words):
            break
    if len(said) < len(words):
        return 0
    fits = all(w in s for w, s in zip(words, said, strict=False))
    return size if fits else 0
