"""Blocks and sentences: where they start and end, nothing about what they mean.

A block is a line of a pasted page, or several lines of hard-wrapped text that belong together. A
sentence lies inside one block. All offsets count code points of the text, ``end`` exclusive,
without surrounding white space; every character that is not white space is in exactly one sentence.

The boundaries inside a block are nupunkt's (``benchmarks/sentence_splitters.py`` has the
comparison) with a few corrections for news prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

MAX_SENTENCE = 2_000
"""Characters; a longer sentence is cut at white space, so that none can fill a model's context."""

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028]|\u2029")
_BULLET = re.compile(r"(?:[-*•‣◦▪–—>]|\(?\d{1,3}[.)])\s")
_SENTENCE_END = re.compile(r"[.?!…:;][\"'”’)\]]*$")

# Widths of hard-wrapped text: mail and typewriter conventions lie between them.
_NARROWEST, _WIDEST = 40, 100
# Programs that even out line lengths leave lines this much shorter than the widest.
_RAGGED = 10
_WRAPPED_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the text; ``after_blank`` when a blank line, or nothing, stands before."""

    start: int
    end: int
    after_blank: bool


def find_blocks(text: str) -> list[Block]:
    """The blocks of ``text`` in order; together they hold all that is not white space."""
    found: list[Block] = []
    width = 0
    for run in _runs(_lines(text)):
        lines = [text[line.start : line.end] for line in run]
        width = _wrap_width(lines) or width
        first = run[0]
        for number in range(1, len(run)):
            if not _continues(lines[number - 1], lines[number], width):
                found.append(Block(first.start, run[number - 1].end, first.after_blank))
                first = run[number]
        found.append(Block(first.start, run[-1].end, first.after_blank))
    return found


def _lines(text: str) -> Iterator[Block]:
    previous_end = 0
    first = True
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = start + len(stripped)
        yield Block(start, end, first or _blank_between(text[previous_end:start]))
        previous_end, first = end, False


def _blank_between(gap: str) -> bool:
    return "\u2029" in gap or len(_BREAK.findall(gap)) > 1


def _runs(lines: Iterator[Block]) -> Iterator[list[Block]]:
    """Lines without a blank line between them."""
    run: list[Block] = []
    for line in lines:
        if line.after_blank and run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _wrap_width(lines: Sequence[str]) -> int:
    """The width that these consecutive lines were wrapped at, or 0 when they were not.

    Wrapped text is told by the greedy rule: nearly every line is too full to take the next word.
    """
    width = max(map(len, lines))
    pairs = list(pairwise(lines))
    if not _NARROWEST <= width <= _WIDEST or not any(_runs_on(a, b) for a, b in pairs):
        return 0
    full = sum(_is_full(line, following, width) for line, following in pairs)
    return width if full >= _WRAPPED_SHARE * len(pairs) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - _RAGGED


def _runs_on(line: str, following: str) -> bool:
    """Whether the sentence of ``line`` plainly goes on in ``following``."""
    return following[0].islower() and not _SENTENCE_END.search(line[-8:])


def _continues(line: str, following: str, width: int) -> bool:
    if _BULLET.match(following):
        return False
    if width and len(line) <= width and _is_full(line, following, width):
        return True
    return _NARROWEST <= len(line) <= _WIDEST and _runs_on(line, following)


_VISIBLE = re.compile(r"\S")
# Bounded, so that a megabyte of full stops is not read again for each of them.
_INNER_END = re.compile(r"[.?!…][^\w\s]{0,8}\s")
_TITLE_END = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Msgr|Fr|Sr|Hon|Sen|Sens|Rep|Reps|Gov|Govs|Atty|Gen|Lt|Col"
    r"|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Supt|Insp|St|Mt|Ft)\.$"
)
_INITIALS = re.compile(r"(?:[A-Z]\.\s?)+")
_COUNTRY_END = re.compile(r"\b(?:U\.S|U\.K|U\.N|E\.U)\.$")
_OFFICE_START = re.compile(
    r"(?:Senators?|Sens?\.|Representatives?|Reps?\.|Congress\w*|House|Senate|Presidents?|Secretary"
    r"|Attorney|Ambassador|Embassy|District|Supreme|Court|Department|Army|Navy|Marines?|Air|Coast"
    r"|Capitol|Treasury|Government|Prime|Security|General)\b"
)
# A full stop that the splitter took for an abbreviation's: its word is an ordinary one.
_MISSED = re.compile(r"(?<![.\w’'])([^\W\d_]{2,})\.[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W\d_a-z])")
_SHORT_WORDS = frozenset(
    "am an as at be by do go he if in is it me my no of on or so to up us we".split()
)
_ABBREVIATIONS = frozenset(
    "approx assn atty aug ave blvd bldg bros capt cmdr col comm corp dec dept dist ed eds est etc"
    " ext feb fig figs fri gen gov govs govt hon inc incl insp intl jan jul jun maj max messrs min"
    " misc mmes mon msgr mtn natl nos nov oct pres prof pvt rep reps rev sat sen sens sept sgt sun"
    " supt thu thur thurs tue tues univ vol vols vs wed"
    " ala ariz calif colo conn del fla ill ind kan kans mass mich minn miss mont neb nebr nev okla"
    " ore penn tenn tex wash wis wyo".split()
)


def find_sentences(text: str, block: Block) -> list[Span]:
    """The sentences of ``block``, offsets into ``text``, none longer than ``MAX_SENTENCE``."""
    words = text[block.start : block.end]
    spans = [(0, len(words))]
    if _INNER_END.search(words):
        spans = _split_missed(words, _merge_cut(words, _punkt(words)))
    cut = (piece for span in spans for piece in _cut_long(words, *span))
    return [(block.start + start, block.start + end) for start, end in cut]


def _punkt(words: str) -> list[Span]:
    from nupunkt import load

    ends = [start for start, _ in load("default").span_tokenize(words)][1:]
    starts = [0, *ends]
    return [
        _trimmed(words, start, end) for start, end in zip(starts, [*ends, len(words)], strict=True)
    ]


def _trimmed(words: str, start: int, end: int) -> Span:
    piece = words[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _merge_cut(words: str, spans: list[Span]) -> list[Span]:
    """Undo a boundary inside a name or title, and one before a stray closing mark."""
    merged: list[Span] = []
    for start, end in spans:
        if start == end:
            continue
        if merged and _belongs_to_previous(words, merged[-1], (start, end)):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _belongs_to_previous(words: str, previous: Span, span: Span) -> bool:
    tail = words[max(previous[0], previous[1] - 12) : previous[1]]
    head = words[span[0] : min(span[1], span[0] + 24)]
    if not any(map(str.isalnum, head)):
        return True
    if _TITLE_END.search(tail) or _INITIALS.fullmatch(words, *previous):
        return head[0].isupper()
    return bool(_COUNTRY_END.search(tail) and _OFFICE_START.match(head))


def _split_missed(words: str, spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in spans:
        stops = [m.end() for m in _MISSED.finditer(words, start, end) if _is_ordinary(m.group(1))]
        found += [_trimmed(words, *piece) for piece in pairwise([start, *stops, end])]
    return found


def _is_ordinary(word: str) -> bool:
    if word.islower():
        return word in _SHORT_WORDS or (len(word) > 2 and word not in _ABBREVIATIONS)  # noqa: PLR2004
    return len(word) > 3 and word.istitle() and word.lower() not in _ABBREVIATIONS  # noqa: PLR2004


def _cut_long(words: str, start: int, end: int) -> Iterator[Span]:
    while end - start > MAX_SENTENCE:
        head = words[start : start + MAX_SENTENCE]
        at = max(head.rfind(" "), head.rfind("\n"), head.rfind("\t"))
        stop = start + (at if at > 0 else MAX_SENTENCE)
        yield _trimmed(words, start, stop)
        following = _VISIBLE.search(words, stop, end)
        start = following.start() if following else end
    if start < end:
        yield start, end
