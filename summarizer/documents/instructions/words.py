"""Pieces of patterns: the words for programs, texts, summaries, orders and what is said."""

from __future__ import annotations

# "AI" before another noun ("AI firms", "an AI researcher") is no program.
_AI_ALONE = (
    r"a\.?i\.?(?='?s?(?: ?[:,;.!?)\]\"-]|$| (?:that|which|who|reading|processing|summari[sz]ing"
    r"|must|should|shall|will|may|is|are|has|have|needs?|and|or|please|to|you|do|only|asked|on"
    r"|eyes|can"
    r"|produc\w+|generat\w+|listen|report|say|state|write)\b))"
)
KIND = (
    r"(?:ai|a\.i\.|llms?|gpt|chatgpt|automat(?:ed|ic)|machine|language|generative|neural|artificial"
    r"|learning|virtual|digital|software|computer|robot(?:ic)?|non-human|(?:ai|gpt|llm|machine)-\w+"
    r"|summari[sz](?:ation|ing)|summary|text|web|foundation|conversational|content|large|small|any"
    r"|news|digest(?:ing)?|overview|(?:\w+-)(?:digest|summar\w+|overview))"
)
_THING = (
    r"(?:assistant|model|reader|agent|system|tool|bot|crawler|scraper|summari[sz]er|software"
    r"|program|engine|service|processor|processing|pipeline|network|generator|parser|indexer"
    r"|intelligence|aggregator|application|app)s?"
)
_NO_PERSON = (
    r"(?!['-]?s? (?:research|engineer|develop|expert|compan|firm|maker|start-?up|student|ethic|lab"
    r"|user|chief|scientist|critic|industry|market|scholar|law|consult|analyst|writer|boom)\w*)"
)
PROGRAM = (
    rf"(?:\b(?:{KIND} ){{1,4}}{_THING}\b{_NO_PERSON}|\b{_AI_ALONE}|\bais\b|\b(?:llm|gpt|chat ?bot"
    rf"|bot|summari[sz]er|crawler|scraper|machine|robot)s?\b{_NO_PERSON}|\bchatgpt\b)"
)
# These mean a program only where the rest shows it.
MAYBE = r"(?:assistant|model|system|software|program|tool|engine|agent|reader|machine)s?\b"

DIGEST = (
    r"(?:summar(?:y|ies)|abstracts?|digests?|recaps?|synops[ie]s|tl;?dr|outputs?|key (?:point"
    r"|fact)s?"
    r"|bullet points|takeaways|overviews?|claims extracted|generated (?:text|headline)s?"
    r"|(?:content|texts?|copy|anything|everything) (?:generated|based|derived|produced|written)"
    r" (?:from|on))"
)

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
