"""Make the pictures of the README, ``docs/note-light.png`` and ``docs/note-dark.png``.

    python docs/make_screenshots.py

They show the page of a real note: a story of ``evals/stories``, summarised by the embedded model
whose calls are recorded, so that none is asked. Needs Chromium and Playwright.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summarizer.briefing.brief import brief_documents
from summarizer.briefing.schema import BriefingNote
from summarizer.errors import SummarizerError
from summarizer.evaluation.recordings import Cassette, RecordedModel, read_header
from summarizer.evaluation.stories.gold import load_story
from summarizer.prompting import load_prompts
from summarizer.render.html import render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EVALS = Path(__file__).parent.parent / "evals"
RECORDINGS = EVALS / "recordings" / "local"
WIDTH, HEIGHT = 1280, 800
MISSING = "no pictures without a browser: apt-get install chromium, and pip install playwright"
MOST = 250_000  # bytes of a picture: the README loads both
FRAMES = 10
# Parts of the page that were not drawn yet have guessed heights: some frames until all is in place.
SETTLED = """async (frames) => {
  await document.fonts.ready;
  for (let n = 0; n < frames; n += 1) await new Promise(requestAnimationFrame);
}"""
TO_TOP = "element => element.scrollIntoView({ block: 'start', behavior: 'instant' })"


async def note_from_recordings(story: str) -> BriefingNote:
    """The note of one of our stories, by the calls that were recorded."""
    labelled = load_story(EVALS / "stories" / story / "story.yaml")
    cassette = Cassette(RECORDINGS / f"{story}.jsonl")
    model = RecordedModel(cassette, read_header(RECORDINGS))
    return await brief_documents(labelled.documents(), model, load_prompts())


def most_told(note: BriefingNote) -> str:
    """The claim of the bottom line that rests on the most words: its marks are seen best."""
    claims = {claim.id: claim for claim in note.claims}
    cited = [claims[name] for line in note.bottom_line for name in line.claims]
    return max(cited, key=lambda c: sum(len(e.text) for e in c.evidence)).id


def opened(browser: Browser, file: Path, scheme: Literal["light", "dark"], scale: int) -> Page:
    """The page in a window of its own."""
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme=scheme,
        device_scale_factor=scale,
        reduced_motion="reduce",
        locale="en",
    )
    page.goto(file.as_uri())
    page.wait_for_selector("html.ready")
    return page


def take(page: Page, picture: Path) -> None:
    """Write what the window shows."""
    page.mouse.move(0, 0)  # nothing is shown as hovered over
    page.evaluate(SETTLED, FRAMES)
    page.screenshot(path=picture, animations="disabled", caret="hide")
    size = picture.stat().st_size
    sys.stdout.write(f"{picture}: {size:,} bytes\n")
    if size > MOST:
        sys.exit(f"{picture} has more than {MOST:,} bytes: make the window or --scale smaller")


def main() -> None:
    """Make the note, open its page, take both pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--story", default="quay-strike", help="a folder of evals/stories")
    parser.add_argument("--scale", type=int, default=1, help="pixels of the picture for one of CSS")
    parser.add_argument("--folder", type=Path, default=Path(__file__).parent)
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sys.exit(MISSING)
    if chromium is None:
        sys.exit(MISSING)
    try:
        note = asyncio.run(note_from_recordings(options.story))
    except SummarizerError as error:
        sys.exit(f"no note of {options.story}: {error}")
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "note.html"
        file.write_text(render_html(note), "utf-8")
        browser = play.chromium.launch(executable_path=chromium)
        page = opened(browser, file, "light", options.scale)
        page.click(f"#bottom-line .cites a:text-is('{most_told(note)}')")
        take(page, options.folder / "note-light.png")
        page = opened(browser, file, "dark", options.scale)
        page.locator("#conflicts").evaluate(TO_TOP)
        take(page, options.folder / "note-dark.png")
        browser.close()


if __name__ == "__main__":
    main()
