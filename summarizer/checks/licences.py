"""Words that claim the whole of something, and what in a source allows a claim to use them.

"All", "nationwide", "the first", "for good": a claim may say so only where its source does, in the
clause that the claim belongs to. A source that merely doesn't limit itself says less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.checks.company import company, token_at
from summarizer.checks.tokens import LONGEST
from summarizer.text.figures import figures

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_TIME = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|"
    r"Easter|Christmas|Ramadan|Lent)"
)
_REGION = (
    r"(?:country|city|nation|world|globe|region|continent|state|province|county|district|island|"
    r"town|industry|sector|borough|capital|peninsula|kingdom|union|republic|network|coast)"
)


@dataclass(frozen=True)
class Licence:
    """Words of a claim, and the words of a source that allow them."""

    name: str
    claim: re.Pattern[str]
    source: re.Pattern[str]


def _licence(name: str, claim: str, source: str) -> Licence:
    return Licence(
        name,
        re.compile(rf"\b(?:{claim})(?!\w)", re.IGNORECASE),
        re.compile(rf"\b(?:{source})(?!\w)", re.IGNORECASE),
    )


_ANY = r"(?<!ad )(?<!ave )(?<!as )(?<!id )(?<!if )(?<!ther )(?<!not )any\w*"

_LICENCES = (
    _licence(
        "all",
        rf"all(?! (?:over|about|along|around|right|day|night|but|told|the (?:same|more|while)|"
        rf"of a sudden|in all|too|{_NUMBER})\b)(?<!\bat all)(?<!above all)(?<!after all)"
        rf"(?<!of all)(?<!in all)(?<!first of all)|"
        r"everyone|everybody|everything|entire(?:ly)?|(?:the|its|their|his|her) whole|anyone|"
        r"anybody|fully|"
        r"completely|wholly|totally|always|invariably|unanimous(?:ly)?|unanimity|"
        r"in full|full(?= (?:refund|amount|price|cost|compensation|sum)\b)|"
        r"(?:at|in|under|of|on|for) any (?:time|circumstances?|kind|sort|conditions?|day|age|"
        r"reason)|"
        r"without exception|no exceptions?|across the board|all year round|year-round",
        rf"all|every\w*|each|entire(?:ly)?|whole|wholly|{_ANY}|full(?:y)?|complete(?:ly)?|"
        r"total(?:ly)?|always|invariably|unanim\w*|exceptions?|no|none|neither|nor|nobody|"
        r"nothing|not one|not a|not any|nowhere|100|both|throughout|year-round|only|destroy\w*|"
        r"ban(?:s|ned)?|(?:nation|country|city|world)-?wide|"
        r"consistent(?:ly)?|constant(?:ly)?|continuous(?:ly)?|sole(?:ly)?|exclusive(?:ly)?",
    ),
    _licence(
        "each",
        rf"(?<!for )every(?! (?:other|second|third|fourth|few|now|{_NUMBER})\b)|each(?! other)|"
        rf"daily|"
        r"nightly|(?:a?round|round) the clock",
        r"all|every\w*|each|apiece|any\w*|always|no|none|neither|nor|nobody|nothing|both|daily|"
        r"nightly|annual(?:ly)?|yearly|weekly|monthly|hourly|per|throughout|clock|year-round|"
        r"a (?:day|night|week|month|year|head|piece|person)|entire(?:ly)?|whole|regular(?:ly)?|"
        r"constant(?:ly)?|continuous(?:ly)?|unanim\w*|habitual\w*|respective(?:ly)?|"
        r"individual\w*|one by one|100",
    ),
    _licence(
        "area",
        rf"throughout(?= (?-i:[A-Z]))(?! {_TIME})|{_REGION}-?wide|"
        rf"(?:across|all over|around|throughout) (?:the )?(?:whole |entire )?{_REGION}|everywhere|"
        r"global(?:ly)?|universal(?:ly)?|nationally",
        rf"throughout|across|{_REGION}-?wide|\w+-wide|everywhere|all|every|whole|entire|"
        r"nation\w*|countr(?:y|ies)|world|globe|global\w*|around|any\w*|universal\w*|federal",
    ),
    _licence(
        "first",
        r"the (?:very )?first(?= of\b| (?:\w+ ){1,4}(?:to|ever|since|in)\b)|first[- ]ever|"
        r"for the first time|(?<!not )the only|the sole|the lone|never before",
        r"first|earliest|never|new|pioneer\w*|only|sole|lone|debut|maiden|no (?:other|one)|"
        r"inaugural|before|unprecedented|history|nobody|alone|single|ever|records?|(?:larg|bigg|"
        r"high|"
        r"long|strong|old|great|heavi|hott|cold|worst|best)\w*st",
    ),
    _licence(
        "ever",
        r"in (?:the )?(?:\w+['’]s? )?history|of all time|on record|since records began|"
        r"ever (?:made|seen|recorded|built|held|"
        r"staged|found|sold|played)",
        r"histor\w+|ever|never|records?|all[- ]time|world\w*|unprecedented|first|countr\w+|"
        r"nation\w*|global\w*",
    ),
    _licence(
        "sure",
        r"(?:is|are|was|were|been|now|firmly|it) (?:\w+ )?(?:certain|established|known|proven|"
        r"proved|settled)"
        r"(?= that\b| to\b|$)|beyond (?:any )?doubt|without (?:any )?doubt|conclusive(?:ly)?|"
        r"undoubtedly|definitely|firm evidence|clear evidence|proof that|definitive(?:ly)?",
        r"certain\w*|establish\w*|known|knows?|prove[nds]?|proof|proving|doubt\w*|conclusi\w+|"
        r"definit\w+|evidence|confirm\w*|settled|show(?:s|ed|n)?|found|finds?|demonstrat\w+|sure|"
        r"clear(?:ly)?|verif\w+|officially|determined|identified|undisputed|will|must",
    ),
    _licence(
        "permanent",
        r"permanent(?:ly)?|forever|for ever|for good|indefinite(?:ly)?|for life|"
        r"never(?: [\w-]+){1,6} again|once and for all|from now on|irrevocabl[ey]|"
        r"(?:will|would|to) (?:\w+ )?ever",
        r"permanent\w*|forever|ever|for good|indefinite\w*|life\w*|never|no longer|irrevocabl[ey]|"
        r"until further notice|abolish\w*|scrap\w*|discontinu\w*|no more|"
        r"abandon\w*|quit\w*|retire\w*|ban(?:s|ned)?|open-ended",
    ),
    _licence(
        "unconditional",
        r"whatever (?:the|their|its|his|her)|unconditional(?:ly)?|either way|no strings|(?:no|"
        r"without) conditions?|automatic(?:ally)?|"
        r"in any event",
        r"whatever|regardless|unconditional\w*|no|irrespective|whether|any\w*|either|automatic\w*|"
        r"even|all|every\w*|without|not",
    ),
    _licence(
        "only",
        rf"only(?! (?:\d|a|an|if|when|after|once|just|in \d|about|then|because|{_NUMBER})\b)"
        r"(?<!not only)(?<!the only)|solely|"
        r"exclusively|nothing but|no one but|nobody but|(?:the|his|her|its|their) sole|"
        r"(?<=[a-z] )alone(?= *[.,;]?$)|no other|nobody else|no one else|nothing else",
        r"(?<!not )(?:only|sole(?:ly)?|exclusiv\w+|just)|alone|single|nothing|no one|"
        r"nobody|limit\w*|"
        r"restrict\w*|confined|reserved|except|apart|other|none|purely|merely|lone|few|"
        r"wholly",
    ),
)
# What a source says instead, for the message.
_LIMITS = re.compile(
    r"\b(?:only|some|several|half|most(?:ly)?|many|few|parts? of|mainly|largely|on average|"
    r"average|until|unless|for now|temporar(?:y|ily)|one of|among|at (?:the )?weekends?|"
    r"except|apart from|first)\b",
    re.IGNORECASE,
)
# These say little of how many: the source must limit itself.
_LOOSE = frozenset("everyone everybody anyone anybody everything".split())
_ENOUGH = 0.45  # of the company that the claim keeps in its best clause
_LITTLE = 1.5  # words: a claim with less company has no clause of its own


_MOST_OF = re.compile(
    r"\b(?:most(?= of\b| [a-z]+s\b| people\b)|(?:a|the) (?:\w+ )?majority|(?:more than|"
    r"over) half(?! an?\b)|"
    r"the bulk)\b|\b(?:nearly|almost|virtually|practically) (?:all|every\w*)\b",
    re.IGNORECASE,
)
_NEARLY = re.compile(r"vast|overwhelming|nearly|almost|virtually|practically", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:most(?:ly)?|(?:over|more than|above) half|majority|mainly|largely|chiefly|primarily|"
    r"predominant\w*|general(?:ly)?|usual\w*|"
    r"bulk|all|every\w*|each|typical\w*|normal\w*|overwhelming\w*|"
    r"common(?:ly)?|widespread|whole|entire(?:ly)?|dominate[sd]?|dominant)\b",
    re.IGNORECASE,
)
_NEARLY_ALL = re.compile(
    r"\b(?:all|every\w*|vast|overwhelming\w*|nearly|almost|virtually|practically|each|none|no|few|"
    r"nobody|hardly|whole|entire(?:ly)?|unanim\w*|dominate[sd]?)\b",
    re.IGNORECASE,
)
_DOUBTS = re.compile(
    r"\b(?:doubt(?:s|ed|ing)?|question(?:s|ed|ing)?|den(?:y|ies|ied)|disput(?:es|ed)|whether|"
    r"not (?:sure|certain|clear|convinced|known|say|said)|(?:did|does|do|will|would) not (?:say|"
    r"think|"
    r"believe|mean|claim)|far from)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+)*", re.IGNORECASE)
_HALF, _MOST_SHARE = 50.0, 75.0


def _shares(evidence: str, above: float) -> Iterator[int]:
    """Where a source gives a part of something that is greater than so many per cent."""
    found = figures(evidence)
    for i, figure in enumerate(found):
        if figure.kind == "share":
            share = figure.high or figure.value
        elif figure.parts:
            share = 100 * figure.parts[0] / (sum(figure.parts) or 1)
        elif figure.kind == "count" and figure.value:
            # "22 of the 30"; "of the 30, 22": there the noun is that of the number before.
            wholes = [f.value for f in found[:i] if figure.lent and f.sentence == figure.sentence]
            after = found[i + 1] if i + 1 < len(found) else None
            if after and _PART_OF.fullmatch(evidence, figure.end, after.start):
                wholes = [after.value]
            whole = max(wholes, default=0.0)
            share = 100 * figure.value / whole if whole else 0.0
        else:
            share = 0.0
        if share > above:
            yield figure.start


def unlicensed(text: str, evidence: str) -> Iterator[tuple[str, str]]:
    """The words of the claim that its source does not allow, with what the source says or ""."""
    for name, word, span in _sweeping(text):
        beside = company(text, evidence, frozenset(range(*span)))
        best = max(beside, default=0.0)
        allowed = _allowed(evidence, name)
        least = _ENOUGH * best if best >= _LITTLE else 0.0
        if not any(beside[j] >= least for j in allowed):
            instead = _instead(evidence, beside, least)
            if instead or word.lower() not in _LOOSE:
                yield instead, word


@lru_cache(maxsize=4_000)
def _sweeping(text: str) -> tuple[tuple[str, str, tuple[int, int]], ...]:
    """The sweeping words of a claim: of which kind, and their tokens."""
    text = text[:LONGEST]
    matches = [(each.name, _asserted(each.claim, text)) for each in _LICENCES]
    most = _asserted(_MOST_OF, text)
    nearly = most and _NEARLY.search(most.group())
    matches.append(("nearly all" if nearly else "most", most))
    return tuple(
        (name, m.group(), (token_at(text, m.start()), token_at(text, m.end() - 1) + 1))
        for name, m in matches
        if m
    )


def _asserted(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match that the text doesn't doubt or deny ("doubts that all of them are old")."""
    doubts = _DOUBTS.search(text)
    return next((m for m in pattern.finditer(text) if not doubts or m.start() < doubts.end()), None)


@lru_cache(maxsize=4_000)
def _allowed(evidence: str, name: str) -> tuple[int, ...]:
    """The tokens of a source where it allows a kind of sweeping word."""
    evidence = evidence[:LONGEST]
    if name in ("most", "nearly all"):
        pattern, above = (_MANY, _HALF) if name == "most" else (_NEARLY_ALL, _MOST_SHARE)
        more = [*_shares(evidence, above)]
    else:
        pattern, more = next(each.source for each in _LICENCES if each.name == name), []
    starts = [m.start() for m in pattern.finditer(evidence)]
    return tuple(dict.fromkeys(token_at(evidence, start) for start in starts + more))


def _instead(evidence: str, beside: tuple[float, ...], least: float) -> str:
    for match in _LIMITS.finditer(evidence[:LONGEST]):
        if beside and beside[token_at(evidence, match.start())] >= least:
            return match.group()
    return ""
