"""Names of a text: where they stand, what kind of thing they name, which mentions belong together.

A name is a run of capitalised words, joined by small words only where organisations and titles
are joined ("Bank of England"). What is capitalised only because it opens a sentence is no name.
The kind is a guess from the words themselves and from what stands beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.schema import EntityKind
from summarizer.text.words import STOP_WORDS, bare

_RUN = re.compile(
    r"(?:[A-Z][\w’'.&-]*[\w’']|[A-Z](?:\.[A-Z])+\.?|[A-Z])"
    r"(?:(?:[ \t]+(?:of|for|and|the|de|van|von|bin|al|da|del|la|le|du|di)){0,2}"
    r"[ \t]+(?:[A-Z][\w’'.&-]*[\w’']|[A-Z](?:\.[A-Z])+\.?|[A-Z]\.?(?=\s+[A-Z])))*"
)
_TITLES = frozenset(
    """mr mrs ms miss dr prof professor president vice chancellor secretary minister premier prime
    senator sen rep representative congressman congresswoman governor gov mayor judge justice
    general gen colonel col captain capt sergeant lieutenant chief director commissioner chairman
    chairwoman chair ceo cfo adviser advisor spokesman spokeswoman spokesperson councillor
    councilman councilwoman councilor attorney prosecutor king queen prince princess pope bishop
    archbishop sir dame lord lady coach officer inspector superintendent ambassador sheriff deputy
    analyst economist researcher hydrologist engineer founder leader head former acting""".split()
)
PERSON_NOUNS = "|".join(sorted(_TITLES | {"official", "man", "woman", "agent", "leader", "author"}))
_ORGANISATION = frozenset(
    """agency administration department ministry office bureau commission committee council
    company corporation corp inc ltd llc plc group bank university institute college school
    association union party news times post herald tribune journal gazette reuters court
    parliament senate congress house police army navy force forces service services authority
    board foundation federation league club team hospital holdings partners media network
    operations investigations enforcement security customs organization organisation society
    alliance coalition airlines motors energy systems technologies fund trust press ledger
    observer chronicle daily register courier""".split()
)
_PLACE = frozenset(
    """street road avenue river lake mountain mount valley island islands bay harbour harbor port
    city county state province district airport bridge park square coast beach north south east
    west hill bridge creek""".split()
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|to|across|outside|around|of)\s+(?:the\s+)?$")
_CALENDAR = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep
    oct nov dec""".split()
)
_OPENERS = frozenset(
    """moreover meanwhile nevertheless nonetheless additionally furthermore separately still yes no
    okay anyone everyone nobody yesterday today tomorrow earlier later following despite instead
    overall asked unlike perhaps see image file photo residents officials police""".split()
)
_PERSON_VERB = re.compile(
    r"^,?\s+(?:who|said|says|told|added|asked|argued|denied|called|wrote|resigned|"
    r"testified|insisted|warned|vowed|promised|admitted)\b"
)
_MAX_PERSON_WORDS = 4
_WINDOW = 40


Core = tuple[str, ...]


@dataclass(frozen=True)
class Mention:
    """One place where a name stands.

    Attributes:
        text: the words, possessive ending removed.
        start, end: in the string that was read.
        core: the lower-case words that identify it, titles and small words left out.
    """

    text: str
    start: int
    end: int
    core: Core


def _tidy(run: str) -> str:
    text = run.rstrip()
    text = text if re.search(r"\.[A-Z]\.?$", text) else text.rstrip(".")
    return bare(text)


def _core(text: str) -> Core:
    return tuple(
        w
        for w in (bare(x).lower().strip(".,") for x in text.split())
        if w and w not in _TITLES and w not in STOP_WORDS
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _WINDOW) : start]
    return not before.rstrip(" \t\n“\"'(‘-–—•*") or bool(
        re.search(r"[.!?:]['\"”’)]*[\s“\"'(‘]*$|\n[\s“\"'(‘•*-]*$", before)
    )


