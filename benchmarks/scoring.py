"""How long scoring takes as both sides grow, and against one pair-by-pair pass over all pairs.

    python benchmarks/scoring.py

The claims are those of our own gold files, put one after the other as if of one long article: the
other side is the same claims with every second one changed in a number or a word.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from summarizer.evaluation.align import align
from summarizer.evaluation.gold import gold_files, load_gold
from summarizer.evaluation.sides import side_of_gold
from summarizer.matching.relation import Statement, relate

SIZES = (125, 250, 500, 1000)
SAMPLE = 20_000


def statements() -> list[Statement]:
    """All gold claims, their evidence moved so that no two articles share a place."""
    found: list[Statement] = []
    offset = 0
    for gold in map(load_gold, gold_files(Path("evals/gold"))):
        for claim in side_of_gold(gold).claims:
            statement = claim.statement(gold.article.published)
            moved = tuple(
                tuple((start + offset, end + offset) for start, end in spans)
                for spans in statement.evidence
            )
            found.append(replace(statement, id=f"{len(found)}", evidence=moved))
        offset += 20_000
    return found


def changed(statement: Statement, index: int) -> Statement:
    """Every second statement a little different."""
    text = statement.text
    if index % 2:
        text = text.replace(" the ", " that ", 1).rstrip(".") + ", it was said."
    return replace(statement, text=text, commitment=None)


def main() -> None:
    every = statements()
    seconds: dict[int, float] = {}
    for size in SIZES:
        gold = every[:size]
        predicted = [changed(s, i) for i, s in enumerate(gold)]
        began = time.perf_counter()
        found = align(gold, predicted)
        seconds[size] = time.perf_counter() - began
        right = len(found.found) / size
        print(f"{size:5} against {size:5}: {seconds[size]:6.2f} s, {right:.3f} of gold found")
    times = seconds[SIZES[-1]] / seconds[SIZES[0]]
    print(f"{SIZES[-1]} takes {times:.1f} times as long as {SIZES[0]}")
    largest = SIZES[-1]
    gold, predicted = every[:largest], [changed(s, i) for i, s in enumerate(every[:largest])]
    began = time.perf_counter()
    for k in range(SAMPLE):
        relate(gold[k % largest], predicted[(k * 7) % largest])
    alone = (time.perf_counter() - began) * largest * largest / SAMPLE
    print(f"judging all {largest}² pairs would take {alone / seconds[largest]:.0f} times as long")


if __name__ == "__main__":
    main()
