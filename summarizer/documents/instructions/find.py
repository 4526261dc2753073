"""Going through the blocks of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.documents.instructions.disguise import plain
from summarizer.documents.instructions.forms import LIKELY
from summarizer.documents.instructions.pieces import find_pieces
from summarizer.documents.instructions.regions import closed_at, mark_regions
from summarizer.documents.instructions.spread import BETWEEN, find_seeds, lacks_its_point, spread

# Most blocks have none of these words and are not looked at any closer.
_TRIGGER = re.compile(
    r"\b(?:a\.?i\b|ais\b|ias?\b|ki\b|ki-|llm|gpt|chat|bot|crawl|scrap|summar|digest|recap|abstract"
    r"|paraphras|condens|ignor|disregard|forget|overr|bypass|overlook|instruct|prompt|output"
    r"|language model|machine|assistant|automat|robot|software|system|model|program|yours?\b"
    r"|you\b|everything|key (?:point|fact)s?|takeaway"
    r"|claims?\b|respond|reply|as (?:an? )?(?:\w+ )?fact|you are (?:now|an?)\b|from now|asked about"
    r"|(?:end|rest) of (?:the |this )?|verbatim|word for word|this (?:sentence|line|paragraph|note"
    r"|statement|article|text|page|document)|the (?:following|article|text)|discard|neural"
    r"|developer"
    r"|generat|artificial|intelligen|tools?\b|agents?\b|hey|siri|alexa|claude|gemini|copilot|tl;?dr|human"
    r"|modelo|modele|resum|sprachmodell|zusammenf|vergiss|oubli|olvid|negeer|missacht|istruz"
    r"|instruc"
    r"|descart|include|mention|admin|command|directions|users?\b|headline|requested|format\b"
    r"|persona\b|role\b|voice\b|(?:state|say|report|write|claim|declare"
    r"|announce|assert|conclude|insist|pretend) (?:\w+ )?that\b\b|stop (?:proc|read)|(?:act|behave"
    r"|speak) as\b|new (?:chat|conv|sess))"
    r"|<\||<!--|\[/?[a-z_]+\]|</?[a-z]+>|\{\{|##|\{ ?\"|@\w"
)


def find_instructions(
    lines: Sequence[str], after_blank: Sequence[bool]
) -> dict[int, tuple[bool, ...]]:
    """The sentences of a page that speak to a program.

    Args:
        lines: the blocks of the page, in order.
        after_blank: for each of them, whether a blank line stands before it.

    Returns:
        For the number of each block that has such a sentence, one mark for each of its sentences,
        as :func:`summarizer.documents.sentences.find_sentences` tells them.
    """
    found: dict[int, list[bool]] = {}
    known = [plain(line) for line in lines]
    open_until, goes_on, opened, owes = -1, False, False, False
    for number, line in enumerate(lines):
        near = goes_on and (opened or not after_blank[number])
        inside = number <= open_until
        if not (inside or near or owes or _TRIGGER.search(known[number])):
            goes_on = opened = owes = False
            continue
        pieces = find_pieces(line)
        marks = [inside] * len(pieces)
        if not inside:
            marks = find_seeds(pieces)
            last = mark_regions(marks, pieces, line)
            if last is not None:
                open_until = closed_at(lines, number, last)
            spread(marks, pieces, line, carried=near, opened=opened and near)
            likely = [
                piece.score >= LIKELY or marked for piece, marked in zip(pieces, marks, strict=True)
            ]
            if owes and True in likely[:BETWEEN]:
                # The block before only said to ignore things, and this one has the orders.
                last_one = likely.index(True) + 1
                marks[:last_one] = [True] * last_one
        goes_on = bool(marks) and marks[-1]
        opened = goes_on and known[number].endswith(":")
        owes = bool(marks) and all(marks) and lacks_its_point(pieces[-1])
        if any(marks):
            found[number] = marks
    return {number: tuple(marks) for number, marks in found.items()}
