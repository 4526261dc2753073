"""How long the package and its command take to start, against a bare interpreter.

    python benchmarks/import_time.py

Wall time of whole processes, in turns, so that a busy moment of the machine hits all alike; the
first round only warms the file cache. The ratio is to the bare interpreter.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 10
CLI = "from summarizer.cli import main; raise SystemExit(main({}))"
CASES = {
    "python -c pass": "pass",
    "import summarizer": "import summarizer",
    "from summarizer import summarize": "from summarizer import summarize",
    "summarizer --help": CLI.format(["--help"]),
    "summarizer summarize --help": CLI.format(["summarize", "--help"]),
}


def seconds(code: str) -> float:
    """Wall time of one interpreter that runs ``code``."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> None:
    """Measure and print a table."""
    rounds = [{name: seconds(code) for name, code in CASES.items()} for _ in range(ROUNDS + 1)][1:]
    medians = {name: statistics.median(times[name] for times in rounds) for name in CASES}
    bare = medians["python -c pass"]
    print(f"median of {ROUNDS}, Python {sys.version.split()[0]}")
    for name, median in medians.items():
        print(f"{name:34} {median * 1000:7.0f} ms {median / bare:6.1f}x")


if __name__ == "__main__":
    main()
