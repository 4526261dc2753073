"""Who says so: the chain of sources that a sentence names, outermost first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.schema import Attribution, Document, SourceKind
from summarizer.text.names import Names

_SAY = (
    "said|says|told|tells|reported|reports|added|adds|noted|notes|announced|claimed|claims|argued|"
    "confirmed|denied|denies|warned|wrote|stated|insisted|believes?|estimates?|explained|suggested|"
    "acknowledged|admitted|testified|revealed|alleged|predicted|projected|expects?|called|calls|"
    "promised|vowed|recalled|maintained|conceded|concedes|replied|retorted|countered|cautioned|"
    "declared|asserted|contended|thinks|thought|remarked|responded|stressed|joked|quipped|"
    "pointed out|put(?= [^.;]{1,60} at )|puts(?= [^.;]{1,60} at )"
)
_GROUP = re.compile(
    r"\b(?:(?:[\w-]+\s+){0,3}?(?:officials|residents|witnesses|experts|researchers|critics|"
    r"analysts|authorities|police|lawmakers|attendees|employees|workers|investigators|scientists))\b",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"\b(?:(?:multiple|several|two|three|four|some|other|unnamed|anonymous|senior|one|a)\s+)*"
    r"(?:sources?|"
    rf"(?:people|persons?)\s+(?:familiar|close|briefed)(?:\s+[\w’'-]+){{1,6}}?(?=,|\.?$|\s+(?:{_SAY})\b)|"
    r"insiders?|"
    r"(?:(?:an?|two|three)\s+)?(?:[\w-]+\s+){0,2}?(?:persons?|people|officials?|spokesperson|members?|"
    r"witness(?:es)?|employees?|workers?|inspectors?|advisers?)(?:\s+in\s+[\w\s]{3,30})?,?\s+"
    r"who\s+(?:asked|wished|did\s+not\s+want|declined)\s+(?:not\s+)?to\s+be\s+(?:named|identified|quoted))\b",
    re.IGNORECASE,
)
_NOT_NAMED = re.compile(r",?\s+who\s+(?:asked|wished|did|declined)\b.*$", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_CITED_BY = re.compile(r"\b(?:cited|quoted) by\s+", re.IGNORECASE)
_OUTLET_WORD = re.compile(
    r"\b(?:news|times|post|herald|tribune|journal|gazette|press|ledger|observer|chronicle|daily|"
    r"courier|reuters|bloomberg|politico|axios|bbc|cnn|npr|afp|guardian|telegraph|magazine)\b",
    re.IGNORECASE,
)
_THE_OUTLET = re.compile(
    r"\bthe\s+(?:outlet|newspaper|paper|network|broadcaster|magazine)\b",
    re.IGNORECASE,
)
_ADVERBS = (
    r"(?:(?:also|later|has|had|have|then|again|repeatedly|already|once|earlier|now|even|still)\s+)"
)
_SAYS_AFTER = re.compile(rf"^(?:\s*,[^,]{{1,110}},|,)?\s+{_ADVERBS}{{0,2}}({_SAY})\b")
_SPEAKS = re.compile(
    rf"\b(?P<who>he|she|they|it)\s+{_ADVERBS}{{0,2}}(?P<cue>{_SAY})\b", re.IGNORECASE
)
_BODY = re.compile(
    rf"\b(?:the|its)\s+(?P<who>company|union|agency|ministry|bank|operator|council|club|institute|"
    rf"board|association|group|firm|office|court|regulator|federation|museum|university)\s+"
    rf"{_ADVERBS}{{0,2}}(?P<cue>{_SAY})\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?i:an?|the|her|his|its|their)\s+(?:[\w-]+\s+){0,2}?(?:spokes(?:man|woman|person)|lawyer|"
    r"attorney|prosecutor|official|adviser|aide|minister|mayor|governor|director|manager|author)s?"
    r"(?:\s+(?:for|of)\s+(?:the\s+)?[A-Z][\w’']+(?:\s+[A-Z][\w’']+)*)?",
)
_SAYS_BEFORE = re.compile(rf"\b({_SAY})\s+(?:(?!that\b|it\b)[\w-]+\s+){{0,3}}$")
_LOOK_BACK = 12


@dataclass(frozen=True)
class _Link:
    start: int
    source: str
    kind: SourceKind
    cue: tuple[int, int]


def attribution(
    document: Document, names: Names, number: int, start: int, end: int
) -> tuple[Attribution, ...]:
    """The chain of the clause ``start:end`` of sentence ``number``; empty on its own authority.

    An outlet answers for the whole sentence, and so does a source that opens or closes it; any
    other answers for its own clause. "The outlet" is the outlet that was named last. The document's
    own outlet is never a link.
    """
    text = document.words_of(number)
    links = [*_named(text, names), *_anonymous(text), *_by_outlet(document, names, number)]
    links += _by_role(text, links) + _by_pronoun(document, names, number)
    own = (document.outlet or "").casefold()
    links = [link for link in links if link.source.casefold() != own or not own]
    begin = document.sentence(number).start
    links = [x for x in links if _reaches(text, x, start - begin, end - begin)]
    chain: list[Attribution] = []
    for link in sorted(links, key=lambda x: (x.kind != "outlet", x.start)):
        if all(link.source != known.source for known in chain):
            cue = document.span(begin + link.cue[0], begin + link.cue[1])
            chain.append(Attribution(source=link.source, kind=link.kind, cue=cue))
    return tuple(chain)


def _reaches(text: str, link: _Link, start: int, end: int) -> bool:
    opens = bool(_ACCORDING.match(text)) and link.cue[0] == 0
    closes = not re.search(r"\w+\W+\w+\W+\w+", text[max(link.cue[1], link.start) :])
    return link.kind == "outlet" or opens or closes or start <= link.cue[0] < end


def _cue(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words that make the name at ``start:end`` a source, or None."""
    according = _ACCORDING.search(text[:start])
    if according and len(text[according.end() : start].split()) <= 4:  # noqa: PLR2004
        return according.start(), according.end() - 1
    after = _SAYS_AFTER.match(text[end:])
    if after and not (after[1] == "told" and re.search(r"\bto\s+\w+", text[end + after.end() :])):
        return end + after.start(1), end + after.end(1)
    # "…, said Roth." names the speaker; "…, said Roth had left" does not.
    before = _SAYS_BEFORE.search(text[:start])
    closes = re.match(r"\W*$|\s*,", text[end:])
    return (before.start(1), before.end(1)) if before and closes else None


