"""What the embedded model costs for what it finds, on articles with hand-labelled facts.

Usage: python benchmarks/embedded.py [--articles FOLDER] [NAME …]

Prints for each article, for extraction alone (repair included) and for the whole: output tokens for
each accepted claim and for each labelled fact found, and wall time against the time that the server
itself reports. Facts are matched by the words that `evals/facts` asks for; the ids of missed facts
and of false statements found are printed, to be read by hand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from summarizer import Summarizer, Summary
from summarizer.documents import load

ROOT = Path(__file__).parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="names of files in evals/facts, without .json")
    parser.add_argument("--articles", type=Path, help="a folder with more articles, by SHA-256")
    parser.add_argument("--save", type=Path, help="write each summary as JSON into this folder")
    given = parser.parse_args()
    facts = sorted((ROOT / "evals" / "facts").glob("*.json"))
    summarizer = Summarizer()
    for path in facts:
        if given.names and path.stem not in given.names:
            continue
        labels = json.loads(path.read_text(encoding="utf-8"))
        article = find(labels["sha256"], given.articles)
        if article is None:
            print(f"{path.stem}: not run, its article is not there")
            continue
        summary = summarizer.summarize(load(article, published=labels["published"]))
        if given.save:
            given.save.mkdir(parents=True, exist_ok=True)
            saved = given.save / f"{path.stem}.json"
            saved.write_text(summary.model_dump_json(indent=1), encoding="utf-8")
        report(path.stem, summary, labels)
    return 0


def find(sha256: str, folder: Path | None) -> Path | None:
    """The article with this hash in our own folder or the given one."""
    for home in (ROOT / "evals" / "articles", folder):
        for path in sorted(home.glob("*.txt")) if home else []:
            if hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
                return path
    return None


def states(text: str, fact: dict[str, Any]) -> bool:
    """Whether a claim holds one of the words of every group and none that is forbidden."""
    lowered = text.lower()
    needed = all(any(word in lowered for word in group) for group in fact["needs"])
    return needed and not any(word in lowered for word in fact["forbids"])


def report(name: str, summary: Summary, labels: dict[str, Any]) -> None:
    texts = [claim.text for claim in summary.claims]
    found = [f["id"] for f in labels["facts"] if any(states(t, f) for t in texts)]
    missed = [f["id"] for f in labels["facts"] if f["id"] not in found]
    lines = [*texts, *(s.text for s in (*summary.summary, *summary.key_points))]
    wrong = [f["id"] for f in labels["false"] if any(states(t, f) for t in lines)]
    print(
        f"{name}: {len(summary.claims)} claims accepted, {len(summary.rejected)} rejected, "
        f"{len(found)} of {len(labels['facts'])} facts"
    )
    print(f"  missed: {', '.join(missed) or 'none'}; false: {', '.join(wrong) or 'none'}")
    stages = summary.usage.stages
    extraction = stages["extract"] + stages["repair"]
    for label, usage in (("extraction", extraction), ("whole", summary.usage)):
        tokens = usage.output_tokens or 0
        server = usage.server_seconds or 0.0
        print(
            f"  {label:10}  {tokens:5} tokens"
            f"  {tokens / max(1, len(texts)):6.1f} a claim"
            f"  {tokens / max(1, len(found)):6.1f} a fact"
            f"  {usage.seconds:6.1f} s wall"
            f"  {usage.seconds / server if server else float('nan'):5.2f} of the server's own time"
        )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
