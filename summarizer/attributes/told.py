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
from summarizer.attributes.report_forms import (
    BEHIND,
    BY,
    CLOSES,
    ELSE,
    INNER,
    INSIDE,
    INVERTED,
    PASSIVE,
    SURE,
    hearer,
)
from summarizer.attributes.reporting import Report, reported
from summarizer.attributes.speakers import DOCUMENT_NOUNS
from summarizer.text.clauses import has_verb, starts_with_verb, states
from summarizer.text.quotations import Quotation, quotations
from summarizer.text.syntax import person_noun
from summarizer.text.words import words

Span = tuple[int, int]

_LONGEST_SENTENCE = 2_000
_SPEECH_SPACES = 2
_BESIDE = 3
_WINDOW = 70
_FURTHEST_QUOTE = 2_000
_OPENS = "“\"«„‘'"


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
    source, content = _mended(text, report, low)
    head = report.cue[1] - len(text[slice(*report.cue)].rsplit(maxsplit=1)[-1])
    by = BY.match(text, report.cue[1] - (3 if text[: report.cue[1]].endswith(" by") else 0))
    if by and source is None:
        source = _before_that(text, by.span(1))
    elif PASSIVE.search(text[max(0, head - 20) : head]) and source and source[1] <= report.cue[0]:
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
        anyone = _ANYONE.search(text[: source[0]]) if text[slice(*source)] == "who" else None
        source = (anyone.start(), source[1]) if anyone else source
        lead = _LEAD.match(text, *source)
        source = (lead.end(), source[1]) if lead and lead.end() < source[1] else source
    return Told(
        phrase=text[slice(*source)].rstrip(" ,") if source else "",
        source=source[0] if source else -1,
        cue=report.cue,
        verb=verb,
        content=content,
        hearer=hearer(text, report.cue[1], content),
        negated=is_negated(cue),
    )


def _may_show(phrase: str) -> bool:
    """Whether what shows something is a writing, a body or a person, and not "ash layers"."""
    said = words(phrase)
    return any(
        w.lower in DOCUMENT_NOUNS or person_noun(w.lower) or (w.start and w.text[0].isupper())
        for w in said
    )


_ANYONE = re.compile(r"\b(?:anyone|anybody|those|people|everyone)\s+$", re.IGNORECASE)
_GOES_ON = re.compile(r"[^,;:“”\"]{0,40},\s+[a-z]+ing\b")
_LEAD = re.compile(r"(?:that|and|but|both)\s+")


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
        match = pattern.search(sentence)
        if match is None:
            continue
        behind = pattern in (CLOSES, INVERTED)
        stated = pattern is CLOSES or states(match["what"])
        if behind and (not stated or states(match["who"])):
            continue
        yield _from(match, sentence, (match.span("what"),))


def _from(match: re.Match[str], text: str, content: tuple[Span, ...]) -> Told:
    that = match["who"].rfind(" that ")
    begin = match.start("who") + (that + len(" that ") if that >= 0 else 0)
    return Told(
        phrase=text[begin : match.end("who")],
        source=begin,
        cue=match.span("cue"),
        verb=cue_verb(match["cue"]),
        content=content,
        hearer=hearer(text, match.end("cue"), ()),
    )


def moved(made: Told, by: int) -> Told:
    """The report with its offsets ``by`` characters on."""
    if not by:
        return made
    cue = (made.cue[0] + by, made.cue[1] + by) if made.cue else None
    content = tuple((a + by, b + by) for a, b in made.content)
    source = made.source + by if made.source >= 0 else -1
    return replace(made, source=source, cue=cue, content=content)


