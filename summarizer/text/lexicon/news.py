"""What news prose adds to WordNet: words that stand for each other or turn each other round.

Written by hand. A line of ``SYNONYMS`` is one concept. A line of ``OPPOSITES`` has two sides; every
word of one is the opposite of every word of the other, which doesn't make the words of a side the
same. A word may stand in several lines. Both are kept apart by what a word must be read as: a verb,
a noun, a quality (adjectives, adverbs, prepositions, numerals) or ``any`` of these. An underscore
joins the words of a phrase, whose first word may be inflected: ``turn_down``, ``be_beaten``.
"""

from __future__ import annotations

SYNONYMS = {
    "verb": """
say state tell remark note comment declare announce add
report announce
announce unveil
disclose reveal divulge make_public
explain clarify
ask request
request call_for appeal_for
urge call_on exhort
order instruct direct command
require oblige mandate compel
demand insist_on call_for
plan intend aim mean
promise pledge vow undertake commit
warn caution alert
argue contend maintain assert claim insist
allege claim accuse
accuse charge_with
criticise criticize condemn denounce attack blast slam lambast decry
praise commend applaud hail laud
think believe reckon feel
consider regard view deem
predict forecast project expect anticipate foresee
estimate put_at reckon
agree consent
agree strike_a_deal reach_a_deal reach_an_agreement
sign ink
leave depart go_away
leave quit resign step_down stand_down
resign quit step_down stand_down
dismiss fire sack oust axe let_go remove
lay_off make_redundant
hire recruit take_on employ
appoint name nominate
replace succeed take_over_from
supersede replace
lead head run direct
begin start commence launch kick_off get_under_way set_off
launch set_up found establish
end finish conclude stop cease wrap_up come_to_an_end
halt stop suspend
continue go_on carry_on keep_on persist
resume restart
remain stay
delay postpone defer put_off push_back
cancel scrap abandon drop axe ditch call_off
cause trigger prompt spark provoke bring_about lead_to result_in
result_from stem_from arise_from
show reveal indicate demonstrate
find discover
find conclude
study research examine analyse analyze
investigate probe examine look_into
carry_out conduct perform undertake
kill slay murder
die perish pass_away be_killed lose_life
injure hurt wound
rescue save
evacuate clear
flee escape
close shut shut_down close_down
open reopen
inaugurate open
build construct erect put_up
repair fix mend restore
rebuild reconstruct
damage hit
destroy wreck ruin demolish raze level
demolish knock_down tear_down pull_down
crash collide
collapse cave_in
burn burn_down
flood inundate
buy purchase acquire
acquire buy take_over
sell sell_off
merge combine
pay spend
cost be_worth
finance fund bankroll pay_for
donate give
provide supply give
deliver supply
offer propose
grant award give
receive get obtain
invest put_in
borrow take_out
owe be_in_debt
earn make
rise increase grow climb go_up gain jump surge soar rocket edge_up
raise increase lift boost put_up push_up hike
accelerate speed_up quicken
slow slow_down decelerate
fall drop decline decrease go_down slip dip slide tumble plunge slump sink shrink edge_down
cut reduce lower decrease slash trim bring_down cut_back scale_back
halve cut_in_half
double increase_twofold
triple treble
widen broaden expand extend
expand grow enlarge scale_up
narrow shrink
extend lengthen prolong
shorten curtail cut_short
approve pass adopt ratify endorse back
sign_off approve
accept take_up agree_to
reject refuse turn_down decline vote_down rebuff dismiss throw_out
veto block
support back endorse favour favor
support help assist aid
oppose resist
protest demonstrate
allow permit let authorise authorize
ban prohibit outlaw forbid bar
block prevent stop
prevent avert
impose introduce bring_in
introduce bring_in
lift remove scrap end
repeal revoke rescind abolish
deny reject dispute
confirm verify corroborate
admit acknowledge concede
apologise apologize say_sorry
vote cast_a_ballot
elect vote_in
choose select pick opt_for
win triumph prevail
beat defeat overcome
defeat vote_down
lose be_beaten be_defeated
lead be_ahead
trail be_behind
score net
draw tie
equalise equalize
qualify go_through
arrest detain take_into_custody
release free set_free let_out
charge indict
sue take_to_court
convict find_guilty
acquit clear find_not_guilty
sentence jail imprison
fine penalise penalize
overturn quash reverse set_aside strike_down annul
uphold affirm
appeal challenge
rule decide find
steal rob
attack assault
shoot gun_down
bomb shell
invade enter
withdraw pull_out pull_back
withdraw retract
retract take_back
surrender capitulate give_up
seize capture take_over
recapture retake
deploy send
answer reply respond
meet hold_talks
visit travel_to
arrive get_to turn_up
return come_back go_back
move relocate
transfer move
send dispatch
carry transport
use employ utilise utilize
need require
keep retain
hold stage
take_place happen occur
take_part participate
attend be_present
join sign_up
leave pull_out
publish release bring_out
recall withdraw
contaminate taint pollute
infect contaminate
vaccinate inoculate immunise immunize
treat care_for
recover get_better
test screen
link connect associate tie
reach achieve attain hit
meet satisfy fulfil fulfill
miss fall_short
exceed surpass top outstrip
fail flop
fail collapse
improve get_better
worsen deteriorate get_worse
make produce manufacture
create set_up
generate produce
split divide
divide split
postpone adjourn
hack break_into
leak disclose
unveil reveal
warm heat heat_up
""",
    "noun": """
deal agreement accord pact settlement
treaty pact
ceasefire truce armistice
outcome result consequence
study research analysis
inquiry probe investigation
researcher scientist
death fatality
victim casualty
injury wound
resident inhabitant
citizen national
home house residence
child kid youngster
student pupil
teacher educator
worker employee staff
job post position role
strike walkout stoppage
boss manager executive chief
company firm business corporation
maker manufacturer producer
shop store
factory plant
road highway
car vehicle
ship vessel boat
plane aircraft jet aeroplane airplane
crash collision
fire blaze
flood flooding
earthquake quake tremor
hurricane storm
rain rainfall
hospital clinic
doctor physician medic
illness disease sickness
drug medicine medication
trial experiment
vaccine jab
effect impact
risk danger hazard threat
money cash funding
cost price
cost expense
purchase acquisition takeover
profit earnings
loss deficit
surplus excess
deficit shortfall
revenue turnover sales
debt borrowing
loan credit
tax levy duty tariff
spending expenditure outlay
bank lender
investor shareholder
vote ballot poll
election vote
survey poll
lawmaker legislator parliamentarian
parliament legislature
law legislation act statute
bill legislation
rule regulation
ban prohibition
prohibition ban
court tribunal
judge magistrate justice
juror jury
lawyer attorney solicitor barrister
lawsuit suit litigation
allegation accusation claim
verdict ruling judgment judgement
ruling decision
conviction verdict
sentence term
prison jail
crime offence offense
evidence proof
witness onlooker bystander eyewitness
newspaper paper daily
statement communique
interview conversation
meeting gathering
talk negotiation discussion
trip visit journey
victory win triumph
defeat loss
match game fixture
coach manager
team side club squad
crowd attendance
fan supporter
backer supporter
opponent critic
average mean
share proportion percentage
majority most
half fifty_percent
area region
country nation
city town
village hamlet
border frontier
river stream
sea ocean
forest woodland
engineer technician
museum gallery
painting picture canvas
exhibition show display
curator keeper
owner proprietor
theft robbery burglary
expert specialist
spokesman spokeswoman spokesperson
agency body
group organisation organization
data information
hacker attacker intruder
breach hack leak
customer client
password credential
email e-mail
departure exit
resignation departure
rise increase growth gain jump surge climb
fall drop decline decrease reduction slump dip
cut reduction
delay postponement
cancellation scrapping
closure shutdown closing
opening launch
start beginning outset onset
end finish conclusion close
approval backing endorsement
rejection refusal
permission approval authorisation authorization consent
arrest detention
release freeing
acquittal exoneration
withdrawal pullout
recall withdrawal
supplier vendor
goods products
meal food
target goal aim objective
deadline cutoff
plan proposal scheme
power electricity
oil petroleum
gas petrol gasoline
emission pollution
percent per_cent percentage
kilometre kilometer km
metre meter
tonne ton
film movie
mobile cellphone
refugee asylum-seeker
unemployment joblessness
pay wage salary
pensioner retiree
recession downturn slump
explosion blast
bomb explosive
soldier troop serviceman
army military
weapon arm
terrorist extremist militant
rebel insurgent
protest demonstration rally
protester demonstrator
riot unrest
shortage lack scarcity
""",
    "quality": """
big large huge great enormous
small little tiny
many numerous several
almost nearly
about roughly approximately around some
about nearly
more_than over above upwards_of in_excess_of
less_than fewer_than under below
at_least no_fewer_than no_less_than a_minimum_of
at_most no_more_than up_to a_maximum_of
total overall whole entire
first initial opening
last final closing
latest newest most_recent
next following subsequent
previous former earlier prior
current present
ex former
new fresh
old ancient aged
young youthful
unchanged flat stable steady
same identical
different distinct
anonymous unnamed unidentified
known identified
clear evident obvious
unclear uncertain unknown undetermined
possible potential
likely probable
likely expected
rare unusual uncommon
common usual
serious severe grave
critical serious
dangerous hazardous unsafe
safe secure
difficult hard tough
easy simple straightforward
important key crucial vital significant
early premature
quick fast rapid swift
now currently
soon shortly
annual yearly
daily everyday
because due_to owing_to
because_of due_to owing_to as_a_result_of on_account_of
despite in_spite_of notwithstanding
although though
after following
before ahead_of prior_to
during throughout
against opposed_to
for in_favour_of in_favor_of
legal lawful
illegal unlawful illicit
guilty culpable convicted
innocent not_guilty
dead killed deceased
injured hurt wounded
missing unaccounted_for
homeless displaced
jobless unemployed out_of_work
ill sick unwell
free gratis
cheap inexpensive
expensive costly dear
wealthy rich affluent
poor impoverished
empty vacant deserted
full packed
public state-owned
secret confidential classified
twice double
unanimous unopposed
unanimously without_dissent
partly partially in_part
fully completely entirely wholly
mainly mostly largely chiefly primarily
temporary provisional interim
permanent lasting
per_cent percent
online on_the_internet
abroad overseas
worldwide global
""",
    "any": """
percent % per_cent
resign resignation
depart departure
approve approval
refuse refusal
reject rejection
victory win
theft steal
death die dead
""",
}

