"""The signal that a program is spoken to."""

from __future__ import annotations

from summarizer.documents.instructions.forms import OPENING, signal_of
from summarizer.documents.instructions.words import (
    CALL,
    DIGEST,
    KIND,
    LABEL,
    MAYBE,
    MODAL,
    NAMED,
    NO_CLAUSE,
    NO_VERB,
    ORDER,
    PROCESSING,
    PROGRAM,
    READS,
    SAY,
    SOFTLY,
    SPOKEN,
    START,
    TEXT,
)

_OWNER = r"(?:publisher|author|editor|owner|site|newsroom|desk|writer|webmaster)"
ADDRESS = signal_of(
    rf"\b(?:a\.?i\b|ais\b|ai-|llm|gpt|chat ?gpt|chat ?bot|bots?\b|crawl|scrap|summar|digest|recap"
    rf"|{NAMED}"
    rf"|{MAYBE}|robot|software|network|process|pipeline|parser|generator|intelligence|engine"
    rf"|service"
    r"|aggregator|app|human|whoever|whatever|whichever|to whom|algorithm|machine|automat|tl;?dr"
    r"|computer|overview|outputs?\b)",
    {
        4: (
            # Note to AI systems: …
            rf"{OPENING}(?:\w+'?s? |\w+, ){{0,3}}?{LABEL}"
            r" (?:from (?:\w+ ){1,4}?|(?:\w+ ){0,2}?)(?:to|for|at|addressed"
            rf" to|aimed at)\b(?: [\w'-]+){{0,4}}? {PROGRAM}"
            rf"(?: only)?(?:[:.!*)\]-]|$| ?- |{NO_CLAUSE}{{0,60}}?(?::|[,-] ?{SPOKEN}))",
            rf"{OPENING}attention,? (?:[\w']+ ){{0,3}}?{PROGRAM}[ .:!,;-]",
            rf"{OPENING}(?:to|for) the (?:attention|benefit|eyes|information|notice) of"
            rf"(?: \w+)? {PROGRAM}[^.:]{{0,30}}(?::|- )",
            rf"^\W*(?:to|for) (?:wh\w+ever|any|the|all|every) (?:{PROGRAM}|{MAYBE})[^.:]{{0,60}}"
            rf"{PROCESSING}[^.:]{{0,30}}:",
            rf"{OPENING}(?:to|for)(?: \w+)? {PROGRAM}(?: {NO_VERB}[\w']+){{0,4}} ?(?::|- )",
            # Dear chatbot, … / AI tools: please … / AI, you must …
            rf"\bdear (?:\w+ )?(?:{PROGRAM}|system|model|machine|program|software)[,:;!]",
            r"\b(?:directive|instructions?|prompt|command|override|orders?) (?:to|for) (?:all|any"
            rf"|every|the) (?:\w+ )?{MAYBE}(?: \w+)? ?[:-]",
            rf"^\W*{PROGRAM} (?:that|which|who) {READS} [^.:]{{0,30}}: ",
            r"\b(?:ai|automat(?:ed|ic)|machine|llm)[ -](?:generated )?"
            rf"{DIGEST} {MODAL} (?:not )?{SAY}\b",
            r"^\W*(?:ai|llm|machine|model|summary|assistant|bot|computer)(?:[- ]readable)?"
            r" (?:override|instructions?|directive|command|prompt|note)s?(?: [^.:]{0,30})?"
            r"(?::| [-*])",
            rf"{OPENING}{CALL}\W+(?:the )?{PROGRAM} {MODAL} ",
            rf"{OPENING}attention,? (?:\w+ ){{0,2}}?{DIGEST} (?:writ|mak|author|generat|tool)\w+",
            rf"^\W*(?:\w+ and )?{MAYBE}(?: \w+){{0,3}} {TEXT} ?[:,]",
            rf"{START}[^\w]{{0,4}}(?:dear|hey|hello|hi|ok|okay),? (?:[\w',]+ ){{0,2}}?"
            rf"(?:{PROGRAM}|{NAMED})",
            rf"{OPENING}(?:(?:all|any|every|the|to|calling) )*(?:{PROGRAM}|{NAMED})"
            rf"(?: {NO_VERB}[\w']+){{0,4}}(?:: ?(?!why|how|what)|[;!-] ?|, )"
            rf"(?:[^.:]{{0,30}}?, )?{ORDER}(?! (?:its|their|they|some))",
            rf"^\W*you,? (?:the|as an?|as the) (?:{PROGRAM}|{MAYBE})",
            r"^\W*(?:to|for) (?:the|any|all|every) (?:\w+ )?(?:model|assistant|system|software"
            r"|tool|algorithm|program|engine)s?(?: (?!who|that)\w+){0,2} ?(?::| - )",
            # If you are a language model, … / If this is read by software, …
            r"\b(?:if|since|because|as|when|in case|should|assuming|given that|remember(?: that)?)"
            r"(?: (?:you(?:'re| are| be)?|the reader is))? (?:an? |the |any )?"
            rf"{PROGRAM}[^.]{{0,60}}?(?:[,:;-] ?(?:please|you\b|your\b|{ORDER})"
            rf"|\band (?:you )?{MODAL}|, it {MODAL})",
            rf"\b(?:if|since|because|in case) you(?:'re| are) (?:an? |the )?{PROGRAM}",
            rf"\bif (?:{TEXT}|you)[^.]{{0,30}}\b(?:read|processed|parsed|summari[sz]ed|seen"
            rf"|ingested|scanned|handled) by (?:\w+ ){{0,2}}?(?:{PROGRAM}|{MAYBE})",
            # AI tools that read this page must … / Any model asked about this text has to …
            rf"(?:{PROGRAM}|\b(?:any|every|all|the|each|your|no|whatever|whichever) (?:\w+ )?"
            rf"{MAYBE})(?:,? (?:that|which|who|currently|now|is|are|may be|might be|designed|used"
            r"|trying|tasked|with|access|to|asked|about|on|in|of|given)){0,4}"
            rf"(?: {READS})?(?: an? {DIGEST})?(?: (?:from|on|of|in|at|through|over))? {TEXT}"
            rf"[^.]{{0,60}}?(?:\b{MODAL}\b|[:,-] ?{ORDER})",
            rf"^\W*(?:{PROGRAM}) {MODAL} [^.]{{0,60}}\b(?:of|in|from|about) {TEXT}",
            r"^\W*(?:all |any )?(?:\w+ )?(?:summari[sz]er|summari[sz]ation \w+)s?"
            rf"(?: \w+){{0,2}} {MODAL}\b",
            rf"\b(?:kind|grateful|good|helpful|nice|appreciated?|better|glad|thankful) if"
            rf" (?:the|any|every|an?) (?:{PROGRAM}|{MAYBE})(?: that| which)? {READS} {TEXT}",
            rf"\b(?:grateful|good|help(?:ful)?|appreciated?|kind|thankful|best|ask|please|request)"
            rf"\b[^.]{{0,20}}?{PROGRAM}[^.]{{0,30}}{TEXT}",
            r"\b(?:ask|request|prefer|wish|hope)s? that (?:any |all )?(?:\w+ )?"
            r"(?:ai|automat(?:ed|ic)|machine)(?:[- ]\w+)? (?:summar|digest|recap)\w*",
            # Would any assistant reading this please … / AI tools may quote this page if they …
            rf"\b(?:would|could|will|can) (?:{PROGRAM}|(?:the|any|every|an?) (?:{PROGRAM}|{MAYBE}))"
            rf"[^.]{{0,30}} {TEXT}[^.]{{0,20}}\b(?:please|kindly)\b|\b(?:would|could|will|can)"
            rf" (?:the|any|every|an?) {MAYBE} {READS} this please\b",
            rf"{PROGRAM} (?:may|can|are (?:free|allowed|welcome) to) {READS}"
            r" this (?:page|article|story|text|post)[^.]{0,30}?"
            rf"\b(?:condition|provided|if|as long as|unless)\b[^.]{{0,20}} (?:they|it) {SAY}\b",
            # The publisher wishes that language models …
            rf"^\W*it is the (?:\w+ )?(?:wish|request|requirement|desire) of (?:the|this) {_OWNER}"
            rf" that (?:any |all )?{PROGRAM}(?: \w+){{0,3}}? {SAY}\b",
            rf"\b{_OWNER} (?:asks|requests|wishes) that (?:any |all )?{PROGRAM}[^.]{{0,30}}{TEXT}",
            rf"^[^.:]{{0,40}}\b(?:visible|readable|legible|addressed) (?:\w+ )?(?:to|by|for)"
            rf" (?:\w+ )?{PROGRAM}[^.:]{{0,20}}: {ORDER}",
            rf"^\W*(?:ai|llm|machine|bot)[- ]readable (?:\w+ )?{LABEL}[.:!]*$",
            # This text is for AI systems only. / This article must not be used by AI.
            r"\b(?:this|the (?:following|preceding|above|next))(?: \w+){0,2}? (?:is|are|was)"
            rf"(?: \w+){{0,3}}? (?:for|to|at)(?: \w+){{0,2}}? {PROGRAM}",
            r"\b(?:text|lines?|part|section|rest|words?|paragraphs?|everything|what follows)"
            r"(?: \w+){0,3}? (?:is|are) (?:\w+ )?(?:meant|intended|addressed|directed|aimed)"
            rf" (?:\w+ )?(?:for|to|at)(?: \w+)? {PROGRAM}",
            rf"\b(?:i|we) (?:would like|'d like|want|ask|urge|invite|expect|need"
            rf"|beg) (?:\w+ )?{PROGRAM}",
            rf"\b(?:i|we) (?:\w+ly )?(?:require|request|instruct) (?:\w+ )?{PROGRAM} {READS}"
            rf"[^.]{{0,30}}\bto {SAY}\b",
            r"^\W*(?:all |any )?(?:llms?|language models?|summari[sz]ers?|ai (?:assistant|system"
            r"|model"
            r"|tool|reader|agent|crawler)s?): (?!(?:an? |why|how|what|do|are|is|can|the (?:new|next"
            r"|future|rise|story|risks?|case|good|bad))\b)",
            rf"\b(?:requested|asked|required|essential|important|necessary|recommended|expected)"
            rf" that {PROGRAM}[^.]{{0,20}}\b{READS} {TEXT}",
            rf"\b(?:requested|asked|required|essential|important) that {PROGRAM} {READS} this\b",
            r"^\W*(?:summari[sz]ation|summary) (?:guideline|rule|polic|instruction)\w*\b",
            rf"\b(?:note|remember|know|see|understand), {PROGRAM},|, {PROGRAM}, (?:that|please"
            rf"|to)\b",
            r"\bfor (?:ai|automat(?:ed|ic)|machine)(?:[ -]generated)? (?:summar|digest"
            r"|overview)\w*[:,-]",
            r"\brules? for (?:all |any |the )?(?:summari[sz]ers?|llms?)[:,-]",
            r"^\W*(?:ai|llm|machine|bot|model)s?[ -]only\b|\bfor (?:ai|machine|llm|bot) (?:use|eyes"
            r"|readers?|consumption|systems)(?: only)?\b",
            r"^\W*(?:the )?(?:model|ai|llm|assistant|expected|final)(?:'s)? outputs? "
            rf"(?:{MODAL}|is)\b",
            rf"{TEXT}[^.]{{0,30}}\b(?:must|should|may|can|shall|is|are)(?: not| never| only)*"
            r" (?:to )?be (?:used|read|processed|summari[sz]ed|indexed|ingested|quoted|reported)"
            rf"[^.]{{0,20}} by (?:\w+ ){{0,2}}?{PROGRAM}",
        ),
        3: (
            rf"@(?:{MAYBE}|ai\b|bot\b|{NAMED})",
            rf"^\W*(?:any |all |the )?(?:{PROGRAM}|{MAYBE})(?: [\w']+){{0,3}} {MODAL}\b"
            rf"[^.,]{{0,60}}?\b(?!tell){SAY}(?: [\w']+){{0,5}}(?: (?:that|as)\b"
            r"(?! (?:they|it|their|its|an? ai)\b)| \"\"|: )",
            rf"\b{MAYBE} {PROCESSING} {TEXT}",
            rf"\byour (?:{KIND} )*(?:models?|bots?|crawlers?|summari[sz]ers?) {MODAL} (?:now )?"
            rf"{SAY} that\b(?! (?:they|it|their|its)\b)",
            rf"^\W*{PROGRAM} (?:that|which|who) (?:\w+ ){{1,6}}{MODAL} {SAY} that\b"
            r"(?! (?:they|it|their|its)\b)",
            rf"\bonly (?:an? )?{PROGRAM} (?:can|may|will|could) (?:see|read) (?:this|it|these"
            rf"|what)\b",
            rf"{START}[^\w]{{0,4}}(?:dear|hey|hello|hi),? (?:assistant|model|machine)s?[,:!]",
            rf"\byou are (?:[^.]{{0,20}} as )?an? {PROGRAM}",
            r"\byou(?:'re| are) (?:only |just |merely )?(?:software|an? (?:machine|algorithm"
            r"|(?:computer )?program)|not (?:a )?human)\b",
            r"\bwh(?:oever|atever|ichever)[^.]{0,20}(?:generating|producing|writing|creating"
            rf"|making) (?:an?|the) {DIGEST}",
            r"\bto whom it may concern at (?:openai|google|anthropic|meta|microsoft|mistral)",
        ),
        2: (
            rf"\bare you an? {PROGRAM}|\bas (?:the|an?) {MAYBE}, you",
            r"\b(?:message|note|instructions?|orders?|request|update) from (?:the"
            r"|your) (?:developer"
            r"|system|operator|admin\w*|creator|maker)s?\b",
            rf"^\W*(?:assistant|model|system|computer|machine|program)s?[,!] {SOFTLY}(?:you|{SAY})",
            r"\b(?:human (?:readers|beings|visitors)|humans)[^.]{0,20}"
            r" (?:can|may|should|will|need not|must)\b",
            rf"\byour (?:{KIND} )*(?:models?|bots?|crawlers?|summari[sz]ers?) {MODAL}",
            r"\b(?:machine|automat(?:ed|ic)|ai|llm)[ -](?:generated )?"
            r"(?:summar\w+|digest\w*|reading|processing|extraction)",
            rf"\b{LABEL} (?:meant |intended )?for (?:\w+ )?{PROGRAM}",
        ),
        1: (PROGRAM,),
    },
)
