"""Rules that put together cue, source and content, in token indices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice

from summarizer.attributes.reporting_content import (
    REACH,
    before_main_verb,
    closed,
    interrupted,
    left,
    resumed,
    right,
    right_end,
    thing,
)
from summarizer.attributes.reporting_cues import Cue, cue_at
from summarizer.attributes.reporting_lexicon import FEELINGS
from summarizer.attributes.reporting_phrases import (
    Range,
    phrase_after,
    phrase_before,
    subject,
    verb_like,
)
from summarizer.attributes.reporting_tokens import Reading

_INTERVIEW = 7
_SIGNATURE = 9
_TRIES = 4
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly".split())
_STATING = frozenset(["speech", "think", "tell", "show"])


@dataclass(frozen=True)
class Found:
    """A report in ranges of tokens; ``cue`` is None for a quotation that nothing introduces."""

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]


def find(r: Reading) -> list[Found]:
    """All reports of a text in the order of their cues.

    Inside a quotation only when that is content: of another one nobody knows whose words it has.
    """
    found: list[Found] = []
    for low, high in r.units:
        found.extend(_in_stretch(r, low, high))
    found = _with_loose_quotations(r, found)
    covered = _covered(r, found)
    # Inside a quotation its words are plain text.
    plain = replace(r, quoted=(False,) * len(r.words))
    for i, partner in enumerate(r.mate):
        if partner > i and covered[i]:
            for low, high in _sentences(r, i + 1, partner):
                found.extend(_in_stretch(plain, low, high))
    return sorted(found, key=lambda f: f.cue or f.content[0])


def _sentences(r: Reading, low: int, high: int) -> Iterator[Range]:
    """The sentences of a quotation's inside."""
    begin = low
    for i in range(low, high):
        if i + 1 == high or (r.kinds[i] == "." and r.capital[i + 1]):
            yield begin, i + 1
            begin = i + 1


def _covered(r: Reading, found: Sequence[Found]) -> list[bool]:
    """For each token, and one more, whether it is content."""
    change = [0] * (len(r.words) + 1)
    for report in found:
        for begin, end in report.content:
            change[begin] += 1
            change[end] -= 1
    return [depth > 0 for depth in accumulate(change)]


def _in_stretch(r: Reading, low: int, high: int) -> list[Found]:
    """Reports whose cue stands in ``low:high``, but in no quotation that opens there."""
    found: list[Found] = []
    i = low
    while i < high:
        if r.mate[i] > i:
            i = r.mate[i] + 1
            continue
        report = _widened(r, _at(r, i, low, high, found), high)
        if report is not None:
            found.append(report)
        # What a cue takes in is no cue of its own.
        i = max(i + 1, report.cue[1] if report is not None and report.cue is not None else 0)
    return found


def _at(r: Reading, i: int, low: int, high: int, earlier: list[Found]) -> Found | None:
    unlike_verbs = _by_word(r, i, low, high)
    if unlike_verbs is not None:
        return unlike_verbs
    cue = cue_at(r, i, low, high)
    if cue is None:
        return None
    if cue.shape == "noun":
        return _of_noun(r, cue, low, high)
    if cue.shape == "passive":
        return _of_passive(r, cue, low, high, earlier)
    return _inverted(r, cue, low, high) or _of_verb(r, cue, low, high, earlier)


def _by_word(r: Reading, i: int, low: int, high: int) -> Found | None:
    """Reports without a verb: "according to", "reportedly", a dash before a signature."""
    if r.words[i] == "according" and i + 1 < high and r.words[i + 1] == "to":
        return _according(r, i, low, high)
    if r.kinds[i] == "-":
        return _signed(r, i, low, high)
    if r.words[i] in _HEARSAY:
        content = closed(i + 1, right_end(r, i + 1, high, clause=True))
        return Found(None, (i, i + 1), (content,)) if content else None
    return None


def _widened(r: Reading, found: Found | None, high: int) -> Found | None:
    """The colon of "said:" and the interview of "said in an interview" belong to the cue."""
    if found is None or found.cue is None or found.cue[1] >= high:
        return found
    begin, end = found.cue
    if any(a <= end < b for a, b in found.content):
        return found
    if r.words[end] == ":":
        return replace(found, cue=(begin, end + 1))
    if r.words[end] != "in":
        return found
    for j in range(end + 1, min(high, end + _INTERVIEW)):
        if r.words[j] == "interview":
            return replace(found, cue=(begin, j + 1))
        if r.kinds[j] not in ("D", "N"):
            break
    return found


