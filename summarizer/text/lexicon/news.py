"""What news prose adds to WordNet, written by hand.

Words that stand for each other are in ``synonyms.txt``, words that turn each other round in
``opposites.txt``; what a few words need besides is here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def _sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The lines of a file by the heading that they stand under."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            found[heading] = []
        elif line and not line.startswith("#"):
            found[heading].append(line)
    return {heading: tuple(lines) for heading, lines in found.items()}


SYNONYMS = _sections("synonyms.txt")
OPPOSITES = _sections("opposites.txt")

# Pairs that WordNet joins, or opposes, and a reader of the news would not.
DISTINCT = """
die expire
expire perish
expire pass_away
ratify sign
approve sanction
lay_off quit
lay_off stop
lay_off cease
lay_off discontinue
arm build_up
economic economical
authorities government
authorities regime
government regime
earnings wage
earnings pay
earnings salary
autumn fall
democracy republic
province state
commonwealth nation
commonwealth country
girl miss
along on
away off
now today
all completely
all entirely
all wholly
all altogether
all totally
spectator witness
rail railing
shooting shot
bar saloon
cattle cows
cows oxen
cattle oxen
kill killing
evidence certify
evidence manifest
number total
defeat overcome
act behave
own possess
copy simulate
animal creature
being organism
earth globe
interest sake
marketing selling
factory mill
architect designer
decorator designer
castle palace
advance progress
district dominion
lie stand
lie sit
sit stand
ride walk
have lack
silence sound
pain pleasure
comedy tragedy
acquaintance stranger
competition cooperation
analysis synthesis
host parasite
bore interest
gather spread
act refrain
claim forfeit
differ equal
common individual
delicate rugged
side top
like unlike
due undue
humble proud
bare covered
compact loose
cerebral emotional
docile stubborn
hungry thirsty
annual perennial
international national
overhead surface
adopted native
multiculturalism nationalism
internationalism nationalism
environmentalism hereditarianism
infield outfield
classicist romanticist
follower leader
charged uncharged
fancy plain
structured unstructured
progress regress
gather disperse
bottle-fed breast-fed
even odd
here there
right wrong
ill well
even evening
seat behind
but just
but only
but merely
but simply
close last
death exit
die exit
fly wing
pen write
mouth speak
mouth talk
resume survey
attempt essay
essay seek
essay try
complaint ill
dismiss ignore
gross revenue
guard ward
action sue
convention normal
quarrel scrap
min minute
men manpower
chance planned
present then
large minute
little minute
small minute
full looted
empty flooded
last present
left right
"""

# Nouns of what a verb does, where WordNet has none or the ending doesn't tell.
ACTS = """
death die
loss lose
growth grow
sale sell
closure close
departure depart
failure fail
arrival arrive
birth bear
theft steal
seizure seize
choice choose
proof prove
belief believe
flight flee
gift give
delivery deliver
recovery recover
discovery discover
robbery rob
injury injure
inquiry inquire
apology apologise
apology apologize
disclosure disclose
exposure expose
survivor survive
sacking sack
pullout pull_out
takeover take_over
shutdown shut_down
layoff lay_off
dismissal dismiss
resignation resign
agreement agree
refusal refuse
denial deny
approval approve
withdrawal withdraw
"""

# Plurals of their own meaning, and other forms that the rules would undo wrongly.
OWN_FORMS = frozenset(
    """goods arms customs means news glasses premises odds thanks savings species series politics
    economics athletics upper outer inner utter united always perhaps thus his its this as us yes
    less unless besides across towards afterwards sometimes whereas ours yours theirs hers nothing
    something anything everything during morning evening red hundred indeed proceeds headquarters
    rather either neither other another""".split()
)

# Irregular forms that WordNet's lists lack.
FORMS = {
    "people": "person",
    "fewer": "few",
    "fewest": "few",
    "more": "more",
    "most": "most",
    "spokespeople": "spokesperson",
    "frontmen": "frontman",
    "mps": "mp",
    "ceos": "ceo",
    "ngos": "ngo",
    "tvs": "tv",
    "data": "datum",
    "media": "medium",
    "leapt": "leap",
    "pled": "plead",
}
