"""What a person at a terminal sees while the work goes on."""

from __future__ import annotations

import sys
from typing import Protocol

from summarizer.progress import Progress


class Display(Protocol):
    """Shows the progress of one source after the other."""

    def begin(self, label: str) -> None:
        """The next reports are about the source with this label."""

    def report(self, progress: Progress) -> None:
        """Show one step."""

    def clear(self) -> None:
        """Take away what is shown, so that other lines can be printed."""


class NoDisplay:
    """Shows nothing: standard error is a file or a pipe."""

    def begin(self, label: str) -> None:
        """As in :class:`Display`."""

    def report(self, progress: Progress) -> None:
        """As in :class:`Display`."""

    def clear(self) -> None:
        """As in :class:`Display`."""


def open_display() -> Display:
    """Bars when standard error is a terminal, nothing otherwise."""
    if sys.stderr is None or not sys.stderr.isatty():
        return NoDisplay()
    from rich.console import Console

    from summarizer.cli.bars import Bars

    return Bars(Console(stderr=True))
