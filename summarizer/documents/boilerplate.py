"""Telling the article from the page around it.

Each block gets a kind. A block is taken out of the body only on evidence: its own wording fits a
closed list of page furniture, or it stands among such lines before the headline or after the end of
the article. A wrong guess loses content, so in doubt a block stays in the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from summarizer.documents.instructions import find_instructions
from summarizer.documents.metadata import (
    SECTIONS,
    copyright_owner,
    find_contacts,
    is_about_article,
    is_inset,
    is_lone_name,
    is_slug,
)
from summarizer.schema import SentenceKind


class Mark(Enum):
    """What the wording of one line alone shows."""

    NONE = "nothing"
    NOTICE = "a copyright notice: the article is over"
    RELATED = "the heading of a list of other stories"
    PROMPT = "asks the reader to join, sign in, consent, share or comment"
    FURNITURE = "part of the page at any place"
    WORD = "a menu word: part of the page among other furniture only"
    SECTION = "the name of a section"
    MENU = "menu words or sections beside each other"
    INSET = "a caption or an invitation set into the article: never its end"
    ABOUT = "byline or date of publication"
    RULE = "no letter and no digit"
    INSTRUCTION = "addressed to a program that reads the page"


# Patterns see a line in lower case with single spaces, and fit it from end to end.
_NOTICE = (
    r"(?:©|(?:copyright|\(c\))(?= ?(?:©|\(c\)|(?:19|20)\d\d\b))).{0,200}",
    r"(?:[^.|]{1,60}[.|] )?all rights reserved(?:[.|].{0,120})?",
)
_RELATED = (
    r"(?:related|recommended|more|popular|trending|top|latest|featured|other)"
    r" (?:stories|articles|news|coverage|reading|posts|headlines)"
    r"(?: (?:from|on|in|for|like|this|right|you|by)\b.{0,40})?:?",
    r"more (?:on|about) this (?:story|topic)|more (?:business|politics|science|sports?|world)",
    r"most (?:read|popular|viewed|shared|commented)",
    r"(?:you (?:may|might) also|people also) (?:like|enjoy|read|be interested in):?",
    r"(?:our|editor[’']?s[’']?|staff) picks",
)
_SIGN_UP = (
    r"(?:already|not(?: yet)?) a (?:member|subscriber|reader)(?: yet)?\?.{0,40}",
    r"(?:please )?(?:sign|log) ?(?:in|up)(?: or (?:register|sign up|subscribe|create.{0,20}))?"
    r"(?: (?:here|now|free|today|for free"
    r"|to (?:read|continue|view|comment|access|save|unlock).{0,60}))?",
    r"(?:subscribe|register)"
    r"(?: (?:here|now|free|today|for (?:free|full|unlimited|just|only).{0,50}"
    r"|to (?:read|continue|unlock|access|keep|our|the).{0,60}))?!?",
    r"(?:start|try) (?:your |a )?free trial.{0,30}",
    r"(?:download|get) (?:the|our) (?:free |mobile |news )?app\b.{0,40}",
    r"become a (?:member|subscriber|supporter)\b.{0,30}|start reading",
    r"create (?:an?|your) (?:free )?account\b.{0,30}",
    r"this (?:article|story|content) is (?:only )?(?:for|available to)"
    r" (?:subscribers|members).{0,30}",
)
_PROMPT = (
    r"(?:sign up|subscribe) (?:for|to) .{0,60}newsletters?\b.{0,60}",
    r"(?:get|receive|have|join|sign up) .{0,90}\byour inbox\b.{0,40}",
    r"(?:enter )?your e-?mail(?: address)?|thank(?:s| you) for (?:subscribing|signing up)[.!]?",
    r"(?:we|this (?:web)?site|our (?:web)?site)(?: and our (?:\d+ )?partners)? uses? cookies\b"
    r"(?=.*\b(?:consent|privacy|brows\w+|experience|accept|policy|analytics|(?:web)?site)\b)"
    r".{0,500}",
    r"by (?:continuing to (?:use|browse)|using (?:this|our) (?:web)?site|clicking)\b.{0,80}"
    r"\b(?:you|cookies)\b.{0,200}",
    r"(?:accept|reject|decline|manage|allow)(?: all| my| your)? (?:cookies?|preferences|choices)"
    r"(?: settings)?",
    r"(?:accept|reject|decline|allow) all|cookie (?:policy|settings|preferences|notice)",
    r"we value your privacy",
    r"(?:share|tweet|print|e-?mail|save|bookmark|copy) (?:this|link|article|story|page)"
    r"(?: .{0,30})?",
    r"share (?:on|via|to) .{1,20}|follow (?:us|me)(?: on .{1,40})?|comments? \(\d+\)",
    r"(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion)",
    r"(?:(?:view|show|read|see) )?(?:all )?\d[\d,]* (?:comments?|shares?|likes?|views?|replies)",
)
_FURNITURE = (
    r"advertisements?|sponsored(?: content| links)?|ad feedback|skip ad(?:vertisement)?",
    r"(?:story|article) continues (?:below|after).{0,40}|scroll (?:down )?to continue(?: reading)?",
    r"(?:(?:read|watch)(?: more| next| also)?|(?:see|read) also|also read|related): .{3,150}",
    r"(?:read|learn|show|load|see|view) more(?: (?:on|about|in|from|at|here)\b.{0,40})?",
    r"(?:read|see) (?:next|also):?|what to read next",
    r"(?:file )?(?:photo(?:graph)?s?|images?|pictures?|illustration)(?: credits?)?"
    r"(?:(?::| courtesy (?:of|:)) ?\S+(?: \S+){0,6}| by(?: \S+){1,3})",
    r"credit: ?\S+(?: \S+){0,4}|(?:getty images|ap photo|shutterstock)(?:/.{1,40})?",
    r"\d+[- ]min(?:ute)?s? read|listen to (?:this )?(?:article|story)",
    r"for immediate release|skip to (?:main )?content|back to top|all topics",
)
_BAR = 3  # links
_MENU_BREAK = re.compile(r" ?[|·•] ?")
_MENU_PART = re.compile(r"(?!by )[^\W\d][^\W\d’'&-]{0,19}(?:[ ’'&-]{1,3}[^\W\d]{1,19}){0,3}")
_WORDS = frozenset(
    "about,about us,accept,account,ad,advertise,advertise with us,back,bookmark,breaking news"
    ",cancel,careers,close,comment,comments,contact us,copy link,decline,e-paper,email,facebook,faq"
    ",got it,help,home,instagram,latest,linkedin,listen,live,login,menu,more,my account,navigation"
    ",newsletter,newsletters,next,notifications,ok,pinterest,podcast,podcasts,popular,previous"
    ",print,privacy,privacy policy,recommended,recommended for you,reddit,related,reply,rss,save"
    ",search,sections,settings,share,sitemap,telegram,terms,terms of service,terms of use,trending"
    ",trending now,tweet,twitter,video,videos,view all,whatsapp,x,youtube".split(",")
)
_WHOLE_LINE = tuple(
    (mark, re.compile("|".join(forms)))
    for mark, forms in (
        (Mark.NOTICE, _NOTICE),
        (Mark.RELATED, _RELATED),
        (Mark.PROMPT, _PROMPT),
        (Mark.FURNITURE, _FURNITURE),
    )
)
_SIGNS_UP = re.compile("|".join(_SIGN_UP))
_SURE = frozenset(Mark) - {Mark.NONE, Mark.WORD, Mark.SECTION, Mark.ABOUT, Mark.INSTRUCTION}
_LONGEST_FURNITURE = 700
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")
_LABEL = re.compile(r"[\w .’'-]{1,30}:")

_LEAD_WORDS, _SENTENCE_WORDS, _SHORT_LEAD_WORDS = 12, 8, 5
_PROSE_WORDS = 30
_TITLE_WORDS, _TITLE_LENGTH = range(2, 31), 200
_SHORT_LINE_WORDS = 12
_HEADER_LINES, _HEADLINE_WORDS = 12, 6

_BODY: SentenceKind = "body"
_PAGE: SentenceKind = "boilerplate"


@dataclass(frozen=True)
class Layout:
    """The kind of each block, the number of the headline, and those of the lines around it.

    Attributes:
        instructions: for each block that holds an instruction, a mark for each of its sentences.
    """

    kinds: tuple[SentenceKind, ...]
    headline: int | None
    header: tuple[int, ...]
    instructions: Mapping[int, tuple[bool, ...]]

    def kind_of(self, block: int, sentence: int) -> SentenceKind:
        """The kind of a sentence, both numbers from 0; its block's unless it is an instruction."""
        marks = self.instructions.get(block, ())
        return "instruction" if sentence < len(marks) and marks[sentence] else self.kinds[block]


