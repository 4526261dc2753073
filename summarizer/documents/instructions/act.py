"""The signal that it is about what a program was told, or what it is to make of this text."""

from __future__ import annotations

from summarizer.documents.instructions.abroad import ABROAD
from summarizer.documents.instructions.duties import DUTIES, LIKELY_DUTIES
from summarizer.documents.instructions.forms import OPENING, signal_of
from summarizer.documents.instructions.words import (
    DIGEST,
    EARLIER,
    IGNORE,
    MODAL,
    NEVER,
    NOUN,
    ORDER,
    QUITE,
    RULES,
    SAY,
    SOFTLY,
    TEXT,
    YOU_MUST,
)

ACT = signal_of(
    rf"\b(?:{DIGEST}|{NOUN}|{RULES}|you|your|yourself|data|points?|content|{IGNORE}|respond|reply|answer|output|print|return"
    r"|generate|sentence|statement|paragraph|section|line|note|task|users?|following|this|these"
    r"|include|add|insert|append|repeat"
    r"|copy|quote|extract|record|version|readers?|summari[sz]\w*|paraphras\w*|condens\w*|tell"
    r"|inform"
    r"|new|when\w*|everything|facts?|act|behave|speak|role|persona|stop|objective|format|voice"
    r"|style|tone|state|say|report|write|claim|declare"
    r"|announce|assert|mention|conclude|affirm|insist|pretend|instruct|ask|urge|direct|advise|get"
    r"|warn)\b|ignore"
    r"|disregard|forget|"
    r"ignor|olvid|omit|descart|oubli|vergiss|negeer|missacht|modell?|sprach|\bki\b|\bki-|\bia\b"
    r"|inteligencia|kunstliche|resum|zusammenf",
    {
        4: (
            # Ignore all previous instructions. / Disregard the above.
            rf"{OPENING}{YOU_MUST}{IGNORE} (?:about )?{QUITE}{{0,4}}"
            rf"{EARLIER}(?: \w+){{0,2}}? {RULES}(?! (?:about|on|regarding|concerning|from) )",
            rf"{OPENING}{IGNORE} {QUITE}{{0,4}}(?:{RULES}|what|everything|anything)[^.]{{0,12}}"
            r" (?:you|were)(?: \w+){0,3}? (?:received|given|told|got|asked|read|seen|learned)"
            r"[^.]{0,20}\b(?:before|above|earlier|previously|so far|until now|this point)\b",
            rf"{OPENING}{IGNORE} {QUITE}{{0,3}}{RULES} (?:above|before this|so far)\b",
            rf"{OPENING}{IGNORE} {QUITE}{{0,4}}(?:(?:previous|prior|earlier"
            rf"|preceding) (?:context"
            r"|conversation|messages?|text|content|input)|(?:text|content|context|messages?)"
            r" (?:before|above|after|below))\b",
            rf"\b(?:real|correct|true|right|proper|actual) {DIGEST} (?:of {TEXT} )?"
            r"(?:is|reads|should be)\b",
            rf"\bwhen(?:ever)? you (?:mention|refer to|describe|discuss|name|write about)\b"
            rf"[^.]{{0,40}}, (?:please )?{SAY} (?:that\b|\"\")",
            r"^\W*(?:\w+ ){0,2}?(?:prompt|task|instruction|role) (?:update|change|addition"
            r"|override)\b",
            rf"{OPENING}{IGNORE} {QUITE}{{0,3}}{RULES} (?:that )?you (?:were|have been) ",
            rf"\byour {RULES} (?:do not|don't|no longer) apply\b",
            rf"\b{EARLIER} (?:instructions|prompts?|directi\w+|commands) (?:are|is|no longer)"
            r" (?:now )?(?:void|appl|overrid|null|cancelled)",
            rf"\b(?:to|must|should|shall) be (?:included|mentioned|stated|inserted|added|repeated"
            rf"|quoted|used|put|called) (?:[^.]{{0,30}} )?(?:in|into|by) (?:all|any|every|each"
            rf"|your)"
            rf" (?:\w+ )?{DIGEST}",
            rf"{OPENING}{IGNORE} (?:\w+ ){{0,3}}?(?:above|preceding)(?=[ .,;:!-]*(?:$|and\b"
            rf"|text\b"
            r"|content|article|paragraph|sentence|instead)|[.,;:!-])",
            rf"{OPENING}{IGNORE} (?:the |this )?(?:rest of (?:the|this) |entire |previous )"
            r"(?:article|text|content|document|page|story)\b",
            rf"{OPENING}{IGNORE} (?:everything|all|anything) (?:above|before this"
            rf"|that came before"
            r"|(?:that )?precedes|written (?:above|here|so far)"
            r"|(?:you )?(?:have )?read (?:above|so far|here|until now))",
            r"(?:ignore|disregard|forget)\w{0,9}(?:previous|prior|above|earlier)\w{0,6}"
            r"(?:instruction|prompt|rule)",
            # Any summary of this text must … / When summarising this article, …
            rf"{DIGEST} (?:\w+ )?(?:of|for|from|based on|about) {TEXT}[^.]{{0,30}}?\b{MODAL}\b",
            rf"\b{MODAL} (?:also )?be (?:\w+ ){{0,3}}?(?:in|into|by) (?:any|every|all|each|the"
            rf"|your)"
            rf" (?:\w+ )?{DIGEST} of {TEXT}",
            rf"{TEXT} (?:must|should|is to|may only|can only) be (?:summari[sz]ed|described"
            r"|treated|condensed|shortened|paraphrased)\b",
            r"\b(?:when|while|whenever|if|before|after|in|once)"
            r"(?: you(?: are|'re)?| asked to| asked| it is| being)?(?: \w+ly)?"
            r" (?:summari[sz]|condens|paraphras|process|extract|rewrit|recap|digest|shorten|abridg"
            rf"|analy[sz])\w*(?: \w+){{0,3}}? {TEXT}(?!,? \w+ed\b)[^.]{{0,60}}?[,:;-] ?"
            rf"(?:[^.]{{0,30}}[,;] ?)?(?:{ORDER}|you\b|your\b)",
            rf"^\W*{SOFTLY}(?:before|when|while|as|if|once) you(?: are|'re)? (?:summari[sz]|condens"
            r"|paraphras|abridg)\w*(?: it| this)? ?(?::| - )",
            r"\bif you(?: are|'re) (?:summari[sz]|paraphras|condens|generat)\w+[^.]{0,30}?, ?"
            rf"{ORDER}",
            rf"\bwhen(?:ever)? (?:you are |you're )?asked (?:about|for|to|what"
            rf"|who)\b[^.]{{0,40}}?, "
            rf"{SAY} (?:only )?(?:that|with|:|\")",
            rf"{OPENING}(?:do not|don't|never|refuse to|stop) (?:summari[sz]|paraphras|condens)\w+"
            rf"(?: {TEXT}|[.;:!]|$)",
            rf"\b{MODAL} (?:appear|stand|feature|be present) (?:\w+ )?in (?:any|every|each|all"
            rf"|your)"
            rf" (?:\w+ )?{DIGEST}",
            rf"^\W*(?:begin|start)(?: of)? {DIGEST} ?[:\]-]",
            rf"{OPENING}{IGNORE} {QUITE}{{0,4}}(?:safety|content|ethic\w+|usage) {RULES}",
            # Your task is another one from here on.
            r"\byour (?:(?:new|next|only|sole|real|actual|true|current|first|main|one) )+(?:task"
            r"|job"
            rf"|role|goal|objective|purpose|mission|function) (?:is|are) (?:now )?to {SAY}\b",
            r"\byour (?:system (?:prompt|message)|context window|(?:new|updated|real|actual"
            r"|original)"
            r" (?:instructions|prompt))\b",
            r"\byou are (?:now |hereby )(?:in|an?|acting|operating|no longer)\b[^.]{0,40}(?:mode"
            r"|assistant|model|ai\b|bot|agent|summari[sz]er|unrestricted|bound|free of)",
            r"\b(?:new|updated|further|secret|hidden|these) (?:\w+ )?(?:instructions?|prompt|task)"
            r" (?:follow|begin)s?[.:!]",
            r"\byour (?:instructions|task|role|prompt|goal|objective|purpose|job) (?:has"
            r"|have) (?:changed|been)\b",
            r"\bwhatever you (?:were|are|have been|had been) (?:asked|told|instructed)\b",
            rf"{OPENING}{IGNORE} (?:what|everything|all)(?: that)? (?:follows|precedes"
            rf"|comes? (?:next"
            r"|before)|came before|is (?:written )?(?:above|below))\b",
            rf"{OPENING}(?:add|append|insert) (?:\w+ ){{0,2}}?(?:to|into) (?:the |your "
            rf"|any )?{DIGEST}",
            rf"{OPENING}(?:instruct|tell|ask|urge|direct|advise|persuade|get|warn) your user\b",
            # Report that everyone is safe: to a reader it would say who is to be told, or "you".
            rf"^\W*{SOFTLY}(?:state|say|report|write|claim|declare|announce|assert|mention"
            rf"|conclude"
            r"|output|repeat|affirm|insist|pretend) (?:also |instead |only |clearly )?that"
            r" (?!you\b|your\b|i\b|my\b|we\b|our\b|to\b|in\b|at\b|is\b|on\b|by\b)(?:\w+\W+){2}",
            *DUTIES,
            # In other languages.
            *ABROAD,
        ),
        3: (
            *LIKELY_DUTIES,
            rf"{OPENING}{YOU_MUST}{IGNORE} (?:the|this) (?:news )?(?:article|text|document|page"
            r"|report)\b",
            rf"{OPENING}(?:make sure|ensure|see to it)(?: that)? (?:the|any|every|each|your)"
            rf" (?:\w+ )?{DIGEST}",
            rf"\bwhen(?:ever)? you (?:list|write|produce|give|generate|make)"
            rf" (?:the|your|its|their) (?:\w+ )?{DIGEST}",
            r"\beverything above (?:is|was|has)\b",
            r"\byou have been (?:updated|reprogrammed|reset|reconfigured|jailbroken|overridden)\b",
            rf"\b{EARLIER} {RULES} (?:are|is|have been|has been|no longer) (?:now )?(?:void"
            r"|cancelled|lifted|suspended|revoked|appl|overrid|obsolete|null|updated|replaced)",
            rf"{OPENING}{IGNORE} [^.]{{0,40}}\b(?:developer|system prompt|operator|prompt)s?\b",
            r"\beverything (?:before|above|after|below) this (?:line|point|sentence|paragraph)\b",
            r"\brest of (?:the|this) (?:article|text|page|document) is\b",
            rf"\byour (?:\w+ )?{DIGEST}",
            rf"{OPENING}(?:(?:you (?:must|should|are to)|{NEVER}) (?:not )?)?{SAY}\b[^.]{{0,60}}"
            rf"\b(?:in|into|to|from|of|as) (?:the|any|every|each|a|all) (?:\w+ )?{DIGEST}\b",
            rf"\b(?:in|into|to|from) (?:the|any|every|each|a|all) (?:\w+ )?{DIGEST}, {ORDER}",
            r"\b(?:generating|producing|writing|creating|making|preparing|asked for)"
            rf" (?:an?|the|your|any) {DIGEST} of {TEXT}",
            r"\b(?:when|while|whenever) (?:summari[sz]|paraphras|condens)ing,",
            rf"{OPENING}(?:summari[sz]e|paraphrase|condense) (?:this|the) (?:\w+ )?{NOUN}"
            r" (?:as|in|by|with|to)\b",
            rf"{OPENING}(?:describe|present) (?:this|the) (?:article|text|story|page"
            rf"|document) as\b",
            rf"{OPENING}(?:write|generate|produce|create|compose|give|make|draft) (?:an?|the|one)"
            rf" (?:\w+ ){{0,2}}?(?:{DIGEST}|headline|title)\b",
            rf"{OPENING}(?!note|cite|rate|report this)(?:{NEVER} )?{SAY} [^.]{{0,80}}"
            r"\b(?<!copy )(?<!top )(?<!bottom )(?<!foot )(?<!back )(?:in|of|from|for|about|as|by"
            r"|that)"
            r" (?:this (?:article|text|page|document)|the (?:article|text))\b",
            rf"{OPENING}(?:assume|take on|adopt|play) the (?:role|persona|voice|identity) of\b",
            r"\byou (?:no longer|do not|don't|now) (?:summari[sz]|condens|paraphras)\w*",
            r"^\W*(?:response|output|answer|reply) format\b",
            r"^\W*stop (?:processing|reading|summari)\w*",
            rf"{OPENING}{IGNORE} (?:all|any) other (?:content|text|instructions|prompts"
            rf"|articles)\b",
            r"\byou(?:'re| are| were|'ve been| have been)(?: \w+){0,3}? (?:summari[sz]|condens"
            r"|paraphras)\w+",
            r"\bthe user (?:wants|expects|needs|asks|has asked|would like|asked)(?: \w+)? you\b",
            rf"\b(?:all|any|every|each) {DIGEST} {MODAL} (?:\w+ ){{0,2}}?{SAY}",
            rf"{OPENING}(?:translate|rewrite|rephrase|shorten|convert|expand|summari[sz]e"
            rf"|paraphrase"
            rf"|condense) (?:this|the (?:above|following)) {NOUN}\b",
            rf"\b{DIGEST} {MODAL} {SAY} that\b",
            rf"\binstead of (?:an?|the|your|any) {DIGEST}",
            r"\b(?:correct|true|actual|real) version (?:is|here|follows|below)\b",
            # What is to be put out, and about this line itself.
            rf"{OPENING}output (?:the|a|only|exactly|just|that|this|nothing|\"|')",
            rf"{OPENING}(?:print|return|generate) (?:only|exactly|just|nothing|the words?|\"|')",
            rf"{OPENING}(?:respond|reply|answer)(?: (?:only|exactly|just|solely|simply|strictly))?"
            r" (?:with|by|using)(?: |: ?)(?:(?:only|exactly|just)\b|this\b|:|\"|the (?:words?"
            r"|sentence|phrase"
            r"|text|following|claim))",
            rf"{OPENING}(?:respond|reply|answer) (?:only|exactly|solely|strictly) (?:with|by)",
            rf"{OPENING}(?:{NEVER}|keep) (?:\w+ )?(?:this|these) (?:note|instruction|prompt"
            r"|directive)s?\b",
            rf"{OPENING}{NEVER} (?:\w+ )?(?:reveal|mention|disclose|show|acknowledge|repeat|quote"
            r"|refer to|discuss|output) (?:this|these|the) (?:note|instruction|message|prompt"
            r"|request"
            r"|line|comment|sentence|paragraph|directive)s?\b",
            rf"{OPENING}(?!call|use)(?:{SAY}|{NEVER})\b[^.]{{0,40}}?\bthis (?:sentence|line|note"
            r"|instruction|paragraph)\b",
            rf"{OPENING}(?:begin|start|end|open|close|preface|finish) (?:\w+ )?(?:your|the|every"
            rf"|each) (?:\w+ )?(?:{DIGEST}|answer|reply|response|text)\b",
            rf"{OPENING}(?:extract|record|register|store|log) (?:\w+ ){{0,3}}?(?:claims?"
            rf"|facts?)\b",
            r"\b(?:tell|inform|assure|convince) (?:the|your) users?\b|\busers who ask\b",
            r"\b(?:respond|reply|answer|write|speak) (?:only )?in (?:pirate|rhyme|verse|all caps"
            r"|base64|emojis?|json)\b",
        ),
        2: (
            r"\byour (?:\w+ )?(?:response|answer|reply|report|headline|list of claims)s?\b",
            r"\byour (?:new|next|only|real|actual) (?:task|job|role|mission|goal)\b",
            rf"\bwhich you must {SAY}|\byour (?:creators|makers|programmers|operators"
            r"|developers?|programming|training data)\b",
            rf"\b(?:the|any|every|each|a|all|its) (?:\w+ )?{DIGEST} {MODAL}"
            rf" (?:\w+ ){{0,2}}?{SAY}",
            rf"\b(?:in|into|to|from|of) (?:the|any|every|each|a|all) (?:\w+ )?{DIGEST}\b",
            rf"{OPENING}(?:act|behave|speak|respond|write) as (?:the|an?|if)\b",
            r"\b(?:the|this) (?:previous|preceding|above|last|next|following) (?:paragraph|sentence"
            r"|section|text|article|statement|line)s?\b",
            r"\bin the (?:voice|style|tone|persona|role) of\b|\b(?:tell|inform) the reader\b",
            r"\bnew (?:conversation|chat|session)\b|\byour (?:instructions|prompt)\b",
            r"\byour (?:task|job|role|goal|objective|purpose|mission|function) (?:is"
            r"|are) (?:now )?to"
            rf" {SAY}\b",
            rf"{OPENING}(?:{SAY}|{NEVER})\b[^.]{{0,40}}?\bthis (?:statement|claim|message)\b",
            rf"\bwhen(?:ever)? you (?:list|write|produce|give|generate"
            rf"|make) an? (?:\w+ )?{DIGEST}",
            r"\b(?:the|your) user (?:has |had )?(?:asked for|requested)\b",
            rf"\bthe {DIGEST} (?:include|say|state|mention|begin|contain)\b",
            rf"\b(?:correct|true|accurate|right|real|proper|only) {DIGEST}",
            r"^\W*(?:new|updated|revised|next|real|actual|hidden|secret|further|additional)"
            r" (?:\w+ )?(?:task|instructions?|directive|objective|prompt|command)\b[^.]{0,30}:",
            r"\bfrom now on,? you\b|\byou are now\b",
            r"\byou are an? (?:helpful|unbiased|expert|neutral|loyal)?\s?"
            r"(?:assistant|summari[sz]er|press officer|bot)\b",
            r"\b(?:end|beginning) of (?:the |this )?(?:source |input |original |news )?(?:article"
            r"|document|text|input|context|content|page)\b[^.]{0,12}[.:!\]=-]",
            r"\breached the end of the (?:\w+ )?(?:text|article|document|input)",
            r"\bhere is (?:the|your|a) (?:\w+ )?summary\b",
            rf"\bi (?:order|command|ask|instruct|want|require|beg|tell) you to {SAY}",
            rf"^\W*{TEXT} (?:is|was) (?:\w+ )?(?:fiction\w*|satire|a draft|outdated|false|a test"
            r"|a hoax|fake|wrong|irrelevant|invented|obsolete)\b",
            rf"{OPENING}(?:{NEVER} (?:to )?)?(?:include|add|insert|append|mention|repeat|copy"
            r"|state|report|output|write|say) (?:also )?(?:the )?(?:following|this|these|it as)\b",
            r"\b(?:include|add|insert|append|repeat|copy|quote)s? the (?:\w+ )?(?:sentence|line"
            r"|statement|claim|phrase|words)\b",
            r"\b(?:tell|inform|assure|advise|warn|convince) (?:any |all |every )?"
            r"(?:users?|readers?|human|whoever|anyone|person)\b",
            rf"\b(?:real|actual|true) (?:{NOUN}) (?:begin|start|follow|is)",
        ),
    },
)
