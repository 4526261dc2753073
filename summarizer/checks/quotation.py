"""What stands in quotation marks stands in the source, and means there what it means here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.attributes.ledger import Ledger
from summarizer.attributes.sayings import Saying
from summarizer.attributes.sources import fits
from summarizer.attributes.told import Told, told
from summarizer.checks.case import Case
from summarizer.checks.quoted import Place, closest, joined, places_of
from summarizer.checks.spoken import book, sayings_of, sentences_of
from summarizer.checks.targets import content_words, said_of_another
from summarizer.schema import Finding, Severity
from summarizer.text.quotations import Quotation, pieces, quotations
from summarizer.text.words import STOP_WORDS, words

NAME = "quotation"

_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without|hardly|scarcely|far\s+from|"
    r"anything\s+but|den(?:y|ies|ied)|doubts?|refus\w+)\b|n[’']t\b",
    re.IGNORECASE,
)
_NOT_TURNING = re.compile(r"\bnot\s+(?:only|just|merely)\b|\bno\s+doubt\b", re.IGNORECASE)
# Between a negation and a fragment these end its reach.
_BREAK = re.compile(r"[,;:—–]|\.\s|\b(?:but|and|because|so|while|though|although)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:if|unless|until|except|provided|as\s+long\s+as|on\s+condition|were\s+it\s+not|"
    r"would\s+have|only\s+when|assuming|(?:so|as)\s+far\s+as|insofar|to\s+my\s+knowledge|apart\s+from|"
    r"other\s+than|save\s+for|but\s+for|for\s+(?:people|those|anyone|anybody|someone|somebody)\s+who|"
    r"compared\s+(?:with|to)|by\s+(?:the\s+)?standards)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"\b(?:if|unless|until|except|provided|would|could|condition\w*|as\s+long\s+as|before|were\s+to|"
    r"assuming|should|only|otherwise)\b",
    re.IGNORECASE,
)
# What the claim says against the condition is no condition.
_UNCONDITIONAL = re.compile(
    r"\b(?:without|no|any)\s+(?:\w+\s+)?(?:conditions?|ifs?)\b|\bunconditional\w*\b", re.IGNORECASE
)
_WEAK = (
    r"perhaps|maybe|possibly|probably|almost|nearly|hardly|barely|scarcely|partly|half|supposedly|"
    r"allegedly|seemingly|apparently|potentially|arguably|sometimes|rarely|seldom|virtually|practically"
)
# Just before a fragment these make it less, or unreal.
_WEAKENED = re.compile(rf"\b(?:{_WEAK})\s+$", re.IGNORECASE)
_UNREAL = re.compile(
    r"(?:\b(?:would|could|might|(?<!in\s)may)|[’']d)\s+"
    r"(?:(?:be|have|been|get|become|feel|well|even|also|just|only|so|very|too|really)\s+){0,3}$",
    re.IGNORECASE,
)
_WEAKENS = re.compile(
    rf"\b(?:{_WEAK}|likely|would|could|might|may|can|if|chance|hope\w*|risk\w*|wish\w*|want\w*|likes?)\b|"
    r"[’']d\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:ask\w*|question\w*|wonder\w*|whether|if|why|how|what|when|who)\b|\?", re.IGNORECASE
)
_SPEAKS_LINE = re.compile(r"[A-Z][^\n:.“”\"]{1,40}:\s")
_SHORT = 3
_REACH = 90


def check(case: Case) -> Iterator[Finding]:
    """Severe for a quotation that is not in the source, is given to another, has lost the words
    that turn its sense, or is the source's own wording and nobody's speech."""
    if not _MARKS.search(case.text):
        return
    # A part of a claim may begin inside a quotation that an earlier part opens.
    lead = f"{case.said_before} " if _left_open(case.said_before) else ""
    text = lead + case.text
    known = book(case)
    for quoted in quotations(text):
        if quoted.end > len(lead):
            yield from _one(case if not lead else replace(case, text=text), known, quoted)


_MARKS = re.compile(r"[“”„\"«»‘’'`]")


def _left_open(text: str) -> bool:
    """Whether the last quotation of a text is not closed."""
    found = quotations(text) if text else ()
    return bool(found) and found[-1].inner[1] == found[-1].end


def _one(case: Case, known: Ledger, quoted: Quotation) -> Iterator[Finding]:
    inside = case.text[slice(*quoted.inner)]
    last = -1
    for run in pieces(inside):
        places = places_of(known, run)
        if not places:
            yield _missing(case, known, run, inside)
            return
        after = [p for p in places if p.start >= last]
        if not after and len(run) >= _SHORT:
            yield _finding(
                "the parts of the quotation stand in another order in the source", inside
            )
            return
        near = set(sentences_of(case, known))
        places = sorted(after or places, key=lambda p: known.number_at(p.start) not in near)
        faults = [list(_faults(case, known, quoted, run, p)) for p in places]
        best = min(faults, key=_gravity)
        yield from best
        if best:
            return
        last = places[0].start


def _gravity(findings: Sequence[Finding]) -> int:
    return sum(f.severity == "severe" for f in findings) * 10 + len(findings)


def _finding(message: str, found: str, expected: str | None = None) -> Finding:
    return Finding(check=NAME, severity="severe", message=message, found=found, expected=expected)


def _missing(case: Case, known: Ledger, run: tuple[str, ...], inside: str) -> Finding:
    """The source has something like it, or two parts of it, or nothing."""
    second = joined(known, run)
    if second:
        return _finding("two quotations of the source are joined into one", second)
    near = closest(known, sentences_of(case, known), run)
    if near is None:
        return _finding(f"not found: “{inside}”", inside)
    there, differing = near
    at = inside.lower().find(differing) if differing else -1
    fault = inside[at : at + len(differing)] if at >= 0 else inside
    return _finding(f"quotation is changed: source says “{there}”", fault, expected=there)


def _faults(
    case: Case, known: Ledger, quoted: Quotation, run: tuple[str, ...], place: Place
) -> Iterator[Finding]:
    """What is wrong with a quotation whose words stand at ``place``."""
    inside = case.text[slice(*quoted.inner)]
    report = _frame(case.text, quoted)
    holding = [s for s in known.at(place.start, place.end) if s.speaker]
    if place.marked is None:
        yield from _unmarked(known, run, place, report, inside)
        return
    yield from _speaker(case, known, report, holding, inside)
    yield from _turned(case, known, quoted, place)
    mistaken = said_of_another(case, known, quoted, place, report)
    if mistaken:
        what, introduced = mistaken
        yield _finding(f"in the source it is not said of “{what}”", what, expected=introduced)


def _frame(text: str, quoted: Quotation) -> Told | None:
    """The claim's innermost report around a quotation."""
    around = [t for t in told(text) if t.phrase and t.covers(quoted.start + 1, quoted.end - 1)]
    inner = min(around, key=lambda t: _distance(t, quoted), default=None)
    match = _TO_WHOM.match(text, quoted.end) if inner is None else None
    if match:
        return Told(match[1], match.start(1), match.span(), "call", ((quoted.start, quoted.end),))
    return inner