def classify(lines: Sequence[str], after_blank: Sequence[bool]) -> Layout:
    """Tell what each block is; both sequences have one item for each block."""
    instructions = find_instructions(lines, after_blank)
    marks = [_mark(line) for line in lines]
    for number, instructs in instructions.items():
        marks[number] = Mark.INSTRUCTION if all(instructs) else marks[number]
    _mark_wire(marks, lines, after_blank)
    kinds = [_kind_alone(mark) for mark in marks]
    _spread(kinds, marks)
    _take_lists(kinds, lines, marks, after_blank)
    lead = _find_lead(lines, marks)
    headline, header = _find_header(lines, marks, after_blank, lead)
    if headline in instructions:
        # A headline goes with every question to a model.
        headline = None
    header = [number for number in header if number not in instructions]
    for number in header:
        if kinds[number] == _BODY:
            kinds[number] = _PAGE
    if headline is not None:
        kinds[headline] = "headline"
    end = _find_end(lines, marks, lead)
    kinds[end:] = [_PAGE if kind == _BODY else kind for kind in kinds[end:]]
    if _BODY not in kinds:
        # Something was meant to be read: a page of furniture alone is a text of its own.
        kinds = [_BODY if kind == _PAGE else kind for kind in kinds]
        headline, header = None, []
    return Layout(tuple(kinds), headline, tuple(header), instructions)


