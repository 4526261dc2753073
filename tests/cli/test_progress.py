from __future__ import annotations

import io

from rich.console import Console

from summarizer.cli.bars import Bars
from summarizer.cli.progress import NoDisplay, open_display
from summarizer.progress import Progress


def terminal() -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(file=out, force_terminal=True, width=120, color_system=None), out


def drawn(*steps: Progress, label: str = "") -> str:
    console, out = terminal()
    bars = Bars(console)
    bars.begin(label)
    for step in steps:
        bars.report(step)
    bars.clear()
    return out.getvalue()


def test_nothing_is_shown_where_there_is_no_terminal() -> None:
    assert isinstance(open_display(), NoDisplay)


def test_steps_and_the_latest_note() -> None:
    shown = drawn(Progress("extract", 3, 11, "The toll doubles."), label="2/5 toll.txt:")
    assert "2/5 toll.txt: reading" in shown
    assert "3/11" in shown
    assert "The toll doubles." in shown


def test_a_download_counts_bytes() -> None:
    assert "1.5 MB of 3.0 GB" in drawn(Progress("fetch", 1_500_000, 3_000_000_000))


def test_nothing_of_a_source_is_markup_or_a_command() -> None:
    note = "[bold red]toll[/] \x1b]0;owned\x07 \x1b[5mdoubles"
    shown = drawn(Progress("compose", 1, 2, note), label="[b]a\x1b[2J.txt")
    assert "[bold red]toll[/] ]0;owned [5mdoubles" in shown
    assert "[b]a[2J.txt writing" in shown
    assert "\x1b]0;" not in shown
    assert "\x1b[5m" not in shown


def test_what_was_shown_is_taken_away_and_can_begin_again() -> None:
    console, out = terminal()
    bars = Bars(console)
    bars.clear()
    bars.report(Progress("start", 0, 1))
    bars.clear()
    console.print("result")
    last_drawn, _, after = out.getvalue().rpartition("starting the model")
    assert last_drawn
    assert "\x1b[2K" in after  # erases the line
    assert after.endswith("result\n")
    bars.begin("next")
    bars.report(Progress("start", 1, 1))
    bars.clear()
    assert "next starting the model" in out.getvalue()
