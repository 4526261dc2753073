"""Which words of speech and thought make their subject the source of what follows."""

from __future__ import annotations

import re

from summarizer.attributes.reporting_lexicon import verbs
from summarizer.text.words import words

# Besides all verbs of speech and of showing. Others ("thanked", "urged", "learned") tell an event.
_ANSWERS = frozenset(
    """tell assure inform notify remind
    anticipate believe calculate conclude deem determine doubt estimate expect fear find forecast
    foresee hope imagine predict presume project reckon suppose suspect think understand worry
    regard consider see
    hold gather reckon ascertain prefer
    aim intend plan promise refuse threaten want wish offer
    accuse blame brand call cast characterize contradict denounce depict describe dismiss dispute
    speak dub fault label liken outline portray rebut refute reject repudiate criticise criticize
    condemn cite quote detail rate""".split()
)
_NO_ANSWER = frozenset(
    "ask advise alert blog inquire point pray preach propose urge relate mention".split()
)
_WANTS = frozenset("aim hope intend plan refuse threaten want wish offer promise".split())
_SENSES = frozenset("find read see understand regard consider".split())
_EVENTS = frozenset(
    """call calls demand demands question questions criticism desire intention proposal willingness
    refusal reluctance eagerness commitment commitments determination disdain contempt
    endorsement rebuke agreement recognition concern concerns doubt doubts threat threats fear
    fears appeal appeals offer offers order orders plan plans invitation rejection protest
    protests wish wishes yearning resolve aversion distaste hatred preference apology apologies
    position stance""".split()
)
_POINTING = frozenset("that this it so them him her one both nothing anything".split())
_NEGATED = re.compile(r"\b(?:not|never|neither|nor|cannot)\b|n[’']t\b|\bdeclin", re.IGNORECASE)
# What ought to be said is not said.
_MODAL = re.compile(r"\b(?:should|must|might|ought)\b", re.IGNORECASE)
_THING = re.compile(r"(?:its|his|her|their|an?|two|three|several|\d+)\s[\w’'-]+(?:\s[\w’'-]+)?$")
# "claimed three lives", "claim the title"
_CLAIMED = re.compile(
    r"(?:an?|the|his|her|its|their|at\s+least|some|\d[\d,.]*|several|many|(?:\w+-)?(?:two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|thousands))\s+"
    r"(?:[\w’'-]+\s+){0,2}[\w’'-]+\W*$"
)


def cue_verb(cue: str) -> str:
    """Base form of the last verb of speech in a cue, or its last word, lower case."""
    said = [w.lower for w in words(cue)]
    if "according" in said:
        return "according to"
    known = [verbs()[w].base for w in said if w in verbs()]
    return known[-1] if known else (said or [""])[-1]


def is_negated(cue: str) -> bool:
    """Whether a cue says that something is not said."""
    return bool(_NEGATED.search(cue))


def answers(cue: str, content: str) -> bool:
    """Whether the subject of a cue is the source of the content.

    "Vale called it a lie" and "Vale plans to leave" have one; "Vale urged her to leave" does not.
    """
    verb = cue_verb(cue)
    opening = content.lstrip(" “\"'‘").lower()
    if _MODAL.search(cue):
        return False
    if verb in _WANTS:
        return opening.startswith("to ") or verb == "promise"
    if verb in _SENSES:
        return opening.startswith(("that ", "no "))
    if _is_event(verb, opening, quoted="“" in content or '"' in content):
        return False
    known = verbs().get(verb)
    if known is None:
        return verb not in _EVENTS
    return verb not in _NO_ANSWER and (known.frame in ("speech", "show") or verb in _ANSWERS)


def _is_event(verb: str, opening: str, *, quoted: bool) -> bool:
    """Whether the words after a verb make it no report ("told her to leave", "wrote its tests")."""
    if verb == "write" and not quoted and _THING.match(opening):
        return True
    if verb == "claim" and not quoted and _CLAIMED.match(opening):
        return True
    return (opening in _POINTING and verb != "deny") or opening.startswith("for ")


def shows(verb: str) -> bool:
    """Whether a verb is what a document does ("the report shows")."""
    known = verbs().get(verb)
    return known is not None and known.frame == "show"


def speaks(verb: str) -> bool:
    """Whether the subject of a verb is one that a pronoun in the next sentence may stand for."""
    known = verbs().get(verb)
    return known is None or known.frame in ("speech", "tell", "think", "act")
