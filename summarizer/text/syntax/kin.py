"""Verbs that English prose uses for the same act, though a dictionary keeps them apart."""

from __future__ import annotations

_LINES = """
strike hit knock_down knock run_over run_down ram collide_with
propose move put_forward suggest table
approve clear authorise authorize pass back sign_off agree_to
notice spot see detect discover find
trace find locate turn_up track_down recover
turn_up appear emerge surface
fly take transport bring carry airlift rush drive ferry
go move head travel bind relocate sail fly journey
arrive reach enter land dock come get_in pull_in
author write compose pen
owner own
call name title dub describe label brand term
want wish like hope
refuse reject turn_down decline rebuff dismiss
beat break better surpass
beat defeat edge_out knock_out overcome thrash outplay overhaul overtake see_off
lead head run chair direct manage govern rule
join sign_for move_to
hire appoint recruit name take_on engage
fire sack dismiss oust remove
criticise criticize scold attack blame condemn rebuke damn slate denounce censure
ask urge call_on press request invite beg implore
order tell instruct command direct
request plead appeal ask_for call_for demand seek
complain protest grumble object
help aid assist support back
sue take_to_court
kill murder stab shoot
play perform appear star
build make create construct design develop
save rescue pull_out
phone ring call telephone
visit call_on tour
fine penalise penalize
found set_up establish start launch
represent defend act_for
buy acquire purchase take_over snap_up pick_up
bring_up raise rear
look_after care_for tend mind keep
hand_over give present deliver pass_on donate grant
give_up hand_in surrender
persuade talk_into convince coax win_over
fund finance pay_for bankroll sponsor subsidise subsidize
share split divide
block stop halt prevent bar veto
examine look_into investigate probe study inspect review check
inform tell notify warn brief
show reveal disclose uncover expose bring_to_light
meet encounter come_across
succeed follow replace take_over
isolate identify discover find
keep hold store house preserve
burst overflow flood break
nest breed live
use employ apply utilise utilize
steal take rob make_off_with
injure hurt wound
treat care_for nurse
arrest detain hold seize pick_up
threaten menace intimidate
carry_out perform conduct do execute undertake
teach train instruct tutor coach
lose shed drop
return go_back come_back get_back go_home
return give_back send_back hand_back
leave quit resign step_down stand_down depart go
postpone delay put_off defer
cancel call_off scrap drop abandon
throw_out reject dismiss expel
collapse fall_down cave_in
delay hold_up
gather collect assemble meet
start begin open commence kick_off
end finish close conclude wind_up
check test try
repair fix mend put_right restore
explain account_for
speak talk
run operate manage
supply provide furnish deliver
contain include comprise hold
get receive obtain gain win secure
lend loan advance
print publish issue bring_out release
release free let_go
choose select pick elect
buy_from get_from
drop fall decline sink slip
fetch collect pick_up
wait queue
marry wed
move shift relocate transfer
cut reduce trim lower slash
guide lead steer conduct
paint draw
sing perform
tear rip tear_off rip_off blow_off
discuss debate talk_about
settle resolve
warn caution
"""


def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_LINES.strip().splitlines()):
        for verb in line.split():
            found.setdefault(verb.replace("_", " "), set()).add(number)
    return {verb: frozenset(numbers) for verb, numbers in found.items()}


_GROUPS = _groups()
_MEMBERS: dict[str, frozenset[str]] = {
    verb: frozenset(other for other, also in _GROUPS.items() if not numbers.isdisjoint(also))
    for verb, numbers in _GROUPS.items()
}


def kin(verb: str) -> frozenset[str]:
    """The verbs used for the same act as a verb, itself included; empty for most."""
    return _MEMBERS.get(verb, frozenset())
