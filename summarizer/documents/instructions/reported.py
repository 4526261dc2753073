"""Whether somebody reports the words: then they are news and stay."""

from __future__ import annotations

import re

from summarizer.documents.instructions.words import NEVER, SAY, SOFTLY

# Stands before words that somebody says, or that are part of an event.
REPORTS = re.compile(
    r"\b(?:sa(?:id|ys)|t(?:old|ells)|(?<!you were )(?<!you are )ask(?:s|ed)|order(?:s|ed)"
    r"|(?<!as )instruct(?:s|ed)|wr(?:ote|ites)"
    r"|advis(?:e[sd]|ing)|hid|show(?:s|ed|n)|found|finds|call(?:s|ed)|titled|typ(?:e[sd]|ing)"
    r"|tricked|gave|gives|began|begins|contain(?:s|ed)|repeat(?:s|ed)|warn(?:s|ed)|urge[sd]"
    r"|argue[sd]|explain(?:s|ed)|obey(?:s|ed)|planted|slipped|inserted|replie[sd]|answered"
    r"|responded|posted|printed|heard|recalled|suggest(?:s|ed)|recommend(?:s|ed)|demand(?:s|ed)"
    r"|according|announced|testified|believe[sd]?|put the|(?:it|sign|letter|note|line"
    r"|page) reads?)\b"
    r"|(?<=\w[rnkytles]s )(?:say|tell|write|type|ask|order|advise|suggest|recommend|warn)\b"
    r"|\b(?:can|could|may|to|would|people|who) (?:say|tell|write|type|ask)\b"
)
_SAID = (
    r"(?:said|says|wrote|writes|added|argued|warned|ruled|told|reads?|showed|advises|suggest(?:s"
    r"|ed)"
    r"|promised|thought|shouted|radioed|replied|states?|decided|stated)"
)
SAID_AFTER = re.compile(
    rf"[,\"-] ?(?!whatever|no matter|even|what |{SOFTLY}(?:{SAY}|{NEVER})\b)(?:(?:[\w'.-]+,?"
    rf" ){{1,8}}{_SAID}|{_SAID} \w+)"
    r"(?:,? [\w'-]+){0,8}[.!]?$|\baccording to\b"
    r"|,\"? (?:it|he|she|they|the \w+) (?:begins|says|reads|goes|said|wrote|ends)\b"
    r"|\bunder (?:the|a|new) (?:\w+ ){0,2}(?:rules?|law|bill|act|code|plan)\b"
)
