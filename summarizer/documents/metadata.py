"""What a page says about itself: title, outlet, byline, date of publication, captions, contacts.

A date counts only where it stands as a date of publication: on a line of its own, at the end of
the headline, or in a dateline. A date in running prose, a file's time and the year of a copyright
notice never do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)"
_WEEKDAY_FIRST = rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}"
_DATES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}?{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_WEEKDAY}?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}-(?P<month>[0-1][0-9])-(?P<day>[0-3][0-9])(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?",
    )
)
_DATE_LABEL = re.compile(
    r"(?P<label>(?:first\s+|originally\s+)?(?:published|posted|issued|released)"
    r"|(?:last\s+)?(?:updated|modified)|(?:publication\s+)?date)(?:\s+on)?\s*:?\s+",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    r"[\s,]*(?:at\s+)?[0-2]?[0-9](?:[:.][0-9]{2})?\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:\(?(?:[A-Z]{2,5}|(?:UTC|GMT)[+-][0-9:]+)\)?)?",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"[0-9]+[- ]min(?:ute)?s?(?: read)?", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+")
_TITLE_DATE = re.compile(rf"\s+{_WEEKDAY_FIRST}$", re.IGNORECASE)

_NAME_WORD = r"(?:[^\W\d_a-z][\w.’'-]*|de|da|del|della|di|van|von|der|den|la|le|al|el|bin|ibn)"
_NAME = rf"[^\W\d_a-z][\w.’'-]*(?:\s+{_NAME_WORD}){{1,4}}"
_AGENCY = (
    r"Reuters|AP|Associated Press|AFP|UPI|CNN|dpa|DPA|PTI|ANI|EFE|TASS|Xinhua|Bloomberg"
    r"|PRNewswire|PR Newswire|BUSINESS WIRE|GLOBE NEWSWIRE"
)
_BYLINE = re.compile(
    rf"(?i:(?:written\s+|reported\s+|story\s+|words\s+)?by):?\s+(?P<name>(?:{_NAME}|{_AGENCY})"
    rf"(?:\s*(?:,|\band\b|&)\s*{_NAME})*)(?:,\s+[\w\s]{{3,40}}|\s+(?:for|in)\s+[\w\s,]{{3,40}})?"
)
_LONE_NAME = re.compile(_NAME)
_MONTH_WORD = _MONTH.replace("?P<month>", "?:")
_DATELINE_DATE = (
    rf"(?i:{_WEEKDAY}?(?:{_MONTH_WORD}\s+[0-3]?[0-9]|[0-3]?[0-9]\s+{_MONTH_WORD})"
    r"(?:,?\s+(?:19|20)[0-9]{2})?)"
)
_PLACE = r"[^\W\d_a-z][\w.’'-]*"
_DATELINE = re.compile(
    rf"(?:(?P<city>{_PLACE}(?:\s{_PLACE}){{0,3}})(?:,\s{_PLACE}(?:\s{_PLACE})?){{0,2}}"
    rf"(?:,\s(?P<date>{_DATELINE_DATE}))?\s*)?"
    rf"(?:[(/]?(?P<agency>{_AGENCY})[)/]?|\((?P<other>{_PLACE}(?:\s{_PLACE}){{0,3}})\))?"
    r"\s*(?:--|[–—-])\s"
)
_DATELINE_LINES = 3
_UPDATE = r"(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECT(?:ED|ION))(?:\s[0-9]{1,2})?-)+"
_TITLE_UPDATE = re.compile(rf"{_UPDATE}(?=\S)")
_SLUG = re.compile(
    rf"(?:{_UPDATE})?(?:(?:BC|AM|PM)-[\w-]{{2,40}}(?:\s[\w-]+){{0,3}}"
    r"|(?=\S*[/-])[A-Z]{2,20}(?:[/-][A-Z]{2,20}){0,5}/?)"
    r"(?:,?\s?\([A-Z0-9 ,.-]{2,40}\)|,\s[0-9].{1,30})?"
)
# Capitalised words of a page that stand where a name may stand.
_NO_NAME = re.compile(
    r"(?:for|press|news|media|embargoed|share|sign|log|subscribe|read|copy|skip|listen|save|follow"
    r"|watch|breaking|live)\b",
    re.IGNORECASE,
)
_CREDITED = rf"{_PLACE}(?:(?:\s?[/,]\s?|\s)(?:{_PLACE}|via|for|of|the|and)){{0,7}}"
_PICTURE = r"(?i:(?:file )?(?:photo|photograph|image|picture|illustration)s?)"
_CREDIT = re.compile(
    r"(?:^|(?<=[.?!…\"”’)])\s+)(?:"
    rf"(?:{_PICTURE}(?: credit| by| courtesy of)?|Credit)(?::|(?<= by)|(?<= of))\s{_CREDITED}"
    rf"|\((?:{_PLACE}\s){{1,3}}?{_PLACE}\s?/\s?{_PLACE}(?:\s{_PLACE}){{0,4}}\)"
    rf"|\((?:{_PICTURE}|[Hh]andout)(?::| by| courtesy of)\s[^()]{{2,60}}\)"
    r"|\((?:AP Photo|Getty Images|Reuters|REUTERS)(?:/[^()]{2,40})?\))$"
)
_CAPTION = re.compile(r"(?:(?:photo|image|picture) )?caption: |(?:photo(?:graph)?|image): ", re.I)
_INNER_END = re.compile(r"[.?!…][\"”’)]*\s")
_LONGEST_INSET, _CAPTION_WORDS = 300, 30
_SIGNS = r"(?:sign up|subscribe|register)"
_LETTER = r"(?:letter|briefing|bulletin|digest|alerts?|updates|round-?up|report|e-?mails?)"
_INVITATION = re.compile(
    r"(?:get|receive|want|never miss|don[’']t miss|join|be the first|breaking news)\b[^.?!]{2,90}"
    rf"[.?!:–—-] ?{_SIGNS}(?: (?:here|now|today)(?: for free)?[.!]?| (?:for|to) [^.]{{2,50}})"
    rf"|(?:get|{_SIGNS} (?:for|to)) our [^.?!]{{0,60}}\b{_LETTER}"
    r"(?: (?:every|each) \w+(?: \w+)?| here| now| today)?[.!]?"
    rf"|get the [^.?!]{{1,60}}\b{_LETTER} (?:every|each) \w+(?: \w+)?!?"
    rf"|{_SIGNS} (?:for|to) [^.?!]{{1,60}}\b{_LETTER}(?: here| now| today)?!?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:for )?(?:media|press)"
    r" (?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|queries|relations|office)"
    r"(?: information| details)?(?:[:,].{0,150})?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.\w|\+?\(?\d[\d ()./-]{5,18}\d")
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S+[.?!…][\"”’)]*")
_CONTACT_LINES = 7
_COPYRIGHT_NAME = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?(?:(?:19|20)[0-9]{2}(?:\s*[-–]\s*[0-9]{2,4})?,?\s*)?(?:by\s+)?"
    r"(?P<name>[^.|,©]{2,50}?)\s*(?:[.|,]|\ball rights\b|$)",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r",? (?:ltd|inc|llc|plc|gmbh|limited|media|group|company|newspapers|publishing)\.?$"
)
_LONGEST_OUTLET = 5

SECTIONS = frozenset(
    "analysis,arts,business,climate,crime,culture,economy,editorial,education"
    ",entertainment,environment,features,finance,food,football,health,international"
    ",investigations,life,lifestyle,local,local news,magazine,markets,metro,money"
    ",nation,national,news,obituaries,opinion,politics,region,regional,science,sport"
    ",sports,style,tech,technology,travel,u.s.,uk,us,weather,world,world news"
    ",us news,uk news".split(",")
)


@dataclass(frozen=True)
class Metadata:
    """What was found, None for what the page does not show; ``published`` is an ISO 8601 date."""

    title: str | None
    outlet: str | None
    section: str | None
    byline: str | None
    published: str | None


def find_metadata(lines: Sequence[str], header: Sequence[int], headline: int | None) -> Metadata:
    """What the page shows about itself.

    Args:
        lines: its blocks, in order.
        header: numbers of those that stand around the headline and are not part of the article.
        headline: number of the headline, or None.
    """
    title = lines[headline] if headline is not None else None
    outlet = _find_outlet(lines, [n for n in header if headline is None or n < headline])
    around = {*header, headline}
    prose = (line for n, line in enumerate(lines) if n not in around)
    dateline = _find_dateline(list(islice(prose, _DATELINE_LINES)))
    return Metadata(
        title=_TITLE_UPDATE.sub("", _TITLE_DATE.sub("", title), count=1) if title else None,
        outlet=outlet or _agency(dateline),
        section=_find_section(lines, header, headline),
        byline=_find_byline(lines, header, headline, outlet),
        published=_find_published([lines[n] for n in header], title, dateline),
    )


def is_about_article(line: str) -> bool:
    """Whether ``line`` is a byline, a date of publication or both, and nothing else."""
    parts = _parts(line)
    named = [part for part in parts if _BYLINE.fullmatch(part) or line_date(part)]
    rest = [part for part in parts if part not in named]
    return bool(named) and all(
        _READING_TIME.fullmatch(p) or p.casefold() in SECTIONS or _TIME_OF_DAY.fullmatch(p)
        for p in rest
    )


def _parts(line: str) -> list[str]:
    # Single spaces first: the separators' own white space would be tried at every one of many.
    return [part for part in _SEPARATOR.split(" ".join(line.split())) if part]


def is_lone_name(line: str) -> bool:
    """Whether ``line`` could be a person's name and nothing else."""
    return len(line) <= 50 and bool(_LONE_NAME.fullmatch(line))  # noqa: PLR2004


