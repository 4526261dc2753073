"""What a reader of the page sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page


# As many frames as the page takes to bring something into view.
FRAMES = """async () => {
  for (let n = 0; n < 5; n += 1) await new Promise(requestAnimationFrame);
}"""


def selected(page: Page) -> str | None:
    """Id of the claim that is selected."""
    found = page.locator(".claim[aria-current=true] .words > a")
    return found.text_content() if found.count() else None


def marked(page: Page) -> str:
    """The words of the sources that are marked for the selected claim."""
    return "".join(page.locator(".text [aria-current=true]").all_text_contents())


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent"))


def seen(page: Page, selector: str) -> bool:
    """Whether all of the first such element lies in the window, clear of the bar at its foot."""
    page.evaluate(FRAMES)
    return bool(
        page.locator(selector).first.evaluate(
            """(element) => {
              const bar = document.getElementById("bar");
              const foot = bar.hidden ? innerHeight : bar.getBoundingClientRect().top;
              const { top, bottom } = element.getBoundingClientRect();
              return top >= 0 && bottom <= foot;
            }"""
        )
    )


def colour(page: Page, selector: str, name: str) -> str:
    """A computed style."""
    script = "(element, name) => getComputedStyle(element)[name]"
    return str(page.locator(selector).first.evaluate(script, name))


def findings(page: Page) -> list[tuple[str, str, Any]]:
    """What axe-core finds that is serious or worse."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="accessibility not checked: pip install axe-playwright-python",
    )
    response = axe.Axe().run(page).response
    return [
        (found["impact"], found["id"], [node["html"] for node in found["nodes"]])
        for found in response["violations"]
        if found["impact"] in ("serious", "critical")
    ]