def _according(r: Reading, i: int, low: int, high: int) -> Found | None:
    source = phrase_after(r, i + 2, high)
    if i > low and r.kinds[i - 1] != ":":
        content = left(r, low, i)
    else:
        source = _up_to_comma(r, source, high)
        end = source[1] if source else i + 2
        begin = end + 1 if end < high and r.kinds[end] == "," else end
        content = closed(begin, right_end(r, begin, high, clause=True))
    return Found(source, (i, i + 2), (content,) if content else ())


def _up_to_comma(r: Reading, source: Range | None, high: int) -> Range | None:
    """ "According to the port, the pier is old": what the last comma parts off is no apposition."""
    if source is None or source[1] >= high or r.kinds[source[1]] == ",":
        return source
    commas = [j for j in range(*source) if r.kinds[j] == ","]
    return source[0], commas[-1] if commas else source[1]


def _signed(r: Reading, i: int, low: int, high: int) -> Found | None:
    """ "“Never again.” — Ana Vale": a dash between a quotation and the name that signs it."""
    if i + 1 >= high or not r.capital[i + 1] or r.quoted[i]:
        return None
    end = i + 1
    while end < min(high, i + _SIGNATURE) and r.kinds[end] in ("X", ",") and not r.quoted[end]:
        end += 1
    if end < high and r.kinds[end] not in (".", '"'):
        return None
    last = i - 1
    if last >= 0 and r.kinds[last] == '"' and 0 <= r.mate[last] < last:
        return Found((i + 1, end), (i, i + 1), ((r.mate[last], i),))
    return Found((i + 1, end), (i, i + 1), ()) if i == low else None


def _of_noun(r: Reading, cue: Cue, low: int, high: int) -> Found | None:
    if cue.end >= high:
        return None
    owner = cue.first - 1
    source: Range | None = None
    if owner >= low and r.kinds[owner] == "'":
        source = phrase_before(r, low, owner)
    elif owner >= low and r.kinds[owner] == "D" and r.words[owner] not in {"the", "a", "an"}:
        source = owner, owner + 1
    end = right_end(r, cue.end, high, clause=r.words[cue.end] == "that")
    content = closed(cue.end, before_main_verb(r, cue.end, end))
    return Found(source, (cue.first, cue.end), (content,)) if content else None


def _of_passive(r: Reading, cue: Cue, low: int, high: int, earlier: list[Found]) -> Found | None:
    """ "The plan was criticised by Vale", "she was told by Vale that", "it is expected to"."""
    about = subject(r, low, cue.first)
    before = earlier[-1] if earlier else None
    if before is not None and before.cue and before.content and before.content[-1][1] == cue.first:
        # "Her claim that the pier is old was rejected by": all of it is the subject.
        about = (before.source or before.cue)[0], cue.first
    source, end = None, cue.end
    if end < high and r.words[end] == "by":
        end += 1
        source = phrase_after(r, end, high)
    behind = right(r, cue, source[1] if source else end, high)
    frame = cue.verb.frame if cue.verb else "act"
    told = frame == "tell" or (about is not None and r.words[about[0]] == "it")
    content = [] if about is None or (told and behind) else [about]
    if behind and (r.words[behind[0]] in {"to", "as", "that"} or told):
        content.append(behind)
    return Found(source, (cue.first, end), tuple(content)) if content else None


def _inverted(r: Reading, cue: Cue, low: int, high: int) -> Found | None:
    """ "…," said Vale, the mayor; "Said Vale: …": the source stands behind the cue."""
    speech = cue.verb is not None and cue.verb.frame in {"speech", "think"}
    if not speech or cue.head != cue.first or cue.shape != "finite":
        return None
    opens = cue.first == low
    if not opens and r.kinds[cue.first - 1] not in (",", '"'):
        return None
    source = phrase_after(r, cue.end, high)
    if source is None or r.words[source[0]] == "that":
        return None
    after, span = source[1], (cue.first, cue.end)
    if opens:
        if after >= high or r.kinds[after] != ":":
            return None
        content = closed(after + 1, right_end(r, after + 1, high, clause=True))
        return Found(source, span, (content,)) if content else None
    before = left(r, low, cue.first)
    return Found(source, span, (before, *resumed(r, after, high))) if before else None


