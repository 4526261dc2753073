"""The score of one sentence, from its signals and from its marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.documents.instructions.act import ACT
from summarizer.documents.instructions.address import ADDRESS
from summarizer.documents.instructions.disguise import plain
from summarizer.documents.instructions.forms import LIKELY, TOLD, find_openings
from summarizer.documents.instructions.manner import MANNER
from summarizer.documents.instructions.markers import AFTER_ROLE, MARKER
from summarizer.documents.instructions.pairs import weigh_pairs
from summarizer.documents.instructions.quotes import is_inside
from summarizer.documents.instructions.reported import REPORTS, SAID_AFTER
from summarizer.documents.sentences import Span

WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def weigh(words: str) -> tuple[int, int, int]:
    """Score of a sentence in plain words, its share of address, the words behind its signals."""
    openings = find_openings(words)
    signals = [signal.weigh(words, openings) for signal in (ADDRESS, ACT)]
    pair = weigh_pairs(words, openings)
    if pair > signals[1]:
        # The program of a weak pair is not counted again.
        twice = signals[0][0] <= 1 and pair[0] <= LIKELY
        signals[:2] = [(0, 0) if twice else signals[0], pair]
    score = sum(max(weight, 0) for weight, _ in signals)
    if score < LIKELY:
        # An order alone, about nothing that a program does, is one to the reader.
        return 0, 0, 0
    score += max(0, MANNER.weigh(words, openings)[0])
    if SAID_AFTER.search(words):
        score -= TOLD
    end = max((end for weight, end in signals[:2] if weight), default=0)
    return max(score, 0), signals[0][0], len(WORD.findall(words, end))


def score_of_marks(sentence: str, start: int, quotes: Sequence[Span]) -> int:
    """What marks for programs add, where nobody quotes them."""
    words = sentence.lower()
    best = 0
    for form in MARKER.forms if MARKER.gate.pattern.search(words) else ():
        match = form.pattern.search(words)
        if match and form.weight > best:
            at = start + match.start()
            if not is_inside(at, quotes) and not REPORTS.search(words, 0, match.start()):
                best = form.weight
    if best == LIKELY:
        match = re.search(r":\s*", words)
        rest = plain(words[match.end() :]) if match else ""
        best += max(weigh(rest)[0], LIKELY * bool(AFTER_ROLE.match(rest)))
    return best