def is_slug(line: str) -> bool:
    """Whether ``line`` is a news agency's name for a story ("BC-HARBOUR-VOTE") and no headline."""
    return len(line) <= 100 and bool(_SLUG.fullmatch(line))  # noqa: PLR2004


def is_inset(line: str) -> bool:
    """Whether ``line`` is a picture's caption or credit, or invites the reader to sign up."""
    if len(line) > _LONGEST_INSET:
        return False
    words = " ".join(line.split())
    return bool(_INVITATION.fullmatch(words)) or _is_caption(words)


def _is_caption(line: str) -> bool:
    """Marked as one by a label or a credit, and with one sentence at most besides."""
    label = _CAPTION.match(line)
    rest = line[label.end() :] if label else line
    credit = _CREDIT.search(rest)
    words = (rest[: credit.start()] if credit else rest).strip()
    short = len(words.split()) <= _CAPTION_WORDS and not _INNER_END.search(words)
    return bool(label or credit) and short


def find_contacts(lines: Sequence[str], after_blank: Sequence[bool]) -> set[int]:
    """Lines from each heading such as "Media contact" to the last with an address below it."""
    found: set[int] = set()
    for first in (n for n, line in enumerate(lines) if _is_contact_line(line, heading=True)):
        end = first + 1
        while end < min(len(lines), first + _CONTACT_LINES) and _is_contact_line(lines[end]):
            if after_blank[end] and (end > first + 1 or _ADDRESS.search(lines[first])):
                break
            end += 1
        last = max((n for n in range(first, end) if _ADDRESS.search(lines[n])), default=first - 1)
        found.update(range(first, last + 1))
    return found


