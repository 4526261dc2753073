"""What a source says is not known, not decided or not answered yet."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.briefing.told import Told

_ASKS = r"(?:wh(?:o|om|ose|at|ich|en|ere|y|ether)|how|if)"
_NOT = r"(?:not|n['’]t|never|cannot|yet to)"
_REPLY = r"(?:answer|repl(?:y|ies)|response|word|decision)"
_SETTLED = (
    r"known|clear|certain|decided|determined|established|settled|disclosed|fixed|explained|"
    r"finali[sz]ed|resolved|agreed(?! to| with)|confirmed|verified|identified|"
    r"(?<=be )set|(?<=been )set(?! on| up| off| out)"
)
_TELLS = r"say|said|tell|told|know|known|explain|explained|disclose|disclosed|reveal|revealed"
_OPEN = re.compile(
    r"\b(?:"
    + "|".join(
        (
            r"unclear|unknown|unsure|un(?:decided|determined|explained|established|resolved|answered)",
            r"uncertain (?=" + _ASKS + r"\b)",
            r"(?:remains?|remained) (?:open|to be seen|a mystery)",
            rf"(?:leaves?|left) (?:it |the question )?open (?={_ASKS}\b)|(?:he|she|they) left open",
            r"(?:is|are|was|were) (?:still |also |as yet )?open (?=" + _ASKS + r"\b)",
            r"open question|questions? remains?",
            r"no (?:\w+ ){1,3}(?:has|have|had) yet been",
            # "Never decided" is a denial.
            r"(?:not|n['’]t|yet to)(?: yet)?(?: been)?(?: be)?(?: publicly| independently)? "
            rf"(?:{_SETTLED})",
            r"(?:unable|impossible|too early|too soon|cannot|could not|not able)"
            r"(?: to| for \w+ to)? (?:say|speak|tell|predict|judge|confirm|verify|rule out)",
            # Silence on a question, and not on a request such as "would not say more".
            rf"(?:{_NOT}|declined to|refus\w+ to)(?: yet)? (?:{_TELLS})(?: for [\w ]+?)? "
            rf"(?={_ASKS}\b)",
            r"(?:nobody|no one|none|neither)(?: \w+){0,3} "
            r"(?:knows?|knew|can say|could say|can tell|could tell)",
            rf"no {_REPLY} (?:yet|on|has|had|came)",
            r"no (?:date|price|cause|reason|motive|decision|name|figure)s? (?:has|have|had) "
            r"(?:yet )?been",
            rf"(?:has|have|had) not(?: yet)? (?:had|received|got|given) (?:an?|any) {_REPLY}",
            rf"(?:is|are|am|was|were) still (?:waiting|awaiting)(?: for)?"
            rf"(?= (?:an?|the|any) {_REPLY}| to hear|[.!]?$)",
        )
    )
    + r")\b",
    re.IGNORECASE,
)

_CLAUSE = re.compile(rf"\b{_ASKS}\b", re.IGNORECASE)
_NEAR = 20  # characters between what calls it open and the question


def is_open(one: Told) -> bool:
    """Whether a claim says that something is not known, not decided or not answered yet."""
    return one.claim.commitment == "unknown" or _says_open(one.content)


@lru_cache(maxsize=20_000)
def _says_open(content: str) -> bool:
    return bool(_OPEN.search(content))


def question_in(content: str) -> str:
    """What is asked: the question clause of a statement, or else all but what calls it open.

    Who does not know it is no part of the question: "the police do not know where the ring is".
    """
    match = _OPEN.search(content)
    if match is None:
        return content
    after = _CLAUSE.search(content, match.end())
    before = _CLAUSE.search(content, 0, match.start())
    if after and after.start() - match.end() <= _NEAR:
        return content[after.start() :]
    if before:
        return content[before.start() : match.start()]
    return f"{content[: match.start()]} {content[match.end() :]}"
