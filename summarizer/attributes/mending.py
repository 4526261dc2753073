"""Source and content of a report, put right where a comma, a colon or a relative clause misled."""

from __future__ import annotations

import re

from summarizer.attributes.report_forms import INNER
from summarizer.attributes.reporting import Report
from summarizer.text.clauses import has_verb, starts_with_verb
from summarizer.text.quotations import quotations

Span = tuple[int, int]

_WINDOW = 70
_FURTHEST_QUOTE = 2_000
_OPENS = "“\"«„‘'"
_GOES_ON = re.compile(r"[^,;:“”\"]{0,40},\s+[a-z]+ing\b")


def mended(text: str, report: Report, low: int) -> tuple[Span | None, tuple[Span, ...]]:
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


def _closing(text: str, begin: int) -> int:
    """Just past the mark that closes the quotation opened at ``begin``."""
    rest = text[begin : begin + _FURTHEST_QUOTE]
    return next((begin + q.end for q in quotations(rest) if q.start == 0), len(text))
