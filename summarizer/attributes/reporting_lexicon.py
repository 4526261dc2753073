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
    "speech": """accede accentuate acknowledge acquiesce add adjudge admit advise affirm agree
        alert allege announce answer appeal argue ask assert assess attest augur aver avow babble
        bark bawl beam bellow bemoan beseech bleat blog blurt bluster boast brag broadcast cackle
        carp caution cavil chant charge chime chortle chuckle claim clamor clarify command comment
        communicate complain concede conclude concur confer confess confide confirm conjecture
        contend coo counsel counter croak croon cry deadpan declaim declare decree deliberate demur
        deny dictate disclose divulge drawl elaborate elucidate emphasise emphasize enjoin enthuse
        enunciate equivocate exclaim explain expostulate extrapolate exult fess forewarn fret
        fulminate fume gasp generalise generalize giggle gloat grin gripe groan grouse growl grumble
        grunt guarantee gush harangue harp hint hiss holler howl hypothesise hypothesize imply
        inquire insist instruct interject interpose interrupt intimate intone inveigh jest joke
        lament laugh lie maintain mandate marvel mention moan moralise moralize mouth mumble murmur
        muse mutter nag narrate nitpick nod note observe opine orate ordain paraphrase parrot
        philosophise philosophize phrase pipe plead pledge point pontificate portend posit post
        postulate prattle pray preach predict proclaim profess promise promulgate pronounce prophesy
        propose protest purport quaver quibble quip quote rage ramble rant rasp rave reaffirm reason
        reassert recall recap recapitulate recite recollect recount reflect reiterate rejoin relay
        remark remonstrate repeat rephrase reply report reprise respond restate retell retort
        retweet reveal rhapsodize riff roar rue rule rumor say scoff scream screech sermonise
        sermonize shout shriek shrill sigh smile snap snarl sneer sniff snort sob specify speculate
        splutter spout sputter squeal stammer state stipulate stress stutter submit suggest sum
        summarise summarize surmise swear tattle testify theorise theorize thunder trill tweet
        underline underscore utter vent venture verify voice volunteer vouch vow waffle wail warn
        whimper whine whisper whoop wisecrack wonder write yell yelp""",
    "tell": """assure beg coax convince exhort forbid implore inform lobby notify nudge persuade
        pressure prod reassure remind tell urge""",
    "think": """anticipate appreciate ascertain assume bank believe bet brood calculate
        comprehend conceive consider contemplate count decide deduce deem determine disbelieve
        discern discover doubt dread envisage envision establish estimate expect fancy fantasize
        fathom fear feel find forecast foresee forget gather grasp guess hear hold hope imagine
        infer intuit know learn misunderstand mull notice perceive picture ponder prefer presume
        presuppose project rationalize realise realize reckon recognise recognize reconsider
        reevaluate regret remember reminisce rethink see sense suppose suspect think trust
        understand visualize worry""",
    "want": """aim aspire consent dare decline demand desire endeavor intend like offer
        opt plan refuse request seek strive threaten vote want wish yearn""",
    "act": """abhor absolve accept acclaim accuse acquit address admire admonish adore
        advertise advocate allude amplify antagonize apologise apologize applaud approve articulate
        ascribe assail assent attack attribute authorize back backtrack badger balk ban bash
        begrudge belittle berate bewail blame blast bless boycott brand bristle brush call campaign
        caricature cast castigate censure chalk challenge champion characterize cheer cherish chide
        cite classify come commemorate commend compliment concentrate condemn condone confront
        congratulate console contradict contrast convey correct covet criticise criticize critique
        crow crusade curse debate decry defame defend defy demean demonize denounce depict deplore
        deprecate deride describe despise detail detest diagnose dignify disagree disallow
        disapprove disavow disclaim discourage discredit discuss disdain dislike dismiss disown
        disparage dispel dispute disrespect diss dissuade distance distrust double downgrade
        downplay dub dwell echo embrace empathize encourage endorse enjoy entertain enumerate envy
        equate espouse esteem eulogize eviscerate evoke exaggerate exalt excoriate excuse exonerate
        expound express extol fault favor favour feud fire fixate flag flatter float forgive
        forswear frown glorify go goad grapple grieve grill hail hate hearten heckle hector heed
        herald highlight hit honor hype hypothesise idolize ignore illustrate impugn insinuate
        insult intercede interpret interrogate invoke jeer judge justify knock label lambast
        lambaste lampoon lash laud lay lean lecture liken lionize loathe look love malign
        memorialize minimize mischaracterize misinterpret misjudge misquote misread misrepresent
        misstate mistrust mock mourn needle nix object obsess okay oppose outline overestimate
        overrate overstate paint pan pardon parody permit pillory pitch play plug pooh-pooh portray
        praise present preside press prioritize prohibit promote propound publicize push quarrel
        query question quiz rail rally rank rate ratify rationalise react reassess rebuff rebuke
        rebut recommend refer reference refute regard rehash reject rejoice relish renounce repent
        reprimand reproach repudiate rescind resent resonate respect retract revere revile revisit
        ridicule rip roast romanticize rubbish sadden salute satirize savage savor scapegoat scold
        scorn second seize shame shrug shun side signal sing single skewer skirt slag slam slate
        smear snub speak spell spotlight spurn squabble stand stereotype stigmatize stump support
        swipe symbolize sympathise sympathize talk taunt tease term thank touch tout trash
        trivialize trumpet turn underestimate underplay underrate understate unleash unveil upbraid
        uphold validate venerate veto view vilify vindicate waver wax weigh welcome whitewash
        worship wrestle zero""",
    "show": """chronicle demonstrate document indicate read show warrant""",
}
# Base, past and participle.
_IRREGULAR = """
    beg begged begged, broadcast broadcast broadcast, bet bet bet, cast cast cast, come came
    come, feel felt felt, find found found, forbid forbade forbidden, foresee foresaw foreseen,
    forecast forecast forecast, forget forgot forgotten, forgive forgave forgiven, forswear
    forswore forsworn, go went gone, hear heard heard, hold held held, foretell foretold
    foretold, retell retold retold, hit hit hit, know knew known, lay laid laid, learn learned
    learned, read read read, say said said, see saw seen, seek sought sought, show showed shown,
    sing sang sung, speak spoke spoken, stand stood stood, swear swore sworn, tell told told,
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
    brag about, bristle at, brood over, !brush off aside, call for on upon, !campaign for
    against, !chime in, !come out, comment on, complain about of, concur with, confess to,
    disagree with, elaborate on, empathize with, !fire back, fret about, !go after, !grapple
    with, gripe about, hear about of, hint at, !hit back out, inquire about, insist on, joke
    about, know about of, !lash out, !lay out, learn about of, !lie about, !lobby for, !look
    forward, marvel at, mull over, muse about, object to, !play down up, plead for with, !point
    to out, !preside, !press for, protest against, !push back for, !rail against, rant about,
    rave about, !react to, !refer to, !rejoice in, reminisce about, respond to, rule out, scoff
    at, !second, !seize on, !shrug off, !side with, !single out, sneer at, !speak of about out,
    !spell out, !stand by behind, !sum up, sympathize with, !talk about, testify about to, think
    of about, !turn down, !vote for against, vouch for, warn of about against, weigh in, wonder
    about, worry about, !wrestle with, write about of, reckon on with,
    !zero in, !bank on, !count on, !dwell on
    upon, !double down, !lean toward towards, !frown on upon, !touch on, !concentrate on,
    !fixate on, !chalk up, !rally around behind against, !paint as, !crusade for against,
    !obsess over about, !wax, !equate with, !cry out, fume about at, laugh about at, carp about,
    grouse about, whine about, quibble with over, riff on, feud with, !swipe at, !push for
"""
# Nouns that stand for an act of speech or thought and take its content.
NOUNS = frozenset(
    """accusation accusations acknowledgment admiration admission admissions advice agreement alarm
    allegation allegations anger announcement anxiety apologies apology appeal appeals argument
    assertion assertions assessment assumption assurance aversion belief beliefs boast boasts
    call calls claim claims commitment commitments complaint complaints concern concerns
    conclusion condemnation confession confidence consensus contempt contention conviction
    convictions criticism critique declaration demand demands denial denials desire
    determination diagnosis disagreement disagreements disappointment disdain dismay dissent
    distaste distrust doubt doubts eagerness endorsement enthusiasm estimate expectation
    expectations explanation fascination fear fears feeling feelings finding findings forecast
    forecasts frustration gripe gripes guarantee guess guesses hatred hope hopes hunch hunches
    hypothesis idea implication impression inference insinuation insistence instruction
    instructions intention interpretation invitation judgement judgment lament misgivings
    musings notion oath objection objections observation observations offer offers opinion
    opinions optimism order orders outcry outrage perception perceptions pessimism plan plans
    plea pleas pledge pledges position praise prediction predictions preference projection
    projections promise promises prophecy proposal proposals proposition protest protests
    question questions realization reasoning reassurance reassurances rebuke recognition
    recollection recollections recommendation recommendations refusal rejection reluctance
    reminder reservation reservations resolve retort revelation rhetoric rumor rumors scepticism
    sentiment sentiments skepticism speculation stance statement suggestion suggestions surmise
    suspicion suspicions taunt taunts testimony theories theory thesis thought thoughts
    understanding unease urging verdict verdicts vision vow vows warning warnings willingness
    wish wishes worries worry yearning""".split()
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
# Verbs that bring out a writing, and writings: "published a letter urging".
PUBLISHING = frozenset(
    """publish published publishes publishing send sends unleash unleashed circulate circulated file
    filed write wrote writes written tweet tweeted distribute distributed hold held holds""".split()
)
DOCUMENTS = frozenset(
    """letter letters note memo memorandum email e-mail message messages tweet tweets post posts
    statement statements report reports paper papers study article articles editorial petition brief
    leaflet bulletin circular ad ads advertisement release video speech press-release telegram
    dispatch""".split()
)
# Adjectives after "is" or "feels".
STATES_OF_MIND = frozenset(
    """adamant afraid against alarmed ambivalent angry anxious appalled apprehensive ashamed
    astonished aware bearish bullish candid cautious certain clear complimentary concerned
    confident contemptuous convinced coy critical curious delighted determined disappointed
    disdainful disgusted disillusioned dismayed dismissive doubtful dubious eager emphatic
    enthusiastic evasive excited explicit fearful frustrated furious glad grateful happy hopeful
    horrified hostile incredulous indifferent keen mindful nervous noncommittal opposed
    optimistic outraged passionate pessimistic positive proud puzzled reluctant resigned
    respectful saddened satisfied scathing sceptical scornful shocked silent skeptical sorrowful
    sorry supportive sure surprised sympathetic thankful thrilled troubled unaware uncertain
    unconvinced uneasy unequivocal unhappy unimpressed unrepentant unsure unsympathetic
    unwilling upbeat upset vague vocal wary willing worried""".split()
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
CLAUSE_ONLY = frozenset(
    """assume beam charge gather gasp giggle hold howl interrupt judge laugh moot mouth phrase pipe
    reason rule smile state volunteer whoop""".split()
)
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