def _split_run(text: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """A run as names: "Ana Duarte and Piet Vos" is two, "Department of Trade and Industry" one."""
    run = match.group()
    pieces = [(0, len(run))]
    for cut in re.finditer(r"['’]s?\s+(?=[A-Z])|\s+and\s+(?:the\s+)?(?=[A-Z])", run):
        begin, end = pieces[-1]
        joined = "and" in cut.group() and "the" not in cut.group()
        if joined and _joins(run[begin : cut.start()], run[cut.end() : end]):
            continue
        stop = cut.start() if "and" in cut.group() else cut.end()
        pieces[-1:] = [(begin, stop), (cut.end(), end)]
    pieces = [part for a, b in pieces for part in _after_title(run, a, b)]
    return [(match.start() + a, match.start() + b) for a, b in pieces]


def _after_title(run: str, begin: int, end: int) -> list[tuple[int, int]]:
    """ "Trade Secretary Ana Duarte" is an office and a person."""
    tokens = [(m.start() + begin, m.end() + begin) for m in re.finditer(r"\S+", run[begin:end])]
    titles = [i for i, (a, b) in enumerate(tokens) if run[a:b].lower().strip(".,") in _TITLES]
    last = titles[-1] if titles else -1
    if last < 0 or last == len(tokens) - 1 or run[slice(*tokens[last + 1])] in {"of", "for"}:
        return [(begin, end)]
    office = [(begin, tokens[last][1])] if last else []
    return [*office, (tokens[last + 1][0], end)]


def _joins(left: str, right: str) -> bool:
    """Whether "and" stands inside one name ("Customs and Border Protection")."""
    one_name = len(left.split()) == 1 or re.search(r"\b(?:of|for)\b", left)
    ends_as_body = set(_words_of(right)) & _ORGANISATION or " of " in left
    return bool(one_name and ends_as_body and not set(_words_of(right)) & _TITLES)


def _words_of(run: str) -> list[str]:
    return [bare(w).lower() for w in run.split()]


def mentions(text: str, lower_words: frozenset[str] = frozenset()) -> list[Mention]:
    """Names of ``text`` in order.

    Args:
        text: what to read.
        lower_words: words that the document also writes in lower case; one of them that opens a
            sentence is taken as an ordinary word.
    """
    found: list[Mention] = []
    for match in _RUN.finditer(text):
        for begin, end in _split_run(text, match):
            start = _skip_opening(text, begin, end, lower_words)
            name = _tidy(text[start:end])
            core = _core(name)
            if not core or set(core) <= _CALENDAR or name in {"I", "A"}:
                continue
            found.append(Mention(name, start, start + len(name), core))
    return found


def _skip_opening(text: str, start: int, end: int, lower_words: frozenset[str]) -> int:
    """Leave out the first word when it is capitalised only because it opens a sentence."""
    first = text[start:end].split(maxsplit=1)[0]
    plain = bare(first).lower()
    ordinary = plain in lower_words or plain in _OPENERS or plain.endswith("ly")
    if plain in STOP_WORDS or (ordinary and plain not in _TITLES and _opens_sentence(text, start)):
        rest = text[start + len(first) : end]
        begin = re.search(r"[A-Z]", rest)
        return start + len(first) + begin.start() if begin else end
    return start


def lower_words(text: str) -> frozenset[str]:
    """The words that ``text`` writes in lower case somewhere."""
    return frozenset(re.findall(r"\b[a-z]{2,}\b", text))


class Names:
    """The names of one document, with a guess at what each is.

    Args:
        text: the part of the document that is read for names: its body, since in a headline in
            title case every word would be one.
    """

    def __init__(self, text: str) -> None:
        self.lower = lower_words(text)
        self.mentions = mentions(text, self.lower)
        self._text = text
        self._kinds: dict[Core, EntityKind] = {}
        # The names that hold a word: what one name is may depend on the longer ones.
        self._holding: dict[str, dict[Core, str]] = {}
        for mention in self.mentions:
            for word in mention.core:
                longest = self._holding.setdefault(word, {})
                longest[mention.core] = max(longest.get(mention.core, ""), mention.text, key=len)
        for mention in self.mentions:
            guess = self._guess(mention)
            if guess != "other" or mention.core not in self._kinds:
                self._kinds[mention.core] = guess

    def _longer(self, core: Core) -> list[Core]:
        """The document's names that hold all words of this one, itself included."""
        rarest = min((self._holding.get(word, {}) for word in core), key=len)
        return [known for known in rarest if set(core) <= set(known)]

    def kind(self, core: Core) -> EntityKind:
        """What a name is; a last name alone is what the whole name is."""
        own = self._kinds.get(core, "other")
        if len(core) > 1 or own == "place":
            return own
        word = core[0]
        longer = {
            kind
            for known in self._longer(core)
            for kind in [self._kinds[known]]
            if len(known) > 1 and (known[0] == word or (kind == "person" and known[-1] == word))
        }
        if "organisation" in longer:
            return "organisation"
        return "person" if "person" in longer and own != "organisation" else own

    def knows(self, core: Core) -> bool:
        """Whether the document has one name that holds all words of this one."""
        return bool(self._longer(core))

    def full(self, core: Core) -> str:
        """The fullest way in which the document writes this name; only persons are shortened."""
        person = self.kind(core) == "person"
        written = [
            self._holding[core[0]][known]
            for known in self._longer(core)
            if known == core or (person and self.kind(known) == "person")
        ]
        return max(written, key=len, default="")

    def in_text(self, text: str) -> list[Mention]:
        """Names of another text, read with what this document knows."""
        return mentions(text, self.lower)

    def persons(self, text: str) -> list[Mention]:
        """Those of them that name a person."""
        return [m for m in self.in_text(text) if self.kind(m.core) == "person"]

    def _guess(self, mention: Mention) -> EntityKind:
        tokens = _words_of(mention.text)
        if set(tokens) & _ORGANISATION or (mention.text.isupper() and len(mention.text) > 1):
            return "place" if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", mention.text) else "organisation"
        if tokens[-1] in _PLACE or tokens[0] in _PLACE:
            return "place"
        before = self._text[max(0, mention.start - _WINDOW) : mention.start]
        after = self._text[mention.end : mention.end + _WINDOW]
        title_before = re.search(r"\b([\w-]+)\.?,?\s+$", before)
        if mention.core[0] == "united" or re.match(r",\s+which\b", after):
            return "place" if mention.core[0] == "united" else "organisation"
        titled = title_before and title_before[1].lower() in _TITLES
        if (titled and tokens[-1] not in _TITLES) or _PERSON_VERB.match(after):
            return "person"
        if _PLACE_BEFORE.search(before):
            return "place" if len(mention.core) == 1 else self._two_words(mention, before)
        return self._two_words(mention, before)

    def _two_words(self, mention: Mention, before: str) -> EntityKind:
        """Two or three capitalised words, named again by the last alone or not at all: a person."""
        if 2 <= len(mention.core) <= _MAX_PERSON_WORDS and " of " not in mention.text:  # noqa: PLR2004
            last = mention.core[-1]
            again = (last,) in self._holding[last]
            if again and last not in self.lower:
                return "person"
            if not set(mention.core) & self.lower:
                return "other" if _PLACE_BEFORE.search(before) else "person"
        return "other"
