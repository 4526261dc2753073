"""Whether a number is the old one, the new one, or the step between them."""

from __future__ import annotations

import re

_BESIDE = 48  # characters before a number that are looked at
_OLD = re.compile(
    r"\b(?:from|(?:up|down)\s+(?:by\s+\S+\s+)?from|compared\s+(?:with|to)|against|rather\s+than|"
    r"instead\s+of|versus|than|previously|formerly|originally|had\s+(?:stood|been)\s+(?:at\s+)?|"
    r"until\s+(?:now|then)\b[^,;]{0,24})\s*(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)

_NEW = re.compile(r"\b(?:to|at|now|reach(?:ed|ing|es)?|hit)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)

_THAN = re.compile(r"\bthan\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)

_FROM = re.compile(r"\bfrom\s[^.;]*$", re.IGNORECASE)

# "Puts the rise at 4%": that is how far it went.
_STEP_AT = re.compile(
    r"\b(?:rise|increase|growth|fall|drop|decline|decrease|cut|gain|loss|jump|change|gap|margin|lead)\s+"
    r"(?:\w+\s+){0,3}?(?:at|of|to\s+be|was|is)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)

_RISEN = re.compile(
    r"\b(?:rose|risen|rise|rises|rising|grow|grew|grown|grows|growing|fell|fall|fallen|falls|falling|"
    r"drop(?:s|ped|ping)?|increas\w+|decreas\w+|declin\w+|climb\w*|jump\w*|cut|cuts|raised?|raising|"
    r"rais(?:es|ing)|lower(?:ed|s|ing)?|reduc\w+|went|gone|slip\w*|shr[aiu]nk|soar\w*|plung\w*|"
    r"slump\w*|surg\w+|up|down|widen\w*|narrow\w*|chang\w+|mov(?:ed|es|ing)|expand\w*|sank|sunk|"
    r"brought|brings?|sent|double[ds]?|halved?|tripled?|shorten\w*|extend\w*|slow\w*|"
    r"eas(?:ed|es|ing)|swell\w*|swollen)\b",
    re.IGNORECASE,
)

_MORE = re.compile(
    r"\s+(?:(?P<up>more|extra|additional|higher|longer|older|larger|bigger|greater|taller|better|ahead)"
    r"|(?P<down>fewer|less|lower|shorter|younger|smaller|worse|short\s+of|behind|fewer))\b",
    re.IGNORECASE,
)

_UP = re.compile(
    r"\b(?:r[io]se\w*|rais\w+|grew|grow\w*|increas\w+|up|add\w*|gain\w*|climb\w*|jump\w*|beat\w*|exceed\w*|"
    r"surpass\w*|ahead|bett?er\w*|won|wins?|outnumber\w*|widen\w*|extend\w*|lengthen\w*)\b",
    re.IGNORECASE,
)

_DOWN = re.compile(
    r"\b(?:fell|fall\w*|drop\w*|declin\w+|decreas\w+|cut\w*|lower\w*|reduc\w+|down|lost|los[est]\w*|shr[aiu]nk|"
    r"short\w*|narrow\w*|behind|slip\w*|sank|shed\w*|missed)\b",
    re.IGNORECASE,
)

_BY = re.compile(r"\bby\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)

# "Six platforms have been dropped" is how many fewer there are, "cut to six" how many are left.
_GONE = re.compile(
    r"\s+(?:have|has|had|were|was|are|is|will\s+be|would\s+be)\s+(?:been\s+|being\s+)?(?:\w+ly\s+)?(?:cut|dropped|lost|"
    r"added|scrapped|removed|axed|shed|abolished|eliminated|saved|cancelled|deleted|struck|given\s+up)\b"
)

_TAKES = re.compile(
    r"\b(?:cut|cuts|cutting|los[et]s?|losing|add(?:s|ed|ing)?|drop(?:s|ped|ping)|shed(?:s|ding)?|axe[ds]?|"
    r"scrap(?:s|ped|ping)|gain(?:s|ed|ing)?|remov(?:es?|ed|ing)|sav(?:es?|ed|ing))\s+(?:another\s+|a\s+further\s+)?$",
    re.IGNORECASE,
)


def _gone(text: str, before: str, end: int) -> bool:
    return bool(_TAKES.search(before) or _GONE.match(text, end))


def _direction(before: str, more: re.Match[str] | None) -> int:
    """1 for more, -1 for less, 0 where the words do not tell."""
    if more:
        return 1 if more["up"] else -1
    ups, downs = (max((m.end() for m in p.finditer(before)), default=0) for p in (_UP, _DOWN))
    return (ups > downs) - (downs > ups)


def changes(text: str) -> bool:
    """Whether a sentence speaks of a rise or a fall."""
    return bool(_RISEN.search(text))


def side(text: str, start: int, ends: tuple[int, int], *, changing: bool) -> tuple[str, int]:
    """The role of a number (see ``Figure.role``), and for a step its direction.

    Args:
        start: where it begins, with the words that bound it.
        ends: where it and what it counts end.
        changing: whether its sentence speaks of a change.
    """
    before = text[max(0, start - _BESIDE) : start]
    more = _MORE.match(text, ends[1]) or _MORE.match(text, ends[0])
    if _BY.search(before) or _STEP_AT.search(before) or more or _gone(text, before, max(ends)):
        return "by", _direction(before, more)
    if changing or _FROM.search(before) or _THAN.search(before):
        return "old" if _OLD.search(before) else "new" if _NEW.search(before) else "", 0
    return "", 0