@lru_cache(maxsize=4096)
def _mark(line: str) -> Mark:
    key = " ".join(line[: _LONGEST_FURNITURE + 1].casefold().split())
    if len(line) > _LONGEST_FURNITURE:
        return Mark.NONE
    if not any(map(str.isalnum, key)):
        return Mark.RULE
    by_word = Mark.WORD if key in _WORDS else Mark.SECTION if key in SECTIONS else None
    rest = Mark.ABOUT if is_about_article(line) else Mark.INSET if is_inset(line) else Mark.NONE
    return by_word or _mark_of_form(key) or rest


def _is_menu(key: str) -> bool:
    parts = [part for part in _MENU_BREAK.split(key) if part]
    known = sum(part in _WORDS or part in SECTIONS for part in parts)
    menu = known > 1 or (parts[:1] == ["home"] and len(parts) > 2)  # noqa: PLR2004
    return menu and (known == len(parts) or all(map(_MENU_PART.fullmatch, parts)))


def _is_bar(line: str) -> bool:
    """Whether a line is a bar of links in words of its own: "Wire | Regions | Archive"."""
    parts = [part.strip().casefold() for part in line.split("|")]
    return len(parts) >= _BAR and all(map(_MENU_PART.fullmatch, parts))


def _mark_wire(marks: list[Mark], lines: Sequence[str], after_blank: Sequence[bool]) -> None:
    """The contacts of a press release, and the slug of a wire story if a headline follows it."""
    for number in find_contacts(lines, after_blank):
        marks[number] = Mark.FURNITURE if marks[number] is Mark.NONE else marks[number]
    first = next((n for n, mark in enumerate(marks) if mark is Mark.NONE), 0)
    followed = marks[first : first + 2] == [Mark.NONE, Mark.NONE]
    if followed and is_slug(lines[first]) and _looks_like_title(lines[first + 1]):
        marks[first] = Mark.FURNITURE


