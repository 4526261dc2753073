"""Chromium with a page of ours from a file, and an eye on all that it must not do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.briefing.schema import BriefingNote
from summarizer.render.html import render_html
from summarizer.schema import Summary
from tests.render.notes import make_note

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MISSING = "not run in a browser: apt-get install chromium, and pip install playwright"
Show = Callable[..., "Page"]


# One browser a module and no longer: while it is open, no other event loop can run.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason=MISSING)
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip(MISSING)
    with sync_api.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium)
        yield opened
        opened.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Opens a page; at the end, all that any of them complained of or asked for is an error."""
    complaints: list[str] = []
    asked: set[str] = set()
    contexts = []
    file = tmp_path / "note.html"

    def opened(
        result: Summary | BriefingNote | None = None, anchor: str = "", **options: Any
    ) -> Page:
        file.write_text(render_html(result or make_note()), "utf-8")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: asked.add(request.url.partition("#")[0]))
        page.goto(f"{file.as_uri()}{anchor}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
    assert asked <= {file.as_uri()}
