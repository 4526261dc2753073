"""How the time of everything but the model grows with the length of a document.

Usage: python benchmarks/long_documents.py

Prints seconds for loading, for the gate's index, and for checking one claim for each sentence, at
lengths that double. A ratio near 2 is linear, near 4 quadratic.
"""

from __future__ import annotations

import itertools
import sys
import time

from summarizer import Document
from summarizer.claims.extract import Draft
from summarizer.claims.gate import Gate
from summarizer.claims.passages import passages
from summarizer.claims.rank import number_and_rank
from summarizer.compose import key_claims, summary_groups
from summarizer.llm.model import SMALL

FIRST = 250
STEPS = 4


def article(paragraphs: int) -> str:
    """Prose with another name in every paragraph, none of which comes twice."""
    return "\n\n".join(
        f"Ana {name(n)}, who runs pier {n + 3}, told Piet {name(n + 1)} that {n + 9} ships had"
        " left. He denied it."
        for n in range(paragraphs)
    )


def name(number: int) -> str:
    syllables = ["ba", "do", "fi", "ke", "lu", "mo", "na", "ru", "si", "te"]
    return "".join(syllables[int(digit)] for digit in f"{number:04}").capitalize()


def measure(paragraphs: int) -> list[float]:
    text = article(paragraphs)
    times = [time.process_time()]
    document = Document.from_text(text)
    times.append(time.process_time())
    gate = Gate(document)
    times.append(time.process_time())
    drafts = [
        Draft(part, f"{part.text}.", passage.focus)
        for passage in passages(document, SMALL)
        for part in passage.parts
    ]
    assessed = gate.assess_all(drafts)
    claims, _ = number_and_rank(document, assessed, [])
    key_claims(claims, summary_groups(claims))
    times.append(time.process_time())
    return [after - before for before, after in itertools.pairwise(times)]


def main() -> int:
    print(f"{'characters':>10}  {'load':>13}  {'index':>13}  {'check':>13}")
    before: list[float] = []
    for step in range(STEPS):
        paragraphs = FIRST * 2**step
        seconds = measure(paragraphs)
        ratios = [now / then for now, then in zip(seconds, before, strict=True)] if before else []
        cells = [
            f"{s:6.2f} s" + (f" {r:3.1f}x" if ratios else "     ")
            for s, r in itertools.zip_longest(seconds, ratios, fillvalue=0.0)
        ]
        print(f"{len(article(paragraphs)):>10}  {'  '.join(cells)}")
        before = seconds
    return 0


if __name__ == "__main__":
    sys.exit(main())
