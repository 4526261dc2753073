"""The words of speech and thought, by the kind of complement that they take.

A word is listed with its base form alone; `inflected` makes the rest. Single words only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Frame = Literal["speech", "tell", "think", "want", "act", "show"]
Form = Literal["base", "s", "past", "participle", "ing"]


@dataclass(frozen=True)
class Verb:
    """One way to read a word: its base form, its frame, and the forms that are written so.

    The frames: ``speech`` may stand after its quotation, with its source behind it; ``tell`` may
    have a hearer before its content; ``think`` takes a clause or a thing; ``want`` takes an
    infinitive; ``act`` takes a thing only ("criticised the plan"); ``show`` is what a document
    does.
    """

    base: str
    frame: Frame
    forms: frozenset[Form]


_FRAMES: dict[Frame, str] = {
    "speech": """accede accentuate acknowledge add admit advise affirm agree alert allege announce
        answer appeal argue ask assert assess attest augur aver avow babble bark bellow bemoan
        beseech blog blurt boast brag broadcast caution chant charge chime chortle chuckle claim
        clamor clarify command comment communicate complain concede conclude concur confer
        confess confide confirm conjecture contend counsel counter croak cry deadpan declare
        decree deliberate demur deny disclose divulge drawl elaborate elucidate emphasise
        emphasize enthuse enunciate exclaim explain expostulate extrapolate exult fess forewarn
        fret fulminate gloat grin gripe groan growl grumble guarantee gush harp hint hiss holler
        hypothesize imply inquire insist instruct interject intimate intone inveigh jest joke
        lament lie maintain mandate marvel mention moan moralize mumble murmur muse mutter nag
        narrate nod note observe opine ordain paraphrase philosophize phrase plead pledge point
        pontificate portend posit post postulate pray preach predict proclaim profess promise
        promulgate pronounce prophesy propose protest purport quip quote rage rant rave reaffirm
        reason reassert recall recapitulate recite recollect recount reflect reiterate rejoin
        relay remark repeat rephrase reply report respond restate retort retweet reveal roar rue
        rule rumor say scoff scream shout shriek sigh snap sneer sob specify speculate sputter
        stammer state stipulate stress submit suggest sum summarize surmise swear testify
        theorize thunder tweet underline underscore utter vent venture verify voice vouch vow
        wail warn whisper wisecrack wonder write yell yelp""",
    "tell": """assure beg coax convince exhort forbid implore inform lobby notify nudge persuade
        pressure prod reassure remind tell urge""",
    "think": """anticipate appreciate assume believe bet brood calculate comprehend conceive
        consider contemplate decide deduce deem determine disbelieve discern discover doubt
        dread envisage envision establish estimate expect fancy fantasize fathom fear feel find
        forecast foresee forget grasp guess hear hope imagine infer intuit know learn
        misunderstand mull notice perceive picture ponder presume presuppose project rationalize
        realise realize reckon recognise recognize reconsider reevaluate regret remember
        reminisce rethink see sense suppose suspect think trust understand visualize worry""",
    "want": """aim aspire consent dare decline demand desire endeavor hesitate intend like offer
        opt plan refuse request seek strive threaten vote want wish yearn""",
    "act": """abhor absolve accept acclaim accuse address admire admonish adore advertise
        advocate allude amplify antagonize apologise apologize applaud approve articulate
        ascribe assail attack attribute authorize back backtrack badger balk ban bash begrudge
        belittle berate bewail blame blast boycott brand bristle brush call campaign caricature
        cast castigate censure challenge champion characterize cheer cherish chide cite classify
        come commemorate commend compliment condemn condone confront congratulate console
        contradict convey correct covet criticise criticize critique crow curse debate decry
        defame defend defy demean demonize denounce depict deplore deride describe despise
        detail detest diagnose disagree disallow disapprove disavow discourage discredit discuss
        disdain dislike dismiss disown disparage dispel dispute diss dissuade distance distrust
        downplay dub echo embrace empathize encourage endorse enjoy enumerate envy esteem
        eulogize eviscerate evoke exaggerate exalt excoriate excuse exonerate expound express
        extol fault favor favour fire flag float forgive forswear glorify go goad grapple grieve
        grill hail hate heckle herald highlight hit honor hype hypothesise idolize ignore
        illustrate impugn insinuate insult interpret interrogate invoke jeer judge justify knock
        label lambast lambaste lampoon lash laud lay lecture liken loathe look love malign
        memorialize minimize misinterpret misjudge misread misrepresent misstate mistrust mock
        mourn nix object okay oppose outline overstate pan pardon parody permit pillory pitch
        play plug portray praise present preside press prioritize prohibit promote propound
        publicize push quarrel query question quiz rail rank rate ratify react rebuff rebuke
        rebut recommend refer reference refute regard rehash reject rejoice relish renounce
        repent reprimand reproach repudiate rescind resent resonate respect retract revere
        revile ridicule rip roast romanticize rubbish sadden salute satirize savage savor scold
        scorn second seize shame shrug shun side signal sing single skewer slam smear snub speak
        spell spurn stand stigmatize stump support symbolize sympathise sympathize talk taunt
        tease term thank tout trash trivialize trumpet turn underestimate understate unleash
        unveil upbraid uphold validate venerate veto view vilify vindicate weigh welcome
        whitewash worship wrestle zero""",
    "show": """chronicle demonstrate document indicate read show warrant""",
}
# Base, past and participle.
_IRREGULAR = """
    beg begged begged, broadcast broadcast broadcast, bet bet bet, cast cast cast,
    come came come, feel felt felt, find found found, forbid forbade forbidden,
    foresee foresaw foreseen, forecast forecast forecast, forget forgot forgotten,
    forgive forgave forgiven, forswear forswore forsworn, go went gone, hear heard heard,
    hit hit hit, know knew known, lay laid laid, learn learned learned, read read read,
    say said said, see saw seen, seek sought sought, show showed shown, sing sang sung,
    speak spoke spoken, stand stood stood, swear swore sworn, tell told told,
    think thought thought, understand understood understood, write wrote written
