"""The reports of a text whose source answers for what they say.

What :func:`~summarizer.attributes.reporting.reported` finds, put right at commas, colons and
quotation marks, with what has another form: "put the damage at", "in Vale's view".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.attributes.answering import answers, cue_verb, is_negated, shows
from summarizer.attributes.mending import Span, mended
from summarizer.attributes.report_forms import (
    BEHIND,
    BY,
    CLOSES,
    ELSE,
    FOR,
    INSIDE,
    INTRODUCES,
    INVERTED,
    PASSIVE,
    REPEATED,
    SURE,
    hearer,
)
from summarizer.attributes.reporting import Report, first_subject, reported
from summarizer.attributes.speakers import DOCUMENT_NOUNS, ORGANISATION_NOUNS
from summarizer.text.clauses import states
from summarizer.text.quotations import Quotation, quotations
from summarizer.text.syntax import person_noun
from summarizer.text.words import words

_LONGEST_SENTENCE = 2_000
_SPEECH_SPACES = 2
_BESIDE = 3
_WINDOW = 70
_INTRODUCTION = 160


@dataclass(frozen=True)
class Told:
    """One report; offsets ``(start, end)`` into the text that was read.

    Attributes:
        phrase: the words for its source, "" where none is named.
        source: where they begin, -1 where there are none.
        cue: the reporting words; None for a quotation that nothing introduces.
        verb: base form of the cue's verb, or its last word.
        content: what is reported, at least one span, in order.
        hearer: whom it is told, in the text's words, or "".
        negated: whether the cue itself is negated ("did not say").
    """

    phrase: str
    source: int
    cue: Span | None
    verb: str
    content: tuple[Span, ...]
    hearer: str = ""
    negated: bool = False

    @property
    def start(self) -> int:
        """Where its cue, or else its content, begins."""
        return self.cue[0] if self.cue else self.content[0][0]

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch lies in one span of its content."""
        return any(a <= start and end <= b for a, b in self.content)

    def holds(self, other: Told) -> bool:
        """Whether another report is part of what it reports."""
        at = other.cue
        return at is not None and self.cue != at and any(a <= at[0] < b for a, b in self.content)

    def words_of(self, text: str) -> str:
        """What it reports."""
        return " ".join(text[a:b] for a, b in self.content)


@lru_cache(maxsize=4_000)
def told(text: str, sentences: tuple[Span, ...] = ()) -> tuple[Told, ...]:
    """The reports of a claim or of a paragraph, in the order of their cues.

    Args:
        sentences: where the sentences stand; the whole text is one where none are given.
    """
    bounds = sentences or ((0, len(text)),)
    found: list[Told] = []
    for low, high in bounds:
        found += (moved(t, low) for t in _of_form(text[low:high], SURE))
    for report in reported(text):
        low = max((a for a, _ in bounds if a <= _place(report)), default=0)
        made = _made(text, report, low)
        if made is not None and not _taken(made, found):
            found.append(made)
    for low, high in bounds:
        more = (moved(t, low) for t in _of_form(text[low:high], ELSE))
        for made in more:
            if not _taken(made, found):
                found = [*(_of_nearer(text, t, made) for t in found), made]
    found.sort(key=lambda t: t.start)
    found = _whole_nested(found)
    found = _with_quotations(text, found)
    return tuple(sorted(found, key=lambda t: (t.start, t.content)))


def _taken(made: Told, found: Sequence[Told]) -> bool:
    cue = made.cue
    return cue is not None and any(
        t.cue is not None and t.cue[0] < cue[1] and cue[0] < t.cue[1] for t in found
    )


def _made(text: str, report: Report, low: int) -> Told | None:
    if report.cue is None:
        return Told("", -1, None, "", report.content)
    source, content = mended(text, report, low)
    head = report.cue[1] - len(text[slice(*report.cue)].rsplit(maxsplit=1)[-1])
    by = BY.match(text, report.cue[1] - (3 if text[: report.cue[1]].endswith(" by") else 0))
    if by and source is None:
        source = _before_that(text, by.span(1))
    elif source and source[1] <= report.cue[0] and _passive(text, head, by):
        # "Vale was told by a friend": the subject is the hearer.
        source = _before_that(text, by.span(1)) if by else None
    cue = text[slice(*report.cue)]
    verb = cue_verb(cue)
    if verb in ("quote", "cite") and content and content[-1][1] > report.cue[1]:
        # What it quotes, with the one who is quoted.
        content = ((report.cue[1], content[-1][1]),)
    if not content or not answers(cue, text[slice(*content[0])]):
        return None
    if source and re.search(r"\s(?:about|over)\s", text[slice(*source)]):
        return None
    if shows(verb) and source and not _may_show(text[slice(*source)]):
        return None
    if source:
        source = _antecedent(text, source)
        opening = _GOVERNED.match(text, *source)
        source = (opening.end(), source[1]) if opening and opening.end() < source[1] else source
        lead = _LEAD.match(text, *source)
        source = (lead.end(), source[1]) if lead and lead.end() < source[1] else source
        source = None if _PREPOSITION.match(text, source[0]) else source
    return Told(
        phrase=text[slice(*source)].rstrip(" ,") if source else "",
        source=source[0] if source else -1,
        cue=report.cue,
        verb=verb,
        content=content,
        hearer=hearer(text, report.cue[1], content),
        negated=is_negated(cue),
    )


