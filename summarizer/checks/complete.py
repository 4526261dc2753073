"""The statement is a whole sentence that can be read alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.case import Case
from summarizer.checks.who import meant
from summarizer.schema import Finding
from summarizer.text.clauses import has_verb, starts_with_verb, states
from summarizer.text.words import words

NAME = "complete"
_DANGLING = re.compile(
    r"\b(?:the|an?|of|to|in|on|at|by|for|with|from|and|or|but|than|as|is|are|was|"
    r"were|be|has|had|will|would)[.,;:—–-]*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"^(?:who|which|whose|whom|where|that is|although|because)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"^(?:he|she|his|her)\b", re.IGNORECASE)
_SHORTEST = 3


def check(case: Case) -> Iterator[Finding]:
    """Fatal for what was cut off, severe for a fragment, mild for a personal pronoun as subject."""
    text = case.text.strip()
    if _DANGLING.search(text) or (_open_quotation(text) and not _open_quotation(case.part)):
        yield Finding(check=NAME, severity="fatal", message="it is cut off")
    elif len(words(text)) < _SHORTEST or not has_verb(text):
        yield Finding(check=NAME, severity="fatal", message="it is not a sentence")
    elif not states(text):
        message = "it has no verb that is surely one"
        yield Finding(check=NAME, severity="severe", message=message)
    elif _RELATIVE.match(text) or starts_with_verb(text):
        yield Finding(
            check=NAME, severity="severe", message="it does not say who or what it is about"
        )
    elif _PERSONAL.match(text):
        only = meant(case)
        yield Finding(
            check=NAME,
            severity="mild",
            message=f"it does not say who “{text.split()[0]}” is"
            + (f"; only {only} can be meant" if only else ""),
            expected=only or None,
            found=text.split()[0],
        )


def _open_quotation(text: str) -> bool:
    return text.count("“") != text.count("”") or bool(text.count('"') % 2)
