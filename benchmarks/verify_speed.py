"""What ``verify`` costs: time for a claim, and time and memory against the document's length.

Run by hand::

    python benchmarks/verify_speed.py

Documents are made of our own articles in ``evals/articles``, repeated with other numbers so that no
two sentences are the same; claims are sentences of the document with one thing changed in each
third. Every size runs in a process of its own, so that the peak memory is its own.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

ARTICLES = Path(__file__).parent.parent / "evals" / "articles"
SIZES = (125_000, 250_000, 500_000, 1_000_000)
CLAIMS = 5_000


def prose() -> Iterator[str]:
    """Sentences of our own articles, over and over, with other numbers each time."""
    from summarizer.schema import Document

    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    documents = [Document.from_text(text) for text in texts]
    sentences = [d.words_of(s.id) for d in documents for s in d.body]
    for turn in count():
        for sentence in sentences:
            yield re.sub(r"\d+", partial(_later, turn), sentence)


def _later(turn: int, number: re.Match[str]) -> str:
    return str(int(number.group()) + turn)


def text_of(characters: int) -> str:
    """A document of about this length, five sentences to a paragraph."""
    parts: list[str] = []
    size = 0
    for number, sentence in enumerate(prose(), start=1):
        parts.append(sentence + ("\n\n" if number % 5 == 0 else " "))
        size += len(parts[-1])
        if size >= characters:
            break
    return "".join(parts)


def claims_of(text: str, number: int) -> list[str]:
    """Claims about the document: sentences of it, every third with another number or a "not"."""
    from summarizer.schema import Document

    document = Document.from_text(text)
    drawn = random.Random(20261124).choices(document.body, k=number)
    found = []
    for place, sentence in enumerate(drawn):
        words = document.words_of(sentence.id)
        if place % 3 == 0:
            changed = re.sub(r"\d+", lambda m: str(int(m.group()) + 7), words, count=1)
            words = changed if changed != words else words.replace(" was ", " was not ", 1)
        found.append(words)
    return found


def measure(characters: int, number: int) -> dict[str, float]:
    """Seconds and megabytes of one run, indexing included; run in a process of its own."""
    from summarizer.schema import Document
    from summarizer.verification import verify

    text = text_of(characters)
    claims = claims_of(text, number)
    verify(Document.from_text("The lexicon is read once. Nothing else is kept."), ["It is read."])
    before = time.perf_counter()
    document = Document.from_text(text)
    read = time.perf_counter()
    judged = verify(document, claims)
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    supported = sum(v.verdict == "supported" for v in judged)
    return {
        "characters": len(text),
        "words": len(text.split()),
        "claims": number,
        "reading": read - before,
        "judging": done - read,
        "peak_mb": peak,
        "supported": supported,
    }


def apart(characters: int, number: int) -> dict[str, float]:
    """``measure`` in a fresh process."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", str(characters), str(number)],
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--one", nargs=2, type=int, metavar=("CHARACTERS", "CLAIMS"))
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(*args.one)))
        return
    print(f"{'words':>9} {'claims':>7} {'read s':>8} {'judge s':>8} {'ms/claim':>9} {'peak MB':>8}")
    for size, number in [(6_200, 500), *((size, CLAIMS) for size in SIZES)]:
        row = apart(size, number)
        print(
            f"{row['words']:>9,.0f} {row['claims']:>7,.0f} {row['reading']:>8.2f} "
            f"{row['judging']:>8.2f} {1000 * row['judging'] / row['claims']:>9.2f} "
            f"{row['peak_mb']:>8.0f}"
        )


if __name__ == "__main__":
    main()
