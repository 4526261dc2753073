"""Every name of the statement stands in its evidence or earlier in the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.schema import Finding
from summarizer.text.names import Mention
from summarizer.text.words import PRONOUNS, STOP_WORDS, stem, words

NAME = "names"
_POINTING = PRONOUNS | {"this", "that", "these", "those", "there", "one", "both", "other"}


def check(case: Case) -> Iterator[Finding]:
    """Fatal for a name that the document has not given by then, that is put together from two, or
    that is added; info for one from earlier on."""
    here = lowered(case.evidence)
    for mention in case.names.in_text(case.text):
        if _in_a_row(mention, case.evidence):
            continue
        fault = _fault(case, mention, here)
        if fault:
            yield Finding(check=NAME, severity="fatal", message=fault, found=mention.text)
        elif not set(mention.core) <= here:
            yield Finding(
                check=NAME,
                severity="info",
                message=f"{mention.text} is named earlier in the document, not in this sentence",
                found=mention.text,
            )


def _fault(case: Case, mention: Mention, here: set[str]) -> str:
    if not case.names.knows(mention.core):
        return f"the source has no name {mention.text}"
    elsewhere = [word for word in mention.core if word not in here]
    if not all(case.named_before(word) for word in elsewhere):
        return f"the name {mention.text} is not in the source up to this sentence"
    if elsewhere and not _stands_for_something(case, mention):
        return f"it adds {mention.text}, which stands for no word of the source"
    return ""


def _stands_for_something(case: Case, mention: Mention) -> bool:
    """Whether the name takes the place of a word of the part: a shorter form of it, "she", "the
    agency"."""
    if set(mention.core) & lowered(case.part):
        return True
    gone = Counter(w.lower for w in words(case.part)) - Counter(w.lower for w in words(case.text))
    said = {stem(w.lower) for w in words(case.text)}
    replaced = {w for w in gone if w not in STOP_WORDS and stem(w) not in said}
    return bool(replaced or set(gone) & _POINTING)


def _in_a_row(mention: Mention, text: str) -> bool:
    said = " ".join(w.lower for w in words(text))
    return f" {' '.join(w.lower for w in words(mention.text))} " in f" {said} "


def carried_names(case: Case) -> list[Mention]:
    """The names that the statement has from earlier in the document."""
    here = lowered(case.evidence)
    return [m for m in case.names.in_text(case.text) if not set(m.core) <= here]


def lowered(text: str) -> set[str]:
    """All words of a text in lower case, the parts of hyphenated and dotted ones included."""
    found = {w.lower for w in words(text)}
    return found | {w.replace(".", "") for w in found} | {p.strip(".") for p in found}
