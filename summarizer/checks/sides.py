"""The two sides of each axis along which news says that something went one way or the other.

One axis a line, "|" between its sides; a line that is indented goes on with the one before it. An
underscore joins the words of a phrase, whose words may be inflected; "#" stands for an amount, "##"
for a score. The first axis is that of what rises and falls.
"""

from __future__ import annotations

import re

_LISTED = """
rise increase climb grow growth jump surge soar gain up higher more additional extra greater
  larger bigger widen expand raise lift hike boost swell double triple upward record_high uptick
  upturn longer gain_# add_# put_on_# | lose_# fall decrease decline drop slip slide tumble plunge
  shrink narrow fewer less lower smaller down cut reduce slash halve downward record_low downturn
  slump dwindle ease trim shorter shed
warm warmer hot hotter mild milder warmth balmy | cold colder cool cooler chilly chill chillier
  frosty
better improve improvement more_soundly healthier recover recovery brighten fitter rally | worse
  worsen deteriorate deterioration poorer decline sicker
upbeat optimistic confident confidence hopeful cheerful buoyant look_forward optimism bullish |
  gloomy pessimistic worried anxious pessimism downbeat despondent gloom bleak bearish fearful
success succeed successful without_a_hitch go_well go_smoothly go_to_plan as_planned smoothly
  flawless flawlessly triumph | failure fail unsuccessful go_wrong botch botched fiasco flop
  misfire
safe fit_for_use fit_to safely harmless secure sound | unsafe dangerous unfit hazardous perilous
  not_fit
in_public openly publicly open_to_the_public open_doors | behind_closed_doors in_private
  privately in_camera in_secret secretly
likely probable good_chance high_chance probably | unlikely little_chance slim_chance
  small_chance no_chance improbable not_much_chance remote
sell dispose_of dispose divest offload part_with sell_off get_rid_of | buy purchase acquire
  snap_up take_over buy_up
lend loan_to on_loan_to | borrow on_loan_from on_loan have_on_loan
export ship_abroad sell_abroad go_abroad abroad | import bring_in from_abroad
uphold affirm let_stand leave_standing stand | overturn quash throw_out strike_down annul
  reverse set_aside overrule void
approve adopt accept pass ratify endorse vote_through wave_through agree_to green_light
  nod_through back grant consent approval back_the vote_for acceptance allow |
  reject refuse vote_down turn_down throw_out veto vote_against spurn decline rebuff dismiss deny
  disapprove rejection block
support back favour favor in_favour_of in_favor_of welcome champion applaud in_favor
  stand_behind | oppose against object_to resist criticise criticize denounce condemn opposed
  opposition critic speak_out_against come_out_against vote_against fight
hire recruit take_on employ appoint sign_up hire_on bring_in | dismiss sack fire lay_off let_go
  axe make_redundant cut_jobs shed_jobs
join enter sign_up_to accede | leave quit resign step_down walk_out_of pull_out_of withdraw_from
lift ease relax loosen scrap abolish end waive soften liberalise liberalize loose looser lax
  laxer lenient more_lenient less_strict slacken | impose introduce tighten toughen bring_in
  stiffen need_a_permit harden strict stricter tougher tough tighter tight harsher harsh rigid
  stringent more_stringent
win beat defeat victory triumph too_strong_for see_off overcome edge_past thrash oust
  come_out_on_top prevail triumphant | lose be_beaten be_defeated loss fall_to go_down_to
  go_down_## knock_out_by lose_out come_off_second_best be_knocked_out crash_out
promote go_up move_up promotion elevate take_up raise | relegate send_down go_down drop_down
  relegation demote move_down take_down bring_down reduce_in_rank
reach get_to make_it_to arrive_at arrive_in get_as_far_as | fall_short_of stop_short_of
first | last final
highest record_high peak largest biggest top most | lowest record_low trough smallest bottom
  least fewest
early earlier sooner ahead_of_schedule ahead_of_time in_advance days_ahead weeks_ahead
  months_ahead hours_ahead | late later behind_schedule days_behind weeks_behind months_behind
  hours_behind minutes_behind years_behind belated overdue
above over exceed in_excess_of more_than beyond higher_than top surpass | below under beneath
  short_of less_than lower_than
upstream above | downstream below
fast faster quicker quick shorter speedier rapid | slow slower longer sluggish
strengthen firm_up appreciate stronger firmer gain strong harden gather_strength intensify |
  weaken depreciate weaker lose_value slide weak soften lose_its_punch lose_strength lose_force
  fade abate fizzle
older earlier predate oldest | younger later newer postdate youngest
extend lengthen prolong extension longer now_run_until | shorten curtail cut_short truncate
  shorter
ahead lead leader ahead_of | behind trail behind_in lag
surplus profit in_the_black less_than_it_take | deficit loss shortfall in_the_red
  more_than_it_take
majority most more_than_half | minority less_than_half
survive alive survivor rescue | die dead kill death drown perish
release free set_free bail | arrest detain hold jail imprison custody lock_up
arrive arrival | depart departure leave set_off
lift grade upgrade raise upgraded | lower downgrade cut
binding | advisory non-binding non_binding
north northern northward | south southern southward
east eastern eastward | west western westward
indoors inside indoor | outdoors outside outdoor
voluntary optional free_to choose | compulsory obligatory mandatory oblige
profit earn profitable in_the_black | loss lose loss-making in_the_red
richer rich wealthy | poorer poor
cheaper cheap | dearer expensive pricier costlier
tighten | loosen
widen broaden | narrow
legal lawful allow permit permitted allowed | illegal unlawful ban outlaw forbid forbidden
  prohibit prohibited bar disallow
reopen open | close shut shut_down closure
start begin launch | end finish stop halt
agree agreement deal accord | disagree deadlock collapse no_deal break_down
confirm admit acknowledge | deny dispute reject
accept | decline
true correct accurate | false untrue wrong incorrect
guilty convict conviction | acquit clear acquittal innocent not_guilty exonerate
increase_the | reduce_the
build erect construct | demolish tear_down pull_down knock_down raze
extend_its_lead | lose_its_lead
praise hail laud commend | criticise criticize condemn slam blast
local domestic home | foreign overseas abroad
public state | private
permanent permanently for_good | temporary temporarily for_now
partly partial partially | fully full entire entirely completely
present attend attendance turn_up | absent miss stay_away skip absence boycott
willing ready prepared keen eager agree consent | unwilling refuse decline reluctant balk baulk
  loath
quiet quieter silent | loud louder noisy noisier
deep deeper | shallow shallower
long longer lengthy | short shorter brief briefer
light lighter | heavy heavier
near nearer close closer | far farther further distant
wide wider broad broader | narrow narrower
thick thicker | thin thinner
high higher tall taller | low lower short shorter
young younger | old older elderly
cover extend_to subject_to liable | exempt spare excluded let_off immune
accelerate speed_up quicken pick_up pick_up_pace gather_pace gather_speed faster acceleration |
  decelerate slow_down slow lose_pace lose_speed lose_momentum slower slowdown slacken
  deceleration moderate
ample plentiful abundant plenty considerable strong | scant scarce meagre little sparse thin
  scanty
common frequent often more_common widespread | rare rarely uncommon infrequent seldom
  less_common
easy easier simple simpler | difficult harder hard tougher
clean cleaner | dirty dirtier polluted
sooner bring_forward brought_forward | later put_back push_back postpone delay defer put_off
inflow flow_into put_in net_inflow deposit | outflow flow_out pull_out withdraw net_outflow
  withdrawal
premium above_face_value | discount below_face_value
mature senior | junior immature
vindicate justify | discredit
keep retain preserve maintain | give_up cede relinquish surrender hand_over
obtain acquire receive gain | cede lose give_up relinquish forfeit
still | no_longer
aware knew know informed | unaware
sober | drunk
empty vacant | full crowded packed
occupied inhabited | empty vacant deserted uninhabited
wet rainy | dry arid
calm peaceful | stormy rough violent
love like enjoy | hate dislike loathe detest
"""

SIDES = tuple(re.sub(r"\n +", " ", _LISTED).strip().splitlines())
