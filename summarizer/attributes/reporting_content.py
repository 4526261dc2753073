"""Where the content of a report begins and ends, before its cue or behind it.

A range ``low:high`` of tokens is a sentence or the inside of a quotation. Every search gives up
after a fixed number of tokens, so that all of them together are linear in the text.
"""

from __future__ import annotations

from summarizer.attributes.reporting_cues import Cue, verb_cue
from summarizer.attributes.reporting_lexicon import verbs
from summarizer.attributes.reporting_phrases import NOMINAL, Range, occasion, verb_like
from summarizer.attributes.reporting_tokens import Reading

# How many tokens a complement may reach, a quotation counted as one.
REACH = 160
_NEAR = 14
_SPEAKER = 9
_SHORT = 3
_ASIDE = 8
_BREAKING = frozenset("while but although though whereas because as when after before if".split())
_RELATIVES = frozenset("which who whose where".split())
_NEW_CLAUSE = _RELATIVES | frozenset("while but although though according".split())
_SAID_OF = frozenset("a an too very unlikely likely unfair wrong right".split())
_OCCASION = 4  # tokens: "in the first week"
_STATING = frozenset(["speech", "think", "tell", "show"])


def left(r: Reading, low: int, end: int) -> Range | None:
    """The clause or quotation that closes just before ``end`` and is content, or None."""
    last = end - 1
    if last <= low:
        return None
    if r.kinds[last] == '"':
        opened = r.mate[last] if r.quoted[last] else low
        whole = opened > low and r.kinds[opened - 1] in (":", ".", "-", '"')
        return (opened if whole else low, end)
    if r.kinds[last] not in (",", "-"):
        if r.words[end] != "according":
            return None
        last = end
    near = range(low, min(last, low + REACH))
    # What stands before ", according to" states something, whether its verb is known or not.
    sure = r.words[end] == "according" and last - low > _OCCASION
    if not sure and r.kinds[low] in ("S", "I", "R") and all(r.kinds[j] != "," for j in near):
        # "In June, she said": when it was said and not what.
        return None
    states = sure or any(r.quoted[j] or verb_like(r, j) for j in near)
    return (low, last) if states and last > low + 1 else None


def interrupted(r: Reading, low: int, opening: int, after: int, high: int) -> Range | None:
    """ "The toll, Vale said, will rise": the part before the cue, which need not have a verb.

    Also "As Vale noted, the toll will rise", whose content is behind the cue.
    """
    if after >= high or r.kinds[after] != ",":
        return None
    if r.words[opening - 1] == "as":
        opening -= 1
        if opening == low:
            return closed(after + 1, right_end(r, after + 1, high, clause=True))
    parted = (j + 1 for j in range(opening - 2, max(low, opening - REACH), -1) if r.kinds[j] == ":")
    low = next(parted, low)
    return (low, opening - 1) if opening - 1 > low and r.kinds[opening - 1] == "," else None


def resumed(r: Reading, i: int, high: int) -> list[Range]:
    """What goes on after "…, she said, …" or "…, she said on Friday, …": at most one range."""
    if i < high and r.kinds[i] != "," and occasion(r, i, high):
        near = range(i, min(high, i + _SPEAKER))
        i = next((j for j in near if r.kinds[j] == "," or r.quoted[j]), i)
    begin = i + 1
    if begin >= high or r.kinds[i] not in (",", ":"):
        return []
    aside = r.words[begin].endswith("ing") or r.words[begin] in _RELATIVES
    # "“…,” Vale said, but Roth warned": what is joined on is no more of it.
    aside = aside or r.kinds[begin] == "C" or r.words[begin] in _BREAKING
    if aside or occasion(r, begin, high):
        return []
    end = right_end(r, begin, high, clause=True)
    return [(begin, end)] if end > begin + 1 else []


def right(r: Reading, cue: Cue, begin: int, high: int) -> Range | None:
    """The complement that follows a cue, or None."""
    kind = r.kinds[begin] if begin < high else "."
    if cue.verb is None or kind in (".", "-", "C") or (kind == '"' and r.mate[begin] < begin):
        return None
    if kind in (",", ":"):
        return _introduced(r, begin, high)
    late = _late(r, begin, high, cue)
    if late is not None:
        return closed(late, right_end(r, late, high, clause=True))
    if occasion(r, begin, high):
        # "Said Friday the toll": a day alone is skipped.
        begin += 1
        if r.kinds[begin - 1] != "X" or begin >= high or r.kinds[begin] in (".", ",", "I"):
            return None
    clause = cue.verb.frame in _STATING and not thing(r, begin, high)
    clause = clause or r.words[begin] in {"to", "that"}
    return closed(begin, right_end(r, begin, high, clause=clause))


def _introduced(r: Reading, mark: int, high: int) -> Range | None:
    """The content behind a colon, or behind a comma when it is quoted or begins with "that"."""
    after = mark + 1
    if after >= high or r.words[mark] == ";":
        return None
    quotes = r.kinds[after] == '"' and r.mate[after] > after
    if r.kinds[mark] != ":" and not quotes and r.words[after] != "that":
        # "Said, in tears, that": an aside stands between.
        near = range(after + 1, min(high - 1, after + _ASIDE))
        comma = next((j for j in near if r.kinds[j] == ","), None)
        if r.kinds[after] not in ("I", "R") or comma is None or r.words[comma + 1] != "that":
            return None
        after = comma + 1
    return closed(after, right_end(r, after, high, clause=True))