OPPOSITES = {
    "any": """
rise increase grow growth climb gain jump surge soar rocket go_up edge_up up upward upwards higher \
rally rebound swell upturn | fall decrease decline drop slip dip slide tumble plunge slump sink \
plummet shrink go_down edge_down down downward downwards lower reduction shrinkage downturn drop_off
raise increase hike put_up push_up | cut reduce reduction lower slash trim bring_down cut_back \
scale_back
win beat defeat victory triumph | lose loss be_beaten be_defeated
profit surplus | loss deficit
strengthen strong stronger | weaken weak weaker
success succeed successful | fail failure unsuccessful
approval approve | disapproval refusal rejection disapprove reject refuse
support supporter backing | opposition opponent objection oppose
alive survive survivor survival | dead die death kill perish
employed employment | jobless unemployed unemployment joblessness out_of_work
guilty convict conviction find_guilty | innocent acquit acquittal not_guilty find_not_guilty
praise | criticism criticise criticize condemn condemnation denounce
agreement agree deal | disagreement disagree deadlock
agreement consensus | disagreement dispute
ban prohibition ban_on | permission
majority most | minority
import | export
""",
    "verb": """
raise boost expand | cut reduce shrink
double triple treble quadruple | halve
accelerate speed_up quicken | slow slow_down decelerate
approve pass adopt accept ratify back endorse | reject refuse veto oppose decline turn_down \
vote_down vote_against throw_out rebuff
support back favour favor endorse welcome | oppose resist object_to fight condemn
vote_for | vote_against
accept agree_to take_up | reject refuse decline turn_down rebuff
agree consent | disagree refuse
confirm admit acknowledge concede | deny dispute refute
verify confirm corroborate prove | disprove refute debunk contradict
admit confess | deny
allow permit let authorise authorize enable | ban bar prohibit forbid block outlaw prevent
legalise legalize decriminalise decriminalize | ban outlaw criminalise criminalize
grant award | deny refuse withhold revoke
open reopen | close shut shut_down close_down
begin start launch commence resume kick_off | end stop cease halt finish conclude suspend call_off
continue resume persist carry_on go_on | stop halt end cease suspend discontinue abandon
resume restart reinstate | suspend halt
keep retain maintain uphold preserve | abandon scrap discard drop abolish ditch axe remove
introduce impose bring_in | lift scrap abolish repeal remove withdraw end revoke
tighten toughen | loosen relax ease
impose tighten | lift ease relax
enact pass | repeal
uphold affirm | overturn quash reverse strike_down annul set_aside
convict | acquit clear exonerate
charge | clear exonerate
accuse | exonerate clear
arrest detain jail imprison | release free set_free
release free | hold keep detain
sentence punish | pardon
arrive enter join | leave depart exit quit pull_out
join | leave quit
stay remain | leave go_away depart quit resign flee
return come_back | leave flee
enter | exit leave
hire recruit appoint employ take_on | fire dismiss sack lay_off
appoint name | dismiss remove sack oust
promote | demote relegate
elect re-elect vote_in | oust vote_out unseat
create | cut axe
take_office | leave_office step_down resign
buy purchase acquire | sell sell_off divest
invest | divest
lend | borrow
pay | owe
earn | lose
save | spend waste
spend | save
gain win | lose
win beat defeat | draw tie
lead | trail
qualify | miss_out
include | exclude omit
add | subtract remove deduct
improve recover get_better | worsen deteriorate get_worse
recover | relapse worsen
heal | harm
widen broaden expand | narrow shrink
extend lengthen prolong | shorten curtail cut_short
expand enlarge | shrink contract
build construct erect rebuild | demolish destroy tear_down knock_down pull_down raze
repair fix restore | damage break wreck destroy
protect defend | attack harm endanger
attack | defend
rescue save | kill abandon
save | destroy
advance | retreat
deploy send | withdraw pull_out recall pull_back
invade occupy | withdraw liberate
escalate | de-escalate
arm | disarm
seize capture | lose surrender
surrender | resist
reveal disclose expose publish | conceal hide withhold suppress cover_up
leak | conceal
remember | forget
know | ignore
believe trust | doubt distrust disbelieve
expect | rule_out
praise commend applaud hail laud | criticise criticize condemn denounce blast slam
encourage urge | discourage deter dissuade
love like | hate dislike
help assist aid | hinder hamper impede obstruct
hinder prevent | help enable
succeed pass | fail
achieve meet reach hit | miss fall_short
exceed surpass top beat | miss fall_short undershoot
overestimate overstate exaggerate | underestimate understate
comply obey observe | defy breach violate disobey flout
honour honor | break breach
keep | break
unite merge join | split divide separate
merge | demerge split
connect link | disconnect sever
attach | detach
marry | divorce
import | export
supply provide deliver | withhold cut_off
fill | empty drain
load | unload
take_off | land
land | take_off
ascend | descend
push | pull
lock | unlock
heat warm | cool
melt thaw | freeze
ignite light | extinguish put_out
attend | miss boycott skip
participate take_part | boycott withdraw
activate switch_on turn_on | deactivate switch_off turn_off
install | remove uninstall
nationalise nationalize | privatise privatize
privatise privatize | nationalise nationalize
centralise centralize | decentralise decentralize
regulate | deregulate
subsidise subsidize | tax
upgrade | downgrade
appreciate | depreciate
devalue | revalue
overpay | underpay
inflate | deflate
delay postpone put_off defer | bring_forward speed_up
go_ahead proceed | cancel scrap call_off postpone
hold | cancel
reassure | alarm
calm | inflame
recognise recognize | reject ignore
vaccinate | infect
solve resolve | worsen
""",
    "noun": """
increase rise gain growth | decrease fall drop decline cut reduction
expansion | contraction
boom | bust slump recession
growth | recession
inflation | deflation
asset | liability
income revenue | spending expenditure expense
creditor | debtor
lender | borrower
buyer purchaser | seller vendor
supply | demand
shortage scarcity lack | surplus glut abundance
winner victor | loser
victory win triumph | defeat loss
success | failure
start beginning opening outset | end finish conclusion close closure
arrival | departure
entry | exit
hiring recruitment appointment | dismissal firing sacking layoff
acceptance approval adoption | rejection refusal veto
confirmation admission | denial
legalisation legalization | ban prohibition
introduction imposition | abolition removal repeal lifting
conviction | acquittal
guilt | innocence
defence defense defendant | prosecution prosecutor
plaintiff claimant | defendant
arrest detention | release
war conflict | peace
ceasefire truce | offensive
attack | defence defense
ally friend | enemy foe rival
friend | enemy
ally | opponent
supporter backer advocate proponent | opponent critic
government | opposition
left-winger | right-winger
majority | minority
maximum peak high | minimum low trough
peak | trough
top | bottom
front | rear
presence | absence
advantage benefit | disadvantage drawback
strength | weakness
improvement recovery | deterioration worsening
construction | demolition
life | death
birth | death
survivor | victim fatality
truth | lie falsehood
fact | fiction rumour rumor
safety security | danger risk insecurity
confidence | doubt uncertainty
hope optimism | despair pessimism
optimist | pessimist
wealth | poverty
freedom | captivity
democracy | dictatorship
parent | child
mother | father
mother | son daughter
father | son daughter
husband | wife
son | daughter
brother | sister
boy | girl
man male | woman female
king | queen
uncle | aunt
teacher | pupil student
employer | employee worker
doctor | patient
landlord | tenant
host | guest
predator | prey
day | night
morning | evening night
north | south
east | west
summer | winter
spring | autumn
""",
    "quality": """
more | less fewer
most | least fewest
more_than over above exceeding | less_than fewer_than under below
at_least no_fewer_than no_less_than a_minimum_of | at_most no_more_than up_to a_maximum_of \
less_than fewer_than
many | few
much | little
all every | none
everyone everybody | nobody none
everything | nothing
always | never
often frequently | rarely seldom infrequently
often | never
above over | below under beneath
higher greater bigger larger | lower smaller
highest greatest biggest largest maximum most top | lowest smallest least minimum bottom
up upward | down downward
before ahead_of prior_to until | after following
previously formerly | subsequently
previous former | next following
former | current present incumbent
past | future
early earlier earliest | late later latest
early | late
first | last final
initial preliminary provisional | final
opening | closing
new newest | old oldest
recent | old
young younger youngest | old older oldest elderly
temporary interim provisional | permanent
short brief shorter | long lengthy longer
fast faster quick quicker rapid | slow slower
quickly rapidly swiftly | slowly
immediately | eventually gradually
sudden suddenly | gradual gradually
north northern northward | south southern southward
east eastern eastward | west western westward
northeast | southwest
northwest | southeast
left left-wing | right right-wing
liberal progressive | conservative
inside within indoors | outside outdoors
internal | external
domestic | foreign overseas international
at_home | abroad
urban | rural
near close nearby | far distant
onshore | offshore
inbound incoming | outbound outgoing
big large huge great | small little tiny
tall | short
high | low
wide broad | narrow
deep | shallow
heavy | light
thick | thin
hot warm hotter warmer | cold cool colder cooler
wet rainy | dry
strong stronger | weak weaker
hard | soft easy
good better best | bad worse worst poor
positive | negative
favourable favorable | unfavourable unfavorable
expensive costly | cheap inexpensive affordable
rich wealthy affluent | poor impoverished
full | empty
open | closed shut
public | private secret
public | confidential classified
state-owned | private
free | captive jailed
safe harmless | unsafe dangerous harmful hazardous
legal lawful legitimate | illegal unlawful illegitimate illicit
constitutional | unconstitutional
valid | invalid void
guilty | innocent not_guilty
true correct accurate right | false untrue incorrect inaccurate wrong
real genuine authentic | fake false bogus
certain sure definite clear | uncertain unsure unclear
known identified named | unknown unidentified unnamed anonymous
confirmed | unconfirmed
likely probable | unlikely improbable
possible feasible | impossible
able | unable
willing | unwilling reluctant
ready | unready
successful | unsuccessful failed
effective | ineffective
necessary essential | unnecessary
important significant major | unimportant insignificant minor
serious severe | minor mild slight
mild | severe serious
critical | stable
simple easy | complex complicated difficult
normal usual ordinary | abnormal unusual extraordinary
common | rare
popular | unpopular
unanimous unanimously | split divided
united | divided split
together jointly | separately apart
joint | separate
independent | dependent
voluntary optional | compulsory mandatory obligatory
conditional | unconditional
deliberate intentional deliberately intentionally | accidental unintentional accidentally
partial partly partially | full complete fully completely
for in_favour_of in_favor_of | against
pro | anti
with | without
despite | because_of due_to
public publicly | private privately
official officially | unofficial unofficially
direct directly | indirect indirectly
active | inactive passive dormant
present | absent missing
available | unavailable
alive living | dead killed deceased
unhurt unharmed unscathed uninjured | injured hurt wounded
healthy | sick ill unwell
male | female
married | single unmarried divorced
full-time | part-time
employed | unemployed jobless
skilled | unskilled
experienced | inexperienced
professional | amateur
armed | unarmed
peaceful | violent
military | civilian
nuclear | conventional
democratic | undemocratic
religious | secular
vaccinated | unvaccinated
infected | uninfected
paid | unpaid
manned crewed | unmanned uncrewed
upper | lower
senior | junior
superior | inferior
primary | secondary
minimum minimal | maximum maximal
profitable | unprofitable loss-making
solvent | insolvent bankrupt
net | gross
fixed | variable
stable steady unchanged flat | unstable volatile
unchanged | changed
same identical | different
equal | unequal
fair | unfair
responsible | irresponsible
optimistic hopeful | pessimistic
confident | doubtful
satisfied happy pleased | dissatisfied unhappy displeased disappointed
online | offline
still | no_longer
already | not_yet
""",
}

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