def _of_verb(r: Reading, cue: Cue, low: int, high: int, earlier: list[Found]) -> Found | None:
    source = _source(r, cue, low, earlier)
    span = cue.first, cue.end
    behind = right(r, cue, cue.end, high)
    before = _before(r, cue, source, low, high, behind=behind)
    if before is not None and before[0] > cue.head:
        return Found(source, span, (before,))
    if before is not None and (behind is None or _mere_hearer(r, before, behind)):
        return Found(source, span, (before, *resumed(r, cue.end, high)))
    if behind is None or (source is None and cue.shape == "finite"):
        return None
    # "Found a ford", "knowing the marsh": no report.
    alone = cue.verb is not None and cue.verb.frame == "think" and cue.end == cue.head + 1
    thinks = alone and cue.verb is not None and cue.verb.base not in FEELINGS
    if thinks and (cue.shape == "participle" or thing(r, *behind)):
        return None
    return Found(source, span, (behind,))


def _before(
    r: Reading, cue: Cue, source: Range | None, low: int, high: int, *, behind: Range | None
) -> Range | None:
    """Content that stands before the source: "The toll will rise, Vale said"."""
    if source is None or cue.verb is None or cue.verb.frame not in _STATING:
        return None
    relative = r.kinds[source[0]] == "W" or r.words[source[0]] == "that"
    own = cue.first - 1 <= source[1] and source[0] < cue.first
    if relative or not own:
        return None
    opening = source[0]
    found = left(r, low, opening) if cue.shape == "finite" else None
    if found is None and behind is None and opening > low:
        return interrupted(r, low, opening, cue.end, high)
    return found


def _mere_hearer(r: Reading, before: Range, behind: Range) -> bool:
    """Whether what follows the cue is no content, since a quotation before it is."""
    if r.kinds[before[1] - 1] != '"':
        return False
    near = range(behind[0], min(behind[1], behind[0] + REACH))
    return r.quoted[behind[0]] or not any(r.kinds[i] == "P" or r.words[i] == "that" for i in near)


def _source(r: Reading, cue: Cue, low: int, earlier: list[Found]) -> Range | None:
    """The subject; one that is left out is that of the cue before, or of the main clause."""
    if cue.first <= low:
        return None
    before = r.kinds[cue.first - 1]
    linked = before == "C" or (cue.shape == "participle" and before in (",", "-", "I", "S"))
    if not linked:
        own = subject(r, low, cue.first)
        if own is not None:
            return own
    shared = earlier[-1].source if earlier else None
    if shared is not None and shared[1] <= cue.first:
        return shared
    main = _main_subject(r, low, cue.first)
    return phrase_before(r, low, cue.first - 1) if main is None and before == "," else main


def _main_subject(r: Reading, low: int, high: int) -> Range | None:
    """The subject of the first verb of ``low:high`` that has one, if it is among the first few."""
    tries = (
        subject(r, low, i)
        for i in range(low + 1, min(high, low + REACH))
        if verb_like(r, i) and r.kinds[i - 1] != "W"
    )
    return next((found for found in islice(tries, _TRIES) if found is not None), None)


def outermost(found: Sequence[Found]) -> list[Found]:
    """The reports whose cue does not stand inside the content of another."""
    depth: dict[int, int] = {}
    for f in found:
        for begin, end in f.content:
            depth[begin] = depth.get(begin, 0) + 1
            depth[end] = depth.get(end, 0) - 1
    marks = sorted(depth)
    kept, covering, k = [], 0, 0
    for f in sorted(found, key=lambda x: x.cue or (-1, -1)):
        while f.cue is not None and k < len(marks) and marks[k] <= f.cue[0]:
            covering += depth[marks[k]]
            k += 1
        if f.cue is None or covering == 0:
            kept.append(f)
    return kept


def _with_loose_quotations(r: Reading, found: list[Found]) -> list[Found]:
    """Give a quotation that fills a sentence and has no cue to the report before it."""
    covered = _covered(r, found)
    more: dict[int, list[Range]] = {}
    alone: list[Found] = []
    latest = -1
    for low, high in r.units:
        while latest + 1 < len(found) and (found[latest + 1].cue or (0, 0))[0] < low:
            latest += 1
        end = r.mate[low] + 1
        if r.mate[low] <= low or end < high - 1 or covered[low] or covered[end - 1]:
            continue
        if latest < 0:
            alone.append(Found(None, None, ((low, end),)))
        else:
            more.setdefault(latest, []).append((low, end))
    return alone + [replace(f, content=(*f.content, *more.get(n, ()))) for n, f in enumerate(found)]