def closed(begin: int, end: int) -> Range | None:
    """The range, or None where it is empty."""
    return (begin, end) if end > begin else None


def thing(r: Reading, begin: int, high: int) -> bool:
    """Whether what begins there is a thing and not a clause: no verb before the first comma."""
    opens_clause = r.words[begin] in {"that", "to", "if"} or r.kinds[begin] in ("W", "S", "P")
    if r.quoted[begin] or opens_clause:
        return False
    for i in range(begin, min(high, begin + _NEAR)):
        if r.quoted[i] or r.kinds[i] in (",", ".", "W", "S"):
            return True
        # "Think the toll a mistake": a second phrase is said of the first.
        if verb_like(r, i) or (i > begin and r.words[i] in _SAID_OF and r.kinds[i - 1] in NOMINAL):
            return False
    return True


def _late(r: Reading, begin: int, high: int, cue: Cue) -> int | None:
    """Where the content begins after a hearer or an occasion: "told the board on Friday that"."""
    frame = cue.verb.frame if cue.verb else "act"
    if frame not in {"speech", "tell"} or r.quoted[begin]:
        return None
    timed = occasion(r, begin, high)
    for i in range(begin + 1, min(high, begin + _NEAR)):
        kind = r.kinds[i]
        quotes = kind == '"' and r.mate[i] > i and r.kinds[i - 1] in (",", ":")
        states = r.words[i] in {"that", "how", "why", "whether"} or (timed and kind == "P")
        if quotes or states:
            return i
        before_quote = kind == ":" and i + 1 < high and r.mate[i + 1] > i
        if (kind in ("C", ":", "-", "W") and not before_quote) or verb_like(r, i):
            return None
    return None


def right_end(r: Reading, begin: int, high: int, *, clause: bool) -> int:
    """Just past the complement that begins at ``begin``: a clause, or else a thing."""
    i = begin
    for _ in range(REACH):
        if i >= high or (not r.quoted[i] and _stops(r, i, begin, high, clause=clause)):
            break
        i = r.mate[i] + 1 if r.mate[i] > i else i + 1
    i = min(i, high)
    while i > begin and r.kinds[i - 1] in (",", "C", "-", ":", ".") and not r.quoted[i - 1]:
        i -= 1
    return i


def before_main_verb(r: Reading, begin: int, end: int) -> int:
    """Where in ``begin:end`` the complement of a noun gives way to the verb of the sentence.

    "(The claim) that the toll was legal | was rejected": at the second auxiliary, or the first
    after an infinitive; ``end`` where there is none.
    """
    left_over = 1 if r.words[begin] == "that" else 0
    for i in range(begin + 1, min(end, begin + REACH)):
        if r.kinds[i] in (",", "C", "S", "W") or r.quoted[i]:
            return end
        if r.kinds[i] == "A" and r.kinds[i - 1] not in ("A", "T", "R"):
            if not left_over:
                return i
            left_over -= 1
    return end


def _stops(r: Reading, i: int, begin: int, high: int, *, clause: bool) -> bool:
    """Whether the complement that began at ``begin`` ends before ``i``."""
    kind = r.kinds[i]
    if kind == ",":
        return _comma_stops(r, i, high, clause=clause)
    if i == begin:
        return False
    if kind == "C":
        return _new_cue(r, i + 1, high)
    if kind in ("-", ":"):
        return True
    # "Described her as a friend" goes on; "blamed him as she left" does not.
    compared = r.words[i] == "as" and r.kinds[min(i + 1, high - 1)] != "P"
    return not clause and not compared and (occasion(r, i, high) or r.words[i] in _BREAKING)


def _comma_stops(r: Reading, comma: int, high: int, *, clause: bool) -> bool:
    i = comma + 1
    if i >= high or r.words[i] in _NEW_CLAUSE:
        return True
    if r.kinds[i] == "C":
        return not clause or _new_cue(r, i + 1, high) or _said_next(r, i, high)
    if clause:
        return _new_cue(r, i, high) or _said_next(r, i, high)
    listed = r.kinds[i] in ("X", "#") and not occasion(r, i, high)
    return not listed or _said_next(r, i, high, clause=False)


def _new_cue(r: Reading, i: int, high: int) -> bool:
    """Whether a cue begins at ``i`` without a subject of its own: ", adding", "and called"."""
    first = i
    while i < min(high, first + _SPEAKER) and r.kinds[i] in ("R", "A"):
        i += 1
    if i >= high:
        return False
    cue = verb_cue(r, i, max(0, i - _SHORT), high)
    return cue is not None and cue.shape in {"participle", "finite"}


def _said_next(r: Reading, i: int, high: int, *, clause: bool = True) -> bool:
    """ ", Vale said." behind its content, and ", Vale also noted that" after an opening clause."""
    known = verbs()
    for j in range(i, min(high, i + _SPEAKER)):
        verb = known.get(r.words[j])
        if verb is not None and j > i and (verb.frame == "speech" or not clause):
            plural = "base" in verb.forms and r.words[j - 1].endswith("s")
            if plural or verb.forms & {"past", "s"}:
                noun = r.kinds[j - 1] in ("D", "'")
                return not noun and (j + 1 >= high or r.kinds[j + 1] != "N")
        if r.kinds[j] in (",", "S", "A", "W", '"') or (r.kinds[j] == "C" and j > i):
            return False
    return False