def _mark_of_form(key: str) -> Mark | None:
    # "Sign in to read your mail." with its full stop is a sentence of a guide as much as a button.
    if _SIGNS_UP.fullmatch(key) and not key.endswith("."):
        return Mark.PROMPT
    menu = Mark.MENU if _is_menu(key) else None
    return next((mark for mark, form in _WHOLE_LINE if form.fullmatch(key)), menu)


def _kind_alone(mark: Mark) -> SentenceKind:
    if mark is Mark.INSTRUCTION:
        return "instruction"
    return _PAGE if mark in _SURE else _BODY


def _spread(kinds: list[SentenceKind], marks: Sequence[Mark]) -> None:
    """Menu words next to furniture are furniture."""
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for number in order:
            beside = number - order.step
            sure = kinds[beside] == _PAGE and marks[beside] is not Mark.RULE
            if marks[number] is Mark.WORD and sure:
                kinds[number] = _PAGE


def _take_lists(
    kinds: list[SentenceKind],
    lines: Sequence[str],
    marks: Sequence[Mark],
    after_blank: Sequence[bool],
) -> None:
    """The headlines right under the heading of related stories, wherever it stands."""
    inside = False
    for number, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        inside = mark is Mark.RELATED or (inside and not after_blank[number])
        inside = inside and not _SENTENCE_END.search(line[-8:])
        if inside and mark is Mark.NONE:
            kinds[number] = _PAGE


def _is_sentence(line: str, words: int) -> bool:
    return bool(_SENTENCE_END.search(line[-8:])) and len(line.split(maxsplit=words)) >= words


def _find_lead(lines: Sequence[str], marks: Sequence[Mark]) -> int | None:
    """Number of the first line that reads like the beginning of an article."""
    about = False
    for number, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        about = about or (mark is Mark.ABOUT and number < _HEADER_LINES)
        words = _SHORT_LEAD_WORDS if about else _LEAD_WORDS
        if mark is Mark.NONE and _is_sentence(line, words):
            return number
    return None


def _find_header(
    lines: Sequence[str], marks: Sequence[Mark], after_blank: Sequence[bool], lead: int | None
) -> tuple[int | None, list[int]]:
    """The headline, and the lines around it that are about the article or part of the page."""
    if lead is None:
        return None, []
    known = [n for n in range(lead) if marks[n] not in (Mark.NONE, Mark.WORD, Mark.SECTION)]
    if _is_page(lines, marks, lead):
        headline = _page_headline(lines, marks, lead)
        if headline is not None:
            return headline, _page_header(lines, marks, lead, headline)
        known = [n for n in range(lead) if marks[n] is not Mark.NONE]
    headline = _plain_headline(lines, marks, after_blank, lead)
    if headline is not None:
        known += [*range(headline), *_after_lead(lines, marks, lead)]
    return headline, sorted(set(known))


def _is_page(lines: Sequence[str], marks: Sequence[Mark], lead: int) -> bool:
    """Whether what stands before the lead was copied along with a page."""
    before = marks[:lead]
    bars = any(_is_bar(line) for line in lines[:lead])
    if (
        bars
        or {Mark.PROMPT, Mark.MENU} & set(before)
        or sum(m in (Mark.WORD, Mark.SECTION) for m in before) > 1
    ):
        return True
    # A name that stands twice, one below the other, is a logo and its caption.
    plain = [lines[n] for n in range(lead) if marks[n] is Mark.NONE]
    doubled = any(a == b and is_lone_name(a) for a, b in pairwise(plain[:_HEADER_LINES]))
    return doubled or copyright_owner(lines, plain) is not None


def _looks_like_title(line: str) -> bool:
    words = len(line.split())
    if _is_bar(line):
        return False
    return words in _TITLE_WORDS and len(line) <= _TITLE_LENGTH and line[-1] not in ".,;:"