def _named(text: str, names: Names) -> list[_Link]:
    found = []
    for mention in names.in_text(text):
        cue = _cue(text, mention.start, mention.end)
        if cue is None:
            continue
        kind: SourceKind = "person" if names.kind(mention.core) == "person" else "organisation"
        if _OUTLET_WORD.search(mention.text):
            kind = "outlet"
        source = names.full(mention.core) or mention.text
        found.append(_Link(mention.start, source, kind, cue))
    return found


def _anonymous(text: str) -> list[_Link]:
    found = []
    kinds: tuple[tuple[re.Pattern[str], SourceKind], ...] = (
        (_ANONYMOUS, "anonymous"),
        (_GROUP, "group"),
    )
    for pattern, kind in kinds:
        for match in pattern.finditer(text):
            cue = _cue(text, match.start(), match.end())
            if cue is None and _CITED_BY.match(text[match.end() :].lstrip()):
                cue = match.start(), match.end()
            if cue is not None:
                source = _NOT_NAMED.sub("", match.group()).strip()
                found.append(_Link(match.start(), source, kind, cue))
    return found


def _by_role(text: str, known: list[_Link]) -> list[_Link]:
    """ "a spokesman said", where no name is given beside it."""
    found = []
    for match in _ROLE.finditer(text):
        cue = _cue(text, match.start(), match.end())
        named = any(link.cue == cue for link in known)
        beside = re.match(r",?\s+(?:[A-Z]|who\b)", text[match.end() :])
        if cue is not None and not named and not beside:
            found.append(_Link(match.start(), match.group(), "person", cue))
    return found


def _by_pronoun(document: Document, names: Names, number: int) -> list[_Link]:
    """ "she said" and "the union said": the one who was named last."""
    text = document.words_of(number)
    found = []
    for pattern in (_SPEAKS, _BODY):
        for match in pattern.finditer(text):
            who = match["who"].lower()
            kind: SourceKind = "person" if who in ("he", "she") else "organisation"
            if who == "they":
                continue
            source = _last_named(document, names, number, text[: match.start()], kind)
            if source:
                cue = match.start("cue"), match.end("cue")
                found.append(_Link(match.start(), source, kind, cue))
    return found


def _last_named(
    document: Document, names: Names, number: int, before: str, kind: SourceKind
) -> str:
    """The fullest name of the last person or organisation named, at most three sentences back."""
    texts = [before]
    earlier = range(number - 1, max(0, number - 4), -1)
    texts += [document.words_of(n) for n in earlier if document.sentence(n).kind == "body"]
    for text in texts:
        fitting = [m for m in names.in_text(text) if names.kind(m.core) == kind]
        if fitting:
            # The subject of an earlier sentence speaks on; within one it is whoever stands nearest.
            chosen = fitting[-1] if text is before else fitting[0]
            return names.full(chosen.core) or chosen.text
    return ""


def _by_outlet(document: Document, names: Names, number: int) -> list[_Link]:
    """ "the outlet added", "sources cited by the outlet"."""
    text = document.words_of(number)
    match = _THE_OUTLET.search(text)
    if not match:
        return []
    cue = _cue(text, match.start(), match.end())
    cited = _CITED_BY.search(text[: match.start()])
    if cue is None and cited:
        cue = cited.start(), match.end()
    outlet = _last_outlet(document, names, number)
    return [_Link(match.start(), outlet, "outlet", cue)] if cue and outlet else []


def _last_outlet(document: Document, names: Names, number: int) -> str:
    for earlier in range(number - 1, max(0, number - _LOOK_BACK), -1):
        if document.sentence(earlier).kind != "body":
            continue
        named = names.in_text(document.words_of(earlier))
        found = [m for m in named if _OUTLET_WORD.search(m.text)]
        if found:
            return found[-1].text
    return ""
