"""Who speaks in a document: every speaker and outlet, and every report with its source resolved."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from summarizer.attributes.outlets import outlet_spots
from summarizer.attributes.roster import Roster, Speaker
from summarizer.attributes.sayings import Line, Saying, completed, is_subject, looked_from
from summarizer.attributes.speakers import may_speak
from summarizer.attributes.told import Told, moved, told
from summarizer.attributes.transcripts import LABEL, SIDES, is_transcript, spoken_line
from summarizer.schema import Document
from summarizer.text.names import Names
from summarizer.text.quotations import Running, running

_RUNS_ON = re.compile(
    r"(?:One|Another)\s+of\b|(?:The\s+(?:other|others|second|third|latter|former|two|pair))\b"
    r"(?!\s+(?:day|time|night|year|side|hand))|"
    r"(?:Moreover|In\s+addition|Additionally|Furthermore|Concretely|Specifically)\b"
)
_GOES_ON = re.compile(r"(?:He|She|It|They)\s(?:is|was|will|has|had|are|were|have|would)\b")
# A report is that of a stretch when it has this share of it: anyhow, where it closes the stretch,
# and where it closes it with a quotation.
_OWN, _CLOSING, _QUOTED = 0.5, 0.33, 0.2
_RUN_ON_REACH = 3
_FEELS = frozenset("fear hope worry want wish".split())
# A source this near to the beginning of a clause is its subject.
_OPENING = 24


Link = tuple[Speaker, tuple[int, int]]
"""A source and the ``(start, end)`` of its cue."""


class Ledger:
    """Speakers and reports of a document, in one pass over its paragraphs.

    Args:
        text: what all offsets are about.
        paragraphs: the sentences to be read, in order, those of one paragraph together.
        names: the document's names.
        own: the document's own outlet, never a source; "" when unknown.
    """

    def __init__(
        self, text: str, paragraphs: Sequence[Sequence[Line]], names: Names, own: str = ""
    ) -> None:
        self.text = text
        self.names = names
        self.roster = Roster(names, own)
        self.lines = [line for paragraph in paragraphs for line in paragraph]
        self.sayings: list[Saying] = []
        # By sentence: outlets that answer for all of it ("told the Herald"), and those that are
        # only said to have reported something ("denied a report in the Herald").
        self._whole: dict[int, list[Link]] = {}
        self._inner: dict[int, list[Link]] = {}
        self._of_line: dict[int, list[Saying]] = {}
        self._plain: dict[int, str] = {}
        self._place = {line.number: place for place, line in enumerate(self.lines)}
        self._opening = frozenset(paragraph[0].number for paragraph in paragraphs)
        self._starts = [line.start for line in self.lines]
        self._by_words = {text[line.start : line.end]: line.number for line in self.lines}
        # Whether its paragraphs open with the names of their speakers.
        self.transcript = is_transcript(text, [p[0].start for p in paragraphs])
        continues = False
        for paragraph in paragraphs:
            continues = self._read(paragraph, continues=continues)

    @cached_property
    def running(self) -> Running:
        """All words of the text, to be searched."""
        return running(self.text)

    @cached_property
    def speaking(self) -> frozenset[str]:
        """The names of all who are said to have said something."""
        return frozenset(s.speaker.name for s in self.sayings if s.speaker)

    @cached_property
    def several(self) -> list[tuple[Saying, Running]]:
        """The reports whose content is in several pieces, with its words."""
        return [
            (s, running(" ".join(self.text[a:b] for a, b in s.content)))
            for s in self.sayings
            if len(s.content) > 1
        ]

    def chain(self, number: int, start: int, end: int) -> list[Link]:
        """The sources of ``start:end`` in sentence ``number`` with their cues, outermost first."""
        return self._own_chain(number, start, end) or self._run_on(number)

    def _own_chain(self, number: int, start: int, end: int) -> list[Link]:
        """The chain without what an earlier sentence adds."""
        found = self.over(number, start, end)
        links = [(s.speaker, s.told.cue or s.content[0]) for s in found if s.speaker]
        # An outlet answers for its whole sentence, not only for the clause beside it.
        links = [*self._whole.get(number, ()), *links]
        links += [x for x in self._inner.get(number, ()) if start <= x[1][0] < end and links]
        chain: list[Link] = []
        for speaker, cue in links:
            if all(speaker.name != known.name for known, _ in chain):
                chain.append((speaker, cue))
        return [link for link in chain if not self.roster.is_own(link[0])]

    def over(self, number: int, start: int, end: int) -> list[Saying]:
        """The reports that ``start:end`` is part of, outermost first."""
        length = max(1, end - start)
        touching = []
        for saying in self._of_line.get(number, ()):
            cue = saying.told.cue
            inside = cue is not None and start <= cue[0] < end
            opens = inside and -1 < saying.told.source < start + _OPENING
            rest = length - (cue[1] - cue[0] + len(saying.told.phrase) if inside and cue else 0)
            # A report that closes a stretch in which its cue stands needs less of it.
            closes = inside and saying.content[-1][1] >= end - 1
            quotes = closes and '"' in self.text[slice(*saying.content[-1])].replace("“", '"')
            share = _QUOTED if quotes else _CLOSING if closes else _OWN
            enough = saying.within(start, end) >= share * rest
            if not saying.told.negated and (opens or enough):
                touching.append(saying)
        if not touching:
            return []
        # "His tone left some fearing for their jobs": what is felt is told by the outer source.
        touching = [
            s
            for s in touching
            if s.told.verb not in _FEELS or not any(o.holds(s) and o.speaker for o in touching)
        ]
        main = max(touching, key=lambda s: (s.within(start, end), -s.told.start))
        related = [s for s in touching if s is main or s.holds(main) or main.holds(s)]
        return sorted(related, key=lambda s: (sum(o.holds(s) for o in related), s.told.start))

    def at(self, start: int, end: int) -> list[Saying]:
        """The reports whose content holds ``start:end``, outermost first."""
        number = self.number_at(start)
        holding = [
            s
            for s in self._of_line.get(number, ())
            if any(a <= start and end <= b for a, b in s.content)
        ]
        return sorted(holding, key=lambda s: (sum(o.holds(s) for o in holding), s.told.start))

    def number_at(self, at: int) -> int:
        """The number of the sentence at or before an offset; 0 where nothing was read."""
        place = max(0, bisect_right(self._starts, at) - 1)
        return self.lines[place].number if self.lines else 0

    def plain(self, number: int) -> str:
        """The words of a sentence that nobody is said to have said."""
        line = self.line(number)
        if line is None:
            return ""
        if number not in self._plain:
            text = self.text[line.start : line.end]
            for saying in self.of(number):
                for begin, end in saying.content:
                    a, b = max(begin, line.start) - line.start, min(end, line.end) - line.start
                    text = text[:a] + " " * (b - a) + text[b:] if a < b else text
            self._plain[number] = text
        return self._plain[number]

    def outlets_of(self, number: int) -> list[str]:
        """The names of the outlets that answer for a sentence."""
        return [speaker.name for speaker, _ in self._whole.get(number, ())]

    def line(self, number: int) -> Line | None:
        """The sentence with this number, if it was read."""
        place = self._place.get(number)
        return self.lines[place] if place is not None else None

    def number_of(self, words_: str) -> int | None:
        """The number of the last sentence with exactly these words."""
        return self._by_words.get(words_)

    def around(self, number: int, reach: int) -> list[int]:
        """The numbers of the sentences up to ``reach`` before and after one, itself included."""
        place = self._place.get(number)
        if place is None:
            return []
        return [x.number for x in self.lines[max(0, place - reach) : place + reach + 1]]

    def of(self, number: int) -> Sequence[Saying]:
        """The reports whose cue or content stands in a sentence."""
        return self._of_line.get(number, ())

    def _run_on(self, number: int) -> list[Link]:
        """ "One of them …", "The other …", "Moreover, …" are on the word of what stands before.

        So is "He will retire" on that of an outlet whose report the sentence before is.
        """
        place = self._place.get(number, 0)
        if not self.lines:
            return []
        start = self.lines[place].start
        if place and _GOES_ON.match(self.text, start) and number not in self._opening:
            before = self.lines[place - 1]
            chain = self.chain(before.number, before.start, before.end)
            return chain[:1] if chain and chain[0][0].kind == "outlet" else []
        if not _RUNS_ON.match(self.text, start):
            return []
        for before in reversed(self.lines[max(0, place - _RUN_ON_REACH) : place]):
            chain = self._own_chain(before.number, before.start, before.end)
            if chain:
                return chain
        return []

    def _read(self, paragraph: Sequence[Line], *, continues: bool) -> bool:
        """Take in a paragraph; whether a quotation is still open at its end."""
        start, end = paragraph[0].start, paragraph[-1].end
        flat = re.sub(r"[\r\n]", " ", self.text[start:end])
        bounds = tuple((line.start - start, line.end - start) for line in paragraph)
        reports = told(flat, bounds)
        held: list[Saying] = []
        label = LABEL.match(flat) if self.transcript else None
        if label:
            reports = (spoken_line(label, len(flat)), *reports)
        done = 0
        for line, (low, high) in zip(paragraph, bounds, strict=True):
            self.roster.enter(flat[low:high], line.start)
            first = len(held)
            while done < len(reports) and reports[done].start < high:
                saying = self._resolve(flat, reports[done], start, line, held, continues=continues)
                done += 1
                if saying is not None:
                    held.append(saying)
            self._enter_outlets(flat[low:high], line, held[first:])
            spoken = (s.speaker for s in held[first:] if s.speaker and is_subject(s))
            self.roster.spoke(next(spoken, None))
        for saying in held:
            self._file(saying, paragraph)
        self.sayings += held
        return _left_open(flat)

    def _file(self, saying: Saying, paragraph: Sequence[Line]) -> None:
        """Under each sentence that its cue or its content touches."""
        spans = [*saying.content, *([saying.told.cue] if saying.told.cue else [])]
        starts = [line.start for line in paragraph]
        numbers: set[int] = set()
        for a, b in spans:
            first = max(0, bisect_right(starts, a) - 1)
            last = bisect_left(starts, b)
            numbers.update(line.number for line in paragraph[first:last])
        for number in numbers:
            self._of_line.setdefault(number, []).append(saying)

    def _resolve(
        self,
        flat: str,
        report: Told,
        by: int,
        line: Line,
        held: Sequence[Saying],
        *,
        continues: bool,
    ) -> Saying | None:
        report = moved(report, by)
        if report.cue is None:
            # A quotation without a cue goes on with the speaker before it, in its own paragraph
            # or, where that one's quotation was left open, in the next.
            last = held[-1] if held else self.sayings[-1] if self.sayings and continues else None
            return Saying(last.speaker, report, line.number) if last and last.speaker else None
        speaker = None
        report = completed(report, held)
        if report.phrase:
            around = [s for s in held if s.told.covers(report.source, report.source + 1)]
            teller = around[-1].speaker if around else None
            before = flat[: report.source - by]
            if self.transcript and report.phrase in SIDES:
                return Saying(self._interviewed(report.phrase), report, line.number)
            speaker = self.roster.find(report.phrase, looked_from(report), before, teller)
            if speaker is not None and not may_speak(speaker.name):
                speaker = None
        return Saying(speaker, report, line.number)

    def _interviewed(self, side: str) -> Speaker | None:
        """Who answers in an interview of "Q" and "A": the first person named. A question tells
        nothing."""
        people = (m for m in self.names.mentions if self.names.kind(m.core) == "person")
        first = next(people, None)
        if side == "Q" or first is None:
            return None
        return Speaker(self.names.full(first.core) or first.text, "person")

    def _enter_outlets(self, sentence: str, line: Line, held: Sequence[Saying]) -> None:
        """Outlets that answer for a sentence, and those whose report it speaks of."""
        whole, inner = self._of_outlets(sentence, line)
        for saying in held:
            speaker, cue = saying.speaker, saying.told.cue
            outlet = speaker is not None and speaker.kind == "outlet"
            if speaker and cue and outlet and not any(o.holds(saying) for o in held):
                whole.append((speaker, cue))
        self._whole[line.number], self._inner[line.number] = whole, inner

    def _of_outlets(self, sentence: str, line: Line) -> tuple[list[Link], list[Link]]:
        """The outlets that answer for a whole sentence, and those whose report it speaks of."""
        whole: list[Link] = []
        inner: list[Link] = []
        for phrase, start, (begin, end), answering in outlet_spots(sentence, self.names):
            speaker = self.roster.find(phrase, line.start + start, "", None)
            if speaker and speaker.kind == "outlet":
                link = speaker, (line.start + begin, line.start + end)
                (whole if answering else inner).append(link)
        return whole, inner


class _Same:
    """A document as a key: the very one, since to hash all its sentences would cost too much."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.document is other.document


@lru_cache(maxsize=16)
def _made(same: _Same, names: Names) -> Ledger:
    document = same.document
    return Ledger(document.text, list(_paragraphs(document)), names, document.outlet or "")


def ledger(document: Document, names: Names) -> Ledger:
    """The document's ledger, made at the first call with these ``names``."""
    return _made(_Same(document), names)


def _paragraphs(document: Document) -> Iterator[list[Line]]:
    from summarizer.documents.sentences import find_blocks

    starts = [block.start for block in find_blocks(document.text)]
    held: list[Line] = []
    block = -1
    for sentence in document.body:
        own = bisect_right(starts, sentence.start)
        if held and own != block:
            yield held
            held = []
        held.append(Line(sentence.id, sentence.start, sentence.end))
        block = own
    if held:
        yield held


def _left_open(text: str) -> bool:
    """Whether a curly or straight quotation is not closed at the end of a paragraph."""
    if "“" in text or "”" in text:
        return text.rfind("“") > text.rfind("”")
    return text.count('"') % 2 == 1
