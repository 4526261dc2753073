"""Words of news prose that stand for each other, and words that turn each other round.

A line of ``SYNONYMS`` is one concept; a line of ``OPPOSITES`` has two sides, and "not" before one
side is the other. A word may stand in one concept only; its forms are found by its stem.
"""

from __future__ import annotations

SYNONYMS = """
say state tell remark note comment mention declare announce explain observe recount
ask request urge call appeal seek
order instruct direct command mandate require oblige demand
plan intend aim propose intention scheme
promise pledge vow commit guarantee undertake assure
warn caution alert
argue contend insist maintain
criticise criticize condemn attack blast slam
think believe consider view regard
hope wish want
predict forecast project expect estimate anticipate foresee projection
agree deal accord agreement pact settlement
leave depart quit resign exit departure resignation
dismiss fire sack oust
retire retirement
appoint name nominate install
replace succeed successor replacement substitute
lead head run direct chair command manage leader chief boss
begin start launch commence initiate open inaugurate
end finish conclude stop cease halt expire
continue go remain stay persist keep
delay postpone defer
cancel scrap abandon drop axe
cause trigger prompt spark provoke
because due owing reason
result lead outcome consequence
show reveal indicate demonstrate find discover suggest finding
study research analysis investigation paper survey
researcher scientist author
probe inquiry investigate examine
kill die dead death fatality perish lose
injure hurt wound injury harm
victim casualty
missing unaccounted
rescue save
evacuate displace flee evacuee
home house household residence dwelling
person people resident citizen inhabitant individual
child pupil student schoolchild kid
school classroom
teacher educator
worker employee staff personnel workforce
job post position role
union federation
strike walkout stoppage
boss manager executive
company firm corporation business maker manufacturer
shop store outlet
factory plant facility works
build construct erect construction
repair fix mend restore
damage destroy wreck ruin
close shut closure
road street highway route
car vehicle
train rail railway
ship vessel boat ferry
plane aircraft jet
crash collision accident collide
fire blaze wildfire
flood inundation
earthquake quake tremor
storm hurricane gale
rain rainfall downpour
water flow
heat warm hot temperature warmth
cold cool
hospital clinic ward
doctor physician medic
patient sufferer
illness disease sickness sick ill infection infect
drug medicine medication treatment therapy
trial test experiment
dose shot jab
vaccine vaccination vaccinate inoculate
effect impact
risk danger hazard threat
safe safety
money fund cash financing finance funding
pay spend cost outlay expenditure
price cost charge fee
buy purchase acquire acquisition takeover
sell sale
give provide supply deliver offer grant
get receive obtain gain
share stake
stock equity
profit earning income
revenue turnover sales
debt borrowing loan
tax levy duty tariff
budget spending
rate pace
bank lender
investor shareholder
market exchange
economy economic
vote ballot poll
elect choose pick select
election contest
minister secretary
government cabinet administration
parliament legislature assembly chamber
lawmaker legislator deputy member
council councillor
mayor
law bill legislation act statute measure
rule regulation
ban prohibit outlaw forbid bar
allow permit let authorise authorize
court tribunal bench
judge magistrate
jury juror
lawyer attorney counsel barrister
lawsuit suit sue claim litigation
charge accuse allege accusation allegation
verdict judgment ruling
guilty convict conviction
acquit clear
sentence jail imprison prison
appeal
police officer constable
arrest detain detention custody
suspect
crime offence offense
evidence proof
witness bystander onlooker
deny reject refuse dispute rebut
confirm verify corroborate
report account coverage
newspaper paper
statement release communique
interview conversation
question query
answer reply respond response
letter petition
member
meet meeting gathering session
talk negotiation negotiate discussion discuss
visit travel trip
return back
move shift transfer relocate
send dispatch
bring carry transport
use employ
need
help assist aid support relief
back endorse favour favor support
oppose resist object
fight battle
win victory beat defeat
score goal
match game fixture
season campaign
player footballer
coach manager
club side team
record
crowd attendance spectator fan
injury
half
first initial
last final latest
next following
previous former earlier prior past
current present
new fresh
old ancient
big large huge great major
small little minor
many numerous several
few
total sum overall altogether
average mean
share proportion percentage
double twofold
half halve
third
number figure count tally toll
area region district zone
country nation state
city town municipality
village hamlet
border frontier
capital
river stream
sea ocean
island isle
forest wood
mountain peak
land ground
wind gust
weather climate
space orbit
probe spacecraft craft
mission
engineer technician
contact signal communication
loss
museum gallery
object item artefact artifact piece
collection holding
painting picture canvas
exhibition show display
director curator
owner ownership own
heir descendant
steal theft loot plunder
book volume
library
map chart
history past
expert specialist authority
official functionary
spokesman spokeswoman spokesperson
agency bureau office
group body organisation organization
data information detail
system network
hacker attacker intruder
breach leak hack
account
customer client user
password credential
email mail
secret confidential
anonymous unnamed unidentified
source insider
clear known certain
unclear unknown uncertain undetermined
possible potential
likely probable
rare unusual
common usual
serious severe grave
difficult hard
easy simple
important key crucial
early
late
quick fast rapid swift
slow
now currently
soon shortly
year annual yearly
month monthly
week weekly
day daily
hour
night overnight
morning
afternoon evening
weekend
today
supplier vendor
product good
food meal
recall withdraw withdrawal
contaminate contamination taint
factor
link connect connection associate association correlation
cut reduce lower slash reduction trim decrease decline fall drop shrink dip
raise increase rise grow climb lift boost growth up gain jump surge soar
widen expand extend enlarge expansion extension lengthen
narrow shorten
approve pass adopt ratify accept approval
improve better
worsen deteriorate
agreement
sign signatory
treaty convention
enter come
force effect
term condition
deadline date
member
target goal aim objective
reach attain achieve hit meet
miss fail
exceed surpass top outstrip
compare
same equal identical unchanged
different differ
hold keep retain
stand
take
make produce generate
power electricity energy
gas oil fuel
emission pollution
plant
species animal
sample
percent per
point
degree celsius
hectare acre
kilometre kilometer mile
metre meter
tonne ton
""".strip()

OPPOSITES = """
rise increase grow climb raise gain jump surge up growth soar higher upward | \
fall decrease decline drop lower cut reduce shrink slump down dip reduction downward
approve pass adopt accept ratify back endorse carry favour favor support | \
reject refuse veto oppose decline object objection against
keep retain maintain uphold | abandon scrap discard drop
confirm admit acknowledge | deny dispute
win beat defeat victory | lose loss
allow permit let authorise authorize | ban bar prohibit forbid block outlaw prevent
open reopen | close shut
begin start launch | end stop cease halt finish
arrive enter join | leave depart exit quit
hire recruit appoint | fire dismiss sack
guilty convict | innocent acquit clear
more above over exceed | less fewer below under
before prior | after following
first | last
early earlier | late later
buy purchase acquire | sell
remember | forget
alive survive | dead die kill
include | exclude omit
succeed | fail miss
strengthen improve better | weaken worsen deteriorate worse
widen expand extend lengthen | narrow shorten
likely | unlikely
known clear | unknown unclear uncertain
possible able | impossible unable
present | absent missing
safe | unsafe dangerous
public | private secret
highest most maximum | lowest least minimum
import | export
north | south
east | west
man male | woman female
husband | wife
former | current
lift | impose
find found | lose
agree | disagree
lawful legal | unlawful illegal
majority | minority
unanimous unanimously | split divided
supply | demand
warmer hotter | colder cooler
faster quicker | slower
borrow | lend
push | pull
parent | child
teacher | pupil
""".strip()