"""
# The last letter is doubled before -ed and -ing.
_DOUBLED = frozenset(
    "admit ban beg blog brag dub extol flag forget infer nag pan permit plan plug quip quiz "
    "rebut refer regret slam snap submit".split()
)

# Prepositions and particles that belong to the cue ("called for"). With "!" the verb means speech
# or thought only with one of them.
_WITH = """
    admit to, advocate for, agree with on, allude to, apologize for, appeal to for, approve of,
    argue for against, ask about for, attest to, back off, balk at, believe in, boast of about,
    brag about, bristle at, brood over, !brush off aside, call for on upon,
    !campaign for against, !chime in, !come out, comment on, complain about of, concur with,
    confess to, disagree with, elaborate on, empathize with, !fire back, fret about, !go after,
    !grapple with, gripe about, hear about of, hint at, !hit back out, inquire about, insist on,
    joke about, know about of, !lash out, !lay out, learn about of, !lie about, !lobby for,
    !look forward, marvel at, mull over, muse about, object to, !play down up, plead for with,
    !point to out, !preside, !press for, protest against, !push back for, !rail against,
    rant about, rave about, !react to, !refer to, !rejoice in, reminisce about, respond to,
    rule out, scoff at, !second, !seize on, !shrug off, !side with, !single out, sneer at,
    !speak of about out, !spell out, !stand by behind, !sum up, sympathize with, !talk about,
    testify about to, think of about, !turn down, !vote for against, vouch for,
    warn of about against, weigh in, wonder about, worry about, !wrestle with, write about of,
    !zero in
