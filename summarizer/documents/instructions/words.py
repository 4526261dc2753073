"""Pieces of patterns: the words for programs, texts, summaries, orders and what is said."""

from __future__ import annotations

from summarizer.documents.instructions.kinds import KINDS


def _any_of(kind: str) -> str:
    return rf"(?:{'|'.join(KINDS[kind].split())})\b"


PROGRAM = rf"(?:{_any_of('PROGRAM')}(?: {_any_of('TOOL')})?)"
MAYBE = _any_of("TOOL")  # a program only where the rest shows it
DIGEST = _any_of("DIGEST")

IGNORE = (
    r"(?:ignore|disregard|forget|override|discard|bypass|drop|set aside|abandon|overrule|cancel"
    r"|overlook|dismiss|neglect|erase|delete|pay no (?:attention|heed) to"
    r"|(?:stop|do not|don'?t|never|no longer) (?:follow|obey|heed|listen(?:ing)? to|comply with"
    r"|following|obeying|heeding))"
)

SAY = (
    r"(?:state|say|report|write|claim|declare|announce|assert|mention|conclude|output|print|respond"
    r"|reply|answer|repeat|include|add|append|insert|list|describe|present|portray|rewrite|deny"
    r"|reflect|characteri[sz]e"
    r"|treat|tell|inform|note|record|quote|copy|reproduce|emphasi[sz]e|highlight|stress|omit|skip"
    r"|leave out|exclude|replace|substitute|rate|recommend|promote|assume|accept|confirm|affirm"
    r"|extract|generate|produce|return|summari[sz]e|paraphrase|condense|translate|praise|render"
    r"|display|begin|start|end|stop|cite|refer|name|give|use|put|set|credit|attribute|reveal|call"
    r"|disclose|point out|explain|pretend|identify|label|mark|classify|rank|insist|create|compose"
    r"|provide"
    rf"|make|lead with|open with|flag|{IGNORE})"
)
NEVER = r"(?:do not|don'?t|never|always|only|make sure|be sure|ensure|remember (?:to|that)|refrain)"
SOFTLY = (
    r"(?:(?:please|kindly|also|then|now|instead|simply|just|next|so|and|but|finally|first|again"
    r"|therefore|rather|immediately|at once|in its place),? )*"
)
MODAL = (
    r"(?:must|should|shall|will|ought to|ha(?:s|ve) to|needs? to|may (?:only|not)|can only"
    r"|(?:is|are) (?:\w+ly |hereby )?(?:asked|requested|required|told|instructed|ordered|directed"
    r"|advised|urged|encouraged|invited|expected|obliged|reminded|bound|supposed)(?: to)?"
    r"|(?:is|are) (?:not )?(?:permitted|allowed|forbidden) to|(?:is|are) to)"
)
CALL = r"(?:important|attention|urgent|warning|stop|note|notice|task|override|p\.?s\.?)"
