"""Those who were asked, and all of whom they are a sample."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.checks.alignment import aligned
from summarizer.checks.company import sentences, token_at
from summarizer.checks.predicates import read
from summarizer.text.figures import figures

_SAMPLED = re.compile(
    r"\b(?:asked(?! (?:to|for)\b)|polled|surveyed|interviewed|questioned|sampled|quizzed|"
    r"canvassed|contacted|"
    r"spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|wrote to|rang|phoned|telephoned|"
    r"approached|heard from|tested|"
    r"inspected|examined|checked|studied|followed|tracked|monitored|"
    r"(?:replied|answered|responded|took part|volunteered)|"
    r"respondents|volunteers|participants|(?:survey|poll|study|sample|trial) (?:of|among))\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:ask\w*|poll\w*|survey\w*|interview\w*|question\w*|sampl\w*|quizzed|canvass\w*|"
    r"contact\w*|"
    r"spok\w*|talked|test\w*|inspect\w*|examin\w*|check\w*|stud(?:y|ies|ied)|follow\w*|track\w*|"
    r"monitor\w*|repl(?:y|ied)|answer\w*|respond\w*|took part|taking part|volunteer\w*|particip\w*|"
    r"trial\w*|those|experiment|research\w*|they|them|visited|seen|reviewed|analys\w*)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:most|(?:a|the)(?: \w+)? majority(?: of)?|more than half(?: of)?|nearly all|almost all|"
    r"all|"
    r"(?:\d+|\w+) (?:percent|per cent|in ten|out of ten|thirds|quarters)(?: of)?)\b",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"\b(?:in|of|across|throughout) (?:the )?(?:country|city|region|nation|world|county|town|state|"
    r"province|district|area|industry|whole)\b|\b[\w-]+['’]s?\b|\bnational\w*|\b\w+wide\b|"
    r"\b(?:in|of|across) [A-Z]\w+",
)
_REACH = 6  # words from a share to the noun that it is of


def generalised(text: str, evidence: str) -> Iterator[tuple[str, str]]:
    """What the source found among those asked, where the claim says it of all of them."""
    share = _SHARE.search(text)
    sampled = _sampled(evidence) if share and not _OWNED.search(text) else {}
    if share is None or not sampled:
        return
    tokens = read(text).tokens
    first = token_at(text, share.end() - 1) + 1
    of = text[share.end() : share.end() + 8].lower().split()[:2] in (["of", "the"], ["of", "those"])
    pairs = aligned(text, evidence)
    for i in range(first, min(first + _REACH, len(tokens))):
        if any(j in sampled for j in pairs.get(i, ())):
            wide = _WIDE.search(text)
            if wide or not of:
                yield (
                    sampled[next(j for j in pairs[i] if j in sampled)],
                    text[share.start() : tokens[i].end],
                )
            return


@lru_cache(maxsize=4_000)
def _sampled(text: str) -> dict[int, str]:
    """The tokens of the nouns that a text counts among those asked, with its word for asking."""
    cues = list(_SAMPLED.finditer(text))
    if not cues:
        return {}
    where, tokens = sentences(text), read(text).tokens
    found = {}
    for figure in figures(text):
        if figure.kind != "count" or not figure.head:
            continue
        at = token_at(text, figure.start)
        for cue in cues:
            if where[token_at(text, cue.start())] != where[at]:
                continue
            for j in range(at, min(at + 4, len(tokens))):
                if tokens[j].content and not tokens[j].number:
                    found[j] = cue.group()
    return found