def _is_contact_line(line: str, *, heading: bool = False) -> bool:
    if len(line) > _LONGEST_INSET or (heading and not _CONTACT.fullmatch(line)):
        return False
    return not _SENTENCE.fullmatch(line)


def line_date(line: str) -> tuple[str, str] | None:
    """Label (lower case, may be empty) and ISO date of a line that is a date and nothing else."""
    label = _DATE_LABEL.match(line)
    rest = line[label.end() :] if label else line
    for form in _DATES:
        match = form.match(rest)
        tail = rest[match.end() :].strip() if match else ""
        if match and (not tail or _TIME_OF_DAY.fullmatch(tail)):
            found = _iso(match)
            return (label.group("label").casefold() if label else "", found) if found else None
    return None


def copyright_owner(lines: Sequence[str], candidates: Sequence[str]) -> str | None:
    """The first of ``candidates`` that a copyright notice among ``lines`` names."""
    owners = {_bare(notice.group("name")) for notice in _notices(lines)}
    return next((line for line in candidates if owners and _bare(line) in owners), None)


def _notices(lines: Sequence[str]) -> list[re.Match[str]]:
    return [notice for notice in map(_COPYRIGHT_NAME.match, lines) if notice]


def _find_outlet(lines: Sequence[str], before: Sequence[int]) -> str | None:
    """A short line before the headline that the copyright notice or a repetition confirms."""
    short = [lines[n] for n in before if len(lines[n].split()) <= _LONGEST_OUTLET]
    candidates = [s for s in short if s.casefold() not in SECTIONS and s[-1] not in ".?!:"]
    owner = copyright_owner(lines, candidates)
    if owner:
        return owner
    counts = Counter(candidates)
    repeated = next((s for s in candidates if counts[s] > 1 and s[0].isupper()), None)
    reserved = (n for n in _notices(lines) if "all rights reserved" in n.string.casefold())
    return repeated or next((n.group("name").strip() for n in reserved), None)