"""
# Nouns that stand for an act of speech or thought and take its content.
NOUNS = frozenset(
    """accusation accusations acknowledgment admiration admission advice agreement alarm
    allegation allegations anger announcement anxiety argument assertion assertions assessment
    assumption assurance belief call calls claim claims commitment commitments complaint
    complaints concern concerns conclusion condemnation consensus contempt contention
    conviction criticism declaration demand demands denial denials desire determination
    disagreement disagreements disappointment disdain dismay doubt doubts eagerness endorsement
    enthusiasm estimate fear fears finding forecast frustration guarantee guess hope hopes
    hunch insistence instruction instructions intention misgivings notion oath opinion optimism
    outrage perception pessimism plea pledge praise prediction projection promise promises
    proposal question questions realization rebuke recognition recollection recommendation
    refusal reluctance reminder revelation rumor rumors skepticism speculation statement
    suggestion suspicion suspicions testimony urging verdict vow warning warnings willingness
    worries worry""".split()
)
# More that do after a verb that only carries them ("made the case for").
CARRIED = frozenset(
    """aim article case caution certainty comment comments confidence decision disapproval
    effort excitement faith fury goal gratitude idea interest issue letter light mention
    message messages note objection objections opposition plan plans point preference pride
    readiness reference references regret remark remarks remorse report reservations respect
    sadness sense sorrow speech statements support surprise sympathy trust tweet tweets unity
    view views""".split()
)
# Such verbs, in all their forms.
LIGHT = frozenset(
    """deliver delivered draw drew express expressed expresses expressing find finds found
    gave give given gives giving had harbor harbored has have having issue issued issues
    issuing lack lacks lodge lodged lodging made make makes making offer offered post posted
    raise raised raises raising reach reached reaching release released repeat repeated send
    sending sends sent share shared shares sharing shed shedding sheds show showed showing
    shows sign signal signaled signalled signed take takes taking threw throw throwing throws
    took voice voiced voices voicing""".split()
)
# Adjectives after "is" or "feels".
STATES_OF_MIND = frozenset(
    """adamant afraid alarmed angry aware certain clear concerned confident convinced coy
    critical determined disappointed dismissive doubtful eager excited fearful frustrated glad
    grateful happy hopeful optimistic passionate pessimistic proud reluctant sceptical
    skeptical supportive sure surprised unaware unhappy unwilling vague wary willing
    worried""".split()
)
# Forms in -s that are nouns as often as verbs.
NOUN_LIKE = frozenset(
    """addresses aims alerts answers assesses attacks broadcasts calls challenges charges
    comments concerns credits details documents estimates figures finds harps influences
    insults judges labels needs nods notes orders permits plans projects raises rates reads
    reasons remarks reports requests respects rules sees shouts shows states supports views
    wishes worries""".split()
)
# Verbs that report only with a clause or a quotation ("charged with theft" reports nothing).
CLAUSE_ONLY = frozenset("assume charge judge phrase reason rule state".split())
# Verbs of thought that report with a thing too ("fears the flood", not "found a ford").
FEELINGS = frozenset("appreciate doubt dread fear regret suspect".split())


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, str]]:
    rows = (row.split() for row in _IRREGULAR.split(","))
    return {base: (past, participle) for base, past, participle in rows}


def inflected(base: str) -> Iterator[tuple[str, Form]]:
    """Each form of a verb with its name."""
    y = base.endswith("y") and base[-2] not in "aeiou"
    es = base.endswith(("s", "sh", "ch", "x", "z", "o"))
    yield base, "base"
    yield (base[:-1] + "ies" if y else base + ("es" if es else "s")), "s"
    root = base + base[-1] if base in _DOUBLED else base
    regular = base[:-1] + "ied" if y else root + ("d" if base.endswith("e") else "ed")
    past, participle = _irregular().get(base, (regular, regular))
    yield past, "past"
    yield participle, "participle"
    silent = base.endswith("e") and not base.endswith(("ee", "oe", "ye"))
    stem = "ly" if base == "lie" else root[:-1] if silent else root
    yield stem + "ing", "ing"


@lru_cache(maxsize=1)
def verbs() -> dict[str, Verb]:
    """Lower-case word to the verb that it may be; where two frames claim it, the first has it."""
    found: dict[str, Verb] = {}
    for frame, listed in _FRAMES.items():
        for base in listed.split():
            for word, form in inflected(base):
                known = found.get(word)
                if known is None:
                    found[word] = Verb(base, frame, frozenset([form]))
                elif known.base == base:
                    found[word] = Verb(base, known.frame, known.forms | {form})
    return found


@lru_cache(maxsize=1)
def particles() -> dict[str, tuple[frozenset[str], bool]]:
    """Base form to the words that may follow as part of the cue, and whether one of them must."""
    rows = (row.split() for row in _WITH.split(","))
    return {base.lstrip("!"): (frozenset(after), base[0] == "!") for base, *after in rows}
