"""Nouns for persons."""

from __future__ import annotations

import re
from functools import lru_cache

_PERSON = re.compile(r"(?:[eo]rs?|ists?|m[ae]n|wom[ae]n|ians?|ants?|ees?|eurs?|ess(?:es)?)$")
_PERSONS = frozenset(
    """head chief captain mayor boss chair president king queen judge coach nurse chef pilot guard
    host clerk agent monk priest bishop pope hero mother father sister brother son daughter wife
    husband uncle aunt niece nephew cousin friend ally rival colleague counterpart partner boyfriend
    girlfriend widow widower child boy girl person member delegate candidate suspect victim witness
    patient pupil student driver spokesperson vice-president co-defendant defendant attorney
    executive representative ceo cfo coo cto mp mep pm vp
    architect athlete astronaut magnate tycoon envoy diplomat aide spy thief critic cleric jockey
    sergeant lieutenant corporal admiral superintendent constable detective sheriff dean rabbi imam
    nun novelist cook veteran resident citizen refugee founder secretary premier chancellor
    prosecutor midfielder goalkeeper surgeon acrobat bishop captain vocalist
    heir heiress guest expert official general colonel private star model poet author""".split()
)
_BODY = re.compile(r"(?:maker|producer|paper|ness|power|water|meter|centre|[^n]ger|tter|hter|wer)$")
_THINGS = frozenset(
    """manufacturer provider publisher supplier retailer carrier insurer lender broadcaster
    operator developer competitor newsletter river number order offer computer summer winter
    matter letter quarter chapter corner border theater theatre helicopter freighter trawler
    tanker cruiser tractor reactor motor factor sector door floor error terror harbor labor
    color honor favor vapor mirror tumor minor major transformer sensor monitor doctorate filter
    container router server printer engine cover layer paper plaster register rubber shoulder
    silver copper cancer cluster consumer member-state after other another over under rather per
    error interior exterior humor rumor armor anchor elevator generator processor corridor
    horror meteor chancellor-elect alder timber lumber thunder wonder danger finger trigger
    hunger burger cheeseburger ginger merger disaster poster plant restaurant grant elephant
    warrant pollutant giant variant hydrant covenant remnant implant instant constant pendant
    quadrant relevant committee coffee fee tree degree guarantee knee three free bee business
    process access success address press express progress congress mess stress dress less unless
    list mist twist wrist assist fist consist exist resist human german roman per er barrier
    carrier-bag tier pier frontier premier-league career peer deer beer steer engineer-corps
    cheer volunteer-force hour tour four colour harbour labour honour favour vapour rumour
    humour armour tumour want infant-school""".split()
)


@lru_cache(maxsize=20_000)
def person_noun(word: str) -> bool:
    """Whether a lower-case noun looks like one for a person."""
    single = word.removesuffix("s") if not word.endswith("ss") else word
    if word in _PERSONS or single in _PERSONS:
        return True
    return bool(_PERSON.search(word)) and single not in _THINGS and not _BODY.search(single)
