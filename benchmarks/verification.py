"""How well ``verify`` tells supported claims from the rest, on data that nobody here wrote.

Run by hand::

    python benchmarks/verification.py --data FOLDER            # the held half, rules
    python benchmarks/verification.py --data FOLDER --level model [--answers FILE]
    python benchmarks/verification.py --data FOLDER --firing   # the tuning half, check by check
    python benchmarks/verification.py --pairs FOLDER --failures   # minimal pairs judged wrongly

``FOLDER/faithfulness`` holds SummEdits (salesforce/factualNLG) and WiCE (ryokamoi/wice). Documents
are put into a tuning half and a held half by the parity of their SHA-256; everything in the program
was tuned on the first. Balanced accuracy is the mean of the shares of supported items that are kept
and of other items that are caught, at the program's own cut.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from asking import LateModel, Remembering

from summarizer.llm.model import Decider
from summarizer.schema import Document, Verification
from summarizer.text.words import carried
from summarizer.verification import verify

# Items asked at level ``model``; the whole half where it has fewer.
ASKED = 300
SEED = 20261124
PAIRS = Path(__file__).parent.parent / "tests" / "pairs"


@dataclass(frozen=True)
class Item:
    """One claim with its text and whether the text supports all of it."""

    id: str
    document: str
    text: str
    claim: str
    supported: bool
    published: str | None = None
    check: str = ""


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
    paths = sorted(folder.glob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return [
        Item(
            id=f"{row['id']}-{side}",
            document=row["id"],
            text=row["source"],
            claim=row[side],
            supported=side == "right",
            published=row["published"],
            check=row["check"],
        )
        for row in rows
        for side in ("right", "wrong")
    ]


def off_topic(items: Sequence[Item]) -> list[Item]:
    """The right claims of minimal pairs, each put to the text of another."""
    right = [item for item in items if item.supported]
    return [
        Item(f"{a.id}-off", a.document, b.text, a.claim, False, b.published)
        for a, b in zip(right, right[7:] + right[:7], strict=True)
    ]


SETS = {"SummEdits": summedits, "WiCE": wice}


@cache
def document(text: str, published: str | None) -> Document:
    """The text as a document, numbered once."""
    return Document.from_text(text, published=published)


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
    by_text: dict[tuple[str, str | None], list[Item]] = defaultdict(list)
    for item in items:
        by_text[item.text, item.published].append(item)
    for (text, published), group in by_text.items():
        yield document(text, published), group


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


def judged(items: Sequence[Item], decider: Decider | None) -> list[Verification]:
    """What ``verify`` says of each item: rules, or with a model where one is given."""
    found: dict[str, Verification] = {}
    for source, group in grouped(items):
        claims = [item.claim for item in group]
        if decider is None:
            told = verify(source, claims)
        else:
            told = verify(source, claims, level="model", model=decider)
        found |= {item.id: v for item, v in zip(group, told, strict=True)}
        if sys.stderr.isatty():
            print(f"\r{len(found)}/{len(items)}\r", end="", file=sys.stderr, flush=True)
    return [found[item.id] for item in items]


def overlap(item: Item) -> float:
    """The floor: share of the claim's content words that stand in the text."""
    return carried(item.claim, item.text)


def row(name: str, items: Sequence[Item], found: Sequence[Verification]) -> None:
    """One line of the table."""
    kept = [v.verdict == "supported" for v in found]
    floor = area(items, [overlap(item) for item in items])
    print(
        f"{name:<42} {len(items):>5} items  balanced accuracy {balanced_accuracy(items, kept):.3f}"
        f"  AUC of support {area(items, [v.support for v in found]):.3f}"
        f"  (of word overlap {floor:.3f})"
    )
    calibration(items, found)


def calibration(items: Sequence[Item], found: Sequence[Verification]) -> None:
    """Of claims with about this support, how many are supported, both sides weighing the same."""
    good = sum(item.supported for item in items)
    weight = {True: 0.5 / good, False: 0.5 / (len(items) - good)}
    cells = []
    for low, high in pairwise((0.0, 0.2, 0.4, 0.5, 0.6, 0.8, 1.01)):
        inside = [i for i, v in zip(items, found, strict=True) if low <= v.support < high]
        total = sum(weight[i.supported] for i in inside)
        share = sum(weight[True] for i in inside if i.supported) / total if total else None
        cells.append(f"{low:.1f}+ {'-' if share is None else f'{share:.2f}'} ({len(inside)})")
    print(f"{'':<8}supported at support " + ", ".join(cells))


def pairs(folder: Path, *, failures: bool) -> None:
    """Our own minimal pairs, by check and together; with ``failures`` those judged wrongly too."""
    items = minimal_pairs(folder)
    found = judged(items, None)
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for item, v in zip(items, found, strict=True):
        good = (v.verdict == "supported") == item.supported
        if failures and not good:
            print(f"{item.id}: {v.verdict} {v.support}: {item.claim}\n  of: {item.text}")
            print("".join(f"  {f.check}, {f.severity}: {f.message}\n" for f in v.findings))
        for name in (item.check, "all"):
            sums[name][0] += item.supported
            sums[name][1 if item.supported else 2] += good
    for name, (count, kept, caught) in sums.items():
        print(
            f"minimal pairs, {name:<27} {count:>5} pairs  right kept {kept / count:.3f}  "
            f"wrong caught {caught / count:.3f}"
        )


def main() -> None:
    """Parse the command line and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="without it, minimal pairs only")
    parser.add_argument("--level", choices=("rules", "model"), default="rules")
    parser.add_argument("--answers", type=Path, help="file that keeps the model's answers")
    parser.add_argument("--firing", action="store_true", help="tuning half, check by check")
    parser.add_argument("--tuning", action="store_true", help="the figures of the tuning half")
    parser.add_argument("--pairs", type=Path, help="folder of other minimal pairs")
    parser.add_argument("--failures", action="store_true", help="show the pairs judged wrongly")
    parser.add_argument("--only", choices=sorted(SETS))
    args = parser.parse_args()
    if args.data is None:
        pairs(args.pairs or PAIRS, failures=args.failures)
        return
    folder = args.data / "faithfulness"
    if not folder.is_dir():
        print(f"SummEdits and WiCE did not run: there is no {folder}")
    half = "tuning half" if args.tuning or args.firing else "held half"
    decider: Decider | None = None
    if args.level == "model":
        decider = Remembering(args.answers, LateModel()) if args.answers else LateModel()
    for name, read in SETS.items() if folder.is_dir() else ():
        if args.only not in (None, name):
            continue
        items = [i for i in read(folder) if tuning(i.document) == (args.firing or args.tuning)]
        if args.firing:
            print(f"\n{name}, {half}")
            firing(items)
            continue
        if decider is not None:
            random.Random(SEED).shuffle(items)
            items = items[:ASKED]
        row(f"{name} dev, {half}, {args.level}", items, judged(items, decider))
    if not args.firing and decider is None and args.only is None:
        pairs(args.pairs or PAIRS, failures=args.failures)


if __name__ == "__main__":
    main()