def _mended(text: str, report: Report, low: int) -> tuple[Span | None, tuple[Span, ...]]:
    """Source and content, put right where a comma, a colon or a relative clause misled."""
    source, content = report.source, report.content
    assert report.cue is not None
    cue = text[slice(*report.cue)].lower()
    if cue.endswith("according to"):
        return _according(text, report)
    if (
        source
        and content
        and source[0] >= report.cue[1] > content[0][0]
        and _is_pronoun(text, source)
    ):
        # "The office, which sued, said it had won" has no inversion.
        stop = _STOP.search(text, source[1])
        end = stop.start() if stop else len(text)
        source, content = content[0], ((source[0], end),)
    if source:
        # "the 180 million that engineers estimated", "lower than forecasters had feared"
        inner = list(INNER.finditer(text[source[0] : source[1]]))
        if inner and inner[-1].start() > 0:
            after = content and content[0][0] >= report.cue[1]
            content = content if after else ((source[0], source[0] + inner[-1].start()),)
            source = (source[0] + inner[-1].end(), source[1])
    if source and content and content[0][0] >= report.cue[1]:
        content = _before_source(text, report.cue[1], source, content, low)
    last = max([report.cue[1], *(b for _, b in content)])
    colon = re.match(r"[^:“”\"«.,]{0,60}[:,]\s*(?=[“\"«‘']\S)", text[last : last + _WINDOW])
    if colon and not any(text[a : a + 1] in ("“", '"', "«") for a, _ in content):
        begin = last + colon.end()
        first = content[0][0] if content and content[0][0] >= report.cue[1] else begin
        content = ((first, _closing(text, begin)),)
    elif content and content[-1][0] >= report.cue[1]:
        content = (*content[:-1], _whole_clause(text, content[-1]))
    return source, content


_STOP = re.compile(r"[.;!?](?=\s|$)")


def _is_pronoun(text: str, span: Span) -> bool:
    return text[slice(*span)].lower() in ("he", "she", "it", "they", "we", "i", "you")


def _before_source(
    text: str, after: int, source: Span, content: tuple[Span, ...], low: int
) -> tuple[Span, ...]:
    """ "…, two officials said privately" and "…, Vale said on Sunday, correcting the tally that …":
    the content stands before the source, not behind the cue."""
    comma = text.rfind(",", low, source[0])
    if comma <= low + 1 or text[comma + 1 : source[0]].strip():
        return content
    only = text[content[0][0] : content[-1][1]]
    if re.fullmatch(r"\w+", only) or _GOES_ON.match(text, after, content[0][0]):
        return ((low, comma),)
    return content


def _whole_clause(text: str, span: Span) -> Span:
    """A clause of which only the subject was taken, since an aside follows it."""
    if text[span[0]] in _OPENS or has_verb(text[slice(*span)]):
        return span
    match = _ASIDE.match(text, span[1])
    return (span[0], match.end()) if match else span


_ASIDE = re.compile(
    r",\s(?:from|of|in|on|at|with|by|which|who)\s[^,;“”\"]{2,80},\s+[a-z][^,;.“”\"]{2,160}"
)


def _according(text: str, report: Report) -> tuple[Span | None, tuple[Span, ...]]:
    """ "According to a letter sent to three papers, …": the source goes on to the comma."""
    source, content = report.source, report.content
    assert report.cue is not None
    at = report.cue[1]
    leads = bool(content) and content[0][0] >= at
    if source and not leads:
        return source, content
    if source and content:
        comma = text.rfind(",", source[0], source[1])
        if comma < 0 or not starts_with_verb(text[slice(*content[0])].capitalize()):
            return source, content
        return (source[0], comma), ((comma + 2, content[-1][1]),)
    match = re.match(r"\s+([^,;“”\"]{2,90}?)(?=,|;|\.?$|\.\s)", text[at : at + 100])
    if not match:
        return None, content
    source = at + match.start(1), at + match.end(1)
    if leads:
        content = ((min(source[1] + 2, content[-1][1] - 1), content[-1][1]),)
    return source, content


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


def _inside(text: str, quoted: Quotation) -> Iterator[Told]:
    """ "My father told me, …" inside a quotation, with the rest of its sentence."""
    begin, end = quoted.inner
    for match in INSIDE.finditer(text, begin, end):
        stop = re.compile(r"[.!?;](?=\s|$)|,\s(?:but|and\sI|yet)\b").search(text, match.end(), end)
        content = (match.end(), stop.start() if stop else end)
        if content[1] - content[0] > _BESIDE:
            yield _from(match, text, (content,))


def _closing(text: str, begin: int) -> int:
    """Just past the mark that closes the quotation opened at ``begin``."""
    rest = text[begin : begin + _FURTHEST_QUOTE]
    return next((begin + q.end for q in quotations(rest) if q.start == 0), len(text))


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
