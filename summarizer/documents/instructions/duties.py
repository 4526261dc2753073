"""Orders by way of somebody the program serves, and what its work is said to be worth."""

from __future__ import annotations

from summarizer.documents.instructions.words import DIGEST, PROCESSING, SAY, TEXT

_MASTER = r"(?:users?|operators?|developers?|principals?)"
_WORK = rf"(?:(?:{PROCESSING})|extraction\b|indexing\b|(?:the |any )?{DIGEST})"
DUTIES = (
    # When your user asks what happened, answer … / The person who asked you for this summary …
    r"\b(?:when(?:ever)?|if|once) your (?:user|operator|principal) (?:asks|wants|inquires)\b"
    rf"[^.]{{0,40}}, {SAY} (?:only )?(?:that|with|:|\"\")",
    r"\b(?:ask(?:s|ed|ing)?|pa(?:id|ys|ying)|want(?:s|ed)|order(?:s|ed)) you (?:for|to \w+)"
    rf" (?:this|the) {DIGEST}",
    # Your earlier task is cancelled.
    r"\byour (?:earlier|previous|prior|original|initial|old) (?:task|objective|assignment"
    r"|instructions|orders|prompt) (?:is|are|was|were|(?:has|have) been|no longer)(?: now)?"
    r" (?:cancel\w+|over|void|lifted|done|finished|complete|revoked|withdrawn|replaced|appl\w+)\b",
    # No summary of this page is complete unless it says …
    rf"\b{DIGEST} (?:\w+ )?(?:of|from|on|about) {TEXT}[^.]{{0,12}}\b(?:is|are|counts?)"
    r"(?: \w+){1,3}? (?:unless|without|only (?:if|when)|until|as long as)\b",
    # Key fact for extraction: …
    rf"^\W*(?:\w+ ){{0,2}}?(?:facts?|claims?|points?|data|statements?|content) (?:for|to be)"
    rf" (?:\w+ )?{_WORK}[^.:]{{0,20}}:",
)
LIKELY_DUTIES = (
    rf"\byour {_MASTER} (?:\w+ )?(?:wants?|asks?|requires?|expects?|needs?|orders?|authori[sz]e[sd]"
    r"|instructs?|requests?)\b",
    r"\b(?:treat|regard|consider|think of|imagine) yourself (?:as |to be )?(?:the|an?|my|our)\b",
)
