"""The command line: data on standard output, everything else on standard error.

Exit codes: 0 done, 1 the check that was asked for failed, 2 bad use or bad input, 3 failure at
run time, 130 interrupted, 141 nobody reads standard output any more. An error of any other kind is
a bug and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: without the program's name; those of the process when None.
    """
    try:
        from summarizer.cli.app import run

        code = run(arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED:
        from summarizer.cli.output import complain

        complain("interrupted")
    return code
