"""How firmly a text puts what it says: each word that holds back, with what it holds back.

The degrees follow the contract's order of commitment, told apart further where editors do: "will"
is firmer than "plans to", that is firmer than "is expected to", and that is firmer than "may".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.checks.negations import focus
from summarizer.checks.predicates import Reading, read
from summarizer.checks.tokens import LONGEST

UNKNOWN, POSSIBLE, EXPECTED, INTENDED, WILL, FIRM = 1.5, 2.0, 3.0, 3.5, 4.0, 5.0

# Each cue and how firm it leaves what follows it (or, for the second group, what it stands beside).
_BEFORE: tuple[tuple[float, str], ...] = (
    (
        UNKNOWN,
        r"unclear|unknown(?! [a-z]+s?\b)|unknown (?=wh|how|if)|not (?:yet )?(?:known|clear|"
        r"certain|decided)|uncertain|"
        r"remains? to be seen|pending|awaits|awaiting|awaited|"
        r"(?:does|did)(?: not|n['’]t) (?:yet )?know|open question|(?:still|"
        r"yet) to be (?:established|determined|decided)|undecided|whether",
    ),
    (
        POSSIBLE,
        r"(?-i:may)(?! not| no longer)|might|could(?! not)|possibly|perhaps|potentially|"
        r"(?:appears?|appeared|seems?|seemed)(?= (?:to|that|likely))|it (?:seems|appears)|"
        r"suggest(?:s|ed|ing)?(?= (?:that|(?:\w+ ){1,4}(?:may|might|could)))|"
        r"hints?|(?<!the )(?<!a )(?<!main )(?<!prime )suspects?(?= (?:that|of|the|a|an|he|she|"
        r"they|it)\b)|"
        r"suspected(?: of)?|alleg(?:es?|ed|ing)|accus(?:es?|ed|ing)|charged with|"
        r"believes|believe that|believed (?:to|that)|thought to|feared to|fears? (?:that|of)|"
        r"at risk of|is said to|are said to|rumou?red|claim(?:s|ed|ing) (?:that|to)|"
        r"talk (?:[\w’']+ ){0,4}of|(?:speculation|suggestions?|possibility|danger) (?:that|of|"
        r"about)|(?:understood|reported|supposed) to(?= (?:be|have)\b)|reckons|"
        r"(?:speculat|presum|assum)(?:es|ed|ing)|no (?:guarantee|certainty) (?:that|of)",
    ),
    (
        EXPECTED,
        r"(?:is|are|was|were|be) (?:\w+ )?(?:expected|forecast|projected|predicted|likely|tipped)|"
        r"expects?|forecasts|predicts?(?= (?:that|the|a))|likely to|on course to|on track to|"
        r"would(?! (?:like|love|rather|have|not (?:have|comment|say|be drawn|discuss|confirm|"
        r"deny|speak|"
        r"talk|give|elaborate|answer|name|identify|disclose|reveal|rule|specify|tell)))|"
        r"should be(?= (?:the|an?)\b)",
    ),
    (
        WILL,
        r"will|won['’]t|going to|set to|due to (?=\w+ )|about to|scheduled|"
        r"(?:is|are|was|were) (?:not )?to (?=[a-z]+)|shall",
    ),
)
# What somebody wants, tries or plans: it is lost only where the claim says that it is done.
_ACTS: tuple[tuple[float, str], ...] = (
    (
        POSSIBLE,
        r"hopes?|hoping|hoped|think(?:s|ing) (?:of|about)|considers?|considering|weigh(?:s|ed|"
        r"ing)|mull(?:s|ed|ing)|exploring|"
        r"discuss(?:es|ing)|in (?:\w+ )?talks|talks (?:about|over|on)|negotiat(?:es|ed|ing)|"
        r"struggl(?:es|ed|ing) to|striv(?:es|ing) to|campaign(?:s|ed|ing) (?:for|to)|"
        r"push(?:es|ed|ing) (?:for|to)|lobb(?:ies|ied|ying) (?:for|to)|"
        r"(?:vot(?:e|es|ed|ing)|ballot|referendum|decid(?:e|es|ing)|decision|consider\w*|debat\w+) "
        r"(?:on |about |over )?whether|tr(?:ies|ied|ying)|"
        r"attempt(?:s|ed|ing)?|seeks?|sought|looking (?:at|for|into)",
    ),
    (
        EXPECTED,
        r"offer(?:s|ed|ing)? to|prepar(?:es|ed|ing) to|(?:ready|keen|eager|determined) to|"
        r"propos(?:es?|ed|ing|als?)|threaten(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for)|"
        r"urg(?:es?|ed|ing)|demand(?:s|ed|ing)?|asks|asked(?! (?:about|whether|if|why|how|what|"
        r"when|where|who|on)\b)|wants?|wanted|recommend(?:s|ed|ing)?|"
        r"appl(?:y|ies|ied) (?:for|to (?=[a-z]+ (?:the|a|an|its|their)\b))|request(?:s|ed)|"
        r"option to|bid to|target(?:s|ing)|(?:target|goal|aim|ambition|objective) (?:of|is|was)|"
        r"should(?! be (?:the|an?)\b)|due(?= to (?:be|\w+ on))",
    ),
    (
        INTENDED,
        r"plan(?:s|ned|ning)?(?= to| for| that)|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|vow(?:s|ed)?|"
        r"promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)|agree(?:s|d) to|decid(?:es|ed) to|means? to|"
        r"(?:meant|intended|designed|supposed|slated|earmarked|pencilled in|billed) (?:to|for|as)|"
        r"ordered|instructed|told [\w ]{2,30} to",
    ),
)
_BESIDE: tuple[tuple[float, str], ...] = (
    (
        POSSIBLE,
        r"reportedly|alleged(?:ly)?|apparently|possible|purported(?:ly)?|suspected|rumou?red|"
        r"rumou?rs|supposedly|allegations?|suspicions?|unconfirmed|if|unless|provided|"
        r"barring|in case|options?|possibilit(?:y|ies)|theor(?:y|ies)|hypothes[ei]s|scenarios?|"
        r"conceivabl[ey]|arguabl[ey]|in theory|legend|doubtful|subject to",
    ),
    (
        EXPECTED,
        r"likely|probably|presumably|unlikely|expected|projected|forecasts?|proposed|draft|"
        r"in (?:computer )?models|estimated|prospects?",
    ),
    (INTENDED, r"planned|intended|promised|scheduled|upcoming|plans?"),
)
# What in a claim holds back as much as "may", whatever it stands beside.
_WEAK = re.compile(
    r"\b(?:uncertaint(?:y|ies)|believed|believes?|thinks?|thought|held that|hopes?|risks?|"
    r"possibilit\w+|"
    r"possible|can|conceivabl[ey]|rule[sd]? out|ruling out|exclude[ds]?|looking (?:at|into)|faces?|"
    r"facing|examin\w+|investigat\w+|warned of|questions?|rumou?rs?|gossip|suggest\w*|indicat\w+|"
    r"talk of|speculation|saw|sees|envisag\w+|foresee\w*|predict\w*|forecast\w*|eyes|eyeing|"
    r"tend\w*|hand in hand|rules?|allow\w*|permit\w*|limit\w*|maximum|at most|capped|by-?law|"
    r"eligible|"
    r"provided|depend\w*|needs?|requires?|await\w*|subject to|options?|theor(?:y|ies)|legend|"
    r"should\s\w+\s\w+,?|considered|discuss\w*)\b",
    re.IGNORECASE,
)
# A claim that puts the act inside one of these does not say that it is done.
_FRAMES = re.compile(
    r"\b(?:approv\w+|back(?:s|ed|ing)?|order\w*|agree\w*|vot\w+|decid\w+|decision|request\w*|"
    r"offer\w*|"
    r"appl(?:y|ied|ies|ication)\w*|call\w*|warn\w*|fear\w*|support\w*|oppos\w+|reject\w*|debat\w+|"
    r"discuss\w*|talks|negotiat\w+|announc\w+|bid|tender|risk\w*|threat\w*|facing|faces?|goal|"
    r"target|"
    r"ambition|hope\w*|want\w*|suggest\w*|propos\w+|put forward|look(?:s|ed|ing)? (?:at|into)|"
    r"investigat\w+|examin\w+|question\w*|model\w*|scenario\w*|estimat\w+|forecast\w*|poll\w*|"
    r"plan\w*|favou?r\w*|against|welcom\w+|critic\w*|condemn\w*|prais\w*|endors\w*|option\w*|"
    r"draft|bill|pact|deal|contract|accus\w+|charg\w+|suspect\w*|alleg\w+|blam\w+|tend\w*|"
    r"should|must|ha(?:s|ve|d) to|(?:is|are) to|would|to (?!the|an?|his|her|its|their|date|"
    r"this|that)[a-z]+)\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|alleged|apparently|rumou?red|unconfirmed|purported(?:ly)?|"
    r"claim(?:s|ed|ing) (?:that|to))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:report(?:s|ed|edly)?|sa(?:id|ys?)|according to|claim(?:s|ed)?|accus\w+|suspect\w*|"
    r"alleg\w+|"
    r"su(?:e|es|ed|ing)|lawsuit|complain\w*|apparently|told|rumou?r\w*|believed|thought|"
    r"charge[sd]?|seems?|appears?|appeared|trial)\b",
    re.IGNORECASE,
)
BOOSTER = re.compile(
    r"\b(?:certain(?:ly)?|definite(?:ly)?|undoubtedly|sure(?:ly)? to|are sure|is sure|"
    r"inevitabl[ey]|"
    r"guaranteed|pro(?:ves?|ved|ven)|(?<!to be )established(?! (?:in|by|as|with|at|for)\b)|"
    r"confirm(?:s|ed)|"
    r"beyond doubt|without doubt|known to|bound to|must|conclusively|unavoidabl[ey])\b",
    re.IGNORECASE,
)
# "She said she would leave": what a speaker says of herself is a plan, not a condition.
_SAID_WOULD = re.compile(
    r"\b(?:said|says|say|told|tell|announced|added|insisted|confirmed|wrote|promised|vowed|pledged|"
    r"assured|assures)\b"
    r"[^.;]{0,60}?\bwould\b",
    re.IGNORECASE,
)


# No doubt of the text itself: somebody asked, or will decide.
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|vot(?:e|es|ed|ing)|ballot|referendum|decid(?:e|es|ing)|decision|"
    r"consider\w*|debat\w+)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"(?<!as )(?<!even )\b(?:if (?!you|i\b|we\b|only|any\b|so\b|not\b)|unless|provided (?:that )?"
    r"(?=the|a|an|it)|barring|assuming|as long as|on condition)",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(
    r"\b(?:if|unless|provided|barring|assuming|as long as|condition\w*|subject to|depend\w*|should|"
    r"whether|could|might|may|without|except|absent|pending|hinge\w*|until|in case|only|"
    r"threat\w*|possib\w+)\b",
    re.IGNORECASE,
)
REGARDLESS = re.compile(
    r"\b(?:even if|whether or not|regardless|no matter|in any case|either way)\b", re.IGNORECASE
)
APPROXIMATE = re.compile(
    r"\b(?:about|roughly|around|approximately|some|nearly|almost|estimated?s?|or so|close to)\b",
    re.I,
)
EXACT = re.compile(r"\b(?:exactly|precisely)\b", re.IGNORECASE)


def _compiled(groups: tuple[tuple[float, str], ...]) -> tuple[tuple[float, re.Pattern[str]], ...]:
    return tuple((degree, re.compile(rf"\b(?:{p})\b", re.IGNORECASE)) for degree, p in groups)


_CUES = (
    *(("before", d, p) for d, p in _compiled(_BEFORE)),
    *(("act", d, p) for d, p in _compiled(_ACTS)),
    *(("beside", d, p) for d, p in _compiled(_BESIDE)),
)


_TIME = frozenset("before after until when once".split())
_OPENING = 3  # tokens, from the beginning of a sentence to a cue in its opening phrase
_BACK = 2  # "what caused the fire | that broke out on Monday | is not known"


@dataclass(frozen=True)
class Cue:
    """One word that holds back.

    Attributes:
        text: the words.
        degree: from ``UNKNOWN`` to ``WILL``.
        held: numbers of the tokens that it surely holds back.
        near: numbers of the tokens of its stretch of the sentence.
        hearsay: whether it marks what was only told.
        act: whether it is what somebody wants, tries or plans.
    """

    text: str
    degree: float
    held: frozenset[int]
    near: frozenset[int]
    hearsay: bool
    act: bool


@lru_cache(maxsize=4_000)
def cues(text: str) -> tuple[Cue, ...]:
    """The words of a text that hold back, in no order."""
    text = text[:LONGEST]
    reading = read(text)
    found = []
    for kind, degree, pattern in _CUES:
        for match in pattern.finditer(text):
            if match.group().lower() == "whether" and _ASKED.search(text, 0, match.start()):
                continue
            level = degree
            if match.group().lower() == "would" and _SAID_WOULD.search(text):
                level = WILL
            at = next((i for i, t in enumerate(reading.tokens) if t.end > match.start()), None)
            if at is not None:
                found.append(_cue(reading, match, at, level, kind))
    return tuple(found)


def _cue(reading: Reading, match: re.Match[str], at: int, degree: float, kind: str) -> Cue:
    tokens = reading.tokens
    segment = tokens[at].segment
    after = next((i for i, t in enumerate(tokens) if t.start >= match.end()), len(tokens))
    # "Prices will ease, the ministry forecasts": what it holds back stands before it.
    closes = (
        after < len(tokens) and tokens[after].segment != segment and tokens[after].lower != "that"
    )
    held = [] if kind == "beside" or closes else focus(tokens, after)
    near = {i for i, t in enumerate(tokens) if t.content and t.segment == segment}
    near |= {i for i in held if tokens[i].content}
    if kind == "beside":
        near |= _that(reading, segment)
        if at <= _OPENING:
            # "According to unconfirmed reports, two divers are missing."
            near |= {i for i, t in enumerate(tokens) if t.content and t.segment == segment + 1}
    # "May raise rates again | before the year is out".
    later = (t for t in tokens if t.segment == segment + 1)
    if getattr(next(later, None), "lower", "") in _TIME:
        near |= {i for i, t in enumerate(tokens) if t.content and t.segment == segment + 1}
    if kind != "beside" and not held:
        near |= {i for i, t in enumerate(tokens) if t.content and t.segment == segment - 1}
    if degree == UNKNOWN:
        near |= {i for i, t in enumerate(tokens) if t.content and 0 <= segment - t.segment <= _BACK}
    return Cue(
        match.group().strip(),
        degree,
        frozenset(held),
        frozenset(near),
        bool(_HEARSAY.fullmatch(match.group().strip())),
        kind == "act",
    )


def _that(reading: Reading, segment: int) -> set[int]:
    """The tokens of the "that" which follows a stretch ("rumours that the duo will split")."""
    tokens = reading.tokens
    opens = any(t.segment == segment + 1 and t.lower == "that" for t in tokens)
    return {i for i, t in enumerate(tokens) if opens and t.content and t.segment == segment + 1}


@lru_cache(maxsize=4_000)
def degree(text: str) -> float:
    """The degree of the weakest cue of a text, ``FIRM`` when it has none."""
    if _WEAK.search(text):
        return POSSIBLE
    return min((c.degree for c in cues(text)), default=FIRM)


def framed(text: str) -> bool:
    """Whether a text speaks of an act without saying that it is done ("approved the closure")."""
    return bool(_FRAMES.search(text))


def told(text: str) -> bool:
    """Whether a text says that it was told."""
    return bool(_TOLD.search(text))


def conditional(text: str) -> bool:
    """Whether a text puts a condition, or leaves open whether it is met."""
    return bool(CONDITIONAL.search(text)) or ("would" in text and not _SAID_WOULD.search(text))