def _passive(text: str, head: int, by: re.Match[str] | None) -> bool:
    """ "Vale was told", "a story, told to him by"."""
    before = text[max(0, head - 20) : head]
    return bool(PASSIVE.search(before)) or (by is not None and before.endswith(", "))


def _may_show(phrase: str) -> bool:
    """Whether what shows something is a writing, a body or a person, and not "ash layers"."""
    said = words(phrase)
    return any(
        w.lower in DOCUMENT_NOUNS or person_noun(w.lower) or (w.start and w.text[0].isupper())
        for w in said
    )


def _antecedent(text: str, source: Span) -> Span:
    """ "Those who say so", and "It was Vale who said so"."""
    if text[slice(*source)] not in ("who", "that", "which"):
        return source
    before = text[max(0, source[0] - _WINDOW) : source[0]]
    cleft = _CLEFT.search(before)
    if cleft:
        begin = source[0] - len(before) + cleft.start(1)
        return begin, begin + len(cleft[1])
    anyone = _ANYONE.search(before) if text[slice(*source)] == "who" else None
    return (source[0] - len(before) + anyone.start(), source[1]) if anyone else source


_CLEFT = re.compile(
    r"\b[Ii]t\s+(?:is|was|were|had\s+been)\s+(?!not\b|only\b)([^,;:“”\"]{2,60}?),?\s$"
)
_ANYONE = re.compile(r"\b(?:anyone|anybody|those|people|everyone)\s+$", re.IGNORECASE)
# "to the court, the buyer, Nadia Frost": what a preposition governs is no source.
_GOVERNED = re.compile(r"(?:to|in|at|on|from|with|by|for|of)\s[^,;“”\"]{2,60},\s+")
_PREPOSITION = re.compile(r"(?:by|to|in|at|on|from|with|of|for)\s", re.IGNORECASE)
_LEAD = re.compile(r"(?:that|and|but|both)\s+")


_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december christmas easter""".split()
)


def _before_that(text: str, span: Span) -> Span:
    that = re.search(r"\s(?:that|how|why|whether|to)\s", text[slice(*span)])
    return (span[0], span[0] + that.start()) if that else span


def _of_nearer(text: str, later: Told, made: Told) -> Told:
    """ "Vale said so; Abel put it at 9, and said …": the second "said" is Abel's."""
    joined = later.cue is not None and text[: later.cue[0]].endswith("and ")
    if joined and -1 < later.source < made.source and made.start < later.start:
        return replace(later, phrase=made.phrase, source=made.source)
    return later


