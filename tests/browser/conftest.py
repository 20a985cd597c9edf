"""The explorer in a real Chromium, against a real service.

These tests are left alone by `make test`; `make test-browser` sets BROWSER. Debian's package `chromium` is
enough; CHROMIUM names another. What the pages look like is kept in `build/screenshots`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from bench.service import ROOT, RunningService

if not os.environ.get("BROWSER"):
    collect_ignore_glob = ["test_*.py"]

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
SCREENSHOTS = ROOT / "build" / "screenshots"
PHONE = 360
DESK = 1280
WAIT = 20_000  # milliseconds, for the slowest answer on a busy machine


@dataclass
class Visit:
    """A page of the explorer, and what must not happen on it."""

    page: Page
    url: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("console", lambda told: told.type == "error" and self.errors.append(told.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self._see(request.url))

    def _see(self, address: str) -> None:
        if not address.startswith((f"{self.url}/", "blob:", "data:")):
            self.outside.append(address)

    def open(self, address: str = "") -> Page:
        self.page.goto(f"{self.url}/{address}")
        return self.page

    def read(self, article: str) -> Page:
        """Opens a stored article and waits for its text and its map."""
        self.open(f"?article={article}")
        return self.wait()

    def paste(self, text: str, published_at: str = "2016-10-12") -> Page:
        """Pastes a text as its reader would, and waits for the answer."""
        self.open()
        self.page.fill("#text", text)
        self.page.fill("#published_at", published_at)
        self.page.click("#send")
        return self.wait()

    def wait(self) -> Page:
        self.page.wait_for_selector("#reader p", timeout=WAIT)
        self.page.wait_for_selector("#map[data-ready]", timeout=WAIT)
        return self.page

    def keep(self, name: str, *, whole: bool = True) -> None:
        """Keeps what the page looks like, once the map stands still."""
        self.page.wait_for_timeout(400)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=whole)


Visiting = Callable[..., Visit]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.fail(f"There is no {CHROMIUM}: install Debian's chromium, or name another in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        yield browser
        browser.close()


def _launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


@pytest.fixture
def visit(chromium: Browser, live: RunningService) -> Iterator[Visiting]:
    """Opens visits; at the end none may have met an error or asked for anything outside."""
    visits = []

    def make(width: int = DESK, theme: str = "light", language: str = "fr-FR") -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=theme,  # type: ignore[arg-type]
            locale=language,
            permissions=["clipboard-read", "clipboard-write"],
        )
        one = Visit(context.new_page(), live.url)
        one.watch()
        visits.append(one)
        return one

    yield make
    for one in visits:
        one.page.context.close()
    assert [error for one in visits for error in one.errors] == []
    assert [address for one in visits for address in one.outside] == []
