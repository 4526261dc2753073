"""How well ``verify`` tells supported claims from the rest, on data that nobody here wrote.

Run by hand::

    python benchmarks/verification.py --data FOLDER            # the held half, rules
    python benchmarks/verification.py --data FOLDER --level model
    python benchmarks/verification.py --data FOLDER --firing   # the tuning half, check by check

``FOLDER/faithfulness`` holds SummEdits (salesforce/factualNLG) and WiCE (ryokamoi/wice). Documents
are put into a tuning half and a held half by the parity of their SHA-256; everything in the program
was tuned on the first. Balanced accuracy is the mean of the shares of supported items that are kept
and of other items that are caught, at the program's own cut.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summarizer.schema import Document
from summarizer.verification import verify


PAIRS = Path(__file__).parent.parent / "tests" / "pairs"


@dataclass(frozen=True)
class Item:
    """One claim with its text and whether the text supports all of it."""

    id: str
    document: str
    text: str
    claim: str
    supported: bool


def tuning(document: str) -> bool:
    """Whether the document with this key belongs to the tuning half."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 2 == 0


def summedits(folder: Path) -> list[Item]:
    """SummEdits dev: seven domains, a summary or one with a small edit."""
    documents = json.loads((folder / "summedits-dev-documents.json").read_text("utf-8"))
    lines = (folder / "summedits-dev.jsonl").read_text("utf-8").splitlines()
    return [
        Item(
            id=row["id"],
            document=row["document"],
            text=documents[row["document"]],
            claim=row["summary"],
            supported=row["label"] == 1,
        )
        for row in map(json.loads, lines)
    ]


def wice(folder: Path) -> list[Item]:
    """WiCE dev: claims of an encyclopaedia against whole cited pages."""
    lines = (folder / "wice-dev.jsonl").read_text("utf-8").splitlines()
    found = []
    for number, row in enumerate(map(json.loads, lines), start=1):
        text = "\n".join(row["evidence"])
        found.append(Item(str(number), text, text, row["claim"], row["label"] == "supported"))
    return found


def minimal_pairs(folder: Path = PAIRS) -> list[Item]:
    """Our own pairs: a right claim and a wrong one that differs from it in one thing."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            for side in ("right", "wrong"):
                name = f"{row['id']}-{side}"
                found.append(Item(name, row["id"], row["source"], row[side], side == "right"))
    return found


SETS = {"SummEdits": summedits, "WiCE": wice}


@cache
def document(text: str) -> Document:
    """The text as a document, numbered once."""
    return Document.from_text(text)


def balanced_accuracy(items: Sequence[Item], kept: Sequence[bool]) -> float:
    """Mean of the shares of supported items kept and of others caught."""
    right = [k for item, k in zip(items, kept, strict=True) if item.supported]
    wrong = [not k for item, k in zip(items, kept, strict=True) if not item.supported]
    return (sum(right) / len(right) + sum(wrong) / len(wrong)) / 2


def area(items: Sequence[Item], scores: Sequence[float]) -> float:
    """Area under the ROC curve: how often a supported item scores above another, ties half."""
    from scipy.stats import rankdata

    ranks = rankdata(scores)
    positive = [r for item, r in zip(items, ranks, strict=True) if item.supported]
    n, m = len(positive), len(items) - len(positive)
    return float((sum(positive) - n * (n + 1) / 2) / (n * m))


def grouped(items: Sequence[Item]) -> Iterator[tuple[Document, list[Item]]]:
    """Items by their document."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[item.text].append(item)
    for text, group in groups.items():
        yield document(text), group


def firing(items: Sequence[Item]) -> None:
    """How often each check finds something grave, on supported items and on the rest."""
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    totals = Counter(item.supported for item in items)
    for source, group in grouped(items):
        judged = verify(source, [item.claim for item in group])
        for item, verification in zip(group, judged, strict=True):
            found = {f.check for f in verification.findings if f.severity in ("severe", "fatal")}
            counts[item.supported].update(found)
    print(
        f"{'check':<14} {'supported':>10} {'others':>10}   ({totals[True]}, {totals[False]} items)"
    )
    for check in sorted({*counts[True], *counts[False]}):
        rates = (counts[s][check] / totals[s] for s in (True, False))
        print(f"{check:<14} " + " ".join(f"{rate:>10.1%}" for rate in rates))


def main() -> None:
    """Parse the command line and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--firing", action="store_true", help="tuning half, check by check")
    parser.add_argument("--tuning", action="store_true", help="the figures of the tuning half")
    parser.add_argument("--only", choices=sorted(SETS))
    args = parser.parse_args()
    folder = args.data / "faithfulness"
    if not folder.is_dir():
        print(f"did not run: there is no {folder}")
        sys.exit(0)
    for name, read in SETS.items():
        if args.only not in (None, name):
            continue
        side = args.firing or args.tuning
        items = [i for i in read(folder) if tuning(i.document) == side]
        if args.firing:
            print(f"\n{name}, tuning half")
            firing(items)
            continue
        judged = {
            item.id: v
            for source, group in grouped(items)
            for item, v in zip(group, verify(source, [i.claim for i in group]), strict=True)
        }
        kept = [judged[i.id].verdict == "supported" for i in items]
        scores = [judged[i.id].support for i in items]
        print(
            f"{name}: {len(items)} items, balanced accuracy {balanced_accuracy(items, kept):.3f}, "
            f"AUC {area(items, scores):.3f}, kept {sum(kept)}"
        )


if __name__ == "__main__":
    main()