def _of_form(sentence: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[Told]:
    """The reports of a sentence that have a form of their own."""
    if len(sentence) > _LONGEST_SENTENCE:
        return
    for pattern in patterns:
        for match in pattern.finditer(sentence):
            behind = pattern in (CLOSES, INVERTED)
            stated = pattern is CLOSES or states(match["what"])
            named = pattern is not FOR or _may_judge(match["who"])
            named = named and not (behind and _PREPOSITION.match(match["who"]))
            if named and not (behind and (not stated or states(match["who"]))):
                yield _from(match, sentence, (match.span("what"),))
            if pattern not in REPEATED:
                break


def _may_judge(phrase: str) -> bool:
    """Whether "for" and a phrase may say whose view it is: a person, a body or a name."""
    first = phrase.split(",", maxsplit=1)[0]
    said = words(first)
    if not said:
        return False
    last = said[-1]
    named = last.text[0].isupper() and last.lower not in _TIMES
    return named or person_noun(last.lower) or last.lower in ORGANISATION_NOUNS


def _from(match: re.Match[str], text: str, content: tuple[Span, ...]) -> Told:
    that = match["who"].rfind(" that ")
    begin = match.start("who") + (that + len(" that ") if that >= 0 else 0)
    return Told(
        phrase=text[begin : match.end("who")].rstrip(" ,."),
        source=begin,
        cue=match.span("cue") if match["cue"] else (match.start(), match.start() + 1),
        verb=cue_verb(match["cue"] or "put"),
        content=content,
        hearer=hearer(text, match.end("cue"), ()) if match["cue"] else "",
    )


def moved(made: Told, by: int) -> Told:
    """The report with its offsets ``by`` characters on."""
    if not by:
        return made
    cue = (made.cue[0] + by, made.cue[1] + by) if made.cue else None
    content = tuple((a + by, b + by) for a, b in made.content)
    source = made.source + by if made.source >= 0 else -1
    return replace(made, source=source, cue=cue, content=content)


def _whole_nested(held: Sequence[Told]) -> list[Told]:
    """Reports whose content breaks off before the end of one that begins in it."""
    found = list(held)
    for i, outer in enumerate(found):
        if outer.cue is None:
            continue
        last = outer.content[-1]
        for other in found[max(0, i - _NEIGHBOURS) : i + _NEIGHBOURS]:
            if other is outer or other.cue is None or other.source < outer.cue[0]:
                continue
            if other.content == outer.content and outer.cue[0] < other.source < last[0]:
                # "writes that the minister told her: “…”": the nearer one has the quotation.
                last = (other.source, last[1])
            elif last[0] <= other.source < last[1] < other.content[-1][1]:
                beside = other.content[0][0] - last[1] < _WINDOW
                last = (last[0], other.content[-1][1]) if beside else last
        found[i] = replace(outer, content=(*outer.content[:-1], last))
    return found


_NEIGHBOURS = 6


def _with_quotations(text: str, held: Sequence[Told]) -> list[Told]:
    """Give each quotation that no report has to the one whose source or cue follows it, and find
    the reports inside quotations."""
    found = list(held)
    for quoted in quotations(text):
        long = text.count(" ", *quoted.inner) >= _SPEECH_SPACES
        if not long:
            continue
        if not any(_overlaps(t, quoted) for t in found):
            _assign(text, quoted, found)
        found += (t for t in _inside(text, quoted) if not _taken(t, found))
    return found


def _overlaps(made: Told, quoted: Quotation) -> bool:
    return any(a < quoted.end and quoted.start < b for a, b in made.content)


def _assign(text: str, quoted: Quotation, found: list[Told]) -> None:
    span = (quoted.start, quoted.end)
    for i, made in enumerate(found):
        begin = min(made.start, made.source) if made.source >= 0 else made.start
        if made.cue and quoted.end <= begin <= quoted.end + _BESIDE:
            found[i] = replace(made, content=(span, *made.content))
            return
    match = BEHIND.match(text, quoted.end)
    if match:
        found.append(_from(match, text, (span,)))
        return
    introduced = INTRODUCES.search(text[max(0, quoted.start - _INTRODUCTION) : quoted.start])
    clause = introduced["clause"] if introduced else ""
    subject = first_subject(clause)
    if introduced and subject is not None:
        at = quoted.start - len(introduced["clause"]) - len(introduced["colon"])
        begin, end = at + subject[0], at + subject[1]
        cue = (at + len(clause), at + len(clause) + 1)
        found.append(Told(text[begin:end], begin, cue, "say", (span,)))


def _inside(text: str, quoted: Quotation) -> Iterator[Told]:
    """ "My father told me, …" inside a quotation, with the rest of its sentence."""
    begin, end = quoted.inner
    for match in INSIDE.finditer(text, begin, end):
        stop = re.compile(r"[.!?;](?=\s|$)|,\s(?:but|and\sI|yet)\b").search(text, match.end(), end)
        content = (match.end(), stop.start() if stop else end)
        if content[1] - content[0] > _BESIDE:
            yield _from(match, text, (content,))


def _place(report: Report) -> int:
    return report.cue[0] if report.cue else report.content[0][0]


def levels(reports: Sequence[Told]) -> list[list[Told]]:
    """Reports as chains, each from its outermost to its innermost."""
    innermost = [t for t in reports if not any(t.holds(o) for o in reports)]
    return [
        sorted((o for o in reports if o is t or o.holds(t)), key=lambda o: -_length(o))
        for t in innermost
    ]


def _length(made: Told) -> int:
    return sum(b - a for a, b in made.content)
