"""How firmly the source commits itself, and the polarity of what it says."""

from __future__ import annotations

import re

from summarizer.checks.negation import has_negation
from summarizer.schema import Attribution, Commitment

# The contract's order: the first that fits.
_CUES: tuple[tuple[Commitment, re.Pattern[str]], ...] = (
    (
        "unknown",
        re.compile(
            r"\b(?:unclear|unknown|not (?:yet )?(?:known|clear|certain)|uncertain|undetermined|"
            r"remains? to be seen|no word on|not (?:yet )?(?:said|disclosed|determined)|"
            r"(?:do|does|did) not (?:yet )?(?:know|say) "
            r"(?:whether|who|how|why|what|when|which|if|where)|"
            r"not (?:yet )?been (?:decided|determined|settled|disclosed|announced)|"
            r"(?:would|will) not (?:yet )?say|declined to say|refused to say|"
            r"(?:nobody|no one) (?:knows|has said)|nor (?:is it|are they) known|"
            r"nor has \w+ said|ha(?:s|ve) (?:not|yet to) (?:yet )?be(?:en)? (?:established|"
            r"determined)|"
            r"has yet to be (?:determined|established|decided)|without saying (?:whether|who|when)|"
            r"could not (?:say|tell|confirm) (?:whether|that|if)|left (?:it )?open|"
            r"open question|still open|an? (?:complete )?mystery)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "denied",
        re.compile(
            r"(?<!not )(?<!never )\b"
            r"(?:den(?:y|ies|ied|ying)|disput(?:es?|ed) (?=the|that|it|this|any)|"
            r"reject(?:s|ed) (?:the|that|a|an|any) (?:claim|allegation|accusation|report|"
            r"suggestion)s?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "forecast",
        re.compile(
            r"\b(?:forecasts?|projected|projections?|predict\w*|(?:is|are|was|were) expected|"
            r"expects?|estimates? that|on course|would (?!have|rather|not (?:have|comment|say|"
            r"be drawn|"
            r"discuss|confirm|deny|speak|talk|elaborate|answer|identify|disclose|reveal|"
            r"specify))|if|"
            r"puts? (?:the )?(?:cost|chances?|price|revenue|growth|likelihood) (?:\w+ ){0,6}at)\b|"
            r"^should\b",
            re.IGNORECASE,
        ),
    ),
    (
        "intended",
        re.compile(
            r"(?<!had )\b(?:plans? to|planned to|intend(?:s|ed)?|aims? (?:to|at)|aimed at|"
            r"seeks? to|"
            r"scheduled (?:to|for)|voted (?:[\w ]{1,30} )?to (?=[a-z]+)|vow(?:s|ed)?|promis\w+|"
            r"pledg\w+|set to|due to (?=\w+\b)|wants?|hopes? to|will|going to|"
            r"ordered|directed|instructed|proposes?|proposed|about to|"
            r"(?:is|are|was|were) (?:not )?to (?!blame)[a-z]+|told [\w\s,]{2,40} to [a-z]+|"
            r"demand(?:s|ed)? that)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "possible",
        re.compile(
            r"\b(?:(?-i:may)(?! no)|might|could(?! not)|possibl[ey]|perhaps|believe[ds]?|alleges?|"
            r"alleged(?:ly)?|suspected(?! cases?)|suspects? (?:that|of)|doubts|"
            r"likely|likelier|unlikely|potentially|apparently|appears? to|accus(?:es|ed|ing)|"
            r"(?:is|are) feared|fears? (?:that|of))\b",
            re.IGNORECASE,
        ),
    ),
    ("reported", re.compile(r"\b(?:reportedly|is said to|are said to|rumou?red)\b", re.IGNORECASE)),
)
# "She said she would leave": what a speaker says of herself is a plan, not a prediction.
_OWN_PLAN = re.compile(
    r"\b(?:said|says|told|announced|added|insisted|confirmed|wrote)\b[^.;]{0,40}?"
    r"\b(?:he|she|they|it|we|I)\s+(?:also\s+|still\s+)?would\b",
    re.IGNORECASE,
)
_NOT_NEGATIVE = re.compile(
    r"\bnot (?:yet )?(?:known|clear|certain|said|disclosed|determined|been (?:decided|settled))\b|"
    r"\bnot (?:want )?to be (?:named|identified|quoted)\b|\bno longer\b|\bnot only\b|"
    r"\bno (?:fewer|less|more|later|sooner|better|worse) than\b|"
    r"\b(?:do|does|did) not (?:yet )?(?:know|say) (?:whether|who|how|why|what|when|which|if)\b",
    re.IGNORECASE,
)


def commitment(part: str, chain: tuple[Attribution, ...]) -> Commitment:
    """The first level of the contract that the words of a part fit.

    Args:
        part: the source's words.
        chain: who says so; an anonymous source makes it at most ``reported``.
    """
    for level, cue in _CUES:
        if cue.search(part):
            own = level == "forecast" and _OWN_PLAN.search(part) and "if" not in part.split()
            return "intended" if own else level
    return "reported" if any(link.kind == "anonymous" for link in chain) else "factual"


def negated(text: str) -> bool:
    """Whether the content itself is negative; "it is not known" and a denial are not."""
    return has_negation(_NOT_NEGATIVE.sub("", text))
