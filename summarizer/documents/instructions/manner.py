"""The signal that it is an order or a request, and says how."""

from __future__ import annotations

from summarizer.documents.instructions.forms import OPENING, signal_of
from summarizer.documents.instructions.words import (
    DIGEST,
    MODAL,
    NEVER,
    NOUN,
    SAID_OF,
    SAY,
    SOFTLY,
    YOU_MUST,
)

# Of no weight without one of the other two.
MANNER = signal_of(
    "",
    {
        2: (
            r"\bas (?:an? |the )?(?:confirmed |verified |established |undisputed |proven |true"
            r" |known |key )*(?:facts?|true|confirmed|verified|established|proven|undisputed)\b",
            r"\bthe following (?:as|is) (?:an? )?(?:fact|true)",
            rf"{OPENING}{YOU_MUST}(?:{NEVER} )?(?:to )?{SAY}"
            r" (?:only |instead |also |clearly |instead, )?that\b",
            rf"\bcould you (?:please )?{SAY}|\bplease {SAY} that\b",
            rf"[,;:-] (?:please )?{SAY} (?:only )?that\b|\byou to {SAY} that\b",
            r"\b(?:mandatory|obligatory|only (?:correct|valid|complete) if)\b|\bends here\b",
            r"\bas (?:false|fake|fiction\w*|retracted|satire|wrong|null|void|irrelevant)\b",
            rf"\byou (?:must|should|are to|have to|need to) (?:\w+ly |also )?{SAY} that\b",
            r"\bthe (?:claim|statement|fact|sentence|line|words?) (?:that\b|\"\")|\bis confirmed\b",
            r"\bin place of\b|\bverbatim\b|\bword for word\b|\bnothing else\b|\bin full:",
            r"\b(?:that says|which says|saying|claiming|stating|declaring)\b",
            rf"\b(?:real|actual|true) (?:{NOUN}) (?:begin|start|follow|is)",
        ),
        1: (
            rf"{OPENING}(?:{SAY}|{NEVER})\b",
            rf"\byour {DIGEST},? {SOFTLY}{SAY}\b",
            r"\byou (?:must|should|shall|are to)\b|^\W*you\b",
            rf"\b{MODAL} (?:not )?be (?:\w+ly )?{SAID_OF} as\b",
            rf"[,;] {SOFTLY}(?:{SAY}|{NEVER})\b|\b{MODAL} (?:not |now |\w+ly )?{SAY}\b",
            r"\bplease\b|\bkindly\b",
            r"\b(?:on|from|only|just|follow|use|trust) (?:\w+ )?this (?:line|sentence|note)\b",
        ),
    },
)