def _distance(report: Told, quoted: Quotation) -> int:
    """How far the cue of a report stands from a quotation, in characters."""
    return max(quoted.start - report.start, report.start - quoted.end)


# "It is a “castle” to the owner."
_TO_WHOM = re.compile(r"\s+(?:to|for)\s+((?:the|its|his|her)\s[\w’'\s-]{2,50}?)\W*$")


def _unmarked(
    known: Ledger,
    run: tuple[str, ...],
    place: Place,
    report: Told | None,
    inside: str,
) -> Iterator[Finding]:
    """The source has the words as its own: it may be quoted as a title or a word, not as speech."""
    there = known.text[place.start : place.end]
    line = known.text.rfind("\n", 0, place.start) + 1
    title = _is_title(there) or (len(run) > 1 and _is_title(inside))
    own_voice = known.transcript or _FIRST_PERSON.search(known.text, *_line_at(known, place.start))
    if own_voice or title or _SPEAKS_LINE.match(known.text, line) or report is None:
        return
    telling = sum(w not in STOP_WORDS for w in run)
    severity: Severity = "severe" if len(run) >= _SHORT or telling > 1 else "mild"
    yield Finding(
        check=NAME,
        severity=severity,
        message=f"the words are the source's own, not a quotation: “{inside}”",
        found=inside,
    )


# A text in the first person is itself somebody's words.
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b")


def _line_at(known: Ledger, at: int) -> tuple[int, int]:
    line = known.line(known.number_at(at))
    return (line.start, line.end) if line else (at, at)


def _is_title(text: str) -> bool:
    return all(w.text[0].isupper() for w in words(text) if w.lower not in STOP_WORDS)


