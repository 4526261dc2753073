"""How well reported speech and thought is found: source, cue and content on PolNeAR's dev part.

    python benchmarks/attribution.py --data ../shared/data

The passages are split by article, so that none is on both sides: those whose sha256 is even are the
tuning half, which lexicon and rules were made with; the odd ones are the held half, which nothing
was made with. Micro-averaged F1 over tokens, and over spans that must be exactly right. The data
set's word classes and entity labels are not read: its tokens are joined to text.

Options: --tuning-only keeps the held half unread.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.attributes.reporting import Report, outer, reported

FILE = Path("attribution") / "polnear-dev.jsonl"
NAMES = ("source", "cue", "content")
# Token F1 to reach, and to reach beyond that.
FLOORS = {"source": (0.60, 0.75), "cue": (0.65, 0.70), "content": (0.45, 0.60)}
# Written in the data for marks that text writes otherwise.
_WRITTEN = {"-LSB-": "[", "-RSB-": "]", "-LRB-": "(", "-RRB-": ")", "`": "‘"}
_GLUED_LEFT = frozenset([*",.;:?!)]%”", "'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "'", "..."])
_GLUED_RIGHT = frozenset("([$“‘#")

Span = tuple[int, int]


@dataclass(frozen=True)
class Passage:
    """One passage: its text, where its tokens stand in it, their labels ("" or one of `NAMES`).

    ``spans`` are the labelled spans as ``(name, first token, end token)``.
    """

    article: str
    text: str
    tokens: tuple[Span, ...]
    labels: tuple[str, ...]
    spans: frozenset[tuple[str, int, int]]


def joined(tokens: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Tokens as running text with typographic quotation marks, and where each stands in it."""
    text, glue, opened = "", True, False
    places: list[Span] = []
    for i, token in enumerate(tokens):
        word = _WRITTEN.get(token, token)
        if token in {"``", "''", '"'}:
            closes = opened or (i and tokens[i - 1] in {",", ".", "?", "!"})
            opened = token == "``" or not closes
            word = "“" if opened else "”"
        if not glue and word.lower() not in _GLUED_LEFT:
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        glue = word in _GLUED_RIGHT
    return text, tuple(places)


def load(data: Path) -> list[Passage]:
    passages = []
    for line in (data / FILE).read_text("utf-8").splitlines():
        row = json.loads(line)
        text, places = joined(row["tokens"])
        labels = tuple(label[2:] if label != "O" else "" for label in row["labels"])
        spans: set[tuple[str, int, int]] = set()
        begin = 0
        for i, label in enumerate([*row["labels"], "O"]):
            before = labels[i - 1] if i else ""
            if before and (label == "O" or label[0] == "B" or label[2:] != before):
                spans.add((before, begin, i))
            if label != "O" and (label[0] == "B" or label[2:] != before):
                begin = i
        article = row["id"].rsplit("_", 1)[0]
        passages.append(Passage(article, text, places, labels, frozenset(spans)))
    return passages


def held(article: str) -> bool:
    """Whether an article belongs to the held half."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % 2 == 1


def flat(passage: Passage, reports: Sequence[Report]) -> list[str]:
    """The label of each token; of nested reports the outermost counts, as in the data."""
    kept = outer(reports)
    spans = [("content", c) for x in kept for c in x.content]
    spans += [("source", x.source) for x in kept if x.source]
    spans += [("cue", x.cue) for x in kept if x.cue]
    labels = [""] * len(passage.tokens)
    for name, (start, end) in spans:
        inside = [i for i, (a, b) in enumerate(passage.tokens) if a < end and start < b]
        # A source that is itself part of a content ("what it said she knew") stays content.
        if name != "source" or not any(labels[i] for i in inside):
            for i in inside:
                labels[i] = name
    return labels


def runs(labels: Sequence[str]) -> set[tuple[str, int, int]]:
    found, begin = set(), 0
    for i in range(1, len(labels) + 1):
        if i == len(labels) or labels[i] != labels[begin]:
            if labels[begin]:
                found.add((labels[begin], begin, i))
            begin = i
    return found


def f1(right: int, predicted: int, gold: int) -> float:
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


@dataclass(frozen=True)
class Scores:
    """Token and exact-span F1 by name, gold tokens and spans by name, milliseconds a passage."""

    token: dict[str, float]
    exact: dict[str, float]
    tokens: Counter[str]
    spans: Counter[str]
    milliseconds: float


def score(passages: Sequence[Passage]) -> Scores:
    counts: dict[str, Counter[str]] = {
        kind: Counter() for kind in ("gold", "said", "both", "Gold", "Said", "Both")
    }
    seconds = 0.0
    for passage in passages:
        began = time.perf_counter()
        reports = reported(passage.text)
        seconds += time.perf_counter() - began
        labels = flat(passage, reports)
        counts["gold"].update(passage.labels)
        counts["said"].update(labels)
        counts["both"].update(a for a, b in zip(labels, passage.labels, strict=True) if a == b)
        found = runs(labels)
        counts["Gold"].update(name for name, _, _ in passage.spans)
        counts["Said"].update(name for name, _, _ in found)
        counts["Both"].update(name for name, _, _ in found & passage.spans)
    return Scores(
        {n: f1(counts["both"][n], counts["said"][n], counts["gold"][n]) for n in NAMES},
        {n: f1(counts["Both"][n], counts["Said"][n], counts["Gold"][n]) for n in NAMES},
        counts["gold"],
        counts["Gold"],
        1000 * seconds / max(1, len(passages)),
    )


def table(title: str, passages: Sequence[Passage]) -> None:
    articles = len({p.article for p in passages})
    scores = score(passages)
    print(f"{title}: {len(passages)} passages of {articles} articles")
    print(
        f"{'':9}{'token F1':>10}{'floor':>7}{'beyond':>8}{'exact F1':>10}{'tokens':>8}{'spans':>7}"
    )
    for name in NAMES:
        floor, beyond = FLOORS[name]
        print(
            f"{name:9}{scores.token[name]:10.3f}{floor:7.2f}{beyond:8.2f}{scores.exact[name]:10.3f}"
            f"{scores.tokens[name]:8}{scores.spans[name]:7}"
        )
    print(f"{scores.milliseconds:.2f} ms a passage\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--tuning-only", action="store_true")
    arguments = parser.parse_args()
    if not (arguments.data / FILE).is_file():
        print(f"did not run: there is no {arguments.data / FILE}")
        return 0
    passages = load(arguments.data)
    if not arguments.tuning_only:
        table("held half", [p for p in passages if held(p.article)])
    table("tuning half", [p for p in passages if not held(p.article)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
