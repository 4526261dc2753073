"""Write the claims of all articles in a folder to one CSV file, for a spreadsheet.

    python examples/claims_to_csv.py articles/ claims.csv

The embedded model does the work. Name another one with the environment, such as
``SUMMARIZER_MODEL=openai:gpt-5-mini`` and ``OPENAI_API_KEY``.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from summarizer import Claim, Summarizer, SummarizerError, Summary

COLUMNS = [
    "source",
    "id",
    "text",
    "commitment",
    "attribution",
    "sentences",
    "evidence",
    "start",
    "end",
    "importance",
]


def rows(summary: Summary) -> Iterator[list[object]]:
    """One row for each claim; ``start`` and ``end`` are those of its first evidence."""
    for claim in summary.claims:
        yield [
            cell(summary.document.source),
            claim.id,
            cell(claim.text),
            claim.commitment,
            cell(chain(claim)),
            " ".join(str(evidence.sentence) for evidence in claim.evidence),
            cell(" … ".join(evidence.text for evidence in claim.evidence)),
            claim.evidence[0].start if claim.evidence else "",
            claim.evidence[0].end if claim.evidence else "",
            claim.importance,
        ]


def chain(claim: Claim) -> str:
    """Who says so, outermost first."""
    return " > ".join(link.source for link in claim.attribution)


def cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@")) else text


def main(folder: str, target: str) -> None:
    """Summarise every ``.txt`` file; one that fails is named and left out."""
    summarizer = Summarizer()
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for path in sorted(Path(folder).glob("*.txt")):
            try:
                table.writerows(rows(summarizer.summarize(path)))
            except SummarizerError as error:
                print(error, file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: claims_to_csv.py FOLDER OUT.csv")
    main(sys.argv[1], sys.argv[2])