def _speaker(
    case: Case, known: Ledger, report: Told | None, holding: Sequence[Saying], inside: str
) -> Iterator[Finding]:
    if report is None or not holding:
        return
    before = f"{case.said_before} {case.text[: max(0, report.source)]}"
    results = [fits(known, report.phrase, s, before) for s in holding]
    inner = holding[-1]
    if report.verb == "call" and not any(
        fits(known, report.phrase, s).same for s in sayings_of(case, known) if s.speaker
    ):
        return
    if content_words(inner.told.phrase) & content_words(case.text) - content_words(
        report.hearer
    ) - content_words(inside):
        # The claim speaks of who says so, if in another way ("anyone who says so is lying").
        return
    if results[-1].same is False and not any(r.same is None for r in results[:-1]):
        whose = inner.speaker.name if inner.speaker else ""
        yield _finding(
            f"“{inside}” is {whose}'s in the source, not that of “{report.phrase}”",
            report.phrase,
            expected=whose,
        )


def _turned(case: Case, known: Ledger, quoted: Quotation, place: Place) -> Iterator[Finding]:
    """Words before or behind the fragment that turn its sense, and that the claim leaves out."""
    assert place.marked is not None
    outside = case.text[: quoted.start] + " … " + case.text[quoted.end :]
    fragment = case.text[slice(*quoted.inner)]
    line = known.line(known.number_at(place.start))
    low = line.start if line else place.marked[0]
    high = max(line.end, place.end) if line else place.marked[1]
    before = known.text[max(low, place.start - _REACH) : place.start]
    behind = known.text[place.end : min(high, place.end + _REACH)]
    negation = _reaching(before)
    if negation and not _NEGATION.search(outside):
        yield _finding(
            f"source says “{negation} {fragment}”", fragment, expected=f"{negation} {fragment}"
        )
        return
    added = _reaching(case.text[: quoted.start])
    if added and not negation and not _NEGATION.search(known.text[low:high]):
        yield _finding(f"claim says “{added}”, source does not", added, expected=fragment)
        return
    yield from _weakened(before, fragment, outside)
    condition = _CONDITION.search(_until_stop(behind)) or _opening_condition(before)
    whole = place.start <= place.marked[0] + 2 and place.end >= place.marked[1] - 2
    said = _UNCONDITIONAL.sub(" ", outside)
    kept = _CONDITIONAL.search(said) or _CONDITION.search(fragment)
    if condition and not whole and not kept:
        yield _finding(f"quotation leaves out “{condition.group()} …”", fragment)
    elif behind.lstrip(" ,").startswith("until") and re.match(
        r"\W*\s*(?:after|since)\b", case.text[quoted.end :]
    ):
        yield _finding("source says “until”", case.text[quoted.end :].split()[0], expected="until")
    stop = re.search(r"[.!?]", known.text[place.end : place.end + _REACH * 2])
    asked = "?" if known.text[place.end - 1 : place.end] == "?" else stop.group() if stop else ""
    if asked == "?" and not _ASKS.search(outside + fragment):
        yield _finding("in the source it is a question", fragment)


def _weakened(before: str, fragment: str, outside: str) -> Iterator[Finding]:
    """ "Almost solved" and "I'd be ashamed" of which the claim quotes the last word only."""
    inside = before[max(before.rfind(mark) for mark in '“"«‘') + 1 :]
    found = _WEAKENED.search(inside) or _UNREAL.search(inside)
    begins = re.match(r"(?:and|or|but|nor|in|on|at|of|to)\b", fragment, re.IGNORECASE)
    if found and not begins and not _WEAKENS.search(outside):
        whole = f"{found.group().strip()} {fragment}"
        yield _finding(f"source says “{whole}”", fragment, expected=whole)


def _reaching(before: str) -> str:
    """The negation, with what stands between, that turns what follows; "" where there is none."""
    found = [m for m in _NEGATION.finditer(before) if not _NOT_TURNING.match(before, m.start())]
    if not found:
        return ""
    last = found[-1]
    between = before[last.end() :]
    if _BREAK.search(between) or len(between.split()) > _FAR_WORDS:
        return ""
    begin = before.rfind(" ", 0, last.start()) + 1 if last.group().startswith("n") else last.start()
    return before[begin:].strip()


_FAR_WORDS = 6


def _until_stop(behind: str) -> str:
    stop = re.search(r"[.!?;”\"»]", behind)
    return behind[: stop.start()] if stop else behind


def _opening_condition(before: str) -> re.Match[str] | None:
    """ "If the wind turns, …": the condition opens the sentence of the fragment."""
    start = max(before.rfind("“"), before.rfind('"'), before.rfind(". ") + 1)
    return re.compile(r"\W*(?:If|Unless|Until)\b").match(before, max(0, start))
