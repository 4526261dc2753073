"""The names of one source: where they stand, how they are written, what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.briefing.parties.roles import HONORIFICS, Role, longest, main_noun, role_noun, roles
from summarizer.briefing.parties.signs import (
    LEGAL,
    LOCALITIES,
    PLACES,
    STANDING,
    Gender,
    Naming,
    learn,
    signs,
)
from summarizer.schema import Document
from summarizer.text.first_names import FEMALE, MALE
from summarizer.text.mentions import (
    ORGANISATION,
    SMALL,
    TITLES,
    Core,
    Mention,
    initials_of,
    words_of,
)
from summarizer.text.names import Names
from summarizer.text.places import national
from summarizer.text.referents import spans
from summarizer.text.syntax.classes import classes
from summarizer.text.syntax.reading import Reading, read
from summarizer.text.words import STOP_WORDS

_LEFT_OF_BODY = re.compile(r"(?<![\w’'.-])((?!The\b)[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2})\s+and\s+$")
_RANK = re.compile(r"(?:DI|DCI|DS|DC|DSI|PC|WPC|MP|MEP|Det|Insp|Supt|Sgt|Lt|Cpl)\.? [A-Z]\w")
_FULL = 2
_BRACKETED = re.compile(r"\s\(([A-Z]{2,})\)")
_INNER_THE = re.compile(r"(?<!\bof)(?<!\bfor)(?<!\band) the ")
_TITLE = re.compile(r"(?<![\w’'-])([A-Z][a-z]+)\s$")
_OFFICE = 4  # "Minister of Finance" and a name
_OPENS_BODY = re.compile(r"[“\"(]*(?:The\s)?$")
_BEFORE_WORD = re.compile(r"([\w’'-]+)\.?\s+$")
_OF = re.compile(r"\s+(?:of|at|from)\s+(?:the\s+)?")

Key = tuple[Core, Gender]


class SourceNames:
    """The names of one source; those of its body only, since titles capitalise every word.

    Attributes:
        namings: by core and gender of the title.
    """

    def __init__(self, document: Document) -> None:
        sentences = [document.text[s.start : s.end] for s in document.body]
        self.names = Names("\n".join(sentences))
        self.namings: dict[Key, Naming] = {}
        for sentence in sentences:
            self._read(sentence)
        if document.outlet:
            core = core_of(document.outlet)
            if core:
                own = self._naming((core, ""))
                own.forms[without_article(document.outlet)] += 1
                own.own["organisation"] += 6

    def _naming(self, key: Key) -> Naming:
        return self.namings.setdefault(key, Naming(*key))

    def _read(self, sentence: str) -> None:
        found = list(self.mentions(sentence))
        if not found:
            return
        reading = read(sentence, spans(sentence, self.names))
        described = list(_described(reading, sentence))
        for mention in found:
            naming = self._naming((mention.core, title_of(sentence, mention.start)))
            naming.forms[as_written(sentence, mention)] += 1
            signs(naming, sentence, mention)
            beside = [role for at, role in described if at == mention.start]
            for role in longest([*beside, *roles(sentence, mention)]):
                learn(naming, role)
        for one, two in pairwise(found):
            between = sentence[one.end : two.start]
            first = self._naming((one.core, title_of(sentence, one.start)))
            if between.strip() == "(" and sentence[two.end : two.end + 1] == ")":
                first.acronyms.add(two.core)
                self._naming((two.core, "")).acronyms.add(one.core)
            elif _OF.fullmatch(between):
                first.bodies.setdefault(two.core, sentence[one.end : two.end].strip())

    def mentions(self, text: str) -> Iterator[Mention]:
        """The names of a text of this source, those of offices and of peoples left out.

        "St Brannock's Hospital" and "the Sugar and Millers' Union" are one name each.
        """
        last: Mention | None = None
        for found in (part for m in self.names.in_text(text) for part in _parts(m)):
            if not found.core or _is_office(found) or _is_people(found):
                continue
            start = _body_from(text, found, last)
            if last is not None and last.start < start:
                yield last
            said = text[start : found.end]
            core = found.core if start == found.start else _words(said)
            last = Mention(said, start, found.end, body_core(core))
        if last is not None:
            yield last


def _words(name: str) -> Core:
    """The words of a body's name, those that are a title elsewhere included."""
    return tuple(w for w in words_of(name) if w not in STOP_WORDS)


def _body_from(text: str, found: Mention, last: Mention | None) -> int:
    """Where the name of a body begins, of which ``found`` may be the end only."""
    if found.core[-1] not in ORGANISATION:
        return found.start
    before = text[: found.start]
    owned = last is not None and text[last.end : found.start] in ("'s ", "’s ")
    if last and owned and (len(found.core) == 1 or last.core[0] == "st"):
        return last.start  # "St Brannock's Hospital"
    if len(found.core) == 1:
        title = _TITLE.search(before)
        if title and title[1].lower() in TITLES:
            return title.start()  # "the Justice Department"
    left = _LEFT_OF_BODY.search(before)
    free = left and (last is None or last.start >= left.start())
    if (
        left
        and free
        and (_spelt(text, left.start(), found.end) or _names_a_matter(left[1]))
        and _OPENS_BODY.search(text[: left.start()])
    ):
        return left.start()
    return found.start


def _spelt(text: str, start: int, end: int) -> bool:
    """Whether the acronym in brackets behind a stretch has all its initials."""
    short = _BRACKETED.match(text, end)
    return bool(short and short[1].lower() in initials_of(text[start:end]))


