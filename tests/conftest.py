"""What the tests of the map share: a browser without network, the page of a made-up city."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .map_browser import QUIET, Visit, written
from .map_sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    program = next((path for path in found if path), None)
    if program is None:
        pytest.skip("no chromium on this machine")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=QUIET.split())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("map"), sample())


@pytest.fixture(scope="module")
def shared_visit(browser: Browser, file: Path) -> Visit:
    return Visit(browser, file)


@pytest.fixture
def visit(shared_visit: Visit) -> Iterator[Visit]:
    shared_visit.asked.clear()
    shared_visit.said.clear()
    yield shared_visit
    shared_visit.assert_quiet()


@pytest.fixture
def tab(visit: Visit) -> Tab:
    return visit.go()
