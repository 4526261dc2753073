"""Where noun phrases and complements begin and end, in a text that is read as tokens."""

from __future__ import annotations

from summarizer.attributes.reporting_lexicon import verbs
from summarizer.attributes.reporting_tokens import Reading

Range = tuple[int, int]

NOMINAL = frozenset("NX#")
_INSIDE = frozenset("NX#D'(")
# The most tokens that a noun phrase is followed for.
_LONGEST = 60
_ASIDE = 40
_ASIDES = 5
_ADVERBS = 8
_COUNTED = frozenset("one some many most all both several few each another any".split())
_STANDING_ALONE = frozenset(
    "this that these those some many several few most other another all".split()
)
_PARTICLES = frozenset("up out off down away".split())
_CLOCK = {"a.m.", "p.m."}
_PAST = frozenset(
    """came went made took gave got saw held met left led kept put set ran won lost began became
    brought bought built broke chose drew drove fell felt grew heard hit knew meant paid read rose
    sent sold sought spent spoke stood taught thought told wore wrote found said says""".split()
)
_AFTER_PARTICIPLE = frozenset("by in on with from to for at as under against".split())
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow tonight jan.
    feb. mar. apr. aug. sept. oct. nov. dec.""".split()
)
_OCCASIONS = frozenset(
    """interview statement speech letter email e-mail memo tweet post article report rally event
    conference briefing hearing debate meeting filing note blog call column editorial paper book
    appearance message campaign town press news telephone phone twitter facebook week month year
    morning night afternoon evening weekend time website air radio television""".split()
)
_OCCASION_REACH = 6
_WHEN = frozenset("during after before when while since amid until".split())
_NO_PLACE = frozenset("of about for with from than like".split())
_YEAR = 4
_SHORTEST_ED = 4
_NUMBER_HEADS = frozenset("last this next earlier".split())


def verb_like(r: Reading, i: int) -> bool:
    """Whether a token is an auxiliary or looks like a finite verb or a participle."""
    if r.kinds[i] == "A":
        return True
    word = r.words[i]
    if r.kinds[i] != "N":
        return False
    if word in _PAST or (len(word) > _SHORTEST_ED and word.endswith("ed")):
        return not (i and r.kinds[i - 1] in ("D", "'"))
    known = verbs().get(word)
    follows = r.kinds[i + 1] if i + 1 < len(r.words) else "."
    before = r.kinds[i - 1] if i else "."
    if known is None or before in ("D", "'", "I") or follows not in ("D", "T", "P", '"', "W"):
        return False
    return bool(known.forms & {"s", "base"}) and before in ("N", "X", "P", "W", "R")


def _reduced(r: Reading, i: int) -> bool:
    """ "The plan drafted by Vale", "a union representing pilots": a participle after its noun."""
    word = r.words[i]
    after = r.words[i + 1] if i + 1 < len(r.words) else "."
    if not i or r.kinds[i - 1] not in NOMINAL:
        return False
    return word.endswith("ing") or (word.endswith("ed") and after in _AFTER_PARTICIPLE)


def _modifies(r: Reading, low: int, i: int, end: int) -> bool:
    """ "“…,” retired general Ana Vale said": a participle that opens a phrase without article."""
    if not r.words[i].endswith("ed") or i + 1 >= end or r.kinds[i + 1] not in NOMINAL:
        return False
    return i == low or r.kinds[i - 1] == '"'


def _relative(r: Reading, low: int, i: int) -> int | None:
    """Index of the "who", "which" or "that" whose verb group ends at ``i``, or None."""
    j = i
    while j > max(low, i - _ADVERBS) and (
        j == i or r.kinds[j] in ("A", "R", "T") or (r.kinds[j] == "N" and verb_like(r, j))
    ):
        j -= 1
    opens = r.kinds[j] == "W" or r.words[j] == "that"
    return j if opens and j > low and r.kinds[j - 1] in NOMINAL | {","} else None


def phrase_before(r: Reading, low: int, end: int) -> Range | None:
    """The noun phrase whose last token is ``end - 1``, reaching back no further than ``low``."""
    i, low = end - 1, max(low, end - _LONGEST)
    while i >= low and not r.quoted[i]:
        step = _step_back(r, low, i, end)
        if step is None:
            break
        i = step
    begin = i + 1
    while begin < end and (
        r.kinds[begin] in ("I", "C", ",", "'", "R") or _CLOCK & set(r.words[begin : begin + 2])
    ):
        begin += 1
    if begin > low and r.kinds[begin - 1] == "I":
        begin = _past_governed(r, begin, end)
    return (begin, end) if begin < end and _names(r, begin, end) else None


def _past_governed(r: Reading, begin: int, end: int) -> int:
    """ "In her memoir Ana Vale said": what the preposition governs is no part of the subject."""
    for i in range(begin + 1, end):
        if r.kinds[i] in ("X", "D") and r.kinds[i - 1] == "N":
            return i
    return begin


def _step_back(r: Reading, low: int, i: int, end: int) -> int | None:
    """The token before ``i`` if that one belongs to the phrase that closes at ``end``, or None."""
    kind = r.kinds[i]
    if r.words[i] == ")" and (opened := _bracket(r, low, i)) > low:
        return opened - 1
    if verb_like(r, i) and not _reduced(r, i) and not _modifies(r, low, i, end):
        relative = _relative(r, low, i)
        return relative - 1 if relative is not None else None
    if kind == "I" or (kind == "T" and i + 1 < end and r.kinds[i + 1] in ("X", "D")):
        # "Advisers to Vale": here "to" is a preposition.
        return i - 1 if i > low and _governs(r, i - 1) else None
    if r.words[i] in _PARTICLES and i > low and r.kinds[i - 1] == "N":
        return i - 1  # "the list drawn up at the time"
    joined = (kind == "C" and _joins(r, low, i)) or (kind == "," and _listed(r, low, i, end))
    return i - 1 if joined or kind in _INSIDE else None


def _governs(r: Reading, i: int) -> bool:
    """Whether a preposition may hang on the word at ``i``: "advisers to", "one of"."""
    return r.words[i] in _PARTICLES or r.kinds[i] in NOMINAL | {"("} or r.words[i] in _COUNTED


def _bracket(r: Reading, low: int, close: int) -> int:
    """The bracket that opens what ``close`` closes, near by, or -1."""
    near = range(close - 1, max(low, close - _OCCASION_REACH * 2) - 1, -1)
    return next((j for j in near if r.words[j] == "("), -1)


def _joins(r: Reading, low: int, i: int) -> bool:
    """Whether "and" joins two names or nouns and not two clauses."""
    if i <= low or i + 1 >= len(r.words) or r.kinds[i - 1] not in NOMINAL:
        return False
    for j in range(i - 1, max(low, i - 8) - 1, -1):
        if verb_like(r, j):
            return False
        if r.kinds[j] in ("P", "S", ":", "-"):
            return False
        if r.kinds[j] == ",":
            break
    return r.kinds[i + 1] in ("X", "N", "D", "#")


def _listed(r: Reading, low: int, i: int, end: int) -> bool:
    """Whether a comma separates the members of a list of names: "A, B and C"."""
    if i <= low or i + 1 >= end or not r.capital[i - 1] or not r.capital[i + 1]:
        return False
    return any(r.kinds[j] == "C" for j in range(i + 1, min(end, i + 6)))


def _names(r: Reading, begin: int, end: int) -> bool:
    """Whether there is a noun or a word that may stand for one."""
    return any(r.kinds[i] in NOMINAL or r.words[i] in _STANDING_ALONE for i in range(begin, end))


def subject(r: Reading, low: int, verb: int) -> Range | None:
    """The subject that stands before the verb group beginning at ``verb``, with its appositions."""
    last = verb - 1
    while last > max(low, verb - _ADVERBS) and r.kinds[last] == "R":
        last -= 1
    if last < low or r.quoted[last]:
        return None
    kind = r.kinds[last]
    relative = r.words[last] == "that" and last > low and r.kinds[last - 1] in NOMINAL
    if kind in ("P", "W") or relative:
        return last, last + 1
    if kind in (",", "-"):
        return _around_aside(r, low, last)
    if kind in NOMINAL or kind in ("(", "'", "D"):
        return phrase_before(r, low, last + 1)
    return None


def _around_aside(r: Reading, low: int, last: int) -> Range | None:
    """The subject before the asides that close at ``last``; appositions belong to it."""
    close, best = last, None
    for _ in range(_ASIDES):
        opened = _mark_before(r, low, close)
        if opened <= low or (best is not None and not _apposition(r, opened + 1)):
            break
        if r.kinds[opened - 1] == "P":
            return opened - 1, opened
        phrase = phrase_before(r, low, opened)
        if phrase is not None:
            own = _apposition(r, opened + 1)
            best = (phrase[0], last + 1) if own else phrase
            if phrase[0] - 1 <= low or r.kinds[phrase[0] - 1] != "," or not own:
                break
        close = opened
    return best


def _mark_before(r: Reading, low: int, close: int) -> int:
    """The comma or dash that pairs with the one at ``close``, or -1."""
    for j in range(close - 1, max(low, close - _ASIDE) - 1, -1):
        if r.kinds[j] == r.kinds[close] and not r.quoted[j]:
            return j
    return -1


def _apposition(r: Reading, first: int) -> bool:
    """Whether what begins at ``first`` goes on about the name before it ("the mayor", "59")."""
    word = r.words[first]
    if word in {"who", "which", "whose", "including", "of"}:
        return True
    named = r.kinds[first] in ("D", "X", "N", "#")
    return named and not verb_like(r, first) and not word.endswith("ing")


def phrase_after(r: Reading, begin: int, high: int) -> Range | None:
    """The noun phrase that begins at ``begin``, with its appositions: the speaker after "said"."""
    if begin >= high:
        return None
    if r.kinds[begin] == "P":
        return begin, begin + 1
    if r.kinds[begin] not in ("D", "X", "N", "#"):
        return None
    i, relative, apart = begin, False, False
    while i < min(high, begin + _LONGEST) and not _breaks(r, begin, i, high):
        kind = r.kinds[i]
        relative, apart = relative or kind == "W", apart or kind == ","
        verb = verb_like(r, i) and not _reduced(r, i) and _relative(r, begin, i) is None
        if verb and not relative:
            if not apart:
                # "Said Roth had left": what follows is a clause of its own.
                return None
            break
        i += 1
    return (begin, i) if _names(r, begin, i) else None


def _breaks(r: Reading, begin: int, i: int, high: int) -> bool:
    """Whether a noun phrase that began at ``begin`` ends before ``i``."""
    kind = r.kinds[i]
    if r.quoted[i] or kind in (".", ":", "-", "S", "P", "T"):
        return True
    if r.words[i] == "that":
        # "By the foreman that the bridge" against "the firm that owns it".
        return i + 1 >= high or r.kinds[i + 1] in ("D", "P", "X")
    if kind == "C":
        return not _joins(r, begin, i)
    return not _apposed(r, i, high) if kind == "," else occasion(r, i, high)


def _apposed(r: Reading, comma: int, high: int) -> bool:
    """Whether what follows a comma goes on about the name before it."""
    after = comma + 1
    if after >= high or r.quoted[after]:
        return False
    word, kind = r.words[after], r.kinds[after]
    known = verbs().get(word)
    if known is not None and "ing" in known.forms:
        return False
    return kind in ("D", "N", "X") or word in {"who", "which", "whose"}


def occasion(r: Reading, i: int, high: int) -> bool:
    """Whether words that say when or where something was said begin at ``i``."""
    word = r.words[i]
    if (word in _TIMES and r.capital[i]) or word in _WHEN:
        return True
    if word in _NUMBER_HEADS and i + 1 < high and r.words[i + 1] in _OCCASIONS | _TIMES:
        return True
    first = r.words[i + 1] if i + 1 < high else ""
    if r.kinds[i] != "I" or word in _NO_PLACE or first.isdigit():
        return r.kinds[i] == "I" and word not in _NO_PLACE and len(first) == _YEAR
    for j in range(i + 1, min(high, i + _OCCASION_REACH)):
        if r.kinds[j] in ("I", ","):
            return False
        if r.words[j] in _OCCASIONS or (r.words[j] in _TIMES and r.capital[j]):
            return True
    return False