def _names_a_matter(text: str) -> bool:
    """Whether words before "and" are no body of their own: "the Sugar and Millers' Union"."""
    said = words_of(text)
    plain = (
        all(classes(w) or w.endswith(("al", "ic")) for w in said) and not set(said) & ORGANISATION
    )
    return plain and not said[-1].endswith("s")


def core_of(name: str) -> Core:
    """The core of a text that is a name."""
    said = (w.strip(".,") for w in words_of(name))
    return body_core(tuple(w for w in said if w not in TITLES and w not in STOP_WORDS))


def body_core(core: Core) -> Core:
    """A core without "the" and without the legal form at its end."""
    kept = tuple(w for w in core if w and w not in ("the", "&"))
    while len(kept) > 1 and kept[-1] in LEGAL:
        kept = kept[:-1]
    return kept


def without_article(name: str) -> str:
    """A name without "the" before it."""
    return re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)


def _parts(mention: Mention) -> Iterator[Mention]:
    """A name without what runs into it: "Detective Mara Quist of Selby Police" is two.

    "Corvane Diagnostics of Castrey" is a firm and where it is, "the Bank of Castrey" is one, and
    of "Minister of Finance Olga Brandt" the last two words are a name.
    """
    inner = _INNER_THE.search(mention.text)
    if inner:  # "In Brussels the Commission said"
        yield _piece(mention, 0, inner.start())
        yield _piece(mention, inner.end(), len(mention.text))
        return
    left, of, right = mention.text.partition(" of ")
    said = words_of(left)
    if of and len(said) == 1 and said[0] in ORGANISATION:
        yield Mention(mention.text, mention.start, mention.end, _words(mention.text))
    elif of and said[-1] in TITLES:
        yield from _after_office(mention)
    elif _RANK.match(mention.text) or _occupied(said):
        yield _piece(mention, mention.text.index(" ") + 1, len(mention.text))
    elif (
        of
        and len(said) > 1
        and not set(said) & (ORGANISATION | PLACES | LOCALITIES)
        and (" " not in right or not classes(said[-1]) or said[0] in FEMALE | MALE)
    ):
        yield _piece(mention, 0, len(left))
        yield _piece(mention, len(mention.text) - len(right), len(mention.text))
    elif len(mention.core) == 1 and said[-1] in ORGANISATION and len(said) > 1:
        yield Mention(mention.text, mention.start, mention.end, _words(mention.text))
    else:
        yield mention


def _occupied(said: list[str]) -> bool:
    """Whether an occupation stands before a full name: "Administrator Helen Cho"."""
    if len(said) <= _FULL or said[0] in FEMALE | MALE or not role_noun(said[0]):
        return False
    rest = said[1:]
    if set(rest) & (ORGANISATION | PLACES | LEGAL):
        return False
    return (
        rest[0] in FEMALE or rest[0] in MALE or (bool(classes(said[0])) and not classes(rest[-1]))
    )


def _piece(mention: Mention, begin: int, end: int) -> Mention:
    text = mention.text[begin:end]
    return Mention(text, mention.start + begin, mention.start + end, core_of(text))


def _after_office(mention: Mention) -> Iterator[Mention]:
    """The person after an office with "of"; the office alone names nobody."""
    tokens = [(m.start(), m.group().lower()) for m in re.finditer(r"\S+", mention.text)]
    given = [at for at, word in tokens[:-1] if word in FEMALE or word in MALE]
    if given or len(tokens) > _OFFICE:
        yield _piece(mention, given[0] if given else tokens[-2][0], len(mention.text))


def _is_office(mention: Mention) -> bool:
    """Whether a name is that of an office: "Homeland Security Secretary"."""
    said = words_of(mention.text)
    return said[-1] in TITLES and not (said[0] in ORGANISATION and len(said) > 1)


def _is_people(mention: Mention) -> bool:
    return len(mention.core) == 1 and national(mention.core[0])


def title_of(text: str, start: int) -> Gender:
    """The gender that the title before a name shows."""
    before = _BEFORE_WORD.search(text[max(0, start - 12) : start])
    word = before[1].lower() if before else ""
    return (
        "he"
        if word in ("mr", "sir", "lord")
        else "she"
        if word in ("mrs", "ms", "miss", "lady", "dame", "madam")
        else ""
    )


def as_written(text: str, mention: Mention) -> str:
    """A name with its courtesy title, and with its 's where that belongs to it ("Brunskill's")."""
    before = _BEFORE_WORD.search(text[max(0, mention.start - 14) : mention.start])
    joins = (
        before is not None and before[1].lower() in HONORIFICS | SMALL and len(mention.core) == 1
    )
    start = mention.start - len(before.group()) if before and joins else mention.start
    end = STANDING.match(text, mention.end)
    return without_article(" ".join(text[start : end.end() if end else mention.end].split()))


def _described(reading: Reading, sentence: str) -> Iterator[tuple[int, Role]]:
    """What the sentence says of names beside them, by where the name begins."""
    for found in reading.descriptions:
        phrase, what = reading.phrases[found.phrase], reading.phrases[found.what]
        if not phrase.named or found.end <= found.begin:
            continue
        text = sentence[reading.words[found.begin].start : reading.words[found.end - 1].end]
        before = found.what == found.phrase
        if before and text.endswith(("'s", "’s", "'", "’")):
            continue
        head = words_of(text)[-1] if before else what.head
        if before or main_noun(text) == head:
            yield reading.words[phrase.end - 1].start, Role(text.strip(" ,"), head, before)