def _page_headline(lines: Sequence[str], marks: Sequence[Mark], lead: int) -> int | None:
    """The first line of the longest title among the page's lines, before the byline if any."""
    titles = [n for n in range(lead) if marks[n] is Mark.NONE and _looks_like_title(lines[n])]
    about = next((n for n in range(lead) if marks[n] is Mark.ABOUT), lead)
    titles = [n for n in titles if n < about] or titles
    longest = max(titles, key=lambda n: (len(lines[n].split()), -n), default=None)
    # The longest may be the line below the headline.
    above = set(titles)
    while longest and longest - 1 in above and len(lines[longest - 1].split()) >= _HEADLINE_WORDS:
        longest -= 1
    return longest


def _page_header(
    lines: Sequence[str], marks: Sequence[Mark], lead: int, headline: int
) -> list[int]:
    """Of a page: all short lines before the headline, and the known ones after it."""
    before = [n for n in range(headline) if len(lines[n].split()) <= _SHORT_LINE_WORDS]
    names = [n for n in (headline + 1,) if n < lead and is_lone_name(lines[n])]
    after = [n for n in range(headline + 1, lead) if marks[n] is not Mark.NONE]
    return sorted({*before, *names, *after, *_after_lead(lines, marks, lead)})


def _after_lead(lines: Sequence[str], marks: Sequence[Mark], lead: int) -> list[int]:
    """Byline and date right after a first paragraph that is the headline's second line."""
    found = []
    for number in range(lead + 1, min(lead + 5, len(lines))):
        if marks[number] not in (Mark.ABOUT, Mark.FURNITURE, Mark.WORD):
            break
        found.append(number)
    return found if any(marks[n] is Mark.ABOUT for n in found) else []


def _plain_headline(
    lines: Sequence[str], marks: Sequence[Mark], after_blank: Sequence[bool], lead: int
) -> int | None:
    """The first line of a plain text, where it is set off from what follows like a title."""
    skipped = (
        Mark.ABOUT,
        Mark.SECTION,
        Mark.FURNITURE,
        Mark.INSET,
        Mark.RULE,
        Mark.INSTRUCTION,
    )
    first = next((n for n in range(lead) if marks[n] not in skipped), None)
    if first is None or marks[first] is not Mark.NONE or not _looks_like_title(lines[first]):
        return None
    line = lines[first]
    before_byline = marks[first + 1] is Mark.ABOUT
    label = _LABEL.match(line)
    if label and sum(other.startswith(label.group()) for other in lines[:200]) > 1:
        return None
    if not (before_byline or (after_blank[first + 1] and line[-1] not in "?!")):
        return None
    return first


def _find_end(lines: Sequence[str], marks: Sequence[Mark], lead: int | None) -> int:
    """Number of the first line after the article; the number of lines when it goes to the end."""
    if lead is None:
        return len(lines)
    found, size, marked, sentences = len(lines), 0, 0, 0
    for number in range(len(lines) - 1, lead, -1):
        mark = marks[number]
        own = mark is Mark.NONE and _is_sentence(lines[number], _SENTENCE_WORDS)
        resumes = 2 * sentences > size if mark is Mark.NOTICE else sentences > 0
        size, marked = size + 1, marked + (mark is not Mark.NONE)
        if not resumes and _ends_article(mark, marked, size):
            found = number
        if mark is Mark.NONE and _is_sentence(lines[number], _PROSE_WORDS):
            break
        sentences += own and not _between_prompts(marks, number)
    return found


def _between_prompts(marks: Sequence[Mark], number: int) -> bool:
    """Whether the line is the small print of a sign-up box."""
    return all(mark is Mark.PROMPT for mark in marks[number - 1 : number + 2 : 2]) and (
        number + 1 < len(marks)
    )


def _ends_article(mark: Mark, marked: int, size: int) -> bool:
    """Whether a line with this mark, with ``marked`` of ``size`` lines from it on, is the end."""
    if mark in (Mark.NOTICE, Mark.RELATED):
        return True
    return mark in (Mark.PROMPT, Mark.FURNITURE, Mark.MENU) and 2 * marked >= size
