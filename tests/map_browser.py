"""Pages opened in a browser without network; all that they ask for and say is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geungeo.visualize.map import draw
from geungeo.visualize.network import Network

from .map_sample import NETWORKS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Locator
    from playwright.sync_api import Page as Tab

WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 400, "height": 800}
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-quic --no-first-run "
    "--disable-component-update --disable-sync"
)
HUB = NETWORKS[0]


class Visit:
    """A page opened without network; all that it asked for, said and threw is kept."""

    def __init__(self, browser: Browser, file: Path, size: dict[str, int] = WIDE) -> None:
        self.file = file
        self.address = file.as_uri()
        self.asked: list[str] = []
        self.said: list[str] = []
        self.context: BrowserContext = browser.new_context(
            viewport={"width": size["width"], "height": size["height"]}, reduced_motion="reduce"
        )
        self.context.set_offline(True)
        self.tab: Tab = self.context.new_page()
        self.tab.on("request", lambda request: self.asked.append(request.url.split("#")[0]))
        self.tab.on("console", lambda message: self.said.append(message.text))
        self.tab.on("pageerror", lambda error: self.said.append(str(error)))
        self.tab.on("dialog", self._dialog)

    def _dialog(self, dialog: Dialog) -> None:
        self.said.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def go(self, fragment: str = "") -> Tab:
        """Open the page anew."""
        self.tab.goto("about:blank")
        self.tab.goto(self.address + fragment)
        return self.tab

    def assert_quiet(self) -> None:
        """Nothing but the file was asked for, and nothing was said or thrown."""
        assert set(self.asked) <= {self.address, "about:blank"}
        assert self.said == []


def written(folder: Path, network: Network, title: str = "가람시 지도") -> Path:
    """The network's page as a file."""
    path = folder / "map.html"
    path.write_text(draw(network, title), encoding="utf-8")
    return path


def heading(tab: Tab) -> Locator:
    """The name of what the panel shows."""
    return tab.locator("#panel h2")
