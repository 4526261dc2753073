"""Progress bars. Imported only when there is a terminal to draw them on."""

from __future__ import annotations

from rich import filesize, progress
from rich.console import Console
from rich.table import Column
from rich.text import Text

from summarizer.progress import Progress
from summarizer.render.plain import one_line

_WORDS = {
    "fetch": "fetching the model",
    "start": "starting the model",
    "extract": "reading",
    "repair": "asking again",
    "compose": "writing",
    "verify": "checking claims",
    "evaluate": "scoring articles",
}


class _Count(progress.ProgressColumn):
    """Bytes and speed for a download, steps for everything else."""

    def render(self, task: progress.Task) -> Text:
        done, total = int(task.completed), int(task.total or 0)
        if not task.fields["in_bytes"]:
            return Text(f"{done}/{total}")
        speed = f", {filesize.decimal(int(task.speed))}/s" if task.speed else ""
        return Text(f"{filesize.decimal(done)} of {filesize.decimal(total)}{speed}")


class Bars:
    """One bar for each stage, with the latest note; see :class:`summarizer.cli.progress.Display`.

    Nothing of a source is taken for markup, and no control character of it is printed.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._label = ""
        self._bars: progress.Progress | None = None
        self._tasks: dict[str, progress.TaskID] = {}

    def begin(self, label: str) -> None:
        """As in :class:`Display`."""
        self.clear()
        self._label = one_line(label)

    def report(self, progress: Progress) -> None:
        """As in :class:`Display`."""
        if self._bars is None:
            self._bars = self._new_bars()
            self._bars.start()
        if progress.stage not in self._tasks:
            words = " ".join(filter(None, [self._label, _WORDS[progress.stage]]))
            self._tasks[progress.stage] = self._bars.add_task(
                words, in_bytes=progress.stage == "fetch", note=""
            )
        self._bars.update(
            self._tasks[progress.stage],
            completed=progress.done,
            total=progress.total,
            note=one_line(progress.note),
        )

    def clear(self) -> None:
        """As in :class:`Display`."""
        if self._bars is not None:
            self._bars.stop()
        self._bars = None
        self._tasks.clear()

    def _new_bars(self) -> progress.Progress:
        note = Column(no_wrap=True, overflow="ellipsis", ratio=1)
        return progress.Progress(
            progress.TextColumn("{task.description}", markup=False),
            progress.BarColumn(bar_width=20),
            _Count(),
            progress.TimeElapsedColumn(),
            progress.TextColumn("{task.fields[note]}", markup=False, table_column=note),
            console=self._console,
            transient=True,
            expand=True,
        )
