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
NAMED = r"(?:chatgpt|gpt(?:-?\d\w*)?|claude|gemini|copilot|llama|grok|mistral|siri|alexa)\b"
# These mean a program only where the rest shows it.
MAYBE = r"(?:assistant|model|system|software|program|tool|engine|agent|reader|machine)s?\b"

NOUN = (
    r"(?:page|article|text|story|stories|document|content|report|post|piece|site|website|file"
    r"|passage|message|material|source|item|input|column|entry|dispatch|coverage|write-?up|lines)s?"
)
_BARE_THIS = (
    r"|this\b(?=[,.:;!?)]| ?$| (?:must|should|shall|will|may|has|is|are|and|or|to|from|in|with"
    r"|ought"
    r"|needs?|please|one|\w+ed)\b)"
)
TEXT = (
    r"(?:(?:this|these|the (?:above|following|present|preceding|attached|given|current|entire"
    rf"|whole)) (?:(?:news|web|blog|press|whole|entire) )?{NOUN}|the {NOUN} (?:above|below|here)"
    rf"|the above{_BARE_THIS})"
)
# The same without a "this" that stands alone.
NAMED_TEXT = TEXT.replace(_BARE_THIS, "")
DIGEST = (
    r"(?:summar(?:y|ies)|abstracts?|digests?|recaps?|synops[ie]s|tl;?dr|outputs?|key (?:point"
    r"|fact)s?"
    r"|bullet points|takeaways|overviews?|claims extracted|generated (?:text|headline)s?"
    r"|(?:content|texts?|copy|anything|everything) (?:generated|based|derived|produced|written)"
    r" (?:from|on))"
)

RULES = (
    r"(?:instructions?|prompts?|directions|directives?|rules|guidelines|constraints|commands"
    r"|programming|training|system messages?|restrictions|guardrails|policies)"
)
EARLIER = r"(?:previous|prior|above|earlier|preceding|original|initial|existing|former|system|your)"
QUITE = r"(?:(?:all|any|every|each|of|the|your|those|these|other|and|or|such|prior|everything) )"
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
YOU_MUST = r"(?:you (?:must|should|will|are to)(?: now)? )?"
_LISTEN = r"(?:listen|read on|pay attention|take note|please|look|remember|consider|obey|follow)\b"
_DO = (
    r"(?:act|remove|change|correct|consider|keep|focus|avoid|shorten|stick|open|send|visit|click"
    r"|run|execute|fetch|apply|adopt|speak|talk|go|do|be|show|let|take|leave|change|swap|choose)"
)
ORDER = (
    rf"(?:{SOFTLY}(?:{SAY}|{NEVER}|{_LISTEN}|{_DO})\b"
    r"|(?:you|it|they) (?:must|should|shall|will|are to)\b)"
)
MODAL = (
    r"(?:must|should|shall|will|ought to|ha(?:s|ve) to|needs? to|may (?:only|not)|can only"
    r"|(?:is|are) (?:\w+ly |hereby )?(?:asked|requested|required|told|instructed|ordered|directed"
    r"|advised|urged|encouraged|invited|expected|obliged|reminded|bound|supposed)(?: to)?"
    r"|(?:is|are) (?:not )?(?:permitted|allowed|forbidden) to|(?:is|are) to)"
)
# The same of verbs that are about words only.
SPOKEN = rf"(?:{SOFTLY}(?:{SAY}|{NEVER}|please)\b|you (?:must|should|shall|are to)\b)"

START = r"(?:^|(?<=[.:;!?)\]>|*#=~-] )|(?<=[(\[<{*#\"'|>/-]))"
CALL = r"(?:important|attention|urgent|warning|stop|note|notice|task|override|p\.?s\.?)"
LABEL = (
    r"(?:note|notice|message|memo|instructions?|attention|reminder|correction|update|directive"
    r"|guidance|guidelines?|request|hint|comment|hidden text|text|command|prompt|advice"
    r"|information|info|warning|alert|summary|tl;?dr|addendum|annotation|appeal|word|metadata"
    r"|context|p\.?s\.?)"
)
SAID_OF = (
    r"(?:called|described|stated|reported|mentioned|included|presented|treated|given|listed|named"
    r"|said|summari[sz]ed|quoted|aware|know|bear in mind|understand)"
)
PROCESSING = (
    r"\b(?:summari[sz]|condens|shorten|paraphras|abridg|digest(?:ing|s)\b|recap|pars(?:e|ing)"
    r"|scrap(?:e|ing)|crawl|ingest)\w*"
)
READS = (
    r"(?:read|pars|process|summari[sz]|condens|crawl|index|scrap|ingest|analy[sz]|visit|scan"
    r"|paraphras|digest|handl|consum|cit|quot|rewrit|shorten|review|encounter|see|us|evaluat"
    r"|recap|abridg|extract|generat|produc|open|load|access|view|fetch|retriev|translat|work"
    r"|deal|prepar|compil)\w*"
)
# A word of this kind after "AI" makes a sentence about it, not an address to it.
NO_CLAUSE = r"(?:(?!\b(?:say|says|said|reads?|is|are|was|were|tell|tells)\b)[^.])"
NO_VERB = (
    r"(?!(?:was|were|is|are|has|had|have|did|does|can|could|got|gets|would|to|for|said|says)\b)"
)
