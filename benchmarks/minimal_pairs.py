"""Print which minimal pairs are judged wrongly: ``python benchmarks/minimal_pairs.py [FILE…]``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from summarizer.schema import Document
from summarizer.verification import verify

FOLDER = Path(__file__).parent.parent / "tests" / "pairs"


def main() -> None:
    """All files of the folder, or those named; ``-q`` prints the counts only."""
    quiet = "-q" in sys.argv
    named = [Path(a) for a in sys.argv[1:] if a != "-q"]
    total = [0, 0, 0]
    for path in named or sorted(FOLDER.glob("*.jsonl")):
        pairs = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
        kept = caught = 0
        for pair in pairs:
            document = Document.from_text(pair["source"], published=pair["published"])
            right, wrong = verify(document, [pair["right"], pair["wrong"]])
            good = right.verdict == "supported", wrong.verdict != "supported"
            kept, caught = kept + good[0], caught + good[1]
            if not quiet and not all(good):
                print(f"\n{pair['id']} ({pair['kind']})\n  source: {pair['source']}")
                if not good[0]:
                    print(f"  RIGHT is {right.verdict} {right.support}: {right.text}")
                    print("   ", [f"{f.check}/{f.severity}: {f.message}" for f in right.findings])
                if not good[1]:
                    print(f"  WRONG is {wrong.verdict} {wrong.support}: {wrong.text}")
                    print(f"    at fault: {pair['fault']}")
        print(f"{path.stem}: {len(pairs)} pairs, right kept {kept}, wrong caught {caught}")
        total = [a + b for a, b in zip(total, (len(pairs), kept, caught), strict=True)]
    print(f"all: {total[0]} pairs, right kept {total[1]}, wrong caught {total[2]}")


if __name__ == "__main__":
    main()
