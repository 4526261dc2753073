"""Where a sentence can be cut into clauses that each state something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.words import STOP_WORDS

_AUXILIARY = (
    "is|are|was|were|be|been|will|would|has|have|had|could|may|might|should|can|must|does|do|did|"
    "isn't|aren't|wasn't|weren't|won't|wouldn't|hasn't|haven't|hadn't|couldn't|can't|didn't|doesn't"
)
_PAST = (
    "said|says|told|left|took|made|gave|went|began|led|held|met|sought|fell|rose|grew|won|lost|came|"
    "saw|got|kept|put|set|ran|sent|paid|bought|brought|became|chose|drew|drove|found|knew|meant|sold|"
    "spoke|stood|wrote|beat|cut|hit|shut|spent|built|broke|felt|heard|read"
)
_VERB = rf"(?:{_AUXILIARY}|{_PAST}|[a-z]{{2,}}ed)"
_HAS_VERB = re.compile(rf"\b{_VERB}\b|\b[a-z]{{3,}}(?:s|ing)\b", re.IGNORECASE)
_SUBJECT = r"(?:[\w’'.,-]+\s+){0,4}?"
_BOUNDARY = re.compile(
    rf"""
      ,?\s+(?=(?:but|although|though|whereas)\s)
    | ,\s+(?=(?:while|because|as)\s+{_SUBJECT}{_VERB}\b)
    | ,\s+(?=who\s)
    | ,\s+(?=and\s+{_SUBJECT}{_VERB}\b)
    | \s+(?=and\s+(?:then\s+|also\s+|later\s+|now\s+)?{_VERB}\b)
    | \s+(?=as\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){{1,3}}?(?:seeks?|faces?|{_VERB})\b)
    | ;\s+
    | \s*[—–]\s*(?=and\s+{_VERB}\b)
    """,
    re.VERBOSE,
)
_OPENER = re.compile(
    r"^(?:(?:and|but|so|yet|moreover|however|meanwhile|in parallel|concretely|in addition|"
    r"additionally|furthermore|separately|still|also|specifically|nevertheless)\b,?\s+)+",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"^(?:if|when|while|although|though|as|because|since|unless|should|after|before|once|until)\b",
    re.IGNORECASE,
)
SHORTEST_CLAUSE = 3
_LONGEST_SUBJECT = 8
# A word in -s before a determiner is a verb more often than a plural.
_FIRST_VERB = re.compile(
    rf"\s(?=(?:{_VERB}|[a-z]{{3,}}s(?=\s+(?:a|an|the|to|that|its|his|her|their)\s))\b)"
)
_ELIDED = re.compile(rf"^(?:and|but)\s+(?:then\s+|also\s+|later\s+|now\s+)?(?={_VERB}\b)")
_CONNECTIVE = re.compile(
    r"^(?:and|but|although|though|whereas|while|because|as)\s+(?=\S+\s)", re.IGNORECASE
)
_HANGING = re.compile(r"^(?:although|though|whereas|while|because|as|who)\s", re.IGNORECASE)
_RELATIVE = re.compile(r"^who\s+", re.IGNORECASE)
_CLOSING_NAME = re.compile(r"(?:[A-Z][\w’'.-]*\s+)+[A-Z][\w’'-]*$")
_ASIDE = re.compile(r",\s[^,]+,$|\s\([^)]*\)")
_BRACKETS = {"(": ")", "[": "]", "“": "”"}


def _inside_brackets(text: str) -> list[bool]:
    """For each character, whether a quotation or bracket is open there."""
    closing: list[str] = []
    inside = []
    straight = False
    for char in text:
        if closing and char == closing[-1]:
            closing.pop()
        elif char in _BRACKETS:
            closing.append(_BRACKETS[char])
        straight ^= char == '"'
        inside.append(bool(closing) or straight)
    return inside


def clauses(sentence: str) -> list[tuple[int, int]]:
    """Offsets ``(start, end)`` of the clauses of one sentence, in order, at least one.

    A cut is made only where both sides have a verb and at least three words, and never inside a
    quotation or a bracket. Punctuation and white space between two clauses belong to neither.
    A sentence that opens with a subordinate clause is cut only after its main clause has begun.
    """
    inside = _inside_brackets(sentence)
    first_free = sentence.find(",") + 1 if _SUBORDINATE.match(sentence) else 0
    found: list[tuple[int, int]] = []
    begin = 0
    for match in _BOUNDARY.finditer(sentence):
        left, right = sentence[begin : match.start()], sentence[match.end() :]
        free = not inside[match.start()] and match.start() >= first_free
        if not (free and states(left) and states(right)) or _belongs(left, right):
            continue
        found.append((begin, match.start()))
        begin = match.end()
    found.append((begin, len(sentence)))
    return found


def _belongs(left: str, right: str) -> bool:
    """Whether the second clause hangs on a word inside the first, so that a cut would lose it.

    "A report that Vos was asked and had refused": who had refused is not the subject of the whole.
    "Twice as many as the port has": a comparison.
    """
    compared = re.search(r"\b(?:as|so)\s+\w+$", left) and right.startswith("as ")
    main = re.sub(r",\s(?:who|which|whose)\s[^,]*,", "", left)
    nested = _ELIDED.match(right) and re.search(r"\s(?:that|whether|which|who|whom|if)\s", main)
    return bool(compared or nested)


def states(text: str) -> bool:
    """Whether a text has three words and a verb that is surely one."""
    sure = re.search(rf"\b{_VERB}\b", text) or _FIRST_VERB.search(text)
    return len(text.split()) >= SHORTEST_CLAUSE and bool(sure)


def has_verb(text: str) -> bool:
    """Whether there is a word that looks like a verb."""
    return bool(_HAS_VERB.search(text))


def first_verb(text: str) -> int | None:
    """Where the first verb that is surely one begins, or None."""
    match = _FIRST_VERB.search(text)
    return match.end() if match else None


def full_verb(text: str) -> str:
    """The first word that is surely a verb and no auxiliary or word of saying, or ""."""
    for match in re.finditer(rf"\b(?:{_PAST}|[a-z]{{2,}}ed)\b", text):
        if match.group() not in STOP_WORDS:
            return match.group()
    return ""


def starts_with_verb(text: str) -> bool:
    """Whether the subject is missing ("Is part of a plan.")."""
    opening = re.match(
        rf"(?:{_AUXILIARY}|{_PAST}|[A-Z][a-z]{{2,}}ed)\s+(?!by\b)", text, re.IGNORECASE
    )
    return bool(opening) and not _SUBORDINATE.match(text)


def subject(clause: str) -> str:
    """The words before the first verb ("Noem" of "Noem, while calm, agreed"); "" when unsure."""
    verb = _FIRST_VERB.search(clause)
    if not verb:
        return ""
    words = _ASIDE.sub("", clause[: verb.start()].strip())
    unsure = len(words.split()) > _LONGEST_SUBJECT or re.search(r"[,;:—–“”\"]", words)
    return "" if unsure or _SUBORDINATE.match(words) else words


def standalone(clause: str, before: Sequence[str]) -> str:
    """A later clause of a sentence without its connecting word.

    "Who left" gets the name that closes the clause before it. A clause that leaves its subject out
    ("and left") gets that of the nearest clause that has one of its own, where that is sure: after
    a clause that hangs on another ("while Vos stayed and left") it is not.

    Args:
        before: the sentence's clauses before this one, at least one.
    """
    elided = _ELIDED.match(clause)
    if elided:
        main = next((c for c in reversed(before) if not _ELIDED.match(c)), "")
        if re.match(r"who\s", main, re.IGNORECASE):
            main = next((c for c in reversed(before) if not _HANGING.match(c)), "")
        who = "" if _HANGING.match(main) else subject(_CONNECTIVE.sub("", main))
        return f"{who} {clause[elided.end() :]}" if who else clause
    relative, name = _RELATIVE.match(clause), _CLOSING_NAME.search(before[-1])
    if relative and name:
        return f"{name.group()} {clause[relative.end() :]}"
    return _CONNECTIVE.sub("", clause)


def opener(sentence: str) -> int:
    """Length of the connecting words that open a sentence ("However, "), 0 when there are none."""
    match = _OPENER.match(sentence)
    return match.end() if match else 0