def _bare(name: str) -> str:
    return _COMPANY.sub("", name.casefold().strip()).removeprefix("the ")


def _find_dateline(prose: Sequence[str]) -> re.Match[str] | None:
    """The dateline of the first paragraph; below the headline's second line, one in capitals."""
    found = [_DATELINE.match(line) for line in prose]
    later = (m for m in found[1:] if m and m.group("date") and m.group("city").isupper())
    return next(later, None) if found and not found[0] else next(iter(found), None)


def _agency(dateline: re.Match[str] | None) -> str | None:
    if dateline is None:
        return None
    # An agency outside the list is believed only where a date stands before it.
    other: str | None = dateline.group("other") if dateline.group("date") else None
    return dateline.group("agency") or other


def _find_section(lines: Sequence[str], header: Sequence[int], headline: int | None) -> str | None:
    """The last section word before the headline, unless it stands in a menu of them."""
    before = [n for n in header if headline is not None and n < headline]
    words = {n for n in before if lines[n].casefold() in SECTIONS}
    last = max(words, default=0)
    return lines[last] if words and last - 1 not in words else None


def _find_byline(
    lines: Sequence[str], header: Sequence[int], headline: int | None, outlet: str | None
) -> str | None:
    for number in header:
        for part in _parts(lines[number]):
            match = _BYLINE.fullmatch(part)
            if match:
                return match.group("name")
    beside = [n for n in header if headline is not None and n in (headline - 1, headline + 1)]
    for number in beside:
        line = lines[number]
        named = is_lone_name(line) and not _NO_NAME.match(line)
        if named and line != outlet and line.casefold() not in SECTIONS:
            return line
    return None


def _find_published(
    header: Sequence[str], title: str | None, dateline: re.Match[str] | None
) -> str | None:
    """The labelled date of publication, else the one plain date, else the one of an update."""
    parts = [part for line in header for part in _parts(line)]
    dates = [found for found in map(line_date, parts) if found]
    updated = [day for label, day in dates if "updated" in label or "modified" in label]
    plain = [day for label, day in dates if not label]
    labelled = [day for label, day in dates if label and day not in updated]
    at_end = _TITLE_DATE.search(title) if title else None
    of_dateline = line_date(dateline.group("date") or "") if dateline else None
    plain += [day for day in (_iso(at_end) if at_end else None,) if day]
    plain += [of_dateline[1]] if of_dateline else []
    for days in (labelled, plain, updated):
        if days:
            # Two different days leave the anchor in doubt, and a wrong anchor is worse than none.
            return days[0] if len(set(days)) == 1 else None
    return None


def _iso(match: re.Match[str]) -> str | None:
    month = match.group("month").casefold()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        return date(int(match.group("year")), number, int(match.group("day"))).isoformat()
    except ValueError:
        return None
